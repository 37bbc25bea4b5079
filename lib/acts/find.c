/* find - from a need to a ranked list, and why the others are not on it */
#include "sp/find.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "records/areas.h"
#include "records/kinds.h"
#include "records/people.h"
#include "records/references.h"
#include "records/settings.h"
#include "sp/kinds.h"
#include "sp/map.h"
#include "sp/mem.h"
#include "sp/words.h"

/* Somebody whose area is not known is neither near nor far. */
enum { UNKNOWN_AREA = 200 };

enum need_field { SIGNAAL, GEBIED, DOMEIN, TAAL, ROL, UREN, FIELDS };

const struct sp_column sp_need_columns[] = {
	[SIGNAAL] = { .naam = "signaal",
	    .name = "signal",
	    .type = SP_COL_REFERENCE,
	    .kind = "signaal" },
	[GEBIED] = { .naam = "gebied",
	    .name = "area",
	    .alias = "gemeente",
	    .type = SP_COL_REFERENCE,
	    .kind = "gebied" },
	[DOMEIN] = { .naam = "domein",
	    .name = "domain",
	    .type = SP_COL_LIST,
	    .list = "domein" },
	[TAAL] = { .naam = "taal",
	    .name = "language",
	    .alias = "talen",
	    .type = SP_COL_LIST,
	    .list = "taal" },
	[ROL] = { .naam = "rol", .name = "role", .type = SP_COL_LIST },
	[UREN] = { .naam = "uren",
	    .name = "hours",
	    .type = SP_COL_INTEGER,
	    .min = 1,
	    .max = 60 },
};
const size_t sp_need_columns_n = FIELDS;

struct finding {
	struct sp_store *store;
	const struct sp_session *session;
	struct sp_references *references;
	struct sp_value need[FIELDS];
	struct sp_text rooms[FIELDS];
	struct sp_map *near;   /* closeness by id of area */
	struct sp_map *ground; /* consent by id of person: 1 good, 0 ended */
	int weights[SP_GROUNDS];
	bool ground_needed;
	struct sp_found *found;
	size_t ranked_room, left_out_room;
};

/* The roles are the person's own list of codes. */
static struct sp_column
need_column(int i)
{
	const struct sp_kind *persoon = sp_kind_find("persoon");
	struct sp_column column = sp_need_columns[i];

	if (i == ROL)
		column.codes = persoon
				   ->columns[sp_column_find(persoon->columns,
				       persoon->n, "rol")]
				   .codes;
	return column;
}

static int
take_pair(struct finding *finding, const struct sp_pair *pair,
    struct sp_error *err)
{
	struct sp_door door = { '.', false, finding->session->lang };
	int i = sp_column_find(sp_need_columns, FIELDS, pair->field);
	struct sp_column column;

	if (i < 0 || pair->relation != SP_IS)
		return sp_fail(err, SP_INPUT,
		    _("%s: find takes signaal=, gebied=, domein=, taal=, rol= "
		      "and uren="),
		    pair->field);
	if (*pair->value == '\0')
		return sp_fail(err, SP_INPUT, _("%s: is empty"), pair->field);
	column = need_column(i);
	if (sp_cell_parse(&column, pair->value, &door, &finding->rooms[i],
		&finding->need[i], err) != 0 ||
	    sp_reference_value(finding->references, &column, &finding->need[i],
		err) != 0)
		return -1;
	if (finding->need[i].type == SP_TEXT) {
		/* the references' text lives until the next question */
		char *copy = sp_strdup(finding->need[i].s);
		sp_text_clear(&finding->rooms[i]);
		sp_text_add(&finding->rooms[i], copy);
		free(copy);
		finding->need[i] = sp_text_value(finding->rooms[i].s);
	}
	return 0;
}

/* What the signal says, where nothing else was given. */
static int
take_signal(struct finding *finding, struct sp_error *err)
{
	static const int fields[] = { GEBIED, DOMEIN, TAAL };
	const struct sp_kind *kind = sp_kind_find("signaal");
	struct sp_records *signals = sp_records_open(finding->store, kind);
	struct sp_value row[SP_KIND_COLUMNS];
	int got = sp_records_get(signals, finding->need[SIGNAAL].i, row, err);

	for (int i = 0; i < 3 && got > 0; i++) {
		int f = fields[i];
		struct sp_value *said = &row[sp_column_find(kind->columns,
		    kind->n, sp_need_columns[f].naam)];
		if (sp_value_given(&finding->need[f]) || !sp_value_given(said))
			continue;
		finding->need[f] = *said;
		if (said->type != SP_TEXT)
			continue;
		sp_text_clear(&finding->rooms[f]);
		sp_text_add(&finding->rooms[f], said->s);
		finding->need[f] = sp_text_value(finding->rooms[f].s);
	}
	sp_records_close(signals);
	return got < 0 ? -1 : 0;
}

static int
load_settings(struct finding *finding, struct sp_error *err)
{
	static const char *const names[SP_GROUNDS] = { "gewicht_gebied",
		"gewicht_domein", "gewicht_taal", "gewicht_rol" };
	int64_t weight;
	char *needed;

	for (int g = 0; g < SP_GROUNDS; g++) {
		if (sp_setting_number(finding->store, names[g], 10000, &weight,
			err) != 0)
			return -1;
		finding->weights[g] = (int)weight;
	}
	if (sp_setting(finding->store, "grondslag_verplicht", &needed, err) < 0)
		return -1;
	finding->ground_needed = needed != NULL && strcmp(needed, "ja") == 0;
	free(needed);
	return 0;
}

struct closest {
	const struct sp_map *near;
	int best;
};

static void
look_near(void *context, const char *word, size_t length)
{
	struct closest *closest = context;
	const struct sp_value *found = sp_map_find(closest->near, word, length);

	if (found != NULL && found->i > closest->best)
		closest->best = (int)found->i;
}

/* Columns of the scan of all persons. */
enum {
	ID,
	UUID,
	STATUS,
	STAND,
	NIET_VOOR,
	CAPACITEIT,
	P_GEBIED,
	P_DOMEIN,
	P_TALEN,
	P_ROL
};
static const char columns[] = "id, uuid, status, stand, niet_voor, "
			      "capaciteit_uren_week, gebied, domein, talen, "
			      "rol";

static bool
is_code(const struct sp_query *query, int column, const char *code)
{
	const char *text = sp_query_text(query, column);

	return text != NULL && strcmp(text, code) == 0;
}

/* What no score can make up for; NULL when there is nothing. */
static char *
hindrance(const struct finding *finding, const struct sp_query *query)
{
	const char *id = sp_query_text(query, ID);
	const struct sp_value *ground =
	    sp_map_find(finding->ground, id, strlen(id));
	const char *until = sp_query_text(query, NIET_VOOR);
	struct sp_value hours = sp_query_value(query, CAPACITEIT);

	if (!is_code(query, STATUS, "actief"))
		return sp_format(_("status %s"), sp_query_text(query, STATUS));
	if (ground != NULL && ground->i == 0)
		return sp_strdup(_("consent ended or withdrawn"));
	if (ground == NULL && finding->ground_needed)
		return sp_strdup(_("no consent on record"));
	if (is_code(query, STAND, "te_veel"))
		return sp_strdup(_("says it is too much now"));
	if (is_code(query, STAND, "alleen_bestaand"))
		return sp_strdup(_("takes nothing new now"));
	if (until != NULL && strcmp(until, finding->session->today) > 0)
		return sp_format(_("not before %s"), until);
	if (sp_value_given(&finding->need[UREN]) && sp_value_given(&hours) &&
	    hours.i < finding->need[UREN].i)
		return sp_format(_("has %lld hours a week"),
		    (long long)hours.i);
	return NULL;
}

/* Needs that must be met, at least in part. */
static const struct {
	enum sp_ground ground;
	int field, column;
	bool whole; /* all of it, or one word of it */
	const char *lacks;
} needs[] = {
	{ SP_GROUND_DOMAIN, DOMEIN, P_DOMEIN, false,
	    N_("no experience with %s") },
	{ SP_GROUND_LANGUAGE, TAAL, P_TALEN, true, N_("does not speak %s") },
	{ SP_GROUND_ROLE, ROL, P_ROL, false, N_("has no role %s") },
};

static char *
measure(const struct finding *finding, const struct sp_query *query,
    int met[SP_GROUNDS])
{
	const char *areas = sp_query_text(query, P_GEBIED);
	struct closest closest = { finding->near, 0 };

	for (int g = 0; g < SP_GROUNDS; g++)
		met[g] = -1;
	if (sp_value_given(&finding->need[GEBIED])) {
		if (areas != NULL)
			sp_list_words(areas, false, look_near, &closest);
		met[SP_GROUND_AREA] =
		    areas == NULL ? UNKNOWN_AREA : closest.best;
	}
	for (size_t i = 0; i < sizeof(needs) / sizeof(needs[0]); i++) {
		const struct sp_value *need = &finding->need[needs[i].field];
		int m;
		if (!sp_value_given(need))
			continue;
		m = sp_containment(need->s,
		    sp_query_text(query, needs[i].column),
		    finding->session->today);
		met[needs[i].ground] = m;
		if (m == 0 || (needs[i].whole && m < 1000)) {
			char *what = sp_format(_(needs[i].lacks), need->s);
			return what;
		}
	}
	return NULL;
}

static void
leave_out(struct finding *finding, int64_t id, char *why)
{
	struct sp_found *found = finding->found;

	if (found->left_out_n == finding->left_out_room) {
		finding->left_out_room = 2 * finding->left_out_room + 64;
		found->left_out = sp_grow(found->left_out,
		    finding->left_out_room, sizeof(*found->left_out));
	}
	found->left_out[found->left_out_n++] = (struct sp_left_out){ id, why };
}

static void
take_in(struct finding *finding, const struct sp_query *query,
    const int met[SP_GROUNDS])
{
	struct sp_found *found = finding->found;
	struct sp_candidate *candidate;

	if (found->ranked_n == finding->ranked_room) {
		finding->ranked_room = 2 * finding->ranked_room + 64;
		found->ranked = sp_grow(found->ranked, finding->ranked_room,
		    sizeof(*found->ranked));
	}
	candidate = &found->ranked[found->ranked_n++];
	*candidate = (struct sp_candidate){ .id = sp_query_int(query, ID),
		.uuid = sp_strdup(sp_query_text(query, UUID)) };
	memcpy(candidate->met, met, sizeof(candidate->met));
}

static int
look_at_all(struct finding *finding, struct sp_error *err)
{
	struct sp_query *query = sp_records_scan(finding->store,
	    sp_kind_find("persoon"), columns, NULL, 0, err);
	int got, met[SP_GROUNDS];

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0) {
		char *why = hindrance(finding, query);
		if (why == NULL)
			why = measure(finding, query, met);
		if (why != NULL)
			leave_out(finding, sp_query_int(query, ID), why);
		else
			take_in(finding, query, met);
	}
	sp_query_close(query);
	return got;
}

/* "gebied 600/1000 x 3500, domein 1000/1000 x 3000" */
static char *
reason(const struct finding *finding, const struct sp_candidate *candidate)
{
	static const int fields[SP_GROUNDS] = { GEBIED, DOMEIN, TAAL, ROL };
	bool english = strcmp(finding->session->lang, "en") == 0;
	struct sp_text text = { 0 };
	char id[24];

	sp_text_clear(&text);
	for (int g = 0; g < SP_GROUNDS; g++) {
		const struct sp_column *c = &sp_need_columns[fields[g]];
		if (candidate->met[g] < 0)
			continue;
		sp_text_addf(&text, "%s%s %d/1000 x %d",
		    text.length > 0 ? ", " : "", english ? c->name : c->naam,
		    candidate->met[g], finding->weights[g]);
	}
	snprintf(id, sizeof(id), "%lld", (long long)candidate->id);
	if (sp_map_find(finding->ground, id, strlen(id)) == NULL)
		sp_text_addf(&text, "%s%s", text.length > 0 ? "; " : "",
		    _("no consent on record"));
	return text.s;
}

static void
explain(struct finding *finding)
{
	struct sp_found *found = finding->found;

	found->reasons = sp_alloc(found->ranked_n, sizeof(char *));
	for (size_t i = 0; i < found->ranked_n; i++)
		found->reasons[i] = reason(finding, &found->ranked[i]);
}

static int
find(struct finding *finding, const struct sp_pair *pairs, size_t n,
    struct sp_error *err)
{
	for (size_t i = 0; i < n; i++)
		if (take_pair(finding, &pairs[i], err) != 0)
			return -1;
	if (sp_value_given(&finding->need[SIGNAAL]) &&
	    take_signal(finding, err) != 0)
		return -1;
	if (load_settings(finding, err) != 0 ||
	    sp_people_grounds(finding->store, finding->session->today,
		finding->ground, err) != 0)
		return -1;
	if (sp_value_given(&finding->need[GEBIED]) &&
	    sp_areas_near(finding->store, finding->need[GEBIED].i,
		finding->near, err) != 0)
		return -1;
	if (look_at_all(finding, err) != 0)
		return -1;
	sp_rank(finding->found->ranked, finding->found->ranked_n,
	    finding->weights, finding->session->today);
	explain(finding);
	return 0;
}

int
sp_find(struct sp_store *store, const struct sp_pair *pairs, size_t n,
    const struct sp_session *session, struct sp_found *found,
    struct sp_error *err)
{
	struct finding finding = { .store = store,
		.session = session,
		.found = found };
	int bad;

	*found = (struct sp_found){ 0 };
	finding.references = sp_references_open(store, session->lang);
	finding.near = sp_map_open();
	finding.ground = sp_map_open();
	bad = find(&finding, pairs, n, err);
	for (int i = 0; i < FIELDS; i++)
		sp_text_free(&finding.rooms[i]);
	sp_map_close(finding.near);
	sp_map_close(finding.ground);
	sp_references_close(finding.references);
	if (bad)
		sp_found_free(found);
	return bad;
}

void
sp_found_free(struct sp_found *found)
{
	for (size_t i = 0; i < found->ranked_n; i++) {
		free((char *)(uintptr_t)found->ranked[i].uuid);
		if (found->reasons != NULL)
			free(found->reasons[i]);
	}
	for (size_t i = 0; i < found->left_out_n; i++)
		free(found->left_out[i].why);
	free(found->ranked);
	free(found->reasons);
	free(found->left_out);
	*found = (struct sp_found){ 0 };
}
