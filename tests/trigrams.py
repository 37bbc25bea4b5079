"""The definition in similar.h once more: trigrams of words by slices, weights
as Counters."""
import os
import re
import unicodedata
from collections import Counter

with open(os.environ["SP_SOURCE"] + "/lib/methods/similar.c") as file:
    source = file.read()
function = set(re.findall(r'"([a-z]+)"',
    source[source.index("function_words[] ="):source.index("};")]))


def grams(text):
    text = unicodedata.normalize("NFKD", text.lower().replace("'", ""))
    text = "".join(c for c in text if not unicodedata.combining(c))
    found = Counter()
    for word in re.findall(r"[^\W_]+", text):
        padded = "  " + word + " "
        for i in range(len(padded) - 2):
            found[padded[i:i + 3]] += 1 if word in function else 4
    return found
