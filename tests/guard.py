"""guard - loads and limits worked out again from the tables alone

usage: guard.py make SEED DIR; writes persons.csv asks.csv hours.csv
contracts.csv settings.csv.
guard.py STORE ASKED WORK HOURS HEAVY; prints what tests/unit/guard prints."""

import random
import sqlite3
import sys
from datetime import date, timedelta

COUNTS = ("gevraagd", "toegezegd", "gedaan", "niet_doorgegaan")
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def make(seed, where):
    pick = random.Random(seed)
    today = date(2026, 3, 5)

    def some(*values):
        return pick.choice(values)

    def write(name, header, rows):
        with open(where + "/" + name, "w", encoding="utf-8") as f:
            print(header, file=f)
            for row in rows:
                print(",".join(str(cell) for cell in row), file=f)

    persons = 40
    write("persons.csv", "alias,naam,status,stand,dagen,niet_voor,capaciteit,domein,"
          "talen",
          [("p%d" % i, "P%d" % i,
            some("actief", "actief", "actief", "pauze", "gestopt",
                 "kandidaat"),
            some("", "", "", "ruimte", "te_veel", "alleen_bestaand"),
            some("", "", "", "ma|di", "do|vr|za", "zo"),
            some("", "", "", "2026-03-05", "2026-03-06", "2026-12-01"),
            some("", "", 0, 2, 4, 8, 40), some("", "energie", "energie|zorg"),
            some("nl", "nl|ar")) for i in range(persons)])
    asks = []
    for _ in range(pick.randrange(200)):
        day = today - timedelta(pick.choice((3, 10, 35, 370, 800)) *
                                pick.random() // 1)
        status = some(*COUNTS, "gedaan", "concept", "geweigerd",
                      "geannuleerd")
        asks.append(("p%d" % pick.randrange(persons), day,
                     some("", day + timedelta(pick.randrange(40)),
                          today + timedelta(pick.randrange(-9, 9))),
                     status, some("", "ja", "nee"),
                     some("", 1, 2.5, "0.25", 8),
                     some("", "ja", "nee") if status == "gedaan" else ""))
    write("asks.csv", "persoon,datum,wanneer,status,zwaar,uren,gelukt", asks)
    write("hours.csv", "persoon,datum,uren,soort",
          [("p%d" % pick.randrange(persons),
            today - timedelta(pick.randrange(12)), some(1, 0.5, 4),
            some("inzet", "overleg", "verlof")) for _ in range(60)])
    write("contracts.csv", "persoon,vorm,van,tot,uren",
          [("p%d" % i, some("vast", "buurtbaan"), day,
            some("", day + timedelta(pick.randrange(800))),
            some("", 1, 2, 4, 32))
           for i in range(0, persons, 3)
           for day in [today - timedelta(pick.randrange(-20, 900))]])
    write("settings.csv", "naam,waarde",
          [("max_vragen_30d", some(1, 2, 4, 6)), ("rustdagen", some(0, 2, 5))])


def day_of(text):
    return None if text is None else date.fromisoformat(text)


def load(db, person, asked, work):
    rows = [(date.fromisoformat(d), day_of(w) or date.fromisoformat(d),
             1 + (z or 0), u or 0)
            for d, w, s, z, u in db.execute(
                "select datum, wanneer, status, zwaar, uren_begroot "
                "from vraag where persoon = ?", (person,)) if s in COUNTS]
    month = [asked - timedelta(i) for i in range(30)]
    week = [work + timedelta(i) for i in range(-7, 8)
            if (work + timedelta(i)).isocalendar()[:2] ==
            work.isocalendar()[:2]]
    hours = sum(r[3] for r in rows if r[1] in week) + sum(
        u for d, u, s, v in db.execute(
            "select datum, uren, soort, vraag from uren where persoon = ?",
            (person,)) if date.fromisoformat(d) in week and v is None and
        s != "verlof")
    contracts = [u for v, t, u in db.execute(
        "select van, tot, uren_week from contract where persoon = ?",
        (person,)) if u is not None and date.fromisoformat(v) <= work and
        (t is None or date.fromisoformat(t) >= work)]
    near = [r for r in rows if abs((r[1] - work).days) <= 31]
    return (sum(r[2] for r in rows if r[0] in month), hours,
            sum(contracts) if contracts else -1,
            max((r[1] for r in near if r[1] < work), default=None),
            min((r[1] for r in near if r[1] > work), default=None))


def limit(db, person, carried, asked, work, hours, heavy):
    """The number of the first limit in the way; 13: none."""
    setting = dict(db.execute("select naam, waarde from instelling"))
    most, rest = int(setting["max_vragen_30d"]), int(setting["rustdagen"])
    _, status, stand, dagen, until, capacity = person
    asks, taken, contract, before, after = carried
    if status == "gestopt":
        return 0
    if status != "actief":
        return 3
    if stand == "te_veel":
        return 4
    if stand == "alleen_bestaand":
        return 5
    if until is not None and until > asked.isoformat():
        return 6
    if dagen and DAYS[work.weekday()] not in dagen.split("|"):
        return 7
    if asks >= most:
        return 8
    if heavy and asks + 2 > most:
        return 9
    if any(d is not None and abs((d - work).days) <= rest
           for d in (before, after)):
        return 10
    if capacity is not None and taken + max(hours, 1) > 100 * capacity:
        return 11
    if contract >= 0 and taken + max(hours, 1) > contract:
        return 12
    return 13


def tell(path, asked, work, hours, heavy):
    db = sqlite3.connect(path)
    asked, work = date.fromisoformat(asked), date.fromisoformat(work)
    for person in db.execute("select id, status, stand, dagen, niet_voor, "
                             "capaciteit_uren_week from persoon order by id"):
        carried = load(db, person[0], asked, work)
        print(person[0], *("-" if c is None else c for c in carried), "=",
              limit(db, person, carried, asked, work, int(hours),
                    heavy == "1"))


if sys.argv[1] == "make":
    make(int(sys.argv[2]), sys.argv[3])
else:
    tell(*sys.argv[1:])
