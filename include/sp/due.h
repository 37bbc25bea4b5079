/* due - the clocks of signals that are late */
#ifndef SP_DUE_H
#define SP_DUE_H

#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

enum { SP_DUE_COLUMNS = 9 };

/* Rows of id (of the signal; empty of a long contact), klok, uiterlijk, dagen
 * (late; working days of a working term, else calendar days), drie_keer (the
 * whole term has passed three times over), nr (of the referral, action,
 * promise or contact), org and persoon (who must act), via_persoon. */
extern const struct sp_column sp_due_columns[SP_DUE_COLUMNS];

/* Calls a row for each clock whose last day lies before the session's, by that
 * day, then by id, by clock and by nr; *n is how many. clock: one code of
 * those of klok, or NULL. Pairs are filters of a signal, and klok=a,b. Without
 * either all clocks are looked at but oordeel, nakijken and contact: a chance
 * for people binds nobody. contact, the day from which a long contact may be
 * sought again, takes no filters. names is the language of labels for
 * organisations and persons, or NULL. -1: SP_INPUT. */
int sp_due(struct sp_store *store, const char *clock,
    const struct sp_pair *pairs, size_t pairs_n,
    const struct sp_session *session, const char *names,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err);

#endif
