#!/bin/sh
# nearby - the likest of many signals against Python, which reads every text
. "${SP_SOURCE:?}/tests/lib.sh"
export SP_TODAY=2026-11-10 SP_USER=anna

sp-add -q gebied code=GM0344 naam=Stad
for name in A B C; do
	sp-add -q gebied code="WK03440$name" naam="$name" ouder=Stad
done
sp-add -q buren gebied=A buur=B

cat >other.py <<'X'
# What likeness.h and similar.h say, once more, of each signal there is.
import random, sqlite3, subprocess, sys
from datetime import date
from trigrams import grams

words = ("de lift is weer kapot en niemand komt voor mevrouw met een rolstoel "
    "pannen op inductie zijn te duur in onze straat brief van gemeente over "
    "energie begrijpt zij niet schimmel vocht slaapkamer één café").split()
domains = "wonen energie zorg jeugd".split()
near = {"A": {"A": 1000, "B": 600, "Stad": 600},
    "Stad": dict.fromkeys(("A", "B", "C", "Stad"), 1000)}

def weighed(text):
    found = grams(text)
    return found, sum(found.values())

def alike(one, other):
    shared = sum(min(n, one[0][gram]) for gram, n in other[0].items()
        if gram in one[0])
    return 2000 * shared // ((one[1] + other[1]) or 1)

def write(n):
    pick = random.Random(11)
    print("gemeld_op;soort;domein;gebied;tekst")
    for _ in range(n):
        day = date.fromordinal(date(2026, 11, 10).toordinal()
            - pick.randrange(400))
        of = "|".join(pick.sample(domains, pick.choice((0, 1, 1, 1, 2))))
        place = pick.choice(("A", "B", "C", "Stad", ""))
        said = " ".join(pick.choices(words, k=pick.randrange(1, 12)))
        print(day, "zorg", of, place, said, sep=";")

def read():
    rows = sqlite3.connect("sp.db").execute("SELECT s.id, gemeld_op, domein, "
        "g.naam, tekst FROM signaal s LEFT JOIN gebied g ON g.id = gebied "
        "WHERE dubbel_van IS NULL AND status <> 'geannuleerd' "
        "AND tekst IS NOT NULL")
    return [(i, date.fromisoformat(day), set(of.split("|")) if of else None,
        place, weighed(said)) for i, day, of, place, said in rows]

def answer(signals, domain, place, day, text):
    found = []
    ours = weighed(text)
    for i, when, of, where, said in signals:
        days = abs((when - day).days)
        close = (near[place].get(where, 0) if place and where else -1)
        if days > 365 or 0 <= close < 500:
            continue
        likeness = alike(ours, said)
        met = int(domain in of) if domain and of else -1
        if likeness < (300 if close >= 500 and met == 1 else 600):
            continue
        known = [(50, likeness), (10, 1000 * (365 - days) // 365)]
        if close >= 0:
            known.append((20, close))
        if met >= 0:
            known.append((20, 1000 * met))
        score = sum(w * m for w, m in known) // sum(w for w, _ in known)
        same = likeness >= 600 and days <= 30
        found.append((-score, i, "dubbel" if same else "terugkerend"))
    return sorted(found)

def compare():
    pick = random.Random(12)
    signals = read()
    told = 0
    for _ in range(16 if len(signals) > 1000 else 40):
        domain = pick.choice((None, "energie", "zorg"))
        place = pick.choice((None, "A", "Stad"))
        day = date(2026, pick.randrange(1, 11), 5)
        text = pick.choice((" ".join(pick.choices(words, k=8)),
            "lift kapot", "Hangjongeren bij het speelplein", "brieven"))
        limit = pick.choice((1, 10, 200, 500, 2000, 0))
        asked = ["sp-signal", "similar", "tekst=" + text, f"gemeld_op={day}",
            "--limit", str(limit), "--fields", "gelijkenis,id,oordeel"]
        asked += ["domein=" + domain] if domain else []
        asked += ["gebied=" + place] if place else []
        got = subprocess.run(asked, capture_output=True, text=True).stdout
        wanted = answer(signals, domain, place, day, text)
        wanted = wanted[:limit] if limit else wanted
        if got.split("\n")[1:-1] != [f"{-s},{i},{v}" for s, i, v in wanted]:
            sys.exit(f"{asked}: {got[:300]} {wanted[:20]}")
        told += len(wanted)
    if told < 12:
        sys.exit(f"only {told} are alike")

write(int(sys.argv[2])) if sys.argv[1] == "write" else compare()
X
other() {
	PYTHONPATH="$source/tests" python3 -B other.py "$@"
}

# many COUNT: so many signals, some of them tied, cancelled or without words
many() {
	other write "$1" >in.csv
	sp-signal add -q in.csv >/dev/null &&
		sqlite3 sp.db "UPDATE signaal SET dubbel_van = 1 WHERE id % 17 = 3;
		UPDATE signaal SET status = 'geannuleerd' WHERE id % 11 = 4;
		UPDATE signaal SET tekst = NULL WHERE id % 13 = 5"
}
cp sp.db none.db
ok 'some signals' many 300
ok 'the likest of some are the same' other compare
cp none.db sp.db
# more than are read before it is seen who else may be among the best
ok 'thousands' many 40000
ok 'the likest of thousands are the same' other compare

done_testing
