#!/bin/sh
# break - full disks, kills, power cuts, failing calls and crowds: what was
# said to be stored is there, and the store is sound
. "${SP_SOURCE:?}/tests/lib.sh"
bin=$(dirname "$(command -v sp-add)")
faults=$bin/../tests/torture/faults.so
sanitized=$(grep -c __asan_init "$bin/sp-add")
# the sanitizers want to be loaded first, and do not mind
export ASAN_OPTIONS="verify_asan_link_order=0:$ASAN_OPTIONS"

sp-add -q gebied code=BU03440832 naam=Noord >/dev/null
seq 3000 | sed 's/.*/b&,vraag,energie,BU03440832,Een vraag van iemand/' |
	sed '1i bron_id,soort,domein,gebied,tekst' >many.csv
cp sp.db start.db

# sound FILE: no damage, and every row of before is there
sound() {
	sp-store check -q --full -s "$1" >.check 2>&1 || return 1
	[ "$(sqlite3 "$1" "select naam from gebied where id = 1")" = Noord ]
}

# a disk that is full: a small file system, where one can be mounted
full=$PWD/full
mkdir full
if mount -t tmpfs -o size=800k none full 2>/dev/null; then
	trap 'umount "$full"; chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
	cp start.db full/sp.db
	fails 'a full disk' 4 \
		'sp-add: full/sp.db: the disk is full; nothing was stored' \
		sp-add -s full/sp.db signaal many.csv
	ok 'leaves the store as it was' cmp full/sp.db start.db
	fails 'a full disk and a new store' 4 \
		'sp-add: full/other.db: the disk is full; nothing was stored' \
		sp-add -s full/other.db netwerk naam=x
	leavings() {
		find full -name 'other*'
	}
	prints 'leaves nothing' leavings </dev/null
	fails 'a full disk and a backup' 4 \
		'sp-store: full/copy.db: the disk is full; nothing was stored' \
		sp-store backup -s full/sp.db full/copy.db
	prints 'leaves nothing of it' sh -c 'find full -name "copy*"' </dev/null
	mount -o remount,size=4m full
	ok 'with room again it goes on' sp-add -s full/sp.db signaal many.csv
	ok 'and is sound' sound full/sp.db
	umount full
	trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
else
	skip 'no file system can be mounted here'
fi

# a file that may not grow: 300 blocks of 1024 (dash) or 512 bytes
limited() {
	sh -c 'ulimit -f "$1" && shift && exec "$@"' - "$@"
}
cp start.db sp.db
fails 'a limit on the size of files' 4 \
	'sp-add: sp.db: the disk failed or is full; nothing was stored' \
	limited 1400 sp-add signaal many.csv
ok 'leaves the store as it was' cmp sp.db start.db
fails 'output has the same limit' 4 'sp-report: writing failed: File too large' \
	sh -c 'ulimit -f 1 && sp-report lijst code -o json >out.json'
ok 'with no limit it goes on' sp-add signaal many.csv
ok 'and is sound' sound sp.db

# others may read, or not even that
mkdir open
chmod 755 . open
cp start.db open/sp.db
nobody() {
	setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
}
if nobody "$bin/sp-add" --version >/dev/null 2>&1; then
	chmod 644 open/sp.db
	prints 'a store one may only read' \
		nobody "$bin/sp-report" lijst gebied -s open/sp.db \
		--fields naam <<'X'
naam
Noord
X
	fails 'is not written' 4 \
		'sp-add: open/sp.db: may not be written; nothing was stored' \
		nobody "$bin/sp-add" -s open/sp.db netwerk naam=x
	chmod 666 open/sp.db
	fails 'nor where there is no room for a journal' 4 \
		'sp-add: open/sp.db: may not be written; nothing was stored' \
		nobody "$bin/sp-add" -s open/sp.db netwerk naam=x
	ok 'and stays' cmp open/sp.db start.db
	chmod 600 open/sp.db
	fails 'a store one may not read' 4 \
		'sp-report: open/sp.db: Permission denied' \
		nobody "$bin/sp-report" lijst gebied -s open/sp.db
	fails 'a store one may not make' 4 \
		'sp-add: open/new.db: Permission denied' \
		nobody "$bin/sp-add" -s open/new.db netwerk naam=x
	chmod 644 open/sp.db
	fails 'a copy one may not make' 4 \
		'sp-store: open/copy.db: Permission denied' \
		nobody "$bin/sp-store" backup -s open/sp.db open/copy.db
else
	skip 'nobody else can run the tools here'
fi

# broken AT MODE COMMAND ...: runs a tool while the machine fails at a call
broken() {
	at=$1 mode=$2
	shift 2
	LD_PRELOAD=$faults FAULTS_AT=$at FAULTS_MODE=$mode "$@" 2>.err
}
fails 'no random numbers' 4 'sp-add: the machine gives no chance' \
	env LD_PRELOAD="$faults" FAULTS_CHANCE=1 sp-add netwerk naam=x
# sweep STEP MODE COMMAND ...: at every STEP-th call, from the same beginning,
# until there are no more; every way it ends must be a good one:
# - the store is sound
# - an id that was printed is there, a row that is half there never
# - without the fault the same command then works
# Writes "POINTS CUT BAD".
sweep() {
	step=$1 mode=$2 points=0 cut=0 bad=0 at=1
	shift 2
	while :; do
		cp start.db sp.db
		rm -f sp.db-journal
		printed=$(broken $at "$mode" "$@")
		status=$?
		points=$((points + 1))
		good=1
		sound sp.db || good=0
		rows=$(sqlite3 sp.db 'select count(*) from signaal')
		case $rows in 0 | "$whole") ;; *) good=0 ;; esac
		[ -z "$printed" ] || [ "$rows" = "$whole" ] || good=0
		case $status in
		0) [ "$rows" = "$whole" ] || good=0 ;;
		4) cut=$((cut + 1)) ;;
		137) cut=$((cut + 1)) ;;
		*) good=0 ;;
		esac
		if [ $good = 0 ]; then
			bad=$((bad + 1))
			echo "# $mode at $at: status $status, rows $rows," \
				"printed '$printed': $(cat .err .check)" >&2
		fi
		[ $status -ne 0 ] || [ -n "$go_on" ] || break
		[ $bad -lt 5 ] || break
		at=$((at + step))
		[ $at -le "${last:-100000}" ] || break
	done
	echo "$points $cut $bad"
}
go_on='' last=''
# the sanitizers take their time
few=1 many=11
[ "$sanitized" -eq 0 ] || few=4 many=40
# swept WHAT LEAST COMMAND...: at least so many faults, none of them bad
swept() {
	name=$1 least=$2
	shift 2
	"$@" >.swept
	read -r points cut bad <.swept
	[ "$bad" -eq 0 ] && [ "$cut" -ge "$least" ]
	result $? "$name: $cut faults in $points runs"
}

if [ -e "$faults" ]; then
	whole=1
	one="sp-signal add -q soort=vraag domein=energie"
	# shellcheck disable=SC2086 # words of a command
	swept 'killed while adding one' 10 sweep $few kill $one
	for seed in 1 2; do
		# shellcheck disable=SC2086 # words of a command
		FAULTS_SEED=$seed swept "power cut while adding one ($seed)" 10 \
			sweep $few cut $one
	done
	whole=3000
	swept 'killed while loading' 6 sweep $many kill sp-add -q signaal many.csv
	FAULTS_SEED=5 swept 'power cut while loading' 6 \
		sweep $many cut sp-add -q signaal many.csv
	whole=1
	# EIO 5, ENOSPC 28: once, and from then on
	go_on=1 last=22
	export FAULTS_ERRNO FAULTS_STICKY
	for FAULTS_ERRNO in 5 28; do
		for FAULTS_STICKY in '' 1; do
			# shellcheck disable=SC2086 # words of a command
			swept "error $FAULTS_ERRNO while adding one $FAULTS_STICKY" \
				4 sweep $few errno $one
		done
	done
	go_on='' last='' FAULTS_ERRNO='' FAULTS_STICKY=''

	# what was printed survives a cut right after, but not on a disk that
	# says it has what it has not
	lost() {
		gone=0
		for seed in 1 2 3 4 5 6 7 8 9 10 11 12; do
			cp start.db sp.db
			rm -f sp.db-journal
			# shellcheck disable=SC2086 # words of a command
			id=$(LD_PRELOAD=$faults FAULTS_MODE=cut FAULTS_EXIT=1 \
				FAULTS_SEED=$seed $one)
			sound sp.db && [ "$(sqlite3 sp.db \
				"select count(*) from signaal where id = $id")" \
				-eq 1 ] || gone=$((gone + 1))
		done
		echo $gone
	}
	prints 'no row is lost by a cut after its id was printed' lost <<'X'
0
X
	control() {
		export FAULTS_LIE=1
		[ "$(lost 2>/dev/null)" -gt 0 ] || return 1
		# shellcheck disable=SC2086 # words of a command
		FAULTS_SEED=1 sweep $few cut $one 2>/dev/null | grep -qv ' 0$'
	}
	ok 'control: on a disk that lies rows are lost and stores damaged' \
		control
	unset FAULTS_LIE

	# making a store: none, or a whole one
	making() {
		at=0 bad=0
		while at=$((at + 1)); do
			rm -f new.db*
			broken $at kill sp-add -q -s new.db netwerk naam=x >/dev/null
			status=$?
			[ ! -e new.db ] || sp-store check -q -s new.db --full \
				>/dev/null || bad=1
			rm -f new.db*
			[ $status -eq 137 ] || break
		done
		echo "$bad" "$((at > 10))"
	}
	prints 'killed while making a store: none, or a whole one' making <<'X'
0 1
X
	# restore and backup: the old or the new, whole, and the old one kept
	cp start.db sp.db
	sp-add -q netwerk naam=Nieuw >/dev/null
	cp sp.db more.db
	moving() {
		at=-1 bad=0
		while at=$((at + 2)); do
			rm -f sp.db* copy.db*
			cp start.db sp.db
			cp start.db copy.db
			broken $at kill "$@" >/dev/null
			status=$?
			for s in sp.db copy.db; do
				sound $s || bad=1
			done
			[ $status -eq 137 ] || break
		done
		echo "$bad" "$((at > 5))"
	}
	prints 'killed while restoring' moving sp-store restore -q more.db <<'X'
0 1
X
	prints 'killed while copying' moving sp-store backup -q -s more.db copy.db <<'X'
0 1
X
	# no memory: ends with 4, or was not needed
	if [ "$sanitized" -eq 0 ]; then
		memory() {
			at=1 bad=0 ends=0
			while [ $at -lt 3000 ]; do
				cp start.db sp.db
				printed=$(broken $at memory "$@")
				status=$?
				case $status in 0) ;; 4) ends=$((ends + 1)) ;;
				*) bad=$((bad + 1)) ;; esac
				[ $status -eq 0 ] || [ -z "$printed" ] ||
					bad=$((bad + 1))
				at=$((at + 43))
			done
			echo "$bad" $((ends > 10))
		}
		# shellcheck disable=SC2086 # words of a command
		prints 'no memory to add with' memory $one <<'X'
0 1
X
		prints 'no memory to read with' memory sp-report toon gebied 1 <<'X'
0 1
X
	else
		skip 'the sanitizers have their own memory'
	fi
else
	skip 'the faults are not built'
fi

# a journal that a broken run left is played back by whoever comes first
if [ -e "$faults" ]; then
	cp start.db sp.db
	hot() {
		rm -f sp.db-journal
		cp start.db sp.db
		LD_PRELOAD=$faults FAULTS_AT=100 FAULTS_MODE=kill \
			sp-add -q signaal many.csv
		[ -s sp.db-journal ]
	}
	ok 'a load that was killed leaves a journal' hot
	prints 'which a reader plays back' sp-report lijst gebied --fields naam <<'X'
naam
Noord
X
	ok 'so that the store is as it was' cmp sp.db start.db
	hot
	chmod 644 sp.db sp.db-journal
	cp sp.db sp.db-journal open/ 2>/dev/null
	chmod 444 open/sp.db open/sp.db-journal
	if nobody "$bin/sp-add" --version >/dev/null 2>&1; then
		fails 'but not one who may not write' 4 \
			'sp-report: open/sp.db: a run was broken off; somebody who may write the store must run sp-store check' \
			nobody "$bin/sp-report" lijst gebied -s open/sp.db
	fi
fi

# a drive of another machine, and a lock that somebody keeps
if [ -e "$faults" ]; then
	cp start.db sp.db
	rm -f sp.db-journal
	drive() {
		LD_PRELOAD=$faults FAULTS_DRIVE=$1 sp-signal list
	}
	remote() {
		fails "$1 is no place for a store" 4 \
			"sp-signal: sp.db: lies on a network drive ($1), where locks can not be trusted; put the store on a disk of this machine" \
			drive "$2"
	}
	remote nfs 26985
	remote cifs 4283649346
	remote fuse 1702057286
	locked() {
		tries=0
		while sqlite3 sp.db 'select 1 from gebied' >/dev/null 2>&1; do
			tries=$((tries + 1))
			[ $tries -lt 100 ] || return 1
			sleep 0.02
		done
	}
	busy() {
		LD_PRELOAD=$faults FAULTS_HURRY=1 "$@"
	}
	mkfifo hold
	sqlite3 sp.db <hold &
	exec 9>hold
	printf '.timeout 5000\nbegin exclusive;\n' >&9
	ok 'somebody keeps a store busy' locked
	fails 'it is not written' 4 \
		'sp-add: sp.db: another program keeps it busy; nothing was stored; try again later' \
		busy sp-add netwerk naam=x
	fails 'nor read' 4 \
		'sp-signal: sp.db: another program keeps it busy; try again later' \
		busy sp-signal list
	exec 9>&-
	wait
fi

# a crowd: eight at a time, and none of their rows lost
rm -f sp.db*
crowd() {
	for p in 1 2 3 4 5 6 7 8; do
		(for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 \
			21 22 23 24 25; do
			sp-signal add -q soort=vraag tekst="$p.$i" || exit 1
		done) >ids.$p 2>errors.$p &
	done
	wait
	cat ids.* | sort -n | uniq | wc -l
	cat errors.* | wc -l
	sqlite3 sp.db "select count(*), count(distinct uuid),
		count(distinct tekst) from signaal;
		select count(*) from instelling where naam = 'kantoor'"
	sqlite3 sp.db 'select id from signaal' | sort -n >rows
	cat ids.* | sort -n | cmp - rows
}
prints 'eight at a time: each row once' crowd <<'X'
200
0
200|200|200
1
X
ok 'in a sound store' sp-store check -q --full --fields bevinding

# and some of them are killed
killed() {
	for p in 1 2 3 4; do
		(while [ ! -e stop ]; do
			sp-signal add -q soort=zorg tekst=k
		done) >>acks.$p 2>/dev/null &
	done
	python3 - $$ <<'X'
import os, random, signal, sys, time
r, end = random.Random(3), time.time() + 1
shell, kills = sys.argv[1], 0
def children(pid):
    try:
        with open("/proc/%s/task/%s/children" % (pid, pid)) as f:
            return f.read().split()
    except OSError:
        return []
while time.time() < end:
    time.sleep(r.random() / 50)
    tools = [t for loop in children(shell) for t in children(loop)]
    for t in r.sample(tools, min(1, len(tools))):
        try:
            with open("/proc/%s/comm" % t) as f:
                if f.read().strip() != "sp-signal": continue
            os.kill(int(t), signal.SIGKILL)
            kills += 1
        except OSError:
            pass
sys.exit(kills < 1)
X
	status=$?
	: >stop
	wait
	sort -u acks.* >acked
	sqlite3 sp.db 'select id from signaal' | sort >there
	join -v 1 acked there >lost
	[ $status -eq 0 ] && [ -s acked ] && [ ! -s lost ] &&
		sp-store check -q --full >/dev/null
}
ok 'killed in a crowd: every id that was printed is there' killed
done_testing
