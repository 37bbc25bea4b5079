#!/bin/sh
# story - a signal as a person reads it, and whole for programs
. "${SP_SOURCE:?}/tests/lib.sh"
# shellcheck source=tests/start.sh
. "$source/tests/start.sh"
export SP_LANG=en

# case 2: a promise, a joint meeting, an action inside, one answer
start >id
sp-add -q regel volgorde=7 domein=energie org=2 wijze=warm >id
sp-add -q tip org=2 soort=let_op tekst='Ring before eleven.' >id
sp-signal add -q soort=vraag domein=energie gebied=BU03440832 via=1 \
	aanleiding=brief kenmerk=2026-EB-17 tekst="Wat is een energiebox?
bericht: of een brief?" >id

prints 'what it is, what runs, who has it, what happened' \
	sp-signal show 1 <<'X'
signal 1
type            question
domain          energy
area            Kanaleneiland-Noord
reported_on     2026-03-05
number          1
via_person      Fatima
occasion        brief
reference       2026-EB-17
text            Wat is een energiebox?
                bericht: of een brief?

status          in_progress
organisation    Energieloket
handler         anna
loop            open
closed          no

  first message by 2026-03-09 (2 working days left)
  yes or no of Energieloket by 2026-03-12 (5 working days left)
  answer by 2026-03-19 (10 working days left)
  next message by 2026-03-26 (15 working days left)

  tip, mind: Ring before eleven.

2026-03-05
reported (anna): question through Fatima, by 1 resident
referral 1 (anna): to Energieloket, warm, by rule 7
state (anna): in_progress
X

sp-signal promise -q 1 door=3 aan=gespreksgroep \
	wat='gemeente om uitleg vragen' voor=2026-03-12 zekerheid=zeker >id
SP_TODAY=2026-03-10
sp-signal promise -q 1 nagekomen >id
sp-signal action -q 1 org=2 wat='huisbezoek energiecoach' \
	uiterlijk=2026-03-20 >id
sp-signal message -q 1 soort=vraag tekst='Welke straat?' >id
SP_TODAY=2026-03-11
sp-signal action -q 1 klaar nr=1 resultaat="Box gebracht
bericht: raam geïsoleerd" >id
sp-signal accept -q 1 >id
SP_USER=bea sp-signal answer -q 1 uitkomst=zelf_verder \
	tekst='De energiecoach is geweest.' >id
sp-add -q inzicht signaal=1 auteur=Ger op=2026-03-10 \
	tekst='Per straat verschillend' >id

story() {
	sp-signal show 1 | sed -n '/^2026-03-10/,$p'
}
prints 'a sentence a line, day by day, and who' story <<'X'
2026-03-10
promise 1 (anna): kept: gemeente om uitleg vragen
action 1 (anna): huisbezoek energiecoach, Energieloket, by 2026-03-20
message 1 (anna): question to Fatima: "Welke straat?"
insight (Ger): "Per straat verschillend"

2026-03-11
action 1 (anna): done: huisbezoek energiecoach: "Box gebracht
  bericht: raam geïsoleerd"
referral 1 (anna): Energieloket takes it on
referral 1 (bea): Energieloket is at work
referral 1 (bea): Energieloket is done
message 2 (bea): answer from Energieloket to Fatima: "De energiecoach is geweest."
state (bea): handled, outcome goes_on_alone
loop (bea): handed_back, the answer is with Fatima
X
messages() {
	sp-signal show 1 --lang "$1" | grep -c "^$2"
}
prints 'two messages, and an action is none of them' messages nl bericht <<'X'
2
X
prints 'in English too' messages en message <<'X'
2
X
promised() {
	sp-signal show 1 | grep '^promise' | head -n 1
}
prints 'a promise with its day and how sure it is' promised <<'X'
promise 1 (anna): Ger promises to gespreksgroep: gemeente om uitleg vragen, by 2026-03-12 (certain)
X

running() {
	SP_TODAY=$1 sp-signal show "$2" | sed -n '/^20/q;/^  [^ ]/p'
}
prints 'handled: what runs is the way back' running 2026-03-17 1 <<'X'
  told to residents by 2026-03-18 (1 working day left)
  tip, mind: Ring before eleven.
X

# refused, sent by hand, dissatisfied, reopened, a duplicate, an edit
sp-signal add -q soort=klacht domein=sport gebied=BU03440832 via=2 \
	tekst='Discriminatie op het sportveld' >id
sp-signal route -q 2 org=1 >id
sp-signal refuse -q 2 reden=niet_onze_taak advies_org=4 \
	toelichting='Dat doen wij niet' >id 2>err
sp-signal route -q 2 org=4 >id
SP_TODAY=2026-03-12
sp-signal answer -q 2 uitkomst=niet_mogelijk tekst='Het kan niet.' >id
sp-signal loop -q 2 poging >id
sp-signal loop -q 2 teruggekoppeld wijze=telefoon >id
sp-signal loop -q 2 bevestigd oordeel=ontevreden gezien_gehoord=nee \
	toelichting='Afgescheept' >id
sp-signal status -q 2 heropend tekst='Wij kijken nog eens' >id
sp-signal add -q soort=klacht gebied=BU03440832 via=3 gevoelig=ja \
	tekst='Hetzelfde' >id
sp-signal link -q 3 dubbel_van=2 >id
sp-add -q signaal 2 urgentie=actie gebied= >id
later() {
	sp-signal show 2 | sed -n '/^2026-03-11/,$p'
}
prints 'refusal, round, judgement, reopening and edit' later <<'X'
2026-03-11
reported (anna): complaint through Yusuf, by 1 resident
referral 2 (anna): to Gemeente, buurtaanpak aardgasvrij, by hand
state (anna): in_progress
referral 2 (anna): Gemeente, buurtaanpak aardgasvrij does not take it on: not_our_task; Antidiscriminatiebureau can do it: "Dat doen wij niet"
state (anna): reported
referral 3 (anna): to Antidiscriminatiebureau, by hand
state (anna): in_progress

2026-03-12
referral 3 (anna): Antidiscriminatiebureau takes it on
referral 3 (anna): Antidiscriminatiebureau is at work
referral 3 (anna): Antidiscriminatiebureau is done
message 3 (anna): answer from Antidiscriminatiebureau to Yusuf: "Het kan niet."
state (anna): handled, outcome not_possible
loop (anna): handed_back, the answer is with Yusuf
loop (anna): tried, and nobody was reached
loop (anna): told, telephone, by way of Yusuf
loop (anna): confirmed, dissatisfied, seen and heard: no: "Afgescheept"
state (anna): reopen_asked
state (anna): reopened, round 2 of the way back: "Wij kijken nog eens"
changed (anna): area, Kanaleneiland-Noord
changed (anna): urgency -> action
X
lines() {
	sp-signal show "$1" | grep -c "$2"
}
prints 'the duplicate stands with the original' \
	lines 2 '^signal 3 says the same$' <<'X'
1
X
prints 'a sensitive signal says so, above its words' \
	sh -c 'sp-signal show 3 | sed -n "2p;/^text/p;/^link/p"' <<'X'
sensitive: these words go no further
text            Hetzelfde
link (anna): the same as signal 2
X

# late, by days and three times over
sp-signal add -q soort=zorg via=1 tekst=x >id
late() {
	SP_TODAY=$1 sp-signal show 4 | grep '^  answer'
}
prints 'on the last day' late 2026-03-26 <<'X'
  answer by 2026-03-26 (today)
X
prints 'a day late' late 2026-03-27 <<'X'
  answer by 2026-03-26 LATE (1 working day)
X
# 30 working days from 12 March: 6 April is Easter Monday
prints 'three times the term is not over' late 2026-04-24 <<'X'
  answer by 2026-03-26 LATE (20 working days)
X
prints 'and now it is' late 2026-04-28 <<'X'
  answer by 2026-03-26 LATE (21 working days), THREE TIMES THE TERM
X

# what may be done, and need not, is never late
cp sp.db kept.db
sp-signal answer -q 4 uitkomst=beantwoord tekst='Het is klaar.' >id
SP_TODAY=2026-03-13 sp-signal loop -q 4 told wijze=telefoon >id
offered() {
	SP_TODAY=$1 sp-signal show 4 --lang "$2" | grep '^  '
}
prints 'days are left' offered 2026-03-26 en <<'X'
  what residents think of it by 2026-03-27 (1 working day left)
  look again whether it holds on 2026-04-10 (10 working days left)
X
prints 'days ago' offered 2026-04-13 en <<'X'
  what residents think of it by 2026-03-27 (10 working days ago)
  look again whether it holds on 2026-04-10 (1 working day ago)
X
prints 'the same in Dutch' offered 2026-04-13 nl <<'X'
  oordeel van bewoners uiterlijk 2026-03-27 (10 werkdagen geleden)
  kijken of het standhoudt op 2026-04-10 (1 werkdag geleden)
X
mv kept.db sp.db

# what steers a terminal
printf 'rood \033[31m\nbericht: \302\205 op' >text
sp-signal add -q soort=zorg via=1 tekst=@text >id
steers() {
	sp-signal show 5 | sed -n '/^text/{N;p;}'
}
prints 'what steers a terminal is seen, not done' steers <<'X'
text            rood \x1B[31m
                bericht: \x85 op
X

ok 'sp-report toon tells the same' \
	sh -c 'sp-signal show 2 >a && sp-report toon signaal 2 | cmp - a'
fails 'no such signal' 1 \
	'sp-signal: there is no signaal "99"; sp-report lijst signaal shows them' \
	sp-signal show 99
fails 'nor as JSON' 1 \
	'sp-signal: there is no signaal "99"; sp-report lijst signaal shows them' \
	sp-signal show 99 -o json
prints 'other formats are a row' sh -c \
	'sp-signal show 2 -o csv | wc -l; sp-signal show 2 -o jsonl | jq -r .id' \
	<<'X'
2
2
X

# JSON, by the names of each language, against the store itself
export SP_LANG=nl
prints 'the fields of scenario 1 and 4' sh -c \
	"sp-signal show 1 -o json | jq -r '.status,.org,.uiterlijk,.lus'
	sp-signal show 2 -o json | jq -r '.status,.lus_ronde'" <<'X'
afgehandeld
2
2026-03-19
teruggelegd
heropend
2
X
prints 'a step with all it changed' sh -c "sp-signal show 2 -o json |
	jq -c '.geschiedenis[]|select(.handeling==\"status\")|
	[.wie,.op,.reden,.veranderingen]'" <<'X'
["anna","2026-03-12","Wij kijken nog eens",[{"veld":"status","oud":"verzoek_heropenen","nieuw":"heropend"},{"veld":"org","oud":"4","nieuw":null},{"veld":"uitkomst","oud":"niet_mogelijk","nieuw":null},{"veld":"heropend_n","oud":"0","nieuw":"1"},{"veld":"lus","oud":"bevestigd","nieuw":"open"},{"veld":"lus_ronde","oud":"1","nieuw":"2"}]]
X
prints 'in English' sh -c "sp-signal show 1 -o json --lang en |
	jq -c '(.history[]|select(.action==\"promise\")|.changes),
	(.promises[0]|[.certainty,.status]),
	(.history[]|select(.action==\"added\")|.who)'" <<'X'
[{"field":"promise:1","old":null,"new":"open"}]
[{"field":"promise:1","old":"open","new":"kept"}]
["certain","kept"]
"anna"
X

# Random lives: the object holds what the store holds, its history ends where
# the signal is, and every message is a line of the story.
cat >live.py <<'X'
import json, random, sqlite3, subprocess, sys
random.seed(3)
def run(*words):
    return subprocess.run(words, capture_output=True, text=True)
steps = ['route ID org=1', 'route ID org=2', 'accept ID',
    'refuse ID reden=geen_plek', 'action ID wat=bellen',
    'action ID klaar resultaat=gedaan',
    'promise ID door=1 wat=x voor=2026-12-01 zekerheid=zeker',
    'promise ID nagekomen', 'promise ID gebroken tekst=ziek',
    'message ID tekst=hallo', 'answer ID uitkomst=opgelost tekst=klaar',
    'loop ID teruggekoppeld wijze=direct', 'loop ID poging',
    'loop ID bevestigd oordeel=deels', 'status ID heropend tekst=nogmaals',
    'status ID reactie_gevraagd tekst=wat']
ids = [run('sp-signal', 'add', '-q', 'soort=zorg', 'via=1').stdout.strip()
    for _ in range(8)]
done = 0
for _ in range(170):
    words = random.choice(steps).replace('ID', random.choice(ids)).split()
    done += run('sp-signal', *words, '-q').returncode == 0
db = sqlite3.connect('sp.db')
db.row_factory = sqlite3.Row
parts = {'doorverwijzingen': 'doorverwijzing', 'acties': 'actie',
    'beloften': 'belofte', 'lussen': 'lus', 'boodschappen': 'boodschap',
    'inzichten': 'inzicht'}
def same(cell, stored):
    return cell == stored or isinstance(cell, bool) and int(cell) == stored \
        or isinstance(cell, list) and '|'.join(cell) == stored
for i in ids:
    o = json.loads(run('sp-signal', 'show', i, '-o', 'json').stdout)
    row = db.execute('SELECT * FROM signaal WHERE id = ?', [i]).fetchone()
    for name in row.keys():
        assert same(o[name], row[name]), (i, name)
    for part, table in parts.items():
        stored = db.execute(
            f'SELECT * FROM {table} WHERE signaal = ? ORDER BY id', [i])
        stored = [dict(r) for r in stored]
        assert len(stored) == len(o[part]), (i, part)
        for have, want in zip(o[part], stored):
            assert have.keys() == want.keys()
            assert all(same(have[k], want[k]) for k in want), (i, part)
    logged = db.execute("SELECT * FROM log WHERE soort = 'signaal' AND "
        "record = ? ORDER BY id", [i]).fetchall()
    assert [r['wanneer'] for r in logged] == \
        [h['wanneer'] for h in o['geschiedenis']]
    state = {'status': 'gemeld', 'lus': 'open', 'uitkomst': None, 'org': None}
    for h in o['geschiedenis']:
        for c in h['veranderingen']:
            if c['veld'] in state:
                was = state[c['veld']]
                assert c['oud'] == (None if was is None else str(was)), c
                state[c['veld']] = c['nieuw']
    for field, value in state.items():
        have = o[field] if o[field] is None else str(o[field])
        assert have == value, (i, field, have, value)
    told = run('sp-signal', 'show', i).stdout.split('\n')
    assert sum(line.startswith('bericht ') for line in told) == \
        len(o['boodschappen']), i
    for word, part in [('belofte ', 'beloften'), ('actie ', 'acties')]:
        ended = sum(r['status'] != 'open' for r in o[part])
        assert sum(line.startswith(word) for line in told) == \
            len(o[part]) + ended, (i, word)
assert done > 60, done
X
ok 'random lives: object, history and story agree with the store' \
	python3 live.py
done_testing
