#!/bin/sh
# cards - initiatives to lay on the table, and to put on a map
. "${SP_SOURCE:?}/tests/lib.sh"
# shellcheck source=tests/start.sh
. "$source/tests/start.sh"
export SP_LANG=en

start >id
fails 'no initiative, no card' 1 '' sp-report kaartjes
sp-add -q gebied - <<'X' >id
code,naam,lat,lon
EIGEN1,Noord,52.1,5.1
EIGEN2,Zuid,52.05,5.05
EIGEN3,Nergens,,
X
sp-add -q organisatie naam='De Spil' gebied=Zuid,Nergens >id
sp-add -q initiatief - <<'X' >id
naam,omschrijving,soort,domein,doelgroep,gebied,open,plek,lat,lon,trekker,fase,sinds
Samen koken,Elke vrijdag,maaltijd,isolement|energie,ouderen,Noord,ja,De Spil,52.07123456,5.0812345678,Fatima,uitvoering,2023-10-27
Tuin,,,,,Noord|Zuid|Nergens,nee,,52.07,,Ger,plan,2026-04-01
Oud,,,energie,,Noord,,,,,,gestopt,
Koor,,,,,,,De Spil,,,,afgerond,2020-01-01
Zwerf,,,,,Nergens,,,95,5.1,,,
X

prints 'a card each, without who leads it, and nothing that stopped' \
	sp-report kaartjes <<'X'
What residents do themselves

Samen koken
  meal together, isolation, energy
    Elke vrijdag
  For: older people.
  Where: De Spil, Noord.
  Whoever wants to can take part.
  It is under way. Begun on 2023-10-27.

Tuin
  For everybody.
  Where: Noord, Zuid, Nergens.
  Not everybody can take part.
  There is a plan. It begins on 2026-04-01.

Koor
  For everybody.
  Where: De Spil.
  It is finished. Begun on 2020-01-01.

Zwerf
  For everybody.
  Where: Nergens.
X
prints 'what stopped when it is asked for, and in Dutch' \
	sp-report kaartjes fase=gestopt --lang nl <<'X'
Wat bewoners zelf doen

Oud
  energie
  Voor iedereen.
  Waar: Noord.
  Het is gestopt.
X
prints 'by either name of the phase' \
	sp-report cards 'phase!=execution' -o csv --fields id,fase <<'X'
id,phase
2,plan
3,stopped
4,finished
5,
X
prints 'filters are those of the list' sp-report kaartjes domein=energie -o md <<'X'
# What residents do themselves

## Samen koken

meal together, isolation, energy

> Elke vrijdag

For: older people.

Where: De Spil, Noord.

Whoever wants to can take part.

It is under way. Begun on 2023-10-27.

X
prints 'rows for programs' sp-report kaartjes gebied=Noord -o csv --lang nl <<'X'
id,naam,omschrijving,soort,domein,doelgroep,gebied,open,plek,fase,sinds
1,Samen koken,Elke vrijdag,maaltijd,isolement|energie,ouderen,2,ja,6,uitvoering,2023-10-27
2,Tuin,,,,,2|3|4,nee,,plan,2026-04-01
X
prints 'names in a table' \
	sp-report kaartjes plek=6 -o table --fields naam,plek,fase <<'X'
name         place    phase
Samen koken  De Spil  execution
Koor         De Spil  finished
X
prints 'an array' sh -c "sp-report kaartjes open=ja -o json |
	jq -c '.[]|[.id,.name,.domain,.open]'" <<'X'
[1,"Samen koken",["isolement","energie"],true]
X
fails 'who leads it is no column' 2 \
	'sp-report: --fields: there is no field "trekker"; see sp-report kaartjes --help' \
	sp-report kaartjes --fields naam,trekker
fails 'no such field' 2 \
	'sp-report: kleur: initiatief has no such field; sp-add --describe initiatief lists them' \
	sp-report kaartjes kleur=rood
fails 'no operand' 2 \
	'sp-report: Tuin: write field=value; see sp-report kaartjes --help' \
	sp-report kaartjes Tuin

# on no card of any format: the name of who leads it
nobody() {
	for format in csv excel tsv json jsonl table md html; do
		sp-report kaartjes -o "$format"
	done >all
	sp-report kaartjes >>all
	sp-report kaart -q >>all
	grep -c Tuin all
	grep -c -e Fatima -e '\bGer\b' -e trekker -e leader all
}
prints 'nobody is named in any format' nobody <<'X'
10
0
X

# the page: whole, alone, a card an initiative
cat >page.py <<'X'
from cards_page import Page
page, titles = Page(), []
for where, data in page.texts:
    if where[-1] == 'h2':
        assert where[-2] == 'article', where
        titles.append(data)
assert page.seen.count('article') == 4, page.seen
assert titles == ['Samen koken', 'Tuin', 'Koor', 'Zwerf'], titles
X
read_page() {
	sp-report kaartjes -o html |
		PYTHONPATH="$source/tests" python3 -B page.py
}
ok 'one page, nothing from elsewhere, four cards' read_page

# the map, read by another program
cat >map.py <<'X'
import json, sys
world = json.load(sys.stdin, parse_float=str)
assert list(world) == ['type', 'features'], list(world)
assert world['type'] == 'FeatureCollection'
for feature in world['features']:
    assert list(feature) == ['type', 'id', 'geometry', 'properties'], feature
    assert feature['type'] == 'Feature'
    assert set(feature['geometry']) == {'type', 'coordinates'}
    geometry = feature['geometry']
    points = geometry['coordinates']
    if geometry['type'] == 'Point':
        points = [points]
    for lon, lat in points:
        # where the Netherlands are; no degree is both
        assert 3 < float(lon) < 8 and 50 < float(lat) < 54, (lon, lat)
        assert all(len(x.partition('.')[2]) <= 6 for x in (lon, lat))
    print(feature['id'], geometry['type'], points,
        *feature['properties'].values())
    print(*feature['properties'])
X
on_the_map() {
	sp-report kaart "$@" 2>said | python3 map.py
	cat said
}
prints 'longitude first, six decimals, own point or that of an area' \
	on_the_map --lang nl <<'X'
1 Point [['5.081235', '52.071235']] Samen koken maaltijd ['isolement', 'energie'] uitvoering True eigen
naam soort domein fase open punt
2 MultiPoint [['5.1', '52.1'], ['5.05', '52.05']] Tuin None None plan False gebied
naam soort domein fase open punt
4 Point [['5.05', '52.05']] Koor None None afgerond None gebied
naam soort domein fase open punt
sp-report: zonder punt, dus niet op de kaart: 1; geef lat= en lon=, of een gebied dat ze heeft
X
prints 'in English, of what is asked for' on_the_map fase=gestopt <<'X'
3 Point [['5.1', '52.1']] Oud None ['energie'] stopped None area
name type domain phase open point
X
prints 'as json too, the same' sh -c 'sp-report kaart -q >one
	sp-report map -q -o json | cmp - one && echo same' <<'X'
same
X
prints 'a map of nothing is a map' sp-report kaart naam=Zwerf -q <<'X'
{"type":"FeatureCollection","features":[
]}
X
fails 'and says so' 1 \
	'sp-report: without a point, so not on the map: 1; give lat= and lon=, or an area that has them' \
	sp-report kaart naam=Zwerf
fails 'no rows of a map' 2 \
	'sp-report: kaart writes GeoJSON: -o is json or not there; see sp-report kaart --help' \
	sp-report kaart -o csv
fails 'nor a page' 2 \
	'sp-report: kaart writes GeoJSON: -o is json or not there; see sp-report kaart --help' \
	sp-report kaart -o html
fails 'a map takes fields only' 2 \
	'sp-report: Tuin: write field=value; see sp-report kaart --help' \
	sp-report kaart Tuin

# text stays text, on paper and on the map
printf 'x\033[2J"}]<script>alert(1)</script>' >text
sp-add -q initiatief naam=@text omschrijving=@text gebied=Noord >id
steers() {
	sp-report kaartjes -o html >page
	grep -c '<script' page
	LC_ALL=C grep -c '[[:cntrl:]]' page
	sp-report kaartjes | grep -c 'x\\x1B'
	sp-report kaart -q | LC_ALL=C grep -c '[[:cntrl:]]'
	sp-report kaart -q | python3 map.py >/dev/null && echo read
}
prints 'marks and escapes stay text' steers <<'X'
0
0
2
0
read
X

# more than goes out at once
python3 - >many.csv <<'X'
print("naam,gebied,omschrijving")
for i in range(1500):
    print(f"Straat {i},Noord,{'om de week ' * 5}")
X
sp-add -q initiatief many.csv >id
many() {
	sp-report kaartjes -o md | grep -c '^## '
	sp-report kaart -q | jq '.features|length'
}
prints 'all of many' many <<'X'
1505
1504
X
done_testing
