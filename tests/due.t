#!/bin/sh
# due - what is late, how late and who must act, against Python; what a handler
# finds in vandaag; signals held beside their terms
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/start.sh"

start >id
due() {
	day=$1
	shift
	SP_TODAY=$day sp-signal due -o csv "$@"
	echo $?
}
head=id,klok,uiterlijk,dagen,drie_keer,nr,org,persoon,via_persoon
prints 'nothing is late, and that is exit 1' due 2026-03-05 <<X
$head
1
X

# begin a promise (S2)
sp-signal add -q soort=vraag domein=energie via_netwerk=1 aanleiding=brief \
	kenmerk=2026-EB-17 tekst="Wat is een energiebox?" >id
sp-signal promise -q 1 door=3 aan=gespreksgroep wat="gemeente om uitleg vragen" \
	voor=2026-03-12 zekerheid=zeker >id
prints 'a promise is not late on its day' due 2026-03-12 belofte <<X
$head
1
X
prints 'but on the day after' due 2026-03-13 belofte <<X
$head
1,belofte,2026-03-12,1,nee,1,,3,
0
X
prints 'three times over' due 2026-03-27 belofte <<X
$head
1,belofte,2026-03-12,15,ja,1,,3,
0
X
cp sp.db before.db
sp-signal promise -q 1 nagekomen >id
prints 'kept: it is not late' due 2026-03-13 belofte <<X
$head
1
X
mv before.db sp.db
sp-signal promise -q 1 ingetrokken tekst='Hoeft niet meer.' >id
prints 'nor when it is withdrawn' due 2026-03-13 klok=belofte <<X
$head
1
X
sp-signal action -q 1 org=2 wat="huisbezoek energiecoach" \
	uiterlijk=2026-03-20 >id
prints 'an action, and who does it' due 2026-03-21 actie <<X
$head
1,actie,2026-03-20,1,nee,1,2,,
0
X
sp-signal action -q 1 klaar nr=1 resultaat='Box gebracht' >id
prints 'done: it is not late' due 2026-03-21 actie <<X
$head
1
X
# end a promise

# begin a wrong address (S3)
sp-signal add -q soort=klacht domein=sport gebied=BU03440832 via=2 \
	tekst="Discriminatie op het sportveld" >id
sp-signal route -q 2 org=4 wijze=warm >id
prints 'a desk that says nothing' due 2026-03-13 aannemen <<X
$head
2,aannemen,2026-03-12,1,nee,1,4,,2
0
X
SP_TODAY=2026-03-06 sp-signal accept -q 2 >id
prints 'accepted: not within 14 days' due 2026-03-20 aannemen <<X
$head
1
X
prints 'ask after it on day 15' due 2026-03-21 uitvoeren <<X
$head
2,uitvoeren,2026-03-20,1,nee,1,4,,2
0
X
prints 'as the list has it' sh -c \
	'SP_TODAY=2026-03-21 sp-signal list vraag_na=ja -o csv --fields id' <<'X'
id
2
X
prints 'in the end of everything, by day and id' due 2026-03-27 <<X
$head
1,bevestigen,2026-03-09,14,ja,,,,
2,bevestigen,2026-03-09,14,ja,,4,,2
1,afhandelen,2026-03-19,6,nee,,,,
2,afhandelen,2026-03-19,6,nee,,4,,2
2,uitvoeren,2026-03-20,7,nee,1,4,,2
1,bericht,2026-03-26,1,nee,,,,
2,bericht,2026-03-26,1,nee,,4,,2
0
X
prints 'of some clocks' due 2026-03-27 klok=bericht,uitvoeren,bericht <<X
$head
2,uitvoeren,2026-03-20,7,nee,1,4,,2
1,bericht,2026-03-26,1,nee,,,,
2,bericht,2026-03-26,1,nee,,4,,2
0
X
# agree COLUMN: on each of these days the filter gives what the cells say
agree() {
	for day in 05 10 13 20 21 27; do
		SP_TODAY=2026-03-$day sp-signal list -q "$1=ja" -o csv \
			--fields id >filtered
		SP_TODAY=2026-03-$day sp-signal list -o csv --fields "id,$1" |
			sed -n '1s/,.*//p; s/,ja$//p' >seen
		diff filtered seen || return
		cat seen >>some
	done
	grep -q '^[0-9]' some
}
for column in te_laat vraag_na stil gerouteerd; do
	rm -f some
	ok "$column in a list says of each what its filter says of all" \
		agree "$column"
done
prints 'with filters of a signal' due 2026-03-27 gebied=1 domein=sport,zorg \
	te_laat=ja status=in_behandeling uitvoeren <<X
$head
2,uitvoeren,2026-03-20,7,nee,1,4,,2
0
X
prints 'that leave nothing' due 2026-03-27 domein=zorg <<X
$head
1
X
prints 'in English, clocks and fields' sh -c 'SP_TODAY=2026-03-27 \
	sp-signal due --lang en carry_out type=complaint -o csv' <<'X'
id,clock,due,days,three_times,nr,organisation,person,via_person
2,carry_out,2026-03-20,7,no,1,4,,2
X
prints 'with names for people' sh -c \
	'SP_TODAY=2026-03-27 sp-signal due uitvoeren -o table | sed 1d' <<'X'
 2  uitvoeren  2026-03-20      7  nee         1  Antidiscriminatiebureau           Yusuf
X
prints 'in the weekend a working term has no day more' \
	due 2026-03-22 afhandelen via=2 <<X
$head
2,afhandelen,2026-03-19,1,nee,,4,,2
0
X
# end a wrong address

SP_TODAY=2026-03-20 sp-signal answer -q 2 uitkomst=beantwoord \
	tekst='Er komt een wacht.' >id
prints 'an answer that was not brought back waits for the key person' \
	due 2026-03-28 via=2 <<X
$head
2,terugkoppelen,2026-03-27,1,nee,,4,2,2
0
X
SP_TODAY=2026-03-28 sp-signal loop -q 2 teruggekoppeld wijze=telefoon >id
prints 'told: what nobody must do is not late' due 2026-05-01 via=2 <<X
$head
1
X
prints 'unless it is asked for' due 2026-05-01 via=2 klok=oordeel,nakijken <<X
$head
2,oordeel,2026-04-11,20,nee,,4,2,2
2,nakijken,2026-04-25,6,nee,,4,,2
0
X

fails 'a clock that is none' 2 'sp-signal: klok: "beloftes" is geen van bevestigen, routeren, aannemen, uitvoeren, afhandelen, bericht, reactie, terugkoppelen, oordeel, nakijken, actie, belofte, contact' \
	sp-signal due beloftes
fails 'two of them as operands' 2 \
	'sp-signal: geef één klok, of meer als klok=a,b; zie sp-signal due --help' \
	sp-signal due belofte actie
fails 'clocks twice' 2 'sp-signal: klok: is twee keer gegeven' \
	sp-signal due belofte klok=actie
fails 'no clock' 2 'sp-signal: klok: is leeg' sp-signal due klok=
fails 'all clocks but one' 2 'sp-signal: klok: schrijf klok=a,b' \
	sp-signal due 'klok!=belofte'
fails 'a field that is none' 2 \
	'sp-signal: naam: signaal heeft zo'"'"'n veld niet; sp-add --describe signaal noemt ze' \
	sp-signal due naam=x
fails 'an area nobody knows' 2 \
	'sp-signal: gebied: er is geen gebied "Nergens"; sp-report lijst gebied toont wat er is' \
	sp-signal due gebied=Nergens

# a handler's day
SP_USER=bo SP_TODAY=2026-03-06 sp-signal add -q soort=zorg via=1 >id
SP_USER=bo SP_TODAY=2026-03-06 sp-signal promise -q 3 door=1 wat=bellen \
	voor=2026-03-11 zekerheid=zeker >id
SP_TODAY=2026-03-10 sp-signal route -q 3 org=2 >id
SP_TODAY=2026-03-10 sp-signal action -q 3 org=3 wat=kijken \
	uiterlijk=2026-03-16 >id
today() {
	SP_TODAY=$1 SP_LANG=en sp-report vandaag "wie=$2" -o csv
}
prints 'what bo is to do, whoever took the step' today 2026-03-12 bo <<'X'
date,what,kind,id,person
2026-03-10,waits for a first message,signaal,3,1
2026-03-11,a promise is to be kept,belofte,2,1
2026-03-16,an action is to be done,actie,2,1
2026-03-17,ask whether they take it on,doorverwijzing,2,1
2026-03-20,waits for an answer,signaal,3,1
2026-03-27,say how it stands,signaal,3,1
X
sp-add -q instelling verloopt_binnen_dagen waarde=4 >id
prints 'within the horizon' today 2026-03-12 bo <<'X'
date,what,kind,id,person
2026-03-10,waits for a first message,signaal,3,1
2026-03-11,a promise is to be kept,belofte,2,1
2026-03-16,an action is to be done,actie,2,1
X
offered() {
	for day in 2026-04-08 2026-04-11 2026-04-12 2026-04-25 2026-04-26; do
		today $day anna | grep ,signaal,2,
	done
}
prints 'what is asked of residents is seen until its day' offered <<'X'
2026-04-11,ask what residents think of the answer,signaal,2,2
2026-04-11,ask what residents think of the answer,signaal,2,2
2026-04-25,see whether it holds,signaal,2,2
X
nobody() {
	today 2026-03-12 cor
	echo $?
}
prints 'and nothing of another' nobody <<'X'
date,what,kind,id,person
1
X

# beside their terms
SP_TODAY=2026-03-30 sp-signal status -q 3 geannuleerd reden=ingetrokken \
	--force 'op verzoek' >id
SP_TODAY=2026-04-01 sp-signal add -q soort=idee domein=energie,zorg \
	gebied=1 op=2026-03-28 >id
terms() {
	SP_TODAY=2026-04-12 sp-report termijnen "$@" -o csv
}
fields() {
	terms 2026-03 | head -1
}
prints 'the columns of a report on terms' fields <<'X'
id,gebied,domein,soort,org,gemeld_op,uiterlijk,antwoord_op,afgehandeld_op,uitkomst,annulering,dagen,op_tijd,heropend_n,lus,gesloten
X
month() {
	terms 2026-03 | sed 1d | cut -d, -f1-4,6-
}
prints 'a period, beside its terms' month <<'X'
1,,energie,vraag,2026-03-05,2026-03-19,,,,,,nee,0,open,nee
2,1,sport,klacht,2026-03-05,2026-03-19,2026-03-20,2026-03-20,beantwoord,,11,nee,0,teruggekoppeld,ja
3,,,zorg,2026-03-06,2026-03-20,,2026-03-30,,ingetrokken,16,,0,open,nee
4,1,energie|zorg,idee,2026-03-28,2026-04-14,,,,,,loopt,0,open,nee
X
prints 'with filters' sh -c 'SP_TODAY=2026-04-12 sp-report termijnen 2026 \
	org=4 -o csv --fields id,org,op_tijd' <<'X'
id,org,op_tijd
2,4,nee
X
SP_TODAY=2026-04-02 sp-signal answer -q 4 uitkomst=agenda tekst=Goed >id
amended() {
	SP_TODAY=2026-04-20 sp-signal answer -q 4 tekst='Heel goed' >id
	terms 2026-03-28 --fields id,antwoord_op,afgehandeld_op,dagen,op_tijd
}
prints 'an answer put in other words does not make it late' amended <<'X'
id,antwoord_op,afgehandeld_op,dagen,op_tijd
4,2026-04-20,2026-04-02,3,ja
X
again() {
	SP_TODAY=2026-04-21 sp-signal status -q 4 verzoek_heropenen \
		tekst='Niet goed' >id
	terms 2026-03-28 --fields id,afgehandeld_op,dagen,op_tijd,heropend_n
	SP_TODAY=2026-04-22 sp-signal status -q 4 afgehandeld \
		tekst='Het blijft zo' >id
	terms 2026-03-28 --fields id,afgehandeld_op,op_tijd,heropend_n
	SP_TODAY=2026-04-23 sp-signal status -q 4 heropend tekst='Toch' >id
	terms 2026-03-28 --fields id,afgehandeld_op,op_tijd,heropend_n,lus
}
prints 'asked to reopen, refused, reopened' again <<'X'
id,afgehandeld_op,dagen,op_tijd,heropend_n
4,,,loopt,0
id,afgehandeld_op,op_tijd,heropend_n
4,2026-04-20,nee,0
id,afgehandeld_op,op_tijd,heropend_n,lus
4,,loopt,1,open
X
empty() {
	terms 2025-01 --fields id
	echo $?
}
prints 'a period without signals' empty <<'X'
id
1
X
private() {
	sp-report termijnen 2026 -o csv | head -1 | tr , '\n' |
		grep -cE 'persoon|behandelaar|tekst|kenmerk|bewoner'
}
prints 'nothing of a person is in it' private <<'X'
0
X
fails 'no period' 2 \
	'sp-report: geef één periode, zoals 2026-10 of vorige; zie sp-report termijnen --help' \
	sp-report termijnen
fails 'what is no period' 2 \
	'sp-report: "gisteren" is geen periode; schrijf 2026-10, 2026-K4, 2026, vorige, of van..tot' \
	sp-report termijnen gisteren

# a hundred lives, and Python reads the store
rm -f sp.db
start >id
cp "$source/tests/termdays.py" .
cat >lives.py <<'X'
import csv, random
from datetime import date
from termdays import day

pick = random.Random(20260310)
began = {}

def rows(name, columns, made):
    with open(name, "w", newline="") as out:
        write = csv.writer(out)
        write.writerow(columns.split(","))
        write.writerows(made)

def some(share, after, most):
    for i in sorted(pick.sample(range(1, 151), share)):
        began[i] += pick.randrange(after, most) * day
        yield i, began[i]

made = []
for i in range(1, 151):
    began[i] = date(2026, 2, 2) + pick.randrange(40) * day
    made.append(("zorg", began[i], pick.choice(("", "1", "2")),
        pick.choice(("", "energie", "sport"))))
rows("add", "soort,gemeld_op,via,domein", made)
rows("route", "id,org,op", ((i, pick.randrange(1, 6), d)
    for i, d in some(110, 0, 4)))
rows("refuse", "id,op,reden", ((i, d, "geen_plek") for i, d in some(20, 1, 5)))
rows("accept", "id,op", some(70, 1, 5))
rows("message", "id,op,bericht", ((i, d, "Dag") for i, d in some(50, 0, 6)))
rows("action", "id,op,wat,uiterlijk", ((i, d, "kijken",
    d + pick.randrange(0, 20) * day) for i, d in some(40, 0, 3)))
rows("promise", "id,op,wat,door,voor,zekerheid", ((i, d, "bellen", 1,
    d + pick.randrange(0, 20) * day, "zeker") for i, d in some(40, 0, 3)))
rows("asked", "id,op,toelichting", ((i, d, "Welke") for i, d in some(30, 0, 5)))
rows("klaar", "id,op,resultaat", ((i, d, "ja") for i, d in some(20, 0, 9)))
rows("answer", "id,op,uitkomst,antwoord", ((i, d, "agenda", "Ja")
    for i, d in some(90, 0, 9)))
rows("told", "id,op,wijze", ((i, d, "brief") for i, d in some(60, 0, 9)))
rows("sure", "id,op,oordeel", ((i, d, "tevreden") for i, d in some(20, 0, 9)))
X
python3 lives.py
live() {
	sp-add -q termijn domein=sport dagen=4 werkdagen=nee >id
	sp-signal add -q add || return 1
	for verb in route refuse accept message action promise \
		'status reactie_gevraagd:asked' 'action klaar:klaar' answer \
		'loop teruggekoppeld:told' 'loop bevestigd:sure'; do
		# shellcheck disable=SC2086 # a verb and its state
		sp-signal ${verb%:*} -q --keep-going "${verb#*:}" 2>>said
		[ $? -le 2 ] || return 1
	done
}
export SP_TODAY=2026-05-20
ok 'a hundred and fifty signals live' live
cat >other.py <<'X'
import json, subprocess, sys
from datetime import date
from termdays import day, defaults, free, walk

today = date.fromisoformat(sys.argv[1])
asked = sys.argv[2:]

def table(name):
    out = subprocess.run(["sqlite3", "-json", "sp.db", "select * from " + name],
        stdout=subprocess.PIPE, check=True).stdout
    return json.loads(out or "[]")

signals = {s["id"]: s for s in table("signaal")}
order = ("bevestigen routeren afhandelen bericht reactie terugkoppelen "
    "oordeel nakijken aannemen uitvoeren actie belofte").split()
found = []

def add(s, clock, start, end, nr="", org="", person="", term=None):
    if not end or end >= str(today):
        return
    end, start = (date.fromisoformat(d) for d in (end, start))
    if clock in ("actie", "belofte"):
        working, third = False, start + 3 * (end - start)
    else:
        n, working = term or defaults[clock]
        assert walk(start, n, working, 0) == end, (s["id"], clock)
        third = walk(start, 3 * n, working, 0)
    late = (today - end).days
    if working:
        late = sum(not free(end + i * day, 0) for i in range(1, late + 1))
    found.append((str(end), s["id"], order.index(clock), nr, ",".join(str(v)
        for v in (s["id"], clock, end, late, "nee ja".split()[today > third],
        nr, org or "", person or "", s["via_persoon"] or ""))))

said = {}
for m in table("boodschap"):
    said[m["signaal"]] = max(said.get(m["signaal"], ""), m["op"])
loops = {l["signaal"]: l for l in table("lus")}
for s in signals.values():
    at, org, via = s["gemeld_op"], s["org"], s["via_persoon"]
    done = s["status"] in ("afgehandeld", "geannuleerd")
    loop = loops.get(s["id"])
    add(s, "bevestigen", at, s["bevestigen_voor"], org=org)
    add(s, "routeren", at, s["routeren_voor"], org=org)
    if not done:
        add(s, "afhandelen", at, s["uiterlijk"], org=org,
            term=s["domein"] == "sport" and (4, 0))
        add(s, "bericht", said.get(s["id"], at), s["bericht_voor"], org=org)
    if s["status"] == "reactie_gevraagd":
        add(s, "reactie", s["status_op"], s["reactie_voor"], org=org,
            person=via)
    if s["lus"] == "teruggelegd":
        add(s, "terugkoppelen", loop["teruggelegd_op"], s["lus_voor"], org=org,
            person=via)
    if s["lus"] == "teruggekoppeld":
        add(s, "oordeel", loop["teruggekoppeld_op"], s["lus_voor"], org=org,
            person=via)
    if loop and loop["teruggekoppeld_op"]:
        add(s, "nakijken", loop["teruggekoppeld_op"], s["nakijken_op"],
            org=org)
for d in table("doorverwijzing"):
    s = signals[d["signaal"]]
    if d["status"] == "verzonden":
        add(s, "aannemen", d["verzonden_op"], d["uiterlijk"], d["id"],
            d["org"])
    elif d["status"] == "geaccepteerd":
        add(s, "uitvoeren", d["gehoord_op"], d["uiterlijk"], d["id"], d["org"])
for a in table("actie"):
    if a["status"] == "open":
        add(signals[a["signaal"]], "actie", a["begonnen_op"], a["uiterlijk"],
            a["id"], a["org"])
for b in table("belofte"):
    if b["status"] == "open":
        add(signals[b["signaal"]], "belofte", b["gedaan_op"], b["voor"],
            b["id"], b["door_org"], b["door"])
for row in sorted(found):
    clock = order[row[2]]
    if clock in asked or not asked and clock not in ("oordeel", "nakijken"):
        print(row[4])
X
rows() {
	SP_TODAY=$1 sp-signal due -o csv ${2+"klok=$2"} | sed 1d
}
for day in 2026-02-20 2026-03-14 2026-04-06 2026-05-20; do
	python3 other.py $day >list
	ok "Python finds something late on $day" test -s list
	prints "what is late on $day, as Python reads the store" rows $day <list
	python3 other.py $day bericht oordeel nakijken >list
	prints 'and of some clocks' rows $day bericht,oordeel,nakijken <list
	python3 other.py $day | grep -v ,belofte, | cut -d, -f1 | sort -nu >list
	prints 'the same signals are te_laat' sh -c "SP_TODAY=$day sp-signal \
		list te_laat=ja -o csv --fields id | sed 1d" <list
done
prints 'every clock was late some day' sh -c 'python3 other.py 2026-05-20 \
	aannemen actie afhandelen belofte bericht bevestigen nakijken oordeel \
	reactie routeren terugkoppelen uitvoeren | cut -d, -f2 | sort -u |
	tr "\n" " "; echo' <<'X'
aannemen actie afhandelen belofte bericht bevestigen nakijken oordeel reactie routeren terugkoppelen uitvoeren 
X

done_testing
