#!/bin/sh
# assign - how fast needs are shared out, rows read and written included; run
# by tests/bench.sh with sp-match in the PATH
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=start
. "$here/start"

# Rows of NEEDS x PERSONS x pairs EACH; Park and Miller's numbers from a fixed
# seed, which every awk computes alike.
pairs() {
	awk -v needs="$1" -v persons="$2" -v each="$3" '
		function below(n) {
			seed = seed * 16807 % 2147483647
			return seed % n
		}
		BEGIN {
			seed = 20261110
			print "need,person,cost"
			for (i = 0; i < needs; i++)
				for (j = 0; j < each; j++)
					printf "n%d,p%d,%d\n", i,
						below(persons), below(10001)
		}'
}

# Seconds of the best of three, the most memory, and what was said.
best() {
	python3 - "$@" <<'X'
import resource, subprocess, sys, time
best = 1e9
for i in range(3):
    start = time.monotonic()
    run = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL,
                         stderr=subprocess.PIPE, text=True)
    best = min(best, time.monotonic() - start)
    if run.returncode != 0:
        sys.exit(run.stderr)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
said = (run.stderr.splitlines() or [""])[-1].partition(": ")[2]
print("%.2f s, %d MB, %s" % (best, peak, said))
X
}

# assign NEEDS PERSONS EACH CAPACITY TARGET
assign() {
	pairs "$1" "$2" "$3" >pairs.csv
	echo "assign $1 needs x $2 persons x $3, capacity $4:" \
		"$(best sp-match assign --pairs pairs.csv --capacity "$4" \
			--load-weight 100) ($5)"
}

assign 10000 100000 20 3 'target 0.5 s'
assign 100000 100000 30 3 'target 3 s'
assign 1000 100000 30 3 'growth, 1k'
assign 10000 100000 30 3 'growth, 10k; 100k is above'
assign 10000 2000 20 8 'scarce, no target'
assign 10000 1250 50 8 'exactly full, no target'

# The needs of a store: persons of whom 20 have each title, and needs that ask
# for one, so that 20 are eligible.
store() {
	awk -v n="$1" 'BEGIN {
		print "naam,talen,titel,capaciteit"
		for (i = 0; i < n; i++)
			printf "p%d,nl%s,t%d,8\n", i, i % 3 ? "" : "|ar",
				i % (n / 20)
	}' >persons.csv
	awk -v n="$2" -v persons="$1" 'BEGIN {
		print "titel,wens_taal,uren"
		for (i = 0; i < n; i++)
			printf "t%d,ar,2\n", i * 7 % (persons / 20)
	}' >needs.csv
	rm -f sp.db
	sp-add -q persoon persons.csv >/dev/null
}
export SP_TODAY=2026-03-05
for needs in 100 1000 10000; do
	[ "$needs" -lt 10000 ] && target='growth' || target='target 0.5 s'
	store 100000 "$needs"
	echo "assign $needs needs of a store, 100000 persons x 20:" \
		"$(best sp-match assign needs.csv) ($target)"
done
echo "find one need in it:" "$(best sp-match find titel=t1)"

# The same small case by others, who need not be here.
pairs 1000 200 20 >pairs.csv
echo "assign 1000 needs x 200 persons x 20, capacity 6:" \
	"$(best sp-match assign --pairs pairs.csv --capacity 6 \
		--load-weight 100)"
if python3 -c 'import networkx' 2>/dev/null; then
	python3 "$here/assign_peer.py" pairs.csv 6 100
else
	echo 'networkx is not here'
fi
