/* history - handled rows of a logbook, each replayed by its own dates */
#ifndef SP_HISTORY_H
#define SP_HISTORY_H

#include "sp/add.h"
#include "sp/kinds.h"
#include "sp/session.h"
#include "sp/store.h"

struct sp_history;

/* What a row may hold: the fields of a signal that people fill in, and what
 * was done to it: org verwezen_op geaccepteerd_op antwoord uitkomst
 * afgehandeld_op teruggekoppeld_op wijze oordeel toelichting bevestigd_op.
 * Written to *fields, whose columns are columns[SP_KIND_COLUMNS]. */
void sp_history_fields(struct sp_column *columns, struct sp_kind *fields);

/* Borrows store and session until close; begins the transaction. */
struct sp_history *sp_history_open(struct sp_store *store,
    struct sp_session *session, struct sp_error *err);

/* Adds the signal of a row, or finds it by its bron_id, and takes the steps of
 * the row that were not taken yet, each on its own day, as sp-signal would:
 * row[] as the door left it, changed on the way. With org the rules are not
 * asked. -1 *err "field: what": nothing of the row is kept. */
int sp_history_row(struct sp_history *history, struct sp_value *row,
    struct sp_error *err);

/* A signal counts as changed when a step was taken. */
const struct sp_tally *sp_history_tally(const struct sp_history *history);
int sp_history_keep(struct sp_history *history, struct sp_error *err);
void sp_history_close(struct sp_history *history); /* rolls back what was not
						      kept; NULL is allowed */

#endif
