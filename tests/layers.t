#!/bin/sh
# layers - what the source may not do, and that each check can fail
. "${SP_SOURCE:?}/tests/lib.sh"

clean() {
	python3 "$source/tests/layers.py" "$source" "$1" >.out 2>&1
}
for rule in floors foreign length silent banned sql composed variables \
	macros named later places; do
	ok "$rule" clean "$rule"
done

# a header needs nothing that stands before it
alone() {
	for header in "$source"/include/sp/*.h "$source"/cmd/*.h \
		"$source"/lib/*/*.h "$source"/lib/*/*/*.h; do
		[ -e "$header" ] || continue
		echo "#include \"$header\""
		echo "#include \"$header\"" >one.c
		"${CC:-cc}" -std=c17 -D_DEFAULT_SOURCE -fsyntax-only -w \
			-I"$source/include" -I"$source/lib" one.c || return 1
	done
}
ok 'every header compiles alone' alone

mkdir scratch
cp -R "$source/cmd" "$source/lib" "$source/include" scratch
mkdir scratch/tests
cp "$source"/tests/lib.sh scratch/tests

# planted RULE FILE LINE ...: what is added to a file is found
planted() {
	rule=$1 file=scratch/$2
	shift 2
	[ -e "$file" ] && cp "$file" saved
	printf '%s\n' "$@" >>"$file"
	python3 "$source/tests/layers.py" scratch "$rule" >.out 2>&1
	[ $? -eq 1 ] && grep -q "^$rule: ${file#scratch/}:" .out
	result $? "planted: $rule in ${file#scratch/}: $1"
	if [ -e saved ]; then mv saved "$file"; else rm "$file"; fi
}
planted floors lib/base/mem.c '#include "sp/store.h"'
planted floors lib/methods/ranking.c '#include "sp/table.h"'
planted floors lib/rows/csv.c '#include "store/inside.h"'
planted floors lib/records/due.c '#include "sp/find.h"'
planted floors lib/store/file.c '#include "sp/kinds.h"'
planted floors include/sp/value.h '#include "sp/pairs.h"'
planted floors cmd/cli.c '#include "records/kinds.h"'
planted foreign lib/acts/add.c '#include <sqlite3.h>'
planted foreign cmd/cli.c '#include <jansson.h>'
planted foreign lib/rows/json.c '#include <csv.h>'
# shellcheck disable=SC2046 # a line each
planted length lib/base/words.c 'void' 'planted(void)' '{' \
	$(seq -f 'f%.0f();' 41) '}'
# forty lines are what a function may have
forty() {
	cp "$source/lib/base/words.c" scratch/lib/base/words.c
	{ printf 'void\nplanted(void)\n{\n' && seq -f 'f%.0f();' 40 &&
		echo '}'; } >>scratch/lib/base/words.c
	python3 "$source/tests/layers.py" scratch length
}
ok 'a function of forty lines is no finding' forty
planted silent lib/acts/list.c '	printf("x");'
planted silent lib/rows/text.c '	fputs("x", stderr);'
planted silent lib/store/file.c '	exit(1);'
planted silent lib/base/date.c '	long now = time(NULL);'
planted silent lib/acts/find.c '	int n = rand();'
planted silent lib/acts/find.c '	char *u = getenv("USER");'
planted banned cmd/cli.c '	strcpy(a, b);'
planted banned lib/rows/csv.c '	int n = atoi(s);'
planted sql cmd/sp-add.c '	q = "SELECT 1";'
planted sql lib/acts/show.c '	q = "DELETE FROM log";'
planted sql lib/methods/ranking.c '	q = "ORDER BY id";'
planted composed lib/records/due.c '	f("SELECT %s FROM persoon", x);'
planted variables lib/acts/list.c 'static int counter;'
planted variables lib/acts/list.c '	static int counter;'
planted variables lib/acts/list.c 'int counter;'
planted macros lib/base/mem.c '#define max(a, b) ((a) > (b) ? (a) : (b))'
planted macros include/sp/mem.h 'typedef struct sp_text text;'
planted named lib/acts/nameless.c 'int x(void);'
planted later tests/lib.sh '# FIXME: soon'
planted places tests/lib.sh 'cd /home/somebody/x'
done_testing
