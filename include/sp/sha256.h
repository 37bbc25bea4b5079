/* sha256 - a fingerprint of bytes (FIPS 180-4) */
#ifndef SP_SHA256_H
#define SP_SHA256_H

#include <stddef.h>

enum { SP_SHA256_SIZE = 32 };

/* Source: FIPS 180-4, sections 4.1.2, 4.2.2, 5.1.1 and 6.2. */
void sp_sha256(const void *data, size_t length,
    unsigned char digest[SP_SHA256_SIZE]);

#endif
