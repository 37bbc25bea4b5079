"""ranking - whom to ask, worked out again from the lists alone

usage: ranking.py [--place] DAY [field=VALUE ...], areas by id; reads the lists
of kinds as KIND.json and prints "id score reasons" best first, then "- id
reason" of those left out; with --place "id score lead place", of who would
stand higher with one ask fewer."""

import hashlib
import json
import math
import sys
from datetime import date, timedelta

places = sys.argv[1] == "--place"
if places:
    del sys.argv[1]
day = sys.argv[1]
today = date.fromisoformat(day)
need = dict(a.split("=", 1) for a in sys.argv[2:])
offer = "vacature" in need
GROUNDS = ("gebied domein taal rol doelgroep geworteld belasting rust "
           "gelukt").split()
COUNTS = ("gevraagd", "toegezegd", "gedaan", "niet_doorgegaan")
EARTH = 6371008.8


def load(kind):
    with open(kind + ".json", encoding="utf-8") as f:
        return json.load(f)


def offered(vacancy):
    """What a vacancy says of a need."""
    says = {f: vacancy[f] for f in ("domein wens_taal rol doelgroep gebied "
                                    "org").split()}
    says["taal"] = vacancy["talen"]
    says["geleerd"] = "ja" if vacancy["geleerd"] else None
    if vacancy["vorm"] == "vrijwilliger":
        says["uren"] = vacancy["uren_week"]
    return {f: ",".join(map(str, v)) if isinstance(v, list) else str(v)
            for f, v in says.items() if v is not None}


if offer:
    need = {**next(offered(v) for v in load("vacature")
                   if v["id"] == int(need["vacature"])), **need}
people, areas = load("persoon"), {a["id"]: a for a in load("gebied")}
edges = [(b["gebied"], b["buur"]) for b in load("buren")]
setting = {s["naam"]: s["waarde"] for s in load("instelling")}
consents = {}
for c in sorted(load("toestemming"), key=lambda c: (c["gegeven_op"], c["id"])):
    if c["doel"] == "benaderen":
        consents[c["persoon"]] = (c["ingetrokken_op"] is None and
                                  (c["geldig_tot"] or "9999") >= day)
asks = {}
for a in load("vraag"):
    if a["status"] in COUNTS:
        asks.setdefault(a["persoon"], []).append(a)


def adjoining(area):
    return {b for a, b in edges if a == area} | {
        a for a, b in edges if b == area}


def closeness(area, wanted):
    """How near `area` is to the one wanted, in thousandths."""
    a = area
    while a is not None:  # lies in it
        if a == wanted:
            return 1000
        a = areas[a]["ouder"]
    if area in adjoining(wanted):
        return 600
    a = areas[wanted]["ouder"]
    while a is not None:  # it lies in this one
        if a == area:
            return 600
        a = areas[a]["ouder"]
    around = areas[wanted]["ouder"]
    if around is not None and areas[around]["soort"] == "wijk" and \
            areas[area]["ouder"] == around:
        return 400
    if any(area in adjoining(x) for x in adjoining(wanted)):
        return 300
    return 0


def inside(area):
    """The point of an area, from its own or those in it."""
    a = areas[area]
    if a["lat"] is not None:
        return a["lat"], a["lon"]
    points = [p for p in (inside(b["id"]) for b in areas.values()
                          if b["ouder"] == area) if p]
    if not points:
        return None
    return tuple(sum(p[i] for p in points) / len(points) for i in (0, 1))


def point(area):
    while area is not None:
        if inside(area):
            return inside(area)
        area = areas[area]["ouder"]
    return None


def haversine(p, q):
    """Metres; the formula as it stands in the handbooks."""
    (a, b), (c, d) = (map(math.radians, p), map(math.radians, q))
    h = (math.sin((c - a) / 2) ** 2 +
         math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2)
    return 2 * EARTH * math.asin(math.sqrt(h))


POINTS = {a: point(a) for a in areas}


def metres(p):
    wanted = [POINTS[int(a)] for a in need.get("gebied", "").split(",") if a]
    found = [haversine(POINTS[a], w) for a in p["gebied"] or [] for w in wanted
             if POINTS[a] and w]
    return round(min(found)) if found else None


def holds(words, wanted):
    """Whether a list has the word today."""
    for word in words or []:
        name, _, dates = word.partition("@")
        if name != wanted:
            continue
        first, _, last = dates.partition("..")
        if (not first or first <= day) and (not last or last >= day):
            return True
    return False


def held(words, wanted):
    return sum(holds(words, w) for w in wanted)


def wanted(field):
    return need[field].split(",") if field in need else []


networks = {n["id"]: n for n in load("netwerk")}
belongs = {}
for b in load("band"):
    ends = dict(e.split(":") for e in (b["van"], b["naar"]))
    if set(ends) == {"persoon", "netwerk"} and (b["tot"] or "9999") >= day:
        belongs.setdefault(int(ends["persoon"]), set()).add(
            int(ends["netwerk"]))

profiles = {f["id"]: f for f in load("functieprofiel")}
contracts = load("contract")


def tasks(p):
    """What her profiles name; empty: she has none."""
    found = [profiles[c["functieprofiel"]]["taken"] for c in contracts
             if c["persoon"] == p["id"] and c["functieprofiel"] and
             c["van"] <= day <= (c["tot"] or "9999")]
    titles = [t.lower() for t in p["titel"] or []]
    found += [f["taken"] for f in profiles.values()
              if f["naam"].lower() in titles]
    return set(sum(found, []))


def domains(p):
    learned = p["geleerd"] if need.get("geleerd") == "ja" else None
    return (p["domein"] or []) + (learned or [])


def lacks(p):
    """What no room makes up for."""
    if "domein" in need and not held(domains(p), wanted("domein")):
        return "domein"
    if held(p["talen"], wanted("taal")) < len(wanted("taal")):
        return "taal"
    if "rol" in need and not held(p["rol"], wanted("rol")):
        return "rol"
    titles = [t.lower() for t in p["titel"] or []]
    if "titel" in need and not held(titles, wanted("titel")):
        return "titel"
    away = metres(p)
    if away is not None and "max_km" in need and \
            away > 1000 * int(need["max_km"]):
        return "far"
    if away is not None and p["max_km"] is not None and \
            away > 1000 * p["max_km"]:
        return "far"
    return None


def works_for(p):
    """Whether she did something for who asks, in the year before."""
    since = (today - timedelta(365)).isoformat()
    return "org" in need and any(
        a["org"] == int(need["org"]) and since <= a["datum"] <= day
        for a in asks.get(p["id"], []))


def closed(p):
    """What she says of herself."""
    if p["status"] == "gestopt":
        return "stopped"
    if consents.get(p["id"]) is False:
        return "consent"
    if p["id"] not in consents and setting["grondslag_verplicht"] == "ja":
        return "consent"
    if p["status"] not in ("actief", "kandidaat" if offer else ""):
        return "status"
    if p["stand"] == "te_veel" or \
            p["stand"] == "alleen_bestaand" and not works_for(p):
        return "load"
    if p["niet_voor"] and p["niet_voor"] > day:
        return "date"
    return None


def full(p):
    """What others ask of her."""
    hours = float(need.get("uren", 0))
    if offer:  # of what she can give, and nothing is asked
        most = p["capaciteit_uren_week"]
        return "hours" if most is not None and hours > most else None
    work = date.fromisoformat(need.get("wanneer", day))
    given = asks.get(p["id"], [])
    weights = [2 if a["zwaar"] else 1 for a in given if 0 <= (
        today - date.fromisoformat(a["datum"])).days < 30]
    if sum(weights) + (2 if need.get("zwaar") == "ja" else 1) > int(
            setting["max_vragen_30d"]):
        return "asks"
    if any(0 < abs((work_day(a) - work).days) <= int(setting["rustdagen"])
           for a in given):
        return "rest"
    taken = sum(float(a["uren_begroot"] or 0) for a in given
                if work_day(a).isocalendar()[:2] == work.isocalendar()[:2])
    most = p["capaciteit_uren_week"]
    if most is not None and taken + max(hours, .01) > most:
        return "hours"
    paid = [float(c["uren_week"]) for c in contracts
            if c["persoon"] == p["id"] and c["uren_week"] is not None and
            c["van"] <= day <= (c["tot"] or "9999") and
            c["van"] <= work.isoformat() <= (c["tot"] or "9999")]
    if paid and taken + max(hours, .01) > sum(paid):
        return "contract"
    return None


def hindrance(p):
    return lacks(p) or closed(p) or full(p)


def work_day(a):
    return date.fromisoformat(a["wanneer"] or a["datum"])


def share(words, need_words):
    return 1000 * held(words, need_words) // len(need_words)


def measure(p):
    met = {}
    if "gebied" in need:
        met["gebied"] = 200 if not p["gebied"] else max(
            closeness(a, int(w)) for a in p["gebied"] for w in wanted("gebied"))
    if "domein" in need:
        met["domein"] = share(domains(p), wanted("domein"))
    languages = wanted("taal") + wanted("wens_taal")
    if languages:
        met["taal"] = share(p["talen"], languages)
    if "rol" in need:
        met["rol"] = share(p["rol"], wanted("rol"))
    mine = belongs.get(p["id"], set())
    if "doelgroep" in need:
        groups = set(p["doelgroep"] or [])
        for n in mine:
            groups |= set(networks[n]["doelgroep"] or [])
        met["doelgroep"] = share(groups, wanted("doelgroep"))
    years = 500 if p["sinds_jaar"] is None else 100 * min(
        10, max(0, today.year - p["sinds_jaar"]))
    met["geworteld"] = min(1000, years + 250 * len(mine))
    given = asks.get(p["id"], [])
    busy = sum(2 if a["zwaar"] else 1 for a in given
               if work_day(a) > today - timedelta(90))
    if not offer:
        met["belasting"] = balance(busy)
    last = max((date.fromisoformat(a["datum"]) for a in given), default=None)
    rest = 10 ** 9 if last is None else (today - last).days
    if not offer:
        met["rust"] = max(0, min(1000, 1000 * rest // 90))
    told = [a["gelukt"] for a in given if a["gelukt"] is not None]
    met["gelukt"] = 1000 * (sum(told) + 1) // (len(told) + 2)
    return met, (0 if offer else busy, -met["geworteld"],
                 0 if offer else -rest)


def balance(busy):
    most = max(1, 3 * int(setting["max_vragen_30d"]))
    full = min(100, 100 * busy // most) / 100
    return round(1000 * (math.e - math.exp(full)) / (math.e - 1))


def weigh(met):
    """Weights that add up to 10000: largest remainders."""
    given = {g: int(setting["gewicht_" + g]) for g in GROUNDS if g in met}
    total = sum(given.values())
    if not total:
        return {g: 0 for g in given}
    weights = {g: w * 10000 // total for g, w in given.items()}
    rests = sorted(given, key=lambda g: (-(given[g] * 10000 % total),
                                         GROUNDS.index(g)))
    for g in rests[:10000 - sum(weights.values())]:
        weights[g] += 1
    return weights


ranked, left = [], []
for p in people:
    why = hindrance(p)
    if why is not None:
        left.append((p["id"], why))
        continue
    met, ties = measure(p)
    weights = weigh(met)
    parts = {g: weights[g] * met[g] // 1000 for g in GROUNDS if g in met}
    ticket = hashlib.sha256(b"\0".join((b"sp-rank/1", day.encode(),
                                        p["uuid"].encode()))).digest()
    told = ", ".join("%s %d" % (g, n) for g, n in parts.items() if n)
    if p["status"] == "kandidaat":
        told += "; kandidaat"
    if "taak" in need and tasks(p) and need["taak"] not in tasks(p):
        told += "; profile"
    away = metres(p)
    if "gebied" in need and any(POINTS[int(a)] for a in wanted("gebied")):
        told += "" if away is None else " km %.1f" % (
            (away + 50) // 100 / 10)
    fewer = None
    if ties[0] > 0:  # the same person, one ask less
        fewer = (-sum(parts.values()) + parts["belasting"] -
                 weights["belasting"] * balance(ties[0] - 1) // 1000,
                 (ties[0] - 1,) + ties[1:], ticket)
    ranked.append((-sum(parts.values()), ties, ticket, p["id"], told, fewer))
ranked.sort()
if places:
    keys = [r[:3] for r in ranked]
    for at, (score, _, _, who, _, fewer) in enumerate(ranked):
        lead = "-" if at + 1 == len(ranked) else ranked[at + 1][0] - score
        place = at if fewer is None else sum(k < fewer for k in keys[:at])
        print(who, -score, lead, place + 1 if place < at else "-")
    sys.exit()
for score, _, _, who, told, _ in ranked:
    print(who, -score, told)
for who, why in left:
    print("-", who, why)
