/* reader - rows from a stream: format, encoding, header, then cell by cell
 * through the door */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "rows/format.h"
#include "rows/sniff.h"
#include "sp/utf8.h"

enum { BLOCK = 1 << 16 };

struct sp_bytes {
	FILE *stream;
	char block[BLOCK];
	size_t start, length; /* of the first block, after a BOM */
	size_t total;
	int failure; /* errno */
};

enum encoding { ASCII_SO_FAR, UTF8, WINDOWS };

struct sp_reader {
	struct sp_bytes bytes;
	struct sp_input input;
	const struct sp_format *format;
	void *parser;
	struct sp_door door;
	enum encoding encoding;
	char **theirs; /* names of the header, or of the last json row */
	int *ours;     /* their columns; -1: passed over */
	size_t header_n;
	bool per_row; /* json: names come with each row */
	struct sp_text *rooms, *recoded;
	const char **given; /* cells for the rejects, by header */
	struct sp_text notes;
	bool failed;
};

size_t
sp_bytes_more(struct sp_bytes *bytes, const char **block)
{
	size_t n = bytes->length;

	*block = bytes->block + bytes->start;
	bytes->length = 0;
	if (n > 0)
		return n;
	*block = bytes->block;
	n = fread(bytes->block, 1, BLOCK, bytes->stream);
	if (n < BLOCK && ferror(bytes->stream))
		bytes->failure = errno;
	bytes->total += n;
	return n;
}

static int
fail_at(const struct sp_reader *reader, size_t line, struct sp_error *err)
{
	return sp_fail_at(err, "%s:%zu: ", reader->input.source, line);
}

static void
note(struct sp_reader *reader, const char *sentence)
{
	if (reader->notes.length > 0)
		sp_text_add(&reader->notes, "; ");
	sp_text_add(&reader->notes, sentence);
}

/* What reading failed on; a directory is the user's slip. */
static int
unreadable(const struct sp_reader *reader, struct sp_error *err)
{
	return sp_fail(err,
	    reader->bytes.failure == EISDIR ? SP_INPUT : SP_TROUBLE, "%s: %s",
	    reader->input.source, strerror(reader->bytes.failure));
}

static int
read_first(struct sp_reader *reader, struct sp_error *err)
{
	struct sp_bytes *bytes = &reader->bytes;

	bytes->length = fread(bytes->block, 1, BLOCK, bytes->stream);
	if (ferror(bytes->stream)) {
		bytes->failure = errno;
		return unreadable(reader, err);
	}
	bytes->total = bytes->length;
	if (bytes->length == 0)
		return sp_fail(err, SP_NOTHING,
		    _("%s: is empty; not even a header"), reader->input.source);
	if (bytes->length >= 2 && (memcmp(bytes->block, "\xff\xfe", 2) == 0 ||
				      memcmp(bytes->block, "\xfe\xff", 2) == 0))
		return sp_fail(err, SP_INPUT,
		    _("%s:1: is UTF-16; save it as UTF-8"),
		    reader->input.source);
	return 0;
}

/* Settles format and delimiter from the first block. */
static void
settle(struct sp_reader *reader, char *delimiter)
{
	struct sp_bytes *bytes = &reader->bytes;
	struct sp_sniffed found;
	bool bom =
	    bytes->length >= 3 && memcmp(bytes->block, "\xef\xbb\xbf", 3) == 0;

	if (bom) {
		bytes->start = 3;
		bytes->length -= 3;
		reader->encoding = UTF8;
	}
	sp_sniff(bytes->block + bytes->start, bytes->length, bom,
	    &reader->input, &found);
	reader->format = found.format;
	*delimiter = found.delimiter;
	if (found.note != NULL)
		note(reader, _(found.note));
	if (strcmp(found.format->name, "excel") == 0) {
		reader->door.decimal = ',';
		reader->door.dutch_dates = true;
	}
}

/* One cell as UTF-8: itself, or recoded in *room. NULL and *err when it is
 * neither that nor Windows-1252, or the file mixes both. */
static const char *
recode(struct sp_reader *reader, const struct sp_cell *cell,
    struct sp_text *room, struct sp_error *err)
{
	bool ascii = true, valid;

	for (size_t i = 0; i < cell->length && ascii; i++)
		ascii = (unsigned char)cell->text[i] < 0x80;
	if (ascii)
		return cell->text;
	valid = sp_utf8_valid(cell->text, cell->length);
	if (valid && reader->encoding != WINDOWS) {
		reader->encoding = UTF8;
		return cell->text;
	}
	if (reader->per_row || valid || reader->encoding == UTF8) {
		sp_fail(err, SP_INPUT,
		    reader->per_row ? _("holds bytes that are no UTF-8")
				    : _("mixes UTF-8 with bytes that are no "
					"UTF-8; save the file as UTF-8"));
		return NULL;
	}
	sp_text_clear(room);
	if (!sp_utf8_from_1252(room, cell->text, cell->length)) {
		sp_fail(err, SP_INPUT,
		    _("holds bytes that are neither UTF-8 nor Windows-1252"));
		return NULL;
	}
	if (reader->encoding == ASCII_SO_FAR)
		note(reader, _("read as Windows-1252"));
	reader->encoding = WINDOWS;
	return room->s;
}

/* Their name's column: by --map, else by the kind's names. -1 passed over,
 * -2 unknown. */
static int
our_column(const struct sp_reader *reader, const char *theirs)
{
	const struct sp_input *input = &reader->input;
	char *mapped = sp_map_name(input->map, theirs);
	int column;

	if (mapped != NULL && *mapped == '\0')
		column = -1;
	else
		column = sp_column_find(input->columns, input->n,
		    mapped == NULL ? theirs : mapped);
	if (column < 0 && mapped == NULL)
		column = input->ignore_unknown ||
				 strcasecmp(theirs, "regel") == 0 ||
				 strcasecmp(theirs, "reden") == 0
			     ? -1
			     : -2;
	free(mapped);
	return column;
}

static const char *
called(const struct sp_reader *reader, int column)
{
	const struct sp_column *c = &reader->input.columns[column];

	return reader->input.lang != NULL &&
		       strcmp(reader->input.lang, "en") == 0
		   ? c->name
		   : c->naam;
}

static int
unknown(const struct sp_reader *reader, const struct sp_text *names,
    struct sp_error *err)
{
	(void)reader;
	return sp_fail(err, SP_INPUT,
	    _("unknown column: %.*s; --map theirs=ours renames, "
	      "--ignore-unknown passes over"),
	    (int)sp_utf8_fit(names->s, 300), names->s);
}

/* Finds the columns of all names; each may stand once. */
static int
match_names(struct sp_reader *reader, struct sp_error *err)
{
	struct sp_text strange = { 0 };
	int bad = 0;

	for (size_t i = 0; i < reader->header_n && !bad; i++) {
		int column = our_column(reader, reader->theirs[i]);
		for (size_t j = 0; j < i && column >= 0 && !bad; j++)
			if (reader->ours[j] == column)
				bad = sp_fail(err, SP_INPUT,
				    _("%s: this column stands there twice"),
				    called(reader, column));
		reader->ours[i] = column < 0 ? -1 : column;
		if (column != -2)
			continue;
		sp_text_add(&strange, strange.length > 0 ? ", " : "");
		sp_utf8_visible(&strange,
		    *reader->theirs[i] == '\0' ? "\"\"" : reader->theirs[i]);
	}
	if (!bad && strange.length > 0)
		bad = unknown(reader, &strange, err);
	sp_text_free(&strange);
	return bad;
}

static void
forget_names(struct sp_reader *reader)
{
	for (size_t i = 0; i < reader->header_n; i++) {
		free(reader->theirs[i]);
		sp_text_free(&reader->recoded[i]);
	}
	reader->header_n = 0;
}

static int
take_names(struct sp_reader *reader, const char *const *names, size_t n,
    struct sp_error *err)
{
	forget_names(reader);
	reader->theirs = sp_grow(reader->theirs, n, sizeof(char *));
	reader->ours = sp_grow(reader->ours, n, sizeof(int));
	reader->recoded = sp_grow(reader->recoded, n, sizeof(*reader->recoded));
	reader->given = sp_grow(reader->given,
	    n > reader->input.n ? n : reader->input.n, sizeof(char *));
	for (size_t i = 0; i < n; i++) {
		struct sp_cell cell = { names[i], strlen(names[i]) };
		const char *name;
		reader->recoded[i] = (struct sp_text){ 0 };
		name = recode(reader, &cell, &reader->recoded[i], err);
		if (name == NULL)
			return -1;
		reader->theirs[i] = sp_strdup(name);
		reader->header_n = i + 1;
	}
	return match_names(reader, err);
}

static int
read_header(struct sp_reader *reader, struct sp_error *err)
{
	const char *const *names;
	size_t n;
	int got =
	    reader->format->reader->header(reader->parser, &names, &n, err);

	if (reader->bytes.failure != 0)
		return unreadable(reader, err);
	if (got == 0)
		return sp_fail(err, SP_NOTHING,
		    _("%s: is empty; not even a header"), reader->input.source);
	if (got < 0 || take_names(reader, names, n, err) != 0)
		return fail_at(reader,
		    reader->format->reader->line(reader->parser), err);
	return 0;
}

struct sp_reader *
sp_reader_open(FILE *stream, const struct sp_input *input, struct sp_error *err)
{
	struct sp_reader *reader = sp_alloc(1, sizeof(*reader));
	char delimiter = ',';

	reader->bytes.stream = stream;
	reader->input = *input;
	reader->door = (struct sp_door){ '.', false, input->lang };
	reader->rooms = sp_alloc(input->n, sizeof(*reader->rooms));
	if (read_first(reader, err) != 0)
		goto fail;
	settle(reader, &delimiter);
	reader->per_row = reader->format->reader->header == NULL;
	reader->parser =
	    reader->format->reader->open(&reader->bytes, delimiter);
	if (!reader->per_row && read_header(reader, err) != 0)
		goto fail;
	return reader;
fail:
	sp_reader_close(reader);
	return NULL;
}

/* A spreadsheet's guard: one apostrophe before what it would run. */
static const char *
unguard(const struct sp_reader *reader, const char *text)
{
	const char *s = text;

	if (reader->door.decimal != ',' || *s != '\'')
		return text;
	while (*s == '\'')
		s++;
	return *s != '\0' && strchr("=+-@\t\r", *s) != NULL ? text + 1 : text;
}

static int
take_cell(struct sp_reader *reader, size_t i, const struct sp_cell *cell,
    struct sp_value *row, struct sp_error *err)
{
	int column = reader->ours[i];
	const char *text;

	reader->given[i] = NULL;
	if (cell->text == NULL) {
		if (column >= 0)
			row[column] = (struct sp_value){ .type = SP_NULL };
		return 0;
	}
	text = recode(reader, cell, &reader->recoded[i], err);
	if (text == NULL)
		return column < 0
			   ? -1
			   : sp_fail_at(err, "%s: ", called(reader, column));
	reader->given[i] = text;
	if (column < 0)
		return 0;
	return sp_cell_parse(&reader->input.columns[column],
	    unguard(reader, text), &reader->door, &reader->rooms[column],
	    &row[column], err);
}

/* json: the same names as last time need no second look. */
static int
names_of_row(struct sp_reader *reader, const char *const *names, size_t n,
    struct sp_error *err)
{
	bool known = n == reader->header_n;

	for (size_t i = 0; i < n && known; i++)
		known = strcmp(names[i], reader->theirs[i]) == 0;
	return known ? 0 : take_names(reader, names, n, err);
}

static int
take_row(struct sp_reader *reader, const struct sp_cell *cells, size_t n,
    struct sp_value *row, struct sp_error *err)
{
	int bad = 0;

	for (size_t i = 0; i < reader->header_n; i++) {
		struct sp_error other = { 0 }, *told = bad ? &other : err;
		static const struct sp_cell none = { NULL, 0 };
		if (take_cell(reader, i, i < n ? &cells[i] : &none, row,
			told) != 0)
			bad = -1;
	}
	if (n != reader->header_n)
		bad = sp_fail(err, SP_INPUT,
		    _("has %zu cells where the header has %zu"), n,
		    reader->header_n);
	return bad;
}

int
sp_read(struct sp_reader *reader, struct sp_value *row, struct sp_error *err)
{
	const char *const *names = NULL;
	const struct sp_cell *cells;
	size_t n;
	int got;

	for (size_t i = 0; i < reader->input.n; i++)
		row[i] = (struct sp_value){ .type = SP_ABSENT };
	got = reader->format->reader->row(reader->parser, &names, &cells, &n,
	    err);
	if (reader->bytes.failure != 0) {
		reader->failed = true;
		return unreadable(reader, err);
	}
	if (got == 0)
		return 0;
	if (got < 0 ||
	    (reader->per_row && names_of_row(reader, names, n, err) != 0) ||
	    take_row(reader, cells, n, row, err) != 0)
		return fail_at(reader, sp_reader_line(reader), err);
	return 1;
}

bool
sp_reader_lost(const struct sp_reader *reader)
{
	return reader->failed || reader->format->reader->lost(reader->parser);
}

size_t
sp_reader_line(const struct sp_reader *reader)
{
	return reader->format->reader->line(reader->parser);
}

size_t
sp_reader_bytes(const struct sp_reader *reader)
{
	return reader->bytes.total;
}

const char *
sp_reader_note(const struct sp_reader *reader)
{
	return reader->notes.length > 0 ? reader->notes.s : NULL;
}

size_t
sp_reader_header(const struct sp_reader *reader, const char *const **names)
{
	*names = (const char *const *)reader->theirs;
	return reader->header_n;
}

size_t
sp_reader_cells(const struct sp_reader *reader, const char *const **cells)
{
	*cells = reader->given;
	return reader->header_n;
}

void
sp_reader_close(struct sp_reader *reader)
{
	if (reader == NULL)
		return;
	if (reader->parser != NULL)
		reader->format->reader->close(reader->parser);
	forget_names(reader);
	for (size_t i = 0; i < reader->input.n; i++)
		sp_text_free(&reader->rooms[i]);
	free(reader->rooms);
	free(reader->theirs);
	free(reader->ours);
	free(reader->recoded);
	free(reader->given);
	sp_text_free(&reader->notes);
	free(reader);
}
