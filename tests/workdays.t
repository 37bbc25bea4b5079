#!/bin/sh
# workdays - holidays and terms against other people's lists and Python
. "${SP_SOURCE:?}/tests/lib.sh"

workdays=$(dirname "$(command -v sp-add)")/../tests/unit/workdays

# What others publish as public holidays, Sundays left out.
if [ -d "${DATA:-}/feestdagen" ]; then
	for year in 2024 2025 2026; do
		jq -r '.[] | select(.type == "public" and ._weekday != "Sun")
			| .date[:10]' "$DATA/feestdagen/NL-$year.json" >published
		"$workdays" holidays "$year" "$year" 0 | cut -d' ' -f1 >got
		ok "the holidays of $year as date-holidays has them" \
			sh -c '[ -s published ] && diff published got'
	done
else
	skip 'the holidays as date-holidays has them: no DATA'
fi

prints 'the holidays of a lustrum year' "$workdays" holidays 2030 2030 1 <<X
2030-01-01 Nieuwjaarsdag
2030-04-22 Tweede Paasdag
2030-04-27 Koningsdag
2030-05-05 Bevrijdingsdag
2030-05-30 Hemelvaartsdag
2030-06-10 Tweede Pinksterdag
2030-12-25 Eerste Kerstdag
2030-12-26 Tweede Kerstdag
X

# Easter by its definition: the Sunday after the full moon that the epacts of
# Lilius and Clavius give (D. Knuth, The Art of Computer Programming, volume 1,
# 1.3.2, exercise 14); terms a day at a time.
cat >other.py <<'X'
import random
from datetime import date, timedelta

def easter(year):
    golden, century = year % 19 + 1, year // 100 + 1
    leap, moon = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + moon - leap) % 30
    if epact == 24 or epact == 25 and golden > 11:
        epact += 1
    full = 44 - epact if 44 - epact >= 21 else 74 - epact
    day = date(year, 3, 1) + timedelta(full)
    while day.weekday() != 6:
        day += timedelta(1)
    return day

def free(year, lustrum):
    sunday = easter(year)
    days = {sunday + timedelta(n) for n in (1, 39, 50)}
    days |= {date(year, *md) for md in ((1, 1), (12, 25), (12, 26))}
    king = date(year, 4, 27 if year >= 2014 else 30)
    days.add(king - timedelta(king.weekday() == 6))
    if lustrum and year % 5 == 0:
        days.add(date(year, 5, 5))
    return days

every = [set().union(*(free(year, lustrum) for year in range(1980, 2101)))
         for lustrum in (0, 1)]

def end(day, n, working, lustrum):
    def open(day):
        return day.weekday() < 5 and day not in every[lustrum]
    if not working:
        return day + timedelta(n)
    while not open(day):
        day += timedelta(1)
    while n > 0:
        day += timedelta(1)
        n -= open(day)
    return day

with open("easters", "w") as out:
    for year in range(1600, 9999):
        print(easter(year), file=out)
epoch, pick = date(1970, 1, 1), random.Random(20260305)
with open("starts", "w") as out, open("ends", "w") as ends:
    for _ in range(20000):
        day = date(1980, 1, 1) + timedelta(pick.randrange(40000))
        n = pick.choice((0, 1, 2, 3, 5, 10, 15, 28, pick.randrange(400)))
        working, lustrum = pick.randrange(4) > 0, pick.randrange(2)
        print((day - epoch).days, n, int(working), lustrum, file=out)
        print((end(day, n, working, lustrum) - epoch).days, file=ends)
X
ok 'Python has Easters and terms of its own' python3 other.py
prints 'Easter from 1600 to 9998' "$workdays" easter 1600 9998 <easters
"$workdays" terms <starts >got
ok '20,000 terms from 1980 to 2089' diff ends got

done_testing
