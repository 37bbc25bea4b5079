#!/bin/sh
# plain - hard words as regular expressions of Python find them, and sentences
# of which the length is known
. "${SP_SOURCE:?}/tests/lib.sh"

plain=$(dirname "$(command -v sp-add)")/../tests/unit/plain

cat >other.py <<'X'
import os, random, re, unicodedata

source = open(os.environ["SP_SOURCE"] + "/lib/methods/plain_words.c").read()
listed = re.findall(r'\{ "([^"]*)",\s*"([^"]*)" \}', source)
spellings = [(spelling, plain) for hard, plain in listed
             for spelling in hard.split("|")]
# most words first, then the first of the list
spellings.sort(key=lambda one: -len(one[0].split()))
pattern = "|".join("(%s)" % r"[\s-]+".join(
    re.escape(word).replace(r"\*", r"[^\W_]*") for word in spelling.split())
    for spelling, _ in spellings)
hard = re.compile(r"(?<![^\W_])(?:%s)(?![^\W_])" % pattern)
filler = """de het een brief gemeente wij u komen ten te van aan in dient
    dienen financiele middelen heden hedendaags onderhalve conformist""".split()

def fold(text):
    text = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in text if not unicodedata.combining(c))

def words(pick):
    with open("texts", "w") as texts, open("hits", "w") as hits:
        for _ in range(3000):
            text = ""
            for _ in range(pick.randrange(12)):
                word = pick.choice((pick.choice(filler),
                    pick.choice(spellings)[0].replace("*", pick.choice(
                        ("", "e", "en")))))
                word = pick.choice((word, word, word.upper(), word.title(),
                    word.replace("e", "ë"), word.replace("i", "í")))
                text += word + pick.choice((" ", " ", " ", ", ", "-", ". "))
            print(text, file=texts)
            for found in hard.finditer(fold(text)):
                at = len(text[:found.start()].encode())
                print(f"{at} {text[found.start():found.end()]}"
                    f"={spellings[found.lastindex - 1][1]}", file=hits)

def sentences(pick):
    text, out = "", open("lengths", "w")
    middle = filler + ["m.b.t.", "bijv.", "J.", "(o.a.", "dhr.", "03-05-2026",
        "1.000", "-", "energie-coach", "één,"]
    for _ in range(1500):
        n = pick.randrange(1, 40)
        inner = [pick.choice(middle) for _ in range(n - 1)]
        one = " ".join(["Zo"] + inner + ["klaar"])
        one += pick.choice((".", "!", "?", "…", ".)", '!"', ".”"))
        count = sum(any(c.isalnum() for c in w) for w in one.split())
        at, length = len(text.encode()), len(one.encode())
        print(at, length, count, file=out)
        text += one + pick.choice((" ", "\n", "\n\n", "  "))
    open("story", "w").write(text)

pick = random.Random(11)
words(pick)
sentences(pick)
X
ok 'Python finds words and counts sentences' python3 other.py
"$plain" words <texts >got
ok 'the hard words in 3,000 lines' diff hits got
ok 'there are thousands' sh -c 'sed -n 5000p hits | grep -q ='
"$plain" sentences <story >got
ok '1,500 sentences, each with its length' diff lengths got

done_testing
