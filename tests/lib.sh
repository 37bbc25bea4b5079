# lib - three words for tests that print TAP; each test has an empty directory
#   ok 'what' command ...
#   fails 'what' status 'the whole message' command ...
#   prints 'what' command ... <<expected
# and two for what goes before: run shows what a command said only if it fails,
# ask gives one answer of the store by sqlite3
#   run command ...
#   ask 'select ...'
# shellcheck shell=sh

# shellcheck disable=SC2034 # for tests to use
source=${SP_SOURCE:?run by make test}
export LC_ALL=C.UTF-8 TZ=Europe/Amsterdam SP_TODAY=2026-11-10 SP_USER=test
export TERM=xterm
unset SP_STORE SP_LANG LANGUAGE NO_COLOR
dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir" || exit 1
export HOME="$dir" XDG_DATA_HOME="$dir/data" SP_STORE=sp.db
tests_run=0

result() {
	tests_run=$((tests_run + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tests_run - $2"
	else
		echo "not ok $tests_run - $2"
		sed 's/^/# /' .out .err 2>/dev/null
	fi
}

# says WHAT COMMAND ... <<sentences: done, and this on standard error
says() {
	what=$1
	shift
	cat >.expected
	"$@" >.out 2>.err && diff .expected .err >.diff
	result $? "$what"
}

ok() {
	what=$1
	shift
	"$@" >.out 2>.err
	result $? "$what"
}

fails() {
	what=$1 status=$2 message=$3
	shift 3
	"$@" >.out 2>.err
	got=$?
	[ "$got" -eq "$status" ] && [ "$(cat .err)" = "$message" ]
	good=$?
	[ "$good" -eq 0 ] || echo "# status $got, message: $(cat .err)"
	result "$good" "$what"
}

prints() {
	what=$1
	shift
	cat >.expected
	"$@" >.out 2>.err
	diff .expected .out >.diff
	good=$?
	[ "$good" -eq 0 ] || sed 's/^/# /' .diff
	result "$good" "$what"
}

run() {
	"$@" >run.out 2>&1 || cat run.out
}

ask() {
	sqlite3 sp.db "$1"
}

skip() {
	tests_run=$((tests_run + 1))
	echo "ok $tests_run # SKIP $1"
}

done_testing() {
	echo "1..$tests_run"
}
