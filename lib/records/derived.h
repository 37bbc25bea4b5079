/* derived - columns that are no column of the store: what holds of a record on
 * a day */
#ifndef SP_RECORDS_DERIVED_H
#define SP_RECORDS_DERIVED_H

#include "sp/kinds.h"

enum { SP_DERIVED_HANGING = 2 };

/* When it holds, in SQL with $T for the day: own of the record itself (NULL:
 * nothing does), or one of what hangs on it, rows of a table that name the
 * record in a column called as its kind. */
struct sp_derived {
	const char *kind, *column;
	const char *own;
	struct {
		const char *table, *where; /* NULL: no more */
	} hanging[SP_DERIVED_HANGING];
};

/* Of a column with SP_DERIVED. */
const struct sp_derived *sp_derived_find(const struct sp_kind *kind,
    const struct sp_column *column);

#endif
