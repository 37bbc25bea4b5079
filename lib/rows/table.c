/* table - the one door: from the text of a cell to a value, and back */
#include "sp/table.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "sp/date.h"
#include "sp/utf8.h"

enum { LONGEST = 65536 };	    /* bytes of a text: some thirty pages */
static const double largest = 1e15; /* below it no whole number is lost */

static bool
is_english(const char *lang)
{
	return lang != NULL && strcmp(lang, "en") == 0;
}

int
sp_column_find(const struct sp_column *columns, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcasecmp(columns[i].naam, name) == 0 ||
		    strcasecmp(columns[i].name, name) == 0 ||
		    (columns[i].alias != NULL &&
			strcasecmp(columns[i].alias, name) == 0))
			return (int)i;
	return -1;
}

const char *
sp_column_name(const struct sp_column *column, const char *lang)
{
	return is_english(lang) ? column->name : column->naam;
}

bool
sp_column_is_number(const struct sp_column *column)
{
	return column->type == SP_COL_INTEGER ||
	       column->type == SP_COL_DECIMAL || column->type == SP_COL_MONEY ||
	       column->type == SP_COL_HOURS;
}

int
sp_column_named(const struct sp_column *columns, size_t n, const char *naam)
{
	for (size_t i = 0; i < n; i++)
		if (columns[i].naam[0] == naam[0] &&
		    strcmp(columns[i].naam, naam) == 0)
			return (int)i;
	return -1;
}

static bool
same(const char *a, const char *b)
{
	return a != NULL && strcasecmp(a, b) == 0;
}

const char *
sp_code_find(const struct sp_codes *codes, const char *text)
{
	const struct sp_code *c;

	for (c = codes->codes; c->code != NULL; c++)
		if (same(c->code, text) || same(c->en, text) ||
		    same(c->label, text) || same(c->label_en, text))
			return c->code;
	return NULL;
}

const char *
sp_code_name(const struct sp_codes *codes, const char *code, const char *lang)
{
	const struct sp_code *c;

	for (c = codes->codes; c->code != NULL; c++)
		if (strcmp(c->code, code) == 0)
			return is_english(lang) && c->en != NULL ? c->en
								 : c->code;
	return code;
}

/* One cell at the door. */
struct cell {
	const struct sp_column *column;
	const struct sp_door *door;
	struct sp_text *room;
	struct sp_value *value;
	struct sp_error *err;
};

static const char *
called(const struct cell *cell)
{
	return sp_column_name(cell->column, cell->door->lang);
}

/* Says what is wrong, with the text only where it may be read. */
static int
wrong(const struct cell *cell, const char *text, const char *what)
{
	struct sp_text shown = { 0 };

	if (cell->column->care != SP_OPEN)
		return sp_fail(cell->err, SP_INPUT, "%s: %s", called(cell),
		    what);
	sp_utf8_visible(&shown, text);
	shown.s = shown.s == NULL ? sp_strdup("") : shown.s;
	sp_fail(cell->err, SP_INPUT, "%s: \"%.*s\" %s", called(cell),
	    (int)sp_utf8_fit(shown.s, 80), shown.s, what);
	sp_text_free(&shown);
	return -1;
}

static int
too_long(const struct cell *cell)
{
	return sp_fail(cell->err, SP_INPUT, _("%s: is longer than %d bytes"),
	    called(cell), LONGEST);
}

static int
text_cell(const struct cell *cell, const char *text)
{
	if (strlen(text) > LONGEST)
		return too_long(cell);
	*cell->value = (struct sp_value){ .type = SP_TEXT, .s = text };
	return 0;
}

/* Digits with a minus before them at most, no more than 18. */
static bool
whole(const char *text, int64_t *number)
{
	size_t minus = text[0] == '-';
	size_t n = strspn(text + minus, "0123456789");

	if (n == 0 || n > 18 || text[minus + n] != '\0')
		return false;
	*number = strtoll(text, NULL, 10);
	return true;
}

static int
bounded(const struct cell *cell, const char *text, int64_t number)
{
	const struct sp_column *c = cell->column;
	struct sp_value min = sp_int_value(c->min), max = sp_int_value(c->max);
	struct sp_text from = { 0 }, to = { 0 };
	char what[96];

	*cell->value = sp_int_value(number);
	if ((c->min == 0 && c->max == 0) ||
	    (number >= c->min && number <= c->max))
		return 0;
	/* hours and money as they are written, not in hundredths */
	sp_cell_format(&from, c, &min, NULL);
	sp_cell_format(&to, c, &max, NULL);
	snprintf(what, sizeof(what), _("is not from %s to %s"), from.s, to.s);
	sp_text_free(&from);
	sp_text_free(&to);
	return wrong(cell, text, what);
}

static int
integer_cell(const struct cell *cell, const char *text)
{
	int64_t number;

	if (!whole(text, &number))
		return wrong(cell, text, _("is no whole number"));
	return bounded(cell, text, number);
}

/* -?digits[mark digits] with a point in out; false for other text. */
static bool
plain_number(const char *text, char mark, char out[64], size_t *decimals)
{
	size_t length = strlen(text), minus = text[0] == '-';
	size_t before = strspn(text + minus, "0123456789");
	const char *after = text + minus + before;

	*decimals = *after == mark ? strspn(after + 1, "0123456789") : 0;
	if (before == 0 || length >= 64 || before > 15 ||
	    (*after == mark ? *decimals == 0 || after[1 + *decimals] != '\0'
			    : *after != '\0'))
		return false;
	memcpy(out, text, length + 1);
	if (*after == mark)
		out[minus + before] = '.';
	return true;
}

/* The excel format has commas, and points where somebody typed them. */
static bool
read_number(const struct cell *cell, const char *text, char out[64],
    size_t *decimals)
{
	return plain_number(text, '.', out, decimals) ||
	       (cell->door->decimal == ',' &&
		   plain_number(text, ',', out, decimals));
}

static int
decimal_cell(const struct cell *cell, const char *text)
{
	char plain[64];
	size_t decimals;
	double number;

	if (!read_number(cell, text, plain, &decimals))
		return wrong(cell, text, _("is no number like 12.5"));
	/* LC_NUMERIC is never set: a point is a point */
	number = strtod(plain, NULL);
	if (fabs(number) >= largest)
		return wrong(cell, text, _("is no number like 12.5"));
	*cell->value =
	    (struct sp_value){ .type = SP_REAL, .r = number == 0 ? 0 : number };
	return 0;
}

/* Two decimals at most, the point taken out. */
static bool
hundredths(const struct cell *cell, const char *text, int64_t *number)
{
	char plain[64], digits[64];
	size_t decimals, n = 0;

	if (!read_number(cell, text, plain, &decimals) || decimals > 2)
		return false;
	for (const char *at = plain; *at != '\0'; at++)
		if (*at != '.')
			digits[n++] = *at;
	for (; decimals < 2; decimals++)
		digits[n++] = '0';
	digits[n] = '\0';
	return whole(digits, number);
}

static int
money_cell(const struct cell *cell, const char *text)
{
	int64_t cents;

	if (!hundredths(cell, text, &cents))
		return wrong(cell, text, _("is no amount like 12.50"));
	return bounded(cell, text, cents);
}

static int
hours_cell(const struct cell *cell, const char *text)
{
	int64_t hours;

	if (!hundredths(cell, text, &hours))
		return wrong(cell, text, _("is no number of hours like 2.5"));
	return bounded(cell, text, hours);
}

static int
date_cell(const struct cell *cell, const char *text)
{
	char iso[SP_DATE_SIZE];
	long day;

	if (sp_date_parse(text, &day)) {
		*cell->value = (struct sp_value){ .type = SP_TEXT, .s = text };
		return 0;
	}
	if (cell->door->dutch_dates && sp_date_from_dutch(text, iso)) {
		sp_text_clear(cell->room);
		sp_text_add(cell->room, iso);
		*cell->value = sp_text_value(cell->room->s);
		return 0;
	}
	return wrong(cell, text,
	    cell->door->dutch_dates ? _("is no day like 31-12-2026")
				    : _("is no day like 2026-12-31"));
}

static int
time_cell(const struct cell *cell, const char *text)
{
	char date[SP_DATE_SIZE] = "";
	long day;
	bool good = strlen(text) == 20 && text[10] == 'T' && text[13] == ':' &&
		    text[16] == ':' && text[19] == 'Z';

	if (good) {
		memcpy(date, text, 10);
		good = sp_date_parse(date, &day) &&
		       strspn(text + 11, "0123456789:") == 8 &&
		       strncmp(text + 11, "24", 2) < 0 && text[14] < '6' &&
		       text[17] < '6';
	}
	if (!good)
		return wrong(cell, text,
		    _("is no moment like 2026-12-31T12:00:00Z"));
	*cell->value = (struct sp_value){ .type = SP_TEXT, .s = text };
	return 0;
}

static int
boolean_cell(const struct cell *cell, const char *text)
{
	static const struct {
		const char *word;
		int64_t means;
	} words[] = { { "ja", 1 }, { "nee", 0 }, { "yes", 1 }, { "no", 0 },
		{ "true", 1 }, { "false", 0 }, { "1", 1 }, { "0", 0 },
		{ "waar", 1 }, { "onwaar", 0 } };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcasecmp(words[i].word, text) == 0) {
			*cell->value = sp_int_value(words[i].means);
			return 0;
		}
	return wrong(cell, text, _("is neither ja nor nee"));
}

static int
unknown_code(const struct cell *cell, const char *text)
{
	const struct sp_code *c = cell->column->codes->codes;
	struct sp_text what = { 0 };

	sp_text_add(&what, _("is none of"));
	for (; c->code != NULL; c++)
		sp_text_addf(&what, "%s %s",
		    c == cell->column->codes->codes ? "" : ",",
		    is_english(cell->door->lang) && c->en != NULL ? c->en
								  : c->code);
	wrong(cell, text, what.s);
	sp_text_free(&what);
	return -1;
}

static int
code_cell(const struct cell *cell, const char *text)
{
	const char *code;

	if (cell->column->codes == NULL)
		return text_cell(cell, text);
	code = sp_code_find(cell->column->codes, text);
	if (code == NULL)
		return unknown_code(cell, text);
	*cell->value = (struct sp_value){ .type = SP_TEXT, .s = code };
	return 0;
}

/* "2024-01-01..2025-06-30", either day may be missing. */
static bool
good_dates(const char *dates)
{
	const char *dots = strstr(dates, "..");
	char from[SP_DATE_SIZE] = "";
	long first = 0, last = 0;
	bool has_from = dots != NULL && dots - dates == 10;
	bool has_to = dots != NULL && dots[2] != '\0';

	if (dots == NULL || (dots != dates && !has_from))
		return false;
	if (has_from)
		memcpy(from, dates, 10);
	if ((has_from && !sp_date_parse(from, &first)) ||
	    (has_to && !sp_date_parse(dots + 2, &last)))
		return false;
	return (has_from || has_to) && (!has_from || !has_to || first <= last);
}

/* One word of a list, in place: "verbinder@2024-01-01.." */
static int
list_word(const struct cell *cell, char *word)
{
	const char *code = word;
	char *dates = cell->column->flags & SP_DATED ? strchr(word, '@') : NULL;
	size_t before = cell->room->length;

	if (dates != NULL) {
		*dates++ = '\0';
		if (!good_dates(dates))
			return wrong(cell, dates,
			    _("are no days like 2024-01-01..2025-06-30"));
	}
	if (cell->column->codes != NULL)
		code = sp_code_find(cell->column->codes, word);
	if (code == NULL)
		return unknown_code(cell, word);
	if (before > 0 && dates == NULL &&
	    sp_list_has(cell->room->s, code, NULL))
		return 0;
	if (before > 0)
		sp_text_addc(cell->room, '|');
	sp_text_add(cell->room, code);
	if (dates != NULL)
		sp_text_addf(cell->room, "@%s", dates);
	return 0;
}

/* The next word and what follows it: `|` and `,` stand between words, and with
 * a `\` before them in a word, as does another `\`. */
static char *
cut_word(const char **text)
{
	struct sp_text word = { 0 };
	const char *s = *text;

	sp_text_clear(&word);
	for (; *s != '\0' && *s != '|' && *s != ','; s++) {
		s += *s == '\\' && s[1] != '\0' && strchr("|,\\", s[1]) != NULL;
		if (word.length > 0 || *s != ' ')
			sp_text_addc(&word, *s);
	}
	while (word.length > 0 && word.s[word.length - 1] == ' ')
		word.s[--word.length] = '\0';
	*text = s + (*s != '\0');
	return word.s;
}

static int
list_cell(const struct cell *cell, const char *text)
{
	int bad = 0;

	if (strlen(text) > LONGEST)
		return too_long(cell);
	sp_text_clear(cell->room);
	while (*text != '\0' && !bad) {
		char *word = cut_word(&text);
		if (strchr(word, '|') != NULL)
			bad = wrong(cell, word, _("can't hold a |"));
		else if (*word != '\0')
			bad = list_word(cell, word);
		free(word);
	}
	if (bad)
		return -1;
	*cell->value = (struct sp_value){ .type = SP_NULL };
	if (cell->room->length > 0)
		*cell->value = sp_text_value(cell->room->s);
	return 0;
}

static int (*const parsers[])(const struct cell *cell, const char *text) = {
	[SP_COL_TEXT] = text_cell,
	[SP_COL_INTEGER] = integer_cell,
	[SP_COL_DECIMAL] = decimal_cell,
	[SP_COL_MONEY] = money_cell,
	[SP_COL_HOURS] = hours_cell,
	[SP_COL_DATE] = date_cell,
	[SP_COL_TIME] = time_cell,
	[SP_COL_BOOLEAN] = boolean_cell,
	[SP_COL_CODE] = code_cell,
	[SP_COL_LIST] = list_cell,
	[SP_COL_REFERENCE] = text_cell,
	[SP_COL_LINK] = text_cell,
};

int
sp_cell_parse(const struct sp_column *column, const char *text,
    const struct sp_door *door, struct sp_text *room, struct sp_value *value,
    struct sp_error *err)
{
	struct cell cell = { column, door, room, value, err };

	if (*text == '\0') {
		*value = (struct sp_value){ .type = SP_NULL };
		return 0;
	}
	return parsers[column->type](&cell, text);
}

static void
add_money(struct sp_text *out, int64_t cents)
{
	uint64_t size = cents < 0 ? -(uint64_t)cents : (uint64_t)cents;

	sp_text_addf(out, "%s%llu.%02llu", cents < 0 ? "-" : "",
	    (unsigned long long)(size / 100), (unsigned long long)(size % 100));
}

/* As few decimals as it needs. */
static void
add_hours(struct sp_text *out, int64_t hundredths)
{
	uint64_t size =
	    hundredths < 0 ? -(uint64_t)hundredths : (uint64_t)hundredths;
	unsigned rest = (unsigned)(size % 100);

	sp_text_addf(out, "%s%llu", hundredths < 0 ? "-" : "",
	    (unsigned long long)(size / 100));
	if (rest % 10 != 0)
		sp_text_addf(out, ".%02u", rest);
	else if (rest > 0)
		sp_text_addf(out, ".%u", rest / 10);
}

/* The shortest digits that are read back as the same number, without an
 * exponent where the door reads them. */
static void
add_real(struct sp_text *out, double number)
{
	char digits[64];
	size_t length;
	int decimals, precision = 6;

	for (; precision < 17; precision++) {
		snprintf(digits, sizeof(digits), "%.*e", precision - 1, number);
		if (strtod(digits, NULL) == number)
			break;
	}
	snprintf(digits, sizeof(digits), "%.*e", precision - 1, number);
	decimals =
	    precision - 1 - (int)strtol(strchr(digits, 'e') + 1, NULL, 10);
	if (fabs(number) < largest && decimals < 40)
		snprintf(digits, sizeof(digits), "%.*f",
		    decimals < 0 ? 0 : decimals, number);
	length = strlen(digits);
	if (strchr(digits, '.') != NULL && strchr(digits, 'e') == NULL) {
		while (digits[length - 1] == '0')
			length--;
		length -= digits[length - 1] == '.';
	}
	sp_text_addn(out, digits, length);
}

static void
add_codes(struct sp_text *out, const struct sp_column *column, const char *text,
    const char *lang)
{
	while (*text != '\0') {
		size_t length = strcspn(text, "|"), bare = strcspn(text, "|@");
		char *code = sp_strndup(text, bare);
		sp_text_add(out, sp_code_name(column->codes, code, lang));
		free(code);
		sp_text_addn(out, text + bare, length - bare);
		text += length;
		if (*text == '|')
			sp_text_addc(out, *text++);
	}
}

/* A comma within a word of a list does not end it. */
static void
add_escaped(struct sp_text *out, const char *words)
{
	for (; *words != '\0'; words++) {
		if (*words == ',' || *words == '\\')
			sp_text_addc(out, '\\');
		sp_text_addc(out, *words);
	}
}

void
sp_cell_format(struct sp_text *out, const struct sp_column *column,
    const struct sp_value *value, const char *lang)
{
	bool english = is_english(lang);

	switch (value->type) {
	case SP_INT:
		if (column->type == SP_COL_MONEY)
			add_money(out, value->i);
		else if (column->type == SP_COL_HOURS)
			add_hours(out, value->i);
		else if (column->type == SP_COL_BOOLEAN)
			sp_text_add(out, value->i  ? english ? "yes" : "ja"
					 : english ? "no"
						   : "nee");
		else
			sp_text_addi(out, value->i);
		break;
	case SP_REAL: add_real(out, value->r); break;
	case SP_TEXT:
		if (column->codes != NULL && english)
			add_codes(out, column, value->s, lang);
		else if (column->type == SP_COL_LIST &&
			 strpbrk(value->s, ",\\") != NULL)
			add_escaped(out, value->s);
		else
			sp_text_add(out, value->s);
		break;
	default: break;
	}
}

void
sp_cell_show(struct sp_text *out, const struct sp_column *column,
    const struct sp_value *value, const char *lang)
{
	struct sp_text words = { 0 };
	bool first = true;

	if (column->type != SP_COL_LIST || value->type != SP_TEXT) {
		sp_cell_format(out, column, value, lang);
		return;
	}
	sp_text_clear(&words);
	if (column->codes != NULL)
		add_codes(&words, column, value->s, lang);
	else
		sp_text_add(&words, value->s);
	for (const char *rest = words.s; *rest != '\0'; first = false) {
		size_t length = strcspn(rest, "|");
		sp_text_add(out, first ? "" : ", ");
		sp_text_addn(out, rest, length);
		rest += length + (rest[length] == '|');
	}
	sp_text_free(&words);
}
