#!/bin/sh
# bench - how long the main jobs take, each beside a peer that does the same
# on the same rows in the same run; make bench sets the PATH
#   bench.sh [ROWS]
# A line a target: what was measured, the target, and whether it is met. Times
# are medians, ratios medians of pairs run in turn. The rows are invented, the
# same at every run.
here=$(cd "$(dirname "$0")/bench" && pwd)
# shellcheck source=bench/start
. "$here/start"
rows=${1:-1000000}
tenth=$((rows / 10))

make_rows() {
	python3 "$here/make.py" "$@"
}

prepare() {
	make_rows areas >areas.csv
	make_rows signals "$rows" >signals.csv
	make_rows signals "$tenth" >tenth.csv
	sp-add -q -s areas.db gebied areas.csv
	cp areas.db sp.db
	sp-signal add -q signals.csv
	mkdir peer
	python3 "$here/peer.py" sp.db peer >peer.sql
}

import() {
	measure "add $rows signals" \
		'sp-signal add -q signals.csv' \
		--runs 3 --fresh sp.db areas.db --without peer.db \
		--peer 'sqlite3 peer.db <peer.sql' --called 'sqlite3 .import' \
		--ratio 1.2 --memory 120 --keep import
	rm -f peer.db
	if command -v sqlite-utils >/dev/null; then
		measure "add $rows signals" 'sp-signal add -q signals.csv' \
			--runs 1 --fresh sp.db areas.db --without bare.db \
			--peer 'sqlite-utils insert bare.db signaal signals.csv --csv' \
			--called 'sqlite-utils insert --csv' --faster 3
		rm -f bare.db
	else
		echo "add $rows signals: sqlite-utils is not installed, so not" \
			"measured beside it"
	fi
}

reading() {
	measure 'list all as csv' 'sp-signal list -o csv' --runs 3 \
		--peer 'sqlite3 -csv -header sp.db "SELECT * FROM signaal ORDER BY id"' \
		--called 'sqlite3 -csv' --ratio 1.3 --keep list
	cat >month.sql <<'X'
SELECT gemeld_op, soort, domein, gebied, kanaal, aantal FROM signaal
WHERE gemeld_op >= '2026-09-01' AND gemeld_op <= '2026-10-31';
X
	for column in soort domein gebied kanaal; do
		echo "SELECT gemeld_op >= '2026-10-01', $column, count(*),
		sum(aantal) FROM signaal WHERE gemeld_op >= '2026-09-01' AND
		gemeld_op <= '2026-10-31' GROUP BY 1, 2;"
	done >groups.sql
	measure 'October' 'sp-report maand 2026-10' --runs 11 \
		--peer 'sqlite3 sp.db <month.sql' \
		--called 'its SELECT in sqlite3' --ratio 1.2 --under 50 \
		--keep month
	measure 'October' 'sp-report maand 2026-10' --runs 5 \
		--peer 'sqlite3 sp.db <groups.sql' \
		--called 'as GROUP BY in sqlite3' --ratio 1.2
	measure 'list of an area and a state' \
		'sp-signal list gebied=WK034407 status=gemeld -o csv'
}

starting() {
	for tool in sp-add sp-signal sp-match sp-report sp-store; do
		measure "$tool --version" "$tool --version" --runs 101 \
			--peer 'sqlite3 sp.db "SELECT 1"' \
			--called "sqlite3 'SELECT 1'" --ratio 2
	done
	measure 'show 1' 'sp-signal show 1' --runs 101 \
		--peer 'sqlite3 sp.db "SELECT 1"' \
		--called "sqlite3 'SELECT 1'" --ratio 2
}

again() {
	measure "add the same $rows again, all unchanged" \
		'sp-signal add -q signals.csv' --runs 1
	measure 'check' 'sp-store check -q' --runs 3
	measure 'check --full' 'sp-store check --full -q' --runs 1
}

# grew WHAT: from a tenth of the rows to all
grew() {
	awk -v what="$1" 'NR == 1 { few = $1 } NR == 2 {
		printf "%s, ten times the rows: %.1f times the time\n", what,
			$1 / few }' "$1.few" "$1"
}

growth() {
	measure "add $tenth signals" 'sp-signal add -q -s few.db tenth.csv' \
		--runs 3 --fresh few.db areas.db --keep import.few
	make_rows shuffled "$tenth" >shuffled.csv
	measure "add $tenth signals in no order" \
		'sp-signal add -q -s few.db shuffled.csv' --runs 3 \
		--fresh few.db areas.db
	measure "list $tenth" 'sp-signal list -s few.db -o csv' --runs 3 \
		--keep list.few
	measure "October of $tenth" 'sp-report maand -s few.db 2026-10' \
		--runs 5 --keep month.few
	grew import
	grew list
	grew month
}

# judged WHAT COLUMNS NEED: what a need more costs when all is read: every
# person judged, and the best of them put in order
judged() {
	for n in 1 21; do
		{ echo "$2" && yes "$3" | head -n $n; } >needs.csv
		measure "find for $n needs, $1" 'sp-match find -q needs.csv' \
			--keep $n.needs
	done
	awk -v what="$1" 'NR == 1 { one = $1 } NR == 2 {
		ms = ($1 - one) * 1000 / 20
		printf "a need more of 100000, %s: %.1f ms, under 20 ms: %s\n",
			what, ms, ms < 20 ? "met" : "MISSED" }' 1.needs 21.needs
}

matching() {
	rm -f sp.db few.db
	cp areas.db sp.db
	make_rows persons 100000 >persons.csv
	make_rows consents 100000 >consents.csv
	sp-add -q persoon persons.csv
	sp-add -q toestemming consents.csv
	make_rows asks 300000 >asks.csv
	sp-add -q vraag asks.csv
	measure 'find by area, domain and language of 100000' \
		'sp-match find gebied=WK034407 domein=energie taal=ar' \
		--under 300
	measure 'find by area of 100000, all pass' \
		'sp-match find gebied=WK034407' --under 300
	judged 'area, domain and language' gebied,domein,taal \
		WK034407,energie,ar
	judged 'area, all pass' gebied WK034407
	for n in 1000 10000; do
		rm -f few.db
		cp areas.db few.db
		make_rows persons $n | sp-add -q -s few.db persoon -
		make_rows asks $((3 * n)) | sp-add -q -s few.db vraag -
		measure "find of $n" 'sp-match find -s few.db gebied=WK034407'
	done
	for n in 1000 10000; do echo "rank $n, ten wanted: $(rank $n 10) ms"; done
	took=$(rank 100000 10)
	echo "rank 100000, ten wanted: $took ms, under 20 ms:" \
		"$(awk "BEGIN { print $took < 20 ? \"met\" : \"MISSED\" }")"
	echo "rank 100000 that fit alike, ten wanted: $(rank 100000 10 1) ms"
	echo "rank 100000, all wanted: $(rank 100000 100000) ms"
}

prepare
import
reading
starting
again
growth
matching
for part in "$here"/*.sh; do
	[ ! -e "$part" ] || "$part"
done
