/* likeness - two signals: a score that can be retold, and a verdict */
#include "sp/likeness.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>

const struct sp_likeness_limits sp_likeness_defaults = {
	.weights = {
		[SP_LIKE_TEXT] = 50,
		[SP_LIKE_AREA] = 20,
		[SP_LIKE_DOMAIN] = 20,
		[SP_LIKE_TIME] = 10,
	},
	.same_text = 600,
	.recurring_text = 300,
	.near_area = 500,
	.same_days = 30,
	.recurring_days = 365,
};

/* What is met of the known grounds, and what could be. */
static void
weigh(const int met[SP_LIKE_GROUNDS], const int weights[SP_LIKE_GROUNDS],
    int64_t *sum, int64_t *all)
{
	*sum = *all = 0;
	for (int g = 0; g < SP_LIKE_GROUNDS; g++) {
		if (met[g] < 0)
			continue;
		*sum += (int64_t)weights[g] * met[g];
		*all += weights[g];
	}
}

static int
score(const int met[SP_LIKE_GROUNDS], const int weights[SP_LIKE_GROUNDS])
{
	int64_t sum, all;

	weigh(met, weights, &sum, &all);
	return all == 0 ? 0 : (int)(sum / all);
}

static long
days_between(const struct sp_two_signals *two)
{
	return two->days == LONG_MIN ? LONG_MAX : labs(two->days);
}

/* The text from which on they are alike at all. */
static int
least_text(const struct sp_two_signals *two,
    const struct sp_likeness_limits *limits)
{
	bool near = two->area >= limits->near_area;
	bool far = two->area >= 0 && !near;

	if (far || days_between(two) > limits->recurring_days)
		return SP_LIKENESS_NEVER;
	return near && two->domain == 1 &&
		       limits->recurring_text < limits->same_text
		   ? limits->recurring_text
		   : limits->same_text;
}

static enum sp_likeness_verdict
verdict(const struct sp_two_signals *two,
    const struct sp_likeness_limits *limits)
{
	if (two->text < least_text(two, limits))
		return SP_LIKE_NOT;
	return two->text >= limits->same_text &&
		       days_between(two) <= limits->same_days
		   ? SP_LIKE_SAME
		   : SP_LIKE_RECURRING;
}

struct sp_likeness
sp_likeness(const struct sp_two_signals *two,
    const struct sp_likeness_limits *limits)
{
	long days = days_between(two);
	long most = limits->recurring_days;
	struct sp_likeness likeness = {
		.met = {
			[SP_LIKE_TEXT] = two->text,
			[SP_LIKE_AREA] = two->area,
			[SP_LIKE_DOMAIN] =
			    two->domain < 0 ? -1 : 1000 * two->domain,
			[SP_LIKE_TIME] = days >= most
			    ? 0 : (int)(1000 * (most - days) / most),
		},
		.reasons = {
			[SP_LIKE_TEXT] = two->text >= limits->recurring_text,
			[SP_LIKE_AREA] = two->area >= limits->near_area,
			[SP_LIKE_DOMAIN] = two->domain == 1,
			[SP_LIKE_TIME] = days <= limits->same_days,
		},
		.verdict = verdict(two, limits),
	};

	likeness.score = score(likeness.met, limits->weights);
	return likeness;
}

int
sp_likeness_needs(const struct sp_two_signals *two,
    const struct sp_likeness_limits *limits, int least)
{
	struct sp_two_signals bare = *two;
	struct sp_likeness likeness;
	int64_t weight = limits->weights[SP_LIKE_TEXT];
	int64_t needs = least_text(two, limits), sum, all, missing;

	bare.text = 0;
	likeness = sp_likeness(&bare, limits);
	weigh(likeness.met, limits->weights, &sum, &all);
	/* what is rounded down must be reached in full */
	missing = least * all - sum;
	if (needs > 1000 || (least > 0 && all == 0) ||
	    (missing > 0 && weight == 0))
		return SP_LIKENESS_NEVER;
	if (missing > needs * weight)
		needs = (missing + weight - 1) / weight;
	return needs > 1000 ? SP_LIKENESS_NEVER : (int)needs;
}
