#!/bin/sh
# logboek - takes in a logbook as Excel saved it, and sets bad rows aside
#
#	logboek.sh LOGBOOK REJECTS
#
# Good rows are stored. Bad ones go to the file REJECTS with their line and
# what is wrong; mend them there and give that file to this script. Exit
# status 0: all rows are in; 2: some were set aside.
set -u
[ $# -eq 2 ] || {
	echo 'usage: logboek.sh LOGBOOK REJECTS' >&2
	exit 2
}

sp-signal add --map "Nr=bron_id,Datum=gemeld_op,Buurt=gebied,\
Onderwerp=domein,Hoe binnengekomen=kanaal,Via=via_persoon,\
Aantal bewoners=aantal,Wat zeggen bewoners=tekst" \
	--keep-going --rejects "$2" "$1"
status=$?
[ $status -ne 2 ] || echo "Mend these rows: $2" >&2
exit $status
