/* offer - organisations, services, initiatives and activities by area */
#include "sp/offer.h"

#include <stdio.h>
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

/* All have id, naam, domein and gebied. */
static const char *const kinds[] = { "organisatie", "dienst", "initiatief",
	"activiteit" };

struct offered {
	int64_t area, id; /* area 0: none */
	const char *kind;
	char *naam, *domein;
};

struct offering {
	struct offered *all;
	size_t n, room;
	struct offered next; /* being split into its areas */
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
}

static int
scan(struct offering *offering, struct sp_store *store, const char *kind,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    struct sp_error *err)
{
	struct sp_filters *filters =
	    sp_filters_open(store, sp_kind_find(kind), session);
	struct sp_query *query = NULL;
	int got = 0;

	for (size_t i = 0; i < n && got == 0; i++)
		got = sp_filters_add(filters, &pairs[i], err);
	if (got == 0)
		query = sp_records_scan(store, filters->kind,
		    "id, naam, domein, gebied", filters->filters, filters->n,
		    err);
	while (query != NULL && (got = sp_query_step(query, err)) > 0) {
		const char *domein = sp_query_text(query, 2);
		const char *areas = sp_query_text(query, 3);
		offering->next = (struct offered){ .kind = kind,
			.id = sp_query_int(query, 0),
			.naam = (char *)(uintptr_t)sp_query_text(query, 1),
			.domein =
			    (char *)(uintptr_t)(domein == NULL ? "" : domein) };
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

/* Others in the same area on one of the same domains. */
static int64_t
doubles(const struct offering *offering, size_t i)
{
	const struct offered *all = offering->all;
	int64_t n = 0;

	for (size_t j = 0; j < offering->n; j++)
		n += j != i && all[j].area == all[i].area &&
		     sp_lists_meet(all[i].domein, all[j].domein);
	return n;
}

static void
put(const struct offering *offering, size_t i, struct sp_references *names,
    void (*each)(void *context, const struct sp_value row[6]), void *context)
{
	const struct offered *o = &offering->all[i];
	struct sp_text room[2] = { { 0 }, { 0 } };
	struct sp_value row[6] = { sp_int_value(o->area),
		sp_text_value(o->kind), sp_int_value(o->id),
		sp_text_value(o->naam),
		sp_text_value(*o->domein == '\0' ? NULL : o->domein),
		sp_int_value(doubles(offering, i)) };

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

int
sp_offer(struct sp_store *store, const struct sp_pair *pairs, size_t n,
    const struct sp_session *session, const char *names,
    void (*each)(void *context, const struct sp_value row[6]), void *context,
    struct sp_error *err)
{
	struct sp_references *references =
	    names == NULL ? NULL : sp_references_open(store, names);
	struct offering offering = { 0 };
	int bad = 0;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]) && !bad; i++)
		bad = scan(&offering, store, kinds[i], pairs, n, session, err);
	if (!bad && offering.n > 0)
		qsort(offering.all, offering.n, sizeof(*offering.all), compare);
	for (size_t i = 0; i < offering.n && !bad; i++)
		put(&offering, i, references, each, context);
	for (size_t i = 0; i < offering.n; i++) {
		free(offering.all[i].naam);
		free(offering.all[i].domein);
	}
	free(offering.all);
	sp_references_close(references);
	return bad;
}
