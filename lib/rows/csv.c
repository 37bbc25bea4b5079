/* csv - rows of text with a delimiter: csv, excel and tsv */
#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "rows/format.h"
#include "sp/date.h"

/* Bytes in one row: more is a quote that never closes. */
enum { LONGEST_ROW = 1 << 20 };

struct place {
	size_t at, length; /* in bytes of the queue */
	bool empty;
};

struct row {
	size_t first, n; /* cells */
	size_t line;
};

/* Rows of the blocks read so far that were not handed out yet. libcsv calls
 * back for each cell; a row is whole at its end of line. */
struct csv {
	struct csv_parser parser;
	struct sp_bytes *bytes;
	struct sp_text text;
	struct place *places;
	size_t places_n, places_room;
	struct row *rows;
	size_t rows_n, rows_room, next;
	struct row open; /* the row that is not whole yet */
	struct sp_cell *cells;
	size_t cells_room;
	const char **names;
	size_t line;  /* being read, from 1 */
	size_t given; /* of the row handed out last */
	bool after_cr, ended, lost;
	const char *failure; /* N_(), told when the rows before it are gone */
	size_t failed_line;
};

static void
on_cell(void *text, size_t length, void *context)
{
	struct csv *csv = context;
	struct place *place;

	if (csv->places_n == csv->places_room) {
		csv->places_room =
		    csv->places_room < 64 ? 64 : 2 * csv->places_room;
		csv->places = sp_grow(csv->places, csv->places_room,
		    sizeof(*csv->places));
	}
	if (csv->open.n++ == 0) {
		csv->open.first = csv->places_n;
		csv->open.line = csv->line;
	}
	csv->after_cr = false;
	place = &csv->places[csv->places_n++];
	*place = (struct place){ csv->text.length, length, text == NULL };
	if (text == NULL)
		return;
	for (const char *s = text, *end = s + length;
	     (s = memchr(s, '\n', (size_t)(end - s))) != NULL; s++)
		csv->line++;
	sp_text_addn(&csv->text, text, length);
	sp_text_addc(&csv->text, '\0');
}

static void
on_end(int character, void *context)
{
	struct csv *csv = context;

	if (csv->open.n > 0) {
		if (csv->rows_n == csv->rows_room) {
			csv->rows_room =
			    csv->rows_room < 64 ? 64 : 2 * csv->rows_room;
			csv->rows = sp_grow(csv->rows, csv->rows_room,
			    sizeof(*csv->rows));
		}
		csv->rows[csv->rows_n++] = csv->open;
		csv->open.n = 0;
	}
	/* CR LF is one end of line */
	if (!(character == '\n' && csv->after_cr))
		csv->line++;
	csv->after_cr = character == '\r';
}

static void *
open_csv(struct sp_bytes *bytes, char delimiter)
{
	struct csv *csv = sp_alloc(1, sizeof(*csv));

	csv->bytes = bytes;
	csv->line = 1;
	if (csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI |
				       CSV_EMPTY_IS_NULL | CSV_REPALL_NL) != 0)
		abort(); /* it allocates nothing yet */
	csv_set_delim(&csv->parser, (unsigned char)delimiter);
	return csv;
}

static void
fail_later(struct csv *csv, const char *failure)
{
	if (csv->failure != NULL)
		return;
	csv->failure = failure;
	csv->failed_line = csv->open.n > 0 ? csv->open.line : csv->line;
	csv->ended = true;
}

/* What was handed out goes; the open row's cells move to the front. */
static void
make_room(struct csv *csv)
{
	size_t first = csv->open.n > 0 ? csv->open.first : csv->places_n;
	size_t from =
	    first < csv->places_n ? csv->places[first].at : csv->text.length;

	csv->rows_n = csv->next = 0;
	csv->places_n -= first;
	memmove(csv->places, csv->places + first,
	    csv->places_n * sizeof(*csv->places));
	for (size_t i = 0; i < csv->places_n; i++)
		csv->places[i].at -= from;
	csv->text.length -= from;
	if (csv->text.s != NULL)
		memmove(csv->text.s, csv->text.s + from, csv->text.length);
	csv->open.first = 0;
}

static void
end_input(struct csv *csv)
{
	if (csv_fini(&csv->parser, on_cell, on_end, csv) != 0)
		fail_later(csv, N_("a quote is opened and never closed"));
	csv->ended = true;
}

/* Reads blocks until a row is whole. */
static void
read_blocks(struct csv *csv)
{
	const char *block, *nul;
	size_t length;

	if (csv->places != NULL)
		make_room(csv);
	while (csv->rows_n == 0 && !csv->ended) {
		length = sp_bytes_more(csv->bytes, &block);
		if (length == 0) {
			end_input(csv);
			break;
		}
		nul = memchr(block, '\0', length);
		if (nul != NULL)
			length = (size_t)(nul - block);
		if (csv_parse(&csv->parser, block, length, on_cell, on_end,
			csv) != length)
			fail_later(csv,
			    N_("a quote stands where none can; double it, and "
			       "quote the whole cell"));
		else if (nul != NULL)
			fail_later(csv, N_("holds a NUL byte"));
		else if (csv->text.length > LONGEST_ROW * 4 ||
			 (csv->rows_n == 0 &&
			     csv->text.length + csv->parser.entry_pos >
				 LONGEST_ROW))
			fail_later(csv, N_("a row is longer than a megabyte; "
					   "is a quote left open?"));
	}
}

/* 1 and the next whole row, 0 the end, -1 *err. */
static int
next_row(struct csv *csv, const struct row **row, struct sp_error *err)
{
	if (csv->next == csv->rows_n && !csv->ended)
		read_blocks(csv);
	if (csv->next < csv->rows_n) {
		*row = &csv->rows[csv->next++];
		csv->given = (*row)->line;
		return 1;
	}
	if (csv->failure == NULL || csv->lost)
		return 0;
	csv->lost = true;
	csv->given = csv->failed_line;
	return sp_fail(err, SP_INPUT, "%s", _(csv->failure));
}

static void
point_at_cells(struct csv *csv, const struct row *row)
{
	if (row->n > csv->cells_room) {
		csv->cells_room = row->n;
		csv->cells =
		    sp_grow(csv->cells, csv->cells_room, sizeof(*csv->cells));
	}
	for (size_t i = 0; i < row->n; i++) {
		const struct place *place = &csv->places[row->first + i];
		csv->cells[i].text =
		    place->empty ? NULL : csv->text.s + place->at;
		csv->cells[i].length = place->length;
	}
}

static int
header(void *parser, const char *const **names, size_t *n, struct sp_error *err)
{
	struct csv *csv = parser;
	const struct row *row = NULL;
	int got = next_row(csv, &row, err);

	if (got <= 0)
		return got;
	point_at_cells(csv, row);
	csv->names = sp_alloc(row->n + 1, sizeof(*csv->names));
	for (size_t i = 0; i < row->n; i++)
		csv->names[i] = sp_strdup(
		    csv->cells[i].text == NULL ? "" : csv->cells[i].text);
	*names = csv->names;
	*n = row->n;
	return 1;
}

static int
next_cells(void *parser, const char *const **names,
    const struct sp_cell **cells, size_t *n, struct sp_error *err)
{
	struct csv *csv = parser;
	const struct row *row = NULL;
	int got = next_row(csv, &row, err);

	(void)names;
	if (got <= 0)
		return got;
	point_at_cells(csv, row);
	*cells = csv->cells;
	*n = row->n;
	return 1;
}

static size_t
line(const void *parser)
{
	return ((const struct csv *)parser)->given;
}

static bool
lost(const void *parser)
{
	return ((const struct csv *)parser)->lost;
}

static void
close_csv(void *parser)
{
	struct csv *csv = parser;

	csv_free(&csv->parser);
	for (size_t i = 0; csv->names != NULL && csv->names[i] != NULL; i++)
		free((char *)(uintptr_t)csv->names[i]);
	free(csv->names);
	free(csv->cells);
	free(csv->places);
	free(csv->rows);
	sp_text_free(&csv->text);
	free(csv);
}

const struct sp_format_reader sp_csv_reader = { open_csv, header, next_cells,
	line, lost, close_csv };

/* How the three differ on the way out. */
struct dialect {
	const char *start, *end; /* of the file, of a line */
	char delimiter;
	bool dutch; /* comma, day first, guard */
};
static const struct dialect csv_dialect = { "", "\n", ',', false };
static const struct dialect tsv_dialect = { "", "\n", '\t', false };
static const struct dialect excel_dialect = { "\xef\xbb\xbf", "\r\n", ';',
	true };

struct writing {
	const struct sp_output *output;
	const struct dialect *dialect;
	struct sp_text cell;
	bool special[256]; /* bytes that make quotes needed */
};

static void
add_cell(struct writing *writing, struct sp_text *text, const char *cell,
    size_t length)
{
	bool quote = length > 0 &&
		     (cell[0] == ' ' || cell[0] == '\t' ||
			 cell[length - 1] == ' ' || cell[length - 1] == '\t');

	for (size_t i = 0; i < length && !quote; i++)
		quote = writing->special[(unsigned char)cell[i]];
	if (!quote) {
		sp_text_addn(text, cell, length);
		return;
	}
	sp_text_addc(text, '"');
	for (const char *end = cell + length; cell < end;) {
		const char *mark = memchr(cell, '"', (size_t)(end - cell));
		size_t plain = (size_t)((mark == NULL ? end : mark + 1) - cell);
		sp_text_addn(text, cell, plain);
		if (mark != NULL)
			sp_text_addc(text, '"');
		cell += plain;
	}
	sp_text_addc(text, '"');
}

static void *
start(struct sp_text *text, const struct sp_output *output,
    const struct dialect *dialect)
{
	struct writing *writing = sp_alloc(1, sizeof(*writing));
	bool english = output->lang != NULL && strcmp(output->lang, "en") == 0;

	writing->output = output;
	writing->dialect = dialect;
	writing->special['"'] = writing->special['\n'] =
	    writing->special['\r'] = true;
	writing->special[(unsigned char)dialect->delimiter] = true;
	sp_text_add(text, dialect->start);
	for (size_t i = 0; i < output->n; i++) {
		const char *name =
		    english ? output->columns[i].name : output->columns[i].naam;
		if (i > 0)
			sp_text_addc(text, dialect->delimiter);
		add_cell(writing, text, name, strlen(name));
	}
	sp_text_add(text, dialect->end);
	return writing;
}

/* Text that a spreadsheet would run, or that looks as if guarded already. */
static bool
needs_guard(const char *s)
{
	while (*s == '\'')
		s++;
	return *s != '\0' && strchr("=+-@\t\r", *s) != NULL;
}

/* A number as Dutch spreadsheets read it, and a day; from the canonical
 * text. */
static void
make_dutch(struct sp_text *cell, const struct sp_column *column,
    const struct sp_value *value)
{
	char *s = cell->s, *point;
	char day[SP_DATE_SIZE];

	if (value->type == SP_TEXT && column->type == SP_COL_DATE &&
	    cell->length == 10) {
		memcpy(day, s, sizeof(day));
		memcpy(s, day + 8, 2);
		memcpy(s + 3, day + 5, 2);
		s[2] = s[5] = '-';
		memcpy(s + 6, day, 4);
	} else if (value->type == SP_TEXT && needs_guard(s)) {
		char *bare = sp_strdup(s);
		sp_text_clear(cell);
		sp_text_addc(cell, '\'');
		sp_text_add(cell, bare);
		free(bare);
	} else if (value->type != SP_TEXT) {
		point = strchr(s, '.');
		if (point != NULL)
			*point = ',';
	}
}

static void
add_row(void *state, struct sp_text *text, const struct sp_value *row)
{
	struct writing *writing = state;
	const struct sp_output *output = writing->output;

	for (size_t i = 0; i < output->n; i++) {
		const struct sp_column *column = &output->columns[i];
		if (i > 0)
			sp_text_addc(text, writing->dialect->delimiter);
		if (!sp_value_given(&row[i]))
			continue;
		if (row[i].type == SP_INT && !writing->dialect->dutch) {
			sp_cell_format(text, column, &row[i], output->lang);
			continue;
		}
		sp_text_clear(&writing->cell);
		sp_cell_format(&writing->cell, column, &row[i], output->lang);
		if (writing->dialect->dutch)
			make_dutch(&writing->cell, column, &row[i]);
		add_cell(writing, text, writing->cell.s, writing->cell.length);
	}
	sp_text_add(text, writing->dialect->end);
}

static void
stop(void *state, struct sp_text *text)
{
	(void)state;
	(void)text;
}

static void
close_writing(void *state)
{
	struct writing *writing = state;

	sp_text_free(&writing->cell);
	free(writing);
}

static void *
start_csv(struct sp_text *text, const struct sp_output *output)
{
	return start(text, output, &csv_dialect);
}

static void *
start_tsv(struct sp_text *text, const struct sp_output *output)
{
	return start(text, output, &tsv_dialect);
}

static void *
start_excel(struct sp_text *text, const struct sp_output *output)
{
	return start(text, output, &excel_dialect);
}

const struct sp_format_writer sp_csv_writer = { start_csv, add_row, stop,
	close_writing };
const struct sp_format_writer sp_tsv_writer = { start_tsv, add_row, stop,
	close_writing };
const struct sp_format_writer sp_excel_writer = { start_excel, add_row, stop,
	close_writing };
