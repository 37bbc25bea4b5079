/* list - filters as people type them, to the records that pass */
#include "sp/list.h"

#include <stdlib.h>
#include <string.h>

#include "records/kinds.h"
#include "records/references.h"
#include "sp/mem.h"

enum { FILTERS = 64, VALUES = 256 };

struct sp_list {
	const struct sp_kind *kind;
	const struct sp_session *session;
	struct sp_references *references;
	struct sp_query *query;
	bool names;
	struct sp_filter filters[FILTERS];
	size_t filters_n;
	struct sp_value values[VALUES]; /* all filters', one after another */
	size_t values_n;
	struct sp_text rooms[SP_KIND_COLUMNS];
};

/* Keeps a value for the filters; a text is copied. */
static int
keep(struct sp_list *list, const struct sp_value *value, struct sp_error *err)
{
	struct sp_value *kept = &list->values[list->values_n];

	if (list->values_n == VALUES)
		return sp_fail(err, SP_INPUT,
		    _("more than %d values to filter by"), VALUES);
	*kept = *value;
	if (value->type == SP_TEXT)
		kept->s = sp_strdup(value->s);
	list->values_n++;
	return 0;
}

static int
add_filter(struct sp_list *list, int column, enum sp_test test, size_t first,
    struct sp_error *err)
{
	if (list->filters_n == FILTERS)
		return sp_fail(err, SP_INPUT, _("more than %d filters"),
		    FILTERS);
	list->filters[list->filters_n++] = (struct sp_filter){
		.column = column,
		.test = test,
		.values = &list->values[first],
		.n = list->values_n - first,
	};
	return 0;
}

/* The words of a resolved list, each a value; ids as numbers. */
static int
keep_words(struct sp_list *list, const struct sp_column *column,
    const char *text, struct sp_error *err)
{
	while (*text != '\0') {
		size_t length = strcspn(text, "|"), bare = strcspn(text, "|@");
		char *word = sp_strndup(text, bare);
		struct sp_value value = sp_text_value(word);
		int bad;
		if (column->kind != NULL)
			value = sp_int_value(strtoll(word, NULL, 10));
		bad = keep(list, &value, err);
		free(word);
		if (bad)
			return -1;
		text += length + (text[length] == '|');
	}
	return 0;
}

/* One value through the door and the references. */
static int
take(struct sp_list *list, const struct sp_column *column, const char *text,
    struct sp_error *err)
{
	struct sp_door door = { '.', false, list->session->lang };
	struct sp_text room = { 0 };
	struct sp_value value;
	int bad;

	bad = sp_cell_parse(column, text, &door, &room, &value, err) != 0 ||
	      sp_reference_value(list->references, column, &value, err) != 0;
	if (!bad && column->type == SP_COL_LIST && value.type == SP_TEXT)
		bad = keep_words(list, column, value.s, err) != 0;
	else if (!bad)
		bad = keep(list, &value, err) != 0;
	sp_text_free(&room);
	return bad ? -1 : 0;
}

struct taking {
	struct sp_list *list;
	const struct sp_column *column;
	struct sp_error *err;
	bool bad;
};

static void
take_each(void *context, const char *text)
{
	struct taking *taking = context;

	if (!taking->bad)
		taking->bad =
		    take(taking->list, taking->column, text, taking->err) != 0;
}

/* The whole value is tried first, so that a name may hold a comma. */
static int
take_any(struct sp_list *list, const struct sp_column *column, const char *text,
    struct sp_error *err)
{
	struct taking taking = { list, column, err, false };
	bool free_text = column->type == SP_COL_TEXT;
	struct sp_error whole;

	if (take(list, column, text, &whole) == 0 && !free_text)
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
add_end(struct sp_list *list, int column, enum sp_test test, const char *text,
    struct sp_error *err)
{
	size_t first = list->values_n;

	if (*text == '\0')
		return 0;
	if (take(list, &list->kind->columns[column], text, err) != 0)
		return -1;
	return add_filter(list, column, test, first, err);
}

/* van..tot, or a period on a date: 1 done, 0 it is neither, -1 *err. */
static int
add_range(struct sp_list *list, int column, const char *text,
    struct sp_error *err)
{
	enum sp_column_type type = list->kind->columns[column].type;
	char first[SP_DATE_SIZE], last[SP_DATE_SIZE];
	char *from = NULL, *to = NULL;
	int bad;

	if (!ordered(&list->kind->columns[column]))
		return 0;
	if (type == SP_COL_DATE &&
	    sp_period_parse(text, list->session->today, first, last)) {
		from = sp_strdup(first);
		to = sp_strdup(last);
	} else if (!sp_pair_range(text, &from, &to)) {
		return 0;
	}
	bad = add_end(list, column, SP_TEST_FROM, from, err) != 0 ||
	      add_end(list, column, SP_TEST_TO, to, err) != 0;
	free(from);
	free(to);
	return bad ? -1 : 1;
}

static int
add_values(struct sp_list *list, int column, enum sp_relation relation,
    const char *text, struct sp_error *err)
{
	size_t first = list->values_n;
	enum sp_test test = relation == SP_IS ? SP_TEST_ANY : SP_TEST_NONE;
	int got;

	if (*text == '\0')
		return add_filter(list, column,
		    relation == SP_IS ? SP_TEST_EMPTY : SP_TEST_NONE, first,
		    err);
	got = relation == SP_IS ? add_range(list, column, text, err) : 0;
	if (got != 0)
		return got < 0 ? -1 : 0;
	if (take_any(list, &list->kind->columns[column], text, err) != 0)
		return -1;
	return add_filter(list, column, test, first, err);
}

static int
add_word(struct sp_list *list, int column, const char *text,
    struct sp_error *err)
{
	size_t first = list->values_n;
	struct sp_value value = sp_text_value(text);

	if (keep(list, &value, err) != 0)
		return -1;
	return add_filter(list, column, SP_TEST_WORD, first, err);
}

static int
add_pair(struct sp_list *list, const struct sp_pair *pair, struct sp_error *err)
{
	const struct sp_kind *kind = list->kind;
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
	case SP_HOLDS: return add_word(list, column, pair->value, err);
	case SP_AT_LEAST:
		return add_end(list, column, SP_TEST_FROM, pair->value, err);
	case SP_AT_MOST:
		return add_end(list, column, SP_TEST_TO, pair->value, err);
	default:
		return add_values(list, column, pair->relation, pair->value,
		    err);
	}
}

static struct sp_list *
make(struct sp_store *store, const struct sp_kind *kind, bool names,
    const struct sp_session *session)
{
	struct sp_list *list = sp_alloc(1, sizeof(*list));

	list->kind = kind;
	list->session = session;
	list->names = names;
	list->references = sp_references_open(store, session->lang);
	return list;
}

struct sp_list *
sp_list_open(struct sp_store *store, const struct sp_kind *kind,
    const struct sp_pair *pairs, size_t n, bool names,
    const struct sp_session *session, struct sp_error *err)
{
	struct sp_list *list = make(store, kind, names, session);

	for (size_t i = 0; i < n; i++)
		if (add_pair(list, &pairs[i], err) != 0)
			goto fail;
	list->query =
	    sp_records_select(store, kind, list->filters, list->filters_n, err);
	if (list->query != NULL)
		return list;
fail:
	sp_list_close(list);
	return NULL;
}

struct sp_list *
sp_list_one(struct sp_store *store, const struct sp_kind *kind,
    const char *text, bool names, const struct sp_session *session,
    struct sp_error *err)
{
	struct sp_list *list = make(store, kind, names, session);
	struct sp_value value;
	int64_t id;

	if (sp_reference_find(list->references, kind, text, &id, err) != 0)
		goto fail;
	value = sp_int_value(id);
	if (keep(list, &value, err) != 0 ||
	    add_filter(list, 0, SP_TEST_ANY, 0, err) != 0)
		goto fail;
	list->query = sp_records_select(store, kind, list->filters, 1, err);
	if (list->query != NULL)
		return list;
fail:
	sp_list_close(list);
	return NULL;
}

int
sp_list_next(struct sp_list *list, struct sp_value *row, struct sp_error *err)
{
	int got = sp_query_step(list->query, err);

	if (got <= 0)
		return got;
	sp_records_row(list->query, list->kind, row);
	if (list->names)
		for (size_t i = 0; i < list->kind->n; i++)
			sp_reference_name(list->references,
			    &list->kind->columns[i], &list->rooms[i], &row[i]);
	return 1;
}

void
sp_list_close(struct sp_list *list)
{
	if (list == NULL)
		return;
	sp_query_close(list->query);
	sp_references_close(list->references);
	for (size_t i = 0; i < list->values_n; i++)
		if (list->values[i].type == SP_TEXT)
			free((char *)(uintptr_t)list->values[i].s);
	for (size_t i = 0; i < SP_KIND_COLUMNS; i++)
		sp_text_free(&list->rooms[i]);
	free(list);
}
