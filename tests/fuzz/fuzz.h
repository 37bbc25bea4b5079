/* fuzz - what the harnesses share: a kind with a column of each type, and rows
 * that must come back as they went */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sp/rows.h"

/* Called by libFuzzer, or by replay.c for each file. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct sp_code fuzz_colours[] = {
	{ "rood", "red", "Rood", "Red" },
	{ "blauw", "blue", NULL, NULL },
	{ 0 },
};
static const struct sp_codes fuzz_list = { "kleur", fuzz_colours };

static const struct sp_column fuzz_columns[] = {
	{ .naam = "tekst", .name = "text", .alias = "t" },
	{ .naam = "aantal",
	    .name = "count",
	    .type = SP_COL_INTEGER,
	    .min = -5,
	    .max = 1000 },
	{ .naam = "maat", .name = "size", .type = SP_COL_DECIMAL },
	{ .naam = "bedrag", .name = "amount", .type = SP_COL_MONEY },
	{ .naam = "dag", .name = "day", .type = SP_COL_DATE },
	{ .naam = "tijd", .name = "time", .type = SP_COL_TIME },
	{ .naam = "waar", .name = "truth", .type = SP_COL_BOOLEAN },
	{ .naam = "kleur",
	    .name = "colour",
	    .type = SP_COL_CODE,
	    .codes = &fuzz_list,
	    .care = SP_PERSONAL },
	{ .naam = "kleuren",
	    .name = "colours",
	    .type = SP_COL_LIST,
	    .flags = SP_DATED,
	    .codes = &fuzz_list },
	{ .naam = "woorden", .name = "words", .type = SP_COL_LIST },
	{ .naam = "wie", .name = "who", .type = SP_COL_LINK },
};
enum { FUZZ_COLUMNS = sizeof(fuzz_columns) / sizeof(fuzz_columns[0]) };

static inline void
fuzz_expect(bool good, const char *what)
{
	if (good)
		return;
	fprintf(stderr, "not so: %s\n", what);
	abort();
}

/* Writes a row in a format and reads it back. */
static inline void
fuzz_back(const struct sp_value *row, const char *format)
{
	struct sp_output output = { .format = sp_format_find(format),
		.columns = fuzz_columns,
		.n = FUZZ_COLUMNS,
		.lang = "nl" };
	struct sp_input input = { output.format, "-", fuzz_columns,
		FUZZ_COLUMNS, NULL, false, "nl" };
	struct sp_value again[FUZZ_COLUMNS];
	struct sp_error err;
	char *text = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&text, &length);
	struct sp_writer *writer = sp_writer_open(stream, &output);
	struct sp_reader *reader;
	bool given = false;

	sp_write(writer, row, &err);
	sp_writer_close(writer, &err);
	fclose(stream);
	stream = fmemopen(text, length, "r");
	reader = sp_reader_open(stream, &input, &err);
	fuzz_expect(reader != NULL, "what is written is read");
	for (size_t i = 0; i < FUZZ_COLUMNS; i++)
		given = given || sp_value_given(&row[i]);
	fuzz_expect(sp_read(reader, again, &err) == given, "a row is one row");
	for (size_t i = 0; i < FUZZ_COLUMNS && given; i++)
		fuzz_expect(sp_value_given(&row[i])
				? sp_value_equal(&row[i], &again[i])
				: !sp_value_given(&again[i]),
		    fuzz_columns[i].naam);
	fuzz_expect(!given || sp_read(reader, again, &err) == 0, "and no more");
	sp_reader_close(reader);
	fclose(stream);
	free(text);
}

/* Reads all, keeps going after what is wrong, and writes what is right. The
 * first line may be a map. */
static inline void
fuzz_read(const uint8_t *data, size_t size, const char *format, bool mapped,
    const char *back)
{
	struct sp_input input = { format == NULL ? NULL
						 : sp_format_find(format),
		"-", fuzz_columns, FUZZ_COLUMNS, NULL, mapped, "nl" };
	const uint8_t *end = mapped ? memchr(data, '\n', size) : NULL;
	char *map = NULL;
	struct sp_value row[FUZZ_COLUMNS];
	struct sp_text rejects = { 0 };
	struct sp_reader *reader;
	struct sp_error err;
	FILE *stream;
	int got = 0;

	if (end != NULL) {
		input.map = map =
		    sp_strndup((const char *)data, (size_t)(end - data));
		size -= (size_t)(end + 1 - data);
		data = end + 1;
	}
	stream = fmemopen((void *)(uintptr_t)data, size, "r");
	reader = stream == NULL ? NULL : sp_reader_open(stream, &input, &err);
	while (reader != NULL && (got = sp_read(reader, row, &err)) != 0) {
		if (got > 0) {
			fuzz_back(row, back);
			continue;
		}
		fuzz_expect(err.text[0] == '-' && err.text[1] == ':',
		    "an error says where");
		sp_text_clear(&rejects);
		sp_reader_reject_head(reader, &rejects);
		sp_reader_reject(reader, err.text, &rejects);
		if (sp_reader_lost(reader))
			break;
	}
	sp_text_free(&rejects);
	sp_reader_close(reader);
	if (stream != NULL)
		fclose(stream);
	free(map);
}

#endif
