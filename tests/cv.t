#!/bin/sh
# cv - what a person did, for herself, and nothing of anybody else
. "${SP_SOURCE:?}/tests/lib.sh"
# shellcheck source=tests/start.sh
. "$source/tests/start.sh"

start >id
prints 'of whom little is known' sp-report cv amina --lang en <<'X'
Amina

Roles
  helping hand

Languages
  Dutch, Tigrinya

Experience with
  health

Made on 2026-03-05 from what was kept of the work.
X
sp-add -q persoon 1 titel=Buurtverbinder sinds_jaar=2009 grenzen='niet na zessen' \
	rol=verbinder@2024-01-01..2025-06-30,woordvoerder@2025-07-01..,luisterend_oor,helpende_hand@..2023-12-31 \
	opmerking='belt liever' motivatie='voor de buurt' >id
sp-add -q functieprofiel naam='Intercultureel bemiddelaar' taken=bemiddelen >id
sp-add -q contract persoon=1 vorm=vrijwilliger van=2023-01-01 tot=2024-08-31 >id
sp-add -q contract persoon=1 vorm=buurtbaan werkgever=5 uren=32 van=2024-09-01 \
	functieprofiel=1 >id
sp-add -q vraag - <<'X'
persoon,org,datum,taak,uren,status,reden,doel
1,1,2026-01-10,adviseren,2,gedaan,,
1,1,2026-02-10,voorlichten,3,gedaan,,
1,2,2026-02-11,voorlichten,3,gedaan,,
1,4,2026-02-12,spreken,3,geweigerd,griep,lezing
2,1,2026-02-10,onderzoek,3,gedaan,,
X
sp-add -q uren - <<'X'
persoon,datum,uren,soort,taak
1,2026-01-10,2.5,inzet,adviseren
1,2026-02-10,3,inzet,voorlichten
1,2026-02-10,1,reis,
1,2026-02-14,6,opleiding,
1,2026-02-15,8,verlof,
2,2026-02-10,9,inzet,onderzoek
X
sp-add -q wederdienst - <<'X'
aan,van,soort,waarde,bedrag,datum,besluit,motivering
1,5,opleiding,Cursus gesprekken voeren,,2026-01-15,,
1,1,erkenning,Lintje van de wijk,,2026-02-01,,
1,1,vergoeding,,70,2026-02-02,,
1,1,invloed,,,2026-02-20,overgenomen,Vouchers op de agenda gezet
1,1,invloed,,,2026-02-21,niet,Te duur
2,1,erkenning,Voor Yusuf,,2026-02-01,,
X
sp-add -q activiteit naam=Informatieavond plek=3 datum=2026-02-17 deelnemers=54 \
	organisator=1 >id
sp-add -q initiatief naam='Samen koken' trekker=1 >id
sp-add -q gesprek persoon=1 soort=welzijn werkplezier=4 notitie='doodop' >id
sp-signal add -q soort=zorg via=1 aantal=6 tekst='Pannen te duur' >id
prints 'all she did, in plain Dutch' sp-report cv Fatima <<'X'
Fatima

Periode en functie
  in het gebied thuis sinds 2009
  2023-01-01 tot en met 2024-08-31: vrijwilliger
  sinds 2024-09-01: buurtbaan, Intercultureel bemiddelaar, Welzijn West, 32 uur per week
  sleutelpersoon van 2026-01-10 tot en met 2026-02-15

Rollen
  Buurtverbinder
  verbinder, 2024-01-01 tot en met 2025-06-30
  woordvoerder, sinds 2025-07-01
  luisterend oor
  helpende hand, tot en met 2023-12-31

Talen
  Nederlands, Arabisch, Berbers

Ervaring met
  energie, armoede en schulden

Taken
  adviseren, 1 keer, 2,5 uur
  voorlichten, 2 keer, 3 uur

Werkte voor
  Gemeente, buurtaanpak aardgasvrij
  Energieloket

Uren
  12,5 uur, waarvan opleiding: 6

Opleiding
  Cursus gesprekken voeren, Welzijn West, 2026-01-15

Erkenning
  Lintje van de wijk, Gemeente, buurtaanpak aardgasvrij, 2026-02-01

Resultaten
  advies overgenomen: Vouchers op de agenda gezet, Gemeente, buurtaanpak aardgasvrij, 2026-02-20
  Samen koken
  Informatieavond, 2026-02-17, 54 deelnemers
  signalen doorgegeven: 1, van 6 bewoners; beantwoord: 0

Gemaakt op 2026-03-05, uit wat van het werk bewaard is.
X
private() {
	for format in text md html json csv; do
		set --
		[ $format = text ] || set -- -o $format
		sp-report cv 1 "$@"
	done >all
	! grep -e zessen -e liever -e buurt, -e griep -e lezing -e doodop -e 'Te duur' -e 'Pannen te' \
		-e Yusuf -e 70 all
}
ok 'no limits, refusals, talks, money, nor words of others' private
prints 'as JSON it is one object' sh -c \
	"sp-report cv 1 -o json --lang en | jq -r '.schema, .naam, (.delen | length),
	(.delen[] | select(.regels[0] == \"advise, once, 2.5 hours\") | .deel)'" <<'X'
sp-cv/1
Fatima
10
Tasks
X
prints 'as rows' sh -c 'sp-report cv 1 -o csv | sed -n 1,3p' <<'X'
deel,regel
Periode en functie,in het gebied thuis sinds 2009
Periode en functie,2023-01-01 tot en met 2024-08-31: vrijwilliger
X
ok 'as Markdown a list' sh -c 'sp-report cv 1 -o md | grep -q "^- Samen koken"'
ok 'as a page, too' sh -c 'sp-report cv 1 -o html | grep -q "<li>Samen koken</li>"'
sp-add -q persoon alias=raar naam="$(printf 'R<b>\033[1m')" titel='a & b' >id
ok 'what steers a terminal is shown' sh -c \
	"! sp-report cv raar | grep -q \"\$(printf '\\033')\""
ok 'and a page has no foreign marks' sh -c \
	'sp-report cv raar -o html | grep -q "R&lt;b&gt;"'
fails 'nobody' 1 \
	'sp-report: there is no such persoon; sp-report lijst persoon shows them' \
	sp-report cv bert --lang en
fails 'of whom' 2 \
	'sp-report: give one person: an id, key or name; see sp-report cv --help' \
	sp-report cv --lang en
done_testing
