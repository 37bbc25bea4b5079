/* json - any bytes as objects, in an array or not */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const back[] = { "csv", "excel", "json", "jsonl" };

	if (size < 1)
		return 0;
	fuzz_read(data + 1, size - 1, "json", data[0] & 4, back[data[0] & 3]);
	return 0;
}
