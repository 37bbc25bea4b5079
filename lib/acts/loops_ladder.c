/* loops_ladder - long contacts, as totals and nothing more */
#include <string.h>

#include "acts/loops.h"
#include "records/loops.h"

static const struct {
	const char *step, *label; /* N_() */
} steps[] = {
	{ "contact", N_("long contacts: contact") },
	{ "vertrouwen", N_("long contacts: trust") },
	{ "meedoen", N_("long contacts: joining in") },
	{ "zelf", N_("long contacts: on their own") },
};
enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

int
loops_ladder(struct sp_loops *loops, struct sp_store *store, const char *day,
    struct sp_error *err)
{
	struct sp_query *query = sp_loops_ask(store, SP_LOOPS_LADDER, err);
	int64_t counts[STEPS] = { 0 }, all = 0;
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, day);
	while ((got = sp_query_step(query, err)) > 0)
		for (size_t i = 0; i < STEPS; i++)
			if (strcmp(steps[i].step, sp_query_text(query, 0)) ==
			    0) {
				counts[i] = sp_query_int(query, 1);
				all += counts[i];
			}
	sp_query_close(query);
	for (size_t i = 0; i < STEPS && all > 0; i++) {
		struct sp_loops_row *row = loops_row(loops, "lang_contact",
		    steps[i].step, _(steps[i].label));
		row->waarde = (double)counts[i];
		row->known = true;
		row->n = all;
	}
	return got;
}
