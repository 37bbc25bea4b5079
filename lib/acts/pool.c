/* pool - persons and their consents, and who has which list of words */
#include "acts/pool.h"

#include <stdlib.h>
#include <string.h>

#include "acts/pool_read.h"
#include "records/kinds.h"
#include "sp/date.h"
#include "sp/kinds.h"
#include "sp/mem.h"
#include "sp/utf8.h"

enum { FIRST_ROOM = 1024 };

enum person_column {
	ID,
	UUID,
	STATUS,
	STAND,
	NIET_VOOR,
	CAPACITEIT,
	MAX_KM,
	SINDS_JAAR,
	DAGEN,
	GEBIED,
	DOMEIN,
	GELEERD,
	TALEN,
	ROL,
	DOELGROEP,
	TITEL
};
static const char person_columns[] =
    "id, uuid, status, stand, niet_voor, capaciteit_uren_week, max_km, "
    "sinds_jaar, dagen, gebied, domein, geleerd, talen, rol, doelgroep, titel";

/* Where the lists stand that are taken as they are. */
static const struct {
	enum sp_pool_list list;
	enum person_column column;
} list_columns[] = {
	{ SP_POOL_AREA, GEBIED },
	{ SP_POOL_DOMAIN, DOMEIN },
	{ SP_POOL_LANGUAGE, TALEN },
	{ SP_POOL_ROLE, ROL },
	{ SP_POOL_GROUP, DOELGROEP },
};

int
sp_pool_take(struct sp_pool *pool, struct sp_query *query,
    void (*row)(struct sp_pool *pool, const struct sp_query *query),
    struct sp_error *err)
{
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		row(pool, query);
	sp_query_close(query);
	return got;
}

int
sp_pool_scan(struct sp_pool *pool, struct sp_store *store, const char *kind,
    const char *columns,
    void (*row)(struct sp_pool *pool, const struct sp_query *query),
    struct sp_error *err)
{
	return sp_pool_take(pool,
	    sp_records_scan(store, sp_kind_find(kind), columns, NULL, 0, err),
	    row, err);
}

/* -1: not known. */
static int32_t
number(const struct sp_query *query, int column)
{
	struct sp_value value = sp_query_value(query, column);

	return value.type == SP_INT ? (int32_t)value.i : -1;
}

void
sp_pool_join(struct sp_pool *pool, struct sp_pool_person *person,
    enum sp_pool_list l, const char *more)
{
	struct sp_wordsets *lists = pool->lists[l];
	const char *now = sp_wordsets_list(lists, person->lists[l]);
	char *both;

	if (more == NULL || *more == '\0')
		return;
	if (*now == '\0') {
		person->lists[l] = sp_wordsets_add(lists, more);
		return;
	}
	both = sp_format("%s|%s", now, more);
	person->lists[l] = sp_wordsets_add(lists, both);
	free(both);
}

/* Titles differ in capitals only by chance. */
static uint32_t
titles(struct sp_pool *pool, const char *list)
{
	struct sp_text folded = { 0 };
	uint32_t number;

	if (list == NULL)
		return 0;
	sp_utf8_fold(&folded, list);
	number = sp_wordsets_add(pool->lists[SP_POOL_TITLE], folded.s);
	sp_text_free(&folded);
	return number;
}

/* The code itself, which stays; persons have few of them. */
static const char *
code(const struct sp_query *query, int column, const char *naam)
{
	const struct sp_kind *kind = sp_kind_find("persoon");
	const char *text = sp_query_text(query, column);

	if (text == NULL || strcmp(text, "actief") == 0)
		return text == NULL ? NULL : "actief";
	return sp_code_find(kind->columns[sp_column_named(kind->columns,
					      kind->n, naam)]
				.codes,
	    text);
}

static struct sp_guarded
guarded(struct sp_pool *pool, const struct sp_query *query)
{
	struct sp_wordsets *days = pool->lists[SP_POOL_DAYS];
	int32_t hours = number(query, CAPACITEIT);

	return (struct sp_guarded){ .status = code(query, STATUS, "status"),
		.stand = code(query, STAND, "stand"),
		.dagen = sp_wordsets_list(days,
		    sp_wordsets_add(days, sp_query_text(query, DAGEN))),
		.approach = SP_APPROACH_UNKNOWN,
		.not_before = sp_date_day(sp_query_text(query, NIET_VOOR)),
		.capacity = hours < 0 ? -1 : 100 * hours };
}

static struct sp_pool_person *
new_person(struct sp_pool *pool)
{
	if (pool->n == pool->room) {
		pool->room = 2 * pool->room + FIRST_ROOM;
		pool->persons =
		    sp_grow(pool->persons, pool->room, sizeof(*pool->persons));
	}
	return &pool->persons[pool->n++];
}

static void
take_person(struct sp_pool *pool, const struct sp_query *query)
{
	struct sp_pool_person *person = new_person(pool);

	*person = (struct sp_pool_person){ .id = sp_query_int(query, ID),
		.guarded = guarded(pool, query),
		.max_km = number(query, MAX_KM),
		.since = number(query, SINDS_JAAR),
		.things = -1,
		.last_asked = SP_NO_DAY };
	strncpy(person->uuid, sp_query_text(query, UUID), SP_UUID_SIZE - 1);
	for (size_t i = 0; i < sizeof(list_columns) / sizeof(list_columns[0]);
	     i++) {
		enum sp_pool_list list = list_columns[i].list;
		person->lists[list] = sp_wordsets_add(pool->lists[list],
		    sp_query_text(query, (int)list_columns[i].column));
	}
	person->lists[SP_POOL_TITLE] =
	    titles(pool, sp_query_text(query, TITEL));
	/* learned counts beside lived, for who asks for either */
	person->lists[SP_POOL_LEARNED] =
	    sp_wordsets_add(pool->lists[SP_POOL_LEARNED],
		sp_query_text(query, GELEERD));
	sp_pool_join(pool, person, SP_POOL_LEARNED,
	    sp_query_text(query, DOMEIN));
}

static int
compare_persons(const void *left, const void *right)
{
	int64_t a = ((const struct sp_pool_person *)left)->id;
	int64_t b = ((const struct sp_pool_person *)right)->id;

	return (a > b) - (a < b);
}

/* A scan may come in any order, and mostly comes in that of id. */
static void
put_in_order(struct sp_pool *pool)
{
	size_t at = 1;

	while (at < pool->n && pool->persons[at - 1].id < pool->persons[at].id)
		at++;
	if (at < pool->n)
		qsort(pool->persons, pool->n, sizeof(*pool->persons),
		    compare_persons);
}

/* Ids mostly follow each other, and then need no search. */
static void
make_places(struct sp_pool *pool)
{
	int64_t last = pool->n == 0 ? 0 : pool->persons[pool->n - 1].id;

	if (last > 4 * (int64_t)pool->n)
		return;
	pool->places_n = (size_t)last + 1;
	pool->places = sp_alloc(pool->places_n, sizeof(*pool->places));
	for (size_t i = 0; i < pool->n; i++)
		pool->places[pool->persons[i].id] = (int32_t)i + 1;
}

int64_t
sp_pool_person(const struct sp_pool *pool, int64_t id)
{
	const struct sp_pool_person *found;

	if (pool->places != NULL)
		return id >= 0 && (size_t)id < pool->places_n
			   ? (int64_t)pool->places[id] - 1
			   : -1;
	found = pool->n == 0 ? NULL
			     : bsearch(&(struct sp_pool_person){ .id = id },
				   pool->persons, pool->n,
				   sizeof(*pool->persons), compare_persons);
	return found == NULL ? -1 : found - pool->persons;
}

struct sp_pool_person *
sp_pool_of(struct sp_pool *pool, int64_t id)
{
	int64_t at = sp_pool_person(pool, id);

	return at < 0 ? NULL : &pool->persons[at];
}

/* Who has which list, by counting. */
static void
make_index(struct sp_pool *pool, enum sp_pool_list l)
{
	size_t lists = sp_wordsets_count(pool->lists[l]);
	uint32_t *starts = sp_alloc(lists + 2, sizeof(*starts));
	uint32_t *members = sp_alloc(pool->n, sizeof(*members));

	/* two places on, so that filling leaves each start where it is */
	for (size_t i = 0; i < pool->n; i++)
		starts[pool->persons[i].lists[l] + 2]++;
	for (size_t i = 2; i < lists + 2; i++)
		starts[i] += starts[i - 1];
	for (size_t i = 0; i < pool->n; i++)
		members[starts[pool->persons[i].lists[l] + 1]++] = (uint32_t)i;
	pool->starts[l] = starts;
	pool->members[l] = members;
}

static int
read_persons(void *pool, struct sp_store *store, struct sp_error *err)
{
	return sp_pool_scan(pool, store, "persoon", person_columns, take_person,
	    err);
}

static int
read_all(struct sp_pool *pool, struct sp_store *store, struct sp_error *err)
{
	if (sp_pool_read_past(pool, store, read_persons, err) != 0)
		return -1;
	put_in_order(pool);
	make_places(pool);
	sp_pool_take_past(pool);
	if (sp_pool_read_carried(pool, store, err) != 0 ||
	    sp_pool_read_work(pool, store, err) != 0 ||
	    sp_pool_read_ties(pool, store, err) != 0 ||
	    sp_pool_read_areas(pool, store, err) != 0)
		return -1;
	for (int l = 0; l < SP_POOL_LISTS; l++)
		make_index(pool, (enum sp_pool_list)l);
	return 0;
}

struct sp_pool *
sp_pool_open(struct sp_store *store, const struct sp_session *session,
    struct sp_error *err)
{
	struct sp_pool *pool = sp_alloc(1, sizeof(*pool));

	memcpy(pool->day, session->today, sizeof(pool->day));
	pool->today = sp_date_day(pool->day);
	for (int l = 0; l < SP_POOL_LISTS; l++)
		pool->lists[l] = sp_wordsets_open(pool->day);
	if (read_all(pool, store, err) == 0)
		return pool;
	sp_pool_close(pool);
	return NULL;
}

void
sp_pool_close(struct sp_pool *pool)
{
	if (pool == NULL)
		return;
	for (int l = 0; l < SP_POOL_LISTS; l++) {
		sp_wordsets_close(pool->lists[l]);
		free(pool->starts[l]);
		free(pool->members[l]);
	}
	sp_pool_forget_past(pool);
	free(pool->persons);
	free(pool->things);
	free(pool->places);
	free(pool->areas);
	free(pool);
}
