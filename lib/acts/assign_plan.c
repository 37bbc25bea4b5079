/* assign_plan - candidates of every need, a problem of numbers, and again
 * where a person's days or hours forbid what the numbers allow */
#include "acts/assign_plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "records/asks.h"
#include "sp/concentration.h"
#include "sp/mem.h"

/* Where a need can't be placed, it gets so many times as many candidates. */
enum { WIDER = 8 };

static int
compare_needs(const void *left, const void *right)
{
	const struct sp_plan_need *a = left, *b = right;
	int order = strcmp(a->key, b->key);
	int64_t one = a->need.value[SP_NEED_SIGNAL].i;
	int64_t other = b->need.value[SP_NEED_SIGNAL].i;

	if (order != 0)
		return order;
	return one != other
		   ? (one > other) - (one < other)
		   : (a->persons > b->persons) - (a->persons < b->persons);
}

/* Needs that are equal in all are told apart by their number among them. */
static void
number_needs(struct sp_plan *plan)
{
	size_t same = 0;

	plan->numbers = sp_alloc(plan->needs_n, sizeof(*plan->numbers));
	for (size_t i = 0; i < plan->needs_n; i++) {
		struct sp_plan_need *need = &plan->needs[i];
		char *key;
		same =
		    i > 0 && compare_needs(need - 1, need) == 0 ? same + 1 : 0;
		key = sp_format("%s%lld %lld %zu", need->key,
		    (long long)need->need.value[SP_NEED_SIGNAL].i,
		    (long long)need->persons, same);
		plan->numbers[i] = (struct sp_assignment_need){ need->persons,
			sp_assignment_ticket("need", key) };
		free(key);
	}
}

static void
look_for_only_old(struct sp_plan *plan)
{
	for (size_t p = 0; p < plan->pool->n && !plan->only_old; p++) {
		const char *room = plan->pool->persons[p].guarded.stand;
		plan->only_old =
		    room != NULL && strcmp(room, "alleen_bestaand") == 0;
	}
}

/* Whether somebody works for the need's signal already, which may make her
 * a candidate for this need alone: 1, 0, -1. */
static int
has_workers(const struct sp_plan *plan, const struct sp_need *need,
    struct sp_error *err)
{
	struct sp_value none = sp_text_value(NULL);
	struct sp_query *query;
	int got;

	if (!plan->only_old || !sp_need_asks(need, SP_NEED_SIGNAL))
		return 0;
	query = sp_asks_ask(plan->store, SP_ASKS_WORKERS, err);
	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, "");
	sp_query_bind_text(query, 2, plan->pool->day);
	sp_query_bind(query, 3, &none);
	sp_query_bind(query, 4, &none);
	sp_query_bind(query, 5, &need->value[SP_NEED_SIGNAL]);
	got = sp_query_step(query, err);
	sp_query_close(query);
	return got;
}

static int
group_needs(struct sp_plan *plan, struct sp_error *err)
{
	int alone = 0, before;

	plan->groups = sp_alloc(plan->needs_n, sizeof(*plan->groups));
	for (size_t i = 0; i < plan->needs_n; i++) {
		struct sp_plan_need *need = &plan->needs[i];
		before = alone;
		alone = has_workers(plan, &need->need, err);
		if (alone < 0)
			return -1;
		if (i == 0 || before || alone ||
		    strcmp(need[-1].key, need->key) != 0)
			plan->groups[plan->groups_n++] =
			    (struct sp_plan_group){ .first = i };
		need->group = plan->groups_n - 1;
		need->asking = sp_fits_asking(plan->fits, &need->need);
	}
	return 0;
}

/* A ticket is drawn once, however many needs a person is looked at for. */
static void
give_ticket(const struct sp_plan *plan, struct sp_candidate *candidate)
{
	const struct sp_plan_ticket *ticket = &plan->tickets[candidate->person];

	candidate->drawn = ticket->drawn;
	if (ticket->drawn)
		memcpy(candidate->ticket, ticket->ticket,
		    sizeof(candidate->ticket));
}

static void
keep_tickets(struct sp_plan *plan, const struct sp_candidate *ranked, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct sp_plan_ticket *ticket =
		    &plan->tickets[ranked[i].person];
		if (ticket->drawn)
			continue;
		ticket->drawn = true;
		memcpy(ticket->ticket, ranked[i].ticket,
		    sizeof(ticket->ticket));
	}
}

/* Who fits the need that the fits are turned to, the best `most` in order. */
static size_t
rank(struct sp_plan *plan, struct sp_candidate *found, size_t most)
{
	const uint32_t *persons;
	size_t n = sp_fits_persons(plan->fits, &persons), fit = 0;

	for (size_t i = 0; i < n; i++) {
		struct sp_candidate *candidate = &found[fit];
		if (sp_fits_person(plan->fits, persons[i], candidate) !=
		    SP_FITS)
			continue;
		give_ticket(plan, candidate);
		fit++;
	}
	n = sp_rank(found, fit, most, sp_fits_weights(plan->fits),
	    plan->pool->day);
	keep_tickets(plan, found, n);
	return fit;
}

/* The best `most` persons for a group, and how many fit at all. */
static int
look(struct sp_plan *plan, struct sp_plan_group *group, size_t most,
    struct sp_error *err)
{
	const struct sp_plan_need *need = &plan->needs[group->first];

	if (sp_fits_need(plan->fits, &need->need, err) != 0)
		return -1;
	group->fits = rank(plan, plan->found, most);
	group->n = group->fits < most ? group->fits : most;
	free(group->options);
	group->options = sp_alloc(group->n, sizeof(*group->options));
	for (size_t i = 0; i < group->n; i++)
		group->options[i] =
		    (struct sp_plan_option){ (uint32_t)plan->found[i].person,
			    plan->found[i].score };
	return 0;
}

bool
sp_plan_asked(const struct sp_plan *plan, size_t need, size_t person)
{
	const struct sp_plan_need *of = &plan->needs[need];

	for (size_t i = 0; i < of->asked_n; i++)
		if (of->asked[i] == plan->pool->persons[person].id)
			return true;
	return false;
}

/* An arc for each need and each of its candidates. */
static void
make_arcs(struct sp_plan *plan)
{
	size_t n = 0;

	for (size_t i = 0; i < plan->needs_n; i++)
		n += plan->groups[plan->needs[i].group].n;
	free(plan->arcs);
	plan->arcs = sp_alloc(n, sizeof(*plan->arcs));
	plan->arcs_n = 0;
	for (size_t i = 0; i < plan->needs_n; i++) {
		const struct sp_plan_group *group =
		    &plan->groups[plan->needs[i].group];
		for (size_t o = 0; o < group->n; o++)
			if (!sp_plan_asked(plan, i, group->options[o].person))
				plan->arcs[plan->arcs_n++] =
				    (struct sp_assignment_arc){ (uint32_t)i,
					    group->options[o].person,
					    SP_HIGHEST -
						group->options[o].score };
	}
}

/* Where the arcs of each person begin in an array by person, and that array of
 * places of arcs. */
static size_t *
by_person(const struct sp_plan *plan, const struct sp_assignment_arc *arcs,
    size_t n, uint32_t **order)
{
	size_t *starts = sp_alloc(plan->pool->n + 2, sizeof(*starts));

	*order = sp_alloc(n, sizeof(**order));
	for (size_t i = 0; i < n; i++)
		starts[arcs[i].person + 2]++;
	for (size_t p = 2; p < plan->pool->n + 2; p++)
		starts[p] += starts[p - 1];
	for (size_t i = 0; i < n; i++)
		(*order)[starts[arcs[i].person + 1]++] = (uint32_t)i;
	return starts;
}

/* What each candidate carries, and can carry beside it. */
static void
make_persons(struct sp_plan *plan)
{
	uint32_t *order;
	size_t *starts = by_person(plan, plan->arcs, plan->arcs_n, &order);
	const struct sp_asking **askings =
	    sp_alloc(plan->needs_n, sizeof(const struct sp_asking *));

	free(plan->persons);
	free(plan->candidates);
	plan->persons = sp_alloc(plan->pool->n, sizeof(*plan->persons));
	plan->candidates = sp_alloc(plan->pool->n, sizeof(bool));
	for (size_t p = 0; p < plan->pool->n; p++) {
		struct sp_assignment_person *person = &plan->persons[p];
		size_t n = starts[p + 1] - starts[p];
		if (n == 0)
			continue;
		for (size_t i = 0; i < n; i++) {
			uint32_t arc = order[starts[p] + i];
			askings[i] = &plan->needs[plan->arcs[arc].need].asking;
		}
		plan->candidates[p] = true;
		person->load = sp_assign_load(&plan->limits, p);
		person->capacity =
		    person->load + sp_assign_room(&plan->limits, p, askings, n);
		person->ticket =
		    sp_assignment_ticket("person", plan->pool->persons[p].uuid);
	}
	free(askings);
	free(starts);
	free(order);
}

/* The best score first; of equal ones the first need. */
static int
compare_taken(const void *left, const void *right)
{
	const struct sp_assignment_arc *a = left, *b = right;

	if (a->person != b->person)
		return a->person < b->person ? -1 : 1;
	if (a->cost != b->cost)
		return a->cost < b->cost ? -1 : 1;
	return (a->need > b->need) - (a->need < b->need);
}

/* Of one person's: moves to the front what she can't do beside the others.
 * Returns how many. */
static size_t
forbidden(struct sp_plan *plan, struct sp_assignment_arc *arcs, size_t n)
{
	const struct sp_asking **askings =
	    sp_alloc(n, sizeof(const struct sp_asking *));
	bool *can = sp_alloc(n, sizeof(*can));
	size_t out = 0;

	for (size_t i = 0; i < n; i++)
		askings[i] = &plan->needs[arcs[i].need].asking;
	sp_assign_together(&plan->limits, arcs[0].person, askings, n, can);
	for (size_t i = 0; i < n; i++)
		if (!can[i])
			arcs[out++] = arcs[i];
	free(askings);
	free(can);
	return out;
}

/* What was taken and can't be, by person, to free. */
static struct sp_assignment_arc *
all_forbidden(struct sp_plan *plan, const struct sp_assignment *result,
    size_t *out)
{
	size_t n = result->taken_n;
	struct sp_assignment_arc *arcs = sp_alloc(n, sizeof(*arcs));

	*out = 0;
	if (n > 0) {
		memcpy(arcs, result->taken, n * sizeof(*arcs));
		qsort(arcs, n, sizeof(*arcs), compare_taken);
	}
	for (size_t i = 0, j; i < n; i = j) {
		size_t bad = 0;
		for (j = i + 1; j < n && arcs[j].person == arcs[i].person; j++)
			;
		if (j - i > 1)
			bad = forbidden(plan, &arcs[i], j - i);
		memmove(&arcs[*out], &arcs[i], bad * sizeof(*arcs));
		*out += bad;
	}
	return arcs;
}

/* Takes the forbidden arcs out of the others; both are put in order. */
static size_t
take_out(struct sp_assignment_arc *arcs, size_t n,
    struct sp_assignment_arc *forbidden_arcs, size_t out)
{
	size_t kept = 0, f = 0;

	qsort(arcs, n, sizeof(*arcs), compare_taken);
	qsort(forbidden_arcs, out, sizeof(*forbidden_arcs), compare_taken);
	for (size_t i = 0; i < n; i++) {
		if (f < out && compare_taken(&arcs[i], &forbidden_arcs[f]) == 0)
			f++;
		else
			arcs[kept++] = arcs[i];
	}
	return kept;
}

bool
sp_plan_forbids(const struct sp_plan *plan, const struct sp_assignment *result,
    size_t person, size_t need, struct sp_hit *hit)
{
	const struct sp_asking **askings =
	    sp_alloc(result->taken_n + 1, sizeof(const struct sp_asking *));
	size_t n = 0;
	bool forbids;

	for (size_t t = 0; t < result->taken_n; t++)
		if (result->taken[t].person == person)
			askings[n++] =
			    &plan->needs[result->taken[t].need].asking;
	askings[n++] = &plan->needs[need].asking;
	forbids =
	    sp_assign_forbids(&plan->limits, person, askings, n, NULL, hit);
	free(askings);
	return forbids;
}

bool
sp_plan_took(const struct sp_assignment *result, size_t person, size_t need)
{
	for (size_t t = 0; t < result->taken_n; t++)
		if (result->taken[t].need == need &&
		    result->taken[t].person == person)
			return true;
	return false;
}

int
sp_plan_settle(struct sp_plan *plan, enum sp_policy policy, int64_t load_weight,
    struct sp_plan_outcome *outcome, struct sp_error *err)
{
	struct sp_assignment_problem problem = { .needs = plan->numbers,
		.persons = plan->persons,
		.needs_n = plan->needs_n,
		.persons_n = plan->pool->n,
		.arcs_n = plan->arcs_n,
		.policy = policy,
		.load_weight = load_weight };
	struct sp_assignment_arc *arcs = sp_alloc(plan->arcs_n, sizeof(*arcs));
	struct sp_assignment_arc *out;
	size_t out_n;
	int bad;

	*outcome = (struct sp_plan_outcome){ .set_aside = 0 };
	if (plan->arcs_n > 0)
		memcpy(arcs, plan->arcs, plan->arcs_n * sizeof(*arcs));
	problem.arcs = arcs;
	while (
	    (bad = sp_assignment_solve(&problem, &outcome->result, err)) == 0) {
		out = all_forbidden(plan, &outcome->result, &out_n);
		if (out_n > 0)
			problem.arcs_n =
			    take_out(arcs, problem.arcs_n, out, out_n);
		outcome->set_aside += (int64_t)out_n;
		free(out);
		if (out_n == 0)
			break;
		sp_assignment_free(&outcome->result);
	}
	free(arcs);
	if (!bad && outcome->set_aside > 0)
		sp_plan_fill_up(plan, &outcome->result);
	return bad;
}

/* Gives more candidates to needs that were not placed among theirs: 1 when
 * there were any, 0, -1. */
static int
widen(struct sp_plan *plan, const struct sp_assignment *result,
    struct sp_error *err)
{
	int wider = 0;

	for (size_t i = 0; i < plan->needs_n; i++) {
		struct sp_plan_group *group =
		    &plan->groups[plan->needs[i].group];
		if (result->outcomes[i].missing == 0 || group->n == group->fits)
			continue;
		if (look(plan, group, group->n * WIDER, err) != 0)
			return -1;
		wider = 1;
		while (i + 1 < plan->needs_n &&
		       plan->needs[i + 1].group == plan->needs[i].group)
			i++;
	}
	return wider;
}

/* Candidates enough for all that one need of the group wants. */
static size_t
enough(const struct sp_plan *plan, const struct sp_plan_group *group,
    size_t candidates)
{
	size_t most = candidates;

	for (size_t i = group->first;
	     i < plan->needs_n && &plan->groups[plan->needs[i].group] == group;
	     i++)
		if (2 * (size_t)plan->needs[i].persons > most)
			most = 2 * (size_t)plan->needs[i].persons;
	return most;
}

static int
settle_all(struct sp_plan *plan, const struct sp_assign_how *how,
    struct sp_plan_outcome *outcome, struct sp_error *err)
{
	int wider;

	for (size_t g = 0; g < plan->groups_n; g++)
		if (look(plan, &plan->groups[g],
			enough(plan, &plan->groups[g], how->candidates),
			err) != 0)
			return -1;
	do {
		make_arcs(plan);
		make_persons(plan);
		if (sp_plan_settle(plan, how->policy, how->load_weight, outcome,
			err) != 0)
			return -1;
		wider = widen(plan, &outcome->result, err);
		if (wider != 0)
			sp_assignment_free(&outcome->result);
	} while (wider > 0);
	return wider;
}

int
sp_plan_make(struct sp_plan *plan, struct sp_store *store,
    struct sp_references *references, const struct sp_session *session,
    const struct sp_assign_how *how, struct sp_plan_need *needs, size_t n,
    struct sp_plan_outcome *outcome, struct sp_error *err)
{
	*plan = (struct sp_plan){ .store = store,
		.session = session,
		.references = references,
		.needs = needs,
		.needs_n = n };
	if (n > 0)
		qsort(needs, n, sizeof(*needs), compare_needs);
	plan->pool = sp_pool_open(store, session, err);
	if (plan->pool == NULL)
		return -1;
	plan->fits = sp_fits_open(plan->pool, store, err);
	if (plan->fits == NULL)
		return -1;
	plan->limits =
	    (struct sp_assign_limits){ plan->pool, *sp_fits_rules(plan->fits) };
	look_for_only_old(plan);
	if (group_needs(plan, err) != 0)
		return -1;
	number_needs(plan);
	plan->found = sp_alloc(plan->pool->n, sizeof(*plan->found));
	plan->tickets = sp_alloc(plan->pool->n, sizeof(*plan->tickets));
	return settle_all(plan, how, outcome, err);
}

void
sp_plan_free(struct sp_plan *plan)
{
	for (size_t g = 0; g < plan->groups_n; g++) {
		free(plan->groups[g].options);
		free(plan->groups[g].told[false]);
		free(plan->groups[g].told[true]);
	}
	free(plan->groups);
	free(plan->numbers);
	free(plan->persons);
	free(plan->candidates);
	free(plan->arcs);
	free(plan->found);
	free(plan->tickets);
	sp_fits_close(plan->fits);
	sp_pool_close(plan->pool);
	*plan = (struct sp_plan){ 0 };
}

bool
sp_plan_has_best(const struct sp_plan *plan, size_t need, int64_t score)
{
	const struct sp_plan_group *group =
	    &plan->groups[plan->needs[need].group];
	int64_t best = 0, left = plan->needs[need].persons;

	for (size_t o = 0; o < group->n && left > 0; o++) {
		if (sp_plan_asked(plan, need, group->options[o].person))
			continue;
		best += group->options[o].score;
		left--;
	}
	return score >= best;
}

int64_t *
sp_plan_loads(const struct sp_plan *plan, const struct sp_assignment *result)
{
	int64_t *loads = sp_alloc(plan->pool->n, sizeof(*loads));

	for (size_t p = 0; p < plan->pool->n; p++)
		loads[p] = plan->persons[p].load;
	for (size_t t = 0; t < result->taken_n; t++)
		loads[result->taken[t].person]++;
	return loads;
}

static void
measure_loads(const struct sp_plan *plan, const struct sp_assignment *result,
    struct sp_assign_figures *figures)
{
	int64_t *loads = sp_plan_loads(plan, result);
	size_t some = 0, n = 0;
	double sum = 0;

	for (size_t p = 0; p < plan->pool->n; p++) {
		int64_t load = loads[p];
		if (!plan->candidates[p])
			continue;
		n++;
		sum += (double)load;
		figures->squares += load * load;
		if (load > figures->highest)
			figures->highest = load;
		if (load > 0)
			loads[some++] = load;
	}
	if (n > 0) {
		double mean = sum / (double)n;
		double of = (double)figures->squares / (double)n - mean * mean;
		figures->sd = of > 0 ? sqrt(of) : 0;
		figures->gini = sp_concentration(loads, some, n).gini;
	}
	free(loads);
}

struct sp_assign_figures
sp_plan_figures(const struct sp_plan *plan,
    const struct sp_plan_outcome *outcome)
{
	const struct sp_assignment *result = &outcome->result;
	struct sp_assign_figures figures = { .asks = result->asks,
		.placed = (int64_t)result->taken_n,
		.set_aside = outcome->set_aside };

	for (size_t i = 0, t = 0; i < plan->needs_n; i++) {
		int64_t score = 0;
		for (; t < result->taken_n && result->taken[t].need == i; t++)
			score += SP_HIGHEST - result->taken[t].cost;
		figures.passed_over += result->outcomes[i].missing == 0 &&
				       !sp_plan_has_best(plan, i, score);
		figures.score += score;
	}
	measure_loads(plan, result, &figures);
	return figures;
}
