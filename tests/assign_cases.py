# assign_cases - small cases that do not meet, all in one store: each has its
# own titles, so that its persons are candidates for its needs alone
import csv, random, subprocess, sys

WEIGHTS = {"kwaliteit": 0, "evenwicht": 700, "spreiding": 0}
TODAY, MOST = "2026-03-05", 4
COUNTING = ["gevraagd", "toegezegd", "gedaan", "niet_doorgegaan"]
OTHER = ["concept", "geweigerd", "geannuleerd"]


def write(name, header, rows):
    with open(name, "w", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def make(cases):
    rng = random.Random(3104)
    persons, asks, needs, loads = [], [], [], []
    for case in range(cases):
        n, m = rng.randint(1, 7), rng.randint(1, 6)
        titles = [[] for _ in range(m)]
        full = rng.random() < 0.4
        room = 0
        ours = []
        for p in range(m):
            hours = rng.choice(["", "", 2, 3, 4, 8])
            load = rng.choice([0, 0, 1, 2, 3])
            most = MOST - load if hours == "" else min(MOST - load, hours // 2)
            room += most
            loads.append((case, len(persons) + p + 1, load, load + most))
            ours.append(hours)
            for status in (rng.choices(COUNTING, k=load) +
                           rng.choices(OTHER, k=rng.choice([0, 0, 2]))):
                day = "2026-02-%02d" % rng.randint(5, 27)
                asks.append((len(persons) + p + 1, day, status))
        if full:
            n = max(room, 1)
        for i in range(n):
            title = f"c{case}n{i}"
            for p in range(m):
                if full and rng.random() < 0.8 or rng.random() < 0.6:
                    titles[p].append(title)
            wished = rng.sample(["ar", "pl", "tr", "fr"], rng.randint(1, 4))
            wanted = 1 if full else rng.choice([1, 1, 2, 3])
            needs.append((case, title, "|".join(wished), wanted))
        for p in range(m):
            speaks = rng.sample(["ar", "pl", "tr", "fr"], rng.randint(0, 4))
            persons.append((f"c{case}p{p}", "|".join(["nl"] + speaks),
                            "|".join(titles[p]), ours[p]))
    write("persons.csv", ["naam", "talen", "titel", "capaciteit"], persons)
    write("asks.csv", ["persoon", "datum", "status", "taak"],
          [ask + ("voorlichten",) for ask in asks])
    write("signals.csv", ["soort", "tekst"], [("vraag", "x")] * len(needs))
    write("needs.csv", ["signaal", "titel", "wens_taal", "personen"],
          [(i + 1,) + need[1:] for i, need in enumerate(needs)])
    write("wanted.csv", ["case", "need", "persons"],
          [(need[0], i + 1, need[3]) for i, need in enumerate(needs)])
    write("loads.csv", ["case", "person", "load", "capacity"], loads)


def rows(name):
    with open(name, newline="") as f:
        return list(csv.DictReader(f))


# For the other solver: what it decides first, and what was decided before.
def data(stage, cost, square, known):
    case_of = {r["need"]: r["case"] for r in rows("wanted.csv")}
    with open("cases.dat", "w") as f:
        print("data;\nparam byleft := %d;" % (stage == "left"), file=f)
        print(f"param bycost := {cost};\nparam bysquare := {square};", file=f)
        print("param: NEEDS: wanted :=", file=f)
        for r in rows("wanted.csv"):
            print(r["case"], r["need"], r["persons"], file=f)
        print(";\nparam: LOADS: load capacity :=", file=f)
        for r in rows("loads.csv"):
            print(r["case"], r["person"], r["load"], r["capacity"], file=f)
        print(";\nparam: PAIRS: cost :=", file=f)
        # found.csv: of sp-match find, whose lines are needs, header first
        for r in rows("found.csv"):
            need = str(int(r["regel"]) - 1)
            print(case_of[need], need, r["persoon"], 10000 - int(r["score"]),
                  file=f)
        print(";", file=f)
        for name, values in known.items():
            print(f"param {name} :=", file=f)
            for case, value in values.items():
                print(case, value, file=f)
            print(";", file=f)
        print("end;", file=f)


def solve(stage, cost, square, known):
    data(stage, cost, square, known)
    run = subprocess.run(["glpsol", "--model", "cases.mod", "--data",
                          "cases.dat"], capture_output=True, text=True)
    if "OPTIMAL" not in run.stdout:
        sys.exit(run.stdout)
    out = {}
    for line in open("glpsol.out"):
        case, left, spent, squares = line.split()
        out[case] = int(left), int(spent), int(squares)
    return out


# Case, asks left out, costs, load x load, as the policy ranks them.
def theirs(policy):
    left = {c: v[0] for c, v in solve("left", 0, 0, {}).items()}
    first = {"kwaliteit": (1, 0), "evenwicht": (1, WEIGHTS["evenwicht"]),
             "spreiding": (0, 1)}[policy]
    found = solve("rest", *first, {"left_known": left})
    if policy == "evenwicht":
        return found
    known = {c: first[0] * v[1] + first[1] * v[2] for c, v in found.items()}
    name = "cost_known" if policy == "kwaliteit" else "square_known"
    return solve("rest", first[1], first[0], {"left_known": left, name: known})


def ours(name):
    case_of = {r["need"]: r["case"] for r in rows("wanted.csv")}
    carried = {r["person"]: int(r["load"]) for r in rows("loads.csv")}
    limit = {r["person"]: int(r["capacity"]) for r in rows("loads.csv")}
    person_of = {r["person"]: r["case"] for r in rows("loads.csv")}
    left = {case: 0 for case in person_of.values()}
    cost, squares = dict(left), dict(left)
    for r in rows("wanted.csv"):
        left[r["case"]] += int(r["persons"])
    seen = set()
    for r in rows(name):
        case, pair = case_of[r["signaal"]], (r["signaal"], r["persoon"])
        assert person_of[r["persoon"]] == case and pair not in seen
        seen.add(pair)
        left[case] -= 1
        cost[case] += 10000 - int(r["score"])
        carried[r["persoon"]] += 1
        assert carried[r["persoon"]] <= limit[r["persoon"]]
    for person, load in carried.items():
        squares[person_of[person]] += load * load
    return {c: (left[c], cost[c], squares[c]) for c in left}


def show(policy, found):
    for case in sorted(found, key=int):
        left, cost, squares = found[case]
        if policy == "evenwicht":
            print(case, left, cost + WEIGHTS[policy] * squares)
        else:
            print(case, left, cost, squares)


if sys.argv[1] == "make":
    make(int(sys.argv[2]))
elif sys.argv[1] == "theirs":
    show(sys.argv[2], theirs(sys.argv[2]))
else:
    show(sys.argv[2], ours(sys.argv[3]))
