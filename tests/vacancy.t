#!/bin/sh
# vacancy - work that is offered: who may be told of it, and when nobody is;
# tests/find.t works the ranking out again
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/start.sh"

start >/dev/null
export SP_LANG=en
sp-add -q persoon naam=Noor status=kandidaat talen=nl,ar geleerd=energie \
	gebied=Kanaleneiland-Noord rol=verbinder >/dev/null
cat >vacancies.csv <<'X'
naam,org,vorm,uren,domein,geleerd,talen,gebied,van,sluit_op,status
energiecoach,Energieloket,buurtbaan,24,energie,ja,ar,Kanaleneiland-Noord,2026-03-01,2026-03-20,open
gastvrouw,Buurthuis de spil,vrijwilliger,6,,,nl,Kanaleneiland-Noord,2026-03-01,,open
tolk,Energieloket,zzp,,,,ti,,2026-01-01,2026-02-01,open
kok,Buurthuis de spil,vrijwilliger,3,,,,,2026-01-01,,vervuld
gids,Welzijn West,,,,,,,2026-01-01,,ingetrokken
X
sum() {
	echo "sp-add: vacature: $1 read, $2 added, $3 changed, $4 unchanged, 0 rejected"
}
fails 'vacancies from a spreadsheet' 0 "$(sum 5 5 0 0)" \
	sp-add vacature vacancies.csv
fails 'again they change nothing' 0 "$(sum 5 0 0 5)" \
	sp-add vacature vacancies.csv
fails 'nor does one without its first day' 0 "$(sum 1 0 0 1)" \
	sp-add vacature naam=tolk org=Energieloket
fails 'the same work is offered anew' 0 "$(sum 1 1 0 0)" \
	sp-add vacature naam=tolk org=Energieloket van=2026-03-01 talen=ti
fails 'and then it must be said which' 2 \
	'sp-add: naam: several records have this key (3, 6); give the id' \
	sp-add vacature naam=tolk org=Energieloket
offered() {
	sp-report lijst vacature "$@" --fields id,naam,status
}
prints 'what is current' offered actueel=ja <<'X'
id,name,status
1,energiecoach,open
2,gastvrouw,open
6,tolk,open
X
prints 'on the last day too, and not after' env SP_TODAY=2026-03-21 \
	sp-report lijst vacature actueel=nee status=open --fields id <<'X'
id
1
3
X
current() {
	sp-report lijst vacature -o jsonl --fields id,status,sluit_op |
		jq -r 'select(.status == "open" and
			(.closes_on // "9") >= "2026-03-05").id'
}
current >expected
prints 'as jq finds them' sh -c \
	'sp-report lijst vacature actueel=ja --fields id | tail -n +2' <expected

fails 'a last day before the first' 2 \
	'sp-add: closes_on: 2026-02-01 lies before from (2026-03-01)' \
	sp-add vacature 1 sluit_op=2026-02-01
fails 'a first day of work before it is open' 2 \
	'sp-add: starts_on: 2026-02-01 lies before from (2026-03-01)' \
	sp-add vacature 1 begint_op=2026-02-01
fails 'nobody got what is open' 3 \
	'sp-add: filled_by: goes only with status=filled' \
	sp-add vacature 1 vervuld_door=Noor
fails 'with nobody' 2 'sp-add: organisation: is missing; every vacancy has one' \
	sp-add vacature naam=kapper
fails 'a form that is none' 2 \
	'sp-add: form: "stage" is none of volunteer, professional, mediator, freelance, entrepreneur, temporary, permanent, neighbourhood_job' \
	sp-add vacature naam=kapper org=Energieloket vorm=stage
fails 'places for nobody' 2 'sp-add: places: "0" is not from 1 to 1000' \
	sp-add vacature naam=kapper org=Energieloket plaatsen=0

# who may be told
told() {
	sp-match find "$@" -q --fields person,reasons | tail -n +2 | sort |
		sed 's/,.*candidate.*/ candidate/; s/,.*//'
}
prints 'a candidate is told of it too, and marked' told vacature=1 <<'X'
1
2
5 candidate
X
prints 'by its title' told vacature=energiecoach <<'X'
1
2
5 candidate
X
prints 'a field that is given wins' told vacature=1 rol=verbinder <<'X'
1
5 candidate
X
prints 'learned is as good only when it says so' told vacature=1 geleerd=nee <<'X'
1
2
X
prints 'for an ask a candidate does not count' told domein=energie \
	geleerd=ja taal=ar <<'X'
1
2
X
same() {
	sp-match find vacature=1 -q --explain >a &&
		sp-match find vacature=1 domein=energie geleerd=ja taal=ar \
			gebied=Kanaleneiland-Noord org=Energieloket -q \
			--explain >b && cmp a b
}
ok 'it says the same as its fields' same
sp-add -q vraag - <<'X'
persoon,datum,taak,uren,status
1,2026-02-26,voorlichten,8,gedaan
1,2026-02-27,voorlichten,8,gedaan
1,2026-03-03,voorlichten,8,gedaan
1,2026-03-04,voorlichten,8,gedaan
X
prints 'who was asked much is told of work all the same' told vacature=1 <<'X'
1
2
5 candidate
X
score() {
	sp-match find "$@" vacature=1 -q --explain --fields person,ground,adds \
		| grep -E '^[15],(load|rest)'
}
fails 'what she was asked is no ground' 1 '' score
before() {
	sp-match find vacature=1 -q >a && cp sp.db kept.db &&
		sqlite3 sp.db "delete from vraag where persoon = 1" &&
		sp-match find vacature=1 -q >b
	mv kept.db sp.db
	cmp a b
}
ok 'and moves nobody' before
left() {
	sp-match find "$@" -q --why-not --lang en | tail -n +2
}
prints 'hours of a volunteer are held against what she can give' left \
	vacature=2 <<'X'
2,"0 of 4 hours are taken that week, and this is 6 more"
X
prints 'hours of a job are not' left vacature=1 <<'X'
3,does not speak ar
4,no experience with energie
X
prints 'unless they are given' left vacature=1 uren=5 <<'X'
2,"0 of 4 hours are taken that week, and this is 5 more"
3,does not speak ar
4,no experience with energie
X
why() {
	sp-add -q persoon 5 "$@" >/dev/null && left vacature=2 uren=1 |
		sed -n 's/^5,//p'
}
prints 'who wants rest is left alone' why niet_voor=2026-04-01 <<'X'
not before 2026-04-01
X
prints 'and for whom it is too much' why niet_voor= stand=te_veel <<'X'
says it is too much now
X
prints 'and who takes nothing new' why stand=alleen_bestaand <<'X'
takes nothing new now
X
sp-add -q vraag persoon=5 org='Buurthuis de spil' status=gedaan \
	datum=2026-01-05 >/dev/null
prints 'but from whom she works for already' left vacature=2 uren=1 </dev/null
prints 'and who pauses' why stand= status=pauze <<'X'
status pauze
X
prints 'and who stopped' why status=gestopt <<'X'
has stopped
X
sp-add -q toestemming persoon=5 doel=benaderen gegeven_op=2026-01-01 \
	ingetrokken_op=2026-02-01 >/dev/null
prints 'and who withdrew consent' why status=kandidaat <<'X'
consent ended or withdrawn
X
sp-add -q persoon 2 dagen=ma >/dev/null
prints 'a day that is named is held against her days' left vacature=1 \
	wanneer=2026-03-10 geleerd=nee <<'X'
2,"can on ma, not on di"
3,does not speak ar
4,no experience with energie
5,no experience with energie
X

# when nobody is
gone() {
	fails "$1" 3 "sp-match: $2" sp-match find "vacature=$3" --lang "$4"
}
gone 'one that is filled' 'vacancy 4 is filled; only an open one is matched' 4 en
gone 'one that is withdrawn' \
	'vacancy 5 is withdrawn; only an open one is matched' 5 en
gone 'in Dutch too' \
	'vacature 5 is ingetrokken; alleen voor een open vacature wordt gezocht' 5 nl
gone 'one whose last day is over' \
	'vacancy 3 closed on 2026-02-01; a later sluit_op= opens it again' 3 en
gone 'that in Dutch' \
	'vacature 3 sloot op 2026-02-01; een latere sluit_op= opent haar weer' 3 nl
fails 'one that is not there' 2 \
	'sp-match: vacancy: there is no vacature "9"; sp-report lijst vacature shows them' \
	sp-match find vacature=9
fails 'one of two of that title' 2 \
	'sp-match: vacancy: several vacature records bear this name (3, 6); give the id' \
	sp-match find vacature=tolk
fails 'heavy is an ask' 2 \
	'sp-match: heavy: is said of an ask, not of a vacancy' \
	sp-match find vacature=1 zwaar=ja
fails 'for which nobody fits' 1 \
	'sp-match: nobody; ask the coordinator, and see --why-not' \
	sp-match find vacature=6 taal=ti,tr
run sp-add -q organisatie 5 domein=energie gebied=Kanaleneiland-Noord
prints 'organisations are ranked to spread it by' \
	sp-match find vacature=1 --kind organisatie --fields rank,organisation <<'X'
rank,organisation
1,5
X
fails 'and not named before persons' 0 '' sp-match find vacature=1
fails 'as they are before an ask' 0 \
	'sp-match: look first at organisations that fit: 1 (Welzijn West); see --kind organisatie' \
	sp-match find domein=energie

# rows
run sp-add -q persoon 2 dagen=
rows() {
	sp-report lijst vacature actueel=ja --fields id -o jsonl |
		sp-match find --map id=vacature -l 1 "$@" -
}
one_by_one() {
	echo "$1"
	for n in 1 2 6; do
		sp-match find vacature=$n -l 1 -q --fields rank,person,score |
			sed -n "2s/^/$n,/p"
	done
}
one_by_one vacancy,rank,person,score >expected
prints 'every vacancy that is current' rows -q \
	--fields vacancy,rank,person,score <expected
columns() {
	printf '%s\n' "$1" "$2" | sp-match find - -q | head -1
}
prints 'the answer says for which' columns vacature 2 <<'X'
line,signal,vacancy,rank,person,score,distance_km,reasons
X
prints 'only where rows name one' columns domein energie <<'X'
line,signal,rank,person,score,distance_km,reasons
X
filled_in() {
	printf 'taal\nti\n' | sp-match find vacature=2 -q --fields vacancy,person -
}
prints 'or the fields do' filled_in <<'X'
vacancy,person
2,4
X
closed() {
	printf 'vacature\n2\n3\n' | sp-match find -q -
}
fails 'one that is closed ends the run' 3 \
	'sp-match: -:3: vacancy 3 closed on 2026-02-01; a later sluit_op= opens it again' \
	closed
fails 'asks are shared out, not vacancies' 2 \
	'sp-match: vacancy: asks are shared out, and a vacancy asks nothing; sp-match find ranks whom to tell of it' \
	sp-match assign vacature=1
shared_out() {
	printf 'vacature\n1\n' | sp-match assign
}
fails 'in rows neither' 2 \
	'sp-match: -:2: vacancy: asks are shared out, and a vacancy asks nothing; sp-match find ranks whom to tell of it' \
	shared_out
asked() {
	printf 'vacature\n2\n' | sp-match find -q -l 2 taal=nl uren=1 rol=woordvoerder - |
		sp-match ask -n org=2 taak=verkennen -
}
fails 'what is found can be asked' 0 \
	'sp-match: ask, dry run: 1 read, 1 to change, 0 unchanged, 0 rejected' asked

prints 'who got it stands with the vacancy' sh -c \
	'sp-add -q vacature 1 status=vervuld vervuld_door=Noor >/dev/null
	sp-report toon persoon Noor | grep -A1 ^vacancy' <<'X'
vacancy (filled_by): 1
  1  energiecoach, Energieloket, filled, 2026-03-20, neighbourhood_job
X
done_testing
