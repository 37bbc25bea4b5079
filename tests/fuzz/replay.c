/* replay - runs a harness on files, without a fuzzer */
#include "fuzz.h"

static bool
replay(const char *name)
{
	FILE *stream = fopen(name, "r");
	struct sp_text text = { 0 };
	char block[4096];
	size_t n;

	if (stream == NULL)
		return false;
	sp_text_clear(&text);
	while ((n = fread(block, 1, sizeof(block), stream)) > 0)
		sp_text_addn(&text, block, n);
	fclose(stream);
	LLVMFuzzerTestOneInput((const uint8_t *)text.s, text.length);
	sp_text_free(&text);
	return true;
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (!replay(argv[i])) {
			perror(argv[i]);
			return 1;
		}
	printf("%d\n", argc - 1);
	return 0;
}
