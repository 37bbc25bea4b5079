#!/bin/sh
# tips - what colleagues know of an organisation is heard when a signal goes
# there (K-11): by hand, by a rule, by another one, by the hop before
. "${SP_SOURCE:?}/tests/lib.sh"

run sp-add organisatie naam=Loket
run sp-add organisatie naam=Wijkteam
run sp-add organisatie naam=Welzijn
run sp-add tip org=Loket soort=let_op tekst='bel voor elf uur' op=2026-11-01
run sp-add tip org=Loket soort=valkuil tekst='noem het dossiernummer;
anders komt de brief terug' op=2026-11-02
run sp-add tip org=Wijkteam soort=herstel tekst='vraag naar Ans'
run sp-add regel volgorde=1 domein=energie org=Loket
run sp-add regel volgorde=2 domein=sport org=Welzijn
cp sp.db begin.db

says 'one that a rule sends when it is added, the newest first' \
	sp-signal add soort=vraag domein=energie tekst=x <<'X'
sp-signal: tip, pitfall: noem het dossiernummer;
sp-signal: anders komt de brief terug
sp-signal: tip, mind: bel voor elf uur
sp-signal: signaal: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected
X
says 'in Dutch' sp-add --lang nl signaal soort=vraag domein=energie tekst=brief <<'X'
sp-add: tip, valkuil: noem het dossiernummer;
sp-add: anders komt de brief terug
sp-add: tip, let_op: bel voor elf uur
sp-add: signaal: 1 gelezen, 1 toegevoegd, 0 gewijzigd, 0 ongewijzigd, 0 afgewezen
X
says 'whom nobody knows anything of' \
	sp-signal add soort=vraag domein=sport tekst=hondenpoep <<'X'
sp-signal: signaal: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected
X
says 'one that goes to nobody yet' sp-signal add soort=vraag tekst=kapotte.lantaarn <<'X'
sp-signal: signaal: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected
X
says 'one that is about something else, and goes elsewhere' \
	sp-add signaal 3 domein=energie <<'X'
sp-add: tip, pitfall: noem het dossiernummer;
sp-add: anders komt de brief terug
sp-add: tip, mind: bel voor elf uur
sp-add: signaal: 1 read, 0 added, 1 changed, 0 unchanged, 0 rejected
X
says 'one that stays where it is' sp-add signaal 3 soort=klacht <<'X'
sp-add: signaal: 1 read, 0 added, 1 changed, 0 unchanged, 0 rejected
X
says 'one that is sent by hand, and on after that' \
	sp-signal route 4 org=Wijkteam --then Loket <<'X'
sp-signal: tip, remedy: vraag naar Ans
sp-signal: route: 1 read, 1 changed, 0 unchanged, 0 rejected
X
run sp-signal accept 4
run sp-signal route 4 in_uitvoering
says 'the next, when its turn has come' sp-signal route 4 afgerond <<'X'
sp-signal: tip, pitfall: noem het dossiernummer;
sp-signal: anders komt de brief terug
sp-signal: tip, mind: bel voor elf uur
sp-signal: route: 1 read, 1 changed, 0 unchanged, 0 rejected
X
says 'nothing when it is to be quiet' \
	sp-signal add -q soort=vraag domein=energie tekst=x </dev/null

# of many nobody hears
cp begin.db sp.db
printf 'soort,domein,tekst\nvraag,energie,x\nvraag,sport,y\n' >rows.csv
says 'rows that a rule sends' sp-signal add rows.csv <<'X'
sp-signal: signaal: 2 read, 2 added, 0 changed, 0 unchanged, 0 rejected
X
printf 'id,domein\n2,energie\n' >rows.csv
says 'rows that change' sp-signal add rows.csv <<'X'
sp-signal: signaal: 1 read, 0 added, 1 changed, 0 unchanged, 0 rejected
X
printf 'id\n1\n2\n' >rows.csv
says 'rows that are sent by hand' sp-signal route org=Wijkteam rows.csv <<'X'
sp-signal: route: 2 read, 2 changed, 0 unchanged, 0 rejected
X
done_testing
