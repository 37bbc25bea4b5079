/* trail - the rows that a change leaves in the log, in its transaction */
#ifndef SP_ACTS_TRAIL_H
#define SP_ACTS_TRAIL_H

#include "sp/kinds.h"
#include "sp/session.h"
#include "sp/store.h"

/* Borrows all three. */
struct sp_trail;
struct sp_trail *sp_trail_open(struct sp_store *store,
    struct sp_session *session, const char *kantoor);
void sp_trail_close(struct sp_trail *trail); /* NULL is allowed */

/* One row: n records of a kind were added; id is that of a single one, else
 * 0. */
int sp_trail_added(struct sp_trail *trail, const struct sp_kind *kind,
    int64_t id, int64_t n, struct sp_error *err);

/* A record's changed columns: those of now that are not absent. Each column
 * a row, or one row with all names between `|`; old and new values only of
 * open columns (DECISIONS 32). */
int sp_trail_change(struct sp_trail *trail, const struct sp_kind *kind,
    int64_t id, const struct sp_value *before, const struct sp_value *now,
    bool each, struct sp_error *err);

/* One step on a record, by a verb: several fields in one row, each with what
 * it was and became, "|" between. Empty fields: nothing was changed but
 * something was done (a message). day: when it was done; why: NULL for none. */
struct sp_trail_told {
	const char *verb, *day, *fields, *before, *after, *why;
};
int sp_trail_step(struct sp_trail *trail, const struct sp_kind *kind,
    int64_t id, const struct sp_trail_told *told, struct sp_error *err);

/* From here on rows are put on the log behind the caller's back, as
 * sp_records_insert_behind says. */
int sp_trail_behind(struct sp_trail *trail, struct sp_error *err);

/* For a run that tells much: the log's indexes come back with
 * sp_store_make_indexes. */
int sp_trail_index_late(struct sp_trail *trail, struct sp_error *err);

/* The office that made this store: a copy to free, or NULL and *err. */
char *sp_office(struct sp_store *store, struct sp_error *err);

#endif
