#!/bin/sh
# profile - what kinds of people live in an area: tests/realdata.t loads the
# districts of the whole country
. "${SP_SOURCE:?}/tests/lib.sh"
export SP_LANG=en

sp-add -q gebied - <<'X'
code,naam,soort,ouder,inwoners
GM0344,Utrecht,gemeente,,361699
WK034403,Overvecht,wijk,GM0344,34560
WK034404,Noordoost,wijk,GM0344,39850
WK034499,Buitenaf,wijk,GM0344,10
WK034498,Nieuw,wijk,GM0344,
X
add() {
	sp-add gebiedsprofiel "$@"
}
sum() {
	echo "sp-add: gebiedsprofiel: $1 read, $2 added, $3 changed, $4 unchanged, 0 rejected"
}
cat >ages.csv <<'X'
gebied,jaar,kenmerk,waarde,aandeel
WK034403,2022,leeftijd,0-14,21
WK034403,2022,leeftijd,15-24,13
WK034403,2022,leeftijd,25-64,52
WK034403,2022,leeftijd,65+,14
WK034404,2022,leeftijd,0-14,18.5
X
fails 'shares of a year' 0 "$(sum 5 5 0 0)" add ages.csv
fails 'again they change nothing' 0 "$(sum 5 0 0 5)" add ages.csv
sed s/2022/2023/ ages.csv >next.csv
fails 'those of the next year stand beside them' 0 "$(sum 5 5 0 0)" add next.csv
cat >counts.csv <<'X'
area,year,characteristic,value,count
Overvecht,2022,type of dwelling,flat,11020
X
fails 'a count, by English names' 0 "$(sum 1 1 0 0)" \
	sp-add area_profile counts.csv
listed() {
	sp-report lijst gebiedsprofiel "$@" -o csv --lang nl \
		--fields gebied,jaar,kenmerk,waarde,aantal,aandeel
}
prints 'and it comes out' listed kenmerk=woningtype <<'X'
gebied,jaar,kenmerk,waarde,aantal,aandeel
2,2022,woningtype,flat,11020,
X
prints 'for an area and all in it' listed gebied=Utrecht jaar=2023 \
	waarde=0-14 <<'X'
gebied,jaar,kenmerk,waarde,aantal,aandeel
2,2023,leeftijd,0-14,,21
3,2023,leeftijd,0-14,,18.5
X
prints 'the area shows them' sh -c \
	'sp-report toon gebied Overvecht | sed -n "/^area_profile/,$ p" | head -3' <<'X'
area_profile (area): 9
  11  year 2022, type of dwelling, flat, count 11020
  9  year 2023, age, 65+, share 14
X

fails 'no number' 2 \
	'sp-add: count: is missing, and share too; give one of them' \
	add gebied=Overvecht jaar=2022 kenmerk=werk waarde=werkt
fails 'a share of more than a hundred' 2 'sp-add: share: is not from 0 to 100' \
	add gebied=Overvecht jaar=2022 kenmerk=werk waarde=werkt aandeel=100.1
fails 'or of less than none' 2 'sp-add: share: is not from 0 to 100' \
	add gebied=Overvecht jaar=2022 kenmerk=werk waarde=werkt aandeel=-1
fails 'a count of less than none' 2 \
	'sp-add: count: "-1" is not from 0 to 100000000' \
	add gebied=Overvecht jaar=2022 kenmerk=werk waarde=werkt aantal=-1
fails 'a characteristic that is none' 2 \
	'sp-add: characteristic: "hobby" is not on the list kenmerk: woningtype, eigendom, leeftijd, levensfase, huishouden, opleiding, inkomen, werk' \
	add gebied=Overvecht jaar=2022 kenmerk=hobby waarde=schaken aandeel=1
fails 'without its year' 2 \
	'sp-add: year: is missing; every area_profile has one' \
	add gebied=Overvecht kenmerk=werk waarde=werkt aandeel=66
fails 'nor can the only number be taken off' 2 \
	'sp-add: count: is missing, and share too; give one of them' add 11 aantal=

# what they add up to
over() {
	echo "sp-add: shares that add up to more than 100: $1, the first: $2; what overlaps is no part of the same characteristic"
}
change() {
	printf '%s\n' 'gebied,jaar,kenmerk,waarde,aandeel' "$@" | add -n -
}
of() {
	echo "sp-add: gebiedsprofiel, dry run: $1 read, $2 to add, $3 to change, 0 unchanged, 0 rejected"
}
fails 'more than the whole is said' 0 \
	"$(over 1 'leeftijd of gebied 2 in 2022, 120')
$(of 1 1 0)" change WK034403,2022,leeftijd,75+,20
fails 'in Dutch' 0 \
	'sp-add: aandelen die samen meer dan 100 zijn: 1, de eerste: leeftijd van gebied 2 in 2022, 120; wat overlapt hoort niet bij hetzelfde kenmerk
sp-add: gebiedsprofiel, op proef: 1 gelezen, 1 toe te voegen, 0 te wijzigen, 0 ongewijzigd, 0 afgewezen' \
	env SP_LANG=nl sp-add -n gebiedsprofiel gebied=Overvecht jaar=2022 \
	kenmerk=leeftijd waarde=75+ aandeel=20
fails 'the first of several' 0 "$(over 2 'leeftijd of gebied 2 in 2023, 120')
$(of 2 2 0)" change WK034403,2023,leeftijd,75+,20 WK034404,2023,leeftijd,65+,90
fails 'not what rounding makes' 0 "$(of 1 1 0)" \
	change WK034403,2022,leeftijd,75+,2.5
fails 'and not a half more' 0 "$(over 1 'leeftijd of gebied 2 in 2022, 103')
$(of 1 1 0)" change WK034403,2022,leeftijd,75+,3
fails 'nor what counts of a few people make' 0 "$(of 2 2 0)" \
	change WK034499,2022,leeftijd,0-14,100 WK034499,2022,leeftijd,15+,100
fails 'where nobody knows how many they are it is said' 0 \
	"$(over 1 'leeftijd of gebied 5 in 2022, 200')
$(of 2 2 0)" change WK034498,2022,leeftijd,0-14,100 WK034498,2022,leeftijd,15+,100
fails 'only the end of a run counts, in whatever order' 0 "$(of 2 0 2)" \
	change WK034403,2022,leeftijd,15-24,52 WK034403,2022,leeftijd,25-64,13
fails 'other years and areas are others' 0 "$(of 2 2 0)" \
	change WK034403,2021,leeftijd,0-14,90 WK034404,2022,leeftijd,65+,80
sp-add -q code lijst=kenmerk code=spreekt nl=spreekt en=speaks >/dev/null
fails "of a town's own characteristic somebody may have two" 0 "$(of 2 2 0)" \
	change WK034403,2022,spreekt,nl,95 WK034403,2022,spreekt,ar,30
prints '-q keeps it to itself' add -qn gebied=Overvecht jaar=2022 \
	kenmerk=leeftijd waarde=75+ aandeel=20 </dev/null

# the same of many, counted by Python
run sh -c 'python3 - >random.csv <<X
import random
r = random.Random(32)
print("gebied,jaar,kenmerk,waarde,aandeel")
for a in ("GM0344", "WK034403", "WK034404", "WK034498"):
    for y in range(2000, 2015):
        for k in "woningtype", "huishouden", "werk":
            for w in range(r.randint(1, 4)):
                print(a, y, k, w, round(r.uniform(0, 60), r.randint(0, 2)), sep=",")
X'
told() {
	sp-add gebiedsprofiel random.csv 2>&1 | sed -n 's/.*100: \([0-9]*\),.*/\1/p'
}
by_python() {
	python3 - <<'X'
import csv, collections
people = {"GM0344": 361699, "WK034403": 34560, "WK034404": 39850}
sums = collections.defaultdict(list)
for r in csv.DictReader(open("random.csv")):
    sums[r["gebied"], r["jaar"], r["kenmerk"]].append(float(r["aandeel"]))
print(sum(sum(s) > 100 + len(s) * (.5 + (500 / people[k[0]] if k[0] in people
    else 0)) for k, s in sums.items()))
X
}
by_python >expected
prints 'as many as Python counts' told <expected
done_testing
