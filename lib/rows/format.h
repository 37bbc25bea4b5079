/* format - what a format must do to read or to write rows */
#ifndef SP_ROWS_FORMAT_H
#define SP_ROWS_FORMAT_H

#include "rows/bytes.h"
#include "sp/rows.h"

/* What JSON says of a value beside its text; csv knows plain ones only. */
enum sp_cell_sort {
	SP_CELL_PLAIN,
	SP_CELL_REAL,
	SP_CELL_TRUTH,
	SP_CELL_LIST,
	SP_CELL_NESTED, /* no cell at all; text is "" */
};

/* One cell as it stood in the input, before the door. */
struct sp_cell {
	const char *text; /* NUL-terminated; NULL: empty */
	size_t length;	  /* what lies before may hold a NUL */
	enum sp_cell_sort sort;
};

/* Pull parser of one format; its memory is its own. In this order: open,
 * header, row .. row, close. */
struct sp_format_reader {
	bool named; /* json: rows bear the names of their cells */
	/* Borrows bytes, which begin at this line. */
	void *(*open)(struct sp_bytes *bytes, char delimiter, size_t line);
	/* The names of the columns, in order, valid until close; none when
	 * named. 1, 0 (no rows at all), -1 *err. */
	int (*header)(void *parser, const char *const **names, size_t *n,
	    struct sp_error *err);
	/* The next row: 1, 0 the end, -1 *err without source and line. names
	 * is set when named only. Valid until the next call. */
	int (*row)(void *parser, const char *const **names,
	    const struct sp_cell **cells, size_t *n, struct sp_error *err);
	/* The last row as it stood, NULL when all its cells are UTF-8. */
	const char *(*raw)(const void *parser, size_t *length);
	/* Line (csv) or record (json) of the last row; whether what follows
	 * an error can't be read. */
	size_t (*line)(const void *parser);
	bool (*lost)(const void *parser);
	/* For a file of rejected rows: the header with regel and reden (NULL:
	 * none); the last row, without what it had of these, in the encoding
	 * of the input; and the same with line and reason (json: NULL
	 * leaves it out) added. */
	void (*head)(const void *parser, struct sp_text *out);
	void (*again)(const void *parser, struct sp_text *out);
	void (*mark)(const void *parser, const struct sp_text *row,
	    const char *why, struct sp_text *out);
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
