#!/bin/sh
# formats - what is read and written, against Python, jq and what we read
# ourselves
. "${SP_SOURCE:?}/tests/lib.sh"

rows=$(dirname "$(command -v sp-add)")/../tests/unit/rows

# Random texts with all that has a meaning somewhere.
cat >texts.py <<'X'
import csv, io, json, random, sys
random.seed(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
pieces = ['a', 'b', '0', '1', ' ', '  ', '\t', ',', ';', '"', '""', "'", '=',
    '+', '-', '@', '|', '\\', '\n', '\r', '\r\n', 'é', '€', 'ا', '😀', '\ufeff',
    '\x01', '\x7f', 'null', 'sep=', '#', '%', '{', '}', '[', ']', '/', '&']
def text():
    return ''.join(random.choices(pieces, k=random.choice([1, 1, 2, 3, 8])))
names = ['tekst', 'tweede', 'geheim', 'aantal', 'maat', 'bedrag', 'dag',
    'waar', 'kleur']
def row():
    made = [text(), text(), text(), random.randrange(1001),
        random.choice([0.1, -2.5, 52.090737000000004, 1e14, 7]),
        '%.2f' % (random.randrange(-10000, 10000) / 100),
        '20%02d-%02d-%02d' % (random.randrange(100), random.randrange(1, 13),
            random.randrange(1, 29)),
        random.choice([True, False]), random.choice(['rood', 'blauw'])]
    return [None if i > 0 and random.random() < 0.2 else cell
        for i, cell in enumerate(made)]
table = [row() for _ in range(500)]
X
cat >write.py <<'X'
from texts import *
with open('rows.jsonl', 'w') as f:
    for r in table:
        print(json.dumps(dict(zip(names, r)), ensure_ascii=False), file=f)
with open('rows.json', 'w') as f:
    json.dump([{n: c for n, c in zip(names, r)} for r in table], f, indent=2)
def plain(cell):
    if cell is None:
        return ''
    if isinstance(cell, bool):
        return 'ja' if cell else 'nee'
    return '%.15f' % cell if isinstance(cell, float) and cell < 1e9 \
        else '%.0f' % cell if isinstance(cell, float) else str(cell)
for name, delimiter, end in [('a', ',', '\n'), ('b', ';', '\r\n'),
        ('c', '\t', '\r'), ('d', ',', '\r\n')]:
    with open(f'{name}.csv', 'w', newline='') as f:
        w = csv.writer(f, delimiter=delimiter, lineterminator=end,
            quoting=csv.QUOTE_ALL)
        w.writerow(names)
        w.writerows([plain(c) for c in r] for r in table)
X
# The same rows, whichever way they came.
cat >compare.py <<'X'
from texts import *
def meaning(r):
    return {n: r.get(n) for n in names}
want = [dict(zip(names, r)) for r in table]
got = [meaning(json.loads(line)) for line in open(sys.argv[2])]
for w, g in zip(want, got):
    if w != g:
        print(w, g, sep='\n')
        sys.exit(1)
sys.exit(len(want) != len(got))
X
python3 write.py 1

ok 'rows of JSON are what Python wrote' \
	sh -c "'$rows' sniff jsonl <rows.jsonl >got && python3 compare.py 1 got"
ok 'an array of them too' \
	sh -c "'$rows' sniff jsonl <rows.json >got && python3 compare.py 1 got"
for f in a b c d; do
	ok "rows of CSV are what Python wrote: $f" sh -c \
		"'$rows' csv jsonl <$f.csv >got && python3 compare.py 1 got"
done

# What we write, others read.
cat >read.py <<'X'
from texts import *
kind, delimiter, encoding = sys.argv[2:5]
f = open(kind, encoding=encoding, newline='')
got = list(csv.DictReader(f, delimiter=delimiter, strict=True))
for r, g in zip(table, got):
    for name, cell in zip(names, r):
        cell = '' if cell is None else cell
        if isinstance(cell, bool):
            assert g[name] == ('ja' if cell else 'nee'), (cell, g)
        elif isinstance(cell, (int, float)):
            assert float(g[name]) == cell, (cell, g)
        else:
            assert g[name] == cell, (cell, g)
assert len(got) == len(table)
X
"$rows" jsonl csv <rows.jsonl >our.csv
ok 'Python reads the same cells in our CSV' python3 read.py 1 our.csv , utf-8
"$rows" jsonl tsv <rows.jsonl >our.tsv
ok 'and in our TSV' python3 read.py 1 our.tsv '	' utf-8
"$rows" jsonl json <rows.jsonl >our.json
ok 'jq reads our JSON' sh -c \
	"jq -c '.[]' our.json >by-jq && python3 compare.py 1 by-jq"
ok 'and our JSON Lines' sh -c "'$rows' json jsonl <our.json >our.jsonl &&
	jq -c . our.jsonl >by-jq && python3 compare.py 1 by-jq"

# What is written is read back and written again the same.
for f in csv excel tsv json jsonl; do
	"$rows" jsonl $f <rows.jsonl >one.$f
	ok "$f is read back as the same rows" sh -c \
		"'$rows' $f jsonl <one.$f >got && python3 compare.py 1 got"
	ok "$f is written again byte by byte" sh -c \
		"'$rows' $f $f <one.$f | cmp - one.$f"
done

# A spreadsheet runs no cell of ours.
cat >guard.py <<'X'
import csv, sys
from texts import table
guarded = 0
cells = list(csv.reader(open('one.excel', encoding='utf-8-sig', newline=''),
    delimiter=';', strict=True))[1:]
for r, g in zip(table, cells):
    for text, cell in zip(r[:3], g):
        assert not cell.startswith(('=', '+', '-', '@', '\t', '\r')), cell
        if text is not None and text != cell:
            assert cell == "'" + text
            guarded += 1
sys.exit(guarded == 0)
X
ok 'text that a spreadsheet would run is guarded, other text is not' \
	python3 guard.py 1
printf '\357\273\277tekst;maat;bedrag;dag\r\n' >guard.csv
cat >>guard.csv <<'X'
'=1+1;1,5;12,50;31-12-2026
''=x;1.5;-1;2026-12-31
''+;;;
'-;;;
'@;;;
"'	tab";;;
'plain;;;
'';;;
X
prints 'one apostrophe is taken off before what would run' sh -c \
	"'$rows' excel csv <guard.csv | cut -d, -f1,6-8" <<'X'
tekst,maat,bedrag,dag
=1+1,1.5,12.50,2026-12-31
'=x,1.5,-1.00,2026-12-31
'+,,,
-,,,
@,,,
"	tab",,,
'plain,,,
'',,,
X

# Through the store and back.
cat >all.py <<'X'
from texts import *
with open('signalen.jsonl', 'w') as f:
    for i, r in enumerate(table):
        print(json.dumps({'bron_id': f'b{i}', 'soort': 'vraag', 'aanleiding': r[0],
            'kenmerk': r[1], 'tekst': r[2], 'aantal': r[3] or 1,
            'gemeld_op': '2026-03-05', 'mag_delen': r[7]}), file=f)
X
python3 all.py 3
ok 'signals go in' sp-add signaal signalen.jsonl
for f in csv excel tsv json jsonl; do
	sp-report lijst signaal -o $f >"list.$f"
	cp sp.db before.db
	fails "a list as $f read back changes nothing" 0 \
		'sp-add: signaal: 500 read, 0 added, 0 changed, 500 unchanged, 0 rejected' \
		sp-add signaal -i $f "list.$f"
	SP_STORE=new.db sp-add signaal -i $f "list.$f" 2>/dev/null
	ok "nor does a new store made from it" sh -c \
		"SP_STORE=new.db sp-report lijst signaal -o $f | cmp - list.$f"
	rm -f new.db*
done
prints 'in English too' sh -c 'sp-report lijst signaal --lang en -o csv |
	sp-add signaal -n 2>&1' <<'X'
sp-add: signaal, dry run: 500 read, 0 to add, 0 to change, 500 unchanged, 0 rejected
X
ok 'the numbers of a Dutch locale change no format' sh -c \
	'LC_ALL=nl_NL.UTF-8 SP_LANG=nl sp-report lijst signaal -o json |
	cmp - list.json'

# One column, one empty cell: a row, not a blank line.
sp-add signaal bron_id=leeg soort=vraag >/dev/null 2>&1
prints 'an empty cell alone is written in quotes' \
	sp-report lijst signaal bron_id=leeg --fields kenmerk -o csv <<'X'
kenmerk
""
X

# Files that others collected, with their meaning.
if [ -d "${DATA:-}/csv/csv-spectrum" ]; then
	for f in "$DATA"/csv/csv-spectrum/csvs/*.csv; do
		name=$(basename "$f" .csv)
		[ "$name" = location_coordinates ] && continue
		cat >spectrum.py <<'X'
import json, sys
want = json.load(open(sys.argv[1]))
ours = ['aanleiding', 'kenmerk', 'tekst', 'bewoner_ref', 'bron_id']
if sys.argv[2] == 'map':
    print(','.join(f'{t}={o}' for t, o in zip(want[0], ours)))
    sys.exit()
got = [[r[o] or '' for o in ours] for r in json.load(open(sys.argv[2]))]
want = [(list(r.values()) + [''] * 5)[:5] for r in want]
sys.exit(want != got)
X
		json=${f%/csvs/*}/json/$name.json
		rm -f spectrum.db
		SP_STORE=spectrum.db sp-add signaal soort=vraag \
			--map "$(python3 spectrum.py "$json" map)" - <"$f" 2>.err
		SP_STORE=spectrum.db sp-report lijst signaal -o json >got.json
		ok "csv-spectrum: $name" python3 spectrum.py "$json" got.json
	done
else
	skip 'csv-spectrum: no DATA'
fi

done_testing
