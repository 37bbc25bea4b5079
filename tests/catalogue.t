#!/bin/sh
# catalogue - every sentence has its Dutch, and messages alone follow the
# language
. "${SP_SOURCE:?}/tests/lib.sh"

# the sentences of the sources beside those of the catalogue
po=$source/lib/po/nl.po
"$source/lib/po/extract" >sp.pot 2>extract.err
prints 'the sentences can be extracted' cat extract.err </dev/null
msgmerge --quiet --no-fuzzy-matching -o merged.po "$po" sp.pot
which() {
	msgattrib "$@" --no-wrap | sed '1,/^$/d'
}
prints 'every sentence has its Dutch' \
	which --untranslated --no-obsolete merged.po </dev/null
prints 'no Dutch is left of a sentence that is gone' \
	which --only-obsolete merged.po </dev/null
prints 'none was guessed' which --only-fuzzy "$po" </dev/null
ok 'its directives and line ends fit' msgfmt --check -o sp.mo "$po"

# what stands in a sentence to be typed, and the blanks around it, stay
cat >same.py <<'P'
import re, subprocess, sys
text = subprocess.run(['msgcat', '--no-wrap', sys.argv[1]], check=True,
    capture_output=True, encoding='utf-8').stdout
text = text.replace('"\n"', '').split('\n\n', 1)[1]
pairs = re.findall(r'^msgid "(.*)"\nmsgstr "(.*)"$', text, re.M)
typed = re.compile(r'--[a-z][a-z-]*|\bsp-[a-z]+|\bSP_[A-Z]+|'
    r'\b(?!field=|theirs=|veld=|hun=)[a-z_]+=|\b[a-z]+_[a-z_]+\b')
def blanks(s):
    return re.match(r' *', s).group(), re.search(r'(?: |\\n)*$', s).group()
for en, nl in pairs:
    if sorted(typed.findall(en)) != sorted(typed.findall(nl)) or \
            blanks(en) != blanks(nl):
        print(en, '|', nl)
print(len(pairs) > 300)
P
prints 'names, options and blanks stay as they are' python3 same.py "$po" <<'X'
True
X

# each way to ask for Dutch, and for English where the machine is Dutch
sp-store init -q kantoor=west
dutch='sp-add: er is geen soort "persoonn" (misschien persoon?); zie sp-add --help'
english='sp-add: there is no kind "persoonn" (do you mean persoon?); see sp-add --help'
fails 'by --lang' 2 "$dutch" sp-add --lang nl persoonn naam=x
fails 'by SP_LANG' 2 "$dutch" env SP_LANG=nl sp-add persoonn naam=x
for locale in nl_NL.UTF-8 nl_BE.UTF-8 nl_NL nl; do
	fails "by LC_ALL=$locale" 2 "$dutch" \
		env LC_ALL=$locale sp-add persoonn naam=x
done
fails 'by LANG' 2 "$dutch" \
	env -u LC_ALL LANG=nl_NL.UTF-8 sp-add persoonn naam=x
fails 'by LC_MESSAGES' 2 "$dutch" \
	env -u LC_ALL LC_MESSAGES=nl_NL.UTF-8 LANG=en_US.UTF-8 \
	sp-add persoonn naam=x
fails 'LANGUAGE does not speak for the locale' 2 "$english" \
	env LANGUAGE=nl sp-add persoonn naam=x
fails 'nor against it' 2 "$dutch" \
	env LANGUAGE=en LC_ALL=nl_NL.UTF-8 sp-add persoonn naam=x
fails 'English on a Dutch machine' 2 "$english" \
	env LC_ALL=nl_NL.UTF-8 sp-add --lang en persoonn naam=x
fails 'and by SP_LANG' 2 "$english" \
	env LC_ALL=nl_NL.UTF-8 SP_LANG=en sp-add persoonn naam=x
fails 'another locale speaks English' 2 "$english" \
	env LC_ALL=de_DE.UTF-8 sp-add persoonn naam=x

# what people read most
cat >in.csv <<'X'
code,naam,lat,lon,soort
BU03440001,Noord,52.0711,5.0822,buurt
X
fails 'a run is summed up' 0 \
	'sp-add: gebied: 1 gelezen, 1 toegevoegd, 0 gewijzigd, 0 ongewijzigd, 0 afgewezen' \
	sp-add --lang nl gebied in.csv
fails 'a cell is refused' 2 \
	'sp-add: lat: "52,07" is geen getal zoals 12.5' \
	sp-add --lang nl gebied BU03440001 lat=52,07
sp-add -q persoon naam=Fatima domein=armoede talen=nl status=actief >out
fails 'nobody fits' 1 \
	'sp-match: niemand; vraag de coördinator, en zie --why-not' \
	sp-match find domein=energie taal=nl --lang nl
for name in Energieloket Buurthuis; do
	sp-add -q organisatie naam=$name >out
done
sp-add -q signaal soort=zorg domein=energie aantal=6 gemeld_op=2026-11-05 >out
prints 'no rule sent it' sp-signal route 1 --explain --lang nl <<'X'
regel: geen
X
SP_USER=anna sp-signal route 1 org=Buurthuis -q >out
prints 'it was sent by hand' sp-signal route 1 --explain --lang nl <<'X'
regel: geen; handmatig door anna naar 2
X
sp-signal action 1 wat=bellen -q >out
fails 'a rule refuses' 3 \
	'sp-signal: een doorverwijzing of actie is nog niet klaar (R2); met --force "reden" gaat het toch door' \
	sp-signal answer 1 uitkomst=beantwoord tekst=zo --lang nl
fails 'a state can not be reached' 3 \
	'sp-signal: een signaal met stand in_behandeling kan niet naar heropend; wel naar: gemeld, ingepland, reactie_gevraagd, afgehandeld, geannuleerd' \
	sp-signal status 1 heropend tekst=x --lang nl
help() {
	sp-store --help --lang nl | sed -n '1p;/^[A-Z][a-z]*:$/p'
}
prints 'help' help <<'X'
sp-store: zorg voor de opslag: maken, nakijken, kopiëren, terugzetten
Gebruik:
Opdrachten:
Opties:
Voorbeelden:
X

# numbers and dates follow the format alone
numbers() {
	for format in csv excel json; do
		env LC_ALL="$1" sp-report lijst gebied --lang nl \
			--fields lat,lon -o $format
		env LC_ALL="$1" sp-report lijst signaal --lang nl \
			--fields gemeld_op,aantal -o $format
	done
}
numbers C >plain
prints 'numbers and dates are those of the C locale' \
	numbers nl_NL.UTF-8 <plain
ok 'with their point' grep -q '^52.0711,5.0822' plain
ok 'and a comma for a Dutch spreadsheet' grep -q '^52,0711;5,0822' plain
ok 'and days as they are' grep -q '^2026-11-05,6' plain
sp-add -q gebied code=BU03440002 naam=Oost soort=buurt lat=52.5 lon=5.25 >out
env LC_ALL=nl_NL.UTF-8 sp-add -q gebied code=BU03440003 naam=West \
	soort=buurt lat=52.5 lon=5.25 >out
prints 'and are read so' \
	sqlite3 sp.db 'select count(*) from gebied where lat = 52.5' <<'X'
2
X
done_testing
