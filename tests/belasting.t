#!/bin/sh
# belasting - what persons are asked and how it is spread, against Python
. "${SP_SOURCE:?}/tests/lib.sh"
# shellcheck source=tests/start.sh
. "$source/tests/start.sh"
concentration=$(dirname "$(command -v sp-add)")/../tests/unit/concentration

start >id
# S5: the history of thirty days
cat >asks.csv <<'X'
persoon,datum,taak,uren,status
1,2026-02-06,voorlichten,2,gedaan
1,2026-02-09,voorlichten,2,gedaan
1,2026-02-13,adviseren,1,gedaan
1,2026-02-20,voorlichten,2,gedaan
1,2026-02-27,spreken,1.5,gedaan
1,2026-03-03,voorlichten,2,toegezegd
2,2026-02-10,voorlichten,2,gedaan
2,2026-02-24,voorlichten,2,gedaan
3,2026-02-17,adviseren,2,gedaan
4,2026-02-17,adviseren,2,geweigerd
4,2026-02-18,adviseren,2,concept
2,2026-02-18,adviseren,2,geannuleerd
X
sp-add -q vraag - <asks.csv
prints 'S5: Fatima six, Yusuf two, Ger one; who refused is not there' \
	sp-report belasting -o csv <<'X'
blok,sleutel,personen,gevraagd,vragen,belasting,aandeel_pct,top1_pct,top3_pct,gini,uren_gevraagd,uren_gewerkt,uren_contract,uren_onbetaald,caseload,caseload_max,boven_caseload,boven_grens,vaak_gevraagd,vragen_90d,laatste_vraag
totaal,,4,3,9,9,,66.7,100,0.528,16.5,0,0,0,1,0,0,1,1,9,2026-03-03
persoon,1,1,1,6,6,66.7,,,,10.5,0,0,0,1,,0,1,1,6,2026-03-03
persoon,2,1,1,2,2,22.2,,,,4,0,0,0,0,,0,0,0,2,2026-02-24
persoon,3,1,1,1,1,11.1,,,,2,0,0,0,0,,0,0,0,1,2026-02-17
maand,2025-10,4,0,0,0,,,,,,,,,,,,,,,
maand,2025-11,4,0,0,0,,,,,,,,,,,,,,,
maand,2025-12,4,0,0,0,,,,,,,,,,,,,,,
maand,2026-01,4,0,0,0,,,,,,,,,,,,,,,
maand,2026-02,4,3,8,8,,62.5,100,0.5,,,,,,,,,,,
maand,2026-03,4,1,1,1,,100,100,0.75,,,,,,,,,,,
X
prints 'for people it has names, and fewer columns' sh -c \
	'sp-report belasting -o table --lang en | sed -n 1,3p | sed "s/ *$//"' <<'X'
block   key      asked  asks  load  share_pct  top1_pct   gini  hours_worked  hours_unpaid  caseload  over_limit  last_ask
total                3     9     9                 66.7  0.528             0             0         1           1  2026-03-03
person  Fatima       1     6     6       66.7                              0             0         1           1  2026-03-03
X
ok 'and is a page' sh -c \
	'sp-report belasting -o html | grep -q "<th scope=\"row\">persoon"'
prints 'of one person' sh -c \
	'sp-report belasting persoon=yusuf -o csv | cut -d, -f1-8 | head -3' <<'X'
blok,sleutel,personen,gevraagd,vragen,belasting,aandeel_pct,top1_pct
totaal,,1,1,2,2,,100
persoon,2,1,1,2,2,100,
X
sp-add -q vraag persoon=3 datum=2026-03-05 zwaar=ja status=gedaan >id
prints 'a heavy ask counts double' sh -c \
	'sp-report belasting -o csv --fields sleutel,vragen,belasting,boven_grens |
	grep ^3' <<'X'
3,2,3,0
X
sp-add -q vraag persoon=3 datum=2026-03-05 zwaar=ja status=gedaan >id
prints 'so that the limit is passed sooner' sh -c \
	'sp-report belasting -o csv --fields sleutel,vragen,belasting,boven_grens |
	grep ^3' <<'X'
3,3,5,1
X
sp-add -q instelling max_vragen_30d waarde=5 >id
prints 'the limit is a setting' sh -c \
	'sp-report belasting -o csv --fields sleutel,boven_grens | grep ^3' <<'X'
3,0
X

# hours above the contract, and the caseload against it
sp-add -q contract persoon=2 vorm=zzp uren=2 van=2026-02-04 >id
sp-add -q uren persoon=2 datum=2026-02-10 uren=8 >id
sp-add -q uren persoon=2 datum=2026-02-11 uren=3 soort=reis >id
sp-add -q uren persoon=2 datum=2026-02-12 uren=8 soort=verlof >id
hours() {
	sp-report belasting -o csv --fields \
		sleutel,uren_gewerkt,uren_contract,uren_onbetaald | grep ^2,
}
prints 'thirty days of two hours a week are 8.57; the rest is unpaid' hours <<'X'
2,11,8.57,2.43
X
sp-add -q uren persoon=2 datum=2026-02-13 uren=1 betaald=nee >id
sp-add -q uren persoon=2 datum=2026-02-14 uren=4 betaald=ja >id
prints 'what is marked as unpaid is so in any case' hours <<'X'
2,16,8.57,7.43
X
sp-add -q traject alias=vos persoon=2 begonnen_op=2026-01-01 >id
sp-add -q traject alias=das persoon=2 begonnen_op=2026-01-01 >id
sp-signal add -q via=2 soort=zorg op=2026-03-01 >id
cases() {
	sp-report belasting -o csv --fields \
		sleutel,caseload,caseload_max,boven_caseload | grep ^2,
}
prints 'two long contacts and a signal are more than a case an hour' cases <<'X'
2,3,2,1
X
sp-signal answer -q 1 uitkomst=beantwoord tekst='Ja.' >id
prints 'an answer that she has to bring back is still one' cases <<'X'
2,3,2,1
X
sp-signal loop -q 1 teruggekoppeld wijze=telefoon >id
prints 'and no longer when it is told' cases <<'X'
2,2,2,0
X
sp-add -q traject alias=vos persoon=2 gestopt_op=2026-03-05 >id
sp-add -q instelling caseload_per_uur waarde=2 >id
prints 'the measure is a setting, and a contact that stopped is none' cases <<'X'
2,1,4,0
X

# outside: no persons, and no small numbers
outside() {
	sp-report belasting --extern -o csv "$@"
}
prints 'few persons are not told outside' outside <<'X'
naam,aantal
personen,x
gevraagd,x
vragen,x
boven_grens,x
X
for i in 5 6 7 8 9 10 11 12 13 14 15 16; do
	sp-add -q persoon naam="Persoon $i" >id
done
for i in 5 6 7 8; do
	sp-add -q vraag persoon=$i datum=2026-03-01 status=gedaan >id
done
prints 'seven of sixteen were' outside <<'X'
naam,aantal
personen,16
gevraagd,7
vragen,15
boven_grens,x
X
for i in 5 6 7 8; do
	sp-add -q vraag persoon=$i datum=2026-03-01 status=gedaan zwaar=ja >id
	sp-add -q vraag persoon=$i datum=2026-03-01 status=gedaan zwaar=ja >id
	sp-add -q vraag persoon=$i datum=2026-03-01 status=gedaan zwaar=ja >id
done
prints 'five above the limit, but then it shows that two are not' outside <<'X'
naam,aantal
personen,16
gevraagd,7
vragen,27
boven_grens,x
X
for i in 9 10 11; do
	sp-add -q vraag persoon=$i datum=2026-03-01 status=gedaan >id
done
prints 'five of ten do not' outside <<'X'
naam,aantal
personen,16
gevraagd,10
vragen,30
boven_grens,5
X
sp-add -q vraag persoon=12 datum=2026-03-01 status=gedaan >id
sp-add -q vraag persoon=13 datum=2026-03-01 status=gedaan >id
prints 'nor may it show that four were not asked' outside <<'X'
naam,aantal
personen,16
gevraagd,x
vragen,32
boven_grens,5
X
ok 'no name and no id is in it' sh -c \
	'! sp-report belasting --extern -o html | grep -q Fatima'
prints 'in English, for people' sh -c \
	'sp-report load --extern -o table --lang en | sed "s/ *$//" | tail -1' <<'X'
key persons above the limit  5
X
fails 'another report has no such option' 2 \
	'sp-report: lijst takes no --extern; see sp-report lijst --help' \
	sp-report lijst persoon --extern --lang en
fails 'no such period' 2 \
	'sp-report: "soon" is no period; write 2026-10, 2026-K4, 2026, vorige, or van..tot' \
	sp-report belasting soon --lang en
fails 'one period' 2 \
	'sp-report: give one period at most; see sp-report belasting --help' \
	sp-report belasting 2026 2025 --lang en
fails 'no such field' 2 \
	'sp-report: kleur: persoon has no such field; sp-add --describe persoon lists them' \
	sp-report belasting kleur=rood --lang en

# how uneven, against Python
cat >values.py <<'X'
import random
from fractions import Fraction
random.seed(7)
with open('numbers', 'w') as f, open('want', 'w') as w:
    for n in [1, 2, 3, 4] + [random.randrange(1, 120) for _ in range(300)]:
        v = [random.randrange(0, random.choice([2, 9, 10**6])) for _ in range(n)]
        some = [x for x in v if x]
        print(n, len(some), *some, file=f)
        t, s = sum(v), sorted(v, reverse=True)
        g = Fraction(sum(abs(a - b) for a in v for b in v), 2 * n * t or 1)
        print('%.9f %.9f %.9f' % (s[0] / (t or 1), sum(s[:3]) / (t or 1), g),
            file=w)
X
ok 'shares and Gini are those of Python' sh -c \
	"python3 values.py && '$concentration' stdin <numbers | cmp - want"

# random years
SP_TODAY=2026-06-17
for seed in 1 2 3; do
	rm -f sp.db
	python3 "$source/tests/giving.py" rows $seed
	for kind in persoon organisatie vraag wederdienst uren contract traject \
		signaal; do
		sp-add -q $kind $kind.csv || echo "$kind: not loaded"
	done >.out 2>&1
	ok "rows of seed $seed" test ! -s .out
	while read -r period from to; do
		# shellcheck disable=SC2086 # none is no operand
		[ "$period" = none ] && period=
		python3 "$source/tests/giving.py" load sp.db "$from" "$to" \
			$SP_TODAY >want
		# shellcheck disable=SC2086 # none is no operand
		prints "the load of ${period:-thirty days}, seed $seed" \
			sp-report belasting $period -o csv <want
	done <<'X'
none 2026-05-19 2026-06-17
2026-02 2026-02-01 2026-02-28
2026-K2 2026-04-01 2026-06-30
2025 2025-01-01 2025-12-31
X
	while read -r period from to; do
		[ "$period" = none ] && period=
		python3 "$source/tests/giving.py" balance sp.db "$from" "$to" >want
		# shellcheck disable=SC2086 # none is no operand
		prints "the balance of ${period:-all time}, seed $seed" \
			sp-report wederkerigheid $period -o csv <want
	done <<'X'
none 0000-01-01 2026-06-17
2026-02 2026-02-01 2026-02-28
2026-K2 2026-04-01 2026-06-30
2025 2025-01-01 2025-12-31
X
done
# shellcheck disable=SC2016 # for that shell
ok 'refusals change nothing' sh -c '
	sp-report belasting -o csv --fields blok,sleutel,vragen,caseload >before
	for i in 1 2 3 4 5 6 7; do
		sp-add -q vraag persoon=$i org=1 status=geweigerd >id
	done
	sp-report belasting -o csv --fields blok,sleutel,vragen,caseload |
		cmp - before'
done_testing
