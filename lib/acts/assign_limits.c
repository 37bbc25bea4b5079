/* assign_limits - the guard, asked of many needs for one person */
#include "acts/assign_limits.h"

#include <stdlib.h>

#include "sp/date.h"
#include "sp/guard.h"
#include "sp/mem.h"

int64_t
sp_assign_load(const struct sp_assign_limits *limits, size_t person)
{
	struct sp_load_days today = { limits->pool->today,
		limits->pool->today };

	return sp_pool_load(limits->pool, person, &today).asks;
}

static int
week_of(const struct sp_asking *asking)
{
	int work = asking->days.work;

	return work - sp_date_weekday(work);
}

/* Hours that are not known are some, if only the least: so it does not matter
 * which of them is asked first. */
static int
hours_of(const struct sp_asking *asking)
{
	return asking->hours > 0 ? asking->hours : 1;
}

/* By week, then the least hours first. */
static int
compare(const void *left, const void *right)
{
	const struct sp_asking *a = *(const struct sp_asking *const *)left;
	const struct sp_asking *b = *(const struct sp_asking *const *)right;

	if (week_of(a) != week_of(b))
		return week_of(a) < week_of(b) ? -1 : 1;
	return (a->hours > b->hours) - (a->hours < b->hours);
}

static int64_t
hours_a_week(const struct sp_guarded *guarded, const struct sp_load *load)
{
	int64_t most = guarded->capacity < 0 ? INT64_MAX : guarded->capacity;

	return load->contract >= 0 && load->contract < most ? load->contract
							    : most;
}

/* How many fit when only hours are looked at. */
static int64_t
room_in_hours(const struct sp_assign_limits *limits, size_t person,
    const struct sp_asking *const *askings, size_t n)
{
	int64_t room = 0, taken = 0, most = 0;

	for (size_t i = 0; i < n; i++) {
		const struct sp_asking *asking = askings[i];
		if (i == 0 || week_of(asking) != week_of(askings[i - 1])) {
			struct sp_load load =
			    sp_pool_load(limits->pool, person, &asking->days);
			taken = load.hours_week;
			most =
			    hours_a_week(&limits->pool->persons[person].guarded,
				&load);
		}
		taken += hours_of(asking);
		room += taken <= most;
	}
	return room;
}

/* How many fit when only asks are counted, of which heavy ones do twice. */
static int64_t
room_in_asks(const struct sp_assign_limits *limits, size_t person,
    const struct sp_asking *const *askings, size_t n)
{
	int64_t left = limits->rules.asks - sp_assign_load(limits, person);
	int64_t light = 0, heavy;

	for (size_t i = 0; i < n; i++)
		light += !askings[i]->heavy;
	if (left <= light)
		return left < 0 ? 0 : left;
	heavy = (left - light) / 2;
	return heavy < (int64_t)n - light ? light + heavy : (int64_t)n;
}

int64_t
sp_assign_room(const struct sp_assign_limits *limits, size_t person,
    const struct sp_asking **askings, size_t n)
{
	int64_t hours, asks;

	if (n > 1)
		qsort(askings, n, sizeof(const struct sp_asking *), compare);
	hours = room_in_hours(limits, person, askings, n);
	asks = room_in_asks(limits, person, askings, n);
	return hours < asks ? hours : asks;
}

bool
sp_assign_forbids(const struct sp_assign_limits *limits, size_t person,
    const struct sp_asking *const *askings, size_t n, const bool *can,
    struct sp_hit *hit)
{
	const struct sp_asking *last = askings[n - 1];
	/* what else may stand in the way was looked at for each need alone */
	struct sp_guarded guarded = { .status = "actief",
		.approach = SP_APPROACH_GOOD,
		.not_before = SP_NO_DAY,
		.capacity = limits->pool->persons[person].guarded.capacity };
	struct sp_load load = sp_pool_load(limits->pool, person, &last->days);

	for (size_t i = 0; i + 1 < n; i++) {
		struct sp_taken taken = { .by = SP_TAKEN_ASK,
			.asked = askings[i]->days.asked,
			.work = askings[i]->days.work,
			.hours = hours_of(askings[i]),
			.weight = askings[i]->heavy ? 2 : 1 };
		if (can == NULL || can[i])
			sp_load_add(&load, &last->days, &taken);
	}
	return sp_guard(&limits->rules, &guarded, last, &load, hit);
}

size_t
sp_assign_together(const struct sp_assign_limits *limits, size_t person,
    const struct sp_asking *const *askings, size_t n, bool *can)
{
	struct sp_hit hit = { .limit = SP_LIMITS };
	size_t out = 0;

	for (size_t i = 0; i < n; i++) {
		can[i] = !sp_assign_forbids(limits, person, askings, i + 1, can,
		    &hit);
		out += !can[i];
	}
	return out;
}
