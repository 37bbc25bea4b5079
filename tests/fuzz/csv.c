/* csv - any bytes as csv, excel or tsv, named or sniffed */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const formats[] = { NULL, "csv", "excel", "tsv" };
	static const char *const back[] = { "csv", "excel", "tsv", "jsonl" };

	if (size < 1)
		return 0;
	fuzz_read(data + 1, size - 1, formats[data[0] & 3], data[0] & 4,
	    back[data[0] >> 3 & 3]);
	return 0;
}
