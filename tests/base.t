#!/bin/sh
# base - text as Python and Perl see it
. "${SP_SOURCE:?}/tests/lib.sh"

base=$(dirname "$(command -v sp-add)")/../tests/unit/base

agree() {
	what=$1 mode=$2
	ok "$what" sh -c "[ -s asked ] && '$base' $mode <asked | diff - answers"
}

# What Python decodes is UTF-8, but for NUL, which is no text here.
cat >ask.py <<'X'
import random
random.seed(20261110)
edges = [0, 1, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2,
    0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5,
    0xff]
texts = [bytes([a, b]) for a in range(256) for b in edges]
texts += [bytes([a, b, c]) for a in edges for b in edges for c in edges]
texts += [bytes([a, b, c, 0x80]) for a in edges for b in edges for c in edges]
for _ in range(20000):
    text = ''.join(chr(random.choice([random.randrange(1, 0x80),
        random.randrange(0x80, 0x800), random.randrange(0x800, 0xd800),
        random.randrange(0x10000, 0x110000)])) for _ in range(8)).encode()
    if random.random() < 0.5:
        text = text[:random.randrange(len(text))]
    if random.random() < 0.3 and text:
        at = random.randrange(len(text))
        text = text[:at] + bytes([random.randrange(256)]) + text[at + 1:]
    texts.append(text)
texts += [b'a' * n + bytes([x]) + b'b' * 9 for n in range(18)
    for x in (0, 0x7f, 0x80, 0xc3, 0xff)]
with open('asked', 'w') as asked, open('answers', 'w') as answers:
    for text in texts:
        try:
            text.decode()
            valid = b'\0' not in text
        except UnicodeDecodeError:
            valid = False
        plain = all(0 < c < 0x80 for c in text)
        print(text.hex(), file=asked)
        print(int(valid), int(plain), file=answers)
X
python3 ask.py
agree 'bytes are UTF-8 where Python can read them' valid

python3 - <<'X'
with open('asked', 'w') as asked, open('answers', 'wb') as answers:
    for c in range(1, 256):
        if c == 10:
            continue
        print(b'a'.hex() + bytes([c]).hex(), file=asked)
        try:
            text = ('a' + bytes([c]).decode('cp1252')).encode()
        except UnicodeDecodeError:
            text = b'none'
        answers.write(text + b'\n')
X
agree 'Windows-1252 is what Python says it is' 1252

python3 - <<'X'
import hashlib, random
random.seed(5)
with open('asked', 'w') as asked, open('answers', 'w') as answers:
    for n in list(range(1, 200)) + [1000, 4096, 10007]:
        data = random.randbytes(n)
        print(data.hex(), file=asked)
        print(hashlib.sha256(data).hexdigest(), file=answers)
X
agree 'a fingerprint is what Python says it is' sha256

# Letters that are a plain letter and marks become that letter.
python3 - <<'X'
import unicodedata
def plain(c):
    bare = ''.join(d for d in unicodedata.normalize('NFD', c)
        if not unicodedata.combining(d))
    return bare.lower() if bare.isascii() and bare.isalpha() else None
with open('asked', 'w') as asked, open('answers', 'w') as answers:
    for c in range(0xc0, 0x180):
        bare = plain(chr(c))
        if bare is not None:
            print(('X' + chr(c)).encode().hex(), file=asked)
            print('x' + bare, file=answers)
    for name, folded in [('E\u0301e\u0301', 'ee'), ('Straße', 'strasse'),
            ('ĲSSELSTEIN', 'ijsselstein'), ('Ørsted', 'orsted'),
            ('Łódź', 'lodz'), ('Ş\u0218ıİ', 'ssii'), ('ΑΘΗΝΑ', 'αθηνα'),
            ('МОСКВА', 'москва'), ('’s-Gravenhage', "'s-gravenhage"),
            ('فاطمة', 'فاطمة')]:
        print(name.encode().hex(), file=asked)
        print(folded, file=answers)
X
agree 'letters are compared without accents and capitals' fold

# Of what is assigned in Unicode 14: marks 0, wide 2, else 1.
perl -CO -e '
	open my $asked, ">", "asked"; open my $answers, ">", "answers";
	for my $c (0x20 .. 0x10ffff) {
		next if $c >= 0x7f && $c < 0xa0 || $c >= 0xd800 && $c < 0xe000;
		my $s = chr $c;
		next unless $s =~ /\p{Present_In: 14.0}/ && $s !~ /[\p{Co}\p{Cn}]/;
		my $width = $s =~ /[\p{Mn}\p{Me}]/ ? 0
			: $s =~ /\p{Cf}/ ? ($s =~ /[\xad\p{PCM}]/ ? 1 : 0)
			: $s =~ /[\p{EastAsianWidth=W}\p{EastAsianWidth=F}]/
			? 2 : 1;
		utf8::encode($s);
		print $asked unpack("H*", $s), "\n";
		print $answers "$width\n";
	}'
agree 'characters are as wide as Unicode says' width

python3 - <<'X'
texts = ['plain é', '\x1b[31m', 'a\tb\nc\rd', '\x7f\x9b', 'a\u202eb\u2066c',
    'a\u200bb\ufeff', 'shy\xad', 'tag\U000e0041', 'فاطمة', '\U0001f600']
shown = ['plain é', r'\x1B[31m', r'a\tb\nc\x0Dd', r'\x7F\x9B',
    r'a\u202Eb\u2066c', r'a\u200Bb\uFEFF', r'shy\xAD', r'tag\uE0041', 'فاطمة',
    '\U0001f600']
with open('asked', 'w') as asked, open('answers', 'w') as answers:
    for text, visible in zip(texts, shown):
        print(text.encode().hex(), file=asked)
        print(visible, file=answers)
X
agree 'what steers a terminal or hides is shown, not sent' visible

done_testing
