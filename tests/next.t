#!/bin/sh
# next - whom to meet for the first time, against the same worked out from the
# lists by Python; and what becomes of leads
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/start.sh"
. "$source/tests/town.sh"

# the scenario's neighbourhood, and three who were named
start >/dev/null
sp-add -q gebied code=BU03440833 naam=Zuid >/dev/null
sp-add -q persoon naam=Noor status=kandidaat talen=so domein=zorg \
	rol=kansenmaker gebied=Zuid gevonden_op=2026-01-01 >/dev/null
sp-add -q aanwijzing wie='de vrouw van de bakker' door=Fatima \
	bron=sleutelpersoon gebied=Zuid domein=energie talen=ti kanaal=markt \
	op=2026-01-05 >/dev/null
sp-add -q aanwijzing wie='de moeder van Sem' door=Yusuf persoon=Noor \
	op=2026-02-05 >/dev/null
sp-add -q aanwijzing wie='zij van de naailes' bron=straat persoon=Noor \
	op=2026-01-25 >/dev/null
for ask in 1 2 3; do
	sp-add -q vraag persoon=Fatima datum=2026-03-0$ask >/dev/null
	sp-signal add -q soort=zorg domein=zorg gebied=Zuid >/dev/null
done
export SP_LANG=en
prints 'whom to meet first, and why' sp-match next <<'X'
rank,lead,person,score,days,reasons
1,3,5,7474,39,"sources: 2 (1750), nobody there for: zorg (2000), nobody there speaks: so (1000), nobody there is: kansenmaker (500), signals and nobody there: zorg 3 (900), through somebody never asked (1000), days waiting: 39 (324)"
2,1,,4240,59,"sources: 1 (750), nobody there for: energie (2000), nobody there speaks: ti (1000), days waiting: 59 (490)"
X
prints 'with names for people, and no words of those who named them' \
	sp-match next -l 1 -o table --fields rank,lead,person,score <<'X'
rank  lead  person  score
   1  3     Noor     7474
X
scored() {
	sp-match next "$@" --fields lead,score,reasons | tail -n +2
}
sp-match reply -q 3 geweigerd >/dev/null
prints 'a refusal leaves somebody who is asked less' scored domein=energie <<'X'
1,4640,"sources: 1 (750), nobody there for: energie (2000), nobody there speaks: ti (1000), through somebody asked before (400), days waiting: 59 (490)"
X
sp-add -q persoon naam=Ali domein=energie talen=ti gebied=Zuid >/dev/null
prints 'somebody who is there leaves less to fill' scored domein=energie <<'X'
1,2840,"sources: 1 (750), only one there for: energie (800), only one there speaks: ti (400), through somebody asked before (400), days waiting: 59 (490)"
X
score() {
	sp-match next "$@" --fields score | tail -n +2
}
sp-add -q persoon Ali stand=te_veel >/dev/null
prints 'unless it is too much for her' score domein=energie <<'X'
4640
X
sp-add -q instelling kennismaken_wachten waarde=0 >/dev/null
prints 'weights are settings' score domein=energie <<'X'
4150
X
sp-add -q instelling kennismaken_wachten waarde=1500 >/dev/null
prints 'nobody, and where to look' sh -c 'sp-match next taal=pl 2>&1' <<'X'
rank,lead,person,score,days,reasons
sp-match: nobody; ask colleagues and key persons whom they know, go to the market, the library and people's kitchen tables, and write down who is named: sp-add aanwijzing
X
fails 'which is exit 1, in Dutch too' 1 \
	"sp-match: niemand; vraag collega's en sleutelpersonen wie zij kennen, ga naar de markt, de bibliotheek en de keukentafel, en schrijf op wie er genoemd wordt: sp-add aanwijzing" \
	env SP_LANG=nl sp-match next gebied=Kanaleneiland-Noord
fails 'another field' 2 \
	'sp-match: wie: next takes gebied=, domein= and taal=' \
	sp-match next wie=x
fails 'no part of a word' 2 \
	'sp-match: domein: next takes gebied=, domein= and taal=' \
	sp-match next domein~en
fails 'an empty field' 2 'sp-match: domein: is empty' sp-match next domein=
fails 'no such area' 2 \
	'sp-match: area: there is no gebied "Ergens"; sp-report lijst gebied shows them' \
	sp-match next gebied=Ergens

# what becomes of leads
states='open|approached|became|fell_off'
usage='; see sp-match next --help'
fails 'an id alone' 2 "sp-match: say what became of it: $states$usage" \
	sp-match next 1
fails 'no such state' 2 \
	"sp-match: there is no state \"weg\" for next; there are: $states$usage" \
	sp-match next 1 weg
fails 'nor without an id' 2 \
	"sp-match: there is no state \"weg\" for next; there are: $states$usage" \
	sp-match next weg
fails 'a list is no move' 2 \
	"sp-match: --limit, --out and --fields go with the list$usage" \
	sp-match next 1 benaderd -l 3
fails 'no such lead' 2 'sp-match: id: there is no aanwijzing 9' \
	sp-match next 9 benaderd
fails 'not in the future' 2 \
	'sp-match: op: 2026-03-06 is after today (2026-03-05)' \
	sp-match next 1 benaderd op=2026-03-06
fails 'not before it came' 3 \
	'sp-match: op: 2026-01-04 is before the step it follows (2026-01-05)' \
	sp-match next 1 benaderd op=2026-01-04
prints 'approached' sp-match next -q 1 benaderd op=2026-02-01 <<'X'
1
X
prints 'who is approached is met' sp-match next --fields lead <<'X'
lead
3
X
fails 'somebody it must become' 3 'sp-match: say who it became: persoon=' \
	sp-match next 1 geworden
fails 'not before she was approached' 3 \
	'sp-match: op: 2026-01-31 is before the step it follows (2026-02-01)' \
	sp-match next 1 geworden persoon=Noor op=2026-01-31
cp sp.db before.db
fails 'a dry run' 0 \
	'sp-match: she gave no consent to be registered yet: sp-add toestemming persoon=5 doel=registreren gegeven_op=DAY
sp-match: other leads to her are open: 2, 3
sp-match: next, dry run: 1 read, 1 to change, 0 unchanged, 0 rejected' \
	sp-match next -n 1 geworden persoon=Noor
ok 'changes nothing' cmp sp.db before.db
ok 'who becomes somebody' sp-match next 1 geworden persoon=Noor
person() {
	sp-report lijst persoon persoon=Noor \
		--fields status,gevonden_op,bijgewerkt_op --lang nl | tail -1
}
prints 'is active, and was found when she was first' person <<'X'
actief,2026-01-01,2026-03-05
X
lead() {
	sp-report lijst aanwijzing id="$1" --lang nl \
		--fields status,status_op,persoon,reden | tail -1
}
prints 'the lead says who' lead 1 <<'X'
geworden,2026-03-05,5,
X
prints 'it fell off, for a reason that nobody need type' sh -c \
	'echo "is verhuisd naar Zeist" |
	sp-match next -q 2 afgevallen reden=- op=2026-03-01' <<'X'
2
X
prints 'which is kept with it' lead 2 <<'X'
afgevallen,2026-03-01,5,is verhuisd naar Zeist
X
ok 'taken up again' sp-match next 2 open
ok 'or in English' sp-match next -n 2 approached
prints 'it has no reason any more' lead 2 <<'X'
open,2026-03-05,5,
X
cp sp.db before.db
fails 'records are changed in no other way' 3 \
	'sp-add: status: is changed by sp-match next; leave it out, or as it was' \
	sp-add aanwijzing 1 status=open
ok 'what is read back changes nothing' sh -c \
	'sp-report lijst aanwijzing | sp-add aanwijzing 2>&1 | grep -q " 0 changed, 3 unchanged"'

# every pair: what the table does not have is refused, and nothing is changed
every() {
	for from in open benaderd geworden afgevallen; do
		sp-add -q aanwijzing wie=x op=2026-03-01 status=$from \
			persoon=Fatima >id
		for to in open benaderd geworden afgevallen; do
			cp sp.db try.db
			sp-match next -q -s try.db "$(cat id)" $to >.out 2>.err
			status=$?
			echo "$from $to $status"
			[ $status -eq 0 ] || cmp -s sp.db try.db || echo changed
		done
	done
}
every >pairs
allowed() {
	sed -n 's/ 0$//p' pairs
}
prints 'the steps there are' allowed <<'X'
open benaderd
open afgevallen
benaderd geworden
benaderd afgevallen
afgevallen open
X
refused() {
	grep -c ' 3$' pairs
}
prints 'and all others are refused' refused <<'X'
11
X
prints 'without a change' grep -c changed pairs <<'X'
0
X

# rows: of leads, of the list itself, and bad ones
rm sp.db
start >/dev/null
for lead in 1 2 3; do
	sp-add -q aanwijzing wie="geheim $lead" op=2026-02-0$lead \
		gebied=Kanaleneiland-Noord >/dev/null
done
prints 'the list is read by the verb' sh -c \
	'sp-match next -l 2 -o jsonl | sp-match next benaderd 2>&1' <<'X'
sp-match: next: 2 read, 2 changed, 0 unchanged, 0 rejected
X
prints 'and a list of leads, whose day is not that of the step' sh -c \
	'sp-report lijst aanwijzing id=3 --lang nl | sp-match next benaderd -q &&
	sp-report lijst aanwijzing --fields id,status,status_op --lang nl' <<'X'
id,status,status_op
1,benaderd,2026-03-05
2,benaderd,2026-03-05
3,benaderd,2026-03-05
X
prints 'a bad row is set aside' sh -c \
	'printf "id,persoon\n1,Fatima\n9,Fatima\n2,\n" |
	sp-match next geworden --keep-going --rejects bad.csv 2>&1; echo $?; cat bad.csv' <<'X'
sp-match: next: 3 read, 1 changed, 0 unchanged, 2 rejected
2
id,persoon,regel,reden
9,Fatima,3,-:3: id: there is no aanwijzing 9
2,,4,-:4: say who it became: persoon=
X
fails 'or ends the run' 3 'sp-match: -:2: a lead that is geworden can not become benaderd, nor anything else' \
	sh -c 'printf "id\n1\n" | sp-match next benaderd'
fails 'a row without an id' 2 'sp-match: -:2: id: is missing' \
	sh -c 'printf "id,persoon\n,1\n" | sp-match next benaderd'

# a lead waits for somebody to follow it up
due() {
	sp-report vandaag -o csv | grep aanwijzing
}
prints 'a lead without a follow-up is on the list' due <<'X'
2026-03-19,follow up a lead,aanwijzing,2,
2026-03-19,follow up a lead,aanwijzing,3,
X
sp-add -q instelling aanwijzing_na_dagen waarde=60 >/dev/null
prints 'after as many days as the setting says' due </dev/null

# a town, as Python counts it
rm sp.db
SP_TODAY=2026-11-10
ok 'a town goes in' town
python3 "$source/tests/leads.py" make 4
sp-add -q persoon candidates.csv
sp-add -q aanwijzing leads.csv
sp-add -q vraag asks.csv
# rows with the points that the reasons name
told() {
	sp-match next -l 0 -o json --lang nl "$@" | python3 -c 'import json, re, sys
for r in json.load(sys.stdin):
    print(r["rang"], r["aanwijzing"] or "", r["persoon"] or "", r["score"],
          "" if r["dagen"] is None else r["dagen"],
          "+".join(re.findall(r"\((\d+)\)", r["redenen"])), sep=",")'
}
for filter in '' domein=energie taal=ti gebied=2 \
	'gebied=3,5 domein=zorg,sport' 'domein=vaccinatie taal=so,ngt'; do
	# shellcheck disable=SC2086 # a word each
	python3 "$source/tests/leads.py" rank $filter >ranked
	# shellcheck disable=SC2086
	prints "as Python ranks it: ${filter:-all}" \
		told $filter <ranked
	ok 'and there are some' test -s ranked
done
# the sum of what is told is the score
sums() {
	awk -F, '{ n = split($6, part, "+"); sum = 0
		for (i = 1; i <= n; i++) sum += part[i]
		if (sum != $4) print }' ranked
}
python3 "$source/tests/leads.py" rank >ranked
prints 'reasons add up' sums </dev/null
python3 "$source/tests/leads.py" chain >chained
prints 'who brought whom, as Python walks it' \
	sh -c 'sp-match next --chain --lang nl | tail -n +2' <chained
ok 'some brought some who brought some' grep -q ^3, chained
by_channel() {
	sqlite3 -separator , sp.db "select bron, kanaal, count(*),
		sum(status = 'open'), sum(status = 'benaderd'),
		sum(status = 'geworden'), sum(status = 'afgevallen')
		from aanwijzing where $1 group by bron, kanaal
		order by bron is null, bron, kanaal is null, kanaal"
}
by_channel 1 >counted
prints 'where leads came from, as SQL counts' \
	sh -c 'sp-match next --channels --lang nl | tail -n +2' <counted
by_channel "op between '2026-07-01' and '2026-09-30' and gebied in (
	with recursive b(i) as (values (2) union select g.id from gebied g
	join b on g.ouder = b.i) select i from b)" >counted
prints 'in a period and an area' \
	sh -c 'sp-match next --channels 2026-K3 gebied=2 --lang nl | tail -n +2' \
	<counted
fails 'no period' 2 \
	'sp-match: "x" is no period; write 2026-10, 2026-K4, 2026, vorige, or van..tot' \
	sp-match next --channels x
fails 'two periods' 2 "sp-match: give one period at most$usage" \
	sp-match next --channels 2026 2025
fails 'nothing then' 1 '' sp-match next --channels 1999
fails 'a chain is whole' 2 "sp-match: --chain stands alone$usage" \
	sp-match next --chain gebied=3
fails 'one or the other' 2 \
	"sp-match: give --chain or --channels, not both$usage" \
	sp-match next --chain --channels
sp-store init -q -s new.db
fails 'nobody brought anybody' 1 '' sp-match next -s new.db --chain

# words of somebody who agreed to nothing
rm sp.db
SP_TODAY=2026-03-05
start >/dev/null
for lead in 1 2 3; do
	sp-add -q aanwijzing wie="geheim $lead" op=2026-02-0$lead >/dev/null
done
secret() {
	sp-match next 2 afgevallen reden='geheim 4' >out 2>&1
	{
		cat out
		sp-match next
		sp-match next -o table
		sp-report lijst aanwijzing -o table
		sp-report lijst log
		sp-report vandaag
		sp-report toon persoon Fatima
		sp-match next --chain
		sp-match next --channels
		sp-add aanwijzing 1 wie=
		sp-add aanwijzing wie='geheim 5' status=geheim
		printf 'wie,status\ngeheim 6,x\n' | sp-add aanwijzing
		printf 'id,reden\n3,geheim 7\n3,geheim 7\n' |
			sp-match next afgevallen
	} 2>&1 | grep geheim
}
prints 'are in no list, log or message' secret <<'X'
sp-add: status: "geheim" is none of open, approached, became, fell_off
X
done_testing
