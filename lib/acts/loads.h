/* loads - what key persons carry, and the limits there are to it */
#ifndef SP_ACTS_LOADS_H
#define SP_ACTS_LOADS_H

#include "sp/guard.h"
#include "sp/store.h"

/* What a row of SP_ASKS_CARRIED or SP_ASKS_CARRIED_BY says. */
struct sp_taken sp_taken_of(const struct sp_query *query);

/* What one person carries that matters to the guard when she is asked on a day
 * or later; query is that of SP_ASKS_CARRIED_BY. Start from { 0 }; free taken.
 * -1 *err. */
struct sp_carried {
	struct sp_taken *taken;
	size_t n, room;
};
int sp_carried_read(struct sp_query *query, int64_t person, int day,
    struct sp_carried *carried, struct sp_error *err);

/* The settings that limits go by: max_vragen_30d, rustdagen,
 * grondslag_verplicht. */
int sp_guard_rules_read(struct sp_store *store, struct sp_guard_rules *rules,
    struct sp_error *err);

#endif
