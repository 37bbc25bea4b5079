/* loops - answers on their way back to residents, and how the way went */
#ifndef SP_RECORDS_LOOPS_H
#define SP_RECORDS_LOOPS_H

#include "sp/store.h"

enum sp_loops_question {
	/* Answers that a key person ($1, or NULL: all) has to bring back, those
	 * of an original for its duplicates too: id via_persoon soort domein
	 * gebied gemeld_op aantal tekst gevoelig antwoord uitkomst org (who
	 * answered) lus_voor. */
	SP_LOOPS_WAITING,
	/* The rounds of signal $1, first one first: teruggekoppeld_op oordeel
	 * gezien_gehoord. */
	SP_LOOPS_ROUNDS,
	/* Areas that signals came from: gebied, the last gemeld_op, how many.
	 */
	SP_LOOPS_AREAS,
	/* Every area: id ouder. */
	SP_LOOPS_TREE,
	/* The areas of every active person, as a list of ids. */
	SP_LOOPS_AT_HOME,
	/* Long contacts that run on day $1, by the step of that day: trede, how
	 * many. Before the first that is known of stands contact, with which
	 * each begins. */
	SP_LOOPS_LADDER,
	/* Activities on the days $1 to $2, by sort, of which the name begins
	 * with koppeling: sort, how many. */
	SP_LOOPS_LINKS,
	/* Since when long contact $1 stood on the step it left last, or NULL.
	 */
	SP_LOOPS_LEFT,
	SP_LOOPS_QUESTIONS
};

/* The statement, for the caller to bind, step and close; NULL and *err. */
struct sp_query *sp_loops_ask(struct sp_store *store,
    enum sp_loops_question question, struct sp_error *err);

#endif
