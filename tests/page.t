#!/bin/sh
# the pages: one file, whole, for eyes, ears and paper, with the figures of
# the JSON and without what is not to be published
. "${SP_SOURCE:?}/tests/lib.sh"

cat >check.py <<'X'
import html.parser, json, re, sys

VOID = {"meta", "br"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.tables, self.lang = [], [], [], None
        self.cells, self.bars, self.text = [], [], ""

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        for name in attrs:
            if name in ("src", "href", "onload", "onclick", "style"):
                self.wrong.append(f"{tag} has {name}")
        if tag in ("script", "link", "img", "iframe"):
            self.wrong.append(f"has a {tag}")
        if tag == "html":
            self.lang = attrs.get("lang")
        if tag == "table":
            self.tables.append(False)
        if tag == "caption":
            self.tables[-1] = True
        if tag == "th" and attrs.get("scope") not in ("row", "col", "colgroup"):
            self.wrong.append("a th without scope")
        if tag == "tr" and "tbody" in self.open:
            self.cells.append([])
        if tag in ("th", "td") and "tbody" in self.open:
            self.cells[-1].append("")
        if tag == "svg" and attrs.get("aria-hidden") != "true":
            self.wrong.append("an svg that is read aloud")
        if tag == "rect":
            self.bars.append((attrs["class"], attrs["width"]))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"{tag} closes what is not open")

    def handle_data(self, data):
        self.text += data
        if "tbody" in self.open and self.open[-1] in ("th", "td"):
            self.cells[-1][-1] += data


page = Page()
source = open(sys.argv[1], encoding="utf-8").read()
page.feed(source)
page.close()
if page.open:
    page.wrong.append(f"left open: {page.open}")
if page.lang != sys.argv[2]:
    page.wrong.append(f"lang is {page.lang}")
if not page.tables or not all(page.tables):
    page.wrong.append("a table without caption")
if re.search(r"https?:(?!//www.w3.org)|@import|url\(", source):
    page.wrong.append("points outside")
if len(sys.argv) > 3:
    counts = json.load(open(sys.argv[3]))["aantallen"][1:]
    keys = ("signalen", "signalen_vorige", "bewoners", "bewoners_vorige")
    none = {"en": "not known", "nl": "niet bekend"}[sys.argv[2]]
    wanted = [[c["naam"] or none] + [str(c[k]) for k in keys] for c in counts]
    if page.cells != wanted:
        page.wrong.append("other figures than the JSON")
    bars = []
    for c in counts:
        block = [d for d in counts if d["blok"] == c["blok"]]
        most = max(max(d[k] for k in keys[:2]) for d in block)
        for kind, key in (("now", keys[0]), ("before", keys[1])):
            tenths = 1000 * c[key] // most
            bars.append((kind, f"{tenths // 10}.{tenths % 10}%"))
    if page.bars != bars:
        page.wrong.append("bars that do not fit the figures")
print("\n".join(page.wrong), end="")
sys.exit(len(page.wrong) > 0)
X

{
	sp-add gebied code=BU03440832 naam='Kanaleneiland <Noord>' &&
		sp-add persoon alias=fatima naam='Fatima Benali' &&
		sp-add signaal - <<X
gemeld_op,soort,domein,gebied,via,aantal,kanaal
2026-10-01,vraag,energie|wonen,1,fatima,3,gesprek
2026-10-12,zorg,energie,,fatima,4,
2026-10-13,zorg,,1,,1,straat
2026-09-30,vraag,wonen,1,,2,gesprek
2026-09-02,idee,,,,1,
2026-08-02,idee,,,,1,
X
} >/dev/null 2>&1

for lang in en nl; do
	sp-report maand 2026-10 --lang $lang -o html >month.html
	sp-report maand 2026-10 --lang $lang -o json >month.json
	ok "a month, $lang: whole, and its figures are those of the JSON" \
		python3 check.py month.html $lang month.json
done
sp-report maand 2026-10 --lang en -o html >month.html
ok 'the period is in words' grep -q '<h1>Signals in October 2026</h1>' month.html
ok 'the sums of the month, beside the month before' grep -q \
	'<dd><strong>3</strong> September 2026: 2</dd>' month.html
ok 'a name is no markup' grep -q 'Kanaleneiland &lt;Noord&gt;' month.html

sp-report maand 2026 gebied='Kanaleneiland <Noord>' via=fatima 'aantal>=2' \
	--lang en -o html >year.html
prints 'what was chosen stands there, but no name' grep -o '<p>.*</p>' \
	year.html <<'X'
<p>Only signals with gebied=Kanaleneiland &lt;Noord&gt;, via=..., aantal&gt;=2.</p>
X
ok 'and nowhere else either' sh -c '! grep -i fatima year.html'

i=0
while [ $i -lt 1234 ]; do
	i=$((i + 1))
	echo vraag,2
done | sed '1i soort,aantal' | sp-add signaal - 2>/dev/null
sp-report maand 2026-11 --lang nl -o html >many.html
ok 'a thousand has a point in Dutch' grep -q '<strong>1\.234</strong>' many.html
sp-report maand 2026-11 --lang en -o html >many.html
ok 'and a comma in English' grep -q '<strong>2,468</strong>' many.html

sp-report lijst persoon -o html >list.html
ok 'a list' python3 check.py list.html en
sp-report overzicht -o html >offer.html
ok 'a list without rows' python3 check.py offer.html en
done_testing
