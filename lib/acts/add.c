/* add - defaults, rules, upsert and trail of every kind, from const tables */
#include "sp/add.h"

#include <stdlib.h>
#include <string.h>

#include "acts/asking.h"
#include "acts/consent.h"
#include "acts/giving.h"
#include "acts/ladder.h"
#include "acts/lead.h"
#include "acts/profile.h"
#include "acts/register.h"
#include "acts/texts.h"
#include "acts/trail.h"
#include "records/kinds.h"
#include "records/references.h"
#include "records/settings.h"
#include "records/signals.h"
#include "sp/bits.h"
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

/* Numbers of columns. */
struct columns {
	size_t at[SP_KIND_COLUMNS], n;
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
	struct sp_register *signals; /* of signals only */
	struct sp_ladder *ladder;    /* of long contacts only */
	struct sp_giving *giving;    /* rules of returns, contracts, hours */
	struct sp_profile *profile;  /* of profiles of areas only */
	struct sp_tally tally;
	char *kantoor;
	char uuid[37];
	int64_t last;		      /* the record added last */
	struct sp_tally tally_before; /* the row that came last */
	int64_t last_before;
	bool empty, late_indexes, open;
	bool foreign;	    /* rows bring uuids, which come in any order */
	struct sp_bits met; /* ids that a row of this input meant */
	struct duty *duties;
	size_t duties_n;
	int key;      /* first column of the natural key, or -1 */
	uint64_t own; /* columns that may mean a record of this kind */
	struct columns required, program; /* those that are so */
	struct sp_value top;		  /* the highest key there is */
	struct sp_text top_text;
	const struct for_residents *warned;  /* NULL: none is */
	struct sp_text notes;		     /* about the row that came last */
	struct sp_text taken[SP_LEAD_TAKEN]; /* of a signal, for a lead */
};

/* What a new record gets in a column that was not given: also before the
 * record is looked for (part of its key), or when one changes. */
enum occasion { ON_NEW, ON_LOOK, ON_CHANGE };
enum source { TEXT, NUMBER, TODAY, USER, COLUMN };
struct preset {
	const char *kind, *column;
	enum source source;
	const char *text; /* TEXT, or another column's name */
	int64_t number;
	enum occasion occasion;
};
static const struct preset presets[] = {
	{ "signaal", "gemeld_op", TODAY, NULL, 0, ON_NEW },
	{ "signaal", "status", TEXT, "gemeld", 0, ON_NEW },
	{ "signaal", "aantal", NUMBER, NULL, 1, ON_NEW },
	{ "signaal", "behandelaar", USER, NULL, 0, ON_NEW },
	{ "persoon", "naam", COLUMN, "alias", 0, ON_NEW },
	{ "persoon", "status", TEXT, "actief", 0, ON_NEW },
	{ "persoon", "bijgewerkt_op", TODAY, NULL, 0, ON_CHANGE },
	{ "signaal", "heropend_n", NUMBER, NULL, 0, ON_NEW },
	{ "signaal", "lus_ronde", NUMBER, NULL, 1, ON_NEW },
	{ "code", "actief", NUMBER, NULL, 1, ON_NEW },
	{ "termijn", "soort", TEXT, "afhandelen", 0, ON_LOOK },
	{ "termijn", "werkdagen", NUMBER, NULL, 1, ON_NEW },
	{ "regel", "actief", NUMBER, NULL, 1, ON_NEW },
	{ "standaardtekst", "taal", TEXT, "nl", 0, ON_LOOK },
	{ "standaardtekst", "actief", NUMBER, NULL, 1, ON_NEW },
	{ "tip", "soort", TEXT, "let_op", 0, ON_NEW },
	{ "tip", "op", TODAY, NULL, 0, ON_NEW },
	{ "inzicht", "op", TODAY, NULL, 0, ON_NEW },
	{ "inzicht", "auteur", USER, NULL, 0, ON_NEW },
	{ "vraag", "datum", TODAY, NULL, 0, ON_NEW },
	{ "vraag", "status", TEXT, "gevraagd", 0, ON_NEW },
	{ "vraag", "status_op", COLUMN, "datum", 0, ON_NEW },
	{ "wederdienst", "datum", TODAY, NULL, 0, ON_NEW },
	{ "aanwijzing", "op", TODAY, NULL, 0, ON_NEW },
	{ "aanwijzing", "status", TEXT, "open", 0, ON_NEW },
	{ "aanwijzing", "status_op", COLUMN, "op", 0, ON_NEW },
	{ "uren", "datum", TODAY, NULL, 0, ON_NEW },
	{ "uren", "soort", TEXT, "inzet", 0, ON_NEW },
	{ "gesprek", "datum", TODAY, NULL, 0, ON_LOOK },
	{ "gesprek", "soort", TEXT, "begeleiding", 0, ON_LOOK },
	{ "vacature", "van", TODAY, NULL, 0, ON_NEW },
	{ "vacature", "status", TEXT, "open", 0, ON_NEW },
	{ "traject", "begonnen_op", TODAY, NULL, 0, ON_NEW },
	{ "traject", "trede", TEXT, "contact", 0, ON_NEW },
	{ "traject", "trede_op", TODAY, NULL, 0, ON_NEW },
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

/* A rule to who is not there any more would lose signals. */
static int
still_works(struct sp_add *add, const struct sp_column *column,
    const struct sp_value *value, struct sp_error *err)
{
	struct sp_signals *signals = sp_signals_open(add->store);
	int ended =
	    sp_signals_ended(signals, value->i, add->session->today, err);

	sp_signals_close(signals);
	return ended <= 0 ? ended
			  : sp_fail(err, SP_REFUSED,
				_("%s: organisatie %lld has ended; name "
				  "another"),
				called(add, column), (long long)value->i);
}

/* What can not be filled is heard of before it has to go out. */
static int
fields_exist(struct sp_add *add, const struct sp_column *column,
    const struct sp_value *value, struct sp_error *err)
{
	if (sp_texts_check(value->s, add->session->lang, err) == 0)
		return 0;
	return sp_fail_at(err, "%s: ", called(add, column));
}

static const struct rule rules[] = {
	{ "regel", "org", still_works },
	{ "signaal", "gemeld_op", not_in_future },
	{ "traject", "begonnen_op", not_in_future },
	{ "traject", "trede_op", not_in_future },
	{ "toestemming", "gegeven_op", not_in_future },
	{ "gebied", "code", area_code },
	{ "wederdienst", "datum", not_in_future },
	{ "wederdienst", "teruggemeld_op", not_in_future },
	{ "uren", "datum", not_in_future },
	{ "standaardtekst", "tekst", fields_exist },
};

/* What residents are to read, and in which language that is. */
static const struct for_residents {
	const char *kind, *text, *language;
} for_residents[] = {
	{ "standaardtekst", "tekst", "taal" },
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
	for (size_t i = 0; i < sizeof(for_residents) / sizeof(*for_residents);
	     i++)
		if (strcmp(for_residents[i].kind, add->kind->naam) == 0)
			add->warned = &for_residents[i];
}

/* Notes what reads hard in a text that was given; whole is the record. */
static int
look_hard(struct sp_add *add, const struct sp_value *given,
    const struct sp_value *whole, struct sp_error *err)
{
	size_t text, language;

	if (add->warned == NULL ||
	    column_of(add, add->warned->text, &text) == NULL ||
	    column_of(add, add->warned->language, &language) == NULL ||
	    !sp_value_given(&given[text]))
		return 0;
	return sp_texts_warn(add->store, whole[text].s, whole[language].s,
	    &add->notes, err);
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

static struct sp_value
preset_value(const struct sp_add *add, const struct preset *p,
    const struct sp_value *row)
{
	size_t other;

	switch (p->source) {
	case TEXT: return sp_text_value(p->text);
	case NUMBER: return sp_int_value(p->number);
	case TODAY: return sp_text_value(add->session->today);
	case USER: return sp_text_value(add->session->user);
	case COLUMN:
		if (column_of(add, p->text, &other) != NULL)
			return row[other];
	}
	return sp_text_value(NULL);
}

static bool
applies(const struct preset *preset, enum occasion occasion)
{
	return occasion == ON_NEW || preset->occasion == occasion;
}

static void
preset(struct sp_add *add, struct sp_value *row, enum occasion occasion)
{
	bool change = occasion == ON_CHANGE;

	for (size_t i = 0; i < add->duties_n; i++) {
		const struct preset *p = add->duties[i].preset;
		size_t c = add->duties[i].column;
		if (p == NULL || !applies(p, occasion) ||
		    (change ? row[c].type != SP_ABSENT
			    : sp_value_given(&row[c])))
			continue;
		row[c] = preset_value(add, p, row);
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

/* What a new record begins with: what was given, but a state is the
 * program's, and a row may only say what that will be. */
static int
complete(struct sp_add *add, struct sp_value *row, struct sp_error *err)
{
	const struct sp_column *columns = add->kind->columns;
	struct sp_value given[SP_KIND_COLUMNS];

	if (add->giving != NULL &&
	    sp_giving_fill(add->giving, NULL, row, err) != 0)
		return -1;
	for (size_t i = 0; i < add->program.n; i++) {
		given[i] = row[add->program.at[i]];
		row[add->program.at[i]].type = SP_ABSENT;
	}
	preset(add, row, ON_NEW);
	if (add->signals != NULL &&
	    sp_register_start(add->signals, row, err) != 0)
		return -1;
	for (size_t i = 0; i < add->required.n; i++) {
		size_t c = add->required.at[i];
		if (!sp_value_given(&row[c]))
			return missing(add, &columns[c], err);
	}
	for (size_t i = 0; i < add->program.n; i++) {
		size_t c = add->program.at[i];
		if (sp_value_given(&given[i]) &&
		    !sp_value_equal(&given[i], &row[c]))
			return set_by_program(add, &columns[c], err);
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
	return add->late_indexes ? sp_store_make_indexes(add->store,
				       add->kind->naam, column, err)
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
	for (size_t i = 0; i < kind->n; i++) {
		const struct sp_column *column = &kind->columns[i];
		if (column->type == SP_COL_LINK ||
		    (column->kind != NULL &&
			strcmp(column->kind, kind->naam) == 0))
			add->own |= UINT64_C(1) << i;
		if (i > 0 && (column->flags & SP_REQUIRED))
			add->required.at[add->required.n++] = i;
		/* uuid and office may come from another store */
		if (i > 0 && i < kind->n - 2 && (column->flags & SP_PROGRAM))
			add->program.at[add->program.n++] = i;
	}
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

/* Whether the cells of a whole record, of which some were given, go together
 * and with other records. */
static int
check_whole(struct sp_add *add, int64_t id, const struct sp_value *given,
    const struct sp_value *whole, struct sp_error *err)
{
	if (strcmp(add->kind->naam, "vraag") == 0)
		return sp_ask_check(add->kind, whole, add->session, err);
	/* these rules look in the index of who it is */
	if (add->giving != NULL)
		return look_by(add, "persoon", err) != 0
			   ? -1
			   : sp_giving_check(add->giving, id, whole, err);
	if (add->profile != NULL)
		return sp_profile_check(add->profile, whole, err);
	return sp_consent_check(add->store, add->kind, id, given, whole,
	    add->session, err);
}

/* The table was empty, and the load is large: indexes come at its end. */
static int
index_late(struct sp_add *add, struct sp_error *err)
{
	static const char *const ours[] = { "uuid", NULL };
	static const char *const none[] = { NULL };

	if (!add->empty || !(add->how & SP_ADD_ROWS) ||
	    (add->how & SP_ADD_TAKEN_BACK) || add->tally.added != BULK_AFTER)
		return 0;
	add->late_indexes = true;
	if (sp_records_index_late(add->records, add->foreign ? none : ours,
		err) != 0 ||
	    sp_records_insert_behind(add->records, err) != 0)
		return -1;
	return add->signals == NULL ? 0 : sp_register_late(add->signals, err);
}

static int
insert(struct sp_add *add, struct sp_value *row, int64_t *id,
    struct sp_error *err)
{
	add->foreign |= sp_value_given(&row[add->kind->n - 2]);
	if (sp_lead_from_signal(add->store, add->kind, row, add->taken, err) !=
		0 ||
	    complete(add, row, err) != 0 ||
	    sp_ladder_begins(add->ladder, row, err) != 0 ||
	    check_whole(add, 0, row, row, err) != 0 ||
	    set_origin(add, row, err) != 0 ||
	    (add->signals != NULL &&
		sp_register_send(add->signals, row, err) != 0))
		return -1;
	if (sp_records_insert(add->records, row, id, err) != 0 ||
	    look_hard(add, row, row, err) != 0)
		return -1;
	if (add->signals != NULL &&
	    sp_register_added(add->signals, *id, &add->notes, err) != 0)
		return -1;
	add->last = *id;
	add->tally.added++;
	sp_bits_add(&add->met, *id);
	raise_top(add, row);
	return index_late(add, err);
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
		if (column->flags & SP_STATE)
			return sp_fail(err, SP_REFUSED,
			    _("%s: is changed by %s; leave it out, or as it "
			      "was"),
			    called(add, column), add->kind->states);
		if ((column->flags & SP_REQUIRED) && row[i].type == SP_NULL)
			return missing(add, column, err);
		++*n;
	}
	return 0;
}

/* Whether a record may come to differ so; whole is what it will be. */
static int
may_change(struct sp_add *add, int64_t id, const struct sp_value *known,
    struct sp_value *row, struct sp_value *whole, struct sp_error *err)
{
	if (sp_ladder_climbs(add->ladder, id, known, row, err) != 0 ||
	    check_rules(add, row, err) != 0)
		return -1;
	for (size_t i = 0; i < add->kind->n; i++)
		whole[i] = row[i].type == SP_ABSENT ? known[i] : row[i];
	return check_whole(add, id, row, whole, err);
}

static int
change(struct sp_add *add, int64_t id, struct sp_value *row,
    struct sp_error *err)
{
	struct sp_value known[SP_KIND_COLUMNS], now[SP_KIND_COLUMNS];
	struct sp_value whole[SP_KIND_COLUMNS];
	size_t n;

	if (sp_records_get(add->records, id, known, err) != 1)
		return sp_fail(err, SP_INPUT, _("id: there is no %s %lld"),
		    add->kind->naam, (long long)id);
	if (add->giving != NULL &&
	    sp_giving_fill(add->giving, known, row, err) != 0)
		return -1;
	if (differences(add, known, row, &n, err) != 0)
		return -1;
	if (n > 0 && sp_bits_has(&add->met, id))
		return contradicts(add, row, err);
	if (n == 0) {
		sp_bits_add(&add->met, id);
		add->tally.unchanged++;
		return 0;
	}
	if (may_change(add, id, known, row, whole, err) != 0)
		return -1;
	memcpy(now, row, add->kind->n * sizeof(*row));
	preset(add, now, ON_CHANGE);
	/* the trail comes after what may still be refused */
	if (sp_ladder_keep(add->ladder, id, known, row, err) != 0 ||
	    sp_records_update(add->records, id, now, err) != 0 ||
	    sp_trail_change(add->trail, add->kind, id, known, row,
		!(add->how & SP_ADD_ROWS), err) != 0 ||
	    look_hard(add, row, whole, err) != 0)
		return -1;
	sp_references_forget(add->references);
	if (add->signals != NULL &&
	    sp_register_changed(add->signals, id, row, &add->notes, err) != 0)
		return -1;
	raise_top(add, now);
	add->tally.changed++;
	sp_bits_add(&add->met, id);
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

/* A new record of a label that exists, without a key to tell them apart, is
 * that record only when all that is given agrees. 1 it is, 0 nobody bears the
 * name, -1 *err. */
static int
find_namesake(struct sp_add *add, const struct sp_value *row, int64_t *id,
    struct sp_error *err)
{
	struct sp_value known[SP_KIND_COLUMNS];
	size_t label, key;
	int64_t first = 0;
	int got;

	if (!add->kind->namesakes || (add->how & SP_ADD_FRESH) ||
	    !column_of(add, add->kind->label, &label) ||
	    !column_of(add, add->kind->key[0], &key) ||
	    sp_value_given(&row[key]) || !sp_value_given(&row[label]))
		return 0;
	if (look_by(add, add->kind->label, err) != 0)
		return -1;
	if (add->namesake == NULL)
		add->namesake = sp_records_labelled(add->store, add->kind, err);
	if (add->namesake == NULL)
		return -1;
	sp_query_bind(add->namesake, 1, &row[label]);
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
	    _("%s: %s %lld bears this name; give %s=, the id, or nieuw=ja"),
	    called(add, &add->kind->columns[label]), add->kind->naam,
	    (long long)first, called(add, &add->kind->columns[key]));
}

/* A rule may refuse a signal that is changed already: then it is taken back. */
static int
change_row(struct sp_add *add, int64_t id, struct sp_value *row,
    struct sp_error *err)
{
	bool undo = add->signals != NULL && sp_register_ruled(add->signals);
	int bad;

	if (undo && sp_store_save(add->store, err) != 0)
		return -1;
	bad = change(add, id, row, err);
	if (undo && bad)
		sp_store_undo(add->store);
	else if (undo)
		bad = sp_store_keep(add->store, err);
	return bad;
}

int
sp_add_row(struct sp_add *add, struct sp_value *row, int64_t *id,
    struct sp_error *err)
{
	const struct sp_value *uuid = &row[add->kind->n - 2];
	int got;

	add->tally_before = add->tally;
	add->last_before = add->last;
	sp_text_clear(&add->notes);
	add->tally.read++;
	if (look_by_references(add, row, err) != 0 ||
	    sp_references_resolve(add->references, add->kind, row, err) != 0)
		return -1;
	preset(add, row, ON_LOOK);
	got = find_record(add, row, id, err);
	if (got == 0 && !sp_value_given(uuid))
		got = find_namesake(add, row, id, err);
	if (got < 0)
		return -1;
	return got > 0 ? change_row(add, *id, row, err)
		       : insert(add, row, id, err);
}

void
sp_add_next_input(struct sp_add *add)
{
	sp_bits_clear(&add->met);
}

int
sp_add_change(struct sp_add *add, const char *key, struct sp_value *row,
    int64_t *id, struct sp_error *err)
{
	sp_text_clear(&add->notes);
	add->tally.read++;
	if (sp_reference_find(add->references, add->kind, key, id, err) != 0) {
		if (err->status == SP_NOTHING)
			err->status = SP_INPUT;
		return -1;
	}
	if (sp_value_given(&row[0]) && row[0].i != *id)
		return sp_fail(err, SP_INPUT,
		    _("id: is %lld, and stays so; leave it out"),
		    (long long)*id);
	if (sp_references_resolve(add->references, add->kind, row, err) != 0)
		return -1;
	return change_row(add, *id, row, err);
}

void
sp_add_rules(struct sp_add *add, bool asked)
{
	if (add->signals != NULL)
		sp_register_rules(add->signals, asked);
}

void
sp_add_undone(struct sp_add *add)
{
	add->tally = add->tally_before;
	add->last = add->last_before;
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
	if (sp_defaults_add(store, session, NULL, err) != 0)
		goto fail;
	add->kantoor = sp_office(store, err);
	if (add->kantoor == NULL)
		goto fail;
	empty = sp_records_empty(add->records, err);
	if (empty < 0)
		goto fail;
	add->empty = empty > 0;
	add->trail = sp_trail_open(store, session, add->kantoor);
	add->ladder = sp_ladder_open(store, kind, session, add->kantoor);
	add->giving = sp_giving_open(store, kind, session);
	add->profile = sp_profile_open(store, kind, session);
	if (strcmp(kind->naam, "signaal") == 0) {
		add->signals =
		    sp_register_open(store, session, how & SP_ADD_ROWS, err);
		if (add->signals == NULL)
			goto fail;
	}
	return add;
fail:
	sp_add_close(add);
	return NULL;
}

int
sp_add_keep(struct sp_add *add, struct sp_error *err)
{
	sp_text_clear(&add->notes);
	if (sp_store_make_indexes(add->store, NULL, NULL, err) != 0 ||
	    sp_profile_sums(add->profile, &add->notes, err) != 0)
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

const char *
sp_add_notes(const struct sp_add *add)
{
	return add->notes.s == NULL ? "" : add->notes.s;
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
	sp_register_close(add->signals);
	sp_ladder_close(add->ladder);
	sp_giving_close(add->giving);
	sp_profile_close(add->profile);
	sp_trail_close(add->trail);
	sp_references_close(add->references);
	sp_records_close(add->records);
	if (add->open)
		sp_store_rollback(add->store);
	free(add->kantoor);
	sp_bits_free(&add->met);
	free(add->duties);
	sp_text_free(&add->top_text);
	sp_text_free(&add->notes);
	for (size_t i = 0; i < SP_LEAD_TAKEN; i++)
		sp_text_free(&add->taken[i]);
	free(add);
}
