#!/bin/sh
# template - random texts filled as a regular expression of Python would
. "${SP_SOURCE:?}/tests/lib.sh"

template=$(dirname "$(command -v sp-add)")/../tests/unit/template

cat >other.py <<'X'
import random, re

values = {"naam": "Fatima", "datum": "19 maart", "valkuil": "{{naam}} }} {{"}
brace = re.compile(r"\{\{(?:[ \t]*([A-Za-z0-9_]{1,64})[ \t]*\}\})?")

def fill(text):
    names = [found[1] for found in brace.finditer(text)]
    if None in names:
        return "mistake"
    missing = dict.fromkeys(name for name in names if name not in values)
    if missing:
        return "not filled: " + ", ".join("{{%s}}" % name for name in missing)
    return brace.sub(lambda found: values[found[1]], text)

pick = random.Random(3)
parts = ["{{naam}}", "{{ datum }}", "{{valkuil}}", "{{weg}}", "{{\tnaam}}",
         " ", "Beste ", "é", "{", "}", "}}", "{{", "naam", "{{na am}}", "{{}}"]
chances = [9, 9, 5, 1, 3, 9, 9, 5, 2, 2, 2, 1, 5, 1, 1]
with open("texts", "w") as texts, open("filled", "w") as filled:
    for _ in range(5000):
        text = "".join(pick.choices(parts, chances, k=pick.randrange(9)))
        print(text, file=texts)
        print(fill(text), file=filled)
X
ok 'Python fills texts of its own' python3 other.py
"$template" fill <texts | sed 's/^line 1: .*/mistake/' >got
ok '5,000 texts, some of them wrong' diff filled got
ok 'they are of all three sorts' sh -c 'grep -q "^mistake$" filled &&
	grep -q "^not filled: " filled && grep -q "Fatima" filled'

done_testing
