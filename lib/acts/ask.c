/* ask - something is asked of a key person, or drafted first */
#include <stdio.h>
#include <string.h>

#include "acts/asking.h"
#include "records/kinds/kinds.h"

/* Columns that a reply sets, never an ask. */
static const enum ask_field replied[] = { A_STATUS_OP, A_REDEN, A_GELUKT,
	A_TERUG_GEMELD_OP, A_DOORBROKEN };

/* Of a row that is one of a list they are passed over. */
static int
no_reply(const struct sp_life *life, struct sp_value *row, struct sp_error *err)
{
	const struct life_asks *asks = life->asks;

	for (size_t i = 0; i < sizeof(replied) / sizeof(replied[0]); i++) {
		struct sp_value *cell = ask_cell(asks, row, replied[i]);
		if (sp_value_given(cell) && !(life->how & SP_LIFE_BULK))
			return sp_fail(err, SP_INPUT,
			    _("%s: is no part of an ask; sp-match reply takes "
			      "it, or sets it"),
			    asks->kind->columns[asks->at[replied[i]]].naam);
		cell->type = SP_ABSENT;
	}
	return 0;
}

/* The day of an ask is that of the step; the work comes after. */
static int
check_days(struct sp_life *life, const struct sp_value *row,
    struct sp_error *err)
{
	const char *day = ask_text(life->asks, row, A_DATUM);
	const char *work = ask_text(life->asks, row, A_WANNEER);

	snprintf(life->day, sizeof(life->day), "%s", day);
	if (work == NULL || strcmp(work, day) >= 0)
		return sp_ask_check(life->asks->kind, row, life->session, err);
	return sp_fail(err, SP_INPUT, _("%s: %s is before the ask (%s)"),
	    "wanneer", work, day);
}

/* What a new ask begins as: a draft, or asked. */
static int
begin(struct sp_life *life, const char *word, struct sp_value *row,
    struct sp_error *err)
{
	struct life_asks *asks = life->asks;
	struct sp_value *status = ask_cell(asks, row, A_STATUS);

	if (word != NULL)
		*status = sp_text_value(word);
	if (!sp_value_given(status))
		*status = sp_text_value("gevraagd");
	if (sp_transition_find(SP_TRACK_ASK, "", status->s) == NULL)
		return sp_fail(err, SP_REFUSED,
		    _("status: an ask begins as concept or gevraagd; sp-match "
		      "reply goes on from there, and sp-add vraag keeps what "
		      "was"));
	if (!sp_value_given(ask_cell(asks, row, A_PERSOON)))
		return sp_fail(err, SP_INPUT,
		    _("%s: is missing; every %s has one"), "persoon",
		    asks->kind->naam);
	if (!sp_value_given(ask_cell(asks, row, A_DATUM)))
		*ask_cell(asks, row, A_DATUM) =
		    sp_text_value(life->session->today);
	*ask_cell(asks, row, A_STATUS_OP) = *ask_cell(asks, row, A_DATUM);
	return check_days(life, row, err);
}

static int
make(struct sp_life *life, const char *word, struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	struct life_asks *asks = life->asks;
	const struct sp_kind *kind = asks->kind;
	char uuid[SP_UUID_SIZE];

	if (begin(life, word, row, err) != 0)
		return -1;
	life->why = NULL;
	if (ask_limits(life, row, err) != 0 || ask_hints(life, row, err) != 0)
		return -1;
	sp_uuid_next(&life->session->uuid, uuid);
	row[kind->n - 2] = sp_text_value(uuid);
	row[kind->n - 1] = sp_text_value(life->kantoor);
	if (sp_records_insert(asks->records, row, made, err) != 0)
		return -1;
	life->tally.changed++;
	return sp_trail_step(life->trail, kind, *made,
	    &(struct sp_trail_told){ .verb = "ask",
		.day = life->day,
		.fields = "status",
		.before = "",
		.after = ask_text(asks, row, A_STATUS),
		.why = life->why },
	    err);
}

/* An id that means something else, or a slip, asks nobody anything. */
static int
same_person(const struct life_asks *asks, const struct sp_value *row,
    const struct sp_value *known, struct sp_error *err)
{
	const struct sp_value *person = &row[asks->at[A_PERSOON]];

	return person->type == SP_ABSENT ||
		       sp_value_equal(person, &known[asks->at[A_PERSOON]])
		   ? 0
		   : sp_fail(err, SP_INPUT,
			 _("persoon: draft %lld is for another person"),
			 (long long)known[0].i);
}

/* A draft that is asked, with what was added to it. */
static int
put(struct sp_life *life, int64_t id, const char *word,
    const struct sp_value *row, const struct sp_value *known,
    struct sp_error *err)
{
	struct life_asks *asks = life->asks;
	struct sp_value now[SP_KIND_COLUMNS], whole[SP_KIND_COLUMNS];
	const struct sp_value *day = &row[asks->at[A_DATUM]];
	const char *since = ask_text(asks, known, A_STATUS_OP);

	if (life_allow(life, SP_TRACK_ASK, ask_text(asks, known, A_STATUS),
		word == NULL ? "gevraagd" : word, 0, err) != 0 ||
	    same_person(asks, row, known, err) != 0)
		return -1;
	memcpy(now, row, asks->kind->n * sizeof(*now));
	*ask_cell(asks, now, A_STATUS) = sp_text_value("gevraagd");
	/* a list of drafts has the day of the draft */
	if (!sp_value_given(day) ||
	    sp_value_equal(day, &known[asks->at[A_DATUM]]))
		*ask_cell(asks, now, A_DATUM) =
		    sp_text_value(life->session->today);
	*ask_cell(asks, now, A_STATUS_OP) = *ask_cell(asks, now, A_DATUM);
	for (size_t i = 0; i < asks->kind->n; i++)
		whole[i] = now[i].type == SP_ABSENT ? known[i] : now[i];
	if (check_days(life, whole, err) != 0 ||
	    (since != NULL && life_after(life, since, err) != 0))
		return -1;
	life->why = NULL;
	if (ask_limits(life, whole, err) != 0 ||
	    ask_hints(life, whole, err) != 0)
		return -1;
	*ask_cell(asks, now, A_DOORBROKEN) =
	    *ask_cell(asks, whole, A_DOORBROKEN);
	return ask_save(life, id, known, now, err);
}

/* Whether the row says nothing that the ask does not: it was read before. */
static bool
says_the_same(const struct life_asks *asks, const struct sp_value *row,
    const struct sp_value *known)
{
	for (size_t i = 1; i < asks->kind->n; i++)
		if (row[i].type != SP_ABSENT &&
		    !sp_value_equal(&row[i], &known[i]))
			return false;
	return true;
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *given,
    int64_t *made, struct sp_error *err)
{
	struct life_asks *asks = life_asks(life, err);
	struct sp_value row[SP_KIND_COLUMNS], known[SP_KIND_COLUMNS];
	int64_t id;
	int got;

	if (asks == NULL)
		return -1;
	memcpy(row, given, sizeof(row[0]) * SP_ASK_COLUMNS);
	if (no_reply(life, row, err) != 0)
		return -1;
	got = sp_records_find(asks->records, row, &id, err);
	if (got == 0)
		return make(life, word, row, made, err);
	if (got < 0 || sp_records_get(asks->records, id, known, err) < 0)
		return -1;
	*made = id;
	if (!sp_value_given(&row[0]) && says_the_same(asks, row, known)) {
		life->tally.unchanged++;
		return 0;
	}
	return put(life, id, word, row, known, err);
}

/* What a list of persons says of each, besides what is asked. */
static const struct sp_column passed[] = {
	{ .naam = "regel", .name = "line", .type = SP_COL_INTEGER },
	{ .naam = "vacature", .name = "vacancy", .type = SP_COL_INTEGER },
	{ .naam = "rang", .name = "rank", .type = SP_COL_INTEGER },
	{ .naam = "afstand_km", .name = "distance_km", .type = SP_COL_DECIMAL },
	{ .naam = "score", .name = "score", .type = SP_COL_INTEGER },
	{ .naam = "redenen", .name = "reasons" },
};

const struct sp_step sp_step_ask = {
	.fields = { .naam = "ask",
	    .name = "ask",
	    .hulp = "vraagt iets van een sleutelpersoon",
	    .help = "ask something of a key person",
	    .columns = sp_ask_columns,
	    .n = SP_ASK_COLUMNS },
	.of = "vraag",
	.lists = "signaal",
	.passed = passed,
	.passed_n = sizeof(passed) / sizeof(passed[0]),
	.words = "concept",
	.states = &sp_ask_states,
	.take = take,
};
