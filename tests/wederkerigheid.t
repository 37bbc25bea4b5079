#!/bin/sh
# wederkerigheid - what an organisation asked and gave, by hand; belasting.t
# holds it against Python
. "${SP_SOURCE:?}/tests/lib.sh"
# shellcheck source=tests/start.sh
. "$source/tests/start.sh"

start >id
# only FIELD ...: those columns of the organisation with id 1
only() {
	sp-report wederkerigheid org=1 -o csv --fields "$1" | tail -n 1
}
prints 'nothing asked, nothing given' sp-report wederkerigheid -o csv <<'X'
blok,sleutel,personen,vragen,uren_gevraagd,uren_besteed,uren_reis,idee,ontwerp,besluit,uitvoering,evaluatie,vroeg_pct,vroeg_n,vroeg_personen,gebleven,toegang,betaald,vrijwilligersvergoeding,erkenning,steun_idee,opleiding,hulp,anders,advies_gevraagd,overgenomen,deels,niet,advies_teruggemeld,advies_teruggemeld_pct,advies_n,gedaan,teruggemeld,teruggemeld_pct,eerst_gegeven,eerst_gegeven_n,contracten,collega,opmerking
totaal,,0,0,0,0,0,0,0,0,0,0,,0,0,0,0,0.00,0.00,0,0,0,0,0,0,0,0,0,0,,0,0,0,,nee,0,0,0,
X

# early, and the same people later
sp-add -q vraag - <<'X'
persoon,org,datum,fase,taak,uren,toegang,status
1,1,2026-01-10,idee,adviseren,2,nee,gedaan
1,1,2026-02-10,uitvoering,voorlichten,3,ja,gedaan
2,1,2026-01-10,ontwerp,adviseren,1.5,,gedaan
3,1,2026-02-12,uitvoering,voorlichten,3,ja,toegezegd
3,1,2026-02-13,,spreken,1,,gevraagd
4,1,2026-02-13,idee,spreken,1,,geweigerd
4,2,2026-02-14,evaluatie,onderzoek,4,,gedaan
X
prints 'two of four phases were early; one stayed; refusals are no asks' only \
	personen,vragen,uren_gevraagd,vroeg_n,vroeg_personen,gebleven,toegang,advies_gevraagd <<'X'
3,5,10.5,4,2,1,2,2
X
prints 'four are too few for a share of an organisation' only \
	vroeg_pct,vroeg_n,opmerking <<'X'
,4,te_weinig
X
prints 'of all it is said' sh -c \
	'sp-report wederkerigheid -o csv --fields blok,personen,vragen,vroeg_pct,vroeg_n |
	sed -n 2p' <<'X'
totaal,4,6,40,5
X
sp-add -q vraag persoon=3 org=1 fase=evaluatie datum=2026-03-01 >id
prints 'five are enough' only vroeg_pct,vroeg_n,opmerking <<'X'
40,5,te_weinig
X

# hours, travel too; those for an ask are of who asked
sp-add -q uren vraag=1 uren=2 datum=2026-01-11 >id
sp-add -q uren persoon=1 org=1 uren=0.75 soort=reis datum=2026-01-11 >id
sp-add -q uren persoon=1 org=1 uren=8 soort=verlof datum=2026-01-12 >id
prints 'hours asked beside hours spent' only uren_gevraagd,uren_besteed,uren_reis <<'X'
10.5,2.75,0.75
X

# what was given
sp-add -q wederdienst - <<'X'
aan,van,soort,bedrag,datum,besluit,motivering,teruggemeld
1,1,vergoeding,70,2026-01-20,,,
2,1,vrijwilligersvergoeding,22.40,2026-01-20,,,
1,1,erkenning,,2026-01-21,,,
1,1,invloed,,2026-01-22,overgenomen,Op de agenda gezet,2026-02-01
2,1,invloed,,2026-01-22,deels,Alleen huurders,
2,1,invloed,,2026-01-22,niet,Te duur,2026-02-01
2,1,steun_idee,,2026-01-09,,,
3,1,hulp,,2026-02-12,,,
X
prints 'paid, of which allowances' only betaald,vrijwilligersvergoeding <<'X'
92.40,22.40
X
prints 'recognised, supported, advice and what became of it' only \
	erkenning,steun_idee,hulp,overgenomen,deels,niet,advies_teruggemeld,advies_n <<'X'
1,1,1,1,1,1,2,3
X
prints 'one was helped the day before, one on the very day' only \
	eerst_gegeven,eerst_gegeven_n <<'X'
ja,1
X
sp-add -q vraag persoon=2 org=1 datum=2026-01-08 status=niet_doorgegaan >id
prints 'an earlier ask, and nobody was helped first' only \
	eerst_gegeven,eerst_gegeven_n <<'X'
nee,0
X
sp-match reply -q 1 terug_gemeld=2026-02-01 >id
prints 'of three that were done one heard what came of it' only \
	gedaan,teruggemeld,teruggemeld_pct <<'X'
3,1,
X
sp-add -q contract persoon=1 vorm=vast werkgever=1 van=2026-01-01 \
	collega=teamoverleg,toegang,mailadres,vakantiedagen >id
sp-add -q contract persoon=2 vorm=vast werkgever=1 van=2026-01-01 \
	collega=teamoverleg,mailadres >id
prints 'two contracts, one as a full colleague' only contracten,collega <<'X'
2,1
X
sp-add -q wederdienst aan=4 soort=erkenning >id
prints 'each organisation, and what is of none' sh -c \
	'sp-report wederkerigheid -o csv --fields blok,sleutel,vragen,erkenning' <<'X'
blok,sleutel,vragen,erkenning
totaal,,8,2
org,1,7,1
org,2,1,0
org,,0,1
X
prints 'of a month' sh -c \
	'sp-report wederkerigheid 2026-01 -o csv --fields blok,sleutel,vragen,betaald,erkenning' <<'X'
blok,sleutel,vragen,betaald,erkenning
totaal,,3,92.40,1
org,1,3,92.40,1
X
prints 'by a field of organisations' sh -c \
	'sp-report wederkerigheid soort=loket -o csv --fields blok,sleutel,vragen' <<'X'
blok,sleutel,vragen
totaal,,1
org,2,1
X
prints 'in English, as rows' sh -c \
	'sp-report reciprocity org=Energieloket -o jsonl --lang en \
	--fields block,key,asks,gave_first,remark | tail -n 1' <<'X'
{"block":"organisation","key":2,"asks":1,"gave_first":false,"remark":"too_few"}
X
for format in table md html; do
	ok "for people: $format" sh -c \
		"sp-report wederkerigheid --lang en -o $format | grep -q Energieloket"
done
ok 'what is of none is said to be so' sh -c \
	'sp-report wederkerigheid -o table --lang en | grep -q "not known"'
fails 'no such organisation' 2 \
	'sp-report: organisation: there is no organisatie "Nergens"; sp-report lijst organisatie shows them' \
	sp-report wederkerigheid org=Nergens --lang en
fails 'no such period' 2 \
	'sp-report: "soon" is no period; write 2026-10, 2026-K4, 2026, vorige, or van..tot' \
	sp-report wederkerigheid soon --lang en
done_testing
