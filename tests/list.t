#!/bin/sh
# list - every filter against a statement that sqlite3 answers
. "${SP_SOURCE:?}/tests/lib.sh"
. "$source/tests/town.sh"
ok 'a town goes in' town

# ids KIND FILTER ...: what the list gives; nothing found is exit 1
ids() {
	sp-report lijst "$@" --fields id | tail -n +2
}
# as WHERE KIND FILTER ...: the list is what SQL says
as() {
	where=$1
	shift
	sqlite3 sp.db "select id from $1 where $where order by id" >expected
	ids "$@" >found 2>.err
	[ ! -s .err ] && [ -s expected ] && cmp expected found >.out
	result $? "$(printf %.60s "$*")"
}
# the area and all that lies in it, typed out
below="(with recursive b(i) as (select id from gebied where code = 'CODE'
	union select g.id from gebied g join b on g.ouder = b.i)
	select i from b)"
below() {
	echo "$below" | sed "s/CODE/$1/"
}
# a word of a list column, whatever its dates
word() {
	echo "('|' || replace(coalesce($1, ''), '@', '|') || '|'
		like '%|$2|%')"
}

as "soort = 'zorg'" signaal soort=zorg
as "soort in ('zorg', 'vraag')" signaal soort=zorg,vraag
as "soort in ('zorg', 'vraag')" signaal soort=worry,question
as "soort <> 'zorg'" signaal 'soort!=zorg'
as "soort not in ('zorg', 'vraag')" signaal 'soort!=zorg,vraag'
as 'kanaal is null' signaal kanaal=
as 'kanaal is not null' signaal 'kanaal!='
as "kanaal is null or kanaal <> 'mail'" signaal 'kanaal!=mail'
as 'aantal >= 6' signaal 'aantal>=6'
as 'aantal <= 2' signaal 'aantal<=2'
as 'aantal between 2 and 3' signaal aantal=2..3
as 'aantal >= 3' signaal aantal=3..
as 'aantal <= 2' signaal aantal=..2
as 'aantal in (1, 12)' signaal aantal=1,12
as 'id in (3, 7, 11)' signaal id=3,7,11
as 'id in (3, 7, 11)' signaal signaal=3,7,11
as "bron_id in ('b3', 'b7')" signaal signal=b3,b7
as "bron_id = 'b3'" signaal bron_id=b3
as "gemeld_op between '2026-10-01' and '2026-10-31'" signaal gemeld_op=2026-10
as "gemeld_op between '2026-07-01' and '2026-09-30'" signaal op=2026-K3
as "gemeld_op between '2026-10-01' and '2026-10-31'" signaal gemeld_op=vorige
as "gemeld_op = '2026-10-05'" signaal gemeld_op=2026-10-05
as "gemeld_op in ('2026-10-05', '2026-10-06')" signaal \
	gemeld_op=2026-10-05,2026-10-06
as "gemeld_op >= '2026-09-15'" signaal 'gemeld_op>=2026-09-15'
as "gemeld_op >= '2026-09-01'" signaal 'gemeld_op>=2026-09'
as "gemeld_op <= '2026-07-31'" signaal 'gemeld_op<=2026-07'
as "gemeld_op between '2026-07-01' and '2026-08-31'" signaal \
	gemeld_op=2026-07..2026-08
as "gemeld_op between '2026-07-05' and '2026-07-09'" signaal \
	gemeld_op=2026-07-05..2026-07-09
as "$(word domein energie)" signaal domein=energie
as "$(word domein energie) or $(word domein wonen)" signaal domein=energie,wonen
as "not $(word domein energie)" signaal 'domein!=energie'
as 'domein is null' signaal domein=
as "gebied in $(below GM0344)" signaal gebied=GM0344
as "gebied in $(below WK034402)" signaal gebied='Wijk 2'
as "gebied in $(below WK034402)" signaal gemeente=WK034402
as "gebied in $(below WK034402) or gebied in $(below GM0355)" signaal \
	area=WK034402,zeist
as "gebied is null or gebied not in $(below GM0344)" signaal 'gebied!=GM0344'
as 'gebied is null' signaal gebied=
as "tekst like '%pannen%'" signaal 'tekst~pannen'
as "tekst like 'Caf%'" signaal 'tekst~cafe IS'
as "tekst like 'Straat%'" signaal '~straat'
as "via_persoon = 5" signaal via=p004
as "via_persoon in (5, 6)" signaal via=5,p005
as "behandelaar = 'anna' and taal = 'ar' and kanaal = 'straat'" signaal \
	behandelaar=anna taal=Arabisch kanaal='op straat'
as "$(word talen ar)" persoon taal=ar
as "$(word talen ar) and $(word talen nl)" persoon taal=ar taal=nl
as "$(word rol verbinder)" persoon rol=connector
as "exists (select 1 from $(below WK034401) where
	'|' || persoon.gebied || '|' like '%|' || i || '|%')" persoon \
	gebied=WK034401
as "not exists (select 1 from $(below WK034401) where
	'|' || persoon.gebied || '|' like '%|' || i || '|%')" persoon \
	'gebied!=WK034401'
as "alias in ('p001', 'p002')" persoon persoon=p001,p002
as "alias not in ('p001', 'p002')" persoon 'person!=p001,p002'
as "niet_voor is not null and status = 'actief'" persoon 'niet_voor!=' \
	status=actief
as "naam like '%persoon 1%'" persoon 'naam~PERSOON 1'
as "naam like '%12%' or alias like '%12%'" persoon '~12'
as "id in $(below WK034401)" gebied gebied=WK034401
as "id not in $(below GM0344)" gebied 'area!=GM0344'
as "ouder in $(below GM0344)" gebied ouder=GM0344
as "gebied in $(below WK034401) or buur in $(below WK034401)" buren \
	id="$(sqlite3 sp.db "select group_concat(id) from buren where
	gebied in $(below WK034401) or buur in $(below WK034401)")"
as "soort is null or soort in ('plek')" organisatie "soort!=welzijn,loket"
as "organisatie = (select id from organisatie where naam = 'Organisatie 5')" \
	dienst org='Organisatie 5'
as "datum between '2026-12-01' and '2026-12-31'" activiteit datum=2026-12
as "ingetrokken_op is null and coalesce(geldig_tot, '9999') >= '2026-11-10'" \
	toestemming ingetrokken_op= \
	id="$(sqlite3 sp.db "select group_concat(id) from toestemming where
	coalesce(geldig_tot, '9999') >= '2026-11-10'")"
as "wanneer like '2026-11-10%'" log wanneer=2026-11
as "soort = 'persoon'" log 'soort=persoon' 'wanneer>=2026-11-10'

# a name with a comma is one name, and so is one that is escaped
sp-add -q organisatie naam='Gemeente, wonen'
as "naam = 'Gemeente, wonen'" organisatie naam='Gemeente, wonen'
as "naam in ('Gemeente, wonen', 'Organisatie 1')" organisatie \
	naam='Gemeente\, wonen,Organisatie 1'
sp-add -q dienst naam=Loket org='Gemeente, wonen'
as "naam = 'Loket'" dienst org='Gemeente, wonen'

# what stands in the columns
sp-add -q persoon alias=zina naam=Zina taal=nl,ar stand=ruimte \
	grenzen='niet bellen' gebied=GM0355 formele_zetel=ja
sp-signal add -q bron_id=Z soort=zorg op=2026-11-09 domein=energie via=zina \
	tekst='te duur' aantal=6
prints 'fields in the order they are asked for' \
	sp-report lijst persoon alias=zina --fields talen,naam,load,naam <<'X'
talen,naam,stand,naam
nl|ar,Zina,ruimte,Zina
X
prints 'names and codes in English' sp-report lijst persoon alias=zina \
	--lang en --fields languages,load,formal_seat,area <<'X'
languages,load,formal_seat,area
nl|ar,room,yes,2
X
prints 'and by the environment' env SP_LANG=en sp-report list person \
	alias=zina --fields stand <<'X'
load
room
X
prints 'a table has names for ids' sp-signal list bron_id=Z -o table \
	--lang nl --fields gebied,via,domein,status,aantal <<'X'
gebied  via_persoon  domein   status  aantal
        Zina         energie  gemeld       6
X
columns() {
	sp-report lijst persoon alias=zina -o table --lang nl | head -1 |
		tr -s ' ' | tr ' ' '\n' |
		grep -xE 'naam|stand|doelgroep|organisatie|grenzen|motivatie|opmerking|ambassadeur_na|uuid|kantoor'
}
prints 'a list for people leaves out what is long or sensitive' columns <<'X'
naam
stand
X
header() {
	sp-signal list bron_id=Z -o "$1" | head -1 | tr -d '\r'
}
prints 'a list for programs has all' header csv <<'X'
id,bron_id,gemeld_op,gebeurd_op,soort,domein,gebied,kanaal,via_persoon,via_netwerk,aantal,leeftijdsgroep,taal,bewoner_ref,aanleiding,kenmerk,project,tekst,gevoelig,urgentie,vroeg,mag_delen,behandelaar,status,boodschap,bespaard,org,uitkomst,antwoord,antwoord_op,gepland_op,annulering,heropend_n,dubbel_van,ouder,lus,lus_ronde,uiterlijk,status_op,lus_op,bevestigen_voor,routeren_voor,bericht_voor,reactie_voor,lus_voor,nakijken_op,eerstvolgend,uuid,kantoor
X
json() {
	sp-signal list "$@" -o json | jq -c 'type, length'
}
prints 'json is one array' json id=1..3 <<'X'
"array"
3
X
prints 'also of one' json id=1 <<'X'
"array"
1
X
prints 'and of none' json id=99999 <<'X'
"array"
0
X
lines() {
	sp-signal list id=1..3 -o jsonl | jq -c '[.id, .domein, .mag_delen]'
}
prints 'jsonl is an object a line' lines <<X
$(sqlite3 sp.db "select '[' || id || ',' || case when domein is null then 'null'
	else '[\"' || replace(domein, '|', '\",\"') || '\"]' end || ',null]'
	from signaal where id <= 3")
X

# what is not there
prints 'nothing found is the header' sp-signal list soort=melding \
	gemeld_op=2020 --fields id,soort <<'X'
id,soort
X
fails 'and exit 1' 1 '' sp-signal list soort=melding gemeld_op=2020
unchanged=$(sqlite3 sp.db 'select count(*) from log')
refused() {
	fails "$@"
}
refused 'a field nobody knows' 2 \
	'sp-signal: zin: signaal has no such field; sp-add --describe signaal lists them' \
	sp-signal list zin=ja
refused 'another kind' 2 \
	'sp-report: persoon: organisatie has no such field; sp-add --describe organisatie lists them' \
	sp-report lijst organisatie persoon=1
refused 'a code nobody knows' 2 \
	'sp-signal: type: "boos" is none of question, worry, idea, complaint, wish, story, talent, compliment, rumour, report, offer, observation' \
	sp-signal list soort=boos
refused 'one of several codes' 2 \
	'sp-signal: type: "boos" is none of question, worry, idea, complaint, wish, story, talent, compliment, rumour, report, offer, observation' \
	sp-signal list soort=zorg,boos
refused 'an open code nobody knows' 2 \
	'sp-signal: channel: "duif" is not on the list kanaal: gesprek, huisbezoek, telefoon, whatsapp, mail, bijeenkomst, inloop, straat, markt, keukentafel, brief, online' \
	sp-signal list kanaal=duif
refused 'an area nobody knows' 2 \
	'sp-signal: area: there is no gebied "Atlantis"; sp-report lijst gebied shows them' \
	sp-signal list gebied=Atlantis
refused 'a person nobody knows' 2 \
	'sp-signal: via_person: there is no such persoon; sp-report lijst persoon shows them' \
	sp-signal list via=Geheim
refused 'a record of the kind that is not there' 2 \
	'sp-report: person: there is no such persoon; sp-report lijst persoon shows them' \
	sp-report lijst persoon persoon=Geheim
refused 'a day that is none' 2 \
	'sp-signal: reported_on: "2026-02-30" is no day like 2026-12-31' \
	sp-signal list gemeld_op=2026-02-30
refused 'a number that is none' 2 'sp-signal: number: "veel" is no whole number' \
	sp-signal list 'aantal>=veel'
refused 'an order of what has none' 2 \
	'sp-signal: type: >= and <= are for numbers and dates' \
	sp-signal list 'soort>=zorg'
refused 'a comparison with nothing' 2 \
	'sp-signal: number: is compared with nothing' sp-signal list 'aantal>='
refused 'a search for nothing' 2 'sp-signal: ~ needs a word to search' \
	sp-signal list 'tekst~'
refused 'a search in a reference' 2 'sp-signal: area: ~ searches texts only' \
	sp-signal list 'gebied~Wijk'
refused 'a search in a number' 2 'sp-signal: number: ~ searches texts only' \
	sp-signal list 'aantal~1'
refused 'a file' 2 'sp-signal: lijst.csv: write field=value; see sp-signal list --help' \
	sp-signal list lijst.csv
refused 'two kinds' 2 'sp-report: give one kind of record; see sp-report lijst --help' \
	sp-report lijst persoon gebied
refused 'no kind' 2 'sp-report: give one kind of record; see sp-report lijst --help' \
	sp-report lijst
refused 'a column nobody knows' 2 \
	'sp-signal: --fields: there is no field "zin"; see sp-signal list --help' \
	sp-signal list --fields id,zin
refused 'too many columns' 2 \
	'sp-signal: --fields: too many; see sp-signal list --help' \
	sp-signal list --fields "$(seq -s, 200 | sed 's/[0-9]*/id/g')"
# shellcheck disable=SC2046 # many operands
refused 'too many filters' 2 'sp-signal: more than 64 filters' \
	sp-signal list $(seq -f 'aantal>=%.0f' 65)
refused 'too many values' 2 'sp-signal: more than 256 values to filter by' \
	sp-signal list id="$(seq -s, 257)"
# shellcheck disable=SC2086 # one number
prints 'reading leaves no trace' \
	sqlite3 sp.db 'select count(*) from log' <<X
$unchanged
X
plan() {
	sqlite3 sp.db "explain query plan select id from signaal where
		gebied in $(below WK034401) and status in ('gemeld')" |
		grep -c 'SEARCH signaal USING .*INDEX signaal_gebied'
}
prints 'a list by area and status is answered from an index' plan <<'X'
1
X
done_testing
