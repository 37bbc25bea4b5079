#!/bin/sh
# due - how soon a store of many signals says what is late; run by
# tests/bench.sh with the tools in the PATH
#   due.sh [ROWS]
# The signals are of three years. All but one in fifty are told and closed, a
# tenth of those without a look whether it holds; of the others one in five is
# late, and so are some referrals, actions and promises.
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=start
. "$here/start"
rows=${1:-1000000}

# Lives that were lived, straight into the tables: replaying them is another
# measure. Numbers follow from the id alone.
fill() {
	sp-add -q organisatie naam=Loket >id
	sp-add -q persoon naam=Fatima >>id
	sqlite3 sp.db <<X
PRAGMA synchronous = OFF;
BEGIN;
WITH RECURSIVE one(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM one
	WHERE i < $rows),
made AS (SELECT i, date('2023-11-10', (i * 7919 % 1000) || ' days') AS op
	FROM one WHERE i % 50 <> 0 UNION ALL
	SELECT i, date('2026-11-09', '-' || (i / 50 % 5) || ' days') FROM one
	WHERE i % 50 = 0)
INSERT INTO signaal (id, gemeld_op, soort, domein, aantal, behandelaar, status,
	org, via_persoon, heropend_n, lus, lus_ronde, status_op, lus_op,
	uiterlijk, bevestigen_voor, bericht_voor, lus_voor, nakijken_op,
	eerstvolgend, uuid, kantoor)
SELECT i, op, 'zorg', 'energie', 1, 'h' || (i / 50 % 40),
	CASE WHEN i % 50 THEN 'afgehandeld' ELSE 'in_behandeling' END,
	1, 1, 0, CASE WHEN i % 50 THEN 'teruggekoppeld' ELSE 'open' END, 1,
	op, op, date(op, CASE WHEN i % 250 THEN '14 days' ELSE '-1 days' END),
	CASE WHEN i % 50 THEN NULL ELSE date(op, '6 days') END,
	CASE WHEN i % 50 THEN NULL ELSE date(op, '21 days') END,
	CASE WHEN i % 50 THEN date(op, '14 days') END,
	CASE WHEN i % 10 = 1 THEN date(op, '28 days') END,
	CASE WHEN i % 50 THEN NULL
		WHEN i % 250 THEN date(op, '6 days') ELSE date(op, '-1 days') END,
	'u' || i, 'bench' FROM made;
INSERT INTO doorverwijzing (signaal, org, status, verzonden_op, gehoord_op,
	uiterlijk, uuid, kantoor)
SELECT id, 1, CASE WHEN eerstvolgend IS NULL THEN 'afgerond'
		ELSE 'geaccepteerd' END, gemeld_op, gemeld_op,
	CASE WHEN eerstvolgend IS NULL THEN NULL ELSE date(gemeld_op,
		CASE WHEN id % 500 THEN '14 days' ELSE '-2 days' END) END,
	uuid, 'bench' FROM signaal WHERE id % 5 = 0;
INSERT INTO actie (signaal, wat, status, begonnen_op, uiterlijk, uuid, kantoor)
SELECT id, 'x', CASE WHEN eerstvolgend IS NULL THEN 'klaar' ELSE 'open' END,
	gemeld_op, date(gemeld_op,
		CASE WHEN id % 1000 THEN '14 days' ELSE '0 days' END), uuid,
	'bench' FROM signaal WHERE id % 25 = 0;
INSERT INTO belofte (signaal, door, wat, gedaan_op, voor, zekerheid, status,
	uuid, kantoor)
SELECT id, 1, 'x', gemeld_op, date(gemeld_op,
		CASE WHEN id % 1000 THEN '14 days' ELSE '0 days' END), 'zeker',
	CASE WHEN eerstvolgend IS NULL THEN 'nagekomen' ELSE 'open' END,
	uuid, 'bench' FROM signaal WHERE id % 100 = 0;
COMMIT;
X
}

# within MILLISECONDS NAME COMMAND
within() {
	measure "$2" "$3" --runs 7 --under "$1"
}

fill
within 100 "due of $rows signals" 'sp-signal due -o csv'
within 100 'due belofte' 'sp-signal due belofte -o csv'
within 100 'due of a handler' 'sp-signal due behandelaar=h5 -o csv'
within 100 'due of a domain, as people read it' \
	'sp-signal due afhandelen domein=energie -o table'
within 500 'vandaag of a handler' 'sp-report vandaag wie=h5 -o csv'
