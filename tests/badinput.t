#!/bin/sh
# badinput - what is turned away: with which sentence, which status, and the
# store byte for byte as it was
. "${SP_SOURCE:?}/tests/lib.sh"

sp-add gebied code=x naam=Hier >/dev/null 2>&1
sp-add organisatie naam=Buurthuis >/dev/null 2>&1
sp-add signaal soort=vraag bron_id=b1 >/dev/null 2>&1
cp sp.db before.db

# refused 'what' status 'the whole message' command ...: and nothing is stored.
refused() {
	what=$1 status=$2 message=$3
	shift 3
	"$@" >.out 2>.err
	got=$?
	[ "$got" -eq "$status" ] && [ "$(cat .err)" = "$message" ] &&
		[ ! -s .out ] && cmp -s sp.db before.db
	good=$?
	[ "$good" -eq 0 ] || echo "# status $got, message: $(cat .err)"
	result "$good" "$what"
}

# csv 'what' 'message' 'content' [option ...]: one file of signals.
csv() {
	what=$1 message=$2 content=$3
	shift 3
	# shellcheck disable=SC2059 # any bytes, by their escapes
	printf "$content" >f.csv
	refused "$what" 2 "sp-add: $message" sp-add signaal "$@" f.csv
}

rename='--map theirs=ours renames, --ignore-unknown passes over'
csv 'unknown columns, all of them' \
	"f.csv:1: unknown column: een, zwei, \"\"; $rename" \
	'een,soort,zwei,\nvraag,vraag,,\n'
csv 'a terminal is not steered by them' \
	"f.csv:1: unknown column: \\x1B[31mx\\u202E; $rename" \
	'soort,\033[31mx\342\200\256\nvraag,\n'
csv 'only unknown columns passed over' \
	'f.csv:1: no column is known; --map theirs=ours renames' \
	'een,twee\n1,2\n' --ignore-unknown
csv 'a column twice' \
	'f.csv:1: type: this column stands there twice, as "soort" and "soort"' \
	'soort,soort\nvraag,vraag\n'
csv 'a column twice, once in English' \
	'f.csv:1: type: this column stands there twice, as "soort" and "Type"' \
	'soort,Type\nvraag,vraag\n'
csv 'a column twice, once by its short name' \
	'f.csv:1: via_person: this column stands there twice, as "via" and "via_persoon"' \
	'via,soort,via_persoon\n,vraag,\n'
csv 'a column twice, once by a map' \
	'f.csv:1: type: this column stands there twice, as "a" and "soort"' \
	'a,soort\nvraag,vraag\n' --map a=soort
csv 'a wrong code' \
	'f.csv:2: type: "bakker" is none of question, worry, idea, complaint, wish, story, talent, compliment, rumour, report, offer, observation' \
	'soort\nbakker\n'
csv 'a wrong code of an open list' \
	'f.csv:3: domain: "bakker" is not on the list domein: '"$(sp-report \
		lijst code lijst=domein --fields code -o tsv | sed 1d | head -n 16 |
		paste -sd, | sed 's/,/, /g'), ..." \
	'soort,domein\nvraag,\nvraag,bakker\n'
csv 'a reference that is not there' \
	'f.csv:2: area: there is no gebied "Daar"; sp-report lijst gebied shows them' \
	'soort,gebied\nvraag,Daar\n'
csv 'a personal reference, whose text is not repeated' \
	'f.csv:2: via_person: there is no such persoon; sp-report lijst persoon shows them' \
	'soort,via\nvraag,Fatima\n'
csv 'a personal code, whose text is not repeated' \
	'f.csv:2: age_band: is none of 12-17, 18-26, 27-39, 40-54, 55-66, 67-79, 80+' \
	'soort,leeftijdsgroep\nvraag,stokoud\n'
csv 'a day that is none' \
	'f.csv:2: reported_on: "2026-02-30" is no day like 2026-12-31' \
	'soort,op\nvraag,2026-02-30\n'
csv 'a day to come' \
	'f.csv:2: reported_on: 2026-11-11 is after today (2026-11-10)' \
	'soort,op\nvraag,2026-11-11\n'
csv 'what is missing' 'f.csv:2: type: is missing; every signal has one' \
	'bron_id,soort\nx,\n'
csv 'a number out of bounds' \
	'f.csv:2: number: "0" is not from 1 to 1000000' 'soort,aantal\nvraag,0\n'
csv 'a number that is none' \
	'f.csv:2: number: "1e3" is no whole number' 'soort,aantal\nvraag,1e3\n'
csv 'a short row' 'f.csv:3: has 1 cells where the header has 2' \
	'soort,tekst\nvraag,a\nvraag\n'
csv 'a long row' 'f.csv:2: has 3 cells where the header has 2' \
	'soort,tekst\nvraag,a,b\n'
csv 'a text of many pages' 'f.csv:2: text: is longer than 65536 bytes' \
	"soort,tekst\nvraag,$(head -c 65537 /dev/zero | tr '\0' a)\n"

quote='a quote stands where none can; double it, and quote the whole cell'
csv 'a quote within a cell' "f.csv:2: $quote" \
	'soort,tekst\nvraag,zij zei "ja"\n'
csv 'text after a quote' "f.csv:2: $quote" 'soort,tekst\nvraag,"ja" zei zij\n'
csv 'a quote in the header' "f.csv:1: $quote" 'soort,t"ekst\nvraag,ja\n'
csv 'a quote that stays open' 'f.csv:3: a quote is opened and never closed' \
	'soort,tekst\nvraag,a\nvraag,"b\nvraag,c\n'
csv 'a NUL' 'f.csv:2: text: holds a NUL byte' 'soort,tekst\nvraag,a\000b\n'
csv 'a NUL between quotes' 'f.csv:3: text: holds a NUL byte' \
	'soort,tekst\nvraag,a\nvraag,"\000"\n'
csv 'a NUL in the header' 'f.csv:1: holds a NUL byte' 'soort\000,tekst\nx,\n'
csv 'bytes of no encoding' \
	'f.csv:3: text: holds bytes that are neither UTF-8 nor Windows-1252' \
	'soort,tekst\nvraag,a\nvraag,\201\n'
mixed='mixes UTF-8 with bytes that are no UTF-8; save the file as UTF-8'
csv 'two encodings' "f.csv:3: text: $mixed" \
	'soort,tekst\nvraag,\303\251\nvraag,\351\n'
csv 'two encodings, the other way round' "f.csv: read as Windows-1252
sp-add: f.csv:3: text: $mixed" \
	'soort,tekst\nvraag,\351\nvraag,\303\251\n'
csv 'UTF-16' 'f.csv:1: is UTF-16; save it as UTF-8' '\377\376s\000o\000'
csv 'UTF-16, the other end first' 'f.csv:1: is UTF-16; save it as UTF-8' \
	'\376\377\000s\000o'

# The line is that of a text editor, whatever ends it.
for end in '\n' '\r\n' '\r'; do
	csv "the line, with $end" \
		'f.csv:7: type: "x" is none of question, worry, idea, complaint, wish, story, talent, compliment, rumour, report, offer, observation' \
		"${end}soort,tekst${end}vraag,\"a${end}b\"${end}${end}vraag,c${end}x,\"d${end}e\"${end}"
done
{
	echo soort,bron_id
	for i in $(seq 3000); do echo "vraag,r$i"; done
	echo bakker,
} >many.csv
refused 'three thousand good rows and a bad one' 2 \
	'sp-add: many.csv:3002: type: "bakker" is none of question, worry, idea, complaint, wish, story, talent, compliment, rumour, report, offer, observation' \
	sp-add signaal many.csv

# json 'what' 'message' 'content' [option ...]
json() {
	what=$1 message=$2 content=$3
	shift 3
	# shellcheck disable=SC2059
	printf "$content" >f.json
	refused "$what" 2 "sp-add: $message" sp-add signaal "$@" f.json
}
one='{"soort":"vraag"}'
json 'a number too large' 'f.json:1: a number is too large (at byte 29)' \
	'{"aantal":9223372036854775808}'
json 'a real too large' 'f.json:1: a number is too large (at byte 15)' \
	'{"aantal":1e400}'
json 'a whole number beyond its bounds' \
	'f.json:1: number: "9223372036854775807" is no whole number' \
	'{"soort":"vraag","aantal":9223372036854775807}'
real='is a decimal number; write whole numbers without a point, and amounts as text: "12.50"'
json 'a real for a count' "f.json:2: number: $real" \
	"$one"'{"soort":"vraag","aantal":2.0}'
json 'true for a text' \
	'f.json:1: text: is true or false; one value is wanted' \
	'{"soort":"vraag","tekst":true}'
json 'an array for a text' 'f.json:1: text: is an array; one value is wanted' \
	'{"soort":"vraag","tekst":["a","b"]}'
json 'an array of more than words' 'f.json:1: domain: nested JSON is no cell' \
	'{"soort":"vraag","domein":["energie",["x"]]}'
json 'an object for a text' 'f.json:1: text: nested JSON is no cell' \
	'{"soort":"vraag","tekst":{"a":1}}'
json 'a name twice' 'f.json:1: a name stands there twice (at byte 24)' \
	'{"soort":"vraag","soort":"vraag"}'
json 'a name twice, once in English' \
	'f.json:1: type: this column stands there twice, as "soort" and "type"' \
	'{"soort":"vraag","type":"vraag"}'
json 'an unknown name' "f.json:2: unknown column: x, y; $rename" \
	"[$one,{\"x\":1,\"y\":2,\"soort\":\"vraag\"}]"
json 'the same unknown name again' \
	"f.json:1: unknown column: x; $rename
sp-add: f.json:2: unknown column: x; $rename
sp-add: signaal: 2 read, 0 added, 0 changed, 0 unchanged, 2 rejected" \
	'{"x":1}\n{"x":2}\n' --keep-going
json 'half a pair of surrogates' 'f.json:1: is no JSON (at byte 17)' \
	'{"tekst":"\\ud800"}'
json 'a NUL' 'f.json:1: holds a NUL character (at byte 17)' \
	'{"tekst":"\\u0000"}'
json 'a NUL byte' 'f.json:1: is no JSON (at byte 10)' '{"tekst":"\000"}'
json 'bytes that are no UTF-8' 'f.json:1: holds bytes that are no UTF-8 (at byte 10)' \
	'{"tekst":"\351"}'
json 'bytes that are no UTF-8, behind a byte order mark' \
	'f.json:1: holds bytes that are no UTF-8 (at byte 10)' \
	'\357\273\277{"tekst":"\351"}'
json 'an array that breaks off' 'f.json:3: the array breaks off' "[$one,$one"
json 'an array that breaks off behind a comma' 'f.json:2: the array breaks off' \
	"[$one,"
json 'an array that breaks off in an object' 'f.json:2: the array breaks off' \
	"[$one,{\"soort\":"
json 'an object that breaks off' 'f.json:2: the object breaks off' \
	"$one{\"soort\":"
json 'a comma before the end of an array' \
	'f.json:2: a comma stands before the end of the array' "[$one,]"
json 'a comma before the end of an object' 'f.json:1: is no JSON (at byte 18)' \
	'{"soort":"vraag",}'
json 'no comma between two' \
	'f.json:2: a comma is missing between two objects' "[$one $one]"
json 'two commas' 'f.json:2: no object stands here; rows are objects' \
	"[$one,,$one]"
json 'more after the end' 'f.json:2: more stands after the end of the array' \
	"[$one]$one"
json 'a number in an array' 'f.json:1: no object stands here; rows are objects' \
	'[1]'
json 'a number' 'f.json:1: no object stands here; rows are objects' '1' -i json
json 'no quotes' 'f.json:1: is no JSON (at byte 6)' '{soort:"vraag"}'
json 'a comment' 'f.json:2: no object stands here; rows are objects' \
	"$one// signaal"
{
	printf '{"tekst":'
	head -c 100000 /dev/zero | tr '\0' '['
	head -c 100000 /dev/zero | tr '\0' ']'
	printf '}'
} >f.json
refused 'a hundred thousand brackets' 2 'sp-add: f.json:1: is nested too deep' \
	sp-add signaal f.json
head -c 100000 /dev/zero | tr '\0' '[' >f.json
refused 'which stay open' 2 \
	'sp-add: f.json:1: no object stands here; rows are objects' \
	sp-add signaal f.json

# A hundred megabytes in one line, in little memory (which is not measured
# under the sanitizers: they keep what was freed).
cat >little.py <<'X'
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
if 'build/san' not in sys.argv[1] and peak > 40:
    sys.exit(f'{peak} MB')
sys.exit(status)
X
add=$(command -v sp-add)
long='a row is longer than a megabyte; is a quote left open?'
{
	printf 'tekst\n'
	head -c 104857600 /dev/zero | tr '\0' a
	printf '\n'
} >big
refused 'a line of 100 MB' 2 "sp-add: big:2: $long" \
	python3 little.py "$add" signaal big
printf 'tekst\n"' | dd of=big conv=notrunc 2>/dev/null
refused 'a quote that 100 MB do not close' 2 "sp-add: big:2: $long" \
	python3 little.py "$add" signaal big
printf 'tekst,' | dd of=big conv=notrunc 2>/dev/null
refused 'a header of 100 MB' 2 "sp-add: big:1: $long" \
	python3 little.py "$add" signaal big
printf '[{"tekst":"' | dd of=big conv=notrunc 2>/dev/null
refused 'a JSON string of 100 MB' 2 \
	'sp-add: big:1: an object is longer than a megabyte' \
	python3 little.py "$add" signaal big
printf 'tekst,soort\nx,vraag\n' | dd of=big conv=notrunc 2>/dev/null
printf '\ny,vraag\n' >>big
"$add" signaal -n --keep-going --rejects r.csv big 2>said
prints 'rows around it are read, and it is named' cat said r.csv <<X
sp-add: signaal, dry run: 3 read, 2 to add, 0 to change, 0 unchanged, 1 rejected
tekst,soort,regel,reden
,3,big:3: $long
X
rm big
head -c 20000 /dev/zero | tr '\0' , >commas
refused 'twenty thousand columns' 2 \
	'sp-add: commas:1: a row has more than 16384 cells' \
	sp-add signaal commas

# Files that hold nothing, and what is no file.
: >empty
printf ' \n\n' >blank
printf '\357\273\277' >bom
for f in empty blank bom /dev/null; do
	refused "nothing at all: $f" 1 "sp-add: $f: is empty; not even a header" \
		sp-add signaal $f
	refused "nothing at all, called JSON: $f" 1 \
		"sp-add: $f: is empty; not even a header" \
		sp-add signaal -i json $f
done
refused 'a directory' 2 'sp-add: .: Is a directory' sp-add signaal .
refused 'a file that is not there' 2 'sp-add: nee: No such file or directory' \
	sp-add signaal nee
printf 'soort\nvraag\n' >f.csv
refused 'a good file and one that is not there' 2 \
	'sp-add: nee: No such file or directory' sp-add signaal f.csv nee
SP_STORE=none.db refused 'a first file that can not be read' 2 \
	'sp-add: nee: No such file or directory' sp-add signaal nee
ok 'makes no store' sh -c '[ ! -e none.db ]'

# The command line.
see='; see sp-add --help'
usage() {
	what=$1 message=$2
	shift 2
	refused "$what" 2 "sp-add: $message$see" sp-add "$@"
}
usage 'a field twice' 'type: is given twice' signaal soort=vraag type=vraag
usage 'a filter for a field' 'soort: write field=value to store' \
	signaal soort!=vraag
refused 'a value no column takes' 2 \
	'sp-add: number: "veel" is no whole number' sp-add signaal aantal=veel
refused 'a value no column takes, beside rows' 2 \
	'sp-add: number: "veel" is no whole number' sp-add signaal aantal=veel -
usage 'bytes that are no UTF-8' 'field=value is no UTF-8 text' \
	signaal "tekst=$(printf '\351')"
usage 'a text from a file that is not there' \
	'tekst: nee: No such file or directory' signaal soort=vraag tekst=@nee
usage 'a text from a directory' 'tekst: .: Is a directory' \
	signaal soort=vraag tekst=@.
printf 'a\000b' >nul
usage 'a text with a NUL' 'tekst: nul is no UTF-8 text' \
	signaal soort=vraag tekst=@nul
head -c 1100000 /dev/zero | tr '\0' a >long
usage 'a text of a megabyte' 'tekst: long is longer than a megabyte' \
	signaal soort=vraag tekst=@long
usage 'standard input for two fields' 'only one field=- in a command' \
	signaal tekst=- soort=-
usage 'standard input for a field and for rows' \
	'standard input can be read once' signaal tekst=- -
usage 'standard input twice' 'standard input can be read once' signaal - -
usage 'fields beside files' 'fields go with one record or with -' \
	signaal soort=vraag a.csv b.csv
usage 'a format that is only written' 'html can be written, not read' \
	signaal -i html f.csv
usage '--rejects alone' '--rejects needs --keep-going' \
	signaal --rejects r.csv f.csv
usage 'rejected rows into their own input' '--rejects would overwrite f.csv' \
	signaal --keep-going --rejects f.csv f.csv
prints 'which stays as it is' cat f.csv <<'X'
soort
vraag
X
refused 'rejected rows into no directory' 4 \
	'sp-add: nee/r.csv: No such file or directory' \
	sp-add signaal --keep-going --rejects nee/r.csv f.csv
printf 'soort\nx\n' >fout.csv
refused 'rejected rows onto a full disk' 4 \
	'sp-add: writing failed: No space left on device' \
	sp-add signaal --keep-going --rejects /dev/full fout.csv
printf 'tekst,soort\na,x\n' >fout2.csv
refused 'rejected rows of other columns' 2 \
	"sp-add: rejected rows of other columns don't go into one file; read these files one by one" \
	sp-add signaal --keep-going --rejects r.csv fout.csv fout2.csv
map() {
	refused "$1" 2 "sp-add: --map: $2" sp-add signaal --map "$3" f.csv
}
map 'a map without =' 'write theirs=ours, with a comma between two' soort
map 'a map to a field that is not there' \
	'there is no field "kleur"; write theirs=ours' a=kleur
map 'a map that names a column twice' '"Soort" stands there twice' \
	'soort=soort,Soort=tekst'
printf 'soort\nvraag\n' >f.csv
refused 'a map of a column that the input has not' 2 \
	'sp-add: f.csv:1: --map: the input has no column "Sort"' \
	sp-add signaal --map Sort=soort --ignore-unknown f.csv

# JSON that others collected: what is none is never taken, and what is one is
# taken as Python takes it when it holds rows.
cat >suite.py <<'X'
import glob, json, os, subprocess, sys

def add(f, *options):
    return subprocess.run(['sp-add', 'signaal', 'soort=vraag',
        '--ignore-unknown', *options, '-'], stdin=open(f, 'rb'),
        capture_output=True, text=True)

def refused(f):
    for options in [], ['-i', 'json']:
        got = add(f, *options)
        if got.returncode not in (1, 2) or got.stderr.count('\n') != 1:
            print(f, options, got)

def unlike(items):
    if len(dict(items)) < len(items):
        raise ValueError # a name twice is refused here
    return dict(items)

def rows_of(f):
    try:
        data = json.loads(open(f, 'rb').read().decode(),
            object_pairs_hook=unlike)
    except (ValueError, RecursionError):
        return None
    rows = data if isinstance(data, list) else [data]
    return rows if all(isinstance(r, dict) for r in rows) else None

def as_python(f):
    rows = rows_of(f)
    row = next((r for r in rows or [] if r), {})
    key, value = next(iter(row.items()), ('', None))
    text = str(value) if type(value) in (str, int) else None
    status = 0 if rows is not None else 2
    if row and (text is None or '\0' in key + text):
        status = 2
    os.environ['SP_STORE'] = 'one.db'
    name = key.replace('\0', '').replace('"', '""')
    got = add(f, '-i', 'json', '--map', f'"{name}"=tekst')
    if got.returncode != status:
        print(f, status, got)
    if row and status == 0:
        got = subprocess.run(['sp-report', 'lijst', 'signaal', '-o', 'json'],
            capture_output=True, text=True)
        if json.loads(got.stdout)[-1]['tekst'] != text:
            print(f, text, got)
    return 'rows' if row and status == 0 else status

files = sys.argv[1] + '/test_parsing/'
for f in sorted(glob.glob(files + 'n_*')):
    refused(f)
met = [as_python(f) for f in sorted(glob.glob(files + 'y_*'))]
print(len(met), 'files:', met.count('rows'), 'rows,', met.count(2), 'refused')
for f in sorted(glob.glob(files + 'i_*')):
    if add(f).returncode not in (1, 2):
        print('taken:', os.path.basename(f))
X
if [ -d "${DATA:-}/json/JSONTestSuite" ]; then
	prints 'JSONTestSuite: taken as Python takes it, or refused' \
		python3 suite.py "$DATA/json/JSONTestSuite" <<'X'
95 files: 5 rows, 87 refused
taken: i_structure_UTF-8_BOM_empty_object.json
X
	ok 'with nothing stored of what is no JSON' cmp sp.db before.db
else
	skip 'JSONTestSuite: no DATA'
fi

done_testing
