/* terms - of each signal of a period: by when, when, and was it in time */
#ifndef SP_TERMS_H
#define SP_TERMS_H

#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

enum { SP_TERMS_COLUMNS = 16 };

/* Columns of a signal, with nothing of a person, and:
 * afgehandeld_op: the day it was handled or cancelled; of a signal whose
 * handling stood after a request to reopen, the day of its answer;
 * dagen: working days from the report, or the first working day after it, to
 * that day;
 * op_tijd: ja or nee once it is handled, loopt or nee (late already) before;
 * empty when it was cancelled or had no term. */
extern const struct sp_column sp_terms_columns[SP_TERMS_COLUMNS];

/* Calls a row for each signal reported in a period (as sp_period_parse reads
 * it) that passes the filters, by id. names is the language of labels, or NULL.
 * -1: SP_INPUT. */
int sp_terms(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t pairs_n,
    const struct sp_session *session, const char *names,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err);

#endif
