#!/bin/sh
# similar - likeness against Python, and whether it finds the same worry
. "${SP_SOURCE:?}/tests/lib.sh"

similar=$(dirname "$(command -v sp-add)")/../tests/unit/similar

# Invented sentences; the first word is what they are about.
cat >worries <<'X'
pannen Mevrouw maakt zich zorgen over de kosten van nieuwe pannen voor koken op inductie.
pannen Zorgen over de kosten van inductie: alle pannen moeten vervangen worden.
pannen Ik heb geen geld voor nieuwe pannen als we straks op inductie moeten koken.
pannen Bewoners vragen wie de inductiepannen betaalt.
brief Bewoner kreeg een brief van de gemeente over energie en begrijpt niet wat de bedoeling is.
brief De brief van de gemeente over energie is niet te begrijpen.
brief Snapt de brief over het energielabel niet, wat moet zij nu doen?
brief Meneer begrijpt de energiebrief van de gemeente niet.
lamp De lantaarnpaal bij de speeltuin is al weken stuk, het is er donker.
lamp Lantaarnpaal naast de speeltuin doet het niet.
lamp Het is heel donker bij het speelplein want de straatverlichting is kapot.
lamp Straatlantaarn bij speeltuin kapot
hang Jongeren hangen elke avond bij de speeltuin en maken veel lawaai.
hang Overlast van hangjongeren bij de speeltuin, tot laat in de avond lawaai.
hang Groep jongens zorgt 's avonds voor overlast bij het speelplein.
afval Er ligt steeds vuilnis naast de containers aan de overkant van de flat.
afval Vuilniszakken naast de container bij de flat, het stinkt.
afval Naast de ondergrondse container wordt elke dag afval gedumpt.
afval Zwerfafval en grofvuil bij de containers van onze flat
bus De bus stopt niet meer in de wijk, ouderen kunnen niet naar het ziekenhuis.
bus Sinds de bushalte weg is kunnen oudere mensen niet meer zelf naar het ziekenhuis.
bus Bushalte opgeheven: hoe komen ouderen bij de dokter?
vocht Schimmel in de slaapkamer, de woningbouw doet niets.
vocht De woningcorporatie komt niet voor de schimmel en het vocht in huis.
vocht Al jaren vocht en schimmel op de muren van de kinderkamer.
vocht Huis is vochtig, kinderen hoesten door de schimmel
taal Vrouwen uit de wijk willen graag Nederlandse les overdag, met opvang voor de kinderen.
taal Is er taalles overdag met kinderopvang?
taal Moeders zoeken Nederlandse taallessen op tijden dat de kinderen op school zijn.
schuld Man heeft schulden en durft zijn post niet open te maken.
schuld Buurman maakt geen post meer open vanwege schulden.
schuld Hij heeft stapels ongeopende enveloppen en een grote schuld.
eenzaam Een oudere buurvrouw ziet weken niemand en is eenzaam.
eenzaam Eenzame mevrouw van tachtig, krijgt nooit bezoek.
eenzaam Zij is erg alleen sinds haar man is overleden en komt de deur niet uit.
parkeer Te weinig parkeerplaatsen in de straat sinds de nieuwbouw.
parkeer Door de nieuwe woningen kan niemand zijn auto nog kwijt in onze straat.
parkeer Parkeren is een ramp sinds de nieuwbouw klaar is
vaccin Mensen durven hun kinderen niet te laten vaccineren door verhalen op internet.
vaccin Op WhatsApp gaat rond dat de prik gevaarlijk is voor kinderen.
vaccin Ouders zijn bang voor de vaccinatie, er gaan geruchten.
gas Wanneer gaat ons huis van het gas af en wat kost dat?
gas Wat gaat aardgasvrij wonen ons kosten?
gas Bewoners willen weten wanneer de wijk van het aardgas af gaat.
bijstand De aanvraag voor bijstand duurt al drie maanden, zij kan de huur niet betalen.
bijstand Wacht al maanden op de uitkering en heeft huurachterstand.
bijstand Aanvraag bijstandsuitkering duurt veel te lang, geen geld voor de huur.
school Verkeer rond de basisschool is gevaarlijk als de kinderen uit school komen.
school Gevaarlijke situatie bij de school: auto's rijden te hard als de kinderen naar buiten komen.
school Ouders parkeren op de stoep voor de basisschool, levensgevaarlijk voor kinderen.
trap De lift in de flat is weer kapot, mensen met een rolstoel kunnen niet naar buiten.
trap Lift al een week stuk, mevrouw in rolstoel zit opgesloten in de flat.
trap Kapotte lift! Oudere bewoners kunnen hun huis niet uit
sport Meisjes worden gepest en uitgescholden op het sportveld.
sport Discriminatie op het voetbalveld, jongens worden uitgescholden om hun kleur.
sport Er wordt gescholden en gediscrimineerd bij de sportvelden
tuin Wij willen met de straat een buurttuin beginnen op het lege veldje.
tuin Idee: moestuin maken op het braakliggende veld achter de kerk.
tuin Kunnen we van dat lege stuk grond een buurtmoestuin maken?
dieren Ratten in de tuinen achter de winkels.
dieren Steeds meer ratten achter de winkels, ze zitten in onze tuinen.
dieren Er lopen ratten door de tuin
zorg Huishoudelijke hulp komt al weken niet, de gemeente zegt dat er een wachtlijst is.
zorg Wachtlijst voor huishoudelijke hulp via de wmo is te lang.
zorg Mevrouw heeft geen hulp meer in het huishouden en kan zelf niet poetsen.
X

cat >other.py <<'X'
import itertools, random, sys
from trigrams import grams

def alike(a, b):
    a, b = grams(a), grams(b)
    both = sum(a.values()) + sum(b.values())
    return 2000 * sum((a & b).values()) // both if both else 0

worries = [line.rstrip("\n").split(" ", 1) for line in open("worries")]
n = len(worries)

def mangle(pick, text):
    """Words swapped, letters lost, doubled, capital or accented."""
    words = text.split()
    for _ in range(pick.randrange(4)):
        i, j = pick.randrange(len(words)), pick.randrange(len(words))
        words[i], words[j] = words[j], words[i]
    text = list(" ".join(words))
    for _ in range(pick.randrange(8)):
        i = pick.randrange(len(text))
        text[i] = pick.choice(("", text[i] * 2, text[i].upper(), "é", "Ü",
            "ç", "ij", " ", "-", "'", "7", ", "))
    return "".join(text)

def write():
    pick = random.Random(7)
    pairs = [(a, b) for (_, a), (_, b) in itertools.product(worries, worries)]
    for _ in range(4000):
        a, b = pick.choice(worries)[1], pick.choice(worries)[1]
        pairs.append((mangle(pick, a), mangle(pick, pick.choice((a, b)))))
    with open("both", "w") as out, open("scores", "w") as scores:
        for a, b in pairs:
            print(a, b, sep="\t", file=out)
            print(alike(a, b), file=scores)

def rank():
    """What similar.h says of these sentences."""
    score = list(map(int, open("got")))[:n * n]
    same = [[a == b for b, _ in worries] for a, _ in worries]
    first = precision = 0
    for i in range(n):
        order = sorted((j for j in range(n) if j != i),
            key=lambda j: -score[i * n + j])
        hits = [k for k, j in enumerate(order, 1) if same[i][j]]
        first += hits[0] == 1
        precision += sum(h / k for h, k in enumerate(hits, 1)) / len(hits)
    pairs = list(itertools.combinations(range(n), 2))
    equal = sorted(score[i * n + j] for i, j in pairs if same[i][j])
    other = sorted(score[i * n + j] for i, j in pairs if not same[i][j])
    facts = {
        "65 sentences": n == 65,
        "9 of 10 first": first / n >= 0.9,
        "precision": precision / n >= 0.86,
        "1 % other over 300": other[int(0.99 * len(other))] <= 300,
        "none other over 600": other[-1] < 600,
        "three quarters over 300": equal[len(equal) // 4] >= 300,
    }
    for fact, holds in facts.items():
        if not holds:
            sys.exit(f"{fact}: {first / n} {precision / n} {other[-1]}")

write() if sys.argv[1] == "write" else rank()
X
other() {
	PYTHONPATH="$source/tests" python3 -B other.py "$@"
}
ok 'Python has likenesses of its own' other write
"$similar" pairs <both >got
ok '8,225 pairs of sentences, half of them mangled' diff scores got
ok 'the same worry in other words ranks first' other rank

done_testing
