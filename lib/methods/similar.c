/* similar - weighted trigrams in a hash table, and Dice's coefficient */
#include "sp/similar.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "methods/letters.h"
#include "sp/mem.h"
#include "sp/utf8.h"

/* Dutch words that carry grammar, not subject; folded, at most 8 letters. */
static const char *const function_words[] = { "de", "het", "een", "en", "of",
	"maar", "want", "dus", "als", "dan", "dat", "die", "dit", "deze", "er",
	"hier", "daar", "in", "op", "aan", "van", "voor", "met", "naar", "bij",
	"uit", "door", "over", "om", "te", "tot", "tegen", "tussen", "na",
	"sinds", "via", "is", "zijn", "was", "waren", "wordt", "worden", "werd",
	"ben", "bent", "heeft", "hebben", "had", "heb", "kan", "kunnen", "kon",
	"moet", "moeten", "wil", "willen", "zal", "zullen", "mag", "mogen",
	"gaat", "gaan", "ging", "doet", "doen", "niet", "geen", "wel", "ook",
	"nog", "al", "weer", "meer", "veel", "heel", "erg", "zo", "nu", "toen",
	"toch", "ik", "je", "jij", "u", "hij", "zij", "ze", "wij", "we",
	"jullie", "mijn", "jouw", "uw", "haar", "hun", "ons", "onze", "me",
	"mij", "hem", "zich", "wat", "wie", "waar", "hoe", "wanneer", "welke",
	"alle", "alles", "iets", "niets", "iemand", "niemand", "steeds" };

enum {
	FUNCTION_WORDS = sizeof(function_words) / sizeof(function_words[0]),
	CONTENT = 4,  /* the weight of a trigram in most words */
	FUNCTION = 1, /* and in those */
};

/* A number and its weight; weight 0: free. left is of one round. */
struct slot {
	uint64_t key, round, weight, left;
};

/* Open addressing; at most half full. */
struct table {
	struct slot *slots;
	size_t size; /* a power of 2 */
};

struct sp_similar {
	struct table grams, function;
	uint64_t total, round;
	/* of the text at hand, folded; the trigrams of its word at hand */
	struct sp_text folded;
	uint64_t *list;
	size_t n, room;
};

static void
table_open(struct table *table, size_t most)
{
	table->size = 16;
	while (table->size < 2 * most)
		table->size *= 2;
	table->slots = sp_alloc(table->size, sizeof(*table->slots));
}

/* The slot that has the key, or the free one where it belongs. The factor is
 * 2^64 over the golden ratio (Knuth, volume 3, 6.4). */
static struct slot *
slot_of(const struct table *table, uint64_t key)
{
	size_t at = (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 32);

	for (;; at++) {
		struct slot *slot = &table->slots[at & (table->size - 1)];
		if (slot->weight == 0 || slot->key == key)
			return slot;
	}
}

static void
add(const struct table *table, uint64_t key, uint64_t weight)
{
	struct slot *slot = slot_of(table, key);

	slot->key = key;
	slot->weight += weight;
}

/* A word of up to 8 letters of one byte as a number. */
static uint64_t
word_key(const char *word)
{
	uint64_t key = 0;

	for (; *word != '\0'; word++)
		key = key << 8 | (unsigned char)*word;
	return key;
}

/* A word as far as it was read. */
struct word {
	uint64_t grams; /* its last three letters, of 21 bits each */
	uint64_t key;	/* as word_key, of the first 8 */
	size_t letters;
	bool other; /* than one-byte letters are in it */
};

static void
list_gram(struct sp_similar *similar, struct word *word, uint32_t c)
{
	const uint64_t three = (UINT64_C(1) << 63) - 1;

	word->grams = (word->grams << 21 | c) & three;
	similar->list[similar->n++] = word->grams;
}

static void
list_letter(struct sp_similar *similar, struct word *word, uint32_t c)
{
	word->letters++;
	word->key = word->key << 8 | (c & 0xff);
	word->other |= c >= 0x80;
	list_gram(similar, word, c);
}

/* Lists the trigrams of the next word, each as often as it occurs: one for
 * every letter and one more. Words are as sp_next_word has them. What each of
 * them weighs; 0: there was no word left. */
static uint64_t
list_word(struct sp_similar *similar, const char **at)
{
	struct word word = { .grams = ' ' << 21 | ' ' };
	uint32_t c;

	similar->n = 0;
	while ((c = sp_next_letter(at)) != 0)
		if (sp_is_letter(c))
			list_letter(similar, &word, c);
		else if (word.letters > 0 && !sp_is_apostrophe(c))
			break;
	if (word.letters == 0)
		return 0;
	list_gram(similar, &word, ' ');
	return word.letters <= 8 && !word.other &&
		       slot_of(&similar->function, word.key)->weight > 0
		   ? FUNCTION
		   : CONTENT;
}

/* Makes a text ready for list_word. */
static const char *
fold(struct sp_similar *similar, const char *text)
{
	sp_text_clear(&similar->folded);
	sp_utf8_fold(&similar->folded, text);
	if (similar->room <= similar->folded.length) {
		similar->room = 2 * similar->folded.length + 2;
		similar->list = sp_grow(similar->list, similar->room,
		    sizeof(*similar->list));
	}
	return similar->folded.s;
}

struct sp_similar *
sp_similar_open(const char *text)
{
	struct sp_similar *similar = sp_alloc(1, sizeof(*similar));
	const char *at = fold(similar, text);
	uint64_t weight;

	table_open(&similar->function, FUNCTION_WORDS);
	for (size_t i = 0; i < FUNCTION_WORDS; i++)
		add(&similar->function, word_key(function_words[i]), 1);
	table_open(&similar->grams, similar->folded.length + 1);
	while ((weight = list_word(similar, &at)) > 0) {
		for (size_t i = 0; i < similar->n; i++)
			add(&similar->grams, similar->list[i], weight);
		similar->total += similar->n * weight;
	}
	return similar;
}

/* Takes a trigram of the other text away from what is left of ours. */
static uint64_t
take(struct sp_similar *similar, uint64_t gram, uint64_t weight)
{
	struct slot *slot = slot_of(&similar->grams, gram);
	uint64_t taken;

	if (slot->weight == 0)
		return 0;
	if (slot->round != similar->round) {
		slot->round = similar->round;
		slot->left = slot->weight;
	}
	taken = weight < slot->left ? weight : slot->left;
	slot->left -= taken;
	return taken;
}

/* Whether so many bytes that are left may still make the texts alike enough,
 * if each is a letter, of a word that both have: a trigram more than bytes,
 * since blanks part words. */
static bool
may_reach(const struct sp_similar *similar, uint64_t shared, uint64_t both,
    size_t bytes, uint64_t least)
{
	uint64_t more = CONTENT * ((uint64_t)bytes + 1);

	if (more > similar->total - shared)
		more = similar->total - shared;
	return 2000 * (shared + more) >= least * (both + more);
}

int
sp_similar_reach(struct sp_similar *similar, const char *text, int least)
{
	uint64_t shared = 0, both = similar->total, weight;
	const char *at = fold(similar, text);
	const char *end = at + similar->folded.length;

	similar->round++;
	while (may_reach(similar, shared, both, (size_t)(end - at),
		   (uint64_t)least) &&
	       (weight = list_word(similar, &at)) > 0) {
		for (size_t i = 0; i < similar->n; i++)
			shared += take(similar, similar->list[i], weight);
		both += similar->n * weight;
	}
	if (both > 0)
		shared = 2000 * shared / both;
	return shared >= (uint64_t)least ? (int)shared : -1;
}

int
sp_similar_to(struct sp_similar *similar, const char *text)
{
	return sp_similar_reach(similar, text, 0);
}

void
sp_similar_close(struct sp_similar *similar)
{
	if (similar == NULL)
		return;
	free(similar->grams.slots);
	free(similar->function.slots);
	free(similar->list);
	sp_text_free(&similar->folded);
	free(similar);
}
