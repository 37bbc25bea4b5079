/* due - what falls due, as const statements; a new clock is a row */
#ifndef SP_RECORDS_DUE_H
#define SP_RECORDS_DUE_H

#include <stdbool.h>

#include "sp/store.h"

/* A statement of $1 the first day to look at for what is over once its day has
 * passed, $2 the last day to look at, $3 who acts, each mentioned in that
 * order, that gives record (id), day and person (id or NULL). With a setting, a
 * number of days, what the statement finds falls due so many days later: $2 is
 * then so many days earlier, and day is moved on. With `within` what fell due
 * longer ago than so many days is history, of which nobody is reminded: $1 is
 * the day from which it is not.
 *
 * What hangs on a signal has a clock. Its statement calls the signal s, ends in
 * a condition that more may be added to, takes NULL for $3 to mean everybody,
 * and gives after those three: the signal, the organisation and the person
 * (ids or NULL) who must act, the signal's domains, the day on which the signal
 * was reported or, of an action or a promise, on which that began, and the
 * person who brought the signal. Clocks that follow each other share a
 * statement, which then gives the days of the others after that: NULL, or later
 * than $2, where such a clock does not run or is not asked for. */
enum sp_due_field {
	SP_DUE_RECORD,
	SP_DUE_DAY,
	SP_DUE_PERSON,
	SP_DUE_SIGNAL,
	SP_DUE_ORG,
	SP_DUE_ACTS,
	SP_DUE_DOMAINS,
	SP_DUE_SINCE,
	SP_DUE_VIA
};
struct sp_due_clock {
	const char *kind, *what; /* N_() */
	const char *clock;	 /* aannemen; NULL: of no signal */
	bool offered;		 /* a chance for people, not a duty */
	bool apart;	     /* with a clock, and of no signal all the same */
	bool key_person;     /* who brought the signal must act */
	int more;	     /* its day: 0 the first, else of the others */
	const char *setting; /* or NULL */
	int within;	     /* days; 0: for ever */
	const char *sql;
};
extern const struct sp_due_clock sp_due_clocks[];
extern const size_t sp_due_clocks_n;

/* How many clocks from the first on share its statement. */
size_t sp_due_together(size_t first);
/* The day of a clock in the row its statement stands at, or NULL. */
const char *sp_due_day(const struct sp_due_clock *clock,
    const struct sp_query *query);

#endif
