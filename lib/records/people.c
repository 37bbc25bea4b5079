/* people - on what ground a person may be here, and be approached */
#include "records/people.h"

#include <stdlib.h>
#include <string.h>

#include "sp/date.h"
#include "sp/mem.h"

enum { FIRST_ROOM = 1024 };

/* A consent that holds on day $1. */
#define HOLDS                                                        \
	"CASE WHEN ingetrokken_op IS NULL AND coalesce(geldig_tot, " \
	"'9999') >= $1 THEN 1 ELSE 0 END"

/* A person gives one consent to a thing a day: it is the key. */
struct ground {
	int64_t person;
	int32_t day; /* on which it was given */
	bool good;
};

struct grounds {
	struct ground *list;
	size_t n, room;
	bool in_order;
};

/* By person, the newest last. */
static int
compare(const void *left, const void *right)
{
	const struct ground *a = left, *b = right;

	if (a->person != b->person)
		return a->person < b->person ? -1 : 1;
	return (a->day > b->day) - (a->day < b->day);
}

static void
keep(struct grounds *grounds, const struct sp_query *query)
{
	const struct ground ground = { sp_query_int(query, 0),
		sp_date_day(sp_query_text(query, 1)),
		sp_query_int(query, 2) != 0 };

	if (grounds->n == grounds->room) {
		grounds->room = 2 * grounds->room + FIRST_ROOM;
		grounds->list = sp_grow(grounds->list, grounds->room,
		    sizeof(*grounds->list));
	}
	if (grounds->n > 0 &&
	    compare(&grounds->list[grounds->n - 1], &ground) > 0)
		grounds->in_order = false;
	grounds->list[grounds->n++] = ground;
}

/* A sort in the store takes longer than all the rest; and they mostly come in
 * the order in which persons did. */
int
sp_people_grounds(struct sp_store *store, const char *day,
    void (*each)(void *context, int64_t person, bool good), void *context,
    struct sp_error *err)
{
	struct grounds grounds = { .in_order = true };
	struct sp_query *query = sp_query_open(store,
	    "SELECT persoon, gegeven_op, " HOLDS
	    " FROM toestemming WHERE doel = 'benaderen'",
	    err);
	int got = -1;

	if (query != NULL)
		sp_query_bind_text(query, 1, day);
	while (query != NULL && (got = sp_query_step(query, err)) > 0)
		keep(&grounds, query);
	sp_query_close(query);
	if (!grounds.in_order)
		qsort(grounds.list, grounds.n, sizeof(*grounds.list), compare);
	for (size_t i = 0; i < grounds.n && got == 0; i++)
		if (i + 1 == grounds.n ||
		    grounds.list[i + 1].person != grounds.list[i].person)
			each(context, grounds.list[i].person,
			    grounds.list[i].good);
	free(grounds.list);
	return got;
}

int
sp_people_ground(struct sp_store *store, int64_t person, const char *day,
    bool *good, struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "SELECT " HOLDS " FROM toestemming WHERE persoon = $2 AND doel = "
	    "'benaderen' ORDER BY gegeven_op DESC LIMIT 1",
	    err);
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, day);
	sp_query_bind_int(query, 2, person);
	got = sp_query_step(query, err);
	*good = got > 0 && sp_query_int(query, 0) != 0;
	sp_query_close(query);
	return got;
}

/* Whether a statement of an id and a text gives a row. */
static int
any(struct sp_store *store, const char *sql, int64_t id, const char *text,
    struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store, sql, err);
	int got = -1;

	if (query != NULL) {
		sp_query_bind_int(query, 1, id);
		sp_query_bind_text(query, 2, text);
		got = sp_query_step(query, err);
	}
	sp_query_close(query);
	return got;
}

int
sp_people_consent(struct sp_store *store, int64_t person, const char *day,
    struct sp_error *err)
{
	return any(store,
	    "SELECT 1 FROM toestemming WHERE persoon = $1 AND "
	    "coalesce(geldig_tot, '9999') >= $2 AND doel = 'registreren' AND "
	    "coalesce(grondslag, 'toestemming') = 'toestemming' AND "
	    "ingetrokken_op IS NULL",
	    person, day, err);
}

int
sp_people_worship(struct sp_store *store, const char *kind, int64_t id,
    struct sp_error *err)
{
	if (strcmp(kind, "netwerk") == 0)
		return any(store,
		    "SELECT 1 FROM netwerk WHERE id = $1 AND soort = $2", id,
		    "gebed", err);
	if (strcmp(kind, "organisatie") == 0)
		return any(store,
		    "SELECT 1 FROM organisatie WHERE id = $1 AND soort = $2",
		    id, "gebedshuis", err);
	return 0;
}
