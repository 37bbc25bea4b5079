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

	/* Of each person, in the order of persons: asks that count as load up
	 * to day $1: persoon datum zwaar uren_begroot, and whether it is still
	 * to be done. */
	SP_GIVING_ASKS = SP_GIVING_RULES,
	/* Hours from $1 to $2 but leave: persoon uren betaald. */
	SP_GIVING_HOURS,
	/* Contracts of so many hours a week that run on any day from $2 to $1:
	 * persoon van tot uren_week. */
	SP_GIVING_CONTRACTS,
	/* Signals on which a clock still runs: via_persoon, how many. */
	SP_GIVING_SIGNALS,
	/* Long contacts that run on day $1: persoon, how many. */
	SP_GIVING_TRAJECTS,

	/* Asks that count, up to day $1: org persoon datum fase toegang
	 * uren_begroot taak, whether it was done, and whether she heard what
	 * came of it. */
	SP_GIVING_ASKED,
	/* Returns up to day $1: van_org aan datum soort bedrag besluit, and
	 * whether she heard of it. */
	SP_GIVING_RETURNS,
	/* Hours from $1 to $2 but leave: org, how many, how many of travel. */
	SP_GIVING_SPENT,
	/* Contracts that run on any day from $2 to $1: werkgever collega. */
	SP_GIVING_EMPLOYED,

	/* Signals that person $1 brought: how many, of how many residents, how
	 * many are answered. */
	SP_GIVING_BROUGHT,
	SP_GIVING_QUESTIONS
};

/* The statement, for the caller to bind, step and close; NULL and *err. */
struct sp_query *sp_giving_ask(struct sp_store *store,
    enum sp_giving_question question, struct sp_error *err);

#endif
