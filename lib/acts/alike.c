/* alike - a scan of an index by day, then texts of the few that may be alike */
#include "sp/alike.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "records/areas.h"
#include "records/kinds.h"
#include "records/kinds/kinds.h"
#include "records/references.h"
#include "sp/map.h"
#include "sp/mem.h"
#include "sp/similar.h"
#include "sp/words.h"

/* What is asked of the signals nearby, and of the one itself. */
enum field { ID, DAY, DOMAIN, AREA, TEXT, TYPE, STATUS, SAME, FIELDS };
static const char *const fields[FIELDS] = { "id", "gemeld_op", "domein",
	"gebied", "tekst", "soort", "status", "dubbel_van" };
static const char scanned[] = "id, gemeld_op, domein, gebied, dubbel_van";

struct looking {
	struct sp_store *store;
	const struct sp_likeness_limits *limits;
	int at[FIELDS];
	struct sp_records *signals;
	struct sp_map *near; /* closeness by area */
	struct sp_similar *text;
	int64_t id, area;
	long day;
	char *domains; /* NULL: none */
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
area_of(const struct looking *looking, const char *area)
{
	const struct sp_value *close;

	if (looking->area == 0 || area == NULL)
		return -1;
	close = sp_map_find(looking->near, area, strlen(area));
	return close == NULL ? 0 : (int)close->i;
}

/* Whether the texts can still make it alike; they are read for these only. */
static bool
may_be(const struct looking *looking, const struct sp_two_signals *two)
{
	struct sp_two_signals best = *two;

	best.text = 1000;
	return sp_likeness(&best, looking->limits).verdict != SP_LIKE_NOT;
}

static void
keep(struct looking *looking, const struct sp_query *query,
    const struct sp_value *row, const struct sp_likeness *likeness)
{
	const char *domains = sp_query_text(query, 2);
	struct sp_alike *one;

	if (looking->n == looking->room) {
		looking->room = 2 * looking->room + 32;
		looking->found = sp_grow(looking->found, looking->room,
		    sizeof(*looking->found));
	}
	one = &looking->found[looking->n++];
	*one = (struct sp_alike){ .id = sp_query_int(query, 0),
		.area = sp_query_int(query, 3),
		.likeness = *likeness,
		.domains = domains == NULL ? NULL : sp_strdup(domains),
		.type = sp_strdup(row[looking->at[TYPE]].s),
		.status = sp_strdup(row[looking->at[STATUS]].s) };
	snprintf(one->day, sizeof(one->day), "%.10s", sp_query_text(query, 1));
}

static int
look_at(struct looking *looking, const struct sp_query *query,
    struct sp_error *err)
{
	struct sp_value row[SP_KIND_COLUMNS], same = sp_query_value(query, 4);
	struct sp_two_signals two = {
		.area = area_of(looking, sp_query_text(query, 3)),
		.domain = domains_of(looking, sp_query_text(query, 2)),
	};
	struct sp_likeness likeness;
	const struct sp_value *text = &row[looking->at[TEXT]];

	sp_date_parse(sp_query_text(query, 1), &two.days);
	two.days -= looking->day;
	if (sp_query_int(query, 0) == looking->id || sp_value_given(&same) ||
	    !may_be(looking, &two))
		return 0;
	if (sp_records_get_some(looking->signals, sp_query_int(query, 0),
		&looking->at[TEXT], 3, row, err) < 0)
		return -1;
	if (!sp_value_given(text) ||
	    strcmp(row[looking->at[STATUS]].s, "geannuleerd") == 0)
		return 0;
	two.text = sp_similar_to(looking->text, text->s);
	likeness = sp_likeness(&two, looking->limits);
	if (likeness.verdict != SP_LIKE_NOT)
		keep(looking, query, row, &likeness);
	return 0;
}

/* Everything reported within the window, from the index that has the rest. */
static int
look_around(struct looking *looking, struct sp_error *err)
{
	char first[SP_DATE_SIZE], last[SP_DATE_SIZE];
	struct sp_value from, to;
	struct sp_filter filters[] = {
		{ .column = looking->at[DAY],
		    .test = SP_TEST_FROM,
		    .values = &from,
		    .n = 1 },
		{ .column = looking->at[DAY],
		    .test = SP_TEST_TO,
		    .values = &to,
		    .n = 1 },
	};
	struct sp_query *query;
	int got;

	sp_date_format(looking->day - looking->limits->recurring_days, first);
	sp_date_format(looking->day + looking->limits->recurring_days, last);
	from = sp_text_value(first);
	to = sp_text_value(last);
	query = sp_records_scan(looking->store, &sp_signaal, scanned, filters,
	    2, err);
	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		if (look_at(looking, query, err) != 0) {
			got = -1;
			break;
		}
	sp_query_close(query);
	return got;
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
	if (!bad && looking.area != 0)
		bad = sp_areas_near(store, looking.area, looking.near, err);
	if (!bad)
		bad = look_around(&looking, err);
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
