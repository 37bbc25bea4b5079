/* loads - what key persons carry, for the guard and for a ranking */
#ifndef SP_ACTS_LOADS_H
#define SP_ACTS_LOADS_H

#include "sp/guard.h"
#include "sp/store.h"

/* The loads of everybody for the same days. NULL and *err. */
struct sp_loads;
struct sp_loads *sp_loads_open(struct sp_store *store,
    const struct sp_load_days *days, struct sp_error *err);
/* Of one person; sp_no_load for who carries nothing. Valid until close. */
const struct sp_load *sp_loads_find(const struct sp_loads *loads,
    int64_t person);
void sp_loads_close(struct sp_loads *loads); /* NULL is allowed */

/* What one person carries, from a year before a day on; query is that of
 * SP_ASKS_CARRIED_BY. Start from { 0 }; free taken. -1 *err. */
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
