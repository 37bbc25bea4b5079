/* show - one record as a text to read, with what hangs on it */
#ifndef SP_SHOW_H
#define SP_SHOW_H

#include "sp/kinds.h"
#include "sp/mem.h"
#include "sp/session.h"
#include "sp/store.h"

/* Appends the record that key means (an id, natural key or unique name): a
 * line for each field that is filled, then the newest records of other kinds
 * that refer to it. -1: none (SP_NOTHING) or several (SP_INPUT). */
int sp_show(struct sp_store *store, const struct sp_kind *kind, const char *key,
    const struct sp_session *session, struct sp_text *out,
    struct sp_error *err);

#endif
