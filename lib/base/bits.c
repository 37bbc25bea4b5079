/* bits - a set of small numbers, such as ids */
#include "sp/bits.h"

#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"

void
sp_bits_add(struct sp_bits *bits, int64_t number)
{
	size_t byte = (size_t)number / 8, size = bits->size;

	if (byte >= size) {
		bits->size = 2 * byte + 1024;
		bits->bytes = sp_grow(bits->bytes, bits->size, 1);
		memset(bits->bytes + size, 0, bits->size - size);
	}
	bits->bytes[byte] |= (unsigned char)(1u << (number % 8));
}

bool
sp_bits_has(const struct sp_bits *bits, int64_t number)
{
	size_t byte = (size_t)number / 8;

	return byte < bits->size &&
	       (bits->bytes[byte] >> (number % 8) & 1) != 0;
}

void
sp_bits_clear(struct sp_bits *bits)
{
	if (bits->bytes != NULL)
		memset(bits->bytes, 0, bits->size);
}

void
sp_bits_free(struct sp_bits *bits)
{
	free(bits->bytes);
	*bits = (struct sp_bits){ 0 };
}
