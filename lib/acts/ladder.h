/* ladder - the steps of a long contact: which day, and where it stood before */
#ifndef SP_ACTS_LADDER_H
#define SP_ACTS_LADDER_H

#include "sp/kinds.h"
#include "sp/session.h"
#include "sp/store.h"

/* All of it is about the kind traject; for every other kind sp_ladder_open
 * gives NULL, and NULL does nothing. Borrows all. */
struct sp_ladder;
struct sp_ladder *sp_ladder_open(struct sp_store *store,
    const struct sp_kind *kind, struct sp_session *session,
    const char *kantoor);
void sp_ladder_close(struct sp_ladder *ladder);

/* Whether a new contact's step is not before the contact itself: -1
 * SP_REFUSED. */
int sp_ladder_begins(const struct sp_ladder *ladder, const struct sp_value *row,
    struct sp_error *err);

/* Of record id, as it is known, row holds what changes. A step without a day
 * gets that of today. -1 SP_REFUSED: a day that is not after the step before,
 * or before the contact began. */
int sp_ladder_climbs(struct sp_ladder *ladder, int64_t id,
    const struct sp_value *known, struct sp_value *row, struct sp_error *err);

/* Keeps the step that is left, unless it stood for no day. */
int sp_ladder_keep(struct sp_ladder *ladder, int64_t id,
    const struct sp_value *known, const struct sp_value *row,
    struct sp_error *err);

#endif
