#!/usr/bin/env python3
"""property - random steps, legal and not: the log folded is the store

property.py SEED BATCHES ROWS: TAP lines without a plan or numbers, one a
property; each line holds over all batches of the seed.
"""

import datetime
import hashlib
import json
import random
import re
import sqlite3
import subprocess
import sys

TODAY = datetime.date(2026, 6, 30)
STATUS = {
    "gemeld": "in_behandeling ingepland reactie_gevraagd afgehandeld geannuleerd",
    "in_behandeling": "gemeld ingepland reactie_gevraagd afgehandeld geannuleerd",
    "ingepland": "in_behandeling reactie_gevraagd afgehandeld geannuleerd",
    "reactie_gevraagd": "reactie_ontvangen in_behandeling afgehandeld geannuleerd",
    "reactie_ontvangen": "in_behandeling ingepland reactie_gevraagd afgehandeld "
                         "geannuleerd",
    "afgehandeld": "verzoek_heropenen heropend",
    "verzoek_heropenen": "heropend afgehandeld",
    "heropend": "in_behandeling ingepland reactie_gevraagd afgehandeld geannuleerd",
    "geannuleerd": "heropend",
}
LUS = {
    "open": "teruggelegd teruggekoppeld niet_bereikt niet_gewenst niet_nodig",
    "teruggelegd": "teruggekoppeld niet_bereikt niet_gewenst niet_nodig",
    "teruggekoppeld": "bevestigd",
}
HANGING = {
    "doorverwijzing": {
        "": "verzonden klaargezet",
        "klaargezet": "verzonden ingetrokken foutief",
        "verzonden": "geaccepteerd geweigerd ingetrokken foutief",
        "geaccepteerd": "in_uitvoering foutief",
        "in_uitvoering": "afgerond mislukt aangehouden foutief",
        "aangehouden": "in_uitvoering foutief",
        "afgerond": "foutief", "mislukt": "foutief", "geweigerd": "foutief",
        "ingetrokken": "foutief",
    },
    "actie": {"": "open", "open": "klaar vervallen"},
    "belofte": {"": "open",
                "open": "nagekomen gebroken ingetrokken overgedragen"},
}
FIELDS = ("status org uitkomst gepland_op annulering heropend_n dubbel_van "
          "ouder lus lus_ronde").split()
WORK = "uiterlijk bevestigen_voor routeren_voor bericht_voor reactie_voor".split()
SOORTEN = "vraag zorg klacht waarneming".split()

WORDS = {
    "status": list(STATUS),
    "route": [None] * 4 + "in_uitvoering afgerond mislukt aangehouden "
                          "ingetrokken foutief".split(),
    "loop": "poging nagekeken teruggelegd teruggekoppeld bevestigd "
            "niet_bereikt niet_gewenst niet_nodig".split(),
    "action": [None, None, "klaar", "vervallen"],
    "promise": [None, None] + "nagekomen gebroken ingetrokken "
                              "overgedragen".split(),
    "accept": [None], "refuse": [None], "answer": [None], "link": [None],
    "message": [None],
}


class World:
    """The store, what the log says of it, and what was found wrong."""

    def __init__(self, seed, signals):
        self.random = random.Random(seed)
        self.wrong = {}
        self.tried = {}
        self.seen = 0  # the last log row that was folded
        self.state = {}  # (signal, field) -> text
        self.hung = {}  # (kind, id) -> (signal, state)
        self.steps = self.refused = 0
        self.setup(signals)

    def claim(self, name, good, detail):
        self.tried[name] = self.tried.get(name, 0) + 1
        if not good:
            self.wrong.setdefault(name, []).append(detail)

    def run(self, *command, data=None):
        return subprocess.run(command, input=data, text=True,
                              capture_output=True, check=False)

    def setup(self, signals):
        for name in ("Loket", "Wijkteam", "Gemeente", "Welzijn"):
            self.run("sp-add", "organisatie", "naam=" + name)
        self.run("sp-add", "gebied", "code=WK034401", "naam=Wijk")
        self.run("sp-add", "gebied", "code=BU03440101", "naam=Buurt",
                 "ouder=WK034401")
        self.run("sp-add", "persoon", "naam=Fatima", "alias=fatima")
        self.run("sp-add", "termijn", "domein=energie", "dagen=7")
        self.run("sp-add", "regel", "volgorde=1", "domein=energie",
                 "gebied=WK034401", "org=1")
        self.run("sp-add", "regel", "volgorde=2", "soort=klacht", "org=2")
        rows = [json.dumps({
            "gemeld_op": str(self.day(90, 120)),
            "soort": self.random.choice(SOORTEN),
            "domein": self.random.choice([None, "energie", "zorg"]),
            "gebied": self.random.choice([None, "BU03440101"]),
            "via": self.random.choice([None, "fatima"]),
            "tekst": "woorden %d" % i}) for i in range(signals)]
        done = self.run("sp-signal", "add", data="\n".join(rows))
        assert done.returncode == 0, done.stderr
        self.store = sqlite3.connect("sp.db", isolation_level=None)
        self.store.row_factory = sqlite3.Row
        for row in self.store.execute("select * from signaal"):
            begin = {"status": "gemeld", "lus_ronde": "1", "heropend_n": "0",
                     "lus": "niet_nodig" if row["soort"] == "waarneming"
                     else "open"}
            for field in FIELDS:
                self.state[row["id"], field] = begin.get(field, "")
        # what came in with many and went by a rule is told by its referral
        for row in self.store.execute("select * from doorverwijzing"):
            self.hung["doorverwijzing", row["id"]] = (row["signaal"],
                                                      "verzonden")
            self.state[row["signaal"], "status"] = "in_behandeling"
            self.state[row["signaal"], "org"] = str(row["org"])
        self.signals = signals
        self.last = {i: self.day(80, 89) for i in range(1, signals + 1)}

    def day(self, least, most):
        return TODAY - datetime.timedelta(self.random.randint(least, most))

    # -- a batch -------------------------------------------------------------

    def fields(self, verb, word, signal):
        """Fields of a step: mostly those it wants, now and then not."""
        pick, row = self.random.choice, {"id": signal}
        chance = self.random.random

        def nr(kind):
            own = [i for (k, i), (s, _) in self.hung.items()
                   if k == kind and s == signal]
            if own and chance() < .7:
                row["nr"] = pick(own)
            elif self.hung and chance() < .1:
                row["nr"] = pick([i for k, i in self.hung if k == kind] or [1])
        given = {
            "status": {"toelichting": "omdat", "gepland_op": "2026-07-01",
                       "reden": pick(["dubbel", "ingetrokken"]),
                       "uitkomst": pick(["opgelost", "geen_actie_nodig"])},
            "route": {"org": pick([1, 2, 3, 4, None]), "resultaat": "iets"},
            "accept": {}, "link": {},
            "refuse": {"reden": pick(["geen_plek", "niet_onze_taak"]),
                       "advies_org": pick([1, 2, None])},
            "answer": {"antwoord": "zo is het %d" % self.steps,
                       "uitkomst": pick(["opgelost", "beantwoord",
                                         "geen_actie_nodig"]),
                       "org": pick([None, None, 1, 2, 3])},
            "loop": {"wijze": "telefoon",
                     "oordeel": pick(["tevreden", "ontevreden"]),
                     "toelichting": pick([None, "past niet"])},
            "action": {"wat": "bellen", "org": pick([1, None]),
                       "resultaat": "gebeld", "toelichting": "dicht"},
            "promise": {"door": "fatima", "wat": "bellen",
                        "voor": "2026-07-10", "toelichting": "ziek",
                        "zekerheid": pick(["zeker", "onzeker"]),
                        "overgedragen_aan": "fatima"},
            "message": {"bericht": "wij kijken"},
        }[verb]
        if verb == "refuse" or verb == "accept" or (verb == "route" and word):
            nr("doorverwijzing")
        elif verb == "action" and word:
            nr("actie")
        elif verb == "promise" and word:
            nr("belofte")
        elif verb == "link":
            row[pick(["dubbel_van", "ouder"])] = self.random.randint(
                1, self.signals)
        for name, value in given.items():
            if value is not None and chance() < .9:
                row[name] = value
        if chance() < .85:
            row["op"] = str(self.last[signal] + datetime.timedelta(
                self.random.choice([0, 0, 0, 1, 2])))
        elif chance() < .5:
            row["op"] = str(self.day(-2, 130))
        return row

    def batch(self, rows):
        verb = self.random.choice(["status"] * 3 + ["route"] * 3 +
                                  ["loop"] * 3 + ["answer"] * 2 + list(WORDS))
        word = self.random.choice(WORDS[verb])
        chosen = [self.random.randint(1, self.signals) for _ in range(rows)]
        lines = [self.fields(verb, word, i) for i in chosen]
        command = ["sp-signal", verb] + ([word] if word else [])
        forced = verb in ("status", "answer", "promise") and \
            self.random.random() < .15
        if forced:
            command += ["--force", "omdat het moet"]
        if verb == "route" and not word and self.random.random() < .4:
            command += ["--then", "Wijkteam,Welzijn"]
        return command, lines

    def change(self, rows):
        """What a signal is about, or where: the rules may send it on."""
        pick = self.random.choice
        lines = [{"id": i,
                  "domein": pick(["energie", "zorg", "sport"]),
                  "gebied": pick(["BU03440101", None]),
                  "soort": pick(SOORTEN)}
                 for i in self.random.sample(range(1, self.signals + 1), rows)]
        return ["sp-add", "signaal"], lines

    def snapshot(self, signal):
        """All that is kept of a signal."""
        kept = [tuple(self.store.execute(
            "select * from signaal where id = ?", (signal,)).fetchone())]
        for kind in ("doorverwijzing", "actie", "lus", "belofte", "boodschap"):
            kept += [tuple(row) for row in self.store.execute(
                "select * from %s where signaal = ? order by id" % kind,
                (signal,))]
        return kept

    def one(self, rows):
        whole = self.random.random() < .2
        if self.random.random() < .08:
            command, lines = self.change(min(rows, self.signals))
        else:
            command, lines = self.batch(1 if whole else rows)
        before = {row["id"]: self.snapshot(row["id"]) for row in lines}
        data = "".join(json.dumps(row) + "\n" for row in lines)
        digest = self.digest()
        if not whole:
            command += ["--keep-going", "--rejects", "rejects.csv"]
        done = self.run(*command, data=data)
        counts = [int(n) for n in re.findall(r"(\d+) (?:read|added|changed|"
                                             r"unchanged|rejected)",
                                             done.stderr)]
        what = " ".join(command[:3])
        self.claim("a run ends as it says", done.returncode in
                   ((0, 3, 2) if whole else (0, 2)), what + done.stderr)
        self.steps += len(lines)
        if done.returncode != 0 and whole:
            self.refused += 1
            self.claim("a step that is refused changes no byte",
                       digest == self.digest(), what + done.stderr)
        if not whole:
            self.rejected(lines, before, counts, what)
        self.fold()
        self.compare()

    def digest(self):
        with open("sp.db", "rb") as file:
            return hashlib.sha256(file.read()).digest()

    def rejected(self, lines, before, counts, what):
        """The rows that were turned away changed nothing."""
        bad, numbers = [], []
        if counts and counts[-1] > 0:
            with open("rejects.csv", encoding="utf-8") as file:
                numbers = [json.loads(line)["regel"] for line in file]
            bad = [lines[n - 1] for n in numbers]
            self.claim("each row that is rejected is told", len(bad) ==
                       counts[-1], what)
        self.refused += len(bad)
        untouched = {row["id"] for row in bad} - \
            {lines[i]["id"] for i in range(len(lines)) if i + 1 not in numbers}
        for signal in untouched:
            self.claim("a row that is rejected changes nothing",
                       before[signal] == self.snapshot(signal),
                       "%s %d" % (what, signal))

    # -- the log -------------------------------------------------------------

    def fold(self):
        rows = self.store.execute(
            "select * from log where id > ? and soort = 'signaal' order by id",
            (self.seen,)).fetchall()
        for row in rows:
            self.seen = row["id"]
            if row["op"] is not None:
                self.last[row["record"]] = max(
                    self.last[row["record"]],
                    datetime.date.fromisoformat(row["op"]))
            if row["handeling"] not in WORDS or row["veld"] is None:
                continue
            parts = [(row[c] or "").split("|") for c in ("veld", "oud", "nieuw")]
            where = "log %d: %s" % (row["id"], row["handeling"])
            self.claim("a row of the log has as many olds and news as fields",
                       len({len(p) for p in parts}) == 1, where)
            fields = parts[0]
            for field, old, new in zip(*parts):
                self.fold_one(row["record"], field, old, new, fields, where)

    def fold_one(self, signal, field, old, new, fields, where):
        kind, _, number = field.partition(":")
        if kind in HANGING:
            owner, state = self.hung.get((kind, int(number)), (signal, ""))
            self.claim("old is what the log made of it",
                       owner == signal and old == state, where + field)
            self.claim("every step is one of the table",
                       new in HANGING[kind].get(old, "").split(), where)
            self.hung[kind, int(number)] = (signal, new)
        elif kind in ("pogingen", "nakijken", "boodschap"):
            self.claim("what happened has no old", old == "", where)
        else:
            self.claim("old is what the log made of it",
                       old == self.state.get((signal, field)),
                       "%s %s %s" % (where, field, old))
            self.state[signal, field] = new
            if field == "status":
                self.claim("every step is one of the table",
                           new in STATUS[old].split(), where + old + new)
            if field == "lus":
                again = new == "open" and "lus_ronde" in fields
                self.claim("every step is one of the table",
                           again or new in LUS.get(old, "").split(),
                           where + old + new)

    def compare(self):
        """The folded log is the store."""
        for row in self.store.execute("select * from signaal"):
            for field in FIELDS:
                kept = "" if row[field] is None else str(row[field])
                self.claim("the log folded is the store",
                           kept == self.state[row["id"], field],
                           "signaal %d %s: %s, log %s" %
                           (row["id"], field, kept,
                            self.state[row["id"], field]))
            live = row["status"] not in ("afgehandeld", "geannuleerd")
            days = [row[c] for c in WORK if live and row[c]]
            if row["lus"] == "teruggelegd":
                days.append(row["lus_voor"])
            self.claim("eerstvolgend is the first clock that runs",
                       row["eerstvolgend"] == min(days, default=None),
                       "signaal %d" % row["id"])
        hung = {}
        for kind in HANGING:
            for row in self.store.execute("select id, signaal, status from " +
                                          kind):
                hung[kind, row["id"]] = (row["signaal"], row["status"])
        self.claim("the log folded is the store", hung == self.hung,
                   str(set(hung.items()) ^ set(self.hung.items())))

    def check(self):
        done = self.run("sp-store", "check")
        self.claim("sp-store check finds nothing", done.returncode == 0,
                   done.stdout + done.stderr)


def main():
    seed, batches, rows = (int(a) for a in sys.argv[1:4])
    world = World(seed, 3 * rows)
    world.fold()
    world.compare()
    for i in range(batches):
        world.one(rows)
        if i % 40 == 0:
            world.check()
    world.check()
    taken = world.steps - world.refused
    world.claim("both sorts of step were tried",
                world.refused > batches and taken > batches,
                "%d of %d" % (taken, world.steps))
    for name, n in world.tried.items():
        wrong = world.wrong.get(name, [])
        print("%s - seed %d: %s (%d times)" %
              ("not ok" if wrong else "ok", seed, name, n))
        for detail in wrong[:5]:
            print("# " + detail.replace("\n", " "))
    print("# %d steps, %d refused" % (world.steps, world.refused))
    sys.exit(bool(world.wrong))


if __name__ == "__main__":
    main()
