#!/bin/sh
# giving - loads of persons and balances of organisations, each beside the
# statements that count the same in sqlite3; bench.sh runs it
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=start
. "$here/start"

python3 - <<'X'
import datetime
import random

rng = random.Random(2026)
last = datetime.date(2026, 11, 10)
days = [(last - datetime.timedelta(n)).isoformat() for n in range(730)]
phases = "idee ontwerp besluit uitvoering evaluatie".split()
tasks = "verkennen signaleren adviseren voorlichten bemiddelen".split()
states = "gedaan gedaan gedaan toegezegd geweigerd niet_doorgegaan".split()
with open("people.csv", "w") as f:
    print("alias,status", file=f)
    for n in range(100000):
        print("p%d,actief" % n, file=f)
with open("offices.csv", "w") as f:
    print("naam", file=f)
    for n in range(300):
        print("Org %d" % n, file=f)
with open("asks.csv", "w") as f:
    print("persoon,org,datum,fase,taak,uren,zwaar,status", file=f)
    for _ in range(300000):
        print(rng.randrange(1, 100001), rng.randrange(1, 301), rng.choice(days),
              rng.choice(phases), rng.choice(tasks), rng.randrange(1, 9),
              rng.choice(["ja", "", "", ""]), rng.choice(states), sep=",",
              file=f)
with open("returns.csv", "w") as f:
    print("aan,van,datum,soort,bedrag", file=f)
    for _ in range(100000):
        kind = rng.choice(["vergoeding", "erkenning", "steun_idee"])
        print(rng.randrange(1, 100001), rng.randrange(1, 301), rng.choice(days),
              kind, 50 if kind == "vergoeding" else "", sep=",", file=f)
with open("hours.csv", "w") as f:
    print("persoon,org,datum,uren", file=f)
    for _ in range(100000):
        print(rng.randrange(1, 100001), rng.randrange(1, 301), rng.choice(days),
              rng.randrange(1, 5), sep=",", file=f)
X
sp-add -q persoon people.csv
sp-add -q organisatie offices.csv
sp-add -q vraag asks.csv
sp-add -q wederdienst returns.csv
sp-add -q uren hours.csv

cat >load.sql <<'X'
.mode csv
SELECT persoon, sum(datum >= '2025-11-11'),
	sum(CASE WHEN datum >= '2025-11-11' THEN 1 + coalesce(zwaar, 0) END),
	sum(CASE WHEN datum >= '2025-11-11' THEN uren_begroot END),
	sum(datum >= '2026-10-12'), sum(datum >= '2026-08-13'), max(datum),
	sum(status IN ('gevraagd', 'toegezegd'))
FROM vraag WHERE status IN ('gevraagd', 'toegezegd', 'gedaan',
	'niet_doorgegaan') AND datum <= '2026-11-10' GROUP BY persoon;
SELECT persoon, sum(uren), sum(CASE WHEN betaald THEN uren END) FROM uren
WHERE datum >= '2025-11-11' AND datum <= '2026-11-10' AND soort <> 'verlof'
GROUP BY persoon;
SELECT substr(datum, 1, 7), count(*), count(DISTINCT persoon) FROM vraag WHERE
datum >= '2026-06-01' AND status IN ('gevraagd', 'toegezegd', 'gedaan',
	'niet_doorgegaan') GROUP BY 1;
X
cat >balance.sql <<'X'
.mode csv
SELECT org, count(*), count(DISTINCT persoon), sum(uren_begroot),
	sum(fase = 'idee'), sum(fase = 'ontwerp'), sum(fase = 'besluit'),
	sum(fase = 'uitvoering'), sum(fase = 'evaluatie'), sum(toegang),
	sum(taak = 'adviseren'), sum(status = 'gedaan')
FROM vraag WHERE status IN ('gevraagd', 'toegezegd', 'gedaan',
	'niet_doorgegaan') AND datum <= '2026-11-10' GROUP BY org;
SELECT van_org, sum(bedrag), sum(soort = 'erkenning'),
	sum(soort = 'steun_idee') FROM wederdienst GROUP BY van_org;
SELECT org, sum(uren), sum(CASE soort WHEN 'reis' THEN uren END) FROM uren
WHERE soort <> 'verlof' GROUP BY org;
SELECT org, count(*) FROM (SELECT v.org, v.persoon, min(v.datum) AS eerst
	FROM vraag v WHERE v.status IN ('gevraagd', 'toegezegd', 'gedaan',
	'niet_doorgegaan') GROUP BY v.org, v.persoon) a JOIN (SELECT van_org,
	aan, min(datum) AS gaf FROM wederdienst WHERE soort IN ('steun_idee',
	'hulp') GROUP BY van_org, aan) g ON g.van_org = a.org AND
	g.aan = a.persoon AND gaf < eerst GROUP BY org;
X

measure 'load of 100000 persons in a year, 300000 asks' \
	'sp-report belasting 2025-11-11..2026-11-10 -o csv' --runs 5 \
	--peer 'sqlite3 sp.db <load.sql' --called 'its SELECTs in sqlite3' \
	--ratio 1.5
measure 'load of the last 30 days' \
	'sp-report belasting -o csv' --runs 5
measure 'balance of 300 organisations, 300000 asks' \
	'sp-report wederkerigheid -o csv' --runs 5 \
	--peer 'sqlite3 sp.db <balance.sql' --called 'its SELECTs in sqlite3' \
	--ratio 1.2
