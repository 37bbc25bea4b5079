/* behind - rows that a second thread puts into the store while the first makes
 * the next ones */
#ifndef SP_STORE_BEHIND_H
#define SP_STORE_BEHIND_H

#include <stddef.h>

#include "sp/value.h"

/* put puts rows in, each of n values, one after the other in values; what is
 * that of sp_behind_add. It returns 0, or a code that says why not; after that
 * it is not called again. It is called by one thread at a time; rows of one
 * what are in their order, rows of several are not. The second thread comes
 * with the first full batch; when there can be none, the caller's puts all in.
 */
struct sp_behind;
struct sp_behind *sp_behind_open(int (
    *put)(void *what, const struct sp_value *values, size_t n, size_t rows));
void sp_behind_close(struct sp_behind *behind); /* drops; NULL is allowed */

/* Takes a copy of a row; n is the same for every row of a what. 0, or the code
 * of some row before it. */
int sp_behind_add(struct sp_behind *behind, void *what,
    const struct sp_value *values, size_t n);
/* All rows are in, and the thread is at rest until more are added: 0, or the
 * first code. Quick when it is at rest already. Before this, what is put in
 * with is not to be touched. */
int sp_behind_settle(struct sp_behind *behind);
/* The thread is at rest; rows that are not in yet and the code are forgotten.
 */
void sp_behind_drop(struct sp_behind *behind);

#endif
