/* register - what happens to a signal when it is added or its subject changes
 */
#ifndef SP_ACTS_REGISTER_H
#define SP_ACTS_REGISTER_H

#include "sp/mem.h"
#include "sp/session.h"
#include "sp/store.h"

/* Inside the caller's transaction; borrows both. many: rows of a file. */
struct sp_register;
struct sp_register *sp_register_open(struct sp_store *store,
    struct sp_session *session, bool many, struct sp_error *err);
void sp_register_close(struct sp_register *signals); /* NULL is allowed */

/* Whether rules send the signals from now on: they do at first, if there are
 * any. */
void sp_register_rules(struct sp_register *signals, bool asked);

bool sp_register_ruled(const struct sp_register *signals);

/* Sets the clocks and the loop of a new signal in its row; texts are valid
 * until the next call. SP_REFUSED: a rule fits that would send it nowhere. */
int sp_register_start(struct sp_register *signals, struct sp_value *row,
    struct sp_error *err);
/* Then, just before it is stored: sends the signal by the first rule that fits,
 * if one does, in its row; and after, with the referral; notes are appended:
 * the tips about whom it went to. Of many, the trail of the run tells it, and
 * nothing is noted. */
int sp_register_send(struct sp_register *signals, struct sp_value *row,
    struct sp_error *err);
int sp_register_added(struct sp_register *signals, int64_t id,
    struct sp_text *notes, struct sp_error *err);
/* The table of signals was empty: what the load puts beside it is indexed late
 * too. */
int sp_register_late(struct sp_register *signals, struct sp_error *err);
/* Of a change whose columns stand in row (others absent): what it is about or
 * where it plays may send it elsewhere, once, unless somebody chose by hand;
 * the term for handling follows the domain, counted from the report. Notes as
 * of one that was added. */
int sp_register_changed(struct sp_register *signals, int64_t id,
    const struct sp_value *row, struct sp_text *notes, struct sp_error *err);

#endif
