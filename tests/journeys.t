#!/bin/sh
# journeys - the stories of signals from beginning to end, as they are typed
# shellcheck source=tests/start.sh
. "${SP_SOURCE:?}/tests/lib.sh"
. "$SP_SOURCE/tests/start.sh"

quietly() {
	"$@" 2>err.txt
}
# refused WHAT STATUS COMMAND ...: exit 3, and the store is byte for byte as it
# was
refused() {
	what=$1
	shift
	cp sp.db kept.db
	"$@" >.out 2>said
	[ $? -eq 3 ] && [ -s said ] && cmp -s sp.db kept.db
	result $? "$what"
}
json() {
	sp-signal show 1 -o json | jq -r "$1"
}
begin() {
	rm -f sp.db
	start >/dev/null
	sp-add -q termijn domein=energie dagen=10 werkdagen=ja >/dev/null
	sp-add -q regel volgorde=1 domein=energie org=1 >/dev/null
	SP_TODAY=2026-03-05
}

# S1: pans and vouchers: a worry, one answer for many, and the way back
begin
prints 'S1: a worry of six' quietly sp-signal add soort=zorg domein=energie \
	gebied=BU03440832 via=1 aantal=6 kanaal=gesprek \
	tekst="Nieuwe pannen zijn te duur" <<'X'
1
X
prints 'S1: the rule sends it, the term runs' json '.status,.org,.uiterlijk,.lus' <<'X'
in_behandeling
1
2026-03-19
open
X
prints 'S1: another' quietly sp-signal add soort=zorg domein=energie \
	gebied=BU03440832 via=2 aantal=1 tekst="Wie betaalt de inductieplaat?" <<'X'
2
X
prints 'S1: she is asked to think along' quietly sp-match ask persoon=1 org=1 taak=adviseren \
	fase=ontwerp uren=2 tarief=35 doel="informatieavond voorbereiden" <<'X'
1
X
ok 'S1: and says yes' sp-match reply 1 toegezegd
prints 'S1: so it stands' ask 'select persoon, org, taak, fase, uren_begroot, tarief, datum, status from vraag' <<'X'
1|1|adviseren|ontwerp|200|3500|2026-03-05|toegezegd
X
refused 'S1: not handled without an answer (R1)' sp-signal status 1 afgehandeld
ok 'S1: which it says' grep -q 'R1' said
refused 'S1: not told without an answer (R3)' sp-signal loop 1 teruggekoppeld wijze=telefoon
ok 'S1: which it says' grep -q 'R3' said
SP_TODAY=2026-03-17
prints 'S1: the meeting' quietly sp-add activiteit naam=Informatieavond plek=3 \
	datum=2026-03-17 deelnemers=54 doel=informeren <<'X'
1
X
ok 'S1: answers both' sp-signal answer 1,2 activiteit=1 uitkomst=beantwoord \
	tekst="U krijgt een voucher voor gratis pannen."
prints 'S1: both are handled' sp-signal list -o csv --fields id,status,uitkomst,lus <<'X'
id,status,uitkomst,lus
1,afgehandeld,beantwoord,teruggelegd
2,afgehandeld,beantwoord,teruggelegd
X
prints 'S1: each loop is followed on its own' ask 'select signaal, ronde, status from lus order by 1' <<'X'
1|1|teruggelegd
2|1|teruggelegd
X
prints 'S1: with the message of that meeting' ask "select signaal, soort, activiteit from boodschap order by 1" <<'X'
1|antwoord|1
2|antwoord|1
X
open() {
	sp-signal list gesloten=nee -o jsonl | wc -l
}
prints 'S1: handled is not closed' open <<'X'
2
X
cp sp.db handled.db
ok 'S1: told at the meeting' sp-signal loop 1 teruggekoppeld wijze=bijeenkomst door=1
cp sp.db told.db
ok 'S1: and content' sp-signal loop 1 bevestigd oordeel=tevreden
refused 'S1: nobody reached after no attempt' sp-signal loop 2 niet_bereikt
ok 'S1: an attempt' sp-signal loop 2 poging
refused 'S1: nor after one' sp-signal loop 2 niet_bereikt
ok 'S1: another attempt' sp-signal loop 2 poging
ok 'S1: then it is so' sp-signal loop 2 niet_bereikt
prints 'S1: both are closed' sp-signal list gesloten=ja -o csv --fields id,lus <<'X'
id,lus
1,bevestigd
2,niet_bereikt
X
prints 'S1: nothing is left open' open <<'X'
0
X
sp-add -q vraag persoon=1 org=1 taak=adviseren fase=ontwerp uren=2 tarief=35 \
	doel="informatieavond voorbereiden" datum=2026-03-05 status=toegezegd >id
prints 'S1: her advice was taken over, which she heard' quietly sp-add \
	wederdienst aan=1 soort=invloed vraag=1 besluit=overgenomen \
	motivering="Vouchers op de agenda gezet" teruggemeld=2026-03-17 <<'X'
1
X
loops() {
	sp-report lus -o csv | grep -E ',(gesloten|mediaan_dagen|niet_bereikt),'
}
prints 'S1: closed are 2 of 2, brought back after 12 days' loops <<'X'
totaal,,gesloten,2,2,
totaal,,mediaan_dagen,12,1,
totaal,,niet_bereikt,1,2,
X
ok 'S1: a voucher was used: the outcome is amended' sp-signal answer 1 uitkomst=opgelost
prints 'S1: and its history is kept' ask "select veld, oud, nieuw from log where record = 1 and soort = 'signaal' order by id desc limit 1" <<'X'
uitkomst|beantwoord|opgelost
X
prints 'S1: by no second message' ask 'select count(*) from boodschap' <<'X'
2
X

# S4: not content
cp told.db sp.db
refused 'S4: who is not content says why' sp-signal loop 1 bevestigd oordeel=ontevreden
ok 'S4: the judgement' sp-signal loop 1 bevestigd oordeel=ontevreden \
	toelichting="Voucher geldt niet voor mijn pannen"
prints 'S4: asks to open it again' json '.status,.lus_ronde' <<'X'
verzoek_heropenen
1
X
prints 'S4: in their words, kept with the round' ask 'select oordeel, toelichting from lus where signaal = 1' <<'X'
ontevreden|Voucher geldt niet voor mijn pannen
X
ok 'S4: opened again' sp-signal status 1 heropend tekst="Wij zoeken een ruimere voucher"
prints 'S4: a second round' json '.status,.lus,.lus_ronde,.heropend_n' <<'X'
heropend
open
2
1
X
refused 'S4: it is not reported anew' sp-signal status 1 gemeld
ok 'S4: which it says' grep -q 'in_behandeling, ingepland, reactie_gevraagd, afgehandeld, geannuleerd' said
ok 'S4: a new answer' sp-signal answer 1 uitkomst=opgelost tekst="De voucher geldt nu ook voor uw pannen."
ok 'S4: is told' sp-signal loop 1 teruggekoppeld wijze=huisbezoek
prints 'S4: the first round stays as it was' ask 'select ronde, status, oordeel from lus where signaal = 1 order by 1' <<'X'
1|bevestigd|ontevreden
2|teruggekoppeld|
X
SP_TODAY=2026-03-31
prints 'S4: for two weeks they may judge' open <<'X'
2
X
SP_TODAY=2026-04-01
prints 'S4: after that silence is consent' open <<'X'
1
X

# S2: a box for energy: a promise, a meeting, an action inside
begin
prints 'S2: a letter nobody understands' quietly sp-signal add soort=vraag domein=energie \
	via_netwerk=1 aanleiding=brief kenmerk=2026-EB-17 tekst="Wat is een energiebox?" <<'X'
1
X
prints 'S2: a promise' quietly sp-signal promise 1 door=3 aan=gespreksgroep \
	wat="gemeente om uitleg vragen" voor=2026-03-12 zekerheid=zeker <<'X'
1
X
ok 'S2: explained together' sp-add activiteit naam="Uitleg energiebox" organisator=3 org=1 \
	plek=3 datum=2026-03-10 deelnemers=18
cp sp.db promised.db
ok 'S2: the promise is kept' sp-signal promise 1 nagekomen
prints 'S2: a visit by the coach' quietly sp-signal action 1 org=2 \
	wat="huisbezoek energiecoach" uiterlijk=2026-03-20 <<'X'
1
X
refused 'S2: no answer while the visit is to come (R2)' sp-signal answer 1 \
	uitkomst=beantwoord tekst="…"
ok 'S2: which it says' grep -q 'R2' said
ok 'S2: which is how it may be passed over' grep -q -e '--force' said
ok 'S2: the visit' sp-signal action 1 klaar nr=1 \
	resultaat="Box gebracht; raam samen geïsoleerd met isolatietape"
ok 'S2: the answer' sp-signal answer 1 uitkomst=zelf_verder tekst="De energiecoach is geweest."
prints 'S2: the action never spoke' ask 'select count(*) from boodschap' <<'X'
1
X
messages() {
	sp-signal show 1 | grep -c '^bericht'
}
prints 'S2: one message in its story' messages <<'X'
1
X
late() {
	sp-signal list belofte_te_laat=ja -o csv --fields id
}
SP_TODAY=2026-03-13
fails 'S2: no promise is late' 1 '' sp-signal list -q belofte_te_laat=ja
fails 'S2: and none is due' 1 '' sp-signal due -q belofte
cp promised.db sp.db
prints 'S2: but for the one that was not kept' late <<'X'
id
1
X
ok 'S2: and is due' sp-signal due belofte

# S3: the wrong desk, and the clock of the right one
begin
prints 'S3: no rule fits' quietly sp-signal add soort=klacht domein=sport gebied=BU03440832 \
	via=2 tekst="Discriminatie op het sportveld" <<'X'
1
X
prints 'S3: it waits' sp-signal list gerouteerd=nee -o csv --fields id,status,uiterlijk <<'X'
id,status,uiterlijk
1,gemeld,2026-03-19
X
ok 'S3: sent' sp-signal route 1 org=1
refused 'S3: not our task says whose it is' sp-signal refuse 1 reden=niet_onze_taak
ok 'S3: with that' sp-signal refuse 1 reden=niet_onze_taak advies_org=4
prints 'S3: back to where it was, its clocks as they were' json '.id,.status,.gemeld_op,.uiterlijk' <<'X'
1
gemeld
2026-03-05
2026-03-19
X
prints 'S3: and waits again' sp-signal list gerouteerd=nee -o csv --fields id <<'X'
id
1
X
ok 'S3: sent again, warm' sp-signal route 1 org=4 wijze=warm
explained() {
	sp-signal route 1 --explain
}
cp sp.db kept.db
prints 'S3: no rule sent it, but anna by hand' explained <<'X'
regel: geen; handmatig door anna naar 4
X
ok 'S3: saying so changes nothing' cmp sp.db kept.db
SP_TODAY=2026-03-06
ok 'S3: accepted' sp-signal accept 1
SP_TODAY=2026-03-20
fails 'S3: for fourteen days nobody asks' 1 '' sp-signal list -q vraag_na=ja
SP_TODAY=2026-03-21
prints 'S3: on the fifteenth they do' sp-signal list vraag_na=ja -o csv --fields id <<'X'
id
1
X
SP_TODAY=2026-03-05
begin
sp-signal add -q soort=klacht domein=sport tekst=x >.out
ok 'S3: what and where change together' sp-add signaal 1 domein=energie gebied=BU03440832
prints 'S3: and route it once' ask "select count(*) from log where handeling = 'route'" <<'X'
1
X

# S5: whom shall we ask? Not Fatima again
begin
ok 'S5: what was asked in the last 30 days' recent gevraagd
load() {
	sp-report belasting -o csv --fields blok,sleutel,vragen,"$1" | grep "^$2,"
}
prints 'S5: Fatima six' load aandeel_pct persoon,1 <<'X'
persoon,1,6,66.7
X
prints 'S5: Yusuf two' load aandeel_pct persoon,2 <<'X'
persoon,2,2,22.2
X
prints 'S5: Ger one' load aandeel_pct persoon,3 <<'X'
persoon,3,1,11.1
X
prints 'S5: two of three asks went to one' load top1_pct totaal <<'X'
totaal,,9,66.7
X
find_whom() {
	sp-match find domein=energie taal=ar gebied=BU03440832 uren=3 "$@"
}
prints 'S5: Yusuf it is, and why' find_whom -o csv <<'X'
rang,persoon,score,redenen
1,2,8773,"gebied 2750, domein 2500, taal 1500, geworteld 375, belasting 1348, rust 50, gelukt 250; geen toestemming vastgelegd"
X
prints 'S5: for people by his name' find_whom -o table --fields rang,persoon <<'X'
rang  persoon
   1  Yusuf
X
prints 'S5: the others, and why not' find_whom --why-not -o table <<'X'
persoon  reden
Fatima   6 vragen in 30 dagen (max 4)
Ger      spreekt geen ar
Amina    geen ervaring energie
X
refused 'S5: Fatima is not asked again' sp-match ask persoon=1 org=1 taak=voorlichten uren=3
ok 'S5: which says the limit' grep -q '^sp-match: persoon 1: 6 vragen in 30 dagen (max 4);' said
prints 'S5: save for a reason' quietly sp-match ask persoon=1 org=1 taak=voorlichten uren=3 \
	--force "waarom" <<'X'
10
X
prints 'S5: that is stored, and logged as passed over' ask "select v.persoon, v.status, v.doorbroken, g.wie, g.handeling, g.veld, g.reden
	from vraag v join log g on g.soort = 'vraag' and g.record = v.id where v.id = 10" <<'X'
1|gevraagd|waarom|anna|ask|status|waarom
X
ok 'S5: Yusuf has enough of it' sp-add persoon 2 stand=te_veel
fails 'S5: then there is nobody' 1 'sp-match: niemand; vraag de coördinator, en zie --why-not' \
	sp-match find domein=energie taal=ar
rankings() {
	for need in domein=energie taal=nl gebied=BU03440832 uren=3; do
		sp-match find "$need" --explain -o csv 2>&1
		sp-match find "$need" --why-not -o csv 2>&1
	done
}
rankings >before
ok 'S5: somebody says no' sp-match reply 7 geweigerd
prints 'S5: and every score is what it was' rankings <before
sp-add -q persoon 2 stand=ruimte >id
rankings >refused.out
cp sp.db kept.db
sqlite3 sp.db 'delete from vraag where id = 7'
prints 'S5: his own too, as if he had never been asked' rankings <refused.out
mv kept.db sp.db

# S9: what was asked, and what was given for it
begin
sp-add -q vraag - >id <<'X'
persoon,org,datum,taak,fase,uren,status
4,2,2025-05-12,adviseren,ontwerp,3,gedaan
4,3,2025-05-13,voorlichten,uitvoering,2,gedaan
X
ok 'S9: paid by one' sp-add wederdienst aan=4 soort=vrijwilligersvergoeding bedrag=150 \
	van=2 datum=2025-05-10
ok 'S9: and by another' sp-add wederdienst aan=4 soort=vrijwilligersvergoeding bedrag=80 \
	van=3 datum=2025-05-20
ok 'S9: who took part of her advice, and told her' sp-add wederdienst aan=4 soort=invloed \
	van=2 datum=2025-05-21 besluit=deels motivering="Alleen voor huurders" \
	teruggemeld=2025-06-01
ok 'S9: an idea of her own is helped on' sp-add wederdienst aan=4 soort=steun_idee van=3 \
	datum=2025-06-02
prints 'S9: each organisation: asked, paid, supported, advice, told, given first' \
	sp-report wederkerigheid -o csv --fields \
	sleutel,vragen,uren_gevraagd,betaald,erkenning,steun_idee,advies_gevraagd,deels,advies_teruggemeld,eerst_gegeven <<'X'
sleutel,vragen,uren_gevraagd,betaald,erkenning,steun_idee,advies_gevraagd,deels,advies_teruggemeld,eerst_gegeven
,2,5,230.00,0,1,1,1,1,nee
2,1,3,150.00,0,0,1,1,1,nee
3,1,2,80.00,0,1,0,0,0,nee
X

# done on Tuesday, entered on Friday
begin
SP_TODAY=2026-03-02
sp-signal add -q soort=vraag via=1 tekst=x >.out
SP_TODAY=2026-03-06
ok 'answered on Tuesday' sp-signal answer 1 uitkomst=beantwoord tekst=ja op=2026-03-03
ok 'told on Tuesday' sp-signal loop 1 teruggekoppeld wijze=huisbezoek op=2026-03-03
prints 'are of Tuesday' ask "select l.teruggekoppeld_op, s.lus_op, g.op, substr(g.wanneer, 1, 10) from lus l join signaal s on s.id = l.signaal join log g on g.record = s.id and g.handeling = 'loop'" <<'X'
2026-03-03|2026-03-03|2026-03-03|2026-03-06
X
refused 'not judged on Monday' sp-signal loop 1 bevestigd oordeel=tevreden op=2026-03-02
ok 'added on Friday, reported on Tuesday, by the rule' sp-signal add soort=vraag domein=energie \
	tekst=x op=2026-03-03
ok 'accepted on Wednesday' sp-signal accept 2 op=2026-03-04
prints 'all with their days' ask 'select verzonden_op, gehoord_op from doorverwijzing' <<'X'
2026-03-03|2026-03-04
X

# the logbook, the list of an area, a second Fatima
cat >logboek.csv <<'X'
bron_id,gemeld_op,soort,tekst,antwoord,uitkomst,afgehandeld_op
9,2025-11-03,vraag,oud,Ja,opgelost,2025-11-10
X
ok 'a logbook is replayed' sp-signal add --history logboek.csv
prints 'as it was' ask "select status, antwoord_op from signaal where bron_id = '9'" <<'X'
afgehandeld|2025-11-10
X
refused 'a second Fatima' sp-add persoon naam=Fatima talen=nl
ok 'is shown the first' grep -q 'persoon 1' said
cp handled.db sp.db
SP_TODAY=2026-03-17
prints 'what she carries back' sp-report terugbrengen persoon=Fatima <<'X'
Fatima

  zorg, energie, Kanaleneiland-Noord
  Gevraagd op 2026-03-05, door 6 bewoners:
    Nieuwe pannen zijn te duur
  Het antwoord van Gemeente, buurtaanpak aardgasvrij:
    U krijgt een voucher voor gratis pannen.
  Vertel het uiterlijk 2026-03-24 aan bewoners.
  sp-signal loop 1 teruggekoppeld wijze=...
X
ok 'and on a card' sh -c 'sp-report terugbrengen persoon=Fatima -o html |
	grep -q "<blockquote>U krijgt een voucher voor gratis pannen.<"'
ok 'who is she' sp-report toon persoon Fatima
ok 'the store is sound' sp-store check
done_testing
