/* alike - a scan of an index by day, with the texts of what may be alike */
#include "sp/alike.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "records/areas.h"
#include "records/kinds.h"
#include "records/kinds/kinds.h"
#include "records/references.h"
#include "sp/bits.h"
#include "sp/map.h"
#include "sp/mem.h"
#include "sp/similar.h"
#include "sp/words.h"

/* What is read of the signals nearby, and what else is asked of the one
 * itself. */
enum field { DAY, DOMAIN, AREA, TEXT, TYPE, STATUS, SAME, FIELDS, READ = SAME };
static const char *const fields[FIELDS] = { "gemeld_op", "domein", "gebied",
	"tekst", "soort", "status", "dubbel_van" };
static const char scanned[] =
    "id, gemeld_op, domein, gebied, tekst, soort, status";

/* Of more than one in so many of all signals, the texts are sooner found by
 * reading all. */
enum { SHARE = 8 };

struct looking {
	struct sp_store *store;
	const struct sp_likeness_limits *limits;
	int at[FIELDS];
	struct sp_records *signals;
	struct sp_map *near;  /* closeness by area */
	struct sp_bits areas; /* those near enough */
	int64_t *ids;	      /* of those that may be the same */
	size_t ids_n;
	struct sp_similar *text;
	int64_t id, area;
	long day;
	char first[SP_DATE_SIZE], last[SP_DATE_SIZE]; /* of the window */
	char *domains;				      /* NULL: none */
	struct sp_alike *found;
	size_t n, room;
};

/* 1 a domain in common, 0 none, -1 not known of one of them. */
static int
domains_of(const struct looking *looking, const char *domains)
{
	if (looking->domains == NULL || domains == NULL)
		return -1;
	if (strcmp(looking->domains, domains) == 0)
		return 1;
	return sp_lists_meet(looking->domains, domains);
}

static int
area_of(const struct looking *looking, const struct sp_value *area)
{
	const struct sp_value *close;
	char key[24];

	if (looking->area == 0 || !sp_value_given(area))
		return -1;
	snprintf(key, sizeof(key), "%lld", (long long)area->i);
	close = sp_map_find(looking->near, key, strlen(key));
	return close == NULL ? 0 : (int)close->i;
}

static void
keep(struct looking *looking, int64_t id, const struct sp_value *row,
    const struct sp_likeness *likeness)
{
	const struct sp_value *area = &row[looking->at[AREA]];
	const struct sp_value *domains = &row[looking->at[DOMAIN]];
	struct sp_alike *one;

	if (looking->n == looking->room) {
		looking->room = 2 * looking->room + 32;
		looking->found = sp_grow(looking->found, looking->room,
		    sizeof(*looking->found));
	}
	one = &looking->found[looking->n++];
	*one = (struct sp_alike){ .id = id,
		.area = sp_value_given(area) ? area->i : 0,
		.likeness = *likeness,
		.domains =
		    sp_value_given(domains) ? sp_strdup(domains->s) : NULL,
		.type = sp_strdup(row[looking->at[TYPE]].s),
		.status = sp_strdup(row[looking->at[STATUS]].s) };
	snprintf(one->day, sizeof(one->day), "%.10s", row[looking->at[DAY]].s);
}

static void
look_at(struct looking *looking, int64_t id, const struct sp_value *row)
{
	const struct sp_value *text = &row[looking->at[TEXT]];
	const struct sp_value *domains = &row[looking->at[DOMAIN]];
	struct sp_two_signals two;
	struct sp_likeness likeness;

	if (id == looking->id || !sp_value_given(text) ||
	    strcmp(row[looking->at[STATUS]].s, "geannuleerd") == 0)
		return;
	two.text = sp_similar_to(looking->text, text->s);
	/* with less they are not, wherever and whenever */
	if (two.text < looking->limits->recurring_text)
		return;
	two.area = area_of(looking, &row[looking->at[AREA]]);
	two.domain =
	    domains_of(looking, sp_value_given(domains) ? domains->s : NULL);
	sp_date_parse(row[looking->at[DAY]].s, &two.days);
	two.days -= looking->day;
	likeness = sp_likeness(&two, looking->limits);
	if (likeness.verdict != SP_LIKE_NOT)
		keep(looking, id, row, &likeness);
}

static void
add_near(void *context, const char *area, const struct sp_value *closeness)
{
	struct looking *looking = context;

	if (closeness->i >= looking->limits->near_area)
		sp_bits_add(&looking->areas, strtoll(area, NULL, 10));
}

static int
find_near(struct looking *looking, struct sp_error *err)
{
	if (looking->area == 0)
		return 0;
	if (sp_areas_near(looking->store, looking->area, looking->near, err) !=
	    0)
		return -1;
	sp_map_each(looking->near, add_near, looking);
	return 0;
}

/* Whether it is near enough, or may be; area 0: not known. */
static bool
may_be(const struct looking *looking, int64_t area)
{
	return looking->area == 0 || area == 0 ||
	       sp_bits_has(&looking->areas, area);
}

/* What was reported within the window and is not tied to another. all: by
 * reading all signals, not the index by day. */
static struct sp_query *
open_scan(const struct looking *looking, const char *columns, bool all,
    struct sp_error *err)
{
	struct sp_value from = sp_text_value(looking->first);
	struct sp_value to = sp_text_value(looking->last);
	const struct sp_filter filters[] = {
		{ .column = looking->at[DAY],
		    .test = SP_TEST_FROM,
		    .aside = all,
		    .values = &from,
		    .n = 1 },
		{ .column = looking->at[DAY],
		    .test = SP_TEST_TO,
		    .aside = all,
		    .values = &to,
		    .n = 1 },
		{ .column = looking->at[SAME],
		    .test = SP_TEST_EMPTY,
		    .aside = true },
	};

	return sp_records_scan(looking->store, &sp_signaal, columns, filters, 3,
	    err);
}

/* Their ids, from the index alone: 1, 0 there are more than most, -1. */
static int
list_ids(struct looking *looking, size_t most, struct sp_error *err)
{
	struct sp_query *query = open_scan(looking, "id, gebied", false, err);
	size_t room = 0;
	int got = -1;

	while (query != NULL && looking->ids_n <= most &&
	       (got = sp_query_step(query, err)) > 0) {
		if (!may_be(looking, sp_query_int(query, 1)))
			continue;
		if (looking->ids_n == room) {
			room = 2 * room + 64;
			looking->ids =
			    sp_grow(looking->ids, room, sizeof(*looking->ids));
		}
		looking->ids[looking->ids_n++] = sp_query_int(query, 0);
	}
	sp_query_close(query);
	return got < 0 ? -1 : got == 0;
}

static int
read_listed(struct looking *looking, struct sp_error *err)
{
	struct sp_value row[SP_KIND_COLUMNS];

	for (size_t i = 0; i < looking->ids_n; i++) {
		int got = sp_records_get_some(looking->signals, looking->ids[i],
		    looking->at, READ, row, err);
		if (got < 0)
			return -1;
		/* somebody may take one away meanwhile */
		if (got > 0)
			look_at(looking, looking->ids[i], row);
	}
	return 0;
}

static int
read_all(struct looking *looking, struct sp_error *err)
{
	struct sp_query *query = open_scan(looking, scanned, true, err);
	struct sp_value row[SP_KIND_COLUMNS];
	int got = -1;

	while (query != NULL && (got = sp_query_step(query, err)) > 0) {
		for (int i = 0; i < READ; i++)
			row[looking->at[i]] = sp_query_value(query, i + 1);
		if (may_be(looking, sp_query_int(query, AREA + 1)))
			look_at(looking, sp_query_int(query, 0), row);
	}
	sp_query_close(query);
	return got;
}

static int
look_around(struct looking *looking, struct sp_error *err)
{
	long days = looking->limits->recurring_days;
	int64_t last = 0;
	int few;

	sp_date_format(looking->day - days, looking->first);
	sp_date_format(looking->day + days, looking->last);
	if (sp_records_last(looking->store, &sp_signaal, &last, err) != 0)
		return -1;
	few = list_ids(looking, (size_t)last / SHARE, err);
	return few < 0 ? -1
	       : few   ? read_listed(looking, err)
		       : read_all(looking, err);
}

static int
compare(const void *left, const void *right)
{
	const struct sp_alike *a = left, *b = right;

	if (a->likeness.score != b->likeness.score)
		return a->likeness.score > b->likeness.score ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

/* The signal asked about: stored, or as its fields were given. */
static int
read_signal(struct looking *looking, const struct sp_session *session,
    struct sp_value *row, struct sp_error *err)
{
	struct sp_references *references =
	    sp_references_open(looking->store, session->lang);
	int bad, got = 1;

	bad = sp_references_resolve(references, &sp_signaal, row, err);
	if (!bad && sp_value_given(&row[0]))
		got = sp_records_get(looking->signals, row[0].i, row, err);
	if (!bad && got == 0)
		bad = sp_fail(err, SP_INPUT, _("id: there is no signaal %lld"),
		    (long long)row[0].i);
	if (bad || got < 0) {
		sp_references_close(references);
		return -1;
	}
	looking->id = sp_value_given(&row[0]) ? row[0].i : 0;
	looking->area = sp_value_given(&row[looking->at[AREA]])
			    ? row[looking->at[AREA]].i
			    : 0;
	if (sp_value_given(&row[looking->at[DOMAIN]]))
		looking->domains = sp_strdup(row[looking->at[DOMAIN]].s);
	sp_date_parse(sp_value_given(&row[looking->at[DAY]])
			  ? row[looking->at[DAY]].s
			  : session->today,
	    &looking->day);
	if (sp_value_given(&row[looking->at[TEXT]]))
		looking->text = sp_similar_open(row[looking->at[TEXT]].s);
	else
		bad = sp_fail(err, SP_INPUT,
		    _("tekst: is missing; likeness is seen by the words"));
	sp_references_close(references);
	return bad;
}

static void
forget(struct sp_alike *one)
{
	free(one->domains);
	free(one->type);
	free(one->status);
}

void
sp_alike_free(struct sp_alike *found, size_t n)
{
	while (n > 0)
		forget(&found[--n]);
	free(found);
}

int
sp_alike_find(struct sp_store *store, const struct sp_session *session,
    struct sp_value *row, size_t most, struct sp_alike **found, size_t *n,
    struct sp_error *err)
{
	struct looking looking = { .store = store,
		.limits = &sp_likeness_defaults,
		.near = sp_map_open(),
		.signals = sp_records_open(store, &sp_signaal) };
	int bad;

	for (int i = 0; i < FIELDS; i++)
		looking.at[i] = sp_column_named(sp_signaal.columns,
		    sp_signaal.n, fields[i]);
	bad = read_signal(&looking, session, row, err);
	if (!bad)
		bad = find_near(&looking, err) != 0 ||
		      look_around(&looking, err) != 0;
	if (looking.n > 1)
		qsort(looking.found, looking.n, sizeof(*looking.found),
		    compare);
	*found = looking.found;
	*n = looking.n;
	while (most > 0 && *n > most)
		forget(&(*found)[--*n]);
	sp_similar_close(looking.text);
	sp_records_close(looking.signals);
	sp_map_close(looking.near);
	sp_bits_free(&looking.areas);
	free(looking.ids);
	free(looking.domains);
	if (bad)
		sp_alike_free(*found, *n);
	return bad ? -1 : 0;
}

static const struct sp_code verdict_codes[] = {
	{ "terugkerend", "recurring", NULL, NULL },
	{ "dubbel", "duplicate", NULL, NULL },
	{ 0 },
};
static const struct sp_codes verdicts = { "oordeel", verdict_codes };

static const struct sp_code ground_codes[] = {
	[SP_LIKE_TEXT] = { "tekst", "text", NULL, NULL },
	[SP_LIKE_AREA] = { "gebied", "area", NULL, NULL },
	[SP_LIKE_DOMAIN] = { "domein", "domain", NULL, NULL },
	[SP_LIKE_TIME] = { "tijd", "time", NULL, NULL },
	{ 0 },
};
static const struct sp_codes grounds = { "gronden", ground_codes };

enum cell {
	C_ID,
	C_LIKE,
	C_VERDICT,
	C_DAY,
	C_AREA,
	C_DOMAIN,
	C_TYPE,
	C_STATUS,
	C_WHY
};

const struct sp_column sp_alike_columns[SP_ALIKE_COLUMNS] = {
	[C_ID] = { .naam = "id", .name = "id", .type = SP_COL_INTEGER },
	[C_LIKE] = { .naam = "gelijkenis",
	    .name = "likeness",
	    .type = SP_COL_INTEGER },
	[C_VERDICT] = { .naam = "oordeel",
	    .name = "verdict",
	    .type = SP_COL_CODE,
	    .codes = &verdicts },
	[C_DAY] = { .naam = "gemeld_op",
	    .name = "reported_on",
	    .type = SP_COL_DATE },
	[C_AREA] = { .naam = "gebied",
	    .name = "area",
	    .type = SP_COL_REFERENCE,
	    .kind = "gebied" },
	[C_DOMAIN] = { .naam = "domein",
	    .name = "domain",
	    .type = SP_COL_LIST,
	    .list = "domein" },
	[C_TYPE] = { .naam = "soort",
	    .name = "type",
	    .type = SP_COL_CODE,
	    .codes = &sp_signal_types },
	[C_STATUS] = { .naam = "status",
	    .name = "status",
	    .type = SP_COL_CODE,
	    .codes = &sp_signal_states },
	[C_WHY] = { .naam = "redenen",
	    .name = "reasons",
	    .type = SP_COL_LIST,
	    .codes = &grounds },
};

struct sp_alike_rows {
	struct sp_references *names; /* NULL: as stored */
	struct sp_text rooms[SP_ALIKE_COLUMNS], why;
};

struct sp_alike_rows *
sp_alike_rows_open(struct sp_store *store, const char *names)
{
	struct sp_alike_rows *rows = sp_alloc(1, sizeof(*rows));

	if (names != NULL)
		rows->names = sp_references_open(store, names);
	return rows;
}

void
sp_alike_row(struct sp_alike_rows *rows, const struct sp_alike *one,
    struct sp_value row[SP_ALIKE_COLUMNS])
{
	sp_text_clear(&rows->why);
	for (int g = 0; g < SP_LIKE_GROUNDS; g++)
		if (one->likeness.reasons[g])
			sp_text_addf(&rows->why, "%s%s",
			    rows->why.length > 0 ? "|" : "",
			    ground_codes[g].code);
	row[C_ID] = sp_int_value(one->id);
	row[C_LIKE] = sp_int_value(one->likeness.score);
	row[C_VERDICT] = sp_text_value(
	    one->likeness.verdict == SP_LIKE_SAME ? "dubbel" : "terugkerend");
	row[C_DAY] = sp_text_value(one->day);
	row[C_AREA] =
	    one->area == 0 ? sp_text_value(NULL) : sp_int_value(one->area);
	row[C_DOMAIN] = sp_text_value(one->domains);
	row[C_TYPE] = sp_text_value(one->type);
	row[C_STATUS] = sp_text_value(one->status);
	row[C_WHY] = sp_text_value(rows->why.length > 0 ? rows->why.s : NULL);
	for (int i = 0; i < SP_ALIKE_COLUMNS && rows->names != NULL; i++)
		sp_reference_name(rows->names, &sp_alike_columns[i],
		    &rows->rooms[i], &row[i]);
}

void
sp_alike_rows_close(struct sp_alike_rows *rows)
{
	sp_references_close(rows->names);
	for (int i = 0; i < SP_ALIKE_COLUMNS; i++)
		sp_text_free(&rows->rooms[i]);
	sp_text_free(&rows->why);
	free(rows);
}
