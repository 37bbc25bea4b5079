#!/bin/sh
# guard - loads and limits of random stores against Python
. "${SP_SOURCE:?}/tests/lib.sh"

guard=$(dirname "$(command -v sp-add)")/../tests/unit/guard
export SP_TODAY=2026-03-05

# same SEED: a store of that seed, asked for some days, amounts and weights
same() {
	rm -f sp.db
	python3 "$source/tests/guard.py" make "$1" . &&
		sp-add -q persoon persons.csv && sp-add -q vraag asks.csv &&
		sp-add -q uren hours.csv && sp-add -q contract contracts.csv &&
		sp-add -q instelling settings.csv || return 1
	while read -r work hours heavy; do
		set -- sp.db 2026-03-05 "$work" "$hours" "$heavy"
		"$guard" "$@" >got && python3 "$source/tests/guard.py" "$@" \
			>expected && diff expected got || return 1
		cat expected >>all
	done <<-'Y'
	2026-03-05 0 0
	2026-03-05 200 0
	2026-03-07 200 1
	2026-03-20 800 0
	Y
}

: >all
for seed in 1 2 3 4 5 6 7 8; do
	ok "loads and limits of store $seed" same "$seed"
done
often() {
	sed 's/.* //' all | sort | uniq -c |
		awk '$1 > 2 { n++ } END { exit n != 12 }'
}
ok 'every limit but those of consent was hit, and often none' often

done_testing
