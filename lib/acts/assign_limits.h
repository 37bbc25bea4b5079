/* assign_limits - what each person can carry beside what she carries */
#ifndef SP_ACTS_ASSIGN_LIMITS_H
#define SP_ACTS_ASSIGN_LIMITS_H

#include "acts/pool.h"

struct sp_assign_limits {
	const struct sp_pool *pool;
	struct sp_guard_rules rules;
};

/* Asks that the person at that place in the pool carries, in 30 days. */
int64_t sp_assign_load(const struct sp_assign_limits *limits, size_t person);

/* So many of these can she be asked, and no more: hours and asks one by one,
 * of which each alone is kept. The array is put in another order. */
int64_t sp_assign_room(const struct sp_assign_limits *limits, size_t person,
    const struct sp_asking **askings, size_t n);

/* Whether a limit forbids the last of these beside what she carries and those
 * of the others that she can do (NULL: all of them); then *hit is the first
 * one. */
bool sp_assign_forbids(const struct sp_assign_limits *limits, size_t person,
    const struct sp_asking *const *askings, size_t n, const bool *can,
    struct sp_hit *hit);

/* Which of these can be asked of her all together: in their order each that
 * no limit forbids beside the ones before it. Returns how many can not. */
size_t sp_assign_together(const struct sp_assign_limits *limits, size_t person,
    const struct sp_asking *const *askings, size_t n, bool *can);

#endif
