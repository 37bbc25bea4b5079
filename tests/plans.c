/* plans - preloaded by plans.t: writes what a tool asks of SQLite to $ASKED */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

int sqlite3_prepare_v3(void *db, const char *sql, int length, unsigned flags,
    void **statement, const char **tail);

int
sqlite3_prepare_v3(void *db, const char *sql, int length, unsigned flags,
    void **statement, const char **tail)
{
	union {
		void *symbol;
		int (*call)(void *db, const char *sql, int length,
		    unsigned flags, void **statement, const char **tail);
	} real = { dlsym(RTLD_NEXT, "sqlite3_prepare_v3") };
	const char *name = getenv("ASKED");
	FILE *asked = name == NULL ? NULL : fopen(name, "a");

	if (asked != NULL) {
		fprintf(asked, "%s;\n", sql);
		fclose(asked);
	}
	return real.call(db, sql, length, flags, statement, tail);
}
