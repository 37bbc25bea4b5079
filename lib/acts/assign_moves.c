/* assign_moves - room made by moving on what was placed, where a person's days
 * or hours are in the way: chains of moves, the shortest first */
#include <stdlib.h>
#include <string.h>

#include "acts/assign_plan.h"
#include "sp/mem.h"

enum { LONGEST_SEARCH = 2000 };
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
	uint32_t *first; /* of each of the pool's persons */
	struct step *steps;
	size_t steps_n;
	bool *seen; /* needs, in this search */
};

static bool
has(const struct moving *moving, uint32_t person, uint32_t need)
{
	for (uint32_t i = moving->first[person]; i != nowhere;
	     i = moving->placed[i].next)
		if (moving->placed[i].arc.need == need)
			return true;
	return false;
}

/* Whether the person can do the need beside what she has, one place but for. */
static bool
can_do(const struct moving *moving, uint32_t person, uint32_t need,
    uint32_t without)
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

static void
take_place(struct moving *moving, uint32_t place, uint32_t need,
    const struct sp_plan_option *option)
{
	struct placed *placed = &moving->placed[place];

	placed->arc = (struct sp_assignment_arc){ need, option->person,
		SP_HIGHEST - option->score };
	placed->next = moving->first[option->person];
	moving->first[option->person] = place;
}

static void
leave_place(struct moving *moving, uint32_t place)
{
	uint32_t *link = &moving->first[moving->placed[place].arc.person];

	while (*link != place)
		link = &moving->placed[*link].next;
	*link = moving->placed[place].next;
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
			take_place(moving, (uint32_t)moving->n++, s->need,
			    option);
			return;
		}
		person = moving->placed[place].arc.person;
		leave_place(moving, place);
		take_place(moving, place, s->need, option);
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
		if (has(moving, person, need) ||
		    sp_plan_asked(plan, need, person) ||
		    goes_by(moving, step, person))
			continue;
		if (can_do(moving, person, need, nowhere)) {
			move_all(moving, step, &group->options[o]);
			return true;
		}
		add_steps(moving, step, person);
	}
	return false;
}

/* Breadth first, so that little is moved. */
static bool
place_one(struct moving *moving, uint32_t need)
{
	bool found = false;

	moving->steps[0] = (struct step){ need, nowhere, nowhere };
	moving->steps_n = 1;
	moving->seen[need] = true;
	for (size_t i = 0; i < moving->steps_n && i < LONGEST_SEARCH && !found;
	     i++)
		found = look_on(moving, (uint32_t)i);
	for (size_t i = 0; i < moving->steps_n; i++)
		moving->seen[moving->steps[i].need] = false;
	return found;
}

static void
begin(struct moving *moving, const struct sp_assignment *result)
{
	const struct sp_plan *plan = moving->plan;

	moving->placed =
	    sp_alloc((size_t)result->asks, sizeof(*moving->placed));
	moving->first = sp_alloc(plan->pool->n, sizeof(*moving->first));
	moving->steps = sp_alloc(plan->needs_n, sizeof(*moving->steps));
	moving->seen = sp_alloc(plan->needs_n, sizeof(*moving->seen));
	for (size_t p = 0; p < plan->pool->n; p++)
		moving->first[p] = nowhere;
	for (; moving->n < result->taken_n; moving->n++) {
		struct placed *placed = &moving->placed[moving->n];
		placed->arc = result->taken[moving->n];
		placed->next = moving->first[placed->arc.person];
		moving->first[placed->arc.person] = (uint32_t)moving->n;
	}
}

static int
compare(const void *left, const void *right)
{
	const struct sp_assignment_arc *a = left, *b = right;

	if (a->need != b->need)
		return a->need < b->need ? -1 : 1;
	return (a->person > b->person) - (a->person < b->person);
}

static void
end(struct moving *moving, struct sp_assignment *result)
{
	result->taken =
	    sp_grow(result->taken, moving->n + 1, sizeof(*result->taken));
	result->taken_n = moving->n;
	result->cost = 0;
	for (size_t i = 0; i < moving->n; i++) {
		result->taken[i] = moving->placed[i].arc;
		result->cost += result->taken[i].cost;
	}
	if (moving->n > 0)
		qsort(result->taken, moving->n, sizeof(*result->taken),
		    compare);
	free(moving->placed);
	free(moving->first);
	free(moving->steps);
	free(moving->seen);
}

void
sp_plan_fill_up(const struct sp_plan *plan, struct sp_assignment *result)
{
	struct moving moving = { .plan = plan };

	begin(&moving, result);
	for (size_t i = 0; i < plan->needs_n; i++)
		while (result->outcomes[i].missing > 0 &&
		       place_one(&moving, (uint32_t)i))
			result->outcomes[i].missing--;
	end(&moving, result);
}
