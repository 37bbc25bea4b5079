/* sha256 - against the examples of FIPS 180-4 and its successor CAVP */
#include <stdlib.h>
#include <string.h>

#include "sp/sha256.h"
#include "tap.h"

static const struct {
	const char *text;
	size_t times;
	const char *digest;
} examples[] = {
	{ "", 1,
	    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8"
	    "55" },
	{ "abc", 1,
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015"
	    "ad" },
	{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
	    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06"
	    "c1" },
	{ "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
	  "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
	    1,
	    "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9"
	    "d1" },
	{ "a", 1000000,
	    "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112c"
	    "d0" },
};

static bool
gives(const char *text, size_t times, const char *digest)
{
	size_t length = strlen(text);
	char *whole = malloc(length * times + 1), hex[2 * SP_SHA256_SIZE + 1];
	unsigned char bytes[SP_SHA256_SIZE];

	if (whole == NULL)
		return false;
	for (size_t i = 0; i < times; i++)
		memcpy(whole + i * length, text, length);
	sp_sha256(whole, length * times, bytes);
	free(whole);
	for (size_t i = 0; i < SP_SHA256_SIZE; i++)
		snprintf(hex + 2 * i, 3, "%02x", bytes[i]);
	return strcmp(hex, digest) == 0;
}

int
main(void)
{
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++)
		ok(gives(examples[i].text, examples[i].times,
		       examples[i].digest),
		    "%zu times \"%.20s\"", examples[i].times, examples[i].text);
	return done();
}
