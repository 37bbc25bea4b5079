#!/bin/sh
# alike - signals that say the same: found, tied, counted once and brought back
. "${SP_SOURCE:?}/tests/lib.sh"
export SP_TODAY=2026-11-10 SP_USER=anna

sp-add -q gebied code=GM0344 naam=Utrecht
sp-add -q gebied code=WK034403 naam=Overvecht ouder=Utrecht
sp-add -q gebied code=WK034404 naam=Noordoost ouder=Utrecht
sp-add -q buren gebied=Overvecht buur=Noordoost
sp-add -q organisatie naam=Loket domein=energie
sp-add -q persoon alias=fatima naam=Fatima
cat >in.csv <<'X'
gemeld_op;soort;domein;gebied;via;aantal;tekst
2026-10-20;zorg;energie;Overvecht;fatima;3;De pannen voor inductie zijn te duur
2026-10-22;zorg;energie;Overvecht;fatima;2;Pannen voor inductie zijn veel te duur
2026-10-25;zorg;energie;Noordoost;;1;inductiepannen zijn zo duur
2026-10-25;zorg;veiligheid;Overvecht;;1;De lantaarn in het park is stuk
2025-01-05;zorg;energie;Overvecht;;1;De pannen voor inductie zijn te duur
X
sp-signal add -q in.csv >/dev/null
echo 'pannen voor inductie te duur' >brief.txt

# similar: the likest first, and why
prints 'those of the same time that say the same' \
	sp-signal similar 1 --fields id,oordeel,redenen <<'X'
id,oordeel,redenen
2,dubbel,tekst|gebied|domein|tijd
3,dubbel,tekst|gebied|domein|tijd
X
prints 'before one is added, from a file' sp-signal similar domein=energie \
	gebied=Overvecht tekst=@brief.txt --fields id <<'X'
id
1
2
3
X
prints 'not more than asked' sp-signal similar 1 --limit 1 --fields id <<'X'
id
2
X
fails 'none' 1 '' sp-signal similar 4 -o jsonl
says_no_text() {
	! sp-signal similar 1 -o json | grep -i pannen
}
ok 'what residents said is not repeated' says_no_text
fails 'an id nobody has' 2 'sp-signal: id: there is no signaal 99' \
	sp-signal similar 99
usage='sp-signal: give an id, or fields such as tekst=; see sp-signal similar --help'
fails 'nothing to compare' 2 "$usage" sp-signal similar
fails 'an id and a text' 2 "$usage" sp-signal similar 1 tekst=@brief.txt
fails 'a field nobody has' 2 \
	'sp-signal: zzz: signaal has no such field; sp-add --describe signaal lists them' \
	sp-signal similar zzz=1

# link: one level, and counts stay right
month() {
	sp-report maand 2026-10 --lang nl -o csv | grep '^2026-10,totaal'
}
prints 'four signals, from seven residents' month <<'X'
2026-10,totaal,,signalen,4
2026-10,totaal,,bewoners,7
X
ok 'a duplicate is tied' sp-signal link -q 2 dubbel_van=1
prints 'and counts once' month <<'X'
2026-10,totaal,,signalen,3
2026-10,totaal,,bewoners,5
X
texts() {
	sqlite3 sp.db 'SELECT count(DISTINCT tekst) FROM signaal WHERE id < 3'
}
prints 'and keeps its own words' texts <<'X'
2
X
self='can not be tied to itself'
fails 'a signal that is itself' 3 "sp-signal: signal 3 $self" \
	sp-signal link 3 ouder=3
fails 'itself, round a corner' 3 "sp-signal: signal 1 $self" \
	sp-signal link 1 dubbel_van=1
fails 'a duplicate of a duplicate' 3 \
	'sp-signal: signal 2 belongs to another itself; tie this one to that' \
	sp-signal link 3 dubbel_van=2
fails 'a parent that has a parent' 3 \
	'sp-signal: other signals belong to signal 1; one level is all there is' \
	sp-signal link 1 dubbel_van=3
fails 'one that is not there' 2 \
	'sp-signal: duplicate_of: there is no signaal "99"; sp-report lijst signaal shows them' \
	sp-signal link 3 dubbel_van=99
fails 'tied to nothing' 2 'sp-signal: give one of dubbel_van= and ouder=' \
	sp-signal link 3

# answered, brought back: Fatima has one question asked twice
answer() {
	echo 'Er zijn vouchers.' | sp-signal answer -q "$1" \
		uitkomst=beantwoord op=2026-11-02 tekst=-
}
answer 1 >/dev/null
answer 3 >/dev/null
prints 'what a person carries back' sp-report terugbrengen persoon=fatima \
	--lang nl -o csv --fields signaal,aantal,tekst,antwoord,uiterlijk <<'X'
signaal,aantal,tekst,antwoord,uiterlijk
1,3,De pannen voor inductie zijn te duur,Er zijn vouchers.,2026-11-09
2,2,Pannen voor inductie zijn veel te duur,Er zijn vouchers.,
X
fails 'a person nobody knows' 2 \
	'sp-report: persoon: there is no such persoon; sp-report lijst persoon shows them' \
	sp-report terugbrengen persoon=niemand
cards() {
	sp-report terugbrengen persoon=fatima -o md | grep -c '^### '
}
prints 'a card each' cards <<'X'
2
X
sp-signal loop -q 1,2 teruggekoppeld wijze=bericht door=fatima op=2026-11-05 >/dev/null
sp-signal loop -q 3 teruggekoppeld wijze=bericht op=2026-11-09 >/dev/null
sp-signal loop -q 1 bevestigd oordeel=tevreden gezien_gehoord=ja op=2026-11-06 >/dev/null
fails 'nothing left to bring' 1 '' sp-report terugbrengen persoon=fatima
sp-signal add -q op=2026-10-26 soort=klacht gevoelig=ja via=fatima \
	tekst=@brief.txt >/dev/null
answer 6 >/dev/null
private() {
	for format in text md html csv; do
		case $format in
		text) sp-report terugbrengen ;;
		*) sp-report terugbrengen -o $format ;;
		esac || return 1
	done >cards
	! grep -q 'inductie te duur' cards
}
ok 'the words of a sensitive signal stay inside' private

# lus: 16, 14 and 15 days from report to telling; SQLite counts the rest
lus() {
	sp-report lus 2026-10 --lang nl -o csv | grep '^totaal' | cut -d, -f3-5 |
		grep -E '^(signalen|teruggekoppeld|teruggelegd|mediaan_dagen|tevreden),'
}
sqlite3 -separator , sp.db "
	SELECT 'signalen', count(*), count(*) FROM signaal
	WHERE gemeld_op LIKE '2026-10%';
	SELECT 'teruggelegd', sum(lus = 'teruggelegd'), count(*) FROM signaal
	WHERE gemeld_op LIKE '2026-10%';
	SELECT 'teruggekoppeld', sum(lus IN ('teruggekoppeld', 'bevestigd')),
		sum(lus IS NOT NULL) FROM signaal
	WHERE gemeld_op LIKE '2026-10%';" >expected
printf 'mediaan_dagen,15,3\ntevreden,1,1\n' >>expected
prints 'how answers came back' lus <expected
done_testing
