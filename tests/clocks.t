#!/bin/sh
# clocks - when they start and stop, which term holds, and that nothing sets
# them back; ends and lateness against Python
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/start.sh"

clocks=$(dirname "$(command -v sp-add)")/../tests/unit/clocks

cp "$source/tests/termdays.py" .
cat >other.py <<'X'
import random
from datetime import date
from termdays import day, defaults, free, walk

pick = random.Random(20260305)
first = date(2024, 1, 1)

def a_day():
    return first + pick.randrange(1100) * day

terms = []
for clock in ("afhandelen", "bericht", "aannemen"):
    for _ in range(15):
        terms.append((clock, pick.choice(("-", "energie", "zorg", "sport")),
            pick.randrange(1, 30), pick.randrange(2),
            pick.choice(("-", str(a_day())))))

def holds(clock, domain, reported):
    found = None
    for t in terms:
        since = "" if t[4] == "-" else t[4]
        if t[0] == clock and t[1] == domain and since <= str(reported) and (
                found is None or since >= found[0]):
            found = since, t[2], t[3]
    return found and found[1:]

with open("terms", "w") as out:
    for t in terms:
        print(*t, file=out)
with open("cases", "w") as cases, open("ends", "w") as ends:
    for _ in range(4000):
        clock = pick.choice(list(defaults)[:6])
        domains = pick.sample(("energie", "zorg", "sport", "werk"),
            pick.choice((0, 1, 1, 1, 2, 3)))
        reported = a_day()
        start = reported + pick.choice((0, 0, pick.randrange(60))) * day
        lustrum = pick.randrange(2)
        times = pick.choice((1, 1, 1, 3))
        chosen = [holds(clock, d, reported) or holds(clock, "-", reported)
            or defaults[clock] for d in domains or ["-"]]
        end = min(walk(start, times * n, w, lustrum) for n, w in chosen)
        today = end + pick.randrange(-5, 120) * day
        late, thrice = 0, 0
        if times == 1 and today > end:
            n, w = min(chosen,
                key=lambda c: walk(reported, c[0], c[1], lustrum))
            late = (today - end).days
            if w:
                late = sum(not free(end + i * day, lustrum)
                    for i in range(1, late + 1))
            # with one term, three of it from the start
            thrice = int(today > (walk(start, 3 * n, w, lustrum)
                if len(set(chosen)) == 1 else walk(end, 2 * n, w, lustrum)))
        print(clock, "|".join(domains) or "-", reported, start, times, today,
            lustrum, file=cases)
        print(end, late, thrice, file=ends)
X
ok 'Python has terms of its own' python3 other.py
"$clocks" terms <cases >got
ok '4,000 clocks end and are late as Python says' diff ends got
ok 'hundreds of them three times over' test "$(grep -c '1$' ends)" -gt 200

# a new store has the terms as records
terms() {
	sp-add -q gebied code=GM0344 naam=Utrecht >id
	sp-report lijst termijn -o csv \
		--fields soort,domein,dagen,werkdagen,geldig_vanaf
}
prints 'the first record makes the terms' terms <<'X'
soort,domein,dagen,werkdagen,geldig_vanaf
bevestigen,,2,ja,
routeren,,3,ja,
aannemen,,5,ja,
uitvoeren,,14,nee,
afhandelen,,10,ja,
bericht,,15,ja,
reactie,,5,nee,
terugkoppelen,,7,nee,
oordeel,,14,nee,
nakijken,,28,nee,
X
prints 'and says whether 5 May is free' sp-report lijst instelling \
	naam=vrij_op_bevrijdingsdag -o csv --fields naam,waarde <<'X'
naam,waarde
vrij_op_bevrijdingsdag,nee
X
prints 'one row of the log tells of them' sqlite3 sp.db \
	"select handeling, aantal from log where soort = 'termijn'" <<'X'
toegevoegd|10
X
rm -f sp.db
start >/dev/null

# starts DAY FIELD=VALUE ...: the clocks of a signal entered on that day
starts() {
	day=$1
	shift
	SP_TODAY=$day sp-signal add -q soort=zorg "$@" >id
	sp-signal list "signaal=$(cat id)" -o csv --fields \
		bevestigen_voor,routeren_voor,uiterlijk,bericht_voor,eerstvolgend |
		tail -1
}
prints 'the clocks of a report on a Thursday' starts 2026-03-05 <<'X'
2026-03-09,2026-03-10,2026-03-19,2026-03-26,2026-03-09
X
prints 'Easter Monday is passed over' starts 2026-04-02 <<'X'
2026-04-07,2026-04-08,2026-04-17,2026-04-24,2026-04-07
X
prints 'a Saturday counts as the Monday after it' starts 2026-03-07 <<'X'
2026-03-11,2026-03-12,2026-03-23,2026-03-30,2026-03-11
X
sp-add -q termijn soort=bevestigen dagen=5 werkdagen=ja >id
acknowledged_by() {
	starts "$@" | cut -d, -f1
}
prints '5 working days from 2 April' acknowledged_by 2026-04-02 <<'X'
2026-04-10
X
prints '5 working days from a Saturday' acknowledged_by 2026-03-07 <<'X'
2026-03-16
X
prints 'a term that is changed is one record' sqlite3 sp.db \
	"select count(*) from termijn where soort = 'bevestigen'" <<'X'
1
X
sp-add -q termijn soort=bevestigen dagen=2 >id
sp-add -q instelling vrij_op_bevrijdingsdag waarde=ja >id
prints '5 May of a lustrum year, where it is free' starts 2025-05-01 <<'X'
2025-05-06,2025-05-07,2025-05-16,2025-05-23,2025-05-06
X
sp-add -q instelling vrij_op_bevrijdingsdag waarde=nee >id
prints 'and where it is not' starts 2025-05-01 <<'X'
2025-05-05,2025-05-06,2025-05-15,2025-05-22,2025-05-05
X

# history: a later term is for later reports only
sp-add -q termijn dagen=4 geldig_vanaf=2026-03-06 >id
handled_by() {
	starts "$@" | cut -d, -f3
}
prints 'reported before a term was valid' handled_by 2026-03-05 <<'X'
2026-03-19
X
prints 'on its first day' handled_by 2026-03-06 <<'X'
2026-03-12
X
prints 'entered later, reported before' handled_by 2026-03-10 op=2026-03-05 <<'X'
2026-03-19
X
prints 'what was there keeps its own' sp-signal list signaal=1 -o csv \
	--fields id,uiterlijk <<'X'
id,uiterlijk
1,2026-03-19
X
sp-add -q termijn domein=energie dagen=20 >id
sp-add -q termijn domein=sport dagen=3 werkdagen=nee >id
prints 'the term of a domain before a newer general one' \
	handled_by 2026-03-10 domein=energie <<'X'
2026-04-08
X
prints 'of several domains the first to end' \
	handled_by 2026-03-10 domein=energie,sport <<'X'
2026-03-13
X
prints 'one without its own has the general one' \
	handled_by 2026-03-10 domein=energie,zorg <<'X'
2026-03-16
X

# what stops them, and what never sets them back
rm -f sp.db
start >/dev/null
sp-add -q termijn domein=energie dagen=20 >id
sp-signal add -q soort=zorg domein=sport via=1 >id
at() {
	sp-signal list signaal=1 -o csv --fields status,gemeld_op,bevestigen_voor,routeren_voor,uiterlijk,bericht_voor,reactie_voor,lus_voor,nakijken_op,eerstvolgend |
		tail -1
}
# step DAY VERB ...: what the clocks are after it
step() {
	day=$1
	shift
	SP_TODAY=$day sp-signal "$@" >said 2>&1 || cat said
	at
}
prints 'sent: the clock for routing stops' step 2026-03-06 route 1 org=1 <<'X'
in_behandeling,2026-03-05,2026-03-09,,2026-03-19,2026-03-26,,,,2026-03-09
X
prints 'the referral has one of its own' sqlite3 sp.db \
	'select uiterlijk from doorverwijzing' <<'X'
2026-03-13
X
prints 'refused: routing goes on from the report' step 2026-03-09 \
	refuse 1 reden=geen_plek <<'X'
gemeld,2026-03-05,2026-03-09,2026-03-10,2026-03-19,2026-03-26,,,,2026-03-09
X
prints 'sent again, late: the first clock stays' step 2026-03-16 \
	route 1 org=2 <<'X'
in_behandeling,2026-03-05,2026-03-09,,2026-03-19,2026-03-26,,,,2026-03-09
X
prints 'and to a third' step 2026-03-17 route 1 org=4 <<'X'
in_behandeling,2026-03-05,2026-03-09,,2026-03-19,2026-03-26,,,,2026-03-09
X
SP_TODAY=2026-03-18 sp-add -q signaal 1 domein=energie >id
prints 'another domain: its term, counted from the report' at <<'X'
in_behandeling,2026-03-05,2026-03-09,,2026-04-02,2026-03-26,,,,2026-03-09
X
SP_TODAY=2026-03-18 sp-add -q signaal 1 soort=klacht gebied=1 >id
prints 'another type and area: no other term' at <<'X'
in_behandeling,2026-03-05,2026-03-09,,2026-04-02,2026-03-26,,,,2026-03-09
X
SP_TODAY=2026-03-18 sp-signal accept -q 1 >id
prints 'accepted: the desk is asked after 14 days' sqlite3 sp.db \
	'select uiterlijk from doorverwijzing where id = 3' <<'X'
2026-04-01
X
prints 'a message: silence counts from it, acknowledging stops' \
	step 2026-03-19 message 1 tekst='Wij zoeken het uit.' <<'X'
in_behandeling,2026-03-05,,,2026-04-02,2026-04-10,,,,2026-04-02
X
prints 'a question: five days, weekend or not' step 2026-03-20 \
	status 1 reactie_gevraagd tekst='Welk veld?' <<'X'
reactie_gevraagd,2026-03-05,,,2026-04-02,2026-04-10,2026-03-25,,,2026-03-25
X
prints 'and its answer stops it' step 2026-03-21 \
	status 1 reactie_ontvangen tekst='Het grote.' <<'X'
reactie_ontvangen,2026-03-05,,,2026-04-02,2026-04-10,,,,2026-04-02
X
prints 'answered: a week to bring it back; the term stays to be read' \
	step 2026-03-23 answer 1 org=4 uitkomst=beantwoord \
	tekst='Er komt een wacht.' <<'X'
afgehandeld,2026-03-05,,,2026-04-02,,,2026-03-30,,2026-03-30
X
late_in() {
	for day in "$@"; do
		SP_TODAY=$day sp-signal list te_laat=ja -o csv --fields id |
			sed 1d | tr '\n' ' '
	done
}
prints 'late when it was not brought back' sh -c \
	'SP_TODAY=2026-03-31 sp-signal list te_laat=ja -o csv --fields id' <<'X'
id
1
X
prints 'told: nothing binds any more' step 2026-03-24 \
	loop 1 teruggekoppeld wijze=telefoon <<'X'
afgehandeld,2026-03-05,,,2026-04-02,,,2026-04-07,2026-04-21,
X
prints 'so it is never late again' \
	late_in 2026-04-08 2026-04-22 2027-01-01 </dev/null
prints 'reopened: the first term stands, silence counts anew' \
	step 2026-04-01 status 1 heropend tekst='Er kwam niemand.' <<'X'
heropend,2026-03-05,,2026-03-10,2026-04-02,2026-04-23,,,,2026-03-10
X
prints 'cancelled: nothing runs' step 2026-04-02 \
	status 1 geannuleerd reden=ingetrokken <<'X'
geannuleerd,2026-03-05,,,2026-04-02,,,,,
X
fails 'a term of no days' 2 'sp-add: dagen: "0" ligt niet tussen 1 en 3660' \
	sp-add termijn soort=bericht dagen=0
fails 'a clock that is none' 2 \
	'sp-add: soort: "wachten" is geen van bevestigen, routeren, aannemen, uitvoeren, afhandelen, bericht, reactie, terugkoppelen, oordeel, nakijken' \
	sp-add termijn soort=wachten dagen=3

done_testing
