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
# far away lie so many that the texts of the near ones are read one by one
far_away() {
	echo 'gemeld_op;soort;domein;gebied;tekst'
	for i in $(seq 1 40); do
		echo "2026-10-2$((i % 9));zorg;energie;Elders;de pannen $i"
	done
}
cp sp.db few.db
run sp-add gebied code=GM9999 naam=Elders
far_away >far.csv
run sp-signal add far.csv
prints 'the same when they are few among many' \
	sp-signal similar 1 --fields id,oordeel,redenen <<'X'
id,oordeel,redenen
2,dubbel,tekst|gebied|domein|tijd
3,dubbel,tekst|gebied|domein|tijd
X
prints 'or many' sp-signal similar tekst='pannen' domein=energie \
	gebied=Elders --limit 3 --fields id,gebied <<'X'
id,gebied
10,4
11,4
12,4
X
cp few.db sp.db
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
	'sp-signal: signal 2 belongs to signal 1 itself; tie this one to that' \
	sp-signal link 3 dubbel_van=2
fails 'part of a duplicate' 3 \
	'sp-signal: signal 2 belongs to signal 1 itself; tie this one to that' \
	sp-signal link 3 ouder=2
fails 'a duplicate that is part of another' 3 \
	'sp-signal: signal 2 is the same as signal 1; tie that one' \
	sp-signal link 2 ouder=3
fails 'a duplicate of two' 3 \
	'sp-signal: signal 2 is the same as signal 1 already; dubbel_van= and tekst= take that away' \
	sp-signal link 2 dubbel_van=3
fails 'a parent that has a parent' 3 \
	'sp-signal: other signals belong to signal 1; one level is all there is' \
	sp-signal link 1 dubbel_van=3
fails 'one that is not there' 2 \
	'sp-signal: duplicate_of: there is no signaal "99"; sp-report lijst signaal shows them' \
	sp-signal link 3 dubbel_van=99
fails 'tied to nothing' 2 'sp-signal: give one of dubbel_van= and ouder=' \
	sp-signal link 3
fails 'tied to both' 2 'sp-signal: give one of dubbel_van= and ouder=' \
	sp-signal link 3 dubbel_van=1 ouder=4
fails 'a list that does not say to what' 2 \
	'sp-signal: -:2: give one of dubbel_van= and ouder=' \
	sh -c 'printf "id\n3\n" | sp-signal link -'

cp sp.db before.db

# the same tie said again changes nothing, and leaves no trace
logged() {
	sqlite3 sp.db 'SELECT count(*) FROM log'
}
logged >expected
again() {
	sp-signal link "$@" 2>&1
	logged
}
prints 'a duplicate said again' again 2 dubbel_van=1 <<X
sp-signal: link: 1 read, 0 changed, 1 unchanged, 0 rejected
2
$(cat expected)
X
prints 'no tie taken away' again 3 ouder= dubbel_van= <<X
sp-signal: link: 1 read, 0 changed, 1 unchanged, 0 rejected
3
$(cat expected)
X
sp-signal link -q 3 ouder=1 >id
logged >expected
prints 'a part said again' again 3 ouder=1 <<X
sp-signal: link: 1 read, 0 changed, 1 unchanged, 0 rejected
3
$(cat expected)
X
list_again() {
	sp-signal list -o csv >list.csv
	again list.csv
}
prints 'a list read back' list_again <<X
sp-signal: link: 5 read, 0 changed, 5 unchanged, 0 rejected
$(cat expected)
X

# part of another: a tie, not a state; it moves, and is taken away
ties() {
	sqlite3 sp.db "SELECT dubbel_van, ouder, status, heropend_n FROM signaal
		WHERE id = $1;
	SELECT handeling, veld, oud, nieuw, coalesce(reden, '-') FROM log
		WHERE soort = 'signaal' AND record = $1 ORDER BY id DESC LIMIT 1"
}
prints 'a part counts for itself' month <<'X'
2026-10,totaal,,signalen,3
2026-10,totaal,,bewoners,5
X
fails 'a part of a part' 3 \
	'sp-signal: signal 3 belongs to signal 1 itself; tie this one to that' \
	sp-signal link 4 ouder=3
fails 'a duplicate of a part' 3 \
	'sp-signal: signal 3 belongs to signal 1 itself; tie this one to that' \
	sp-signal link 4 dubbel_van=3
fails 'a part that would be a duplicate' 3 \
	'sp-signal: signal 3 belongs to signal 1; ouder= takes that away' \
	sp-signal link 3 dubbel_van=4
sp-signal link -q 3 ouder=4 >id
prints 'it moves to another' ties 3 <<'X'
|4|gemeld|0
link|ouder|1|4|-
X
sp-signal link -q 3 ouder= tekst=vergissing >id
prints 'and is taken away, with a line in the log that says why' ties 3 <<'X'
||gemeld|0
link|ouder|4||vergissing
X
told() {
	sp-signal show 3 --lang nl | grep -c 'niet meer'
}
prints 'and one in its story' told <<'X'
1
X
sp-signal link -q 3 ouder=4 >id
sp-signal link -q 3 ouder= dubbel_van=4 >id
prints 'a part becomes a duplicate in one step' ties 3 <<'X'
4||geannuleerd|0
link|status|annulering|dubbel_van|ouder|gemeld|||4|geannuleerd|dubbel|4||-
X

# what counts, as SQLite counts it: in months, by area, and in loops
counts() {
	sp-report maand 2026-10 -o csv --lang nl |
		grep -E '^2026-10,(totaal|gebied)' | sort
	sp-report lus 2026-10 -o csv --lang nl | grep '^totaal,,signalen'
}
sqlite3 -separator , sp.db "
	CREATE TEMP VIEW once AS SELECT * FROM signaal
		WHERE dubbel_van IS NULL AND gemeld_op LIKE '2026-10%';
	SELECT '2026-10', 'totaal', '', 'signalen', count(*) FROM once
	UNION ALL SELECT '2026-10', 'totaal', '', 'bewoners', sum(aantal) FROM once
	UNION ALL SELECT '2026-10', 'gebied', gebied, 'signalen', count(*)
		FROM once GROUP BY gebied
	UNION ALL SELECT '2026-10', 'gebied', gebied, 'bewoners', sum(aantal)
		FROM once GROUP BY gebied
	ORDER BY 2, 3, 4;
	SELECT 'totaal', '', 'signalen', count(*), count(*) || ',' FROM signaal
		WHERE gemeld_op LIKE '2026-10%'" >expected
prints 'three signals are one thing said twice and another, and three loops' \
	counts <expected

# it was not the same after all
fails 'a duplicate no longer, without a word' 3 \
	'sp-signal: needs an explanation: tekst=' sp-signal link 3 dubbel_van=
sp-signal link -q 3 dubbel_van= tekst='een andere straat' >id
prints 'with one it is open again, in a round of its own' ties 3 <<'X'
||heropend|1
link|status|annulering|heropend_n|dubbel_van|lus_ronde|geannuleerd|dubbel|0|4|1|heropend||1||2|een andere straat
X
ok 'and the store agrees with itself' sp-store check
sp-signal status -q 4 geannuleerd reden=ingetrokken >id
for tie in dubbel_van ouder; do
	fails "nothing is tied to what is cancelled: $tie" 3 \
		'sp-signal: signal 4 is cancelled (ingetrokken); open it again first, or tie this one to another' \
		sp-signal link 3 $tie=4
done
sp-signal status -q 4 heropend tekst='toch niet' >id
sp-signal status -q 3 geannuleerd reden=dubbel >id
sp-signal link -q 3 dubbel_van=4 >id
prints 'cancelled as a duplicate, and then said of what' ties 3 <<'X'
4||geannuleerd|1
link|dubbel_van||4|-
X
cancel() {
	cp sp.db tied.db
	sp-signal status -s tied.db 4 geannuleerd reden=ingetrokken 2>&1 >id |
		head -1
}
prints 'what others wait for says so when it is cancelled' cancel <<'X'
sp-signal: signal 4 is cancelled, and others belong to it: no answer reaches them this way; lists with dubbel_van=4 or ouder=4 show which
X
sp-signal action -q 5 wat=bellen >id
fails 'R2, without a way that this verb does not have' 3 \
	'sp-signal: a referral or an action is not done yet (R2)' \
	sp-signal link 5 dubbel_van=4
fails 'nor has a row of it' 3 \
	'sp-signal: -:2: a referral or an action is not done yet (R2)' \
	sh -c 'printf "id,dubbel_van\n5,4\n" | sp-signal link -'
fails 'a row of a verb that has one' 3 \
	'sp-signal: -:2: a referral or an action is not done yet (R2); --force "why" goes on all the same' \
	sh -c 'printf "id,reden\n5,ingetrokken\n" | sp-signal status geannuleerd -'
mv before.db sp.db

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
