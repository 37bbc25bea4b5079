/* giving - rules across columns, from const tables with one loop over each */
#include "acts/giving.h"

#include <stdlib.h>
#include <string.h>

#include "records/giving.h"
#include "sp/mem.h"
#include "sp/words.h"

enum { DAY = 2400 }; /* hundredths of an hour */

struct sp_giving {
	struct sp_store *store;
	const struct sp_kind *kind;
	const struct sp_session *session;
	struct sp_query *queries[SP_GIVING_RULES];
};

/* A column that is there just when another holds one of these codes. */
struct condition {
	const char *kind, *column, *other, *codes;
};
static const struct condition belongs[] = {
	{ "wederdienst", "bedrag", "soort",
	    "vergoeding|vrijwilligersvergoeding" },
	{ "wederdienst", "besluit", "soort", "invloed" },
	{ "vacature", "vervuld_door", "status", "vervuld" },
};
static const struct condition needed[] = {
	{ "wederdienst", "besluit", "soort", "invloed" },
	{ "wederdienst", "motivering", "besluit", "deels|niet" },
};

/* A day that may not lie before another. */
static const struct {
	const char *kind, *column, *first;
} orders[] = {
	{ "wederdienst", "teruggemeld_op", "datum" },
	{ "contract", "tot", "van" },
	{ "vacature", "sluit_op", "van" },
	{ "vacature", "begint_op", "van" },
};

/* What a record has from the ask it hangs on. */
enum part { PERSON, ORGANISATION, PROJECT };
static const struct {
	const char *kind, *column;
	enum part part;
} inherited[] = {
	{ "wederdienst", "aan", PERSON },
	{ "wederdienst", "van_org", ORGANISATION },
	{ "uren", "persoon", PERSON },
	{ "uren", "org", ORGANISATION },
	{ "uren", "project", PROJECT },
};

enum {
	BELONGS = sizeof(belongs) / sizeof(belongs[0]),
	NEEDED = sizeof(needed) / sizeof(needed[0]),
	ORDERS = sizeof(orders) / sizeof(orders[0]),
	INHERITED = sizeof(inherited) / sizeof(inherited[0])
};

static const char *const kinds[] = { "wederdienst", "contract", "uren",
	"vacature" };

static bool
is(const struct sp_giving *giving, const char *kind)
{
	return strcmp(giving->kind->naam, kind) == 0;
}

static size_t
at(const struct sp_giving *giving, const char *column)
{
	return (size_t)sp_column_named(giving->kind->columns, giving->kind->n,
	    column);
}

static bool
hangs_on_an_ask(const struct sp_giving *giving)
{
	return sp_column_named(giving->kind->columns, giving->kind->n,
		   "vraag") >= 0;
}

static const char *
called(const struct sp_giving *giving, const char *column)
{
	return sp_column_name(&giving->kind->columns[at(giving, column)],
	    giving->session->lang);
}

struct sp_giving *
sp_giving_open(struct sp_store *store, const struct sp_kind *kind,
    const struct sp_session *session)
{
	struct sp_giving *giving;
	bool any = false;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		any = any || strcmp(kinds[i], kind->naam) == 0;
	if (!any)
		return NULL;
	giving = sp_alloc(1, sizeof(*giving));
	*giving = (struct sp_giving){ store, kind, session, { NULL } };
	return giving;
}

void
sp_giving_close(struct sp_giving *giving)
{
	if (giving == NULL)
		return;
	for (size_t i = 0; i < SP_GIVING_RULES; i++)
		sp_query_close(giving->queries[i]);
	free(giving);
}

static struct sp_query *
question(struct sp_giving *giving, enum sp_giving_question question,
    struct sp_error *err)
{
	struct sp_query **query = &giving->queries[question];

	if (*query == NULL)
		*query = sp_giving_ask(giving->store, question, err);
	return *query;
}

/* What the ask says: 1, 0 there is none, -1. */
static int
ask_parts(struct sp_giving *giving, const struct sp_value *ask,
    struct sp_value parts[PROJECT + 1], struct sp_error *err)
{
	struct sp_query *query;
	int got;

	if (!sp_value_given(ask))
		return 0;
	query = question(giving, SP_GIVING_ASK, err);
	if (query == NULL)
		return -1;
	sp_query_bind(query, 1, ask);
	got = sp_query_step(query, err);
	for (int i = PERSON; i <= PROJECT && got > 0; i++)
		parts[i] = sp_query_value(query, i);
	sp_query_reset(query);
	return got;
}

int
sp_giving_fill(struct sp_giving *giving, const struct sp_value *known,
    struct sp_value *row, struct sp_error *err)
{
	struct sp_value parts[PROJECT + 1];
	const struct sp_value *ask;
	int got;

	if (!hangs_on_an_ask(giving))
		return 0;
	ask = &row[at(giving, "vraag")];
	if (ask->type == SP_ABSENT && known != NULL)
		ask = &known[at(giving, "vraag")];
	got = ask_parts(giving, ask, parts, err);
	for (size_t i = 0; i < INHERITED && got > 0; i++) {
		size_t c = at(giving, inherited[i].column);
		if (!is(giving, inherited[i].kind) || sp_value_given(&row[c]) ||
		    (row[c].type == SP_ABSENT && known != NULL &&
			sp_value_given(&known[c])))
			continue;
		if (sp_value_given(&parts[inherited[i].part]))
			row[c] = parts[inherited[i].part];
	}
	return got < 0 ? -1 : 0;
}

static int
check_ask(struct sp_giving *giving, const struct sp_value *whole,
    struct sp_error *err)
{
	struct sp_value parts[PROJECT + 1];
	const struct sp_value *ask = &whole[at(giving, "vraag")];
	int got = ask_parts(giving, ask, parts, err);

	for (size_t i = 0; i < INHERITED && got > 0; i++) {
		const struct sp_value *part = &parts[inherited[i].part];
		const struct sp_value *own;
		if (!is(giving, inherited[i].kind))
			continue;
		own = &whole[at(giving, inherited[i].column)];
		if (!sp_value_given(own) || !sp_value_given(part) ||
		    own->i == part->i)
			continue;
		return sp_fail(err, SP_REFUSED,
		    _("%s: is %lld, but ask %lld has %lld; leave it out, or "
		      "name another ask"),
		    called(giving, inherited[i].column), (long long)own->i,
		    (long long)ask->i, (long long)part->i);
	}
	return got < 0 ? -1 : 0;
}

static bool
holds(const struct sp_giving *giving, const struct condition *condition,
    const struct sp_value *whole)
{
	const struct sp_value *other = &whole[at(giving, condition->other)];

	return other->type == SP_TEXT &&
	       sp_list_has(condition->codes, other->s, NULL);
}

/* The codes of a condition for people: soort=a or b. */
static void
add_codes(struct sp_text *out, const struct sp_giving *giving,
    const struct condition *condition)
{
	const struct sp_column *other =
	    &giving->kind->columns[at(giving, condition->other)];
	const char *rest = condition->codes, *lang = giving->session->lang;

	sp_text_addf(out, "%s=", sp_column_name(other, lang));
	while (*rest != '\0') {
		size_t length = strcspn(rest, "|");
		char *code = sp_strndup(rest, length);
		sp_text_add(out, sp_code_name(other->codes, code, lang));
		free(code);
		rest += length;
		if (*rest == '|' && *++rest != '\0')
			sp_text_addc(out, ',');
	}
}

static int
check_condition(const struct sp_giving *giving,
    const struct condition *condition, bool need, const struct sp_value *whole,
    struct sp_error *err)
{
	struct sp_text codes = { 0 };
	bool given;

	if (!is(giving, condition->kind))
		return 0;
	given = sp_value_given(&whole[at(giving, condition->column)]);
	if (need ? given || !holds(giving, condition, whole)
		 : !given || holds(giving, condition, whole))
		return 0;
	add_codes(&codes, giving, condition);
	sp_fail(err, SP_REFUSED,
	    need ? _("%s: is missing; %s needs it")
		 : _("%s: goes only with %s"),
	    called(giving, condition->column), codes.s);
	sp_text_free(&codes);
	return -1;
}

static int
check_order(const struct sp_giving *giving, size_t i,
    const struct sp_value *whole, struct sp_error *err)
{
	const struct sp_value *day, *first;

	if (!is(giving, orders[i].kind))
		return 0;
	day = &whole[at(giving, orders[i].column)];
	first = &whole[at(giving, orders[i].first)];
	if (day->type != SP_TEXT || first->type != SP_TEXT ||
	    strcmp(day->s, first->s) >= 0)
		return 0;
	return sp_fail(err, SP_INPUT, _("%s: %s lies before %s (%s)"),
	    called(giving, orders[i].column), day->s,
	    called(giving, orders[i].first), first->s);
}

static int
check_day(struct sp_giving *giving, int64_t id, const struct sp_value *whole,
    struct sp_error *err)
{
	size_t hours = at(giving, "uren");
	struct sp_query *query = question(giving, SP_GIVING_DAY, err);
	struct sp_text sum = { 0 };
	struct sp_value all;

	if (query == NULL)
		return -1;
	sp_query_bind(query, 1, &whole[at(giving, "persoon")]);
	sp_query_bind(query, 2, &whole[at(giving, "datum")]);
	sp_query_bind_int(query, 3, id);
	if (sp_query_step(query, err) < 0)
		return -1;
	all = sp_int_value(sp_query_int(query, 0) + whole[hours].i);
	sp_query_reset(query);
	if (all.i <= DAY)
		return 0;
	sp_cell_format(&sum, &giving->kind->columns[hours], &all, "nl");
	sp_fail(err, SP_REFUSED,
	    _("%s: makes %s for this person on %s; a day has 24"),
	    called(giving, "uren"), sum.s, whole[at(giving, "datum")].s);
	sp_text_free(&sum);
	return -1;
}

static int
check_overlap(struct sp_giving *giving, int64_t id,
    const struct sp_value *whole, struct sp_error *err)
{
	const struct sp_value *employer = &whole[at(giving, "werkgever")];
	const struct sp_value *end = &whole[at(giving, "tot")];
	struct sp_query *query = question(giving, SP_GIVING_OVERLAP, err);
	int64_t other;
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind(query, 1, &whole[at(giving, "persoon")]);
	sp_query_bind(query, 2, &whole[at(giving, "vorm")]);
	sp_query_bind_int(query, 3, sp_value_given(employer) ? employer->i : 0);
	sp_query_bind_text(query, 4,
	    sp_value_given(end) ? end->s : "9999-12-31");
	sp_query_bind(query, 5, &whole[at(giving, "van")]);
	sp_query_bind_int(query, 6, id);
	got = sp_query_step(query, err);
	if (got <= 0)
		return got;
	other = sp_query_int(query, 0);
	sp_query_reset(query);
	return sp_fail(err, SP_REFUSED,
	    _("%s: contract %lld of the same form and employer runs in that "
	      "time; end that one first"),
	    called(giving, "van"), (long long)other);
}

int
sp_giving_check(struct sp_giving *giving, int64_t id,
    const struct sp_value *whole, struct sp_error *err)
{
	int bad = 0;

	for (size_t i = 0; i < BELONGS && !bad; i++)
		bad = check_condition(giving, &belongs[i], false, whole, err);
	for (size_t i = 0; i < NEEDED && !bad; i++)
		bad = check_condition(giving, &needed[i], true, whole, err);
	for (size_t i = 0; i < ORDERS && !bad; i++)
		bad = check_order(giving, i, whole, err);
	if (!bad && is(giving, "contract"))
		return check_overlap(giving, id, whole, err);
	if (!bad && hangs_on_an_ask(giving))
		bad = check_ask(giving, whole, err);
	return !bad && is(giving, "uren") ? check_day(giving, id, whole, err)
					  : bad;
}
