#!/bin/sh
# realdata - open data of others, read as it comes
. "${SP_SOURCE:?}/tests/lib.sh"

if [ ! -d "${DATA:-}/gebieden" ]; then
	skip 'areas and places of the Netherlands: no DATA'
	done_testing
	exit 0
fi
areas=$DATA/gebieden places=$DATA/organisaties
places=$places/stemlokalen_utrecht_zeist_woerden.csv
point=lon_wgs84=lon,lat_wgs84=lat

towns() {
	sp-add gebied soort=gemeente jaar=2022 --ignore-unknown \
		--map "name=naam,population=inwoners,area=,$point" \
		- <"$areas/gemeenten_2022_naam_kerncijfers.csv"
}
districts() {
	sp-add gebied soort=wijk jaar=2022 --ignore-unknown \
		--map "name=naam,population=inwoners,area=,$point" \
		- <"$areas/wijken_2022_naam_kerncijfers.csv"
}
neighbourhoods() {
	names=buurtcode=code,buurtnaam=naam,wijkcode=ouder,gemeentecode=
	sp-add gebied soort=buurt jaar=2014 --map "$names,$point" \
		- <"$areas/buurten_utrecht_zeist_woerden.csv"
}
adjoining() {
	sp-add buren --map 'buurtcode_a=gebied,buurtcode_b=buur,gedeelde_bogen=' \
		"$areas/buren_utrecht_zeist_woerden.csv"
}
sum() {
	echo "sp-add: $1: $2 read, $3 added, 0 changed, $4 unchanged, $5 rejected"
}
fails 'the municipalities of the country' 0 "$(sum gebied 345 345 0 0)" towns
fails 'its districts' 0 "$(sum gebied 3340 3340 0 0)" districts
fails 'the neighbourhoods of three towns, in their districts' 0 \
	"$(sum gebied 177 177 0 0)" neighbourhoods
fails 'which of them adjoin' 0 "$(sum buren 438 438 0 0)" adjoining
fails 'again, the municipalities change nothing' 0 \
	"$(sum gebied 345 0 345 0)" towns
fails 'nor do the districts' 0 "$(sum gebied 3340 0 3340 0)" districts
fails 'nor the neighbourhoods' 0 "$(sum gebied 177 0 177 0)" neighbourhoods
fails 'nor what adjoins' 0 "$(sum buren 438 0 438 0)" adjoining

# Every cell is what Python reads.
cat >areas.py <<'X'
import csv, json, sys
def rows(name):
    return csv.DictReader(open(f'{sys.argv[1]}/{name}.csv', newline=''),
        delimiter=';')
want = {}
for name, soort in ('gemeenten_2022_naam_kerncijfers', 'gemeente'), \
        ('wijken_2022_naam_kerncijfers', 'wijk'):
    for r in rows(name):
        want[r['code'], 2022] = (r['name'], soort, float(r['lat_wgs84']),
            float(r['lon_wgs84']), int(r['population']), None)
for r in rows('buurten_utrecht_zeist_woerden'):
    want[r['buurtcode'], 2014] = (r['buurtnaam'], 'buurt',
        float(r['lat_wgs84']), float(r['lon_wgs84']), None, r['wijkcode'])
got, codes = {}, {}
for r in json.load(open('gebieden.json')):
    codes[r['id']] = r['code']
    got[r['code'], r['jaar']] = (r['naam'], r['soort'], r['lat'], r['lon'],
        r['inwoners'], codes.get(r['ouder']))
assert got == want, set(got.items()) ^ set(want.items())
pairs = {(codes[r['gebied']], codes[r['buur']])
    for r in json.load(open('buren.json'))}
assert pairs == {(r['buurtcode_a'], r['buurtcode_b'])
    for r in rows('buren_utrecht_zeist_woerden')}
X
sp-report lijst gebied -o json >gebieden.json
sp-report lijst buren -o json >buren.json
ok 'cell by cell what Python reads' python3 areas.py "$areas"

# Who lives there, from a table with a column for each part: a column by its
# heading, and the ages made into rows.
wide=$areas/wijken_2022_naam_kerncijfers.csv
owners() {
	sp-add gebiedsprofiel --map code=gebied,area=,dwelling_ownership=aandeel \
		--ignore-unknown --keep-going --rejects none.csv \
		jaar=2022 kenmerk=eigendom waarde=koop bron=CBS - <"$wide"
}
fails 'how many own their dwelling' 2 \
	'sp-add: gebiedsprofiel: 3340 read, 3234 added, 0 changed, 0 unchanged, 106 rejected' \
	owners
prints 'but where it is not known' sh -c \
	"sed -n 's/.*-:[0-9]*: //p' none.csv | sort -u" <<'X'
count: is missing, and share too; give one of them"
X
awk -F';' 'NR == 1 { split($0, head)
		print "gebied,jaar,kenmerk,waarde,aandeel" }
	NR > 1 { gsub(",", "."); for (i = 7; i <= 11; i++) if ($i ~ /^ *[0-9]/)
		print $1 ",2022,leeftijd," substr(head[i], 5) "," $i }' \
	"$wide" >ages.csv
ages() {
	sp-add gebiedsprofiel bron=CBS - <ages.csv
}
fails 'and how old they are' 0 "$(sum gebiedsprofiel 16560 16560 0 0)" ages
fails 'again that changes nothing' 0 "$(sum gebiedsprofiel 16560 0 16560 0)" \
	ages
cat >profiles.py <<'X'
import csv, json, sys
want = {}
for r in csv.DictReader(open(sys.argv[1], newline=''), delimiter=';'):
    parts = [('leeftijd', k[4:], v) for k, v in r.items()
        if k.startswith('pop_')]
    parts.append(('eigendom', 'koop', r['dwelling_ownership']))
    for kenmerk, waarde, v in parts:
        if v:
            want[r['code'], kenmerk, waarde] = (2022, float(v), None, 'CBS')
codes = {r['id']: r['code'] for r in json.load(open('gebieden.json'))}
got = {(codes[r['gebied']], r['kenmerk'], r['waarde']):
    (r['jaar'], r['aandeel'], r['aantal'], r['bron'])
    for r in json.load(open('profielen.json'))}
assert got == want, set(got.items()) ^ set(want.items())
X
sp-report lijst gebiedsprofiel -o json >profielen.json
ok 'number by number what Python reads' python3 profiles.py "$wide"

# Polling places have a number of their own, and now and then a name twice.
load() {
	sp-add organisatie --map id=,gemeente=,buurtcode_2019=gebied --ignore-unknown \
		--keep-going --rejects r.csv soort=plek - <"$1"
}
fails 'the polling places of three towns' 2 "$(sum organisatie 245 242 1 2)" \
	load "$places"
prints 'a name in two places is told, and not taken for one' sh -c \
	'cut -d";" -f1-4,11 r.csv' <<'X'
id;gemeentecode;gemeente;naam;regel
33558;GM0344;Utrecht;R.O.C. Midden Nederland;184
33614;GM0344;Utrecht;Rehobothkerk;231
X
fails 'again they change nothing' 2 "$(sum organisatie 245 0 243 2)" \
	load "$places"
sed -i -e 's/Rehobothkerk/& Utrecht/' -e 's/R.O.C. Midden Nederland/& Zuid/' \
	r.csv
cp r.csv mended.csv
fails 'mended, the two go in' 0 "$(sum organisatie 2 2 0 0)" load mended.csv
iconv -f UTF-8 -t CP1252 "$places" >1252.csv
if cmp -s "$places" 1252.csv; then
	skip 'the same in Windows-1252: there is no letter to tell'
else
	fails 'in Windows-1252 they are the same' 2 \
		"sp-add: -: read as Windows-1252
$(sum organisatie 245 0 243 2)" load 1252.csv
fi
cat >places.py <<'X'
import csv, json, sys
names = {r['naam'].strip() for r in csv.DictReader(
    open(sys.argv[1], encoding='utf-8', newline=''), delimiter=';')}
got = {r['naam'] for r in json.load(open('plekken.json'))}
assert got - names == {'Rehobothkerk Utrecht', 'R.O.C. Midden Nederland Zuid'}
assert not names - got
X
sp-report lijst organisatie -o json >plekken.json
ok 'by the names that Python reads' python3 places.py "$places"

done_testing
