/* filters - field=value as people type it, to conditions on columns */
#include "acts/filters.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"

struct sp_filters *
sp_filters_open(struct sp_store *store, const struct sp_kind *kind,
    const struct sp_session *session)
{
	struct sp_filters *filters = sp_alloc(1, sizeof(*filters));

	filters->kind = kind;
	filters->session = session;
	filters->references = sp_references_open(store, session->lang);
	return filters;
}

void
sp_filters_close(struct sp_filters *filters)
{
	if (filters == NULL)
		return;
	sp_references_close(filters->references);
	for (size_t i = 0; i < filters->values_n; i++)
		if (filters->values[i].type == SP_TEXT)
			free((char *)(uintptr_t)filters->values[i].s);
	free(filters);
}

/* Keeps a value for the filters; a text is copied. */
static int
keep(struct sp_filters *filters, const struct sp_value *value,
    struct sp_error *err)
{
	struct sp_value *kept = &filters->values[filters->values_n];

	if (filters->values_n == SP_FILTER_VALUES)
		return sp_fail(err, SP_INPUT,
		    _("more than %d values to filter by"), SP_FILTER_VALUES);
	*kept = *value;
	if (value->type == SP_TEXT)
		kept->s = sp_strdup(value->s);
	filters->values_n++;
	return 0;
}

/* What a condition is about. */
struct target {
	int index; /* -1: all texts */
	const struct sp_column *column;
	struct sp_column own; /* the record itself, as a reference */
};

static int
add_filter(struct sp_filters *filters, const struct target *target,
    enum sp_test test, size_t first, struct sp_error *err)
{
	const struct sp_column *column = target->column;

	if (filters->n == SP_FILTERS)
		return sp_fail(err, SP_INPUT, _("more than %d filters"),
		    SP_FILTERS);
	filters->filters[filters->n++] = (struct sp_filter){
		.column = target->index,
		.test = test,
		.below = column != NULL && column->kind != NULL &&
			 strcmp(column->kind, "gebied") == 0,
		.values = &filters->values[first],
		.n = filters->values_n - first,
	};
	return 0;
}

/* The words of a resolved list, each a value; ids as numbers. */
static int
keep_words(struct sp_filters *filters, const struct sp_column *column,
    const char *text, struct sp_error *err)
{
	while (*text != '\0') {
		size_t length = strcspn(text, "|"), bare = strcspn(text, "|@");
		char *word = sp_strndup(text, bare);
		struct sp_value value = sp_text_value(word);
		int bad;
		if (column->kind != NULL)
			value = sp_int_value(strtoll(word, NULL, 10));
		bad = keep(filters, &value, err);
		free(word);
		if (bad)
			return -1;
		text += length + (text[length] == '|');
	}
	return 0;
}

/* One value through the door and the references. */
static int
take(struct sp_filters *filters, const struct sp_column *column,
    const char *text, struct sp_error *err)
{
	struct sp_door door = { '.', false, filters->session->lang };
	struct sp_text room = { 0 };
	struct sp_value value;
	int bad;

	bad = sp_cell_parse(column, text, &door, &room, &value, err) != 0 ||
	      sp_reference_value(filters->references, column, &value, err) != 0;
	if (!bad && column->type == SP_COL_LIST && value.type == SP_TEXT)
		bad = keep_words(filters, column, value.s, err) != 0;
	else if (!bad)
		bad = keep(filters, &value, err) != 0;
	sp_text_free(&room);
	return bad ? -1 : 0;
}

struct taking {
	struct sp_filters *filters;
	const struct sp_column *column;
	struct sp_error *err;
	bool bad;
};

static void
take_each(void *context, const char *text)
{
	struct taking *taking = context;

	if (!taking->bad)
		taking->bad = take(taking->filters, taking->column, text,
				  taking->err) != 0;
}

/* The whole value is tried first, so that a name may hold a comma. */
static int
take_any(struct sp_filters *filters, const struct sp_column *column,
    const char *text, struct sp_error *err)
{
	struct taking taking = { filters, column, err, false };
	bool free_text = column->type == SP_COL_TEXT;
	struct sp_error whole = { 0 };

	if (take(filters, column, text, &whole) == 0 && !free_text)
		return 0;
	if (strpbrk(text, ",\\") == NULL) {
		*err = whole;
		return free_text ? 0 : -1;
	}
	sp_pair_values(text, take_each, &taking);
	return taking.bad ? -1 : 0;
}

static bool
ordered(const struct sp_column *column)
{
	return column->type == SP_COL_DATE || column->type == SP_COL_TIME ||
	       sp_column_is_number(column);
}

/* Texts, and the words that stand in records as they are typed. */
static bool
searched(const struct sp_column *column)
{
	return column->type == SP_COL_TEXT ||
	       (column->kind == NULL && (column->type == SP_COL_CODE ||
					    column->type == SP_COL_LIST));
}

static const char *
called(const struct sp_filters *filters, const struct sp_column *column)
{
	return strcmp(filters->session->lang, "en") == 0 ? column->name
							 : column->naam;
}

/* A day or moment may be a period, which has a first and a last one. */
static bool
end_of_period(const struct sp_filters *filters, const struct sp_column *column,
    enum sp_test test, const char *text, char end[SP_TIME_SIZE])
{
	char first[SP_DATE_SIZE], last[SP_DATE_SIZE];
	bool from = test == SP_TEST_FROM;

	if ((column->type != SP_COL_DATE && column->type != SP_COL_TIME) ||
	    !sp_period_parse(text, filters->session->today, first, last))
		return false;
	snprintf(end, SP_TIME_SIZE, "%s%s", from ? first : last,
	    column->type == SP_COL_DATE ? ""
	    : from			? "T00:00:00Z"
					: "T23:59:59Z");
	return true;
}

static int
add_end(struct sp_filters *filters, const struct target *target,
    enum sp_test test, const char *text, struct sp_error *err)
{
	const struct sp_column *column = target->column;
	size_t first = filters->values_n;
	char end[SP_TIME_SIZE];

	if (!ordered(column))
		return sp_fail(err, SP_INPUT,
		    _("%s: >= and <= are for numbers and dates"),
		    called(filters, column));
	if (*text == '\0')
		return sp_fail(err, SP_INPUT, _("%s: is compared with nothing"),
		    called(filters, column));
	if (end_of_period(filters, column, test, text, end))
		text = end;
	if (take(filters, column, text, err) != 0)
		return -1;
	return add_filter(filters, target, test, first, err);
}

/* van..tot, or a period on a date: 1 done, 0 it is neither, -1 *err. */
static int
add_range(struct sp_filters *filters, const struct target *target,
    const char *text, struct sp_error *err)
{
	char end[SP_TIME_SIZE];
	char *from = NULL, *to = NULL;
	int bad = 0;

	if (!ordered(target->column))
		return 0;
	if (end_of_period(filters, target->column, SP_TEST_FROM, text, end)) {
		from = sp_strdup(text);
		to = sp_strdup(text);
	} else if (!sp_pair_range(text, &from, &to)) {
		return 0;
	}
	if (*from != '\0')
		bad = add_end(filters, target, SP_TEST_FROM, from, err);
	if (!bad && *to != '\0')
		bad = add_end(filters, target, SP_TEST_TO, to, err);
	free(from);
	free(to);
	return bad ? -1 : 1;
}

/* ja or nee of a column that is computed. */
static int
add_derived(struct sp_filters *filters, const struct target *target,
    enum sp_relation relation, const char *text, struct sp_error *err)
{
	const struct sp_column *c = target->column;
	struct sp_door door = { '.', false, filters->session->lang };
	struct sp_value value = { .type = SP_NULL };
	struct sp_value today = sp_text_value(filters->session->today);
	struct sp_text room = { 0 };
	size_t first = filters->values_n;
	int bad = sp_cell_parse(c, text, &door, &room, &value, err);

	sp_text_free(&room);
	if (bad || keep(filters, &today, err) != 0)
		return -1;
	if (value.type != SP_INT)
		return sp_fail(err, SP_INPUT, _("%s: is ja or nee"),
		    called(filters, c));
	return add_filter(filters, target,
	    (value.i != 0) == (relation == SP_IS) ? SP_TEST_TRUE
						  : SP_TEST_FALSE,
	    first, err);
}

static int
add_values(struct sp_filters *filters, const struct target *target,
    enum sp_relation relation, const char *text, struct sp_error *err)
{
	size_t first = filters->values_n;
	bool is = relation == SP_IS;
	int got;

	if (target->column->flags & SP_DERIVED)
		return add_derived(filters, target, relation, text, err);
	if (*text == '\0')
		return add_filter(filters, target,
		    is ? SP_TEST_EMPTY : SP_TEST_FILLED, first, err);
	got = is ? add_range(filters, target, text, err) : 0;
	if (got != 0)
		return got < 0 ? -1 : 0;
	if (take_any(filters, target->column, text, err) != 0)
		return -1;
	return add_filter(filters, target, is ? SP_TEST_ANY : SP_TEST_NONE,
	    first, err);
}

static int
add_word(struct sp_filters *filters, const struct target *target,
    const char *text, struct sp_error *err)
{
	const struct sp_column *column = target->column;
	size_t first = filters->values_n;
	struct sp_value value = sp_text_value(text);

	if (column != NULL && !searched(column))
		return sp_fail(err, SP_INPUT, _("%s: ~ searches texts only"),
		    called(filters, column));
	if (*text == '\0')
		return sp_fail(err, SP_INPUT, _("~ needs a word to search"));
	if (keep(filters, &value, err) != 0)
		return -1;
	return add_filter(filters, target, SP_TEST_WORD, first, err);
}

/* A field of the kind, or the kind's own name for the record itself. */
static int
find_target(const struct sp_filters *filters, const struct sp_pair *pair,
    struct target *target, struct sp_error *err)
{
	const struct sp_kind *kind = filters->kind;

	*target = (struct target){ .index = -1 };
	if (*pair->field == '\0')
		return 0;
	target->index = sp_column_find(kind->columns, kind->n, pair->field);
	if (target->index >= 0) {
		target->column = &kind->columns[target->index];
		return 0;
	}
	if (sp_kind_find(pair->field) != kind)
		return sp_fail(err, SP_INPUT,
		    _("%s: %s has no such field; sp-add --describe %s lists "
		      "them"),
		    pair->field, kind->naam, kind->naam);
	target->index = 0;
	target->own = (struct sp_column){ .naam = kind->naam,
		.name = kind->name,
		.type = SP_COL_REFERENCE,
		.kind = kind->naam };
	target->column = &target->own;
	return 0;
}

int
sp_filters_add(struct sp_filters *filters, const struct sp_pair *pair,
    struct sp_error *err)
{
	struct target target;

	if (find_target(filters, pair, &target, err) != 0)
		return -1;
	switch (pair->relation) {
	case SP_HOLDS: return add_word(filters, &target, pair->value, err);
	case SP_AT_LEAST:
		return add_end(filters, &target, SP_TEST_FROM, pair->value,
		    err);
	case SP_AT_MOST:
		return add_end(filters, &target, SP_TEST_TO, pair->value, err);
	default:
		return add_values(filters, &target, pair->relation, pair->value,
		    err);
	}
}

int
sp_filters_pairs(struct sp_filters *filters, const struct sp_pair *pairs,
    size_t n, struct sp_error *err)
{
	int bad = 0;

	for (size_t i = 0; i < n && !bad; i++)
		bad = sp_filters_add(filters, &pairs[i], err);
	return bad;
}

int
sp_filters_period(const struct sp_filters *filters, const char *period,
    char from[SP_DATE_SIZE], char to[SP_DATE_SIZE], struct sp_error *err)
{
	if (sp_period_parse(period, filters->session->today, from, to))
		return 0;
	return sp_fail(err, SP_INPUT,
	    _("\"%.40s\" is no period; write 2026-10, 2026-K4, 2026, vorige, "
	      "or van..tot"),
	    period);
}

int
sp_filters_days(struct sp_filters *filters, const char *column,
    const char *from, const char *to, struct sp_error *err)
{
	char days[2 * SP_DATE_SIZE + 2];
	struct sp_pair pair = { (char *)(uintptr_t)column, SP_IS, days };

	snprintf(days, sizeof(days), "%s..%s", from, to);
	return sp_filters_add(filters, &pair, err);
}

int
sp_filters_id(struct sp_filters *filters, const char *column, int64_t id,
    struct sp_error *err)
{
	const struct sp_kind *kind = filters->kind;
	struct sp_value value = sp_int_value(id);
	int index = sp_column_find(kind->columns, kind->n, column);
	struct target target = { index, .column = &kind->columns[index] };
	size_t first = filters->values_n;

	if (keep(filters, &value, err) != 0)
		return -1;
	return add_filter(filters, &target, SP_TEST_ANY, first, err);
}
