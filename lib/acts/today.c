/* today - runs every clock and orders what they say */
#include "sp/today.h"

#include <stdlib.h>
#include <string.h>

#include "records/due.h"
#include "records/settings.h"
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

enum { FAR = 3660 }; /* days: ten years */

struct asking {
	const char *who;
	long now, horizon; /* today, and the last day to look at */
};

struct listing {
	struct sp_due *due;
	size_t n, room;
};

/* The last day there is stands for all that lie beyond. */
static void
put_day(long day, char text[SP_DATE_SIZE])
{
	long last = 0;

	sp_date_parse("9999-12-31", &last);
	sp_date_format(day < last ? day : last, text);
}

static void
list(struct listing *listing, const struct sp_due_clock *clock,
    const struct sp_query *query, const char *from, long later)
{
	struct sp_due *due;
	long day = 0;

	if (listing->n == listing->room) {
		listing->room = 2 * listing->room + 64;
		listing->due =
		    sp_grow(listing->due, listing->room, sizeof(*listing->due));
	}
	due = &listing->due[listing->n++];
	*due = (struct sp_due){ .kind = clock->kind,
		.id = sp_query_int(query, SP_DUE_RECORD),
		.person = sp_query_int(query, SP_DUE_PERSON),
		.what = _(clock->what) };
	sp_date_parse(from, &day);
	put_day(day + later, due->day);
}

/* Those of the clocks that share the statement and fall due by the last day. */
static void
list_row(struct listing *listing, const struct sp_due_clock *clocks, size_t n,
    const struct sp_query *query, const char *last, long later)
{
	for (size_t i = 0; i < n; i++) {
		const char *day = sp_due_day(&clocks[i], query);
		if (day != NULL && strcmp(day, last) <= 0)
			list(listing, &clocks[i], query, day, later);
	}
}

static int
run_clocks(struct sp_store *store, const struct sp_due_clock *clock, size_t n,
    const struct asking *asking, struct listing *listing, struct sp_error *err)
{
	char first[SP_DATE_SIZE], last[SP_DATE_SIZE];
	struct sp_query *query;
	int64_t later = 0;
	int got;

	if (clock->setting != NULL &&
	    sp_setting_number(store, clock->setting, FAR, &later, err) != 0)
		return -1;
	query = sp_query_open(store, clock->sql, err);
	if (query == NULL)
		return -1;
	put_day(asking->now - (clock->within > 0 ? (long)later : 0) -
		    clock->within,
	    first);
	put_day(asking->horizon - (long)later, last);
	sp_query_bind_text(query, 1, first);
	sp_query_bind_text(query, 2, last);
	sp_query_bind_text(query, 3, asking->who);
	while ((got = sp_query_step(query, err)) > 0)
		list_row(listing, clock, n, query, last, (long)later);
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

int
sp_today(struct sp_store *store, const struct sp_session *session,
    const char *who, struct sp_due **due, size_t *n, struct sp_error *err)
{
	struct asking asking = { who, 0, 0 };
	struct listing listing = { 0 };
	int64_t ahead;
	int bad =
	    sp_setting_number(store, "verloopt_binnen_dagen", FAR, &ahead, err);

	sp_date_parse(session->today, &asking.now);
	asking.horizon = asking.now + (long)ahead;
	for (size_t i = 0, next; i < sp_due_clocks_n && !bad; i += next) {
		next = sp_due_together(i);
		bad = run_clocks(store, &sp_due_clocks[i], next, &asking,
		    &listing, err);
	}
	if (bad) {
		free(listing.due);
		return -1;
	}
	if (listing.n > 0)
		qsort(listing.due, listing.n, sizeof(*listing.due), compare);
	*due = listing.due;
	*n = listing.n;
	return 0;
}
