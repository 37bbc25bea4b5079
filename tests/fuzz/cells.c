/* cells - any text at the door of each column; what is let in is written so
 * that it is let in again as the same */
#include "fuzz.h"
#include "sp/utf8.h"

static void
at_the_door(const struct sp_column *column, const char *text, bool excel)
{
	struct sp_door door = { excel ? ',' : '.', excel, "nl" };
	struct sp_door plain = { '.', false, "nl" };
	struct sp_text room = { 0 }, again = { 0 }, out = { 0 };
	struct sp_value value, back;
	struct sp_error err;
	char *told;

	sp_text_clear(&out);
	if (sp_cell_parse(column, text, &door, &room, &value, &err) == 0) {
		sp_cell_format(&out, column, &value, "en");
		fuzz_expect(sp_cell_parse(column, out.s, &plain, &again, &back,
				&err) == 0 &&
				sp_value_equal(&value, &back),
		    column->naam);
	} else {
		fuzz_expect(sp_utf8_valid(err.text, strlen(err.text)),
		    "an error is UTF-8");
		told = sp_strdup(err.text);
		if (column->care != SP_OPEN &&
		    sp_cell_parse(column, "?", &door, &room, &value, &err) != 0)
			fuzz_expect(strcmp(told, err.text) == 0,
			    "an error tells nothing personal");
		free(told);
	}
	sp_text_free(&room);
	sp_text_free(&again);
	sp_text_free(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text;

	if (size < 1 || !sp_utf8_valid((const char *)data + 1, size - 1))
		return 0;
	text = sp_strndup((const char *)data + 1, size - 1);
	for (size_t i = 0; i < FUZZ_COLUMNS; i++)
		at_the_door(&fuzz_columns[i], text, data[0] & 1);
	free(text);
	return 0;
}
