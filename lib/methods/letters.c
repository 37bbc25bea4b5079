/* letters - words are what lies between blanks and signs */
#include "methods/letters.h"

/* Beyond ASCII, what parts words, by the blocks of Unicode 15: signs of
 * Latin-1, Arabic and general punctuation, currency, arrows and symbols, CJK
 * and full-width punctuation, variation selectors, emoji. The apostrophes
 * U+2018 and U+2019 are left out. */
static const struct {
	uint32_t first, last;
} signs[] = {
	{ 0x0080, 0x00bf },
	{ 0x00d7, 0x00d7 },
	{ 0x00f7, 0x00f7 },
	{ 0x060c, 0x060d },
	{ 0x061b, 0x061f },
	{ 0x066a, 0x066d },
	{ 0x06d4, 0x06d4 },
	{ 0x2000, 0x2017 },
	{ 0x201a, 0x20cf },
	{ 0x2100, 0x2bff },
	{ 0x2e00, 0x2e7f },
	{ 0x3000, 0x3004 },
	{ 0x3008, 0x3020 },
	{ 0xfe00, 0xfe0f },
	{ 0xfeff, 0xfeff },
	{ 0xff01, 0xff0f },
	{ 0x1f000, 0x1faff },
};

bool
sp_is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2018 || c == 0x2019;
}

bool
sp_is_wide_letter(uint32_t c)
{
	if (sp_is_apostrophe(c))
		return false;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (c <= signs[i].last)
			return c < signs[i].first;
	return true;
}

const char *
sp_next_word(const char **at, size_t *length)
{
	const char *here = *at, *before = here, *start = NULL;
	uint32_t c;

	while ((c = sp_next_letter(&here)) != 0) {
		if (sp_is_letter(c)) {
			start = start == NULL ? before : start;
			*at = here;
		} else if (start != NULL && !sp_is_apostrophe(c)) {
			break;
		}
		before = here;
	}
	*length = start == NULL ? 0 : (size_t)(*at - start);
	return start;
}
