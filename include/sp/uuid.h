/* uuid - universally unique ids of version 7, in rising order */
#ifndef SP_UUID_H
#define SP_UUID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SP_UUID_SIZE = 37, SP_UUID_SEED = 32 };

/* Owned by the caller. */
struct sp_uuid_source {
	uint64_t state[4];
	uint64_t milliseconds; /* since 1970, UTC */
	unsigned counter;
};

/* Starts from random bytes and a moment. Bits: RFC 9562, section 5.7, with a
 * counter of 12 bits in rand_a (section 6.2, method 1) that carries into the
 * milliseconds; numbers: xoshiro256** (Blackman and Vigna 2018). */
void sp_uuid_seed(struct sp_uuid_source *source,
    const unsigned char seed[SP_UUID_SEED], uint64_t milliseconds);
/* The next one, greater than all before it from this source. */
void sp_uuid_next(struct sp_uuid_source *source, char text[SP_UUID_SIZE]);
/* Small letters or capitals, any version. */
bool sp_uuid_valid(const char *text);

#endif
