#!/bin/sh
# terugbrengen - the answers a key person brings back, a card each
. "${SP_SOURCE:?}/tests/lib.sh"
# shellcheck source=tests/start.sh
. "$source/tests/start.sh"
export SP_LANG=en

start >id
fails 'nothing to bring back' 1 '' sp-report terugbrengen
sp-signal add -q soort=zorg domein=energie gebied=BU03440832 via=1 aantal=6 \
	tekst='Nieuwe pannen zijn te duur' >id
sp-signal add -q soort=vraag via=2 tekst='# Wie *betaalt* de <plaat> & zo?
1. de buurt' >id
sp-signal add -q soort=klacht via=3 gevoelig=ja tekst='Iets persoonlijks' >id
sp-signal add -q soort=vraag via=1 tekst='Ook wie betaalt?' >id
sp-signal add -q soort=idee tekst='Een bankje' >id
sp-signal add -q soort=zorg via=1 tekst='Nog geen antwoord' >id
sp-signal link -q 4 dubbel_van=2 >id
fails 'nothing is answered' 1 '' sp-report terugbrengen
SP_TODAY=2026-03-17
sp-signal route -q 1 org=1 >id
sp-signal answer -q 1 uitkomst=beantwoord tekst='U krijgt een voucher.' >id
sp-signal answer -q 2,3,5 uitkomst=beantwoord org=2 \
	tekst='De gemeente betaalt.' op=2026-03-09 >id

prints 'by person, then by day; a duplicate gets its original'"'"'s answer' \
	sp-report terugbrengen <<'X'
Fatima

  worry, energy, Kanaleneiland-Noord
  Asked on 2026-03-05, by 6 residents:
    Nieuwe pannen zijn te duur
  The answer of Gemeente, buurtaanpak aardgasvrij:
    U krijgt een voucher.
  Please tell residents by 2026-03-24.
  sp-signal loop 1 teruggekoppeld wijze=...

  question
  Asked on 2026-03-05, by 1 resident:
    Ook wie betaalt?
  The answer of Energieloket:
    De gemeente betaalt.
  Please tell residents.
  sp-signal loop 4 teruggekoppeld wijze=...

Ger

  complaint
  Asked on 2026-03-05, by 1 resident:
    (what was said is sensitive; you know it)
  The answer of Energieloket:
    De gemeente betaalt.
  Please tell residents; it was to be by 2026-03-16.
  sp-signal loop 3 teruggekoppeld wijze=...

Yusuf

  question
  Asked on 2026-03-05, by 1 resident:
    # Wie *betaalt* de <plaat> & zo?
    1. de buurt
  The answer of Energieloket:
    De gemeente betaalt.
  Please tell residents; it was to be by 2026-03-16.
  sp-signal loop 2 teruggekoppeld wijze=...

Without a key person

  idea
  Asked on 2026-03-05, by 1 resident:
    Een bankje
  The answer of Energieloket:
    De gemeente betaalt.
  Please tell residents; it was to be by 2026-03-16.
  sp-signal loop 5 teruggekoppeld wijze=...
X
prints 'of one person, in Markdown that means just this' \
	sp-report terugbrengen persoon=yusuf -o md <<'X'
# Answers to bring back

## Yusuf

### question

Asked on 2026-03-05, by 1 resident:

> \# Wie \*betaalt\* de \<plaat\> \& zo?  
> 1\. de buurt

The answer of Energieloket:

> De gemeente betaalt.

Please tell residents; it was to be by 2026-03-16.

`sp-signal loop 2 teruggekoppeld wijze=...`

X
prints 'rows for programs' sp-report terugbrengen -o csv --lang nl <<'X'
persoon,signaal,soort,domein,gebied,gemeld_op,aantal,tekst,antwoord,uitkomst,org,uiterlijk
1,1,zorg,energie,1,2026-03-05,6,Nieuwe pannen zijn te duur,U krijgt een voucher.,beantwoord,1,2026-03-24
1,4,vraag,,,2026-03-05,1,Ook wie betaalt?,De gemeente betaalt.,beantwoord,2,
3,3,klacht,,,2026-03-05,1,,De gemeente betaalt.,beantwoord,2,2026-03-16
2,2,vraag,,,2026-03-05,1,"# Wie *betaalt* de <plaat> & zo?
1. de buurt",De gemeente betaalt.,beantwoord,2,2026-03-16
,5,idee,,,2026-03-05,1,Een bankje,De gemeente betaalt.,beantwoord,2,2026-03-16
X
prints 'an array' sh -c "sp-report terugbrengen person=Fatima -o json |
	jq -c '.[]|[.signal,.type,.due]'" <<'X'
[1,"worry","2026-03-24"]
[4,"question",null]
X
prints 'columns that are asked for are rows' \
	sp-report terugbrengen persoon=3 --fields signaal,org -o csv <<'X'
signal,organisation
3,2
X
prints 'in a document too' \
	sp-report terugbrengen persoon=3 --fields signaal,org -o md <<'X'
# terugbrengen

| signal | organisation |
|---|---|
| 3 | Energieloket |
X
prints 'or a page' sh -c 'sp-report terugbrengen persoon=3 \
	--fields signaal,org -o html | grep -c "<article>"' <<'X'
0
X

# the page: whole, alone, a card an answer, and the words as they were
cat >page.py <<'X'
from cards_page import Page
page = Page()
assert 'width=device-width' in page.source
assert page.seen.count('article') == 5 and page.seen.count('h2') == 4
text = ''.join(data for where, data in page.texts if where[-1] != 'style')
assert '# Wie *betaalt* de <plaat> & zo?' in text
assert 'Iets persoonlijks' not in text
X
read_page() {
	sp-report terugbrengen -o html |
		PYTHONPATH="$source/tests" python3 -B page.py
}
ok 'one page, nothing from elsewhere, five cards' read_page
printf 'x\033[2J<script>alert(1)</script>' >text
sp-signal add -q soort=vraag via=4 tekst=@text >id
sp-signal answer -q 7 uitkomst=beantwoord tekst=@text >id
steers() {
	sp-report terugbrengen persoon=4 -o html >page
	grep -c '<script' page
	LC_ALL=C grep -c '[[:cntrl:]]' page
	sp-report terugbrengen persoon=4 | grep -c 'x\\x1B'
}
prints 'marks and escapes stay text' steers <<'X'
0
0
2
X

# once told, it is off the list
sp-signal loop -q 1,4 teruggekoppeld wijze=direct >id
fails 'what was told is not brought again' 1 '' \
	sp-report terugbrengen persoon=Fatima
fails 'nobody of that name' 2 \
	'sp-report: persoon: there is no such persoon; sp-report lijst persoon shows them' \
	sp-report terugbrengen persoon=Niemand
fails 'no other field' 2 \
	'sp-report: terugbrengen takes persoon=WHO at most' \
	sp-report terugbrengen gebied=1
fails 'no operand' 2 \
	'sp-report: Fatima: write field=value; see sp-report terugbrengen --help' \
	sp-report terugbrengen Fatima
done_testing
