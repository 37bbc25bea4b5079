#!/bin/sh
# property - state and history agree over random steps, legal and not
. "${SP_SOURCE:?}/tests/lib.sh"
export SP_TODAY=2026-06-30

for seed in 1 2 3 4; do
	mkdir "$seed"
	(cd "$seed" && python3 "$source/tests/property.py" "$seed" 70 16) >out 2>err
	grep -E '^(not )?ok' out >lines
	while read -r line; do
		case $line in
		ok*) ok "${line#* - }" true ;;
		*) ok "${line#* - }" false ;;
		esac
	done <lines
	grep '^#' out
	ok "seed $seed ran to its end" grep -q 'steps, ' out
	sed 's/^/# /' err
done
done_testing
