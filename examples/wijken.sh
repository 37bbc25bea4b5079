#!/bin/sh
# wijken - a spreadsheet for each district, with the signals of a period
#
#	wijken.sh PERIOD DIRECTORY
#
# Only what a desk needs to begin: no names and nothing residents said. A
# district without signals gets no file.
set -eu
[ $# -eq 2 ] || {
	echo 'usage: wijken.sh PERIOD DIRECTORY' >&2
	exit 2
}
period=$1 directory=$2
export SP_LANG=nl # the names of fields that are read here
mkdir -p "$directory"

sp-report lijst gebied soort=wijk -o jsonl |
	jq -r '[.code, .naam] | @tsv' |
	while IFS='	' read -r code name; do
		n=$(sp-signal list gebied="$code" gemeld_op="$period" -o jsonl \
			--fields id | wc -l)
		[ "$n" -gt 0 ] || continue
		sp-signal list gebied="$code" gemeld_op="$period" -o excel \
			--fields id,gemeld_op,soort,domein,gebied,aantal,status \
			>"$directory/$code.csv"
		echo "$name: $n signals in $directory/$code.csv"
	done
