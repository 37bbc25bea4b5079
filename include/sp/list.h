/* list - the records of a kind that pass filters, row by row */
#ifndef SP_LIST_H
#define SP_LIST_H

#include "sp/kinds.h"
#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"

struct sp_list;

/* Opens the records of a kind that pass every pair (`status=gemeld`,
 * `gebied=Overvecht` with all below it, `tekst~pannen`, `aantal>=3`), in the
 * order of id. A date may be a period (`gemeld_op=2026-10`), a number or date
 * a range `van..tot`; `field=` asks for what is empty and `field!=` for what is
 * not, `field!=x` for all but x, the empty ones too; a derived column is ja or
 * nee on the session's day; the kind's own name stands for the record
 * (`persoon=fatima,3`). Names are resolved; an unknown one is SP_INPUT. names
 * is the language of labels instead of ids and codes, for people, or NULL;
 * derived: derived columns are computed, else they are empty. The caller
 * closes the list before the store. */
struct sp_list *sp_list_open(struct sp_store *store, const struct sp_kind *kind,
    const struct sp_pair *pairs, size_t n, const char *names, bool derived,
    const struct sp_session *session, struct sp_error *err);
/* The next row into row[kind->n]: 1, 0 the end, -1 *err. Texts are valid
 * until the next call. */
int sp_list_next(struct sp_list *list, struct sp_value *row,
    struct sp_error *err);
void sp_list_close(struct sp_list *list); /* NULL is allowed */

/* One record by id, key or unique name, as sp_list_next gives it: a list of
 * one, with its derived columns. NULL and SP_NOTHING when there is none. */
struct sp_list *sp_list_one(struct sp_store *store, const struct sp_kind *kind,
    const char *text, const char *names, const struct sp_session *session,
    struct sp_error *err);
/* The records whose reference in a column (by its naam) is a record's id, in
 * the order of id, without derived columns. */
struct sp_list *sp_list_of(struct sp_store *store, const struct sp_kind *kind,
    const char *column, int64_t id, const char *names,
    const struct sp_session *session, struct sp_error *err);

#endif
