/* json - objects in, one at a time through jansson; objects out by hand */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rows/format.h"
#include "sp/json.h"

enum { LONGEST_OBJECT = 1 << 20, DEEPEST = 8 };

/* The input is cut into objects by their braces, so that an array of any
 * length is read in the memory of one. */
struct json {
	struct sp_bytes *bytes;
	const char *block;
	size_t left;
	struct sp_text object;
	json_t *row;
	const char **names;
	struct sp_cell *cells;
	struct sp_text *texts;
	size_t room, record;
	bool array, started, ended, lost;
};

static void *
open_json(struct sp_bytes *bytes, char delimiter)
{
	struct json *json = sp_alloc(1, sizeof(*json));

	(void)delimiter;
	json->bytes = bytes;
	return json;
}

/* The next byte, or -1 at the end. */
static int
peek(struct json *json)
{
	if (json->left == 0)
		json->left = sp_bytes_more(json->bytes, &json->block);
	return json->left == 0 ? -1 : (unsigned char)*json->block;
}

static void
skip(struct json *json)
{
	json->block++;
	json->left--;
}

static int
next_mark(struct json *json)
{
	int c;

	while ((c = peek(json)) == ' ' || c == '\t' || c == '\r' || c == '\n')
		skip(json);
	return c;
}

static int
lose(struct json *json, struct sp_error *err, const char *sentence)
{
	json->lost = true;
	return sp_fail(err, SP_INPUT, "%s", sentence);
}

/* Up to the object's first brace: 1, 0 the end, -1 *err. */
static int
find_object(struct json *json, struct sp_error *err)
{
	int c = next_mark(json);

	if (!json->started && c == '[') {
		json->array = true;
		skip(json);
		c = next_mark(json);
	} else if (json->array && json->started && c == ',') {
		skip(json);
		c = next_mark(json);
		if (c == ']')
			return lose(json, err,
			    _("a comma stands before the end of the array"));
	} else if (json->array && json->started && c == '{') {
		return lose(json, err,
		    _("a comma is missing between two objects"));
	}
	json->started = true;
	if (c == '{')
		return 1;
	if (json->array && c == ']') {
		skip(json);
		json->ended = true;
		return next_mark(json) < 0
			   ? 0
			   : lose(json, err,
				 _("more stands after the end of the array"));
	}
	if (c < 0 && !json->array)
		return 0;
	return lose(json, err,
	    c < 0 ? _("the array breaks off")
		  : _("stands where an object should: rows are objects"));
}

/* Copies up to the brace that closes the object. */
static int
cut_object(struct json *json, struct sp_error *err)
{
	bool quoted = false, escaped = false;
	int depth = 0, c;

	sp_text_clear(&json->object);
	while ((c = peek(json)) >= 0) {
		if (json->object.length >= LONGEST_OBJECT)
			return lose(json, err,
			    _("an object is longer than a megabyte"));
		sp_text_addc(&json->object, (char)c);
		skip(json);
		if (quoted) {
			quoted = escaped || c != '"';
			escaped = !escaped && c == '\\';
			continue;
		}
		quoted = c == '"';
		depth += (c == '{' || c == '[') - (c == '}' || c == ']');
		if (depth > DEEPEST)
			return lose(json, err, _("is nested too deep"));
		if (depth == 0)
			return 0;
	}
	return lose(json, err, _("the object breaks off"));
}

/* Shortest digits that read back the same; a whole one keeps its `.0`, so
 * that a count can't be given as a real. */
static void
put_real(struct sp_text *text, double number)
{
	char digits[40];

	for (int precision = 1; precision <= 17; precision++) {
		snprintf(digits, sizeof(digits), "%.*g", precision, number);
		if (strtod(digits, NULL) == number)
			break;
	}
	for (char *at = digits; *at != '\0'; at++)
		if (*at == ',')
			*at = '.';
	sp_text_add(text, digits);
	if (strpbrk(digits, ".e") == NULL)
		sp_text_add(text, ".0");
}

static bool
put_plain(struct sp_text *text, const json_t *value)
{
	switch (json_typeof(value)) {
	case JSON_STRING: sp_text_add(text, json_string_value(value)); break;
	case JSON_INTEGER:
		sp_text_addf(text, "%lld",
		    (long long)json_integer_value(value));
		break;
	case JSON_REAL: put_real(text, json_real_value(value)); break;
	case JSON_TRUE: sp_text_add(text, "ja"); break;
	case JSON_FALSE: sp_text_add(text, "nee"); break;
	default: return false;
	}
	return true;
}

static bool
put_list(struct sp_text *text, const json_t *array)
{
	for (size_t i = 0; i < json_array_size(array); i++) {
		if (i > 0)
			sp_text_addc(text, '|');
		if (!put_plain(text, json_array_get(array, i)))
			return false;
	}
	return true;
}

static int
take_cells(struct json *json, size_t *n, struct sp_error *err)
{
	size_t i = 0;

	for (void *at = json_object_iter(json->row); at != NULL;
	     at = json_object_iter_next(json->row, at), i++) {
		const json_t *value = json_object_iter_value(at);
		struct sp_text *text = &json->texts[i];
		json->names[i] = json_object_iter_key(at);
		json->cells[i] = (struct sp_cell){ 0 };
		if (json_is_null(value))
			continue;
		sp_text_clear(text);
		if (json_is_array(value) ? !put_list(text, value)
					 : !put_plain(text, value))
			return sp_fail(err, SP_INPUT,
			    _("%.60s: nested JSON is no cell"), json->names[i]);
		json->cells[i].text = text->s;
		json->cells[i].length = text->length;
	}
	*n = i;
	return 0;
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

/* jansson's sentence without the piece of input that it quotes. */
static int
not_json(const json_error_t *error, struct sp_error *err)
{
	const char *near = strstr(error->text, " near ");
	int length =
	    near == NULL ? (int)strlen(error->text) : (int)(near - error->text);

	return sp_fail(err, SP_INPUT, _("is no JSON: %.*s (column %d)"), length,
	    error->text, error->column);
}

static int
next_cells(void *parser, const char *const **names,
    const struct sp_cell **cells, size_t *n, struct sp_error *err)
{
	struct json *json = parser;
	json_error_t error;
	int got;

	if (json->ended || json->lost)
		return 0;
	json->record++;
	got = find_object(json, err);
	if (got <= 0)
		return got;
	if (cut_object(json, err) != 0)
		return -1;
	json_decref(json->row);
	json->row = json_loadb(json->object.s, json->object.length,
	    JSON_REJECT_DUPLICATES, &error);
	if (json->row == NULL)
		return not_json(&error, err);
	make_room(json, json_object_size(json->row));
	if (take_cells(json, n, err) != 0)
		return -1;
	*names = json->names;
	*cells = json->cells;
	return 1;
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
	sp_text_free(&json->object);
	free(json);
}

const struct sp_format_reader sp_json_reader = { open_json, NULL, next_cells,
	record, lost, close_json };

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

static void
add_list(struct sp_text *out, const struct sp_column *column, const char *words,
    const char *lang)
{
	bool ids = column->kind != NULL;

	sp_text_addc(out, '[');
	while (*words != '\0') {
		size_t length = strcspn(words, "|");
		char *word = sp_strndup(words, length);
		struct sp_value value = sp_text_value(word);
		struct sp_text shown = { 0 };
		sp_cell_format(&shown, column, &value, lang);
		if (ids)
			sp_text_add(out, shown.s);
		else
			sp_json_string(out, shown.s);
		sp_text_free(&shown);
		free(word);
		words += length;
		if (*words == '|') {
			sp_text_addc(out, ',');
			words++;
		}
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
		   (value->type == SP_INT && column->type != SP_COL_MONEY)) {
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
