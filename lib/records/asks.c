/* asks - static questions about what key persons carry */
#include "records/asks.h"

/* coalesce(datum, '') keeps the planner off the index of that column: work that
 * is near is less than all that was asked long ago. */
static const char *const questions[SP_ASKS_QUESTIONS] = {
	[SP_ASKS_CARRIED] =
	    "SELECT persoon, 0, datum, coalesce(wanneer, datum), "
	    "coalesce(uren_begroot, 0), 1 + coalesce(zwaar, 0), CASE WHEN "
	    "status = 'gedaan' AND coalesce(gelukt, 1) = 1 THEN 1 ELSE 0 END "
	    "FROM vraag WHERE datum >= $1 AND status IN ('gevraagd', "
	    "'toegezegd', 'gedaan', 'niet_doorgegaan') UNION ALL SELECT "
	    "persoon, 0, datum, wanneer, coalesce(uren_begroot, 0), 1 + "
	    "coalesce(zwaar, 0), 0 FROM vraag WHERE wanneer >= $2 AND "
	    "coalesce(datum, '') < $1 AND status IN ('gevraagd', 'toegezegd', "
	    "'gedaan', "
	    "'niet_doorgegaan') UNION ALL SELECT persoon, 1, datum, datum, "
	    "uren, 0, 0 FROM uren WHERE datum >= $3 AND datum <= $4 AND vraag "
	    "IS NULL AND soort <> 'verlof' UNION ALL SELECT persoon, 2, van, "
	    "tot, uren_week, 0, 0 FROM contract WHERE van <= $5 AND "
	    "coalesce(tot, '9999') >= $5 AND uren_week IS NOT NULL",
	[SP_ASKS_CARRIED_BY] =
	    "SELECT persoon, 0, datum, coalesce(wanneer, datum), "
	    "coalesce(uren_begroot, 0), 1 + coalesce(zwaar, 0), CASE WHEN "
	    "status = 'gedaan' AND coalesce(gelukt, 1) = 1 THEN 1 ELSE 0 END "
	    "FROM vraag WHERE persoon = $1 AND (datum >= $2 OR wanneer >= $3) "
	    "AND status IN ('gevraagd', 'toegezegd', 'gedaan', "
	    "'niet_doorgegaan') UNION ALL SELECT persoon, 1, datum, datum, "
	    "uren, 0, 0 FROM uren WHERE persoon = $1 AND datum >= $3 AND vraag "
	    "IS NULL AND soort <> 'verlof' UNION ALL SELECT persoon, 2, van, "
	    "tot, uren_week, 0, 0 FROM contract WHERE persoon = $1 AND "
	    "uren_week IS NOT NULL",
	[SP_ASKS_WORKED_FOR] =
	    "SELECT 1 FROM vraag WHERE persoon = $1 AND datum >= $2 AND datum "
	    "<= $3 AND (org = $4 OR project = $5 OR signaal = $6) AND status "
	    "IN ('gevraagd', 'toegezegd', 'gedaan', 'niet_doorgegaan') UNION "
	    "ALL SELECT 1 FROM uren WHERE persoon = $1 AND datum >= $2 AND "
	    "datum <= $3 AND (org = $4 OR project = $5) AND soort <> 'verlof' "
	    "LIMIT 1",
	[SP_ASKS_WORKERS] =
	    "SELECT persoon FROM vraag WHERE org = $3 AND datum >= $1 AND "
	    "datum <= $2 AND status IN ('gevraagd', 'toegezegd', 'gedaan', "
	    "'niet_doorgegaan') UNION SELECT persoon FROM vraag WHERE project "
	    "= $4 AND datum >= $1 AND datum <= $2 AND status IN ('gevraagd', "
	    "'toegezegd', 'gedaan', 'niet_doorgegaan') UNION SELECT persoon "
	    "FROM vraag WHERE signaal = $5 AND datum >= $1 AND datum <= $2 AND "
	    "status IN ('gevraagd', 'toegezegd', 'gedaan', 'niet_doorgegaan') "
	    "UNION SELECT persoon FROM uren WHERE org = $3 AND datum >= $1 AND "
	    "datum <= $2 AND soort <> 'verlof' UNION SELECT persoon FROM uren "
	    "WHERE project = $4 AND datum >= $1 AND datum <= $2 AND soort <> "
	    "'verlof' ORDER BY 1",
};

struct sp_query *
sp_asks_ask(struct sp_store *store, enum sp_asks_question question,
    struct sp_error *err)
{
	return sp_query_open(store, questions[question], err);
}
