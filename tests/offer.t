#!/bin/sh
# offer - what there is in each area, and who does the same there
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/town.sh"
sp-add -q gebied code=GM0344 naam=Utrecht soort=gemeente >/dev/null
sp-add -q gebied code=BU03440101 naam=Noord ouder=GM0344 >/dev/null
sp-add -q organisatie naam=Loket domein=energie gebied=Noord >/dev/null
sp-add -q organisatie naam=Spil domein=energie,sport gebied=Noord,GM0344 >/dev/null
sp-add -q dienst naam=Box org=Loket domein=energie gebied=Noord >/dev/null
sp-add -q initiatief naam=Ruilkast gebied=Noord >/dev/null
sp-add -q activiteit naam=Avond datum=2026-03-17 domein=sport gebied=Noord >/dev/null
sp-add -q organisatie naam=Landelijk domein=zorg >/dev/null
prints 'a row for each area a record works in' sp-report overzicht <<'X'
gebied,soort,id,naam,domein,dubbel
,organisatie,3,Landelijk,zorg,0
1,organisatie,2,Spil,energie|sport,0
2,activiteit,1,Avond,sport,1
2,dienst,1,Box,energie,2
2,initiatief,1,Ruilkast,,0
2,organisatie,1,Loket,energie,2
2,organisatie,2,Spil,energie|sport,3
X
prints 'with names for people' sp-report overzicht -o table --lang en \
	gebied=Noord domein=energie <<'X'
area     kind         id  name   domain         double
Utrecht  organisatie   2  Spil   energy, sport       0
Noord    dienst        1  Box    energy              2
Noord    organisatie   1  Loket  energy              2
Noord    organisatie   2  Spil   energy, sport       2
X
fails 'nothing there' 1 '' sp-report overzicht domein=cultuur
fails 'a file' 2 'sp-report: x: write field=value; see sp-report overzicht --help' \
	sp-report overzicht x
fails 'a field they do not all have' 2 \
	'sp-report: omschrijving: organisatie has no such field; sp-add --describe organisatie lists them' \
	sp-report overzicht omschrijving=x

# a town, counted by Python from the lists
rm sp.db
ok 'a town goes in' town
# and much in few weeks, for some or for everybody
more() {
	python3 - <<'X'
import csv, datetime, json, random
r = random.Random(31)
areas = [a["code"] for a in json.load(open("gebied.json"))][:6]
def rows(kind, n, more):
    with open(kind + ".more", "w") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["naam", "gebied", "domein", "doelgroep"] + more)
        for i in range(n):
            groups = r.sample(["ouderen", "ouders", "huurders"],
                              r.randrange(3))
            day = datetime.date(2025, 12, 22) + datetime.timedelta(
                r.randrange(21))
            out.writerow(["Meer %d" % i, r.choice(areas),
                          "|".join(r.sample(["energie", "zorg", "sport"],
                                            r.randint(1, 2))),
                          "|".join(groups)] +
                         [{"datum": day, "organisatie": 1}[c] for c in more])
rows("activiteit", 60, ["datum"])
rows("initiatief", 20, [])
rows("dienst", 20, ["organisatie"])
X
}
sp-report lijst gebied -o json >gebied.json
more
for kind in activiteit initiatief dienst; do
	ok "more: $kind" sp-add $kind $kind.more
done
counted() {
	for kind in organisatie dienst initiatief activiteit; do
		sp-report lijst $kind -o json >$kind.json
	done
	python3 - <<'X'
import datetime, json
rows = []
for kind in ("organisatie", "dienst", "initiatief", "activiteit"):
    for r in json.load(open(kind + ".json")):
        areas = r["gebied"] or [0]
        for a in areas if isinstance(areas, list) else [areas]:
            week = datetime.date.fromisoformat(r["datum"]).isocalendar()[:2] \
                if "datum" in r else None
            rows.append((a, kind, r["naam"], r["id"], r["domein"] or [],
                         set(r.get("doelgroep") or []), week))
for r in sorted(rows, key=lambda r: (r[0], r[1], r[2].encode(), r[3])):
    double = sum(o is not r and o[0] == r[0] and
                 bool(set(o[4]) & set(r[4])) and
                 (not o[5] or not r[5] or bool(o[5] & r[5])) and
                 (not o[6] or not r[6] or o[6] == r[6]) for o in rows)
    print(r[0] or "", r[1], r[3], r[2], "|".join(r[4]), double, sep=",")
X
}
counted >list
rows() {
	sp-report overzicht | tail -n +2
}
prints 'a town, as Python counts it' rows <list
doubled() {
	sp-report overzicht dubbel="$1" | tail -n +2
}
grep -v ',0$' list >double
prints 'only what is double' doubled ja <double
grep ',0$' list >single
prints 'and only what is not' doubled nee <single
fails 'neither' 2 'sp-report: dubbel: "soms" is neither ja nor nee' \
	sp-report overzicht dubbel=soms
# the same week is Monday to Sunday, and the list of activities agrees
sp-report lijst activiteit -o json >activiteit.json
pairs() {
	python3 - <<'X'
import datetime, json
rows = json.load(open("activiteit.json"))
week = lambda r: datetime.date.fromisoformat(r["datum"]).isocalendar()[:2]
for r in rows:
    if any(o["id"] != r["id"] and o["gebied"] == r["gebied"] and r["gebied"]
           and set(o["domein"] or []) & set(r["domein"] or [])
           and week(o) == week(r) for o in rows):
        print(r["id"])
X
}
pairs >meet
ok 'some activities meet' test -s meet
prints 'activities that get in the way of each other' \
	sh -c 'sp-report lijst activiteit dubbel=ja --fields id | tail -n +2' \
	<meet
done_testing
