#!/bin/sh
# routed - signals that come in with many go by the rules like those that come
# one by one; every part is compared with the same rows added singly
. "${SP_SOURCE:?}/tests/lib.sh"

rule() {
	run sp-add regel "$@"
}

run sp-add gebied code=GM0344 naam=Utrecht
run sp-add gebied code=WK034401 naam=West ouder=Utrecht
run sp-add gebied code=BU03440101 naam=Noord ouder=West
run sp-add organisatie naam=Loket
run sp-add organisatie naam=Wijkteam
run sp-add organisatie naam=Welzijn
run sp-add organisatie naam=Oud
run sp-add persoon naam=Fatima alias=fatima
run sp-add contactpunt organisatie=Wijkteam functie=balie
run sp-add dienst organisatie=Wijkteam naam=spreekuur
run sp-add termijn domein=energie dagen=3
run sp-add termijn soort=aannemen domein=sport dagen=2 geldig_vanaf=2026-10-01
rule volgorde=1 domein=energie gebied=West org=Wijkteam contactpunt=1 \
	dienst=1 wijze=warm
rule volgorde=2 kanaal=brief van=2026-10-10 tot=2026-10-20 org=Welzijn
rule volgorde=3 soort=klacht org=Loket
cp sp.db begin.db

# rows N: with every rule hit, and none; some bear a key
rows() {
	echo 'bron_id,gemeld_op,soort,domein,gebied,kanaal,via,tekst'
	awk -v n="$1" 'BEGIN {
		split("vraag klacht waarneming zorg", sort, " ")
		split("energie,sport,energie|sport,", domain, ",")
		split("BU03440101,WK034401,GM0344,", area, ",")
		split("brief,telefoon,", channel, ",")
		for (i = 1; i <= n; i++)
			printf "%s,2026-10-%02d,%s,%s,%s,%s,%s,t %d\n",
				i % 3 ? "" : "K" i, i % 28 + 1,
				sort[i % 4 + 1], domain[int(i / 4) % 4 + 1],
				area[int(i / 16) % 4 + 1],
				channel[int(i / 5) % 3 + 1],
				i % 7 ? "" : "fatima", i
	}'
}
# told STORE TABLE: what stands in it, but for what differs by itself
told() {
	sqlite3 "$1" "SELECT 'SELECT ' || group_concat(name) || ' FROM $2' FROM
	    pragma_table_info('$2') WHERE name <> 'uuid'" >select.sql
	sqlite3 -header "$1" <select.sql
}
same() {
	told "$1" "$3" >first.txt && told "$2" "$3" >second.txt &&
		[ -s first.txt ] && cmp first.txt second.txt
}
value() {
	echo "$2=$(printf %s "$row" | cut -d , -f "$1")"
}
# each row of a file alone
singly() {
	tail -n +2 "$1" | while IFS= read -r row; do
		sp-signal add -q "$(value 1 bron_id)" "$(value 2 op)" \
			"$(value 3 soort)" "$(value 4 domein)" \
			"$(value 5 gebied)" "$(value 6 kanaal)" \
			"$(value 7 via)" "$(value 8 tekst)" >.out || return 1
	done
}

rows 96 >rows.csv
ok 'many at once' sp-signal add -q rows.csv
mv sp.db many.db
cp begin.db sp.db
ok 'each alone' singly rows.csv
mv sp.db each.db
ok 'are the same signals' same many.db each.db signaal
ok 'with the same referrals' same many.db each.db doorverwijzing
prints 'by every rule' sqlite3 many.db 'SELECT coalesce(regel, 0),
	count(*) > 2 FROM signaal s LEFT JOIN doorverwijzing d ON d.signaal =
	s.id GROUP BY 1' <<'X'
0|1
1|1
2|1
3|1
X
ok 'the store of many is sound' sp-store check -q -s many.db

# but for who put them in, which is told of one alone
stories() {
	for i in $(seq 1 96); do
		sp-signal show -s "$1" "$i" || return 1
	done | sed -e '/^reported/s/ (test)//' -e 's/; recorded on .*//'
}
stories many.db >many.txt
stories each.db >each.txt
ok 'and the same stories' cmp many.txt each.txt
ok 'that say by which rule' grep -q '^referral .* by rule 2$' many.txt
cp many.db sp.db
prints 'for programs too, of which the log has no hour' sh -c "sp-signal show 1 -o json |
	jq -c '.geschiedenis[] | [.wanneer, .wie, .op, .handeling, (.veranderingen[] | .veld, .oud, .nieuw)]'" <<'X'
[null,"test","2026-10-02","route","doorverwijzing:1",null,"verzonden","status","gemeld","in_behandeling","org",null,"2"]
X
prints 'on the log is one row for the run' sqlite3 many.db \
	"SELECT handeling, record, aantal FROM log WHERE soort = 'signaal'" <<'X'
toegevoegd||96
X

# more than a thousand, after which the indexes come late
rows 3000 >rows.csv
cp begin.db sp.db
sqlite3 sp.db .schema | sort >wanted
ok 'thousands at once' sp-signal add -q rows.csv
mv sp.db many.db
ok 'are sound' sp-store check --full -q -s many.db
sqlite3 many.db .schema | sort >had
ok 'with every index' cmp wanted had
cp begin.db sp.db
parts() {
	for from in 2 902 1802; do
		{
			head -n 1 rows.csv
			tail -n +$from rows.csv | head -n $((from == 1802 ? 1200 : 900))
		} | sp-signal add -q || return 1
	done
}
ok 'thousands in parts' parts
ok 'are the same' same many.db sp.db signaal
ok 'and so are the referrals' same many.db sp.db doorverwijzing

# a second file changes what came with the first
head -n 1 rows.csv >changes.csv
awk -F , -v OFS=, '$1 ~ /^K/ && ++n <= 4 {
	if (n > 2) { $3 = "klacht"; $4 = "sport"; $5 = ""; $6 = "" }
	print }' rows.csv >>changes.csv
cp begin.db sp.db
sp-signal add rows.csv changes.csv 2>said
prints 'rows that change what came with them' cat said <<'X'
sp-signal: signaal: 3004 read, 3000 added, 2 changed, 2 unchanged, 0 rejected
X
ok 'leave all sound' sp-store check --full -q
prints 'and are sent once more' sqlite3 sp.db 'SELECT signaal, status, regel FROM
	doorverwijzing WHERE signaal IN (SELECT signaal FROM doorverwijzing
	GROUP BY 1 HAVING count(*) > 1)' <<'X'
9|ingetrokken|1
9|verzonden|3
X

# by the verb: many at once, in parts that are too small for it, each alone
sent=$(sqlite3 many.db 'SELECT count(*) FROM doorverwijzing')
sqlite3 begin.db "UPDATE regel SET actief = 0"
cp begin.db stored.db
run sp-signal add -q -s stored.db rows.csv
sqlite3 stored.db "UPDATE regel SET actief = 1"
sp-signal list -s stored.db -o jsonl >list.jsonl
cp stored.db sp.db
sp-signal route <list.jsonl 2>said
prints 'a list of thousands goes by the rules' cat said <<X
sp-signal: route: 3000 read, $sent changed, $((3000 - sent)) unchanged, 0 rejected
X
mv sp.db many.db
ok 'which leaves all sound' sp-store check --full -q -s many.db
sqlite3 many.db .schema | sort >had
ok 'with every index' cmp wanted had
cp stored.db sp.db
pieces() {
	for from in 1 751 1501 2251; do
		tail -n +$from list.jsonl | head -n 750 | sp-signal route -q ||
			return 1
	done
}
ok 'in parts' pieces
ok 'they become the same' same many.db sp.db signaal
ok 'with the same referrals' same many.db sp.db doorverwijzing
ok 'and the same log' same many.db sp.db log
cp stored.db sp.db
ok 'together' sp-signal route -q "$(seq -s , 1 3000)"
ok 'they become the same too' same many.db sp.db signaal
ok 'with those referrals' same many.db sp.db doorverwijzing
ok 'and that log' same many.db sp.db log
cp many.db sp.db
sp-signal route <list.jsonl 2>said
prints 'once more changes nothing' cat said <<'X'
sp-signal: route: 3000 read, 0 changed, 3000 unchanged, 0 rejected
X
cp stored.db sp.db
both() {
	{ cat list.jsonl && head -n 1 list.jsonl; } | sp-signal route org=Loket - 2>&1
}
prints 'who stands there twice is sent once' both <<'X'
sp-signal: route: 3001 read, 3000 changed, 1 unchanged, 0 rejected
X
ok 'one at a time, all sound' sp-store check --full -q
# in no order, here and there twice or thrice in a row, to one and to another
rows_about() {
	awk 'BEGIN {
		print "id,org"
		for (i = 0; i < 4000; i++) {
			id = i % 5 == 1 ? id : i % 900 < 600 ? 1 + i % 3000 \
				: 1 + i * 1637 % 3000
			print id "," (i % 7 < 4 ? "Loket" : "Welzijn")
		}
	}'
}
rows_about >about.csv
cp stored.db sp.db
ok 'in any order' sp-signal route -q about.csv
ok 'all is sound' sp-store check --full -q
mv sp.db about.db
cp stored.db sp.db
ok 'step by step' sp-signal route -q --keep-going about.csv
ok 'they become the same' same about.db sp.db signaal
ok 'with the same referrals' same about.db sp.db doorverwijzing
ok 'and the same log' same about.db sp.db log
cp stored.db sp.db
one_bad() {
	{ head -n 2000 list.jsonl && echo '{"id":9999}' &&
		tail -n +2001 list.jsonl; } | sp-signal route --keep-going
}
fails 'one that is not there is set aside' 2 "sp-signal: -:2001: id: there is no signaal 9999
sp-signal: route: 3001 read, $sent changed, $((3000 - sent)) unchanged, 1 rejected" one_bad
ok 'the others became the same' same many.db sp.db signaal
ok 'with their referrals, all sound' sp-store check --full -q
sqlite3 sp.db .schema | sort >had
ok 'and every index' cmp wanted had
cp many.db sp.db
ok 'a second thousand goes elsewhere' sp-signal route -q org=Loket - <list.jsonl
ok 'and all is sound again' sp-store check --full -q
sqlite3 sp.db .schema | sort >had
ok 'again with every index' cmp wanted had

# many are not looked after one by one: a store that somebody has been at
# broken WHAT MESSAGE SQL: the run is refused, and changes no byte
broken() {
	cp stored.db sp.db
	sqlite3 sp.db "PRAGMA foreign_keys = OFF; $3"
	cp sp.db kept.db
	fails "$1" 3 "$2" sp-signal route list.jsonl
	cmp -s sp.db kept.db || result 1 "$1: the store stays as it was"
}
broken 'a rule to a desk that is gone' \
	'sp-signal: refers to a record that is not there' \
	'DELETE FROM contactpunt'
broken 'a rule to a service that is gone' \
	'sp-signal: refers to a record that is not there' \
	'DELETE FROM dienst'
broken 'a rule to nobody' \
	'sp-signal: list.jsonl:1: rule 1: refers to a record that is not there' \
	'DELETE FROM organisatie WHERE id = 2'
done_testing
