/* brought - leads that became somebody as a chain, and all leads by channel */
#include "sp/brought.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/filters.h"
#include "records/kinds/kinds.h"
#include "sp/map.h"

#define COLUMN_SOURCE                                                  \
	{                                                              \
		.naam = "bron", .name = "source", .type = SP_COL_CODE, \
		.codes = &sp_lead_sources                              \
	}
#define COLUMN_CHANNEL                                                    \
	{                                                                 \
		.naam = "kanaal", .name = "channel", .type = SP_COL_CODE, \
		.list = "kanaal"                                          \
	}

const struct sp_column sp_brought_columns[SP_BROUGHT_COLUMNS] = {
	{ .naam = "stap", .name = "step", .type = SP_COL_INTEGER },
	{ .naam = "persoon",
	    .name = "person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon" },
	{ .naam = "door",
	    .name = "by",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon" },
	{ .naam = "op", .name = "on", .type = SP_COL_DATE },
	COLUMN_SOURCE,
	COLUMN_CHANNEL,
	{ .naam = "bracht", .name = "brought", .type = SP_COL_INTEGER },
	{ .naam = "samen", .name = "in_all", .type = SP_COL_INTEGER },
};

/* A lead that became somebody. */
struct lead {
	int64_t id, person, by; /* by 0: nobody */
	char op[SP_DATE_SIZE];
	char *source, *channel; /* NULL: not known */
};

struct leads {
	struct lead *all;
	size_t n, room;
};

static char *
copy(const char *text)
{
	return text == NULL ? NULL : sp_strdup(text);
}

static struct lead *
new_lead(struct leads *leads)
{
	if (leads->n == leads->room) {
		leads->room = 2 * leads->room + 64;
		leads->all =
		    sp_grow(leads->all, leads->room, sizeof(*leads->all));
	}
	leads->all[leads->n] = (struct lead){ 0 };
	return &leads->all[leads->n++];
}

static int
load(struct leads *leads, struct sp_store *store, struct sp_error *err)
{
	const struct sp_kind *kind = sp_kind_find("aanwijzing");
	struct sp_value became = sp_text_value("geworden");
	struct sp_filter filter = {
		.column = sp_column_find(kind->columns, kind->n, "status"),
		.test = SP_TEST_ANY,
		.values = &became,
		.n = 1,
	};
	struct sp_query *query = sp_records_scan(store, kind,
	    "id, persoon, door, op, bron, kanaal", &filter, 1, err);
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0) {
		struct lead *lead;
		if (sp_query_text(query, 1) == NULL)
			continue;
		lead = new_lead(leads);
		*lead = (struct lead){ .id = sp_query_int(query, 0),
			.person = sp_query_int(query, 1),
			.by = sp_query_int(query, 2),
			.source = copy(sp_query_text(query, 4)),
			.channel = copy(sp_query_text(query, 5)) };
		snprintf(lead->op, sizeof(lead->op), "%.10s",
		    sp_query_text(query, 3));
		/* nobody brings herself */
		if (lead->by == lead->person)
			lead->by = 0;
	}
	sp_query_close(query);
	return got;
}

static void
free_leads(struct leads *leads)
{
	for (size_t i = 0; i < leads->n; i++) {
		free(leads->all[i].source);
		free(leads->all[i].channel);
	}
	free(leads->all);
}

/* Who was named by a key person comes first, then who was named first. */
static int
compare_leads(const void *left, const void *right)
{
	const struct lead *a = left, *b = right;
	int day = strcmp(a->op, b->op);

	if ((a->by == 0) != (b->by == 0))
		return a->by == 0 ? 1 : -1;
	return day != 0 ? day : (a->id > b->id) - (a->id < b->id);
}

/* Beginnings by person; the others by day. */
static int
compare_links(const void *left, const void *right)
{
	const struct sp_chain_link *a = left, *b = right;

	if ((a->by == 0) != (b->by == 0))
		return a->by == 0 ? -1 : 1;
	if (a->by == 0)
		return (a->person > b->person) - (a->person < b->person);
	return (a->number > b->number) - (a->number < b->number);
}

static bool
meet(struct sp_map *map, int64_t person)
{
	struct sp_value seen = sp_int_value(1);

	if (sp_map_find(map, (const char *)&person, sizeof(person)) != NULL)
		return false;
	sp_map_add(map, (const char *)&person, sizeof(person), &seen);
	return true;
}

/* Everybody once: who was brought, and who brought but was not. */
static size_t
make_links(const struct leads *leads, struct sp_chain_link *links)
{
	struct sp_map *seen = sp_map_open();
	size_t n = 0;

	for (size_t i = 0; i < leads->n; i++)
		if (meet(seen, leads->all[i].person))
			links[n++] = (struct sp_chain_link){
				.person = leads->all[i].person,
				.by = leads->all[i].by,
				.number = i,
			};
	for (size_t i = 0; i < leads->n; i++)
		if (leads->all[i].by != 0 && meet(seen, leads->all[i].by))
			links[n++] = (struct sp_chain_link){
				.person = leads->all[i].by,
				.number = leads->n,
			};
	sp_map_close(seen);
	return n;
}

static struct sp_value
reference(int64_t id)
{
	return id == 0 ? sp_text_value(NULL) : sp_int_value(id);
}

static void
put(const struct leads *leads, const struct sp_chain_link *link,
    struct sp_references *names,
    void (*each)(void *context, const struct sp_value *row), void *context)
{
	static const struct lead none = { 0 };
	const struct lead *lead =
	    link->number < leads->n ? &leads->all[link->number] : &none;
	struct sp_text room = { 0 };
	struct sp_value row[SP_BROUGHT_COLUMNS] = { sp_int_value(link->step),
		sp_int_value(link->person), reference(link->by),
		sp_text_value(*lead->op == '\0' ? NULL : lead->op),
		sp_text_value(lead->source), sp_text_value(lead->channel),
		sp_int_value(link->brought), sp_int_value(link->in_all) };

	for (int i = 0; i < SP_BROUGHT_COLUMNS && names != NULL; i++)
		sp_reference_name(names, &sp_brought_columns[i], &room,
		    &row[i]);
	each(context, row);
	sp_text_free(&room);
}

int
sp_brought(struct sp_store *store, const char *names,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err)
{
	struct sp_references *references =
	    names == NULL ? NULL : sp_references_open(store, names);
	struct leads leads = { 0 };
	struct sp_chain_link *links = NULL;
	size_t n = 0;
	int bad = load(&leads, store, err);

	if (!bad && leads.n > 0) {
		qsort(leads.all, leads.n, sizeof(*leads.all), compare_leads);
		links = sp_alloc(2 * leads.n, sizeof(*links));
		n = make_links(&leads, links);
		qsort(links, n, sizeof(*links), compare_links);
		sp_chain(links, n);
	}
	for (size_t i = 0; i < n; i++)
		put(&leads, &links[i], references, each, context);
	free(links);
	free_leads(&leads);
	sp_references_close(references);
	return bad;
}

const struct sp_column sp_channels_columns[SP_CHANNELS_COLUMNS] = {
	COLUMN_SOURCE,
	COLUMN_CHANNEL,
	{ .naam = "aanwijzingen", .name = "leads", .type = SP_COL_INTEGER },
	{ .naam = "open", .name = "open", .type = SP_COL_INTEGER },
	{ .naam = "benaderd", .name = "approached", .type = SP_COL_INTEGER },
	{ .naam = "geworden", .name = "became", .type = SP_COL_INTEGER },
	{ .naam = "afgevallen", .name = "fell_off", .type = SP_COL_INTEGER },
};
enum { STATES = 4, FIRST_STATE = 3 };

/* Leads of one source through one channel: all, and in each state. */
struct tally {
	char *source, *channel;
	int64_t all, states[STATES];
};

struct tallying {
	struct tally *tallies;
	size_t n, room;
	struct sp_map *places;
};

static struct tally *
tally_of(struct tallying *tallying, const char *source, const char *channel)
{
	char *key = sp_format("%s|%s", source == NULL ? "" : source,
	    channel == NULL ? "" : channel);
	size_t at = sp_map_number(tallying->places, key, strlen(key));

	if (at == tallying->n) {
		if (tallying->n == tallying->room) {
			tallying->room = 2 * tallying->room + 16;
			tallying->tallies = sp_grow(tallying->tallies,
			    tallying->room, sizeof(*tallying->tallies));
		}
		tallying->tallies[tallying->n++] =
		    (struct tally){ .source = copy(source),
			    .channel = copy(channel) };
	}
	free(key);
	return &tallying->tallies[at];
}

static int
count(struct tallying *tallying, struct sp_store *store,
    const struct sp_filters *filters, struct sp_error *err)
{
	struct sp_query *query = sp_records_scan(store, filters->kind,
	    "bron, kanaal, status", filters->filters, filters->n, err);
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0) {
		struct tally *tally = tally_of(tallying,
		    sp_query_text(query, 0), sp_query_text(query, 1));
		const char *status = sp_query_text(query, 2);
		tally->all++;
		for (int s = 0; s < STATES; s++)
			tally->states[s] +=
			    strcmp(sp_channels_columns[FIRST_STATE + s].naam,
				status) == 0;
	}
	sp_query_close(query);
	return got;
}

static int
compare_texts(const char *a, const char *b)
{
	if ((a == NULL) != (b == NULL))
		return a == NULL ? 1 : -1;
	return a == NULL ? 0 : strcmp(a, b);
}

static int
compare_tallies(const void *left, const void *right)
{
	const struct tally *a = left, *b = right;
	int source = compare_texts(a->source, b->source);

	return source != 0 ? source : compare_texts(a->channel, b->channel);
}

static void
put_tally(const struct tally *tally, struct sp_references *names,
    void (*each)(void *context, const struct sp_value *row), void *context)
{
	struct sp_text room = { 0 };
	struct sp_value row[SP_CHANNELS_COLUMNS] = { sp_text_value(
							 tally->source),
		sp_text_value(tally->channel), sp_int_value(tally->all) };

	for (int s = 0; s < STATES; s++)
		row[FIRST_STATE + s] = sp_int_value(tally->states[s]);
	if (names != NULL)
		sp_reference_name(names, &sp_channels_columns[1], &room,
		    &row[1]);
	each(context, row);
	sp_text_free(&room);
}

static int
add_filters(struct sp_filters *filters, const char *period,
    const struct sp_pair *pairs, size_t n, struct sp_error *err)
{
	char from[SP_DATE_SIZE], to[SP_DATE_SIZE];

	if (sp_filters_pairs(filters, pairs, n, err) != 0)
		return -1;
	if (period == NULL)
		return 0;
	if (sp_filters_period(filters, period, from, to, err) != 0)
		return -1;
	return sp_filters_days(filters, "op", from, to, err);
}

int
sp_channels(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t n_pairs,
    const struct sp_session *session, const char *names,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err)
{
	struct sp_references *references =
	    names == NULL ? NULL : sp_references_open(store, names);
	struct sp_filters *filters =
	    sp_filters_open(store, sp_kind_find("aanwijzing"), session);
	struct tallying tallying = { .places = sp_map_open() };
	int bad = add_filters(filters, period, pairs, n_pairs, err) != 0 ||
		  count(&tallying, store, filters, err) != 0;

	if (tallying.n > 1)
		qsort(tallying.tallies, tallying.n, sizeof(*tallying.tallies),
		    compare_tallies);
	for (size_t i = 0; i < tallying.n && !bad; i++)
		put_tally(&tallying.tallies[i], references, each, context);
	for (size_t i = 0; i < tallying.n; i++) {
		free(tallying.tallies[i].source);
		free(tallying.tallies[i].channel);
	}
	free(tallying.tallies);
	sp_map_close(tallying.places);
	sp_filters_close(filters);
	sp_references_close(references);
	return bad ? -1 : 0;
}
