/* assignment - successive shortest paths over lengths of four words */
#include "sp/assignment.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"
#include "sp/ticket.h"

enum { TICKET_BITS = 40 };
static const int64_t largest_word = INT64_C(1) << 62;
static const uint32_t none = UINT32_MAX;

const struct sp_policy_row sp_policies[SP_POLICIES] = {
	{ SP_QUALITY, "kwaliteit", "quality", false, true, false },
	{ SP_BALANCE, "evenwicht", "balance", false, false, true },
	{ SP_SPREAD, "spreiding", "spread", true, false, false },
};

/* How long a path is: words that are compared in turn. */
struct length {
	int64_t unplaced, first, second, ticket;
};
static const struct length endless = { .unplaced = INT64_MAX };
static const struct length left_unplaced = { .unplaced = 1 };

/* What a policy adds to the first and the second word, for each unit of cost
 * and of load. */
struct words {
	int64_t cost_first, cost_second, load_first, load_second;
};

/* A place on paths. The potential is a lower bound of the way from here to
 * the end; no step is longer than the potentials differ. */
struct node {
	struct length potential;
	struct length at; /* how far from the source, in this search */
	uint32_t search;  /* the search that came here */
	uint32_t from;	  /* of a person: by that arc; of a need: that slot */
};

struct need {
	struct node node;
	uint64_t ticket;
	uint32_t first_arc, first_slot;
};

struct person {
	struct node node;
	uint64_t ticket;
	int64_t load, capacity;
	uint32_t slots; /* the first one here */
};

struct arc {
	int64_t cost;
	uint32_t need, person;
};

/* One ask of a need: which arc it takes, and who else stands there. */
struct slot {
	uint32_t need, arc, next, previous;
};

struct waiting {
	struct length at;
	uint32_t id; /* a need, or needs_n + a person */
};

struct solver {
	struct words words;
	struct need *needs; /* one more, where the last one's arcs end */
	struct person *persons;
	struct arc *arcs; /* by need, then person */
	bool *taken;	  /* arcs */
	struct slot *slots;
	uint32_t needs_n, persons_n;
	struct waiting *heap;
	size_t heap_n, heap_room;
	uint32_t *reached; /* in this search */
	size_t reached_n;
	uint32_t search, end;
	struct length best; /* to the end that is nearest so far */
};

static inline struct length
plus(struct length a, struct length b)
{
	return (struct length){ a.unplaced + b.unplaced, a.first + b.first,
		a.second + b.second, a.ticket + b.ticket };
}

static inline struct length
minus(struct length a, struct length b)
{
	return (struct length){ a.unplaced - b.unplaced, a.first - b.first,
		a.second - b.second, a.ticket - b.ticket };
}

static inline bool
is_less(struct length a, struct length b)
{
	if (a.unplaced != b.unplaced)
		return a.unplaced < b.unplaced;
	if (a.first != b.first)
		return a.first < b.first;
	if (a.second != b.second)
		return a.second < b.second;
	return a.ticket < b.ticket;
}

static bool
is_same(struct length a, struct length b)
{
	return !is_less(a, b) && !is_less(b, a);
}

static bool
is_negative(struct length a)
{
	return is_less(a, (struct length){ 0 });
}

uint64_t
sp_assignment_ticket(const char *role, const char *key)
{
	unsigned char digest[SP_SHA256_SIZE];
	uint64_t ticket = 0;

	sp_ticket("sp-assign/1", role, key, digest);
	for (int i = 0; i < 8; i++)
		ticket = ticket << 8 | digest[i];
	return ticket;
}

int64_t
sp_assignment_arc_ticket(uint64_t need, uint64_t person)
{
	uint64_t z = need ^ person;

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	z ^= z >> 31;
	return (int64_t)(z >> (64 - TICKET_BITS));
}

static void
push(struct solver *s, struct length at, uint32_t id)
{
	size_t i = s->heap_n++;

	if (s->heap_n > s->heap_room) {
		s->heap_room = s->heap_room < 64 ? 64 : 2 * s->heap_room;
		s->heap = sp_grow(s->heap, s->heap_room, sizeof(*s->heap));
	}
	for (; i > 0 && is_less(at, s->heap[(i - 1) / 2].at); i = (i - 1) / 2)
		s->heap[i] = s->heap[(i - 1) / 2];
	s->heap[i] = (struct waiting){ at, id };
}

static struct waiting
pop(struct solver *s)
{
	struct waiting top = s->heap[0], last = s->heap[--s->heap_n];
	size_t i = 0, child;

	while ((child = 2 * i + 1) < s->heap_n) {
		if (child + 1 < s->heap_n &&
		    is_less(s->heap[child + 1].at, s->heap[child].at))
			child++;
		if (!is_less(s->heap[child].at, last.at))
			break;
		s->heap[i] = s->heap[child];
		i = child;
	}
	s->heap[i] = last;
	return top;
}

static struct node *
node_of(struct solver *s, uint32_t id)
{
	return id < s->needs_n ? &s->needs[id].node
			       : &s->persons[id - s->needs_n].node;
}

/* What one ask more adds: (load + 1)^2 - load^2. */
static struct length
one_more(const struct solver *s, const struct person *person)
{
	int64_t odd = 2 * person->load + 1;

	return (struct length){ 0, s->words.load_first * odd,
		s->words.load_second * odd, 0 };
}

static inline struct length
way(const struct solver *s, const struct arc *arc)
{
	return (struct length){ 0, s->words.cost_first * arc->cost,
		s->words.cost_second * arc->cost,
		sp_assignment_arc_ticket(s->needs[arc->need].ticket,
		    s->persons[arc->person].ticket) };
}

/* How much longer the arc is than the potentials differ: 0 or more while it
 * is free, 0 or less when it is taken. */
static inline struct length
excess(const struct solver *s, const struct arc *arc)
{
	return minus(plus(way(s, arc), s->persons[arc->person].node.potential),
	    s->needs[arc->need].node.potential);
}

static void
reach(struct solver *s, uint32_t id, struct length at, uint32_t from)
{
	struct node *node = node_of(s, id);

	if (node->search != s->search)
		s->reached[s->reached_n++] = id;
	else if (!is_less(at, node->at))
		return;
	node->search = s->search;
	node->at = at;
	node->from = from;
	push(s, at, id);
}

static void
consider_end(struct solver *s, uint32_t id, struct length at)
{
	if (!is_less(at, s->best))
		return;
	s->best = at;
	s->end = id;
}

/* From a need along a free arc to its person, who may have room. */
static void
go_to_person(struct solver *s, struct length at, uint32_t a)
{
	uint32_t p = s->arcs[a].person;
	const struct person *person = &s->persons[p];
	struct length room;

	reach(s, s->needs_n + p, at, a);
	if (person->load >= person->capacity)
		return;
	room = minus(one_more(s, person), person->node.potential);
	assert(!is_negative(room));
	consider_end(s, s->needs_n + p, plus(at, room));
}

/* To all persons the need is not asked at yet. Then its potential rises until
 * it is as near as the nearest of them, so that a search does not come back
 * here before that matters. */
static void
leave_need(struct solver *s, uint32_t n)
{
	struct need *need = &s->needs[n];
	struct length at = need->node.at, step;
	struct length least = minus(left_unplaced, need->node.potential);

	assert(!is_negative(least));
	consider_end(s, n, plus(at, least));
	for (uint32_t a = need->first_arc; a < need[1].first_arc; a++) {
		if (s->taken[a])
			continue;
		step = excess(s, &s->arcs[a]);
		assert(!is_negative(step));
		if (is_less(step, least))
			least = step;
		step = plus(at, step);
		if (is_less(step, s->best))
			go_to_person(s, step, a);
	}
	need->node.potential = plus(need->node.potential, least);
	need->node.at = plus(at, least);
}

/* From a person back to the needs whose asks stand there. */
static void
leave_person(struct solver *s, uint32_t p)
{
	const struct person *person = &s->persons[p];

	for (uint32_t i = person->slots; i != none; i = s->slots[i].next) {
		struct length step = minus((struct length){ 0 },
		    excess(s, &s->arcs[s->slots[i].arc]));
		struct length at = plus(person->node.at, step);
		assert(!is_negative(step));
		if (is_less(at, s->best))
			reach(s, s->slots[i].need, at, i);
	}
}

/* Whatever is nearer than the end comes as near to it as was seen. */
static void
raise_potentials(struct solver *s)
{
	for (size_t i = 0; i < s->reached_n; i++) {
		struct node *node = node_of(s, s->reached[i]);
		if (is_less(node->at, s->best))
			node->potential =
			    plus(node->potential, minus(s->best, node->at));
	}
}

/* Dijkstra from a need to the nearest end: a person with room, or a need that
 * goes without. first is an arc to look along before the others, or none. */
static void
find_end(struct solver *s, uint32_t source, uint32_t first)
{
	s->search++;
	s->reached_n = s->heap_n = 0;
	s->best = endless;
	reach(s, source, (struct length){ 0 }, none);
	if (first != none)
		go_to_person(s, (struct length){ 0 }, first);
	while (s->heap_n > 0 && is_less(s->heap[0].at, s->best)) {
		struct waiting next = pop(s);
		if (!is_same(node_of(s, next.id)->at, next.at))
			continue; /* a shorter way was found meanwhile */
		if (next.id < s->needs_n)
			leave_need(s, next.id);
		else
			leave_person(s, next.id - s->needs_n);
	}
	raise_potentials(s);
}

static void
take_away(struct solver *s, uint32_t i)
{
	const struct slot *slot = &s->slots[i];
	struct person *person = &s->persons[s->arcs[slot->arc].person];

	s->taken[slot->arc] = false;
	person->load--;
	if (slot->previous == none)
		person->slots = slot->next;
	else
		s->slots[slot->previous].next = slot->next;
	if (slot->next != none)
		s->slots[slot->next].previous = slot->previous;
}

static void
put(struct solver *s, uint32_t i, uint32_t arc)
{
	struct slot *slot = &s->slots[i];
	struct person *person = &s->persons[s->arcs[arc].person];

	s->taken[arc] = true;
	person->load++;
	*slot = (struct slot){ slot->need, arc, person->slots, none };
	if (slot->next != none)
		s->slots[slot->next].previous = i;
	person->slots = i;
}

/* Along the path back from the end: each need on it lets go of the person by
 * whom it was reached and takes the next one; the source takes the first. */
static void
move_asks(struct solver *s, uint32_t source, uint32_t slot)
{
	uint32_t need = s->end, arc = none, old, i;

	for (;;) {
		if (s->end >= s->needs_n) {
			arc = s->persons[s->end - s->needs_n].node.from;
			need = s->arcs[arc].need;
		}
		i = need == source ? slot : s->needs[need].node.from;
		old = s->slots[i].arc;
		if (old != none)
			take_away(s, i);
		s->slots[i].arc = none;
		if (arc != none)
			put(s, i, arc);
		if (need == source)
			return;
		s->end = s->needs_n + s->arcs[old].person;
	}
}

/* The potential of a need that nothing was placed for: as near as its nearest
 * arc, which is returned; none when going without is nearer. */
static uint32_t
nearest_arc(struct solver *s, struct need *need)
{
	struct length nearest = left_unplaced;
	uint32_t found = none;

	for (uint32_t a = need->first_arc; a < need[1].first_arc; a++) {
		const struct arc *arc = &s->arcs[a];
		struct length length =
		    plus(way(s, arc), s->persons[arc->person].node.potential);
		if (!is_less(length, nearest))
			continue;
		nearest = length;
		found = a;
	}
	need->node.potential = nearest;
	return found;
}

static void
place_all(struct solver *s)
{
	for (uint32_t p = 0; p < s->persons_n; p++)
		s->persons[p].node.potential = one_more(s, &s->persons[p]);
	for (uint32_t n = 0; n < s->needs_n; n++) {
		struct need *need = &s->needs[n];
		uint32_t first = nearest_arc(s, need);
		for (uint32_t i = need->first_slot; i < need[1].first_slot;
		     i++) {
			find_end(s, n, first);
			move_asks(s, n, i);
			first = none;
		}
	}
}

/* Turns counts into where each begins. */
static void
accumulate(uint32_t *starts, size_t n)
{
	uint32_t sum = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t count = starts[i];
		starts[i] = sum;
		sum += count;
	}
}

/* Indexes of the arcs by need, then person, then as they came. */
static uint32_t *
sorted(const struct sp_assignment_problem *problem)
{
	size_t n = problem->arcs_n;
	uint32_t *half = sp_alloc(n, sizeof(*half));
	uint32_t *order = sp_alloc(n, sizeof(*order));
	uint32_t *needs = sp_alloc(problem->needs_n, sizeof(*needs));
	uint32_t *persons = sp_alloc(problem->persons_n, sizeof(*persons));

	for (size_t i = 0; i < n; i++) {
		needs[problem->arcs[i].need]++;
		persons[problem->arcs[i].person]++;
	}
	accumulate(needs, problem->needs_n);
	accumulate(persons, problem->persons_n);
	for (size_t i = 0; i < n; i++)
		half[persons[problem->arcs[i].person]++] = (uint32_t)i;
	for (size_t i = 0; i < n; i++)
		order[needs[problem->arcs[half[i]].need]++] = half[i];
	free(half);
	free(needs);
	free(persons);
	return order;
}

/* The arcs in order, of several between the same two the cheapest. */
static size_t
take_arcs(struct solver *s, const struct sp_assignment_problem *problem)
{
	uint32_t *order = sorted(problem);
	size_t n = 0;

	s->arcs = sp_alloc(problem->arcs_n, sizeof(*s->arcs));
	for (size_t i = 0; i < problem->arcs_n; i++) {
		const struct sp_assignment_arc *arc = &problem->arcs[order[i]];
		struct arc *last = n > 0 ? &s->arcs[n - 1] : NULL;
		assert(arc->cost >= 0);
		if (last == NULL || last->need != arc->need ||
		    last->person != arc->person)
			s->arcs[n++] =
			    (struct arc){ arc->cost, arc->need, arc->person };
		else if (arc->cost < last->cost)
			last->cost = arc->cost;
	}
	free(order);
	return n;
}

/* More slots than arcs could never be filled. */
static void
take_needs(struct solver *s, const struct sp_assignment_problem *problem,
    size_t arcs_n)
{
	uint32_t a = 0, slots = 0;

	s->needs = sp_alloc(problem->needs_n + 1, sizeof(*s->needs));
	s->slots = sp_alloc(arcs_n, sizeof(*s->slots));
	for (uint32_t n = 0; n < s->needs_n; n++) {
		struct need *need = &s->needs[n];
		need->ticket = problem->needs[n].ticket;
		need->first_arc = a;
		need->first_slot = slots;
		while (a < arcs_n && s->arcs[a].need == n)
			a++;
		assert(problem->needs[n].asks >= 1);
		for (int64_t i = 0;
		     i < problem->needs[n].asks && i < a - need->first_arc; i++)
			s->slots[slots++] =
			    (struct slot){ n, none, none, none };
	}
	s->needs[s->needs_n].first_arc = a;
	s->needs[s->needs_n].first_slot = slots;
}

static void
take_persons(struct solver *s, const struct sp_assignment_problem *problem)
{
	s->persons = sp_alloc(problem->persons_n, sizeof(*s->persons));
	for (uint32_t p = 0; p < s->persons_n; p++) {
		const struct sp_assignment_person *given = &problem->persons[p];
		struct person *person = &s->persons[p];
		person->ticket = given->ticket;
		person->load = given->load;
		person->capacity = given->capacity;
		person->slots = none;
	}
}

static struct words
words_of(const struct sp_assignment_problem *problem)
{
	const struct sp_policy_row *policy = &sp_policies[problem->policy];
	int64_t load = policy->weighed ? problem->load_weight : 1;

	return (struct words){ !policy->cost_second, policy->cost_second,
		policy->load_second ? 0 : load,
		policy->load_second ? load : 0 };
}

/* Sums of numbers from 0 that stay at the top when they get there. */
static int64_t
add(int64_t a, int64_t b)
{
	return b > INT64_MAX - a ? INT64_MAX : a + b;
}

static int64_t
times(int64_t a, int64_t b)
{
	return a > 0 && b > INT64_MAX / a ? INT64_MAX : a * b;
}

/* The most a person can carry in the end. */
static int64_t
most_load(const struct person *person, int64_t arcs)
{
	int64_t most = add(person->load, arcs);

	if (most > person->capacity)
		most = person->capacity;
	return most < person->load ? person->load : most;
}

/* Whether no length and no sum can pass its word; see the header. */
static bool
fits(const struct solver *s, size_t arcs_n)
{
	int64_t n = (s->needs_n < s->persons_n ? s->needs_n : s->persons_n) + 1;
	int64_t weight = s->words.load_first > 1 ? s->words.load_first : 1;
	int64_t cost = 0, load = 0, squares = 0, word;
	uint32_t *arcs = sp_alloc(s->persons_n, sizeof(*arcs));

	for (size_t a = 0; a < arcs_n; a++) {
		cost = s->arcs[a].cost > cost ? s->arcs[a].cost : cost;
		arcs[s->arcs[a].person]++;
	}
	for (uint32_t p = 0; p < s->persons_n; p++) {
		int64_t most = most_load(&s->persons[p], arcs[p]);
		load = most > load ? most : load;
		squares = add(squares, times(most, most));
	}
	free(arcs);
	word = add(cost, times(weight, add(times(2, load), 1)));
	return n <= largest_word / 8 >> TICKET_BITS &&
	       word <= largest_word / 8 / n &&
	       add(times(cost, (int64_t)arcs_n), times(weight, squares)) <=
		   largest_word;
}

static void
take_result(const struct solver *s, const struct sp_assignment_problem *problem,
    struct sp_assignment *result)
{
	*result = (struct sp_assignment){ 0 };
	result->taken =
	    sp_alloc(s->needs[s->needs_n].first_slot, sizeof(*result->taken));
	result->outcomes = sp_alloc(s->needs_n, sizeof(*result->outcomes));
	for (uint32_t n = 0; n < s->needs_n; n++) {
		const struct need *need = &s->needs[n];
		result->asks = add(result->asks, problem->needs[n].asks);
		result->outcomes[n].missing = problem->needs[n].asks;
		result->outcomes[n].persons =
		    need[1].first_arc - need->first_arc;
		for (uint32_t a = need->first_arc; a < need[1].first_arc; a++) {
			const struct arc *arc = &s->arcs[a];
			if (!s->taken[a])
				continue;
			result->taken[result->taken_n++] =
			    (struct sp_assignment_arc){ n, arc->person,
				    arc->cost };
			result->cost += arc->cost;
			result->outcomes[n].missing--;
		}
	}
	for (uint32_t p = 0; p < s->persons_n; p++)
		result->squares += s->persons[p].load * s->persons[p].load;
	result->total = result->cost;
	if (sp_policies[problem->policy].weighed)
		result->total += problem->load_weight * result->squares;
}

static void
drop(struct solver *s)
{
	free(s->needs);
	free(s->persons);
	free(s->arcs);
	free(s->taken);
	free(s->slots);
	free(s->heap);
	free(s->reached);
}

int
sp_assignment_solve(const struct sp_assignment_problem *problem,
    struct sp_assignment *result, struct sp_error *err)
{
	struct solver s = { .words = words_of(problem) };
	size_t arcs_n;
	int bad = 0;

	if (problem->arcs_n >= none ||
	    problem->needs_n + problem->persons_n >= none)
		return sp_fail(err, SP_INPUT,
		    _("there is more to assign than can be counted"));
	s.needs_n = (uint32_t)problem->needs_n;
	s.persons_n = (uint32_t)problem->persons_n;
	arcs_n = take_arcs(&s, problem);
	take_needs(&s, problem, arcs_n);
	take_persons(&s, problem);
	s.taken = sp_alloc(arcs_n, sizeof(*s.taken));
	s.reached =
	    sp_alloc(problem->needs_n + problem->persons_n, sizeof(*s.reached));
	if (fits(&s, arcs_n)) {
		place_all(&s);
		take_result(&s, problem, result);
	} else {
		bad = sp_fail(err, SP_INPUT,
		    _("costs, loads and the load weight are too large to add "
		      "up exactly"));
	}
	drop(&s);
	return bad;
}

void
sp_assignment_free(struct sp_assignment *result)
{
	free(result->taken);
	free(result->outcomes);
	*result = (struct sp_assignment){ 0 };
}
