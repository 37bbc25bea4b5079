/* summaries - what is kept twice for speed, against what it was made from */
#ifndef SP_RECORDS_SUMMARIES_H
#define SP_RECORDS_SUMMARIES_H

#include "sp/store.h"

/* Rebuilds with whom each signal is, where its loop is and in which round, and
 * the first of its clocks that run, and calls each for every signal whose
 * column says otherwise. 0, or -1 *err. */
int sp_summaries_check(struct sp_store *store,
    void (*each)(void *context, int64_t signal, const char *column),
    void *context, struct sp_error *err);

#endif
