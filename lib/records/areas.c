/* areas - closeness by borders and by what lies in what */
#include "records/areas.h"

#include <stdio.h>
#include <string.h>

/* From near to far; the first that names an area counts. */
static const struct {
	int closeness;
	const char *sql;
} circles[] = {
	{ 1000, "WITH RECURSIVE onder(id) AS (VALUES ($1) UNION SELECT g.id "
		"FROM gebied g JOIN onder ON g.ouder = onder.id) SELECT id "
		"FROM onder" },
	{ 600, "SELECT buur FROM buren WHERE gebied = $1 UNION SELECT gebied "
	       "FROM buren WHERE buur = $1" },
	{ 600, "WITH RECURSIVE boven(id) AS (SELECT ouder FROM gebied WHERE "
	       "id = $1 UNION SELECT g.ouder FROM gebied g JOIN boven ON g.id "
	       "= boven.id WHERE g.ouder IS NOT NULL) SELECT id FROM boven "
	       "WHERE id IS NOT NULL" },
	{ 400, "SELECT z.id FROM gebied g JOIN gebied o ON o.id = g.ouder JOIN "
	       "gebied z ON z.ouder = o.id WHERE g.id = $1 AND o.soort = "
	       "'wijk'" },
	{ 300, "WITH een(id) AS (SELECT buur FROM buren WHERE gebied = $1 "
	       "UNION SELECT gebied FROM buren WHERE buur = $1) SELECT buur "
	       "FROM buren JOIN een ON een.id = gebied UNION SELECT gebied "
	       "FROM buren JOIN een ON een.id = buur" },
};

static int
add_circle(struct sp_store *store, size_t i, int64_t id, struct sp_map *near,
    struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store, circles[i].sql, err);
	struct sp_value closeness = sp_int_value(circles[i].closeness);
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind_int(query, 1, id);
	while ((got = sp_query_step(query, err)) > 0) {
		char key[24];
		snprintf(key, sizeof(key), "%lld",
		    (long long)sp_query_int(query, 0));
		if (sp_map_find(near, key, strlen(key)) == NULL)
			sp_map_add(near, key, strlen(key), &closeness);
	}
	sp_query_close(query);
	return got;
}

int
sp_areas_near(struct sp_store *store, int64_t id, struct sp_map *near,
    struct sp_error *err)
{
	for (size_t i = 0; i < sizeof(circles) / sizeof(circles[0]); i++)
		if (add_circle(store, i, id, near, err) != 0)
			return -1;
	return 0;
}
