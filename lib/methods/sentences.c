/* sentences - where one ends, and how many words it has */
#include "sp/sentences.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "methods/letters.h"

#define BLANKS " \t\r\n"

/* What stands before a name or a number, with a full stop. */
static const char *const short_forms[] = { "art", "blz", "bijv", "ca", "dhr",
	"dr", "drs", "ing", "ir", "jl", "mevr", "mr", "mw", "nr", "prof", "st",
	"tel" };

/* Quotes and brackets around a sentence, and the ellipsis. */
static const char *const closers[] = { ")", "]", "\"", "'", "\xe2\x80\x9d",
	"\xe2\x80\x99", "\xc2\xbb" };
static const char *const openers[] = { "(", "[", "\"", "'", "\xe2\x80\x9c",
	"\xe2\x80\x98", "\xe2\x80\x9e", "\xc2\xab" };
static const char ellipsis[] = "\xe2\x80\xa6", bullet[] = "\xe2\x80\xa2";

struct sentence {
	const char *start, *end;
	size_t words;
};

static bool
begins(const char *s, size_t length, const char *with)
{
	return strlen(with) <= length && memcmp(s, with, strlen(with)) == 0;
}

static bool
ends(const char *s, size_t length, const char *with)
{
	size_t n = strlen(with);

	return n <= length && memcmp(s + length - n, with, n) == 0;
}

/* Past the openers of what stands between two blanks. */
static const char *
opened(const char *s)
{
	size_t i = 0;

	while (i < sizeof(openers) / sizeof(openers[0]))
		if (begins(s, strnlen(s, 4), openers[i])) {
			s += strlen(openers[i]);
			i = 0;
		} else {
			i++;
		}
	return s;
}

/* Its length without the closers. */
static size_t
closed(const char *s, size_t length)
{
	size_t i = 0;

	while (i < sizeof(closers) / sizeof(closers[0]))
		if (ends(s, length, closers[i])) {
			length -= strlen(closers[i]);
			i = 0;
		} else {
			i++;
		}
	return length;
}

/* Whether what stands before a full stop is an initial or a short form. */
static bool
is_short(const char *s, size_t length)
{
	const char *start = opened(s), *end = s + length, *letter = end;

	while (letter > start && letter[-1] != '.')
		letter--;
	if (end - letter == 1 &&
	    ((*letter | 32) >= 'a' && (*letter | 32) <= 'z'))
		return true;
	for (size_t i = 0; i < sizeof(short_forms) / sizeof(short_forms[0]);
	     i++)
		if (strlen(short_forms[i]) == (size_t)(end - start) &&
		    strncasecmp(short_forms[i], start,
			strlen(short_forms[i])) == 0)
			return true;
	return false;
}

/* A small letter of ASCII or Latin-1. */
static bool
is_small(const char *s)
{
	uint32_t c = sp_next_letter(&s);

	return (c >= 'a' && c <= 'z') || (c >= 0xdf && c <= 0xff);
}

/* Whether a sentence ends with what stands between two blanks. */
static bool
is_last(const char *s, size_t length, const char *next)
{
	bool small = is_small(next);

	length = closed(s, length);
	if (ends(s, length, "!") || ends(s, length, "?"))
		return true;
	if (ends(s, length, ellipsis) || ends(s, length, ".."))
		return !small;
	return ends(s, length, ".") && !small && !is_short(s, length - 1);
}

/* Whether s begins with what stands before an item of a list. */
static bool
is_item(const char *s)
{
	size_t length = begins(s, strnlen(s, 4), bullet) ? strlen(bullet) : 0;

	if (*s == '-' || *s == '*')
		length = 1;
	return length > 0 && strchr(BLANKS, s[length]) != NULL;
}

/* Whether the blanks before next part sentences by themselves. */
static bool
is_parted(const char *blanks, const char *next)
{
	int lines = 0;

	for (; blanks < next; blanks++)
		lines += *blanks == '\n';
	return lines > 1 || (lines == 1 && is_item(next));
}

static bool
has_letter(const char *s, const char *end)
{
	while (s < end)
		if (sp_is_letter(sp_next_letter(&s)))
			return true;
	return false;
}

/* Reads the next sentence from *at and moves past it. */
static bool
next_sentence(const char **at, struct sentence *sentence)
{
	const char *here = *at + strspn(*at, BLANKS);

	*sentence = (struct sentence){ .start = here };
	while (*here != '\0') {
		size_t length = strcspn(here, BLANKS);
		const char *end = here + length;
		const char *next = end + strspn(end, BLANKS);
		sentence->words += has_letter(here, end);
		sentence->end = end;
		*at = next;
		if (is_parted(end, next) || is_last(here, length, next))
			return true;
		here = next;
	}
	return sentence->end != NULL;
}

size_t
sp_long_sentences(const char *text, size_t limit,
    void (*found)(void *context, size_t at, size_t length, size_t words),
    void *context)
{
	const char *at = text;
	struct sentence sentence;
	size_t n = 0;

	while (next_sentence(&at, &sentence)) {
		if (sentence.words <= limit)
			continue;
		found(context, (size_t)(sentence.start - text),
		    (size_t)(sentence.end - sentence.start), sentence.words);
		n++;
	}
	return n;
}
