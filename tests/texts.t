#!/bin/sh
# texts - standard texts that are filled, hard words that are told, and contacts
# of trust that are only counted
. "${SP_SOURCE:?}/tests/lib.sh"
export SP_TODAY=2026-11-10 SP_USER=anna

sp-add -q gebied code=WK034403 naam=Overvecht
sp-add -q organisatie naam=Loket
sp-add -q persoon alias=fatima naam=Fatima
sp-signal add -q op=2026-11-01 soort=zorg domein=energie gebied=Overvecht \
	via=fatima aantal=4
cat >texts.jsonl <<'X'
{"titel": "ontvangen", "taal": "nl", "tekst": "Uw {{soort}} uit {{gebied}} is er."}
{"titel": "verdwaald", "taal": "nl", "tekst": "Dag {{naam}}."}
{"titel": "open", "taal": "nl", "tekst": "Uw {{soort"}
X
sp-add -q standaardtekst texts.jsonl

# a text is filled from its signal before it goes out
ok 'a standard text is sent' sp-signal message -q 1 soort=uitleg standaard=ontvangen
sent() {
	sqlite3 sp.db 'SELECT tekst FROM boodschap'
}
prints 'with the words of the signal' sent <<'X'
Uw zorg uit Overvecht is er.
X
fails 'a field that nothing fills' 3 'sp-signal: not filled: {{naam}}' \
	sp-signal message 1 soort=uitleg standaard=verdwaald
refused() {
	! sp-signal message 1 soort=uitleg standaard=open 2>/dev/null
}
ok 'one that is not closed is refused' refused
fails 'a text nobody wrote' 2 \
	'sp-signal: template: there is no standaardtekst "niets"; sp-report lijst standaardtekst shows them' \
	sp-signal message 1 soort=uitleg standaard=niets
prints 'and none of those was sent' sent <<'X'
Uw zorg uit Overvecht is er.
X

# hard words are told to who writes, and do not stop the message
echo 'Conform uw vraag komt er een coach.' >hard.txt
warns() {
	sp-signal message 1 soort=uitleg tekst=@hard.txt 2>&1 >/dev/null |
		grep 'hard word'
}
prints 'a hard word, and a plain one for it' warns <<'X'
sp-signal: hard word "conform"; say rather: volgens
X
kept() {
	sent | tail -n 1
}
prints 'the message went as it was written' kept <<'X'
Conform uw vraag komt er een coach.
X
quiet() {
	sp-signal message -q 1 soort=uitleg tekst=@easy.txt 2>&1 | grep -c 'hard word'
}
echo 'Er komt een coach.' >easy.txt
prints 'plain words pass without a word' quiet <<'X'
0
X

# long contacts: an alias and a step, and reports count them
cat >long.csv <<'X'
alias;persoon;gebied;begonnen_op;trede;gestopt_op
vos;fatima;Overvecht;2026-01-05;vertrouwen;
das;fatima;Overvecht;2026-02-05;vertrouwen;
uil;fatima;Overvecht;2026-02-05;zelf;
mus;fatima;Overvecht;2025-02-05;zelf;2026-01-01
X
sp-add -q traject long.csv
steps() {
	sp-report lus --lang nl -o csv | grep ^lang_contact
}
prints 'how many stand on each step' steps <<'X'
lang_contact,,contact,0,3,
lang_contact,,vertrouwen,2,3,
lang_contact,,meedoen,0,3,
lang_contact,,zelf,1,3,
X
told() {
	for format in csv json md; do
		sp-report lus -o $format
		sp-report maand 2026-01 -o $format
	done | grep -cE 'vos|das|uil|fatima'
}
prints 'and nothing about one of them' told <<'X'
0
X
# the ladder: a step has its day, and where a contact stood is kept
contact() {
	sp-add "$@" 2>&1 && sqlite3 sp.db "SELECT trede, trede_op FROM traject
		WHERE id = 5; SELECT trede, trede_op FROM trede
		WHERE traject = 5 ORDER BY id"
}
sp-add -q traject alias=ree persoon=fatima begonnen_op=2026-01-10 \
	trede_op=2026-01-10 >id
prints 'a step higher is one of today' contact -q traject 5 trede=vertrouwen <<'X'
5
vertrouwen|2026-11-10
contact|2026-01-10
X
prints 'the day it was is corrected' contact -q traject 5 trede_op=2026-05-01 <<'X'
5
vertrouwen|2026-05-01
contact|2026-01-10
X
prints 'the same again changes nothing' contact traject 5 trede=vertrouwen <<'X'
sp-add: traject: 1 read, 0 added, 0 changed, 1 unchanged, 0 rejected
5
vertrouwen|2026-05-01
contact|2026-01-10
X
cat >steps.csv <<'X'
id,trede,trede_op
5,meedoen,2026-08-01
X
prints 'rows say their own day' contact -q traject steps.csv <<'X'
meedoen|2026-08-01
contact|2026-01-10
vertrouwen|2026-05-01
X
prints 'an old day is none for a new step' \
	contact -q traject 5 trede=zelf trede_op=2026-08-01 <<'X'
5
zelf|2026-11-10
contact|2026-01-10
vertrouwen|2026-05-01
meedoen|2026-08-01
X
prints 'a step that stood for no day is not kept' \
	contact -q traject 5 trede=contact <<'X'
5
contact|2026-11-10
contact|2026-01-10
vertrouwen|2026-05-01
meedoen|2026-08-01
X
early='is before the step it follows'
fails 'a step before the one it follows' 3 \
	"sp-add: step_on: 2026-11-09 $early (2026-11-10)" \
	sp-add traject 5 trede=vertrouwen trede_op=2026-11-09
fails 'its day, before the one it follows' 3 \
	"sp-add: step_on: 2026-07-31 $early (2026-08-01)" \
	sp-add traject 5 trede_op=2026-07-31
fails 'a contact that began after its steps' 3 \
	"sp-add: step_on: 2026-08-01 $early (2026-08-02)" \
	sp-add traject 5 begonnen_op=2026-08-02
fails 'a new one with a step before it began' 3 \
	"sp-add: step_on: 2026-01-01 $early (2026-02-01)" \
	sp-add traject alias=wolf persoon=fatima begonnen_op=2026-02-01 \
	trede_op=2026-01-01
fails 'begun in the future' 2 \
	'sp-add: begun_on: 2026-11-11 is after today (2026-11-10)' \
	sp-add traject alias=wolf persoon=fatima begonnen_op=2026-11-11
fails 'a step in the future' 2 \
	'sp-add: step_on: 2026-11-11 is after today (2026-11-10)' \
	sp-add traject 5 trede_op=2026-11-11

# the totals of a period are those of its last day: SQLite counts what was told
cat >told.py <<'X'
import datetime, random
r = random.Random(11)
first = datetime.date(2025, 6, 1)
ladder = ['contact', 'vertrouwen', 'meedoen', 'zelf']
print('alias,persoon,begonnen_op,gestopt_op,trede,op')
for i in range(120):
    at = day = first + datetime.timedelta(r.randrange(200))
    steps = []
    for trede in ['contact'] + r.choices(ladder, k=r.randrange(5)):
        if not steps or steps[-1][0] != trede:
            steps.append((trede, at))
            at += datetime.timedelta(r.randrange(1, 90))
    end = at if r.random() < .3 else ''
    for trede, op in steps:
        print(f'dier{i},fatima,{day},{end},{trede},{op}')
X
python3 told.py >told.csv
sqlite3 told.db '.mode csv' '.import told.csv told'
SP_STORE=ladder.db sp-add -q persoon alias=fatima naam=Fatima >id
climb() {
	sqlite3 told.db "SELECT DISTINCT op FROM told ORDER BY op" >days
	while read -r day; do
		sqlite3 -csv -header told.db "SELECT alias, persoon,
			begonnen_op, gestopt_op, trede FROM told
			WHERE op = '$day'" >day.csv
		SP_TODAY=$day SP_STORE=ladder.db sp-add -q traject day.csv ||
			return 1
	done <days
}
ok 'contacts climb day by day' climb
totals() {
	for period in 2025-06 2025-K3 2025 2026-01 2026-K1 2026-05 2026-12; do
		SP_STORE=ladder.db sp-report lus $period -o csv --lang nl |
			sed -n "s/^lang_contact,,/$period,/p" | cut -d, -f1-3
	done
}
while read -r period day; do
	sqlite3 -csv told.db "WITH step(n, trede) AS (VALUES (1, 'contact'),
		(2, 'vertrouwen'), (3, 'meedoen'), (4, 'zelf'))
		SELECT '$period', s.trede, count(t.alias) FROM step s
		LEFT JOIN told t ON t.trede = s.trede AND t.op <= '$day'
			AND (t.gestopt_op = '' OR t.gestopt_op > '$day')
			AND t.op = (SELECT max(u.op) FROM told u
				WHERE u.alias = t.alias AND u.op <= '$day')
		GROUP BY s.n ORDER BY s.n"
done >expected <<'X'
2025-06 2025-06-30
2025-K3 2025-09-30
2025 2025-12-31
2026-01 2026-01-31
2026-K1 2026-03-31
2026-05 2026-05-31
2026-12 2026-11-10
X
prints 'each on the step of the time' totals <expected
differ() {
	[ "$(cut -d, -f2- expected | sort -u | wc -l)" -gt 15 ]
}
ok 'and the times differ' differ

# not before its day, and without a term
sp-add -q traject alias=vos persoon=fatima niet_voor=2026-11-05 >id
sp-add -q traject alias=uil persoon=fatima niet_voor=2026-11-20 >id
sp-add -q traject alias=mus persoon=fatima niet_voor=2026-02-01 >id
sp-add -q traject alias=das persoon=fatima niet_voor=2027-11-01 >id
prints 'what falls due today shows the day' sh -c \
	'sp-report vandaag -o csv | grep traject' <<'X'
2026-11-05,a long contact may be sought again,traject,1,1
2026-11-20,a long contact may be sought again,traject,3,1
X
prints 'what is late shows it when asked, and never three times over' \
	sp-signal due contact -o csv <<'X'
id,klok,uiterlijk,dagen,drie_keer,nr,org,persoon,via_persoon
,contact,2026-11-05,5,nee,1,,1,1
X
plain() {
	sp-signal due -o csv | grep -c contact
}
prints 'it binds nobody, and is no part of what is late' plain <<'X'
0
X
fails 'it has no fields of a signal' 2 \
	'sp-signal: contact: is of no signal, so that no field of one can choose among them' \
	sp-signal due klok=actie,contact soort=zorg
done_testing
