#!/bin/sh
# ranking - equal scores go by tickets that anybody can draw again, and the
# best few are the first of all
. "${SP_SOURCE:?}/tests/lib.sh"

awk 'BEGIN {
	print "alias,naam,talen,domein"
	for (i = 1; i <= 300; i++)
		printf "p%d,Persoon %d,nl,wonen%s\n", i, i,
			i % 100 == 0 ? "|energie" : ""
}' >persons.csv
sp-add persoon persons.csv 2>said
prints 'three hundred persons' cat said <<'X'
sp-add: persoon: 300 read, 300 added, 0 changed, 0 unchanged, 0 rejected
X

# drawn FILE: uuid,id of persons to their ids, in the order of their tickets
drawn() {
	python3 - "$1" <<'X'
import csv, hashlib, sys
def ticket(row):
    text = b"sp-rank/1\0" + b"2026-11-10\0" + row["uuid"].encode()
    return hashlib.sha256(text).digest()
for row in sorted(csv.DictReader(open(sys.argv[1])), key=ticket):
    print(row["id"])
X
}

ranked() {
	sp-match find "$@" -o csv | sed 1d | cut -d, -f2
}

sp-report lijst persoon -o csv --fields uuid,id >all.csv
sp-report lijst persoon domein=energie -o csv --fields uuid,id >some.csv
sp-report lijst persoon domein!=energie -o csv --fields uuid,id >others.csv

drawn all.csv >expected
prints 'all alike: the order of the tickets' ranked domein=wonen --limit 0 \
	<expected
head -n 10 expected >ten
prints 'the best ten are the first ten of all' ranked domein=wonen <ten
head -n 299 expected >most
prints 'and so for nearly all' ranked domein=wonen --limit 299 <most

{ drawn some.csv; drawn others.csv; } >expected
prints 'a better score comes first whatever the ticket' \
	ranked 'domein=wonen,energie' --limit 0 <expected
head -n 5 expected >five
prints 'also in the best five' ranked 'domein=wonen,energie' --limit 5 <five

done_testing
