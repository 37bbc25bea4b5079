/* coverage - areas as a tree, and a cell for every area and word: nobody, one,
 * or more */
#include "sp/coverage.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sp/map.h"
#include "sp/mem.h"
#include "sp/words.h"

/* A cell is 0, the number of the one person, or MANY. */
enum { DEEPEST = 32, MOST = 256 };
static const uint32_t MANY = UINT32_MAX;

struct sp_coverage {
	struct sp_map *areas; /* id as text -> number; 0 is everywhere */
	uint32_t *parents;
	size_t areas_n, areas_room;
	struct sp_map *words; /* "0energie" -> number */
	size_t words_n;
	/* areas_n x words_n, from the first person or signal on */
	uint32_t *within; /* who is there or in what lies in it */
	uint32_t *just;	  /* who has just this area */
	uint32_t *signals;
	uint32_t persons;
};

struct sp_coverage *
sp_coverage_open(void)
{
	struct sp_coverage *coverage = sp_alloc(1, sizeof(*coverage));

	coverage->areas = sp_map_open();
	coverage->words = sp_map_open();
	sp_coverage_area(coverage, 0, 0);
	return coverage;
}

void
sp_coverage_close(struct sp_coverage *coverage)
{
	if (coverage == NULL)
		return;
	sp_map_close(coverage->areas);
	sp_map_close(coverage->words);
	free(coverage->parents);
	free(coverage->within);
	free(coverage->just);
	free(coverage->signals);
	free(coverage);
}

static uint32_t
number_of(struct sp_coverage *coverage, int64_t id)
{
	char key[24];
	size_t length =
	    (size_t)snprintf(key, sizeof(key), "%lld", (long long)id);
	const struct sp_value *known =
	    sp_map_find(coverage->areas, key, length);
	struct sp_value next = sp_int_value((int64_t)coverage->areas_n);

	if (known != NULL)
		return (uint32_t)known->i;
	sp_map_add(coverage->areas, key, length, &next);
	if (coverage->areas_n == coverage->areas_room) {
		coverage->areas_room = 2 * coverage->areas_room + 64;
		coverage->parents = sp_grow(coverage->parents,
		    coverage->areas_room, sizeof(*coverage->parents));
	}
	coverage->parents[coverage->areas_n] = 0;
	return (uint32_t)coverage->areas_n++;
}

void
sp_coverage_area(struct sp_coverage *coverage, int64_t id, int64_t parent)
{
	uint32_t area = number_of(coverage, id);
	uint32_t around = number_of(coverage, parent);

	coverage->parents[area] = around;
}

/* Numbers of what a list names. */
struct numbers {
	const struct sp_coverage *coverage;
	enum sp_cover sort;
	const char *list, *day; /* words count when they hold on the day */
	uint32_t all[MOST];
	const char *words[MOST]; /* where each stands in the list */
	size_t lengths[MOST], n;
};

/* What lies beyond n is never looked at, and not cleared. */
static void
begin(struct numbers *numbers, const struct sp_coverage *coverage,
    enum sp_cover sort)
{
	numbers->coverage = coverage;
	numbers->sort = sort;
	numbers->list = numbers->day = NULL;
	numbers->n = 0;
}

static const struct sp_value *
find_word(const struct sp_coverage *coverage, enum sp_cover sort,
    const char *word, size_t length, char key[MOST])
{
	length = length < MOST - 1 ? length : MOST - 1;
	key[0] = (char)('0' + sort);
	memcpy(key + 1, word, length);
	return sp_map_find(coverage->words, key, length + 1);
}

static void
add_number(struct numbers *numbers, int64_t number, const char *word,
    size_t length)
{
	for (size_t i = 0; i < numbers->n; i++)
		if (numbers->all[i] == number)
			return;
	if (numbers->n == MOST)
		return;
	numbers->words[numbers->n] = word;
	numbers->lengths[numbers->n] = length;
	numbers->all[numbers->n++] = (uint32_t)number;
}

static void
take_area(void *context, const char *word, size_t length)
{
	struct numbers *numbers = context;
	const struct sp_value *area =
	    sp_map_find(numbers->coverage->areas, word, length);

	if (area != NULL)
		add_number(numbers, area->i, word, length);
}

static void
take_word(void *context, const char *word, size_t length)
{
	struct numbers *numbers = context;
	char key[MOST];
	const struct sp_value *known =
	    find_word(numbers->coverage, numbers->sort, word, length, key);

	if (known == NULL)
		return;
	if (numbers->day != NULL && strchr(numbers->list, '@') != NULL) {
		char *copy = sp_strndup(word, length);
		bool holds = sp_list_has(numbers->list, copy, numbers->day);
		free(copy);
		if (!holds)
			return;
	}
	add_number(numbers, known->i, word, length);
}

static void
ask_word(void *context, const char *word, size_t length)
{
	struct numbers *numbers = context;
	struct sp_coverage *coverage =
	    (struct sp_coverage *)(uintptr_t)numbers->coverage;
	struct sp_value next = sp_int_value((int64_t)coverage->words_n);
	char key[MOST];

	if (find_word(coverage, numbers->sort, word, length, key) != NULL)
		return;
	length = length < MOST - 1 ? length : MOST - 1;
	sp_map_add(coverage->words, key, length + 1, &next);
	coverage->words_n++;
}

void
sp_coverage_ask(struct sp_coverage *coverage, enum sp_cover sort,
    const char *words)
{
	struct numbers numbers;

	begin(&numbers, coverage, sort);
	sp_list_words(words, false, ask_word, &numbers);
}

static void
make_cells(struct sp_coverage *coverage)
{
	size_t cells = coverage->areas_n * coverage->words_n;

	if (coverage->within != NULL)
		return;
	coverage->within = sp_alloc(cells + 1, sizeof(uint32_t));
	coverage->just = sp_alloc(cells + 1, sizeof(uint32_t));
	coverage->signals = sp_alloc(cells + 1, sizeof(uint32_t));
}

/* An area and all it lies in; everywhere comes last. */
static void
add_around(const struct sp_coverage *coverage, uint32_t area,
    struct numbers *around)
{
	for (int depth = 0; area != 0 && depth < DEEPEST; depth++) {
		add_number(around, area, NULL, 0);
		area = coverage->parents[area];
	}
	add_number(around, 0, NULL, 0);
}

static void
mark(uint32_t *cell, uint32_t person)
{
	if (*cell != person)
		*cell = *cell == 0 ? person : MANY;
}

void
sp_coverage_person(struct sp_coverage *coverage, const char *areas,
    const char *const words[SP_COVERS], const char *day)
{
	struct numbers own, around, named;
	size_t n = coverage->words_n;

	make_cells(coverage);
	coverage->persons++;
	begin(&named, coverage, SP_COVER_DOMAIN);
	named.day = day;
	for (int sort = 0; sort < SP_COVERS; sort++) {
		named.sort = (enum sp_cover)sort;
		named.list = words[sort];
		sp_list_words(words[sort], false, take_word, &named);
	}
	if (named.n == 0)
		return;
	begin(&own, coverage, SP_COVER_DOMAIN);
	begin(&around, coverage, SP_COVER_DOMAIN);
	sp_list_words(areas, false, take_area, &own);
	add_number(&around, 0, NULL, 0);
	for (size_t i = 0; i < own.n; i++)
		add_around(coverage, own.all[i], &around);
	for (size_t w = 0; w < named.n; w++) {
		for (size_t i = 0; i < around.n; i++)
			mark(&coverage
				  ->within[around.all[i] * n + named.all[w]],
			    coverage->persons);
		for (size_t i = 0; i < own.n; i++)
			mark(&coverage->just[own.all[i] * n + named.all[w]],
			    coverage->persons);
	}
}

void
sp_coverage_signal(struct sp_coverage *coverage, int64_t area,
    const char *domains)
{
	struct numbers named, around;
	char key[24];
	size_t length =
	    (size_t)snprintf(key, sizeof(key), "%lld", (long long)area);
	const struct sp_value *known =
	    sp_map_find(coverage->areas, key, length);

	make_cells(coverage);
	begin(&named, coverage, SP_COVER_DOMAIN);
	begin(&around, coverage, SP_COVER_DOMAIN);
	sp_list_words(domains, false, take_word, &named);
	if (named.n == 0)
		return;
	add_around(coverage, known == NULL ? 0 : (uint32_t)known->i, &around);
	for (size_t w = 0; w < named.n; w++)
		for (size_t i = 0; i < around.n; i++)
			coverage->signals[around.all[i] * coverage->words_n +
					  named.all[w]]++;
}

/* Those in it, and those of the areas it lies in. */
static int
count(const struct sp_coverage *coverage, uint32_t area, uint32_t word)
{
	size_t n = coverage->words_n;
	uint32_t who;

	/* no person and no signal was told of */
	if (coverage->within == NULL)
		return 0;
	who = coverage->within[area * n + word];
	for (int depth = 0; area != 0 && depth < DEEPEST; depth++) {
		area = coverage->parents[area];
		uint32_t other =
		    area == 0 ? 0 : coverage->just[area * n + word];
		if (other != 0)
			mark(&who, other);
	}
	return who == 0 ? 0 : who == MANY ? 2 : 1;
}

/* The areas and words that are meant; false when there are no words. */
static bool
read_question(const struct sp_coverage *coverage, enum sp_cover sort,
    const char *areas, const char *words, struct numbers *where,
    struct numbers *what)
{
	begin(where, coverage, sort);
	begin(what, coverage, sort);
	sp_list_words(areas, false, take_area, where);
	sp_list_words(words, false, take_word, what);
	if (where->n == 0)
		add_number(where, 0, NULL, 0);
	return what->n > 0;
}

int
sp_coverage_least(const struct sp_coverage *coverage, enum sp_cover sort,
    const char *areas, const char *words, const char **word, size_t *n)
{
	struct numbers where, what;
	int least = 3;

	if (!read_question(coverage, sort, areas, words, &where, &what))
		return -1;
	for (size_t i = 0; i < where.n; i++)
		for (size_t w = 0; w < what.n; w++) {
			int there = count(coverage, where.all[i], what.all[w]);
			if (there >= least)
				continue;
			least = there;
			*word = what.words[w];
			*n = what.lengths[w];
		}
	return least;
}

int64_t
sp_coverage_alone(const struct sp_coverage *coverage, const char *areas,
    const char *domains, const char **word, size_t *n)
{
	struct numbers where, what;
	int64_t most = 0;

	if (!read_question(coverage, SP_COVER_DOMAIN, areas, domains, &where,
		&what))
		return -1;
	if (coverage->signals == NULL)
		return 0;
	for (size_t i = 0; i < where.n; i++)
		for (size_t w = 0; w < what.n; w++) {
			int64_t there =
			    coverage->signals[where.all[i] * coverage->words_n +
					      what.all[w]];
			if (there <= most ||
			    count(coverage, where.all[i], what.all[w]) > 0)
				continue;
			most = there;
			*word = what.words[w];
			*n = what.lengths[w];
		}
	return most;
}
