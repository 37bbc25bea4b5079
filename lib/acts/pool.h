/* pool - all key persons as ranking and the load guard look at them, read
 * once, for one need or for many */
#ifndef SP_ACTS_POOL_H
#define SP_ACTS_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "methods/wordsets.h"
#include "sp/distance.h"
#include "sp/guard.h"
#include "sp/map.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/uuid.h"

/* The lists of words that a person has. */
enum sp_pool_list {
	SP_POOL_AREA,	 /* ids of areas */
	SP_POOL_DOMAIN,	 /* of lived experience */
	SP_POOL_LEARNED, /* domains from training or work, and the above */
	SP_POOL_LANGUAGE,
	SP_POOL_ROLE,  /* of today */
	SP_POOL_GROUP, /* target groups: her own, and those of her networks */
	SP_POOL_DAYS,  /* of the week */
	SP_POOL_TITLE, /* in folded letters */
	SP_POOL_TASK,  /* that the profiles of her titles and contracts name;
			  none: she has no profile */
	SP_POOL_LISTS
};

/* One thing that takes of somebody's time, and where her next one stands; -1:
 * nowhere. Days are those since 1970-01-01. */
struct sp_pool_thing {
	struct sp_taken taken;
	int32_t next;
};

struct sp_pool_person {
	int64_t id;
	char uuid[SP_UUID_SIZE];
	struct sp_guarded guarded; /* what she says of herself */
	int32_t max_km, since;	   /* km and a year, or -1: not known */
	uint32_t lists[SP_POOL_LISTS];
	uint32_t networks; /* she is tied to, by now */

	int32_t things;	    /* the first in the pool's, or -1: asks that count
			       and logged hours of the last SP_POOL_WINDOW days
			       and of all to come, and contracts that have
			       not ended */
	int32_t last_asked; /* day of the last ask that counts, or SP_NO_DAY */
	uint32_t succeeded, failed; /* asks that were done, as was told */
};

enum { SP_POOL_WINDOW = 120 };

/* Where an area lies. */
struct sp_pool_area {
	int64_t id, parent; /* parent 0: none */
	double lat, lon;
	bool placed; /* has a point: its own, the mean of the areas in it, or
			that of the area it lies in */
	struct sp_point point;
};

/* Used while reading: a person, by her place, and a network. */
struct sp_pool_tie {
	size_t person;
	int64_t network;
};

/* Used while reading: by ids, whether who gave consent may be approached, and
 * what each person was asked. */
struct sp_pool_consent {
	int64_t id;
	bool good;
};
struct sp_pool_asked {
	int64_t id;
	int32_t last; /* a day, or SP_NO_DAY */
	uint32_t succeeded, failed;
};
struct sp_pool_past {
	struct sp_pool_consent *consents;
	size_t consents_n, consents_room;
	struct sp_pool_asked *asked;
	size_t asked_n, asked_room;
};

/* Everything stays as it is until close. Persons are in the order of id. */
struct sp_pool {
	char day[SP_DATE_SIZE];
	int32_t today;
	struct sp_pool_person *persons;
	size_t n, room;
	struct sp_wordsets *lists[SP_POOL_LISTS];
	struct sp_pool_thing *things;
	size_t things_n, things_room;
	struct sp_pool_area *areas; /* in the order of id */
	size_t areas_n, areas_room;

	/* the persons that have a list: members[l][starts[l][list]] up to, not
	 * with, that of the next list */
	uint32_t *starts[SP_POOL_LISTS], *members[SP_POOL_LISTS];

	/* the place of each id, where ids follow each other closely; NULL */
	int32_t *places;
	size_t places_n;

	/* used while reading: the tasks of profiles by id and by folded
	 * name */
	struct sp_map *by_id, *by_name;
	struct sp_pool_tie *ties;
	size_t ties_n, ties_room;
	struct sp_pool_past past;
};

/* Reads the store as it is on the session's day. NULL and *err. The caller
 * closes. */
struct sp_pool *sp_pool_open(struct sp_store *store,
    const struct sp_session *session, struct sp_error *err);
void sp_pool_close(struct sp_pool *pool); /* NULL is allowed */

/* Where a person or an area stands in the pool, by its id; -1: nowhere. */
int64_t sp_pool_person(const struct sp_pool *pool, int64_t id);
int64_t sp_pool_area(const struct sp_pool *pool, int64_t id);

/* What the person at a place carries, as it counts for days of asking and
 * work. */
struct sp_load sp_pool_load(const struct sp_pool *pool, size_t person,
    const struct sp_load_days *days);

#endif
