#!/bin/sh
# cli - what all tools share: options, help, completion, endings, terminals
. "${SP_SOURCE:?}/tests/lib.sh"
tools='sp-add sp-match sp-report sp-signal sp-store'
verbs() {
	"$1" --help | sed -n '/^Verbs:/,/^$/s/^  \([a-z]*\) .*/\1/p'
}

# help and version
for tool in $tools; do
	prints "$tool --version" "$tool" --version <<X
$tool 0.1
X
	prints "$tool -V" "$tool" -V <<X
$tool 0.1
X
	first() {
		"$tool" "$@" --help | head -1 | cut -d: -f1
	}
	prints "$tool --help" first <<X
$tool
X
	same_help() {
		"$tool" -h >a && "$tool" --help >b && cmp a b
	}
	ok "$tool -h is the same" same_help
	for verb in $(verbs "$tool"); do
		prints "$tool $verb --help" first "$verb" <<X
$tool $verb
X
	done
done
helps() {
	for tool in $tools; do
		"$tool" --help
		for verb in $(verbs "$tool"); do "$tool" "$verb" --help; done
	done
}
wide() {
	helps | sed '/^Examples:/,/^$/d' | awk 'length > 80'
}
prints 'help fits a terminal' wide </dev/null
examples() {
	helps | awk '/^Examples:/ { n++; seen = 0; next }
		/^$/ { if (n && seen != 2) print "not two"; n = 0 }
		n { seen++ }'
}
prints 'with two examples each' examples </dev/null
ok 'help needs no store, no file and no input' \
	sp-signal add tekst=- naam=@nergens --help
fails 'help on a full disk' 4 'sp-add: writing failed' \
	sh -c 'sp-add --help >/dev/full'

# each example does what it says, on a small fixture
mkdir fixture
(
	cd fixture || exit 1
	# shellcheck disable=SC2030 # a store of its own
	export SP_STORE=sp.db SP_TODAY=2026-11-10
	echo 'De pannen zijn te duur.' >brief.txt
	sp-add -q gebied code=BU03440831 naam=Kanaleneiland
	sp-add -q gebied code=WK034403 naam=Overvecht
	sp-add -q persoon alias=fatima naam=Fatima taal=nl,ar domein=energie \
		gebied=Kanaleneiland
	sp-add -q organisatie naam=Energieloket domein=energie gebied=Overvecht
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
		SP_USER=anna sp-signal add -q op=2026-10-0$((i % 9 + 1)) \
			soort=zorg domein=energie gebied=Overvecht tekst=@brief.txt
	done
	sp-add -q activiteit naam=Informatieavond datum=2026-11-01
	for text in verslag antwoord uitleg; do echo "$text" >$text.txt; done
	printf 'need,person,cost\na,x,1\nb,y,2\n' >pairs.csv
	for i in 1 2 3 4 5 6 7; do sp-add -q persoon alias=p$i naam=P$i; done
	seq 7 | sed 's/^/p/; 1i persoon' >persons.csv
	sp-match ask -q org=Energieloket op=2026-10-31 - <persons.csv
	echo Fatima >naam.txt
	printf 'datum,soort,aantal\n2026-10-01,zorg,2\n' >logboek.csv
	printf 'op,soort,aantal\n2026-10-01,zorg,2\n' >signalen.csv
	sp-store backup -q kopie.db
	cp kopie.db oud.db
) >/dev/null
lines() {
	helps | sed -n '/^Examples:/,/^$/s/^  //p' | sort -u
}
lines >examples.list
# what signal 12 went through before the example
prepare() {
	case $line in
	'sp-signal accept'* | 'sp-signal refuse'*)
		sp-signal route 10,11,12 org=Energieloket op=2026-11-01 ;;
	'sp-signal promise 12 nagekomen')
		sp-signal promise 12 door=fatima wat=x voor=2026-11-20 \
			zekerheid=zeker ;;
	'sp-match next 1'*)
		sp-add aanwijzing wie=x op=2026-11-01
		sp-match next 1 benaderd ;;
	'sp-signal action 12 klaar'*) sp-signal action 12 wat=x ;;
	'sp-match reply 7 gedaan'*) sp-match reply 7 toegezegd op=2026-11-01 ;;
	'sp-signal loop 12'*)
		sp-signal answer 12 uitkomst=beantwoord tekst=x op=2026-11-01 ;;
	esac
	case $line in *bevestigd*)
		sp-signal loop 12 teruggekoppeld wijze=brief op=2026-11-02 ;;
	esac
	return 0
}
while read -r line; do
	rm -rf run
	cp -R fixture run
	case $line in 'sp-store init'*) rm run/sp.db ;; esac
	# shellcheck disable=SC2031 # a store of its own
	(cd run && export SP_STORE=sp.db && prepare >/dev/null 2>&1 &&
		sh -c "$line" >out 2>err </dev/null)
	status=$?
	[ $status -le 1 ]
	result $? "works: $line"
	[ $status -le 1 ] || sed 's/^/# /' run/err
done <examples.list

# options
store=sp.db
sp-add -q gebied code=GM0344 naam=Utrecht >/dev/null
fails 'an option nobody knows' 2 'sp-add: there is no option --zzz; see sp-add --help' \
	sp-add --zzz gebied
fails 'one that is nearly one' 2 \
	'sp-add: there is no option --dryrun (do you mean --dry-run?); see sp-add --help' \
	sp-add --dryrun gebied
fails 'a letter nobody knows' 2 'sp-add: there is no option -x; see sp-add --help' \
	sp-add --quiet -qx gebied
fails 'a value that is missing' 2 'sp-add: --in needs a value; see sp-add --help' \
	sp-add gebied --in
fails 'of a letter too' 2 'sp-add: -s needs a value; see sp-add --help' \
	sp-add gebied -qs
fails 'a value too many' 2 'sp-add: --quiet takes no value; see sp-add --help' \
	sp-add --quiet=very gebied
fails 'an option of another verb' 2 \
	'sp-signal: list takes no --dry-run; see sp-signal list --help' \
	sp-signal list --dry-run
fails 'an option of another tool' 2 \
	'sp-store: there is no option --explain; see sp-store --help' \
	sp-store check --explain
fails 'a tool without verbs names itself' 2 \
	'sp-add: there is no option --limit; see sp-add --help' \
	sp-add gebied --limit 3
fails 'a format nobody knows' 2 \
	'sp-signal: there is no format "pdf"; there are csv, excel, tsv, json, jsonl, table, md and html; see sp-signal list --help' \
	sp-signal list -o pdf
fails 'a format that is not read' 2 \
	'sp-add: html can be written, not read; see sp-add --help' \
	sp-add -i html gebied x
fails 'a language nobody speaks' 2 \
	'sp-add: the language is nl or en, not "de"; see sp-add --help' \
	sp-add --lang de gebied
fails 'nor the environment' 2 \
	'sp-add: the language is nl or en, not "de"; see sp-add --help' \
	env SP_LANG=de sp-add gebied
fails 'a day that is none' 2 \
	'sp-add: SP_TODAY is no day like 2026-12-31; see sp-add --help' \
	env SP_TODAY=2026-02-30 sp-add gebied
fails 'a user that is no text' 2 'sp-add: SP_USER is no UTF-8 text; see sp-add --help' \
	env SP_USER="$(printf '\377')" sp-add gebied
fails 'a verb that is missing' 2 'sp-signal: give a verb; see sp-signal --help' \
	sp-signal
fails 'a verb nobody knows' 2 \
	'sp-signal: there is no verb "zzzzzz"; see sp-signal --help' \
	sp-signal zzzzzz
fails 'a verb that is nearly one' 2 \
	'sp-signal: there is no verb "shwo" (do you mean show?); see sp-signal --help' \
	sp-signal shwo 1
fails 'a completion nobody has' 2 \
	'sp-add: completion is for bash or zsh; see sp-add --help' \
	sp-add --completion fish
prints 'options may stand anywhere, and after -- are none' \
	sp-report lijst -o tsv gebied --fields naam -- naam=Utrecht <<'X'
naam
Utrecht
X
prints 'a long name may be short while it is clear' \
	sp-report lijst gebied --fiel naam --sto "$store" --out=tsv <<'X'
naam
Utrecht
X
prints 'quiet says nothing' sh -c 'sp-add -q netwerk naam=x 2>&1' <<'X'
1
X
user() {
	SP_USER='' sp-add -q netwerk naam=y >/dev/null
	sqlite3 sp.db 'select wie from log order by id desc limit 1'
}
prints 'who works is who logged in' user <<X
$(id -un)
X
now() {
	SP_TODAY='' sp-add -q netwerk naam=z >/dev/null
	sqlite3 sp.db "select abs(julianday('now') - julianday(wanneer)) < .01,
		wanneer glob '????-??-??T??:??:??Z' from log
		order by id desc limit 1"
}
prints 'and now is now' now <<'X'
1|1
X

# two languages, whatever the machine speaks
data() {
	sp-report lijst code -o csv
	sp-report lijst gebied -o excel
	sp-report lijst persoon -o json
	sp-report maand 2026-10 -o json
	sp-report maand 2026-10 -o csv
	sp-match find taal=nl -o csv 2>/dev/null
	sp-store info -o tsv
	sp-add --describe signaal -o csv
	sp-add --describe signaal -o json
}
if locale -a | grep -qi '^nl_NL.utf8$'; then
	sp-add -q gebied code=GM0355 naam=Zeist lat=52.09 lon=5.23 >/dev/null
	data >c.data
	dutch() {
		LC_ALL=nl_NL.UTF-8 data
	}
	prints 'data does not follow the locale' dutch <c.data
	numbers() {
		LC_ALL=nl_NL.UTF-8 sp-add -q gebied code=GM0356 naam=N \
			lat=52.5 >/dev/null &&
			sqlite3 sp.db "select lat from gebied where naam = 'N'"
	}
	prints 'nor do numbers' numbers <<'X'
52.5
X
	spoken() {
		LC_ALL='' LC_MESSAGES='' LANG=$1 sp-report lijst gebied \
			code=GM0355 -o table --fields naam,soort,lat | head -1 |
			tr -s ' '
	}
	prints 'what people read does' spoken nl_NL.UTF-8 <<'X'
naam soort lat
X
	prints 'and is English elsewhere' spoken de_DE.UTF-8 <<'X'
name type lat
X
else
	skip 'there is no Dutch locale here'
fi

# endings
fails 'output on a full disk' 4 'sp-report: writing failed: No space left on device' \
	sh -c 'sp-report lijst code >/dev/full'
fails 'a document too' 4 'sp-report: writing failed: No space left on device' \
	sh -c 'sp-report toon gebied 1 >/dev/full'
stored() {
	sp-add -q netwerk naam=vol >/dev/full
}
fails 'an id that could not be written says so' 4 \
	'sp-add: netwerk 4 is stored, but writing its id failed: No space left on device' \
	stored
closed_out() {
	sp-report lijst gebied >&-
}
fails 'a standard output that is closed' 4 \
	'sp-report: writing failed: Bad file descriptor' closed_out
closed_in() {
	sp-add netwerk - <&-
}
fails 'a standard input that is closed' 4 'sp-add: -: Bad file descriptor' closed_in
closed_all() {
	sp-add -q netwerk naam=dicht <&- >&- 2>&-
	sqlite3 sp.db "select count(*) from netwerk where naam = 'dicht';
		pragma integrity_check"
}
prints 'a store is never opened as standard output' closed_all <<'X'
1
ok
X
seq 20000 | sed 's/.*/b&,vraag/' | sed '1i bron_id,soort' >many.csv
sp-add -q signaal many.csv
pipe() {
	sp-signal list 2>err.txt | head -1 >/dev/null
	cat err.txt
}
prints 'a closed pipe ends a tool quietly' pipe </dev/null
ignored() {
	(
		trap '' PIPE
		sp-signal list 2>err.txt | head -1 >/dev/null
		cat err.txt
	)
}
prints 'also where the shell ignores it' ignored </dev/null
modes() {
	(
		umask 0
		sp-add -q -s open.db netwerk naam=x >/dev/null
		printf 'soort\nboos\n' >bad.csv
		sp-signal add -q -s open.db --keep-going --rejects out.csv bad.csv
		stat -c '%a %n' open.db out.csv
	)
}
prints 'what is written is for its owner alone' modes <<'X'
600 open.db
600 out.csv
X
cores() {
	mkfifo hold
	sp-add -q persoon naam=@hold &
	pid=$!
	exec 9>hold
	sleep 0.1
	sed -n 's/^Max core file size *\([0-9]*\) *\([0-9]*\) .*/\1 \2/p' \
		/proc/$pid/limits
	kill $pid
	exec 9>&-
	wait $pid
}
prints 'no core file is left' cores 2>/dev/null <<'X'
0 0
X

# terminals, by python3's pty
cat >on.py <<'X'
import os, pty, select, struct, fcntl, sys, termios, time
# on.py FDS WIDTH COMMAND ...: runs it with those descriptors on a terminal and
# writes what that showed
fds, width = [int(c) for c in sys.argv[1]], int(sys.argv[2])
main, other = pty.openpty()
fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
settings = termios.tcgetattr(other)
settings[1] &= ~termios.OPOST
termios.tcsetattr(other, termios.TCSANOW, settings)
pid = os.fork()
if pid == 0:
    os.setsid()
    for fd in range(3):
        os.dup2(other if fd in fds else os.open("/dev/null", os.O_RDWR), fd)
    os.execvp(sys.argv[3], sys.argv[3:])
os.close(other)
shown, end = b"", time.time() + 20
while time.time() < end:
    if not select.select([main], [], [], .1)[0]: continue
    try:
        block = os.read(main, 65536)
    except OSError:
        break
    if not block: break
    shown += block
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(shown)
print("exit", os.waitstatus_to_exitcode(status))
X
on() {
	python3 on.py "$@" | sed "s/$(printf '\033')/ESC/g; s/\r/CR/g"
}
prints 'nobody is left waiting for standard input' \
	on 02 80 sp-add persoon <<'X'
sp-add: give field=value, or a file; see sp-add --help
exit 2
X
prints 'unless it is asked for' sh -c 'echo "naam" >n.csv; echo Jan >>n.csv
	sp-add -n persoon - <n.csv 2>&1' <<'X'
sp-add: persoon, dry run: 1 read, 1 to add, 0 to change, 0 unchanged, 0 rejected
X
prints 'a list on a terminal is a table, with a bold head' \
	on 1 80 sp-report lijst gebied code=GM0344 --fields code,naam <<'X'
ESC[1mcode    nameESC[0m
GM0344  Utrecht
exit 0
X
prints 'without colour where that is asked for' \
	env NO_COLOR=1 python3 on.py 1 80 sp-report lijst gebied code=GM0344 \
	--fields code,naam <<'X'
code    name
GM0344  Utrecht
exit 0
X
prints 'an empty NO_COLOR asks for nothing' \
	env NO_COLOR= TERM=xterm sh -c 'python3 on.py 1 80 sp-report lijst gebied \
	code=GM0344 --fields code | head -1 | cut -c 2-4' <<'X'
[1m
X
prints 'a dumb terminal has none' \
	env TERM=dumb python3 on.py 1 80 sp-report lijst gebied code=GM0344 \
	--fields code,naam <<'X'
code    name
GM0344  Utrecht
exit 0
X
prints 'elsewhere it is CSV' sp-report lijst gebied code=GM0344 \
	--fields code,naam <<'X'
code,naam
GM0344,Utrecht
X
progress() {
	mkfifo slow
	{
		cat many.csv
		sleep 1.3
		tail -n +2 many.csv | sed 's/^b/c/'
	} >slow &
	on "$@" 80 sp-add -n signaal slow | grep -c 'CR[0-9]* rows'
	rm slow
}
prints 'long work shows how far it is' progress 2 <<'X'
1
X
prints 'on a terminal only' progress 1 <<'X'
0
X
output() {
	mkfifo slow
	{ sleep 1.3 && cat >listed; } <slow &
	on "$1" 80 sh -c 'sp-signal list >slow' | grep -c 'CR[0-9]* rows'
	wait
	rm slow
	wc -l <listed
}
prints 'also where it writes much' output 2 <<'X'
1
20001
X
prints 'again on a terminal only' output 1 <<'X'
0
20001
X

# completion
for tool in $tools; do
	"$tool" --completion bash >"$tool.bash"
	ok "$tool: completion for bash is sound" bash -n "$tool.bash"
	"$tool" --completion zsh >"_$tool"
	if command -v zsh >/dev/null 2>&1; then
		ok "$tool: completion for zsh is sound" zsh -n "_$tool"
	else
		skip "$tool: there is no zsh here"
	fi
done
cat >complete.bash <<'X'
for tool in sp-add sp-match sp-report sp-signal sp-store; do . ./$tool.bash; done
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMPREPLY=()
_${1//-/_}
echo "${COMPREPLY[@]}"
X
complete() {
	bash complete.bash "$@"
}
prints 'verbs' complete sp-store '' <<'X'
init info check migrate backup restore --help --version
X
prints 'a verb' complete sp-signal l <<'X'
list loop link
X
prints 'kinds' complete sp-add org <<'X'
organisatie
X
prints 'kinds after a verb' complete sp-report lijst net <<'X'
netwerk
X
prints 'fields of a kind' complete sp-add persoon leef <<'X'
leeftijdsgroep=
X
prints 'by its English name too, past an option' \
	complete sp-report -s other.db list person leef <<'X'
leeftijdsgroep=
X
prints 'fields of a signal' complete sp-signal add gemeld <<'X'
gemeld_op=
X
prints 'options of a verb' complete sp-match find --e <<'X'
--explain
X
prints 'no options of another' complete sp-signal list --dry <<'X'

X
prints 'formats that are read' complete sp-add persoon --in '' <<'X'
csv excel tsv json jsonl
X
prints 'and written' complete sp-signal list -o j <<'X'
json jsonl
X
prints 'languages' complete sp-add --lang '' <<'X'
nl en
X
prints 'nothing after an equals sign but files' complete sp-add persoon taal = n <<'X'

X
done_testing
