"""random_asks - what a made-up town's persons were asked and belong to, where
its areas lie, and work that is offered there: CSV files beside those of
random_signals.py"""

import csv
import random
from datetime import date, timedelta

r = random.Random(20261111)
DOMAINS = "wonen energie armoede gezondheid zorg jeugd werk sport".split()
GROUPS = "ouderen jongeren ouders huurders minima".split()
TASKS = "verkennen signaleren adviseren voorlichten bemiddelen".split()
TITLES = ["Wijkverbinder", "BuurtBaner", "wijkverbinder", "Stadsmaker"]
STATES = ("gedaan gedaan gedaan toegezegd gevraagd niet_doorgegaan geweigerd "
          "geannuleerd concept").split()


def some(words, most):
    return "|".join(r.sample(words, r.randint(0, most)))


def day(first, days):
    return (date.fromisoformat(first) + timedelta(r.randrange(days))
            ).isoformat()


def write(name, header, rows):
    with open(name, "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def perhaps(value):
    return value if r.random() < .5 else ""


write("meer.csv", ["alias", "geleerd", "doelgroep", "titel", "max_km",
                   "sinds_jaar"],
      [("p%03d" % i, some(DOMAINS, 2), some(GROUPS, 2), some(TITLES, 2),
        perhaps(r.randrange(1, 15)), perhaps(r.randrange(1990, 2027)))
       for i in range(300)])

points = []
with open("gebied.csv", encoding="utf-8") as f:
    for area in csv.DictReader(f):
        if area["soort"] == "buurt" and r.random() < .6:
            points.append((area["code"], "%.5f" % (52.05 + r.random() * .1),
                           "%.5f" % (5.0 + r.random() * .15)))
write("punten.csv", ["code", "lat", "lon"], points)

write("netwerk.csv", ["naam", "doelgroep"],
      [("Netwerk %d" % i, some(GROUPS, 2)) for i in range(20)])
write("band.csv", ["van", "naar", "soort", "tot"],
      sorted({(a, b): (a, b, r.choice(["lid", "beheert", "kent"]),
                       r.choice(["", "", day("2026-06-01", 300)]))
              for a, b in ((lambda p, n: (p, n) if r.random() < .8 else (n, p))
                           ("persoon:p%03d" % r.randrange(300),
                            "netwerk:Netwerk %d" % r.randrange(20))
                           for _ in range(150))}.values()))

write("functieprofiel.csv", ["naam", "taken"],
      [("wijkverbinder", "verkennen|signaleren"),
       ("Stadsmaker", "adviseren|bemiddelen"), ("Coach", "voorlichten")])
write("contract.csv", ["persoon", "vorm", "functieprofiel", "van", "tot",
                       "uren_week"],
      [("p%03d" % i, "buurtbaan", r.choice(["Coach", "Stadsmaker", ""]),
        day("2025-01-01", 300), perhaps(day("2026-01-01", 500)),
        r.choice(["", "2", "3.5", "8"]))
       for i in r.sample(range(300), 60)])

asks = []
for i in range(700):
    asked = day("2026-05-01", 190)
    state = r.choice(STATES)
    asks.append((
        "v%d" % i, perhaps("Organisatie %d" % r.randrange(4)), "p%03d" % r.randrange(120), asked,
        perhaps((date.fromisoformat(asked) + timedelta(r.randrange(40))
                 ).isoformat()),
        state, r.choice(["", "", "ja", "nee"]),
        r.choice(["", "1", "2.5", "4"]),
        r.choice(["ja", "ja", "nee", ""]) if state == "gedaan" else ""))
write("vraag.csv", ["bron_id", "org", "persoon", "datum", "wanneer", "status",
                    "zwaar", "uren", "gelukt"], asks)

ROLES = "verbinder helpende_hand woordvoerder luisterend_oor".split()
LANGUAGES = "nl ar tr pl".split()
with open("gebied.csv", encoding="utf-8") as f:
    codes = [area["code"] for area in csv.DictReader(f)]
write("vacature.csv", ["naam", "org", "vorm", "uren", "gebied", "domein",
                       "geleerd", "talen", "wens_taal", "rol", "doelgroep",
                       "plaatsen", "sluit_op"],
      [("Vacature %d" % i, "Organisatie %d" % (i % 4),
        r.choice(["vrijwilliger", "vrijwilliger", "buurtbaan", ""]),
        r.choice(["", "2", "4.5", "24"]), "|".join(r.sample(codes, i % 3)),
        some(DOMAINS, 3), perhaps("ja"), some(LANGUAGES, 1),
        some(LANGUAGES, 2), some(ROLES, 2), some(GROUPS, 2),
        perhaps(r.randrange(1, 4)), perhaps("2026-11-10"))
       for i in range(16)])
