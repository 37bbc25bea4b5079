#!/bin/sh
# texts - standard texts that are filled, hard words and long sentences that are
# told, and contacts of trust that are only counted
. "${SP_SOURCE:?}/tests/lib.sh"
export SP_TODAY=2026-11-10 SP_USER=anna

sp-add -q gebied code=WK034403 naam=Overvecht
sp-add -q organisatie naam=Loket
sp-add -q persoon alias=fatima naam=Fatima
sp-signal add -q op=2026-11-01 soort=zorg domein=armoede gebied=Overvecht \
	via=fatima aantal=4
cat >texts.jsonl <<'X'
{"titel": "is er", "tekst": "Uw {{soort}} uit {{gebied}} is er."}
{"titel": "alles", "tekst": "{{id}}, {{Type}}, {{ domein }}, {{area}}, {{aantal}}, {{gemeld_op}}, {{via}}, {{status}}, {{tekst}}, {{text}}"}
{"titel": "all", "taal": "en", "tekst": "{{soort}} {{domein}} {{gemeld_op}} {{status}}"}
{"titel": "wie", "tekst": "Dag {{org}}, {{project}}. {{org}} zegt {{tekst}}."}
X
ok 'texts with fields that are there' sp-add -q standaardtekst texts.jsonl

# a new store has texts, in two languages, for each state
states() {
	sqlite3 sp.db "SELECT status, count(*) FROM standaardtekst
		WHERE taal = '$1' AND actief = 1 AND status IS NOT NULL
		GROUP BY status ORDER BY status"
}
for tongue in nl en; do
	prints "$tongue: texts for each state" states $tongue <<'X'
afgehandeld|2
geannuleerd|2
gemeld|3
heropend|1
in_behandeling|3
ingepland|1
reactie_gevraagd|1
reactie_ontvangen|1
verzoek_heropenen|1
X
done
# each is a text that sp-add takes, without a hard word or a long sentence
again() {
	sp-report lijst standaardtekst "status!=" -o jsonl |
		jq -c 'del(.id, .uuid, .kantoor) | .titel += " (nog eens)"' |
		sp-add standaardtekst 2>&1
}
prints 'they are as plain as texts should be' again <<'X'
sp-add: standaardtekst: 30 read, 30 added, 0 changed, 0 unchanged, 0 rejected
X
sp-signal add -q op=2026-11-03 soort=klacht domein=wonen tekst=x >id
sp-signal route -q 2 org=Loket >id
sp-signal accept -q 2 >id
sp-signal status -q 2 ingepland gepland_op=2026-12-01 tekst=Gezien. >id
every() {
	sqlite3 sp.db "SELECT id FROM standaardtekst WHERE status IS NOT NULL
		AND titel NOT LIKE '%(nog eens)'" | while read -r id; do
		sp-signal message -n 2 standaard="$id" tekst='Kort.' 2>&1
	done | sort | uniq -c | sed 's/^ *//'
}
prints 'and each can be filled' every <<'X'
30 sp-signal: message, dry run: 1 read, 1 to change, 0 unchanged, 0 rejected
X
sqlite3 sp.db "DELETE FROM standaardtekst WHERE titel LIKE '%(nog eens)'"
planned() {
	sp-signal message -q 2 standaard=gepland >id
	sp-signal message -q 2 standaard='how it stands' tekst=Soon. >id
	sqlite3 sp.db 'SELECT taal, tekst FROM boodschap WHERE signaal = 2'
}
prints 'into what a resident reads' planned <<'X'
nl|Er is een dag gekozen. Op 1 december 2026 gaat Loket aan het werk. Verandert de dag? Dan hoort u dat van ons.
en|You are still waiting for our answer. This is how it stands now. Soon. You will hear from us when there is news.
X
sqlite3 sp.db 'DELETE FROM boodschap'

# a text is filled from its signal before it goes out
ok 'a standard text is sent' sp-signal message -q 1 soort=uitleg \
	standaard='is er'
sent() {
	sqlite3 sp.db 'SELECT taal, tekst FROM boodschap'
}
last() {
	sent | tail -n 1
}
prints 'with the words of the signal' sent <<'X'
nl|Uw zorg uit Overvecht is er.
X
ok 'what is written beside it' sp-signal message -q 1 --lang en \
	standaard=alles tekst='Let op {{domein}}'
prints 'goes in its place; names and days are Dutch in a Dutch text' last <<'X'
nl|1, zorg, armoede en schulden, Overvecht, 4, 1 november 2026, Fatima, gemeld, Let op {{domein}}, Let op {{domein}}
X
ok 'an English text in a Dutch run' sp-signal message -q 1 --lang nl \
	standaard=all
prints 'is filled in English, and stored as English' last <<'X'
en|worry poverty and debt 1 November 2026 reported
X
count=$(sent | wc -l)
fails 'fields that nothing fills' 3 \
	'sp-signal: not filled: {{org}}, {{project}}, {{tekst}}' \
	sp-signal message 1 soort=uitleg standaard=wie
fails 'a text that is said to be in another language' 2 \
	'sp-signal: taal: this standard text is in en, not in nl; leave taal= out, or take another text' \
	sp-signal message 1 standaard=all taal=nl
fails 'a text nobody wrote' 2 \
	'sp-signal: template: there is no standaardtekst "niets"; sp-report lijst standaardtekst shows them' \
	sp-signal message 1 soort=uitleg standaard=niets
# one from before fields were looked at
sqlite3 sp.db "UPDATE standaardtekst SET tekst = 'Uw {{soort'
	WHERE titel = 'wie'"
fails 'a text that was broken when it was stored' 2 \
	'sp-signal: line 1: {{ is not closed' sp-signal message 1 standaard=wie
sp-add -q standaardtekst wie actief=nee >id
fails 'a text that is not in use' 3 \
	'sp-signal: standaard: this text is not in use any more' \
	sp-signal message 1 standaard=wie
result $((count - $(sent | wc -l))) 'and none of those was sent'
sp-signal message -q 1 tekst='Hoi.' >id
sp-signal message -q gebied=Overvecht tekst='Dag allemaal.' >id
sp-signal message -q 1 taal=tr tekst='Merhaba.' >id
tongues() {
	sent | tail -n 3
}
prints 'each message says its language; Dutch when nobody does' tongues <<'X'
nl|Hoi.
nl|Dag allemaal.
tr|Merhaba.
X

# a signal's own language says nothing of the text that is sent about it
cp sp.db pipe.db
sp-add -q -s pipe.db signaal 1 taal=ar
piped() {
	sp-signal list -s pipe.db id=1 -o jsonl |
		sp-signal message -q -s pipe.db standaard=all - >id &&
		sqlite3 pipe.db "select taal from boodschap where id =
			(select max(id) from boodschap)"
}
prints 'a signal in Arabic takes an English standard text' piped <<'X'
en
X

# what can not be filled is not stored
there='tekst, id, soort, domein, gebied, aantal, kanaal, gemeld_op, gebeurd_op, via_persoon, via_netwerk, aanleiding, kenmerk, project, behandelaar, org, status, gepland_op, uiterlijk, uitkomst, antwoord, antwoord_op, annulering'
cat >bad.csv <<'X'
titel,tekst
goed,Dag {{gebied}}
fout,"Dag {{gebied}},
dit is {{naam}}."
X
fails 'a field that is not there, with those that are' 2 \
	"sp-add: bad.csv:3: tekst: er is geen veld {{naam}}; er zijn: $there" \
	sp-add standaardtekst --lang nl bad.csv
fails 'the same in English' 2 \
	'sp-add: text: there is no field {{naam}}; there are: text, id, type, domain, area, number, channel, reported_on, happened_on, via_person, via_network, occasion, reference, project, handler, organisation, status, planned_on, due, outcome, answer, answered_on, cancellation' \
	sp-add standaardtekst titel=fout tekst='Dag {{naam}}'
printf '{"titel": "open", "tekst": "Dag,\\nuw {{soort"}\n' >open.jsonl
fails 'a field that is not closed' 2 \
	'sp-add: open.jsonl:1: text: line 2: {{ is not closed' \
	sp-add standaardtekst open.jsonl
fails 'nor when a text changes' 2 \
	'sp-add: text: line 1: between {{ and }} stands no name of a field (letters, digits and _)' \
	sp-add standaardtekst 'is er' tekst='{{}}'
fails 'what residents said is no field' 2 \
	"sp-add: tekst: er is geen veld {{bewoner_ref}}; er zijn: $there" \
	sp-add --lang nl standaardtekst titel=wat tekst='{{bewoner_ref}}'
titles() {
	sqlite3 sp.db "SELECT count(*) FROM standaardtekst WHERE titel IN
		('goed', 'fout', 'open', 'wat') OR tekst = '{{}}'"
}
prints 'and none of them is stored' titles <<'X'
0
X

# hard words and long sentences are told to who writes, and stop nothing
said() {
	"$@" 2>&1 >id | grep -vE ': 1 read, (1|0)'
}
cat >hard.txt <<'X'
Conform uw vraag dient
te worden gewacht, conform de vigerende regels.
X
prints 'hard words as they were found, each once, and plain ones for them' \
	said sp-signal message 1 soort=uitleg tekst=@hard.txt <<'X'
sp-signal: hard word "Conform"; say rather: volgens
sp-signal: hard word "dient te"; say rather: moeten
sp-signal: hard word "vigerende"; say rather: die nu geldt
X
text() {
	sqlite3 sp.db 'SELECT tekst FROM boodschap ORDER BY id DESC LIMIT 1'
}
prints 'the message went as it was written' text <hard.txt
prints 'plain words pass without a word' said sp-signal message 1 \
	tekst='Er komt een coach.' </dev/null
prints 'quiet is quiet' said sp-signal message -q 1 tekst=@hard.txt </dev/null
prints 'an English text has no Dutch words' said sp-signal message 1 taal=en \
	tekst='This is conform and frequent.' </dev/null
prints 'nor has a standard text that is English' said sp-add standaardtekst \
	titel=conform taal=en tekst='Conform {{area}}.' </dev/null
prints 'a standard text is looked at when it is stored' said sp-add \
	standaardtekst titel=stroef tekst='Uw {{soort}} is thans bij {{org}}.' <<'X'
sp-add: hard word "thans"; say rather: nu
X
printf 'titel;tekst\nstroef;Uw vraag is reeds bij ons.\nsoepel;Dag.\n' >rows.csv
prints 'in a file with where it stands' said sp-add standaardtekst rows.csv <<'X'
sp-add: rows.csv:2: hard word "reeds"; say rather: al
sp-add: standaardtekst: 2 read, 1 added, 1 changed, 0 unchanged, 0 rejected
X
prints 'and not again when nothing changes' said sp-add standaardtekst \
	rows.csv <<'X'
sp-add: standaardtekst: 2 read, 0 added, 0 changed, 2 unchanged, 0 rejected
X
cat >codes.csv <<'X'
lijst,code,nl
moeilijk,keukentafelgesprek,gesprek thuis
moeilijk,dient te|dienen te,moet
moeilijk,wmo*,
X
sp-add -q code codes.csv
echo 'Het keukentafelgesprek dient te gaan over de WMO-aanvraag.' >town.txt
prints 'a town adds its own, which win' said sp-signal answer 1 \
	uitkomst=beantwoord tekst=@town.txt <<'X'
sp-signal: hard word "keukentafelgesprek"; say rather: gesprek thuis
sp-signal: hard word "dient te"; say rather: moet
sp-signal: hard word "WMO"
X
sp-add -q code keukentafelgesprek actief=nee >id
prints 'and takes them away' said sp-signal message 1 \
	tekst='Een keukentafelgesprek.' </dev/null
twenty='Een twee drie vier vijf zes zeven acht negen tien een twee drie vier vijf zes zeven acht negen tien'
prints 'twenty words are no long sentence' said sp-signal message 1 \
	tekst="$twenty." </dev/null
printf 'Kort.\n%s elf. Kort.\n' "$twenty" >long.txt
prints 'one more is, in any language' said sp-signal message 1 taal=en \
	tekst=@long.txt <<'X'
sp-signal: line 2: a sentence of 21 words; over 20 is long, two read better
X
prints 'also in a standard text' said sp-add standaardtekst titel=lang \
	tekst=@long.txt <<'X'
sp-add: line 2: a sentence of 21 words; over 20 is long, two read better
X
prints 'and in an answer' said sp-signal answer 1 uitkomst=beantwoord \
	tekst=@long.txt <<'X'
sp-signal: line 2: a sentence of 21 words; over 20 is long, two read better
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
