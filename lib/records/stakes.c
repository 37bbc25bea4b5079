/* stakes - who has an interest in a project, and since when they take part */
#include "records/stakes.h"

#include <stdio.h>
#include <string.h>

#include "records/kinds/kinds.h"

int
sp_stakes(struct sp_store *store, int64_t project, const char *day,
    void (*each)(void *context, const char *link, const char *since),
    void *context, struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "SELECT van, sinds FROM band WHERE naar = $1 AND soort = 'belang' "
	    "AND coalesce(tot, '9999') >= $2 ORDER BY id",
	    err);
	char link[40];
	int got;

	if (query == NULL)
		return -1;
	snprintf(link, sizeof(link), "project:%lld", (long long)project);
	sp_query_bind_text(query, 1, link);
	sp_query_bind_text(query, 2, day);
	while ((got = sp_query_step(query, err)) > 0)
		each(context, sp_query_text(query, 0), sp_query_text(query, 1));
	sp_query_close(query);
	return got;
}

/* Days on which each kind took part in project p: $1; who: $2. */
static const struct {
	const char *kind, *sql;
} takings[] = {
	{ "organisatie",
	    "WITH w(p, o) AS (VALUES ($1, $2)) SELECT count(*), min(d) FROM "
	    "(SELECT a.datum AS d FROM w JOIN activiteit a ON a.project = w.p "
	    "AND (a.organisatie = w.o OR a.plek = w.o) UNION ALL SELECT "
	    "v.datum FROM w JOIN vraag v ON v.project = w.p AND v.org = w.o "
	    "AND v.status IN " SP_ASK_COUNTS
	    " UNION ALL SELECT u.datum FROM w JOIN uren u ON "
	    "u.project = w.p AND u.org = w.o UNION ALL SELECT p.van FROM w "
	    "JOIN "
	    "project p ON p.id = w.p AND p.organisatie = w.o) AS t" },
	{ "persoon",
	    "WITH w(p, o) AS (VALUES ($1, $2)) SELECT count(*), min(d) FROM "
	    "(SELECT a.datum AS d FROM w JOIN activiteit a ON a.project = w.p "
	    "AND a.organisator = w.o UNION ALL SELECT v.datum FROM w JOIN "
	    "vraag v ON v.project = w.p AND v.persoon = w.o AND "
	    "v.status IN " SP_ASK_COUNTS
	    " UNION ALL SELECT u.datum FROM w JOIN uren u ON u.project = w.p "
	    "AND u.persoon = w.o) AS t" },
};

/* What a query of a number and a first day says: 1, 0, -1. */
static int
take(struct sp_query *query, char since[SP_DATE_SIZE], struct sp_error *err)
{
	int got = sp_query_step(query, err);
	const char *day;

	if (got <= 0 || sp_query_int(query, 0) == 0)
		return got < 0 ? -1 : 0;
	day = sp_query_text(query, 1);
	if (day != NULL && (*since == '\0' || strcmp(day, since) < 0))
		snprintf(since, SP_DATE_SIZE, "%.10s", day);
	return 1;
}

/* A tie of another sort, in either direction. */
static int
tied(struct sp_store *store, int64_t project, const char *kind, int64_t id,
    char since[SP_DATE_SIZE], struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "WITH w(p, o) AS (VALUES ($1, $2)) SELECT count(*), min(b.sinds) "
	    "FROM w JOIN band b ON ((b.van = w.o AND b.naar = w.p) OR (b.van = "
	    "w.p AND b.naar = w.o)) AND coalesce(b.soort, '') <> 'belang'",
	    err);
	char one[40], other[40];
	int got;

	if (query == NULL)
		return -1;
	snprintf(one, sizeof(one), "project:%lld", (long long)project);
	snprintf(other, sizeof(other), "%.12s:%lld", kind, (long long)id);
	sp_query_bind_text(query, 1, one);
	sp_query_bind_text(query, 2, other);
	got = take(query, since, err);
	sp_query_close(query);
	return got;
}

int
sp_stakes_involved(struct sp_store *store, int64_t project, const char *kind,
    int64_t id, char since[SP_DATE_SIZE], struct sp_error *err)
{
	int involved;

	*since = '\0';
	involved = tied(store, project, kind, id, since, err);
	for (size_t i = 0; i < sizeof(takings) / sizeof(takings[0]); i++) {
		struct sp_query *query;
		int got = -1;
		if (involved < 0 || strcmp(takings[i].kind, kind) != 0)
			continue;
		query = sp_query_open(store, takings[i].sql, err);
		if (query != NULL) {
			sp_query_bind_int(query, 1, project);
			sp_query_bind_int(query, 2, id);
			got = take(query, since, err);
		}
		sp_query_close(query);
		involved = got < 0 ? -1 : involved | got;
	}
	return involved;
}
