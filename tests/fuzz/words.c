/* words - any text as a list, and as text to compare and to show */
#include "sp/words.h"
#include "fuzz.h"
#include "sp/utf8.h"
#include "sp/uuid.h"

struct met {
	const char *list;
	size_t length;
};

static void
within(void *context, const char *word, size_t length)
{
	const struct met *met = context;
	char *copy = sp_strndup(word, length);

	fuzz_expect(word >= met->list &&
			word + length <= met->list + met->length,
	    "a word is a part of the list");
	fuzz_expect(strchr(copy, '|') == NULL, "a word has no mark in it");
	if (strchr(copy, '@') == NULL)
		fuzz_expect(sp_list_has(met->list, copy, NULL),
		    "a list has its words");
	sp_list_has(met->list, copy, "2026-11-10");
	free(copy);
}

static void
text(const char *s)
{
	struct sp_text out = { 0 }, again = { 0 };

	sp_text_clear(&out);
	sp_text_clear(&again);
	sp_utf8_visible(&out, s);
	for (const unsigned char *c = (const unsigned char *)out.s; *c; c++)
		fuzz_expect(*c >= ' ' && *c != 0x7f, "nothing steers");
	sp_utf8_width(s);
	sp_uuid_valid(s);
	if (sp_utf8_valid(s, strlen(s))) {
		sp_text_clear(&out);
		sp_utf8_fold(&out, s);
		fuzz_expect(sp_utf8_valid(out.s, out.length),
		    "letters to compare are letters");
		sp_utf8_fold(&again, out.s);
		fuzz_expect(strcmp(out.s, again.s) == 0,
		    "compared twice is compared once");
	}
	sp_text_free(&out);
	sp_text_free(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *copy = sp_strndup((const char *)data, size);
	struct met met = { copy, strlen(copy) };
	struct sp_text out = { 0 };

	sp_list_words(copy, true, within, &met);
	sp_list_words(copy, false, within, &met);
	text(copy);
	if (sp_utf8_from_1252(&out, (const char *)data, size) && size > 0)
		fuzz_expect(sp_utf8_valid(out.s, out.length),
		    "Windows-1252 becomes UTF-8");
	sp_text_free(&out);
	free(copy);
	return 0;
}
