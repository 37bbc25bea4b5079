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
