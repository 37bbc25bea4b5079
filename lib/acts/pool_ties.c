/* pool_ties - the networks persons belong to, and where areas lie */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/pool_read.h"
#include "sp/mem.h"

enum { DEEPEST = 16 }; /* an area in an area, and so on: not for ever */
enum { FIRST_ROOM = 64 };

static int64_t
end_of(const char *link, const char *kind)
{
	size_t length = strlen(kind);

	return strncmp(link, kind, length) == 0 && link[length] == ':'
		   ? strtoll(link + length + 1, NULL, 10)
		   : 0;
}

static void
take_tie(struct sp_pool *pool, const struct sp_query *query)
{
	const char *from = sp_query_text(query, 0);
	const char *to = sp_query_text(query, 1);
	int until = sp_date_day(sp_query_text(query, 2));
	int64_t who = end_of(from, "persoon"), what = end_of(to, "netwerk");
	struct sp_pool_person *person;

	if (who == 0 || what == 0) {
		who = end_of(to, "persoon");
		what = end_of(from, "netwerk");
	}
	if (who == 0 || what == 0 ||
	    (until != SP_NO_DAY && until < pool->today))
		return;
	person = sp_pool_of(pool, who);
	if (person == NULL)
		return;
	if (pool->ties_n == pool->ties_room) {
		pool->ties_room = 2 * pool->ties_room + FIRST_ROOM;
		pool->ties =
		    sp_grow(pool->ties, pool->ties_room, sizeof(*pool->ties));
	}
	pool->ties[pool->ties_n++] =
	    (struct sp_pool_tie){ person - pool->persons, what };
}

static void
take_network(struct sp_pool *pool, const struct sp_query *query)
{
	const char *id = sp_query_text(query, 0);
	struct sp_value groups = sp_text_value(sp_query_text(query, 1));

	sp_map_add(pool->by_id, id, strlen(id), &groups);
}

static int
compare_ties(const void *left, const void *right)
{
	const struct sp_pool_tie *a = left, *b = right;

	if (a->person != b->person)
		return a->person < b->person ? -1 : 1;
	return (a->network > b->network) - (a->network < b->network);
}

/* A network counts once, however she is tied to it. */
static void
join_networks(struct sp_pool *pool)
{
	char id[24];

	if (pool->ties_n > 1)
		qsort(pool->ties, pool->ties_n, sizeof(*pool->ties),
		    compare_ties);
	for (size_t i = 0; i < pool->ties_n; i++) {
		const struct sp_pool_tie *tie = &pool->ties[i];
		struct sp_pool_person *person = &pool->persons[tie->person];
		const struct sp_value *groups;
		if (i > 0 && compare_ties(tie, tie - 1) == 0)
			continue;
		person->networks++;
		snprintf(id, sizeof(id), "%lld", (long long)tie->network);
		groups = sp_map_find(pool->by_id, id, strlen(id));
		if (groups != NULL && groups->type == SP_TEXT)
			sp_pool_join(pool, person, SP_POOL_GROUP, groups->s);
	}
}

int
sp_pool_read_ties(struct sp_pool *pool, struct sp_store *store,
    struct sp_error *err)
{
	int bad;

	pool->by_id = sp_map_open();
	bad = sp_pool_scan(pool, store, "netwerk", "id, doelgroep",
		  take_network, err) != 0 ||
	      sp_pool_scan(pool, store, "band", "van, naar, tot", take_tie,
		  err) != 0;
	if (!bad)
		join_networks(pool);
	sp_map_close(pool->by_id);
	pool->by_id = NULL;
	free(pool->ties);
	pool->ties = NULL;
	return bad ? -1 : 0;
}

static void
take_area(struct sp_pool *pool, const struct sp_query *query)
{
	struct sp_value lat = sp_query_value(query, 2);
	struct sp_value lon = sp_query_value(query, 3);
	struct sp_pool_area *area;

	if (pool->areas_n == pool->areas_room) {
		pool->areas_room = 2 * pool->areas_room + FIRST_ROOM;
		pool->areas = sp_grow(pool->areas, pool->areas_room,
		    sizeof(*pool->areas));
	}
	area = &pool->areas[pool->areas_n++];
	*area = (struct sp_pool_area){ .id = sp_query_int(query, 0),
		.parent = sp_query_int(query, 1),
		.placed = lat.type == SP_REAL && lon.type == SP_REAL };
	if (area->placed) {
		area->lat = lat.r;
		area->lon = lon.r;
	}
}

static int
compare_areas(const void *left, const void *right)
{
	int64_t a = ((const struct sp_pool_area *)left)->id;
	int64_t b = ((const struct sp_pool_area *)right)->id;

	return (a > b) - (a < b);
}

int64_t
sp_pool_area(const struct sp_pool *pool, int64_t id)
{
	struct sp_pool_area wanted = { .id = id };
	const struct sp_pool_area *found =
	    pool->areas_n == 0 ? NULL
			       : bsearch(&wanted, pool->areas, pool->areas_n,
				     sizeof(*pool->areas), compare_areas);

	return found == NULL ? -1 : found - pool->areas;
}

/* How many areas it lies in. */
static int
depth(const struct sp_pool *pool, size_t area)
{
	int deep = 0;
	int64_t at = (int64_t)area;

	while (deep < DEEPEST && pool->areas[at].parent != 0 &&
	       (at = sp_pool_area(pool, pool->areas[at].parent)) >= 0)
		deep++;
	return deep;
}

/* What lies in an area, as far as it is known where. */
struct middle {
	double lat, lon;
	size_t n;
};

/* From the smallest areas up: the mean of the areas in it. */
static void
place_from_below(struct sp_pool *pool, const int *depths)
{
	struct middle *middles = sp_alloc(pool->areas_n, sizeof(*middles));

	for (int d = DEEPEST; d >= 0; d--)
		for (size_t i = 0; i < pool->areas_n; i++) {
			struct sp_pool_area *area = &pool->areas[i];
			int64_t parent;
			if (depths[i] != d)
				continue;
			if (!area->placed && middles[i].n > 0) {
				area->placed = true;
				area->lat = middles[i].lat / middles[i].n;
				area->lon = middles[i].lon / middles[i].n;
			}
			parent = sp_pool_area(pool, area->parent);
			if (parent < 0 || !area->placed)
				continue;
			middles[parent].lat += area->lat;
			middles[parent].lon += area->lon;
			middles[parent].n++;
		}
	free(middles);
}

/* From the largest areas down: where the area lies that it is in. */
static void
place_from_above(struct sp_pool *pool, const int *depths)
{
	for (int d = 1; d <= DEEPEST; d++)
		for (size_t i = 0; i < pool->areas_n; i++) {
			struct sp_pool_area *area = &pool->areas[i];
			int64_t parent = depths[i] == d && !area->placed
					     ? sp_pool_area(pool, area->parent)
					     : -1;
			if (parent < 0 || !pool->areas[parent].placed)
				continue;
			area->placed = true;
			area->lat = pool->areas[parent].lat;
			area->lon = pool->areas[parent].lon;
		}
}

int
sp_pool_read_areas(struct sp_pool *pool, struct sp_store *store,
    struct sp_error *err)
{
	int *depths;

	if (sp_pool_scan(pool, store, "gebied", "id, ouder, lat, lon",
		take_area, err) != 0)
		return -1;
	if (pool->areas_n > 1)
		qsort(pool->areas, pool->areas_n, sizeof(*pool->areas),
		    compare_areas);
	depths = sp_alloc(pool->areas_n, sizeof(*depths));
	for (size_t i = 0; i < pool->areas_n; i++)
		depths[i] = depth(pool, i);
	place_from_below(pool, depths);
	place_from_above(pool, depths);
	free(depths);
	for (size_t i = 0; i < pool->areas_n; i++)
		pool->areas[i].point =
		    sp_point_at(pool->areas[i].lat, pool->areas[i].lon);
	return 0;
}
