/* late - of a batch that grows large: indexes that are built after its rows */
#include <string.h>

#include "acts/life.h"

enum { AFTER = 1000 }; /* a batch that adds fewer rows is not large */

static bool
of_log(const struct sp_life *life, const char *column, bool partial)
{
	(void)life;
	(void)column;
	return !partial;
}

/* Each signal that is loaded looks for its referrals. */
static bool
of_referrals(const struct sp_life *life, const char *column, bool partial)
{
	return strcmp(column, "signaal") != 0 &&
	       (!partial ||
		   sp_records_gave(life->records[LIFE_REFERRAL], column));
}

static const struct {
	const char *table;
	bool (*goes)(const struct sp_life *life, const char *column,
	    bool partial);
} lates[LIFE_LATE] = {
	[LATE_LOG] = { "log", of_log },
	[LATE_REFERRALS] = { "doorverwijzing", of_referrals },
};

int
life_late_begin(struct sp_life *life, struct sp_error *err)
{
	for (size_t i = 0; i < LIFE_LATE; i++)
		if (sp_records_last(life->store, sp_kind_find(lates[i].table),
			&life->there[i], err) != 0)
			return -1;
	return 0;
}

/* One table's, as the store asks for them. */
struct asked {
	const struct sp_life *life;
	size_t table;
};

static bool
goes(const void *context, const char *column, bool partial)
{
	const struct asked *asked = context;

	return lates[asked->table].goes(asked->life, column, partial);
}

int
life_late(struct sp_life *life, struct sp_error *err)
{
	const int64_t added[LIFE_LATE] = { [LATE_LOG] = life->tally.changed,
		[LATE_REFERRALS] = life->referrals_made };

	for (size_t i = 0; i < LIFE_LATE; i++) {
		struct asked asked = { life, i };
		if (life->late[i] || added[i] < AFTER ||
		    added[i] < life->there[i])
			continue;
		life->late[i] = true;
		if (sp_store_drop_indexes(life->store, lates[i].table, goes,
			&asked, err) != 0)
			return -1;
	}
	return 0;
}
