/* assign_pairs - from rows to a problem of numbers, and back to rows */
#include "sp/assign_pairs.h"

#include <stdlib.h>
#include <string.h>

#include "sp/assignment.h"
#include "sp/map.h"

enum { NEED, PERSON, COST };

const struct sp_column sp_assign_columns[3] = {
	{ .naam = "need", .name = "need", .alias = "vraag" },
	{ .naam = "person",
	    .name = "person",
	    .alias = "persoon",
	    .care = SP_PERSONAL },
	{ .naam = "cost",
	    .name = "cost",
	    .alias = "kosten",
	    .type = SP_COL_INTEGER,
	    .max = INT64_C(1000000000000) },
};

/* One key, and its number: first by arrival, then by the order of bytes. */
struct key {
	char *text;
	uint32_t number;
};

struct keys {
	struct sp_map *numbers;
	struct key *keys;
	size_t n, room;
};

struct sp_assign_pairs {
	int64_t capacity, load_weight;
	struct keys needs, persons;
	struct sp_assignment_arc *arcs;
	size_t arcs_n, arcs_room;
	struct sp_assigned assigned;
};

struct sp_assign_pairs *
sp_assign_pairs_open(int64_t capacity, int64_t load_weight)
{
	struct sp_assign_pairs *pairs = sp_alloc(1, sizeof(*pairs));

	pairs->capacity = capacity;
	pairs->load_weight = load_weight;
	pairs->needs.numbers = sp_map_open();
	pairs->persons.numbers = sp_map_open();
	return pairs;
}

static uint32_t
number_of(struct keys *keys, const char *text)
{
	size_t length = strlen(text);
	size_t number;

	/* rows of one need mostly follow each other */
	if (keys->n > 0 && strcmp(keys->keys[keys->n - 1].text, text) == 0)
		return (uint32_t)keys->n - 1;
	number = sp_map_number(keys->numbers, text, length);
	if (number < keys->n)
		return (uint32_t)number;
	if (keys->n == keys->room) {
		keys->room = keys->room < 64 ? 64 : 2 * keys->room;
		keys->keys =
		    sp_grow(keys->keys, keys->room, sizeof(*keys->keys));
	}
	keys->keys[keys->n] =
	    (struct key){ sp_strndup(text, length), (uint32_t)keys->n };
	return (uint32_t)keys->n++;
}

int
sp_assign_pairs_add(struct sp_assign_pairs *pairs, const struct sp_value row[3],
    struct sp_error *err)
{
	for (int c = NEED; c <= COST; c++)
		if (!sp_value_given(&row[c]))
			return sp_fail(err, SP_INPUT, _("%s: is missing"),
			    sp_assign_columns[c].naam);
	if (pairs->arcs_n == pairs->arcs_room) {
		pairs->arcs_room =
		    pairs->arcs_room < 64 ? 64 : 2 * pairs->arcs_room;
		pairs->arcs = sp_grow(pairs->arcs, pairs->arcs_room,
		    sizeof(*pairs->arcs));
	}
	pairs->arcs[pairs->arcs_n++] =
	    (struct sp_assignment_arc){ number_of(&pairs->needs, row[NEED].s),
		    number_of(&pairs->persons, row[PERSON].s), row[COST].i };
	return 0;
}

static int
compare(const void *left, const void *right)
{
	return strcmp(((const struct key *)left)->text,
	    ((const struct key *)right)->text);
}

/* Puts the keys in order; returns where each of them went, by arrival. */
static uint32_t *
put_in_order(struct keys *keys)
{
	uint32_t *places = sp_alloc(keys->n, sizeof(*places));

	if (keys->n > 0)
		qsort(keys->keys, keys->n, sizeof(*keys->keys), compare);
	for (size_t i = 0; i < keys->n; i++)
		places[keys->keys[i].number] = (uint32_t)i;
	return places;
}

/* Numbers needs and persons by the order of their keys, which makes the
 * problem the same for rows in any order. */
static void
renumber(struct sp_assign_pairs *pairs)
{
	uint32_t *needs = put_in_order(&pairs->needs);
	uint32_t *persons = put_in_order(&pairs->persons);

	for (size_t i = 0; i < pairs->arcs_n; i++) {
		struct sp_assignment_arc *arc = &pairs->arcs[i];
		arc->need = needs[arc->need];
		arc->person = persons[arc->person];
	}
	free(needs);
	free(persons);
}

static struct sp_assignment_need *
make_needs(const struct keys *keys)
{
	struct sp_assignment_need *needs = sp_alloc(keys->n, sizeof(*needs));

	for (size_t i = 0; i < keys->n; i++)
		needs[i] = (struct sp_assignment_need){ 1,
			sp_assignment_ticket("need", keys->keys[i].text) };
	return needs;
}

static struct sp_assignment_person *
make_persons(const struct keys *keys, int64_t capacity)
{
	struct sp_assignment_person *persons =
	    sp_alloc(keys->n, sizeof(*persons));

	for (size_t i = 0; i < keys->n; i++)
		persons[i] = (struct sp_assignment_person){ 0, capacity,
			sp_assignment_ticket("person", keys->keys[i].text) };
	return persons;
}

static void
take_rows(struct sp_assign_pairs *pairs, const struct sp_assignment *result)
{
	struct sp_assigned *assigned = &pairs->assigned;

	assigned->total = result->total;
	assigned->rows = sp_alloc(result->taken_n, sizeof(*assigned->rows));
	assigned->rows_n = result->taken_n;
	for (size_t i = 0; i < result->taken_n; i++) {
		const struct sp_assignment_arc *arc = &result->taken[i];
		struct sp_value *row = assigned->rows[i];
		row[NEED] = sp_text_value(pairs->needs.keys[arc->need].text);
		row[PERSON] =
		    sp_text_value(pairs->persons.keys[arc->person].text);
		row[COST] = sp_int_value(arc->cost);
	}
	assigned->unplaced = sp_alloc(pairs->needs.n - result->taken_n,
	    sizeof(*assigned->unplaced));
	for (size_t i = 0; i < pairs->needs.n; i++)
		if (result->outcomes[i].missing > 0)
			assigned->unplaced[assigned->unplaced_n++] =
			    (struct sp_unplaced){ pairs->needs.keys[i].text,
				    result->outcomes[i].persons };
}

int
sp_assign_pairs_solve(struct sp_assign_pairs *pairs,
    struct sp_assigned *assigned, struct sp_error *err)
{
	struct sp_assignment_problem problem = { .policy = SP_BALANCE,
		.load_weight = pairs->load_weight };
	struct sp_assignment_person *persons;
	struct sp_assignment_need *needs;
	struct sp_assignment result;
	int bad;

	renumber(pairs);
	problem.needs = needs = make_needs(&pairs->needs);
	problem.needs_n = pairs->needs.n;
	problem.persons = persons =
	    make_persons(&pairs->persons, pairs->capacity);
	problem.persons_n = pairs->persons.n;
	problem.arcs = pairs->arcs;
	problem.arcs_n = pairs->arcs_n;
	bad = sp_assignment_solve(&problem, &result, err);
	if (!bad) {
		take_rows(pairs, &result);
		sp_assignment_free(&result);
		*assigned = pairs->assigned;
	}
	free(needs);
	free(persons);
	return bad;
}

static void
drop(struct keys *keys)
{
	for (size_t i = 0; i < keys->n; i++)
		free(keys->keys[i].text);
	free(keys->keys);
	sp_map_close(keys->numbers);
}

void
sp_assign_pairs_close(struct sp_assign_pairs *pairs)
{
	if (pairs == NULL)
		return;
	drop(&pairs->needs);
	drop(&pairs->persons);
	free(pairs->arcs);
	free(pairs->assigned.rows);
	free(pairs->assigned.unplaced);
	free(pairs);
}
