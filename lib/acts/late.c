/* late - of a batch that grows large: indexes that are built after its rows */
#include "acts/life.h"

enum { AFTER = 1000 }; /* a batch that touches fewer rows is not large */

static int
log_late(struct sp_life *life, struct sp_error *err)
{
	return sp_trail_index_late(life->trail, err);
}

/* Each signal that is loaded looks for its referrals. */
static int
referrals_late(struct sp_life *life, struct sp_error *err)
{
	static const char *const keep[] = { "uuid", "signaal", NULL };

	return sp_records_index_late(life->records[LIFE_REFERRAL], keep, err);
}

/* Who sends signals by the thousands looks for none by state or by holder. */
static int
signals_late(struct sp_life *life, struct sp_error *err)
{
	if (!(life->how & SP_LIFE_ROUTES))
		return 0;
	return sp_records_index_of_late(life->signals, "gebied", err) != 0
		   ? -1
		   : sp_records_index_of_late(life->signals, "org", err);
}

/* An index goes when the batch has touched one in so many of the rows that
 * were there. To add to an index costs about as much as to build it; to move a
 * row within it a few times as much. */
static const struct {
	const char *table;
	int (*go)(struct sp_life *life, struct sp_error *err);
	int64_t share;
} lates[LIFE_LATE] = {
	[LATE_LOG] = { "log", log_late, 1 },
	[LATE_REFERRALS] = { "doorverwijzing", referrals_late, 1 },
	[LATE_SIGNALS] = { "signaal", signals_late, 4 },
};

int
life_late_begin(struct sp_life *life, struct sp_error *err)
{
	/* who joins another's transaction takes no steps of its own */
	for (size_t i = 0; i < LIFE_LATE && !life->joined; i++)
		if (sp_records_last(life->store, sp_kind_find(lates[i].table),
			&life->there[i], err) != 0)
			return -1;
	return life->joined ? 0
			    : sp_signals_last_referred(life->asked,
				  &life->referred_to, err);
}

int
life_late(struct sp_life *life, struct sp_error *err)
{
	const int64_t touched[LIFE_LATE] = { [LATE_LOG] = life->tally.changed,
		[LATE_REFERRALS] = life->referrals_made,
		[LATE_SIGNALS] = life->tally.changed };

	for (size_t i = 0; i < LIFE_LATE; i++) {
		if (life->late[i] || touched[i] < AFTER ||
		    touched[i] * lates[i].share < life->there[i])
			continue;
		life->late[i] = true;
		if (lates[i].go(life, err) != 0)
			return -1;
	}
	return 0;
}
