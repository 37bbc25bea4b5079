#!/bin/sh
# today - what falls due, and the sums with days against Python
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/start.sh"
start
export SP_LANG=en
today() {
	sp-report vandaag -o csv
}
nothing() {
	today
	echo "$?"
}
prints 'nothing is due, and that is exit 1' nothing <<'X'
date,what,kind,id,person
1
X
sp-add -q toestemming persoon=1 doel=benaderen gegeven_op=2025-01-01 \
	geldig_tot=2026-03-20 >/dev/null
sp-add -q toestemming persoon=2 doel=benaderen gegeven_op=2024-01-01 \
	geldig_tot=2026-03-01 >/dev/null
sp-add -q toestemming persoon=2 doel=benaderen gegeven_op=2026-01-01 >/dev/null
sp-add -q toestemming persoon=3 doel=benaderen gegeven_op=2024-01-01 \
	geldig_tot=2026-03-10 ingetrokken_op=2026-02-01 >/dev/null
sp-add -q toestemming persoon=4 doel=benaderen gegeven_op=2024-01-01 \
	geldig_tot=2026-02-01 >/dev/null
sp-add -q persoon 3 niet_voor=2026-03-12 >/dev/null
sp-add -q persoon 4 niet_voor=2026-05-12 >/dev/null
sp-add -q project naam=Straat tot=2026-04-01 fase=uitvoering >/dev/null
sp-add -q project naam=Plein tot=2026-04-01 fase=afgerond >/dev/null
sp-add -q activiteit naam=Avond datum=2026-03-17 organisator=3 >/dev/null
sp-add -q activiteit naam=Gisteren datum=2026-03-04 >/dev/null
sp-add -q activiteit naam=Later datum=2026-04-05 >/dev/null
sp-signal add -q soort=zorg op=2026-02-20 via=1 >/dev/null
SP_USER=bo sp-signal add -q soort=zorg op=2026-02-21 >/dev/null
prints 'what falls due, by date' today <<'X'
date,what,kind,id,person
2026-02-01,consent ends,toestemming,5,4
2026-02-24,waits for a first message,signaal,1,1
2026-02-25,waits for a desk,signaal,1,1
2026-03-06,waits for an answer,signaal,1,1
2026-03-12,may be asked again,persoon,3,3
2026-03-13,say how it stands,signaal,1,1
2026-03-17,takes place,activiteit,1,3
2026-03-20,consent ends,toestemming,1,1
2026-04-01,project ends,project,1,
X
prints 'for somebody else' sh -c \
	'sp-report today wie=bo -o csv | grep signaal' <<'X'
2026-02-25,waits for a first message,signaal,2,
2026-02-26,waits for a desk,signaal,2,
2026-03-09,waits for an answer,signaal,2,
2026-03-16,say how it stands,signaal,2,
X
prints 'with names for people' sh -c \
	'sp-report vandaag -o table | sed -n "1p;3p"' <<'X'
date        what                       kind         id  person
2026-02-24  waits for a first message  signaal       1  Fatima
X
sp-add -q instelling verloopt_binnen_dagen waarde=5 >/dev/null
prints 'the horizon is a setting' today <<'X'
date,what,kind,id,person
2026-02-01,consent ends,toestemming,5,4
2026-02-24,waits for a first message,signaal,1,1
2026-02-25,waits for a desk,signaal,1,1
2026-03-06,waits for an answer,signaal,1,1
X
sp-add -q instelling verloopt_binnen_dagen waarde=veel >/dev/null
prints 'one that is no number is the one a store begins with' \
	sh -c 'sp-report vandaag -o csv | wc -l' <<'X'
10
X

# a record is gone through again so many days after the last time
sp-add -q instelling verloopt_binnen_dagen waarde=30 >/dev/null
python3 - >people.csv <<'X'
import datetime, random
r = random.Random(5)
day = datetime.date(2025, 1, 1)
print("alias,nagekeken_op,bijgewerkt_op,status")
for i in range(200):
    a = [str(day + datetime.timedelta(r.randrange(430))) for _ in "ab"]
    print("p%d,%s,%s,%s" % (i, r.choice(["", a[0]]), a[1],
                            r.choice(["actief", "actief", "pauze"])))
X
sp-add -q persoon people.csv
expected() {
	sp-report lijst persoon -o json | python3 -c '
import datetime, json, sys
days = int(sys.argv[1])
last = datetime.date(2026, 3, 5) + datetime.timedelta(30)
due = []
for p in json.load(sys.stdin):
    if p["status"] != "active": continue
    day = (datetime.date.fromisoformat(p["checked_on"] or p["updated_on"])
           + datetime.timedelta(days))
    if day <= last: due.append((str(day), p["id"]))
for day, id in sorted(due): print(day, id)
' "$1"
}
again() {
	sp-report vandaag -o jsonl |
		jq -r 'select(.what == "go through the record together") |
		"\(.date) \(.id)"'
}
for days in 180 0 31 365; do
	sp-add -q instelling nakijken_na_dagen waarde=$days >/dev/null
	expected $days >list
	prints "gone through after $days days, as Python counts" again <list
done

# talks about how she is: until one of that sort is held
talks() {
	sp-report vandaag -o csv | grep gesprek || echo none
}
sp-add -q persoon 4 status=pauze >/dev/null
sp-add -q gesprek persoon=1 soort=welzijn datum=2025-12-01 werkplezier=2 \
	notitie='slaapt slecht' volgende_op=2026-03-01 >/dev/null
sp-add -q gesprek persoon=2 soort=begeleiding datum=2026-02-01 \
	volgende_op=2026-03-20 >/dev/null
sp-add -q gesprek persoon=3 soort=welzijn datum=2026-02-01 \
	volgende_op=2026-05-20 >/dev/null
sp-add -q gesprek persoon=4 soort=welzijn datum=2026-02-01 \
	volgende_op=2026-03-04 >/dev/null
prints 'the next talk falls due; not of who pauses' talks <<'X'
2026-03-01,ask how she is,gesprek,1,1
2026-03-20,talk with her again,gesprek,2,2
X
sp-add -q gesprek persoon=1 soort=begeleiding datum=2026-03-05 >/dev/null
prints 'another sort of talk is not that one' talks <<'X'
2026-03-01,ask how she is,gesprek,1,1
2026-03-20,talk with her again,gesprek,2,2
X
sp-add -q gesprek persoon=1 soort=welzijn datum=2026-03-05 >/dev/null
prints 'it was held' talks <<'X'
2026-03-20,talk with her again,gesprek,2,2
X
private() {
	for format in table md html; do
		sp-report lijst gesprek -o $format || return 1
	done >all
	sp-report toon persoon 1 >>all
	sp-report vandaag -o table >>all
	grep -q wellbeing all && ! grep -i -e satisfaction -e slaapt all
}
ok 'how she likes her work is on no list' private
prints 'but with the talk itself' sh -c \
	'sp-report toon gesprek 1 | grep satisfaction' <<'X'
job_satisfaction       2
X

fails 'a file' 2 'sp-report: vandaag takes wie=NAME at most; see sp-report vandaag --help' \
	sp-report vandaag x
fails 'another field' 2 'sp-report: vandaag takes wie=NAME at most; see sp-report vandaag --help' \
	sp-report vandaag naam=anna
fails 'nobody' 2 'sp-report: vandaag takes wie=NAME at most; see sp-report vandaag --help' \
	sp-report vandaag wie=
fails 'not somebody' 2 'sp-report: vandaag takes wie=NAME at most; see sp-report vandaag --help' \
	sp-report vandaag 'wie!=anna'
done_testing
