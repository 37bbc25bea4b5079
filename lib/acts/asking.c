/* asking - loads an ask and its person, and saves it with its trail */
#include "acts/asking.h"

#include <stdlib.h>
#include <string.h>

#include "sp/words.h"

static const char *const columns[A_FIELDS] = {
	[A_PERSOON] = "persoon",
	[A_ORG] = "org",
	[A_DATUM] = "datum",
	[A_STATUS] = "status",
	[A_TAAK] = "taak",
	[A_SIGNAAL] = "signaal",
	[A_PROJECT] = "project",
	[A_TOEGANG] = "toegang",
	[A_BELANG_BEIDE] = "belang_beide",
	[A_UREN_BEGROOT] = "uren_begroot",
	[A_ZWAAR] = "zwaar",
	[A_WANNEER] = "wanneer",
	[A_STATUS_OP] = "status_op",
	[A_REDEN] = "reden",
	[A_GELUKT] = "gelukt",
	[A_TERUG_GEMELD_OP] = "terug_gemeld_op",
	[A_DOORBROKEN] = "doorbroken",
};

static const char *const person_columns[P_FIELDS] = {
	[P_STATUS] = "status",
	[P_STAND] = "stand",
	[P_DAGEN] = "dagen",
	[P_NIET_VOOR] = "niet_voor",
	[P_UREN] = "capaciteit_uren_week",
	[P_TITEL] = "titel",
};

/* What is said of an ask in one of some states only. */
static const struct {
	enum ask_field field;
	const char *states;
} goes_with[] = {
	{ A_GELUKT, "gedaan" },
	{ A_TERUG_GEMELD_OP, "gedaan|niet_doorgegaan" },
};

struct life_asks *
life_asks(struct sp_life *life, struct sp_error *err)
{
	const struct sp_kind *persoon = sp_kind_find("persoon");
	struct life_asks *asks = life->asks;

	if (asks != NULL)
		return asks;
	asks = life->asks = sp_alloc(1, sizeof(*asks));
	asks->kind = sp_kind_find("vraag");
	asks->records = sp_records_open(life->store, asks->kind);
	asks->people = sp_records_open(life->store, persoon);
	for (int i = 0; i < A_FIELDS; i++)
		asks->at[i] = sp_column_named(asks->kind->columns,
		    asks->kind->n, columns[i]);
	for (int i = 0; i < P_FIELDS; i++)
		asks->person_at[i] = sp_column_named(persoon->columns,
		    persoon->n, person_columns[i]);
	return sp_guard_rules_read(life->store, &asks->rules, err) == 0 ? asks
									: NULL;
}

void
life_asks_close(struct life_asks *asks)
{
	if (asks == NULL)
		return;
	for (int i = 0; i < SP_ASKS_QUESTIONS; i++)
		sp_query_close(asks->queries[i]);
	sp_records_close(asks->records);
	sp_records_close(asks->people);
	free(asks->carried.taken);
	free(asks);
}

struct sp_value *
ask_cell(const struct life_asks *asks, struct sp_value *row,
    enum ask_field field)
{
	return &row[asks->at[field]];
}

const char *
ask_text(const struct life_asks *asks, const struct sp_value *row,
    enum ask_field field)
{
	const struct sp_value *value = &row[asks->at[field]];

	return value->type == SP_TEXT ? value->s : NULL;
}

int64_t
ask_number(const struct life_asks *asks, const struct sp_value *row,
    enum ask_field field)
{
	const struct sp_value *value = &row[asks->at[field]];

	return value->type == SP_INT ? value->i : 0;
}

const char *
ask_person_text(const struct life_asks *asks, enum ask_person field)
{
	const struct sp_value *value = &asks->person[asks->person_at[field]];

	return value->type == SP_TEXT ? value->s : NULL;
}

struct sp_query *
ask_query(struct sp_life *life, enum sp_asks_question question,
    struct sp_error *err)
{
	struct sp_query **query = &life->asks->queries[question];

	if (*query == NULL)
		*query = sp_asks_ask(life->store, question, err);
	else
		sp_query_reset(*query);
	return *query;
}

static void
tell(struct sp_life *life, const struct sp_column *column,
    const struct sp_value *before, const struct sp_value *after)
{
	struct sp_text was = { 0 }, becomes = { 0 };

	sp_text_clear(&was);
	sp_text_clear(&becomes);
	if (column->care == SP_OPEN) {
		sp_cell_format(&was, column, before, "nl");
		sp_cell_format(&becomes, column, after, "nl");
	}
	life_tell(life, column->naam, was.s, becomes.s);
	sp_text_free(&was);
	sp_text_free(&becomes);
}

int
ask_save(struct sp_life *life, int64_t id, const struct sp_value *known,
    struct sp_value *now, struct sp_error *err)
{
	const struct sp_kind *kind = life->asks->kind;

	for (size_t i = 1; i < kind->n; i++) {
		if (now[i].type == SP_ABSENT)
			continue;
		if (sp_value_equal(&now[i], &known[i]))
			now[i].type = SP_ABSENT;
		else if ((int)i != life->asks->at[A_STATUS_OP])
			tell(life, &kind->columns[i], &known[i], &now[i]);
	}
	if (life->told == 0) {
		life->tally.unchanged++;
		return 0;
	}
	life->tally.changed++;
	if (sp_records_update(life->asks->records, id, now, err) != 0)
		return -1;
	return sp_trail_step(life->trail, kind, id,
	    &(struct sp_trail_told){ .verb = life->step->fields.naam,
		.day = life->day,
		.fields = life->fields.s,
		.before = life->before.s,
		.after = life->after.s,
		.why = life->why },
	    err);
}

/* A day that is not after today, nor before the ask. */
static int
check_day(const char *field, const struct sp_value *day, const char *asked,
    const char *today, struct sp_error *err)
{
	if (day->type != SP_TEXT)
		return 0;
	if (strcmp(day->s, today) > 0)
		return sp_fail(err, SP_INPUT, _("%s: %s is after today (%s)"),
		    field, day->s, today);
	return asked == NULL || strcmp(day->s, asked) >= 0
		   ? 0
		   : sp_fail(err, SP_INPUT, _("%s: %s is before the ask (%s)"),
			 field, day->s, asked);
}

int
sp_ask_check(const struct sp_kind *kind, const struct sp_value *row,
    const struct sp_session *session, struct sp_error *err)
{
	static const enum ask_field days[] = { A_DATUM, A_STATUS_OP,
		A_TERUG_GEMELD_OP };
	const struct sp_value *cells[A_FIELDS];

	for (int i = 0; i < A_FIELDS; i++)
		cells[i] =
		    &row[sp_column_named(kind->columns, kind->n, columns[i])];
	for (size_t i = 0; i < sizeof(goes_with) / sizeof(goes_with[0]); i++)
		if (sp_value_given(cells[goes_with[i].field]) &&
		    !sp_list_has(goes_with[i].states, cells[A_STATUS]->s, NULL))
			return sp_fail(err, SP_INPUT, _("%s: goes with %s"),
			    columns[goes_with[i].field], goes_with[i].states);
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
		if (check_day(columns[days[i]], cells[days[i]],
			cells[A_DATUM]->s, session->today, err) != 0)
			return -1;
	return 0;
}
