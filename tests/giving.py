"""giving - random asks, returns, hours and contracts, and what the reports must
say of them

usage: giving.py rows SEED          writes the rows as CSV files
       giving.py load STORE FROM TO TODAY   prints sp-report belasting -o csv
       giving.py balance STORE FROM TO      prints sp-report wederkerigheid -o csv"""

import csv
import datetime
import itertools
import random
import sqlite3
import sys
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

COUNTS = {"gevraagd", "toegezegd", "gedaan", "niet_doorgegaan"}
PHASES = ["idee", "ontwerp", "besluit", "uitvoering", "evaluatie"]
LOAD = (
    "blok sleutel personen gevraagd vragen belasting aandeel_pct top1_pct "
    "top3_pct gini uren_gevraagd uren_gewerkt uren_contract uren_onbetaald "
    "caseload caseload_max boven_caseload boven_grens vaak_gevraagd "
    "vragen_90d laatste_vraag"
).split()


def day(text):
    return datetime.date.fromisoformat(text)


def rows(seed):
    rng = random.Random(seed)
    today = datetime.date(2026, 6, 17)

    def some(least, most):
        return (today - datetime.timedelta(rng.randint(least, most))).isoformat()

    def write(name, header, lines):
        with open(name + ".csv", "w", newline="") as f:
            out = csv.writer(f, lineterminator="\n")
            out.writerow(header.split(","))
            out.writerows(lines)

    people, orgs = range(1, 41), range(1, 8)
    write("persoon", "alias,naam,status", [
        (f"p{i}", f"P {i}", rng.choice(["actief"] * 5 + ["pauze", "gestopt"]))
        for i in people])
    write("organisatie", "naam", [(f"Org {i}",) for i in orgs])
    states = ["concept", "geweigerd", "geannuleerd", *COUNTS, "gedaan", "gedaan"]
    states.sort()
    asks = []
    for i in range(600):
        status = rng.choice(states)
        who = min(rng.choice(people) for _ in range(rng.choice([1, 1, 4])))
        asks.append((
            f"v{i}", who, rng.choice(["", *orgs]),
            rng.choice(["", *PHASES]), rng.choice(["adviseren", "spreken", ""]),
            rng.choice(["", "ja", "nee"]), rng.choice(["", 1, 2.5, 0.75]),
            rng.choice(["ja", "nee", ""]), some(0, 400), status,
            rng.choice(["", today.isoformat()]) if status == "gedaan" else ""))
    write("vraag", "bron_id,persoon,org,fase,taak,toegang,uren,zwaar,datum,"
          "status,terug_gemeld", asks)
    returns = []
    for i in range(300):
        sort = rng.choice(["vergoeding", "vrijwilligersvergoeding", "erkenning",
                           "steun_idee", "hulp", "invloed", "invloed", "opleiding",
                           "anders"])
        decision = rng.choice(["overgenomen", "deels", "niet"])
        returns.append((
            rng.choice(people), rng.choice(["", *orgs]), sort,
            rng.choice(["", 50, 12.35]) if "vergoeding" in sort else "",
            some(0, 500), decision if sort == "invloed" else "",
            "daarom" if sort == "invloed" else "",
            rng.choice(["", today.isoformat()])))
    write("wederdienst", "aan,van_org,soort,bedrag,datum,besluit,motivering,"
          "teruggemeld", returns)
    write("uren", "persoon,datum,uren,soort,org,betaald", [
        (rng.choice(people), some(0, 200), rng.choice([1, 2, 0.25, 3.5]),
         rng.choice(["inzet", "overleg", "reis", "opleiding", "verlof"]),
         rng.choice(["", *orgs]), rng.choice(["", "", "ja", "nee"]))
        for _ in range(700)])
    contracts = []
    for i in rng.sample(people, 20):
        start = datetime.date.fromisoformat(some(0, 500))
        end = start + datetime.timedelta(rng.randint(0, 400))
        contracts.append((
            i, rng.choice(["vast", "zzp", "buurtbaan"]), rng.choice(["", *orgs]),
            rng.choice(["", 2, 4.5, 32]), start, rng.choice(["", end]),
            rng.choice(["", "toegang", "teamoverleg,toegang,mailadres,"
                        "vakantiedagen"])))
    write("contract", "persoon,vorm,werkgever,uren,van,tot,collega", contracts)
    write("traject", "alias,persoon,begonnen_op,gestopt_op", [
        (f"t{i}", rng.choice(people), some(50, 100),
         rng.choice(["", some(0, 40), some(0, 40)])) for i in range(30)])
    write("signaal", "soort,via_persoon,gemeld_op", [
        (rng.choice(["zorg", "vraag"]), rng.choice(people), some(0, 100))
        for _ in range(80)])


def hundredth(number, of=100):
    text = f"{Decimal(number) / of:.2f}".rstrip("0").rstrip(".")
    return text


def percent(part, whole):
    share = Fraction(part) * 100 / Fraction(whole)
    return plain(Decimal(share.numerator) / Decimal(share.denominator), "0.1")


def plain(number, unit):
    text = str(number.quantize(Decimal(unit), ROUND_HALF_UP))
    return text.rstrip("0").rstrip(".") if "." in text else text


def spread(loads, n):
    """top1, top3 and Gini by its definition: the mean difference of pairs."""
    values = sorted(loads, reverse=True)
    total = sum(values)
    if total == 0:
        return "", "", ""
    values += [0] * (n - len(values))
    gini = Fraction(sum(abs(a - b) for a in values for b in values),
                    2 * n * total)
    return (percent(values[0], total), percent(sum(values[:3]), total),
            plain(Decimal(gini.numerator) / Decimal(gini.denominator), "0.001"))


def load(store, start, end, today):
    db = sqlite3.connect(store)
    db.row_factory = sqlite3.Row
    end = min(end, today)
    last = day(end)
    first_30 = (last - datetime.timedelta(29)).isoformat()
    first_90 = (last - datetime.timedelta(89)).isoformat()
    people = {p["id"]: p for p in db.execute("select * from persoon")}
    asks = [a for a in db.execute("select * from vraag")
            if a["status"] in COUNTS and a["datum"] <= end]
    lines, loads = [], {}
    months, at = [], last.replace(day=1)
    for _ in range(6):
        months.insert(0, at.strftime("%Y-%m"))
        at = (at - datetime.timedelta(1)).replace(day=1)

    def weight(a):
        return 2 if a["zwaar"] else 1

    for i in sorted(people):
        mine = [a for a in asks if a["persoon"] == i]
        now = [a for a in mine if a["datum"] >= start]
        line = {"blok": "persoon", "sleutel": i, "personen": 1,
                "gevraagd": int(bool(now)), "vragen": len(now),
                "belasting": sum(map(weight, now)),
                "uren_gevraagd": sum(a["uren_begroot"] or 0 for a in now)}
        hours = db.execute(
            "select * from uren where persoon = ? and datum between ? and ? "
            "and soort <> 'verlof'", (i, start, end)).fetchall()
        week = days = 0
        for c in db.execute("select * from contract where persoon = ?", (i,)):
            if c["uren_week"] is None or c["van"] > end:
                continue
            until = min(c["tot"] or end, end)
            if until < start:
                continue
            days += c["uren_week"] * (
                (day(until) - day(max(c["van"], start))).days + 1)
            week += c["uren_week"] if (c["tot"] or end) >= end else 0
        contract = int(Decimal(Fraction(days, 7).numerator) / Fraction(
            days, 7).denominator + Decimal("0.5")) if days else 0
        paid = sum(h["uren"] for h in hours if h["betaald"] == 1)
        unpaid = sum(h["uren"] for h in hours if h["betaald"] == 0)
        worked = sum(h["uren"] for h in hours)
        line["uren_gewerkt"], line["uren_contract"] = worked, contract
        line["uren_onbetaald"] = unpaid + max(
            0, worked - unpaid - max(contract, paid))
        line["caseload"] = sum(
            a["status"] in ("gevraagd", "toegezegd") for a in mine)
        line["caseload"] += db.execute(
            "select count(*) from signaal where via_persoon = ? and (status "
            "not in ('afgehandeld', 'geannuleerd') or lus = 'teruggelegd')",
            (i,)).fetchone()[0]
        line["caseload"] += sum(
            t["begonnen_op"] <= today and
            (t["gestopt_op"] is None or t["gestopt_op"] > today)
            for t in db.execute("select * from traject where persoon = ?", (i,)))
        line["caseload_max"] = week // 100
        line["boven_caseload"] = int(
            week > 0 and line["caseload"] > line["caseload_max"])
        line["boven_grens"] = int(
            sum(weight(a) for a in mine if a["datum"] >= first_30) > 4)
        line["vragen_90d"] = sum(a["datum"] >= first_90 for a in mine)
        line["vaak_gevraagd"] = int(line["vragen_90d"] >= 3)
        line["laatste_vraag"] = max((a["datum"] for a in mine), default="")
        has = any(line[k] for k in ("vragen", "uren_gewerkt", "uren_contract",
                                    "caseload", "vragen_90d"))
        loads[i] = line["belasting"]
        if has or people[i]["status"] == "actief":
            lines.append((has, line))
    total = {"blok": "totaal", "sleutel": ""}
    for key in LOAD[2:]:
        if key in ("laatste_vraag",):
            total[key] = max((l[key] for _, l in lines), default="")
        elif not key.endswith("pct") and key != "gini":
            total[key] = sum(l[key] for _, l in lines)
    out = [total]
    total["top1_pct"], total["top3_pct"], total["gini"] = spread(
        [l["belasting"] for _, l in lines if l["belasting"]], len(lines))
    for has, line in lines:
        if has:
            line["aandeel_pct"] = percent(
                line["belasting"], total["belasting"]) if total[
                    "belasting"] else "0"
            if not line["caseload_max"]:
                line["caseload_max"] = ""
            out.append(line)
    for month in months:
        some = [a for a in asks if a["datum"].startswith(month)]
        who = {k: sum(map(weight, g)) for k, g in itertools.groupby(
            sorted(some, key=lambda a: a["persoon"]),
            key=lambda a: a["persoon"])}
        n = sum(p["status"] == "actief" or i in who for i, p in people.items())
        line = {"blok": "maand", "sleutel": month, "personen": n,
                "gevraagd": len(who), "vragen": len(some),
                "belasting": sum(who.values())}
        line["top1_pct"], line["top3_pct"], line["gini"] = spread(
            list(who.values()), n)
        out.append(line)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(LOAD)
    for line in out:
        writer.writerow([
            hundredth(line[k]) if k.startswith("uren_") and k in line
            else line.get(k, "") for k in LOAD])


BALANCE = (
    "blok sleutel personen vragen uren_gevraagd uren_besteed uren_reis idee "
    "ontwerp besluit uitvoering evaluatie vroeg_pct vroeg_n vroeg_personen "
    "gebleven toegang betaald vrijwilligersvergoeding erkenning steun_idee "
    "opleiding hulp anders advies_gevraagd overgenomen deels niet "
    "advies_teruggemeld advies_teruggemeld_pct advies_n gedaan teruggemeld "
    "teruggemeld_pct eerst_gegeven eerst_gegeven_n contracten collega "
    "opmerking"
).split()


def balance(store, start, end):
    db = sqlite3.connect(store)
    db.row_factory = sqlite3.Row
    asks = [a for a in db.execute("select * from vraag")
            if a["status"] in COUNTS and a["datum"] <= end]
    gifts = [w for w in db.execute("select * from wederdienst")
             if w["datum"] <= end]
    hours = db.execute("select * from uren where soort <> 'verlof' and datum "
                       "between ? and ?", (start, end)).fetchall()
    contracts = [c for c in db.execute("select * from contract")
                 if c["van"] <= end and (c["tot"] or "9999") >= start]
    known = {a["org"] for a in asks} | {w["van_org"] for w in gifts} | {
        h["org"] for h in hours} | {c["werkgever"] for c in contracts}

    def row(blok, key, ok):
        mine = [a for a in asks if ok(a["org"])]
        now = [a for a in mine if a["datum"] >= start]
        given = [w for w in gifts if ok(w["van_org"])]
        late = [w for w in given if w["datum"] >= start]
        phase = [sum(a["fase"] == p for a in now) for p in PHASES]
        people = {a["persoon"] for a in now}
        early = {a["persoon"] for a in now if a["fase"] in PHASES[:2]}
        stayed = early & {a["persoon"] for a in now if a["fase"] in PHASES[3:]}
        first = 0
        for p in people:
            ask = min(a["datum"] for a in mine if a["persoon"] == p)
            first += any(w["datum"] < ask for w in given if w["aan"] == p and
                         w["soort"] in ("steun_idee", "hulp"))
        sort = lambda s: sum(w["soort"] == s for w in late)
        decided = [w for w in late if w["besluit"]]
        made = lambda b: sum(w["besluit"] == b for w in decided)
        told = sum(w["teruggemeld_op"] is not None for w in decided)
        done = [a for a in now if a["status"] == "gedaan"]
        heard = sum(a["terug_gemeld_op"] is not None for a in done)
        spent = [h for h in hours if ok(h["org"])]
        jobs = [c for c in contracts if ok(c["werkgever"])]
        few = blok == "org"
        share = lambda part, n: "" if n == 0 or few and n < 5 else percent(
            part, n)
        remark = few and any(0 < n < 5 for n in (
            sum(phase), len(decided), len(done)))
        money = lambda ws: "%.2f" % (sum(w["bedrag"] or 0 for w in ws) / 100)
        return [
            blok, key, len(people), len(now),
            hundredth(sum(a["uren_begroot"] or 0 for a in now)),
            hundredth(sum(h["uren"] for h in spent)),
            hundredth(sum(h["uren"] for h in spent if h["soort"] == "reis")),
            *phase, share(sum(phase[:2]), sum(phase)), sum(phase), len(early),
            len(stayed), sum(a["toegang"] or 0 for a in now), money(late),
            money([w for w in late if w["soort"] == "vrijwilligersvergoeding"]),
            sort("erkenning"), sort("steun_idee"), sort("opleiding"),
            sort("hulp"), sort("anders"),
            sum(a["taak"] == "adviseren" for a in now), made("overgenomen"),
            made("deels"), made("niet"), told, share(told, len(decided)),
            len(decided), len(done), heard, share(heard, len(done)),
            "ja" if first else "nee", first, len(jobs),
            sum((c["collega"] or "").count("|") == 3 for c in jobs),
            "te_weinig" if remark else ""]

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(BALANCE)
    writer.writerow(row("totaal", "", lambda org: True))
    for org in sorted(k for k in known if k):
        writer.writerow(row("org", org, lambda o, org=org: o == org))
    if None in known:
        writer.writerow(row("org", "", lambda o: o is None))


if __name__ == "__main__":
    {"rows": rows, "load": load, "balance": balance}[sys.argv[1]](*sys.argv[2:])
