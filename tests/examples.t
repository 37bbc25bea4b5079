#!/bin/sh
# examples - every script in examples/ runs, and prints what was kept of it in
# tests/examples; KEEP=1 keeps it anew
. "${SP_SOURCE:?}/tests/lib.sh"
export SP_LANG=en SP_TODAY=2026-11-03
ln -s "$source/examples" examples

# kept NAME COMMAND ...: both outputs and the status, against what was kept
kept() {
	file=$source/tests/examples/$1.txt what="$1 prints what was kept"
	shift
	"$@" >.out 2>&1
	echo "status $?" >>.out
	[ -z "${KEEP:-}" ] || cp .out "$file"
	diff "$file" .out >.diff
	good=$?
	[ "$good" -eq 0 ] || sed 's/^/# /' .diff
	result "$good" "$what"
}

sums() {
	(cd "$1" && sha256sum ./*)
}

kept demo examples/demo.sh
export SP_STORE=demo/sp.db
prints 'it leaves the store and three documents' ls demo <<X
overzicht-2026-10.csv
overzicht-2026-10.html
overzicht-2026-10.json
sp.db
sp.db-journal
X
prints 'which nobody else may read, as long as the store is one of them' \
	stat -c %a demo/sp.db <<X
600
X
sums demo >first
kept demo-again examples/demo.sh
sums demo >second
ok 'a second run changes no byte' cmp first second
all_unchanged() {
	! sed -n '/^Areas/,/^Signals/p' "$source/tests/examples/demo-again.txt" |
		grep -v ' 0 added, 0 changed, [1-9][0-9]* unchanged, 0 rejected'
}
ok 'and says so' all_unchanged
dutch() {
	lines=$(wc -l <"$1")
	[ "$(head -c 3 "$1" | od -An -tx1)" = ' ef bb bf' ] &&
		[ "$(grep -c ";.*;.*;[a-z_0-9]*$(printf '\r')\$" "$1")" -eq \
			"$lines" ]
}
ok 'the spreadsheet is a Dutch one' dutch demo/overzicht-2026-10.csv
month() {
	jq -r '[.schema, .periode, .vorige, (.aantallen[0] | .signalen,
		.signalen_vorige)] | join(" ")' demo/overzicht-2026-10.json
}
total() {
	sqlite3 demo/sp.db "SELECT 'sp-overzicht/1 2026-10 2026-09 '
		|| sum(gemeld_op LIKE '2026-10%') || ' '
		|| sum(gemeld_op LIKE '2026-09%') FROM signaal"
}
total >expected
prints 'the JSON counts what is in the store' month <expected
ok 'the page says whose month it is' grep -q \
	'<h1>Signals in October 2026</h1>' demo/overzicht-2026-10.html
(
	unset SP_LANG
	examples/demo.sh nl >nl.txt 2>&1
)
ok 'in Dutch unless asked otherwise' grep -q '<html lang="nl">' \
	nl/overzicht-2026-10.html
mkdir broken
echo x >broken/sp.db
stops() {
	! examples/demo.sh broken && [ "$(ls broken)" = sp.db ]
}
ok 'a store that is none stops it' stops

# both cases, on a store of their own: every step has left its trace
cp -R demo cases
export SP_STORE=cases/sp.db SP_USER=anna
kept pannen examples/pannen.sh
kept energiebox examples/energiebox.sh
export SP_STORE=demo/sp.db
unset SP_USER
steps() {
	sqlite3 cases/sp.db "SELECT s.soort || ' ' || s.status || ' ' || s.uitkomst
		|| ' ' || s.lus || ' ' || s.aantal || ' ' ||
		coalesce(s.via_persoon IS NOT NULL, '') || ' ' ||
		(SELECT group_concat(status) FROM doorverwijzing WHERE signaal = s.id)
		|| ' ' || (SELECT count(*) FROM belofte
			WHERE signaal = s.id AND status = 'nagekomen')
		|| ' ' || (SELECT count(*) FROM actie
			WHERE signaal = s.id AND resultaat IS NOT NULL)
		|| ' ' || (SELECT group_concat(a.naam) FROM boodschap b
			JOIN activiteit a ON a.id = b.activiteit WHERE b.signaal = s.id)
		FROM signaal s WHERE s.id > 319 ORDER BY s.id"
}
prints 'each step of both cases is in the store' steps <<'X'
zorg afgehandeld opgelost bevestigd 6 1 afgerond 0 0 Informatieavond koken op inductie
vraag afgehandeld opgelost bevestigd 4 0 afgerond 1 1 Uitleg over de energiebox
X
advice() {
	sqlite3 cases/sp.db "SELECT v.taak, v.fase, v.tarief, v.status, w.soort,
		w.besluit, w.teruggemeld_op FROM vraag v JOIN wederdienst w ON
		w.vraag = v.id WHERE v.doel = 'informatieavond voorbereiden'"
}
prints 'she was asked while all could change, paid, followed and told so' \
	advice <<'X'
adviseren|ontwerp|3500|gedaan|invloed|overgenomen|2026-09-22
X

kept maandoverzicht examples/maandoverzicht.sh overzichten
prints 'the page, the spreadsheet and a copy' ls overzichten <<X
kopie.db
overzicht-2026-10.csv
overzicht-2026-10.html
X
ok 'the spreadsheet holds Dutch names' grep -q 'straat en groen' \
	overzichten/overzicht-2026-10.csv
ok 'the copy is whole' sp-store check --full -s overzichten/kopie.db
kept maandoverzicht-usage examples/maandoverzicht.sh
tells() {
	SP_STORE=broken/sp.db examples/maandoverzicht.sh none
	[ $? -eq 4 ] && [ -z "$(ls none)" ]
}
ok 'a store that is none is told, by its status too' tells
kept maandoverzicht-usage examples/maandoverzicht.sh

kept wijken examples/wijken.sh 2026-10 wijken
counted() {
	for file in wijken/*; do
		echo "$file $(($(wc -l <"$file") - 1))"
	done
}
said() {
	sed -n 's/.*: \([0-9]*\) signals in \(.*\)/\2 \1/p' \
		"$source/tests/examples/wijken.txt"
}
said >expected
prints 'each file has as many rows as it says' counted <expected
ok 'several domains have a comma between them' grep -q \
	';wonen, gezondheid;' wijken/WK034408.csv
ok 'and nothing residents said, or by whom it came' sh -c \
	'! grep -il "kozijnen\|fatima" wijken/*'
kept wijken-usage examples/wijken.sh 2026-10

# as Excel on Windows writes it
sed '1s/^\xef\xbb\xbf//' examples/data/logboek-november.csv |
	iconv -f UTF-8 -t WINDOWS-1252 >november.csv
kept logboek examples/logboek.sh november.csv fout.csv
prints 'what was set aside' cut -d';' -f1,2,3,11 fout.csv <<X
$(printf '\357\273\277')Nr;Datum;Buurt;regel
2026-722;31-11-2026;Vollenhove;4
2026-723;02-11-2026;Kanalen eiland Noord;5
X
sed 's/31-11-2026/01-11-2026/; s/Kanalen eiland Noord/Kanaleneiland-Noord/' \
	fout.csv >beter.csv
kept logboek-mended examples/logboek.sh beter.csv fout2.csv
november() {
	sp-signal list 'gemeld_op>=2026-11-01' -o jsonl | jq -r .source_id
}
prints 'then all five are in' november <<X
2026-720
2026-721
2026-724
2026-722
2026-723
X
kept logboek-usage examples/logboek.sh

untried() {
	for script in examples/*.sh; do
		name=${script##*/}
		[ -e "$source/tests/examples/${name%.sh}.txt" ] || echo "$name"
	done
}
prints 'no script is left out' untried </dev/null
done_testing
