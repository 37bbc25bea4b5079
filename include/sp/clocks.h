/* clocks - the terms of a signal's life, and when each of them ends */
#ifndef SP_CLOCKS_H
#define SP_CLOCKS_H

#include <stdbool.h>
#include <stddef.h>

#include "sp/date.h"

enum sp_clock {
	SP_CLOCK_ACKNOWLEDGE, /* from the report: a first message */
	SP_CLOCK_ROUTE,	      /* from the report: a desk */
	SP_CLOCK_ACCEPT,      /* from sending: the desk says yes or no */
	SP_CLOCK_CARRY_OUT,   /* from accepting: ask after it */
	SP_CLOCK_HANDLE,      /* from the report: an answer */
	SP_CLOCK_PROGRESS,    /* from the last message: the next */
	SP_CLOCK_REACTION,    /* from asking: what the key person says */
	SP_CLOCK_TELL,	      /* from handing back: told to residents */
	SP_CLOCK_JUDGE,	      /* from telling: what they thought of it */
	SP_CLOCK_CHECK,	      /* from telling: does it hold */
	SP_CLOCKS
};

/* The term that holds when none is on record, and the one a new store begins
 * with. Source: DOMAIN 3b. */
struct sp_clock_default {
	const char *code; /* of sp-formats(5), list klok */
	int days;
	bool working;
};
extern const struct sp_clock_default sp_clock_defaults[SP_CLOCKS];

/* A term on record. Texts are borrowed. */
struct sp_term {
	enum sp_clock clock;
	const char *domain; /* NULL: every domain that has none of its own */
	int days;	    /* 1 or more */
	bool working;
	const char *from; /* for reports from this day on; NULL: all */
};

/* The clock of a code; -1 when there is none. */
int sp_clock_find(const char *code);

/* The last day of a clock that starts on start, for a signal of domains
 * (`a|b`, NULL: none) reported on reported: by the newest term that was valid
 * on that day, of its domain before one of no domain; of several domains the
 * one that ends first. times: 1, or 3 for the day on which a term has passed
 * three times over. Days ISO. */
void sp_clock_end(enum sp_clock clock, const struct sp_term *terms, size_t n,
    const char *domains, const char *reported, const char *start, int times,
    bool lustrum, char end[SP_DATE_SIZE]);

/* How late something is on a day after its last one. */
struct sp_lateness {
	long days;   /* past the last day */
	bool thrice; /* the whole term has passed three times over */
};

/* Of a clock that ended on end, as sp_clock_end gave it once: by the term that
 * holds for it now. A working term counts working days, of which a weekend
 * after its last day has none, any other calendar days. Three times over is
 * the day that times 3 gives from the start: as end lies one term after it,
 * that is two terms on. today lies after end. */
void sp_clock_late(enum sp_clock clock, const struct sp_term *terms, size_t n,
    const char *domains, const char *reported, const char *end,
    const char *today, bool lustrum, struct sp_lateness *late);

/* Of what somebody was to do from one day to another: in calendar days. */
void sp_day_late(const char *start, const char *end, const char *today,
    struct sp_lateness *late);

#endif
