#!/bin/sh
# plans - the tools' own questions are answered from indexes, as SQLite itself
# explains them
. "${SP_SOURCE:?}/tests/lib.sh"

cc -shared -fPIC -o asked.so "$source/tests/plans.c" -ldl || exit 1
export ASKED="$dir/asked"

# plan TABLE COMMAND ...: how SQLite reads the table for what the command asks;
# whether there is any row at all is no reading
plan() {
	table=$1
	shift
	: >asked
	ASAN_OPTIONS=verify_asan_link_order=0 LD_PRELOAD="$dir/asked.so" \
		"$@" >/dev/null 2>&1
	grep -E "^SELECT .*FROM $table( |;)" asked | grep -v ' LIMIT 1;$' |
		sed 's/^/EXPLAIN QUERY PLAN /' | sqlite3 sp.db |
		grep -E "(SEARCH|SCAN) $table" | sed 's/^[ |`-]*//' | sort -u
}

printf 'code,naam\nGM0344,Utrecht\n' | sp-add -q gebied
printf 'alias,naam\nfatima,Fatima\n' | sp-add -q persoon
sp-signal add -q bron_id=L1 soort=zorg gebied=Utrecht via=fatima >id
sp-signal list -o csv --fields uuid,soort >row

prints 'a list by area and state' \
	plan signaal sp-signal list gebied=Utrecht status=gemeld <<'X'
SEARCH signaal USING INDEX signaal_gebied (gebied=? AND status=?)
X
prints 'a list by day' plan signaal sp-signal list gemeld_op=2026-10 <<'X'
SEARCH signaal USING INDEX signaal_gemeld_op (gemeld_op>? AND gemeld_op<?)
X
prints 'a list by person' plan signaal sp-signal list via=fatima <<'X'
SEARCH signaal USING INDEX signaal_via_persoon (via_persoon=?)
X
prints 'a month, from its index alone' \
	plan signaal sp-report maand 2026-10 <<'X'
SEARCH signaal USING COVERING INDEX signaal_gemeld_op (gemeld_op>? AND gemeld_op<?)
X
prints 'one signal' plan signaal sp-signal show 1 <<'X'
SEARCH signaal USING COVERING INDEX signaal_dubbel_van (dubbel_van=?)
SEARCH signaal USING COVERING INDEX signaal_ouder (ouder=?)
SEARCH signaal USING INTEGER PRIMARY KEY (rowid=?)
X
prints 'and what hangs on it, of no other signal' \
	plan doorverwijzing sp-signal show 1 <<'X'
SEARCH doorverwijzing USING COVERING INDEX doorverwijzing_signaal (signaal=?)
SEARCH doorverwijzing USING INDEX doorverwijzing_signaal (signaal=?)
X
run sp-add signaal 1 tekst=pannen
prints 'what is alike: who it may be, then all between the first and the last' \
	plan signaal sp-signal similar gebied=Utrecht tekst=pannen <<'X'
SEARCH signaal USING COVERING INDEX signaal_gemeld_op (gemeld_op>? AND gemeld_op<?)
SEARCH signaal USING INTEGER PRIMARY KEY (rowid=?)
SEARCH signaal USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)
X
printf 'soort,tekst\nzorg,a\nzorg,b\nzorg,c\nzorg,d\n' >others
run sp-add gebied code=GM9999 naam=Elders
for _ in 1 2 3; do
	run sp-signal add gebied=Elders - <others
done
run sp-signal add soort=zorg gebied=Utrecht tekst=lift
prints 'or one by one' \
	plan signaal sp-signal similar gebied=Utrecht tekst=pannen <<'X'
SEARCH signaal USING COVERING INDEX signaal_gemeld_op (gemeld_op>? AND gemeld_op<?)
SEARCH signaal USING INTEGER PRIMARY KEY (rowid=?)
X
printf 'bron_id,soort\nL1,zorg\n' >key
prints 'a row by its key' plan signaal sp-signal add key <<'X'
SEARCH signaal USING COVERING INDEX signaal_sleutel (bron_id=?)
SEARCH signaal USING INTEGER PRIMARY KEY (rowid=?)
X
prints 'a row by its uuid' plan signaal sp-signal add row <<'X'
SEARCH signaal USING COVERING INDEX signaal_uuid (uuid=?)
SEARCH signaal USING INTEGER PRIMARY KEY (rowid=?)
X
printf 'naam\nFatima\n' >name
prints 'a person by name' plan persoon sp-add persoon name <<'X'
SEARCH persoon USING COVERING INDEX persoon_naam (naam=?)
SEARCH persoon USING INTEGER PRIMARY KEY (rowid=?)
X

done_testing
