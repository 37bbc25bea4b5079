/* loops_silent - areas with key persons from which nothing is heard */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/loops.h"
#include "records/kinds/kinds.h"
#include "records/loops.h"
#include "records/settings.h"
#include "sp/date.h"
#include "sp/map.h"
#include "sp/mem.h"
#include "sp/words.h"

enum { FAR = 36525, DEEPEST = 64 };

/* An area, and what came from it or from what lies in it. */
struct area {
	int64_t id, above; /* 0: none */
	char last[SP_DATE_SIZE];
	int64_t signals;
	bool home; /* of an active key person */
};

struct areas {
	struct area *list;
	size_t n, room;
	struct sp_map *places;
};

static struct area *
find(struct areas *areas, const char *id, size_t length)
{
	const struct sp_value *place = sp_map_find(areas->places, id, length);

	return place == NULL ? NULL : &areas->list[place->i];
}

static void
take_area(struct areas *areas, const struct sp_query *query)
{
	const char *id = sp_query_text(query, 0);
	struct sp_value next = sp_int_value((int64_t)areas->n);

	if (areas->n == areas->room) {
		areas->room = 2 * areas->room + 64;
		areas->list =
		    sp_grow(areas->list, areas->room, sizeof(*areas->list));
	}
	areas->list[areas->n++] = (struct area){ .id = sp_query_int(query, 0),
		.above = sp_query_int(query, 1) };
	sp_map_add(areas->places, id, strlen(id), &next);
}

/* Counts here and in every area this one lies in. */
static void
take_signals(struct areas *areas, const struct sp_query *query)
{
	const char *last = sp_query_text(query, 1);
	const char *id = sp_query_text(query, 0);
	struct area *area = find(areas, id, strlen(id));
	char above[24];

	for (int i = 0; area != NULL && i < DEEPEST; i++) {
		area->signals += sp_query_int(query, 2);
		if (strcmp(last, area->last) > 0)
			snprintf(area->last, sizeof(area->last), "%s", last);
		snprintf(above, sizeof(above), "%lld", (long long)area->above);
		area = find(areas, above, strlen(above));
	}
}

static void
take_home(void *context, const char *word, size_t length)
{
	struct area *area = find(context, word, length);

	if (area != NULL)
		area->home = true;
}

static void
take_homes(struct areas *areas, const struct sp_query *query)
{
	sp_list_words(sp_query_text(query, 0), false, take_home, areas);
}

static int
read_all(struct areas *areas, struct sp_store *store, struct sp_error *err)
{
	static const struct {
		enum sp_loops_question question;
		void (*take)(struct areas *areas, const struct sp_query *query);
	} pages[] = { { SP_LOOPS_TREE, take_area },
		{ SP_LOOPS_AREAS, take_signals },
		{ SP_LOOPS_AT_HOME, take_homes } };
	int got = 0;

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]) && got == 0;
	     i++) {
		struct sp_query *query =
		    sp_loops_ask(store, pages[i].question, err);
		got = query == NULL ? -1 : 1;
		while (got > 0 && (got = sp_query_step(query, err)) > 0)
			pages[i].take(areas, query);
		sp_query_close(query);
	}
	return got;
}

/* Longest silent first; never is longest. */
static int
compare(const void *left, const void *right)
{
	const struct area *a = left, *b = right;
	int last = strcmp(a->last, b->last);

	return last != 0 ? last : (a->id > b->id) - (a->id < b->id);
}

static void
put(struct sp_loops *loops, struct sp_references *references,
    const struct area *area, long days)
{
	const char *name = sp_reference_label(references, &sp_gebied, area->id);
	struct sp_loops_row *row = loops_row(loops, "stil_gebied", "dagen_stil",
	    _("days without a signal"));

	row->key = area->id;
	row->key_name = name == NULL ? NULL : sp_strdup(name);
	row->n = area->signals;
	row->known = *area->last != '\0';
	row->waarde = (double)days;
	row->opmerking = row->known ? NULL : "nooit";
}

int
loops_silent(struct sp_loops *loops, struct sp_store *store,
    struct sp_references *references, const struct sp_session *session,
    struct sp_error *err)
{
	struct areas areas = { .places = sp_map_open() };
	long today = 0, last;
	int64_t limit = 0;
	int bad =
	    sp_setting_number(store, "stil_na_dagen", FAR, &limit, err) != 0 ||
	    read_all(&areas, store, err) != 0;

	sp_date_parse(session->today, &today);
	if (!bad && areas.n > 0)
		qsort(areas.list, areas.n, sizeof(*areas.list), compare);
	for (size_t i = 0; i < areas.n && !bad; i++) {
		const struct area *area = &areas.list[i];
		last = today;
		if (*area->last != '\0')
			sp_date_parse(area->last, &last);
		if (area->home &&
		    (*area->last == '\0' || today - last > (long)limit))
			put(loops, references, area, today - last);
	}
	sp_map_close(areas.places);
	free(areas.list);
	return bad ? -1 : 0;
}
