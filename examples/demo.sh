#!/bin/sh
# demo - from a logbook in a spreadsheet to the overview of a month
#
#	demo.sh [DIRECTORY]
#
# Makes a store in DIRECTORY, else in ./demo, fills it from the files in data/
# and leaves October's overview there to open. A second run changes nothing.
# Areas: facts of CBS and Kadaster; all else is made up (see README.md).
set -eu
data=$(dirname "$0")/data
demo=${1:-demo}
language=${SP_LANG:-nl}
export SP_STORE="$demo/sp.db" SP_TODAY=2026-11-03 SP_USER="${SP_USER:-demo}"

mkdir -p "$demo"

# load KIND FILE WHAT [OPTION ...]: one line on what went in
load() {
	kind=$1 file=$data/$2 what=$3
	shift 3
	said=$(sp-add "$kind" --lang en "$@" "$file" 2>&1) || {
		echo "$said" >&2
		return 1
	}
	echo "$what, from $file:${said##*:}"
}

# document FORMAT NAME: the month, in place only when it is whole
document() {
	sp-report maand 2026-10 --lang "$language" -o "$1" >"$demo/$2.new"
	if cmp -s "$demo/$2.new" "$demo/$2"; then
		rm "$demo/$2.new"
	else
		mv "$demo/$2.new" "$demo/$2"
	fi
}

echo "The store: $SP_STORE"
[ -e "$SP_STORE" ] || sp-store init --quiet kantoor=demo
load gebied gebieden.csv 'Areas of Utrecht and Zeist'
load buren buren.csv 'Which of them adjoin'
load organisatie organisaties.csv 'Organisations and places'
load dienst diensten.csv 'What residents can use there'
load netwerk netwerken.csv 'Networks'
load project projecten.csv 'Projects'
load persoon personen.csv 'Key persons'
load toestemming toestemmingen.csv 'Why they may be kept and asked'
load contactweg contactwegen.csv 'How to reach them'
load band banden.csv 'Who is tied to whom'
load initiatief initiatieven.csv 'What residents do themselves'
load activiteit activiteiten.csv 'Meetings'
load signaal logboek.csv 'Signals of three months' --map "Nr=bron_id,\
Datum=gemeld_op,Buurt=gebied,Onderwerp=domein,Hoe binnengekomen=kanaal,\
Via=via_persoon,Aantal bewoners=aantal,Wat zeggen bewoners=tekst"

echo
echo 'Whom to ask about signal 2026-719, and why them:'
sp-match find signaal=2026-719 -o table --lang "$language"

echo
echo 'October beside September:'
sp-report maand 2026-10 -o table --lang "$language"

document excel overzicht-2026-10.csv
document json overzicht-2026-10.json
document html overzicht-2026-10.html
echo
echo "For a spreadsheet: $demo/overzicht-2026-10.csv"
echo "For programs: $demo/overzicht-2026-10.json"
echo "To read or print: $demo/overzicht-2026-10.html"
