/* offer - organisations, services, initiatives and activities by area */
#include "sp/offer.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "acts/filters.h"
#include "sp/mem.h"
#include "sp/words.h"

const struct sp_column sp_offer_columns[6] = {
	{ .naam = "gebied",
	    .name = "area",
	    .type = SP_COL_REFERENCE,
	    .kind = "gebied" },
	{ .naam = "soort", .name = "kind" },
	{ .naam = "id", .name = "id", .type = SP_COL_INTEGER },
	{ .naam = "naam", .name = "name" },
	{ .naam = "domein",
	    .name = "domain",
	    .type = SP_COL_LIST,
	    .list = "domein" },
	{ .naam = "dubbel", .name = "double", .type = SP_COL_INTEGER },
};

/* What is asked of each: id, name, domains, areas; for whom, and the day,
 * where there are such. */
static const struct {
	const char *kind, *columns;
} kinds[] = {
	{ "organisatie", "id, naam, domein, gebied, NULL, NULL" },
	{ "dienst", "id, naam, domein, gebied, doelgroep, NULL" },
	{ "initiatief", "id, naam, domein, gebied, doelgroep, NULL" },
	{ "activiteit", "id, naam, domein, gebied, doelgroep, datum" },
};

struct offered {
	int64_t area, id; /* area 0: none */
	const char *kind;
	char *naam, *domein, *groups; /* "" for none */
	long week;		      /* its Monday; 0 none */
};

struct offering {
	struct offered *all;
	size_t n, room;
	struct offered next; /* being split into its areas */
	bool only_doubles, only_others;
};

static void
add_area(void *context, const char *word, size_t length)
{
	struct offering *offering = context;
	struct offered *offered;

	(void)length;
	if (offering->n == offering->room) {
		offering->room = 2 * offering->room + 64;
		offering->all = sp_grow(offering->all, offering->room,
		    sizeof(*offering->all));
	}
	offered = &offering->all[offering->n++];
	*offered = offering->next;
	offered->area = strtoll(word, NULL, 10);
	offered->naam = sp_strdup(offering->next.naam);
	offered->domein = sp_strdup(offering->next.domein);
	offered->groups = sp_strdup(offering->next.groups);
}

/* Of the row at hand, valid as long as that is. */
static char *
text(const struct sp_query *query, int column)
{
	const char *value = sp_query_text(query, column);

	return (char *)(uintptr_t)(value == NULL ? "" : value);
}

static long
week(const char *day)
{
	long days;

	return day != NULL && sp_date_parse(day, &days)
		   ? days - sp_date_weekday(days)
		   : 0;
}

static int
scan(struct offering *offering, struct sp_store *store, size_t k,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    struct sp_error *err)
{
	struct sp_filters *filters =
	    sp_filters_open(store, sp_kind_find(kinds[k].kind), session);
	struct sp_query *query = NULL;
	int got = sp_filters_pairs(filters, pairs, n, err);

	if (got == 0)
		query = sp_records_scan(store, filters->kind, kinds[k].columns,
		    filters->filters, filters->n, err);
	while (query != NULL && (got = sp_query_step(query, err)) > 0) {
		const char *areas = sp_query_text(query, 3);
		offering->next = (struct offered){ .kind = kinds[k].kind,
			.id = sp_query_int(query, 0),
			.naam = text(query, 1),
			.domein = text(query, 2),
			.groups = text(query, 4),
			.week = week(sp_query_text(query, 5)) };
		if (areas == NULL ||
		    sp_list_words(areas, false, add_area, offering) == 0)
			add_area(offering, "0", 1);
	}
	sp_query_close(query);
	sp_filters_close(filters);
	return query == NULL ? -1 : got;
}

static int
compare(const void *left, const void *right)
{
	const struct offered *a = left, *b = right;
	int kind = strcmp(a->kind, b->kind), name = strcmp(a->naam, b->naam);

	if (a->area != b->area)
		return a->area < b->area ? -1 : 1;
	return kind != 0   ? kind
	       : name != 0 ? name
			   : (a->id > b->id) - (a->id < b->id);
}

/* Whether both do the same: on one of the same domains for one of the same
 * groups, where no group is everybody; two activities in the same week. */
static bool
same(const struct offered *a, const struct offered *b)
{
	bool groups = *a->groups == '\0' || *b->groups == '\0' ||
		      sp_lists_meet(a->groups, b->groups);
	bool weeks = a->week == 0 || b->week == 0 || a->week == b->week;

	return groups && weeks && sp_lists_meet(a->domein, b->domein);
}

/* Others in the same area, which stand together. */
static int64_t
doubles(const struct offering *offering, size_t i)
{
	const struct offered *all = offering->all;
	size_t j = i;
	int64_t n = 0;

	while (j > 0 && all[j - 1].area == all[i].area)
		j--;
	for (; j < offering->n && all[j].area == all[i].area; j++)
		n += j != i && same(&all[i], &all[j]);
	return n;
}

static void
put(const struct offering *offering, size_t i, struct sp_references *names,
    void (*each)(void *context, const struct sp_value row[6]), void *context)
{
	const struct offered *o = &offering->all[i];
	struct sp_text room[2] = { { 0 }, { 0 } };
	int64_t others = doubles(offering, i);
	struct sp_value row[6] = { sp_int_value(o->area),
		sp_text_value(o->kind), sp_int_value(o->id),
		sp_text_value(o->naam),
		sp_text_value(*o->domein == '\0' ? NULL : o->domein),
		sp_int_value(others) };

	if (others == 0 ? offering->only_doubles : offering->only_others)
		return;
	if (o->area == 0)
		row[0] = sp_text_value(NULL);
	if (names != NULL) {
		sp_reference_name(names, &sp_offer_columns[0], &room[0],
		    &row[0]);
		sp_reference_name(names, &sp_offer_columns[4], &room[1],
		    &row[4]);
	}
	each(context, row);
	sp_text_free(&room[0]);
	sp_text_free(&room[1]);
}

/* dubbel=ja or nee, of what is shown and not of what is read: 1 it is, 0 it is
 * another field, -1 *err. */
static int
take_double(struct offering *offering, const struct sp_pair *pair,
    struct sp_error *err)
{
	static const struct sp_column column = { .naam = "dubbel",
		.name = "double",
		.type = SP_COL_BOOLEAN };
	struct sp_door door = { '.', false, NULL };
	struct sp_text room = { 0 };
	struct sp_value value;
	int bad;

	if (pair->relation != SP_IS ||
	    sp_column_find(&column, 1, pair->field) < 0)
		return 0;
	bad = sp_cell_parse(&column, pair->value, &door, &room, &value, err);
	sp_text_free(&room);
	if (bad)
		return -1;
	offering->only_doubles = value.type == SP_INT && value.i != 0;
	offering->only_others = value.type == SP_INT && value.i == 0;
	return 1;
}

/* The filters that say what is read. */
static int
take_pairs(struct offering *offering, const struct sp_pair *pairs, size_t n,
    struct sp_pair *read, size_t *read_n, struct sp_error *err)
{
	for (size_t i = 0; i < n; i++) {
		int is_double = take_double(offering, &pairs[i], err);
		if (is_double < 0)
			return -1;
		if (is_double == 0)
			read[(*read_n)++] = pairs[i];
	}
	return 0;
}

static void
free_offered(struct offered *offered)
{
	free(offered->naam);
	free(offered->domein);
	free(offered->groups);
}

int
sp_offer(struct sp_store *store, const struct sp_pair *pairs, size_t n,
    const struct sp_session *session, const char *names,
    void (*each)(void *context, const struct sp_value row[6]), void *context,
    struct sp_error *err)
{
	struct sp_references *references =
	    names == NULL ? NULL : sp_references_open(store, names);
	struct offering offering = { 0 };
	struct sp_pair *read = sp_alloc(n + 1, sizeof(*read));
	size_t read_n = 0;
	int bad = take_pairs(&offering, pairs, n, read, &read_n, err);

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]) && !bad; i++)
		bad = scan(&offering, store, i, read, read_n, session, err);
	if (!bad && offering.n > 0)
		qsort(offering.all, offering.n, sizeof(*offering.all), compare);
	for (size_t i = 0; i < offering.n && !bad; i++)
		put(&offering, i, references, each, context);
	for (size_t i = 0; i < offering.n; i++)
		free_offered(&offering.all[i]);
	free(offering.all);
	free(read);
	sp_references_close(references);
	return bad;
}
