/* late - of a batch that grows large: indexes that are built after its rows */
#include "acts/life.h"

enum { AFTER = 1000 }; /* a batch that adds fewer rows is not large */

static int
log_late(struct sp_life *life, struct sp_error *err)
{
	return sp_trail_index_late(life->trail, err);
}

/* Each signal that is loaded looks for its referrals. */
static int
referrals_late(struct sp_life *life, struct sp_error *err)
{
	return sp_records_index_late(life->records[LIFE_REFERRAL], "signaal",
	    err);
}

static const struct {
	const char *table;
	int (*go)(struct sp_life *life, struct sp_error *err);
} lates[LIFE_LATE] = {
	[LATE_LOG] = { "log", log_late },
	[LATE_REFERRALS] = { "doorverwijzing", referrals_late },
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

int
life_late(struct sp_life *life, struct sp_error *err)
{
	const int64_t added[LIFE_LATE] = { [LATE_LOG] = life->tally.changed,
		[LATE_REFERRALS] = life->referrals_made };

	for (size_t i = 0; i < LIFE_LATE; i++) {
		if (life->late[i] || added[i] < AFTER ||
		    added[i] < life->there[i])
			continue;
		life->late[i] = true;
		if (lates[i].go(life, err) != 0)
			return -1;
	}
	return 0;
}
