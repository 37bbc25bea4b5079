#!/bin/sh
# assign-needs - the needs of a store over the persons it knows
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/start.sh"

assign() {
	sp-match assign "$@"
}

# what it wants
see='; zie sp-match assign --help'
fails 'a capacity is for pairs' 2 \
	"sp-match: --capacity hoort bij --pairs; in de opslag heeft ieder haar eigen grens$see" \
	assign domein=energie --capacity 2
for given in x '' Kwaliteit; do
	fails "no policy \"$given\"" 2 \
		"sp-match: --policy is kwaliteit, evenwicht of spreiding$see" \
		assign domein=energie --policy="$given"
done
for given in 0 10001 x ''; do
	fails "no $given candidates" 2 \
		"sp-match: --candidates is een heel getal van 1 tot en met 10000$see" \
		assign domein=energie --candidates="$given"
done
fails 'no load weight of x' 2 \
	"sp-match: --load-weight is een heel getal van 0 tot en met 1000000000$see" \
	assign domein=energie --load-weight x
weighed="sp-match: --load-weight hoort bij --policy evenwicht$see"
fails 'the load weight is that of evenwicht' 2 "$weighed" \
	assign domein=energie --policy kwaliteit --load-weight 3
fails 'a trade-off has its own load weights' 2 "$weighed" \
	assign domein=energie --trade-off --load-weight 3
both="sp-match: geef --pairs BESTAND, --capacity N en --load-weight W, en verder niets$see"
for given in --policy=spreiding --candidates=3 --trade-off; do
	fails "pairs know no $given" 2 "$both" assign --pairs p.csv \
		--capacity 1 --load-weight 0 "$given"
done
fails 'without a store' 4 \
	'sp-match: sp.db: er is geen opslag; sp-add of sp-store init maakt er een' \
	assign domein=energie

start >/dev/null
sp-signal add -q - >/dev/null <<X
soort,domein,gebied,taal,tekst
zorg,energie|armoede,1,,wat kost dat
zorg,energie,1,ar,wat kost dat
vraag,gezondheid,1,ti,waar is het spreekuur
zorg,energie,1,ti,wat kost dat
X
cp sp.db before.db

# what may stand in the rows
refused() {
	what=$1 message=$2
	cat >bad.csv
	fails "$what" 2 "sp-match: bad.csv:$message" assign bad.csv
}
refused 'a need that says nothing' \
	'2: zegt niets van wat nodig is' <<X
domein,personen
,2
X
refused 'nobody is wanted' '2: personen: "0" ligt niet tussen 1 en 1000' <<X
domein,personen
energie,0
X
refused 'a signal that is not there' \
	'2: signaal: er is geen signaal "99"; sp-report lijst signaal toont wat er is' <<X
signaal
99
X
refused 'a strange column' \
	'1: onbekende kolom: waarom; --map hun=ons hernoemt, --ignore-unknown slaat over' <<X
domein,waarom
energie,x
X
fails 'a field that is no part of a need' 2 \
	'sp-match: tekst: een behoefte kent signaal=, vacature=, gebied=, max_km=, domein=, geleerd=, taal=, wens_taal=, rol=, titel=, doelgroep=, taak=, uren=, zwaar=, wanneer=, org=, project= en personen=' \
	assign tekst=x
fails 'personen is one number' 2 'sp-match: personen: schrijf veld=waarde' \
	assign domein=energie 'personen>=2'
fails 'personen is a number' 2 'sp-match: personen: "x" is geen heel getal' \
	assign domein=energie personen=x
fails 'personen is not empty' 2 'sp-match: personen: is leeg' \
	assign domein=energie personen=

# the pipeline, from signals on
list() {
	sp-signal list status=gemeld -o "$1"
}
shared='sp-match: signaal 4: 0 van 1 geplaatst; niemand voldoet; wie zou voldoen zonder domein: 1, zonder taal: 3
sp-match: evenwicht: 3 van 4 geplaatst, score 28014, hoogste belasting 1; eerste keus overgeslagen om belasting: 0'
for format in jsonl json csv tsv; do
	list "$format" >"signals.$format"
	fails "signals as $format" 0 "$shared" assign "signals.$format"
done
list excel >signals.excel
fails 'signals of a spreadsheet' 0 "$shared" assign -i excel signals.excel
prints 'rows of signals, persons and scores' \
	assign signals.jsonl --fields signaal,persoon,score,domein,gebied <<X
signaal,persoon,score,domein,gebied
1,1,9264,energie|armoede,1
2,2,9375,energie,1
3,4,9375,gezondheid,1
X
ok 'as JSON lines' sh -c "sp-match assign signals.csv -o jsonl |
	jq -es '.[1] | .signaal == 2 and (.redenen | length) > 0 and
		(has(\"uren\") | not)'"
prints 'names for people, as a table' \
	assign signals.csv -o table --fields signaal,persoon <<X
signaal  persoon
1        Fatima
2        Yusuf
3        Amina
X
prints 'in English' assign signals.csv --lang en -o csv \
	--fields signal,person,hours <<X
signal,person,hours
1,1,
2,2,
3,4,
X
fails 'fields are one need' 0 \
	'sp-match: evenwicht: 2 van 2 geplaatst, score 18276, hoogste belasting 1; eerste keus overgeslagen om belasting: 0' \
	assign domein=energie taal=ar personen=2
fails 'nobody is placed' 1 \
	'sp-match: gebied=Kanaleneiland-Noord, domein=energie, taal=Pools: 0 van 1 geplaatst; niemand voldoet; wie zou voldoen zonder taal: 3
sp-match: evenwicht: 0 van 1 geplaatst, score 0, hoogste belasting 0; eerste keus overgeslagen om belasting: 0' \
	assign gebied=1 taal=pl domein=energie
printf 'signaal\n' >none.csv
fails 'no rows, so nothing is placed' 1 \
	'sp-match: evenwicht: 0 van 0 geplaatst, score 0, hoogste belasting 0; eerste keus overgeslagen om belasting: 0' \
	assign none.csv
fails 'quiet is quiet' 0 '' assign -q signals.csv
filled() {
	printf 'signaal,uren\n3,\n1,1\n' | assign uren=3 wanneer=2026-03-12 - \
		-q --fields signaal,persoon,uren,wanneer
}
prints 'fields fill in what rows do not say' filled <<X
signaal,persoon,uren,wanneer
1,1,1,2026-03-12
3,4,3,2026-03-12
X
ok 'nothing is stored' cmp sp.db before.db
if [ -w /dev/full ]; then
	full() {
		SP_LANG=en assign signals.csv -q >/dev/full
	}
	fails 'a full disk' 4 \
		'sp-match: writing failed: No space left on device' full
else
	skip 'there is no /dev/full'
fi

# what it writes an ask reads
asked_from() {
	sp-signal list status=gemeld -o jsonl | sp-match assign -q -o "$1" |
		sp-match ask -n org=1 taak=voorlichten uren=2 -
}
for format in csv json jsonl tsv; do
	fails "asked from $format" 0 \
		"sp-match: ask, op proef: 3 gelezen, 3 te wijzigen, 0 ongewijzigd, 0 afgewezen" \
		asked_from "$format"
done
journey() {
	sp-signal list status=gemeld -o jsonl | sp-match assign -o jsonl |
		sp-match ask org=1 taak=voorlichten uren=2 -
}
fails 'the journey: signals, shared out, asked' 0 \
	'sp-match: signaal 4: 0 van 1 geplaatst; niemand voldoet; wie zou voldoen zonder domein: 1, zonder taal: 3
sp-match: evenwicht: 3 van 4 geplaatst, score 28014, hoogste belasting 1; eerste keus overgeslagen om belasting: 0
sp-match: ask: 3 gelezen, 3 gewijzigd, 0 ongewijzigd, 0 afgewezen' journey
prints 'which gave three asks' sp-report lijst vraag -o csv \
	--fields persoon,org,taak,uren_begroot,signaal,domein,gebied,status <<X
persoon,org,taak,uren_begroot,signaal,domein,gebied,status
1,1,voorlichten,2,1,energie|armoede,1,gevraagd
2,1,voorlichten,2,2,energie,1,gevraagd
4,1,voorlichten,2,3,gezondheid,1,gevraagd
X
fails 'nobody is asked again while her answer is waited for' 1 \
	'sp-match: signaal 4: 0 van 1 geplaatst; niemand voldoet; wie zou voldoen zonder domein: 1, zonder taal: 3
sp-match: evenwicht: 0 van 1 geplaatst, score 0, hoogste belasting 0; eerste keus overgeslagen om belasting: 0
sp-match: al gevraagd voor deze signalen, en nog niet klaar: 3' assign signals.csv
second() {
	sed -n '1,4p' signals.csv | assign personen=2 --fields signaal,persoon -
}
prints 'another one may be, if two are wanted' second <<X
signaal,persoon
1,3
2,1
X
fails 'and there is none for the third' 0 \
	'sp-match: signaal 3: 0 van 1 geplaatst; niemand anders voldoet
sp-match: evenwicht: 2 van 3 geplaatst, score 16596, hoogste belasting 2; eerste keus overgeslagen om belasting: 0
sp-match: al gevraagd voor deze signalen, en nog niet klaar: 3' second
for state in toegezegd gedaan; do
	sp-match reply -q 1,2,3 $state >/dev/null
done
prints 'what was done is not waited for' assign -q signals.csv \
	--fields signaal <<X
signaal
1
2
3
X

# two persons: Aya has both languages that are wished for, Bo one
SP_STORE=two.db
sp-add -q persoon - >/dev/null <<X
naam,talen,domein,capaciteit
Aya,nl|ar|tr,sport,8
Bo,nl|ar,sport,8
X
printf 'domein,wens_taal,uren\nsport,ar|tr,1\nsport,ar|tr,1\nsport,ar|tr,1\n' \
	>three.csv
who() {
	sp-match assign --fields persoon,score three.csv "$@" | sort
}
prints 'kwaliteit: the best score, whatever the load' \
	who --policy kwaliteit <<X
1,9138
1,9138
1,9138
persoon,score
X
prints 'evenwicht: (9 - 5) x 258 is less than 1035 points' \
	who --load-weight 258 <<X
1,9138
1,9138
1,9138
persoon,score
X
prints 'evenwicht: (9 - 5) x 259 is more' who --load-weight 259 <<X
1,9138
1,9138
2,8103
persoon,score
X
prints 'spreiding: the loads, whatever the score' \
	who --policy spread -o jsonl <<X
{"persoon":1,"score":9138}
{"persoon":1,"score":9138}
{"persoon":2,"score":8103}
X
fails 'who was passed over is counted' 0 \
	'sp-match: spreiding: 3 van 3 geplaatst, score 26379, hoogste belasting 2; eerste keus overgeslagen om belasting: 1' \
	assign --policy spreiding three.csv
passed() {
	assign --policy spreiding three.csv | grep ^,2, | sed 's/.*; //'
}
prints 'and told, by name of its number' passed <<X
persoon 1 scoort 9138, en heeft er 2 in 30 dagen"
X
prints 'the trade-off, from kwaliteit to spreiding' assign --trade-off \
	three.csv <<X
beleid,gewicht,score,geplaatst,hoogste,kwadraten,sd,gini
kwaliteit,,27414,3,3,9,1.5,0.5
evenwicht,10,27414,3,3,9,1.5,0.5
evenwicht,25,27414,3,3,9,1.5,0.5
evenwicht,50,27414,3,3,9,1.5,0.5
evenwicht,100,27414,3,3,9,1.5,0.5
evenwicht,250,27414,3,3,9,1.5,0.5
evenwicht,500,26379,3,2,5,0.5,0.167
evenwicht,1000,26379,3,2,5,0.5,0.167
evenwicht,2500,26379,3,2,5,0.5,0.167
evenwicht,5000,26379,3,2,5,0.5,0.167
spreiding,,26379,3,2,5,0.5,0.167
X
ok 'the trade-off in English, as JSON' sh -c \
	"sp-match assign --trade-off three.csv -o json --lang en |
	jq -e 'length == 11 and .[0].policy == \"quality\" and
		.[0].weight == null and .[10].gini == 0.167'"

# what stands in the way of being placed, and what would help
told() {
	what=$1 status=$2 message=$3
	shift 3
	cat >told.csv
	fails "$what" "$status" "$message" assign told.csv "$@"
}
one='sp-match: evenwicht: 1 van 2 geplaatst, score 9138, hoogste belasting 1; eerste keus overgeslagen om belasting: 0'
two='sp-match: evenwicht: 2 van 2 geplaatst, score 17241, hoogste belasting 1; eerste keus overgeslagen om belasting: 1'
told 'one candidate each, and more where that does not do' 0 "$two" \
	--candidates 1 <<X
domein,wens_taal,uren
sport,ar|tr,8
sport,ar|tr,8
X
told 'hours are full' 0 \
	"sp-match: domein=sport, taal=Turks, uren=8: 0 van 1 geplaatst; wie voldoet: 1, allen vol: 8 van de 8 uur zijn die week bezet, en dit is 8 uur erbij; een andere dag of minder uren maakt plaats
$one" <<X
domein,taal,uren
sport,tr,8
sport,tr,8
X
told 'another week has room' 0 \
	'sp-match: evenwicht: 2 van 2 geplaatst, score 18276, hoogste belasting 2; eerste keus overgeslagen om belasting: 0' <<X
domein,taal,uren,wanneer
sport,tr,8,2026-03-11
sport,tr,8,2026-03-18
X
told 'days of rest' 0 \
	"sp-match: domein=sport, taal=Turks, wanneer=2026-03-12: 0 van 1 geplaatst; wie voldoet: 1, allen vol: werkt op 2026-03-11; dagen rust eromheen: 2; een andere dag of minder uren maakt plaats
$one
sp-match: paren opzij gezet, om rustdagen of uren naast een andere vraag: 1" <<X
domein,taal,wanneer
sport,tr,2026-03-11
sport,tr,2026-03-12
X
told 'asks in 30 days, a heavy one twice' 0 \
	'sp-match: domein=sport, taal=Turks, zwaar=ja: 0 van 1 geplaatst; wie voldoet: 1, allen vol: 4 vragen in 30 dagen (max 4); een vraag meer voor een van hen maakt plaats
sp-match: evenwicht: 2 van 3 geplaatst, score 18276, hoogste belasting 2; eerste keus overgeslagen om belasting: 0' <<X
domein,taal,zwaar
sport,tr,ja
sport,tr,ja
sport,tr,ja
X
told 'more are wanted than fit' 0 \
	'sp-match: domein=sport, taal=Turks: 1 van 2 geplaatst; wie voldoet: 1; wie zou voldoen zonder domein: 1, zonder taal: 2
sp-match: evenwicht: 1 van 2 geplaatst, score 9138, hoogste belasting 1; eerste keus overgeslagen om belasting: 0' <<X
domein,taal,personen
sport,tr,2
X
for day in 1 2 3 4; do
	sp-add -q vraag persoon=1 datum=2026-02-1$day status=gedaan >/dev/null
done
told 'who is at a limit is no candidate, and is told' 1 \
	'sp-match: domein=sport, taal=Turks: 0 van 1 geplaatst; niemand voldoet; wie zou voldoen zonder taal: 1; wie nu niet gevraagd kan worden: 1, de eerste: 4 vragen in 30 dagen (max 4)
sp-match: evenwicht: 0 van 1 geplaatst, score 0, hoogste belasting 0; eerste keus overgeslagen om belasting: 0' <<X
domein,taal
sport,tr
X
sp-add -q persoon 2 stand=alleen_bestaand >/dev/null
sp-signal add -q - >/dev/null <<X
soort,domein,tekst
vraag,sport,x
vraag,sport,x
X
sp-add -q vraag persoon=2 signaal=2 datum=2026-02-01 status=gedaan >/dev/null
existing() {
	printf 'signaal\n1\n2\n' | sp-match assign -q --fields signaal,persoon
}
prints 'for what she works for already, and for nothing new' existing <<X
signaal,persoon
2,2
X

# against another solver: hundreds of small cases in one store, with several
# persons for a need, loads from before, hours that run out, some of them just
# full. What counts first is found first, and then kept while the next is.
cat >cases.mod <<'X'
set NEEDS dimen 2;
set LOADS dimen 2;
set PAIRS dimen 3;
param byleft;
param bycost;
param bysquare;
param wanted{NEEDS};
param load{LOADS};
param capacity{LOADS};
param cost{PAIRS};
set CASES := setof{(i, p) in LOADS} i;
param left_known{CASES}, default -1;
param cost_known{CASES}, default -1;
param square_known{CASES}, default -1;
set PLACES := setof{(i, p) in LOADS, l in load[i, p] + 1..capacity[i, p]}
	(i, p, l);
var take{PAIRS} >= 0, <= 1;
var left{(i, n) in NEEDS} >= 0, <= wanted[i, n];
var used{PLACES} >= 0, <= 1;
var lefts{CASES};
var costs{CASES};
var squares{CASES};
minimize total: sum{i in CASES}
	(byleft * lefts[i] + bycost * costs[i] + bysquare * squares[i]);
subject to placed{(i, n) in NEEDS}:
	sum{(i, n, p) in PAIRS} take[i, n, p] + left[i, n] = wanted[i, n];
subject to loads{(i, p) in LOADS}: sum{(i, n, p) in PAIRS} take[i, n, p]
	= sum{(i, p, l) in PLACES} used[i, p, l];
subject to add_left{i in CASES}: lefts[i] = sum{(i, n) in NEEDS} left[i, n];
subject to add_cost{i in CASES}:
	costs[i] = sum{(i, n, p) in PAIRS} cost[i, n, p] * take[i, n, p];
subject to add_square{i in CASES}:
	squares[i] = sum{(i, p) in LOADS} load[i, p] * load[i, p]
	+ sum{(i, p, l) in PLACES} (2 * l - 1) * used[i, p, l];
subject to keep_left{i in CASES: left_known[i] >= 0}:
	lefts[i] = left_known[i];
subject to keep_cost{i in CASES: cost_known[i] >= 0}:
	costs[i] = cost_known[i];
subject to keep_square{i in CASES: square_known[i] >= 0}:
	squares[i] = square_known[i];
solve;
printf{i in CASES} "%d %.0f %.0f %.0f\n", i, lefts[i], costs[i], squares[i]
	> "glpsol.out";
end;
X
python3 "$source/tests/assign_cases.py" make 240
SP_STORE=cases.db
export SP_STORE
{
	sp-add -q persoon persons.csv
	sp-add -q vraag asks.csv
	sp-signal add -q signals.csv
} >/dev/null
ok 'the persons and scores of each need' \
	sh -c 'sp-match find -q -l 0 -o csv --ignore-unknown uren=2 needs.csv >found.csv'
share() {
	case $1 in
	evenwicht) sp-match assign -q --load-weight 700 uren=2 "$2" ;;
	*) sp-match assign -q --policy "$1" uren=2 "$2" ;;
	esac
}
for policy in kwaliteit evenwicht spreiding; do
	share "$policy" needs.csv >"$policy.csv"
	python3 "$source/tests/assign_cases.py" theirs "$policy" >other
	# shellcheck disable=SC2016 # fields of awk
	ok "$policy: many cases have asks left out, many have none" \
		awk '$2 > 0 { out++ } END { exit !(out > 50 && NR - out > 50) }' other
	prints "$policy: the other solver finds nothing better, case by case" \
		python3 "$source/tests/assign_cases.py" ours "$policy" \
		"$policy.csv" <other
done
any_order() {
	for by in 1 2r 3; do
		{
			head -n 1 needs.csv
			tail -n +2 needs.csv | sort -s -t , -k "$by"
		} >shuffled.csv
		for policy in kwaliteit evenwicht spreiding; do
			share "$policy" shuffled.csv | cmp - "$policy.csv" ||
				return 1
		done
	done
}
ok 'rows in any order give the same, to the byte' any_order

# days, hours and heavy asks that forbid each other
SP_STORE=days.db
python3 "$source/tests/assign_days.py" make
{
	sp-add -q persoon persons.csv
	sp-add -q vraag asks.csv
} >/dev/null
sp-match find -q -l 0 -o csv --ignore-unknown needs.csv >found.csv
python3 "$source/tests/assign_days.py" model >days.lp
ok 'the other solver finds the most there is' \
	glpsol --lp days.lp --cuts -o days.sol
for policy in kwaliteit evenwicht spreiding; do
	sp-match assign -q --policy "$policy" needs.csv >days.csv
	ok "$policy: limits are kept, and no two more can be placed" \
		python3 "$source/tests/assign_days.py" check days.csv days.sol
	asked=$(wc -l <days.csv)
	fails "$policy: nothing of it is refused when it is asked" 0 \
		"sp-match: ask, op proef: $((asked - 1)) gelezen, $((asked - 1)) te wijzigen, 0 ongewijzigd, 0 afgewezen" \
		sp-match ask -n taak=voorlichten days.csv
done
done_testing
