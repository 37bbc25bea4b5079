#!/usr/bin/env python3
# make - invented rows for the benchmarks, the same at every run
#   make.py areas | signals N | shuffled N | persons N | consents N | asks N
import random
import sys

AREAS = 40
SORTS = "vraag zorg idee klacht wens verhaal compliment melding".split()
DOMAINS = ("wonen energie armoede gezondheid zorg jeugd onderwijs werk "
           "inburgering veiligheid isolement mobiliteit").split()
CHANNELS = "gesprek huisbezoek telefoon whatsapp mail bijeenkomst straat".split()
LANGUAGES = "nl en ar ber tr ti so fa pl uk es fr".split()
ROLES = "verbinder kansenmaker woordvoerder luisterend_oor".split()
WORDS = ("de verwarming is te hoog en de brief over het café begrijpt niemand "
         "hier in België geen reünie op straat maar wel één loket dat zegt "
         "dat het later komt met zorg voor de ouders én de financiën").split()


def area(n):
    return "WK0344%02d" % n


def months():
    """The 36 months up to October 2026."""
    return ["%d-%02d" % (2023 + (10 + m) // 12, (10 + m) % 12 + 1)
            for m in range(36)]


def areas():
    yield "code,naam,soort,ouder"
    yield "GM0344,Utrecht,gemeente,"
    for n in range(AREAS):
        yield "%s,Wijk %d,wijk,GM0344" % (area(n), n + 1)


def text(rng):
    """Some sixty bytes; a fifth of them need quotes."""
    words = " ".join(rng.choices(WORDS, k=11))
    quoted = rng.random()
    if quoted < 0.17:
        return '"' + words.replace(" ", ", ", 1) + '"'
    if quoted < 0.19:
        return '"' + words.replace(" ", "\n", 1) + '"'
    if quoted < 0.20:
        return '"' + words.replace(" ", ' ""', 1).replace(" ", '"" ', 2) + '"'
    return words


def signal(rng, number, days):
    domain = rng.choice(DOMAINS)
    if rng.random() < 0.2:
        domain += "|" + rng.choice(DOMAINS)
    return ",".join(("L-%07d" % number, rng.choice(days), rng.choice(SORTS),
                     domain, area(rng.randrange(AREAS)), rng.choice(CHANNELS),
                     str(rng.randrange(1, 20)), text(rng)))


def signals(n, shuffled=False):
    rng = random.Random(2026)
    days = ["%s-%02d" % (m, d) for m in months() for d in range(1, 29)]
    numbers = list(range(1, n + 1))
    if shuffled:
        rng.shuffle(numbers)
    yield "bron_id,gemeld_op,soort,domein,gebied,kanaal,aantal,tekst"
    for number in numbers:
        yield signal(rng, number, days)


def persons(n):
    rng = random.Random(2027)
    yield "alias,naam,rol,talen,gebied,domein,capaciteit_uren_week"
    for number in range(1, n + 1):
        yield ",".join((
            "p%06d" % number, "Persoon %d" % number, rng.choice(ROLES),
            "|".join(rng.sample(LANGUAGES, 2)), area(rng.randrange(AREAS)),
            "|".join(rng.sample(DOMAINS, 3)), str(rng.randrange(1, 9))))


def consents(n):
    yield "persoon,doel,grondslag,gegeven_op"
    for number in range(1, n + 1):
        yield "p%06d,benaderen,toestemming,2026-01-15" % number


def asks(n):
    """Of a third as many persons, of the last two years and a month ahead."""
    rng = random.Random(2028)
    days = ["%s-%02d" % (m, d) for m in months()[12:] for d in range(1, 29)]
    states = ("gedaan gedaan gedaan toegezegd gevraagd niet_doorgegaan "
              "geweigerd").split()
    yield "bron_id,persoon,datum,taak,uren,status,wanneer,gelukt"
    for number in range(1, n + 1):
        at, state = rng.randrange(len(days) - 30), rng.choice(states)
        yield ",".join((
            "V-%07d" % number, "p%06d" % rng.randrange(1, n // 3 + 1),
            days[at], "voorlichten", str(rng.randrange(1, 5)), state,
            days[at + rng.randrange(30)],
            rng.choice(["ja", "nee", ""]) if state == "gedaan" else ""))


def main():
    kind, n = sys.argv[1], int((sys.argv + ["0"])[2])
    rows = {"areas": areas, "signals": lambda: signals(n),
            "shuffled": lambda: signals(n, True),
            "persons": lambda: persons(n), "consents": lambda: consents(n),
            "asks": lambda: asks(n)}
    for row in rows[kind]():
        sys.stdout.write(row + "\n")


main()
