#!/bin/sh
# energiebox - a letter nobody understands, a promise, and a visit at home
#
#	energiebox.sh
#
# Works on the store of demo.sh in $SP_STORE: a letter is brought to the weekly
# talking group of a community centre, whose initiator promises to ask what it
# means. Prints the story of the signal, and fails when the promise is not kept
# or the loop is not closed.
set -eu

id=$(sp-signal add --quiet op=2026-09-29 soort=vraag domein=energie \
	gebied=Kanaleneiland-Noord kanaal=bijeenkomst aanleiding=brief \
	kenmerk=2026-E-104 via_netwerk='Gespreksgroep de spil' aantal=4 \
	tekst=- <<'X'
Wij kregen een brief over een energiebox. Wat moeten wij doen?
X
)
sp-signal promise --quiet "$id" door=ger wat='de gemeente om uitleg vragen' \
	voor=2026-10-06 zekerheid=zeker op=2026-09-29 >/dev/null

# with the project leader he holds a meeting in the community centre
sp-signal route --quiet "$id" org='Gemeente Utrecht, team aardgasvrij' \
	op=2026-09-30 >/dev/null
sp-signal accept --quiet "$id" op=2026-09-30 >/dev/null
sp-add --quiet activiteit naam='Uitleg over de energiebox' datum=2026-10-06 \
	soort=voorlichting gebied=Kanaleneiland-Noord organisator=ger \
	organisatie='Gemeente Utrecht, team aardgasvrij' \
	plek='Buurthuis de spil' >/dev/null
sp-signal promise --quiet "$id" nagekomen op=2026-10-06 >/dev/null

# a coach brings the box, and shows how to seal a window
sp-signal action --quiet "$id" org=Energieloket wat='huisbezoek energiecoach' \
	uiterlijk=2026-10-20 op=2026-10-07 >/dev/null
sp-signal action --quiet "$id" klaar op=2026-10-14 \
	resultaat='box gebracht, tochtstrip op het raam geplakt' >/dev/null

sp-signal answer --quiet "$id" uitkomst=opgelost op=2026-10-14 \
	activiteit='Uitleg over de energiebox' tekst=- >/dev/null <<'X'
De box is gratis. Een coach brengt hem en laat zien wat ermee kan.
X
sp-signal loop --quiet "$id" teruggekoppeld wijze=huisbezoek door=ger \
	op=2026-10-14 >/dev/null
sp-signal loop --quiet "$id" bevestigd oordeel=tevreden gezien_gehoord=ja \
	op=2026-10-21 >/dev/null

sp-signal show "$id"
sp-report lijst belofte signaal="$id" status=nagekomen --fields id >/dev/null
sp-signal list id="$id" gesloten=ja --fields id >/dev/null
