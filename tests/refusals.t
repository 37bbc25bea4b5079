#!/bin/sh
# refusals - what is said of input that is wrong, beside the story it would
# have been part of: the whole message, the status, and a store that stays
. "${SP_SOURCE:?}/tests/lib.sh"

sp-add -q organisatie naam=Loket >id
sp-add -q organisatie naam=Wijkteam >id
sp-add -q persoon alias=fatima naam=Fatima >id
sp-signal add -q soort=vraag tekst=waarom >id
sp-signal add -q soort=zorg >id
sp-signal add -q soort=idee >id
sp-signal answer -q 1 uitkomst=beantwoord tekst=daarom >id
sp-signal route -q 2 org=Loket >id
cat >texts.jsonl <<'X'
{"titel": "leeg", "tekst": "Dag."}
{"titel": "heel", "tekst": "Dag {{soort}}."}
{"titel": "oud", "tekst": "Dag.", "actief": false}
X
sp-add -q standaardtekst texts.jsonl
# one that was stored before texts were looked at
sqlite3 sp.db "update standaardtekst set tekst = 'Dag {{}}.'
	where titel = 'leeg'"
printf 'a,b\n1,2\n' >strange.csv
cp sp.db kept.db

# wrong WHAT STATUS MESSAGE COMMAND ...: the message of the tool that is called
wrong() {
	what=$1 status=$2 message=$3
	shift 3
	fails "$what" "$status" "$1: $message" "$@"
	cmp -s sp.db kept.db || result 1 "$what: the store stays as it was"
}

# the command line
for number in x -1 1.5 '' 1234567890123456789; do
	wrong "no number: $number" 2 \
		'--limit is a whole number, 0 or more; see sp-signal similar --help' \
		sp-signal similar 1 --limit "$number"
done
wrong 'no id' 2 \
	'ID is a whole number, 0 or more; see sp-signal similar --help' \
	sp-signal similar een
wrong 'an id that is too long' 2 \
	'1234567890123456789,2 is no id; see sp-signal status --help' \
	sp-signal status 1234567890123456789,2 gemeld
wrong 'a field that a verb has not' 2 \
	'zzz: link has no such field; sp-signal link --help lists them' \
	sp-signal link 1 zzz=1
wrong 'a word for a verb without states' 2 \
	'dubbel: write field=value; see sp-signal link --help' \
	sp-signal link 1 dubbel
wrong 'a state that is none' 2 \
	'there is no state "weg" for action; there are: done|dropped; see sp-signal action --help' \
	sp-signal action 2 weg
wrong 'options of files without a file' 2 \
	'--in, --map, --ignore-unknown and --keep-going go with a file; see sp-signal status --help' \
	sp-signal status 1 gemeld --keep-going
wrong 'rows without an id' 2 '-:2: id: is missing' \
	sp-signal accept - <<'X'
org
Loket
X
wrong 'two periods' 2 'give one period at most; see sp-report lus --help' \
	sp-report lus 2026-10 2026-11
for id in '' x '1 2'; do
	# shellcheck disable=SC2086 # none, one and two
	wrong "explains one signal: $id" 2 \
		'--explain takes the id of one signal; see sp-signal route --help' \
		sp-signal route --explain $id
done
wrong 'a map to no field' 2 \
	'--map: there is no field "kleur"; write theirs=ours' \
	sp-signal add --map a=kleur strange.csv
wrong 'a map to nothing' 2 \
	'--map: write theirs=ours, with a comma between two' \
	sp-signal add --map a strange.csv
wrong 'a map that names one twice' 2 '--map: "a" stands there twice' \
	sp-signal add --map a=soort,a=domein strange.csv

# filters
wrong 'a state that is computed, and empty' 2 'closed: is ja or nee' \
	sp-signal list gesloten=
wrong 'a moment that is none' 2 \
	'when: "gisteren" is no moment like 2026-12-31T12:00:00Z' \
	sp-report lijst log wanneer=gisteren

# steps
wrong 'no text to compare' 2 'tekst: is missing; likeness is seen by the words' \
	sp-signal similar domein=energie
wrong 'a signal without a text' 2 \
	'tekst: is missing; likeness is seen by the words' sp-signal similar 2
for verb in status loop; do
	wrong "$verb: to where?" 2 'give the state to go to' sp-signal $verb 1
done
wrong 'an action without work' 2 'wat: say what is to be done' \
	sp-signal action 2
wrong 'work on what is handled' 3 \
	'a signal that is afgehandeld asks for no work; reopen it first' \
	sp-signal action 1 wat=bellen
wrong 'nothing new' 2 'give what is new: tekst= or uitkomst=' \
	sp-signal answer 1
wrong 'nothing came back' 2 \
	'give what came back: bereik=, vragen= or vragen_n=' \
	sp-signal message nr=1
wrong 'an answer that is a message' 3 \
	'an answer is given by sp-signal answer, with its outcome' \
	sp-signal message 2 soort=antwoord tekst=zo
wrong 'a message that says nothing' 2 'tekst: say what is said' \
	sp-signal message 2 soort=vraag
wrong 'a text of no signal' 2 \
	'standaard: is filled from a signal; give signaal=' \
	sp-signal message standaard=heel
wrong 'a text that is not used' 3 \
	'standaard: this text is not in use any more' \
	sp-signal message 2 standaard=oud
wrong 'a text without a name of a field' 2 \
	'line 1: between {{ and }} stands no name of a field (letters, digits and _)' \
	sp-signal message 2 standaard=leeg
for field in wat voor zekerheid; do
	promise='door=fatima wat=bellen voor=2026-11-20 zekerheid=zeker'
	# shellcheck disable=SC2046 # words
	wrong "a promise without $field" 2 \
		"$field: is missing; every promise has one" sp-signal promise 2 \
		$(echo "$promise" | sed "s/$field=[^ ]*//")
done
wrong 'a promise of nobody' 2 \
	'door: say who promises: door= or door_org=' \
	sp-signal promise 2 wat=bellen voor=2026-11-20 zekerheid=zeker
wrong 'a promise that is late at once' 2 \
	'voor: 2026-11-09 is before the promise is made' \
	sp-signal promise 2 door=fatima wat=bellen voor=2026-11-09 zekerheid=zeker
wrong 'taken on by who was not asked' 3 \
	'signal 2 has no referral that waits for an answer of organisatie 2' \
	sp-signal accept 2 org=Wijkteam

# notes: done, and something is worth hearing
notes() {
	sp-signal "$@" 2>&1 | grep -v ' read, '
}
prints 'no rule fits' notes route 3 <<'X'
sp-signal: signal 3: no rule fits; give org=
3
X
prints 'a likely promise' notes promise 3 door=fatima wat=bellen \
	voor=2026-11-20 zekerheid=waarschijnlijk <<'X'
sp-signal: a promise that is only likely: say so to who counts on it
1
X
prints 'who else can' notes refuse 2 reden=niet_onze_taak \
	advies_org=Wijkteam <<'X'
sp-signal: signal 2: try organisatie 2
2
X
prints 'the same once more' sh -c \
	'sp-signal add soort=vraag tekst=waarom 2>&1 | grep already' <<'X'
sp-signal: it says what these say already: 1; sp-signal link 4 dubbel_van=ID if it is the same
X

# a store that somebody else has been at
sp-add -q regel volgorde=1 org=Wijkteam
sqlite3 sp.db 'PRAGMA foreign_keys = OFF; DELETE FROM organisatie WHERE id = 2'
cp sp.db kept.db
wrong 'a rule that leads to nobody' 3 \
	'rule 1: refers to a record that is not there' sp-signal add soort=zorg
name=$(printf '%200s' '' | tr ' ' a)
mkdir -p "$name/$name/$name"
far=$name/$name/$name/sp.db
cp sp.db "$far"
wrong 'a path that is too long, to read' 4 "$far: may not be read" \
	sp-signal list -s "$far"
wrong 'and to write' 4 "$far: may not be written; nothing was stored" \
	sp-add -s "$far" organisatie naam=x
done_testing
