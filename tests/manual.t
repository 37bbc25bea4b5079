#!/bin/sh
# manual - every example in the manuals and the README prints what it says;
# KEEP=1 writes the pages as they should be
. "${SP_SOURCE:?}/tests/lib.sh"
export SP_TODAY=2026-11-03 SP_USER=anna
unset SP_STORE
ln -s "$source/examples" examples
SP_USER=demo SP_LANG=en examples/demo.sh >demo.txt 2>&1
ok 'the store of make demo' test -s demo/sp.db

for page in "$source"/man/* "$source/README.md"; do
	name=${page##*/}
	mkdir "$name"
	cp demo/sp.db "$name/sp.db"
	ln -s "$source/examples" "$name/examples"
	(
		cd "$name" || exit 1
		export SP_STORE=sp.db
		python3 "$source/tests/manual.py" "$page" ${KEEP:+page.new} >../run
		[ -z "${KEEP:-}" ] || cat page.new >"$page"
	)
	while read -r status what; do
		case $status in
		'#') echo "# $what" ;;
		*) result "$status" "$name: $what" ;;
		esac
	done <run
	: >.out
	: >.err
done
done_testing
