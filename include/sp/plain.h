/* plain - hard words in a text, so that a caller can warn
 *
 * Nothing is changed or refused here, and no text is judged by a score. */
#ifndef SP_PLAIN_H
#define SP_PLAIN_H

#include <stddef.h>

/* A hard word and what can be said instead; a list may come from a file.
 *
 * hard holds one or more spellings with | between: "dienen te|dient te". A
 * spelling is one or more words; a word with * right behind it stands for
 * every word that begins so: "verstrek*". Capitals, accents and apostrophes
 * do not count. Forms of a word, and compounds that begin with it, are found
 * only as far as the spellings say; a hard word within another word is not
 * found, nor a pair with other words between ("dient u te"). */
struct sp_hard_word {
	const char *hard, *plain;
};

/* The list that comes with the program: Dutch as offices write it, and plain
 * Dutch (language level B1). Our own choice of the words that style guides of
 * Dutch municipalities and provinces advise against, such as Den Haag's (Het
 * Helder Haags Woordenboek, 2007) and Zuid-Holland's. */
extern const struct sp_hard_word sp_hard_words_dutch[];
extern const size_t sp_hard_words_dutch_n;

/* Calls found for each hard word in the order of the text (valid UTF-8): at
 * and length are bytes of text, word is of the list. Where several spellings
 * begin at one word, the one of most words counts, then the first of the list;
 * the search goes on after it. Words of one spelling may have blanks, line
 * ends and hyphens between them. Returns how many were found. Time grows with
 * the words of the text times the spellings of the list. */
size_t sp_hard_words(const char *text, const struct sp_hard_word *words,
    size_t n,
    void (*found)(void *context, size_t at, size_t length,
	const struct sp_hard_word *word),
    void *context);

#endif
