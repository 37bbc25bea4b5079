#!/bin/sh
# giving - what may stand in returns, contracts and hours
. "${SP_SOURCE:?}/tests/lib.sh"
# shellcheck source=tests/start.sh
. "$source/tests/start.sh"

# refused WHAT STATUS MESSAGE COMMAND ...: the store is byte for byte as it was
refused() {
	what=$1 status=$2 message=$3
	shift 3
	cp sp.db kept.db
	fails "$what" "$status" "$message" "$@"
	ok 'and nothing is kept' cmp sp.db kept.db
}

start >id
SP_LANG=en
sp-add -q project naam=Aardgasvrij >id
sp-add -q project naam=Elders >id
sp-add -q vraag persoon=1 org=1 taak=adviseren fase=ontwerp uren=2 \
	project=1 datum=2026-03-02 >id
sp-add -q vraag persoon=2 datum=2026-03-02 >id

# S1: what became of her advice
prints 'S1: the advice was taken over' sp-add -q wederdienst aan=1 soort=invloed \
	vraag=1 besluit=overgenomen motivering="Vouchers op de agenda gezet" \
	teruggemeld=2026-03-05 <<'X'
1
X
prints 'by who asked for it' ask 'select aan, van_org, datum from wederdienst' <<'X'
1|1|2026-03-05
X
ok 'an ask says to whom, too' sp-add -q wederdienst soort=hulp vraag=2
prints 'and no organisation when it has none' ask \
	'select aan, van_org from wederdienst where id = 2' <<'X'
2|
X

# a rule a row
cat >rules <<'X'
influence without a decision|3|decision: is missing; type=influence needs it|wederdienst aan=1 soort=invloed
partly without a reason|3|grounds: is missing; decision=partly,not needs it|wederdienst aan=1 soort=invloed besluit=deels
not without a reason|3|grounds: is missing; decision=partly,not needs it|wederdienst aan=1 soort=invloed besluit=niet
a decision on what is no advice|3|decision: goes only with type=influence|wederdienst aan=1 soort=erkenning besluit=overgenomen
an amount of what is no money|3|amount: goes only with type=pay,volunteer_allowance|wederdienst aan=1 soort=erkenning bedrag=50
a return from the future|2|date: 2026-03-06 is after today (2026-03-05)|wederdienst aan=1 soort=hulp datum=2026-03-06
told in the future|2|told_back_on: 2026-03-06 is after today (2026-03-05)|wederdienst aan=1 soort=hulp teruggemeld=2026-03-06
told before it was so|2|told_back_on: 2026-03-01 lies before date (2026-03-02)|wederdienst aan=1 soort=invloed besluit=overgenomen datum=2026-03-02 teruggemeld=2026-03-01
the ask of another person|3|to: is 2, but ask 1 has 1; leave it out, or name another ask|wederdienst aan=2 soort=hulp vraag=1
the ask of another organisation|3|from: is 2, but ask 1 has 1; leave it out, or name another ask|wederdienst aan=1 van=2 soort=hulp vraag=1
a return to nobody|2|to: is missing; every return has one|wederdienst soort=hulp
hours from the future|2|date: 2026-03-06 is after today (2026-03-05)|uren persoon=1 uren=2 datum=2026-03-06
hours for the ask of another|3|person: is 2, but ask 1 has 1; leave it out, or name another ask|uren persoon=2 uren=2 vraag=1
hours for another project|3|project: is 2, but ask 1 has 1; leave it out, or name another ask|uren uren=2 vraag=1 project=2
a contract that ends before it begins|2|until: 2025-12-31 lies before from (2026-01-01)|contract persoon=1 vorm=vast van=2026-01-01 tot=2025-12-31
X
while IFS='|' read -r what status message command; do
	# shellcheck disable=SC2086 # words
	refused "$what" "$status" "sp-add: $message" sp-add $command
done <rules

# changing a record is held to the same
refused 'a decision may not be taken away' 3 \
	'sp-add: decision: is missing; type=influence needs it' \
	sp-add wederdienst 1 besluit=
ok 'money' sp-add -q wederdienst aan=1 soort=vergoeding bedrag=70
refused 'does not become praise' 3 \
	'sp-add: amount: goes only with type=pay,volunteer_allowance' \
	sp-add wederdienst 3 soort=erkenning
refused 'in Dutch it has Dutch words' 3 \
	'sp-add: motivering: ontbreekt; dit moet bij besluit=deels,niet' \
	sp-add wederdienst 1 motivering= besluit=deels --lang nl
ok 'with a reason it may' sp-add -q wederdienst 1 besluit=deels \
	motivering='Alleen voor huurders'

# hours: what is not said is what the ask says
prints 'hours for an ask' sp-add -q uren uren=7.5 vraag=1 datum=2026-03-03 <<'X'
1
X
prints 'are of its person, organisation and project' ask \
	'select persoon, org, project, uren from uren' <<'X'
1|1|1|750
X
ok 'a day has twenty-four' sp-add -q uren persoon=1 uren=16.5 datum=2026-03-03
refused 'and no more' 3 \
	'sp-add: hours: makes 24.25 for this person on 2026-03-03; a day has 24' \
	sp-add uren persoon=1 uren=0.25 datum=2026-03-03
refused 'nor by a change' 3 \
	'sp-add: hours: makes 24.25 for this person on 2026-03-03; a day has 24' \
	sp-add uren 1 uren=7.75
ok 'another day does' sp-add -q uren persoon=1 uren=0.25 datum=2026-03-04
ok 'or another person' sp-add -q uren persoon=2 uren=24 datum=2026-03-03
ok 'the same again changes nothing' sp-add -q uren 1 uren=7.5

# contracts
ok 'a contract' sp-add -q contract persoon=1 vorm=vrijwilliger werkgever=5 \
	van=2026-01-01 tot=2026-06-30
refused 'another of the same form in that time' 3 \
	'sp-add: from: contract 1 of the same form and employer runs in that time; end that one first' \
	sp-add contract persoon=1 vorm=vrijwilliger werkgever=5 van=2026-06-30
refused 'nor one that has no end' 3 \
	'sp-add: from: contract 1 of the same form and employer runs in that time; end that one first' \
	sp-add contract persoon=1 vorm=vrijwilliger werkgever=5 van=2025-01-01
ok 'the day after it may' sp-add -q contract persoon=1 vorm=vrijwilliger \
	werkgever=5 van=2026-07-01
ok 'elsewhere it may, too: many work in many places' sp-add -q contract \
	persoon=1 vorm=vrijwilliger werkgever=3 van=2026-02-01
ok 'and in another form' sp-add -q contract persoon=1 vorm=zzp werkgever=5 \
	van=2026-03-01
refused 'nor may one grow into the next' 3 \
	'sp-add: from: contract 2 of the same form and employer runs in that time; end that one first' \
	sp-add contract 1 tot=

# rows: a file that is loaded twice changes nothing the second time
sp-add -q vraag persoon=3 org=2 datum=2026-03-01 bron_id=v3 >id
cat >hours.csv <<'X'
bron_id,persoon,datum,uren,soort,vraag,org,project
h1,,2026-03-02,2,inzet,v3,,
h2,3,2026-03-02,1,reis,,2,
X
cat >returns.csv <<'X'
bron_id,aan,van_org,soort,bedrag,datum,vraag
r1,,,vergoeding,70,2026-03-02,v3
r2,3,,erkenning,,2026-03-02,
X
twice() {
	{ sp-add "$1" "$2" && sp-add "$1" "$2"; } 2>&1 |
		sed "s/$1: //"
}
prints 'hours from a file' twice uren hours.csv <<'X'
sp-add: 2 read, 2 added, 0 changed, 0 unchanged, 0 rejected
sp-add: 2 read, 0 added, 0 changed, 2 unchanged, 0 rejected
X
prints 'returns from a file' twice wederdienst returns.csv <<'X'
sp-add: 2 read, 2 added, 0 changed, 0 unchanged, 0 rejected
sp-add: 2 read, 0 added, 0 changed, 2 unchanged, 0 rejected
X
prints 'they are of who was asked' ask "select aan, van_org from wederdienst
	where bron_id = 'r1' union all select persoon, org from uren where
	bron_id = 'h1'" <<'X'
3|2
3|2
X
again() {
	sp-report lijst "$1" -o csv | sp-add "$1" - 2>&1 |
		sed "s/$1: //; s/[0-9]* read, //; s/[0-9]* unchanged/all unchanged/"
}
for kind in wederdienst uren contract; do
	prints "$kind: what is written is read back" again "$kind" <<'X'
sp-add: 0 added, 0 changed, all unchanged, 0 rejected
X
done
cat >day.py <<'X'
# two thousand hours on two hundred days, and one too many
print("persoon,datum,uren")
for i in range(2000):
    print("2,%d-%02d-%02d,2.4" % (2025, 1 + i // 10 // 28, 1 + i // 10 % 28))
print("2,2025-03-01,0.01")
X
python3 day.py >many.csv
many() {
	rm -f many.db
	sp-add -q -s many.db persoon naam=Fatima >id
	sp-add -q -s many.db persoon naam=Yusuf >id
	sp-add -q -s many.db uren many.csv
}
fails 'in a large file, too' 3 \
	'sp-add: many.csv:2002: hours: makes 24.01 for this person on 2025-03-01; a day has 24' \
	many
done_testing
