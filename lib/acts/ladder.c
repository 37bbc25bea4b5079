/* ladder - the day of a step, and a row for the step that was left */
#include "acts/ladder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "records/kinds.h"
#include "records/kinds/kinds.h"
#include "records/loops.h"
#include "sp/mem.h"

struct sp_ladder {
	struct sp_store *store;
	struct sp_session *session;
	const char *kantoor;
	struct sp_records *steps; /* those that were left */
	int begun, step, since;	  /* columns of a contact */
};

struct sp_ladder *
sp_ladder_open(struct sp_store *store, const struct sp_kind *kind,
    struct sp_session *session, const char *kantoor)
{
	struct sp_ladder *ladder;

	if (kind != &sp_traject)
		return NULL;
	ladder = sp_alloc(1, sizeof(*ladder));
	*ladder = (struct sp_ladder){ .store = store,
		.session = session,
		.kantoor = kantoor,
		.steps = sp_records_open(store, &sp_trede),
		.begun = sp_column_named(kind->columns, kind->n, "begonnen_op"),
		.step = sp_column_named(kind->columns, kind->n, "trede"),
		.since = sp_column_named(kind->columns, kind->n, "trede_op") };
	return ladder;
}

void
sp_ladder_close(struct sp_ladder *ladder)
{
	if (ladder == NULL)
		return;
	sp_records_close(ladder->steps);
	free(ladder);
}

static int
too_early(const struct sp_ladder *ladder, const char *day, const char *before,
    struct sp_error *err)
{
	return sp_fail(err, SP_REFUSED,
	    _("%s: %s is before the step it follows (%s)"),
	    sp_column_name(&sp_traject.columns[ladder->since],
		ladder->session->lang),
	    day, before);
}

int
sp_ladder_begins(const struct sp_ladder *ladder, const struct sp_value *row,
    struct sp_error *err)
{
	const char *begun, *since;

	if (ladder == NULL)
		return 0;
	begun = row[ladder->begun].s;
	since = row[ladder->since].s;
	return strcmp(since, begun) < 0 ? too_early(ladder, since, begun, err)
					: 0;
}

/* The day on which the step that was left last began, "" when none was. */
static int
left_since(const struct sp_ladder *ladder, int64_t id, char day[SP_DATE_SIZE],
    struct sp_error *err)
{
	struct sp_query *query =
	    sp_loops_ask(ladder->store, SP_LOOPS_LEFT, err);
	const char *text;
	int got;

	*day = '\0';
	if (query == NULL)
		return -1;
	sp_query_bind_int(query, 1, id);
	got = sp_query_step(query, err);
	text = got > 0 ? sp_query_text(query, 0) : NULL;
	snprintf(day, SP_DATE_SIZE, "%s", text == NULL ? "" : text);
	sp_query_close(query);
	return got < 0 ? -1 : 0;
}

/* The day as it will be. */
static const char *
day_of(const struct sp_value *known, const struct sp_value *row, int column)
{
	return row[column].type == SP_ABSENT ? known[column].s : row[column].s;
}

int
sp_ladder_climbs(struct sp_ladder *ladder, int64_t id,
    const struct sp_value *known, struct sp_value *row, struct sp_error *err)
{
	struct sp_value *since = ladder == NULL ? NULL : &row[ladder->since];
	const char *begun, *day, *before;
	char left[SP_DATE_SIZE];
	bool climbs;

	if (ladder == NULL)
		return 0;
	climbs = row[ladder->step].type != SP_ABSENT;
	if (!climbs && since->type == SP_ABSENT &&
	    row[ladder->begun].type == SP_ABSENT)
		return 0;
	if (climbs && since->type == SP_ABSENT &&
	    strcmp(known[ladder->since].s, ladder->session->today) != 0)
		*since = sp_text_value(ladder->session->today);
	if (left_since(ladder, id, left, err) != 0)
		return -1;
	begun = day_of(known, row, ladder->begun);
	day = day_of(known, row, ladder->since);
	before = climbs ? known[ladder->since].s : left;
	if (strcmp(day, before) < 0)
		return too_early(ladder, day, before, err);
	if (strcmp(*left == '\0' ? day : left, begun) < 0)
		return too_early(ladder, *left == '\0' ? day : left, begun,
		    err);
	return 0;
}

int
sp_ladder_keep(struct sp_ladder *ladder, int64_t id,
    const struct sp_value *known, const struct sp_value *row,
    struct sp_error *err)
{
	char uuid[SP_UUID_SIZE];
	int64_t made;

	if (ladder == NULL || row[ladder->step].type == SP_ABSENT ||
	    row[ladder->since].type == SP_ABSENT)
		return 0;
	sp_uuid_next(&ladder->session->uuid, uuid);
	return sp_records_insert(ladder->steps,
	    (struct sp_value[]){ { .type = SP_ABSENT }, sp_int_value(id),
		known[ladder->step], known[ladder->since], sp_text_value(uuid),
		sp_text_value(ladder->kantoor) },
	    &made, err);
}
