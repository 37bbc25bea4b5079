"""manual - runs the examples of a page in one directory, one after another

usage: manual.py PAGE [KEPT]

Examples are the lines after "$ " in a literal display of a page that begins
with one, or in a console block of a Markdown file; lines after "> " go on with the command, and
the lines up to the next "$ " are what it prints, on either output. "$?" is the
status of the command before. Prints a line for each: 0 or 1, and the command;
lines that begin with # say what was other than the page has it. With KEPT the
page is written there as it should be.
"""
import subprocess
import sys


def displays(lines, markdown):
    """Where literal displays begin and end."""
    start = None
    for i, line in enumerate(lines):
        if start is None:
            if line.startswith("```console" if markdown else ".Bd -literal"):
                start = i + 1
        elif line.startswith("```" if markdown else ".Ed"):
            if lines[start].startswith("$ "):
                yield start, i
            start = None


def plain(line, markdown):
    if markdown:
        return line
    return line.replace("\\&", "").replace("\\e", "\\")


def source(line, markdown):
    if markdown:
        return line
    line = line.replace("\\", "\\e")
    return "\\&" + line if line[:1] in (".", "'") else line


def examples(lines, start, end, markdown):
    """[command, lines of it, expected] of one display."""
    found = []
    for i in range(start, end):
        line = plain(lines[i], markdown)
        if line.startswith("$ "):
            found.append([line[2:], [lines[i]], []])
        elif line.startswith("> ") and found and not found[-1][2]:
            found[-1][0] += "\n" + line[2:]
            found[-1][1].append(lines[i])
        else:
            found[-1][2].append(line)
    return found


def run(command, status):
    done = subprocess.run(
        ["sh", "-c", f"(exit {status})\n{command}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
    )
    return done.stdout.decode().splitlines(), done.returncode


def main(page, kept=None):
    markdown = page.endswith(".md")
    lines = open(page, encoding="utf-8").read().split("\n")
    out, last, status = [], 0, 0
    for start, end in displays(lines, markdown):
        out += lines[last:start]
        for command, written, expected in examples(lines, start, end, markdown):
            printed, status = run(command, status)
            same = printed == expected
            # echo of the shell would take a backslash for an escape
            print(0 if same else 1, command.split("\n")[0].replace("\\", "/"))
            if not same:
                for line in expected:
                    print("# page:", line)
                for line in printed:
                    print("# here:", line)
            out += written + [source(line, markdown) for line in printed]
        last = end
    if kept:
        with open(kept, "w", encoding="utf-8") as file:
            file.write("\n".join(out + lines[last:]))


main(*sys.argv[1:])
