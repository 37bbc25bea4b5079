"""termdays - working days and terms for tests, apart from ours

Easter by Gauss's rule (Monatliche Correspondenz, August 1800, as corrected in
1816), terms a day at a time."""

from datetime import date, timedelta

day = timedelta(1)

def easter(year):
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    m = (15 - (13 + 8 * k) // 25 + k - k // 4) % 30
    n = (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if d == 29 and e == 6 or d == 28 and e == 6 and a > 10:
        e -= 7
    return date(year, 3, 22) + (d + e) * day

def free(d, lustrum):
    king = date(d.year, 4, 27)
    return d.weekday() > 4 or d in (
        date(d.year, 1, 1), date(d.year, 12, 25), date(d.year, 12, 26),
        easter(d.year) + day, easter(d.year) + 39 * day,
        easter(d.year) + 50 * day, king - (king.weekday() == 6) * day
    ) or lustrum and d.year % 5 == 0 and (d.month, d.day) == (5, 5)

def walk(d, n, working, lustrum):
    if not working:
        return d + n * day
    while free(d, lustrum):
        d += day
    while n > 0:
        d += day
        n -= not free(d, lustrum)
    return d

# days, and whether working ones
defaults = {"bevestigen": (2, 1), "routeren": (3, 1), "aannemen": (5, 1),
    "uitvoeren": (14, 0), "afhandelen": (10, 1), "bericht": (15, 1),
    "reactie": (5, 0), "terugkoppelen": (7, 0), "oordeel": (14, 0),
    "nakijken": (28, 0)}
