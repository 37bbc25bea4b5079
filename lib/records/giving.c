/* giving - what a load, a return or an hour is looked up with */
#include "records/giving.h"

static const char *const questions[SP_GIVING_QUESTIONS] = {
	[SP_GIVING_ASK] =
	    "SELECT persoon, org, project FROM vraag WHERE id = $1",
	[SP_GIVING_DAY] =
	    "SELECT coalesce(sum(uren), 0) FROM uren WHERE persoon = $1 AND "
	    "datum = $2 AND id <> $3",
	[SP_GIVING_OVERLAP] =
	    "SELECT id FROM contract WHERE persoon = $1 AND vorm = $2 AND "
	    "coalesce(werkgever, 0) = $3 AND van <= $4 AND coalesce(tot, "
	    "'9999-12-31') >= $5 AND id <> $6 ORDER BY van LIMIT 1",
};

struct sp_query *
sp_giving_ask(struct sp_store *store, enum sp_giving_question question,
    struct sp_error *err)
{
	return sp_query_open(store, questions[question], err);
}
