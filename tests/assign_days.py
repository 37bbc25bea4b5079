# assign_days - needs on days, of hours and heavy ones, for persons who carry
# something already; and whether what came out keeps all limits
import csv, datetime, random, sys

TODAY = datetime.date(2026, 3, 5)
MOST, REST = 4, 2
LANGUAGES = ["ar", "pl", "tr", "fr"]


def write(name, header, rows):
    with open(name, "w", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def make():
    rng = random.Random(42)
    day = lambda least, most: TODAY + datetime.timedelta(rng.randint(least, most))
    write("persons.csv", ["naam", "talen", "capaciteit"],
          [(f"p{p}", "|".join(["nl"] + rng.sample(LANGUAGES, rng.randint(1, 3))),
            rng.choice(["", 2, 4, 8])) for p in range(40)])
    write("asks.csv", ["persoon", "datum", "wanneer", "uren", "zwaar", "status"],
          [(rng.randint(1, 40), day(-28, -3), day(0, 30),
            rng.choice(["", 1, 2]), rng.choice(["", "", "ja"]),
            rng.choice(["gevraagd", "toegezegd", "geweigerd"]))
           for _ in range(40)])
    write("needs.csv", ["taal", "wanneer", "uren", "zwaar", "personen"],
          [(rng.choice(LANGUAGES), rng.choice(["", day(0, 30), day(0, 30)]),
            rng.choice(["", 1, 2, 3]), rng.choice(["", "", "", "ja"]),
            rng.choice([1, 1, 2])) for _ in range(90)])


def rows(name):
    with open(name, newline="") as f:
        return list(csv.DictReader(f))


def thing(row, asked):
    work = row["wanneer"] or str(asked)
    return (datetime.date.fromisoformat(work), float(row["uren"] or 0),
            2 if row["zwaar"] == "ja" else 1, asked)


# Whether one more fits beside what is carried.
def fits(person, carried, more):
    work, hours, weight, asked = more
    recent = sum(c[2] for c in carried if 0 <= (asked - c[3]).days < 30)
    week = sum(c[1] for c in carried if c[0].isocalendar()[:2] ==
               work.isocalendar()[:2])
    near = any(0 < abs((c[0] - work).days) <= REST for c in carried)
    room = float(person["capaciteit"] or 1e9)
    return (recent + weight <= MOST and not near and
            week + (hours or 0.01) <= room)


# What everybody carries at first.
def begin():
    carried = {p + 1: [] for p in range(len(rows("persons.csv")))}
    for r in rows("asks.csv"):
        if r["status"] != "geweigerd":
            carried[int(r["persoon"])].append(
                thing(r, datetime.date.fromisoformat(r["datum"])))
    return carried


# How many are placed when each need in turn takes its best that has room.
# found.csv: of sp-match find, whose lines are needs, header first
def in_turn(persons):
    carried, placed = begin(), 0
    needs = rows("needs.csv")
    left = [int(r["personen"]) for r in needs]
    for r in rows("found.csv"):
        n, p = int(r["regel"]) - 2, int(r["persoon"])
        more = thing(needs[n], TODAY)
        if left[n] > 0 and fits(persons[p], carried[p], more):
            carried[p].append(more)
            left[n] -= 1
            placed += 1
    return placed


def check(name):
    persons = dict(enumerate(rows("persons.csv"), 1))
    carried = begin()
    out = rows(name)
    for r in out:
        p = int(r["persoon"])
        if not fits(persons[p], carried[p], thing(r, TODAY)):
            sys.exit(f"{r} for {carried[p]}")
        carried[p].append(thing(r, TODAY))
    return len(out)


# Who can do what alone: (need, person, thing)
def pairs(persons, carried):
    needs = rows("needs.csv")
    for r in rows("found.csv"):
        n, p = int(r["regel"]) - 2, int(r["persoon"])
        more = thing(needs[n], TODAY)
        if fits(persons[p], carried[p], more):
            yield n, p, more


# The same for another solver, whose optimum is the most that can be placed:
# x is a pair that is taken, y a day on which a person works.
def model(out):
    persons, carried = dict(enumerate(rows("persons.csv"), 1)), begin()
    wanted = [int(r["personen"]) for r in rows("needs.csv")]
    by_need, by_person = {}, {}
    for n, p, more in pairs(persons, carried):
        by_need.setdefault(n, []).append(f"x{n}_{p}")
        by_person.setdefault(p, []).append((f"x{n}_{p}", more))
    add = lambda terms: "\n + ".join(terms)
    whole = [x for xs in by_need.values() for x in xs]
    print("maximize z:", add(whole), "subject to", sep="\n", file=out)
    for n, xs in by_need.items():
        print(add(xs), "<=", wanted[n], file=out)
    for p, taken in by_person.items():
        recent = sum(c[2] for c in carried[p] if 0 <= (TODAY - c[3]).days < 30)
        print(add(f"{m[2]} {x}" for x, m in taken), "<=", MOST - recent,
              file=out)
        day = lambda work: f"y{p}_{work.toordinal()}"
        days = sorted({m[0] for x, m in taken})
        for x, m in taken:
            print(f"{x} - {day(m[0])} <= 0", file=out)
        for first in days:
            near = [day(d) for d in days if 0 <= (d - first).days <= REST]
            print(add(near), "<= 1", file=out)
        for week in {d.isocalendar()[:2] for d in days}:
            hours = sum(c[1] for c in carried[p]
                        if c[0].isocalendar()[:2] == week)
            print(add(f"{m[1] or 0.01} {x}" for x, m in taken
                      if m[0].isocalendar()[:2] == week), "<=",
                  float(persons[p]["capaciteit"] or 1e6) - hours, file=out)
        whole += [day(d) for d in days]
    print("binary", *whole, "end", sep="\n", file=out)


# "Objective:  z = 98 (MAXimum)" of glpsol
def optimum(name):
    with open(name) as f:
        return next(round(float(line.split()[3])) for line in f
                    if line.startswith("Objective:"))


if sys.argv[1] == "make":
    make()
elif sys.argv[1] == "model":
    model(sys.stdout)
else:
    placed = check(sys.argv[2])
    turn = in_turn(dict(enumerate(rows("persons.csv"), 1)))
    most = optimum(sys.argv[3])
    print(placed, "placed; in turn", turn, "and at most", most)
    sys.exit(not (turn < placed and most - 1 <= placed <= most))
