/* letters - what a word is, for the methods that read text */
#ifndef METHODS_LETTERS_H
#define METHODS_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sp/utf8.h"

/* One character of valid UTF-8 and past it, as sp_utf8_next; quick where it is
 * ASCII. */
static inline uint32_t
sp_next_letter(const char **at)
{
	unsigned char c = (unsigned char)**at;

	if (c == 0 || c >= 0x80)
		return sp_utf8_next(at);
	++*at;
	return c;
}

/* ' U+2018 U+2019: within a word, but no letter of it: auto's. */
bool sp_is_apostrophe(uint32_t c);

/* A letter, digit or mark of any script; of those beyond ASCII alone. */
bool sp_is_wide_letter(uint32_t c);
static inline bool
sp_is_letter(uint32_t c)
{
	return c >= 0x80 ? sp_is_wide_letter(c)
			 : ((c | 32) >= 'a' && (c | 32) <= 'z') ||
			       (c >= '0' && c <= '9');
}

/* The next word of a text: from one letter to another with nothing but letters
 * and apostrophes between. Blanks, hyphens, punctuation, signs and emoji part
 * words. Returns where it begins and its bytes, and moves *at past it; NULL
 * when there is none left. */
const char *sp_next_word(const char **at, size_t *length);

#endif
