/* check - how much a store holds, and whether it hangs together */
#ifndef SP_CHECK_H
#define SP_CHECK_H

#include "sp/kinds.h"
#include "sp/store.h"

/* How many records of a kind there are. */
int sp_count(struct sp_store *store, const struct sp_kind *kind, int64_t *count,
    struct sp_error *err);

/* Looks for damage: what sp_store_check finds, and, where that finds nothing,
 * records that a list or link names and that are not there, and summaries of
 * signals that their records do not bear out. Calls told for each finding;
 * returns their number, or -1. */
int sp_check(struct sp_store *store, bool full,
    void (*told)(void *context, const char *finding), void *context,
    struct sp_error *err);

#endif
