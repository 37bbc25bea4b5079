/* kinds - composes the SQL of every kind from const column names */
#include "records/kinds.h"

#include <stdlib.h>
#include <string.h>

#include "records/derived.h"
#include "sp/mem.h"

enum { KEY_STATES = 81, UPDATES = 4 }; /* 3 states of 4 columns */

enum key_state { KEY_ABSENT, KEY_NULL, KEY_GIVEN };

struct update {
	uint64_t columns; /* bit i: column i changes */
	struct sp_query *query;
};

struct sp_records {
	struct sp_store *store;
	const struct sp_kind *kind;
	struct sp_query *get, *some, *insert, *uuid;
	struct sp_query *key[KEY_STATES];
	struct update updates[UPDATES];
	size_t next_update;
	size_t key_columns[4], key_n;
	uint64_t given; /* bit i: some new row gave column i */
	size_t inserted[SP_KIND_COLUMNS], inserted_n; /* those columns */
	bool behind;  /* rows are put in behind us, so ids are given */
	int64_t last; /* the last one */
	bool updates_behind;
};

static bool
stored(const struct sp_column *column)
{
	return !(column->flags & SP_DERIVED);
}

static bool
has_derived(const struct sp_kind *kind)
{
	for (size_t i = 0; i < kind->n; i++)
		if (!stored(&kind->columns[i]))
			return true;
	return false;
}

/* With its day as a parameter. */
static void
add_condition(struct sp_text *sql, const char *condition, size_t day)
{
	const char *mark;

	while ((mark = strstr(condition, "$T")) != NULL) {
		sp_text_addn(sql, condition, (size_t)(mark - condition));
		sp_text_addf(sql, "$%zu", day);
		condition = mark + 2;
	}
	sp_text_add(sql, condition);
}

/* Whether a derived column holds. of_row: it is asked of the row at hand, what
 * hangs on it is looked up; else of all, which the indexes on days find. */
static void
add_derived(struct sp_text *sql, const struct sp_kind *kind,
    const struct sp_column *column, size_t day, bool of_row)
{
	const struct sp_derived *derived = sp_derived_find(kind, column);
	const char *begin = derived->own == NULL ? "(" : "((";

	if (derived->own != NULL) {
		sp_text_add(sql, begin);
		add_condition(sql, derived->own, day);
		begin = ") OR ";
	}
	for (int i = 0; i < SP_DERIVED_HANGING; i++) {
		const char *table = derived->hanging[i].table;
		if (table == NULL)
			break;
		sp_text_add(sql, begin);
		if (of_row)
			sp_text_addf(sql,
			    "EXISTS (SELECT 1 FROM %s WHERE %s.%s = %s.id AND ",
			    table, table, kind->naam, kind->naam);
		else
			sp_text_addf(sql, "id IN (SELECT %s FROM %s WHERE ",
			    kind->naam, table);
		add_condition(sql, derived->hanging[i].where, day);
		begin = ") OR ";
	}
	sp_text_add(sql, "))");
}

/* day: the parameter of derived columns; 0: they are left empty. */
static void
add_select(struct sp_text *sql, const struct sp_kind *kind, size_t day)
{
	sp_text_add(sql, "SELECT ");
	for (size_t i = 0; i < kind->n; i++) {
		const struct sp_column *column = &kind->columns[i];
		sp_text_add(sql, i > 0 ? ", " : "");
		if (stored(column)) {
			sp_text_add(sql, column->naam);
		} else if (day == 0) {
			sp_text_add(sql, "NULL");
		} else {
			add_derived(sql, kind, column, day, true);
			sp_text_add(sql, " IS TRUE");
		}
	}
	sp_text_addf(sql, " FROM %s", kind->naam);
}

/* $1, $2, or of a row of sp_rows c1, c2. */
static void
add_values(struct sp_text *sql, char mark, size_t *number, size_t n)
{
	for (size_t i = 0; i < n; i++)
		sp_text_addf(sql, "%s%c%zu", i > 0 ? ", " : "", mark,
		    ++*number);
}

static void
add_parameters(struct sp_text *sql, size_t *number, size_t n)
{
	add_values(sql, '$', number, n);
}

/* Areas: the ones asked for and everything below them. */
static void
add_below(struct sp_text *sql, size_t *number, size_t n)
{
	sp_text_add(sql, "(WITH RECURSIVE onder(id) AS (SELECT id FROM gebied"
			 " WHERE id IN (");
	add_parameters(sql, number, n);
	sp_text_add(sql, ") UNION SELECT g.id FROM gebied g JOIN onder ON "
			 "g.ouder = onder.id)"
			 " SELECT id FROM onder");
}

static void
add_any(struct sp_text *sql, const struct sp_column *column, bool below,
    size_t *number, size_t n)
{
	if (column->type == SP_COL_LIST && below) {
		sp_text_add(sql, "EXISTS ");
		add_below(sql, number, n);
		sp_text_addf(sql, " WHERE sp_has(%s, onder.id))", column->naam);
	} else if (column->type == SP_COL_LIST) {
		for (size_t i = 0; i < n; i++)
			sp_text_addf(sql, "%ssp_has(%s, $%zu)",
			    i > 0 ? " OR " : "", column->naam, ++*number);
	} else if (below) {
		sp_text_addf(sql, "%s IN ", column->naam);
		add_below(sql, number, n);
		sp_text_addc(sql, ')');
	} else {
		sp_text_addf(sql, "%s IN (", column->naam);
		add_parameters(sql, number, n);
		sp_text_addc(sql, ')');
	}
}

/* The words of a search without a column: in any of the kind's texts. */
static void
add_word(struct sp_text *sql, const struct sp_kind *kind, int column,
    size_t *number)
{
	size_t parameter = ++*number, found = 0;

	for (size_t i = 0; i < kind->n; i++) {
		const struct sp_column *c = &kind->columns[i];
		if (column >= 0 ? (size_t)column != i
				: kind->text == NULL ||
				      !sp_list_has(kind->text, c->naam, NULL))
			continue;
		sp_text_addf(sql, "%ssp_contains(%s, $%zu)",
		    found++ > 0 ? " OR " : "", c->naam, parameter);
	}
	if (found == 0)
		sp_text_addf(sql, "$%zu = ''", parameter);
}

/* SQLite looks in no index for the value of a function. */
static void
add_name(struct sp_text *sql, const struct sp_column *column, bool aside)
{
	sp_text_addf(sql, aside ? "coalesce(%s, NULL)" : "%s", column->naam);
}

static void
add_filter(struct sp_text *sql, const struct sp_kind *kind,
    const struct sp_filter *filter, size_t *number)
{
	const struct sp_column *column =
	    filter->column < 0 ? NULL : &kind->columns[filter->column];

	switch (filter->test) {
	case SP_TEST_ANY:
		add_any(sql, column, filter->below, number, filter->n);
		break;
	case SP_TEST_NONE:
		sp_text_addf(sql, "%s IS NULL OR NOT (", column->naam);
		add_any(sql, column, filter->below, number, filter->n);
		sp_text_addc(sql, ')');
		break;
	case SP_TEST_FILLED:
		sp_text_addf(sql, "%s IS NOT NULL", column->naam);
		break;
	case SP_TEST_FROM:
		add_name(sql, column, filter->aside);
		sp_text_addf(sql, " >= $%zu", ++*number);
		break;
	case SP_TEST_TO:
		add_name(sql, column, filter->aside);
		sp_text_addf(sql, " <= $%zu", ++*number);
		break;
	case SP_TEST_WORD: add_word(sql, kind, filter->column, number); break;
	case SP_TEST_EMPTY:
		add_name(sql, column, filter->aside);
		sp_text_add(sql, " IS NULL");
		break;
	case SP_TEST_TRUE:
		add_derived(sql, kind, column, ++*number, false);
		break;
	case SP_TEST_FALSE:
		add_derived(sql, kind, column, ++*number, false);
		sp_text_add(sql, " IS NOT TRUE");
		break;
	}
}

/* Each after AND, or the first after what begins the condition. */
static void
add_filters(struct sp_text *sql, const struct sp_kind *kind, const char *begin,
    const struct sp_filter *filters, size_t n, size_t number)
{
	for (size_t i = 0; i < n; i++) {
		sp_text_addf(sql, " %s (", i == 0 ? begin : "AND");
		add_filter(sql, kind, &filters[i], &number);
		sp_text_addc(sql, ')');
	}
}

static void
bind_filters(struct sp_query *query, const struct sp_filter *filters, size_t n,
    size_t number)
{
	for (size_t i = 0; i < n && query != NULL; i++)
		for (size_t j = 0; j < filters[i].n; j++)
			sp_query_bind(query, (int)++number,
			    &filters[i].values[j]);
}

static struct sp_query *
open_filtered(struct sp_store *store, const struct sp_kind *kind,
    struct sp_text *sql, const struct sp_filter *filters, size_t n,
    const char *today, const char *order, struct sp_error *err)
{
	struct sp_query *query;
	size_t number = today != NULL;

	add_filters(sql, kind, "WHERE", filters, n, number);
	sp_text_add(sql, order);
	query = sp_query_open(store, sql->s, err);
	if (today != NULL && query != NULL)
		sp_query_bind_text(query, 1, today);
	bind_filters(query, filters, n, number);
	return query;
}

struct sp_query *
sp_records_narrow(struct sp_store *store, const struct sp_kind *kind,
    const char *statement, size_t taken, const struct sp_filter *filters,
    size_t n, struct sp_error *err)
{
	struct sp_text sql = { 0 };
	struct sp_query *query;

	sp_text_add(&sql, statement);
	if (n > 0) {
		sp_text_addf(&sql,
		    " AND EXISTS (SELECT 1 FROM %s WHERE id = s.id",
		    kind->naam);
		add_filters(&sql, kind, "AND", filters, n, taken);
		sp_text_addc(&sql, ')');
	}
	query = sp_query_open(store, sql.s, err);
	bind_filters(query, filters, n, taken);
	sp_text_free(&sql);
	return query;
}

struct sp_query *
sp_records_select(struct sp_store *store, const struct sp_kind *kind,
    const struct sp_filter *filters, size_t n, const char *today,
    struct sp_error *err)
{
	struct sp_text sql = { 0 };
	struct sp_query *query;

	/* a parameter that nothing asks for would not be there */
	if (!has_derived(kind))
		today = NULL;
	add_select(&sql, kind, today != NULL);
	query = open_filtered(store, kind, &sql, filters, n, today,
	    " ORDER BY id", err);
	sp_text_free(&sql);
	return query;
}

struct sp_query *
sp_records_scan(struct sp_store *store, const struct sp_kind *kind,
    const char *columns, const struct sp_filter *filters, size_t n,
    struct sp_error *err)
{
	struct sp_text sql = { 0 };
	struct sp_query *query;

	sp_text_addf(&sql, "SELECT %s FROM %s", columns, kind->naam);
	query = open_filtered(store, kind, &sql, filters, n, NULL, "", err);
	sp_text_free(&sql);
	return query;
}

void
sp_records_row(const struct sp_query *query, const struct sp_kind *kind,
    struct sp_value *row)
{
	for (size_t i = 0; i < kind->n; i++)
		row[i] = sp_query_value(query, (int)i);
}

struct sp_records *
sp_records_open(struct sp_store *store, const struct sp_kind *kind)
{
	struct sp_records *records = sp_alloc(1, sizeof(*records));

	records->store = store;
	records->kind = kind;
	for (size_t i = 0; i < 4 && kind->key[i] != NULL; i++)
		records->key_columns[records->key_n++] =
		    (size_t)sp_column_find(kind->columns, kind->n,
			kind->key[i]);
	return records;
}

void
sp_records_close(struct sp_records *records)
{
	if (records == NULL)
		return;
	sp_query_close(records->get);
	sp_query_close(records->some);
	sp_query_close(records->insert);
	sp_query_close(records->uuid);
	for (size_t i = 0; i < KEY_STATES; i++)
		sp_query_close(records->key[i]);
	for (size_t i = 0; i < UPDATES; i++)
		sp_query_close(records->updates[i].query);
	free(records);
}

/* One number about the whole kind. */
static int
ask_number(struct sp_store *store, const char *question,
    const struct sp_kind *kind, int64_t *number, struct sp_error *err)
{
	char *sql = sp_format("SELECT %s FROM %s", question, kind->naam);
	struct sp_query *query = sp_query_open(store, sql, err);
	int got = query == NULL ? -1 : sp_query_step(query, err);

	if (got > 0)
		*number = sp_query_int(query, 0);
	sp_query_close(query);
	free(sql);
	return got < 0 ? -1 : 0;
}

int
sp_records_count(struct sp_store *store, const struct sp_kind *kind,
    int64_t *count, struct sp_error *err)
{
	return ask_number(store, "count(*)", kind, count, err);
}

int
sp_records_last(struct sp_store *store, const struct sp_kind *kind, int64_t *id,
    struct sp_error *err)
{
	return ask_number(store, "max(id)", kind, id, err);
}

int
sp_records_any(struct sp_store *store, const char *const *kinds, size_t n,
    const char *column, int64_t id, bool *any, struct sp_error *err)
{
	struct sp_text sql = { 0 };
	struct sp_query *query;
	int got = -1;

	sp_text_add(&sql, "SELECT ");
	for (size_t i = 0; i < n; i++)
		sp_text_addf(&sql, "%sEXISTS (SELECT 1 FROM %s WHERE %s = $1)",
		    i > 0 ? ", " : "", kinds[i], column);
	query = sp_query_open(store, sql.s, err);
	sp_text_free(&sql);
	if (query != NULL) {
		sp_query_bind_int(query, 1, id);
		got = sp_query_step(query, err);
	}
	for (size_t i = 0; i < n && got > 0; i++)
		any[i] = sp_query_int(query, (int)i) != 0;
	sp_query_close(query);
	return got < 0 ? -1 : 0;
}

/* Runs a statement of one parameter that gives ids: how many it gave. */
static int
take_ids(struct sp_query *query, const struct sp_value *value, int64_t *ids,
    int most, struct sp_error *err)
{
	int got = 0, n = 0;

	if (query == NULL)
		return -1;
	sp_query_bind(query, 1, value);
	while (n < most && (got = sp_query_step(query, err)) > 0)
		ids[n++] = sp_query_int(query, 0);
	sp_query_close(query);
	return got < 0 ? -1 : n;
}

int
sp_records_where(struct sp_store *store, const struct sp_kind *kind,
    const char *column, bool folded, const struct sp_value *value, int64_t *ids,
    int most, struct sp_error *err)
{
	char *sql = sp_format(
	    folded ? "SELECT id FROM %s WHERE sp_fold(%s) = sp_fold($1) ORDER "
		     "BY id LIMIT %d"
		   : "SELECT id FROM %s WHERE %s = $1 ORDER BY id LIMIT %d",
	    kind->naam, column, most);
	int n = take_ids(sp_query_open(store, sql, err), value, ids, most, err);

	free(sql);
	return n;
}

struct sp_query *
sp_records_labelled(struct sp_store *store, const struct sp_kind *kind,
    struct sp_error *err)
{
	char *sql = sp_format("SELECT id FROM %s WHERE %s = $1 ORDER BY id",
	    kind->naam, kind->label);
	struct sp_query *query = sp_query_open(store, sql, err);

	free(sql);
	return query;
}

int
sp_records_label(struct sp_store *store, const struct sp_kind *kind, int64_t id,
    char **label, bool *shared, struct sp_error *err)
{
	char *sql = sp_format("SELECT %s, EXISTS (SELECT 1 FROM %s b WHERE "
			      "b.%s = a.%s AND b.id <> a.id) FROM %s a WHERE "
			      "id = $1",
	    kind->label, kind->naam, kind->label, kind->label, kind->naam);
	struct sp_query *query = sp_query_open(store, sql, err);
	int got = -1;

	free(sql);
	*label = NULL;
	if (query != NULL) {
		sp_query_bind_int(query, 1, id);
		got = sp_query_step(query, err);
	}
	if (got > 0 && sp_query_text(query, 0) != NULL)
		*label = sp_strdup(sp_query_text(query, 0));
	*shared = got > 0 && sp_query_int(query, 1) != 0;
	sp_query_close(query);
	return got;
}

int
sp_records_referring(struct sp_store *store, const struct sp_kind *kind,
    const struct sp_column *column, int64_t id, int64_t *ids, int most,
    int64_t *all, struct sp_error *err)
{
	const char *holds = column->type == SP_COL_LIST
				? "sp_has(%s, cast($1 AS TEXT))"
				: "%s = $1";
	struct sp_text sql = { 0 };
	struct sp_value value = sp_int_value(id);
	struct sp_query *query;
	int n;

	sp_text_addf(&sql, "SELECT count(*) FROM %s WHERE ", kind->naam);
	sp_text_addf(&sql, holds, column->naam);
	n = take_ids(sp_query_open(store, sql.s, err), &value, all, 1, err);
	sp_text_clear(&sql);
	sp_text_addf(&sql, "SELECT id FROM %s WHERE ", kind->naam);
	sp_text_addf(&sql, holds, column->naam);
	sp_text_addf(&sql, " ORDER BY id DESC LIMIT %d", most);
	query = n < 0 || *all == 0 ? NULL : sp_query_open(store, sql.s, err);
	if (n >= 0 && *all > 0)
		n = take_ids(query, &value, ids, most, err);
	sp_text_free(&sql);
	return n < 0 ? -1 : *all == 0 ? 0 : n;
}

/* Opens a statement at its first use. */
static struct sp_query *
ready(struct sp_records *records, struct sp_query **query, struct sp_text *sql,
    struct sp_error *err)
{
	if (*query == NULL)
		*query = sp_query_open(records->store, sql->s, err);
	sp_text_free(sql);
	return *query;
}

int
sp_records_empty(struct sp_records *records, struct sp_error *err)
{
	struct sp_text sql = { 0 };
	struct sp_query *query = NULL;
	int got;

	sp_text_addf(&sql, "SELECT id FROM %s LIMIT 1", records->kind->naam);
	if (ready(records, &query, &sql, err) == NULL)
		return -1;
	got = sp_query_step(query, err);
	sp_query_close(query);
	return got < 0 ? -1 : got == 0;
}

int
sp_records_get(struct sp_records *records, int64_t id, struct sp_value *row,
    struct sp_error *err)
{
	struct sp_text sql = { 0 };
	int got;

	if (records->get == NULL) {
		add_select(&sql, records->kind, 0);
		sp_text_add(&sql, " WHERE id = $1");
		if (ready(records, &records->get, &sql, err) == NULL)
			return -1;
	}
	sp_query_reset(records->get);
	sp_query_bind_int(records->get, 1, id);
	got = sp_query_step(records->get, err);
	if (got > 0)
		sp_records_row(records->get, records->kind, row);
	return got;
}

int
sp_records_get_some(struct sp_records *records, int64_t id, const int *at,
    size_t n, struct sp_value *row, struct sp_error *err)
{
	struct sp_text sql = { 0 };
	int got;

	if (records->some == NULL) {
		sp_text_add(&sql, "SELECT ");
		for (size_t i = 0; i < n; i++)
			sp_text_addf(&sql, "%s%s", i > 0 ? ", " : "",
			    records->kind->columns[at[i]].naam);
		sp_text_addf(&sql, " FROM %s WHERE id = $1",
		    records->kind->naam);
		if (ready(records, &records->some, &sql, err) == NULL)
			return -1;
	}
	sp_query_reset(records->some);
	sp_query_bind_int(records->some, 1, id);
	got = sp_query_step(records->some, err);
	for (size_t i = 0; i < n && got > 0; i++)
		row[at[i]] = sp_query_value(records->some, (int)i);
	return got;
}

static int
find_uuid(struct sp_records *records, const struct sp_value *uuid, int64_t *id,
    struct sp_error *err)
{
	struct sp_text sql = { 0 };
	int got;

	if (records->uuid == NULL) {
		sp_text_addf(&sql, "SELECT id FROM %s WHERE uuid = $1",
		    records->kind->naam);
		if (ready(records, &records->uuid, &sql, err) == NULL)
			return -1;
	}
	sp_query_bind(records->uuid, 1, uuid);
	got = sp_query_step(records->uuid, err);
	if (got > 0)
		*id = sp_query_int(records->uuid, 0);
	sp_query_reset(records->uuid);
	return got;
}

static enum key_state
key_state(const struct sp_value *value)
{
	return value->type == SP_ABSENT ? KEY_ABSENT
	       : value->type == SP_NULL ? KEY_NULL
					: KEY_GIVEN;
}

/* Which columns of the key the row gives, as a number in base 3; 0 when it
 * gives too few to mean a record. */
static int
key_states(const struct sp_records *records, const struct sp_value *row)
{
	const struct sp_column *columns = records->kind->columns;
	int states = 0, weight = 1;

	for (size_t i = 0; i < records->key_n; i++) {
		size_t c = records->key_columns[i];
		enum key_state state = key_state(&row[c]);
		bool needed = i == 0 || (columns[c].flags & SP_REQUIRED);
		if (needed && state != KEY_GIVEN)
			return 0;
		states += weight * (int)state;
		weight *= 3;
	}
	return states;
}

static void
add_key(struct sp_text *sql, const struct sp_kind *kind, int states)
{
	size_t number = 0;

	sp_text_addf(sql, "SELECT id FROM %s WHERE ", kind->naam);
	for (size_t i = 0; i < 4 && kind->key[i] != NULL; i++) {
		enum key_state state = (enum key_state)(states % 3);
		states /= 3;
		if (state == KEY_GIVEN)
			sp_text_addf(sql, "%s%s = $%zu", i > 0 ? " AND " : "",
			    kind->key[i], number + 1);
		else if (state == KEY_NULL)
			sp_text_addf(sql, "%s%s IS NULL", i > 0 ? " AND " : "",
			    kind->key[i]);
		number += state == KEY_GIVEN;
	}
	sp_text_add(sql, " ORDER BY id LIMIT 2");
}

static int
find_key(struct sp_records *records, const struct sp_value *row, int states,
    int64_t *id, struct sp_error *err)
{
	const struct sp_kind *kind = records->kind;
	struct sp_query **query = &records->key[states];
	struct sp_text sql = { 0 };
	int got, number = 0;

	if (*query == NULL) {
		add_key(&sql, kind, states);
		if (ready(records, query, &sql, err) == NULL)
			return -1;
	}
	for (size_t i = 0; i < records->key_n; i++) {
		const struct sp_value *value = &row[records->key_columns[i]];
		if (key_state(value) == KEY_GIVEN)
			sp_query_bind(*query, ++number, value);
	}
	got = sp_query_step(*query, err);
	if (got <= 0)
		return got;
	*id = sp_query_int(*query, 0);
	got = sp_query_step(*query, err);
	if (got > 0)
		sp_fail(err, SP_INPUT,
		    _("%s: several records have this key (%lld, %lld); give the"
		      " id"),
		    kind->key[0], (long long)*id,
		    (long long)sp_query_int(*query, 0));
	sp_query_reset(*query);
	return got == 0 ? 1 : -1;
}

int
sp_records_find(struct sp_records *records, const struct sp_value *row,
    int64_t *id, struct sp_error *err)
{
	const struct sp_kind *kind = records->kind;
	const struct sp_value *uuid = &row[kind->n - 2];
	struct sp_value known[SP_KIND_COLUMNS];
	int got, states;

	if (sp_value_given(&row[0])) {
		*id = row[0].i;
		got = sp_records_get(records, *id, known, err);
		if (got > 0 && sp_value_given(uuid) &&
		    !sp_value_equal(uuid, &known[kind->n - 2]))
			return sp_fail(err, SP_INPUT,
			    _("uuid: %s %lld has another one; is this row from "
			      "another store?"),
			    kind->naam, (long long)*id);
		if (got != 0)
			return got;
		if (!sp_value_given(uuid))
			return sp_fail(err, SP_INPUT,
			    _("id: there is no %s %lld"), kind->naam,
			    (long long)*id);
	}
	if (sp_value_given(uuid)) {
		got = find_uuid(records, uuid, id, err);
		if (got != 0)
			return got;
	}
	states = key_states(records, row);
	return states == 0 ? 0 : find_key(records, row, states, id, err);
}

/* A column that no row has given yet is left to be NULL. A statement that adds
 * many records at once may fail halfway: then all is undone anyhow, and SQLite
 * need not be ready to undo the statement alone. */
static int
open_insert(struct sp_records *records, struct sp_error *err)
{
	const size_t n = records->inserted_n + 1;
	struct sp_text sql = { 0 };
	size_t number = 0;

	sp_text_addf(&sql, "INSERT OR FAIL INTO %s (", records->kind->naam);
	for (size_t i = 0; i + 1 < n; i++)
		sp_text_addf(&sql, "%s, ",
		    records->kind->columns[records->inserted[i]].naam);
	sp_text_add(&sql, records->behind ? "id) SELECT " : "id) VALUES (");
	add_values(&sql, records->behind ? 'c' : '$', &number, n);
	sp_text_add(&sql, records->behind ? " FROM sp_rows" : ")");
	sp_query_close(records->insert);
	records->insert = NULL;
	return ready(records, &records->insert, &sql, err) == NULL ? -1 : 0;
}

/* Whether the row gives a column that none before it gave. */
static bool
gives_more(struct sp_records *records, const struct sp_value *row)
{
	const struct sp_kind *kind = records->kind;
	size_t before = records->inserted_n;

	for (size_t i = 1; i < kind->n; i++) {
		uint64_t bit = UINT64_C(1) << i;
		if (row[i].type == SP_ABSENT || row[i].type == SP_NULL ||
		    (records->given & bit) || !stored(&kind->columns[i]))
			continue;
		records->given |= bit;
		records->inserted[records->inserted_n++] = i;
	}
	return records->inserted_n > before;
}

static int
run(struct sp_query *query, const struct sp_value *values, size_t n,
    bool behind, struct sp_error *err)
{
	if (behind)
		return sp_query_run_behind(query, values, n, err);
	for (size_t i = 0; i < n; i++)
		sp_query_bind(query, (int)i + 1, &values[i]);
	return sp_query_run(query, err);
}

int
sp_records_insert(struct sp_records *records, const struct sp_value *row,
    int64_t *id, struct sp_error *err)
{
	struct sp_value values[SP_KIND_COLUMNS];
	size_t n;

	if (gives_more(records, row) && open_insert(records, err) != 0)
		return -1;
	n = records->inserted_n;
	for (size_t i = 0; i < n; i++)
		values[i] = row[records->inserted[i]];
	values[n] = records->behind ? sp_int_value(++records->last)
				    : sp_text_value(NULL);
	if (run(records->insert, values, n + 1, records->behind, err) != 0)
		return -1;
	*id =
	    records->behind ? records->last : sp_store_last_id(records->store);
	return 0;
}

int
sp_records_linked(struct sp_records *records, int64_t above,
    struct sp_error *err)
{
	const struct sp_kind *kind = records->kind;
	struct sp_text sql = { 0 };
	struct sp_value value = sp_int_value(above);
	int64_t id;
	int n;

	sp_text_addf(&sql, "SELECT id FROM %s WHERE id > $1 AND (FALSE",
	    kind->naam);
	for (size_t i = 0; i < kind->n; i++)
		if (kind->columns[i].type == SP_COL_REFERENCE &&
		    stored(&kind->columns[i]))
			sp_text_addf(&sql,
			    " OR (%s IS NOT NULL AND %s NOT IN (SELECT id "
			    "FROM %s))",
			    kind->columns[i].naam, kind->columns[i].naam,
			    kind->columns[i].kind);
	sp_text_add(&sql, ") LIMIT 1");
	n = take_ids(sp_query_open(records->store, sql.s, err), &value, &id, 1,
	    err);
	sp_text_free(&sql);
	return n <= 0 ? n
		      : sp_fail(err, SP_REFUSED,
			    _("refers to a record that is not there"));
}

/* Whether some record that was stored had a value there. */
static bool
gave(const struct sp_records *records, const char *column)
{
	for (size_t i = 0; i < records->inserted_n; i++)
		if (strcmp(records->kind->columns[records->inserted[i]].naam,
			column) == 0)
			return true;
	return false;
}

struct load {
	const struct sp_records *records;
	const char *const *keep;
};

static bool
comes_late(const void *context, const char *column, bool partial)
{
	const struct load *load = context;

	for (size_t i = 0; load->keep[i] != NULL; i++)
		if (strcmp(column, load->keep[i]) == 0)
			return false;
	return !partial || gave(load->records, column);
}

int
sp_records_index_late(struct sp_records *records, const char *const *keep,
    struct sp_error *err)
{
	const struct load load = { records, keep };

	return sp_store_drop_indexes(records->store, records->kind->naam,
	    comes_late, &load, err);
}

int
sp_records_insert_behind(struct sp_records *records, struct sp_error *err)
{
	records->behind = true;
	if (records->insert != NULL && open_insert(records, err) != 0)
		return -1;
	return sp_records_last(records->store, records->kind, &records->last,
	    err);
}

void
sp_records_update_behind(struct sp_records *records)
{
	records->updates_behind = true;
}

static bool
is_first(const void *context, const char *column, bool partial)
{
	(void)partial;
	return strcmp(column, context) == 0;
}

int
sp_records_index_of_late(struct sp_records *records, const char *column,
    struct sp_error *err)
{
	return sp_store_drop_indexes(records->store, records->kind->naam,
	    is_first, column, err);
}

/* The statement that changes just these columns; the last few are kept. */
static struct sp_query *
update_of(struct sp_records *records, uint64_t columns, struct sp_error *err)
{
	const char mark = records->updates_behind ? 'c' : '$';
	struct sp_text sql = { 0 };
	struct update *update;
	size_t number = 0;

	for (size_t i = 0; i < UPDATES; i++)
		if (records->updates[i].query != NULL &&
		    records->updates[i].columns == columns)
			return records->updates[i].query;
	update = &records->updates[records->next_update++ % UPDATES];
	sp_query_close(update->query);
	*update = (struct update){ .columns = columns };
	sp_text_addf(&sql, "UPDATE OR FAIL %s SET ", records->kind->naam);
	for (size_t i = 1; i < records->kind->n; i++)
		if (columns & UINT64_C(1) << i) {
			number++;
			sp_text_addf(&sql, "%s%s = %c%zu",
			    number > 1 ? ", " : "",
			    records->kind->columns[i].naam, mark, number);
		}
	sp_text_addf(&sql, "%s WHERE id = %c%zu",
	    records->updates_behind ? " FROM sp_rows" : "", mark, number + 1);
	return ready(records, &update->query, &sql, err);
}

int
sp_records_update(struct sp_records *records, int64_t id,
    const struct sp_value *row, struct sp_error *err)
{
	const struct sp_kind *kind = records->kind;
	struct sp_value values[SP_KIND_COLUMNS];
	struct sp_query *query;
	uint64_t columns = 0;
	size_t n = 0;

	for (size_t i = 1; i < kind->n; i++)
		if (stored(&kind->columns[i]) && row[i].type != SP_ABSENT) {
			columns |= UINT64_C(1) << i;
			values[n++] = row[i];
		}
	if (columns == 0)
		return 0;
	values[n++] = sp_int_value(id);
	query = update_of(records, columns, err);
	if (query == NULL)
		return -1;
	return run(query, values, n, records->updates_behind, err);
}
