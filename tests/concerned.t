#!/bin/sh
# concerned - who works past each other, who has an interest and is missing,
# where talent is, and who did research together
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/start.sh"
start >/dev/null
sp-add -q gebied code=WK034408 naam=Zuidwest soort=wijk >/dev/null
export SP_LANG=en

# two organisations that ask the same person in a week
while read -r ask; do
	# shellcheck disable=SC2086 # fields
	sp-add -q vraag $ask >/dev/null
done <<'X'
persoon=1 org=1 datum=2026-02-16
persoon=1 org=1 datum=2026-02-17
persoon=1 org=2 datum=2026-02-22
persoon=1 org=2 datum=2026-02-23
persoon=1 org=1 datum=2026-02-27 status=geweigerd
persoon=1 datum=2026-02-19
persoon=2 org=1 datum=2026-02-16
persoon=1 org=3 datum=2026-02-16
X
doubles() {
	sp-report lijst "$1" dubbel="$2" --fields id --lang nl | tail -n +2 |
		paste -sd,
}
prints 'are on a list' doubles vraag ja <<'X'
1,2,3,8
X
prints 'and all others on the other' doubles vraag nee <<'X'
4,5,6,7
X
# a year of asks, as Python counts it
python3 - >asks.csv <<'X'
import datetime, random
r = random.Random(9)
print("persoon,org,datum,status")
for i in range(400):
    day = datetime.date(2024, 12, 16) + datetime.timedelta(r.randrange(400))
    print(r.randint(1, 4), r.choice(["", 1, 2, 3]), day,
          r.choice(["gevraagd", "gedaan", "geweigerd", "concept",
                    "geannuleerd", "toegezegd", "niet_doorgegaan"]), sep=",")
X
sp-add -q vraag asks.csv
sp-report lijst vraag -o json --lang nl >asks.json
python3 - >double <<'X'
import datetime, json
rows = json.load(open("asks.json"))
counts = [a for a in rows if a["status"] in
          ("gevraagd", "toegezegd", "gedaan", "niet_doorgegaan")]
week = lambda a: datetime.date.fromisoformat(a["datum"]).isocalendar()[:2]
print(",".join(str(a["id"]) for a in counts if a["org"] and any(
    o["persoon"] == a["persoon"] and o["org"] and o["org"] != a["org"] and
    week(o) == week(a) for o in counts)))
X
prints 'as many as Python finds' doubles vraag ja <double

# two activities
held() {
	sp-add activiteit "$@" 2>&1 >/dev/null | sed '/: 1 read, /d'
}
warned() {
	held naam=Avond datum=2026-03-02 gebied=Zuidwest domein=energie,zorg
	held naam=Ochtend datum=2026-03-08 gebied=Zuidwest domein=sport
	held naam=Middag datum=2026-03-09 gebied=Zuidwest domein=energie
	held naam=Elders datum=2026-03-03 domein=energie
	held naam=Markt datum=2026-03-08 gebied=Zuidwest domein=zorg
	held Markt datum=2026-03-07
}
prints 'who holds what another holds that week hears so' warned <<'X'
sp-add: there is more in that area and week on this domain; see sp-report lijst activiteit dubbel=ja (activity 5)
X
prints 'and both are listed' doubles activiteit ja <<'X'
1,5
X

# talent
fails 'a signal of talent may be somebody to meet' 0 \
	'sp-signal: signaal: 1 read, 1 added, 0 changed, 0 unchanged, 0 rejected
sp-signal: somebody to meet? sp-add aanwijzing signaal=1 wie=- keeps how to find her' \
	sp-signal add soort=talent via=Fatima domein=energie,zorg \
	gebied=Zuidwest kanaal=markt tekst='zij repareert alles'
ok 'and becomes a lead' sh -c \
	'echo "bij de fietsenmaker" | sp-add aanwijzing signaal=1 wie=- domein=zorg'
lead() {
	sp-report lijst aanwijzing id="$1" -o json --lang nl |
		jq -c '.[0] | [.wie, .door, .gebied, .domein, .kanaal, .talen, .op]'
}
prints 'with what the signal says, but not in its words' lead 1 <<'X'
["bij de fietsenmaker",1,2,["zorg"],"markt",null,"2026-03-05"]
X
ok 'of rows too, and what is left empty stays empty' sh -c \
	'printf "wie,signaal,door\nx,1,\n" | sp-add aanwijzing'
prints 'a row' lead 2 <<'X'
["x",null,2,["energie","zorg"],"markt",null,"2026-03-05"]
X

# who has an interest in a project, and who takes part
sp-add -q project naam=Aardgasvrij organisatie=1 >/dev/null
for end in organisatie:2 organisatie:3 organisatie:4 persoon:2 persoon:3 \
	netwerk:1 organisatie:5 organisatie:1; do
	sp-add -q band van=$end naar=project:Aardgasvrij soort=belang >/dev/null
done
sp-add -q band van=persoon:4 naar=project:1 soort=belang tot=2026-03-04 \
	>/dev/null
concerned() {
	sp-report toon project Aardgasvrij "$@" | sed -n '/^concerned/,/^$/p' |
		sed '/^$/d'
}
prints 'nobody takes part yet but whose it is' concerned <<'X'
concerned: 8
  organisation Energieloket, not involved yet
  organisation Buurthuis de spil, not involved yet
  organisation Antidiscriminatiebureau, not involved yet
  person Yusuf, not involved yet
  person Ger, not involved yet
  network Gespreksgroep, not involved yet
  organisation Welzijn West, not involved yet
  organisation Gemeente, buurtaanpak aardgasvrij, involved
X
sp-add -q band van=organisatie:2 naar=project:1 soort=belang \
	sinds=2026-01-05 >/dev/null
sp-add -q activiteit naam=Buurtavond datum=2026-02-10 plek=3 project=1 \
	>/dev/null
sp-add -q vraag persoon=2 org=4 project=1 datum=2026-02-12 status=gedaan \
	>/dev/null
sp-add -q vraag persoon=3 org=5 project=1 datum=2026-02-11 status=geweigerd \
	>/dev/null
sp-add -q uren persoon=2 datum=2026-02-05 uren=2 project=1 >/dev/null
sp-add -q band van=project:1 naar=netwerk:1 soort=werkt_samen >/dev/null
prints 'what was done shows who does, and who is missing' concerned <<'X'
concerned: 8
  organisation Energieloket, involved since 2026-01-05
  organisation Buurthuis de spil, involved since 2026-02-10
  organisation Antidiscriminatiebureau, involved since 2026-02-12
  person Yusuf, involved since 2026-02-05
  person Ger, not involved yet
  network Gespreksgroep, involved
  organisation Welzijn West, not involved yet
  organisation Gemeente, buurtaanpak aardgasvrij, involved
X
sp-add -q project naam=Plein >/dev/null
prints 'a project of nobody has no such list' \
	sh -c 'sp-report toon project Plein | grep -c concerned' <<'X'
0
X

# initiatives lie on a map, and come back as they went
ok 'an initiative has a place' sp-add initiatief naam=Ruilkast lat=52.0712 \
	lon=5.0823 doelgroep=ouderen,jongeren
ok 'which comes back' sh -c 'sp-report lijst initiatief >i.csv &&
	sp-add initiatief i.csv 2>&1 | grep -q " 0 changed, 1 unchanged" &&
	grep -q ",52.0712,5.0823," i.csv'

# research is done together, and who did it is told so
ok 'research together' sp-add vraag persoon=1 org=1 taak=onderzoek \
	bron_id=O1 status=gedaan datum=2026-03-01
ok 'and the credit for it' sp-add wederdienst aan=1 van_org=1 \
	soort=erkenning vraag=O1 waarde=medeauteur
credit() {
	sp-report lijst wederdienst soort=erkenning --lang nl \
		--fields aan,van_org,waarde | tail -n +2
}
prints 'is on her list' credit <<'X'
1,1,medeauteur
X
done_testing
