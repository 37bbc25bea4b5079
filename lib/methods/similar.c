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

struct gram {
	uint64_t key, weight;
};

struct sp_similar {
	struct table grams, function;
	uint64_t total, round;
	/* of the text at hand */
	struct sp_text folded;
	struct gram *list;
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
	uint64_t grams;	       /* its last three letters, of 21 bits each */
	uint64_t key;	       /* as word_key, of the first 8 */
	size_t letters, first; /* in the list of trigrams */
	bool other;	       /* than one-byte letters are in it */
};

static void
list_gram(struct sp_similar *similar, struct word *word, uint32_t c)
{
	const uint64_t three = (UINT64_C(1) << 63) - 1;

	word->grams = (word->grams << 21 | c) & three;
	similar->list[similar->n++].key = word->grams;
}

static void
list_letter(struct sp_similar *similar, struct word *word, uint32_t c)
{
	word->letters++;
	word->key = word->key << 8 | (c & 0xff);
	word->other |= c >= 0x80;
	list_gram(similar, word, c);
}

/* What its trigrams weigh shows at the end of a word; the next begins. */
static void
end_word(struct sp_similar *similar, struct word *word)
{
	bool known = word->letters <= 8 && !word->other;
	uint64_t weight = CONTENT;

	if (word->letters > 0) {
		list_gram(similar, word, ' ');
		if (known && slot_of(&similar->function, word->key)->weight > 0)
			weight = FUNCTION;
		for (size_t i = word->first; i < similar->n; i++)
			similar->list[i].weight = weight;
	}
	*word = (struct word){ .grams = ' ' << 21 | ' ', .first = similar->n };
}

/* Lists the trigrams of a text, each as often as it occurs: one for every
 * letter and one more for every word. Words are as sp_next_word has them. */
static void
list_grams(struct sp_similar *similar, const char *text)
{
	struct word word = { 0 };
	const char *at;
	uint32_t c;

	sp_text_clear(&similar->folded);
	sp_utf8_fold(&similar->folded, text);
	if (similar->room < 2 * similar->folded.length) {
		similar->room = 2 * similar->folded.length;
		similar->list = sp_grow(similar->list, similar->room,
		    sizeof(*similar->list));
	}
	similar->n = 0;
	at = similar->folded.s;
	end_word(similar, &word);
	while ((c = sp_next_letter(&at)) != 0)
		if (sp_is_letter(c))
			list_letter(similar, &word, c);
		else if (!sp_is_apostrophe(c))
			end_word(similar, &word);
	end_word(similar, &word);
}

struct sp_similar *
sp_similar_open(const char *text)
{
	struct sp_similar *similar = sp_alloc(1, sizeof(*similar));

	table_open(&similar->function, FUNCTION_WORDS);
	for (size_t i = 0; i < FUNCTION_WORDS; i++)
		add(&similar->function, word_key(function_words[i]), 1);
	list_grams(similar, text);
	table_open(&similar->grams, similar->n);
	for (size_t i = 0; i < similar->n; i++) {
		add(&similar->grams, similar->list[i].key,
		    similar->list[i].weight);
		similar->total += similar->list[i].weight;
	}
	return similar;
}

/* Takes a trigram of the other text away from what is left of ours. */
static uint64_t
take(struct sp_similar *similar, const struct gram *gram)
{
	struct slot *slot = slot_of(&similar->grams, gram->key);
	uint64_t taken;

	if (slot->weight == 0)
		return 0;
	if (slot->round != similar->round) {
		slot->round = similar->round;
		slot->left = slot->weight;
	}
	taken = gram->weight < slot->left ? gram->weight : slot->left;
	slot->left -= taken;
	return taken;
}

int
sp_similar_to(struct sp_similar *similar, const char *text)
{
	uint64_t shared = 0, both = similar->total;

	list_grams(similar, text);
	similar->round++;
	for (size_t i = 0; i < similar->n; i++) {
		shared += take(similar, &similar->list[i]);
		both += similar->list[i].weight;
	}
	return both == 0 ? 0 : (int)(2000 * shared / both);
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
