#!/bin/sh
# kinds - schema, column tables, --describe and what is written agree
. "${SP_SOURCE:?}/tests/lib.sh"

kinds() {
	sp-add --help | sed -n '/^Kinds:/,/^$/s/^  \([a-z]*\) .*/\1/p'
}
sp-store init -q kantoor=west
mkdir described schemas
for kind in $(kinds); do
	for lang in nl en; do
		sp-add --describe "$kind" --lang $lang -o jsonl \
			>"described/$kind.$lang"
		sp-add --describe "$kind" --lang $lang -o json \
			>"schemas/$kind.$lang"
	done
done
cat >of.jq <<'X'
def file: input_filename | split("/")[-1] | split(".")[0];
def derived: .waarden == "berekend" or .values == "computed";
X

# what SQLite has to say of every kind, and what the column tables have; a
# later step adds its columns at the end, so order is none
schema() {
	sqlite3 -separator ' ' sp.db "select m.name, c.name, c.type,
		c.\"notnull\" and c.name not in ('uuid', 'kantoor')
		from sqlite_schema m, pragma_table_info(m.name) c
		where m.type = 'table'" | LC_ALL=C sort
}
columns() {
	jq -r "$(cat of.jq)"'select(derived | not) | [file, .naam,
		{"tekst": "TEXT", "heel getal": "INTEGER", "getal": "REAL",
		"bedrag": "INTEGER", "uren": "INTEGER", "datum": "TEXT", "moment": "TEXT",
		"ja/nee": "INTEGER", "code": "TEXT", "lijst": "TEXT",
		"verwijzing": "INTEGER", "koppeling": "TEXT"}[.type],
		(if .verplicht then "1" else "0" end)] | join(" ")' \
		described/*.nl | LC_ALL=C sort
}
columns >names
prints 'the schema has the columns of the tables' schema <names

# no table without a kind, and no kind without a table
tables() {
	sqlite3 sp.db "select name from sqlite_schema where type = 'table'" |
		LC_ALL=C sort
}
kinds | LC_ALL=C sort >names
prints 'every table is a kind' tables <names

# references are foreign keys
foreign() {
	sqlite3 -separator ' ' sp.db "select m.name, f.\"from\", f.\"table\"
		from sqlite_schema m, pragma_foreign_key_list(m.name) f
		where m.type = 'table'" | LC_ALL=C sort
}
jq -r "$(cat of.jq)"'select(.type == "verwijzing") |
	"\(file) \(.naam) \(.waarden)"' described/*.nl | LC_ALL=C sort >names
prints 'references are foreign keys' foreign <names

# the header to start a spreadsheet: no numbers the program gives, no states
# that steps bring about, nothing computed
header() {
	for kind in $(kinds); do
		echo "$kind,$(sp-add --describe "$kind" --lang nl -o csv)"
	done | LC_ALL=C sort
}
cat >steps <<'X'
signaal status
signaal org
signaal uitkomst
signaal antwoord
signaal antwoord_op
signaal gepland_op
signaal annulering
signaal heropend_n
signaal dubbel_van
signaal ouder
signaal lus
signaal lus_ronde
signaal uiterlijk
signaal status_op
signaal lus_op
signaal bevestigen_voor
signaal routeren_voor
signaal bericht_voor
signaal reactie_voor
signaal lus_voor
signaal nakijken_op
signaal eerstvolgend
X
jq -r "$(cat of.jq)"'select(derived | not) |
	select(.naam | IN("id", "uuid", "kantoor") | not) |
	"\(file) \(.naam)"' described/*.nl | grep -vxf steps |
	awk '{ row[$1] = row[$1] "," $2 } END { for (k in row) print k row[k] }' |
	LC_ALL=C sort >names
prints 'the header is what people fill in' header <names

# the JSON Schema: every column, and those computed are in one record only
properties() {
	jq -r "$(cat of.jq)"'[file, (.properties | keys_unsorted[])] | join(",")' \
		schemas/*."$1"
}
required() {
	jq -r "$(cat of.jq)"'[file, (.required | sort[])] | join(",")' \
		schemas/*.nl
}
list_headers() {
	for file in described/*."$1"; do
		of=${file##*/} of=${of%.*}
		echo "$of,$(sp-report lijst "$of" -o csv --lang "$1" | head -1)"
	done
}
for lang in nl en; do
	jq -r "$(cat of.jq)"'[file, .naam // .name] | join(" ")' \
		described/*.$lang | awk '$1 != last { if (last) print row
		last = row = $1 } { row = row "," $2 } END { print row }' >names
	prints "the JSON Schema has all columns ($lang)" \
		properties $lang <names
	jq -r "$(cat of.jq)"'select(derived | not) |
		[file, .naam // .name] | join(" ")' described/*.$lang |
		awk '$1 != last { if (last) print row
		last = row = $1 } { row = row "," $2 } END { print row }' >names
	prints "a list has those that are stored ($lang)" \
		list_headers $lang <names
done
jq -r "$(cat of.jq)"'select(.verplicht) | "\(file) \(.naam)"' described/*.nl |
	LC_ALL=C sort | awk '{ row[$1] = row[$1] "," $2 }
	END { for (k in row) print k row[k] }' | LC_ALL=C sort >names
prints 'the JSON Schema requires what must be there' required <names
bounds() {
	jq -r "$(cat of.jq)"'select(.waarden // "" | test("[0-9][.][.][0-9]")) |
		select(.type | IN("uren", "bedrag")) |
		"\(file) \(.naam) \(.waarden)"' described/*.nl | LC_ALL=C sort
}
prints 'bounds of hours and money are as they are typed' bounds <<'X'
contract uren_week 0..60
uren uren 0.01..24
vacature uren_week 0..60
vraag tarief 0.00..1000.00
vraag uren_begroot 0..2000
wederdienst bedrag 0.00..1000000.00
X
bounded_strings() {
	jq -r "$(cat of.jq)"'file as $f | .properties | to_entries[] |
		select([.value.type] | flatten | index("string")) |
		select(.value.minimum) | "\($f) \(.key)"' schemas/*.nl
}
prints 'no string has bounds' bounded_strings </dev/null
ok 'and names a few that are computed' grep -q gerouteerd schemas/signaal.nl

# one record of each kind with every field filled
cat >persoon.jsonl <<'X'
{"alias": "fatima", "naam": "Fatima", "positie": "informeel", "titel": ["buurtbaner", "wijkverbinder"], "beroep": "huisarts", "rol": ["verbinder@2024-01-01..2025-06-30", "luisterend_oor"], "talen": ["nl", "ar"], "gebied": ["BU03440832"], "max_km": 15, "domein": ["energie", "isolement"], "geleerd": ["veiligheid"], "doelgroep": ["ouderen"], "talent": ["sociaal"], "leeftijdsgroep": "40-54", "capaciteit_uren_week": 8, "stand": "ruimte", "niet_voor": "2026-12-01", "dagen": ["ma", "wo"], "formele_zetel": false, "organisatie": "Buurthuis", "ambassadeur_van": "Aardgasvrij", "ambassadeur_sinds": "2026-01-01", "ambassadeur_na": "hulp bij de huur", "sinds_jaar": 2009, "grenzen": "niet na zessen", "motivatie": "voor de buurt", "gevonden_via": "de bibliotheek", "gevonden_op": "2025-05-05", "status": "actief", "bijgewerkt_op": "2026-11-01", "nagekeken_op": "2026-10-01", "opmerking": "belt liever"}
X
cat >others <<'X'
gebied {"code": "BU03440832", "jaar": 2026, "naam": "Noord", "soort": "buurt", "lat": 52.0711, "lon": 5.0822, "inwoners": 3800, "profiel": "flats"}
gebied {"code": "WK034408", "naam": "Zuidwest", "soort": "wijk"}
buren {"gebied": "BU03440832", "buur": "WK034408"}
gebiedsprofiel {"gebied": "Noord", "jaar": 2025, "kenmerk": "leeftijd", "waarde": "0-14", "aantal": 610, "aandeel": 16.1, "bron": "CBS"}
organisatie {"naam": "Buurthuis", "andere_naam": "De spil", "soort": "plek", "intern": false, "gebied": ["Noord"], "domein": ["anders"], "doelgroep": ["huurders"], "open": true, "website": "https://spil.example", "opmerking": "open"}
organisatie {"naam": "Winkel", "soort": "onderneming", "ouder": "Buurthuis"}
organisatie {"naam": "Oude winkel", "soort": "onderneming", "gestopt_op": "2026-01-31"}
project {"naam": "Aardgasvrij", "organisatie": "Winkel", "domein": ["energie"], "gebied": ["Noord"], "fase": "uitvoering", "van": "2026-01-01", "tot": "2027-01-01", "doel": "van het gas"}
contactweg {"persoon": "fatima", "soort": "telefoon", "waarde": "0612345678", "voorkeur": true, "mag_berichten": true, "tijden": "na vieren", "mislukt_op": "2026-02-02"}
toestemming {"persoon": "fatima", "doel": "benaderen", "grondslag": "toestemming", "versie": "2", "gegeven_op": "2026-01-02", "wijze": "mondeling", "geldig_tot": "2028-01-02", "ingetrokken_op": "2026-11-01"}
dienst {"naam": "Energiebox", "organisatie": "Winkel", "omschrijving": "een doos", "status": "actief", "domein": ["energie"], "doelgroep": ["huurders"], "gebied": ["Noord"], "aanmelden": "bellen", "voor_wie": "huurders", "leeftijd_min": 18, "leeftijd_max": 99, "kosten": "geen", "talen": ["nl"], "tijden": "ma", "documenten": "pas", "melding": "dicht in mei", "nagekeken_op": "2026-01-01", "nagekeken_door": "anna"}
contactpunt {"organisatie": "Winkel", "functie": "energiecoach", "afdeling": "wonen", "domein": ["energie"], "gebied": ["Noord"], "mail": "x@example.org", "telefoon": "030"}
netwerk {"naam": "Moeders", "soort": "whatsapp", "leden": 80, "gebied": ["Noord"], "talen": ["ar"], "doelgroep": ["ouders"], "organisatie": "Buurthuis", "opmerking": "druk"}
initiatief {"naam": "Ruilkast", "omschrijving": "boeken", "soort": "ruilen", "domein": ["anders"], "doelgroep": ["ouderen", "jongeren"], "open": false, "gebied": ["Noord"], "plek": "Buurthuis", "lat": 52.0712, "lon": 5.0823, "trekker": "fatima", "fase": "idee", "sinds": "2026-01-01"}
activiteit {"naam": "Avond", "datum": "2026-03-17", "soort": "voorlichting", "gebied": "Noord", "plek": "Buurthuis", "organisator": "fatima", "organisatie": "Winkel", "project": "Aardgasvrij", "domein": ["energie"], "doelgroep": ["huurders"], "kant": ["doelgroep", "beleid"], "deelnemers": 54, "doel": "uitleg"}
band {"van": "org:Winkel", "naar": "persoon:fatima", "soort": "kent", "sterkte": 2, "vertrouwen": 4, "sinds": "2025-01-01", "tot": "2027-01-01", "bron": "zijzelf"}
regel {"volgorde": 10, "soort": "zorg", "domein": "energie", "gebied": "Noord", "kanaal": "keukentafel", "van": "2026-01-01", "tot": "2026-12-31", "org": "Winkel", "contactpunt": 1, "dienst": "Energiebox", "wijze": "warm", "actief": true}
termijn {"soort": "afhandelen", "domein": "energie", "dagen": 20, "werkdagen": true, "geldig_vanaf": "2026-01-01"}
standaardtekst {"titel": "ontvangen", "taal": "nl", "status": "gemeld", "domein": "energie", "tekst": "We zoeken {{aantal}} keer uit wat er speelt.", "volgorde": 1, "actief": true}
tip {"org": "Winkel", "dienst": "Energiebox", "soort": "valkuil", "tekst": "bel voor tienen", "bron": "anna", "op": "2026-02-01"}
signaal {"bron_id": "A1", "gemeld_op": "2026-11-05", "gebeurd_op": "2026-11-01", "soort": "zorg", "domein": ["energie"], "gebied": "Noord", "kanaal": "keukentafel", "via_persoon": "fatima", "via_netwerk": "Moeders", "aantal": 6, "leeftijdsgroep": "67-79", "taal": "ar", "bewoner_ref": "vos", "aanleiding": "brief", "kenmerk": "EB-17", "project": "Aardgasvrij", "tekst": "te duur", "gevoelig": "nee", "urgentie": "volgen", "vroeg": "laat", "mag_delen": false, "behandelaar": "anna", "bespaard": "een afsluiting"}
signaal {"bron_id": "A2", "gemeld_op": "2026-11-05", "soort": "vraag", "aantal": 1}
signaal {"bron_id": "A3", "gemeld_op": "2026-11-05", "soort": "vraag", "aantal": 2}
signaal {"bron_id": "A4", "gemeld_op": "2026-11-05", "soort": "vraag", "aantal": 3, "via_persoon": "fatima"}
signaal {"bron_id": "A5", "gemeld_op": "2026-11-05", "soort": "vraag", "aantal": 4}
signaal {"bron_id": "A6", "gemeld_op": "2026-11-05", "soort": "vraag", "aantal": 5}
inzicht {"signaal": 1, "project": "Aardgasvrij", "op": "2026-11-06", "auteur": "anna", "tekst": "de brief schrikt af"}
traject {"alias": "vos", "persoon": "fatima", "gebied": "Noord", "begonnen_op": "2026-01-05", "trede": "vertrouwen", "trede_op": "2026-03-05", "niet_voor": "2026-12-01", "gestopt_op": "2026-11-02", "notitie": "rustig aan"}
vraag {"persoon": "fatima", "org": "Winkel", "namens": "Bo van wonen", "taak": "adviseren", "fase": "ontwerp", "domein": ["energie"], "gebied": "Noord", "signaal": 1, "project": "Aardgasvrij", "doel": "avond voorbereiden", "toegang": true, "belang_beide": "een warm huis", "uren_begroot": "2.5", "tarief": "35.00", "zwaar": true, "datum": "2026-11-05", "wanneer": "2026-11-06", "status": "gedaan", "status_op": "2026-11-06", "reden": "griep", "gelukt": true, "terug_gemeld_op": "2026-11-09", "doorbroken": "niemand anders", "bron_id": "V1"}
wederdienst {"aan": "fatima", "van_org": "Winkel", "soort": "vergoeding", "bedrag": "87.50", "waarde": "en taart", "datum": "2026-11-06", "vraag": 1, "initiatief": "Ruilkast", "teruggemeld_op": "2026-11-07", "bron_id": "W1"}
wederdienst {"aan": "fatima", "van_org": "Winkel", "soort": "invloed", "datum": "2026-11-06", "vraag": 1, "besluit": "deels", "motivering": "te duur", "teruggemeld_op": "2026-11-07", "bron_id": "W2"}
functieprofiel {"naam": "buurtbaner", "taken": ["verkennen", "adviseren"], "omschrijving": "op straat", "bron": "de wijk"}
contract {"persoon": "fatima", "vorm": "buurtbaan", "werkgever": "Winkel", "functieprofiel": "buurtbaner", "uren_week": "32", "van": "2026-01-01", "tot": "2027-12-31", "collega": ["teamoverleg", "mailadres"]}
uren {"persoon": "fatima", "datum": "2026-11-09", "uren": "2.75", "soort": "inzet", "taak": "adviseren", "vraag": 1, "org": "Winkel", "project": "Aardgasvrij", "betaald": true, "bron_id": "U1"}
gesprek {"persoon": "fatima", "datum": "2026-11-01", "soort": "welzijn", "werkplezier": 4, "notitie": "wil minder avonden", "volgende_op": "2027-02-01"}
vacature {"naam": "energiecoach", "org": "Winkel", "status": "vervuld", "sluit_op": "2026-12-01", "vorm": "buurtbaan", "uren_week": "24.5", "gebied": ["Noord"], "domein": ["energie"], "geleerd": true, "talen": ["nl"], "wens_taal": ["ar"], "rol": ["verbinder"], "doelgroep": ["huurders"], "functieprofiel": "buurtbaner", "project": "Aardgasvrij", "plaatsen": 2, "vergoeding": "schaal 4", "omschrijving": "langs de deuren", "van": "2026-11-01", "begint_op": "2027-01-01", "contactpunt": 1, "bron": "de krant", "link": "https://winkel.example/werk", "vervuld_door": ["fatima"]}
aanwijzing {"wie": "de vrouw van de bakker", "door": "fatima", "bron": "sleutelpersoon", "gebied": "Noord", "domein": ["energie"], "talen": ["ti"], "kanaal": "markt", "signaal": 1, "op": "2026-11-02", "status": "afgevallen", "status_op": "2026-11-09", "persoon": "fatima", "reden": "verhuist", "bron_id": "L1"}
code {"lijst": "domein", "code": "pannen", "nl": "pannen", "en": "pans", "ouder": "energie", "actief": true}
termijn {"soort": "afhandelen", "domein": "energie", "dagen": 8, "werkdagen": true, "geldig_vanaf": "2026-01-01"}
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

# what the steps of a signal make; 1 went by the rule when it was added
cat >taken <<'X'
route 2 org=Winkel --then Buurthuis op=2026-11-05
accept 2 op=2026-11-06
route 2 in_uitvoering nr=2 op=2026-11-07
route 2 mislukt nr=2 resultaat=dicht op=2026-11-08
refuse 1 reden=niet_onze_taak advies_org=Buurthuis
message 1 soort=uitleg tekst=uitleg org=Winkel aan_persoon=fatima aan_netwerk=Moeders gebied=Noord domein=energie activiteit=1 taal=nl bereik=40
message nr=1 vragen=waarom vragen_n=3
action 2 org=Winkel wat=huisbezoek uiterlijk=2026-11-20
action 2 klaar resultaat=gedaan
promise 2 door=fatima aan=vos wat=bellen voor=2026-11-12 zekerheid=zeker
promise 2 overgedragen overgedragen_aan=fatima tekst=ziek
promise 2 door_org=Winkel wat=mailen voor=2026-11-30 zekerheid=waarschijnlijk
status 2 reactie_gevraagd tekst=wanneer
answer 4 uitkomst=beantwoord tekst=zo
loop 4 poging
loop 4 teruggekoppeld wijze=huisbezoek door=fatima
loop 4 bevestigd oordeel=tevreden gezien_gehoord=ja toelichting=fijn
status 1 ingepland gepland_op=2026-11-20
link 2 ouder=1
route 5 org=Winkel
answer 6 uitkomst=beantwoord tekst=zo
link 3 dubbel_van=1
X
take() {
	sp-add -q traject 1 trede=zelf
	while read -r step; do
		# shellcheck disable=SC2086 # words
		sp-signal $step -q || { echo "$step"; return 1; }
	done <taken
	sp-add -q signaal 4 boodschap=1
}
ok 'the steps make the others' take
lists() {
	for kind in $(kinds); do
		sp-report lijst "$kind" -o json --lang "$1" ||
			echo "nothing of $kind" >&2
	done
}
lists nl >lists.json
empty() {
	jq -r '(if length == 0 then "none" else empty end), reduce .[] as $row ({}; reduce
		($row | to_entries[]) as $e (.; .[$e.key] += (if $e.value ==
		null then 0 else 1 end))) | (objects | to_entries[] |
		select(.value == 0) | .key)' lists.json
}
prints 'every field came out filled' empty <<'X'
X
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
.[0] as $s | (.[1] + [.[2]])[] | . as $row | $s.title + " " + (
	(keys_unsorted - ($s.properties | keys_unsorted) | .[] |
		"no property \(.)"),
	($s.required - keys_unsorted | .[] | "missing \(.)"),
	($s.required[] | select($row[.] == null) | "empty \(.)"),
	(to_entries[] | . as $e | select($e.value |
		fits($s.properties[$e.key]) | not) |
		"\($e.key): \($e.value | tojson) against \($s.properties[$e.key] |
		tojson)"))
X
# the lists, and one of each in full: [schema, rows, one] a kind; what hangs on
# a signal comes with it and is of other kinds
cat >alone.jq <<'X'
del(.doorverwijzingen, .referrals, .acties, .actions, .beloften, .promises,
	.lussen, .loops, .boodschappen, .messages, .inzichten, .insights,
	.geschiedenis, .history)
X
judged() {
	for kind in $(kinds); do
		echo "[$(cat "schemas/$kind.$1"),["
		sp-report lijst "$kind" --lang "$1" -o jsonl | sed '$!s/$/,/'
		echo '],'
		sp-report toon "$kind" 1 --lang "$1" -o json | jq -f alone.jq
		echo ']'
	done
}
valid() {
	judged "$1" | jq -r -f validate.jq
}
for lang in nl en; do
	prints "the JSON Schemas fit what is written ($lang)" valid $lang <<'X'
X
done
one() {
	sp-report toon signaal 1 --lang nl -o json | jq -f alone.jq |
		jq -r 'keys_unsorted[]'
}
jq -r '.properties | keys_unsorted[]' schemas/signaal.nl >names
prints 'one record has all its columns' one <names
wrong() {
	echo "[$(cat schemas/persoon.nl),$(sp-report lijst persoon -o json |
		jq '.[0].positie = "baas"'),{}]" | jq -r -f validate.jq |
		cut -d' ' -f1-3
}
prints 'and would refuse another code' wrong <<'X'
persoon positie: "baas"
persoon missing naam
persoon missing status
persoon empty naam
persoon empty status
X

by_steps='doorverwijzing actie lus belofte boodschap trede'
# what sp writes it reads, in both languages, and nothing changes
for kind in $(kinds); do
	case " $by_steps log " in *" $kind "*) continue ;; esac
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
		jq -r .naam "described/$kind.nl"
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

# every verb of every program tells about itself
verbs() {
	"$1" --help | sed -n '/^Verbs:/,/^$/s/^  \([a-z-]*\) .*/\1/p'
}
tells() {
	"$1" "$2" --help >.help || return 1
	grep -q "^  $1 $2 " .help && [ "$(sed -n \
		'/^Examples:/,/^$/p' .help | grep -c "$1 $2")" -eq 2 ]
}
for tool in sp-match sp-report sp-signal sp-store; do
	for verb in $(verbs $tool); do
		ok "$tool $verb --help has its usage and two examples" \
			tells $tool "$verb"
	done
done

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
for kind in $by_steps; do
	fails "$kind is not written by hand" 2 \
		"sp-add: $kind is written by the programs only; see sp-add --help" \
		sp-add "$kind" id=1
done
fails 'the log is not written by hand' 2 \
	'sp-add: log is written by the programs only; see sp-add --help' \
	sp-add log handeling=x
done_testing
