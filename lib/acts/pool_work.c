/* pool_work - what persons carry, and on what they work */
#include <stdlib.h>
#include <string.h>

#include "acts/loads.h"
#include "acts/pool_read.h"
#include "records/asks.h"
#include "sp/date.h"
#include "sp/mem.h"
#include "sp/utf8.h"

enum { FIRST_ROOM = 1024 };

/* A row of SP_ASKS_CARRIED. */
static void
take_thing(struct sp_pool *pool, const struct sp_query *query)
{
	struct sp_pool_person *person =
	    sp_pool_of(pool, sp_query_int(query, 0));
	size_t n = pool->things_n;

	if (person == NULL)
		return;
	if (n == pool->things_room) {
		pool->things_room = 2 * n + FIRST_ROOM;
		pool->things = sp_grow(pool->things, pool->things_room,
		    sizeof(*pool->things));
	}
	pool->things[n] =
	    (struct sp_pool_thing){ sp_taken_of(query), person->things };
	person->things = (int32_t)n;
	pool->things_n++;
}

int
sp_pool_read_carried(struct sp_pool *pool, struct sp_store *store,
    struct sp_error *err)
{
	struct sp_query *query = sp_asks_ask(store, SP_ASKS_CARRIED, err);
	char from[SP_DATE_SIZE];

	if (query == NULL)
		return -1;
	sp_date_format(pool->today - SP_POOL_WINDOW + 1, from);
	sp_query_bind_text(query, 1, from);
	sp_query_bind_text(query, 2, pool->day);
	return sp_pool_take(pool, query, take_thing, err);
}

struct sp_load
sp_pool_load(const struct sp_pool *pool, size_t person,
    const struct sp_load_days *days)
{
	struct sp_load load = sp_no_load;

	for (int32_t t = pool->persons[person].things; t >= 0;
	     t = pool->things[t].next)
		sp_load_add(&load, days, &pool->things[t].taken);
	return load;
}

static void
take_profile(struct sp_pool *pool, const struct sp_query *query)
{
	const char *id = sp_query_text(query, 0);
	struct sp_value tasks = sp_text_value(sp_query_text(query, 2));
	struct sp_text name = { 0 };

	sp_map_add(pool->by_id, id, strlen(id), &tasks);
	sp_utf8_fold(&name, sp_query_text(query, 1));
	if (sp_map_find(pool->by_name, name.s, name.length) == NULL)
		sp_map_add(pool->by_name, name.s, name.length, &tasks);
	sp_text_free(&name);
}

static void
take_contract(struct sp_pool *pool, const struct sp_query *query)
{
	struct sp_pool_person *person =
	    sp_pool_of(pool, sp_query_int(query, 0));
	int from = sp_date_day(sp_query_text(query, 1));
	int to = sp_date_day(sp_query_text(query, 2));
	const char *profile = sp_query_text(query, 3);
	const struct sp_value *tasks;

	if (person == NULL || from > pool->today ||
	    (to != SP_NO_DAY && to < pool->today))
		return;
	tasks = profile == NULL
		    ? NULL
		    : sp_map_find(pool->by_id, profile, strlen(profile));
	if (tasks != NULL)
		sp_pool_join(pool, person, SP_POOL_TASK, tasks->s);
}

static void
take_titles(struct sp_pool *pool, struct sp_pool_person *person)
{
	const struct sp_wordsets *titles = pool->lists[SP_POOL_TITLE];
	const uint32_t *words;
	size_t n =
	    sp_wordsets_of_list(titles, person->lists[SP_POOL_TITLE], &words);

	for (size_t i = 0; i < n; i++) {
		const char *title = sp_wordsets_word(titles, words[i]);
		const struct sp_value *tasks =
		    sp_map_find(pool->by_name, title, strlen(title));
		if (tasks != NULL)
			sp_pool_join(pool, person, SP_POOL_TASK, tasks->s);
	}
}

int
sp_pool_read_work(struct sp_pool *pool, struct sp_store *store,
    struct sp_error *err)
{
	int bad;

	pool->by_id = sp_map_open();
	pool->by_name = sp_map_open();
	bad = sp_pool_scan(pool, store, "functieprofiel", "id, naam, taken",
		  take_profile, err) != 0 ||
	      sp_pool_scan(pool, store, "contract",
		  "persoon, van, tot, functieprofiel", take_contract, err) != 0;
	if (!bad && sp_map_count(pool->by_name) > 0)
		for (size_t i = 0; i < pool->n; i++)
			take_titles(pool, &pool->persons[i]);
	sp_map_close(pool->by_id);
	sp_map_close(pool->by_name);
	pool->by_id = pool->by_name = NULL;
	return bad ? -1 : 0;
}
