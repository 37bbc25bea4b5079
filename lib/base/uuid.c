/* uuid - version 7 from a seeded source */
#include "sp/uuid.h"

#include <string.h>

static uint64_t
rotl(uint64_t x, int n)
{
	return x << n | x >> (64 - n);
}

static uint64_t
next_number(struct sp_uuid_source *source)
{
	uint64_t *s = source->state, number = rotl(s[1] * 5, 7) * 9;
	uint64_t t = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = rotl(s[3], 45);
	return number;
}

void
sp_uuid_seed(struct sp_uuid_source *source,
    const unsigned char seed[SP_UUID_SEED], uint64_t milliseconds)
{
	memcpy(source->state, seed, SP_UUID_SEED);
	source->state[0] |= 1; /* all zeros would stay zeros */
	source->milliseconds = milliseconds;
	source->counter = 0;
}

static void
put(char *text, uint64_t bits, int digits)
{
	while (digits-- > 0) {
		text[digits] = "0123456789abcdef"[bits & 15];
		bits >>= 4;
	}
}

void
sp_uuid_next(struct sp_uuid_source *source, char text[SP_UUID_SIZE])
{
	uint64_t random = next_number(source);

	put(text, source->milliseconds >> 16, 8);
	text[8] = '-';
	put(text + 9, source->milliseconds & 0xffff, 4);
	text[13] = '-';
	put(text + 14, 0x7000 | source->counter, 4);
	text[18] = '-';
	put(text + 19, 0x8000 | (random >> 48 & 0x3fff), 4);
	text[23] = '-';
	put(text + 24, random, 12);
	text[36] = '\0';
	source->counter = (source->counter + 1) & 0xfff;
	source->milliseconds += source->counter == 0;
}

bool
sp_uuid_valid(const char *text)
{
	for (int i = 0; i < 36; i++) {
		bool dash = i == 8 || i == 13 || i == 18 || i == 23;
		if (text[i] == '\0' ||
		    (dash ? text[i] != '-'
			  : strchr("0123456789abcdefABCDEF", text[i]) == NULL))
			return false;
	}
	return text[36] == '\0';
}
