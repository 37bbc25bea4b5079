/* giving - what may stand in returns, contracts, hours and vacancies, across
 * columns */
#ifndef SP_ACTS_GIVING_H
#define SP_ACTS_GIVING_H

#include "sp/kinds.h"
#include "sp/session.h"
#include "sp/store.h"

/* The rules of one kind; borrows all. NULL: the kind has none. */
struct sp_giving;
struct sp_giving *sp_giving_open(struct sp_store *store,
    const struct sp_kind *kind, const struct sp_session *session);
void sp_giving_close(struct sp_giving *giving); /* NULL is allowed */

/* Gives what is empty in a row the value of the ask it hangs on: person,
 * organisation, project. known: the record as it was, NULL for a new one. */
int sp_giving_fill(struct sp_giving *giving, const struct sp_value *known,
    struct sp_value *row, struct sp_error *err);
/* Holds the record as it will be (id 0: a new one) to the rules. -1 *err:
 * SP_REFUSED, or SP_INPUT for days in the wrong order. */
int sp_giving_check(struct sp_giving *giving, int64_t id,
    const struct sp_value *whole, struct sp_error *err);

#endif
