/* today - runs every clock and orders what they say */
#include "sp/today.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "records/due.h"
#include "sp/mem.h"

const struct sp_column sp_today_columns[5] = {
	{ .naam = "datum", .name = "date", .type = SP_COL_DATE },
	{ .naam = "wat", .name = "what" },
	{ .naam = "soort", .name = "kind" },
	{ .naam = "id", .name = "id", .type = SP_COL_INTEGER },
	{ .naam = "persoon",
	    .name = "person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon" },
};

struct listing {
	struct sp_due *due;
	size_t n, room;
};

static int
run_clock(struct sp_store *store, const struct sp_due_clock *clock,
    const char *const days[2], const char *who, struct listing *listing,
    struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store, clock->sql, err);
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, days[0]);
	sp_query_bind_text(query, 2, days[1]);
	sp_query_bind_text(query, 3, who);
	while ((got = sp_query_step(query, err)) > 0) {
		struct sp_due *due;
		if (listing->n == listing->room) {
			listing->room = 2 * listing->room + 64;
			listing->due = sp_grow(listing->due, listing->room,
			    sizeof(*listing->due));
		}
		due = &listing->due[listing->n++];
		*due = (struct sp_due){ .kind = clock->kind,
			.id = sp_query_int(query, 0),
			.person = sp_query_int(query, 2),
			.what = _(clock->what) };
		snprintf(due->day, sizeof(due->day), "%.10s",
		    sp_query_text(query, 1));
	}
	sp_query_close(query);
	return got;
}

static int
compare(const void *left, const void *right)
{
	const struct sp_due *a = left, *b = right;
	int day = strcmp(a->day, b->day), kind = strcmp(a->kind, b->kind);

	return day != 0	   ? day
	       : kind != 0 ? kind
			   : (a->id > b->id) - (a->id < b->id);
}

static int
find_horizon(struct sp_store *store, const char *today,
    char horizon[SP_DATE_SIZE], struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "SELECT waarde FROM instelling WHERE naam = "
	    "'verloopt_binnen_dagen'",
	    err);
	long day = 0, ahead = 0;
	int got = query == NULL ? -1 : sp_query_step(query, err);

	if (got > 0)
		ahead = strtol(sp_query_text(query, 0), NULL, 10);
	sp_query_close(query);
	if (got < 0)
		return -1;
	sp_date_parse(today, &day);
	sp_date_format(day + (ahead < 0		? 0
				 : ahead > 3660 ? 3660
						: ahead),
	    horizon);
	return 0;
}

int
sp_today(struct sp_store *store, const struct sp_session *session,
    const char *who, struct sp_due **due, size_t *n, struct sp_error *err)
{
	struct listing listing = { 0 };
	char horizon[SP_DATE_SIZE];
	const char *days[2] = { session->today, horizon };
	int bad = find_horizon(store, session->today, horizon, err);

	for (size_t i = 0; i < sp_due_clocks_n && !bad; i++)
		bad = run_clock(store, &sp_due_clocks[i], days, who, &listing,
		    err);
	if (bad) {
		free(listing.due);
		return -1;
	}
	qsort(listing.due, listing.n, sizeof(*listing.due), compare);
	*due = listing.due;
	*n = listing.n;
	return 0;
}
