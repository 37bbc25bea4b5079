/* giving - what a load, a return or an hour is looked up with */
#include "records/giving.h"

#include "records/kinds/kinds.h"

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
	[SP_GIVING_ASKS] =
	    "SELECT persoon, datum, zwaar, uren_begroot, status IN "
	    "('gevraagd', 'toegezegd') FROM vraag WHERE status "
	    "IN " SP_ASK_COUNTS " AND datum <= $1 ORDER BY persoon",
	[SP_GIVING_HOURS] =
	    "SELECT persoon, uren, betaald FROM uren WHERE datum >= $1 AND "
	    "datum <= $2 AND soort <> 'verlof' ORDER BY persoon",
	[SP_GIVING_CONTRACTS] =
	    "SELECT persoon, van, tot, uren_week FROM contract WHERE uren_week "
	    "IS NOT NULL AND van <= $1 AND coalesce(tot, '9999-12-31') >= $2 "
	    "ORDER BY persoon",
	[SP_GIVING_SIGNALS] =
	    "SELECT via_persoon, count(*) FROM signaal WHERE eerstvolgend IS "
	    "NOT NULL AND via_persoon IS NOT NULL GROUP BY via_persoon ORDER "
	    "BY via_persoon",
	[SP_GIVING_TRAJECTS] =
	    "SELECT persoon, count(*) FROM traject WHERE persoon IS NOT NULL "
	    "AND begonnen_op <= $1 AND (gestopt_op IS NULL OR gestopt_op > $1) "
	    "GROUP BY persoon ORDER BY persoon",
	[SP_GIVING_ASKED] =
	    "SELECT org, persoon, datum, fase, toegang, uren_begroot, taak, "
	    "status = 'gedaan', terug_gemeld_op IS NOT NULL FROM vraag WHERE "
	    "status IN " SP_ASK_COUNTS " AND datum <= $1",
	[SP_GIVING_RETURNS] =
	    "SELECT van_org, aan, datum, soort, bedrag, besluit, "
	    "teruggemeld_op IS NOT NULL FROM wederdienst WHERE datum <= $1",
	[SP_GIVING_SPENT] =
	    "SELECT org, sum(uren), sum(CASE soort WHEN 'reis' THEN uren ELSE "
	    "0 END) FROM uren WHERE datum >= $1 AND datum <= $2 AND soort <> "
	    "'verlof' GROUP BY org",
	[SP_GIVING_EMPLOYED] =
	    "SELECT werkgever, collega FROM contract WHERE van <= $1 AND "
	    "coalesce(tot, '9999-12-31') >= $2",
	[SP_GIVING_BROUGHT] =
	    "SELECT count(*), coalesce(sum(aantal), 0), count(antwoord) FROM "
	    "signaal WHERE via_persoon = $1 AND dubbel_van IS NULL",
};

struct sp_query *
sp_giving_ask(struct sp_store *store, enum sp_giving_question question,
    struct sp_error *err)
{
	return sp_query_open(store, questions[question], err);
}
