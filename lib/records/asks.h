/* asks - what key persons carry: asks that count, logged hours, contracts; and
 * what there is to know before one is asked */
#ifndef SP_RECORDS_ASKS_H
#define SP_RECORDS_ASKS_H

#include "sp/store.h"

/* An ask counts when it is gevraagd, toegezegd, gedaan or niet_doorgegaan: she
 * kept time for it. One that is only a draft, was refused or cancelled never
 * does. Columns of the first two, one row a thing: persoon, what it is (0 an
 * ask, 1 logged hours without an ask, 2 a contract), day of the ask or first
 * day, day of the work (NULL: the same) or last day (NULL: none), hours in
 * hundredths (NULL: not known), weight. */
enum sp_asks_question {
	/* Of everybody: asks from day $1 on, or for work from then on; hours
	 * logged from then on; contracts that did not end before day $2. */
	SP_ASKS_CARRIED,
	/* Of person $1: asks from day $2 on, or for work from then on; hours
	 * logged from then on; all contracts. */
	SP_ASKS_CARRIED_BY,
	/* One row when person $1 worked from day $2 to $3 for organisation $4,
	 * project $5 or signal $6 (NULL: none). */
	SP_ASKS_WORKED_FOR,
	/* The persons who worked from day $1 to $2 for organisation $3, project
	 * $4 or signal $5, by id. */
	SP_ASKS_WORKERS,
	/* One row when person $1 was given something by organisation $2, was
	 * asked something by it, until day $3. */
	SP_ASKS_GIVEN,
	SP_ASKS_ASKED_BY,
	/* The organisation other than $4 that asked person $1 something last,
	 * from day $2 to $3. */
	SP_ASKS_OTHERS,
	/* How many asks person $1 had from day $2 to $3: one row. */
	SP_ASKS_COUNT,
	/* All profiles: name, tasks, and whether person $1 has a contract as
	 * that on day $2. */
	SP_ASKS_PROFILES,
	/* Of everybody, by person: the day of each ask that counts, whenever,
	 * and whether it came to something (NULL: not told). */
	SP_ASKS_PAST,
	/* The persons who were asked because of signal $1, and have yet to
	 * answer or to do it. */
	SP_ASKS_OPEN,
	SP_ASKS_QUESTIONS
};

/* The statement, for the caller to bind, step and close; NULL and *err. */
struct sp_query *sp_asks_ask(struct sp_store *store,
    enum sp_asks_question question, struct sp_error *err);

#endif
