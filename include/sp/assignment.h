/* assignment - many needs to many persons: the best total, a fair load */
#ifndef SP_ASSIGNMENT_H
#define SP_ASSIGNMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sp/error.h"

/* What counts after the number of asks that are placed. load is all a person
 * carries: what he had before, and what he is asked now. */
enum sp_policy {
	SP_QUALITY, /* the sum of costs; among equals the sum of load x load */
	SP_BALANCE, /* the sum of costs + load_weight x load x load */
	SP_SPREAD,  /* the sum of load x load; among equals the sum of costs */
	SP_POLICIES
};

/* A policy by name, and which of two words the costs and load x load go to.
 * The second word only counts where the first is equal. */
struct sp_policy_row {
	enum sp_policy policy;
	const char *naam, *name;       /* Dutch, English */
	bool cost_second, load_second; /* else the first word */
	bool weighed;		       /* load_weight times load x load */
};
extern const struct sp_policy_row sp_policies[SP_POLICIES];

/* Tickets are numbers that keys are drawn (sp_assignment_ticket). */
struct sp_assignment_need {
	int64_t asks; /* of so many different persons, 1 or more */
	uint64_t ticket;
};

struct sp_assignment_person {
	int64_t load;	  /* asks before, 0 or more */
	int64_t capacity; /* asks in all, load among them; may be below load */
	uint64_t ticket;
};

/* That a person suits a need. need and person are indexes, cost is 0 or more.
 * Of several arcs between the same two the cheapest counts. */
struct sp_assignment_arc {
	uint32_t need, person;
	int64_t cost;
};

/* All is borrowed during sp_assignment_solve. */
struct sp_assignment_problem {
	const struct sp_assignment_need *needs;
	const struct sp_assignment_person *persons;
	const struct sp_assignment_arc *arcs; /* in any order */
	size_t needs_n, persons_n, arcs_n;
	enum sp_policy policy;
	int64_t load_weight; /* of SP_BALANCE: cost of an ask more, 0 or more */
};

/* What came of a need. */
struct sp_assignment_outcome {
	int64_t missing; /* asks that are not placed */
	int64_t persons; /* different persons it has arcs to */
};

struct sp_assignment {
	struct sp_assignment_arc *taken; /* in order of need, then person */
	size_t taken_n;			 /* asks that are placed */
	struct sp_assignment_outcome *outcomes; /* one a need */
	int64_t asks;				/* of all needs */
	int64_t cost;				/* of what is taken */
	int64_t squares; /* load x load, over all persons of the problem */
	int64_t total;	 /* cost + load_weight x squares; else cost */
};

/* The best assignment there is: nobody above capacity, nobody twice for one
 * need, most asks placed, then the policy, then the least sum of tickets. The
 * ticket of an arc is drawn from the two tickets of its ends, so the best is
 * one, up to a chance of arcs_n / 2^40 that two are equal in all of this
 * (Mulmuley, Vazirani and Vazirani 1987, the isolating lemma). The result is
 * a function of the problem: arcs in another order give the same, and
 * whoever numbers needs and persons by the order of their keys gets the same
 * for rows in any order.
 *
 * Successive shortest paths with potentials, each need's asks in turn
 * (Tomizawa 1971; Edmonds and Karp 1972), with a convex cost of each person's
 * load (Ahuja, Magnanti and Orlin 1993, chapter 14). Lengths are four words,
 * {not placed, first, second, ticket}, added by the word and compared in
 * turn: no scaling, no floating point. That no step is shorter than the
 * potentials differ is asserted at every step.
 *
 * No path visits a node twice, so with n = min(needs_n, persons_n) + 1 no
 * word passes 8 n x (greatest cost + load_weight x (2 x greatest load + 1)),
 * and no ticket 8 n x 2^40. Where that, or a sum in the result, may pass
 * 2^62, the problem is refused: with 100,000 needs and persons costs and
 * weighed loads may go to 5 x 10^12; n may go to 2^19.
 *
 * Time: a search for each ask. While there is room near what suits best it
 * ends at once, and all is linear in the arcs; towards the limit of capacity
 * searches grow, at worst to all arcs. -1, SP_INPUT and *err, or 0 and the
 * result, to be freed. */
int sp_assignment_solve(const struct sp_assignment_problem *problem,
    struct sp_assignment *result, struct sp_error *err);
void sp_assignment_free(struct sp_assignment *result);

/* The ticket of a key: the first eight bytes, big-endian, of SHA-256 over
 * "sp-assign/1", role ("need" or "person") and key with a NUL between. */
uint64_t sp_assignment_ticket(const char *role, const char *key);

/* The ticket of an arc, 40 bits: the upper ones of SplitMix64's mixing of
 * need XOR person (Steele, Lea and Flood 2014). */
int64_t sp_assignment_arc_ticket(uint64_t need, uint64_t person);

#endif
