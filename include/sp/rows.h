/* rows - rows in and rows out, whatever the format */
#ifndef SP_ROWS_H
#define SP_ROWS_H

#include <stdio.h>

#include "sp/table.h"

/* A format by its name. Table: lib/rows/formats.c; ends with { 0 }. */
struct sp_format {
	const char *name, *help;
	bool reads, writes;
	bool for_people; /* labels instead of ids, long columns left out */
	bool streams;	 /* a row out for a row in, before the end */
	const struct sp_format_reader *reader; /* lib/rows/format.h */
	const struct sp_format_writer *writer;
};
extern const struct sp_format sp_formats[];
const struct sp_format *sp_format_find(const char *name); /* NULL if none */

/* How to read; all is borrowed and must outlive the reader. */
struct sp_input {
	const struct sp_format *format; /* NULL: sniffed */
	const char *source;		/* the file's name for messages */
	const struct sp_column *columns;
	size_t n;
	const char *map;     /* "theirs=ours,..." or NULL */
	bool ignore_unknown; /* columns of a strange name are passed over */
	const char *lang;
};

struct sp_reader;

/* Reads the header or the first bytes, settles format, encoding and
 * delimiter. Borrows stream (the caller closes it after sp_reader_close).
 * NULL and *err: no rows at all is SP_NOTHING, else SP_INPUT with
 * "source:line: field: what" (a read error SP_TROUBLE). */
struct sp_reader *sp_reader_open(FILE *stream, const struct sp_input *input,
    struct sp_error *err);

/* The next row into row[n]: 1 a row, 0 the end, -1 *err. Columns that are
 * not there are SP_ABSENT. Texts are valid until the next call. After -1 with
 * SP_INPUT a further call goes on with the next row, unless sp_reader_lost. */
int sp_read(struct sp_reader *reader, struct sp_value *row,
    struct sp_error *err);

/* Whether the rest can't be read after an error: an array that breaks off or
 * holds no objects, a machine's failure. */
bool sp_reader_lost(const struct sp_reader *reader);

/* Line (csv: of the row's first line) or record (json) of the last row, from
 * 1; bytes read so far. */
size_t sp_reader_line(const struct sp_reader *reader);
size_t sp_reader_bytes(const struct sp_reader *reader);

/* What was sniffed or passed over and the user should hear, or NULL; whole once
 * sp_read gave 0. Valid until the next sp_read. */
const char *sp_reader_note(const struct sp_reader *reader);

/* For a file of rejected rows, in the format of the input: what comes first
 * (csv: the header, with regel,reden; json: nothing), and the last row as it
 * stood with its line and what is wrong. Both are appended. */
void sp_reader_reject_head(const struct sp_reader *reader, struct sp_text *out);
void sp_reader_reject(const struct sp_reader *reader, const char *why,
    struct sp_text *out);

void sp_reader_close(struct sp_reader *reader); /* NULL is allowed */

/* The file of rejected rows of a run. Read again, its rows are the same rows:
 * regel and reden are passed over. Borrows stream. */
struct sp_rejects;
struct sp_rejects *sp_rejects_open(FILE *stream);
/* Adds the reader's last row. -1: SP_INPUT when the rows before it came from
 * input with other columns, SP_TROUBLE when writing failed. */
int sp_rejects_add(struct sp_rejects *rejects, const struct sp_reader *reader,
    const char *why, struct sp_error *err);
/* Flushes and frees; NULL is allowed. -1 when anything was lost. */
int sp_rejects_close(struct sp_rejects *rejects, struct sp_error *err);

/* How to write; borrowed, must outlive the writer. */
struct sp_output {
	const struct sp_format *format;
	const struct sp_column *columns; /* in the order of the row */
	size_t n;
	const char *lang;  /* names and codes: "nl" or "en" */
	const char *title; /* of html and md, may be NULL */
	size_t width;	   /* of the terminal in columns; 0: no limit */
	bool colour;
	bool one; /* json: one object instead of an array */
};

struct sp_writer;

/* Writes what comes before the rows. Borrows stream. */
struct sp_writer *sp_writer_open(FILE *stream, const struct sp_output *output);
/* -1 and SP_TROUBLE when the stream failed. */
int sp_write(struct sp_writer *writer, const struct sp_value *row,
    struct sp_error *err);
/* Ends the document, flushes, frees. -1 if anything was lost on the way. */
int sp_writer_close(struct sp_writer *writer, struct sp_error *err);
/* Frees without ending the document; NULL is allowed. */
void sp_writer_drop(struct sp_writer *writer);

#endif
