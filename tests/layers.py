"""layers - what the source may not do, rule by rule

usage: layers.py ROOT [RULE ...]; prints "rule: file:line: what" and exits 1
when anything is found."""

import os
import re
import sys

ROOT = sys.argv[1]
BELOW = {
    "acts": {"records", "methods", "rows", "store", "base"},
    "records": {"store", "rows", "base"},
    "methods": {"base"},
    "rows": {"base"},
    "store": {"base"},
    "base": set(),
}
# public headers that have no file of their own name
WINGS = {"rows": "rows", "kinds": "records", "session": "base"}
FOREIGN = {
    "csv.h": "lib/rows/csv.c",
    "jansson.h": "lib/rows/json.c",
    "sqlite3.h": "lib/store/store.c",
    "glpk.h": "lib/methods/lp.c",
}
LONGEST = 40


def files(*tops, ends=(".c", ".h")):
    for top in tops:
        whole = os.path.join(ROOT, top)
        if os.path.isfile(whole):
            yield top
        for place, _, names in os.walk(whole):
            for name in sorted(names):
                if name.endswith(ends):
                    yield os.path.relpath(os.path.join(place, name), ROOT)


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as f:
        return f.read()


def bare(text, strings=True):
    """The code with comments (and strings) blanked, line for line."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''

    def blank(match):
        found = match.group()
        if not strings and found[0] in "\"'":
            return found
        return re.sub(r"[^\n]", " ", found)

    return re.sub(pattern, blank, text, flags=re.S)


def grep(pattern, paths, strings=True, exempt=()):
    for path in paths:
        for number, line in enumerate(bare(read(path), strings).split("\n"), 1):
            found = re.search(pattern, line)
            if found and (path, found.group(1)) not in exempt:
                yield path, number, found.group(1)


def wing(path):
    """The floor a file of lib/, or a public header, lies on."""
    parts = path.split("/")
    if parts[0] == "lib":
        return parts[1]
    name = parts[-1][:-2]
    if name in WINGS:
        return WINGS[name]
    for top in BELOW:
        if os.path.exists(os.path.join(ROOT, "lib", top, name + ".c")):
            return top
    return None


def floors():
    """Includes point downward."""
    for path in files("cmd", "lib", "include"):
        for number, line in enumerate(read(path).split("\n"), 1):
            found = re.match(r'#include "([^"]+)"', line)
            if not found:
                continue
            target = found.group(1)
            public = target.startswith("sp/")
            if path.startswith("cmd/"):
                if not public and "/" in target:
                    yield path, number, target
                continue
            here = wing(path)
            there = wing("include/" + target if public else "lib/" + target)
            if there is None or here is None or (
                    there != here and there not in BELOW[here]):
                yield path, number, target


def foreign():
    """One file knows a foreign library."""
    for path in files("cmd", "lib", "include"):
        for number, line in enumerate(read(path).split("\n"), 1):
            found = re.match(r"#include <([^>]+)>", line)
            if found and FOREIGN.get(found.group(1), path) != path:
                yield path, number, found.group(1)


def length():
    """No function is longer than it should be."""
    for path in files("cmd", "lib", "include", "tests"):
        start, depth = 0, 0
        for number, line in enumerate(bare(read(path)).split("\n"), 1):
            if line == "{" and depth == 0:
                start = number
            depth += line.count("{") - line.count("}")
            if line == "}" and depth == 0 and start:
                if number - start - 1 > LONGEST:
                    yield path, start, "%d lines" % (number - start - 1)
                start = 0


def silent():
    """The library does not print, end the program, or ask the world."""
    calls = (r"(?<![>.])\b(v?printf|puts|putchar|perror|v?warnx?|v?errx?|exit"
             r"|_exit|abort|getenv|setenv|time|clock|clock_gettime"
             r"|gettimeofday|localtime_r|gmtime_r|rand|srand|random|getrandom"
             r"|sqlite3_randomness|sleep|usleep|setlocale|isatty|getpwuid)"
             r"\s*\(")
    yield from grep(calls, files("lib"), exempt={
        ("lib/base/mem.c", "exit"),
        # a parser that can not be made is a mistake in the program
        ("lib/rows/csv.c", "abort"),
        ("lib/store/store.c", "sqlite3_randomness")})
    yield from grep(r"\b(stdout|stderr|stdin)\b", files("lib"),
                    exempt={("lib/base/mem.c", "stderr")})


def banned():
    """Functions that invite mistakes."""
    yield from grep(r"\b(strcpy|strcat|sprintf|vsprintf|strtok|atoi|atol|atof"
                    r"|gets|scanf|localtime|gmtime|asctime|ctime|system|popen"
                    r"|alloca|tmpnam|mktemp)\s*\(",
                    files("cmd", "lib", "include"))


def sql():
    """Statements stand in records and store only."""
    elsewhere = [p for p in files("cmd", "lib", "include")
                 if not p.startswith(("lib/records/", "lib/store/"))]
    yield from grep(r'("[^"]*\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM'
                    r'|CREATE|PRAGMA|ALTER TABLE|ORDER BY)\b)',
                    elsewhere, strings=False)


def composed():
    """Only one file makes statements from pieces."""
    paths = [p for p in files("cmd", "lib") if p != "lib/records/kinds.c"]
    yield from grep(r'("[^"]*\b(?:SELECT|INSERT INTO|DELETE FROM|FROM|WHERE)'
                    r'\b[^"]*%[^"]*")', paths, strings=False)


def variables():
    """No variable lives as long as the program."""
    yield from grep(r"^(\t*static\b(?!.*\bconst\b)(?!.*\().*[;={]\s*)$",
                    files("lib"))
    yield from grep(r"^((?:int|long|char|bool|struct|unsigned|size_t|FILE)\b"
                    r"[^(]*;)$",
                    [p for p in files("lib") if p.endswith(".c")])


def macros():
    """No macro takes arguments but the two that mark sentences."""
    yield from grep(r"^#\s*define (?!_\(|N_\()(\w+\()",
                    files("cmd", "lib", "include", "tests"))
    yield from grep(r"^(typedef)\b", files("cmd", "lib", "include", "tests"))


def named():
    """A file says in its first line what it is for."""
    for path in files("cmd", "lib", "include", "tests"):
        name = os.path.basename(path)[:-2]
        if not read(path).startswith("/* %s - " % name):
            yield path, 1, "/* %s - what it is for */" % name


EVERYTHING = ("cmd", "lib", "include", "tests", "man", "examples", ".ci",
              "Makefile", "README.md")
SELF = ("tests/layers.py", "tests/layers.t")


def tracked():
    return [p for p in files(*EVERYTHING, ends="") if p not in SELF]


def later():
    """Nothing is left for later."""
    for path in tracked():
        for number, line in enumerate(read(path).split("\n"), 1):
            found = re.search(r"\b(TODO|FIXME|XXX|HACK|TBD|WIP|for now)\b",
                              line)
            if found:
                yield path, number, found.group(1)


def places():
    """No path of one machine."""
    for path in tracked():
        for number, line in enumerate(read(path).split("\n"), 1):
            found = re.search(r"(?<![\w.$}~<-])(/(?:work|home|root|Users|mnt"
                              r"|opt|srv)/)", line)
            if found:
                yield path, number, found.group(1)


RULES = (floors, foreign, length, silent, banned, sql, composed, variables,
         macros, named, later, places)
wanted = sys.argv[2:]
bad = False
for rule in RULES:
    if wanted and rule.__name__ not in wanted:
        continue
    for path, line, what in rule():
        print("%s: %s:%d: %s" % (rule.__name__, path, line, what))
        bad = True
sys.exit(bad)
