/* giving - static questions about asks, returns, contracts and hours */
#ifndef SP_RECORDS_GIVING_H
#define SP_RECORDS_GIVING_H

#include "sp/store.h"

enum sp_giving_question {
	/* Ask $1: persoon org project. */
	SP_GIVING_ASK,
	/* All hours of person $1 on day $2 but those of record $3. */
	SP_GIVING_DAY,
	/* A contract of person $1, form $2 and employer $3 (0: none) that runs
	 * on any day from $5 to $4, other than $6: id. */
	SP_GIVING_OVERLAP,
	SP_GIVING_RULES, /* so many are asked when a record is kept */

	SP_GIVING_QUESTIONS = SP_GIVING_RULES
};

/* The statement, for the caller to bind, step and close; NULL and *err. */
struct sp_query *sp_giving_ask(struct sp_store *store,
    enum sp_giving_question question, struct sp_error *err);

#endif
