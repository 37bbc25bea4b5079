/* plain - words looked up in a list */
#include "sp/plain.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "methods/letters.h"
#include "sp/mem.h"
#include "sp/utf8.h"

/* A word of a text or of a spelling. */
struct word {
	size_t at, length; /* where it stands */
	size_t folded;	   /* where its form for comparing stands */
	bool joined;	   /* nothing but blanks and hyphens before it */
	bool open;	   /* has a * right behind it */
};

struct words {
	struct word *list;
	size_t n, room;
	struct sp_text folded; /* each with a NUL */
};

struct spelling {
	const struct sp_hard_word *word;
	size_t first, n; /* of the words of all spellings */
};

struct spellings {
	struct spelling *list;
	size_t n, room;
	struct words words;
};

static void
words_close(struct words *words)
{
	free(words->list);
	sp_text_free(&words->folded);
}

/* Folds a word behind the others, without its apostrophes. */
static void
fold(struct sp_text *folded, const char *word, size_t length)
{
	char *copy = sp_strndup(word, length);
	size_t from = folded->length, to = from;

	sp_utf8_fold(folded, copy);
	for (; from < folded->length; from++)
		if (folded->s[from] != '\'')
			folded->s[to++] = folded->s[from];
	folded->length = to;
	sp_text_addc(folded, '\0');
	free(copy);
}

static void
read_words(struct words *words, const char *text)
{
	const char *at = text, *end = text, *word;
	size_t length;

	while ((word = sp_next_word(&at, &length)) != NULL) {
		if (words->n == words->room) {
			words->room = words->room == 0 ? 64 : 2 * words->room;
			words->list = sp_grow(words->list, words->room,
			    sizeof(*words->list));
		}
		words->list[words->n++] = (struct word){
			.at = (size_t)(word - text),
			.length = length,
			.folded = words->folded.length,
			.joined = end + strspn(end, " \t\r\n-") == word,
			.open = *at == '*',
		};
		fold(&words->folded, word, length);
		end = at;
	}
}

/* Takes the spellings of a hard word apart. */
static void
read_spellings(struct spellings *spellings, const struct sp_hard_word *word)
{
	const char *at = word->hard;

	while (*(at += strspn(at, "|")) != '\0') {
		size_t length = strcspn(at, "|"), first = spellings->words.n;
		char *spelling = sp_strndup(at, length);
		read_words(&spellings->words, spelling);
		free(spelling);
		at += length;
		if (spellings->n == spellings->room) {
			spellings->room = 2 * spellings->room + 64;
			spellings->list = sp_grow(spellings->list,
			    spellings->room, sizeof(*spellings->list));
		}
		spellings->list[spellings->n++] = (struct spelling){ word,
			first, spellings->words.n - first };
	}
}

static bool
same(const struct words *text, size_t i, const struct words *hard, size_t k)
{
	const char *ours = text->folded.s + text->list[i].folded;
	const char *theirs = hard->folded.s + hard->list[k].folded;

	return hard->list[k].open ? strncmp(ours, theirs, strlen(theirs)) == 0
				  : strcmp(ours, theirs) == 0;
}

static bool
stands_at(const struct spelling *spelling, const struct words *hard,
    const struct words *text, size_t i)
{
	if (spelling->n == 0 || spelling->n > text->n - i)
		return false;
	for (size_t k = 0; k < spelling->n; k++)
		if ((k > 0 && !text->list[i + k].joined) ||
		    !same(text, i + k, hard, spelling->first + k))
			return false;
	return true;
}

/* The spelling of most words that begins at a word of the text, or NULL. */
static const struct spelling *
find(const struct spellings *spellings, const struct words *text, size_t i)
{
	const struct spelling *best = NULL;

	for (size_t s = 0; s < spellings->n; s++) {
		const struct spelling *one = &spellings->list[s];
		if ((best == NULL || one->n > best->n) &&
		    stands_at(one, &spellings->words, text, i))
			best = one;
	}
	return best;
}

size_t
sp_hard_words(const char *text, const struct sp_hard_word *words, size_t n,
    void (*found)(void *context, size_t at, size_t length,
	const struct sp_hard_word *word),
    void *context)
{
	struct spellings spellings = { 0 };
	struct words ours = { 0 };
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		read_spellings(&spellings, &words[i]);
	read_words(&ours, text);
	for (size_t i = 0; i < ours.n; i++) {
		const struct spelling *hard = find(&spellings, &ours, i);
		const struct word *first = &ours.list[i], *last;
		if (hard == NULL)
			continue;
		i += hard->n - 1;
		last = &ours.list[i];
		found(context, first->at, last->at + last->length - first->at,
		    hard->word);
		count++;
	}
	words_close(&ours);
	words_close(&spellings.words);
	free(spellings.list);
	return count;
}
