# town - a store of a made-up town: 300 people, 2000 signals, one seed
# shellcheck shell=sh
town() {
	python3 "${SP_SOURCE:?}/tests/random_signals.py" || return 1
	for kind in gebied buren persoon toestemming organisatie signaal \
		dienst activiteit initiatief; do
		sp-add -q "$kind" "$kind.csv" || return 1
	done
}
