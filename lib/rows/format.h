/* format - what a format must do to read or to write rows */
#ifndef SP_ROWS_FORMAT_H
#define SP_ROWS_FORMAT_H

#include "sp/rows.h"

/* One cell as it stood in the input, before the door. */
struct sp_cell {
	const char *text; /* bytes without NUL, NUL-terminated; NULL: empty */
	size_t length;
};

/* The bytes of the input, buffered, with the first of them to look at. A
 * parser reads them by sp_bytes_more. Implemented in reader.c. */
struct sp_bytes;
/* The next block, valid until the next call; 0 at the end, and when reading
 * failed (the reader then says so). */
size_t sp_bytes_more(struct sp_bytes *bytes, const char **block);

/* Pull parser of one format; its memory is its own. In this order: open,
 * header, row .. row, close. */
struct sp_format_reader {
	/* delimiter means nothing to json. Borrows bytes. */
	void *(*open)(struct sp_bytes *bytes, char delimiter);
	/* The names of the columns, in order, valid until close. NULL for
	 * json, whose rows bear their names. 1, 0 (no rows), -1 *err. */
	int (*header)(void *parser, const char *const **names, size_t *n,
	    struct sp_error *err);
	/* The next row: 1, 0 the end, -1 *err without source and line. names
	 * is set by json only. Valid until the next call. */
	int (*row)(void *parser, const char *const **names,
	    const struct sp_cell **cells, size_t *n, struct sp_error *err);
	/* Line (csv) or record (json) of the last row; whether what follows
	 * an error can't be read. */
	size_t (*line)(const void *parser);
	bool (*lost)(const void *parser);
	void (*close)(void *parser);
};

/* Writer of one format. All append to text; the writer in writer.c sends it
 * on. state is what open returned. */
struct sp_format_writer {
	void *(*open)(struct sp_text *text, const struct sp_output *output);
	void (*row)(void *state, struct sp_text *text,
	    const struct sp_value *row);
	void (*end)(void *state, struct sp_text *text);
	void (*close)(void *state); /* frees; NULL: free(3) */
};

extern const struct sp_format_reader sp_csv_reader, sp_json_reader;
extern const struct sp_format_writer sp_csv_writer, sp_excel_writer,
    sp_tsv_writer, sp_json_writer, sp_jsonl_writer, sp_table_writer,
    sp_md_writer, sp_html_writer;

#endif
