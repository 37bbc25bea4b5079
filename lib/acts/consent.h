/* consent - a tie that tells somebody's religion needs their consent */
#ifndef SP_ACTS_CONSENT_H
#define SP_ACTS_CONSENT_H

#include "sp/kinds.h"
#include "sp/session.h"
#include "sp/store.h"

/* Whether a whole row of a kind may be stored: a person (id, 0: a new one) of
 * an organisation, or a tie between two records. -1: SP_REFUSED. Source: AVG
 * article 9; DOMAIN 1i, K-10. */
int sp_consent_check(struct sp_store *store, const struct sp_kind *kind,
    int64_t id, const struct sp_value *row, const struct sp_session *session,
    struct sp_error *err);

#endif
