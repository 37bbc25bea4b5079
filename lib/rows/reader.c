/* reader - rows from a stream: format, encoding, header, then cell by cell
 * through the door */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "rows/format.h"
#include "rows/names.h"
#include "rows/sniff.h"
#include "sp/utf8.h"

enum encoding { ASCII_SO_FAR, UTF8, WINDOWS };

struct sp_reader {
	struct sp_bytes bytes;
	struct sp_input input;
	struct sp_names *names;
	const struct sp_format *format;
	const struct sp_format_reader *calls; /* of the format */
	void *parser;
	struct sp_door door;
	enum encoding encoding;
	bool plain;    /* all cells of the row are good UTF-8 as they stand */
	char **theirs; /* names of the header, or of the last json row */
	int *ours;     /* their columns; below 0: passed over */
	size_t header_n;
	struct sp_text *rooms, *recoded;
	struct sp_text notes;
	size_t empty; /* rows without any value */
	bool failed;
};

static int
fail_here(const struct sp_reader *reader, struct sp_error *err)
{
	return sp_fail_at(err, "%s:%zu: ", reader->input.source,
	    reader->calls->line(reader->parser));
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
unreadable(struct sp_reader *reader, struct sp_error *err)
{
	reader->failed = true;
	return sp_fail(err,
	    reader->bytes.failure == EISDIR ? SP_INPUT : SP_TROUBLE, "%s: %s",
	    reader->input.source, strerror(reader->bytes.failure));
}

static int
nothing(const struct sp_reader *reader, struct sp_error *err)
{
	return sp_fail(err, SP_NOTHING, _("%s: is empty; not even a header"),
	    reader->input.source);
}

static int
read_first(struct sp_reader *reader, struct sp_error *err)
{
	const char *s;
	size_t length;

	sp_bytes_more(&reader->bytes);
	if (reader->bytes.failure != 0)
		return unreadable(reader, err);
	s = sp_bytes_left(&reader->bytes, &length);
	if (length == 0)
		return nothing(reader, err);
	if (length >= 2 &&
	    (memcmp(s, "\xff\xfe", 2) == 0 || memcmp(s, "\xfe\xff", 2) == 0))
		return sp_fail(err, SP_INPUT,
		    _("%s:1: is UTF-16; save it as UTF-8"),
		    reader->input.source);
	if (length >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
		sp_bytes_take(&reader->bytes, 3);
		reader->encoding = UTF8;
	}
	return 0;
}

/* Settles format and delimiter, and opens the parser. */
static void
settle(struct sp_reader *reader)
{
	struct sp_sniffed found;

	sp_sniff(&reader->bytes, reader->encoding == UTF8, &reader->input,
	    reader->names, &found);
	reader->format = found.format;
	reader->calls = found.format->reader;
	if (found.note != NULL)
		note(reader, _(found.note));
	if (strcmp(found.format->name, "excel") == 0) {
		reader->door.decimal = ',';
		reader->door.dutch_dates = true;
	}
	reader->parser =
	    reader->calls->open(&reader->bytes, found.delimiter, found.line);
}

/* One cell as UTF-8 without NUL: itself, or recoded in *room. NULL and *err
 * when it is neither that nor Windows-1252, or the file mixes both. */
static const char *
recode(struct sp_reader *reader, const char *text, size_t length,
    struct sp_text *room, struct sp_error *err)
{
	bool valid;

	if (sp_utf8_ascii(text, length))
		return text;
	valid = sp_utf8_valid(text, length);
	if (valid && reader->encoding != WINDOWS) {
		reader->encoding = UTF8;
		return text;
	}
	sp_text_clear(room);
	if (memchr(text, '\0', length) != NULL)
		sp_fail(err, SP_INPUT, _("holds a NUL byte"));
	else if (valid || reader->encoding == UTF8)
		sp_fail(err, SP_INPUT,
		    _("mixes UTF-8 with bytes that are no UTF-8; save the file "
		      "as UTF-8"));
	else if (!sp_utf8_from_1252(room, text, length))
		sp_fail(err, SP_INPUT,
		    _("holds bytes that are neither UTF-8 nor Windows-1252"));
	else {
		if (reader->encoding == ASCII_SO_FAR)
			note(reader, _("read as Windows-1252"));
		reader->encoding = WINDOWS;
		return room->s;
	}
	return NULL;
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
	for (size_t i = 0; i < n; i++) {
		struct sp_text room = { 0 };
		const char *name =
		    recode(reader, names[i], strlen(names[i]), &room, err);
		if (name != NULL) {
			reader->recoded[i] = (struct sp_text){ 0 };
			reader->theirs[reader->header_n++] = sp_strdup(name);
		}
		sp_text_free(&room);
		if (name == NULL)
			return -1;
	}
	if (sp_names_match(reader->names, (const char *const *)reader->theirs,
		n, !reader->calls->named, reader->ours, err) == 0)
		return 0;
	forget_names(reader);
	return -1;
}

static int
read_header(struct sp_reader *reader, struct sp_error *err)
{
	const char *const *names = NULL;
	size_t n = 0, length = 0;
	int got = reader->calls->header(reader->parser, &names, &n, err);
	const char *raw = reader->calls->raw(reader->parser, &length);

	if (reader->bytes.failure != 0)
		return unreadable(reader, err);
	if (got == 0)
		return nothing(reader, err);
	if (got > 0 && raw != NULL && memchr(raw, '\0', length) != NULL)
		got = sp_fail(err, SP_INPUT, _("holds a NUL byte"));
	if (got > 0 && !reader->calls->named)
		got = take_names(reader, names, n, err) == 0 ? 1 : -1;
	return got > 0 ? 0 : fail_here(reader, err);
}

struct sp_reader *
sp_reader_open(FILE *stream, const struct sp_input *input, struct sp_error *err)
{
	struct sp_reader *reader = sp_alloc(1, sizeof(*reader));

	reader->bytes.stream = stream;
	reader->input = *input;
	reader->door = (struct sp_door){ '.', false, input->lang };
	reader->rooms = sp_alloc(input->n, sizeof(*reader->rooms));
	reader->names = sp_names_open(&reader->input, err);
	if (reader->names == NULL || read_first(reader, err) != 0)
		goto fail;
	settle(reader);
	if (read_header(reader, err) != 0)
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

/* Only a decimal is read from a real, only ja or nee from a truth, and only a
 * list from a list: anything else would be a guess. */
static int
check_sort(const struct sp_column *column, enum sp_cell_sort sort,
    struct sp_error *err)
{
	static const struct {
		enum sp_column_type type;
		const char *sentence;
	} sorts[] = {
		[SP_CELL_REAL] = { SP_COL_DECIMAL,
		    N_("is a decimal number; write whole numbers without a "
		       "point, and amounts as text: \"12.50\"") },
		[SP_CELL_TRUTH] = { SP_COL_BOOLEAN,
		    N_("is true or false; one value is wanted") },
		[SP_CELL_LIST] = { SP_COL_LIST,
		    N_("is an array; one value is wanted") },
		[SP_CELL_NESTED] = { SP_COL_LIST,
		    N_("nested JSON is no cell") },
	};

	if (sort == SP_CELL_PLAIN ||
	    (sort != SP_CELL_NESTED && column->type == sorts[sort].type))
		return 0;
	return sp_fail(err, SP_INPUT, "%s", _(sorts[sort].sentence));
}

static int
take_cell(struct sp_reader *reader, size_t i, const struct sp_cell *cell,
    struct sp_value *row, struct sp_error *err)
{
	const struct sp_column *column;
	const char *text = cell->text;
	int c = reader->ours[i];

	if (c < 0)
		return 0;
	row[c] = (struct sp_value){ .type = SP_NULL };
	if (text == NULL)
		return 0;
	column = &reader->input.columns[c];
	if (!reader->plain)
		text = recode(reader, text, cell->length, &reader->recoded[i],
		    err);
	if (text == NULL || (cell->sort != SP_CELL_PLAIN &&
				check_sort(column, cell->sort, err) != 0))
		return sp_fail_at(err,
		    "%s: ", sp_column_name(column, reader->input.lang));
	return sp_cell_parse(column, unguard(reader, text), &reader->door,
	    &reader->rooms[c], &row[c], err);
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
	size_t length;
	const char *raw = reader->calls->raw(reader->parser, &length);

	if (n != reader->header_n)
		return sp_fail(err, SP_INPUT,
		    _("has %zu cells where the header has %zu"), n,
		    reader->header_n);
	reader->plain = raw == NULL || sp_utf8_ascii(raw, length);
	for (size_t i = 0; i < n; i++)
		if (take_cell(reader, i, &cells[i], row, err) != 0)
			return -1;
	return 0;
}

/* A spreadsheet likes to end with rows of nothing but semicolons. */
static bool
holds_nothing(const struct sp_cell *cells, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (cells[i].text != NULL &&
		    (cells[i].length > 0 || cells[i].sort != SP_CELL_PLAIN))
			return false;
	return true;
}

static void
note_empty(struct sp_reader *reader)
{
	char *sentence;

	if (reader->empty == 0)
		return;
	sentence = sp_format(_("passed over empty rows: %zu"), reader->empty);
	note(reader, sentence);
	free(sentence);
	reader->empty = 0;
}

/* The next row that holds something: 1, 0, -1. */
static int
next_row(struct sp_reader *reader, const struct sp_cell **cells, size_t *n,
    struct sp_error *err)
{
	const char *const *names = NULL;
	int got;

	while ((got = reader->calls->row(reader->parser, &names, cells, n,
		    err)) > 0 &&
	       holds_nothing(*cells, *n))
		reader->empty++;
	if (reader->bytes.failure != 0)
		return unreadable(reader, err);
	if (got > 0 && reader->calls->named &&
	    names_of_row(reader, names, *n, err) != 0)
		got = -1;
	return got < 0 ? fail_here(reader, err) : got;
}

int
sp_read(struct sp_reader *reader, struct sp_value *row, struct sp_error *err)
{
	const struct sp_cell *cells;
	size_t n;
	int got;

	for (size_t i = 0; i < reader->input.n; i++)
		row[i] = (struct sp_value){ .type = SP_ABSENT };
	got = next_row(reader, &cells, &n, err);
	if (got == 0)
		note_empty(reader);
	if (got <= 0)
		return got;
	return take_row(reader, cells, n, row, err) == 0
		   ? 1
		   : fail_here(reader, err);
}

bool
sp_reader_lost(const struct sp_reader *reader)
{
	return reader->failed || reader->calls->lost(reader->parser);
}

size_t
sp_reader_line(const struct sp_reader *reader)
{
	return reader->calls->line(reader->parser);
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

/* What was Windows-1252 becomes UTF-8; what is neither stays as it is, and is
 * refused again until somebody mends it. */
static void
add_recoded(const struct sp_reader *reader, const struct sp_text *text,
    struct sp_text *out)
{
	size_t before = out->length;

	if (reader->encoding == WINDOWS && text->length > 0 &&
	    !sp_utf8_valid(text->s, text->length)) {
		if (sp_utf8_from_1252(out, text->s, text->length))
			return;
		out->length = before;
	}
	if (text->length > 0)
		sp_text_addn(out, text->s, text->length);
}

void
sp_reader_reject_head(const struct sp_reader *reader, struct sp_text *out)
{
	struct sp_text head = { 0 };

	if (strcmp(reader->format->name, "excel") == 0)
		sp_text_add(out, "\xef\xbb\xbf");
	if (reader->calls->head != NULL)
		reader->calls->head(reader->parser, &head);
	add_recoded(reader, &head, out);
	sp_text_free(&head);
}

void
sp_reader_reject(const struct sp_reader *reader, const char *why,
    struct sp_text *out)
{
	struct sp_text again = { 0 }, row = { 0 };

	/* in an object a name stands once, and the kind's own goes first */
	if (reader->calls->named && sp_column_find(reader->input.columns,
					reader->input.n, "reden") >= 0)
		why = NULL;
	sp_text_clear(&row);
	reader->calls->again(reader->parser, &again);
	add_recoded(reader, &again, &row);
	reader->calls->mark(reader->parser, &row, why, out);
	sp_text_free(&again);
	sp_text_free(&row);
}

void
sp_reader_close(struct sp_reader *reader)
{
	if (reader == NULL)
		return;
	if (reader->parser != NULL)
		reader->calls->close(reader->parser);
	sp_names_close(reader->names);
	forget_names(reader);
	for (size_t i = 0; i < reader->input.n; i++)
		sp_text_free(&reader->rooms[i]);
	free(reader->bytes.s);
	free(reader->rooms);
	free(reader->theirs);
	free(reader->ours);
	free(reader->recoded);
	sp_text_free(&reader->notes);
	free(reader);
}
