#!/bin/sh
# maandoverzicht - what cron runs on the first of the month
#
#	maandoverzicht.sh DIRECTORY
#
# Checks the store, keeps a copy of it, and leaves last month's overview in
# DIRECTORY as a page and as a spreadsheet. Says nothing when all is well, so
# that cron only sends mail when somebody must look.
set -eu
[ $# -eq 1 ] || {
	echo 'usage: maandoverzicht.sh DIRECTORY' >&2
	exit 2
}
directory=$1
umask 027
mkdir -p "$directory"

found=$(sp-store check --quiet) || {
	echo "$found" >&2
	exit 4
}
sp-store backup --quiet "$directory/kopie.db"

month=$(sp-report maand vorige -o json | jq -r .periode)
for format in html excel; do
	case $format in
	excel) name=overzicht-$month.csv ;;
	*) name=overzicht-$month.html ;;
	esac
	sp-report maand vorige --lang nl -o $format >"$directory/$name.new"
	mv "$directory/$name.new" "$directory/$name"
done
