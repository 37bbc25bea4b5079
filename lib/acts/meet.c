/* meet - leads and candidates brought together, what is there counted, ranked
 */
#include "sp/meet.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/filters.h"
#include "acts/loads.h"
#include "records/areas.h"
#include "records/leads.h"
#include "records/people.h"
#include "records/settings.h"
#include "sp/coverage.h"
#include "sp/map.h"
#include "sp/words.h"

/* Days of signals and asks that count; so many asks in them and somebody is
 * asked all the time. */
enum { LATELY = 90, USUAL = 3 };

const struct sp_column sp_meet_columns[SP_MEET_COLUMNS] = {
	{ .naam = "rang", .name = "rank", .type = SP_COL_INTEGER },
	{ .naam = "aanwijzing",
	    .name = "lead",
	    .type = SP_COL_REFERENCE,
	    .kind = "aanwijzing" },
	{ .naam = "persoon",
	    .name = "person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon" },
	{ .naam = "score", .name = "score", .type = SP_COL_INTEGER },
	{ .naam = "dagen", .name = "days", .type = SP_COL_INTEGER },
	{ .naam = "redenen", .name = "reasons" },
};

/* Lists that a lead and a person both have. */
enum list { AREAS, DOMAINS, LANGUAGES, ROLES, LISTS };

/* Who is to be met, as she and the leads to her say. */
struct entry {
	struct sp_text lists[LISTS];
	char uuid[SP_UUID_SIZE];
	char since[SP_DATE_SIZE]; /* "" not known */
	int64_t lead, person;
	char **sources; /* "12" a key person, "straat", "" */
	size_t sources_n;
	enum sp_path path;
	bool out;	 /* somebody is on it, or it came to nothing */
	bool open, done; /* leads that are; leads that were */
	bool passes;
	const char *words[SP_MEETS]; /* in lists: what a fact is about */
	size_t lengths[SP_MEETS];
	int64_t facts[SP_MEETS];
};

struct meeting {
	struct sp_store *store;
	const struct sp_session *session;
	struct sp_filters *filters;
	struct sp_map *places;	/* id of person -> number of entry */
	struct sp_map *asked;	/* id of person -> enum sp_path */
	struct sp_map *grounds; /* id of person -> enum sp_approach */
	struct sp_map *within;	/* areas of the filter */
	struct sp_coverage *coverage;
	int weights[SP_MEETS];
	struct sp_guard_rules rules;
	int today;
	char since[SP_DATE_SIZE]; /* first of the days that count */
	struct entry *entries;
	size_t n, room;
};

static const char *const weight_names[SP_MEETS] = {
	[SP_MEET_SOURCES] = "kennismaken_bronnen",
	[SP_MEET_DOMAIN] = "kennismaken_domein",
	[SP_MEET_LANGUAGE] = "kennismaken_taal",
	[SP_MEET_ROLE] = "kennismaken_rol",
	[SP_MEET_SIGNALS] = "kennismaken_signalen",
	[SP_MEET_PATH] = "kennismaken_weg",
	[SP_MEET_WAIT] = "kennismaken_wachten",
};

static int
load_settings(struct meeting *meeting, struct sp_error *err)
{
	int64_t weight;

	for (int part = 0; part < SP_MEETS; part++) {
		if (sp_setting_number(meeting->store, weight_names[part], 10000,
			&weight, err) != 0)
			return -1;
		meeting->weights[part] = (int)weight;
	}
	return sp_guard_rules_read(meeting->store, &meeting->rules, err);
}

static int
take_pairs(struct meeting *meeting, const struct sp_pair *pairs, size_t n,
    struct sp_error *err)
{
	static const char *const taken[] = { "gebied", "domein", "talen" };
	const struct sp_kind *kind = meeting->filters->kind;

	for (size_t i = 0; i < n; i++) {
		int c = sp_column_find(kind->columns, kind->n, pairs[i].field);
		bool takes = false;
		for (size_t t = 0; t < 3 && c >= 0; t++)
			takes |= strcmp(kind->columns[c].naam, taken[t]) == 0;
		if (!takes || pairs[i].relation != SP_IS)
			return sp_fail(err, SP_INPUT,
			    _("%s: next takes gebied=, domein= and taal="),
			    pairs[i].field);
		if (*pairs[i].value == '\0')
			return sp_fail(err, SP_INPUT, _("%s: is empty"),
			    pairs[i].field);
		if (sp_filters_add(meeting->filters, &pairs[i], err) != 0)
			return -1;
	}
	return 0;
}

static void
add_ground(void *context, int64_t person, bool good)
{
	struct sp_value approach =
	    sp_int_value(good ? SP_APPROACH_GOOD : SP_APPROACH_ENDED);
	char id[24];

	snprintf(id, sizeof(id), "%lld", (long long)person);
	sp_map_add(context, id, strlen(id), &approach);
}

static void
add_asked(void *context, int64_t person, int64_t lately)
{
	struct sp_value path =
	    sp_int_value(lately >= USUAL ? SP_PATH_USUAL : SP_PATH_ASKED);
	char id[24];

	snprintf(id, sizeof(id), "%lld", (long long)person);
	sp_map_add(context, id, strlen(id), &path);
}

static struct entry *
new_entry(struct meeting *meeting, const char *uuid)
{
	struct entry *entry;

	if (meeting->n == meeting->room) {
		meeting->room = 2 * meeting->room + 64;
		meeting->entries = sp_grow(meeting->entries, meeting->room,
		    sizeof(*meeting->entries));
	}
	entry = &meeting->entries[meeting->n++];
	*entry = (struct entry){ .path = SP_PATH_USUAL };
	snprintf(entry->uuid, sizeof(entry->uuid), "%s", uuid);
	for (int list = 0; list < LISTS; list++)
		sp_text_clear(&entry->lists[list]);
	return entry;
}

static void
add_list(struct entry *entry, enum list list, const char *words)
{
	if (words == NULL || *words == '\0')
		return;
	sp_text_add(&entry->lists[list],
	    entry->lists[list].length > 0 ? "|" : "");
	sp_text_add(&entry->lists[list], words);
}

/* Columns of both scans of persons. */
enum {
	P_ID,
	P_UUID,
	P_STATUS,
	P_STAND,
	P_NIET_VOOR,
	P_GEVONDEN,
	P_LISTS /* gebied, domein, talen, rol */
};
static const char person_columns[] =
    "id, uuid, status, stand, niet_voor, gevonden_op, gebied, domein, talen, "
    "rol";

static bool
is_code(const struct sp_query *query, int column, const char *code)
{
	const char *text = sp_query_text(query, column);

	return text != NULL && strcmp(text, code) == 0;
}

static bool
rests(const struct meeting *meeting, const struct sp_query *query)
{
	const char *id = sp_query_text(query, P_ID);
	const struct sp_value *approach =
	    sp_map_find(meeting->grounds, id, strlen(id));
	struct sp_guarded guarded = {
		.stand = sp_query_text(query, P_STAND),
		.approach = approach == NULL ? SP_APPROACH_UNKNOWN
					     : (enum sp_approach)approach->i,
		.not_before = sp_date_day(sp_query_text(query, P_NIET_VOOR)),
	};

	return sp_guard_rests(&meeting->rules, &guarded, meeting->today);
}

static void
add_candidate(struct meeting *meeting, const struct sp_query *query)
{
	struct sp_value place = sp_int_value((int64_t)meeting->n);
	const char *id = sp_query_text(query, P_ID);
	const char *found = sp_query_text(query, P_GEVONDEN);
	struct entry *entry = new_entry(meeting, sp_query_text(query, P_UUID));

	sp_map_add(meeting->places, id, strlen(id), &place);
	entry->person = sp_query_int(query, P_ID);
	entry->out = rests(meeting, query);
	if (found != NULL)
		snprintf(entry->since, sizeof(entry->since), "%.10s", found);
	for (int list = 0; list < LISTS; list++)
		add_list(entry, (enum list)list,
		    sp_query_text(query, P_LISTS + list));
}

static int
load_candidates(struct meeting *meeting, struct sp_error *err)
{
	const struct sp_kind *persoon = sp_kind_find("persoon");
	struct sp_value candidate = sp_text_value("kandidaat");
	struct sp_filter filter = {
		.column =
		    sp_column_find(persoon->columns, persoon->n, "status"),
		.test = SP_TEST_ANY,
		.values = &candidate,
		.n = 1,
	};
	struct sp_query *query = sp_records_scan(meeting->store, persoon,
	    person_columns, &filter, 1, err);
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		add_candidate(meeting, query);
	sp_query_close(query);
	return got;
}

/* Columns of the scan of leads. */
enum {
	L_ID,
	L_UUID,
	L_STATUS,
	L_PERSOON,
	L_DOOR,
	L_BRON,
	L_OP,
	L_LISTS /* gebied, domein, talen */
};
static const char lead_columns[] =
    "id, uuid, status, persoon, door, bron, op, gebied, domein, talen";

static void
add_source(const struct meeting *meeting, struct entry *entry,
    const struct sp_query *query)
{
	const char *by = sp_query_text(query, L_DOOR);
	const char *source = by != NULL ? by : sp_query_text(query, L_BRON);
	const struct sp_value *asked =
	    by == NULL ? NULL : sp_map_find(meeting->asked, by, strlen(by));
	enum sp_path path = by == NULL	    ? SP_PATH_OTHER
			    : asked == NULL ? SP_PATH_NEW
					    : (enum sp_path)asked->i;

	source = source == NULL ? "" : source;
	if (sp_meeting_met(SP_MEET_PATH, path) >
	    sp_meeting_met(SP_MEET_PATH, entry->path))
		entry->path = path;
	for (size_t i = 0; i < entry->sources_n; i++)
		if (strcmp(entry->sources[i], source) == 0)
			return;
	entry->sources = sp_grow(entry->sources, entry->sources_n + 1,
	    sizeof(*entry->sources));
	entry->sources[entry->sources_n++] = sp_strdup(source);
}

static void
add_open(const struct meeting *meeting, struct entry *entry,
    const struct sp_query *query)
{
	const char *since = sp_query_text(query, L_OP);
	int64_t id = sp_query_int(query, L_ID);
	int earlier = entry->open ? strcmp(since, entry->since) : -1;

	if (earlier < 0 || (earlier == 0 && id < entry->lead)) {
		snprintf(entry->since, sizeof(entry->since), "%.10s", since);
		entry->lead = id;
	}
	entry->open = true;
	for (int list = 0; list < ROLES; list++)
		add_list(entry, (enum list)list,
		    sp_query_text(query, L_LISTS + list));
	add_source(meeting, entry, query);
}

/* A lead to nobody on record is somebody of her own; one to a candidate is
 * hers; others are met already. */
static void
add_lead(struct meeting *meeting, const struct sp_query *query)
{
	const char *person = sp_query_text(query, L_PERSOON);
	bool open = is_code(query, L_STATUS, "open");
	const struct sp_value *place =
	    person == NULL
		? NULL
		: sp_map_find(meeting->places, person, strlen(person));
	struct entry *entry;

	if (place == NULL && (person != NULL || !open))
		return;
	entry = place != NULL
		    ? &meeting->entries[place->i]
		    : new_entry(meeting, sp_query_text(query, L_UUID));
	if (open)
		add_open(meeting, entry, query);
	else if (is_code(query, L_STATUS, "benaderd"))
		entry->out = true;
	else
		entry->done = true;
}

static int
load_leads(struct meeting *meeting, struct sp_error *err)
{
	struct sp_query *query = sp_records_scan(meeting->store,
	    sp_kind_find("aanwijzing"), lead_columns, NULL, 0, err);
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		add_lead(meeting, query);
	sp_query_close(query);
	return got;
}

struct looking {
	const struct sp_map *in;
	bool found;
};

static void
look(void *context, const char *word, size_t length)
{
	struct looking *looking = context;
	const struct sp_value *near = sp_map_find(looking->in, word, length);

	looking->found |= near != NULL && near->i == 1000;
}

/* Whether a filter's value is on the entry's list. */
static bool
passes(const struct meeting *meeting, const struct sp_filter *filter, size_t i,
    const struct entry *entry)
{
	const char *name = meeting->filters->kind->columns[filter->column].naam;
	struct looking looking = { meeting->within, false };
	enum list list = strcmp(name, "domein") == 0 ? DOMAINS : LANGUAGES;

	if (!filter->below)
		return sp_list_has(entry->lists[list].s, filter->values[i].s,
		    NULL);
	sp_list_words(entry->lists[AREAS].s, false, look, &looking);
	return looking.found;
}

/* One of its values must be on the list. */
static int
filter_by(struct meeting *meeting, const struct sp_filter *filter,
    struct sp_error *err)
{
	for (size_t e = 0; e < meeting->n; e++)
		meeting->entries[e].passes = false;
	for (size_t i = 0; i < filter->n; i++) {
		sp_map_clear(meeting->within);
		if (filter->below &&
		    sp_areas_near(meeting->store, filter->values[i].i,
			meeting->within, err) != 0)
			return -1;
		for (size_t e = 0; e < meeting->n; e++)
			meeting->entries[e].passes |=
			    passes(meeting, filter, i, &meeting->entries[e]);
	}
	for (size_t e = 0; e < meeting->n; e++)
		meeting->entries[e].out |= !meeting->entries[e].passes;
	return 0;
}

static void
free_entry(struct entry *entry)
{
	for (int list = 0; list < LISTS; list++)
		sp_text_free(&entry->lists[list]);
	for (size_t i = 0; i < entry->sources_n; i++)
		free(entry->sources[i]);
	free(entry->sources);
}

/* Leaves only who is to be met, in the order in which they came. */
static int
pick(struct meeting *meeting, struct sp_error *err)
{
	size_t kept = 0;

	for (size_t i = 0; i < meeting->filters->n; i++)
		if (filter_by(meeting, &meeting->filters->filters[i], err) != 0)
			return -1;
	for (size_t e = 0; e < meeting->n; e++) {
		struct entry *entry = &meeting->entries[e];
		if (entry->out || (entry->done && !entry->open))
			free_entry(entry);
		else
			meeting->entries[kept++] = *entry;
	}
	meeting->n = kept;
	return 0;
}

/* Which of a person's lists are what people are there for. */
static const enum list covers[SP_COVERS] = {
	[SP_COVER_DOMAIN] = DOMAINS,
	[SP_COVER_LANGUAGE] = LANGUAGES,
	[SP_COVER_ROLE] = ROLES,
};

static int
load_areas(struct meeting *meeting, struct sp_error *err)
{
	struct sp_query *query = sp_records_scan(meeting->store,
	    sp_kind_find("gebied"), "id, ouder", NULL, 0, err);
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		sp_coverage_area(meeting->coverage, sp_query_int(query, 0),
		    sp_query_int(query, 1));
	sp_query_close(query);
	return got;
}

static int
count_people(struct meeting *meeting, struct sp_error *err)
{
	struct sp_query *query = sp_records_scan(meeting->store,
	    sp_kind_find("persoon"), person_columns, NULL, 0, err);
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0) {
		const char *words[SP_COVERS];
		if (!is_code(query, P_STATUS, "actief") ||
		    rests(meeting, query))
			continue;
		for (int sort = 0; sort < SP_COVERS; sort++)
			words[sort] =
			    sp_query_text(query, P_LISTS + (int)covers[sort]);
		sp_coverage_person(meeting->coverage,
		    sp_query_text(query, P_LISTS + AREAS), words,
		    meeting->session->today);
	}
	sp_query_close(query);
	return got;
}

/* What was said twice counts once. */
static int
count_signals(struct meeting *meeting, struct sp_error *err)
{
	const struct sp_kind *signaal = sp_kind_find("signaal");
	struct sp_value since = sp_text_value(meeting->since);
	struct sp_filter filter = {
		.column =
		    sp_column_find(signaal->columns, signaal->n, "gemeld_op"),
		.test = SP_TEST_FROM,
		.values = &since,
		.n = 1,
	};
	struct sp_query *query = sp_records_scan(meeting->store, signaal,
	    "gebied, domein, dubbel_van, gemeld_op", &filter, 1, err);
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		if (sp_query_text(query, 2) == NULL &&
		    strcmp(sp_query_text(query, 3), meeting->session->today) <=
			0)
			sp_coverage_signal(meeting->coverage,
			    sp_query_int(query, 0), sp_query_text(query, 1));
	sp_query_close(query);
	return got;
}

static int
count_what_is_there(struct meeting *meeting, struct sp_error *err)
{
	if (load_areas(meeting, err) != 0)
		return -1;
	for (size_t e = 0; e < meeting->n; e++)
		for (int sort = 0; sort < SP_COVERS; sort++)
			sp_coverage_ask(meeting->coverage, (enum sp_cover)sort,
			    meeting->entries[e].lists[covers[sort]].s);
	return count_people(meeting, err) != 0 ? -1
					       : count_signals(meeting, err);
}

static int64_t
days_since(const struct meeting *meeting, const char *day)
{
	int from = sp_date_day(day);

	if (from == SP_NO_DAY)
		return -1;
	return meeting->today > from ? meeting->today - from : 0;
}

static void
find_facts(const struct meeting *meeting, struct entry *entry)
{
	static const enum sp_meet gaps[SP_COVERS] = {
		[SP_COVER_DOMAIN] = SP_MEET_DOMAIN,
		[SP_COVER_LANGUAGE] = SP_MEET_LANGUAGE,
		[SP_COVER_ROLE] = SP_MEET_ROLE,
	};

	entry->facts[SP_MEET_SOURCES] = (int64_t)entry->sources_n;
	for (int sort = 0; sort < SP_COVERS; sort++)
		entry->facts[gaps[sort]] =
		    sp_coverage_least(meeting->coverage, (enum sp_cover)sort,
			entry->lists[AREAS].s, entry->lists[covers[sort]].s,
			&entry->words[gaps[sort]], &entry->lengths[gaps[sort]]);
	entry->facts[SP_MEET_SIGNALS] = sp_coverage_alone(meeting->coverage,
	    entry->lists[AREAS].s, entry->lists[DOMAINS].s,
	    &entry->words[SP_MEET_SIGNALS], &entry->lengths[SP_MEET_SIGNALS]);
	entry->facts[SP_MEET_PATH] = entry->open ? (int64_t)entry->path : -1;
	entry->facts[SP_MEET_WAIT] = days_since(meeting, entry->since);
}

/* What a fact is called, by its value, and what is said with it. */
static const struct {
	const char *called[3];
	bool each, word, number; /* each: one name for all above 0 */
} sayings[SP_MEETS] = {
	[SP_MEET_SOURCES] = { { NULL, N_("sources") }, true, false, true },
	[SP_MEET_DOMAIN] = { { N_("nobody there for"),
				 N_("only one there for") },
	    false, true, false },
	[SP_MEET_LANGUAGE] = { { N_("nobody there speaks"),
				   N_("only one there speaks") },
	    false, true, false },
	[SP_MEET_ROLE] = { { N_("nobody there is"), N_("only one there is") },
	    false, true, false },
	[SP_MEET_SIGNALS] = { { NULL, N_("signals and nobody there") }, true,
	    true, true },
	[SP_MEET_PATH] = { { [SP_PATH_OTHER] = N_("not through a key person"),
			       [SP_PATH_NEW] =
				   N_("through somebody never asked"),
			       [SP_PATH_ASKED] =
				   N_("through somebody asked before") },
	    false, false, false },
	[SP_MEET_WAIT] = { { NULL, N_("days waiting") }, true, false, true },
};

/* "sources: 2 (1750), nobody there for: energie (2000)" */
static char *
reason(const struct sp_meeting *m, const struct entry *entry)
{
	struct sp_text text = { 0 };

	sp_text_clear(&text);
	for (int part = 0; part < SP_MEETS; part++) {
		int64_t fact = m->facts[part];
		/* what is worth nothing has no name either */
		if (m->points[part] == 0)
			continue;
		sp_text_addf(&text, "%s%s", text.length > 0 ? ", " : "",
		    _(sayings[part].called[sayings[part].each ? 1 : fact]));
		if (sayings[part].word || sayings[part].number)
			sp_text_addc(&text, ':');
		if (sayings[part].word)
			sp_text_addf(&text, " %.*s", (int)entry->lengths[part],
			    entry->words[part]);
		if (sayings[part].number)
			sp_text_addf(&text, " %lld", (long long)fact);
		sp_text_addf(&text, " (%d)", m->points[part]);
	}
	return text.s;
}

static void
rank(struct meeting *meeting, size_t best, struct sp_met *met)
{
	met->n = meeting->n;
	met->ranked = sp_alloc(met->n, sizeof(*met->ranked));
	met->reasons = sp_alloc(met->n, sizeof(*met->reasons));
	for (size_t e = 0; e < meeting->n; e++) {
		struct entry *entry = &meeting->entries[e];
		find_facts(meeting, entry);
		met->ranked[e] = (struct sp_meeting){ .lead = entry->lead,
			.person = entry->person,
			.uuid = entry->uuid,
			.number = e };
		memcpy(met->ranked[e].facts, entry->facts,
		    sizeof(entry->facts));
	}
	sp_meeting_rank(met->ranked, met->n, meeting->weights,
	    meeting->session->today);
	for (size_t i = 0; i < met->n; i++) {
		struct sp_meeting *m = &met->ranked[i];
		if (i < best)
			met->reasons[i] =
			    reason(m, &meeting->entries[m->number]);
		m->uuid = NULL;
	}
}

static int
load(struct meeting *meeting, const struct sp_pair *pairs, size_t n,
    struct sp_error *err)
{
	meeting->today = sp_date_day(meeting->session->today);
	sp_date_format(meeting->today - LATELY, meeting->since);
	if (take_pairs(meeting, pairs, n, err) != 0 ||
	    load_settings(meeting, err) != 0 ||
	    sp_people_grounds(meeting->store, meeting->session->today,
		add_ground, meeting->grounds, err) != 0 ||
	    sp_leads_asked(meeting->store, meeting->since, add_asked,
		meeting->asked, err) != 0)
		return -1;
	return load_candidates(meeting, err) != 0 ||
		       load_leads(meeting, err) != 0 ||
		       pick(meeting, err) != 0 ||
		       count_what_is_there(meeting, err) != 0
		   ? -1
		   : 0;
}

int
sp_meet(struct sp_store *store, const struct sp_pair *pairs, size_t n,
    size_t best, const struct sp_session *session, struct sp_met *met,
    struct sp_error *err)
{
	struct meeting meeting = { .store = store,
		.session = session,
		.filters =
		    sp_filters_open(store, sp_kind_find("aanwijzing"), session),
		.places = sp_map_open(),
		.asked = sp_map_open(),
		.grounds = sp_map_open(),
		.within = sp_map_open(),
		.coverage = sp_coverage_open() };
	int bad = load(&meeting, pairs, n, err);

	*met = (struct sp_met){ 0 };
	if (!bad)
		rank(&meeting, best, met);
	for (size_t e = 0; e < meeting.n; e++)
		free_entry(&meeting.entries[e]);
	free(meeting.entries);
	sp_coverage_close(meeting.coverage);
	sp_map_close(meeting.within);
	sp_map_close(meeting.grounds);
	sp_map_close(meeting.asked);
	sp_map_close(meeting.places);
	sp_filters_close(meeting.filters);
	return bad;
}

void
sp_met_free(struct sp_met *met)
{
	for (size_t i = 0; i < met->n; i++)
		free(met->reasons[i]);
	free(met->reasons);
	free(met->ranked);
	*met = (struct sp_met){ 0 };
}

static struct sp_value
number_or_none(int64_t number, int64_t none)
{
	return number == none ? sp_text_value(NULL) : sp_int_value(number);
}

void
sp_meet_row(const struct sp_met *met, size_t i,
    struct sp_value row[SP_MEET_COLUMNS])
{
	const struct sp_meeting *m = &met->ranked[i];

	row[0] = sp_int_value((int64_t)i + 1);
	row[1] = number_or_none(m->lead, 0);
	row[2] = number_or_none(m->person, 0);
	row[3] = sp_int_value(m->score);
	row[4] = number_or_none(m->facts[SP_MEET_WAIT], -1);
	row[5] = sp_text_value(met->reasons[i]);
}
