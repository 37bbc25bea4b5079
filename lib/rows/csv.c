/* csv - rows of text with a delimiter: csv, excel and tsv */
#include <csv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "rows/format.h"
#include "sp/date.h"

/* Bytes in one row: more is a quote that never closes. Cells in one row: as
 * many as a spreadsheet has. */
enum { LONGEST_ROW = 1 << 20, MOST_CELLS = 16384 };

/* libcsv is fed a line at a time, and calls back for each cell and at the end
 * of a row, which may be some lines on. */
struct csv {
	struct csv_parser parser;
	struct sp_bytes *bytes;
	char delimiter;
	char *text; /* the row's cells, each with its NUL */
	size_t used;
	struct sp_cell *cells;
	size_t n, room;
	const char **names;
	size_t names_n;
	size_t line, lines; /* of the row: its first, and how many */
	size_t length;	    /* its bytes, not taken yet */
	size_t given;	    /* line of the row handed out last */
	bool whole, broken;
	bool marked; /* the header ends with regel,reden */
};

static void
on_cell(void *text, size_t length, void *context)
{
	struct csv *csv = context;
	struct sp_cell *cell;

	if (csv->n++ >= MOST_CELLS)
		return;
	if (csv->n > csv->room) {
		csv->room = csv->room < 64 ? 64 : 2 * csv->room;
		csv->cells =
		    sp_grow(csv->cells, csv->room, sizeof(*csv->cells));
	}
	cell = &csv->cells[csv->n - 1];
	*cell = (struct sp_cell){ .length = length };
	if (text == NULL)
		return;
	cell->text = memcpy(csv->text + csv->used, text, length);
	csv->used += length + 1;
	csv->text[csv->used - 1] = '\0';
}

static void
on_end(int character, void *context)
{
	(void)character;
	((struct csv *)context)->whole = true;
}

static void *
grow_bytes(void *old, size_t size)
{
	return sp_grow(old, size, 1);
}

static void
start_parser(struct csv *csv)
{
	if (csv_init(&csv->parser,
		CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL) != 0)
		abort(); /* it allocates nothing yet */
	csv_set_delim(&csv->parser, (unsigned char)csv->delimiter);
	csv_set_realloc_func(&csv->parser, grow_bytes);
	csv_set_blk_size(&csv->parser, 4096);
}

static void *
open_csv(struct sp_bytes *bytes, char delimiter, size_t line)
{
	struct csv *csv = sp_alloc(1, sizeof(*csv));

	csv->bytes = bytes;
	csv->delimiter = delimiter;
	csv->line = line;
	/* a row and the line that makes it too long; each byte of text and
	 * each NUL stands for a byte read, but at the end of the input */
	csv->text = sp_grow(NULL, 2 * LONGEST_ROW + 2, 1);
	start_parser(csv);
	return csv;
}

static size_t
line_at(struct csv *csv, size_t at)
{
	return sp_bytes_line(csv->bytes, at, LONGEST_ROW);
}

/* The former row is done with; of a line too long to keep the rest too. */
static void
leave_row(struct csv *csv)
{
	size_t left;

	while (csv->length > 0) {
		const char *s = sp_bytes_left(csv->bytes, &left);
		char last = s[csv->length - 1];
		sp_bytes_take(csv->bytes, csv->length);
		csv->length =
		    last == '\n' || last == '\r' ? 0 : line_at(csv, 0);
	}
	csv->line += csv->lines;
	csv->lines = 0;
}

static bool
is_blank(const struct csv *csv, size_t length)
{
	size_t left;
	const char *s = sp_bytes_left(csv->bytes, &left);

	while (length > 0 && (*s == ' ' || *s == '\r' || *s == '\n' ||
				 (*s == '\t' && csv->delimiter != '\t'))) {
		s++;
		length--;
	}
	return length == 0;
}

/* Moves to the line where the next row begins; its length, 0 at the end. */
static size_t
find_row(struct csv *csv)
{
	size_t length;

	while ((length = line_at(csv, 0)) > 0 && length <= LONGEST_ROW &&
	       is_blank(csv, length)) {
		sp_bytes_take(csv->bytes, length);
		csv->line++;
	}
	return length;
}

/* Of a row that can't be read its first line goes; the rest may be good. */
static int
broken(struct csv *csv, const char *sentence, struct sp_error *err)
{
	csv_free(&csv->parser);
	start_parser(csv);
	csv->broken = true;
	csv->lines = 1;
	return sp_fail(err, SP_INPUT, "%s", sentence);
}

/* Reads lines until the row is whole; length is that of the first. */
static int
read_row(struct csv *csv, size_t length, struct sp_error *err)
{
	size_t at = 0, left;

	csv->length = length;
	while (!csv->whole) {
		if (at > LONGEST_ROW || length > LONGEST_ROW)
			return broken(csv,
			    _("a row is longer than a megabyte; is a quote "
			      "left open?"),
			    err);
		if (csv_parse(&csv->parser,
			sp_bytes_left(csv->bytes, &left) + at, length, on_cell,
			on_end, csv) != length)
			return broken(csv,
			    _("a quote stands where none can; double it, and "
			      "quote the whole cell"),
			    err);
		at += length;
		csv->lines++;
		length = csv->whole ? 0 : line_at(csv, at);
		if (!csv->whole && length == 0 &&
		    csv_fini(&csv->parser, on_cell, on_end, csv) != 0)
			return broken(csv,
			    _("a quote is opened and never closed"), err);
	}
	csv->length = at;
	if (csv->n <= MOST_CELLS)
		return 1;
	csv->broken = true;
	return sp_fail(err, SP_INPUT, _("a row has more than %d cells"),
	    MOST_CELLS);
}

/* 1 and the next row in cells, 0 the end, -1 *err. */
static int
next_row(struct csv *csv, struct sp_error *err)
{
	size_t length;

	leave_row(csv);
	csv->n = csv->used = 0;
	csv->whole = csv->broken = false;
	length = find_row(csv);
	csv->given = csv->line;
	return length == 0 ? 0 : read_row(csv, length, err);
}

static bool
ends_marked(const char *const *names, size_t n)
{
	return n >= 2 && strcasecmp(names[n - 2], "regel") == 0 &&
	       strcasecmp(names[n - 1], "reden") == 0;
}

static int
header(void *parser, const char *const **names, size_t *n, struct sp_error *err)
{
	struct csv *csv = parser;
	int got = next_row(csv, err);

	if (got <= 0)
		return got;
	csv->names = sp_alloc(csv->n, sizeof(*csv->names));
	for (size_t i = 0; i < csv->n; i++)
		csv->names[i] = sp_strdup(
		    csv->cells[i].text == NULL ? "" : csv->cells[i].text);
	csv->names_n = csv->n;
	csv->marked = ends_marked(csv->names, csv->n);
	*names = csv->names;
	*n = csv->n;
	return 1;
}

static int
next_cells(void *parser, const char *const **names,
    const struct sp_cell **cells, size_t *n, struct sp_error *err)
{
	struct csv *csv = parser;
	int got = next_row(csv, err);

	(void)names;
	*cells = csv->cells;
	*n = csv->n;
	return got;
}

static const char *
raw(const void *parser, size_t *length)
{
	const struct csv *csv = parser;
	const char *s = sp_bytes_left(csv->bytes, length);

	*length = csv->length > LONGEST_ROW ? 0 : csv->length;
	return s;
}

static size_t
line(const void *parser)
{
	return ((const struct csv *)parser)->given;
}

/* After any row the next line can be read. */
static bool
lost(const void *parser)
{
	(void)parser;
	return false;
}

static void
close_csv(void *parser)
{
	struct csv *csv = parser;

	csv_free(&csv->parser);
	for (size_t i = 0; i < csv->names_n; i++)
		free((char *)(uintptr_t)csv->names[i]);
	free(csv->names);
	free(csv->cells);
	free(csv->text);
	free(csv);
}

/* Bytes that make quotes needed. */
static void
set_special(bool special[256], char delimiter)
{
	special['"'] = special['\n'] = special['\r'] = true;
	special[(unsigned char)delimiter] = true;
}

static void
add_cell(struct sp_text *text, const bool special[256], const char *cell,
    size_t length)
{
	bool quote = length > 0 &&
		     (cell[0] == ' ' || cell[0] == '\t' ||
			 cell[length - 1] == ' ' || cell[length - 1] == '\t');

	for (size_t i = 0; i < length && !quote; i++)
		quote = special[(unsigned char)cell[i]];
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

static void
head(const void *parser, struct sp_text *out)
{
	const struct csv *csv = parser;
	bool special[256] = { 0 };

	set_special(special, csv->delimiter);
	for (size_t i = 0; i + 2 * csv->marked < csv->names_n; i++) {
		add_cell(out, special, csv->names[i], strlen(csv->names[i]));
		sp_text_addc(out, csv->delimiter);
	}
	sp_text_addf(out, "regel%creden\n", csv->delimiter);
}

/* A row that can't be read stays as it is, and is refused again until
 * somebody mends it. */
static void
again(const void *parser, struct sp_text *out)
{
	const struct csv *csv = parser;
	bool special[256] = { 0 };
	size_t length, n = csv->n;
	const char *s = raw(parser, &length);

	if (csv->broken) {
		while (length > 0 &&
		       (s[length - 1] == '\n' || s[length - 1] == '\r'))
			length--;
		sp_text_addn(out, s, length);
		return;
	}
	if (csv->marked && n == csv->names_n)
		n -= 2;
	set_special(special, csv->delimiter);
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			sp_text_addc(out, csv->delimiter);
		if (csv->cells[i].text != NULL)
			add_cell(out, special, csv->cells[i].text,
			    csv->cells[i].length);
	}
}

static void
mark(const void *parser, const struct sp_text *row, const char *why,
    struct sp_text *out)
{
	const struct csv *csv = parser;
	bool special[256] = { 0 };

	set_special(special, csv->delimiter);
	sp_text_addn(out, row->s, row->length);
	/* a row of a wrong length has its marks from before somewhere */
	if (!csv->marked || (!csv->broken && csv->n == csv->names_n)) {
		sp_text_addf(out, "%c%zu%c", csv->delimiter, csv->given,
		    csv->delimiter);
		add_cell(out, special, why, strlen(why));
	}
	sp_text_addc(out, '\n');
}

const struct sp_format_reader sp_csv_reader = { false, open_csv, header,
	next_cells, raw, line, lost, head, again, mark, close_csv };

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

static void *
start(struct sp_text *text, const struct sp_output *output,
    const struct dialect *dialect)
{
	struct writing *writing = sp_alloc(1, sizeof(*writing));
	bool english = output->lang != NULL && strcmp(output->lang, "en") == 0;

	writing->output = output;
	writing->dialect = dialect;
	set_special(writing->special, dialect->delimiter);
	sp_text_add(text, dialect->start);
	for (size_t i = 0; i < output->n; i++) {
		const char *name =
		    english ? output->columns[i].name : output->columns[i].naam;
		if (i > 0)
			sp_text_addc(text, dialect->delimiter);
		add_cell(text, writing->special, name, strlen(name));
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

/* A list as people write one: `, ` for each bar that is no word's own. */
static void
make_list(struct sp_text *cell)
{
	char *bare = sp_strdup(cell->s);

	sp_text_clear(cell);
	for (const char *at = bare; *at != '\0'; at++) {
		if (*at == '|') {
			sp_text_add(cell, ", ");
			continue;
		}
		sp_text_addc(cell, *at);
		if (*at == '\\' && at[1] != '\0')
			sp_text_addc(cell, *++at);
	}
	free(bare);
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
		if (!sp_value_given(&row[i])) {
			/* of a lone column: a blank line is no row */
			sp_text_add(text, output->n == 1 ? "\"\"" : "");
			continue;
		}
		if (row[i].type == SP_INT && !writing->dialect->dutch) {
			sp_cell_format(text, column, &row[i], output->lang);
			continue;
		}
		sp_text_clear(&writing->cell);
		sp_cell_format(&writing->cell, column, &row[i], output->lang);
		if (writing->dialect->dutch && column->type == SP_COL_LIST)
			make_list(&writing->cell);
		if (writing->dialect->dutch)
			make_dutch(&writing->cell, column, &row[i]);
		add_cell(text, writing->special, writing->cell.s,
		    writing->cell.length);
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
