/* assign - from rows of needs to a plan, and from the plan to rows of asks */
#include "sp/assign.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/assign_plan.h"
#include "records/asks.h"
#include "records/kinds/kinds.h"
#include "sp/find.h"
#include "sp/kinds.h"
#include "sp/mem.h"

enum output {
	OUT_SIGNAL,
	OUT_PERSON,
	OUT_SCORE,
	OUT_DOMAIN,
	OUT_AREA,
	OUT_TASK,
	OUT_HOURS,
	OUT_WHEN,
	OUT_HEAVY,
	OUT_REASONS
};

const struct sp_column sp_assign_rows[SP_ASSIGN_COLUMNS] = {
	[OUT_SIGNAL] = { .naam = "signaal",
	    .name = "signal",
	    .type = SP_COL_REFERENCE,
	    .kind = "signaal" },
	[OUT_PERSON] = { .naam = "persoon",
	    .name = "person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon" },
	[OUT_SCORE] = { .naam = "score",
	    .name = "score",
	    .type = SP_COL_INTEGER },
	[OUT_DOMAIN] = { .naam = "domein",
	    .name = "domain",
	    .type = SP_COL_LIST,
	    .list = "domein" },
	[OUT_AREA] = { .naam = "gebied",
	    .name = "area",
	    .type = SP_COL_REFERENCE,
	    .kind = "gebied" },
	[OUT_TASK] = { .naam = "taak",
	    .name = "task",
	    .type = SP_COL_CODE,
	    .codes = &sp_tasks },
	[OUT_HOURS] = { .naam = "uren", .name = "hours", .type = SP_COL_HOURS },
	[OUT_WHEN] = { .naam = "wanneer", .name = "when", .type = SP_COL_DATE },
	[OUT_HEAVY] = { .naam = "zwaar",
	    .name = "heavy",
	    .type = SP_COL_BOOLEAN },
	[OUT_REASONS] = { .naam = "redenen", .name = "reasons" },
};

const struct sp_column sp_trade_off_rows[SP_TRADE_OFF_COLUMNS] = {
	{ .naam = "beleid", .name = "policy" },
	{ .naam = "gewicht", .name = "weight", .type = SP_COL_INTEGER },
	{ .naam = "score", .name = "score", .type = SP_COL_INTEGER },
	{ .naam = "geplaatst", .name = "placed", .type = SP_COL_INTEGER },
	{ .naam = "hoogste", .name = "highest", .type = SP_COL_INTEGER },
	{ .naam = "kwadraten", .name = "squares", .type = SP_COL_INTEGER },
	{ .naam = "sd", .name = "sd", .type = SP_COL_DECIMAL },
	{ .naam = "gini", .name = "gini", .type = SP_COL_DECIMAL },
};

struct sp_assign {
	struct sp_store *store;
	const struct sp_session *session;
	struct sp_assign_how how;
	struct sp_references *references;
	struct sp_column columns[2 * SP_KIND_COLUMNS];
	size_t columns_n;
	struct sp_need filled; /* what rows have that do not say it */
	struct sp_plan_need *needs;
	size_t n, room;
	int64_t waiting; /* asks that were out already */
	struct sp_plan plan;
	struct sp_plan_outcome outcome;
	int64_t *loads; /* of the pool's persons, in the outcome */
	struct sp_assign_result result;
};

struct sp_assign *
sp_assign_open(struct sp_store *store, const struct sp_session *session,
    const struct sp_assign_how *how)
{
	struct sp_assign *assign = sp_alloc(1, sizeof(*assign));

	assign->store = store;
	assign->session = session;
	assign->how = *how;
	assign->references = sp_references_open(store, session->lang);
	assign->columns_n = sp_need_row_columns(assign->columns);
	return assign;
}

const struct sp_column *
sp_assign_takes(const struct sp_assign *assign, size_t *n)
{
	*n = assign->columns_n;
	return assign->columns;
}

int
sp_assign_fill(struct sp_assign *assign, const struct sp_pair *pair,
    struct sp_error *err)
{
	return sp_need_take_pair(&assign->filled, assign->references,
	    assign->session, pair, err);
}

/* What a need says beside its signal: needs of one key have the same
 * candidates. */
static char *
key_of(const struct sp_need *need)
{
	struct sp_text key = { 0 };

	sp_text_clear(&key);
	for (int f = SP_NEED_SIGNAL + 1; f < SP_NEED_PERSONS; f++) {
		const struct sp_value *value = &need->value[f];
		if (!sp_value_given(value))
			continue;
		sp_text_addf(&key, "%s=", sp_need_columns[f].naam);
		if (value->type == SP_TEXT)
			sp_text_add(&key, value->s);
		else
			sp_text_addi(&key, value->i);
		sp_text_addc(&key, '\n');
	}
	return key.s;
}

static int
take_need(struct sp_assign *assign, const struct sp_value *row,
    struct sp_need *need, struct sp_error *err)
{
	struct sp_value cells[SP_NEEDS];
	bool any = false;

	for (int f = 0; f < SP_NEEDS; f++) {
		cells[f] =
		    sp_value_given(&row[f]) ? row[f] : assign->filled.value[f];
		any |= f < SP_NEED_PERSONS && sp_value_given(&cells[f]);
	}
	if (!any)
		return sp_fail(err, SP_INPUT,
		    _("says nothing of what is needed"));
	if (sp_value_given(&cells[SP_NEED_VACANCY]))
		return sp_fail(err, SP_INPUT,
		    _("%s: asks are shared out, and a vacancy asks nothing; "
		      "sp-match find ranks whom to tell of it"),
		    sp_column_name(&sp_need_columns[SP_NEED_VACANCY],
			assign->session->lang));
	if (sp_need_take_row(need, assign->references, cells, err) != 0)
		return -1;
	return sp_need_complete(need, assign->store, assign->session, err);
}

/* Who was asked for the signal already, and is waited for. */
static int
look_up_asked(const struct sp_assign *assign, struct sp_plan_need *need,
    struct sp_error *err)
{
	struct sp_query *query;
	int got;

	if (!sp_need_asks(&need->need, SP_NEED_SIGNAL))
		return 0;
	query = sp_asks_ask(assign->store, SP_ASKS_OPEN, err);
	if (query == NULL)
		return -1;
	sp_query_bind(query, 1, &need->need.value[SP_NEED_SIGNAL]);
	while ((got = sp_query_step(query, err)) > 0) {
		need->asked = sp_grow(need->asked, need->asked_n + 1,
		    sizeof(*need->asked));
		need->asked[need->asked_n++] = sp_query_int(query, 0);
	}
	sp_query_close(query);
	return got;
}

static void
free_need(struct sp_plan_need *need)
{
	sp_need_free(&need->need);
	free(need->key);
	free(need->asked);
}

int
sp_assign_add(struct sp_assign *assign, const struct sp_value *row,
    struct sp_error *err)
{
	struct sp_plan_need need = { 0 };

	if (take_need(assign, row, &need.need, err) != 0 ||
	    look_up_asked(assign, &need, err) != 0) {
		free_need(&need);
		return -1;
	}
	assign->waiting += (int64_t)need.asked_n;
	need.persons = sp_need_asks(&need.need, SP_NEED_PERSONS)
			   ? need.need.value[SP_NEED_PERSONS].i
			   : 1;
	need.persons -= (int64_t)need.asked_n;
	if (need.persons <= 0) {
		free_need(&need);
		return 0;
	}
	if (assign->n == assign->room) {
		assign->room = 2 * assign->room + 64;
		assign->needs = sp_grow(assign->needs, assign->room,
		    sizeof(*assign->needs));
	}
	need.key = key_of(&need.need);
	assign->needs[assign->n++] = need;
	return 0;
}

/* Needs with a signal come first, in the order of signals. */
struct shown {
	int64_t signal;
	size_t need, first, n; /* what it got, in the outcome */
};

static int
compare_shown(const void *left, const void *right)
{
	const struct shown *a = left, *b = right;

	if ((a->signal == 0) != (b->signal == 0))
		return a->signal == 0 ? 1 : -1;
	if (a->signal != b->signal)
		return a->signal < b->signal ? -1 : 1;
	return (a->need > b->need) - (a->need < b->need);
}

static struct shown *
put_in_order(const struct sp_assign *assign)
{
	const struct sp_assignment *result = &assign->outcome.result;
	struct shown *shown = sp_alloc(assign->n, sizeof(*shown));

	for (size_t i = 0, t = 0; i < assign->n; i++) {
		const struct sp_value *signal =
		    &assign->needs[i].need.value[SP_NEED_SIGNAL];
		shown[i] =
		    (struct shown){ sp_value_given(signal) ? signal->i : 0, i,
			    t, 0 };
		while (t < result->taken_n && result->taken[t].need == i)
			t++;
		shown[i].n = t - shown[i].first;
	}
	if (assign->n > 0)
		qsort(shown, assign->n, sizeof(*shown), compare_shown);
	return shown;
}

/* Who was the best, and did not get it for all she carries. */
static void
tell_passed(const struct sp_assign *assign, size_t need,
    const struct sp_candidate *taken, size_t n, struct sp_text *out)
{
	const struct sp_plan *plan = &assign->plan;
	const struct sp_plan_group *group =
	    &plan->groups[plan->needs[need].group];
	int64_t score = 0;
	size_t i;

	for (i = 0; i < n; i++)
		score += taken[i].score;
	if ((int64_t)n < plan->needs[need].persons ||
	    sp_plan_has_best(plan, need, score))
		return;
	for (size_t o = 0; o < group->n; o++) {
		size_t person = group->options[o].person;
		for (i = 0; i < n && taken[i].person != person; i++)
			;
		if (i < n)
			continue;
		sp_text_addf(out,
		    _("; person %lld scores %d, and has %lld in 30 days"),
		    (long long)plan->pool->persons[person].id,
		    group->options[o].score, (long long)assign->loads[person]);
		return;
	}
}

static void
put_row(struct sp_assign *assign, const struct sp_plan_need *need,
    const struct sp_candidate *person, char *reasons)
{
	struct sp_value *row = assign->result.rows[assign->result.rows_n++];
	const struct sp_value *said = need->need.value;
	const struct sp_value *area = &said[SP_NEED_AREA];

	row[OUT_SIGNAL] = said[SP_NEED_SIGNAL];
	row[OUT_PERSON] =
	    sp_int_value(assign->plan.pool->persons[person->person].id);
	row[OUT_SCORE] = sp_int_value(person->score);
	row[OUT_DOMAIN] = said[SP_NEED_DOMAIN];
	/* an ask is for one area */
	row[OUT_AREA] = sp_text_value(NULL);
	if (sp_value_given(area) && area->s[strspn(area->s, "0123456789")] == 0)
		row[OUT_AREA] = sp_int_value(strtoll(area->s, NULL, 10));
	row[OUT_TASK] = said[SP_NEED_TASK];
	row[OUT_HOURS] = said[SP_NEED_HOURS];
	row[OUT_WHEN] = said[SP_NEED_WHEN];
	row[OUT_HEAVY] = said[SP_NEED_HEAVY];
	row[OUT_REASONS] = sp_text_value(reasons);
}

/* What a need got, the best first, each with how the score came about. */
static int
put_need(struct sp_assign *assign, const struct shown *shown,
    struct sp_error *err)
{
	const struct sp_plan_need *need = &assign->needs[shown->need];
	const struct sp_assignment_arc *taken =
	    &assign->outcome.result.taken[shown->first];
	struct sp_fits *fits = assign->plan.fits;
	struct sp_candidate *persons;

	if (shown->n == 0)
		return 0;
	if (sp_fits_need(fits, &need->need, err) != 0)
		return -1;
	persons = sp_alloc(shown->n, sizeof(*persons));
	for (size_t i = 0; i < shown->n; i++)
		sp_fits_person(fits, taken[i].person, &persons[i]);
	sp_rank(persons, shown->n, shown->n, sp_fits_weights(fits),
	    assign->session->today);
	for (size_t i = 0; i < shown->n; i++) {
		struct sp_text reasons = { 0 };
		char *told =
		    sp_fits_reasons(fits, &persons[i], assign->session->lang);
		sp_text_add(&reasons, told);
		free(told);
		if (i == 0)
			tell_passed(assign, shown->need, persons, shown->n,
			    &reasons);
		put_row(assign, need, &persons[i], reasons.s);
	}
	free(persons);
	return 0;
}

static int
put_all(struct sp_assign *assign, struct sp_error *err)
{
	const struct sp_assignment *outcome = &assign->outcome.result;
	struct sp_assign_result *result = &assign->result;
	struct shown *shown = put_in_order(assign);
	int bad = 0;

	assign->loads = sp_plan_loads(&assign->plan, outcome);
	result->figures = sp_plan_figures(&assign->plan, &assign->outcome);
	result->figures.waiting = assign->waiting;
	result->rows = sp_alloc(outcome->taken_n, sizeof(*result->rows));
	result->unplaced = sp_alloc(assign->n, sizeof(char *));
	for (size_t i = 0; i < assign->n && !bad; i++)
		bad = put_need(assign, &shown[i], err);
	for (size_t i = 0; i < assign->n && !bad; i++)
		if (outcome->outcomes[shown[i].need].missing > 0)
			bad = sp_plan_why(&assign->plan, outcome, shown[i].need,
			    &result->unplaced[result->unplaced_n++], err);
	free(shown);
	return bad;
}

static int
make_plan(struct sp_assign *assign, struct sp_error *err)
{
	return sp_plan_make(&assign->plan, assign->store, assign->references,
	    assign->session, &assign->how, assign->needs, assign->n,
	    &assign->outcome, err);
}

int
sp_assign_solve(struct sp_assign *assign, struct sp_assign_result *result,
    struct sp_error *err)
{
	if (make_plan(assign, err) != 0 || put_all(assign, err) != 0)
		return -1;
	*result = assign->result;
	return 0;
}

/* Thousandths. */
static struct sp_value
decimal(double number)
{
	return sp_real_value(round(number * 1000) / 1000);
}

static void
put_figures(enum sp_policy policy, int64_t weight,
    const struct sp_assign_figures *figures, const char *lang,
    void (*each)(void *context, const struct sp_value *row), void *context)
{
	const struct sp_policy_row *name = &sp_policies[policy];
	struct sp_value row[SP_TRADE_OFF_COLUMNS] = {
		sp_text_value(
		    strcmp(lang, "en") == 0 ? name->name : name->naam),
		name->weighed ? sp_int_value(weight) : sp_text_value(NULL),
		sp_int_value(figures->score), sp_int_value(figures->placed),
		sp_int_value(figures->highest), sp_int_value(figures->squares),
		decimal(figures->sd), decimal(figures->gini)
	};

	each(context, row);
}

int
sp_assign_trade_off(struct sp_assign *assign,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err)
{
	static const struct {
		enum sp_policy policy;
		int64_t weight;
	} ladder[] = { { SP_QUALITY, 0 }, { SP_BALANCE, 10 },
		{ SP_BALANCE, 25 }, { SP_BALANCE, 50 }, { SP_BALANCE, 100 },
		{ SP_BALANCE, 250 }, { SP_BALANCE, 500 }, { SP_BALANCE, 1000 },
		{ SP_BALANCE, 2500 }, { SP_BALANCE, 5000 }, { SP_SPREAD, 0 } };

	if (make_plan(assign, err) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(ladder) / sizeof(ladder[0]); i++) {
		struct sp_plan_outcome outcome;
		struct sp_assign_figures figures;
		if (sp_plan_settle(&assign->plan, ladder[i].policy,
			ladder[i].weight, &outcome, err) != 0)
			return -1;
		figures = sp_plan_figures(&assign->plan, &outcome);
		sp_assignment_free(&outcome.result);
		put_figures(ladder[i].policy, ladder[i].weight, &figures,
		    assign->session->lang, each, context);
	}
	return 0;
}

void
sp_assign_close(struct sp_assign *assign)
{
	struct sp_assign_result *result = &assign->result;

	if (assign == NULL)
		return;
	for (size_t i = 0; i < result->rows_n; i++)
		free((char *)(uintptr_t)result->rows[i][OUT_REASONS].s);
	for (size_t i = 0; i < result->unplaced_n; i++)
		free(result->unplaced[i]);
	free(result->rows);
	free(result->unplaced);
	for (size_t i = 0; i < assign->n; i++)
		free_need(&assign->needs[i]);
	free(assign->needs);
	free(assign->loads);
	sp_assignment_free(&assign->outcome.result);
	sp_plan_free(&assign->plan);
	sp_need_free(&assign->filled);
	sp_references_close(assign->references);
	free(assign);
}
