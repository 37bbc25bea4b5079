/* summaries - rebuilt in SQL from referrals, loops and clocks */
#include "records/summaries.h"

#include <string.h>

/* A statement gives the signal, and from then on what the column holds and
 * what it may be: the first of the days that are there. Without a second
 * column, every row is a finding. */
static const struct {
	const char *column, *sql;
	int days;
} summaries[] = {
	/* the newest referral under way; else one that is done, or none */
	{ "org",
	    "SELECT s.id FROM signaal s WHERE coalesce(s.org, 0) <> "
	    "coalesce((SELECT d.org FROM doorverwijzing d WHERE d.signaal = "
	    "s.id AND d.status IN ('verzonden', 'geaccepteerd', "
	    "'in_uitvoering', 'aangehouden') ORDER BY d.id DESC LIMIT 1), "
	    "(SELECT d.org FROM doorverwijzing d WHERE d.signaal = s.id AND "
	    "d.org = s.org AND d.status = 'afgerond' LIMIT 1), 0)",
	    0 },
	/* a round has a record from its first event on */
	{ "lus",
	    "SELECT s.id FROM signaal s LEFT JOIN lus l ON l.signaal = s.id "
	    "AND l.ronde = s.lus_ronde WHERE s.lus IS NULL OR coalesce("
	    "l.status, s.lus) <> s.lus OR (l.id IS NULL AND s.lus NOT IN "
	    "('open', 'niet_nodig'))",
	    0 },
	{ "lus_ronde",
	    "SELECT s.id FROM signaal s WHERE s.lus_ronde IS NULL OR "
	    "s.lus_ronde <> coalesce(s.heropend_n, 0) + 1 OR EXISTS (SELECT 1 "
	    "FROM lus l WHERE l.signaal = s.id AND l.ronde > s.lus_ronde)",
	    0 },
	/* those of the work stand still once a signal is at its end */
	{ "eerstvolgend",
	    "SELECT id, eerstvolgend, CASE WHEN w THEN uiterlijk END, CASE "
	    "WHEN w THEN bevestigen_voor END, CASE WHEN w THEN routeren_voor "
	    "END, CASE WHEN w THEN bericht_voor END, CASE WHEN w THEN "
	    "reactie_voor END, CASE WHEN lus = 'teruggelegd' THEN lus_voor "
	    "END FROM (SELECT s.*, status "
	    "NOT IN ('afgehandeld', 'geannuleerd') AS w FROM signaal s) AS t",
	    6 },
};

static const char *
text(const struct sp_query *query, int column)
{
	const char *value = sp_query_text(query, column);

	return value == NULL ? "" : value;
}

/* Whether what is kept is the first of the days. */
static bool
agrees(const struct sp_query *query, int days)
{
	const char *first = "";

	for (int i = 2; i < 2 + days; i++) {
		const char *day = text(query, i);
		if (*day != '\0' && (*first == '\0' || strcmp(day, first) < 0))
			first = day;
	}
	return days > 0 && strcmp(text(query, 1), first) == 0;
}

int
sp_summaries_check(struct sp_store *store,
    void (*each)(void *context, int64_t signal, const char *column),
    void *context, struct sp_error *err)
{
	for (size_t i = 0; i < sizeof(summaries) / sizeof(summaries[0]); i++) {
		struct sp_query *query =
		    sp_query_open(store, summaries[i].sql, err);
		int got = query == NULL ? -1 : 1;
		while (got > 0 && (got = sp_query_step(query, err)) > 0)
			if (!agrees(query, summaries[i].days))
				each(context, sp_query_int(query, 0),
				    summaries[i].column);
		sp_query_close(query);
		if (got < 0)
			return -1;
	}
	return 0;
}
