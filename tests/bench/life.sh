#!/bin/sh
# life - how long routing takes beside adding, on the way in and by the verb, and
# finding what is alike; run by tests/bench.sh with the tools in the PATH
#   life.sh [ROWS]
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=start
. "$here/start"
rows=${1:-1000000}

python3 "$here/make.py" areas >areas.csv
python3 "$here/make.py" signals "$rows" >signals.csv
sp-add -q -s areas.db gebied areas.csv
sp-add -q -s areas.db organisatie naam=Loket >id
cp areas.db rules.db
sp-add -q -s rules.db regel volgorde=1 org=Loket >id
cp areas.db added.db
sp-signal add -q -s added.db signals.csv
sp-add -q -s added.db regel volgorde=1 org=Loket >id
sp-signal list -s added.db -o jsonl --fields id >ids.jsonl
sp-signal list -s added.db -o jsonl >list.jsonl
mkdir peer
python3 "$here/peer.py" added.db peer >peer.sql

# beside WHAT COMMAND FROM [OPTION ...]: beside SQLite's import of the same
# signals, which are sent nowhere; and, to know, beside our adding of them
beside() {
	what=$1 command=$2 from=$3
	shift 3
	measure "$what" "$command" --runs 3 --fresh sp.db "$from" \
		--without peer.db --peer 'sqlite3 peer.db <peer.sql' \
		--called 'sqlite3 .import' "$@"
	measure "$what" "$command" --runs 1 --fresh sp.db "$from" \
		--without peer.db --called 'adding them' \
		--peer 'sh -c "cp areas.db peer.db; sp-signal add -q -s peer.db signals.csv"'
}
beside "add $rows signals that a rule sends, with their clocks" \
	'sp-signal add -q signals.csv' rules.db --ratio 1.5
beside "route $rows signals of the store, with their clocks" \
	'sp-signal route -q ids.jsonl' added.db --ratio 1.5
measure 'the same from a list of all their fields' \
	'sp-signal route -q list.jsonl' --runs 1 --fresh sp.db added.db
rm -f peer.db list.jsonl
cp added.db sp.db
sp-signal list id="$rows" -o jsonl >one.jsonl
jq -r .tekst one.jsonl >brief.txt
like="domein=$(jq -r '.domein | if type == "array" then .[0] else . end' \
	one.jsonl) gebied=$(jq -r .gebied one.jsonl)"
measure "what is alike among $rows" \
	"sp-signal similar $like tekst=@brief.txt -o csv" \
	--runs 5 --under 200
measure 'the same wherever it was' \
	"sp-signal similar ${like% *} tekst=@brief.txt -o csv" \
	--runs 5 --under 200
measure 'the same in the whole town' \
	"sp-signal similar ${like% *} gebied=GM0344 tekst=@brief.txt -o csv" \
	--runs 5 --under 200
# no text is left out when none is found that others must come before
echo 'Lift kapot, pakketdienst bezorgt niks' >nobody.txt
measure 'in the whole town what nobody said, of which all texts are read' \
	"sh -c 'sp-signal similar ${like% *} gebied=GM0344 tekst=@nobody.txt \
	-o csv; test \$? -eq 1'" --runs 5
