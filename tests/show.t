#!/bin/sh
# show - one record of any kind, and what hangs on it
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/start.sh"
start
export SP_LANG=en
sp-add -q persoon 1 alias=fatima stand=ruimte \
	rol=verbinder@2024-01-01..,luisterend_oor org='Buurthuis de spil' \
	grenzen="$(printf 'niet na zessen\nniet op zondag')" >/dev/null
sp-add -q contactweg persoon=fatima soort=telefoon waarde=0612345678 >/dev/null
for n in 1 2 3 4 5 6 7; do
	sp-signal add -q soort=zorg via=fatima domein=energie aantal=$n \
		tekst="Geheim $n" gebied=BU03440832 >/dev/null
done
prints 'a person as a document' sp-report toon persoon Fatima <<'X'
person 1
alias                  fatima
name                   Fatima
role                   connector@2024-01-01.., listening_ear
languages              Dutch, Arabic, Berber
area                   Kanaleneiland-Noord
domain                 energy, poverty and debt
capacity_hours_week    8
load                   room
organisation           Buurthuis de spil
limits                 niet na zessen
                       niet op zondag
status                 active
updated_on             2026-03-05

contact (person): 1
  1  telephone, 0612345678

signal (via_person): 7
  7  2026-03-05, worry, energy, Kanaleneiland-Noord, number 7
  6  2026-03-05, worry, energy, Kanaleneiland-Noord, number 6
  5  2026-03-05, worry, energy, Kanaleneiland-Noord, number 5
  4  2026-03-05, worry, energy, Kanaleneiland-Noord, number 4
  3  2026-03-05, worry, energy, Kanaleneiland-Noord, number 3
X
sp-add -q vraag persoon=2 org=1 taak=adviseren fase=idee uren=2 \
	datum=2026-03-01 status=gedaan >/dev/null
sp-add -q vraag persoon=2 org=2 taak=spreken datum=2026-03-02 status=geweigerd \
	reden='te moe' >/dev/null
sp-add -q wederdienst aan=2 van=1 soort=invloed besluit=deels \
	motivering='alleen huurders' vraag=1 datum=2026-03-04 >/dev/null
asked() {
	sp-report toon persoon yusuf | sed -n '/^ask/,$p'
}
prints 'what was asked of him, and what he got' asked <<'X'
ask (person): 2
  2  Energieloket, 2026-03-02, declined, speak, 2026-03-02
  1  Gemeente, buurtaanpak aardgasvrij, 2026-03-01, done, advise, idea

return (to): 1
  1  Gemeente, buurtaanpak aardgasvrij, influence, 2026-03-04, 1, partly
X
prints 'in Dutch' sp-report toon persoon 3 --lang nl <<'X'
persoon 3
naam                   Ger
rol                    initiatiefnemer
talen                  Nederlands
gebied                 Kanaleneiland-Noord
domein                 energie
capaciteit_uren_week   12
status                 actief
bijgewerkt_op          2026-03-05
X
people() {
	sp-report show area kanaleneiland-noord | sed -n '/^person/,/^$/p'
}
prints 'an area has those who are at home there' people <<'X'
person (area): 4
  4  Amina, helping_hand, Dutch, Tigrinya, health, active
  3  Ger, initiator, Dutch, energy, capacity_hours_week 12
  2  Yusuf, spokesperson, Dutch, Arabic, energy, capacity_hours_week 4
  1  fatima, Fatima, connector@2024-01-01.., listening_ear, Dutch, Arabic, Berber, energy, poverty and debt

X
prints 'as one object' sh -c 'sp-signal show 7 -o json --lang nl |
	jq -c "type, .id, .aantal, .domein, .via_persoon, .status"' <<'X'
"object"
7
7
["energie"]
1
"gemeld"
X
prints 'as a row' sh -c 'sp-report toon netwerk Gespreksgroep -o csv --lang nl |
	cut -d, -f1-4' <<'X'
id,naam,soort,leden
1,Gespreksgroep,ontmoeting,15
X
prints 'a toon of an organisation by a name with a comma' \
	sh -c 'sp-report toon organisatie "gemeente, BUURTAANPAK aardgasvrij" |
	head -2' <<'X'
organisation 1
name                   Gemeente, buurtaanpak aardgasvrij
X

# what a terminal would obey is shown, not sent
sp-add -q organisatie naam="$(printf 'Boos\033]0;weg\007\302\233 \342\200\256x')" >/dev/null
prints 'escapes are made visible' sp-report toon organisatie 6 <<'X'
organisation 6
name                   Boos\x1B]0;weg\x07\x9B \u202Ex
X
prints 'in a table too' sp-report lijst organisatie id=6 -o table \
	--fields naam <<'X'
name
Boos\x1B]0;weg\x07\x9B \u202Ex
X
messages() {
	sp-add dienst org="$1" naam=x 2>&1
	sp-report lijst dienst org="$1" 2>&1
}
prints 'in a message too' messages "$(printf 'Weg\033[2J')" <<'X'
sp-add: organisation: there is no organisatie "Weg\x1B[2J"; sp-report lijst organisatie shows them
sp-report: organisation: there is no organisatie "Weg\x1B[2J"; sp-report lijst organisatie shows them
X
raw() {
	sp-report lijst organisatie id=6 -o csv | grep -c "$(printf '\033')"
}
prints 'but a file keeps them as they are' raw <<'X'
1
X

# none, several, and wrong usage
fails 'a signal that is not there' 1 \
	'sp-signal: there is no signaal "99"; sp-report lijst signaal shows them' \
	sp-signal show 99
fails 'a person that is not there is not named' 1 \
	'sp-report: there is no such persoon; sp-report lijst persoon shows them' \
	sp-report toon persoon Geheim
fails 'as json too' 1 \
	'sp-report: there is no such persoon; sp-report lijst persoon shows them' \
	sp-report toon persoon Geheim -o json
sp-add -q persoon naam=Fatima nieuw=ja >/dev/null
fails 'a name two bear' 2 \
	'sp-report: several persoon records bear this name (1, 5); give the id' \
	sp-report toon persoon Fatima
prints 'is told apart in lists' sp-signal list id=1 -o table \
	--fields via_persoon <<'X'
via_person
Fatima (1)
X
fails 'no kind' 2 \
	'sp-report: give a kind, and an id, key or name; see sp-report toon --help' \
	sp-report toon
fails 'no key' 2 \
	'sp-report: give a kind, and an id, key or name; see sp-report toon --help' \
	sp-report toon persoon
fails 'a filter' 2 \
	'sp-report: give a kind, and an id, key or name; see sp-report toon --help' \
	sp-report toon persoon naam=Fatima
fails 'two signals' 2 'sp-signal: give the id of one signal; see sp-signal show --help' \
	sp-signal show 1 2
fails 'no signal' 2 'sp-signal: give the id of one signal; see sp-signal show --help' \
	sp-signal show
fails 'columns of a document' 2 'sp-signal: show takes no --fields; see sp-signal show --help' \
	sp-signal show 1 --fields id

sp-add -q persoon naam=Noor talen=nl >/dev/null
prints 'what is not filled in, where one looks for somebody' \
	sh -c 'sp-report toon persoon Noor | tail -n +2' <<'X'
name                   Noor
languages              Dutch
status                 active
updated_on             2026-03-05
not filled in          role, area, domain, capacity_hours_week
X
sp-add -q persoon Noor rol=verbinder gebied=1 domein=zorg capaciteit=0 >/dev/null
filled() {
	sp-report toon persoon Noor --lang "$1" | grep -c "$2"
}
prints 'no hours are hours' filled en 'not filled in' <<'X'
0
X
sp-add -q persoon Noor domein= >/dev/null
prints 'in Dutch too' filled nl '^niet ingevuld          domein$' <<'X'
1
X
done_testing
