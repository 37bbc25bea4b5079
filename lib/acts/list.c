/* list - the records that pass filters, with names where people read */
#include "sp/list.h"

#include <stdlib.h>

#include "acts/filters.h"
#include "sp/mem.h"

struct sp_list {
	const struct sp_kind *kind;
	struct sp_filters *filters;
	struct sp_query *query;
	const char *today;	     /* of derived columns; NULL: not */
	struct sp_references *names; /* NULL: ids and codes as stored */
	struct sp_text rooms[SP_KIND_COLUMNS];
};

static struct sp_list *
make(struct sp_store *store, const struct sp_kind *kind, const char *names,
    bool derived, const struct sp_session *session)
{
	struct sp_list *list = sp_alloc(1, sizeof(*list));

	list->kind = kind;
	list->today = derived ? session->today : NULL;
	if (names != NULL)
		list->names = sp_references_open(store, names);
	list->filters = sp_filters_open(store, kind, session);
	return list;
}

/* With its query, or closed when that failed. */
static struct sp_list *
ask(struct sp_list *list, struct sp_store *store, int bad, struct sp_error *err)
{
	if (!bad)
		list->query = sp_records_select(store, list->kind,
		    list->filters->filters, list->filters->n, list->today, err);
	if (list->query != NULL)
		return list;
	sp_list_close(list);
	return NULL;
}

struct sp_list *
sp_list_open(struct sp_store *store, const struct sp_kind *kind,
    const struct sp_pair *pairs, size_t n, const char *names, bool derived,
    const struct sp_session *session, struct sp_error *err)
{
	struct sp_list *list = make(store, kind, names, derived, session);

	return ask(list, store, sp_filters_pairs(list->filters, pairs, n, err),
	    err);
}

struct sp_list *
sp_list_one(struct sp_store *store, const struct sp_kind *kind,
    const char *text, const char *names, const struct sp_session *session,
    struct sp_error *err)
{
	struct sp_list *list = make(store, kind, names, true, session);
	int64_t id;
	int bad =
	    sp_reference_find(list->filters->references, kind, text, &id, err);

	if (bad == 0)
		bad = sp_filters_id(list->filters, "id", id, err);
	return ask(list, store, bad, err);
}

struct sp_list *
sp_list_of(struct sp_store *store, const struct sp_kind *kind,
    const char *column, int64_t id, const char *names,
    const struct sp_session *session, struct sp_error *err)
{
	struct sp_list *list = make(store, kind, names, false, session);

	return ask(list, store, sp_filters_id(list->filters, column, id, err),
	    err);
}

int
sp_list_next(struct sp_list *list, struct sp_value *row, struct sp_error *err)
{
	int got = sp_query_step(list->query, err);

	if (got <= 0)
		return got;
	sp_records_row(list->query, list->kind, row);
	if (list->names != NULL)
		for (size_t i = 0; i < list->kind->n; i++)
			sp_reference_name(list->names, &list->kind->columns[i],
			    &list->rooms[i], &row[i]);
	return 1;
}

void
sp_list_close(struct sp_list *list)
{
	if (list == NULL)
		return;
	sp_query_close(list->query);
	sp_references_close(list->names);
	sp_filters_close(list->filters);
	for (size_t i = 0; i < SP_KIND_COLUMNS; i++)
		sp_text_free(&list->rooms[i]);
	free(list);
}
