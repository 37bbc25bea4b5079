/* bits - a set of small numbers, such as ids */
#ifndef SP_BITS_H
#define SP_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Starts from { 0 }; grows to an eighth of its highest number, in bytes. */
struct sp_bits {
	unsigned char *bytes;
	size_t size;
};
void sp_bits_add(struct sp_bits *bits, int64_t number); /* from 0 */
bool sp_bits_has(const struct sp_bits *bits, int64_t number);
void sp_bits_clear(struct sp_bits *bits); /* keeps the room */
void sp_bits_free(struct sp_bits *bits);

#endif
