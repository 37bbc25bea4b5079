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
rank,person,score
$(sp-report lijst persoon id=1,2 -o json |
	python3 -c 'import hashlib, json, sys
for n, p in enumerate(sorted(json.load(sys.stdin), key=lambda p:
    hashlib.sha256(b"sp-rank/1\0" + b"2026-03-05\0" +
    p["uuid"].encode()).digest()), 1): print(n, p["id"], 10000, sep=",")')
X
prints 'and why the others are not on it' find domein=energie taal=ar \
	gebied=BU03440832 uren=5 --why-not --lang en <<'X'
person,reason
2,has 4 hours a week
3,does not speak ar
4,no experience with energie
X
explained() {
	find rol=verbinder domein=energie,zorg taal=nl gebied=Kanaleneiland-Noord \
		--explain "$@"
}
prints 'a score is told in the numbers it is made of' explained --lang en <<'X'
rank,person,score,reasons
1,1,8500,"area 1000/1000 x 3500, domain 500/1000 x 3000, language 1000/1000 x 2000, role 1000/1000 x 1500; no consent on record"
X
prints 'for people with names' explained -o table --lang en \
	--fields rank,person,score <<'X'
rank  person  score
   1  Fatima   8500
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
fails 'a need that is none' 2 \
	'sp-match: leeftijd: find takes signaal=, gebied=, domein=, taal=, rol= and uren=' \
	sp-match find leeftijd=9
fails 'a need compared' 2 \
	'sp-match: uren: find takes signaal=, gebied=, domein=, taal=, rol= and uren=' \
	sp-match find 'uren>=3'
fails 'an empty need' 2 'sp-match: domein: is empty' sp-match find domein=
fails 'no need at all' 2 \
	'sp-match: give signaal=ID, or what is needed, such as domein=energie taal=ar; see sp-match find --help' \
	sp-match find
fails 'a file' 2 \
	'sp-match: give signaal=ID, or what is needed, such as domein=energie taal=ar; see sp-match find --help' \
	sp-match find noden.csv
fails 'a signal that is not there' 2 \
	'sp-match: signal: there is no signaal "99"; sp-report lijst signaal shows them' \
	sp-match find signaal=99
fails 'an area that is not there' 2 \
	'sp-match: area: there is no gebied "Atlantis"; sp-report lijst gebied shows them' \
	sp-match find gebied=Atlantis
fails 'a role that is none' 2 \
	'sp-match: role: "baas" is none of connector, helping_hand, initiator, opportunity_maker, spokesperson, information, listening_ear' \
	sp-match find rol=baas
fails 'hours that are none' 2 'sp-match: hours: "0" is not from 1 to 60' \
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
ok 'a town goes in' town
lists() {
	for kind in persoon gebied buren toestemming instelling; do
		sp-report lijst $kind -o json >$kind.json || return 1
	done
}
ok 'and comes out' lists
ranks() {
	sp-match find --limit 0 "$@" | tail -n +2 | cut -d, -f2,3 | tr ',' ' '
}
reasons() {
	sp-match find --why-not "$@" -o tsv | tail -n +2 |
		sed 's/status .*/status/; s/no consent .*/consent/
		s/consent .*/consent/; s/says it.*/load/; s/takes .*/load/
		s/not before .*/date/; s/has [0-9].*/hours/
		s/no experience .*/domein/; s/does not speak .*/taal/
		s/has no role .*/rol/; s/^/- /' | tr '\t' ' '
}
both() {
	{ ranks "$@" && reasons "$@"; } 2>/dev/null
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
top() {
	sp-match find domein=energie "$@" | tail -n +2 | grep -c .
}
prints 'the list is of ten' top <<'X'
10
X
prints 'or as many as asked for' top -l 3 <<'X'
3
X
prints 'a reason list too' top --why-not --limit 4 <<'X'
4
X

sp-add -q instelling gewicht_gebied waarde=0 >/dev/null
sp-add -q instelling gewicht_taal waarde=9000 >/dev/null
sp-add -q instelling grondslag_verplicht waarde=ja >/dev/null
ok 'with other weights' lists
works 2026-11-10 "gebied=$buurt" domein=energie,zorg taal=nl
# the order has nothing to do with that of the file
shuffled() {
	sp-report lijst persoon -o csv >a.csv
	{ head -1 a.csv && tail -n +2 a.csv | sort -t, -k3,3; } |
		cut -d, -f2- >b.csv
	export SP_STORE=other.db
	for kind in gebied buren; do sp-add -q $kind $kind.csv || return 1; done
	sp-add -q persoon b.csv || return 1
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

# only reads
cp sp.db kept.db
find domein=energie >/dev/null
ok 'finding changes nothing' cmp sp.db kept.db
done_testing
