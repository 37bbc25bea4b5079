/* stakeholders - who is concerned with a project, and who is missing */
#ifndef SP_ACTS_STAKEHOLDERS_H
#define SP_ACTS_STAKEHOLDERS_H

#include "sp/mem.h"
#include "sp/session.h"
#include "sp/store.h"

/* Appends a line for everybody with a tie soort=belang to the project: who,
 * and since when she or it takes part, or that this is still to come. Nothing
 * when there is nobody. -1: *err. */
int sp_stakeholders(struct sp_store *store, int64_t project,
    const struct sp_session *session, struct sp_text *out,
    struct sp_error *err);

#endif
