#!/bin/sh
# lus - how answers come back, against what Python counts
. "${SP_SOURCE:?}/tests/lib.sh"
# shellcheck source=tests/start.sh
. "$source/tests/start.sh"
median=$(dirname "$(command -v sp-add)")/../tests/unit/median

# scenario 1: two signals, one answer, two loops
start >id
sp-add -q regel volgorde=1 domein=energie org=1 >id
sp-signal add -q soort=zorg domein=energie gebied=BU03440832 via=1 >id
sp-signal add -q soort=vraag domein=energie gebied=BU03440832 via=2 >id
SP_TODAY=2026-03-17
sp-signal answer -q 1,2 uitkomst=beantwoord tekst='U krijgt een voucher.' >id
some() {
	sp-report lus -o csv "$@" | grep -E \
		'^totaal,,(gesloten|open|teruggelegd|teruggekoppeld|mediaan)'
}
prints 'answered, and not told yet' some <<'X'
totaal,,gesloten,0,2,
totaal,,gesloten_pct,0,2,
totaal,,open,0,2,
totaal,,teruggelegd,2,2,
totaal,,teruggelegd_te_laat,0,2,
totaal,,teruggekoppeld,0,2,
totaal,,teruggekoppeld_pct,0,2,
totaal,,mediaan_dagen,,0,
X
sp-signal loop -q 1 teruggekoppeld wijze=bijeenkomst door=1 >id
sp-signal loop -q 1 bevestigd oordeel=tevreden gezien_gehoord=ja >id
sp-signal loop -q 2 poging >id
sp-signal loop -q 2 poging >id
sp-signal loop -q 2 niet_bereikt >id
prints 'closed 2 of 2, the median 12 days of 1' sp-report lus -o csv <<'X'
blok,sleutel,naam,waarde,n,opmerking
totaal,,signalen,2,2,
totaal,,gesloten,2,2,
totaal,,gesloten_pct,100,2,
totaal,,open,0,2,
totaal,,teruggelegd,0,2,
totaal,,teruggelegd_te_laat,0,0,
totaal,,teruggekoppeld,1,2,
totaal,,teruggekoppeld_pct,50,2,
totaal,,mediaan_dagen,12,1,
totaal,,tevreden,1,1,
totaal,,deels,0,1,
totaal,,ontevreden,0,1,
totaal,,geen_oordeel,0,1,
totaal,,gezien_gehoord,1,1,
totaal,,gezien_gehoord_pct,100,1,
totaal,,niet_bereikt,1,2,
totaal,,niet_gewenst,0,2,
totaal,,niet_nodig,0,2,
totaal,,heropend,0,2,
totaal,,stil,0,0,
X
prints 'two are too few to compare' sh -c \
	'sp-report lus per=org -o csv | grep ^org' <<'X'
org,1,signalen,2,2,
org,1,gesloten_pct,,2,te_weinig
org,1,teruggekoppeld_pct,,2,te_weinig
org,1,mediaan_dagen,,1,te_weinig
X
prints 'in English' sh -c \
	'sp-report lus per=organisation -o jsonl --lang en | tail -n 1' <<'X'
{"block":"organisation","key":1,"name":"median_days","value":null,"n":1,"remark":"too_few"}
X
prints 'in a Dutch spreadsheet a decimal is a comma' sh -c \
	'sp-signal add -q soort=zorg >id
	sp-report lus -o excel | grep _pct | head -n 1 | tr -d "\r"' <<'X'
totaal;;gesloten_pct;66,7;3;
X
for format in table md html; do
	ok "for people: $format" sh -c \
		"sp-report lus --lang en -o $format | grep -q 'days from report to telling'"
done
fails 'by nothing else' 2 'sp-report: per: org is all there is' \
	sp-report lus per=persoon --lang en
fails 'no such period' 2 \
	'sp-report: "soon" is no period; write 2026-10, 2026-K4, 2026, vorige, or van..tot' \
	sp-report lus soon --lang en
fails 'no such field' 2 \
	'sp-report: kleur: signaal has no such field; sp-add --describe signaal lists them' \
	sp-report lus kleur=rood --lang en

# areas where nothing is heard; a signal below counts above
areas() {
	sp-report lus -o csv "$@" | grep '^stil_gebied' || echo none
}
prints 'nothing is silent yet' areas <<'X'
none
X
sp-add -q gebied code=WK034409 naam=Overvecht soort=wijk >id
sp-add -q gebied code=BU03440911 naam=Tigris ouder=WK034409 soort=buurt >id
sp-add -q gebied code=WK034410 naam=Leeg soort=wijk >id
sp-add -q persoon naam=Hanan gebied=WK034409,BU03440911 status=actief >id
sp-add -q persoon naam=Ilse gebied=WK034410 status=gestopt >id
prints 'from there nothing was ever heard' areas <<'X'
stil_gebied,2,dagen_stil,,0,nooit
stil_gebied,3,dagen_stil,,0,nooit
X
sp-signal add -q soort=zorg gebied=3 >id
prints 'what lies in it speaks for it' areas <<'X'
none
X
SP_TODAY=2026-05-16
prints 'sixty days of silence are not too many' areas <<'X'
stil_gebied,1,dagen_stil,72,2,
X
SP_TODAY=2026-05-17
prints 'sixty-one are' areas <<'X'
stil_gebied,1,dagen_stil,73,2,
stil_gebied,2,dagen_stil,61,1,
stil_gebied,3,dagen_stil,61,1,
X
sp-add -q instelling naam=stil_na_dagen waarde=70 >id
prints 'a town says what silence is' areas <<'X'
stil_gebied,1,dagen_stil,73,2,
X
prints 'a filter asks of signals, not of silence' areas soort=zorg <<'X'
none
X

# The median, against Python.
cat >values.py <<'X'
import random, statistics
random.seed(5)
with open('numbers', 'w') as f, open('want', 'w') as w:
    for n in [1, 2, 3, 4] + [random.randrange(1, 400) for _ in range(300)]:
        v = [random.randrange(-50, random.choice([1, 60, 10**9]))
            for _ in range(n)]
        print(n, *v, file=f)
        print('%.1f' % statistics.median(v), file=w)
X
ok 'the median is that of Python' sh -c \
	"python3 values.py && '$median' stdin <numbers | cmp - want"

# Random signals and rounds, put in the store as the verbs leave them.
cat >fill.py <<'X'
import datetime, json, random, sqlite3
random.seed(11)
day = lambda n: (datetime.date(2026, 1, 1) +
    datetime.timedelta(n)).isoformat()
with open('signals.csv', 'w') as f:
    print('gemeld_op,soort,gebied', file=f)
    for _ in range(600):
        print(day(random.randrange(0, 130)), random.choice(['zorg', 'vraag']),
            random.choice(['1', '2', '3']), sep=',', file=f)
X
cat >live.py <<'X'
from fill import *
db = sqlite3.connect('sp.db')
rounds = 0
db.execute('DELETE FROM lus')
for i, reported in db.execute('SELECT id, gemeld_op FROM signaal').fetchall():
    start = datetime.date.fromisoformat(reported) - datetime.date(2026, 1, 1)
    lus = random.choice(['open', 'teruggelegd', 'teruggekoppeld', 'bevestigd',
        'bevestigd', 'niet_bereikt', 'niet_gewenst', 'niet_nodig'])
    n = random.choice([1, 1, 1, 2, 3])
    status = 'afgehandeld' if lus != 'open' else \
        random.choice(['gemeld', 'in_behandeling', 'heropend', 'geannuleerd'])
    maybe = lambda: random.choice([None, day(random.randrange(80, 200))])
    db.execute('UPDATE signaal SET status = ?, lus = ?, lus_ronde = ?, '
        'heropend_n = ?, lus_voor = ?, bericht_voor = ?, org = ? WHERE id = ?',
        [status, lus, n, n - 1, maybe(), maybe(),
            random.choice([None, 1, 1, 1, 2, 2, 4] + [5] * (i < 40)), i])
    for r in range(1, n + 1):
        told = r < n or lus in ('teruggekoppeld', 'bevestigd')
        sure = r < n or lus == 'bevestigd'
        rounds += 1
        db.execute('INSERT INTO lus (signaal, ronde, status, '
            'teruggekoppeld_op, oordeel, gezien_gehoord, pogingen, uuid, '
            'kantoor) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)', [i, r, lus,
            day(start.days + 40 * r - random.randrange(39)) if told else None,
            random.choice(['tevreden', 'deels', 'ontevreden', 'geen_oordeel'])
            if sure else None,
            random.choice([None, 0, 1]) if sure else None,
            'r%d' % rounds, 'x'])
db.commit()
X
cat >count.py <<'X'
import csv, datetime, sqlite3, statistics, subprocess, sys
TODAY = '2026-05-17'
db = sqlite3.connect('sp.db')
db.row_factory = sqlite3.Row
def measure(signals):
    ids = {s['id']: s for s in signals}
    rounds = [r for r in db.execute('SELECT * FROM lus ORDER BY signaal, '
        'ronde') if r['signaal'] in ids]
    # only what was told, or reopened after that, has rounds that count
    ended = ('bevestigd', 'niet_bereikt', 'niet_gewenst', 'niet_nodig')
    closed = [s for s in signals if s['status'] in
        ('afgehandeld', 'geannuleerd') and (s['lus'] in ended or
        s['lus'] == 'teruggekoppeld' and s['lus_voor'] and
        s['lus_voor'] < TODAY)]
    first = {}
    for r in rounds:
        if r['teruggekoppeld_op']:
            first.setdefault(r['signaal'], r['teruggekoppeld_op'])
    date = datetime.date.fromisoformat
    days = [(date(d) - date(ids[i]['gemeld_op'])).days
        for i, d in first.items()]
    judged = [r['oordeel'] for r in rounds if r['oordeel']]
    seen = [r['gezien_gehoord'] for r in rounds
        if r['gezien_gehoord'] is not None]
    lus = lambda *names: sum(s['lus'] in names for s in signals)
    live = [s for s in signals if s['status'] not in
        ('afgehandeld', 'geannuleerd')]
    n = len(signals)
    to_tell = n - lus('niet_gewenst', 'niet_nodig')
    told = lus('teruggekoppeld', 'bevestigd')
    late = sum(s['lus'] == 'teruggelegd' and bool(s['lus_voor']) and
        s['lus_voor'] < TODAY for s in signals)
    pct = lambda a, b: round(100 * a / b, 1) if b else None
    count = judged.count
    return {'signalen': (n, n), 'gesloten': (len(closed), n),
        'gesloten_pct': (pct(len(closed), n), n), 'open': (lus('open'), n),
        'teruggelegd': (lus('teruggelegd'), n),
        'teruggelegd_te_laat': (late, lus('teruggelegd')),
        'teruggekoppeld': (told, to_tell),
        'teruggekoppeld_pct': (pct(told, to_tell), to_tell),
        'mediaan_dagen': (statistics.median(days) if days else None,
            len(days)),
        **{o: (count(o), len(judged)) for o in
            ('tevreden', 'deels', 'ontevreden', 'geen_oordeel')},
        'gezien_gehoord': (sum(seen), len(seen)),
        'gezien_gehoord_pct': (pct(sum(seen), len(seen)), len(seen)),
        'niet_bereikt': (lus('niet_bereikt'), n),
        'niet_gewenst': (lus('niet_gewenst'), n),
        'niet_nodig': (lus('niet_nodig'), n),
        'heropend': (sum(s['heropend_n'] > 0 for s in signals), n),
        'stil': (sum(bool(s['bericht_voor']) and s['bericht_voor'] < TODAY
            for s in live), len(live))}
def close(have, want):
    return have == '' if want is None else abs(float(have) - want) < 0.051
def compare(where, *words):
    signals = db.execute('SELECT * FROM signaal WHERE ' + where).fetchall()
    out = subprocess.run(['sp-report', 'lus', 'per=org', '-o', 'csv', *words],
        capture_output=True, text=True, check=True).stdout
    rows = list(csv.DictReader(out.splitlines()))
    groups = {'': signals}
    for s in signals:
        if s['org']:
            groups.setdefault(str(s['org']), []).append(s)
    checked = few = 0
    for key, group in groups.items():
        want = measure(group)
        have = {r['naam']: r for r in rows if r['sleutel'] == key}
        if key == '':
            assert list(have) == list(want), have.keys()
        else:
            assert list(have) == ['signalen', 'gesloten_pct',
                'teruggekoppeld_pct', 'mediaan_dagen']
        for name, row in have.items():
            value, n = want[name]
            assert int(row['n']) == n, (key, name, row, n)
            if key != '' and name != 'signalen' and n < 5:
                assert row['opmerking'] == 'te_weinig', row
                value, few = None, few + 1
            else:
                assert row['opmerking'] == '', row
            assert close(row['waarde'], value), (key, name, row, value)
            checked += 1
    assert len(rows) == checked, (len(rows), checked)
    return few
few = compare('1')
few += compare("gemeld_op BETWEEN '2026-02-01' AND '2026-02-28'", '2026-02')
few += compare("gemeld_op BETWEEN '2026-01-01' AND '2026-03-31' AND "
    "soort = 'zorg'", '2026-K1', 'soort=zorg')
few += compare('gebied IN (2, 3)', 'gebied=2')
few += compare("gemeld_op = '2026-04-01' AND gebied = 3",
    '2026-04-01', 'gebied=Tigris')
assert few > 0
X
python3 fill.py && sp-add -q signaal signals.csv && python3 live.py
ok 'random loops are counted as Python counts them' python3 count.py
ok 'no name of a person leaves' sh -c \
	'sp-report lus per=org -o json | grep -c "Fatima\|Yusuf\|Hanan" |
	grep -q "^0$"'
prints 'the store is only read' sh -c 'cp sp.db before
	sp-report lus >out; cmp before sp.db && echo same' <<'X'
same
X

# who was brought together, by the day it was done: SQLite counts
cat >links.py <<'X'
import datetime, random
r = random.Random(7)
print('naam,datum,soort,deelnemers')
for i in range(200):
    day = datetime.date(2025, 11, 1) + datetime.timedelta(r.randrange(150))
    sort = r.choice(['koppeling_bewoners', 'koppeling_instantie', 'maaltijd'])
    print(f'a{i},{day},{sort},{r.randrange(9)}')
X
python3 links.py >links.csv
export SP_STORE=links.db SP_TODAY=2026-03-17
sp-add -q activiteit links.csv
sqlite3 links.sql '.mode csv' '.import links.csv a'
links() {
	for period in '' 2025-12 2026-K1 2026-03; do
		# shellcheck disable=SC2086 # none or one word
		sp-report lus $period -o csv --lang nl | sed -n 's/^koppeling,,//p'
	done
}
while read -r from to; do
	sqlite3 -csv links.sql "SELECT k.column1, count(a.naam), (SELECT
		count(*) FROM a WHERE soort LIKE 'koppeling%' AND datum
		BETWEEN '$from' AND '$to'), NULL FROM (VALUES
		('koppeling_bewoners'), ('koppeling_instantie')) k LEFT JOIN a
		ON soort = k.column1 AND datum BETWEEN '$from' AND '$to'
		GROUP BY 1 ORDER BY 1"
done >wanted <<'X'
0000-00-00 2026-03-17
2025-12-01 2025-12-31
2026-01-01 2026-03-17
2026-03-01 2026-03-17
X
prints 'who was brought together, of each period' links <wanted
prints 'in words' sh -c 'sp-report lus 2026-03 -o table --lang nl |
	grep bijeen | tr -s " " | tr -d "0-9" | sed "s/ *$//"' <<'X'
koppeling bijeengebracht: bewoners
koppeling bijeengebracht: bewoners en instanties
X
prints 'in English' sh -c 'sp-report lus 2026-03 -o csv --lang en |
	grep ^link | cut -d , -f 1-3' <<'X'
link,,link_residents
link,,link_institution
X
prints 'of some signals alone nothing is told of it' sh -c \
	'sp-report lus soort=zorg -o csv | grep -c koppeling' <<'X'
0
X
done_testing
