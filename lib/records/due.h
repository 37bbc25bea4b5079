/* due - what falls due, as const statements; a new clock is a row */
#ifndef SP_RECORDS_DUE_H
#define SP_RECORDS_DUE_H

#include "sp/store.h"

/* A statement of $1 today, $2 the horizon (both days), $3 who acts, that
 * gives id, day and person (id or NULL). */
struct sp_due_clock {
	const char *kind, *what; /* N_() */
	const char *sql;
};
extern const struct sp_due_clock sp_due_clocks[];
extern const size_t sp_due_clocks_n;

#endif
