/* reciprocity - asks and returns, tallied by organisation and by person */
#include "sp/reciprocity.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/filters.h"
#include "records/giving.h"
#include "records/kinds/kinds.h"
#include "sp/date.h"
#include "sp/map.h"
#include "sp/mem.h"

/* What an organisation has with a person: from one ask or return, then from
 * all of them. */
struct tie {
	int64_t org, person;
	long first_ask, first_help;  /* LONG_MAX: never */
	bool asked, early, executed; /* in the period */
};

struct weighing {
	struct sp_store *store;
	const struct sp_session *session;
	struct sp_filters *filters;
	struct sp_map *chosen; /* organisations that pass; NULL: all */
	struct sp_reciprocity_row all, *orgs;
	size_t orgs_n;
	struct sp_map *places; /* organisation -> number of its row */
	struct tie *ties;
	size_t n, room;
	char from[SP_DATE_SIZE], to[SP_DATE_SIZE];
};

/* A code and the number it is tallied in. */
struct tallied {
	const char *code;
	enum sp_reciprocity_count count;
};
static const struct tallied phases[] = {
	{ "idee", SP_GAVE_IDEA },
	{ "ontwerp", SP_GAVE_DESIGN },
	{ "besluit", SP_GAVE_DECISION },
	{ "uitvoering", SP_GAVE_EXECUTION },
	{ "evaluatie", SP_GAVE_EVALUATION },
	{ NULL, 0 },
};
static const struct tallied sorts[] = {
	{ "erkenning", SP_GAVE_RECOGNITION },
	{ "steun_idee", SP_GAVE_IDEA_SUPPORT },
	{ "opleiding", SP_GAVE_TRAINING },
	{ "hulp", SP_GAVE_HELP },
	{ "anders", SP_GAVE_OTHER },
	{ NULL, 0 },
};
static const struct tallied decisions[] = {
	{ "overgenomen", SP_GAVE_ADOPTED },
	{ "deels", SP_GAVE_PARTLY },
	{ "niet", SP_GAVE_NOT },
	{ NULL, 0 },
};
/* Help that may come before anything is asked. */
static const char help[] = "steun_idee|hulp";

/* The number that a code is tallied in, or -1. */
static int
count_of(const struct tallied *tallied, const char *code)
{
	for (; code != NULL && tallied->code != NULL; tallied++)
		if (strcmp(tallied->code, code) == 0)
			return (int)tallied->count;
	return -1;
}

static bool
is(const char *text, const char *word)
{
	return text != NULL && strcmp(text, word) == 0;
}

/* The row of the organisation that the statement's first column means, NULL
 * when it is not looked at. */
static struct sp_reciprocity_row *
row_of(struct weighing *weighing, const struct sp_query *query)
{
	const char *org = sp_query_text(query, 0);
	size_t number;

	org = org == NULL ? "" : org;
	if (weighing->chosen != NULL &&
	    sp_map_find(weighing->chosen, org, strlen(org)) == NULL)
		return NULL;
	number = sp_map_number(weighing->places, org, strlen(org));
	if (number < weighing->orgs_n)
		return &weighing->orgs[number];
	weighing->orgs = sp_grow(weighing->orgs, weighing->orgs_n + 1,
	    sizeof(*weighing->orgs));
	weighing->orgs[weighing->orgs_n] =
	    (struct sp_reciprocity_row){ .blok = "org",
		    .org = sp_query_int(query, 0) };
	return &weighing->orgs[weighing->orgs_n++];
}

static void
count(struct weighing *weighing, struct sp_reciprocity_row *row, int count,
    int64_t number)
{
	if (count < 0)
		return;
	row->counts[count] += number;
	weighing->all.counts[count] += number;
}

static struct tie *
tie_of(struct weighing *weighing, const struct sp_reciprocity_row *row,
    int64_t person)
{
	if (weighing->n == weighing->room) {
		weighing->room = 2 * weighing->room + 64;
		weighing->ties = sp_grow(weighing->ties, weighing->room,
		    sizeof(*weighing->ties));
	}
	weighing->ties[weighing->n] = (struct tie){ .org = row->org,
		.person = person,
		.first_ask = LONG_MAX,
		.first_help = LONG_MAX };
	return &weighing->ties[weighing->n++];
}

static void
take_ask(struct weighing *weighing, struct sp_reciprocity_row *row,
    const struct sp_query *query)
{
	const char *day = sp_query_text(query, 2);
	int phase = count_of(phases, sp_query_text(query, 3));
	bool done = sp_query_int(query, 7) != 0;
	struct tie *tie = tie_of(weighing, row, sp_query_int(query, 1));

	sp_date_parse(day, &tie->first_ask);
	if (strcmp(day, weighing->from) < 0)
		return;
	tie->asked = true;
	tie->early = phase == SP_GAVE_IDEA || phase == SP_GAVE_DESIGN;
	tie->executed =
	    phase == SP_GAVE_EXECUTION || phase == SP_GAVE_EVALUATION;
	count(weighing, row, SP_GAVE_ASKS, 1);
	count(weighing, row, phase, 1);
	count(weighing, row, SP_GAVE_ACCESS, sp_query_int(query, 4));
	count(weighing, row, SP_GAVE_HOURS_ASKED, sp_query_int(query, 5));
	count(weighing, row, SP_GAVE_ADVICE_ASKED,
	    is(sp_query_text(query, 6), "adviseren"));
	count(weighing, row, SP_GAVE_DONE, done);
	count(weighing, row, SP_GAVE_TOLD, done && sp_query_int(query, 8) != 0);
}

static void
take_return(struct weighing *weighing, struct sp_reciprocity_row *row,
    const struct sp_query *query)
{
	const char *day = sp_query_text(query, 2);
	const char *sort = sp_query_text(query, 3);
	const char *decision = sp_query_text(query, 5);
	int64_t amount = sp_query_int(query, 4);

	if (sp_list_has(help, sort, NULL))
		sp_date_parse(day,
		    &tie_of(weighing, row, sp_query_int(query, 1))->first_help);
	if (strcmp(day, weighing->from) < 0)
		return;
	count(weighing, row, count_of(sorts, sort), 1);
	count(weighing, row, SP_GAVE_PAID, amount);
	if (is(sort, "vrijwilligersvergoeding"))
		count(weighing, row, SP_GAVE_ALLOWED, amount);
	count(weighing, row, count_of(decisions, decision), 1);
	if (decision != NULL)
		count(weighing, row, SP_GAVE_ADVICE_TOLD,
		    sp_query_int(query, 6));
}

static void
take_spent(struct weighing *weighing, struct sp_reciprocity_row *row,
    const struct sp_query *query)
{
	count(weighing, row, SP_GAVE_HOURS_SPENT, sp_query_int(query, 1));
	count(weighing, row, SP_GAVE_HOURS_TRAVEL, sp_query_int(query, 2));
}

static void
take_contract(struct weighing *weighing, struct sp_reciprocity_row *row,
    const struct sp_query *query)
{
	const char *has = sp_query_text(query, 1);
	bool all = true;

	for (const struct sp_code *code = sp_colleague.codes;
	     code->code != NULL; code++)
		all = all && sp_list_has(has, code->code, NULL);
	count(weighing, row, SP_GAVE_CONTRACTS, 1);
	count(weighing, row, SP_GAVE_COLLEAGUES, all);
}

static int
read_all(struct weighing *weighing, struct sp_error *err)
{
	const struct {
		enum sp_giving_question question;
		const char *first, *second;
		void (*take)(struct weighing *weighing,
		    struct sp_reciprocity_row *row,
		    const struct sp_query *query);
	} pages[] = {
		{ SP_GIVING_ASKED, weighing->to, NULL, take_ask },
		{ SP_GIVING_RETURNS, weighing->to, NULL, take_return },
		{ SP_GIVING_SPENT, weighing->from, weighing->to, take_spent },
		{ SP_GIVING_EMPLOYED, weighing->to, weighing->from,
		    take_contract },
	};
	int got = 0;

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]) && !got; i++) {
		struct sp_query *query =
		    sp_giving_ask(weighing->store, pages[i].question, err);
		got = query == NULL ? -1 : 1;
		if (query != NULL)
			sp_query_bind_text(query, 1, pages[i].first);
		if (query != NULL && pages[i].second != NULL)
			sp_query_bind_text(query, 2, pages[i].second);
		while (got > 0 && (got = sp_query_step(query, err)) > 0) {
			struct sp_reciprocity_row *row =
			    row_of(weighing, query);
			if (row != NULL)
				pages[i].take(weighing, row, query);
		}
		sp_query_close(query);
	}
	return got;
}

static int
compare_ties(const void *left, const void *right)
{
	const struct tie *a = left, *b = right;

	return a->org != b->org	       ? (a->org > b->org) - (a->org < b->org)
	       : a->person < b->person ? -1
				       : a->person > b->person;
}

/* What all ties of an organisation with one person come to. */
static size_t
fold(const struct tie *ties, size_t n, struct tie *whole)
{
	size_t i = 1;

	*whole = ties[0];
	for (; i < n && compare_ties(&ties[i], whole) == 0; i++) {
		whole->asked |= ties[i].asked;
		whole->early |= ties[i].early;
		whole->executed |= ties[i].executed;
		if (ties[i].first_ask < whole->first_ask)
			whole->first_ask = ties[i].first_ask;
		if (ties[i].first_help < whole->first_help)
			whole->first_help = ties[i].first_help;
	}
	return i;
}

static void
count_person(struct sp_reciprocity_row *row, const struct tie *whole)
{
	if (!whole->asked)
		return;
	row->counts[SP_GAVE_PEOPLE]++;
	row->counts[SP_GAVE_EARLY] += whole->early;
	row->counts[SP_GAVE_STAYED] += whole->early && whole->executed;
	row->counts[SP_GAVE_FIRST] += whole->first_help < whole->first_ask;
}

static int
compare_rows(const void *left, const void *right)
{
	const struct sp_reciprocity_row *a = left, *b = right;

	if ((a->org == 0) != (b->org == 0))
		return a->org == 0 ? 1 : -1;
	return (a->org > b->org) - (a->org < b->org);
}

/* Persons by organisation, and then of all as if they were one. */
static void
count_people(struct weighing *weighing)
{
	struct tie whole;
	size_t row = 0;

	if (weighing->n == 0)
		return;
	qsort(weighing->ties, weighing->n, sizeof(*weighing->ties),
	    compare_ties);
	for (size_t i = 0; i < weighing->n;) {
		i += fold(weighing->ties + i, weighing->n - i, &whole);
		while (weighing->orgs[row].org != whole.org)
			row = (row + 1) % weighing->orgs_n;
		count_person(&weighing->orgs[row], &whole);
	}
	for (size_t i = 0; i < weighing->n; i++)
		weighing->ties[i].org = 0;
	qsort(weighing->ties, weighing->n, sizeof(*weighing->ties),
	    compare_ties);
	for (size_t i = 0; i < weighing->n;) {
		i += fold(weighing->ties + i, weighing->n - i, &whole);
		count_person(&weighing->all, &whole);
	}
}

static int
choose(struct weighing *weighing, const struct sp_pair *pairs, size_t n,
    struct sp_error *err)
{
	char own[] = "organisatie"; /* the kind's name: the record itself */
	struct sp_value yes = sp_int_value(1);
	struct sp_query *query;
	int got = 0;

	for (size_t i = 0; i < n && got == 0; i++) {
		struct sp_pair pair = pairs[i];
		if (strcmp(pair.field, "org") == 0)
			pair.field = own;
		got = sp_filters_add(weighing->filters, &pair, err);
	}
	if (got != 0 || n == 0)
		return got;
	weighing->chosen = sp_map_open();
	query = sp_records_scan(weighing->store, &sp_organisatie, "id",
	    weighing->filters->filters, weighing->filters->n, err);
	got = query == NULL ? -1 : 1;
	while (got > 0 && (got = sp_query_step(query, err)) > 0) {
		const char *id = sp_query_text(query, 0);
		sp_map_add(weighing->chosen, id, strlen(id), &yes);
	}
	sp_query_close(query);
	return got;
}

static int
take_period(struct weighing *weighing, const char *period, struct sp_error *err)
{
	const char *today = weighing->session->today;

	if (period == NULL) {
		snprintf(weighing->from, sizeof(weighing->from), "0000-01-01");
		snprintf(weighing->to, sizeof(weighing->to), "%s", today);
		return 0;
	}
	return sp_filters_period(weighing->filters, period, weighing->from,
	    weighing->to, err);
}

static void
put(struct weighing *weighing, bool names,
    void (*each)(void *context, const struct sp_reciprocity_row *row),
    void *context)
{
	weighing->all.blok = "totaal";
	each(context, &weighing->all);
	for (size_t i = 0; i < weighing->orgs_n; i++) {
		struct sp_reciprocity_row *row = &weighing->orgs[i];
		if (names)
			row->name = row->org == 0
					? _("not known")
					: sp_reference_label(weighing->filters
								 ->references,
					      &sp_organisatie, row->org);
		each(context, row);
	}
}

int
sp_reciprocity(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    bool names,
    void (*each)(void *context, const struct sp_reciprocity_row *row),
    void *context, struct sp_error *err)
{
	struct weighing weighing = { .store = store,
		.session = session,
		.filters = sp_filters_open(store, &sp_organisatie, session),
		.places = sp_map_open() };
	int bad = take_period(&weighing, period, err) != 0 ||
		  choose(&weighing, pairs, n, err) != 0 ||
		  read_all(&weighing, err) != 0;

	if (!bad) {
		if (weighing.orgs_n > 1)
			qsort(weighing.orgs, weighing.orgs_n,
			    sizeof(*weighing.orgs), compare_rows);
		count_people(&weighing);
		put(&weighing, names, each, context);
	}
	free(weighing.orgs);
	free(weighing.ties);
	sp_map_close(weighing.places);
	sp_map_close(weighing.chosen);
	sp_filters_close(weighing.filters);
	return bad ? -1 : 0;
}
