/* due - what is late is found through indexes, as SQLite itself explains */
#include "records/due.h"

#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"
#include "sp/store.h"
#include "tap.h"

static const struct {
	const char *clock, *index;
} searched[] = {
	{ "bevestigen", "signaal_eerstvolgend (eerstvolgend<?)" },
	{ "routeren", "signaal_eerstvolgend (eerstvolgend<?)" },
	{ "afhandelen", "signaal_eerstvolgend (eerstvolgend<?)" },
	{ "bericht", "signaal_eerstvolgend (eerstvolgend<?)" },
	{ "reactie", "signaal_eerstvolgend (eerstvolgend<?)" },
	{ "terugkoppelen", "signaal_eerstvolgend (eerstvolgend<?)" },
	{ "oordeel", "signaal_lus_voor (lus_voor>? AND lus_voor<?)" },
	{ "nakijken", "signaal_nakijken_op (nakijken_op>? AND nakijken_op<?)" },
	{ "aannemen", "doorverwijzing_uiterlijk (uiterlijk<?)" },
	{ "uitvoeren", "doorverwijzing_uiterlijk (uiterlijk<?)" },
	{ "actie", "actie_uiterlijk (uiterlijk<?)" },
	{ "belofte", "belofte_voor (voor<?)" },
	{ "contact", "traject_niet_voor (niet_voor<?)" },
};

static const char *
index_of(const char *clock)
{
	for (size_t i = 0; i < sizeof(searched) / sizeof(searched[0]); i++)
		if (strcmp(searched[i].clock, clock) == 0)
			return searched[i].index;
	return NULL;
}

static void
explain(struct sp_store *store, const struct sp_due_clock *clock)
{
	char *sql = sp_format("EXPLAIN QUERY PLAN %s", clock->sql);
	const char *index = index_of(clock->clock);
	bool through = false, scan = false;
	struct sp_error err = { 0 };
	struct sp_query *query = sp_query_open(store, sql, &err);

	while (query != NULL && sp_query_step(query, &err) > 0) {
		const char *detail = sp_query_text(query, 3);
		through |= index != NULL && strstr(detail, index) != NULL;
		scan |= strncmp(detail, "SCAN", 4) == 0;
	}
	ok(through && !scan, "%s: through %s %s", clock->clock,
	    index == NULL ? "nothing" : index, err.text);
	sp_query_close(query);
	free(sql);
}

int
main(void)
{
	struct sp_error err = { 0 };
	struct sp_store *store = sp_store_open(":memory:", SP_CREATE, &err);
	size_t n = 0;

	if (!ok(store != NULL, "a store %s", err.text))
		return done();
	for (size_t i = 0; i < sp_due_clocks_n; i++) {
		if (sp_due_clocks[i].clock == NULL)
			continue;
		explain(store, &sp_due_clocks[i]);
		n++;
	}
	ok(n == sizeof(searched) / sizeof(searched[0]), "all %zu clocks", n);
	sp_store_close(store);
	return done();
}
