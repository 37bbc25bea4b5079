#!/bin/sh
# fuzz - the seeds of make fuzz go through their harnesses, without a fuzzer
. "${SP_SOURCE:?}/tests/lib.sh"

built=$(dirname "$(command -v sp-add)")/../tests/fuzz
for source in "$SP_SOURCE"/tests/fuzz/*.c; do
	name=$(basename "$source" .c)
	[ "$name" = replay ] && continue
	"$SP_SOURCE/tests/fuzz/bytes" "$name" bytes
	set -- "$SP_SOURCE/tests/fuzz/corpus/$name"/*
	for f in bytes/"$name"-*; do
		[ ! -e "$f" ] || set -- "$@" "$f"
	done
	prints "$name: $# files" "$built/$name" "$@" <<X
$#
X
done
done_testing
