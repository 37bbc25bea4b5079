#!/bin/sh
# store - made, looked at, checked, brought up to date, copied and put back
. "${SP_SOURCE:?}/tests/lib.sh"
steps=$(cat "$source"/lib/store/schema/*.sql)
version=$(basename "$(find "$source/lib/store/schema" -name '*.sql' |
	sort | tail -n 1)" | sed 's/-.*//')
application=1397781364

# made
fails 'there is no store yet' 4 \
	'sp-signal: sp.db: there is no store; sp-add or sp-store init makes one' \
	sp-signal list
ok 'and a reader makes none' test ! -e sp.db
fails 'init says what it made' 0 'sp-store: sp.db: made' \
	sp-store init kantoor=west
fails 'and makes it once' 3 'sp-store: sp.db: is there already' sp-store init
only_it() {
	find . -name 'sp*' | LC_ALL=C sort
}
prints 'nothing else lies about' only_it <<'X'
./sp.db
./sp.db-journal
X
umask 022
prints 'for its owner alone' stat -c %a sp.db sp.db-journal <<'X'
600
600
X
prints 'the office is what was said' \
	sqlite3 sp.db "select waarde from instelling where naam = 'kantoor'" <<'X'
west
X
deep() {
	XDG_DATA_HOME=$PWD/data SP_STORE='' sp-add -q organisatie naam=X &&
		stat -c '%a %n' data/sp data/sp/sp.db
}
prints 'without a name it lies among the data of who works' deep <<'X'
1
700 data/sp
600 data/sp/sp.db
X
by_chance() {
	sp-store init -q -s a.db && sp-store init -q -s b.db
	for s in a.db b.db; do
		sqlite3 $s "select waarde from instelling where naam = 'kantoor'"
	done | sort -u | grep -cE '^kantoor-[0-9a-f]{8}$'
}
prints 'an office without a name has one of its own' by_chance <<'X'
2
X
fails 'init takes one thing' 2 \
	'sp-store: init takes kantoor=NAME at most; see sp-store init --help' \
	sp-store init -s c.db naam=x
fails 'which is not empty' 2 \
	'sp-store: init takes kantoor=NAME at most; see sp-store init --help' \
	sp-store init -s c.db kantoor=
ok 'and makes nothing otherwise' test ! -e c.db

# what it is
schema() {
	sqlite3 "$1" "select type, name, sql from sqlite_schema
		where name not like 'sqlite_%' order by name"
}
echo "$steps" | sqlite3 steps.db
schema steps.db >schema.list
prints 'the schema is what the steps say' schema sp.db <schema.list
pragmas() {
	sqlite3 sp.db 'pragma application_id; pragma user_version;
		pragma foreign_key_check; pragma integrity_check;
		pragma journal_mode'
}
prints 'its file says what it is' pragmas <<X
$application
$version
ok
delete
X
strict() {
	sqlite3 sp.db "select count(*) from pragma_table_list where schema = 'main'
		and type = 'table' and name not like 'sqlite_%' and not strict"
}
prints 'every table is strict' strict <<'X'
0
X
sp-add -q gebied code=GM0344 naam=Utrecht >/dev/null
sp-add -q persoon alias=fatima naam=Geheimzinnig gebied=GM0344 >/dev/null
sp-add -q netwerk naam=Moeders >/dev/null
sp-add -q contactweg persoon=fatima soort=mail waarde=x@example.org >/dev/null
sp-add -q band van=persoon:fatima naar=netwerk:Moeders >/dev/null
info() {
	sp-store info -o csv | grep -v '^bytes\|^sqlite\|,0$'
}
prints 'info counts' info <<X
naam,waarde
bestand,sp.db
versie,$version
versie_programma,$version
gebied,1
persoon,1
contactweg,1
netwerk,1
band,1
termijn,$(sqlite3 sp.db 'select count(*) from termijn')
standaardtekst,$(sqlite3 sp.db 'select count(*) from standaardtekst')
code,$(sqlite3 sp.db 'select count(*) from code')
instelling,$(sqlite3 sp.db 'select count(*) from instelling')
log,$(sqlite3 sp.db 'select count(*) from log')
X
bytes() {
	sp-store info -o json | jq -r '.[] | select(.naam == "bytes") | .waarde'
}
prints 'and measures' bytes <<X
$(stat -c %s sp.db)
X
fails 'info takes nothing' 2 \
	'sp-store: info takes no operands; see sp-store info --help' \
	sp-store info sp.db

# what is no store
: >empty
head -c 300 /dev/zero >zeros
echo 'een brief' >brief.txt
sqlite3 foreign.db 'create table x (a); insert into x values (1)'
mkfifo pipe
mkdir dir
ln -s nergens.db dangling
for command in 'sp-signal list' 'sp-add netwerk naam=x' 'sp-store info' \
	'sp-store check' 'sp-store migrate'; do
	tool=${command%% *}
	for thing in empty zeros brief.txt foreign.db; do
		cp $thing kept
		# shellcheck disable=SC2086 # words of a command
		fails "$command: $thing is no store" 4 \
			"$tool: $thing: is no store of sp" $command -s $thing
		ok "$command: and $thing stays as it was" cmp "$thing" kept
	done
	# shellcheck disable=SC2086 # words of a command
	fails "$command: a directory" 4 "$tool: dir: is a directory" \
		$command -s dir
	# shellcheck disable=SC2086 # words of a command
	fails "$command: a pipe is not waited for" 4 \
		"$tool: pipe: is no regular file" timeout 5 $command -s pipe
done
for command in 'sp-signal list' 'sp-add netwerk naam=x' 'sp-store check' \
	'sp-store migrate'; do
	# shellcheck disable=SC2086 # words of a command
	fails "$command: a link to nothing" 4 \
		"${command%% *}: dangling: is a symbolic link to a file that is not there" \
		$command -s dangling
done
ok 'which stays so' test ! -e nergens.db
ln -s sp.db link.db
linked() {
	sp-add -q -s link.db netwerk naam=Link && sp-signal list -s link.db
	sqlite3 sp.db 'select count(*) from netwerk'
	test -L link.db
}
prints 'a link to a store is the store' linked <<X
2
$(sp-report lijst signaal | head -1)
2
X
mkdir uri
odd() {
	(cd uri && sp-add -q -s "$1" netwerk naam=x && find . -type f ! -name '*-journal')
}
prints 'a name like a URI is a name' odd 'file:x?nolock=1&mode=memory' <<'X'
1
./file:x?nolock=1&mode=memory
X
rm uri/*
prints 'and so is the name that SQLite gives to memory' odd :memory: <<'X'
1
./:memory:
X
fails 'a store without a name' 2 \
	'sp-store: --store needs the name of a file; see sp-store check --help' \
	sp-store check -s ''

same_content() {
	sqlite3 "$1" .dump >a.sql && sqlite3 "$2" .dump >b.sql && cmp a.sql b.sql
}

# an older store: each step but the last, or none of them
older() {
	rm -f old.db
	echo "$1 pragma application_id = $application;
		pragma user_version = $((version - 1));" | sqlite3 old.db
}
before=$(for f in "$source"/lib/store/schema/*.sql; do
	[ "$(basename "$f" | sed 's/-.*//')" -ge "$version" ] || cat "$f"
done)
older "$before"
cp old.db kept
for command in 'sp-signal list' 'sp-add netwerk naam=x' 'sp-store check' \
	'sp-store backup copy.db' 'sp-match find taal=nl' \
	'sp-add -n netwerk naam=x'; do
	# shellcheck disable=SC2086 # words of a command
	fails "$command: an older store" 4 \
		"${command%% *}: old.db: is a store of version $((version - 1)), and this program needs version $version; run: sp-store migrate -s old.db" \
		$command -s old.db
done
ok 'nobody but migrate touches it' cmp old.db kept
fails 'migrate says what it did' 0 \
	"sp-store: old.db: from version $((version - 1)) to $version; the old one is old.db.v$((version - 1))" \
	sp-store migrate -s old.db
ok 'and keeps the old one' same_content "old.db.v$((version - 1))" kept
prints 'the new one is as if made so' schema old.db <schema.list
prints 'and is written to' sp-add -q -s old.db netwerk naam=x <<'X'
1
X
# steps that stores were made with stay as they are: a change is a step more
unchanged() {
	(cd "$source/lib/store/schema" && sha256sum 1-*.sql 2-*.sql)
}
prints 'a step that went out stays as it was' unchanged <<'X'
034dd731283197e95a62a8459561e390f95901f4c89e97cc6476b85e6cb6ab35  1-kern.sql
a1f984b770cd61ff54c10c9b26bf589a779d12ba48802e8babcc28f386cd6c9a  2-lus.sql
X
# from N: what check says of a store of that version that was brought up to date
from() {
	rm -f first.db*
	for f in "$source"/lib/store/schema/*.sql; do
		step=$(basename "$f" | sed 's/-.*//')
		[ "$step" -gt "$1" ] || cat "$f"
	done | sqlite3 first.db
	sqlite3 first.db "pragma application_id = $application;
		pragma user_version = $1"
	sp-store migrate -q -s first.db &&
		sp-store check -q --full -s first.db --fields bevinding
}
for made in $(seq $((version - 1))); do
	prints "a store of version $made is sound when it is brought up" \
		from "$made" <<'X'
bevinding
X
done
fails 'migrate again' 0 "sp-store: old.db: is of version $version already" \
	sp-store migrate -s old.db
# what a new store begins with comes to an older one, and changes nothing
cp sp.db bare.db
sqlite3 bare.db "DELETE FROM standaardtekst WHERE titel <> 'ontvangen';
	UPDATE standaardtekst SET tekst = 'Van ons zelf.', actief = 0;
	DELETE FROM termijn WHERE soort = 'bevestigen';
	UPDATE termijn SET dagen = 77;
	UPDATE instelling SET waarde = 'ja' WHERE naam = 'grondslag_verplicht';
	DELETE FROM instelling WHERE naam = 'stil_na_dagen';
	DELETE FROM code WHERE code = 'keukentafel'"
office=$(sqlite3 bare.db "SELECT waarde FROM instelling WHERE naam = 'kantoor'")
fails 'migrate brings what is missing' 0 \
	"sp-store: bare.db: is of version $version already
sp-store: bare.db: 32 records were added that a new store begins with" \
	sp-store migrate -s bare.db
fails 'once' 0 "sp-store: bare.db: is of version $version already" \
	sp-store migrate -s bare.db
ours() {
	sqlite3 bare.db "SELECT count(*), sum(actief) FROM standaardtekst;
		SELECT tekst, actief FROM standaardtekst
			WHERE titel = 'ontvangen';
		SELECT count(*), sum(dagen = 77) FROM termijn;
		SELECT waarde FROM instelling WHERE naam IN
			('grondslag_verplicht', 'stil_na_dagen') ORDER BY naam;
		SELECT actief, kantoor = '$office' FROM code
			WHERE code = 'keukentafel';
		SELECT soort FROM log ORDER BY id DESC LIMIT 4"
}
prints 'and what users wrote stays' ours <<'X'
30|29
Van ons zelf.|0
10|9
ja
60
1|1
instelling
standaardtekst
termijn
code
X
ok 'a sound store' sp-store check -q -s bare.db --full
# the second step finds its tables there
older "$steps"
sqlite3 old.db 'pragma user_version = 1'
cp old.db kept
migrated() {
	sp-store migrate -s old.db 2>.err
	echo $?
	sed 's/table .*/table/' .err
}
prints 'a step that fails is told' migrated <<'X'
4
sp-store: old.db: table
X
ok 'and leaves the store as it was' cmp old.db kept
rm -f old.db.v*
together() {
	older "$before"
	for _ in 1 2 3 4; do
		sp-store migrate -q -s old.db &
	done
	wait
	sp-store check -q -s old.db --full
}
ok 'four who migrate at once do it once' together
cp sp.db new.db
sqlite3 new.db "pragma user_version = $((version + 1))"
cp new.db kept
for command in 'sp-signal list' 'sp-add netwerk naam=x' 'sp-store migrate'; do
	# shellcheck disable=SC2086 # words of a command
	fails "$command: a newer store" 4 \
		"${command%% *}: new.db: is a store of version $((version + 1)), newer than this program ($version)" \
		$command -s new.db
done
ok 'stays as it is' cmp new.db kept
prints 'but info may look' sh -c 'sp-store info -s new.db | head -4' <<X
naam,waarde
bestand,new.db
versie,$((version + 1))
versie_programma,$version
X

# check finds what was planted
fails 'a sound store' 0 'sp-store: sp.db: nothing wrong' sp-store check
fails 'sound in full' 0 'sp-store: sp.db: nothing wrong' sp-store check --full
# planted SQL: what check says of a copy in which SQL was run
planted() {
	cp sp.db bad.db
	sqlite3 bad.db "$1"
	sp-store check -q -s bad.db -o tsv
	echo "exit $?"
}
prints 'a reference to nothing' planted "pragma foreign_keys = off;
	update contactweg set persoon = 9" <<'X'
bevinding
contactweg 1 refers to a persoon that is not there
exit 4
X
prints 'a list that names nothing' planted \
	"update persoon set gebied = '1|7|8'" <<'X'
bevinding
persoon 1, gebied: refers to a gebied that is not there
persoon 1, gebied: refers to a gebied that is not there
exit 4
X
prints 'a tie to nothing' planted "update band set naar = 'netwerk:9'" <<'X'
bevinding
band 1, naar: refers to a netwerk that is not there
exit 4
X
prints 'a tie to what there is no kind of' planted \
	"update band set naar = 'vliegtuig'" <<'X'
bevinding
band 1, naar: refers to a vliegtuig that is not there
exit 4
X
prints 'an index that is missing' planted 'drop index signaal_gebied' <<'X'
bevinding
index signaal_gebied is missing or changed
exit 4
X
prints 'a trigger that was changed' planted 'drop trigger log_vast;
	create trigger log_vast before update on log begin select 1; end' <<'X'
bevinding
trigger log_vast is missing or changed
exit 4
X
prints 'a trigger that does not belong' planted \
	'create trigger spy after insert on signaal begin select 1; end' <<'X'
bevinding
trigger spy does not belong in a store of sp
exit 4
X
prints 'a table that does not belong' planted 'create table spy (a)' <<'X'
bevinding
table spy does not belong in a store of sp
exit 4
X
damage() {
	cp sp.db bad.db
	python3 - "$1" <<'X'
import sqlite3, sys
db = sqlite3.connect("bad.db")
root, = db.execute("select rootpage from sqlite_schema where name = ?",
                   (sys.argv[1],)).fetchone()
size, = db.execute("pragma page_size").fetchone()
db.close()
with open("bad.db", "r+b") as f:
    f.seek((root - 1) * size)
    f.write(b"\xff" * size)
X
}
for table in persoon code log_soort; do
	damage $table
	fails "a page of $table that was wiped" 4 'sp-store: bad.db: is damaged' \
		sp-store check -s bad.db -o jsonl
	finding() {
		sp-store check -q -s bad.db -o jsonl | jq -r .bevinding |
			grep -qi 'page\|malformed\|damaged'
	}
	ok "and what is wrong is told" finding
done
hurt='is damaged; sp-store check says where, sp-store restore puts a backup in its place'
damage persoon
fails 'a damaged table is not read' 4 "sp-report: bad.db: $hurt" \
	sp-report lijst persoon -s bad.db -o csv
fails 'nor written' 4 "sp-add: bad.db: $hurt" \
	sp-add -s bad.db persoon alias=nog
cp sp.db bad.db
python3 - <<'X'
data = open("bad.db", "rb").read()
at = data.index(b"Geheimzinnig")
open("bad.db", "wb").write(data[:at] + b"Geheimzinnih" + data[at + 12:])
X
sqlite3 sp.db "update persoon set naam = naam" # the indexes agree
fails 'a changed cell shows in its index' 4 'sp-store: bad.db: is damaged' \
	sp-store check --full -s bad.db
truncated() {
	head -c 20000 sp.db >bad.db
	sp-store check -q -s bad.db >/dev/null
	echo $?
}
prints 'a file that was cut off' truncated <<'X'
4
X
fails 'check takes nothing' 2 \
	'sp-store: check takes no operands; see sp-store check --help' \
	sp-store check bad.db

# backup: a checked copy, also while somebody writes
fails 'a copy' 0 'sp-store: copy.db: copied and checked' sp-store backup copy.db
ok 'holds the same' same_content sp.db copy.db
prints 'for its owner alone' stat -c %a copy.db <<'X'
600
X
ok 'over an earlier one' sp-store backup copy.db
no_litter() {
	find . -name 'copy.db*'
}
prints 'and nothing else lies about' no_litter <<'X'
./copy.db
X
cp sp.db kept
fails 'not over the store itself' 2 \
	'sp-store: sp.db: is the store itself; name another file' \
	sp-store backup sp.db
fails 'nor by another name' 2 \
	'sp-store: ./dir/../sp.db: is the store itself; name another file' \
	sp-store backup ./dir/../sp.db
fails 'nor by a link' 2 \
	"sp-store: $PWD/sp.db: is the store itself; name another file" \
	sp-store backup link.db
ok 'which stays' cmp sp.db kept
for thing in brief.txt foreign.db empty; do
	cp $thing kept
	fails "not over $thing" 3 \
		"sp-store: $thing: is no store of sp, and stays as it is" \
		sp-store backup $thing
	ok "$thing stays" cmp "$thing" kept
done
fails 'not over a directory' 2 'sp-store: dir: is no regular file' \
	sp-store backup dir
fails 'not over a device' 2 'sp-store: /dev/null: is no regular file' \
	sp-store backup /dev/null
ok 'which stays one' test -c /dev/null
fails 'not over a pipe' 2 'sp-store: pipe: is no regular file' \
	timeout 5 sp-store backup pipe
fails 'not through a link to nothing' 4 \
	'sp-store: dangling: is a symbolic link to a file that is not there' \
	sp-store backup dangling
fails 'not where there is no place' 4 \
	'sp-store: nergens/copy.db: No such file or directory' \
	sp-store backup nergens/copy.db
damage persoon
first() {
	"$@" 2>&1 | sed 's/: [^:]*[0-9].*/: .../'
}
prints 'a damaged store is no backup' first sp-store backup -s bad.db copy.db <<'X'
sp-store: bad.db: is damaged: ...
X
ok 'and the earlier one stays' same_content sp.db copy.db
prints 'nor is anything left of it' no_litter <<'X'
./copy.db
X
fails 'backup needs a file' 2 'sp-store: backup needs one file; see sp-store backup --help' \
	sp-store backup
fails 'one' 2 'sp-store: backup needs one file; see sp-store backup --help' \
	sp-store backup a b
busy() {
	seq 40000 | sed 's/.*/b&,vraag/' | sed '1i bron_id,soort' >many.csv
	sp-add -q signaal many.csv &
	writer=$!
	while kill -0 $writer 2>/dev/null; do
		sp-store backup -q live.db && sp-store check -q -s live.db \
			>/dev/null || return 1
		sqlite3 live.db 'select count(*) from signaal'
	done
	wait $writer || return 1
	sp-store backup -q live.db &&
		sqlite3 live.db 'select count(*) from signaal'
}
all_or_nothing() {
	busy | sort -n | uniq >seen
	[ "$(tail -n 1 seen)" = 40000 ] && ! grep -vx '0\|40000' seen
}
ok 'while somebody writes it is the store before or after' all_or_nothing

# restore: the old one is kept, whatever came
sqlite3 sp.db "update netwerk set naam = 'Anders' where id = 1"
cp sp.db kept
fails 'a restore' 0 'sp-store: sp.db: is copy.db now; the old one is sp.db.oud' \
	sp-store restore copy.db
ok 'brings the copy' same_content sp.db copy.db
ok 'and keeps the old one' same_content sp.db.oud kept
prints 'which is a sound store too' sp-store check -s sp.db.oud --fields bevinding <<'X'
bevinding
X
lies() {
	find . -maxdepth 1 -name 'sp.db*' | LC_ALL=C sort
}
prints 'and nothing else lies about' lies <<'X'
./sp.db
./sp.db.oud
X
fails 'a second restore destroys nothing' 3 \
	'sp-store: sp.db.oud: is still there from an earlier restore; move or remove it first' \
	sp-store restore copy.db
rm sp.db.oud
fails 'not from itself' 2 'sp-store: sp.db: is the store itself; name a backup' \
	sp-store restore sp.db
fails 'not from what is no store' 4 'sp-store: brief.txt: is no store of sp' \
	sp-store restore brief.txt
fails 'not from nothing' 4 \
	'sp-store: nergens: there is no store; sp-add or sp-store init makes one' \
	sp-store restore nergens
damage persoon
prints 'not from a damaged one' first sp-store restore bad.db <<'X'
sp-store: bad.db: is damaged: ...
X
fails 'with exit 4' 4 "$(sp-store restore bad.db 2>&1)" sp-store restore bad.db
fails 'not over what is no store' 3 \
	'sp-store: brief.txt: is no store of sp; move it away to restore here' \
	sp-store restore -s brief.txt copy.db
fails 'not over a directory' 2 'sp-store: dir: is no regular file' \
	sp-store restore -s dir copy.db
ok 'which stays' test -d dir
ok 'the store stays through all that' same_content sp.db copy.db
fails 'where there was none' 0 'sp-store: fresh.db: is copy.db now' \
	sp-store restore -s fresh.db copy.db
cp bad.db worse.db
restored() {
	sp-store restore -q -s worse.db copy.db && same_content worse.db copy.db &&
		cmp worse.db.oud bad.db
}
ok 'over a damaged one, which is kept' restored
behind() {
	sp-store restore -s link.db copy.db 2>&1 && test -L link.db &&
		same_content sp.db copy.db
}
prints 'through a link to the store' behind <<X
sp-store: link.db: is copy.db now; the old one is $PWD/sp.db.oud
X
rm sp.db.oud
fails 'restore needs a file' 2 'sp-store: restore needs one file; see sp-store restore --help' \
	sp-store restore

# a writer that waited while the file changed place does not write into the
# old one
swapped() {
	python3 - <<'X'
import sqlite3, subprocess, time, os
db = sqlite3.connect("sp.db", isolation_level=None)
db.execute("begin immediate")
add = subprocess.Popen(["sp-add", "netwerk", "naam=Verloren"],
                       stderr=subprocess.PIPE, text=True)
time.sleep(.3)
os.rename("sp.db", "moved.db")
db.execute("rollback")
db.close()
print(add.communicate()[1].strip(), add.returncode)
n, = sqlite3.connect("moved.db").execute(
    "select count(*) from netwerk where naam = 'Verloren'").fetchone()
print(n)
os.rename("moved.db", "sp.db")
X
}
prints 'a file that lost its name gets no more rows' swapped <<'X'
sp-add: sp.db: was replaced meanwhile; nothing was stored; try again 4
0
X

# what is erased is gone from the file
erased() {
	sp-add -q persoon alias=x motivatie=Zandhagedis >/dev/null
	grep -c Zandhagedis sp.db
	sp-add -q persoon x motivatie= >/dev/null
	grep -c Zandhagedis sp.db sp.db-journal
}
prints 'what is erased is gone from the file' erased <<'X'
1
sp.db:0
sp.db-journal:0
X
done_testing
