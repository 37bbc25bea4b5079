#!/bin/sh
# ask - asks, what stands in their way, and what becomes of them
# shellcheck source=tests/start.sh
. "${SP_SOURCE:?}/tests/lib.sh"
. "$SP_SOURCE/tests/start.sh"
start >/dev/null
export SP_LANG=en
cp sp.db start.db

db() {
	sqlite3 sp.db "$1"
}
new() {
	sp-add -q "$@" >new.out
}
begin() {
	cp start.db sp.db
}
# stays STATUS WHAT MESSAGE COMMAND ...: this exit, this message, no byte changed
stays() {
	status=$1 what=$2 message=$3
	shift 3
	cp sp.db kept.db
	fails "$what" "$status" "$message" "$@"
	cmp -s sp.db kept.db || result 1 "$what: the store stays as it was"
}
refused() {
	what=$1 message=$2
	shift 2
	stays 3 "$what" "sp-match: $message" "$@"
}
wrong() {
	what=$1 message=$2
	shift 2
	stays 2 "$what" "sp-match: $message" "$@"
}
# every pair of states, by the verb that goes there
states='concept gevraagd toegezegd geweigerd gedaan niet_doorgegaan geannuleerd'
allowed() {
	case $1 in
	concept) echo gevraagd, geannuleerd ;;
	gevraagd) echo toegezegd, geweigerd, geannuleerd ;;
	toegezegd) echo gedaan, niet_doorgegaan, geweigerd, geannuleerd ;;
	esac
}
go() {
	case $2 in
	concept) sp-match ask "$1" concept ;;
	gevraagd) sp-match ask "$1" ;;
	*) sp-match reply "$1" "$2" ;;
	esac
}
pair() {
	begin
	new vraag persoon=1 status="$1" datum=2026-03-01
	can=$(allowed "$1")
	case ", $can," in
	*", $2,"*)
		go 1 "$2" >.out 2>.err
		[ "$(db 'select status, status_op from vraag')" = "$2|2026-03-05" ]
		result $? "$1 becomes $2"
		return
		;;
	', ,') can='nor anything else' ;;
	*) can="it can become: $can" ;;
	esac
	case $can in
	nor*) refused "$1 does not become $2" \
		"an ask that is $1 can not become $2, $can" go 1 "$2" ;;
	*) refused "$1 does not become $2" \
		"an ask that is $1 can not become $2; $can" go 1 "$2" ;;
	esac
}
for from in $states; do
	for to in $states; do
		pair "$from" "$to"
	done
done
# one ask, from the beginning to what came of it
begin
all() {
	sp-match ask "$@" persoon=Fatima org=Energieloket namens='Bo van wonen' \
		taak=adviseren fase=ontwerp domein=energie gebied=BU03440832 \
		tarief=35 zwaar=ja wanneer=2026-03-12 toegang=ja \
		belang='een warm huis' doel='avond voorbereiden' uren=2.5
}
prints 'on a dry run nothing is stored, and no id printed' all -n </dev/null
says 'which it says' all -n <<'X'
sp-match: what is in it for both: een warm huis
sp-match: she is asked for access to a group, and got nothing from this organisation yet; what she got is a wederdienst
sp-match: ask, dry run: 1 read, 1 to change, 0 unchanged, 0 rejected
X
prints 'nothing is' db 'select count(*) from vraag' <<'X'
0
X
prints 'an ask prints its id' all -q <<'X'
1
X
prints 'all its fields are kept' sp-report lijst vraag -o csv --fields \
	persoon,org,datum,status,taak,namens,fase,domein,gebied,doel,toegang,belang_beide,uren_begroot,tarief,zwaar,wanneer,status_op,doorbroken <<'X'
person,organisation,date,status,task,on_behalf,phase,domain,area,purpose,access,common_interest,hours,rate,heavy,when,status_on,overridden
1,2,2026-03-05,asked,advise,Bo van wonen,design,energie,1,avond voorbereiden,yes,een warm huis,2.5,35.00,yes,2026-03-12,2026-03-05,
X
ok 'she says yes, in English too' sp-match reply 1 agreed op=2026-03-05
SP_TODAY=2026-03-13
wrong 'before what it follows is the future of nobody' \
	'op: 2026-03-14 is after today (2026-03-13)' sp-match reply 1 gedaan op=2026-03-14
refused 'nor before the step it follows' \
	'op: 2026-03-04 is before the step it follows (2026-03-05)' \
	sp-match reply 1 gedaan op=2026-03-04
wrong 'a result is of what was done' 'gelukt: goes with gedaan' \
	sp-match reply 1 gelukt=ja
wrong 'so is telling back' 'terug_gemeld_op: goes with gedaan|niet_doorgegaan' \
	sp-match reply 1 terug_gemeld=2026-03-12
wrong 'a reason is of what was not' \
	'reden: goes with geweigerd|niet_doorgegaan|geannuleerd' \
	sp-match reply 1 gedaan reden=geheim
ok 'it was done' sp-match reply 1 gedaan op=2026-03-12
ok 'and came to something' sp-match reply 1 gelukt=ja
wrong 'she can not hear of it before she was asked' \
	'terug_gemeld_op: 2026-03-04 is before the ask (2026-03-05)' \
	sp-match reply 1 terug_gemeld=2026-03-04
wrong 'nor tomorrow' 'terug_gemeld_op: 2026-03-14 is after today (2026-03-13)' \
	sp-match reply 1 terug_gemeld=2026-03-14
ok 'she heard of it' sp-match reply 1 terug_gemeld=2026-03-13 gelukt=nee
wrong 'something must be said' \
	'say what became of it: a state, gelukt= or terug_gemeld=' sp-match reply 1
wrong 'of an ask there is' 'id: there is no vraag 7' sp-match reply 7 geweigerd
wrong 'in a state there is' \
	'there is no state "gevraagd" for reply; there are: agreed|declined|done|did_not_happen|cancelled; see sp-match reply --help' \
	sp-match reply 1 gevraagd
prints 'the log has every step' db "select handeling, record, veld, oud, nieuw, reden, op
	from log where soort = 'vraag' order by id" <<'X'
ask|1|status||gevraagd||2026-03-05
reply|1|status|gevraagd|toegezegd||2026-03-05
reply|1|status|toegezegd|gedaan||2026-03-12
reply|1|gelukt||ja||2026-03-13
reply|1|gelukt|terug_gemeld_op|ja||nee|2026-03-13||2026-03-13
X

# why she refuses is hers
begin
new vraag persoon=1 status=gevraagd datum=2026-03-01
printf 'Mijn moeder is ziek' >why
ok 'a reason from a file' sp-match reply 1 geweigerd reden=@why
cat .out .err >heard
prints 'is kept' db 'select status, reden from vraag' <<'X'
geweigerd|Mijn moeder is ziek
X
ok 'but told nobody' sh -c '! grep -q moeder heard'
prints 'nor the log' db "select count(*) from log where oud || nieuw || reden like '%moeder%'" <<'X'
0
X

# drafts
SP_TODAY=2026-03-05
begin
prints 'a draft' sp-match ask -q concept persoon=2 org=1 taak=spreken <<'X'
1
X
printf 'persoon,datum\n2,2026-02-20\n2,2026-02-20\n2,2026-02-20\n2,2026-02-20\n' |
	sp-add -q vraag
ok 'another one, past the limit: it asks nothing' sp-match ask concept persoon=2
refused 'until it is asked' \
	'person 2: 4 asks in 30 days (max 4); ask her from 2026-03-22 on; --force "why" asks all the same' \
	sp-match ask 1
db 'update vraag set datum = "2026-01-20", wanneer = datum where id = 5'
SP_TODAY=2026-03-07
wrong 'its day is after its first' 'datum: 2026-03-08 is after today (2026-03-07)' \
	sp-match ask 1 op=2026-03-08
refused 'and not before' 'op: 2026-03-04 is before the step it follows (2026-03-05)' \
	sp-match ask 1 op=2026-03-04
ok 'asked the next day, with what was missing' sp-match ask 1 uren=2 \
	wanneer=2026-03-10 op=2026-03-06
prints 'so it stands' db 'select datum, status, status_op, uren_begroot, wanneer, taak from vraag where id = 1' <<'X'
2026-03-06|gevraagd|2026-03-06|200|2026-03-10|spreken
X
prints 'and is on the log' db "select veld, oud, nieuw, op from log where handeling = 'ask' and veld like '%|%'" <<'X'
datum|status|uren_begroot|wanneer|2026-03-05|concept|||2026-03-06|gevraagd|2|2026-03-10|2026-03-06
X
wrong 'an id there is not' 'id: there is no vraag 9' sp-match ask 9
refused 'a status that is no beginning' \
	'status: an ask begins as concept or gevraagd; sp-match reply goes on from there, and sp-add vraag keeps what was' \
	sp-match ask persoon=1 status=gedaan
wrong 'a reply to come' 'gelukt: is no part of an ask; sp-match reply takes it, or sets it' \
	sp-match ask persoon=1 gelukt=ja
wrong 'nobody' 'persoon: is missing; every vraag has one' sp-match ask taak=spreken
wrong 'a field there is not' \
	'kleur: ask has no such field; sp-add --describe ask lists them' \
	sp-match ask persoon=1 kleur=rood
wrong 'work before the ask' 'wanneer: 2026-03-06 is before the ask (2026-03-07)' \
	sp-match ask persoon=1 wanneer=2026-03-06
wrong 'a reason that is none' '--force says why: --force "reason"; see sp-match ask --help' \
	sp-match ask persoon=1 --force ' '

# every limit, in the order in which they stand
SP_TODAY=2026-03-05
# hits SENTENCE FIELD ...: with these fields of hers she is not asked
hits() {
	sentence=$1
	shift
	begin
	new persoon 1 "$@"
	refused "$sentence" "person 1: $sentence" \
		sp-match ask persoon=1 wanneer=2026-03-05 uren=2
}
force='; --force "why" asks all the same'
another='; ask another: sp-match find'
hits "has stopped$another" status=gestopt
hits "status pauze$another$force" status=pauze
hits "status kandidaat$another$force" status=kandidaat
hits "says it is too much now$another$force" stand=te_veel
hits "takes nothing new now$another$force" stand=alleen_bestaand
hits "not before 2026-03-09; ask her from 2026-03-09 on$force" niet_voor=2026-03-09
hits "not before 2027-03-09$another$force" niet_voor=2027-03-09
hits "can on ma, wo, not on do; she can from 2026-03-09 on (wanneer=)$force" dagen=ma,wo
hits "0 of 1 hours are taken that week, and this is 2 more; ask for fewer hours, or ask another$force" capaciteit=1
hits "0 of 0 hours are taken that week, and this is 2 more; ask for fewer hours, or ask another$force" capaciteit=0

begin
new toestemming persoon=1 doel=benaderen gegeven_op=2025-01-01 geldig_tot=2026-03-04
refused 'consent that ended' "person 1: consent ended or withdrawn$another" \
	sp-match ask persoon=1
refused 'is not set aside' "person 1: consent ended or withdrawn$another" \
	sp-match ask persoon=1 --force 'het moet'
refused 'nor for a draft' "person 1: consent ended or withdrawn$another" \
	sp-match ask concept persoon=1
ok 'it held the day before' sp-match ask persoon=1 op=2026-03-04
new toestemming persoon=1 doel=benaderen gegeven_op=2026-03-01
ok 'a newer one counts' sp-match ask -n persoon=1 wanneer=2026-03-20
new toestemming persoon=2 doel=benaderen gegeven_op=2026-03-01 ingetrokken_op=2026-03-02
refused 'one that was withdrawn' "person 2: consent ended or withdrawn$another" \
	sp-match ask persoon=2 --force 'het moet'
new instelling grondslag_verplicht waarde=ja
refused 'none on record, where it must be' "person 3: no consent on record$another" \
	sp-match ask persoon=3 --force 'het moet'
new persoon 3 status=gestopt
refused 'who stopped is left alone' "person 3: has stopped$another" \
	sp-match ask persoon=3 --force 'het moet'

begin
new persoon 1 stand=alleen_bestaand
new project naam=Aardgasvrij
new vraag persoon=1 org=2 project=Aardgasvrij datum=2025-03-10 status=gedaan
new vraag persoon=1 org=3 datum=2025-03-10 status=geweigerd
ok 'nothing new, but for whom she works' sp-match ask persoon=1 org=2
ok 'or for what' sp-match ask concept persoon=1 org=1 project=Aardgasvrij
refused 'whom she refused is new' "person 1: takes nothing new now$another$force" \
	sp-match ask persoon=1 org=3
SP_TODAY=2026-03-12
refused 'and so is what was over a year ago' "person 1: takes nothing new now$another$force" \
	sp-match ask persoon=1 org=4 project=Aardgasvrij
SP_TODAY=2026-03-05

begin
new vraag persoon=1 datum=2026-03-01 wanneer=2026-03-06 uren=6 status=toegezegd
refused 'days of rest' \
	"person 1: works on 2026-03-06; days of rest around it: 2; she can from 2026-03-09 on (wanneer=)$force" \
	sp-match ask persoon=1 wanneer=2026-03-08 uren=2
ok 'on the same day they are no matter' sp-match ask -n persoon=1 wanneer=2026-03-06 uren=2
refused 'but hours are' \
	"person 1: 6 of 8 hours are taken that week, and this is 2.25 more; she can from 2026-03-09 on (wanneer=)$force" \
	sp-match ask persoon=1 wanneer=2026-03-06 uren=2.25
new uren persoon=1 datum=2026-03-02 uren=2
refused 'logged ones too' \
	"person 1: 8 of 8 hours are taken that week; she can from 2026-03-09 on (wanneer=)$force" \
	sp-match ask persoon=1 wanneer=2026-03-06
new persoon 1 capaciteit=
new contract persoon=1 vorm=vast van=2026-01-01 tot=2026-03-08 uren=9
refused 'and a contract has its hours' \
	"person 1: 8 of 9 hours of the contract are taken that week, and this is 2 more; she can from 2026-03-09 on (wanneer=)$force" \
	sp-match ask persoon=1 wanneer=2026-03-06 uren=2
new instelling rustdagen waarde=0
ok 'a setting says how long rest is' sp-match ask persoon=1 wanneer=2026-03-07 uren=1
new instelling max_vragen_30d waarde=3
refused 'a heavy one is two' \
	"person 1: 2 asks in 30 days, and this one counts double (max 3); ask her from 2026-03-31 on$force" \
	sp-match ask persoon=1 zwaar=ja wanneer=2026-04-10
ok 'a light one is one' sp-match ask persoon=1 wanneer=2026-04-10

# set aside
new vraag persoon=2 datum=2026-03-04 status=gevraagd
new instelling max_vragen_30d waarde=1
says 'why is asked for' sp-match ask persoon=2 org=1 --force 'zij wil zelf' <<'X'
sp-match: passed over: 1 ask in 30 days (max 1)
sp-match: the first ask of this organisation, and it gave her nothing yet: help first, ask later
sp-match: ask: 1 read, 1 changed, 0 unchanged, 0 rejected
X
prints 'and kept' db 'select doorbroken from vraag order by id desc limit 1' <<'X'
zij wil zelf
X
prints 'the log has it' db "select reden from log order by id desc limit 1" <<'X'
zij wil zelf
X
ok 'where nothing was in the way' sp-match ask persoon=4 org=1 --force 'voor de zekerheid'
prints 'nothing was set aside' db "select doorbroken is null from vraag order by id desc limit 1" <<'X'
1
X
prints 'nor said so in the log' db "select reden is null from log order by id desc limit 1" <<'X'
1
X

# what else there is to know
begin
new functieprofiel naam=Wijkverbinder taken=signaleren,adviseren
new functieprofiel naam=Tolk taken=voorlichten
new persoon 1 titel=wijkverbinder
says 'a task outside her title' sp-match ask -n persoon=1 taak=spreken <<'X'
sp-match: spreken is not what she is there for (Wijkverbinder: signaleren|adviseren)
sp-match: who asks is not known: org=
sp-match: ask, dry run: 1 read, 1 to change, 0 unchanged, 0 rejected
X
new contract persoon=1 vorm=vast functieprofiel=Tolk van=2026-01-01 tot=2026-03-05
says 'within her contract' sp-match ask -n persoon=1 taak=voorlichten <<'X'
sp-match: who asks is not known: org=
sp-match: ask, dry run: 1 read, 1 to change, 0 unchanged, 0 rejected
X
SP_TODAY=2026-03-06
says 'which has ended' sp-match ask -n persoon=1 taak=voorlichten <<'X'
sp-match: voorlichten is not what she is there for (Wijkverbinder: signaleren|adviseren)
sp-match: who asks is not known: org=
sp-match: ask, dry run: 1 read, 1 to change, 0 unchanged, 0 rejected
X
new wederdienst aan=1 van=1 soort=steun_idee datum=2026-03-01
says 'who gave first may ask' sp-match ask persoon=1 org=1 toegang=ja <<'X'
sp-match: ask: 1 read, 1 changed, 0 unchanged, 0 rejected
X
new vraag persoon=1 org=2 datum=2026-02-01 status=gedaan
says 'another who asks the same week does not know of it' sp-match ask persoon=1 org=2 <<'X'
sp-match: Gemeente, buurtaanpak aardgasvrij asked her something this week too
sp-match: ask: 1 read, 1 changed, 0 unchanged, 0 rejected
X
for day in 2025-12-06 2025-12-07 2026-01-01; do
	new vraag persoon=2 datum=$day status=gedaan
done
says 'two in ninety days are not often' sp-match ask -n persoon=2 org=1 <<'X'
sp-match: the first ask of this organisation, and it gave her nothing yet: help first, ask later
sp-match: ask, dry run: 1 read, 1 to change, 0 unchanged, 0 rejected
X
new vraag persoon=2 datum=2026-01-02 status=geweigerd
new vraag persoon=2 datum=2026-01-20 status=toegezegd
says 'three are, and who refused was not asked' sp-match ask -n persoon=2 org=1 <<'X'
sp-match: she was asked 3 times in 90 days already; who else fits: sp-match find
sp-match: the first ask of this organisation, and it gave her nothing yet: help first, ask later
sp-match: ask, dry run: 1 read, 1 to change, 0 unchanged, 0 rejected
X
says 'a draft is no occasion' sp-match ask concept persoon=1 org=3 taak=spreken <<'X'
sp-match: ask: 1 read, 1 changed, 0 unchanged, 0 rejected
X
SP_TODAY=2026-03-05

# rows
begin
sp-signal add -q soort=zorg domein=energie gebied=BU03440832 op=2026-03-01 >id
cat >rows.csv <<'X'
signaal,persoon,score,domein,gebied,taak,uren,wanneer,zwaar,redenen
1,Fatima,9000,energie,BU03440832,,2,2026-03-12,,"dichtbij, energie"
1,Yusuf,8000,energie,BU03440832,adviseren,,2026-03-12,nee,dichtbij
X
rows() {
	sp-match ask "$@" - <rows.csv
}
says 'rows as they come from assign, filled in from the fields' \
	rows org=1 taak=voorlichten uren=3 <<'X'
sp-match: ask: 2 read, 2 changed, 0 unchanged, 0 rejected
X
prints 'are asks' db 'select persoon, org, signaal, taak, uren_begroot, wanneer, status from vraag' <<'X'
1|1|1|voorlichten|200|2026-03-12|gevraagd
2|1|1|adviseren|300|2026-03-12|gevraagd
X
list() {
	sp-signal list -o jsonl | jq -c '.signaal = .id | del(.id, .status)' |
		sp-match ask persoon=4 org=1 taak=verkennen -
}
ok 'signals are asked about; what else they say is passed over' list
prints 'each' db 'select persoon, signaal, domein, gebied from vraag where taak = "verkennen"' <<'X'
4|1|energie|1
X
whole() {
	sp-signal list -o csv --fields id,uuid | sp-match ask persoon=4 org=1 -
}
wrong 'the id of a signal is not that of an ask' \
	'-:2: uuid: vraag 1 has another one; is this row from another store?' whole
new vraag persoon=1 status=concept datum=2026-03-01
wrong 'nor without its uuid' '-:2: persoon: draft 4 is for another person' \
	sh -c 'printf "id\n4\n" | sp-match ask persoon=4 org=1 -'
wrong 'an unknown column' '-:1: unknown column: kleur; --map theirs=ours renames, --ignore-unknown passes over' \
	sh -c 'printf "persoon,kleur\n1,rood\n" | sp-match ask org=1 -'
many() {
	printf 'persoon,bron_id\n3,a\n3,b\n4,c\n3,d\n3,e\n3,f\n4,g\n'
}
all_of() {
	many | sp-match ask org=1 wanneer=2026-03-20 "$@" -
}
begin
refused 'later rows see what earlier ones take' \
	"-:7: person 3: 4 asks in 30 days (max 4); ask her from 2026-04-04 on$force" all_of
all_of --keep-going --rejects rejects.csv 2>said
prints 'or only those that can are asked' sh -c "echo $?; cat said" <<'X'
2
sp-match: ask: 7 read, 6 changed, 0 unchanged, 1 rejected
X
prints 'the others wait' cut -c 1-40 rejects.csv <<'X'
persoon,bron_id,regel,reden
3,f,7,"-:7: person 3: 4 asks in 30 days 
X
prints 'nothing of those is left' db 'select persoon, count(*) from vraag group by 1; select count(*) from log where handeling = "ask"' <<'X'
3|4
4|2
6
X
says 'a second time says the same' sh -c 'printf "persoon,bron_id\n3,a\n4,c\n" |
	sp-match ask org=1 wanneer=2026-03-20 -' <<'X'
sp-match: ask: 2 read, 0 changed, 2 unchanged, 0 rejected
X
refused 'or something else of an ask that is there' \
	'-:2: an ask that is gevraagd can not become gevraagd; it can become: toegezegd, geweigerd, geannuleerd' \
	sh -c 'printf "persoon,bron_id\n4,a\n" | sp-match ask org=1 -'
says 'with a reason all are asked' sh -c 'printf "persoon\n3\n3\n" |
	sp-match ask org=1 wanneer=2026-03-20 --force "een keer" -' <<'X'
sp-match: ask: 2 read, 2 changed, 0 unchanged, 0 rejected
X
prints 'and it is kept with each' db 'select count(*) from vraag where doorbroken = "een keer"' <<'X'
2
X
drafts() {
	sp-match ask -q concept persoon=1 op=2026-03-04 && sp-match ask -q concept persoon=2
	sp-report lijst vraag status=concept -o csv | sp-match ask -
}
ok 'a list of drafts is asked' drafts
prints 'on the day it is' db 'select datum, status from vraag order by id desc limit 2' <<'X'
2026-03-05|gevraagd
2026-03-05|gevraagd
X

# rows of replies
answers() {
	printf 'id,status,reden,gelukt\n1,toegezegd,,\n2,geweigerd,ziek,\n4,geannuleerd,,\n' |
		sp-match reply
}
says 'a file of answers' answers <<'X'
sp-match: reply: 3 read, 3 changed, 0 unchanged, 0 rejected
X
says 'said again they change nothing' answers <<'X'
sp-match: reply: 3 read, 0 changed, 3 unchanged, 0 rejected
X
again() {
	sp-report lijst vraag -o csv | sp-match reply
}
says 'nor does their list' again <<'X'
sp-match: reply: 10 read, 0 changed, 10 unchanged, 0 rejected
X
asked() {
	sp-report lijst vraag status=gevraagd -o jsonl | sp-match reply toegezegd
}
ok 'a state for all of a list' asked
refused 'of which one is wrong: none' \
	'-:3: an ask that is geweigerd can not become gedaan, nor anything else' \
	sh -c 'printf "id\n1\n2\n" | sp-match reply gedaan'
ok 'several by id' sp-match reply 1,3 gedaan gelukt=ja

# what was, by sp-add: no limit, but sense
begin
says 'years of asks go in' sh -c 'seq 20 | sed "s/.*/1,2026-03-01,gedaan/; 1i persoon,datum,status" | sp-add vraag' <<'X'
sp-add: vraag: 20 read, 20 added, 0 changed, 0 unchanged, 0 rejected
X
not_added() {
	what=$1 status=$2 message=$3
	shift 3
	stays "$status" "$what" "sp-add: $message" sp-add vraag "$@"
}
not_added 'nothing of tomorrow' 2 'datum: 2026-03-06 is after today (2026-03-05)' \
	persoon=1 datum=2026-03-06
not_added 'no state of before the ask' 2 'status_op: 2026-03-03 is before the ask (2026-03-04)' \
	persoon=1 datum=2026-03-04 status_op=2026-03-03
not_added 'no result of what was not done' 2 'gelukt: goes with gedaan' \
	persoon=1 gelukt=ja
for pair in status=declined status_on=2026-03-05 reason=x succeeded=yes \
	told_back_on=2026-03-05 overridden=x; do
	not_added "another ${pair%=*} is a reply" 3 \
		"${pair%=*}: is changed by sp-match reply; leave it out, or as it was" \
		1 "$pair"
done
ok 'the same one may stand there' sp-add vraag 1 status=gedaan doel=uitleg
back_again() {
	sp-report lijst vraag -o csv | sp-add vraag
}
says 'a list read back changes nothing' back_again <<'X'
sp-add: vraag: 20 read, 0 added, 0 changed, 20 unchanged, 0 rejected
X

# what waits
begin
new vraag persoon=1 org=1 datum=2026-03-01 status=gevraagd
new vraag persoon=2 datum=2026-02-01 wanneer=2026-03-04 status=toegezegd
new vraag persoon=3 datum=2026-02-01 status=gedaan status_op=2026-03-01
new vraag persoon=3 datum=2026-02-01 status=gedaan terug_gemeld=2026-02-02
new vraag persoon=3 datum=2025-11-20 status=gedaan
new vraag persoon=3 datum=2025-11-21 status=niet_doorgegaan
new vraag persoon=4 datum=2026-02-01 status=geweigerd
new vraag persoon=4 datum=2026-02-01 status=concept
prints 'what waits is due' sp-report vandaag -o csv <<'X'
date,what,kind,id,person
2025-12-05,tell her what came of it,vraag,6,3
2026-03-04,say whether it was done,vraag,2,2
2026-03-08,hear whether she will,vraag,1,1
2026-03-15,tell her what came of it,vraag,3,3
X
stands() {
	sp-report toon persoon 1 | sed -n '/^ask/,$p'
}
prints 'and stands with the person' stands <<'X'
ask (person): 1
  1  Gemeente, buurtaanpak aardgasvrij, 2026-03-01, asked, 2026-03-01
X

# S5: not Fatima again, in full in journeys.t; here what it says
export SP_LANG=nl
begin
ok 'S5: the last 30 days' recent gedaan
refused 'S5: not Fatima again' \
	'persoon 1: 6 vragen in 30 dagen (max 4); vraag haar vanaf 2026-03-14; --force "waarom" vraagt het toch' \
	sp-match ask persoon=1 org=1 taak=voorlichten uren=3
ok 'S5: but with a reason' sp-match ask persoon=1 org=1 taak=voorlichten uren=3 \
	--force 'zij vroeg erom'
ok 'S5: Yusuf has room' sp-match ask -n persoon=2 org=1 taak=voorlichten uren=3
new persoon 2 stand=te_veel
refused 'S5: until he says it is too much' \
	'persoon 2: zegt dat het nu te veel is; vraag een ander: sp-match find; --force "waarom" vraagt het toch' \
	sp-match ask persoon=2 org=1 taak=voorlichten uren=3
refused 'S5: what was done can not be refused' \
	'een vraag met stand gedaan kan niet naar geweigerd, en nergens anders heen' \
	sp-match reply 7 geweigerd
ok 'S5: what was asked can' sp-match reply 10 geweigerd
export SP_LANG=en

# whatever was refused: no load and no ranking ever knows of it
guard=$(dirname "$(command -v sp-add)")/../tests/unit/guard
seen() {
	"$guard" sp.db 2026-03-05 2026-03-05 200 0
	for need in uren=2 domein=energie 'domein=energie,zorg taal=ar' \
		'taal=nl uren=4'; do
		# shellcheck disable=SC2086 # one word a field
		sp-match find $need --explain --limit 0 -o csv
		# shellcheck disable=SC2086
		sp-match find $need --why-not --limit 0 -o csv
	done
}
# asks of whom there is room for, and a no of all, of some a late one
refuse_all() {
	python3 "${SP_SOURCE:?}/tests/guard.py" make "$1" . &&
		sp-add -q persoon persons.csv && sp-add -q vraag asks.csv &&
		sp-add -q uren hours.csv && sp-add -q contract contracts.csv &&
		seen >before || return 1
	last=$(db 'select coalesce(max(id), 0) from vraag')
	seq 60 | awk -v seed="$1" '
		BEGIN { srand(seed); print "persoon,zwaar,wanneer,uren" }
		{ printf "p%d,%s,2026-03-%02d,%d\n", rand() * 40,
			rand() < 0.3 ? "ja" : "", 5 + rand() * 20, rand() * 4 }' |
		sp-match ask -q --force proef --keep-going \
			--rejects rejects.csv -
	seen >during
	db "select id from vraag where id > $last" | sed 1i\\id >asked
	sed '2~2d' asked | sp-match reply -q toegezegd &&
		sp-match reply -q geweigerd asked && seen >after &&
		diff before after && ! cmp -s before during &&
		[ "$(grep -c . asked)" -gt 5 ]
}
for seed in 11 12 13 14 15 16; do
	rm -f sp.db
	ok "a refusal changes nothing that comes later, store $seed" \
		refuse_all "$seed"
done

done_testing
