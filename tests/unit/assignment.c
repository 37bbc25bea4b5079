/* assignment - against all there are on small problems, and against cycles
 * that would improve it on larger ones */
#include "sp/assignment.h"

#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"
#include "tap.h"

enum { SMALL_ROUNDS = 9000, MOST_PAIRS = 12, WORDS = 4 };

/* xorshift64*, so that every machine has the same problems. */
static uint64_t state;

static uint64_t
below(uint64_t n)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (state * UINT64_C(2685821657736338717) >> 33) % n;
}

/* A problem in memory of its own. */
struct made {
	struct sp_assignment_problem problem;
	struct sp_assignment_need *needs;
	struct sp_assignment_person *persons;
	struct sp_assignment_arc *arcs;
};

static struct made
make(size_t needs, size_t persons, size_t arcs, int64_t costs)
{
	struct made made = { .needs = sp_alloc(needs, sizeof(*made.needs)),
		.persons = sp_alloc(persons, sizeof(*made.persons)),
		.arcs = sp_alloc(arcs, sizeof(*made.arcs)) };

	for (size_t i = 0; i < needs; i++)
		made.needs[i] = (struct sp_assignment_need){ 1,
			below(1u << 30) << 30 | below(1u << 30) };
	for (size_t i = 0; i < persons; i++)
		made.persons[i] = (struct sp_assignment_person){ 0, 1,
			below(1u << 30) << 30 | below(1u << 30) };
	for (size_t i = 0; i < arcs; i++)
		made.arcs[i] =
		    (struct sp_assignment_arc){ (uint32_t)below(needs),
			    (uint32_t)below(persons),
			    (int64_t)below((uint64_t)costs) };
	made.problem = (struct sp_assignment_problem){ made.needs, made.persons,
		made.arcs, needs, persons, arcs, SP_BALANCE, 0 };
	return made;
}

static void
drop(struct made *made)
{
	free(made->needs);
	free(made->persons);
	free(made->arcs);
}

/* The words by which assignments are compared, the best is least. */
struct verdict {
	int64_t word[WORDS]; /* missing, first, second, ticket */
};

static int
compare(const struct verdict *a, const struct verdict *b)
{
	for (int i = 0; i < WORDS; i++)
		if (a->word[i] != b->word[i])
			return a->word[i] < b->word[i] ? -1 : 1;
	return 0;
}

static struct verdict
judge(const struct sp_assignment_problem *problem, int64_t missing,
    int64_t cost, int64_t squares, int64_t ticket)
{
	switch (problem->policy) {
	case SP_QUALITY:
		return (struct verdict){ { missing, cost, squares, ticket } };
	case SP_SPREAD:
		return (struct verdict){ { missing, squares, cost, ticket } };
	default:
		return (struct verdict){ { missing,
		    cost + problem->load_weight * squares, 0, ticket } };
	}
}

/* Different pairs, each at its least cost. */
static size_t
pairs_of(const struct sp_assignment_problem *problem,
    struct sp_assignment_arc *pairs)
{
	size_t n = 0, j;

	for (size_t i = 0; i < problem->arcs_n; i++) {
		const struct sp_assignment_arc *arc = &problem->arcs[i];
		for (j = 0; j < n; j++)
			if (pairs[j].need == arc->need &&
			    pairs[j].person == arc->person)
				break;
		if (j == n)
			pairs[n++] = *arc;
		else if (arc->cost < pairs[j].cost)
			pairs[j].cost = arc->cost;
	}
	return n;
}

/* Whether the pairs of a mask may be taken together, and their verdict. */
static bool
try_mask(const struct sp_assignment_problem *problem,
    const struct sp_assignment_arc *pairs, unsigned mask,
    struct verdict *verdict)
{
	int64_t asks[8] = { 0 }, load[8], cost = 0, squares = 0, ticket = 0,
		missing = 0;

	for (size_t p = 0; p < problem->persons_n; p++)
		load[p] = problem->persons[p].load;
	for (size_t i = 0; mask >> i != 0; i++) {
		const struct sp_assignment_arc *pair = &pairs[i];
		if (!(mask >> i & 1))
			continue;
		if (++asks[pair->need] > problem->needs[pair->need].asks ||
		    ++load[pair->person] >
			problem->persons[pair->person].capacity)
			return false;
		cost += pair->cost;
		ticket +=
		    sp_assignment_arc_ticket(problem->needs[pair->need].ticket,
			problem->persons[pair->person].ticket);
	}
	for (size_t n = 0; n < problem->needs_n; n++)
		missing += problem->needs[n].asks - asks[n];
	for (size_t p = 0; p < problem->persons_n; p++)
		squares += load[p] * load[p];
	*verdict = judge(problem, missing, cost, squares, ticket);
	return true;
}

/* The pairs that were taken, as a mask. */
static unsigned
mask_of(const struct sp_assignment *result,
    const struct sp_assignment_arc *pairs, size_t n)
{
	unsigned mask = 0;

	for (size_t t = 0; t < result->taken_n; t++)
		for (size_t i = 0; i < n; i++)
			if (pairs[i].need == result->taken[t].need &&
			    pairs[i].person == result->taken[t].person &&
			    pairs[i].cost == result->taken[t].cost)
				mask |= 1u << i;
	return mask;
}

/* Whether the sums in the result are those of what it took. */
static bool
adds_up(const struct sp_assignment_problem *problem,
    const struct sp_assignment *result)
{
	int64_t cost = 0, squares = 0, asks = 0, missing = 0, load;

	for (size_t t = 0; t < result->taken_n; t++)
		cost += result->taken[t].cost;
	for (size_t p = 0; p < problem->persons_n; p++) {
		load = problem->persons[p].load;
		for (size_t t = 0; t < result->taken_n; t++)
			load += result->taken[t].person == p;
		squares += load * load;
	}
	for (size_t n = 0; n < problem->needs_n; n++) {
		asks += problem->needs[n].asks;
		missing += result->outcomes[n].missing;
	}
	return cost == result->cost && squares == result->squares &&
	       asks == result->asks &&
	       missing == asks - (int64_t)result->taken_n &&
	       result->total == cost + (problem->policy == SP_BALANCE
					       ? problem->load_weight * squares
					       : 0);
}

static bool
best_of_all(const struct sp_assignment_problem *problem)
{
	struct sp_assignment_arc pairs[MOST_PAIRS];
	struct verdict best, other;
	struct sp_assignment result;
	struct sp_error err;
	size_t n = pairs_of(problem, pairs);
	unsigned mask = 0, given;
	bool good;

	try_mask(problem, pairs, 0, &best);
	for (unsigned m = 1; m < 1u << n; m++)
		if (try_mask(problem, pairs, m, &other) &&
		    compare(&other, &best) < 0) {
			best = other;
			mask = m;
		}
	if (sp_assignment_solve(problem, &result, &err) != 0)
		return false;
	given = mask_of(&result, pairs, n);
	good = given == mask && adds_up(problem, &result) &&
	       try_mask(problem, pairs, given, &other) &&
	       compare(&other, &best) == 0;
	sp_assignment_free(&result);
	return good;
}

static struct made
make_small(void)
{
	static const int64_t weights[] = { 0, 1, 3, 40, 100000 };
	static const int64_t costs[] = { 1, 3, 10, 1000 };
	struct made made = make(1 + below(4), 1 + below(4),
	    below(MOST_PAIRS + 1), costs[below(4)]);

	for (size_t i = 0; i < made.problem.needs_n; i++)
		made.needs[i].asks = 1 + (int64_t)(below(3) * below(2));
	for (size_t i = 0; i < made.problem.persons_n; i++) {
		made.persons[i].capacity = (int64_t)below(4);
		made.persons[i].load = (int64_t)(below(3) * below(2));
	}
	made.problem.policy = (enum sp_policy)below(3);
	made.problem.load_weight = weights[below(5)];
	return made;
}

static void
test_small(void)
{
	int good = 0;

	for (int i = 0; i < SMALL_ROUNDS; i++) {
		struct made made = make_small();
		good += best_of_all(&made.problem);
		drop(&made);
	}
	ok(good == SMALL_ROUNDS,
	    "the best of all assignments, ties included: %d of %d", good,
	    SMALL_ROUNDS);
}

/* An edge of the residual network. */
struct edge {
	size_t from, to;
	struct verdict length;
};

struct network {
	struct edge *edges;
	size_t n;
};

static void
add_edge(struct network *network, size_t from, size_t to,
    const struct verdict *length, bool back)
{
	struct edge *edge = &network->edges[network->n++];

	*edge = (struct edge){ from, to, *length };
	if (!back)
		return;
	edge->from = to;
	edge->to = from;
	for (int i = 0; i < WORDS; i++)
		edge->length.word[i] = -edge->length.word[i];
}

static bool
is_taken(const struct sp_assignment *result,
    const struct sp_assignment_arc *pair)
{
	for (size_t t = 0; t < result->taken_n; t++)
		if (result->taken[t].need == pair->need &&
		    result->taken[t].person == pair->person)
			return true;
	return false;
}

/* What can be changed: pairs taken or let go, asks given up or taken up, a
 * person asked once more or once less. Nodes: needs, persons, the end. */
static struct network
changes(const struct sp_assignment_problem *problem,
    const struct sp_assignment *result)
{
	size_t n = problem->needs_n, end = n + problem->persons_n;
	struct network network = { .edges = sp_alloc(problem->arcs_n + 2 * end,
				       sizeof(*network.edges)) };
	struct sp_assignment_arc *pairs =
	    sp_alloc(problem->arcs_n, sizeof(*pairs));
	size_t pairs_n = pairs_of(problem, pairs);
	struct verdict unplaced = { { 1 } }, length;

	for (size_t i = 0; i < pairs_n; i++) {
		length = judge(problem, 0, pairs[i].cost, 0,
		    sp_assignment_arc_ticket(problem->needs[pairs[i].need]
						 .ticket,
			problem->persons[pairs[i].person].ticket));
		add_edge(&network, pairs[i].need, n + pairs[i].person, &length,
		    is_taken(result, &pairs[i]));
	}
	for (size_t i = 0; i < n; i++) {
		add_edge(&network, i, end, &unplaced, false);
		if (result->outcomes[i].missing > 0)
			add_edge(&network, i, end, &unplaced, true);
	}
	for (size_t p = 0; p < problem->persons_n; p++) {
		int64_t load = problem->persons[p].load;
		for (size_t t = 0; t < result->taken_n; t++)
			load += result->taken[t].person == p;
		length = judge(problem, 0, 0, 2 * load + 1, 0);
		if (load < problem->persons[p].capacity)
			add_edge(&network, n + p, end, &length, false);
		length = judge(problem, 0, 0, 2 * load - 1, 0);
		if (load > problem->persons[p].load)
			add_edge(&network, n + p, end, &length, true);
	}
	free(pairs);
	return network;
}

/* Bellman and Ford: whether no way round makes it better. An assignment that
 * no cycle improves is the best (Klein 1967). */
static bool
no_better_cycle(const struct sp_assignment_problem *problem,
    const struct sp_assignment *result)
{
	size_t nodes = problem->needs_n + problem->persons_n + 1, rounds = 0;
	struct network network = changes(problem, result);
	struct verdict *at = sp_alloc(nodes, sizeof(*at)), there;
	bool changed = true;

	for (; changed && rounds <= nodes; rounds++) {
		changed = false;
		for (size_t i = 0; i < network.n; i++) {
			const struct edge *edge = &network.edges[i];
			for (int w = 0; w < WORDS; w++)
				there.word[w] = at[edge->from].word[w] +
						edge->length.word[w];
			if (compare(&there, &at[edge->to]) >= 0)
				continue;
			at[edge->to] = there;
			changed = true;
		}
	}
	free(at);
	free(network.edges);
	return !changed;
}

static bool
is_allowed(const struct sp_assignment_problem *problem,
    const struct sp_assignment *result)
{
	const struct sp_assignment_arc *t = result->taken;

	for (size_t i = 0; i < result->taken_n; i++)
		if (i > 0 && (t[i].need < t[i - 1].need ||
				 (t[i].need == t[i - 1].need &&
				     t[i].person <= t[i - 1].person)))
			return false;
	for (size_t p = 0; p < problem->persons_n; p++) {
		int64_t load = problem->persons[p].load;
		size_t asked = 0;
		for (size_t i = 0; i < result->taken_n; i++)
			asked += t[i].person == p;
		if (asked > 0 &&
		    load + (int64_t)asked > problem->persons[p].capacity)
			return false;
	}
	for (size_t n = 0; n < problem->needs_n; n++)
		if (result->outcomes[n].missing < 0)
			return false;
	return true;
}

static void
test_larger(const char *what, size_t needs, size_t persons, size_t arcs,
    int64_t asks, int64_t capacity, size_t placed)
{
	struct sp_assignment result;
	struct sp_error err;
	struct made made;
	bool good;

	for (int policy = SP_QUALITY; policy <= SP_SPREAD; policy++) {
		made = make(needs, persons, arcs, 200);
		for (size_t i = 0; i < needs; i++)
			made.needs[i].asks = 1 + (int64_t)i % asks;
		for (size_t i = 0; i < persons; i++) {
			made.persons[i].load = (int64_t)below(2);
			made.persons[i].capacity =
			    made.persons[i].load + capacity;
		}
		made.problem.policy = (enum sp_policy)policy;
		made.problem.load_weight = 20;
		good = sp_assignment_solve(&made.problem, &result, &err) == 0 &&
		       is_allowed(&made.problem, &result) &&
		       adds_up(&made.problem, &result) &&
		       no_better_cycle(&made.problem, &result);
		ok(good && result.taken_n == placed,
		    "%s, policy %d: %zu placed of %lld, no cycle improves it",
		    what, policy, result.taken_n, (long long)result.asks);
		sp_assignment_free(&result);
		drop(&made);
	}
}

/* The shape of a published task: 118 needs of 3, 177 persons of 4 at most. */
static void
test_trade_off(void)
{
	static const int64_t weights[] = { 0, 1, 5, 20, 100, 10000 };
	struct made made = make(118, 177, (size_t)118 * 177, 1000);
	int64_t cost = -1, squares = INT64_MAX;
	struct sp_assignment result;
	struct sp_error err;
	bool good = true;

	for (size_t i = 0; i < made.problem.arcs_n; i++) {
		made.arcs[i].need = (uint32_t)(i / 177);
		made.arcs[i].person = (uint32_t)(i % 177);
		made.arcs[i].cost = (int64_t)(below(500) + 3 * (i % 177));
	}
	for (size_t i = 0; i < 118; i++)
		made.needs[i].asks = 3;
	for (size_t i = 0; i < 177; i++)
		made.persons[i].capacity = 4;
	for (size_t i = 0; i < sizeof(weights) / sizeof(weights[0]); i++) {
		made.problem.load_weight = weights[i];
		good = good &&
		       sp_assignment_solve(&made.problem, &result, &err) == 0 &&
		       result.taken_n == 354 &&
		       is_allowed(&made.problem, &result) &&
		       result.cost >= cost && result.squares <= squares;
		cost = result.cost;
		squares = result.squares;
		sp_assignment_free(&result);
	}
	ok(good && squares == (int64_t)177 * 4,
	    "a heavier load weight costs more and spreads better, to the end");
	drop(&made);
}

/* Order of arcs, and numbers of needs and persons. */
static void
test_order(void)
{
	struct made one = make(60, 25, 500, 4), other = make(60, 25, 500, 4);
	struct sp_assignment a, b;
	struct sp_error err;
	bool same;

	for (size_t i = 0; i < 60; i++) {
		one.needs[i].asks = 1 + (int64_t)i % 2;
		other.needs[59 - i] = one.needs[i];
	}
	for (size_t i = 0; i < 25; i++) {
		one.persons[i].capacity = 3;
		other.persons[24 - i] = one.persons[i];
	}
	for (size_t i = 0; i < 500; i++) {
		struct sp_assignment_arc arc = one.arcs[i];
		other.arcs[i * 137 % 500] =
		    (struct sp_assignment_arc){ 59 - arc.need, 24 - arc.person,
			    arc.cost };
	}
	sp_assignment_solve(&one.problem, &a, &err);
	sp_assignment_solve(&other.problem, &b, &err);
	same = a.taken_n == b.taken_n && a.taken_n == 75;
	for (size_t i = 0; i < a.taken_n && same; i++) {
		struct sp_assignment_arc arc = { 59 - a.taken[i].need,
			24 - a.taken[i].person, a.taken[i].cost };
		same = is_taken(&b, &arc);
	}
	ok(same, "other orders and other numbers give the same pairs");
	sp_assignment_free(&a);
	sp_assignment_free(&b);
	drop(&one);
	drop(&other);
}

/* Computed with Python's hashlib; SplitMix64's first number from state 0. */
static void
test_tickets(void)
{
	ok(sp_assignment_ticket("need", "n1") == UINT64_C(0x58a3a81a6b61d45c) &&
		sp_assignment_ticket("person", "fatima") ==
		    UINT64_C(0x85ea598d89bec601),
	    "tickets are the first bytes of the published hash");
	ok(sp_assignment_arc_ticket(UINT64_C(0x9e3779b97f4a7c15), 0) ==
		INT64_C(0xe220a8397b),
	    "the ticket of an arc is SplitMix64's");
}

static void
refused(struct made *made, const char *what)
{
	struct sp_assignment result;
	struct sp_error err;

	ok(sp_assignment_solve(&made->problem, &result, &err) == -1 &&
		err.status == SP_INPUT &&
		strcmp(err.text,
		    "costs, loads and the load weight are too large to add up "
		    "exactly") == 0,
	    "%s is refused", what);
	drop(made);
}

static void
test_limits(void)
{
	struct made made = make(3, 3, 9, 10);
	struct sp_assignment result;
	struct sp_error err;

	for (int i = 0; i < 9; i++)
		made.arcs[i].cost = INT64_C(1) << 60;
	refused(&made, "a cost near the end of the word");
	made = make(3, 3, 9, 10);
	made.problem.arcs_n = UINT32_MAX;
	ok(sp_assignment_solve(&made.problem, &result, &err) != 0 &&
		err.status == SP_INPUT &&
		strcmp(err.text,
		    "there is more to assign than can be counted") == 0,
	    "more arcs than can be counted");
	drop(&made);
	made = make(3, 3, 9, 10);
	made.problem.load_weight = INT64_MAX;
	refused(&made, "a load weight at the end of the word");
	made = make(3, 3, 9, 10);
	made.persons[1].load = INT64_MAX;
	refused(&made, "a load at the end of the word");
	made = make(600000, 600000, 9, 10);
	refused(&made, "more needs and persons than tickets can be added of");
	made = make(2, 2, 4, 10);
	for (int i = 0; i < 4; i++)
		made.arcs[i] = (struct sp_assignment_arc){ (uint32_t)i / 2,
			(uint32_t)i % 2, INT64_C(100000000000000000) };
	ok(sp_assignment_solve(&made.problem, &result, &err) == 0 &&
		result.cost == INT64_C(200000000000000000),
	    "what fits is added up exactly");
	sp_assignment_free(&result);
	drop(&made);
	made = make(2, 3, 0, 10);
	ok(sp_assignment_solve(&made.problem, &result, &err) == 0 &&
		result.taken_n == 0 && result.outcomes[1].missing == 1 &&
		result.outcomes[1].persons == 0,
	    "without arcs nothing is placed");
	sp_assignment_free(&result);
	drop(&made);
}

int
main(void)
{
	state = 34;
	test_tickets();
	test_limits();
	test_small();
	test_larger("room enough", 150, 100, 2000, 1, 5, 150);
	test_larger("exactly full", 200, 50, 4000, 1, 4, 200);
	test_larger("more than fits", 150, 20, 1500, 3, 9, 180);
	test_larger("groups", 80, 60, 1500, 4, 3, 180);
	test_trade_off();
	test_order();
	return done();
}
