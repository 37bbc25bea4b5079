/* add - records into the store: one, or as many rows as a reader gives */
#ifndef SP_ADD_H
#define SP_ADD_H

#include "sp/kinds.h"
#include "sp/rows.h"
#include "sp/session.h"
#include "sp/store.h"

/* What a run did, for the summary. */
struct sp_tally {
	int64_t read, added, changed, unchanged;
};

/* The act of adding to one kind, in one transaction from open to keep. */
struct sp_add;

enum sp_add_how {
	SP_ADD_ROWS = 1,  /* many: the trail is a row for all that was added */
	SP_ADD_FRESH = 2, /* a new record even if another bears its name */
	SP_ADD_TAKEN_BACK = 4, /* rows may be undone: no index is built late */
};

/* Borrows all three until close. how: enum sp_add_how, or'ed. Begins the
 * transaction, and gives a new store what it begins with. */
struct sp_add *sp_add_open(struct sp_store *store, const struct sp_kind *kind,
    struct sp_session *session, unsigned how, struct sp_error *err);

/* Adds a row, or changes the record that its id, uuid or natural key means;
 * row[kind->n] as the door left it (open codes and references as typed), and
 * is changed on the way. *id is the record. -1 *err "field: what": nothing of
 * this row was kept, and the run may go on (SP_INPUT and SP_REFUSED). */
int sp_add_row(struct sp_add *add, struct sp_value *row, int64_t *id,
    struct sp_error *err);

/* The rows that follow come from another input: within one, two rows that mean
 * the same record may not differ; a later one may. */
void sp_add_next_input(struct sp_add *add);

/* Changes the record that `key` means (an id, natural key or unique name). */
int sp_add_change(struct sp_add *add, const char *key, struct sp_value *row,
    int64_t *id, struct sp_error *err);

/* What the user should hear of the row that was added or changed last, a line
 * each, "" when nothing: what reads hard in a standard text; of a signal that
 * came alone, the tips about whom a rule sent it to. After sp_add_keep, what
 * there is to hear of all of them: shares of areas that are more than the
 * whole. */
const char *sp_add_notes(const struct sp_add *add);

/* Whether rules send the signals that are added or changed from now on. */
void sp_add_rules(struct sp_add *add, bool asked);
/* The row that was added or changed last was undone in the store by the
 * caller: the tally is what it was before, and so is the trail. */
void sp_add_undone(struct sp_add *add);

/* Commits, or rolls back on a dry run. */
int sp_add_keep(struct sp_add *add, struct sp_error *err);
const struct sp_tally *sp_add_tally(const struct sp_add *add);
void sp_add_close(struct sp_add *add); /* rolls back what was not kept */

/* Makes what a new store begins with: default codes, terms, standard texts and
 * settings, and its office (kantoor; NULL: a name from the session's uuids),
 * inside the caller's transaction. Does nothing to a store that has them. */
int sp_defaults_add(struct sp_store *store, struct sp_session *session,
    const char *kantoor, struct sp_error *err);
/* The same for a store that began without some of them: adds what is of a key
 * that is not there, and changes nothing. *added is how many records. */
int sp_defaults_renew(struct sp_store *store, struct sp_session *session,
    int64_t *added, struct sp_error *err);

#endif
