#!/bin/sh
# agenda - themes, letters that raise questions, and how early, against SQLite;
# stories and offers count beside problems
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/start.sh"
start
SP_TODAY=2026-11-10
cat >signals.py <<'X'
import datetime, random
r = random.Random(52)
print('gemeld_op,soort,domein,gebied,aantal,aanleiding,kenmerk,vroeg')
for i in range(400):
    day = datetime.date(2026, 9, 1) + datetime.timedelta(r.randrange(61))
    domains = r.sample(['energie', 'werk', 'veiligheid'], r.randrange(3))
    if r.random() < .01:
        domains = ['sport']
    letter = r.choice(['brief', 'website', 'besluit', ''])
    mark = r.choice(['EB-17', 'EB-18', '']) if letter == 'brief' else ''
    if r.random() < .03:
        letter, mark = 'brief', 'persoonlijk-%d' % i
    print(day, r.choice(['zorg', 'vraag', 'verhaal', 'aanbod']),
          '"%s"' % '|'.join(domains), 'BU03440832', r.randrange(1, 9),
          letter, mark, r.choice(['voorkomen', 'vroeg', 'laat', '', '']),
          sep=',')
X
python3 signals.py >signals.csv
sp-signal add -q signals.csv
ids() {
	sqlite3 sp.db "SELECT group_concat(id) FROM (SELECT id FROM signaal
		WHERE $1 ORDER BY id LIMIT $2)"
}
sp-signal route -q "$(ids 'id % 3 = 0' 90)" org=1 >id
sp-signal route -q "$(ids 'id % 3 = 1' 100)" org=2 >id
sp-signal answer -q "$(ids 'id % 7 = 0' 40)" uitkomst=agenda tekst=besproken >id
for id in 2 5 8 11; do
	sp-signal link -q $id dubbel_van=4 >made
done

cat >asks.py <<'X'
import datetime, random
r = random.Random(127)
print('persoon,datum,status,domein,gebied')
for i in range(300):
    day = datetime.date(2026, 8, 20) + datetime.timedelta(r.randrange(80))
    state = r.choice(['gevraagd', 'toegezegd', 'gedaan', 'niet_doorgegaan',
                      'geweigerd', 'geannuleerd', 'concept'])
    domains = r.sample(['energie', 'werk', 'sport', 'zorg'], r.randrange(3))
    print(r.randrange(1, 5), day, state, '|'.join(domains),
          r.choice(['BU03440832', '']), sep=',')
X
python3 asks.py | sp-add -q vraag -

cat >agenda.sql <<'X'
CREATE TEMP VIEW once AS SELECT *, gemeld_op >= '2026-10-01' AS now
	FROM signaal WHERE dubbel_van IS NULL
	AND gemeld_op BETWEEN '2026-09-01' AND '2026-10-31';
CREATE TEMP TABLE counted AS
	SELECT 1 AS n, 'thema' AS blok, c.code AS sleutel, c.nl AS naam, s.*
	FROM once s JOIN code c ON c.lijst = 'domein'
	AND '|' || s.domein || '|' LIKE '%|' || c.code || '|%'
	UNION ALL
	SELECT 2, 'aanleiding', trim(coalesce(aanleiding, '') || ' ' ||
	coalesce(kenmerk, '')), trim(coalesce(aanleiding, '') || ' ' ||
	coalesce(kenmerk, '')), * FROM once
	WHERE aanleiding IS NOT NULL OR kenmerk IS NOT NULL
	UNION ALL SELECT 3, 'vroeg', vroeg, vroeg, * FROM once
	WHERE vroeg IS NOT NULL;
CREATE TEMP TABLE small AS SELECT n, sleutel FROM counted WHERE n < 3
	GROUP BY n, sleutel HAVING sum(now) < 3;
DELETE FROM counted WHERE n = 1
	AND sleutel IN (SELECT sleutel FROM small WHERE n = 1);
UPDATE counted SET sleutel = NULL, naam = 'overige'
	WHERE n = 2 AND sleutel IN (SELECT sleutel FROM small WHERE n = 2);
SELECT blok, sleutel, naam, sum(now), sum(NOT now),
	coalesce(sum(CASE WHEN now THEN aantal END), 0),
	sum(now AND coalesce(uitkomst, '') = 'agenda'),
	(SELECT o.org FROM counted o WHERE o.n = c.n
		AND o.sleutel IS c.sleutel AND o.now AND o.org IS NOT NULL
		GROUP BY o.org ORDER BY count(*) DESC, o.org LIMIT 1)
	FROM counted c GROUP BY n, blok, sleutel, naam
	ORDER BY n, sleutel IS NULL, 4 DESC, sleutel;
X
cat >asks.sql <<'X'
SELECT 'vraag', c.code, c.nl, NULL, sum(v.datum < '2026-10-01'), NULL, NULL,
	NULL, sum(v.datum >= '2026-10-01')
	FROM vraag v JOIN code c ON c.lijst = 'domein'
	AND '|' || v.domein || '|' LIKE '%|' || c.code || '|%'
	WHERE v.datum BETWEEN '2026-09-01' AND '2026-10-31' AND v.status
	NOT IN ('geweigerd', 'geannuleerd', 'concept')
	GROUP BY 2, 3 ORDER BY 9 DESC, 2;
X
expected() {
	echo blok,sleutel,naam,signalen,vorige,bewoners,agenda,org,vragen
	sqlite3 -csv sp.db <agenda.sql | sed 's/"//g; s/$/,/'
	sqlite3 -csv sp.db <asks.sql | sed 's/"//g'
}
expected >list
prints 'a month, as SQLite counts it' sp-report agenda 2026-10 -o csv \
	--lang nl <list
rows() {
	grep -c "^$1" list
}
prints 'themes, and none of which too few spoke' rows thema <<'X'
3
X
prints 'letters by name, and one line for those that few had' rows \
	aanleiding <<'X'
6
X
prints 'what key persons were asked for, by domain' rows vraag <<'X'
4
X
asked() {
	sp-report agenda 2026-10 "$@" -o csv --lang en --fields block,key,asks |
		sed -n 's/^ask,//p' | sort
}
there() {
	sed "s/WHERE v/WHERE v.gebied = 1 AND v/" asks.sql |
		sqlite3 -csv sp.db | sed '/^vraag/!d' | cut -d, -f2,9 | sort
}
there >list.there
prints 'in an area those of that area' asked gebied=BU03440832 <list.there
prints 'none beside what is no field of an ask' asked soort=zorg </dev/null
private() {
	for format in csv json table html md; do
		sp-report agenda 2026-10 -o $format
	done | grep -c persoonlijk
}
prints 'their references lead to nobody' private <<'X'
0
X
sp-add -q instelling agenda_vanaf waarde=1000 >id
prints 'how many are few is a setting' sh -c \
	'sp-report agenda 2026-10 soort=zorg,vraag,verhaal,aanbod -o csv \
		--lang nl | cut -d, -f1-3 | sort' <<'X'
aanleiding,,overige
blok,sleutel,naam
vroeg,laat,laat
vroeg,voorkomen,voorkomen
vroeg,vroeg,vroeg
X
sp-add -q instelling agenda_vanaf waarde=3 >id
prints 'in English, by name' sh -c \
	'sp-report agenda 2026-10 gebied=BU03440832 --lang en -o jsonl |
	jq -r "select(.block == \"early\") | .name" | sort' <<'X'
early
late
prevented
X
prints 'filtered to where nothing was said' sh -c \
	'sp-report agenda 2026-10 kanaal=markt -o csv; echo $?' <<'X'
blok,sleutel,naam,signalen,vorige,bewoners,agenda,org,vragen
1
X
fails 'no period' 2 \
	'sp-report: give one period, such as 2026-10 or vorige; see sp-report agenda --help' \
	sp-report agenda --lang en
fails 'a period that is none' 2 \
	'sp-report: "ooit" is no period; write 2026-10, 2026-K4, 2026, vorige, or van..tot' \
	sp-report agenda ooit --lang en
fails 'a filter that is none' 2 \
	'sp-report: kleur: signaal has no such field; sp-add --describe signaal lists them' \
	sp-report agenda 2026 kleur=rood --lang en

# stories and offers are signals like any other
kinds() {
	sp-report maand 2026-10 -o csv --lang nl |
		grep '^2026-10,soort,.*,signalen' | cut -d, -f3,5 | sort
}
sqlite3 -csv sp.db "SELECT soort, count(*) FROM signaal
	WHERE gemeld_op LIKE '2026-10-%' AND dubbel_van IS NULL
	GROUP BY soort ORDER BY soort" >list
prints 'a month counts stories and offers beside worries' kinds <list
done_testing
