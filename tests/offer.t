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
counted() {
	for kind in organisatie dienst initiatief activiteit; do
		sp-report lijst $kind -o json >$kind.json
	done
	python3 - <<'X'
import json
rows = []
for kind in ("organisatie", "dienst", "initiatief", "activiteit"):
    for r in json.load(open(kind + ".json")):
        areas = r["gebied"] or [0]
        for a in areas if isinstance(areas, list) else [areas]:
            rows.append((a, kind, r["naam"], r["id"], r["domein"] or []))
for r in sorted(rows, key=lambda r: (r[0], r[1], r[2].encode(), r[3])):
    double = sum(o is not r and o[0] == r[0] and
                 bool(set(o[4]) & set(r[4])) for o in rows)
    print(r[0] or "", r[1], r[3], r[2], "|".join(r[4]), double, sep=",")
X
}
counted >list
rows() {
	sp-report overzicht | tail -n +2
}
prints 'a town, as Python counts it' rows <list
done_testing
