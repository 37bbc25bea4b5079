# start - the common start of the scenarios: Kanaleneiland and its people
# shellcheck shell=sh
export SP_USER=anna SP_TODAY=2026-03-05 SP_LANG=nl

start() {
	sp-add -q gebied code=BU03440832 naam=Kanaleneiland-Noord
	sp-add -q persoon naam=Fatima talen=nl,ar,ber domein=energie,armoede \
		rol=verbinder,luisterend_oor gebied=BU03440832 capaciteit=8
	sp-add -q persoon naam=Yusuf talen=nl,ar domein=energie \
		rol=woordvoerder gebied=BU03440832 capaciteit=4
	sp-add -q persoon naam=Ger talen=nl domein=energie \
		rol=initiatiefnemer gebied=BU03440832 capaciteit=12
	sp-add -q persoon naam=Amina talen=nl,ti domein=gezondheid \
		rol=helpende_hand gebied=BU03440832
	sp-add -q organisatie naam="Gemeente, buurtaanpak aardgasvrij" \
		soort=gemeente intern=ja
	sp-add -q organisatie naam=Energieloket soort=loket
	sp-add -q organisatie naam="Buurthuis de spil" soort=plek
	sp-add -q organisatie naam=Antidiscriminatiebureau soort=instelling
	sp-add -q organisatie naam="Welzijn West" soort=welzijn
	sp-add -q netwerk naam=Gespreksgroep soort=ontmoeting leden=15 \
		gebied=BU03440832
}

# recent STATUS: what was asked in the last 30 days, and how the seventh stands
recent() {
	sp-add vraag - <<X
persoon,datum,taak,uren,status
1,2026-02-06,voorlichten,2,gedaan
1,2026-02-09,adviseren,1,gedaan
1,2026-02-12,voorlichten,2,gedaan
1,2026-02-18,verkennen,2,gedaan
1,2026-02-23,voorlichten,1.5,gedaan
1,2026-02-27,bemiddelen,2,gedaan
2,2026-02-10,voorlichten,2,$1
2,2026-02-24,voorlichten,2,gedaan
3,2026-02-16,adviseren,3,gedaan
X
}
