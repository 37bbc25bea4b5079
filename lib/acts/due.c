/* due - asks every clock for what is late, and says how late it is */
#include "sp/due.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/filters.h"
#include "acts/rulebook.h"
#include "records/due.h"
#include "records/kinds/kinds.h"
#include "records/signals.h"
#include "sp/mem.h"
#include "sp/words.h"

enum { ID, KLOK, UITERLIJK, DAGEN, DRIE_KEER, NR, ORG, PERSOON, VIA };

const struct sp_column sp_due_columns[SP_DUE_COLUMNS] = {
	[ID] = { .naam = "id", .name = "id", .type = SP_COL_INTEGER },
	[KLOK] = { .naam = "klok",
	    .name = "clock",
	    .type = SP_COL_CODE,
	    .codes = &sp_late_codes },
	[UITERLIJK] = { .naam = "uiterlijk",
	    .name = "due",
	    .type = SP_COL_DATE },
	[DAGEN] = { .naam = "dagen", .name = "days", .type = SP_COL_INTEGER },
	[DRIE_KEER] = { .naam = "drie_keer",
	    .name = "three_times",
	    .type = SP_COL_BOOLEAN },
	[NR] = { .naam = "nr", .name = "nr", .type = SP_COL_INTEGER },
	[ORG] = { .naam = "org",
	    .name = "organisation",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie" },
	[PERSOON] = { .naam = "persoon",
	    .name = "person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon",
	    .care = SP_PERSONAL },
	[VIA] = { .naam = "via_persoon",
	    .name = "via_person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon",
	    .care = SP_PERSONAL },
};

/* As klok= takes them. */
static const struct sp_column chosen = { .naam = "klok",
	.name = "clock",
	.type = SP_COL_LIST,
	.codes = &sp_late_codes };

struct late {
	const struct sp_due_clock *clock;
	char day[SP_DATE_SIZE];
	struct sp_value id, nr, org, person, via;
	struct sp_lateness late;
};

struct looking {
	struct sp_store *store;
	const struct sp_session *session;
	struct sp_filters *filters;
	struct sp_rulebook book;
	struct sp_text clocks; /* `|` between; "" for all that bind */
	char yesterday[SP_DATE_SIZE];
	struct late *late;
	size_t n, room;
};

static int
choose(struct looking *looking, const char *text, struct sp_error *err)
{
	struct sp_door door = { '.', false, looking->session->lang };
	struct sp_value value;
	const char *called = sp_column_name(&chosen, looking->session->lang);

	if (looking->clocks.length > 0)
		return sp_fail(err, SP_INPUT, _("%s: is given twice"), called);
	if (sp_cell_parse(&chosen, text, &door, &looking->clocks, &value,
		err) != 0)
		return -1;
	return looking->clocks.length > 0
		   ? 0
		   : sp_fail(err, SP_INPUT, _("%s: is empty"), called);
}

static int
take_pair(struct looking *looking, const struct sp_pair *pair,
    struct sp_error *err)
{
	if (sp_column_find(&chosen, 1, pair->field) < 0)
		return sp_filters_add(looking->filters, pair, err);
	if (pair->relation != SP_IS)
		return sp_fail(err, SP_INPUT, _("%s: write %s=a,b"),
		    pair->field, pair->field);
	return choose(looking, pair->value, err);
}

static bool
is_looked_at(const struct looking *looking, const struct sp_due_clock *clock)
{
	if (clock->clock == NULL)
		return false;
	return looking->clocks.length == 0
		   ? !clock->offered
		   : sp_list_has(looking->clocks.s, clock->clock, NULL);
}

/* What is of no signal has no fields of one. */
static int
check_apart(const struct looking *looking, struct sp_error *err)
{
	for (size_t i = 0; i < sp_due_clocks_n; i++)
		if (sp_due_clocks[i].apart && looking->filters->n > 0 &&
		    is_looked_at(looking, &sp_due_clocks[i]))
			return sp_fail(err, SP_INPUT,
			    _("%s: is of no signal, so that no field of one "
			      "can choose among them"),
			    sp_due_clocks[i].clock);
	return 0;
}

static void
measure(const struct looking *looking, const struct sp_query *query,
    struct late *late)
{
	const struct sp_rulebook *book = &looking->book;
	const char *since =
	    late->clock->apart ? late->day : sp_query_text(query, SP_DUE_SINCE);
	int clock = sp_clock_find(late->clock->clock);

	if (clock < 0)
		sp_day_late(since, late->day, looking->session->today,
		    &late->late);
	/* of no term nothing has passed three times */
	if (late->clock->apart)
		late->late.thrice = false;
	else if (clock >= 0)
		sp_clock_late((enum sp_clock)clock, book->terms, book->terms_n,
		    sp_query_text(query, SP_DUE_DOMAINS), since, late->day,
		    looking->session->today, book->lustrum, &late->late);
}

static void
take_late(struct looking *looking, const struct sp_due_clock *clock,
    const struct sp_query *query, const char *day)
{
	bool hangs = strcmp(clock->kind, "signaal") != 0;
	struct late *late;

	if (looking->n == looking->room) {
		looking->room = 2 * looking->room + 64;
		looking->late =
		    sp_grow(looking->late, looking->room, sizeof(*late));
	}
	late = &looking->late[looking->n++];
	*late = (struct late){ .clock = clock,
		.id = sp_query_value(query, SP_DUE_SIGNAL),
		.nr = hangs ? sp_query_value(query, SP_DUE_RECORD)
			    : sp_text_value(NULL),
		.org = sp_query_value(query, SP_DUE_ORG),
		.person = sp_query_value(query,
		    clock->key_person ? SP_DUE_VIA : SP_DUE_ACTS),
		.via = sp_query_value(query, SP_DUE_VIA) };
	snprintf(late->day, sizeof(late->day), "%s", day);
	measure(looking, query, late);
}

/* Those of the clocks that share the statement and are looked at. */
static void
take_row(struct looking *looking, const struct sp_due_clock *clocks, size_t n,
    const struct sp_query *query)
{
	for (size_t i = 0; i < n; i++) {
		const char *day = sp_due_day(&clocks[i], query);
		if (day != NULL && strcmp(day, looking->yesterday) <= 0 &&
		    is_looked_at(looking, &clocks[i]))
			take_late(looking, &clocks[i], query, day);
	}
}

static int
ask(struct looking *looking, const struct sp_due_clock *clocks, size_t n,
    struct sp_error *err)
{
	struct sp_query *query = sp_records_narrow(looking->store,
	    looking->filters->kind, clocks->sql, 3, looking->filters->filters,
	    looking->filters->n, err);
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, ""); /* since ever */
	sp_query_bind_text(query, 2, looking->yesterday);
	sp_query_bind_text(query, 3, NULL);
	while ((got = sp_query_step(query, err)) > 0)
		take_row(looking, clocks, n, query);
	sp_query_close(query);
	return got;
}

static bool
any_looked_at(const struct looking *looking, const struct sp_due_clock *clocks,
    size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_looked_at(looking, &clocks[i]))
			return true;
	return false;
}

static int
compare(const void *left, const void *right)
{
	const struct late *a = left, *b = right;
	int day = strcmp(a->day, b->day);

	if (day != 0)
		return day;
	if (a->id.i != b->id.i)
		return a->id.i < b->id.i ? -1 : 1;
	if (a->clock != b->clock)
		return a->clock < b->clock ? -1 : 1;
	return (a->nr.i > b->nr.i) - (a->nr.i < b->nr.i);
}

static int
look(struct looking *looking, struct sp_error *err)
{
	long today = 0;
	int bad = sp_rulebook_read(looking->store, &looking->book, err);

	sp_date_parse(looking->session->today, &today);
	sp_date_format(today - 1, looking->yesterday);
	for (size_t i = 0, n; i < sp_due_clocks_n && !bad; i += n) {
		n = sp_due_together(i);
		if (any_looked_at(looking, &sp_due_clocks[i], n))
			bad = ask(looking, &sp_due_clocks[i], n, err);
	}
	if (!bad && looking->n > 0)
		qsort(looking->late, looking->n, sizeof(*looking->late),
		    compare);
	return bad;
}

static void
put(const struct late *late, struct sp_references *labels,
    void (*each)(void *context, const struct sp_value *row), void *context)
{
	struct sp_text room = { 0 };
	struct sp_value row[SP_DUE_COLUMNS] = {
		[ID] = late->id,
		[KLOK] = sp_text_value(late->clock->clock),
		[UITERLIJK] = sp_text_value(late->day),
		[DAGEN] = sp_int_value(late->late.days),
		[DRIE_KEER] = sp_int_value(late->late.thrice),
		[NR] = late->nr,
		[ORG] = late->org,
		[PERSOON] = late->person,
		[VIA] = late->via,
	};

	/* labels of references live as long as labels do */
	for (size_t i = ORG; i <= VIA && labels != NULL; i++)
		sp_reference_name(labels, &sp_due_columns[i], &room, &row[i]);
	each(context, row);
	sp_text_free(&room);
}

int
sp_due(struct sp_store *store, const char *clock, const struct sp_pair *pairs,
    size_t pairs_n, const struct sp_session *session, const char *names,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err)
{
	struct looking looking = { .store = store,
		.session = session,
		.filters =
		    sp_filters_open(store, sp_kind_find("signaal"), session) };
	struct sp_references *labels =
	    names == NULL ? NULL : sp_references_open(store, names);
	int bad = clock == NULL ? 0 : choose(&looking, clock, err);

	for (size_t i = 0; i < pairs_n && !bad; i++)
		bad = take_pair(&looking, &pairs[i], err);
	if (!bad)
		bad = check_apart(&looking, err);
	if (!bad)
		bad = look(&looking, err);
	for (size_t i = 0; i < looking.n && !bad; i++)
		put(&looking.late[i], labels, each, context);
	sp_references_close(labels);
	sp_filters_close(looking.filters);
	sp_rulebook_free(&looking.book);
	sp_text_free(&looking.clocks);
	free(looking.late);
	return bad;
}
