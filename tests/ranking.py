"""ranking - whom to ask, worked out again from the lists alone

usage: ranking.py DAY [gebied=ID] [domein=a,b] [taal=a,b] [rol=a] [uren=N];
reads persoon.json gebied.json buren.json toestemming.json instelling.json and
prints "id score" best first, then "- id reason" of those left out."""

import hashlib
import json
import sys

day = sys.argv[1]
need = dict(a.split("=", 1) for a in sys.argv[2:])


def load(kind):
    with open(kind + ".json", encoding="utf-8") as f:
        return json.load(f)


people, areas = load("persoon"), {a["id"]: a for a in load("gebied")}
edges = [(b["gebied"], b["buur"]) for b in load("buren")]
setting = {s["naam"]: s["waarde"] for s in load("instelling")}
consents = {}
for c in sorted(load("toestemming"), key=lambda c: (c["gegeven_op"], c["id"])):
    if c["doel"] == "benaderen":
        consents[c["persoon"]] = (c["ingetrokken_op"] is None and
                                  (c["geldig_tot"] or "9999") >= day)


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


def containment(words, wanted):
    wanted = wanted.split(",")
    return 1000 * sum(holds(words, w) for w in wanted) // len(wanted)


def hindrance(p):
    if p["status"] != "actief":
        return "status"
    if consents.get(p["id"]) is False:
        return "consent"
    if p["id"] not in consents and setting["grondslag_verplicht"] == "ja":
        return "consent"
    if p["stand"] in ("te_veel", "alleen_bestaand"):
        return "load"
    if p["niet_voor"] and p["niet_voor"] > day:
        return "date"
    hours = p["capaciteit_uren_week"]
    if "uren" in need and hours is not None and hours < int(need["uren"]):
        return "hours"
    return None


def measure(p):
    met, why = {}, None
    if "gebied" in need:
        met["gebied"] = 200 if not p["gebied"] else max(
            closeness(a, int(need["gebied"])) for a in p["gebied"])
    for field, column in (("domein", "domein"), ("taal", "talen"),
                          ("rol", "rol")):
        if field in need and why is None:
            met[field] = containment(p[column], need[field])
            if met[field] == 0 or (field == "taal" and met[field] < 1000):
                why = field
    return met, why


ranked, left = [], []
for p in people:
    why = hindrance(p)
    if why is None:
        met, why = measure(p)
    if why is not None:
        left.append((p["id"], why))
        continue
    weights = {f: int(setting["gewicht_" + f]) for f in met}
    total = sum(weights.values())
    score = 10 * sum(weights[f] * met[f] for f in met) // total if total else 0
    ticket = hashlib.sha256(b"\0".join((b"sp-rank/1", day.encode(),
                                        p["uuid"].encode()))).digest()
    ranked.append((-score, ticket, p["id"]))
for score, _, who in sorted(ranked):
    print(who, -score)
for who, why in left:
    print("-", who, why)
