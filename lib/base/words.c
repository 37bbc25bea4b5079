/* words - a list in one text: "a|b@2024-01-01..2025-06-30|c" */
#include <string.h>

#include "sp/words.h"

struct word {
	const char *s;
	size_t name, length; /* without and with its dates */
};

static bool
next_word(const char **at, struct word *word)
{
	if (*at == NULL)
		return false;
	*at += strspn(*at, "|");
	word->s = *at;
	word->length = strcspn(word->s, "|");
	word->name = strcspn(word->s, "|@");
	*at += word->length;
	return word->length > 0;
}

/* from and to as "2024-01-01..2025-06-30"; ISO days compare as text. */
static bool
within(const char *dates, size_t length, const char *on)
{
	const char *end = dates + length;
	const char *to = dates;
	size_t from;

	while (to < end && *to != '.')
		to++;
	from = (size_t)(to - dates);
	while (to < end && *to == '.')
		to++;
	if (from > 0 && strncmp(dates, on, from) > 0)
		return false;
	return to == end || strncmp(on, to, (size_t)(end - to)) <= 0;
}

size_t
sp_list_words(const char *text, bool dates,
    void (*word)(void *context, const char *word, size_t length), void *context)
{
	struct word w;
	size_t n = 0;

	for (; next_word(&text, &w); n++)
		word(context, w.s, dates ? w.length : w.name);
	return n;
}

static bool
has(const char *text, const char *word, size_t length, const char *on)
{
	struct word w;

	while (next_word(&text, &w)) {
		if (w.name != length || memcmp(w.s, word, length) != 0)
			continue;
		if (on == NULL || w.name == w.length ||
		    within(w.s + w.name + 1, w.length - w.name - 1, on))
			return true;
	}
	return false;
}

bool
sp_list_has(const char *text, const char *word, const char *on)
{
	return has(text, word, strlen(word), on);
}

bool
sp_lists_meet(const char *a, const char *b)
{
	struct word w;

	while (next_word(&a, &w))
		if (has(b, w.s, w.name, NULL))
			return true;
	return false;
}
