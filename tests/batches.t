#!/bin/sh
# batches - steps on rows: pipes, what is wrong in the middle, rules that
# change, and chains
# shellcheck disable=SC2086 # fields hold no blank
. "${SP_SOURCE:?}/tests/lib.sh"

# states: id and status of all
states() {
	ask "select group_concat(id || ' ' || status, ', ') from (select * from signaal order by id)"
}
keep() {
	cp sp.db base.db
}
back() {
	cp base.db sp.db
}
# refused WHAT STATUS MESSAGE COMMAND ...: the run changes no byte
refused() {
	cp sp.db kept.db
	fails "$@"
	cmp -s sp.db kept.db || result 1 "$1: the store stays as it was"
}
both() {
	"$@" 2>&1
}

run sp-add organisatie naam=Loket
run sp-add organisatie naam=Wijkteam
run sp-add organisatie naam=Welzijn
run sp-add organisatie naam=Oud gestopt_op=2026-10-01
run sp-add persoon naam=Fatima alias=fatima
run sp-add gebied code=GM0344 naam=Utrecht
run sp-add gebied code=WK034401 naam=West ouder=Utrecht
run sp-add gebied code=BU03440101 naam=Noord ouder=West
for i in 1 2 3 4; do
	run sp-signal add soort=vraag domein=sport "tekst=$i" op=2026-11-02
done

# pipes
run sp-add regel volgorde=1 domein=sport org=Loket
pipe_route() {
	sp-signal list status=gemeld -o jsonl | sp-signal route 2>&1
}
prints 'a list goes into route' pipe_route <<'X'
sp-signal: route: 4 read, 4 changed, 0 unchanged, 0 rejected
X
prints 'by the rule' ask 'select distinct org, regel, verzonden_op from doorverwijzing' <<'X'
1|1|2026-11-10
X
pipe_status() {
	sp-signal list -o jsonl | sp-signal status reactie_gevraagd tekst='welke dag' - 2>&1
}
prints 'a list goes into a state, with fields of the command' pipe_status <<'X'
sp-signal: status: 4 read, 4 changed, 0 unchanged, 0 rejected
X
pipe_csv() {
	sp-signal list -o csv | sp-signal status in_behandeling 2>&1
}
prints 'as CSV too' pipe_csv <<'X'
sp-signal: status: 4 read, 4 changed, 0 unchanged, 0 rejected
X
keep
printf 'id,toelichting,gepland_op\n1,eerst,2026-11-20\n2,dan,2026-11-21\n' >rows.csv
prints 'rows have fields of their own' both sp-signal status ingepland rows.csv <<'X'
sp-signal: status: 2 read, 2 changed, 0 unchanged, 0 rejected
X
prints 'each its own' ask "select id, gepland_op from signaal where status = 'ingepland' order by id" <<'X'
1|2026-11-20
2|2026-11-21
X
back
printf 'id,gepland_op\n1,\n2,2026-11-21\n' >rows.csv
filled() {
	sp-signal -q status ingepland gepland_op=2026-12-01 - <rows.csv &&
		ask "select id, gepland_op from signaal where id < 3 order by id"
}
prints 'what a cell leaves empty the command fills' filled <<'X'
1|2026-12-01
2|2026-11-21
X
back

# what is wrong in the middle
printf 'id,gepland_op,kleur\n1,2026-11-20,rood\n' >rows.csv
refused 'an unknown column' 2 \
	'sp-signal: rows.csv:1: unknown column: kleur; --map theirs=ours renames, --ignore-unknown passes over' \
	sp-signal status ingepland rows.csv
ok 'that is passed over' sp-signal status ingepland --ignore-unknown rows.csv
back
printf 'gepland_op\n2026-11-20\n' >rows.csv
refused 'a row without an id' 2 'sp-signal: rows.csv:2: id: is missing' \
	sp-signal status ingepland rows.csv
# middle WHAT STATUS WHY COMMAND HEAD GOOD BAD: a row between two good ones
feed() {
	sp-signal "$@" - <rows.csv
}
middle() {
	case=$1 code=$2 why=$3 command=$4 head=$5 good=$6 bad=$7
	printf '%s\n%s\n%s\n%s\n' "$head" "1$good" "$bad" "3$good" >rows.csv
	refused "$case in the middle" "$code" "sp-signal: -:3: $why" feed $command
	last=$(ask 'select max(id) from log')
	fails "$case: the others go on" 2 "sp-signal: -:3: $why
sp-signal: ${command%% *}: 3 read, 2 changed, 0 unchanged, 1 rejected" \
		feed $command --keep-going
	prints "$case: with a step each" ask "select group_concat(record) from log where id > $last" <<Y
1,3
Y
	back
}
middle 'an unknown id' 2 'id: there is no signaal 99' \
	'status ingepland' id,gepland_op ,2026-11-20 99,2026-11-20
middle 'a need that is not met' 3 'give the day: gepland_op=' \
	'status ingepland' id,gepland_op ,2026-11-20 2,
middle 'a missing reason' 3 'give the reason: reden=' \
	'status geannuleerd' id,reden ,ingetrokken 2,
middle 'an unknown reason' 2 \
	'reason: "weg" is none of duplicate, withdrawn, incomplete, wrong' \
	'status geannuleerd' id,reden ,ingetrokken 2,weg
middle 'a day before the report' 3 \
	'op: 2026-11-01 is before the step it follows (2026-11-02)' \
	'message tekst=hallo' id,op ,2026-11-10 2,2026-11-01
middle 'a day before the step it follows' 3 \
	'op: 2026-11-09 is before the step it follows (2026-11-10)' \
	'status reactie_gevraagd tekst=wie' id,op ,2026-11-10 2,2026-11-09
middle 'a day after today' 2 'op: 2026-11-11 is after today (2026-11-10)' \
	'message tekst=hallo' id,op ,2026-11-10 2,2026-11-11
middle 'an organisation that has ended' 3 'organisatie 4 has ended; name another' \
	route id,org ,Wijkteam 2,Oud
middle 'an organisation that is not there' 2 \
	'organisation: there is no organisatie "Weg"; sp-report lijst organisatie shows them' \
	route id,org ,Wijkteam 2,Weg
middle 'the same id once more' 3 \
	'a signal that is ingepland can not become ingepland; it can become: in_behandeling, reactie_gevraagd, afgehandeld, geannuleerd' \
	'status ingepland gepland_op=2026-11-20' id '' 1
run sp-signal answer 2 tekst=a uitkomst=opgelost
keep
middle 'a wrong step' 3 \
	'a signal that is afgehandeld can not become ingepland; it can become: verzoek_heropenen, heropend' \
	'status ingepland gepland_op=2026-11-20' id '' 2
middle 'a signal that is done' 3 \
	'a signal that is afgehandeld goes to nobody; reopen it first' \
	route id,org ,Wijkteam 2,Wijkteam
prints 'rejects are read again when mended' sh -c 'printf "id,gepland_op\n1,2026-11-20\n3,\n" | sp-signal -q status ingepland --keep-going --rejects bad.csv; sed "s/^3,/3,2026-11-21/" bad.csv | sp-signal -q status ingepland; sqlite3 sp.db "select id, gepland_op from signaal where gepland_op is not null"' <<'X'
1|2026-11-20
3|2026-11-21
X
back
refused 'ids of the command line are one batch' 2 \
	'sp-signal: id: there is no signaal 99' \
	sp-signal status 1,99,3 reactie_gevraagd tekst=wie
prints 'a dry run says what it would do' both sp-signal -n status 1,3 reactie_gevraagd tekst=wie <<'X'
sp-signal: status, dry run: 2 read, 2 to change, 0 unchanged, 0 rejected
X
ok 'and changes no byte' cmp sp.db kept.db

# which one, when there are several
run sp-signal action 1 wat=bellen
run sp-signal action 1 wat=schrijven
run sp-signal action 3 wat=bellen
refused 'several open actions' 3 \
	'sp-signal: signal 1 has more than one open action; say which: nr=' \
	sp-signal action 1 klaar resultaat=gedaan
ok 'nr= says which' sp-signal action 1 klaar nr=2 resultaat=gedaan
ok 'after that there is one' sp-signal action 1 klaar resultaat=gedaan
refused 'and then none' 3 'sp-signal: signal 1 has no open action' \
	sp-signal action 1 klaar resultaat=gedaan
refused 'nr= of another signal' 2 'sp-signal: nr: signal 1 has no action 3' \
	sp-signal action 1 klaar nr=3 resultaat=gedaan
refused 'a referral of another signal' 2 \
	'sp-signal: nr: signal 1 has no referral 2' sp-signal accept 1 nr=2
refused 'moved as little' 2 \
	'sp-signal: nr: signal 1 has no referral 2' sp-signal route 1 foutief nr=2
run sp-signal promise 1 door=fatima wat=a voor=2026-11-20 zekerheid=zeker
run sp-signal promise 3 door=fatima wat=b voor=2026-11-20 zekerheid=zeker
refused 'a promise of another signal' 2 \
	'sp-signal: nr: signal 1 has no promise 2' sp-signal promise 1 nagekomen nr=2
run sp-signal message 1 tekst=hallo
run sp-signal message 3 tekst=hallo
last=$(ask 'select max(id) from boodschap where signaal = 3')
refused 'a message of another signal' 2 \
	"sp-signal: nr: signal 1 has no message $last" \
	sp-signal message 1 nr="$last" vragen_n=2
ok 'questions come back on the message itself' sp-signal message 3 nr="$last" vragen_n=2
prints 'where they are kept' ask "select vragen_n from boodschap where id = $last" <<'X'
2
X

# a chain: each hop its own state
back
chain() {
	ask "select group_concat(org || ' ' || status, ', ') from (select * from doorverwijzing where signaal = $1 order by id)"
}
where() {
	ask "select coalesce(org, 'nobody'), status from signaal where id = $1"
}
run sp-add regel 1 actief=nee
run sp-signal add soort=vraag tekst=keten op=2026-11-02
run sp-signal route 5 org=Loket op=2026-11-03 --then Wijkteam,Welzijn
prints 'three hops' chain 5 <<'X'
1 verzonden, 2 klaargezet, 3 klaargezet
X
refused 'the next can not accept yet' 3 \
	'sp-signal: signal 5 has no referral that waits for an answer of organisatie 2' \
	sp-signal accept 5 org=Wijkteam
run sp-signal accept 5 op=2026-11-04
run sp-signal route 5 in_uitvoering nr=5 op=2026-11-04
run sp-signal route 5 afgerond nr=5 op=2026-11-05
prints 'the first is done, the second is sent' chain 5 <<'X'
1 afgerond, 2 verzonden, 3 klaargezet
X
prints 'on that day, with its own clock' ask 'select verzonden_op, uiterlijk from doorverwijzing where signaal = 5 and org = 2' <<'X'
2026-11-05|2026-11-12
X
prints 'and has the signal' where 5 <<'X'
2|in_behandeling
X
keep
run sp-signal accept 5 op=2026-11-06
run sp-signal route 5 in_uitvoering
run sp-signal route 5 mislukt resultaat=vol
prints 'a hop that fails withdraws the rest' chain 5 <<'X'
1 afgerond, 2 mislukt, 3 ingetrokken
X
prints 'and nobody has the signal' where 5 <<'X'
nobody|gemeld
X
prints 'that waits for a desk since its report' ask 'select routeren_voor, uiterlijk, gemeld_op from signaal where id = 5' <<'X'
2026-11-05|2026-11-16|2026-11-02
X
back
run sp-signal refuse 5 reden=geen_plek
prints 'so does one that is refused' chain 5 <<'X'
1 afgerond, 2 geweigerd, 3 ingetrokken
X
prints 'and nobody has it either' where 5 <<'X'
nobody|gemeld
X
back
run sp-add organisatie Welzijn gestopt_op=2026-11-09
run sp-signal accept 5
run sp-signal route 5 in_uitvoering
refused 'a hop to who has ended meanwhile' 3 \
	'sp-signal: organisatie 3 has ended; name another' \
	sp-signal route 5 afgerond nr=6
refused 'nor a chain to who has' 3 \
	'sp-signal: organisatie 4 has ended; name another' \
	sp-signal route 1 org=Wijkteam --then Oud
refused '--then has a first hop' 2 \
	'sp-signal: --then goes with org=, not with a state' \
	sp-signal route 5 afgerond nr=6 --then Loket
back
run sp-signal accept 5
run sp-signal route 5 org=Wijkteam --then Loket
prints 'hops go behind the one that is there' chain 5 <<'X'
1 afgerond, 2 geaccepteerd, 3 ingetrokken, 1 klaargezet
X

# sent again: its number, its history and its first clock stay
back
run sp-signal add soort=vraag tekst=x op=2026-11-02
run sp-signal route 6 org=Loket op=2026-11-03
run sp-signal refuse 6 reden=niet_onze_taak advies_org=Wijkteam op=2026-11-04
run sp-signal route 6 org=Wijkteam op=2026-11-05
prints 'a signal that is sent again' chain 6 <<'X'
1 geweigerd, 2 verzonden
X
prints 'keeps its first clock' ask "select gemeld_op, uiterlijk, routeren_voor is null from signaal where id = 6" <<'X'
2026-11-02|2026-11-16|1
X
prints 'and its history' ask "select veld, oud, nieuw, op from log where record = 6 and soort = 'signaal' and handeling <> 'toegevoegd' order by id" <<'X'
doorverwijzing:8|status|org||gemeld||verzonden|in_behandeling|1|2026-11-03
doorverwijzing:8|status|org|verzonden|in_behandeling|1|geweigerd|gemeld||2026-11-04
doorverwijzing:9|status|org||gemeld||verzonden|in_behandeling|2|2026-11-05
X

# two at once: who is left has it
run sp-signal accept 6
run sp-signal route 6 org=Loket
run sp-signal refuse 6 org=Loket reden=geen_plek
prints 'the one that goes on has the signal' where 6 <<'X'
2|in_behandeling
X

# what it is about changes: routed once
back
run sp-add regel volgorde=2 domein=energie gebied=West org=Wijkteam
run sp-add regel volgorde=3 domein=energie org=Welzijn
run sp-signal add soort=vraag tekst=x
last=$(ask 'select max(id) from log')
run sp-signal add id=6 soort=vraag domein=energie gebied=Noord
prints 'two fields changed together route once' ask "select handeling, veld from log where id > $last order by id" <<'X'
gewijzigd|domein
gewijzigd|gebied
route|doorverwijzing:8|status|org
X
prints 'by the rule for the area it lies in' where 6 <<'X'
2|in_behandeling
X
run sp-signal add soort=vraag tekst=x domein=energie gebied=Utrecht
prints 'a rule for a part does not fit the whole' where 7 <<'X'
3|in_behandeling
X
printf 'id,domein\n6,energie\n7,sport\n' >rows.csv
last=$(ask 'select max(id) from log')
run sp-add signaal rows.csv
prints 'what no rule fits stays where it is' ask "select handeling, veld from log where id > $last" <<'X'
gewijzigd|domein
X
run sp-signal route 7 org=Loket
run sp-add signaal 7 domein=energie gebied=Noord
prints 'who chose by hand is not overruled' where 7 <<'X'
1|in_behandeling
X
run sp-add signaal 6 domein=sport,energie
prints 'any of its domains may fit' both sp-signal route 6 --explain <<'X'
rule: 2, to 2
X
prints 'by hand' both sp-signal route 7 --explain <<'X'
rule: none; by hand by test to 1
X
run sp-signal add soort=vraag tekst=x
prints 'none' both sp-signal route 8 --explain <<'X'
rule: none
X
prints 'and route says so' both sp-signal -q route 8 <<'X'
8
X
run sp-add regel volgorde=4 soort=vraag org=Loket van=2026-11-11
prints 'a rule of later' both sp-signal route 8 --explain <<'X'
rule: none
X
run sp-add regel volgorde=4 van=2026-11-01 tot=2026-11-10
prints 'a rule of now' both sp-signal route 8 --explain <<'X'
rule: 4 fits, to 1; not sent yet
X
run sp-add regel volgorde=4 tot=2026-11-09
prints 'a rule of before' both sp-signal route 8 --explain <<'X'
rule: none
X
run sp-add regel volgorde=4 tot=
run sp-add regel volgorde=5 soort=vraag org=Wijkteam
prints 'the first that fits' both sp-signal route 8 --explain <<'X'
rule: 4 fits, to 1; not sent yet
X
run sp-add regel volgorde=4 actief=nee
prints 'of those in use' both sp-signal route 8 --explain <<'X'
rule: 5 fits, to 2; not sent yet
X
cp sp.db kept.db
ok '--explain' sp-signal route 8 --explain
ok 'changes no byte' cmp sp.db kept.db
fails 'and explains what there is' 2 'sp-signal: id: there is no signaal 99' \
	sp-signal route 99 --explain
run sp-add regel volgorde=6 kanaal=brief org=Welzijn

# a rule that points to who has ended
fails 'is not loaded' 3 'sp-add: organisation: organisatie 4 has ended; name another' \
	sp-add regel volgorde=7 soort=klacht org=Oud
run sp-add organisatie Wijkteam gestopt_op=2026-11-10
refused 'nor passed over when it is hit' 3 \
	'sp-signal: rule 5: organisatie 2 has ended; name another' \
	sp-signal add soort=vraag tekst=x
refused 'whenever the report was' 3 \
	'sp-signal: rule 5: organisatie 2 has ended; name another' \
	sp-signal add soort=vraag tekst=x op=2026-11-02
refused 'by hand neither' 3 'sp-signal: rule 5: organisatie 2 has ended; name another' \
	sp-signal route 8
printf 'soort,tekst\nzorg,a\nvraag,b\nzorg,c\n' >rows.csv
refused 'in a file' 3 \
	'sp-signal: rows.csv:3: rule 5: organisatie 2 has ended; name another' \
	sp-signal add rows.csv
fails 'but alone with --keep-going' 2 \
	'sp-signal: rows.csv:3: rule 5: organisatie 2 has ended; name another
sp-signal: signaal: 3 read, 2 added, 0 changed, 0 unchanged, 1 rejected' \
	sp-signal add --keep-going rows.csv
prints 'with nothing of it kept' ask "select count(*) from signaal where soort = 'vraag' and id > 8" <<'X'
0
X
printf 'id,domein\n8,sport\n' >rows.csv
cp sp.db kept.db
fails 'a change that it refuses' 2 \
	'sp-add: rows.csv:2: rule 5: organisatie 2 has ended; name another
sp-add: signaal: 1 read, 0 added, 0 changed, 0 unchanged, 1 rejected' \
	sp-add signaal --keep-going rows.csv
sqlite3 kept.db .dump >kept.sql
sqlite3 sp.db .dump >now.sql
ok 'is not kept either' cmp now.sql kept.sql
ok 'the store is sound' sp-store check
done_testing
