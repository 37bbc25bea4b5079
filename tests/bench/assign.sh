#!/bin/sh
# assign - how fast needs are shared out, rows read and written included; run
# by tests/bench.sh with sp-match in the PATH
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

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
measure() {
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
print("%.2f s, %d MB, %s" % (best, peak, run.stderr.split(": ")[-1].strip()))
X
}

# assign NEEDS PERSONS EACH CAPACITY TARGET
assign() {
	pairs "$1" "$2" "$3" >pairs.csv
	echo "assign $1 needs x $2 persons x $3, capacity $4:" \
		"$(measure sp-match assign --pairs pairs.csv --capacity "$4" \
			--load-weight 100) ($5)"
}

assign 10000 100000 20 3 'target 0.5 s'
assign 100000 100000 30 3 'target 3 s'
assign 1000 100000 30 3 'growth, 1k'
assign 10000 100000 30 3 'growth, 10k; 100k is above'
assign 10000 2000 20 8 'scarce, no target'
assign 10000 1250 50 8 'exactly full, no target'
