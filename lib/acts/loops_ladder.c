/* loops_ladder - long contacts and who was brought together, as totals and
 * nothing more */
#include <string.h>

#include "acts/loops.h"
#include "records/loops.h"

struct total {
	const char *name, *label; /* N_() */
};
static const struct total steps[] = {
	{ "contact", N_("long contacts: contact") },
	{ "vertrouwen", N_("long contacts: trust") },
	{ "meedoen", N_("long contacts: joining in") },
	{ "zelf", N_("long contacts: on their own") },
};
/* Sorts of activities. */
static const struct total links[] = {
	{ "koppeling_bewoners", N_("brought together: residents") },
	{ "koppeling_instantie",
	    N_("brought together: residents and institutions") },
};
enum {
	STEPS = sizeof(steps) / sizeof(steps[0]),
	LINKS = sizeof(links) / sizeof(links[0]),
	MOST = STEPS
};

/* Rows of the query are a name and how many; a row for each of the totals, if
 * there is anything to count. Closes the query. */
static int
put_totals(struct sp_loops *loops, struct sp_query *query, const char *blok,
    const struct total *totals, size_t n, struct sp_error *err)
{
	int64_t counts[MOST] = { 0 }, all = 0;
	int got;

	while ((got = sp_query_step(query, err)) > 0)
		for (size_t i = 0; i < n; i++)
			if (strcmp(totals[i].name, sp_query_text(query, 0)) ==
			    0) {
				counts[i] = sp_query_int(query, 1);
				all += counts[i];
			}
	sp_query_close(query);
	for (size_t i = 0; i < n && all > 0; i++) {
		struct sp_loops_row *row =
		    loops_row(loops, blok, totals[i].name, _(totals[i].label));
		row->waarde = (double)counts[i];
		row->known = true;
		row->n = all;
	}
	return got;
}

int
loops_ladder(struct sp_loops *loops, struct sp_store *store, const char *day,
    struct sp_error *err)
{
	struct sp_query *query = sp_loops_ask(store, SP_LOOPS_LADDER, err);

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, day);
	return put_totals(loops, query, "lang_contact", steps, STEPS, err);
}

int
loops_links(struct sp_loops *loops, struct sp_store *store, const char *from,
    const char *to, struct sp_error *err)
{
	struct sp_query *query = sp_loops_ask(store, SP_LOOPS_LINKS, err);

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, from);
	sp_query_bind_text(query, 2, to);
	return put_totals(loops, query, "koppeling", links, LINKS, err);
}
