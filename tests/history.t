#!/bin/sh
# history - a logbook of handled rows: legal steps, each on its own day
. "${SP_SOURCE:?}/tests/lib.sh"
export SP_TODAY=2026-06-30

replay() {
	{ sp-signal add --history "$@"; } 2>&1
}
run sp-add organisatie naam=Loket
run sp-add organisatie naam=Wijkteam gestopt_op=2026-02-15
run sp-add organisatie naam=Regelpost
run sp-add persoon naam=Fatima alias=fatima
run sp-add regel volgorde=1 domein=energie org=Regelpost
cp sp.db begin.db

cat >log.csv <<'X'
bron_id,gemeld_op,soort,domein,via,tekst,org,verwezen_op,geaccepteerd_op,antwoord,uitkomst,afgehandeld_op,teruggekoppeld_op,wijze,oordeel,toelichting,bevestigd_op
L1,2026-02-01,vraag,energie,fatima,koud,Loket,2026-02-02,2026-02-05,U krijgt een voucher,beantwoord,2026-02-10,2026-02-12,huisbezoek,tevreden,,2026-02-20
L2,2026-02-03,zorg,energie,,x,,,,,,,,,,,
L3,2026-02-04,klacht,,,y,Loket,,,,,,,,,,
L4,2026-02-05,klacht,,,z,,,,Nee,niet_mogelijk,2026-02-06,2026-02-08,brief,ontevreden,te vaag,
L5,2026-02-06,vraag,,,ouder dan de sluiting,Wijkteam,,,,,,,,,,
X
prints 'a logbook is replayed' replay log.csv <<'X'
sp-signal: signaal: 5 read, 5 added, 0 changed, 0 unchanged, 0 rejected
X
prints 'each signal ends where its row says' sp-signal list -o csv \
	--fields bron_id,status,org,uitkomst,antwoord_op,lus,lus_op <<'X'
bron_id,status,org,uitkomst,antwoord_op,lus,lus_op
L1,afgehandeld,1,beantwoord,2026-02-10,bevestigd,2026-02-20
L2,in_behandeling,3,,,open,2026-02-03
L3,in_behandeling,1,,,open,2026-02-04
L4,verzoek_heropenen,,niet_mogelijk,2026-02-06,bevestigd,2026-02-08
L5,in_behandeling,2,,,open,2026-02-06
X
prints 'referrals have their own days' ask "select signaal, org, status, verzonden_op, gehoord_op, klaar_op, regel from doorverwijzing order by id" <<'X'
1|1|afgerond|2026-02-02|2026-02-05|2026-02-10|
2|3|verzonden|2026-02-03|||1
3|1|verzonden|2026-02-04|||
5|2|verzonden|2026-02-06|||
X
prints 'so have the answers and the way back' ask "select b.signaal, b.op, l.teruggelegd_op, l.teruggekoppeld_op, l.wijze, l.door, l.bevestigd_op, l.oordeel, l.toelichting from boodschap b join lus l on l.signaal = b.signaal order by 1" <<'X'
1|2026-02-10|2026-02-10|2026-02-12|huisbezoek|1|2026-02-20|tevreden|
4|2026-02-06|2026-02-06|2026-02-08|brief||2026-02-08|ontevreden|te vaag
X
prints 'the log has a row a step, done then and written now' ask "select handeling, op, substr(wanneer, 1, 10) from log where record = 1 and soort = 'signaal' order by id" <<'X'
route|2026-02-02|2026-06-30
accept|2026-02-05|2026-06-30
answer|2026-02-10|2026-06-30
loop|2026-02-12|2026-06-30
loop|2026-02-20|2026-06-30
X
prints 'the term runs from the report' ask "select uiterlijk from signaal where id = 1" <<'X'
2026-02-16
X
ok 'the store is sound' sp-store check

cp sp.db kept.db
prints 'a second run finds all of it done' replay log.csv <<'X'
sp-signal: signaal: 5 read, 0 added, 0 changed, 5 unchanged, 0 rejected
X
ok 'and changes no byte' cmp sp.db kept.db

# what was done since is not undone by the logbook
run sp-signal answer 1 uitkomst=opgelost
run sp-signal status 4 heropend tekst=toch
cp sp.db kept.db
prints 'nor does what was done since' replay log.csv <<'X'
sp-signal: signaal: 5 read, 0 added, 0 changed, 5 unchanged, 0 rejected
X
ok 'is it undone' cmp sp.db kept.db

# more known: it goes on, in the same file or a later one
cat >more.csv <<'X'
bron_id,gemeld_op,soort,org,geaccepteerd_op,antwoord,uitkomst,afgehandeld_op,teruggekoppeld_op,wijze
L3,2026-02-04,klacht,Loket,2026-02-09,,,,,
L3,2026-02-04,klacht,Loket,2026-02-09,Opgeruimd,opgelost,2026-02-11,,
L3,2026-02-04,klacht,Loket,,,,,2026-02-13,telefoon
X
prints 'more that is known goes on from there' replay more.csv <<'X'
sp-signal: signaal: 3 read, 0 added, 3 changed, 0 unchanged, 0 rejected
X
prints 'to where the rows say' ask "select status, uitkomst, lus, lus_op from signaal where id = 3" <<'X'
afgehandeld|opgelost|teruggekoppeld|2026-02-13
X
prints 'once' replay more.csv <<'X'
sp-signal: signaal: 3 read, 0 added, 0 changed, 3 unchanged, 0 rejected
X
sed 's/opgelost/deels_opgelost/' more.csv >mended.csv
prints 'a row that was mended amends the outcome' replay mended.csv <<'X'
sp-signal: signaal: 3 read, 0 added, 1 changed, 2 unchanged, 0 rejected
X
prints 'and the log knows both' ask "select oud, nieuw from log where record = 3 order by id desc limit 1" <<'X'
opgelost|deels_opgelost
X

# the spreadsheet it comes from
cp begin.db sp.db
{
	printf '\357\273\277'
	printf 'bron_id;gemeld_op;soort;org;verwezen_op;antwoord;uitkomst;afgehandeld_op\r\n'
	printf 'X1;01-02-2026;vraag;Loket;02-02-2026;Ja, dat kan;beantwoord;10-02-2026\r\n'
} >log.xls.csv
prints 'a Dutch spreadsheet is read as it is' replay log.xls.csv <<'X'
sp-signal: log.xls.csv: read as a Dutch spreadsheet (-i excel)
sp-signal: signaal: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected
X
prints 'with its days' ask "select gemeld_op, antwoord_op, antwoord from signaal" <<'X'
2026-02-01|2026-02-10|Ja, dat kan
X
english() {
	printf 'source_id,reported_on,type,organisation,answer,outcome,handled_on\nE1,2026-02-01,question,Loket,Yes,answered,2026-02-03\n' |
		replay --lang en kanaal=gesprek -
}
prints 'English names, and fields for every row' english <<'X'
sp-signal: signaal: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected
X
prints 'are kept' ask "select kanaal, uitkomst from signaal where bron_id = 'E1'" <<'X'
gesprek|beantwoord
X

# what is turned away, and that nothing of it stays
cp begin.db sp.db
# refused WHAT STATUS MESSAGE FIELDS ...: a row with bron_id, gemeld_op, soort
refused() {
	what=$1 status=$2 message=$3
	shift 3
	{
		echo "bron_id,gemeld_op,soort,$1"
		echo "R0,2026-02-01,vraag,$(echo "$1" | tr -cd ,)"
		echo "R1,2026-02-05,vraag,$2"
	} >bad.csv
	fails "$what" "$status" "sp-signal: bad.csv:3: $message" \
		sp-signal add --history bad.csv
	cmp -s sp.db begin.db || result 1 "$what: nothing is kept"
}
refused 'an answer has a day' 2 \
	'afgehandeld_op: is missing: on which day was it done?' \
	antwoord,uitkomst Ja,opgelost
refused 'who was referred went somewhere' 2 \
	'org: is missing, and verwezen_op is given' verwezen_op 2026-02-06
refused 'R1 holds' 3 \
	'afgehandeld_op: an answer and an outcome are missing: tekst= and uitkomst= (R1)' \
	antwoord,afgehandeld_op Ja,2026-02-06
refused 'R3 holds' 3 'teruggekoppeld_op: there is no answer yet to bring back (R3)' \
	teruggekoppeld_op,wijze 2026-02-06,brief
refused 'the way is told' 3 'teruggekoppeld_op: say how residents were told: wijze=' \
	antwoord,uitkomst,afgehandeld_op,teruggekoppeld_op Ja,opgelost,2026-02-06,2026-02-07
refused 'nobody judges before it is told' 3 \
	'bevestigd_op: a loop that is teruggelegd can not become bevestigd; it can become: teruggekoppeld, niet_bereikt, niet_gewenst, niet_nodig' \
	antwoord,uitkomst,afgehandeld_op,oordeel,bevestigd_op Ja,opgelost,2026-02-06,tevreden,2026-02-07
refused 'an explanation has a day too' 2 \
	'bevestigd_op: is missing: on which day was it done?' toelichting omdat
refused 'nobody accepts what was not sent' 3 \
	'geaccepteerd_op: signal 2 has no open referral' geaccepteerd_op 2026-02-06
refused 'no step before the report' 3 \
	'verwezen_op: op: 2026-02-04 is before the step it follows (2026-02-05)' \
	org,verwezen_op Loket,2026-02-04
refused 'nor before the one it follows' 3 \
	'geaccepteerd_op: op: 2026-02-06 is before the step it follows (2026-02-08)' \
	org,verwezen_op,geaccepteerd_op Loket,2026-02-08,2026-02-06
refused 'no step in the future' 2 \
	'afgehandeld_op: op: 2026-07-01 is after today (2026-06-30)' \
	antwoord,uitkomst,afgehandeld_op Ja,opgelost,2026-07-01
refused 'an organisation had not ended on that day' 3 \
	'verwezen_op: organisatie 2 has ended; name another' \
	org,verwezen_op Wijkteam,2026-02-20
refused 'an organisation that is not there' 2 \
	'organisation: there is no organisatie "Nergens"; sp-report lijst organisatie shows them' \
	org Nergens
printf 'bron_id,gemeld_op,soort,status\nR1,2026-02-05,vraag,gemeld\n' >bad.csv
fails 'a state is no field of a logbook' 2 \
	'sp-signal: bad.csv:1: unknown column: status; --map theirs=ours renames, --ignore-unknown passes over' \
	sp-signal add --history bad.csv

cat >mixed.csv <<'X'
bron_id,gemeld_op,soort,org,antwoord,uitkomst,afgehandeld_op
M1,2026-02-01,vraag,Loket,Ja,opgelost,2026-02-03
M2,2026-02-01,vraag,Loket,Ja,opgelost,2026-01-03
M3,2026-02-01,vraag,,Ja,opgelost,2026-02-03
X
fails 'a row that breaks off ends the run' 3 \
	'sp-signal: mixed.csv:3: afgehandeld_op: op: 2026-01-03 is before the step it follows (2026-02-01)' \
	sp-signal add --history mixed.csv
ok 'and all of it is undone' cmp sp.db begin.db
prints '--keep-going keeps the others' replay --keep-going --rejects bad.csv mixed.csv <<'X'
sp-signal: signaal: 3 read, 2 added, 0 changed, 0 unchanged, 1 rejected
X
prints 'and the row that broke off is undone whole' ask "select group_concat(bron_id), (select count(*) from doorverwijzing), (select aantal from log where handeling = 'toegevoegd' and soort = 'signaal') from signaal" <<'X'
M1,M3|1|2
X
prints 'and set aside' tail -n 1 bad.csv <<'X'
M2,2026-02-01,vraag,Loket,Ja,opgelost,2026-01-03,3,mixed.csv:3: afgehandeld_op: op: 2026-01-03 is before the step it follows (2026-02-01)
X
sed 's/2026-01-03,/2026-02-03,/' bad.csv >mended.csv
prints 'to be mended and read again' replay mended.csv <<'X'
sp-signal: signaal: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected
X
cp begin.db sp.db
prints 'a dry run says what it would do' replay -n log.csv <<'X'
sp-signal: signaal, dry run: 5 read, 5 to add, 0 to change, 0 unchanged, 0 rejected
X
ok 'and does nothing' cmp sp.db begin.db
rm sp.db
new() {
	printf 'bron_id,gemeld_op,soort,antwoord,uitkomst,afgehandeld_op\nN1,2026-02-05,vraag,Ja,opgelost,2026-02-06\n' |
		replay && ask 'select count(*) from code where lijst = '"'domein'"' limit 1'
}
ok 'the first logbook makes the store' new
done_testing
