/* json - objects in, one at a time through jansson; objects out by hand */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "rows/format.h"
#include "sp/json.h"

enum { LONGEST_OBJECT = 1 << 20, DEEPEST = 8 };

/* The input is cut into objects by their braces, so that an array of any
 * length is read in the memory of one. */
struct json {
	struct sp_bytes *bytes;
	enum { BEFORE, OPENED, BETWEEN, AFTER_COMMA, LOOSE } place;
	size_t record;
	size_t length; /* of the last object, not taken yet */
	json_t *row;   /* NULL: it could not be read */
	const char **names;
	struct sp_cell *cells;
	struct sp_text *texts;
	size_t room;
	bool resync; /* what is left of the last row goes, line by line */
	bool ended, lost;
};

static void *
open_json(struct sp_bytes *bytes, char delimiter, size_t line)
{
	struct json *json = sp_alloc(1, sizeof(*json));

	(void)delimiter;
	(void)line;
	json->bytes = bytes;
	return json;
}

/* The next byte, or -1 at the end. */
static int
peek(struct json *json)
{
	size_t left;
	const char *s = sp_bytes_left(json->bytes, &left);

	if (left == 0) {
		if (!sp_bytes_more(json->bytes))
			return -1;
		s = sp_bytes_left(json->bytes, &left);
	}
	return (unsigned char)*s;
}

/* The next byte that is no blank stays. */
static int
next_mark(struct json *json)
{
	int c;

	while ((c = peek(json)) == ' ' || c == '\t' || c == '\r' || c == '\n')
		sp_bytes_take(json->bytes, 1);
	return c;
}

static int
mark_after(struct json *json)
{
	sp_bytes_take(json->bytes, 1);
	return next_mark(json);
}

/* The last object is done with. After one that broke off, or too long a one,
 * the next begins a line. */
static void
leave_object(struct json *json)
{
	size_t left, line;
	const char *s;
	int c;

	sp_bytes_take(json->bytes, json->length);
	json->length = 0;
	while (json->resync) {
		line = sp_bytes_line(json->bytes, 0, LONGEST_OBJECT);
		s = sp_bytes_left(json->bytes, &left);
		sp_bytes_take(json->bytes, line);
		/* a part of a line too long does not end it */
		if (line > 0 && s[line - 1] != '\n' && s[line - 1] != '\r')
			continue;
		c = next_mark(json);
		if (c == ',')
			c = mark_after(json);
		json->resync = line > 0 && c != '{';
	}
}

static int
lose(struct json *json, struct sp_error *err, const char *sentence)
{
	json->lost = true;
	return sp_fail(err, SP_INPUT, "%s", sentence);
}

/* Goes on behind the line; within an array the comma goes with it. */
static int
give_up_row(struct json *json, struct sp_error *err, const char *sentence)
{
	json->resync = true;
	if (json->place == BETWEEN)
		json->place = OPENED;
	return sp_fail(err, SP_INPUT, "%s", sentence);
}

/* No object stands where one should. */
static int
no_object(struct json *json, int c, struct sp_error *err)
{
	if (json->place == LOOSE)
		return c < 0 ? 0
			     : give_up_row(json, err,
				   _("no object stands here; rows are "
				     "objects"));
	if (c < 0)
		return lose(json, err, _("the array breaks off"));
	if (c == ']' && json->place == AFTER_COMMA)
		return lose(json, err,
		    _("a comma stands before the end of the array"));
	if (c == '{')
		return lose(json, err,
		    _("a comma is missing between two objects"));
	if (c != ']')
		return lose(json, err,
		    _("no object stands here; rows are objects"));
	json->ended = true;
	return mark_after(json) < 0
		   ? 0
		   : lose(json, err,
			 _("more stands after the end of the array"));
}

/* Up to the object's first brace: 1, 0 the end, -1 *err. */
static int
find_object(struct json *json, struct sp_error *err)
{
	int c = next_mark(json);

	if (json->place == BEFORE) {
		json->place = c == '[' ? OPENED : LOOSE;
		if (c == '[')
			c = mark_after(json);
	} else if (json->place == BETWEEN && c == ',') {
		json->place = AFTER_COMMA;
		c = mark_after(json);
	}
	if (c != '{' || json->place == BETWEEN)
		return no_object(json, c, err);
	if (json->place != LOOSE)
		json->place = BETWEEN;
	return 1;
}

/* How far brackets are open. */
struct depth {
	size_t now, most;
	bool quoted, escaped;
};

static void
count(struct depth *depth, char c)
{
	if (depth->quoted) {
		depth->quoted = depth->escaped || c != '"';
		depth->escaped = !depth->escaped && c == '\\';
		return;
	}
	depth->quoted = c == '"';
	depth->now += c == '{' || c == '[';
	depth->now -= c == '}' || c == ']';
	if (depth->now > depth->most)
		depth->most = depth->now;
}

/* The length of the object that begins here, more than the longest when it is
 * too long; 0 when it breaks off. */
static size_t
object_length(struct json *json, struct depth *depth)
{
	size_t left, at = 0;
	const char *s = sp_bytes_left(json->bytes, &left);

	do {
		if (at == left) {
			if (!sp_bytes_more(json->bytes))
				return 0;
			s = sp_bytes_left(json->bytes, &left);
		}
		count(depth, s[at++]);
	} while (depth->now > 0 && at <= LONGEST_OBJECT);
	return at;
}

static int
cut_object(struct json *json, struct sp_error *err)
{
	struct depth depth = { 0 };

	json->length = object_length(json, &depth);
	if (json->length > LONGEST_OBJECT || json->length == 0) {
		bool broken = json->length == 0;
		json->length = 0;
		if (broken && json->place != LOOSE)
			return lose(json, err, _("the array breaks off"));
		return give_up_row(json, err,
		    broken ? _("the object breaks off")
			   : _("an object is longer than a megabyte"));
	}
	if (depth.most > DEEPEST)
		return sp_fail(err, SP_INPUT, _("is nested too deep"));
	return 0;
}

static bool
put_plain(struct sp_text *text, struct sp_cell *cell, const json_t *value)
{
	static const struct sp_column decimal = { .type = SP_COL_DECIMAL };
	struct sp_value real = { .type = SP_REAL };

	switch (json_typeof(value)) {
	case JSON_INTEGER:
		sp_text_addi(text, json_integer_value(value));
		return true;
	case JSON_REAL:
		real.r = json_real_value(value);
		sp_cell_format(text, &decimal, &real, NULL);
		cell->sort = SP_CELL_REAL;
		return true;
	case JSON_TRUE:
	case JSON_FALSE:
		sp_text_add(text, json_is_true(value) ? "ja" : "nee");
		cell->sort = SP_CELL_TRUTH;
		return true;
	default: return false;
	}
}

/* Words with `|` between; a mark within a word loses its meaning. */
static bool
put_list(struct sp_text *text, struct sp_cell *cell, const json_t *array)
{
	for (size_t i = 0; i < json_array_size(array); i++) {
		const json_t *value = json_array_get(array, i);
		const char *word = json_string_value(value);
		if (i > 0)
			sp_text_addc(text, '|');
		for (; word != NULL && *word != '\0'; word++) {
			if (strchr("|,\\", *word) != NULL)
				sp_text_addc(text, '\\');
			sp_text_addc(text, *word);
		}
		if (word == NULL &&
		    (!json_is_integer(value) || !put_plain(text, cell, value)))
			return false;
	}
	cell->sort = SP_CELL_LIST;
	return true;
}

static void
take_cell(struct sp_text *text, struct sp_cell *cell, const json_t *value)
{
	*cell = (struct sp_cell){ .text = json_string_value(value),
		.length = json_string_length(value) };
	if (json_is_null(value) || cell->text != NULL)
		return;
	sp_text_clear(text);
	if (json_is_array(value) ? !put_list(text, cell, value)
				 : !put_plain(text, cell, value)) {
		sp_text_clear(text);
		cell->sort = SP_CELL_NESTED;
	}
	cell->text = text->s;
	cell->length = text->length;
}

static size_t
take_cells(struct json *json)
{
	size_t i = 0;

	for (void *at = json_object_iter(json->row); at != NULL;
	     at = json_object_iter_next(json->row, at), i++) {
		json->names[i] = json_object_iter_key(at);
		take_cell(&json->texts[i], &json->cells[i],
		    json_object_iter_value(at));
	}
	return i;
}

static void
make_room(struct json *json, size_t n)
{
	size_t old = json->room;

	if (n <= old)
		return;
	json->names = sp_grow(json->names, n, sizeof(*json->names));
	json->cells = sp_grow(json->cells, n, sizeof(*json->cells));
	json->texts = sp_grow(json->texts, n, sizeof(*json->texts));
	for (json->room = n; old < n; old++)
		json->texts[old] = (struct sp_text){ 0 };
}

/* Our sentence for jansson's code; its own quotes a piece of the input. */
static int
not_json(const json_error_t *error, struct sp_error *err)
{
	static const struct {
		enum json_error_code code;
		const char *sentence;
	} sentences[] = {
		{ json_error_invalid_utf8,
		    N_("holds bytes that are no UTF-8") },
		{ json_error_null_character, N_("holds a NUL character") },
		{ json_error_null_byte_in_key, N_("holds a NUL character") },
		{ json_error_duplicate_key, N_("a name stands there twice") },
		{ json_error_numeric_overflow, N_("a number is too large") },
	};
	const char *sentence = N_("is no JSON");

	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
		if (json_error_code(error) == sentences[i].code)
			sentence = sentences[i].sentence;
	return sp_fail(err, SP_INPUT, _("%s (at byte %d)"), _(sentence),
	    error->position);
}

static int
read_object(struct json *json, struct sp_error *err)
{
	json_error_t error;
	size_t left;
	int got = find_object(json, err);

	if (got <= 0)
		return got;
	if (cut_object(json, err) != 0)
		return -1;
	json->row = json_loadb(sp_bytes_left(json->bytes, &left), json->length,
	    JSON_REJECT_DUPLICATES, &error);
	if (json->row == NULL)
		return not_json(&error, err);
	return 1;
}

/* There is a first row to read; its names come with it. */
static int
header(void *parser, const char *const **names, size_t *n, struct sp_error *err)
{
	(void)names;
	(void)n;
	(void)err;
	return next_mark(parser) >= 0;
}

static int
next_cells(void *parser, const char *const **names,
    const struct sp_cell **cells, size_t *n, struct sp_error *err)
{
	struct json *json = parser;
	int got;

	leave_object(json);
	json_decref(json->row);
	json->row = NULL;
	if (json->ended || json->lost)
		return 0;
	json->record++;
	got = read_object(json, err);
	if (got <= 0)
		return got;
	make_room(json, json_object_size(json->row));
	*n = take_cells(json);
	*names = json->names;
	*cells = json->cells;
	return 1;
}

/* jansson takes UTF-8 only. */
static const char *
raw(const void *parser, size_t *length)
{
	(void)parser;
	*length = 0;
	return NULL;
}

static size_t
record(const void *parser)
{
	return ((const struct json *)parser)->record;
}

static bool
lost(const void *parser)
{
	return ((const struct json *)parser)->lost;
}

/* The end of the marks that an object begins with, or its own beginning. */
static const char *
after_marks(const char *object)
{
	const char *s = object;

	if (strncmp(s, "{\"regel\":", 9) != 0)
		return object;
	s += 9 + strspn(s + 9, "0123456789");
	if (strncmp(s, ",\"reden\":\"", 10) != 0)
		return s + (*s == ',');
	for (s += 10; *s != '"'; s++) {
		if (*s == '\\')
			s++;
		if (*s == '\0')
			return object;
	}
	return s + 1 + (s[1] == ',');
}

/* Of a row that broke off its first line, if that is not too long. */
static void
again(const void *parser, struct sp_text *out)
{
	const struct json *json = parser;
	size_t length = json->length, left;
	const char *s = sp_bytes_left(json->bytes, &left), *rest;
	char *object;

	if (json->resync) {
		length = sp_bytes_line(json->bytes, 0, LONGEST_OBJECT);
		s = sp_bytes_left(json->bytes, &left);
		if (length > LONGEST_OBJECT)
			length = 0;
	}
	object = sp_strndup(s, length);
	rest = after_marks(object);
	if (rest != object)
		sp_text_addc(out, '{');
	sp_text_addn(out, rest, length - (size_t)(rest - object));
	free(object);
}

/* Line and reason come first, before what may not be JSON at all. */
static void
mark(const void *parser, const struct sp_text *row, const char *why,
    struct sp_text *out)
{
	const struct json *json = parser;
	bool object = row->length > 0 && row->s[0] == '{';
	const char *rest = row->s + object;

	rest += strspn(rest, " \t\r\n");
	sp_text_addf(out, "{\"regel\":%zu", json->record);
	if (why != NULL) {
		sp_text_add(out, ",\"reden\":");
		sp_json_string(out, why);
	}
	if (!object)
		sp_text_add(out, row->length > 0 ? "}\n" : "}");
	else if (*rest != '}')
		sp_text_addc(out, ',');
	sp_text_addn(out, rest, row->length - (size_t)(rest - row->s));
	if (row->length == 0 || row->s[row->length - 1] != '\n')
		sp_text_addc(out, '\n');
}

static void
close_json(void *parser)
{
	struct json *json = parser;

	json_decref(json->row);
	for (size_t i = 0; i < json->room; i++)
		sp_text_free(&json->texts[i]);
	free(json->names);
	free(json->cells);
	free(json->texts);
	free(json);
}

const struct sp_format_reader sp_json_reader = { true, open_json, header,
	next_cells, raw, record, lost, NULL, again, mark, close_json };

void
sp_json_string(struct sp_text *out, const char *text)
{
	sp_text_addc(out, '"');
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;
		size_t plain = 0;
		while ((unsigned char)text[plain] >= ' ' &&
		       text[plain] != '"' && text[plain] != '\\')
			plain++;
		sp_text_addn(out, text, plain);
		text += plain;
		c = (unsigned char)*text;
		if (c == '\0')
			break;
		if (c == '"' || c == '\\')
			sp_text_addf(out, "\\%c", c);
		else if (c == '\n')
			sp_text_add(out, "\\n");
		else
			sp_text_addf(out, "\\u%04x", c);
	}
	sp_text_addc(out, '"');
}

/* A code in the language; other words as they are. */
static void
add_word(struct sp_text *out, const struct sp_column *column, const char *word,
    const char *lang)
{
	struct sp_value value = sp_text_value(word);
	struct sp_text shown = { 0 };

	if (column->codes == NULL) {
		sp_json_string(out, word);
		return;
	}
	sp_cell_format(&shown, column, &value, lang);
	sp_json_string(out, shown.s);
	sp_text_free(&shown);
}

static void
add_list(struct sp_text *out, const struct sp_column *column, const char *words,
    const char *lang)
{
	bool ids = column->kind != NULL, first = true;

	sp_text_addc(out, '[');
	for (; *words != '\0'; first = false) {
		size_t length = strcspn(words, "|");
		char *word = sp_strndup(words, length);
		sp_text_add(out, first ? "" : ",");
		if (ids)
			sp_text_add(out, word);
		else
			add_word(out, column, word, lang);
		free(word);
		words += length + (words[length] == '|');
	}
	sp_text_addc(out, ']');
}

void
sp_json_value(struct sp_text *out, const struct sp_column *column,
    const struct sp_value *value, const char *lang)
{
	struct sp_text text = { 0 };

	if (!sp_value_given(value)) {
		sp_text_add(out, "null");
	} else if (column->type == SP_COL_BOOLEAN && value->type == SP_INT) {
		sp_text_add(out, value->i ? "true" : "false");
	} else if (column->type == SP_COL_LIST && value->type == SP_TEXT) {
		add_list(out, column, value->s, lang);
	} else if (value->type == SP_REAL ||
		   (value->type == SP_INT && column->type != SP_COL_MONEY &&
		       column->type != SP_COL_HOURS)) {
		sp_cell_format(out, column, value, lang);
	} else {
		sp_cell_format(&text, column, value, lang);
		sp_json_string(out, text.s);
		sp_text_free(&text);
	}
}

struct writing {
	const struct sp_output *output;
	size_t rows;
	bool lines; /* an object a line, no array around */
};

static void *
start(struct sp_text *text, const struct sp_output *output, bool lines)
{
	struct writing *writing = sp_alloc(1, sizeof(*writing));

	writing->output = output;
	writing->lines = lines || output->one;
	if (!writing->lines)
		sp_text_add(text, "[");
	return writing;
}

static void *
start_json(struct sp_text *text, const struct sp_output *output)
{
	return start(text, output, false);
}

static void *
start_jsonl(struct sp_text *text, const struct sp_output *output)
{
	return start(text, output, true);
}

static void
add_row(void *state, struct sp_text *text, const struct sp_value *row)
{
	struct writing *writing = state;
	const struct sp_output *output = writing->output;
	bool english = output->lang != NULL && strcmp(output->lang, "en") == 0;
	size_t members = 0;

	if (!writing->lines)
		sp_text_add(text, writing->rows > 0 ? ",\n" : "\n");
	writing->rows++;
	sp_text_addc(text, '{');
	for (size_t i = 0; i < output->n; i++) {
		if (row[i].type == SP_ABSENT)
			continue;
		sp_text_add(text, members++ > 0 ? "," : "");
		sp_json_string(text, english ? output->columns[i].name
					     : output->columns[i].naam);
		sp_text_addc(text, ':');
		sp_json_value(text, &output->columns[i], &row[i], output->lang);
	}
	sp_text_add(text, writing->lines ? "}\n" : "}");
}

static void
end_rows(void *state, struct sp_text *text)
{
	struct writing *writing = state;

	if (!writing->lines)
		sp_text_add(text, "\n]\n");
}

const struct sp_format_writer sp_json_writer = { start_json, add_row, end_rows,
	free };
const struct sp_format_writer sp_jsonl_writer = { start_jsonl, add_row,
	end_rows, free };
