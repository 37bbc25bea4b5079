#!/bin/sh
# input - what files may look like, and what becomes of rows that are wrong
. "${SP_SOURCE:?}/tests/lib.sh"

rows=$(dirname "$(command -v sp-add)")/../tests/unit/rows

# Byte order mark, delimiter, ends of lines and encoding, each with each.
cat >matrix.py <<'X'
import json
for bom in '', 'bom':
    for mark, delimiter in ('comma', ','), ('semicolon', ';'), ('tab', '\t'):
        for ends, end in ('lf', '\n'), ('crlf', '\r\n'), ('cr', '\r'):
            for encoding in 'ascii', 'utf-8', 'cp1252':
                for dutch in '', 'dutch':
                    if dutch and mark != 'semicolon':
                        continue
                    name = '-'.join(filter(None,
                        [bom, mark, ends, encoding, dutch]))
                    word = 'Cafe' if encoding == 'ascii' else 'Café €'
                    cells = [['tekst', 'maat', 'dag', 'tweede'],
                        [word, '12,5' if dutch else '12.5',
                            '5-3-2026' if dutch else '2026-03-05',
                            f'"a{end}b{delimiter}c"'], ['x', '', '', '']]
                    text = end.join(delimiter.join(r) for r in cells) + end
                    data = text.encode(encoding)
                    if bom:
                        data = b'\xef\xbb\xbf' + data
                    open(name + '.in', 'wb').write(data)
                    notes = []
                    if mark == 'semicolon' and (bom or dutch):
                        notes.append('read as a Dutch spreadsheet (-i excel)')
                    good = [[word, 12.5, '2026-03-05',
                        f'a{end}b{delimiter}c'], ['x', None, None, None]]
                    if encoding == 'cp1252' and bom:
                        good = good[1:]
                        notes.insert(0, '-:2: tekst: mixes UTF-8 with bytes '
                            'that are no UTF-8; save the file as UTF-8')
                    elif encoding == 'cp1252':
                        notes.append('read as Windows-1252')
                    with open(name + '.want', 'w', newline='') as f:
                        for r in good:
                            print(json.dumps(r), file=f)
                        if encoding == 'cp1252' and bom:
                            print(notes.pop(0), file=f)
                        if notes:
                            print('; '.join(notes), file=f)
X
python3 matrix.py
for f in *.in; do
	"$rows" sniff jsonl <"$f" >"$f.out" 2>"$f.err"
	ok "${f%.in}" sh -c "{ jq -ac '[.tekst, .maat, .dag, .tweede]' '$f.out' |
		sed 's/,/, /g'; cat '$f.err'; } >'$f.got'
		sed 's/, */, /g' '${f%.in}.want' | diff - '$f.got'"
done

note() {
	what=$1 message=$2
	shift 2
	fails "$what" 0 "$message" "$rows" "$@"
}
said='read as a Dutch spreadsheet (-i excel)'
printf 'sep=;\r\ntekst;maat\r\na;1\r\n' >sep
note 'sep=; names the delimiter, as a spreadsheet writes it' "$said" \
	sniff csv <sep
printf '\357\273\277"sep=|"\ntekst|tweede\na;b|c,d\n' >sep
note 'sep=| too' '' sniff csv <sep
prints 'sep=| names another, and is no row' sh -c \
	"'$rows' sniff jsonl <sep 2>&1 | jq -c '[.tekst, .tweede]'" <<'X'
["a;b","c,d"]
X
printf 'tekst;maat\na;1\n' >points
note 'a file with semicolons and no sign of a spreadsheet is csv' '' \
	sniff csv <points
printf 'tekst;maat\na;1,5\n' >commas
fails 'which has points when somebody says so' 0 \
	'-:2: maat: "1,5" is no number like 12.5' "$rows" csv csv <commas
{
	echo 'tekst;maat'
	for i in $(seq 99); do echo "$i;1"; done
	echo '"x";"1,5"'
} >late
note 'a hundred rows are looked at' "$said" sniff csv <late
sed '2s/.*/0;1\n&/' late >later
fails 'and no more' 0 '-:102: maat: "1,5" is no number like 12.5' \
	"$rows" sniff csv <later
printf '\n  \ntekst;tweede\n\na;b\n   \n' >blank
prints 'blank lines are nothing' sh -c \
	"'$rows' sniff csv <blank 2>&1 | cut -d, -f1-2" <<'X'
tekst,tweede
a,b
X
printf 'tekst;maat\na;1,5\n;\n;;\n' >empty
note 'rows of empty cells are passed over, and told' \
	"$said; passed over empty rows: 2" sniff csv <empty
{
	printf 'tekst,tweede,geheim\n'
	printf ' a b ,\t c\t,"  d  "\n'
	printf ' "e" , f g,"" \n'
} >blanks
prints 'blanks at the ends go unless they stand in quotes' sh -c \
	"'$rows' sniff jsonl <blanks | jq -c '[.tekst, .tweede, .geheim]'" <<'X'
["a b","c","  d  "]
["e","f g",null]
X
printf 'tekst\ttweede\n a \t b\t\n' >tabbed
fails 'a tab is no blank in tsv' 0 '-:2: has 3 cells where the header has 2' \
	"$rows" tsv csv <tabbed

# Names: English ones, short ones, and those of --map.
printf 'TEXT,Count\na,1\n' >english
prints 'either language, whatever the capitals' sh -c \
	"'$rows' sniff jsonl <english | jq -c '[.tekst, .aantal]'" <<'X'
["a",1]
X
cat >strange.csv <<'X'
"Naam, voluit",Vóórnaam,a=b,"zeg ""x""",,weg
een,twee,3,4.5,2026-01-01,zes
X
prints 'a map has names with any mark, in quotes or behind a backslash' \
	sh -c "'$rows' sniff jsonl "' \
	"\"naam, VOLUIT\"=tekst, voornaam = tweede ,a\\=b=aantal,\"zeg \"\"x\"\"\"=maat,=dag,weg=" \
	<strange.csv | jq -c "[.tekst, .tweede, .aantal, .maat, .dag, .geheim]"' <<'X'
["een","twee",3,4.5,"2026-01-01",null]
X

# Records: what is told on the way, and what is kept.
printf 'naam;soort\nCaf\351;zorg\n' >c.csv
fails 'what was seen is told before the sum' 0 'sp-add: c.csv: read as Windows-1252
sp-add: organisatie: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected' \
	sp-add organisatie c.csv
fails '--quiet tells nothing' 0 '' sp-add organisatie -q c.csv
printf 'id;Naam van de plek;Soort;x\n6711;Huis;plek;1\n' >vreemd.csv
fails 'a foreign file by a map, its number passed over' 0 \
	'sp-add: organisatie: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected' \
	sp-add organisatie --map 'id=,naam van de plek=naam' --ignore-unknown \
	vreemd.csv
prints 'fields fill what rows do not say' sh -c \
	'printf "naam,website\nA,\nB,b.nl\n" |
	sp-add organisatie soort=zorg website=x.nl - 2>/dev/null
	sp-report lijst organisatie soort=zorg --fields naam,website -o csv' <<'X'
naam,website
Café,
A,x.nl
B,b.nl
X

# Values from files.
printf 'een\ntwee\r\n' >tekst.txt
printf '\357\273\277Kladblok\r\n' >bom.txt
prints 'a text from a file loses one end of line, and a byte order mark' \
	sh -c 'sp-add organisatie naam=@bom.txt opmerking=@tekst.txt -q &&
	sp-report lijst organisatie naam=Kladblok --fields naam,opmerking \
		-o jsonl' <<'X'
5
{"naam":"Kladblok","opmerking":"een\ntwee"}
X
prints 'or from standard input' sh -c \
	'printf "van\nver\n\n" | sp-add organisatie naam=Ver opmerking=- -q &&
	sp-report lijst organisatie naam=Ver --fields opmerking -o jsonl' <<'X'
6
{"opmerking":"van\nver\n"}
X
prints '@@x is @x' sh -c 'sp-add organisatie naam=@@x -q &&
	sp-report lijst organisatie "naam=@@x" --fields naam -o csv' <<'X'
7
naam
@x
X

# What was rejected is mended in its place and read again.
cat >fout.csv <<'X'
naam,intern,opmerking
goed,ja,"twee
regels"
zei "x",ja,
kort
geen van beide,soms,"met ""aanhaling"", komma
en regel"
"open,ja,
ook goed,ja,
X
prints 'rejected rows keep their form, with line and reason' sh -c \
	'sp-add organisatie --keep-going --rejects r.csv fout.csv; echo $?
	cat r.csv' <<'X'
2
naam,intern,opmerking,regel,reden
zei "x",ja,,4,"fout.csv:4: a quote stands where none can; double it, and quote the whole cell"
kort,5,fout.csv:5: has 1 cells where the header has 3
geen van beide,soms,"met ""aanhaling"", komma
en regel",6,"fout.csv:6: internal: ""soms"" is neither ja nor nee"
"open,ja,,8,fout.csv:8: a quote is opened and never closed
X
fails 'and are counted' 2 \
	'sp-add: organisatie: 6 read, 0 added, 0 changed, 2 unchanged, 4 rejected' \
	sp-add organisatie --keep-going --rejects r.csv fout.csv
prints 'a file of rejected rows is for its owner' stat -c %a r.csv <<'X'
600
X
cp sp.db before.db
fails 'read again as they are they are rejected again' 2 \
	'sp-add: organisatie: 4 read, 0 added, 0 changed, 0 unchanged, 4 rejected' \
	sp-add organisatie --keep-going --rejects r2.csv r.csv
ok 'and nothing is stored' cmp sp.db before.db
ok 'with the same cells' sh -c \
	'sed "s/,[0-9]*,.*//" r.csv >a; sed "s/,[0-9]*,.*//" r2.csv | diff a -'
sed -i -e 's/zei "x"/"zei ""x"""/' -e 's/^kort/kort,,/' \
	-e 's/soms/nee/' -e 's/"open/open/' r2.csv
fails 'mended they go in' 0 \
	'sp-add: organisatie: 4 read, 4 added, 0 changed, 0 unchanged, 0 rejected' \
	sp-add organisatie r2.csv
prints 'as they were meant' sh -c 'sp-report lijst organisatie -o jsonl \
	--fields naam,intern,opmerking "naam=zei \"x\",kort,geen van beide,open"' <<'X'
{"naam":"zei \"x\"","intern":true,"opmerking":null}
{"naam":"kort","intern":null,"opmerking":null}
{"naam":"geen van beide","intern":false,"opmerking":"met \"aanhaling\", komma\nen regel"}
{"naam":"open","intern":true,"opmerking":null}
X
printf 'naam;jaar;code;lat\r\nCaf\351;2026;x1;5,2\r\nCaf\351;oud;x2;5,3\r\n' \
	>excel.csv
sp-add gebied --keep-going --rejects excel-r.csv excel.csv 2>/dev/null
fails 'those of a spreadsheet are a spreadsheet' 2 \
	'sp-add: excel-r.csv:2: year: "oud" is no whole number
sp-add: excel-r.csv: read as a Dutch spreadsheet (-i excel)
sp-add: gebied: 1 read, 0 added, 0 changed, 0 unchanged, 1 rejected' \
	sp-add gebied --keep-going excel-r.csv
sed -i s/oud/2026/ excel-r.csv
sp-add gebied -q excel-r.csv
prints 'and keep their letters and numbers' sp-report lijst gebied code=x2 \
	--fields naam,lat -o csv <<'X'
naam,lat
Café,5.3
X
cat >fout.jsonl <<'X'
{"naam":"J1","intern":"ja"}
{"naam":"J2","intern":"ja"
{"naam":"J3","intern":"soms"}
{"naam":"J4",
 "wat":"x"}
rommel
{"naam":"J5"}{"naam":"J6","lat":1}
{"naam":1.5}
{"naam":["a","b"]}
{"naam":true}
{"naam":{"x":{}}}
{"naam":"J7","naam":"J8"}
{"naam":"J9","intern":"j
X
prints 'rejected rows of JSON are JSON' sh -c \
	'sp-add organisatie --keep-going --rejects r.jsonl fout.jsonl 2>&1
	echo $?; cat r.jsonl' <<'X'
sp-add: organisatie: 13 read, 2 added, 0 changed, 0 unchanged, 11 rejected
2
{"regel":2,"reden":"fout.jsonl:2: the object breaks off","naam":"J2","intern":"ja"
{"regel":3,"reden":"fout.jsonl:3: internal: \"soms\" is neither ja nor nee","naam":"J3","intern":"soms"}
{"regel":4,"reden":"fout.jsonl:4: unknown column: wat; --map theirs=ours renames, --ignore-unknown passes over","naam":"J4",
 "wat":"x"}
{"regel":5,"reden":"fout.jsonl:5: no object stands here; rows are objects"}
rommel
{"regel":7,"reden":"fout.jsonl:7: unknown column: lat; --map theirs=ours renames, --ignore-unknown passes over","naam":"J6","lat":1}
{"regel":8,"reden":"fout.jsonl:8: name: is a decimal number; write whole numbers without a point, and amounts as text: \"12.50\"","naam":1.5}
{"regel":9,"reden":"fout.jsonl:9: name: is an array; one value is wanted","naam":["a","b"]}
{"regel":10,"reden":"fout.jsonl:10: name: is true or false; one value is wanted","naam":true}
{"regel":11,"reden":"fout.jsonl:11: name: nested JSON is no cell","naam":{"x":{}}}
{"regel":12,"reden":"fout.jsonl:12: a name stands there twice (at byte 19)","naam":"J7","naam":"J8"}
{"regel":13,"reden":"fout.jsonl:13: the object breaks off","naam":"J9","intern":"j
X
sed -i -e 's/"intern":"ja"$/&}/' -e 's/soms/ja/g' -e 's/,$//' \
	-e 's/^ "wat.*/}/' -e /rommel/d -e '/"regel":5,/d' -e 's/,"lat":1//' \
	-e 's/:1.5/:"J10"/' -e 's/\["a","b"\]/"J11"/' -e 's/:true/:"J12"/' \
	-e 's/{"x":{}}/"J13"/' -e 's/"J7","naam":"J8"/"J7"/' \
	-e 's/"intern":"j$/"intern":"ja"}/' r.jsonl
fails 'mended they go in too' 0 \
	'sp-add: organisatie: 10 read, 10 added, 0 changed, 0 unchanged, 0 rejected' \
	sp-add organisatie r.jsonl

# Two rows for one record can't both be right, and would change it for ever.
printf 'naam,soort\nX,zorg\nX,zorg\nX,loket\nY,zorg\n' >dubbel.csv
fails 'a row that says another thing of a record than one before it is rejected' \
	2 'sp-add: dubbel.csv:4: type: an earlier row gives the same organisatie (naam) another one; mend or drop one of the two
sp-add: organisatie: 4 read, 2 added, 0 changed, 1 unchanged, 1 rejected' \
	sp-add organisatie --keep-going dubbel.csv
fails 'the second time too' 2 \
	'sp-add: dubbel.csv:4: type: an earlier row gives the same organisatie (naam) another one; mend or drop one of the two
sp-add: organisatie: 4 read, 0 added, 0 changed, 3 unchanged, 1 rejected' \
	sp-add organisatie --keep-going dubbel.csv
printf 'naam,soort\nX,loket\n' >later.csv
printf 'naam,soort\nX,overig\n' >last.csv
fails 'a later file may, in the same run or another' 0 \
	'sp-add: organisatie: 2 read, 0 added, 2 changed, 0 unchanged, 0 rejected' \
	sp-add organisatie later.csv last.csv

done_testing
