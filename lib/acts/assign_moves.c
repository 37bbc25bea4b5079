/* assign_moves - room made by moving on what was placed, where a person's days
 * or hours are in the way: chains of moves, the shortest first, and then a walk
 * among plans that place as many */
#include <stdlib.h>
#include <string.h>

#include "acts/assign_plan.h"
#include "sp/mem.h"

enum { LONGEST_SEARCH = 2000 };
/* A walk ends after so many exchanges, or so many questions to the guard. */
enum { MOST_EXCHANGES = 1000, MOST_QUESTIONS = 200000 };
static const uint32_t nowhere = UINT32_MAX;

/* One ask that is placed, and the next one of the same person. */
struct placed {
	struct sp_assignment_arc arc;
	uint32_t next;
};

/* A need that has to go somewhere, because another took its place. */
struct step {
	uint32_t need;
	uint32_t before; /* the step of the need that took it, or nowhere */
	uint32_t place;	 /* which of the placed it had */
};

struct moving {
	const struct sp_plan *plan;
	struct placed *placed;
	size_t n;
	int64_t *missing; /* asks of each need that have no place */
	uint32_t *first;  /* of each of the pool's persons */
	struct step *steps;
	size_t steps_n;
	bool *seen;	  /* needs, in this search */
	size_t questions; /* that the guard was asked */
};

/* Whether the person works for the need already, or was asked. */
static bool
has(const struct moving *moving, uint32_t person, uint32_t need)
{
	for (uint32_t i = moving->first[person]; i != nowhere;
	     i = moving->placed[i].next)
		if (moving->placed[i].arc.need == need)
			return true;
	return sp_plan_asked(moving->plan, need, person);
}

/* Whether the person can do the need beside what she has, one place but for. */
static bool
can_do(struct moving *moving, uint32_t person, uint32_t need, uint32_t without)
{
	const struct sp_plan *plan = moving->plan;
	const struct sp_asking **askings;
	struct sp_hit hit = { .limit = SP_LIMITS };
	size_t n = 1;
	bool can;

	for (uint32_t i = moving->first[person]; i != nowhere;
	     i = moving->placed[i].next)
		n++;
	askings = sp_alloc(n, sizeof(const struct sp_asking *));
	n = 0;
	for (uint32_t i = moving->first[person]; i != nowhere;
	     i = moving->placed[i].next)
		if (i != without)
			askings[n++] =
			    &plan->needs[moving->placed[i].arc.need].asking;
	askings[n++] = &plan->needs[need].asking;
	moving->questions++;
	can = !sp_assign_forbids(&plan->limits, person, askings, n, NULL, &hit);
	free(askings);
	return can;
}

/* Whether a chain that leads to a step goes by the person. */
static bool
goes_by(const struct moving *moving, uint32_t step, uint32_t person)
{
	for (; moving->steps[step].before != nowhere;
	     step = moving->steps[step].before)
		if (moving->placed[moving->steps[step].place].arc.person ==
		    person)
			return true;
	return false;
}

static struct sp_assignment_arc
arc_of(uint32_t need, const struct sp_plan_option *option)
{
	return (struct sp_assignment_arc){ need, option->person,
		SP_HIGHEST - option->score };
}

static void
take_place(struct moving *moving, uint32_t place, struct sp_assignment_arc arc)
{
	moving->placed[place] =
	    (struct placed){ arc, moving->first[arc.person] };
	moving->first[arc.person] = place;
	moving->missing[arc.need]--;
}

static void
leave_place(struct moving *moving, uint32_t place)
{
	const struct sp_assignment_arc *arc = &moving->placed[place].arc;
	uint32_t *link = &moving->first[arc->person];

	while (*link != place)
		link = &moving->placed[*link].next;
	*link = moving->placed[place].next;
	moving->missing[arc->need]++;
}

static const struct sp_plan_option *
option_of(const struct moving *moving, uint32_t need, uint32_t person)
{
	const struct sp_plan *plan = moving->plan;
	const struct sp_plan_option *option =
	    plan->groups[plan->needs[need].group].options;

	while (option->person != person)
		option++;
	return option;
}

/* The last need of a chain goes to the option, each before it to the place
 * that came free; the first fills a new one. */
static void
move_all(struct moving *moving, uint32_t step,
    const struct sp_plan_option *option)
{
	for (;;) {
		const struct step *s = &moving->steps[step];
		uint32_t person, place = s->place;
		if (s->before == nowhere) {
			take_place(moving, (uint32_t)moving->n++,
			    arc_of(s->need, option));
			return;
		}
		person = moving->placed[place].arc.person;
		leave_place(moving, place);
		take_place(moving, place, arc_of(s->need, option));
		step = s->before;
		option = option_of(moving, moving->steps[step].need, person);
	}
}

/* What has to go when the step's need comes to a person is a next step. */
static void
add_steps(struct moving *moving, uint32_t step, uint32_t person)
{
	for (uint32_t i = moving->first[person]; i != nowhere;
	     i = moving->placed[i].next) {
		uint32_t need = moving->placed[i].arc.need;
		if (moving->seen[need] ||
		    !can_do(moving, person, moving->steps[step].need, i))
			continue;
		moving->seen[need] = true;
		moving->steps[moving->steps_n++] =
		    (struct step){ need, step, i };
	}
}

/* Looks on from a step; whether a chain ended. */
static bool
look_on(struct moving *moving, uint32_t step)
{
	const struct sp_plan *plan = moving->plan;
	uint32_t need = moving->steps[step].need;
	const struct sp_plan_group *group =
	    &plan->groups[plan->needs[need].group];

	for (size_t o = 0; o < group->n; o++) {
		uint32_t person = group->options[o].person;
		if (has(moving, person, need) || goes_by(moving, step, person))
			continue;
		if (can_do(moving, person, need, nowhere)) {
			move_all(moving, step, &group->options[o]);
			return true;
		}
		add_steps(moving, step, person);
	}
	return false;
}

/* Breadth first, so that little is moved: of the longest search of 1 nothing is
 * moved at all. */
static bool
place_one(struct moving *moving, uint32_t need, size_t longest)
{
	bool found = false;

	moving->steps[0] = (struct step){ need, nowhere, nowhere };
	moving->steps_n = 1;
	moving->seen[need] = true;
	for (size_t i = 0; i < moving->steps_n && i < longest && !found; i++)
		found = look_on(moving, (uint32_t)i);
	for (size_t i = 0; i < moving->steps_n; i++)
		moving->seen[moving->steps[i].need] = false;
	return found;
}

static void
place_missing(struct moving *moving, size_t longest)
{
	for (uint32_t i = 0; i < moving->plan->needs_n; i++)
		while (moving->missing[i] > 0 && place_one(moving, i, longest))
			;
}

/* The need without a place that the exchange draws, or nowhere. */
static uint32_t
draw_missing(const struct moving *moving, uint64_t exchange)
{
	const struct sp_plan *plan = moving->plan;
	int64_t least = INT64_MAX;
	uint32_t drawn = nowhere;

	for (uint32_t i = 0; i < plan->needs_n; i++) {
		int64_t ticket =
		    sp_assignment_arc_ticket(plan->numbers[i].ticket, exchange);
		if (moving->missing[i] == 0 ||
		    plan->groups[plan->needs[i].group].n == 0 ||
		    ticket >= least)
			continue;
		least = ticket;
		drawn = i;
	}
	return drawn;
}

/* Of the places that the need can take from another one at somebody's who can
 * do it then, the one that the exchange draws, or nowhere. */
static uint32_t
draw_place(struct moving *moving, uint32_t need, uint64_t exchange)
{
	const struct sp_plan *plan = moving->plan;
	const struct sp_plan_group *group =
	    &plan->groups[plan->needs[need].group];
	int64_t least = INT64_MAX;
	uint32_t drawn = nowhere;

	for (size_t o = 0; o < group->n; o++) {
		uint32_t person = group->options[o].person;
		if (has(moving, person, need))
			continue;
		for (uint32_t i = moving->first[person]; i != nowhere;
		     i = moving->placed[i].next) {
			uint32_t other = moving->placed[i].arc.need;
			int64_t ticket =
			    sp_assignment_arc_ticket(plan->numbers[other]
							     .ticket ^
							 exchange,
				plan->persons[person].ticket);
			if (ticket >= least || !can_do(moving, person, need, i))
				continue;
			least = ticket;
			drawn = i;
		}
	}
	return drawn;
}

/* One need takes the place of another, and all look again for one that is
 * free. */
static void
exchange_one(struct moving *moving, uint64_t exchange)
{
	uint32_t need = draw_missing(moving, exchange);
	uint32_t place =
	    need == nowhere ? nowhere : draw_place(moving, need, exchange);
	uint32_t person;

	if (place == nowhere)
		return;
	person = moving->placed[place].arc.person;
	leave_place(moving, place);
	take_place(moving, place,
	    arc_of(need, option_of(moving, need, person)));
	place_missing(moving, 1);
}

/* Room for all, and placed what the result took. */
static struct moving
begin(const struct sp_plan *plan, const struct sp_assignment *result)
{
	struct moving moving = { .plan = plan };

	moving.placed = sp_alloc((size_t)result->asks, sizeof(*moving.placed));
	moving.missing = sp_alloc(plan->needs_n, sizeof(*moving.missing));
	moving.first = sp_alloc(plan->pool->n, sizeof(*moving.first));
	moving.steps = sp_alloc(plan->needs_n, sizeof(*moving.steps));
	moving.seen = sp_alloc(plan->needs_n, sizeof(*moving.seen));
	for (size_t i = 0; i < plan->needs_n; i++)
		moving.missing[i] = plan->needs[i].persons;
	for (size_t p = 0; p < plan->pool->n; p++)
		moving.first[p] = nowhere;
	for (size_t t = 0; t < result->taken_n; t++)
		take_place(&moving, (uint32_t)moving.n++, result->taken[t]);
	return moving;
}

static void
end(struct moving *moving)
{
	free(moving->placed);
	free(moving->missing);
	free(moving->first);
	free(moving->steps);
	free(moving->seen);
}

static int
compare(const void *left, const void *right)
{
	const struct sp_assignment_arc *a = left, *b = right;

	if (a->need != b->need)
		return a->need < b->need ? -1 : 1;
	return (a->person > b->person) - (a->person < b->person);
}

/* What is placed now is the result, if it is more. */
static void
keep_more(const struct moving *moving, struct sp_assignment *result)
{
	if (moving->n <= result->taken_n)
		return;
	result->taken =
	    sp_grow(result->taken, moving->n, sizeof(*result->taken));
	result->taken_n = moving->n;
	result->cost = 0;
	for (size_t i = 0; i < moving->n; i++) {
		result->taken[i] = moving->placed[i].arc;
		result->cost += result->taken[i].cost;
	}
	qsort(result->taken, moving->n, sizeof(*result->taken), compare);
	for (size_t i = 0; i < moving->plan->needs_n; i++)
		result->outcomes[i].missing = moving->missing[i];
}

void
sp_plan_fill_up(const struct sp_plan *plan, struct sp_assignment *result)
{
	struct moving moving = begin(plan, result);

	place_missing(&moving, LONGEST_SEARCH);
	keep_more(&moving, result);
	moving.questions = 0;
	for (uint64_t i = 0;
	     i < MOST_EXCHANGES && moving.questions < MOST_QUESTIONS &&
	     result->taken_n < (size_t)result->asks;
	     i++) {
		exchange_one(&moving, i);
		keep_more(&moving, result);
	}
	end(&moving);
}
