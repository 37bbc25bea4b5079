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

/* A preset or a rule of this kind, and its column, found once a run. */
struct duty {
	size_t column;
	const struct preset *preset;
	const struct rule *rule;
};

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
	struct duty *duties;
	size_t duties_n;
	int key;	     /* first column of the natural key, or -1 */
	uint64_t own;	     /* columns that may mean a record of this kind */
	struct sp_value top; /* the highest key there is */
	struct sp_text top_text;
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

static void
take_duty(struct sp_add *add, const char *kind, const char *name,
    const struct preset *preset, const struct rule *rule)
{
	size_t column;

	if (strcmp(kind, add->kind->naam) != 0 ||
	    column_of(add, name, &column) == NULL)
		return;
	add->duties =
	    sp_grow(add->duties, add->duties_n + 1, sizeof(*add->duties));
	add->duties[add->duties_n++] = (struct duty){ column, preset, rule };
}

static void
take_duties(struct sp_add *add)
{
	for (size_t i = 0; i < sizeof(presets) / sizeof(presets[0]); i++)
		take_duty(add, presets[i].kind, presets[i].column, &presets[i],
		    NULL);
	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		take_duty(add, rules[i].kind, rules[i].column, NULL, &rules[i]);
}

static int
check_rules(struct sp_add *add, const struct sp_value *row,
    struct sp_error *err)
{
	for (size_t i = 0; i < add->duties_n; i++) {
		const struct rule *rule = add->duties[i].rule;
		size_t c = add->duties[i].column;
		if (rule != NULL && sp_value_given(&row[c]) &&
		    rule->check(add, &add->kind->columns[c], &row[c], err) != 0)
			return -1;
	}
	return 0;
}

static void
preset(struct sp_add *add, struct sp_value *row, bool change)
{
	for (size_t i = 0; i < add->duties_n; i++) {
		const struct preset *p = add->duties[i].preset;
		size_t c = add->duties[i].column;
		if (p == NULL || (change && !p->on_change) ||
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

/* The indexes of a column must be there before somebody looks in them. */
static int
look_by(struct sp_add *add, const char *column, struct sp_error *err)
{
	return add->late_indexes
		   ? sp_store_make_indexes(add->store, column, err)
		   : 0;
}

/* A row that refers to its own kind looks in the indexes of it. */
static int
look_by_references(struct sp_add *add, const struct sp_value *row,
    struct sp_error *err)
{
	bool own = false;

	for (size_t i = 0; i < add->kind->n && add->own >> i != 0; i++)
		own |= (add->own >> i & 1) != 0 && sp_value_given(&row[i]);
	if (!own || !add->late_indexes)
		return 0;
	if (add->kind->label != NULL &&
	    look_by(add, add->kind->label, err) != 0)
		return -1;
	return add->key < 0 ? 0 : look_by(add, add->kind->key[0], err);
}

static void
learn_kind(struct sp_add *add)
{
	const struct sp_kind *kind = add->kind;

	add->key = kind->key[0] == NULL
		       ? -1
		       : sp_column_find(kind->columns, kind->n, kind->key[0]);
	for (size_t i = 0; i < kind->n; i++)
		if (kind->columns[i].type == SP_COL_LINK ||
		    (kind->columns[i].kind != NULL &&
			strcmp(kind->columns[i].kind, kind->naam) == 0))
			add->own |= UINT64_C(1) << i;
}

/* Texts compare as their index compares them: byte by byte. */
static bool
above_top(const struct sp_add *add, const struct sp_value *key)
{
	if (add->top.type == SP_ABSENT)
		return true;
	if (key->type != add->top.type)
		return false;
	return key->type == SP_TEXT
		   ? strcmp(key->s, add->top.s) > 0
		   : key->type == SP_INT && key->i > add->top.i;
}

static void
raise_top(struct sp_add *add, const struct sp_value *row)
{
	const struct sp_value *key = add->key < 0 ? NULL : &row[add->key];

	if (key == NULL || !sp_value_given(key) || !above_top(add, key))
		return;
	add->top = *key;
	if (key->type != SP_TEXT)
		return;
	sp_text_clear(&add->top_text);
	sp_text_add(&add->top_text, key->s);
	add->top.s = add->top_text.s;
}

/* Whether the row can mean no record yet: the table was empty, and its key
 * is above all that came after. In a file that is sorted by key no row is
 * looked up, and the index to look in is built once, at the end. */
static bool
surely_new(const struct sp_add *add, const struct sp_value *row)
{
	return add->empty && !sp_value_given(&row[0]) &&
	       !sp_value_given(&row[add->kind->n - 2]) &&
	       (add->key < 0 || !sp_value_given(&row[add->key]) ||
		   above_top(add, &row[add->key]));
}

/* As sp_records_find. */
static int
find_record(struct sp_add *add, const struct sp_value *row, int64_t *id,
    struct sp_error *err)
{
	if (surely_new(add, row))
		return 0;
	if (sp_value_given(&row[add->kind->n - 2]) &&
	    look_by(add, "uuid", err) != 0)
		return -1;
	if (add->key >= 0 && sp_value_given(&row[add->key]) &&
	    look_by(add, add->kind->key[0], err) != 0)
		return -1;
	return sp_records_find(add->records, row, id, err);
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
	raise_top(add, row);
	if (add->empty && (add->how & SP_ADD_ROWS) &&
	    add->tally.added == BULK_AFTER) {
		add->late_indexes = true;
		return sp_store_drop_indexes(add->store, add->kind->naam, err);
	}
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
	if (n == 0) {
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
	raise_top(add, row);
	add->tally.changed++;
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
	if (look_by(add, add->kind->label, err) != 0)
		return -1;
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
	if (look_by_references(add, row, err) != 0 ||
	    sp_references_resolve(add->references, add->kind, row, err) != 0)
		return -1;
	got = find_record(add, row, id, err);
	if (got == 0 && !sp_value_given(uuid))
		got = find_namesake(add, row, id, err);
	if (got < 0)
		return -1;
	return got > 0 ? change(add, *id, row, err) : insert(add, row, id, err);
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
	learn_kind(add);
	take_duties(add);
	if (sp_store_begin(store, err) != 0)
		goto fail;
	add->open = true;
	add->records = sp_records_open(store, kind);
	add->references = sp_references_open(store, session->lang);
	if (sp_defaults_add(store, session, NULL, err) != 0 ||
	    read_office(add, err) != 0)
		goto fail;
	empty = sp_records_empty(add->records, err);
	if (empty < 0)
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
	if (look_by(add, NULL, err) != 0)
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
	free(add->duties);
	sp_text_free(&add->top_text);
	free(add);
}
