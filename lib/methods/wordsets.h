/* wordsets - the different lists of words that stand in a column, each once,
 * so that what is asked of all rows is answered once for each of them */
#ifndef SP_WORDSETS_H
#define SP_WORDSETS_H

#include <stddef.h>
#include <stdint.h>

struct sp_wordsets;

/* day: a word with dates (a@from..to) counts only when that day is one of
 * them. The caller closes. */
struct sp_wordsets *sp_wordsets_open(const char *day);
void sp_wordsets_close(struct sp_wordsets *sets); /* NULL is allowed */

/* The number of a list, from 0; 0 is the list without words (NULL or ""). The
 * same text always has the same number. */
uint32_t sp_wordsets_add(struct sp_wordsets *sets, const char *list);
/* How many lists there are, 1 or more, and how many different words. */
size_t sp_wordsets_count(const struct sp_wordsets *sets);
size_t sp_wordsets_words(const struct sp_wordsets *sets);

/* A list as it was added, and a word by its number from 0. Valid until
 * close. */
const char *sp_wordsets_list(const struct sp_wordsets *sets, uint32_t list);
const char *sp_wordsets_word(const struct sp_wordsets *sets, uint32_t word);

/* The words of a list, and the lists of a word: how many, and where they
 * stand. Valid until the next list is added. */
size_t sp_wordsets_of_list(const struct sp_wordsets *sets, uint32_t list,
    const uint32_t **words);
size_t sp_wordsets_of_word(const struct sp_wordsets *sets, uint32_t word,
    const uint32_t **lists);

/* Some of the lists, by number; what it holds is the caller's to free. */
struct sp_wordsets_some {
	uint32_t *all;
	size_t n, room;
};

/* Counts in held[sp_wordsets_count] how many of the needed words (`a|b|c`)
 * each list has; some become those that have one, in no order. Returns how
 * many words are needed. */
size_t sp_wordsets_held(const struct sp_wordsets *sets, const char *need,
    uint16_t *held, struct sp_wordsets_some *some);

#endif
