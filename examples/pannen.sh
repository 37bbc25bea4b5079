#!/bin/sh
# pannen - a worry about the price of pans, until residents have the answer
#
#	pannen.sh
#
# Works on the store of demo.sh in $SP_STORE: a neighbourhood goes off the gas,
# and people who know Fatima tell her that new pans cost too much. Prints the
# story of the signal, and fails when its loop is not closed, or her advice was
# not followed.
set -eu

sp-add --quiet project naam='Buurtaanpak aardgasvrij Kanaleneiland' \
	gebied=Kanaleneiland-Noord,Kanaleneiland-Zuid fase=uitvoering >/dev/null

# what residents say comes from standard input, never from the command line
id=$(sp-signal add --quiet op=2026-09-07 soort=zorg domein=energie,wonen \
	gebied=Kanaleneiland-Noord kanaal=gesprek via=fatima aantal=6 \
	project='Buurtaanpak aardgasvrij Kanaleneiland' tekst=- <<'X'
Wij gaan van het gas af, maar pannen voor inductie zijn te duur.
X
)

# project leaders ask Fatima to think along while all can still change; her
# hours are paid
ask=$(sp-match ask --quiet persoon=fatima taak=adviseren fase=ontwerp \
	org='Gemeente Utrecht, team aardgasvrij' uren=2 tarief=35 \
	doel='informatieavond voorbereiden' datum=2026-09-08)
sp-match reply --quiet "$ask" toegezegd op=2026-09-09 >/dev/null

# Fatima tells it in a meeting, and the project takes it up the same day
sp-signal route --quiet "$id" org='Gemeente Utrecht, team aardgasvrij' \
	op=2026-09-10 >/dev/null
sp-signal accept --quiet "$id" op=2026-09-10 >/dev/null

# the answer is given at an evening for all
sp-add --quiet activiteit naam='Informatieavond koken op inductie' \
	datum=2026-09-22 soort=voorlichting gebied=Kanaleneiland-Noord \
	plek='Buurthuis de spil' >/dev/null
sp-signal answer --quiet "$id" uitkomst=beantwoord op=2026-09-22 \
	activiteit='Informatieavond koken op inductie' tekst=- >/dev/null <<'X'
Er zijn vouchers. Wie van het gas gaat, haalt er gratis pannen mee.
X
sp-signal loop --quiet "$id" teruggekoppeld wijze=bijeenkomst \
	door=fatima op=2026-09-22 >/dev/null
sp-signal loop --quiet "$id" bevestigd oordeel=tevreden gezien_gehoord=ja \
	op=2026-10-06 >/dev/null

# what she advised was done, which she heard; and the vouchers were used
sp-match reply --quiet "$ask" gedaan op=2026-09-22 >/dev/null
sp-add --quiet wederdienst aan=fatima soort=invloed vraag="$ask" \
	datum=2026-09-22 besluit=overgenomen teruggemeld=2026-09-22 \
	motivering='vouchers voor pannen op de informatieavond' >/dev/null
sp-signal answer --quiet "$id" uitkomst=opgelost op=2026-10-13 >/dev/null

sp-signal show "$id"
sp-report lijst wederdienst vraag="$ask" besluit=overgenomen --fields id \
	>/dev/null
sp-signal list id="$id" gesloten=ja uitkomst=opgelost --fields id >/dev/null
