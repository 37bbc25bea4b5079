#!/bin/sh
# load - what a large load must find although its indexes come late; every
# table here is larger than the thousand rows after which they are taken away
. "${SP_SOURCE:?}/tests/lib.sh"

# signals FIRST STEP LAST: rows whose keys rise or fall
signals() {
	seq -f 'K%05g,vraag,1' "$1" "$2" "$3"
}

# load KIND FILE: into a new store, and the store is sound
load() {
	rm -f sp.db
	sp-add -q "$1" "$2" && sp-store check --full -q
}

indexes() {
	sqlite3 "$1" "SELECT name, sql FROM sqlite_schema WHERE type = 'index'
	    ORDER BY name"
}

same_indexes() {
	indexes sp.db | cmp - wanted
}

# holds FILE: every key once, each row as it stands in the file
holds() {
	sqlite3 -csv sp.db "SELECT bron_id, soort, aantal FROM signaal" |
		tr -d '\r' | sort >had
	sort "$1" | grep -v bron_id | cmp - had
}

sp-store init -q -s leeg.db
indexes leeg.db >wanted
head=bron_id,soort,aantal

{ echo $head; signals 1 1 3000; } >rising
ok 'keys that rise' load signaal rising
ok 'all of them are there' holds rising
ok 'and every index' same_indexes

{ echo $head; signals 3000 -1 1; } >falling
ok 'keys that fall' load signaal falling
ok 'all of them are there' holds falling
ok 'and every index' same_indexes

{ echo $head; signals 1 2 3000; signals 2 2 3000; } >halves
ok 'keys that rise, and begin again' load signaal halves
ok 'all of them are there' holds halves

{ cat rising; signals 1500 500 3000; } >again
rm -f sp.db
sp-add signaal again 2>said
prints 'a row that stands there twice is one record' cat said <<'X'
sp-add: signaal: 3004 read, 3000 added, 0 changed, 4 unchanged, 0 rejected
X
ok 'all of them are there' holds rising

# looked up just before the indexes go
{ echo $head; signals 1 1 999; signals 7 1 7; signals 1000 1 3000; } >again
rm -f sp.db
sp-add signaal again 2>said
prints 'just before the thousandth too' cat said <<'X'
sp-add: signaal: 3001 read, 3000 added, 0 changed, 1 unchanged, 0 rejected
X
ok 'all of them are there' holds rising
ok 'and every index' same_indexes

sp-signal list -o csv >first
rm -f sp.db
sp-signal add first 2>said
prints 'what was listed makes the same store again' cat said <<'X'
sp-signal: signaal: 3000 read, 3000 added, 0 changed, 0 unchanged, 0 rejected
X
sp-signal list -o csv >second
ok 'with the same records' cmp first second
ok 'and every index' same_indexes

{ cat rising; echo K99999,geen,1; signals 3001 1 3100; } >broken
{ cat rising; signals 3001 1 3100; } >mended
rm -f sp.db
fails 'a bad row in between is set aside' 2 \
	'sp-add: signaal: 3101 read, 3100 added, 0 changed, 0 unchanged, 1 rejected' \
	sp-add --keep-going --rejects rejects signaal broken
ok 'the others are there' holds mended
ok 'and every index' same_indexes

{
	echo naam,talen
	seq -f 'Persoon %g,nl' 1 3000
	echo Persoon 7,nl
} >persons
rm -f sp.db
sp-add persoon persons 2>said
prints 'persons without an alias are known by name' cat said <<'X'
sp-add: persoon: 3001 read, 3000 added, 0 changed, 1 unchanged, 0 rejected
X
ok 'and every index is there' same_indexes
echo Persoon 8,ar >>persons
rm -f sp.db
fails 'and no namesake slips in' 3 \
	'sp-add: persons:3003: name: persoon 8 bears this name; give alias=, the id, or nieuw=ja' \
	sp-add persoon persons

{
	echo naam,ouder
	echo Gemeente,
	seq -f 'Dienst %g,Gemeente' 1 2000
	seq -f 'Afdeling %g,Dienst 1999' 1 1000
} >desks
ok 'records that refer to their own kind' load organisatie desks
prints 'find what came before them' sqlite3 sp.db \
	'SELECT o.naam, count(*) FROM organisatie a JOIN organisatie o ON
	o.id = a.ouder GROUP BY o.id' <<'X'
Gemeente|2000
Dienst 1999|1000
X
ok 'and every index is there' same_indexes

{
	echo lijst,code,nl
	seq -f 'domein,d%05g,D' 1 2000
} >codes
ok 'a list that already has codes' load code codes
prints 'keeps those, each once' sqlite3 sp.db \
	"SELECT count(*), count(DISTINCT code) FROM code
	WHERE lijst = 'domein'" <<'X'
2019|2019
X

done_testing
