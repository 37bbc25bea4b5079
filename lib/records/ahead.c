/* ahead - a window of ids, wider the nearer they are asked for one another */
#include "records/ahead.h"

#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"

enum { WIDEST = 4096, NEAR = 4 };

struct sp_ahead {
	struct sp_store *store;
	const struct sp_kind *kind;
	const int *at;
	size_t n;
	struct sp_text columns; /* "id, status, org" */
	int64_t from, last;	/* the first id of the window; the last asked */
	size_t width;
	bool there[WIDEST];	/* and not given yet */
	struct sp_value *cells; /* n of each */
	struct sp_text texts;
};

struct sp_ahead *
sp_ahead_open(struct sp_store *store, const struct sp_kind *kind, const int *at,
    size_t n)
{
	struct sp_ahead *ahead = sp_alloc(1, sizeof(*ahead));

	ahead->store = store;
	ahead->kind = kind;
	ahead->at = at;
	ahead->n = n;
	ahead->cells = sp_alloc(WIDEST * n, sizeof(*ahead->cells));
	sp_text_add(&ahead->columns, "id");
	for (size_t i = 0; i < n; i++) {
		sp_text_add(&ahead->columns, ", ");
		sp_text_add(&ahead->columns, kind->columns[at[i]].naam);
	}
	return ahead;
}

void
sp_ahead_close(struct sp_ahead *ahead)
{
	if (ahead == NULL)
		return;
	sp_text_free(&ahead->columns);
	sp_text_free(&ahead->texts);
	free(ahead->cells);
	free(ahead);
}

/* A text is kept by where it stands, for what holds them may yet move. */
static void
keep(struct sp_ahead *ahead, const struct sp_query *query)
{
	size_t slot = (size_t)(sp_query_int(query, 0) - ahead->from);
	struct sp_value *cells = &ahead->cells[slot * ahead->n];

	ahead->there[slot] = true;
	for (size_t i = 0; i < ahead->n; i++) {
		cells[i] = sp_query_value(query, (int)i + 1);
		if (cells[i].type != SP_TEXT)
			continue;
		size_t begin = ahead->texts.length;
		sp_text_addn(&ahead->texts, cells[i].s, strlen(cells[i].s) + 1);
		cells[i].i = (int64_t)begin;
	}
}

static int
read_window(struct sp_ahead *ahead, struct sp_error *err)
{
	const struct sp_value ends[] = { sp_int_value(ahead->from),
		sp_int_value(ahead->from + (int64_t)ahead->width - 1) };
	const struct sp_filter filters[] = {
		{ .column = 0, .test = SP_TEST_FROM, .values = ends, .n = 1 },
		{ .column = 0, .test = SP_TEST_TO, .values = ends + 1, .n = 1 }
	};
	struct sp_query *query = sp_records_scan(ahead->store, ahead->kind,
	    ahead->columns.s, filters, 2, err);
	int got = query == NULL ? -1 : 1;

	memset(ahead->there, 0, sizeof(ahead->there));
	sp_text_clear(&ahead->texts);
	while (got > 0 && (got = sp_query_step(query, err)) > 0)
		keep(ahead, query);
	sp_query_close(query);
	return got;
}

/* Whether the window has it; a record that was given may have changed. */
static bool
has(const struct sp_ahead *ahead, int64_t id)
{
	return id >= ahead->from && id - ahead->from < (int64_t)ahead->width &&
	       ahead->there[id - ahead->from];
}

int
sp_ahead_get(struct sp_ahead *ahead, int64_t id, struct sp_value *row,
    struct sp_error *err)
{
	bool near = id > ahead->last && id - ahead->last <= NEAR;
	const struct sp_value *cells;

	ahead->last = id;
	if (!has(ahead, id)) {
		ahead->width = near ? 2 * ahead->width + 1 : 1;
		if (ahead->width > WIDEST)
			ahead->width = WIDEST;
		ahead->from = id;
		if (read_window(ahead, err) != 0)
			return -1;
		if (!ahead->there[0])
			return 0;
	}
	ahead->there[id - ahead->from] = false;
	cells = &ahead->cells[(size_t)(id - ahead->from) * ahead->n];
	for (size_t i = 0; i < ahead->n; i++) {
		row[ahead->at[i]] = cells[i];
		if (cells[i].type == SP_TEXT)
			row[ahead->at[i]].s = ahead->texts.s + cells[i].i;
	}
	return 1;
}
