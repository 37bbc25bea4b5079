/* consent - a tie that tells somebody's religion needs their consent */
#ifndef SP_ACTS_CONSENT_H
#define SP_ACTS_CONSENT_H

#include "sp/kinds.h"
#include "sp/session.h"
#include "sp/store.h"

/* Whether a record may be stored that ties a person (id, 0: a new one) to an
 * organisation, or two records to each other: given are the columns that were
 * set, whole is the record with them. -1: SP_REFUSED. Source: AVG article 9;
 * DOMAIN 1i, K-10. */
int sp_consent_check(struct sp_store *store, const struct sp_kind *kind,
    int64_t id, const struct sp_value *given, const struct sp_value *whole,
    const struct sp_session *session, struct sp_error *err);

#endif
