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

static int
score(const int met[SP_LIKE_GROUNDS], const int weights[SP_LIKE_GROUNDS])
{
	int64_t sum = 0, all = 0;

	for (int g = 0; g < SP_LIKE_GROUNDS; g++) {
		if (met[g] < 0)
			continue;
		sum += (int64_t)weights[g] * met[g];
		all += weights[g];
	}
	return all == 0 ? 0 : (int)(sum / all);
}

static enum sp_likeness_verdict
verdict(const struct sp_two_signals *two, long days,
    const struct sp_likeness_limits *limits)
{
	bool near = two->area >= limits->near_area;
	bool far = two->area >= 0 && !near;

	if (far || days > limits->recurring_days)
		return SP_LIKE_NOT;
	if (two->text >= limits->same_text)
		return days <= limits->same_days ? SP_LIKE_SAME
						 : SP_LIKE_RECURRING;
	return near && two->domain == 1 && two->text >= limits->recurring_text
		   ? SP_LIKE_RECURRING
		   : SP_LIKE_NOT;
}

struct sp_likeness
sp_likeness(const struct sp_two_signals *two,
    const struct sp_likeness_limits *limits)
{
	long days = two->days == LONG_MIN ? LONG_MAX : labs(two->days);
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
		.verdict = verdict(two, days, limits),
	};

	likeness.score = score(likeness.met, limits->weights);
	return likeness;
}
