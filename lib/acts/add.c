/* add - defaults, rules, upsert and trail of every kind, from const tables */
#include "sp/add.h"

#include <stdlib.h>
#include <string.h>

#include "acts/trail.h"
#include "records/kinds.h"
#include "records/references.h"
#include "sp/mem.h"

/* After so many rows into a table that was empty, its indexes are built once
 * at the end instead of row by row. */
enum { BULK_AFTER = 1000 };

struct sp_add {
	struct sp_store *store;
	const struct sp_kind *kind;
	struct sp_session *session;
	unsigned how;
	struct sp_records *records;
	struct sp_references *references;
	struct sp_trail *trail;
	struct sp_query *namesake;
	struct sp_tally tally;
	char *kantoor;
	char uuid[37];
	int64_t last; /* the record added last */
	bool empty, late_indexes, open;
	unsigned char *met; /* a bit an id: a row of this input meant it */
	size_t met_size;
};

/* What a new record gets in a column that was not given. */
enum source { TEXT, NUMBER, TODAY, USER };
struct preset {
	const char *kind, *column;
	enum source source;
	const char *text;
	int64_t number;
	bool on_change; /* also when a record changes */
};
static const struct preset presets[] = {
	{ "signaal", "gemeld_op", TODAY, NULL, 0, false },
	{ "signaal", "status", TEXT, "gemeld", 0, false },
	{ "signaal", "aantal", NUMBER, NULL, 1, false },
	{ "signaal", "behandelaar", USER, NULL, 0, false },
	{ "persoon", "status", TEXT, "actief", 0, false },
	{ "persoon", "bijgewerkt_op", TODAY, NULL, 0, true },
	{ "code", "actief", NUMBER, NULL, 1, false },
};

/* What may stand in no row, whatever its types say. */
struct rule {
	const char *kind, *column;
	int (*check)(struct sp_add *add, const struct sp_column *column,
	    const struct sp_value *value, struct sp_error *err);
};

static const char *
called(const struct sp_add *add, const struct sp_column *column)
{
	return strcmp(add->session->lang, "en") == 0 ? column->name
						     : column->naam;
}

static int
not_in_future(struct sp_add *add, const struct sp_column *column,
    const struct sp_value *value, struct sp_error *err)
{
	if (strcmp(value->s, add->session->today) <= 0)
		return 0;
	return sp_fail(err, SP_INPUT, _("%s: %s is after today (%s)"),
	    called(add, column), value->s, add->session->today);
}

/* One pattern a letter: 9 a digit, A a digit or capital, else itself. */
static bool
has_shape(const char *text, const char *shape)
{
	for (; *shape != '\0'; text++, shape++) {
		bool digit = *text >= '0' && *text <= '9';
		bool capital = *text >= 'A' && *text <= 'Z';
		if (*shape == '9'   ? !digit
		    : *shape == 'A' ? !digit && !capital
				    : *text != *shape)
			return false;
	}
	return *text == '\0';
}

/* Codes of Statistics Netherlands; other codes are a town's own. */
static int
area_code(struct sp_add *add, const struct sp_column *column,
    const struct sp_value *value, struct sp_error *err)
{
	static const char *const shapes[] = { "GM9999", "WK9999AA",
		"BU9999AAAA" };

	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		if (strncmp(value->s, shapes[i], 2) != 0)
			continue;
		if (has_shape(value->s, shapes[i]))
			return 0;
		return sp_fail(err, SP_INPUT,
		    _("%s: %s is no area code; write it like %s, 9 a digit and"
		      " A a digit or capital"),
		    called(add, column), value->s, shapes[i]);
	}
	return 0;
}

static const struct rule rules[] = {
	{ "signaal", "gemeld_op", not_in_future },
	{ "toestemming", "gegeven_op", not_in_future },
	{ "gebied", "code", area_code },
};

static const struct sp_column *
column_of(const struct sp_add *add, const char *name, size_t *i)
{
	int found = sp_column_find(add->kind->columns, add->kind->n, name);

	if (found < 0)
		return NULL;
	*i = (size_t)found;
	return &add->kind->columns[found];
}

static int
check_rules(struct sp_add *add, const struct sp_value *row,
    struct sp_error *err)
{
	const struct sp_column *column;
	size_t c;

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
		if (strcmp(rules[i].kind, add->kind->naam) != 0)
			continue;
		column = column_of(add, rules[i].column, &c);
		if (column != NULL && sp_value_given(&row[c]) &&
		    rules[i].check(add, column, &row[c], err) != 0)
			return -1;
	}
	return 0;
}

static void
preset(struct sp_add *add, struct sp_value *row, bool change)
{
	for (size_t i = 0; i < sizeof(presets) / sizeof(presets[0]); i++) {
		const struct preset *p = &presets[i];
		size_t c;
		if (strcmp(p->kind, add->kind->naam) != 0 ||
		    (change && !p->on_change) ||
		    column_of(add, p->column, &c) == NULL ||
		    (change ? row[c].type != SP_ABSENT
			    : sp_value_given(&row[c])))
			continue;
		row[c] = p->source == NUMBER
			     ? sp_int_value(p->number)
			     : sp_text_value(p->source == TEXT ? p->text
					     : p->source == TODAY
						 ? add->session->today
						 : add->session->user);
	}
}

static int
missing(const struct sp_add *add, const struct sp_column *column,
    struct sp_error *err)
{
	return sp_fail(err, SP_INPUT, _("%s: is missing; every %s has one"),
	    called(add, column),
	    strcmp(add->session->lang, "en") == 0 ? add->kind->name
						  : add->kind->naam);
}

static int
set_by_program(const struct sp_add *add, const struct sp_column *column,
    struct sp_error *err)
{
	return sp_fail(err, SP_REFUSED,
	    _("%s: is set by the program; leave it out, or as it was"),
	    called(add, column));
}

/* A status in a row of a new record may only be the one it begins with. */
static int
check_new(struct sp_add *add, const struct sp_value *given,
    const struct sp_value *row, struct sp_error *err)
{
	for (size_t i = 1; i < add->kind->n; i++) {
		const struct sp_column *column = &add->kind->columns[i];
		if ((column->flags & SP_REQUIRED) && !sp_value_given(&row[i]))
			return missing(add, column, err);
		if ((column->flags & SP_PROGRAM) && i < add->kind->n - 2 &&
		    sp_value_given(&given[i]) &&
		    !sp_value_equal(&given[i], &row[i]))
			return set_by_program(add, column, err);
	}
	return check_rules(add, row, err);
}

/* The uuid and office a record was made with elsewhere stay. */
static int
set_origin(struct sp_add *add, struct sp_value *row, struct sp_error *err)
{
	struct sp_value *uuid = &row[add->kind->n - 2];
	struct sp_value *kantoor = &row[add->kind->n - 1];

	if (sp_value_given(uuid) && !sp_uuid_valid(uuid->s))
		return sp_fail(err, SP_INPUT,
		    _("uuid: is no universally unique id"));
	if (!sp_value_given(uuid)) {
		sp_uuid_next(&add->session->uuid, add->uuid);
		*uuid = sp_text_value(add->uuid);
	}
	if (!sp_value_given(kantoor))
		*kantoor = sp_text_value(add->kantoor);
	return 0;
}

static int
start_late_indexes(struct sp_add *add, struct sp_error *err)
{
	char *keep = add->kind->key[0] == NULL ? sp_strdup("")
					       : sp_strdup(add->kind->key[0]);
	int bad = sp_store_drop_indexes(add->store, add->kind->naam, keep, err);

	free(keep);
	add->late_indexes = bad == 0;
	return bad;
}

static int
end_late_indexes(struct sp_add *add, struct sp_error *err)
{
	if (!add->late_indexes)
		return 0;
	add->late_indexes = false;
	return sp_store_make_indexes(add->store, err);
}

/* A row of this input meant the record. */
static void
meet(struct sp_add *add, int64_t id)
{
	size_t byte = (size_t)id / 8, size = add->met_size;

	if (byte >= size) {
		add->met_size = 2 * byte + 1024;
		add->met = sp_grow(add->met, add->met_size, 1);
		memset(add->met + size, 0, add->met_size - size);
	}
	add->met[byte] |= (unsigned char)(1u << (id % 8));
}

static bool
has_met(const struct sp_add *add, int64_t id)
{
	size_t byte = (size_t)id / 8;

	return byte < add->met_size && (add->met[byte] >> (id % 8) & 1) != 0;
}

/* Two rows that mean one record and differ would change it back and forth,
 * run after run. row holds what differs. */
static int
contradicts(const struct sp_add *add, const struct sp_value *row,
    struct sp_error *err)
{
	const struct sp_kind *kind = add->kind;
	struct sp_text key = { 0 };
	size_t i = 1;

	while (i + 1 < kind->n && row[i].type == SP_ABSENT)
		i++;
	for (size_t k = 0; k < 4 && kind->key[k] != NULL; k++)
		sp_text_addf(&key, "%s%s", k > 0 ? "+" : "", kind->key[k]);
	sp_fail(err, SP_INPUT,
	    _("%s: an earlier row gives the same %s (%s) another one; mend or "
	      "drop one of the two"),
	    called(add, &kind->columns[i]), kind->naam,
	    key.s == NULL ? "id" : key.s);
	sp_text_free(&key);
	return -1;
}

static int
insert(struct sp_add *add, struct sp_value *row, int64_t *id,
    struct sp_error *err)
{
	struct sp_value given[SP_KIND_COLUMNS];

	memcpy(given, row, add->kind->n * sizeof(*row));
	preset(add, row, false);
	if (check_new(add, given, row, err) != 0 ||
	    set_origin(add, row, err) != 0)
		return -1;
	if (sp_records_insert(add->records, row, id, err) != 0)
		return -1;
	add->last = *id;
	add->tally.added++;
	meet(add, *id);
	if (add->empty && (add->how & SP_ADD_ROWS) &&
	    add->tally.added == BULK_AFTER)
		return start_late_indexes(add, err);
	return 0;
}

/* Leaves in row what differs from the record; -1 if it may not. */
static int
differences(struct sp_add *add, const struct sp_value *known,
    struct sp_value *row, size_t *n, struct sp_error *err)
{
	*n = 0;
	row[0].type = SP_ABSENT;
	for (size_t i = 1; i < add->kind->n; i++) {
		const struct sp_column *column = &add->kind->columns[i];
		if ((column->flags & SP_DERIVED) || row[i].type == SP_ABSENT ||
		    sp_value_equal(&row[i], &known[i])) {
			row[i].type = SP_ABSENT;
			continue;
		}
		if (column->flags & SP_PROGRAM)
			return set_by_program(add, column, err);
		if ((column->flags & SP_REQUIRED) && row[i].type == SP_NULL)
			return missing(add, column, err);
		++*n;
	}
	return 0;
}

static int
change(struct sp_add *add, int64_t id, struct sp_value *row,
    struct sp_error *err)
{
	struct sp_value known[SP_KIND_COLUMNS];
	size_t n;

	if (sp_records_get(add->records, id, known, err) != 1)
		return sp_fail(err, SP_INPUT, _("id: there is no %s %lld"),
		    add->kind->naam, (long long)id);
	if (differences(add, known, row, &n, err) != 0)
		return -1;
	if (n > 0 && has_met(add, id))
		return contradicts(add, row, err);
	if (n == 0) {
		meet(add, id);
		add->tally.unchanged++;
		return 0;
	}
	if (check_rules(add, row, err) != 0)
		return -1;
	if (sp_trail_change(add->trail, add->kind, id, known, row,
		!(add->how & SP_ADD_ROWS), err) != 0)
		return -1;
	preset(add, row, true);
	if (sp_records_update(add->records, id, row, err) != 0)
		return -1;
	sp_references_forget(add->references);
	add->tally.changed++;
	meet(add, id);
	return 0;
}

static bool
agrees(const struct sp_add *add, const struct sp_value *known,
    const struct sp_value *row)
{
	for (size_t i = 1; i < add->kind->n; i++)
		if (row[i].type != SP_ABSENT &&
		    !sp_value_equal(&row[i], &known[i]))
			return false;
	return true;
}

/* A person of a name that exists, without an alias to tell them apart, is
 * that person only when all that is given agrees. 1 it is, 0 nobody bears the
 * name, -1 *err. */
static int
find_namesake(struct sp_add *add, const struct sp_value *row, int64_t *id,
    struct sp_error *err)
{
	struct sp_value known[SP_KIND_COLUMNS];
	size_t naam, alias;
	int64_t first = 0;
	int got;

	if (strcmp(add->kind->naam, "persoon") != 0 ||
	    (add->how & SP_ADD_FRESH) || !column_of(add, "naam", &naam) ||
	    !column_of(add, "alias", &alias) || sp_value_given(&row[alias]) ||
	    !sp_value_given(&row[naam]))
		return 0;
	if (add->namesake == NULL)
		add->namesake = sp_query_open(add->store,
		    "SELECT id FROM persoon WHERE naam = $1 ORDER BY id", err);
	if (add->namesake == NULL)
		return -1;
	sp_query_bind(add->namesake, 1, &row[naam]);
	while ((got = sp_query_step(add->namesake, err)) > 0) {
		*id = sp_query_int(add->namesake, 0);
		first = first == 0 ? *id : first;
		if (sp_records_get(add->records, *id, known, err) == 1 &&
		    agrees(add, known, row)) {
			sp_query_reset(add->namesake);
			return 1;
		}
	}
	if (got < 0 || first == 0)
		return got;
	return sp_fail(err, SP_REFUSED,
	    _("naam: persoon %lld bears this name; give alias=, the id, or "
	      "nieuw=ja"),
	    (long long)first);
}

int
sp_add_row(struct sp_add *add, struct sp_value *row, int64_t *id,
    struct sp_error *err)
{
	const struct sp_value *uuid = &row[add->kind->n - 2];
	int got;

	add->tally.read++;
	if (sp_references_resolve(add->references, add->kind, row, err) != 0)
		return -1;
	/* the index that finds it must be there to be fast */
	if (add->late_indexes && sp_value_given(uuid) &&
	    end_late_indexes(add, err) != 0)
		return -1;
	got = sp_records_find(add->records, row, id, err);
	if (got == 0 && !sp_value_given(uuid))
		got = find_namesake(add, row, id, err);
	if (got < 0)
		return -1;
	return got > 0 ? change(add, *id, row, err) : insert(add, row, id, err);
}

void
sp_add_next_input(struct sp_add *add)
{
	if (add->met != NULL)
		memset(add->met, 0, add->met_size);
}

int
sp_add_change(struct sp_add *add, const char *key, struct sp_value *row,
    int64_t *id, struct sp_error *err)
{
	add->tally.read++;
	if (sp_reference_find(add->references, add->kind, key, id, err) != 0) {
		if (err->status == SP_NOTHING)
			err->status = SP_INPUT;
		return -1;
	}
	if (sp_references_resolve(add->references, add->kind, row, err) != 0)
		return -1;
	return change(add, *id, row, err);
}

/* The office that made this store. */
static int
read_office(struct sp_add *add, struct sp_error *err)
{
	struct sp_query *query = sp_query_open(add->store,
	    "SELECT waarde FROM instelling WHERE naam = 'kantoor'", err);
	int got;

	if (query == NULL)
		return -1;
	got = sp_query_step(query, err);
	if (got > 0)
		add->kantoor = sp_strdup(sp_query_text(query, 0));
	sp_query_close(query);
	return got > 0	 ? 0
	       : got < 0 ? -1
			 : sp_fail(err, SP_TROUBLE,
			       _("the store has no setting kantoor; "
				 "sp-add instelling naam=kantoor "
				 "waarde=... makes one"));
}

struct sp_add *
sp_add_open(struct sp_store *store, const struct sp_kind *kind,
    struct sp_session *session, unsigned how, struct sp_error *err)
{
	struct sp_add *add = sp_alloc(1, sizeof(*add));
	int empty;

	*add = (struct sp_add){ .store = store,
		.kind = kind,
		.session = session,
		.how = how };
	if (sp_store_begin(store, err) != 0) {
		free(add);
		return NULL;
	}
	add->open = true;
	add->records = sp_records_open(store, kind);
	add->references = sp_references_open(store, session->lang);
	empty = sp_records_empty(add->records, err);
	if (empty < 0 || sp_defaults_add(store, session, NULL, err) != 0 ||
	    read_office(add, err) != 0)
		goto fail;
	add->empty = empty > 0;
	add->trail = sp_trail_open(store, session, add->kantoor);
	return add;
fail:
	sp_add_close(add);
	return NULL;
}

int
sp_add_keep(struct sp_add *add, struct sp_error *err)
{
	if (end_late_indexes(add, err) != 0)
		return -1;
	if (add->tally.added > 0 && sp_trail_added(add->trail, add->kind,
					add->tally.added == 1 ? add->last : 0,
					add->tally.added, err) != 0)
		return -1;
	add->open = false;
	if (add->session->dry_run) {
		sp_store_rollback(add->store);
		return 0;
	}
	return sp_store_commit(add->store, err);
}

const struct sp_tally *
sp_add_tally(const struct sp_add *add)
{
	return &add->tally;
}

void
sp_add_close(struct sp_add *add)
{
	if (add == NULL)
		return;
	sp_query_close(add->namesake);
	sp_trail_close(add->trail);
	sp_references_close(add->references);
	sp_records_close(add->records);
	if (add->open)
		sp_store_rollback(add->store);
	free(add->kantoor);
	free(add->met);
	free(add);
}
