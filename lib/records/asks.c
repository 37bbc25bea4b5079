/* asks - static questions about what key persons carry, and what they got */
#include "records/asks.h"

#include "records/kinds/kinds.h"

/* She kept time for it. */
#define COUNTS "status IN " SP_ASK_COUNTS
#define HOLDS "coalesce(tot, '9999') >="

/* coalesce(datum, '') keeps the planner off the index of that column: work that
 * is near is less than all that was asked before. */
static const char *const questions[SP_ASKS_QUESTIONS] = {
	[SP_ASKS_CARRIED] =
	    "SELECT persoon, 0, datum, wanneer, uren_begroot, "
	    "1 + coalesce(zwaar, 0) FROM vraag WHERE datum >= $1 AND " COUNTS
	    " UNION ALL SELECT persoon, 0, datum, wanneer, uren_begroot, "
	    "1 + coalesce(zwaar, 0) FROM vraag WHERE wanneer >= $1 AND "
	    "coalesce(datum, '') < $1 AND " COUNTS
	    " UNION ALL SELECT persoon, 1, datum, NULL, uren, 0 FROM uren "
	    "WHERE datum >= $1 AND vraag IS NULL AND soort <> 'verlof' UNION "
	    "ALL SELECT persoon, 2, van, tot, uren_week, 0 FROM contract "
	    "WHERE " HOLDS " $2 AND uren_week IS NOT NULL",
	[SP_ASKS_CARRIED_BY] =
	    "SELECT persoon, 0, datum, wanneer, uren_begroot, "
	    "1 + coalesce(zwaar, 0) FROM vraag WHERE persoon = $1 AND (datum "
	    ">= $2 OR wanneer >= $2) AND " COUNTS
	    " UNION ALL SELECT persoon, 1, datum, NULL, uren, 0 FROM uren "
	    "WHERE persoon = $1 AND datum >= $2 AND vraag IS NULL AND soort <> "
	    "'verlof' UNION ALL SELECT persoon, 2, van, tot, uren_week, 0 FROM "
	    "contract WHERE persoon = $1 AND uren_week IS NOT NULL",
	[SP_ASKS_WORKED_FOR] =
	    "SELECT 1 FROM vraag WHERE persoon = $1 AND datum >= $2 AND datum "
	    "<= $3 AND (org = $4 OR project = $5 OR signaal = $6) AND " COUNTS
	    " UNION ALL SELECT 1 FROM uren WHERE persoon = $1 AND datum >= $2 "
	    "AND datum <= $3 AND (org = $4 OR project = $5) AND soort <> "
	    "'verlof' LIMIT 1",
	[SP_ASKS_WORKERS] =
	    "SELECT persoon FROM vraag WHERE datum >= $1 AND datum <= $2 AND "
	    "org = $3 AND " COUNTS
	    " UNION SELECT persoon FROM vraag WHERE project = $4 AND datum >= "
	    "$1 AND datum <= $2 AND " COUNTS
	    " UNION SELECT persoon FROM vraag WHERE signaal = $5 AND datum >= "
	    "$1 AND datum <= $2 AND " COUNTS
	    " UNION SELECT persoon FROM uren WHERE org = $3 AND datum >= $1 "
	    "AND datum <= $2 AND soort <> 'verlof' UNION SELECT persoon FROM "
	    "uren WHERE project = $4 AND datum >= $1 AND datum <= $2 AND soort "
	    "<> 'verlof' ORDER BY 1",
	[SP_ASKS_GIVEN] =
	    "SELECT 1 FROM wederdienst WHERE aan = $1 AND van_org "
	    "= $2 AND datum <= $3 LIMIT 1",
	[SP_ASKS_ASKED_BY] = "SELECT 1 FROM vraag WHERE persoon = $1 AND org = "
			     "$2 AND datum <= $3 AND " COUNTS " LIMIT 1",
	[SP_ASKS_OTHERS] =
	    "SELECT org FROM vraag WHERE persoon = $1 AND datum >= $2 AND "
	    "datum <= $3 AND org <> $4 AND " COUNTS
	    " ORDER BY datum DESC, id DESC LIMIT 1",
	[SP_ASKS_COUNT] = "SELECT count(*) FROM vraag WHERE persoon = $1 AND "
			  "datum >= $2 AND datum <= $3 AND " COUNTS,
	[SP_ASKS_PROFILES] =
	    "SELECT naam, taken, CASE WHEN EXISTS (SELECT 1 FROM contract c "
	    "WHERE c.persoon = $1 AND c.functieprofiel = f.id AND c.van <= $2 "
	    "AND " HOLDS " $2) THEN 1 ELSE 0 END FROM functieprofiel f ORDER "
	    "BY id",
	/* of all asks: to compare in turn is quicker than to look up */
	[SP_ASKS_PAST] = "SELECT persoon, datum, gelukt FROM vraag WHERE CASE "
			 "status " SP_ASK_CASES " END = 1 ORDER BY persoon",
	[SP_ASKS_OPEN] = "SELECT persoon FROM vraag WHERE signaal = $1 AND "
			 "status IN ('gevraagd', 'toegezegd')",
};

struct sp_query *
sp_asks_ask(struct sp_store *store, enum sp_asks_question question,
    struct sp_error *err)
{
	return sp_query_open(store, questions[question], err);
}
