/* advice - what somebody should hear who just added a record */
#ifndef SP_ADVICE_H
#define SP_ADVICE_H

#include "sp/kinds.h"
#include "sp/mem.h"
#include "sp/session.h"
#include "sp/store.h"

/* Appends a line for each thing there is to say of the record, inside the
 * transaction that added it or after: that there is more in the same area and
 * week on the same domain, that a signal of talent may become a lead. -1:
 * *err. */
int sp_advise(struct sp_store *store, const struct sp_kind *kind, int64_t id,
    const struct sp_session *session, struct sp_text *out,
    struct sp_error *err);

#endif
