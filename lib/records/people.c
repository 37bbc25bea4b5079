/* people - on what ground a person may be here, and be approached */
#include "records/people.h"

#include <string.h>

/* A consent that holds on day $1. */
#define HOLDS                                                        \
	"CASE WHEN ingetrokken_op IS NULL AND coalesce(geldig_tot, " \
	"'9999') >= $1 THEN 1 ELSE 0 END"
/* A person gives one consent to a thing a day: it is the key. */
#define NEWEST_FIRST "ORDER BY gegeven_op DESC"

int
sp_people_grounds(struct sp_store *store, const char *day,
    void (*each)(void *context, int64_t person, bool good), void *context,
    struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "SELECT persoon, " HOLDS " FROM toestemming WHERE doel = "
	    "'benaderen' " NEWEST_FIRST,
	    err);
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, day);
	while ((got = sp_query_step(query, err)) > 0)
		each(context, sp_query_int(query, 0),
		    sp_query_int(query, 1) != 0);
	sp_query_close(query);
	return got;
}

int
sp_people_ground(struct sp_store *store, int64_t person, const char *day,
    bool *good, struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "SELECT " HOLDS " FROM toestemming WHERE persoon = $2 AND doel = "
	    "'benaderen' " NEWEST_FIRST " LIMIT 1",
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
