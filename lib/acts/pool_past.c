/* pool_past - what persons agreed to and were asked, which needs none of them:
 * it is read while they are */
#include <stdlib.h>

#include "acts/pool_read.h"
#include "records/asks.h"
#include "records/people.h"
#include "sp/date.h"
#include "sp/mem.h"

enum { FIRST_ROOM = 1024 };

static void
keep_consent(void *context, int64_t id, bool good)
{
	struct sp_pool_past *past = context;

	if (past->consents_n == past->consents_room) {
		past->consents_room = 2 * past->consents_room + FIRST_ROOM;
		past->consents = sp_grow(past->consents, past->consents_room,
		    sizeof(*past->consents));
	}
	past->consents[past->consents_n++] =
	    (struct sp_pool_consent){ id, good };
}

/* Asks of one person come one after the other. */
static struct sp_pool_asked *
asked_of(struct sp_pool_past *past, int64_t id)
{
	size_t n = past->asked_n;

	if (n > 0 && past->asked[n - 1].id == id)
		return &past->asked[n - 1];
	if (n == past->asked_room) {
		past->asked_room = 2 * n + FIRST_ROOM;
		past->asked = sp_grow(past->asked, past->asked_room,
		    sizeof(*past->asked));
	}
	past->asked[n] = (struct sp_pool_asked){ .id = id, .last = SP_NO_DAY };
	return &past->asked[past->asked_n++];
}

/* A row of SP_ASKS_PAST. */
static void
take_ask(struct sp_pool *pool, const struct sp_query *query)
{
	struct sp_pool_asked *asked =
	    asked_of(&pool->past, sp_query_int(query, 0));
	struct sp_value well = sp_query_value(query, 2);
	int day = sp_date_day(sp_query_text(query, 1));

	if (day > asked->last)
		asked->last = day;
	if (well.type == SP_INT && well.i == 1)
		asked->succeeded++;
	else if (well.type == SP_INT)
		asked->failed++;
}

static int
read_past(void *context, struct sp_store *store, struct sp_error *err)
{
	struct sp_pool *pool = context;

	return sp_people_grounds(store, pool->day, keep_consent, &pool->past,
		   err) != 0
		   ? -1
		   : sp_pool_take(pool, sp_asks_ask(store, SP_ASKS_PAST, err),
			 take_ask, err);
}

int
sp_pool_read_past(struct sp_pool *pool, struct sp_store *store,
    int (*persons)(void *pool, struct sp_store *store, struct sp_error *err),
    struct sp_error *err)
{
	struct sp_reading readings[] = { { persons, pool },
		{ read_past, pool } };

	return sp_store_read_both(store, readings, err);
}

void
sp_pool_take_past(struct sp_pool *pool)
{
	struct sp_pool_past *past = &pool->past;

	for (size_t i = 0; i < past->consents_n; i++) {
		struct sp_pool_person *person =
		    sp_pool_of(pool, past->consents[i].id);
		if (person != NULL)
			person->guarded.approach = past->consents[i].good
						       ? SP_APPROACH_GOOD
						       : SP_APPROACH_ENDED;
	}
	for (size_t i = 0; i < past->asked_n; i++) {
		const struct sp_pool_asked *asked = &past->asked[i];
		struct sp_pool_person *person = sp_pool_of(pool, asked->id);
		if (person == NULL)
			continue;
		person->last_asked = asked->last;
		person->succeeded = asked->succeeded;
		person->failed = asked->failed;
	}
	sp_pool_forget_past(pool);
}

void
sp_pool_forget_past(struct sp_pool *pool)
{
	free(pool->past.consents);
	free(pool->past.asked);
	pool->past = (struct sp_pool_past){ 0 };
}
