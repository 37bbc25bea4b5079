/* assign - many needs over many persons of the store at once; nothing is
 * stored until somebody is asked */
#ifndef SP_ASSIGN_H
#define SP_ASSIGN_H

#include "sp/assignment.h"
#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

enum { SP_ASSIGN_COLUMNS = 10, SP_TRADE_OFF_COLUMNS = 8 };

/* What is usual: with a load weight of 250 a person is passed over who was
 * asked once more than somebody with at most 500 points less. */
enum { SP_ASSIGN_WEIGHT = 250, SP_ASSIGN_CANDIDATES = 50 };

/* What comes out, and what an ask is made of: signaal, persoon, score, domein,
 * gebied, taak, uren, wanneer, zwaar, redenen. */
extern const struct sp_column sp_assign_rows[SP_ASSIGN_COLUMNS];

/* beleid, gewicht, score, geplaatst, hoogste, kwadraten, sd, gini. */
extern const struct sp_column sp_trade_off_rows[SP_TRADE_OFF_COLUMNS];

struct sp_assign_how {
	enum sp_policy policy;
	int64_t load_weight; /* of SP_BALANCE, points */
	size_t candidates;   /* the best so many of each need are looked at */
};

/* How the asks came to lie. Persons are all candidates of any need; their
 * load is what they carry from before in 30 days, and what they get now. */
struct sp_assign_figures {
	int64_t asks, placed;
	int64_t score;	     /* of all that is placed */
	int64_t highest;     /* load */
	int64_t squares;     /* load x load over the persons */
	double sd, gini;     /* of the loads */
	int64_t waiting;     /* asks for these signals that are out, and so are
				not wanted again */
	int64_t passed_over; /* needs that did not get the best they could */
	int64_t set_aside;   /* pairs that a person's days or hours forbade
				beside others of hers; 0: there is no
				better assignment */
};

/* Valid until close. */
struct sp_assign_result {
	struct sp_value (*rows)[SP_ASSIGN_COLUMNS];
	size_t rows_n;
	char **unplaced; /* a sentence each: which need, why, what would help */
	size_t unplaced_n;
	struct sp_assign_figures figures;
};

struct sp_assign;

/* Borrows all. */
struct sp_assign *sp_assign_open(struct sp_store *store,
    const struct sp_session *session, const struct sp_assign_how *how);

/* The columns of a row of needs: those of find. Valid until close. */
const struct sp_column *sp_assign_takes(const struct sp_assign *assign,
    size_t *n);

/* A field that rows have which do not say it themselves. -1 *err. */
int sp_assign_fill(struct sp_assign *assign, const struct sp_pair *pair,
    struct sp_error *err);

/* One need, of one person when it does not say of how many. Who was asked
 * because of its signal, and has yet to answer or to do it, counts as one of
 * the persons, and is not asked again. -1 *err. */
int sp_assign_add(struct sp_assign *assign, const struct sp_value *row,
    struct sp_error *err);

/* Shares all needs out: hard filters, capacities in asks and hours and days of
 * rest are kept, most asks are placed, then the policy decides
 * (sp/assignment.h). A need that could not be placed among its candidates is
 * given more of them. Rows are in the order of signals and needs, the best
 * first; the same needs in any order give the same. Call it once. -1 *err. */
int sp_assign_solve(struct sp_assign *assign, struct sp_assign_result *result,
    struct sp_error *err);

/* In stead of sp_assign_solve: the same needs and candidates by each policy,
 * and by a ladder of load weights. */
int sp_assign_trade_off(struct sp_assign *assign,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err);

void sp_assign_close(struct sp_assign *assign); /* NULL is allowed */

#endif
