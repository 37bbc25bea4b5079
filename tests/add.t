#!/bin/sh
# add - records in: one, many, again; what is refused, and what the log tells
. "${SP_SOURCE:?}/tests/lib.sh"

# same: the store is byte for byte what it was when kept
keep() {
	cp sp.db kept.db
}
same() {
	cmp sp.db kept.db
}
# refused WHAT STATUS MESSAGE COMMAND ...: fails, and changes no byte
refused() {
	keep
	fails "$@"
	ok "$1: and the store is as it was" same
}

# begin gewoon: the first record makes the store
prints 'the first record makes the store and prints its id' \
	sp-add -q gebied code=BU03440832 naam=Noord <<'X'
1
X
prints 'of mode 0600' stat -c %a sp.db <<'X'
600
X
summary() {
	{ "$@" >/dev/null; } 2>&1
}
prints 'the summary says what was done' \
	summary sp-add persoon alias=fatima naam=Fatima taal=nl,ar <<'X'
sp-add: persoon: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected
X
prints 'a dry run says what it would do' \
	summary sp-add -n persoon alias=yusuf naam=Yusuf <<'X'
sp-add: persoon, dry run: 1 read, 1 to add, 0 to change, 0 unchanged, 0 rejected
X
prints 'and prints no id' sp-add -nq persoon alias=yusuf naam=Yusuf </dev/null
prints 'and stores nothing' ask 'select count(*) from persoon' <<'X'
1
X
dry() {
	sp-add -n -s none.db persoon naam=x && [ ! -e none.db ]
}
ok 'a dry run makes no store' dry

# the key: the same again changes nothing, another value changes the record
prints 'the same again is unchanged' \
	summary sp-add persoon alias=fatima naam=Fatima taal=ar,nl,ar <<'X'
sp-add: persoon: 1 read, 0 added, 1 changed, 0 unchanged, 0 rejected
X
prints 'but for the order of a list' ask 'select talen from persoon' <<'X'
ar|nl
X
keep
prints 'the very same is unchanged' \
	summary sp-add persoon alias=fatima naam=Fatima taal=ar,nl <<'X'
sp-add: persoon: 1 read, 0 added, 0 changed, 1 unchanged, 0 rejected
X
ok 'and changes no byte' same
prints 'an alias is enough of a name' sp-add -q persoon alias=zz <<'X'
2
X
prints 'and is taken for one' ask 'select naam from persoon where id = 2' <<'X'
zz
X
change() {
	sp-add -q persoon "$@" && ask 'select stand from persoon where id = 1'
}
prints 'a record is changed by its id' change 1 stand=te_veel <<'X'
1
te_veel
X
prints 'by its key' change fatima stand=ruimte <<'X'
1
ruimte
X
prints 'by its name' change FATIMA stand=alleen_bestaand <<'X'
1
alleen_bestaand
X
prints 'a column that is absent stays' change fatima max_km=3 <<'X'
1
alleen_bestaand
X
prints 'an empty one is emptied' change fatima stand= <<'X'
1

X
prints 'English names and codes are as good' \
	change fatima load=too_much "$(printf 'MAX_KM=4')" <<'X'
1
te_veel
X
prints 'its own id may stand there' change fatima id=1 <<'X'
1
te_veel
X
refused 'but no other' 2 'sp-add: id: is 1, and stays so; leave it out' \
	sp-add persoon fatima id=2
refused 'a key nobody has' 2 \
	'sp-add: there is no such persoon; sp-report lijst persoon shows them' \
	sp-add persoon niemand stand=ruimte
refused 'an id nobody has' 2 'sp-add: id: there is no persoon 99' \
	sp-add persoon id=99 naam=x

# a second Fatima
refused 'a name that exists' 3 \
	'sp-add: name: persoon 1 bears this name; give alias=, the id, or nieuw=ja' \
	sp-add persoon naam=Fatima taal=tr
prints 'unless all that is given agrees' \
	summary sp-add persoon naam=Fatima load=te_veel <<'X'
sp-add: persoon: 1 read, 0 added, 0 changed, 1 unchanged, 0 rejected
X
prints 'or it is said to be another' sp-add -q persoon naam=Fatima nieuw=ja <<'X'
3
X
prints 'in English too' sp-add -q person name=Fatima new=yes languages=tr <<'X'
4
X
refused 'nieuw=nee is no answer' 2 \
	'sp-add: write nieuw=ja, or leave it out; see sp-add --help' \
	sp-add persoon naam=Q nieuw=nee
refused 'nor has an organisation namesakes' 2 \
	'sp-add: nieuw: organisatie has no such field; sp-add --describe organisatie lists them' \
	sp-add organisatie naam=Q nieuw=ja
refused 'a name that is not unique is no reference' 2 \
	'sp-signal: via_person: several persoon records bear this name (1, 3, 4); give the id' \
	sp-signal add soort=vraag via=fátima

# references: id, key, name, whatever its accents
sp-add -q organisatie naam="Gemeente, buurtaanpak" soort=gemeente
sp-add -q organisatie naam="Café Zéro" soort=onderneming
sp-add -q organisatie naam=12 soort=plek
who() {
	sp-add -q contactpunt functie="$1" org="$1" &&
		ask "select organisatie from contactpunt where functie = '$1'"
}
prints 'a reference by id' who 1 <<'X'
1
1
X
prints 'by a name with a comma' who 'Gemeente, buurtaanpak' <<'X'
2
1
X
prints 'without accents and capitals' who 'CAFE zero' <<'X'
3
2
X
prints 'a number is an id before it is a name' who 3 <<'X'
4
3
X
prints 'a name may be a number' who 12 <<'X'
5
3
X
refused 'a name nobody bears' 2 \
	'sp-add: organisation: there is no organisatie "Nergens"; sp-report lijst organisatie shows them' \
	sp-add contactpunt functie=x org=Nergens
refused 'a person nobody knows is not named' 2 \
	'sp-signal: via_person: there is no such persoon; sp-report lijst persoon shows them' \
	sp-signal add soort=vraag via=Geheim
prints 'ties by short names' sp-add -q band van=org:1 naar=person:fatima <<'X'
1
X
prints 'are kept by their full ones' ask 'select van, naar from band' <<'X'
organisatie:1|persoon:1
X
refused 'a tie to nothing' 2 \
	'sp-add: to: write a kind and a record, like persoon:2' \
	sp-add band van=org:1 naar=fatima
refused 'a tie to nobody' 2 \
	'sp-add: to: there is no such persoon; sp-report lijst persoon shows them' \
	sp-add band van=org:1 naar=persoon:99

# codes: fixed and open lists
refused 'a code that is not fixed' 2 \
	'sp-add: position: "baas" is none of informal, formal, professional' \
	sp-add persoon fatima positie=baas
refused 'in Dutch it reads Dutch' 2 \
	'sp-add: positie: "baas" is geen van informeel, formeel, professional' \
	sp-add --lang nl persoon fatima positie=baas
refused 'a code that is not on the open list' 2 \
	'sp-add: domain: "pannen" is not on the list domein: wonen, energie, armoede, gezondheid, zorg, jeugd, onderwijs, werk, inburgering, veiligheid, isolement, mobiliteit, sport, cultuur, discriminatie, vaccinatie, ...' \
	sp-add persoon fatima domein=energie,pannen
sp-add -q code lijst=domein code=pannen nl='pannen en potten' en=pans ouder=energie
prints 'until somebody adds it' change fatima domein='energy, Pans' <<'X'
1
te_veel
X
prints 'and is kept by its code' ask 'select domein from persoon where id = 1' <<'X'
energie|pannen
X
refused 'of a sensitive list nothing is repeated' 2 \
	'sp-add: target_group: is not on the list doelgroep: ouderen, jongeren, ouders, mantelzorgers, nieuwkomers, huurders, eigenaren, ondernemers, minima' \
	sp-add persoon fatima doelgroep=geheim
prints 'roles carry dates' change fatima \
	rol=verbinder@2024-01-01..2025-06-30,spokesperson <<'X'
1
te_veel
X
prints 'and are kept with them' ask 'select rol from persoon where id = 1' <<'X'
verbinder@2024-01-01..2025-06-30|woordvoerder
X
refused 'dates that are none' 2 \
	'sp-add: role: "2024" are no days like 2024-01-01..2025-06-30' \
	sp-add persoon fatima rol=verbinder@2024

refused 'a list that has no codes' 2 \
	'sp-add: domain: "energie" is not on the list domein: it is empty' \
	sh -c "cp sp.db kept.sql.db && sqlite3 kept.sql.db \"delete from code
	where lijst = 'domein'\" && sp-add -s kept.sql.db persoon alias=leeg domein=energie"
refused 'a store that lost its office' 4 \
	'sp-add: the store has no setting kantoor; sp-store restore puts a sound one in its place' \
	sh -c "cp sp.db lost.db && sqlite3 lost.db \"delete from instelling
	where naam = 'kantoor'\" && sp-add -s lost.db netwerk naam=x"

# what every row is held against
refused 'what must be there' 2 'sp-add: name: is missing; every person has one' \
	sp-add persoon taal=nl
refused 'what must stay there' 2 'sp-add: name: is missing; every person has one' \
	sp-add persoon fatima naam=
refused 'an area code of the wrong shape' 2 \
	'sp-add: code: BU0344083 is no area code; write it like BU9999AAAA, 9 a digit and A a digit or capital' \
	sp-add gebied code=BU0344083 naam=x
prints 'letters in one are right since 2021' sp-add -q gebied code=BU0344AB12 naam=x <<'X'
2
X
prints 'a town may have its own codes' sp-add -q gebied code=hoek naam=Hoek <<'X'
3
X
refused 'a signal from the future' 2 \
	'sp-signal: reported_on: 2026-11-11 is after today (2026-11-10)' \
	sp-signal add soort=vraag op=2026-11-11
refused 'a day that is none' 2 \
	'sp-signal: reported_on: "2026-02-30" is no day like 2026-12-31' \
	sp-signal add soort=vraag op=2026-02-30
refused 'too few residents' 2 'sp-signal: number: "0" is not from 1 to 1000000' \
	sp-signal add soort=vraag aantal=0
refused 'a state is not typed' 3 \
	'sp-signal: status: is set by the program; leave it out, or as it was' \
	sp-signal add soort=vraag status=afgehandeld
refused 'nor is it changed in a row' 3 \
	'sp-add: -:2: status: is set by the program; leave it out, or as it was' \
	sh -c 'sp-signal add -q -s states.db soort=vraag >/dev/null &&
	sp-signal list -s states.db -o csv | sed s/gemeld,/afgehandeld,/ |
	sp-add -s states.db signaal -'
prints 'the first state may be' sp-signal add -q soort=vraag status=gemeld <<'X'
1
X
refused 'a uuid that is none' 2 'sp-add: uuid: is no universally unique id' \
	sp-add netwerk naam=x uuid=x
refused 'a uuid of another record' 2 \
	'sp-add: uuid: netwerk 1 has another one; is this row from another store?' \
	sh -c 'sp-add -q netwerk naam=Moeders >/dev/null && cp sp.db kept.db &&
	sp-add netwerk id=1 uuid=018f0000-0000-7000-8000-000000000000 naam=M'
prints 'a record made elsewhere keeps its uuid and office' \
	sp-add -q netwerk naam=Elders kantoor=zeist \
	uuid=018f0000-0000-7000-8000-000000000000 <<'X'
2
X
prints 'and is known by it' summary sp-add netwerk naam=Verhuisd \
	uuid=018f0000-0000-7000-8000-000000000000 <<'X'
sp-add: netwerk: 1 read, 0 added, 1 changed, 0 unchanged, 0 rejected
X
refused 'which nobody changes' 3 \
	'sp-add: office: is set by the program; leave it out, or as it was' \
	sp-add netwerk 2 kantoor=utrecht
refused 'a key another record has' 3 \
	'sp-add: naam: another netwerk has this already' \
	sp-add netwerk 2 naam=Moeders
refused 'also where the key is made up' 3 \
	'sp-add: another record has this key already' \
	sp-add gebied 3 code=BU0344AB12
sp-add -q gebied code=WK034401 naam=Wijk jaar=2025
sp-add -q gebied code=WK034401 naam=Wijk jaar=2026
refused 'a key that two records bear' 2 \
	'sp-add: code: several records have this key (4, 5); give the id' \
	sp-add gebied code=WK034401 naam=Wijken

# a tie that tells a religion (DOMAIN 1i)
sp-add -q organisatie naam=Moskee soort=gebedshuis
sp-add -q netwerk naam=Bidstond soort=gebed
need='tells a religion, so it needs the person'\''s consent: first sp-add toestemming persoon=ID doel=registreren grondslag=toestemming gegeven_op=DAY'
refused 'a person of a place of worship' 3 "sp-add: organisation: $need" \
	sp-add persoon fatima org=Moskee
refused 'a tie to a prayer group' 3 "sp-add: to: $need" \
	sp-add band van=persoon:fatima naar=netwerk:Bidstond
refused 'either way' 3 "sp-add: from: $need" \
	sp-add band van=org:Moskee naar=persoon:fatima soort=kent
refused 'nor a new person' 3 "sp-add: organisation: $need" \
	sp-add persoon alias=imam org=Moskee
sp-add -q toestemming persoon=fatima doel=registreren \
	grondslag=toestemming gegeven_op=2026-01-01 geldig_tot=2026-11-09
refused 'with consent that ended' 3 "sp-add: organisation: $need" \
	sp-add persoon fatima org=Moskee
sp-add -q toestemming 1 geldig_tot=
prints 'with consent it is kept' change fatima org=Moskee <<'X'
1
te_veel
X
sp-add -q toestemming 1 ingetrokken_op=2026-11-01
refused 'consent that was withdrawn is none' 3 "sp-add: to: $need" \
	sp-add band van=persoon:fatima naar=netwerk:Bidstond
prints 'other ties need none' \
	sp-add -q band van=persoon:fatima naar=org:2 soort=werkt_bij <<'X'
2
X

# from files and pipes
printf 'alias,naam,taal\nger,Ger,nl\nfatima,Fatima,"nl,ar"\n' >people.csv
prints 'a file' summary sp-add persoon people.csv <<'X'
sp-add: persoon: 2 read, 1 added, 1 changed, 0 unchanged, 0 rejected
X
keep
prints 'the same file again' summary sp-add persoon people.csv <<'X'
sp-add: persoon: 2 read, 0 added, 0 changed, 2 unchanged, 0 rejected
X
ok 'changes no byte' same
piped() {
	tail -n +1 people.csv | sp-add "$@" 2>&1
}
prints 'a pipe without a name' piped persoon <<'X'
sp-add: persoon: 2 read, 0 added, 0 changed, 2 unchanged, 0 rejected
X
prints 'and with fields for what is missing' piped persoon - positie=informeel <<'X'
sp-add: persoon: 2 read, 0 added, 2 changed, 0 unchanged, 0 rejected
X
printf 'alias,positie\nger,\nfatima,formeel\n' >more.csv
filled() {
	sp-add -q persoon positie=professional - <more.csv &&
		ask "select alias, positie from persoon
		where alias in ('ger', 'fatima') order by alias"
}
prints 'which fill only what a row leaves empty' filled <<'X'
fatima|formeel
ger|professional
X
prints 'several files are one run' summary sp-add persoon people.csv people.csv <<'X'
sp-add: persoon: 4 read, 0 added, 0 changed, 4 unchanged, 0 rejected
X
printf 'alias,naam\nnieuw1,N\n' >good.csv
printf 'alias,naam,positie\nnieuw2,N,baas\n' >bad.csv
refused 'one bad row in the last of them' 2 \
	'sp-add: bad.csv:2: position: "baas" is none of informal, formal, professional' \
	sp-add persoon good.csv bad.csv
refused 'a file that is not there' 2 'sp-add: nergens.csv: No such file or directory' \
	sp-add persoon good.csv nergens.csv
refused 'a reference in a row says where' 2 \
	'sp-add: refs.csv:3: organisation: there is no organisatie "Nergens"; sp-report lijst organisatie shows them' \
	sh -c 'printf "functie,org\na,1\nb,Nergens\n" >refs.csv &&
	sp-add contactpunt refs.csv'
mixed() {
	sp-add persoon --keep-going --rejects fout.csv good.csv bad.csv 2>&1
	echo "$?"
	cat fout.csv
}
prints 'or the good rows go in and the others are set aside' mixed <<'X'
sp-add: persoon: 2 read, 1 added, 0 changed, 0 unchanged, 1 rejected
2
alias,naam,positie,regel,reden
nieuw2,N,baas,2,"bad.csv:2: position: ""baas"" is none of informal, formal, professional"
X
mended() {
	sed -i s/baas/formeel/ fout.csv
	summary sp-add persoon fout.csv
}
prints 'to be mended and fed again' mended <<'X'
sp-add: persoon: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected
X
told() {
	sp-add persoon --keep-going bad.csv 2>&1
}
prints 'without a file for them they are told' told <<'X'
sp-add: bad.csv:2: position: "baas" is none of informal, formal, professional
sp-add: persoon: 1 read, 0 added, 0 changed, 0 unchanged, 1 rejected
X
# a change that is refused after others leaves no trace of itself
printf 'id,naam\n1,Moeders\n2,Moeders\n' >twice.csv
before=$(ask 'select count(*) from log')
sp-add -q netwerk --keep-going twice.csv 2>/dev/null
prints 'a rejected change leaves no row in the log' \
	ask "select count(*) - $before from log" <<'X'
0
X
refused 'rejects without going on' 2 \
	'sp-add: --rejects needs --keep-going; see sp-add --help' \
	sp-add persoon --rejects fout.csv good.csv
refused 'rejects over the store' 2 \
	'sp-add: --rejects would overwrite the store; see sp-add --help' \
	sp-add persoon --keep-going --rejects sp.db good.csv
refused 'rejects over what is read' 2 \
	'sp-add: --rejects would overwrite good.csv; see sp-add --help' \
	sp-add persoon --keep-going --rejects ./good.csv good.csv
refused 'rejects where nothing can be written' 4 \
	'sp-add: nergens/fout.csv: No such file or directory' \
	sp-add persoon --keep-going --rejects nergens/fout.csv good.csv
full() {
	sp-add persoon --keep-going --rejects /dev/full bad.csv
}
refused 'rejects that could not be written' 4 \
	'sp-add: writing failed: No space left on device' full
refused 'options for files with one record' 2 \
	'sp-add: --in, --map, --ignore-unknown and --keep-going go with a file; see sp-add --help' \
	sp-add -i csv persoon naam=x
refused 'fields with two names' 2 \
	'sp-add: fields go with one record or with -; see sp-add --help' \
	sp-add persoon fatima ger stand=ruimte
refused 'a field nobody knows' 2 \
	'sp-add: zin: persoon has no such field; sp-add --describe persoon lists them' \
	sp-add persoon zin=ja
refused 'a field that is nearly one' 2 \
	'sp-add: taalen: persoon has no such field (do you mean talen?)' \
	sp-add persoon taalen=nl
refused 'a field twice' 2 'sp-add: taal: is given twice; see sp-add --help' \
	sp-add persoon naam=x talen=nl taal=ar
refused 'a filter is no value' 2 \
	'sp-add: max_km: write field=value to store; see sp-add --help' \
	sp-add persoon fatima 'max_km>=3'
refused 'a file for one field' 2 'sp-add: naam: nergens: No such file or directory; see sp-add --help' \
	sp-add persoon naam=@nergens
refused 'two fields from one standard input' 2 \
	'sp-add: only one field=- in a command; see sp-add --help' \
	sp-add persoon naam=- alias=-
printf '\377' >bytes
refused 'a value that is no text' 2 'sp-add: naam: bytes is no UTF-8 text; see sp-add --help' \
	sp-add persoon naam=@bytes
refused 'on the command line too' 2 'sp-add: field=value is no UTF-8 text; see sp-add --help' \
	sp-add persoon "naam=$(printf '\377')"
head -c 1100000 /dev/zero | tr '\0' x >long
refused 'a value without end' 2 'sp-add: naam: long is longer than a megabyte; see sp-add --help' \
	sp-add persoon naam=@long
refused 'a directory for a value' 2 'sp-add: naam: .: Is a directory; see sp-add --help' \
	sp-add persoon naam=@.
refused 'output of what is stored' 2 \
	'sp-add: --out and --fields go with --describe; see sp-add --help' \
	sp-add -o json persoon naam=x
: >empty.csv
refused 'a file of nothing' 1 'sp-add: empty.csv: is empty; not even a header' \
	sp-add persoon empty.csv

# values from files and standard input
printf 'Een lange brief\nover pannen\n' >brief.txt
text() {
	sp-signal add -q soort=zorg "tekst=$1" >/dev/null &&
		ask 'select tekst from signaal order by id desc limit 1'
}
prints 'a text from a file, without its last newline' text @brief.txt <<'X'
Een lange brief
over pannen
X
prints 'a text that begins with @' text @@fatima <<'X'
@fatima
X
from_input() {
	text - <brief.txt
}
prints 'a text from standard input' from_input <<'X'
Een lange brief
over pannen
X
argv() {
	mkfifo hold
	sp-add -q persoon motivatie=@hold naam=Geheimzinnig >/dev/null &
	pid=$!
	tries=0
	while [ $tries -lt 100 ] && ! tr '\0' ' ' </proc/$pid/cmdline |
		grep -q '\*\*\*'; do
		tries=$((tries + 1))
		sleep 0.05
	done
	tr '\0' ' ' </proc/$pid/cmdline
	echo
	echo x >hold
	wait $pid
}
prints 'a value does not stay where others can read it' argv <<'X'
sp-add -q persoon *************** ***************** 
X

# what a new record begins with
begins() {
	sp-signal add -q soort=idee >/dev/null &&
		ask 'select gemeld_op, aantal, status, behandelaar from signaal
		order by id desc limit 1'
}
prints 'a signal begins today, for one resident, with who adds it' begins <<'X'
2026-11-10|1|gemeld|test
X
prints 'a person is active and was brought up to date' ask \
	"select status, bijgewerkt_op from persoon where alias = 'ger'" <<'X'
actief|2026-11-10
X
updated() {
	SP_TODAY=2026-11-12 sp-add -q persoon ger max_km=9 >/dev/null
	ask "select bijgewerkt_op from persoon where alias = 'ger'"
}
prints 'and is so again when something changes' updated <<'X'
2026-11-12
X

# the log: who, when, what; values of open fields only
log() {
	ask "select wie, wanneer, werktuig, handeling, soort, record, veld, oud,
		nieuw, aantal from log order by id desc limit $1"
}
sp-add -q persoon ger positie=informeel beroep=timmerman
prints 'an open field is told with its values, another by its name' log 2 <<'X'
test|2026-11-10T12:00:00Z|sp-add|gewijzigd|persoon|5|beroep|||
test|2026-11-10T12:00:00Z|sp-add|gewijzigd|persoon|5|positie|professional|informeel|
X
sp-add -q netwerk naam=Nieuw
prints 'what was added is told by its id' log 1 <<'X'
test|2026-11-10T12:00:00Z|sp-add|toegevoegd|netwerk|4||||1
X
printf 'naam,leden\nNieuw,5\nAnder,6\nDerde,7\n' >nets.csv
sp-add -q netwerk nets.csv
prints 'a load tells a row for all it added and one a change' log 2 <<'X'
test|2026-11-10T12:00:00Z|sp-add|toegevoegd|netwerk|||||2
test|2026-11-10T12:00:00Z|sp-add|gewijzigd|netwerk|4|leden|||
X
for remark in 'Bel Fatima, 0612345678' 'Bel Fatima niet'; do
	sp-add -q organisatie naam=Moskee opmerking="$remark" >id
	sp-add -q netwerk Nieuw opmerking="$remark" >id
done
remarks() {
	ask "select soort, veld, oud, nieuw from log where veld = 'opmerking'"
}
prints 'what somebody remarked stays out of it' remarks <<'X'
organisatie|opmerking||
netwerk|opmerking||
organisatie|opmerking||
netwerk|opmerking||
X
signal=$(sp-signal add -q soort=vraag aanleiding='brief over Fatima')
sp-add -q signaal "$signal" aanleiding='brief aan Fatima'
occasion() {
	ask "select soort, veld, oud, nieuw from log where veld = 'aanleiding'"
}
prints 'nor does what gave rise to a signal come into it' occasion <<'X'
signaal|aanleiding||
X
fails 'the log is only added to' 19 \
	'Error: stepping, the log is only added to (19)' \
	sqlite3 sp.db 'delete from log'
fails 'nor changed' 19 'Error: stepping, the log is only added to (19)' \
	sqlite3 sp.db "update log set wie = 'x'"

# ten thousand: indexes are built late, and are there afterwards
indexes() {
	ask "select name from sqlite_schema where type = 'index' order by name"
}
indexes >index.list
many() {
	seq 5000 | sed 's/.*/b&,vraag,energie,BU03440832/' |
		sed '1i bron_id,soort,domein,gebied'
}
many >many.csv
rm -f load.db
prints 'a large load' summary sp-add -s load.db gebied code=BU03440832 naam=N <<'X'
sp-add: gebied: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected
X
prints 'of signals' summary sp-add -s load.db signaal many.csv <<'X'
sp-add: signaal: 5000 read, 5000 added, 0 changed, 0 unchanged, 0 rejected
X
mv load.db sp.db
prints 'leaves every index in place' indexes <index.list
ok 'and a sound store' sp-store check --full
prints 'and again changes nothing' summary sp-add signaal many.csv <<'X'
sp-add: signaal: 5000 read, 0 added, 0 changed, 5000 unchanged, 0 rejected
X
doubled() {
	{ many && many | tail -n +2; } | summary sp-add -s two.db signaal -
}
sp-add -q -s two.db gebied code=BU03440832 naam=N
prints 'nor does a key that comes twice in one load' doubled <<'X'
sp-add: signaal: 10000 read, 5000 added, 0 changed, 5000 unchanged, 0 rejected
X

# uuids are of version 7 and rise
uuids() {
	ask 'select uuid from signaal order by id' >uuid.list
	grep -cvE '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' uuid.list
	LC_ALL=C sort -c uuid.list && uniq -d uuid.list
}
prints 'uuids have the shape of version 7, and rise' uuids <<'X'
0
X
done_testing
