/* ahead - records that are asked for one by one, in the order of their ids, are
 * read many at a time */
#ifndef SP_RECORDS_AHEAD_H
#define SP_RECORDS_AHEAD_H

#include "records/kinds.h"

/* Borrows all; at[n] are the numbers of the columns that are read. */
struct sp_ahead;
struct sp_ahead *sp_ahead_open(struct sp_store *store,
    const struct sp_kind *kind, const int *at, size_t n);
void sp_ahead_close(struct sp_ahead *ahead); /* NULL is allowed */

/* Those columns of a record into row: 1, 0 there is none, -1 *err. Texts are
 * valid until the next call. The caller may change the record once it has it,
 * and no other: one that is asked for again is read again. */
int sp_ahead_get(struct sp_ahead *ahead, int64_t id, struct sp_value *row,
    struct sp_error *err);

#endif
