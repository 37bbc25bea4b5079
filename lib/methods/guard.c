/* guard - a table of limits, and one loop over it */
#include "sp/guard.h"

#include <stdio.h>
#include <string.h>

#include "sp/date.h"
#include "sp/error.h"
#include "sp/words.h"

enum { WINDOW = 30, LATEST = 90 };

const struct sp_load sp_no_load = { .contract = -1,
	.before = SP_NO_DAY,
	.after = SP_NO_DAY };

const struct sp_limit_row sp_limits[SP_LIMITS] = {
	{ SP_LIMIT_STOPPED, N_("has stopped"), NULL, false, true,
	    SP_HELPS_NOTHING },
	{ SP_LIMIT_CONSENT_ENDED, N_("consent ended or withdrawn"), NULL, false,
	    true, SP_HELPS_NOTHING },
	{ SP_LIMIT_CONSENT_MISSING, N_("no consent on record"), NULL, false,
	    true, SP_HELPS_NOTHING },
	{ SP_LIMIT_STATUS, N_("status %s"), NULL, true, true,
	    SP_HELPS_NOTHING },
	{ SP_LIMIT_TOO_MUCH, N_("says it is too much now"), NULL, true, true,
	    SP_HELPS_NOTHING },
	{ SP_LIMIT_NOTHING_NEW, N_("takes nothing new now"), NULL, true, true,
	    SP_HELPS_NOTHING },
	{ SP_LIMIT_NOT_BEFORE, N_("not before %s"), NULL, true, true,
	    SP_HELPS_ASK_LATER },
	{ SP_LIMIT_WEEKDAY, N_("can on %s, not on %s"), NULL, true, true,
	    SP_HELPS_WORK_LATER },
	{ SP_LIMIT_ASKS, N_("%s asks in 30 days (max %s)"),
	    N_("%s ask in 30 days (max %s)"), true, false, SP_HELPS_ASK_LATER },
	{ SP_LIMIT_HEAVY,
	    N_("%s asks in 30 days, and this one counts double (max %s)"),
	    N_("%s ask in 30 days, and this one counts double (max %s)"), true,
	    false, SP_HELPS_ASK_LATER },
	{ SP_LIMIT_REST, N_("works on %s; days of rest around it: %s"), NULL,
	    true, false, SP_HELPS_WORK_LATER },
	{ SP_LIMIT_CAPACITY,
	    N_("%s of %s hours are taken that week, and this is %s more"),
	    N_("%s of %s hours are taken that week"), true, true,
	    SP_HELPS_WORK_LATER },
	{ SP_LIMIT_CONTRACT,
	    N_("%s of %s hours of the contract are taken that week, and this "
	       "is %s more"),
	    N_("%s of %s hours of the contract are taken that week"), true,
	    false, SP_HELPS_WORK_LATER },
};

static int
monday(int day)
{
	return day - sp_date_weekday(day);
}

static void
add_ask(struct sp_load *load, const struct sp_load_days *days,
    const struct sp_taken *taken)
{
	int ago = days->asked - taken->asked;

	if (ago >= 0 && ago < WINDOW)
		load->asks += taken->weight;
	if (taken->work < days->work &&
	    taken->work >= days->work - SP_NEAR_DAYS &&
	    taken->work > load->before)
		load->before = taken->work;
	if (taken->work > days->work &&
	    taken->work <= days->work + SP_NEAR_DAYS &&
	    (load->after == SP_NO_DAY || taken->work < load->after))
		load->after = taken->work;
}

static void
add_contract(struct sp_load *load, const struct sp_load_days *days,
    const struct sp_taken *taken)
{
	if (taken->asked > days->work ||
	    (taken->work != SP_NO_DAY && taken->work < days->work))
		return;
	if (load->contract < 0)
		load->contract = 0;
	load->contract += taken->hours;
}

void
sp_load_add(struct sp_load *load, const struct sp_load_days *days,
    const struct sp_taken *taken)
{
	if (taken->by == SP_TAKEN_CONTRACT) {
		add_contract(load, days, taken);
		return;
	}
	if (taken->by == SP_TAKEN_ASK)
		add_ask(load, days, taken);
	if (monday(taken->work) == monday(days->work))
		load->hours_week += taken->hours;
}

/* Asks of the 30 days that end with a day. */
static int
asks_until(int day, const struct sp_taken *taken, size_t n)
{
	int asks = 0;

	for (size_t i = 0; i < n; i++)
		if (taken[i].by == SP_TAKEN_ASK && taken[i].asked <= day &&
		    day - taken[i].asked < WINDOW)
			asks += taken[i].weight;
	return asks;
}

void
sp_load_of(struct sp_load *load, const struct sp_load_days *days,
    const struct sp_taken *taken, size_t n)
{
	*load = sp_no_load;
	for (size_t i = 0; i < n; i++)
		sp_load_add(load, days, &taken[i]);
	for (size_t i = 0; i < n; i++) {
		int later = taken[i].asked - days->asked;
		int asks = 0;
		if (taken[i].by == SP_TAKEN_ASK && later > 0 && later < WINDOW)
			asks = asks_until(taken[i].asked, taken, n);
		if (asks > load->asks)
			load->asks = asks;
	}
}

/* 2, 2.5 or 0.25. */
static void
put_hours(char figure[32], int hours)
{
	int n = snprintf(figure, 32, "%d.%02d", hours / 100, hours % 100);

	while (figure[n - 1] == '0')
		figure[--n] = '\0';
	if (figure[n - 1] == '.')
		figure[n - 1] = '\0';
}

struct looking {
	const struct sp_guard_rules *rules;
	const struct sp_guarded *person;
	const struct sp_asking *asking;
	const struct sp_load *load;
	struct sp_hit *hit;
};

static bool
is(const char *text, const char *code)
{
	return text != NULL && strcmp(text, code) == 0;
}

static bool
wrong_status(const struct looking *l)
{
	if (is(l->person->status, "actief") ||
	    (l->asking->offer && is(l->person->status, "kandidaat")))
		return false;
	snprintf(l->hit->figures[0], sizeof(l->hit->figures[0]), "%s",
	    l->person->status == NULL ? "" : l->person->status);
	return true;
}

static bool
too_early(const struct looking *l)
{
	int day = l->person->not_before;

	if (day == SP_NO_DAY || day <= l->asking->days.asked)
		return false;
	sp_date_format(day, l->hit->figures[0]);
	return true;
}

static void
add_word(void *context, const char *word, size_t length)
{
	struct sp_text *text = context;

	if (text->length > 0)
		sp_text_add(text, ", ");
	sp_text_addn(text, word, length);
}

/* Only a day that was named is held against her days. */
static bool
wrong_day(const struct looking *l)
{
	static const char *const names[] = { "ma", "di", "wo", "do", "vr", "za",
		"zo" };
	struct sp_text days = { 0 };
	const char *name;

	if (!l->asking->work_known || l->person->dagen == NULL ||
	    *l->person->dagen == '\0')
		return false;
	name = names[sp_date_weekday(l->asking->days.work)];
	if (sp_list_has(l->person->dagen, name, NULL))
		return false;
	sp_list_words(l->person->dagen, false, add_word, &days);
	snprintf(l->hit->figures[0], sizeof(l->hit->figures[0]), "%s", days.s);
	snprintf(l->hit->figures[1], sizeof(l->hit->figures[1]), "%s", name);
	sp_text_free(&days);
	return true;
}

static bool
too_often(const struct looking *l, int weight)
{
	if (l->load->asks + weight <= l->rules->asks)
		return false;
	l->hit->other = l->load->asks == 1;
	snprintf(l->hit->figures[0], sizeof(l->hit->figures[0]), "%d",
	    l->load->asks);
	snprintf(l->hit->figures[1], sizeof(l->hit->figures[1]), "%d",
	    l->rules->asks);
	return true;
}

static bool
near_work(const struct looking *l)
{
	int day = l->asking->days.work, near = SP_NO_DAY;

	if (l->load->before != SP_NO_DAY &&
	    day - l->load->before <= l->rules->rest)
		near = l->load->before;
	else if (l->load->after != SP_NO_DAY &&
		 l->load->after - day <= l->rules->rest)
		near = l->load->after;
	if (near == SP_NO_DAY)
		return false;
	sp_date_format(near, l->hit->figures[0]);
	snprintf(l->hit->figures[1], sizeof(l->hit->figures[1]), "%d",
	    l->rules->rest);
	return true;
}

/* Work of which the hours are not known takes some, if only the least. Work
 * that is offered is for many weeks: what she has this week is not held against
 * it, but that it takes more than she can give in any. */
static bool
too_long(const struct looking *l, int most)
{
	int hours = l->asking->hours;
	int taken = l->asking->offer ? 0 : l->load->hours_week;

	if (most < 0 || (l->asking->offer && hours == 0) ||
	    taken + (hours > 0 ? hours : 1) <= most)
		return false;
	l->hit->other = hours == 0;
	put_hours(l->hit->figures[0], taken);
	put_hours(l->hit->figures[1], most);
	put_hours(l->hit->figures[2], hours);
	return true;
}

static bool
is_hit(enum sp_limit limit, const struct looking *l)
{
	l->hit->other = false;
	switch (limit) {
	case SP_LIMIT_STOPPED: return is(l->person->status, "gestopt");
	case SP_LIMIT_CONSENT_ENDED:
		return l->person->approach == SP_APPROACH_ENDED;
	case SP_LIMIT_CONSENT_MISSING:
		return l->person->approach == SP_APPROACH_UNKNOWN &&
		       l->rules->ground_needed;
	case SP_LIMIT_STATUS: return wrong_status(l);
	case SP_LIMIT_TOO_MUCH: return is(l->person->stand, "te_veel");
	case SP_LIMIT_NOTHING_NEW:
		return is(l->person->stand, "alleen_bestaand") &&
		       !l->asking->existing;
	case SP_LIMIT_NOT_BEFORE: return too_early(l);
	case SP_LIMIT_WEEKDAY: return wrong_day(l);
	case SP_LIMIT_ASKS: return too_often(l, 1);
	case SP_LIMIT_HEAVY: return l->asking->heavy && too_often(l, 2);
	case SP_LIMIT_REST: return near_work(l);
	case SP_LIMIT_CAPACITY: return too_long(l, l->person->capacity);
	case SP_LIMIT_CONTRACT: return too_long(l, l->load->contract);
	case SP_LIMITS: break;
	}
	return false;
}

bool
sp_guard(const struct sp_guard_rules *rules, const struct sp_guarded *person,
    const struct sp_asking *asking, const struct sp_load *load,
    struct sp_hit *hit)
{
	struct looking looking = { rules, person, asking, load, hit };

	for (size_t i = 0; i < SP_LIMITS; i++) {
		hit->limit = sp_limits[i].limit;
		if ((sp_limits[i].of_offers || !asking->offer) &&
		    is_hit(hit->limit, &looking))
			return true;
	}
	return false;
}

bool
sp_guard_rests(const struct sp_guard_rules *rules,
    const struct sp_guarded *person, int day)
{
	static const enum sp_limit limits[] = { SP_LIMIT_CONSENT_ENDED,
		SP_LIMIT_CONSENT_MISSING, SP_LIMIT_TOO_MUCH,
		SP_LIMIT_NOT_BEFORE };
	struct sp_asking asking = { .days = { day, day } };
	struct sp_hit hit;
	struct looking looking = { rules, person, &asking, &sp_no_load, &hit };

	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		if (is_hit(limits[i], &looking))
			return true;
	return false;
}

void
sp_hit_say(const struct sp_hit *hit, struct sp_text *out)
{
	const struct sp_limit_row *row = &sp_limits[hit->limit];

	sp_text_addf(out,
	    _(hit->other && row->other != NULL ? row->other : row->sentence),
	    hit->figures[0], hit->figures[1], hit->figures[2]);
}

int
sp_guard_possible(const struct sp_guard_rules *rules,
    const struct sp_guarded *person, const struct sp_asking *asking,
    const struct sp_taken *taken, size_t n, enum sp_limit limit)
{
	struct sp_asking later = *asking;
	bool ask = sp_limits[limit].helps == SP_HELPS_ASK_LATER;

	if (sp_limits[limit].helps == SP_HELPS_NOTHING)
		return SP_NO_DAY;
	later.work_known = asking->work_known || !ask;
	for (int day = 1; day <= LATEST; day++) {
		struct sp_load load;
		struct sp_hit hit = { .limit = limit };
		if (ask)
			later.days.asked = asking->days.asked + day;
		later.days.work = asking->days.work + (ask ? 0 : day);
		if (later.days.work < later.days.asked)
			later.days.work = later.days.asked;
		sp_load_of(&load, &later.days, taken, n);
		if (!sp_guard(rules, person, &later, &load, &hit))
			return ask ? later.days.asked : later.days.work;
	}
	return SP_NO_DAY;
}
