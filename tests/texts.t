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
done_testing
