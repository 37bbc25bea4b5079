#!/bin/sh
# summaries - what is kept twice for speed is rebuilt and compared
. "${SP_SOURCE:?}/tests/lib.sh"
run sp-add organisatie naam=Loket
run sp-add organisatie naam=Wijkteam
for i in 1 2 3 4 5; do
	run sp-signal add soort=vraag "tekst=$i"
done
run sp-signal add soort=waarneming tekst=6
run sp-signal route 1,2,3 org=Loket
run sp-signal accept 1,2
run sp-signal route 2 org=Wijkteam
run sp-signal answer 3 tekst=a uitkomst=beantwoord
run sp-signal loop 3 teruggekoppeld wijze=brief
run sp-signal answer 4 tekst=a uitkomst=beantwoord
run sp-signal status 4 heropend tekst=nee
run sp-signal status 5 geannuleerd reden=ingetrokken
cp sp.db sound.db
prints 'a store that was used is sound' sp-store check -o jsonl </dev/null

# damage SQL FINDING: sp-store check tells it, and that alone
damage() {
	cp sound.db sp.db
	sqlite3 sp.db "$1"
	sp-store check -o jsonl >.found 2>.err
	got=$?
	printf '%s\n' "$2" >.expected
	jq -r .bevinding .found | diff .expected - >.diff && [ $got -eq 4 ]
	good=$?
	[ $good -eq 0 ] || sed 's/^/# /' .found .diff
	result $good "$1"
}
told='does not agree with the records it is made from'
damage 'update signaal set org = 2 where id = 1' "signaal 1, org: $told"
damage 'update signaal set org = null where id = 1' "signaal 1, org: $told"
damage 'update signaal set org = 1 where id = 2' "signaal 2, org: $told"
damage 'update signaal set org = 1 where id = 5' "signaal 5, org: $told"
damage 'update signaal set org = 2 where id = 3' "signaal 3, org: $told"
damage "update doorverwijzing set status = 'geweigerd' where signaal = 1" \
	"signaal 1, org: $told"
damage "update signaal set lus = 'bevestigd' where id = 3" "signaal 3, lus: $told"
damage "update signaal set lus = 'teruggelegd' where id = 1" "signaal 1, lus: $told"
damage "update lus set status = 'teruggelegd' where signaal = 3" "signaal 3, lus: $told"
damage 'update signaal set lus_ronde = 1 where id = 4' "signaal 4, lus: $told
signaal 4, lus_ronde: $told"
damage 'update signaal set lus_ronde = 2 where id = 1' "signaal 1, lus_ronde: $told"
damage 'update signaal set heropend_n = 3 where id = 1' "signaal 1, lus_ronde: $told"
damage "update signaal set eerstvolgend = '2026-11-11' where id = 1" \
	"signaal 1, eerstvolgend: $told"
damage 'update signaal set eerstvolgend = null where id = 6' \
	"signaal 6, eerstvolgend: $told"
damage "update signaal set bericht_voor = '2026-11-01' where id = 1" \
	"signaal 1, eerstvolgend: $told"
damage "update signaal set uiterlijk = '2026-01-01' where id = 2" \
	"signaal 2, eerstvolgend: $told"
cp sound.db sp.db
sqlite3 sp.db "update signaal set uiterlijk = '2026-01-01' where id = 3"
prints 'a clock that stands still is no matter' sp-store check -o jsonl </dev/null
done_testing
