"""random - a made-up town from a fixed seed, as CSV files in the directory"""

import csv
import random
from datetime import date, timedelta

r = random.Random(20261110)
DOMAINS = "wonen energie armoede gezondheid zorg jeugd werk sport".split()
LANGUAGES = "nl en ar ber tr ti so".split()
ROLES = ("verbinder helpende_hand initiatiefnemer kansenmaker woordvoerder "
         "informatievoorziening luisterend_oor").split()
KINDS = "vraag zorg idee klacht wens melding".split()
CHANNELS = ["gesprek", "telefoon", "straat", "mail", ""]


def some(words, most, least=0):
    return "|".join(r.sample(words, r.randint(least, most)))


def day(first, days):
    return (date.fromisoformat(first) + timedelta(r.randrange(days))
            ).isoformat()


def write(name, header, rows):
    with open(name, "w", newline="", encoding="utf-8") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def dated(role):
    kind = r.randrange(5)
    if kind == 0:
        return role + "@2024-01-01.."
    if kind == 1:
        return role + "@..2025-12-31"
    if kind == 2:
        return role + "@2026-01-01..2026-12-31"
    return role


areas = [("GM0344", "Utrecht", "gemeente", ""), ("GM0355", "Zeist",
                                                 "gemeente", "")]
for w in range(4):
    code = "WK0344%02d" % w
    areas.append((code, "Wijk %d" % w, "wijk", "GM0344"))
    for b in range(5):
        areas.append(("BU0344%02d%02d" % (w, b), "Buurt %d.%d" % (w, b),
                      "buurt", code))
write("gebied.csv", ["code", "naam", "soort", "ouder"], areas)
buurten = [a[0] for a in areas if a[2] == "buurt"]
pairs = set()
while len(pairs) < 25:
    a, b = r.sample(buurten, 2)
    pairs.add((min(a, b), max(a, b)))
write("buren.csv", ["gebied", "buur"], sorted(pairs))

people = []
for i in range(300):
    people.append((
        "p%03d" % i, "Persoon %d" % (i % 290), some(LANGUAGES, 3, 1),
        "|".join(dated(x) for x in r.sample(ROLES, r.randint(0, 3))),
        some([a[0] for a in areas], 2), some(DOMAINS, 4),
        r.choice(["", r.randint(0, 20)]),
        r.choice(["", "", "ruimte", "te_veel", "alleen_bestaand"]),
        r.choice(["", "", "", day("2026-10-01", 80)]),
        r.choice(["actief"] * 8 + ["kandidaat", "gestopt"])))
write("persoon.csv", ["alias", "naam", "talen", "rol", "gebied", "domein",
                      "capaciteit_uren_week", "stand", "niet_voor", "status"],
      [p[:1] + (p[1] if i < 290 else p[1] + " bis",) + p[2:]
       for i, p in enumerate(people)])

consents = {}
for _ in range(120):
    who = r.randrange(300)
    given = day("2025-01-01", 600)
    consents[who, given] = (
        "p%03d" % who, "benaderen", given,
        r.choice(["", day("2026-06-01", 300)]),
        r.choice(["", "", "", day("2026-09-01", 60)]))
write("toestemming.csv", ["persoon", "doel", "gegeven_op", "geldig_tot",
                          "ingetrokken_op"], consents.values())

signals = []
for i in range(2000):
    signals.append((
        "b%d" % i, day("2026-06-01", 160), r.choice(KINDS),
        some(DOMAINS, 3), r.choice(buurten + ["", "GM0355"]),
        r.choice(CHANNELS), "p%03d" % r.randrange(300) if r.random() < .7
        else "", r.choice([1, 1, 1, 2, 3, 6, 12]),
        r.choice(["", "nl", "ar"]),
        r.choice(["", "De pannen zijn te duur", "Café is dicht",
                  "Straat is vol"]),
        r.choice(["anna", "bo", ""])))
write("signaal.csv", ["bron_id", "gemeld_op", "soort", "domein", "gebied",
                      "kanaal", "via_persoon", "aantal", "taal", "tekst",
                      "behandelaar"], signals)

write("organisatie.csv", ["naam", "soort", "gebied", "domein"],
      [("Organisatie %d" % i, r.choice(["plek", "welzijn", "loket", ""]),
        some([a[0] for a in areas], 3), some(DOMAINS, 3)) for i in range(40)])
write("dienst.csv", ["naam", "organisatie", "gebied", "domein"],
      [("Dienst %d" % i, "Organisatie %d" % r.randrange(40),
        some([a[0] for a in areas], 2), some(DOMAINS, 2)) for i in range(30)])
write("activiteit.csv", ["naam", "datum", "gebied", "domein", "organisator"],
      [("Activiteit %d" % (i % 20), day("2026-11-01", 60),
        r.choice(buurten + [""]), some(DOMAINS, 2),
        r.choice(["", "p%03d" % r.randrange(300)])) for i in range(25)])
write("initiatief.csv", ["naam", "gebied", "domein"],
      [("Initiatief %d" % i, some([a[0] for a in areas], 2),
        some(DOMAINS, 2)) for i in range(20)])
