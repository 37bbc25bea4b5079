/* assign_plan - needs, who can meet each, and how they come to lie */
#ifndef SP_ACTS_ASSIGN_PLAN_H
#define SP_ACTS_ASSIGN_PLAN_H

#include "acts/assign_limits.h"
#include "acts/fit.h"
#include "sp/assign.h"
#include "sp/guard.h"

struct sp_plan_need {
	struct sp_need need;
	int64_t persons; /* so many are wanted */
	char *key;	 /* all it says but the signal; the caller frees */
	int64_t *asked;	 /* ids of persons who were asked already; the same */
	size_t asked_n;
	size_t group;
	struct sp_asking asking;
};

struct sp_plan_option {
	uint32_t person; /* place in the pool */
	int score;
};

/* Needs that say the same, and so have the same candidates. */
struct sp_plan_group {
	size_t first;			/* of its needs */
	struct sp_plan_option *options; /* best first */
	size_t n;
	size_t fits;   /* persons who fit, on the list or not */
	char *told[2]; /* what stands in the way, where they are full [1] or
			* not: assign_tell.c */
};

/* What a person drew in a ranking, which is the same all day. */
struct sp_plan_ticket {
	bool drawn;
	unsigned char ticket[32];
};

struct sp_plan {
	struct sp_store *store; /* borrowed */
	const struct sp_session *session;
	struct sp_references *references; /* borrowed */
	struct sp_pool *pool;
	struct sp_fits *fits;
	struct sp_assign_limits limits;
	bool only_old;		    /* somebody takes on nothing new */
	struct sp_plan_need *needs; /* borrowed; by key, then signal */
	size_t needs_n;
	struct sp_plan_group *groups;
	size_t groups_n;
	struct sp_assignment_need *numbers;
	struct sp_assignment_person *persons; /* the pool's */
	bool *candidates;		      /* persons with an arc */
	struct sp_plan_ticket *tickets;	      /* the pool's */
	struct sp_candidate *found;	      /* room for all of the pool */
	struct sp_assignment_arc *arcs;
	size_t arcs_n;
};

/* How the needs came to lie; sp_assignment_free(&result). */
struct sp_plan_outcome {
	struct sp_assignment result;
	int64_t set_aside;
};

/* Puts the needs in order, looks for the best `candidates` of each, more where
 * a need can't be placed with them, and settles with the policy. The plan is
 * freed also after -1. */
int sp_plan_make(struct sp_plan *plan, struct sp_store *store,
    struct sp_references *references, const struct sp_session *session,
    const struct sp_assign_how *how, struct sp_plan_need *needs, size_t n,
    struct sp_plan_outcome *outcome, struct sp_error *err);
int sp_plan_settle(struct sp_plan *plan, enum sp_policy policy,
    int64_t load_weight, struct sp_plan_outcome *outcome, struct sp_error *err);
void sp_plan_free(struct sp_plan *plan);

/* What each of the pool's persons carries in the end, to free. */
int64_t *sp_plan_loads(const struct sp_plan *plan,
    const struct sp_assignment *result);
struct sp_assign_figures sp_plan_figures(const struct sp_plan *plan,
    const struct sp_plan_outcome *outcome);

/* Whether the person at that place in the pool was asked already because of
 * the need's signal. */
bool sp_plan_asked(const struct sp_plan *plan, size_t need, size_t person);

/* assign_moves.c: places what is missing yet by moving on what is placed, for
 * when pairs were set aside: as much as a search finds, not surely as much as
 * there is. Squares and total are not kept. */
void sp_plan_fill_up(const struct sp_plan *plan, struct sp_assignment *result);

bool sp_plan_took(const struct sp_assignment *result, size_t person,
    size_t need);
/* Whether a limit forbids a person that need beside all that she got, and
 * which. */
bool sp_plan_forbids(const struct sp_plan *plan,
    const struct sp_assignment *result, size_t person, size_t need,
    struct sp_hit *hit);
/* Whether the scores of what a need got are those of its best candidates. */
bool sp_plan_has_best(const struct sp_plan *plan, size_t need, int64_t score);

/* assign_tell.c: which need, why so many of its asks are not placed, and what
 * would help, in the language of the process, to free. -1 *err. */
int sp_plan_why(struct sp_plan *plan, const struct sp_assignment *result,
    size_t need, char **sentence, struct sp_error *err);

#endif
