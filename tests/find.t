#!/bin/sh
# find - whom to ask, against the same worked out from the lists by Python
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/start.sh"
. "$source/tests/town.sh"

# not Fatima again: the scenario's people
start
find() {
	sp-match find "$@" 2>/dev/null
}
prints 'who speaks Arabic and knows energy' find domein=energie taal=ar \
	gebied=BU03440832 uren=3 --lang en <<X
rank,person,score,reasons
$(sp-report lijst persoon id=1,2 -o json |
	python3 -c 'import hashlib, json, sys
for n, p in enumerate(sorted(json.load(sys.stdin), key=lambda p:
    hashlib.sha256(b"sp-rank/1\0" + b"2026-03-05\0" +
    p["uuid"].encode()).digest()), 1): print(n, p["id"], 9375, sep=",", end=
    ",\"area 2750, domain 2500, language 1500, rooted 375, load 1500, "
    "rest 500, succeeded 250; no consent on record\"\n")')
X
prints 'and why the others are not on it' find domein=energie taal=ar \
	gebied=BU03440832 uren=5 --why-not --lang en <<'X'
person,reason
2,"0 of 4 hours are taken that week, and this is 5 more"
3,does not speak ar
4,no experience with energie
X
explained() {
	find rol=verbinder domein=energie,zorg taal=nl gebied=Kanaleneiland-Noord \
		--explain "$@"
}
prints 'a score is told in the numbers it is made of' explained --lang en <<'X'
rank,person,score,ground,weight,met,adds,value
1,1,8333,area,2445,1000,2445,in the area
1,1,8333,domain,2222,500,1111,1 of 2
1,1,8333,language,1333,1000,1333,1 of 1
1,1,8333,role,1111,1000,1111,1 of 1
1,1,8333,rooted,667,500,333,not known
1,1,8333,load,1333,1000,1333,asks in 90 days: 0
1,1,8333,rest,445,1000,445,never asked
1,1,8333,succeeded,444,500,222,not known
1,1,8333,,,,,no consent on record
X
prints 'for people with names' find domein=armoede -o table --lang nl <<'X'
rang  persoon  score  redenen
   1  Fatima    8913  domein 4348, geworteld 652, belasting 2609, rust 870, gelukt 434; geen toestemming vastgelegd
X
reason() {
	find "$@" domein=energie --why-not -o jsonl --lang en |
		jq -r "select(.person == $who) | .reason"
}
who=2
sp-add -q persoon 2 stand=te_veel >/dev/null
prints 'who says it is too much is left out' reason <<'X'
says it is too much now
X
sp-add -q persoon 2 stand=alleen_bestaand >/dev/null
prints 'and who takes nothing new' reason <<'X'
takes nothing new now
X
sp-add -q persoon 2 stand= niet_voor=2026-03-06 >/dev/null
prints 'and who asked for rest' reason <<'X'
not before 2026-03-06
X
prints 'until that day' env SP_TODAY=2026-03-06 sh -c \
	'sp-match find domein=energie --fields persoon | sort -n | tail -n +2' <<'X'
1
2
3
X
sp-add -q persoon 2 niet_voor= status=pauze >/dev/null
prints 'and who is not active' reason <<'X'
status pauze
X
sp-add -q persoon 2 status=actief >/dev/null
sp-add -q toestemming persoon=2 doel=benaderen gegeven_op=2026-01-01 \
	geldig_tot=2026-03-04 >/dev/null
prints 'and whose consent ended' reason <<'X'
consent ended or withdrawn
X
sp-add -q toestemming persoon=2 doel=benaderen gegeven_op=2026-02-01 >/dev/null
prints 'unless it was given anew' reason </dev/null
sp-add -q instelling grondslag_verplicht waarde=ja >/dev/null
who=1
prints 'and who gave none, where one is needed' reason <<'X'
no consent on record
X
sp-add -q instelling grondslag_verplicht waarde=nee >/dev/null
# the scenario, with what was asked before
sp-add -q persoon 2 stand=ruimte >/dev/null
sp-add -q vraag - <<'X'
persoon,datum,taak,uren,status
1,2026-02-06,voorlichten,2,gedaan
1,2026-02-10,voorlichten,2,gedaan
1,2026-02-13,voorlichten,2,gedaan
1,2026-02-17,adviseren,1,gedaan
1,2026-02-20,voorlichten,2,niet_doorgegaan
1,2026-02-27,spreken,1,toegezegd
2,2026-02-12,voorlichten,2,gedaan
2,2026-02-24,bemiddelen,2,gedaan
3,2026-02-19,voorlichten,3,gedaan
X
not_fatima() {
	find domein=energie taal=ar gebied=BU03440832 uren=3 --lang nl "$@"
}
prints 'not Fatima again' not_fatima <<'X'
rang,persoon,score,redenen
1,2,8773,"gebied 2750, domein 2500, taal 1500, geworteld 375, belasting 1348, rust 50, gelukt 250"
X
prints 'nor those who do not fit, each with the reason' not_fatima --why-not \
	-o table <<'X'
persoon  reden
Fatima   6 vragen in 30 dagen (max 4)
Ger      spreekt geen ar
Amina    geen ervaring energie
X
sp-add -q persoon 2 stand=te_veel >/dev/null
fails 'and when he has enough of it, nobody' 1 \
	'sp-match: niemand; vraag de coördinator, en zie --why-not' \
	sp-match find domein=energie taal=ar
sp-add -q persoon 2 stand=alleen_bestaand >/dev/null
sqlite3 sp.db "update vraag set org = 2 where persoon = 2"
existing() {
	find domein=energie taal=ar --fields persoon "$@" | tail -n +2
}
prints 'who takes nothing new' existing </dev/null
prints 'works on for who she worked for' existing org=Energieloket <<'X'
2
X
prints 'for nobody else' existing org='Welzijn West' </dev/null
sp-add -q persoon 2 stand=ruimte >/dev/null
asked() {
	find domein=energie --why-not --fields reason --lang en "$@" |
		tail -n +2 | grep -v experience | sort -u
}
prints 'work that is near' asked wanneer=2026-02-25 <<'X'
6 asks in 30 days (max 4)
works on 2026-02-24; days of rest around it: 2
X
prints 'a heavy ask counts twice' asked zwaar=ja max_km=5 --fields person <<'X'
1
4
X
sqlite3 sp.db 'delete from vraag'

# from a signal: its area, domains and language, unless something is said
sp-signal add -q soort=zorg domein=energie gebied=BU03440832 taal=ar >/dev/null
with_signal() {
	find signaal=1 --fields persoon "$@" | sort -n | tail -n +2
}
prints 'a signal says what is needed' with_signal <<'X'
1
2
X
prints 'what is said beside it wins' with_signal taal=ti domein=gezondheid <<'X'
4
X
same_need() {
	find signaal=1 >a && find domein=energie taal=ar \
		gebied=BU03440832 >b && cmp a b
}
ok 'and is the same need' same_need

fails 'nobody is exit 1, and a word of advice' 1 \
	'sp-match: nobody; ask the coordinator, and see --why-not' \
	sp-match find taal=tr --lang en
fails 'which -q leaves out' 1 '' sp-match find -q taal=tr --lang en
export SP_LANG=en
has='a need has signaal=, vacature=, gebied=, max_km=, domein=, geleerd=, taal=, wens_taal=, rol=, titel=, doelgroep=, taak=, uren=, zwaar=, wanneer=, org=, project= and personen='
fails 'a need that is none' 2 "sp-match: leeftijd: $has" \
	sp-match find leeftijd=9
fails 'a need compared' 2 'sp-match: uren: write field=value' \
	sp-match find 'uren>=3'
fails 'an empty need' 2 'sp-match: domein: is empty' sp-match find domein=
none() {
	sp-match find </dev/null
}
fails 'no need at all' 1 'sp-match: -: is empty; not even a header' none
fails 'a file that is not there' 2 \
	'sp-match: noden.csv: No such file or directory' sp-match find noden.csv
fails 'a signal that is not there' 2 \
	'sp-match: signal: there is no signaal "99"; sp-report lijst signaal shows them' \
	sp-match find signaal=99
fails 'an area that is not there' 2 \
	'sp-match: area: there is no gebied "Atlantis"; sp-report lijst gebied shows them' \
	sp-match find gebied=Atlantis
fails 'a role that is none' 2 \
	'sp-match: role: "baas" is none of connector, helping_hand, initiator, opportunity_maker, spokesperson, information, listening_ear' \
	sp-match find rol=baas
fails 'hours that are none' 2 'sp-match: hours: "0" is not from 0.01 to 2000' \
	sp-match find uren=0
fails 'a limit that is none' 2 \
	'sp-match: --limit is a number, 0 for all; see sp-match find --help' \
	sp-match find domein=energie --limit veel
fails 'both questions at once' 2 \
	'sp-match: give --explain or --why-not, not both; see sp-match find --help' \
	sp-match find domein=energie --explain --why-not

# a whole town, worked out again
rm sp.db
unset SP_LANG
export SP_TODAY=2026-11-10
more() {
	town && python3 "$source/tests/random_asks.py" || return 1
	sp-add -q persoon meer.csv && sp-add -q gebied punten.csv || return 1
	for kind in netwerk band functieprofiel contract vraag vacature; do
		sp-add -q $kind $kind.csv || return 1
	done
}
ok 'a town goes in' more
lists() {
	for kind in persoon gebied buren toestemming instelling netwerk band \
		functieprofiel contract vraag vacature; do
		sp-report lijst $kind -o json >$kind.json || return 1
	done
}
ok 'and comes out' lists
ranks() {
	sp-match find --limit 0 "$@" -o jsonl | jq -r '
		(.redenen | sub("; geen [^;]*$"; "") |
			sub("; de taak [^;]*$"; "; profile")) as $why |
		"\(.persoon) \(.score) \($why)" + if .afstand_km == null then ""
		else " km \(.afstand_km * 10 | round | "\(. / 10 | floor).\(. % 10)")"
		end'
}
reasons() {
	sp-match find --why-not "$@" -o jsonl | jq -r '"- \(.person) \(.reason)"' |
		sed 's/status .*/status/; s/no consent .*/consent/
		s/consent .*/consent/; s/says it.*/load/; s/takes .*/load/
		s/not before .*/date/; s/has stopped/stopped/
		s/[0-9]* asks* in 30 .*/asks/; s/works on .*/rest/
		s/[0-9.]* of .* contract .*/contract/
		s/[0-9.]* of .* hours .*/hours/
		s/no experience .*/domein/; s/does not speak .*/taal/
		s/has no role .*/rol/; s/does not call .*/titel/; s/is .* km away.*/far/'
}
both() {
	{ ranks "$@" --lang nl && reasons "$@" --lang en; } 2>/dev/null
}
id() {
	sqlite3 sp.db "select id from gebied where code = '$1'"
}
# works out DAY NEED ...: areas by id for both
works() {
	day=$1
	shift
	python3 "$source/tests/ranking.py" "$day" "$@" >expected
	SP_TODAY=$day both "$@" >found
	[ -s expected ] && cmp expected found >.out
	result $? "worked out again: $* on $day"
}
# placed DAY NEED ...: the lead and the place of each, and that what the grounds
# add is the score
placed() {
	day=$1
	shift
	python3 "$source/tests/ranking.py" --place "$day" "$@" >expected
	SP_TODAY=$day sp-match find --limit 0 --explain --lang en "$@" \
		-o jsonl 2>/dev/null | jq -sr 'group_by(.rank)[] |
		if (map(.adds // 0) | add) != .[0].score then "wrong sum" else
		(map(select(.ground == null).value) | first // "") as $place |
		"\(.[0].person) \(.[0].score) \(
			$place | capture("^(?<n>[0-9]+) above").n // "-") \(
			$place | capture("fewer: place (?<n>[0-9]+)").n // "-")"
		end' >found
	grep -q ' [0-9]*$' expected && cmp expected found >.out
	result $? "leads, places and sums: $* on $day"
}
buurt=$(id BU03440203) wijk=$(id WK034401) zeist=$(id GM0355)
works 2026-11-10 domein=energie
works 2026-11-10 taal=ar
works 2026-11-10 taal=ar,nl
works 2026-11-10 rol=verbinder
works 2025-06-01 rol=verbinder
works 2026-11-10 "gebied=$buurt"
works 2026-11-10 "gebied=$wijk"
works 2026-11-10 "gebied=$zeist"
works 2026-11-10 "gebied=$buurt" domein=energie,zorg,wonen
works 2026-11-10 "gebied=$buurt" domein=energie taal=nl rol=verbinder uren=4
works 2026-11-11 "gebied=$buurt" domein=energie taal=nl rol=verbinder uren=4
works 2026-10-20 uren=10
works 2026-11-10 "gebied=$buurt,$zeist" domein=energie max_km=5
works 2026-11-10 "gebied=$wijk" max_km=0
works 2026-11-10 "gebied=$(id BU03440000)" max_km=3 taal=nl
works 2026-09-10 domein=energie,werk geleerd=ja doelgroep=ouderen,ouders
works 2026-11-10 uren=2.5 wanneer=2026-11-18 org=2
works 2026-09-10 uren=1 zwaar=ja wanneer=2026-09-14 org=1 domein=wonen
works 2026-11-10 wens_taal=ar,tr,nl titel=wijkverbinder
works 2026-11-10 taal=nl wens_taal=ar taak=verkennen doelgroep=minima
for vacancy in $(seq 16); do
	works 2026-11-10 vacature="$vacancy"
done
works 2026-11-10 vacature=3 taal=ar,nl uren=6 taak=verkennen
works 2026-11-09 vacature=6 "gebied=$buurt" max_km=3
few() {
	sp-match find vacature=2 -l 3 -q >a &&
		sp-match find vacature=2 -l 0 -q | head -4 | cmp - a &&
		[ "$(wc -l <a)" -eq 4 ]
}
ok 'the best few for a vacancy are the first of all' few
placed 2026-11-10 domein=energie
placed 2026-09-10 "gebied=$buurt" taal=nl doelgroep=ouders,minima
placed 2026-11-10 wens_taal=ar,nl
# a refusal, a draft and what was called off leave no trace
refusals() {
	before=$(sp-match find domein=energie --explain -l 0 2>/dev/null)
	cp sp.db kept.db
	sp-report lijst persoon -o csv --fields id | tail -n +2 | while read -r p; do
		echo "$p,2026-11-0$((p % 9 + 1)),geweigerd,,4"
		echo "$p,2026-11-10,concept,ja,9"
		echo "$p,2026-11-09,geannuleerd,,2.5"
	done | { echo persoon,datum,status,zwaar,uren && cat; } | sp-add -q vraag - ||
		return 1
	after=$(sp-match find domein=energie --explain -l 0 2>/dev/null)
	mv kept.db sp.db
	[ -n "$before" ] && [ "$before" = "$after" ]
}
ok 'a refusal changes no ranking' refusals
top() {
	sp-match find domein=energie "$@" | tail -n +2 | grep -c .
}
prints 'the list is of ten' top <<'X'
10
X
prints 'or as many as asked for' top -l 3 <<'X'
3
X
prints 'or as a need wants' top personen=4 <<'X'
4
X
prints 'but for what is said beside it' top personen=4 -l 3 <<'X'
3
X
wanted() {
	printf 'domein,personen\nenergie,2\nzorg,\nenergie,1\n' |
		sp-match find - personen=3 -q --fields regel,rang
}
prints 'each row as many as it wants, or as the field says' wanted <<'X'
regel,rang
2,1
2,2
3,1
3,2
3,3
4,1
X
sp-match find domein=energie --why-not -q >all
prints 'of those who are left out none is' sp-match find domein=energie \
	personen=1 --why-not -q <all
prints 'a reason list too' top --why-not --limit 4 <<'X'
4
X

sp-add -q instelling gewicht_gebied waarde=0 >/dev/null
sp-add -q instelling gewicht_taal waarde=9000 >/dev/null
sp-add -q instelling grondslag_verplicht waarde=ja >/dev/null
ok 'with other weights' lists
works 2026-11-10 "gebied=$buurt" domein=energie,zorg taal=nl
# the order has nothing to do with that of the file
backwards() {
	{ head -1 "$1" && tail -n +2 "$1" | sort -r; } >back.csv
}
shuffled() {
	sp-report lijst persoon -o csv | cut -d, -f2- >a.csv
	backwards a.csv && mv back.csv b.csv
	export SP_STORE=other.db
	for kind in gebied punten buren organisatie netwerk functieprofiel; do
		sp-add -q "$(echo $kind | sed s/punten/gebied/)" $kind.csv || return 1
	done
	sp-add -q persoon b.csv || return 1
	for kind in band contract vraag; do
		backwards $kind.csv && sp-add -q $kind back.csv || return 1
	done
	sp-match find domein=energie -o table --limit 0 --lang nl \
		--fields persoon,score >b
	SP_STORE=sp.db sp-match find domein=energie -o table --limit 0 \
		--lang nl --fields persoon,score >a
	cmp a b
}
sp-add -q instelling grondslag_verplicht waarde=nee >/dev/null
sqlite3 sp.db 'delete from toestemming'
ok 'the order of the rows decides nothing' shuffled
export SP_STORE=sp.db

# rows of needs, a list of signals among them
rm -f other.db
needs() {
	printf 'domein,taal,gebied,aantekening\nenergie,ar,BU03440203,x\nsport,tr|so|ti,,\n'
}
foreign() {
	needs | sp-match find - --lang en
}
fails 'a column that is none' 2 \
	'sp-match: -:1: unknown column: aantekening; --map theirs=ours renames, --ignore-unknown passes over' \
	foreign
each() {
	sp-match find --ignore-unknown -l 2 "$@" - 2>.said <<X
$(needs)
X
}
prints 'each need by its line' each --fields regel,signaal,rang --lang nl <<'X'
regel,signaal,rang
2,,1
2,,2
X
prints 'and whom to turn to for the other' sed 's/ (.*;/;/' .said <<'X'
sp-match: regel 3: niemand; vraag de coördinator, en zie --why-not
sp-match: kijk eerst naar organisaties die passen: 7; zie --kind organisatie
X
same_row() {
	each -l 3 taal=nl --fields persoon,score,redenen >a &&
		sp-match find domein=energie taal=ar gebied=BU03440203 -l 3 \
			--fields persoon,score,redenen >b 2>/dev/null && cmp a b
}
ok 'a need of a row is the same need' same_row
signals() {
	sp-signal list id=3..12 -o jsonl | sp-match find - -l 1 -q \
		--fields signaal,persoon,score
}
one_by_one() {
	echo signaal,persoon,score
	for n in 3 4 5 6 7 8 9 10 11 12; do
		sp-match find signaal=$n -l 1 -q --fields persoon,score |
			sed -n "2s/^/$n,/p"
	done
}
one_by_one >expected
prints 'a list of signals' signals <expected
left() {
	each --why-not -l 1 --lang en
}
prints 'and why not, for each' left <<'X'
line,signal,person,reason
2,,1,no experience with energie
3,,1,"does not speak tr, ti"
X

# what is there already comes first
sp-add -q initiatief naam=Koffie domein=energie gebied=BU03440203 open=ja \
	doelgroep=ouders >/dev/null
sp-add -q initiatief naam=Oud domein=energie gebied=BU03440203 fase=afgerond \
	>/dev/null
sp-add -q initiatief naam=Elders domein=energie gebied=GM0355 >/dev/null
sp-add -q organisatie naam=Eigen domein=energie gebied=BU03440203 intern=ja \
	>/dev/null
sp-add -q organisatie naam=Gestopt domein=energie gebied=BU03440203 \
	gestopt_op=2026-01-01 >/dev/null
sp-add -q organisatie naam=Loket domein=energie,wonen gebied=BU03440203 open=nee \
	>/dev/null
sqlite3 sp.db "update organisatie set domein = null where naam like 'Organisatie%';
	update initiatief set domein = null where naam like 'Initiatief%'"
first() {
	sp-match find domein=energie,wonen gebied=BU03440203 doelgroep=ouders \
		"$@" 2>.said >/dev/null
	cat .said
}
prints 'what fits is told beside the list' first --lang en <<'X'
sp-match: look first at initiatives that fit: 1 (Koffie); see --kind initiatief
sp-match: look first at organisations that fit: 1 (Loket); see --kind organisatie
X
prints 'in Dutch too' first --lang nl <<'X'
sp-match: kijk eerst naar initiatieven die passen: 1 (Koffie); zie --kind initiatief
sp-match: kijk eerst naar organisaties die passen: 1 (Loket); zie --kind organisatie
X
partners() {
	sp-match find domein=energie,wonen gebied=BU03440203 doelgroep=ouders \
		-o table "$@"
}
prints 'organisations in order' partners --lang nl --kind organisatie <<'X'
rang  organisatie  score  redenen
   1  Loket         5263  domein 5263
   2  Eigen         3683  domein 2631, openheid 1052
X
organisations() {
	partners --kind organisatie --fields organisatie "$@" | tail -n +2
}
prints 'of organisations all, however many persons are wanted' organisations \
	personen=1 <<'X'
Loket
Eigen
X
prints 'initiatives, by what they score' partners --lang en --kind initiative \
	--explain <<'X'
rank  initiative  score  ground        weight   met  adds  value
   1  Koffie       7368  area               0  1000     0  in the area
   1  Koffie       7368  domain          5263   500  2631  1 of 2
   1  Koffie       7368  target_group    2632  1000  2632  1 of 1
   1  Koffie       7368  openness        2105  1000  2105  yes
X
prints 'not the one that asks' partners --lang nl --kind org org=Loket \
	--fields organisatie <<'X'
organisatie
Eigen
X
nowhere() {
	SP_LANG=en sp-match find domein=cultuur --kind initiatief
}
fails 'nothing there' 1 'sp-match: none fits; ask the coordinator' nowhere
fails 'another kind' 2 \
	'sp-match: --kind is persoon, organisatie or initiatief; see sp-match find --help' \
	sp-match find domein=energie --kind netwerk --lang en
fails 'why not, of organisations' 2 \
	'sp-match: --why-not is about persons; see sp-match find --help' \
	sp-match find domein=energie --kind organisatie --why-not --lang en

# only reads
cp sp.db kept.db
find domein=energie >/dev/null
ok 'finding changes nothing' cmp sp.db kept.db
done_testing
