/* manual - sp-formats(5) has every kind and column, as the tables have them;
 * with the argument `print` it prints what must stand there */
#include "tap.h"

#include <stdlib.h>
#include <string.h>

#include "sp/describe.h"
#include "store/schema.h"

static char *
section(void)
{
	struct sp_text text = { 0 };

	for (size_t i = 0; i < sp_kinds_n; i++)
		sp_describe_manual(&text, sp_kinds[i]);
	return text.s;
}

static char page[1 << 20];

/* What stands between the two comments of the page, or NULL. */
static char *
on_page(void)
{
	const char *source = getenv("SP_SOURCE");
	char *name = sp_format("%s/man/sp-formats.5", source);
	FILE *stream = fopen(name, "r");
	char *start, *end;

	free(name);
	if (stream == NULL)
		return NULL;
	page[fread(page, 1, sizeof(page) - 1, stream)] = '\0';
	fclose(stream);
	start = strstr(page, "\n.\\\" kinds:");
	start = start == NULL ? NULL : strchr(start + 1, '\n');
	end = start == NULL ? NULL : strstr(start, "\n.\\\" end of kinds\n");
	if (end == NULL)
		return NULL;
	return sp_strndup(start + 1, (size_t)(end - start));
}

/* The page tells what each step of the schema brought. */
static void
check_history(void)
{
	const char *history = strstr(page, ".Sh HISTORY");

	for (size_t i = 0; i < sp_schema_steps_n; i++) {
		char *version = sp_format("Version %d of the store",
		    sp_schema_steps[i].number);
		ok(history != NULL && strstr(history, version) != NULL, "%s",
		    version);
		free(version);
	}
}

int
main(int argc, char **argv)
{
	char *made = section();
	char *found;

	if (argc == 2 && strcmp(argv[1], "print") == 0) {
		fputs(made, stdout);
		free(made);
		return 0;
	}
	found = on_page();
	check_history();
	ok(found != NULL, "sp-formats.5 has its section on kinds");
	ok(found != NULL && strcmp(found, made) == 0,
	    "which is what the tables say; else run: make manual");
	for (size_t k = 0; k < sp_kinds_n; k++)
		for (size_t c = 0; found != NULL && c < sp_kinds[k]->n; c++) {
			const struct sp_column *column =
			    &sp_kinds[k]->columns[c];
			char *title = sp_format(".Ss %s (%s)\n",
			    sp_kinds[k]->naam, sp_kinds[k]->name);
			char *item = sp_format(".It Sy %s Pq %s", column->naam,
			    column->name);
			const char *at = strstr(found, title);
			const char *next =
			    at == NULL ? NULL : strstr(at + 1, "\n.Ss ");
			at = at == NULL ? NULL : strstr(at, item);
			ok(at != NULL && (next == NULL || at < next), "%s: %s",
			    sp_kinds[k]->naam, column->naam);
			free(title);
			free(item);
		}
	free(found);
	free(made);
	return done();
}
