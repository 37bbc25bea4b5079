#!/bin/sh
# month - a period's signals beside the one before, against SQL
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/town.sh"
ok 'a town goes in' town

# counts FROM TO FROM_BEFORE TO_BEFORE [CONDITION]: the rows sqlite3 counts
counts() {
	for block in totaal soort domein gebied kanaal; do
		case $block in
		totaal) key="''" from='signaal s' ;;
		domein)
			key=w.word
			from="signaal s join (select code as word from code
				where lijst = 'domein' union select '') w on
				case when s.domein is null then w.word = '' else
				'|' || s.domein || '|' like
				'%|' || w.word || '|%' and w.word <> '' end"
			;;
		*) key="coalesce(s.$block, '')" from='signaal s' ;;
		esac
		sqlite3 -separator ' ' sp.db "select '$block', $key,
			sum(gemeld_op between '$1' and '$2'),
			sum(gemeld_op between '$3' and '$4'),
			sum((gemeld_op between '$1' and '$2') * aantal),
			sum((gemeld_op between '$3' and '$4') * aantal)
			from $from where gemeld_op between '$3' and '$2'
			and ${5:-1} group by 2"
	done | LC_ALL=C sort
}
# the same from sp-report: its rows, gathered
gathered() {
	sp-report maand "$@" -o csv | python3 -c '
import csv, sys
rows, names = {}, []
for r in csv.DictReader(sys.stdin):
    if r["periode"] not in names: names.append(r["periode"])
    part = (r["deel"] == "bewoners") * 2 + names.index(r["periode"])
    cell = rows.setdefault((r["blok"], r["sleutel"]), [0] * 4)
    cell[part] = int(r["aantal"])
for key in sorted("%s %s %d %d %d %d" % (*k, *v) for k, v in rows.items()):
    print(key)
'
}
# counted PERIOD FROM TO FROM_BEFORE TO_BEFORE [CONDITION FILTER ...]
counted() {
	period=$1
	counts "$2" "$3" "$4" "$5" "${6:-1}" >expected
	shift 5
	[ $# -eq 0 ] || shift
	gathered "$period" "$@" >found
	[ "$(wc -l <expected)" -gt 5 ] && cmp expected found >.out
	result $? "as SQL counts: $period $*"
}
counted 2026-10 2026-10-01 2026-10-31 2026-09-01 2026-09-30
counted vorige 2026-10-01 2026-10-31 2026-09-01 2026-09-30
counted deze 2026-11-01 2026-11-30 2026-10-01 2026-10-31
counted 2026-K3 2026-07-01 2026-09-30 2026-04-01 2026-06-30
counted 2026 2026-01-01 2026-12-31 2025-01-01 2025-12-31
counted 2026-10-05 2026-10-05 2026-10-05 2026-10-04 2026-10-04
counted 2026-10-05..2026-10-18 2026-10-05 2026-10-18 2026-09-21 2026-10-04
counted 2026-10 2026-10-01 2026-10-31 2026-09-01 2026-09-30 \
	"gebied in (select id from gebied where code like 'WK034402%' or
	code like 'BU034402%')" gebied=WK034402
counted 2026-10 2026-10-01 2026-10-31 2026-09-01 2026-09-30 \
	"kanaal = 'straat'" kanaal=straat
counted 2026-10 2026-10-01 2026-10-31 2026-09-01 2026-09-30 \
	"soort in ('zorg', 'klacht') and aantal > 1" soort=zorg,klacht \
	'aantal>=2'

# a small town, to be read
rm sp.db
sp-add -q gebied code=BU03440832 naam=Noord >/dev/null
sp-add -q persoon alias=geheim naam=Geheimzinnig >/dev/null
cat >few.csv <<'X'
gemeld_op,soort,domein,gebied,kanaal,aantal,via_persoon
2026-10-01,zorg,energie|wonen,BU03440832,gesprek,6,geheim
2026-10-31,zorg,,,,1,
2026-09-30,idee,sport,BU03440832,straat,2,geheim
2026-11-01,klacht,sport,,,9,
X
sp-add -q signaal few.csv
cat >rows <<'X'
periode,blok,sleutel,deel,aantal
2026-10,totaal,,signalen,2
2026-10,totaal,,bewoners,7
2026-09,totaal,,signalen,1
2026-09,totaal,,bewoners,2
2026-10,soort,zorg,signalen,2
2026-10,soort,zorg,bewoners,7
2026-09,soort,zorg,signalen,0
2026-09,soort,zorg,bewoners,0
2026-10,soort,idee,signalen,0
2026-10,soort,idee,bewoners,0
2026-09,soort,idee,signalen,1
2026-09,soort,idee,bewoners,2
2026-10,domein,energie,signalen,1
2026-10,domein,energie,bewoners,6
2026-09,domein,energie,signalen,0
2026-09,domein,energie,bewoners,0
2026-10,domein,wonen,signalen,1
2026-10,domein,wonen,bewoners,6
2026-09,domein,wonen,signalen,0
2026-09,domein,wonen,bewoners,0
2026-10,domein,,signalen,1
2026-10,domein,,bewoners,1
2026-09,domein,,signalen,0
2026-09,domein,,bewoners,0
2026-10,domein,sport,signalen,0
2026-10,domein,sport,bewoners,0
2026-09,domein,sport,signalen,1
2026-09,domein,sport,bewoners,2
2026-10,gebied,1,signalen,1
2026-10,gebied,1,bewoners,6
2026-09,gebied,1,signalen,1
2026-09,gebied,1,bewoners,2
2026-10,gebied,,signalen,1
2026-10,gebied,,bewoners,1
2026-09,gebied,,signalen,0
2026-09,gebied,,bewoners,0
2026-10,kanaal,gesprek,signalen,1
2026-10,kanaal,gesprek,bewoners,6
2026-09,kanaal,gesprek,signalen,0
2026-09,kanaal,gesprek,bewoners,0
2026-10,kanaal,,signalen,1
2026-10,kanaal,,bewoners,1
2026-09,kanaal,,signalen,0
2026-09,kanaal,,bewoners,0
2026-10,kanaal,straat,signalen,0
2026-10,kanaal,straat,bewoners,0
2026-09,kanaal,straat,signalen,1
2026-09,kanaal,straat,bewoners,2
X
prints 'rows for programs' sp-report maand 2026-10 <rows
prints 'in the same order whatever the language' \
	env SP_LANG=nl sp-report maand 2026-10 <rows
prints 'a table for people' sp-report month 2026-10 -o table --lang en <<'X'
block    name           signals  before  residents  residents_before
total    all signals          2       1          7                 2
type     worry                2       0          7                 0
type     idea                 0       1          0                 2
domain   energy               1       0          6                 0
domain   housing              1       0          6                 0
domain   not known            1       0          1                 0
domain   sport                0       1          0                 2
area     Noord                1       1          6                 2
area     not known            1       0          1                 0
channel  talk                 1       0          6                 0
channel  not known            1       0          1                 0
channel  in the street        0       1          0                 2
X
json() {
	sp-report maand 2026-10 -o json "$@" | jq -c '.schema, .periode,
		.vorige, (.aantallen | length), .aantallen[0],
		(.aantallen[] | select(.sleutel == "1" or .sleutel == "straat"))'
}
prints 'one JSON document' json <<'X'
"sp-overzicht/1"
"2026-10"
"2026-09"
12
{"blok":"totaal","sleutel":null,"naam":null,"signalen":2,"signalen_vorige":1,"bewoners":7,"bewoners_vorige":2}
{"blok":"gebied","sleutel":"1","naam":"Noord","signalen":1,"signalen_vorige":1,"bewoners":6,"bewoners_vorige":2}
{"blok":"kanaal","sleutel":"straat","naam":"op straat","signalen":0,"signalen_vorige":1,"bewoners":0,"bewoners_vorige":2}
X
prints 'a period without a signal is zeros, and exit 0' \
	sp-report maand 2020-01 <<'X'
periode,blok,sleutel,deel,aantal
2020-01,totaal,,signalen,0
2020-01,totaal,,bewoners,0
2019-12,totaal,,signalen,0
2019-12,totaal,,bewoners,0
X

# a page that stands alone
sp-report maand 2026-10 -o html --lang nl >maand.html
page() {
	python3 - maand.html <<'X'
import html.parser, re, sys
text = open(sys.argv[1], encoding="utf-8").read()
class Page(html.parser.HTMLParser):
    void = {"meta", "br", "rect", "link", "img"}
    def __init__(self):
        super().__init__()
        self.open, self.seen, self.bad = [], [], []
    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in self.void: self.open.append(tag)
        for name, value in attrs:
            if name in ("src", "href") or name.startswith("on"):
                self.bad.append(name)
    def handle_startendtag(self, tag, attrs):
        self.seen.append(tag)
    def handle_endtag(self, tag):
        if tag in self.void: return
        if not self.open or self.open.pop() != tag: self.bad.append("/" + tag)
page = Page()
page.feed(text)
print("open", page.open, "bad", page.bad)
print("tables", page.seen.count("table"), "drawings", page.seen.count("svg"))
print("scripts", page.seen.count("script"), "links", page.seen.count("link"))
print("language", re.search(r'<html[^>]*lang="(..)"', text).group(1))
X
}
prints 'the page is whole, and asks for nothing from elsewhere' page <<'X'
open [] bad []
tables 5 drawings 4
scripts 0 links 0
language nl
X
spoken() {
	grep -o '<text[^>]*>Noord</text>' maand.html | wc -l
	grep -c '>1 (1)</text>' maand.html
}
prints 'a bar has its name and its numbers beside it' spoken <<'X'
1
1
X
private() {
	for o in csv json html table md; do
		sp-report maand 2026-10 -o "$o"
	done | grep -ci 'geheim\|persoon'
}
prints 'no person is in it' private <<'X'
0
X

fails 'no period' 2 \
	'sp-report: give one period, such as 2026-10 or vorige; see sp-report maand --help' \
	sp-report maand
fails 'two periods' 2 \
	'sp-report: give one period, such as 2026-10 or vorige; see sp-report maand --help' \
	sp-report maand 2026-10 2026-09
for wrong in 2026-13 2026-K5 okt 20261 2026-10-32 2026-10-10..2026-10-01; do
	fails "a period that is none: $wrong" 2 \
		"sp-report: \"$wrong\" is no period; write 2026-10, 2026-K4, 2026, vorige, or van..tot" \
		sp-report maand "$wrong"
done
fails 'a filter that is none' 2 \
	'sp-report: zin: signaal has no such field; sp-add --describe signaal lists them' \
	sp-report maand 2026-10 zin=ja
fails 'columns of a document' 2 \
	'sp-report: --fields goes with rows, not with a document; see sp-report maand --help' \
	sp-report maand 2026-10 -o json --fields blok

# counted from the index alone
plan() {
	sqlite3 sp.db "explain query plan select gemeld_op, soort, domein,
		gebied, kanaal, aantal from signaal where
		gemeld_op >= '2026-09-01' and gemeld_op <= '2026-10-31'" |
		grep -c 'USING COVERING INDEX signaal_gemeld_op'
}
prints 'an index covers it' plan <<'X'
1
X
done_testing
