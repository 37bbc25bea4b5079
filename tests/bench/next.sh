#!/bin/sh
# next - how soon a store of many people says whom to meet; run by
# tests/bench.sh with the tools in the PATH
#   next.sh [PERSONS]
# A lead for every ten persons, half of them to candidates, and an ask and a
# signal of the last 90 days for every person. The peer only reads the same
# columns of the same rows.
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=start
. "$here/start"
most=${1:-100000}

# Numbers follow from the id alone, straight into the tables.
fill() {
	rm -f sp.db
	sp-add -q gebied code=GM0344 naam=Utrecht >id
	sqlite3 sp.db <<X
PRAGMA synchronous = OFF;
BEGIN;
WITH RECURSIVE one(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM one
	WHERE i < 2000)
INSERT INTO gebied (id, code, naam, ouder, uuid, kantoor)
SELECT i, 'G' || i, 'Gebied ' || i, CASE WHEN i < 102 THEN 1
	ELSE 2 + i % 100 END, 'g' || i, 'bench' FROM one;
CREATE TEMP TABLE word AS
SELECT row_number() OVER (ORDER BY id) - 1 AS n, lijst, code FROM code
	WHERE lijst = 'domein';
CREATE TEMP TABLE tongue AS
SELECT row_number() OVER (ORDER BY id) - 1 AS n, code FROM code
	WHERE lijst = 'taal';
WITH RECURSIVE one(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM one
	WHERE i < $1)
INSERT INTO persoon (id, alias, naam, status, gebied, domein, talen, rol,
	gevonden_op, uuid, kantoor)
SELECT i, 'p' || i, 'P' || i, CASE WHEN i % 20 THEN 'actief' ELSE
	'kandidaat' END, 102 + i * 7919 % 1899, d.code || '|' || e.code,
	'nl|' || t.code, 'verbinder', '2026-05-01', 'p' || i, 'bench'
FROM one JOIN word d ON d.n = i % 19 JOIN word e ON e.n = i * 31 % 18
JOIN tongue t ON t.n = i * 17 % 29;
INSERT INTO aanwijzing (wie, door, gebied, domein, talen, op, status,
	status_op, persoon, uuid, kantoor)
SELECT 'x', id - 1, gebied, domein, talen, '2026-08-01', 'open',
	'2026-08-01', CASE WHEN id % 20 = 0 THEN id END, 'a' || id, 'bench'
FROM persoon WHERE id % 10 = 0;
INSERT INTO vraag (persoon, datum, status, uuid, kantoor)
SELECT 1 + id * 37 % $1, '2026-10-01', 'gedaan', 'v' || id, 'bench'
FROM persoon;
INSERT INTO signaal (gemeld_op, soort, domein, gebied, aantal, status,
	heropend_n, lus, lus_ronde, uuid, kantoor)
SELECT '2026-10-15', 'zorg', domein, gebied, 1, 'gemeld', 0, 'open', 1,
	's' || id, 'bench' FROM persoon;
COMMIT;
X
}

# next PERSONS [OPTION ...]
next() {
	fill "$1"
	what="next over $1 persons and $(($1 / 10)) leads"
	shift
	measure "$what" 'sp-match next -l 10 -o csv' --runs 7 \
		--peer 'sqlite3 sp.db "SELECT id, uuid, status, stand, niet_voor,
			gevonden_op, gebied, domein, talen, rol FROM persoon"' \
		--called 'sqlite3 reading the persons' "$@"
}

next $((most / 100))
next $((most / 10))
next "$most" --under 500
