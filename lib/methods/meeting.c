/* meeting - scales, points, and the order of whom to meet */
#include "sp/meeting.h"

#include <stdlib.h>
#include <string.h>

#include "sp/ticket.h"

/* Steps, the last of which holds for all above; or all of it at `full`. */
static const struct {
	int steps[4], n, full;
} scales[SP_MEETS] = {
	[SP_MEET_SOURCES] = { { 0, 300, 700, 1000 }, 4, 0 },
	[SP_MEET_DOMAIN] = { { 1000, 400, 0 }, 3, 0 },
	[SP_MEET_LANGUAGE] = { { 1000, 400, 0 }, 3, 0 },
	[SP_MEET_ROLE] = { { 1000, 400, 0 }, 3, 0 },
	[SP_MEET_SIGNALS] = { { 0 }, 0, 5 },
	[SP_MEET_PATH] = { { [SP_PATH_OTHER] = 500,
			       [SP_PATH_NEW] = 1000,
			       [SP_PATH_ASKED] = 400,
			       [SP_PATH_USUAL] = 0 },
	    4, 0 },
	[SP_MEET_WAIT] = { { 0 }, 0, 180 },
};

int
sp_meeting_met(enum sp_meet part, int64_t fact)
{
	int n = scales[part].n, full = scales[part].full;

	if (fact < 0)
		return 0;
	if (n > 0)
		return scales[part].steps[fact < n ? fact : n - 1];
	return fact < full ? (int)(1000 * fact / full) : 1000;
}

static int
compare(const void *left, const void *right)
{
	const struct sp_meeting *a = left, *b = right;
	int64_t waits = a->facts[SP_MEET_WAIT], other = b->facts[SP_MEET_WAIT];

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if (waits != other)
		return waits > other ? -1 : 1;
	return memcmp(a->ticket, b->ticket, sizeof(a->ticket));
}

void
sp_meeting_rank(struct sp_meeting *meetings, size_t n,
    const int weights[SP_MEETS], const char *day)
{
	for (size_t i = 0; i < n; i++) {
		struct sp_meeting *m = &meetings[i];
		m->score = 0;
		for (int part = 0; part < SP_MEETS; part++) {
			int64_t met =
			    sp_meeting_met((enum sp_meet)part, m->facts[part]);
			m->points[part] = (int)(weights[part] * met / 1000);
			m->score += m->points[part];
		}
		sp_ticket("sp-next/1", day, m->uuid, m->ticket);
	}
	if (n > 1)
		qsort(meetings, n, sizeof(*meetings), compare);
}
