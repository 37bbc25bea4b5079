"""leads - whom to meet first, worked out from the lists alone
   make SEED DIR   writes leads, candidates and asks for a town that is there
   rank [field=value ...]   prints what sp-match next should, without reasons;
                            each row with the points it is made of
   chain    prints what sp-match next --chain should"""
import csv
import datetime
import hashlib
import json
import random
import subprocess
import sys

TODAY = "2026-11-10"
WEIGHTS = {"sources": 2500, "domain": 2000, "language": 1000, "role": 500,
           "signals": 1500, "path": 1000, "wait": 1500}
COUNTS = ("gevraagd", "toegezegd", "gedaan", "niet_doorgegaan")


def lijst(kind, *filters):
    run = subprocess.run(["sp-report", "lijst", kind, "-o", "json",
                          "--lang", "nl", *filters],
                         stdout=subprocess.PIPE)
    return json.loads(run.stdout) if run.stdout else []


def words(value):
    return [w.split("@")[0] for w in value or []]


def roles(person):
    now = set()
    for word in person["rol"] or []:
        name, _, dates = word.partition("@")
        first, dots, last = dates.partition("..")
        if first <= TODAY and (not dots or not last or TODAY <= last):
            now.add(name)
    return now


def make(seed):
    r = random.Random(int(seed))
    people = lijst("persoon")
    areas = [a["id"] for a in lijst("gebied")]
    ids = [p["id"] for p in people]
    day = lambda back: str(datetime.date(2026, 11, 10) -
                           datetime.timedelta(r.randrange(back)))
    domains = ["energie", "zorg", "sport", "isolement", "vaccinatie"]
    languages = ["nl", "ar", "ti", "so", "ngt"]
    with open("candidates.csv", "w") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["alias", "naam", "status", "gebied", "domein", "talen",
                      "rol", "gevonden_op", "niet_voor", "stand"])
        for i in range(40):
            out.writerow(["k%d" % i, "Kandidaat %d" % i, "kandidaat",
                          "|".join(map(str, r.sample(areas, r.randrange(3)))),
                          "|".join(r.sample(domains, r.randrange(3))),
                          "|".join(r.sample(languages, r.randrange(3))),
                          r.choice(["", "verbinder", "kansenmaker",
                                    "verbinder@2026-11-11.."]),
                          r.choice(["", day(200)]),
                          r.choice(["", "", "", "2026-11-10", "2026-11-11"]),
                          r.choice(["", "", "", "te_veel"])])
    with open("leads.csv", "w") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["wie", "door", "bron", "gebied", "domein", "talen",
                      "kanaal", "op", "status", "persoon"])
        for i in range(200):
            to = r.choice([""] * 3 + ["k%d" % r.randrange(40)] * 4 +
                          [r.choice(ids)])
            status = r.choice(["open"] * 5 + ["benaderd", "afgevallen"])
            if to and r.random() < .2:
                status, to = "geworden", r.choice(ids[:30])
            out.writerow(["geheim %d" % i, r.choice(["", *ids[:25]]),
                          r.choice(["", "straat", "welzijn"]),
                          r.choice(["", *areas]),
                          "|".join(r.sample(domains, r.randrange(3))),
                          "|".join(r.sample(languages, r.randrange(3))),
                          r.choice(["", "markt"]), day(300), status, to])
        # long chains, with one who brought herself and a circle
        for by, to in [(30, 31), (31, 32), (32, 33), (31, 34), (35, 35),
                       (36, 37), (37, 38), (38, 36), (37, 39)]:
            out.writerow(["geheim", ids[by], "", "", "", "", "markt",
                          day(300), "geworden", ids[to]])
    with open("asks.csv", "w") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["persoon", "datum", "status"])
        for i in range(120):
            out.writerow([r.choice(ids[:20]), day(200),
                          r.choice(COUNTS + ("geweigerd", "concept"))])


class Town:
    def __init__(self):
        self.people = lijst("persoon")
        self.parents = {a["id"]: a["ouder"] for a in lijst("gebied")}
        newest = {}
        for c in lijst("toestemming", "doel=benaderen"):
            key = (c["gegeven_op"], c["id"])
            if key > newest.get(c["persoon"], (("", 0), 0))[0]:
                newest[c["persoon"]] = (key, c["ingetrokken_op"] is None and
                                        (c["geldig_tot"] or "9999") >= TODAY)
        self.ended = {p for p, (_, good) in newest.items() if not good}
        since = str(datetime.date(2026, 11, 10) - datetime.timedelta(90))
        self.signals = [s for s in lijst("signaal")
                        if since <= s["gemeld_op"] <= TODAY and
                        s["dubbel_van"] is None]
        self.ever, self.lately = set(), {}
        for a in lijst("vraag"):
            if a["status"] in COUNTS:
                self.ever.add(a["persoon"])
                if a["datum"] >= since:
                    self.lately[a["persoon"]] = \
                        self.lately.get(a["persoon"], 0) + 1
        self.active = [p for p in self.people
                       if p["status"] == "actief" and not self.rests(p)]

    def rests(self, p):
        return (p["stand"] == "te_veel" or (p["niet_voor"] or "") > TODAY or
                p["id"] in self.ended)

    def above(self, area):
        found = set()
        while area is not None and area not in found:
            found.add(area)
            area = self.parents.get(area)
        return found

    def near(self, p, area):
        """she is there: in it, in what lies in it or what it lies in"""
        return area is None or any(a in self.above(area) or
                                   area in self.above(a)
                                   for a in p["gebied"] or [])

    def there(self, area, of, word):
        return sum(word in of(p) and self.near(p, area) for p in self.active)


def entries(town):
    people = {p["id"]: p for p in town.people}
    found = {}
    for p in town.people:
        if p["status"] == "kandidaat":
            found["p%d" % p["id"]] = dict(
                person=p["id"], uuid=p["uuid"], leads=[], out=town.rests(p),
                done=False, areas=list(p["gebied"] or []),
                domains=words(p["domein"]), languages=words(p["talen"]),
                roles=p["rol"], since=p["gevonden_op"])
    for a in lijst("aanwijzing"):
        if a["persoon"] is None and a["status"] == "open":
            e = found["l%d" % a["id"]] = dict(
                person=None, uuid=a["uuid"], leads=[], out=False, done=False,
                areas=[], domains=[], languages=[], roles=None, since=None)
        elif a["persoon"] is not None and "p%d" % a["persoon"] in found:
            e = found["p%d" % a["persoon"]]
        else:
            continue
        if a["status"] == "open":
            e["leads"].append(a)
            e["areas"] += [a["gebied"]] if a["gebied"] else []
            e["domains"] += words(a["domein"])
            e["languages"] += words(a["talen"])
        elif a["status"] == "benaderd":
            e["out"] = True
        else:
            e["done"] = True
    return [e for e in found.values()
            if not e["out"] and (e["leads"] or not e["done"])]


def path(town, lead):
    if lead["door"] is None:
        return 500
    if lead["door"] not in town.ever:
        return 1000
    return 0 if town.lately.get(lead["door"], 0) >= 3 else 400


def points(town, e):
    gap = lambda n: {0: 1000, 1: 400}.get(n, 0)
    least = lambda of, names: max(
        [gap(town.there(area, of, word)) for area in e["areas"] or [None]
         for word in names], default=0)
    sources = {a["door"] or a["bron"] or "" for a in e["leads"]}
    since = min((a["op"] for a in e["leads"]), default=e["since"])
    days = None if since is None else \
        (datetime.date(2026, 11, 10) - datetime.date.fromisoformat(since)).days
    alone = 0
    for area in e["areas"] or [None]:
        for word in e["domains"]:
            if town.there(area, lambda p: words(p["domein"]), word) == 0:
                alone = max(alone, sum(
                    word in words(s["domein"]) and
                    (area is None or (s["gebied"] is not None and
                                      area in town.above(s["gebied"])))
                    for s in town.signals))
    met = {"sources": [0, 300, 700, 1000][min(3, len(sources))],
           "domain": least(lambda p: words(p["domein"]), e["domains"]),
           "language": least(lambda p: words(p["talen"]), e["languages"]),
           "role": least(roles, {w.split("@")[0] for w in e["roles"] or []}),
           "signals": min(1000, 200 * alone),
           "path": max((path(town, a) for a in e["leads"]), default=0),
           "wait": 0 if days is None else min(1000, days * 1000 // 180)}
    return days, [WEIGHTS[k] * met[k] // 1000 for k in WEIGHTS]


def passes(town, e, filters):
    for f in filters:
        field, values = f.split("=")
        values = values.split(",")
        if field == "gebied" and not any(int(v) in town.above(a)
                                         for v in values for a in e["areas"]):
            return False
        if field == "domein" and not set(values) & set(e["domains"]):
            return False
        if field == "taal" and not set(values) & set(e["languages"]):
            return False
    return True


def rank(filters):
    town = Town()
    rows = []
    for e in entries(town):
        if not passes(town, e, filters):
            continue
        days, parts = points(town, e)
        lead = min(((a["op"], a["id"]) for a in e["leads"]),
                   default=("", ""))[1]
        ticket = hashlib.sha256(b"sp-next/1\0" + TODAY.encode() + b"\0" +
                                e["uuid"].encode()).digest()
        rows.append((-sum(parts), -(-1 if days is None else days), ticket,
                     lead, e["person"] or "", "" if days is None else days,
                     [p for p in parts if p]))
    for n, row in enumerate(sorted(rows), 1):
        print(n, row[3], row[4], -row[0], row[5], "+".join(map(str, row[6])),
              sep=",")


def chain():
    leads = sorted((a for a in lijst("aanwijzing", "status=geworden")
                    if a["persoon"]),
                   key=lambda a: (a["door"] in (None, a["persoon"]), a["op"],
                                  a["id"]))
    first = {}
    for a in leads:
        first.setdefault(a["persoon"], a)
    by = {p: None if a["door"] == p else a["door"] for p, a in first.items()}
    for a in leads:
        if a["door"] != a["persoon"] and a["door"] is not None:
            by.setdefault(a["door"], None)
    order = sorted(by, key=lambda p: (by[p] is not None,
                                      p if by[p] is None else 0,
                                      0 if by[p] is None else
                                      leads.index(first[p])))
    for p in order:  # circles open at their first
        seen, at = [], p
        while at is not None and at not in seen:
            seen.append(at)
            at = by[at]
        if at is not None:
            circle = seen[seen.index(at):]
            by[min(circle, key=order.index)] = None
    below = {p: [q for q in order if by[q] == p] for p in order}

    def total(p):
        return sum(1 + total(q) for q in below[p])

    def walk(p, step):
        a = first.get(p)
        print(step, p, (a and a["door"] != p and a["door"]) or "",
              a["op"] if a else "", (a and a["bron"]) or "",
              (a and a["kanaal"]) or "", len(below[p]), total(p), sep=",")
        for q in below[p]:
            walk(q, step + 1)
    for p in order:
        if by[p] is None:
            walk(p, 0)


if __name__ == "__main__":
    {"make": lambda: make(sys.argv[2]), "rank": lambda: rank(sys.argv[2:]),
     "chain": chain}[sys.argv[1]]()
