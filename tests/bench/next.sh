#!/bin/sh
# next - how soon a store of many people says whom to meet; run by
# tests/bench.sh with the tools in the PATH
#   next.sh [PERSONS]
# A lead for every ten persons, half of them to candidates, and an ask and a
# signal of the last 90 days for every person. The peer only reads the same
# columns of the same rows.
set -eu

most=${1:-100000}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export LC_ALL=C.UTF-8 SP_TODAY=2026-11-10 SP_USER=bench SP_STORE=sp.db
unset SP_LANG LANGUAGE

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

# Milliseconds of each and of their ratio, medians of seven in turn.
measure() {
	python3 - "$@" <<'X'
import statistics, subprocess, sys, time
n, target = int(sys.argv[1]), sys.argv[2]
ours = ["sp-match", "next", "-l", "10", "-o", "csv"]
peer = ["sqlite3", "sp.db", "SELECT id, uuid, status, stand, niet_voor, "
        "gevonden_op, gebied, domein, talen, rol FROM persoon"]
def run(command):
    start = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (time.monotonic() - start) * 1000
pairs = [(run(ours), run(peer)) for _ in range(7)]
took = statistics.median(p[0] for p in pairs)
print("next over %d persons and %d leads: %.0f ms, %.2f x sqlite3 reading "
      "the persons%s" % (n, n // 10, took,
      statistics.median(a / b for a, b in pairs),
      "" if target == "-" else " (target %s ms, %s)" %
      (target, "met" if took <= float(target) else "MISSED")))
X
}

for persons in $((most / 100)) $((most / 10)); do
	fill "$persons"
	measure "$persons" -
done
fill "$most"
measure "$most" 500
