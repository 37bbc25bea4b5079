/* find - whom to ask: filters that can be told, then a ranking */
#ifndef SP_FIND_H
#define SP_FIND_H

#include "sp/kinds.h"
#include "sp/pairs.h"
#include "sp/ranking.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

/* One ground of a score: weight x met / 1000, rounded down, adds to it. */
struct sp_told {
	enum sp_ground ground; /* SP_GROUNDS: about the place as a whole */
	int weight, met, adds;
	char *value; /* what is known, before it became a number */
};

/* A person who is shown; texts are owned by sp_found. */
struct sp_shown {
	int64_t id;
	int score;
	int64_t metres; /* to the nearest area that was asked for; -1: not
			   known */
	char *reasons;	/* what each ground adds to the score */
	struct sp_told told[SP_GROUNDS + 1]; /* explained; else none */
	size_t told_n;
};

/* A person who was left out, and why. */
struct sp_left_out {
	int64_t id;
	char *why; /* one sentence */
};

/* Those of a kind that fit the same need, to look at before anybody is asked
 * something new; none when the need has no domain. */
enum { SP_FIRST_NAMED = 3 };
struct sp_first {
	const char *kind; /* constant */
	size_t n;
	int64_t best[SP_FIRST_NAMED];
};

/* Owned by the caller; sp_found_free. */
struct sp_found {
	const char *kind;	/* of who is shown; constant */
	int64_t signal;		/* of the need; 0: none */
	int64_t vacancy;	/* of the need; 0: none */
	size_t fit;		/* how many fit */
	struct sp_shown *shown; /* best first */
	size_t shown_n;
	bool placed;		  /* somebody's distance is known */
	struct sp_first first[2]; /* of persons: initiatives, organisations */
	struct sp_left_out *left_out; /* in the order of id */
	size_t left_out_n;
};

enum { SP_FIND_USUAL = 10 };

/* Which part of the answer is wanted. */
struct sp_find_how {
	size_t best;  /* so many are shown; SIZE_MAX: all; 0: as many as the
			 need wants (personen), else SP_FIND_USUAL */
	bool explain; /* each score by what it is made of */
	bool why_not; /* who is left out, instead of who is shown */
	const char
	    *kind; /* persoon, or its partners: organisatie, initiatief */
};

/* Fields of a need, for messages; and with those of a signal, which are passed
 * over, the columns of rows: columns has room for 2 * SP_KIND_COLUMNS. */
extern const struct sp_column sp_need_columns[];
size_t sp_need_row_columns(struct sp_column *columns);

/* One store on one day, for one need or many. Borrows both; the persons are
 * read when the first need is right. */
struct sp_finding;
struct sp_finding *sp_find_open(struct sp_store *store,
    const struct sp_session *session);
void sp_find_close(struct sp_finding *finding); /* NULL is allowed */

/* Ranks all key persons (or organisations, or initiatives) for a need. It is a
 * row of sp_need_row_columns (or NULL), and where that says nothing the fields;
 * what neither says comes from the vacancy, and then from the signal, if there
 * is one. -1: SP_INPUT, or SP_REFUSED of a vacancy that is not open, and *found
 * is empty. */
int sp_find(struct sp_finding *finding, const struct sp_value *row,
    const struct sp_pair *pairs, size_t n, const struct sp_find_how *how,
    struct sp_found *found, struct sp_error *err);
void sp_found_free(struct sp_found *found);

#endif
