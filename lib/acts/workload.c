/* workload - each person's load, read in the order of persons */
#include "sp/workload.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/filters.h"
#include "records/giving.h"
#include "records/kinds/kinds.h"
#include "records/settings.h"
#include "sp/guard.h"
#include "sp/mem.h"

enum { MONTH = 30, MONTHS = 6, MOST = 1000000 };

struct person {
	bool active;
	struct sp_workload_row row;
	int64_t load_30, paid, unpaid; /* hours marked so */
	int64_t contract_days;	       /* days x hours a week */
	int64_t contract_now;	       /* hours a week, today */
	int64_t months[MONTHS], month_asks[MONTHS];
};

struct loading {
	struct sp_store *store;
	const struct sp_session *session;
	struct sp_filters *filters;
	struct person *people;
	size_t n, room, next; /* next: where the last one was found */
	char from[SP_DATE_SIZE], to[SP_DATE_SIZE]; /* to: today at most */
	char since_30[SP_DATE_SIZE], since_90[SP_DATE_SIZE];
	int first_month; /* year x 12 + month */
	int64_t limit, per_hour;
};

static int
month_number(const char *day)
{
	return (
	    int)(strtol(day, NULL, 10) * 12 + strtol(day + 5, NULL, 10) - 1);
}

static void
days_before(const char *day, long before, char text[SP_DATE_SIZE])
{
	long at = 0;

	sp_date_parse(day, &at);
	sp_date_format(at - before, text);
}

static int
take_period(struct loading *loading, const char *period, struct sp_error *err)
{
	const char *today = loading->session->today;

	if (period == NULL) {
		days_before(today, MONTH - 1, loading->from);
		snprintf(loading->to, sizeof(loading->to), "%s", today);
	} else if (sp_filters_period(loading->filters, period, loading->from,
		       loading->to, err) != 0) {
		return -1;
	}
	if (strcmp(loading->to, today) > 0)
		snprintf(loading->to, sizeof(loading->to), "%s", today);
	days_before(loading->to, MONTH - 1, loading->since_30);
	days_before(loading->to, SP_OFTEN_DAYS - 1, loading->since_90);
	loading->first_month = month_number(loading->to) - MONTHS + 1;
	return 0;
}

static int
compare(const void *left, const void *right)
{
	const struct person *a = left, *b = right;

	return (a->row.person > b->row.person) -
	       (a->row.person < b->row.person);
}

static int
read_people(struct loading *loading, struct sp_error *err)
{
	struct sp_query *query = sp_records_scan(loading->store, &sp_persoon,
	    "id, status", loading->filters->filters, loading->filters->n, err);
	int got = query == NULL ? -1 : 1;

	while (got > 0 && (got = sp_query_step(query, err)) > 0) {
		const char *status = sp_query_text(query, 1);
		struct person *person;
		if (loading->n == loading->room) {
			loading->room = 2 * loading->room + 64;
			loading->people = sp_grow(loading->people,
			    loading->room, sizeof(*loading->people));
		}
		person = &loading->people[loading->n++];
		*person =
		    (struct person){ .active = status != NULL &&
					       strcmp(status, "actief") == 0 };
		person->row = (struct sp_workload_row){ .blok = "persoon",
			.person = sp_query_int(query, 0),
			.counts[SP_WORKLOAD_PEOPLE] = 1 };
	}
	sp_query_close(query);
	if (loading->n > 1)
		qsort(loading->people, loading->n, sizeof(*loading->people),
		    compare);
	return got;
}

/* Of whom the row is, NULL when she is not looked at; rows come in the order
 * of persons. */
static struct person *
whose(struct loading *loading, const struct sp_query *query)
{
	int64_t id = sp_query_int(query, 0);

	while (loading->next < loading->n &&
	       loading->people[loading->next].row.person < id)
		loading->next++;
	return loading->next < loading->n &&
		       loading->people[loading->next].row.person == id
		   ? &loading->people[loading->next]
		   : NULL;
}

static void
take_ask(struct loading *loading, struct person *person,
    const struct sp_query *query)
{
	int64_t *counts = person->row.counts;
	const char *day = sp_query_text(query, 1);
	int64_t load = 1 + (sp_query_int(query, 2) != 0);
	int month = month_number(day) - loading->first_month;

	counts[SP_WORKLOAD_CASES] += sp_query_int(query, 4);
	if (strcmp(day, person->row.last) > 0)
		snprintf(person->row.last, sizeof(person->row.last), "%s", day);
	if (month >= 0) {
		person->months[month] += load;
		person->month_asks[month]++;
	}
	if (strcmp(day, loading->since_90) >= 0)
		counts[SP_WORKLOAD_ASKS_90]++;
	if (strcmp(day, loading->since_30) >= 0)
		person->load_30 += load;
	if (strcmp(day, loading->from) < 0)
		return;
	counts[SP_WORKLOAD_ASKED] = 1;
	counts[SP_WORKLOAD_ASKS]++;
	counts[SP_WORKLOAD_LOAD] += load;
	counts[SP_WORKLOAD_HOURS_ASKED] += sp_query_int(query, 3);
}

static void
take_hours(struct loading *loading, struct person *person,
    const struct sp_query *query)
{
	int64_t hours = sp_query_int(query, 1);
	struct sp_value paid = sp_query_value(query, 2);

	(void)loading;
	person->row.counts[SP_WORKLOAD_HOURS_WORKED] += hours;
	if (paid.type == SP_INT && paid.i != 0)
		person->paid += hours;
	else if (paid.type == SP_INT)
		person->unpaid += hours;
}

static void
take_contract(struct loading *loading, struct person *person,
    const struct sp_query *query)
{
	const char *from = sp_query_text(query, 1);
	const char *to = sp_query_text(query, 2);
	int64_t week = sp_query_int(query, 3);
	long first = 0, last = 0;

	if (to == NULL || strcmp(to, loading->to) >= 0) {
		person->contract_now += week;
		to = loading->to;
	}
	if (strcmp(from, loading->from) < 0)
		from = loading->from;
	sp_date_parse(from, &first);
	sp_date_parse(to, &last);
	person->contract_days += week * (last - first + 1);
}

static void
take_cases(struct loading *loading, struct person *person,
    const struct sp_query *query)
{
	(void)loading;
	person->row.counts[SP_WORKLOAD_CASES] += sp_query_int(query, 1);
}

/* In the order of persons, each with its parameters. */
static int
read_all(struct loading *loading, struct sp_error *err)
{
	const char *today = loading->session->today;
	const struct {
		enum sp_giving_question question;
		const char *first, *second;
		void (*take)(struct loading *loading, struct person *person,
		    const struct sp_query *query);
	} pages[] = {
		{ SP_GIVING_ASKS, loading->to, NULL, take_ask },
		{ SP_GIVING_HOURS, loading->from, loading->to, take_hours },
		{ SP_GIVING_CONTRACTS, loading->to, loading->from,
		    take_contract },
		{ SP_GIVING_SIGNALS, NULL, NULL, take_cases },
		{ SP_GIVING_TRAJECTS, today, NULL, take_cases },
	};
	int got = 0;

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]) && !got; i++) {
		struct sp_query *query =
		    sp_giving_ask(loading->store, pages[i].question, err);
		got = query == NULL ? -1 : 1;
		if (query != NULL && pages[i].first != NULL)
			sp_query_bind_text(query, 1, pages[i].first);
		if (query != NULL && pages[i].second != NULL)
			sp_query_bind_text(query, 2, pages[i].second);
		loading->next = 0;
		while (got > 0 && (got = sp_query_step(query, err)) > 0) {
			struct person *person = whose(loading, query);
			if (person != NULL)
				pages[i].take(loading, person, query);
		}
		sp_query_close(query);
	}
	return got;
}

/* Hours above the contract are unpaid, unless they are marked as paid; those
 * marked as unpaid are so in any case. */
static void
conclude(const struct loading *loading, struct person *person)
{
	int64_t *counts = person->row.counts;
	int64_t contract = (person->contract_days + 3) / 7;
	int64_t covered = contract > person->paid ? contract : person->paid;
	int64_t others = counts[SP_WORKLOAD_HOURS_WORKED] - person->unpaid;

	counts[SP_WORKLOAD_HOURS_CONTRACT] = contract;
	counts[SP_WORKLOAD_HOURS_UNPAID] =
	    person->unpaid + (others > covered ? others - covered : 0);
	counts[SP_WORKLOAD_CASES_MOST] =
	    person->contract_now * loading->per_hour / 100;
	counts[SP_WORKLOAD_OVER_CASES] =
	    person->contract_now > 0 &&
	    counts[SP_WORKLOAD_CASES] > counts[SP_WORKLOAD_CASES_MOST];
	counts[SP_WORKLOAD_OVER] = person->load_30 > loading->limit;
	counts[SP_WORKLOAD_OFTEN] = counts[SP_WORKLOAD_ASKS_90] >= SP_OFTEN;
}

static bool
has_load(const struct sp_workload_row *row)
{
	return row->counts[SP_WORKLOAD_ASKS_90] > 0 ||
	       row->counts[SP_WORKLOAD_ASKS] > 0 ||
	       row->counts[SP_WORKLOAD_HOURS_WORKED] > 0 ||
	       row->counts[SP_WORKLOAD_HOURS_CONTRACT] > 0 ||
	       row->counts[SP_WORKLOAD_CASES] > 0;
}

static struct sp_workload_row
total(struct loading *loading, int64_t *loads)
{
	struct sp_workload_row all = { .blok = "totaal" };
	size_t some = 0;

	for (size_t i = 0; i < loading->n; i++) {
		struct person *person = &loading->people[i];
		int64_t *counts = person->row.counts;
		conclude(loading, person);
		if (!person->active && !has_load(&person->row))
			continue;
		for (int c = 0; c < SP_WORKLOAD_COUNTS; c++)
			all.counts[c] += counts[c];
		if (counts[SP_WORKLOAD_LOAD] > 0)
			loads[some++] = counts[SP_WORKLOAD_LOAD];
		if (strcmp(person->row.last, all.last) > 0)
			memcpy(all.last, person->row.last, sizeof(all.last));
	}
	all.of = sp_concentration(loads, some,
	    (size_t)all.counts[SP_WORKLOAD_PEOPLE]);
	return all;
}

static struct sp_workload_row
of_month(const struct loading *loading, int month, int64_t *loads)
{
	struct sp_workload_row row = { .blok = "maand" };
	unsigned at = (unsigned)(loading->first_month + month);
	unsigned year = at / 12 % 10000, number = at % 12 + 1;
	size_t some = 0;

	snprintf(row.month, sizeof(row.month), "%04u-%02u", year, number);
	for (size_t i = 0; i < loading->n; i++) {
		const struct person *person = &loading->people[i];
		int64_t load = person->months[month];
		row.counts[SP_WORKLOAD_PEOPLE] += person->active || load > 0;
		row.counts[SP_WORKLOAD_ASKED] += load > 0;
		row.counts[SP_WORKLOAD_ASKS] += person->month_asks[month];
		row.counts[SP_WORKLOAD_LOAD] += load;
		if (load > 0)
			loads[some++] = load;
	}
	row.of = sp_concentration(loads, some,
	    (size_t)row.counts[SP_WORKLOAD_PEOPLE]);
	return row;
}

static void
put_all(struct loading *loading, bool names,
    void (*each)(void *context, const struct sp_workload_row *row),
    void *context)
{
	int64_t *loads = sp_alloc(loading->n + 1, sizeof(*loads));
	struct sp_workload_row row = total(loading, loads);
	double sum = (double)row.counts[SP_WORKLOAD_LOAD];

	each(context, &row);
	for (size_t i = 0; i < loading->n; i++) {
		struct sp_workload_row *own = &loading->people[i].row;
		if (!has_load(own))
			continue;
		if (sum > 0)
			own->share =
			    (double)own->counts[SP_WORKLOAD_LOAD] / sum;
		if (names)
			own->name =
			    sp_reference_label(loading->filters->references,
				&sp_persoon, own->person);
		each(context, own);
	}
	for (int month = 0; month < MONTHS; month++) {
		row = of_month(loading, month, loads);
		each(context, &row);
	}
	free(loads);
}

int
sp_workload(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    bool names, void (*each)(void *context, const struct sp_workload_row *row),
    void *context, struct sp_error *err)
{
	struct loading loading = { .store = store,
		.session = session,
		.filters = sp_filters_open(store, &sp_persoon, session) };
	int bad = take_period(&loading, period, err);

	if (!bad)
		bad = sp_filters_pairs(loading.filters, pairs, n, err) != 0 ||
		      sp_setting_number(store, "max_vragen_30d", MOST,
			  &loading.limit, err) != 0 ||
		      sp_setting_number(store, "caseload_per_uur", MOST,
			  &loading.per_hour, err) != 0 ||
		      read_people(&loading, err) != 0 ||
		      read_all(&loading, err) != 0;
	if (!bad)
		put_all(&loading, names, each, context);
	free(loading.people);
	sp_filters_close(loading.filters);
	return bad ? -1 : 0;
}
