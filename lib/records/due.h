/* due - what falls due, as const statements; a new clock is a row */
#ifndef SP_RECORDS_DUE_H
#define SP_RECORDS_DUE_H

#include "sp/store.h"

/* A statement of $1 today, $2 the last day to look at, $3 who acts, each
 * mentioned in that order, that gives id, day and person (id or NULL). With a
 * setting, a number of days, what the statement finds falls due so many days
 * later: $2 is then so many days earlier, and day is moved on. */
struct sp_due_clock {
	const char *kind, *what; /* N_() */
	const char *setting;	 /* or NULL */
	const char *sql;
};
extern const struct sp_due_clock sp_due_clocks[];
extern const size_t sp_due_clocks_n;

#endif
