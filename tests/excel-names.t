#!/bin/sh
# a spreadsheet names things in the language of its header: Dutch whatever the
# locale, English when that is asked for
. "${SP_SOURCE:?}/tests/lib.sh"

{
	sp-add gebied code=GM0344 naam=Utrecht &&
		sp-add organisatie naam=Energieloket domein=werk gebied=Utrecht &&
		sp-add signaal gemeld_op=2026-10-05 soort=vraag domein=werk \
			gebied=Utrecht kanaal=straat aantal=3 &&
		sp-add signaal gemeld_op=2026-09-05 soort=zorg aantal=2
} >/dev/null 2>&1
plain() {
	"$@" | tr -d '\r' | sed '1s/^\xef\xbb\xbf//'
}

for locale in C.UTF-8 nl_NL.UTF-8; do
	export LC_ALL=$locale
	prints "a list, $locale" plain sp-signal list id=1 -o excel \
		--fields gemeld_op,soort,domein,gebied,kanaal <<X
gemeld_op;soort;domein;gebied;kanaal
05-10-2026;vraag;werk en inkomen;Utrecht;op straat
X
	prints "a month, $locale" plain sp-report maand 2026-10 -o excel <<X
periode;blok;naam;signalen;vorige;bewoners;bewoners_vorige
2026-10;totaal;alle signalen;1;1;3;2
2026-10;soort;vraag;1;0;3;0
2026-10;soort;zorg;0;1;0;2
2026-10;domein;werk en inkomen;1;0;3;0
2026-10;domein;niet bekend;0;1;0;2
2026-10;gebied;Utrecht;1;0;3;0
2026-10;gebied;niet bekend;0;1;0;2
2026-10;kanaal;op straat;1;0;3;0
2026-10;kanaal;niet bekend;0;1;0;2
X
	prints "what there is, $locale" plain sp-report overzicht -o excel <<X
gebied;soort;id;naam;domein;dubbel
Utrecht;organisatie;1;Energieloket;werk en inkomen;0
X
done
prints 'the month in English' plain sp-report maand 2026-10 kanaal=straat \
	-o excel --lang en <<X
period;block;name;signals;before;residents;residents_before
2026-10;total;all signals;1;0;3;0
2026-10;type;question;1;0;3;0
2026-10;domain;work and income;1;0;3;0
2026-10;area;Utrecht;1;0;3;0
2026-10;channel;in the street;1;0;3;0
X
done_testing
