/* wordsets - lists by number, words by number, and each by the other */
#include "methods/wordsets.h"

#include <stdlib.h>
#include <string.h>

#include "sp/map.h"
#include "sp/mem.h"
#include "sp/words.h"

/* Numbers, in the order they came. */
struct numbers {
	uint32_t *all;
	size_t n, room;
};

/* A text, and what it is tied to: a list's words, or a word's lists. */
struct entry {
	char *text;
	struct numbers others;
};

struct entries {
	struct sp_map *numbers; /* by text */
	struct entry *all;
	size_t n, room;
};

struct sp_wordsets {
	const char *day;
	struct entries lists, words;
	uint32_t adding; /* the list whose words are taken now */
};

static void
push(struct numbers *numbers, uint32_t number)
{
	if (numbers->n == numbers->room) {
		numbers->room = numbers->room == 0 ? 4 : 2 * numbers->room;
		numbers->all =
		    sp_grow(numbers->all, numbers->room, sizeof(*numbers->all));
	}
	numbers->all[numbers->n++] = number;
}

/* A text that is not there yet. */
static uint32_t
add_entry(struct entries *entries, const char *text, size_t length)
{
	struct sp_value number = sp_int_value((int64_t)entries->n);

	if (entries->n == entries->room) {
		entries->room = entries->room == 0 ? 64 : 2 * entries->room;
		entries->all =
		    sp_grow(entries->all, entries->room, sizeof(*entries->all));
	}
	entries->all[entries->n] =
	    (struct entry){ .text = sp_strndup(text, length) };
	sp_map_add(entries->numbers, text, length, &number);
	return (uint32_t)entries->n++;
}

static void
drop_entries(struct entries *entries)
{
	for (size_t i = 0; i < entries->n; i++) {
		free(entries->all[i].text);
		free(entries->all[i].others.all);
	}
	free(entries->all);
	sp_map_close(entries->numbers);
}

struct sp_wordsets *
sp_wordsets_open(const char *day)
{
	struct sp_wordsets *sets = sp_alloc(1, sizeof(*sets));

	sets->day = day;
	sets->lists.numbers = sp_map_open();
	sets->words.numbers = sp_map_open();
	add_entry(&sets->lists, "", 0);
	return sets;
}

void
sp_wordsets_close(struct sp_wordsets *sets)
{
	if (sets == NULL)
		return;
	drop_entries(&sets->lists);
	drop_entries(&sets->words);
	free(sets);
}

static void
take_word(void *context, const char *text, size_t length)
{
	struct sp_wordsets *sets = context;
	size_t name = 0;
	const struct sp_value *known;
	const struct numbers *taken;
	uint32_t word;
	char *dated = sp_strndup(text, length);

	while (name < length && text[name] != '@')
		name++;
	dated[name] = '\0';
	known = sp_map_find(sets->words.numbers, dated, name);
	word = known != NULL ? (uint32_t)known->i
			     : add_entry(&sets->words, dated, name);
	taken = &sets->words.all[word].others;
	/* a list says a word twice with other dates */
	if ((taken->n == 0 || taken->all[taken->n - 1] != sets->adding) &&
	    sp_list_has(sets->lists.all[sets->adding].text, dated, sets->day)) {
		push(&sets->words.all[word].others, sets->adding);
		push(&sets->lists.all[sets->adding].others, word);
	}
	free(dated);
}

uint32_t
sp_wordsets_add(struct sp_wordsets *sets, const char *list)
{
	size_t length = list == NULL ? 0 : strlen(list);
	const struct sp_value *known;

	if (length == 0)
		return 0;
	known = sp_map_find(sets->lists.numbers, list, length);
	if (known != NULL)
		return (uint32_t)known->i;
	sets->adding = add_entry(&sets->lists, list, length);
	sp_list_words(list, true, take_word, sets);
	return sets->adding;
}

size_t
sp_wordsets_count(const struct sp_wordsets *sets)
{
	return sets->lists.n;
}

size_t
sp_wordsets_words(const struct sp_wordsets *sets)
{
	return sets->words.n;
}

const char *
sp_wordsets_list(const struct sp_wordsets *sets, uint32_t list)
{
	return sets->lists.all[list].text;
}

const char *
sp_wordsets_word(const struct sp_wordsets *sets, uint32_t word)
{
	return sets->words.all[word].text;
}

size_t
sp_wordsets_of_list(const struct sp_wordsets *sets, uint32_t list,
    const uint32_t **words)
{
	*words = sets->lists.all[list].others.all;
	return sets->lists.all[list].others.n;
}

size_t
sp_wordsets_of_word(const struct sp_wordsets *sets, uint32_t word,
    const uint32_t **lists)
{
	*lists = sets->words.all[word].others.all;
	return sets->words.all[word].others.n;
}

struct counting {
	const struct sp_wordsets *sets;
	uint16_t *held;
	struct sp_wordsets_some *some;
};

static void
add_some(struct sp_wordsets_some *some, uint32_t list)
{
	if (some->n == some->room) {
		some->room = 2 * some->room + 16;
		some->all = sp_grow(some->all, some->room, sizeof(*some->all));
	}
	some->all[some->n++] = list;
}

static void
count_word(void *context, const char *text, size_t length)
{
	struct counting *counting = context;
	const struct sp_value *word =
	    sp_map_find(counting->sets->words.numbers, text, length);
	const struct numbers *lists;

	if (word == NULL)
		return;
	lists = &counting->sets->words.all[word->i].others;
	for (size_t i = 0; i < lists->n; i++)
		if (counting->held[lists->all[i]]++ == 0)
			add_some(counting->some, lists->all[i]);
}

size_t
sp_wordsets_held(const struct sp_wordsets *sets, const char *need,
    uint16_t *held, struct sp_wordsets_some *some)
{
	struct counting counting = { sets, held, some };

	some->n = 0;
	memset(held, 0, sets->lists.n * sizeof(*held));
	return sp_list_words(need, false, count_word, &counting);
}
