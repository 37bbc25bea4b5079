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

# what a crontab line runs, with its directory in ours
mkdir srv
cp demo/sp.db srv
cron() {
	sed -n 's/^0 7 1 \* \* //p' "$1" | sed "s#/var/lib/sp#$PWD/srv#g"
}
for page in "$source/man/sp.7" "$source/README.md"; do
	rm -rf srv/overzichten
	PATH="$source/examples:$PATH" sh -c "$(cron "$page")" >.out 2>.err
	result $? "${page##*/}: cron runs its line"
	ok 'and finds the month' test -s srv/overzichten/overzicht-2026-10.html
done

targets() {
	sed -n 's/^make \([^#]*\).*/\1/p' "$source/README.md" | tr ' ' '\n' |
		sort -u | while read -r target; do
		[ -z "$target" ] || grep -q "^$target:" "$source/Makefile" ||
			echo "$target"
	done
}
prints 'what the README makes can be made' targets </dev/null

# a page has every verb and every option that --help names
page() {
	mandoc -T utf8 -O width=200 "$source/man/$1" | sed 's/.\x08//g'
}
page sp.7 >common
untold() {
	page "$1.1" >text
	"$1" --help >help
	sed -n '/^Verbs/,/^$/s/^  \([a-z]*\) .*/\1/p' help |
		while read -r verb; do
			grep -q "^  *$verb\>" text || echo "$verb"
		done
	sed -n '/^Options/,/^$/s/^ .*\(--[a-z-]*\).*/\1/p' help |
		while read -r option; do
			grep -q -e "$option\>" text common || echo "$option"
		done
}
for tool in sp-add sp-signal sp-match sp-report sp-store; do
	prints "$tool.1 has all that --help names" untold "$tool" </dev/null
done
done_testing
