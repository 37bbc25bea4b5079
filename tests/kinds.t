#!/bin/sh
# kinds - schema, column tables, --describe and what is written agree
. "${SP_SOURCE:?}/tests/lib.sh"

kinds() {
	sp-add --help | sed -n '/^Kinds:/,/^$/s/^  \([a-z]*\) .*/\1/p'
}
sp-store init -q kantoor=west

# what SQLite has to say of a kind, and what the column table has
schema() {
	sqlite3 -separator ' ' sp.db "select name, type,
		\"notnull\" and name not in ('uuid', 'kantoor')
		from pragma_table_info('$1')"
}
columns() {
	sp-add --describe "$1" --lang nl -o jsonl | jq -r '[.naam,
		{"tekst": "TEXT", "heel getal": "INTEGER", "getal": "REAL",
		"bedrag": "INTEGER", "datum": "TEXT", "moment": "TEXT",
		"ja/nee": "INTEGER", "code": "TEXT", "lijst": "TEXT",
		"verwijzing": "INTEGER", "koppeling": "TEXT"}[.type],
		(if .verplicht then "1" else "0" end)] | join(" ")'
}
for kind in $(kinds); do
	columns "$kind" >names
	prints "$kind: the schema has the columns of the table" \
		schema "$kind" <names
done

# no table without a kind, and no kind without a table
tables() {
	sqlite3 sp.db "select name from sqlite_schema where type = 'table'"
}
kinds >names
prints 'every table is a kind' tables <names

# references are foreign keys
foreign() {
	sqlite3 -separator ' ' sp.db "select \"from\", \"table\"
		from pragma_foreign_key_list('$1')" | LC_ALL=C sort
}
references() {
	sp-add --describe "$1" --lang nl -o jsonl |
		jq -r 'select(.type == "verwijzing") | "\(.naam) \(.waarden)"' |
		LC_ALL=C sort
}
for kind in $(kinds); do
	references "$kind" >names
	prints "$kind: references are foreign keys" foreign "$kind" <names
done

# the header to start a spreadsheet, and the JSON Schema
header() {
	sp-add --describe "$1" --lang "$2" -o csv | tr ',' '\n'
}
properties() {
	sp-add --describe "$1" --lang "$2" -o json |
		jq -r '.properties | keys_unsorted[]'
}
required() {
	sp-add --describe "$1" --lang nl -o json | jq -r '.required[]'
}
for kind in $(kinds); do
	sp-add --describe "$kind" --lang nl -o jsonl |
		jq -r 'select(.naam | IN("id", "uuid", "kantoor") | not) |
		.naam' | grep -vx "$([ "$kind" = signaal ] && echo status)" >names
	prints "$kind: the header is what people fill in" \
		header "$kind" nl <names
	for lang in nl en; do
		sp-report lijst "$kind" -o csv --lang $lang | head -1 |
			tr ',' '\n' >names
		prints "$kind: the JSON Schema has all columns ($lang)" \
			properties "$kind" $lang <names
	done
	columns "$kind" | sed -n 's/^\([^ ]*\) .* 1$/\1/p' >names
	prints "$kind: the JSON Schema requires what must be there" \
		required "$kind" <names
done

# one record of each kind with every field filled
cat >persoon.jsonl <<'X'
{"alias": "fatima", "naam": "Fatima", "positie": "informeel", "titel": ["buurtbaner", "wijkverbinder"], "beroep": "huisarts", "rol": ["verbinder@2024-01-01..2025-06-30", "luisterend_oor"], "talen": ["nl", "ar"], "gebied": ["BU03440832"], "max_km": 15, "domein": ["energie", "isolement"], "geleerd": ["veiligheid"], "doelgroep": ["ouderen"], "talent": ["sociaal"], "leeftijdsgroep": "40-54", "capaciteit_uren_week": 8, "stand": "ruimte", "niet_voor": "2026-12-01", "dagen": ["ma", "wo"], "formele_zetel": false, "organisatie": "Buurthuis", "ambassadeur_van": "Aardgasvrij", "ambassadeur_sinds": "2026-01-01", "ambassadeur_na": "hulp bij de huur", "grenzen": "niet na zessen", "motivatie": "voor de buurt", "gevonden_via": "de bibliotheek", "gevonden_op": "2025-05-05", "status": "actief", "bijgewerkt_op": "2026-11-01", "nagekeken_op": "2026-10-01", "opmerking": "belt liever"}
X
cat >others <<'X'
gebied {"code": "BU03440832", "jaar": 2026, "naam": "Noord", "soort": "buurt", "lat": 52.0711, "lon": 5.0822, "inwoners": 3800, "profiel": "flats"}
gebied {"code": "WK034408", "naam": "Zuidwest", "soort": "wijk"}
buren {"gebied": "BU03440832", "buur": "WK034408"}
organisatie {"naam": "Buurthuis", "andere_naam": "De spil", "soort": "plek", "intern": false, "gebied": ["Noord"], "domein": ["anders"], "website": "https://spil.example", "opmerking": "open"}
organisatie {"naam": "Winkel", "soort": "onderneming", "ouder": "Buurthuis"}
project {"naam": "Aardgasvrij", "organisatie": "Winkel", "domein": ["energie"], "gebied": ["Noord"], "fase": "uitvoering", "van": "2026-01-01", "tot": "2027-01-01", "doel": "van het gas"}
contactweg {"persoon": "fatima", "soort": "telefoon", "waarde": "0612345678", "voorkeur": true, "mag_berichten": true, "tijden": "na vieren", "mislukt_op": "2026-02-02"}
toestemming {"persoon": "fatima", "doel": "benaderen", "grondslag": "toestemming", "versie": "2", "gegeven_op": "2026-01-02", "wijze": "mondeling", "geldig_tot": "2028-01-02", "ingetrokken_op": "2026-11-01"}
dienst {"naam": "Energiebox", "organisatie": "Winkel", "omschrijving": "een doos", "status": "actief", "domein": ["energie"], "gebied": ["Noord"], "aanmelden": "bellen", "voor_wie": "huurders", "leeftijd_min": 18, "leeftijd_max": 99, "kosten": "geen", "talen": ["nl"], "tijden": "ma", "documenten": "pas", "melding": "dicht in mei", "nagekeken_op": "2026-01-01", "nagekeken_door": "anna"}
contactpunt {"organisatie": "Winkel", "functie": "energiecoach", "afdeling": "wonen", "domein": ["energie"], "gebied": ["Noord"], "mail": "x@example.org", "telefoon": "030"}
netwerk {"naam": "Moeders", "soort": "whatsapp", "leden": 80, "gebied": ["Noord"], "talen": ["ar"], "organisatie": "Buurthuis", "opmerking": "druk"}
initiatief {"naam": "Ruilkast", "omschrijving": "boeken", "soort": "ruilen", "domein": ["anders"], "gebied": ["Noord"], "plek": "Buurthuis", "trekker": "fatima", "fase": "idee", "sinds": "2026-01-01"}
activiteit {"naam": "Avond", "datum": "2026-03-17", "soort": "voorlichting", "gebied": "Noord", "plek": "Buurthuis", "organisator": "fatima", "organisatie": "Winkel", "project": "Aardgasvrij", "domein": ["energie"], "kant": ["doelgroep", "beleid"], "deelnemers": 54, "doel": "uitleg"}
band {"van": "org:Winkel", "naar": "persoon:fatima", "soort": "kent", "sterkte": 2, "vertrouwen": 4, "sinds": "2025-01-01", "tot": "2027-01-01", "bron": "zijzelf"}
signaal {"bron_id": "A1", "gemeld_op": "2026-03-05", "gebeurd_op": "2026-03-01", "soort": "zorg", "domein": ["energie"], "gebied": "Noord", "kanaal": "keukentafel", "via_persoon": "fatima", "via_netwerk": "Moeders", "aantal": 6, "leeftijdsgroep": "67-79", "taal": "ar", "bewoner_ref": "vos", "aanleiding": "brief", "kenmerk": "EB-17", "project": "Aardgasvrij", "tekst": "te duur", "gevoelig": "nee", "urgentie": "volgen", "vroeg": "laat", "mag_delen": false, "behandelaar": "anna"}
code {"lijst": "domein", "code": "pannen", "nl": "pannen", "en": "pans", "ouder": "energie", "actief": true}
instelling {"naam": "motto", "waarde": "begin gewoon", "uitleg": "hangt aan de muur"}
X
fill() {
	while read -r kind record; do
		[ "$kind" != contactweg ] ||
			sp-add -q persoon persoon.jsonl || return 1
		printf '%s\n' "$record" | sp-add -q -i jsonl "$kind" - ||
			return 1
	done <others
	sp-add -q gebied 1 ouder=Zuidwest
}
ok 'a record with every field of every kind goes in' fill
cat >every.jq <<'X'
[.[] | to_entries[] | select(.value != null) | .key] | unique | length
X
for kind in $(kinds); do
	[ "$kind" = log ] && continue
	sp-report lijst "$kind" -o json >list.json
	jq '.[0] | length' list.json >all
	prints "$kind: every field came out filled" jq -f every.jq list.json <all
done

# a JSON Schema of what is written, as far as ours say anything
cat >validate.jq <<'X'
def kind_of: if type == "number" and . == floor then "integer" else type end;
def fits($s): . as $v |
	(($s.type | if type == "array" then . else [.] end) |
		(index($v | kind_of) != null) or
		($v | type == "number" and ($s.type | index("number")) != null))
	and (if $s.enum then ($s.enum | index([$v])) != null else true end)
	and (if $s.pattern and $v != null then ($v | test($s.pattern)) else true
		end)
	and (if $s.format == "date" and $v != null then
		($v | test("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")) else true end)
	and (if $s.minimum and $v != null then $v >= $s.minimum else true end)
	and (if $s.maximum and $v != null then $v <= $s.maximum else true end)
	and (if $s.items and $v != null then all($v[]; fits($s.items)) else true
		end);
$schema[0] as $s | .[] | . as $row |
	(keys_unsorted - ($s.properties | keys_unsorted) | .[] |
		"no property \(.)"),
	($s.required - keys_unsorted | .[] | "missing \(.)"),
	($s.required[] | select($row[.] == null) | "empty \(.)"),
	(to_entries[] | . as $e | select($e.value |
		fits($s.properties[$e.key]) | not) |
		"\($e.key): \($e.value | tojson) against \($s.properties[$e.key] |
		tojson)")
X
valid() {
	sp-add --describe "$1" --lang "$2" -o json >schema.json
	sp-report lijst "$1" --lang "$2" -o json >list.json
	jq -r --slurpfile schema schema.json -f validate.jq list.json >.errors ||
		return 1
	cat .errors
	[ ! -s .errors ]
}
for kind in $(kinds); do
	for lang in nl en; do
		ok "$kind: its JSON Schema fits what is written ($lang)" \
			valid "$kind" $lang
	done
done
sp-report lijst persoon -o json | jq '.[0].positie = "baas"' >list.json
sp-add --describe persoon --lang nl -o json >schema.json
wrong() {
	jq -r --slurpfile schema schema.json -f validate.jq list.json |
		cut -d' ' -f1-2
}
prints 'and would refuse another code' wrong <<'X'
positie: "baas"
X

# what sp writes it reads, in both languages, and nothing changes
for kind in $(kinds); do
	[ "$kind" = log ] && continue
	for lang in nl en; do
		rows=$(sqlite3 sp.db "select count(*) from $kind")
		again() {
			sp-report lijst "$kind" --lang "$lang" -o jsonl |
				sp-add --lang en "$kind" - 2>&1
		}
		prints "$kind: written and read again ($lang)" again <<X
sp-add: $kind: $rows read, 0 added, 0 changed, $rows unchanged, 0 rejected
X
	done
done
before=$(sqlite3 sp.db 'select count(*) from log')
sp-report lijst persoon | sp-add -q persoon -
# shellcheck disable=SC2086 # one number
prints 'and the log has no more to tell' \
	sqlite3 sp.db 'select count(*) from log' <<X
$before
X

# sp-formats(5) is made from the same tables
unit=$(dirname "$(command -v sp-add)")/../tests/unit/kinds
if [ -x "$unit" ]; then
	manual() {
		"$unit" manual | sed -n 's/^\.It Sy \([^ ]*\) .*/\1/p'
	}
	for kind in $(kinds); do
		sp-report lijst "$kind" | head -1 | tr ',' '\n'
	done >names
	prints 'the manual has every column of every kind' manual <names
	page() {
		printf '.Dd November 10, 2026\n.Dt X 5\n.Os\n.Sh NAME\n.Nm x\n.Nd y\n'
		printf '.Sh KINDS\n'
		"$unit" manual
	}
	page >page.5
	ok 'its sections are sound mdoc' mandoc -Tlint -Wwarning page.5
else
	skip 'the unit tests are not built'
fi

# the describing itself, read by people
prints 'describe reads as a table' \
	sp-add --describe buren --lang nl --fields naam,type,verplicht <<'X'
naam     type        verplicht
id       heel getal  nee
gebied   verwijzing  ja
buur     verwijzing  ja
uuid     tekst       nee
kantoor  tekst       nee
X
prints 'in English too' sp-add --describe person --lang en \
	--fields name,values -o tsv <<X
$(sp-add --describe persoon --lang en -o jsonl |
	jq -r '[.name, .values // ""] | join("\t")' | sed '1i name\tvalues')
X
fails 'describe needs a kind' 2 \
	'sp-add: give a kind of record; see sp-add --help' sp-add --describe
fails 'describe wants nothing else' 2 \
	'sp-add: --describe takes one kind, and nothing else; see sp-add --help' \
	sp-add --describe persoon naam=x
fails 'a kind nobody knows' 2 \
	'sp-add: there is no kind "zzzzz"; see sp-add --help' \
	sp-add --describe zzzzz
fails 'a kind that is nearly one' 2 \
	'sp-add: there is no kind "person1" (do you mean person?); see sp-add --help' \
	sp-add person1 naam=x
fails 'the log is not written by hand' 2 \
	'sp-add: log is written by the programs only; see sp-add --help' \
	sp-add log handeling=x
done_testing
