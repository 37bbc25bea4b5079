/* filters - field=value as people type it, to conditions on columns */
#include "acts/filters.h"

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

static int
add_filter(struct sp_filters *filters, int column, enum sp_test test,
    size_t first, struct sp_error *err)
{
	if (filters->n == SP_FILTERS)
		return sp_fail(err, SP_INPUT, _("more than %d filters"),
		    SP_FILTERS);
	filters->filters[filters->n++] = (struct sp_filter){
		.column = column,
		.test = test,
		.values = &filters->values[first],
		.n = filters->values_n - first,
	};
	return 0;
}

/* The words of a resolved filters, each a value; ids as numbers. */
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
	       column->type == SP_COL_INTEGER ||
	       column->type == SP_COL_DECIMAL || column->type == SP_COL_MONEY;
}

static int
add_end(struct sp_filters *filters, int column, enum sp_test test,
    const char *text, struct sp_error *err)
{
	size_t first = filters->values_n;

	if (*text == '\0')
		return 0;
	if (take(filters, &filters->kind->columns[column], text, err) != 0)
		return -1;
	return add_filter(filters, column, test, first, err);
}

/* van..tot, or a period on a date: 1 done, 0 it is neither, -1 *err. */
static int
add_range(struct sp_filters *filters, int column, const char *text,
    struct sp_error *err)
{
	enum sp_column_type type = filters->kind->columns[column].type;
	char first[SP_DATE_SIZE], last[SP_DATE_SIZE];
	char *from = NULL, *to = NULL;
	int bad;

	if (!ordered(&filters->kind->columns[column]))
		return 0;
	if (type == SP_COL_DATE &&
	    sp_period_parse(text, filters->session->today, first, last)) {
		from = sp_strdup(first);
		to = sp_strdup(last);
	} else if (!sp_pair_range(text, &from, &to)) {
		return 0;
	}
	bad = add_end(filters, column, SP_TEST_FROM, from, err) != 0 ||
	      add_end(filters, column, SP_TEST_TO, to, err) != 0;
	free(from);
	free(to);
	return bad ? -1 : 1;
}

/* ja or nee of a column that is computed. */
static int
add_derived(struct sp_filters *filters, int column, enum sp_relation relation,
    const char *text, struct sp_error *err)
{
	const struct sp_column *c = &filters->kind->columns[column];
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
		return sp_fail(err, SP_INPUT, _("%s: is ja or nee"), c->naam);
	return add_filter(filters, column,
	    (value.i != 0) == (relation == SP_IS) ? SP_TEST_TRUE
						  : SP_TEST_FALSE,
	    first, err);
}

static int
add_values(struct sp_filters *filters, int column, enum sp_relation relation,
    const char *text, struct sp_error *err)
{
	size_t first = filters->values_n;
	enum sp_test test = relation == SP_IS ? SP_TEST_ANY : SP_TEST_NONE;
	int got;

	if (filters->kind->columns[column].flags & SP_DERIVED)
		return add_derived(filters, column, relation, text, err);
	if (*text == '\0')
		return add_filter(filters, column,
		    relation == SP_IS ? SP_TEST_EMPTY : SP_TEST_NONE, first,
		    err);
	got = relation == SP_IS ? add_range(filters, column, text, err) : 0;
	if (got != 0)
		return got < 0 ? -1 : 0;
	if (take_any(filters, &filters->kind->columns[column], text, err) != 0)
		return -1;
	return add_filter(filters, column, test, first, err);
}

static int
add_word(struct sp_filters *filters, int column, const char *text,
    struct sp_error *err)
{
	size_t first = filters->values_n;
	struct sp_value value = sp_text_value(text);

	if (keep(filters, &value, err) != 0)
		return -1;
	return add_filter(filters, column, SP_TEST_WORD, first, err);
}

int
sp_filters_add(struct sp_filters *filters, const struct sp_pair *pair,
    struct sp_error *err)
{
	const struct sp_kind *kind = filters->kind;
	int column = -1;

	if (*pair->field != '\0') {
		column = sp_column_find(kind->columns, kind->n, pair->field);
		if (column < 0)
			return sp_fail(err, SP_INPUT,
			    _("%s: %s has no such field; sp-add --describe %s "
			      "lists them"),
			    pair->field, kind->naam, kind->naam);
	}
	switch (pair->relation) {
	case SP_HOLDS: return add_word(filters, column, pair->value, err);
	case SP_AT_LEAST:
		return add_end(filters, column, SP_TEST_FROM, pair->value, err);
	case SP_AT_MOST:
		return add_end(filters, column, SP_TEST_TO, pair->value, err);
	default:
		return add_values(filters, column, pair->relation, pair->value,
		    err);
	}
}

int
sp_filters_id(struct sp_filters *filters, int64_t id, struct sp_error *err)
{
	struct sp_value value = sp_int_value(id);
	size_t first = filters->values_n;

	if (keep(filters, &value, err) != 0)
		return -1;
	return add_filter(filters, 0, SP_TEST_ANY, first, err);
}
