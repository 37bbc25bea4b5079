/* offer - what there is for people in each area: who does what where */
#ifndef SP_OFFER_H
#define SP_OFFER_H

#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

/* Rows of gebied, soort, id, naam, domein, dubbel. One row for each area a
 * record works in; dubbel is how many others work there on one of the same
 * domains for one of the same groups (none: everybody); of two activities only
 * in the same week, Monday to Sunday. */
extern const struct sp_column sp_offer_columns[6];

/* Calls each row, in the order of area, kind and name; filters are gebied=
 * (with what lies below), domein= and dubbel=ja or nee. names is the language
 * of labels for areas and domains, or NULL. -1: *err. */
int sp_offer(struct sp_store *store, const struct sp_pair *pairs, size_t n,
    const struct sp_session *session, const char *names,
    void (*each)(void *context, const struct sp_value row[6]), void *context,
    struct sp_error *err);

#endif
