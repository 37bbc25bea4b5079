/* initiative - reads initiatives as what a card and a map may show */
#include "sp/initiative.h"

#include <math.h>
#include <stdlib.h>

#include "records/kinds.h"
#include "records/kinds/kinds.h"
#include "sp/json.h"
#include "sp/list.h"
#include "sp/mem.h"

static const char *const shown[SP_INITIATIVE_COLUMNS] = {
	[SP_INITIATIVE_ID] = "id",
	[SP_INITIATIVE_NAME] = "naam",
	[SP_INITIATIVE_DESCRIPTION] = "omschrijving",
	[SP_INITIATIVE_TYPE] = "soort",
	[SP_INITIATIVE_DOMAINS] = "domein",
	[SP_INITIATIVE_GROUPS] = "doelgroep",
	[SP_INITIATIVE_AREAS] = "gebied",
	[SP_INITIATIVE_OPEN] = "open",
	[SP_INITIATIVE_PLACE] = "plek",
	[SP_INITIATIVE_PHASE] = "fase",
	[SP_INITIATIVE_SINCE] = "sinds",
};

struct sp_initiatives {
	struct sp_list *list;
	int at[SP_INITIATIVE_COLUMNS]; /* of the kind's columns */
	struct sp_records *areas, *places;
	struct sp_value row[SP_KIND_COLUMNS];
	size_t unplaced;
};

static int
column(const char *naam)
{
	return sp_column_named(sp_initiatief.columns, sp_initiatief.n, naam);
}

const struct sp_column *
sp_initiative_column(enum sp_initiative_column which)
{
	return &sp_initiatief.columns[column(shown[which])];
}

static bool
about_phase(const struct sp_pair *pairs, size_t n)
{
	int phase = column("fase");

	for (size_t i = 0; i < n; i++)
		if (sp_column_find(sp_initiatief.columns, sp_initiatief.n,
			pairs[i].field) == phase)
			return true;
	return false;
}

struct sp_initiatives *
sp_initiatives_open(struct sp_store *store, const struct sp_pair *pairs,
    size_t n, const char *names, const struct sp_session *session,
    struct sp_error *err)
{
	struct sp_initiatives *initiatives = sp_alloc(1, sizeof(*initiatives));
	struct sp_pair *all = sp_alloc(n + 1, sizeof(*all));
	char field[] = "fase", stopped[] = "gestopt";

	for (size_t i = 0; i < n; i++)
		all[i] = pairs[i];
	all[n] = (struct sp_pair){ field, SP_IS_NOT, stopped };
	initiatives->list = sp_list_open(store, &sp_initiatief, all,
	    n + !about_phase(pairs, n), names, false, session, err);
	free(all);
	if (initiatives->list == NULL) {
		free(initiatives);
		return NULL;
	}
	for (size_t i = 0; i < SP_INITIATIVE_COLUMNS; i++)
		initiatives->at[i] = column(shown[i]);
	initiatives->areas = sp_records_open(store, &sp_gebied);
	initiatives->places = sp_records_open(store, &sp_organisatie);
	return initiatives;
}

void
sp_initiatives_close(struct sp_initiatives *initiatives)
{
	if (initiatives == NULL)
		return;
	sp_records_close(initiatives->areas);
	sp_records_close(initiatives->places);
	sp_list_close(initiatives->list);
	free(initiatives);
}

int
sp_initiatives_next(struct sp_initiatives *initiatives,
    struct sp_value row[SP_INITIATIVE_COLUMNS], struct sp_error *err)
{
	int got = sp_list_next(initiatives->list, initiatives->row, err);

	for (size_t i = 0; i < SP_INITIATIVE_COLUMNS && got > 0; i++)
		row[i] = initiatives->row[initiatives->at[i]];
	return got;
}

/* The places where one is. */
struct points {
	struct sp_initiatives *initiatives;
	struct sp_text text; /* positions, comma between */
	size_t n;
	bool bad;
	struct sp_error *err;
};

/* A millionth of a degree is a hand's breadth: more says no more. */
static void
add_degrees(struct sp_text *out, double degrees)
{
	static const struct sp_column decimal = { .type = SP_COL_DECIMAL };
	double rounded = round(degrees * 1e6) / 1e6;
	/* no -0 */
	struct sp_value value = sp_real_value(rounded == 0 ? 0 : rounded);

	sp_json_value(out, &decimal, &value, NULL);
}

/* Longitude first, as RFC 7946 has it; half a point is none. */
static void
add_point(struct points *points, const struct sp_value *lat,
    const struct sp_value *lon)
{
	if (lat->type != SP_REAL || lon->type != SP_REAL || fabs(lat->r) > 90 ||
	    fabs(lon->r) > 180)
		return;
	sp_text_add(&points->text, points->n++ > 0 ? ",[" : "[");
	add_degrees(&points->text, lon->r);
	sp_text_addc(&points->text, ',');
	add_degrees(&points->text, lat->r);
	sp_text_addc(&points->text, ']');
}

static void
add_area(void *context, const char *word, size_t length)
{
	struct points *points = context;
	struct sp_value row[SP_KIND_COLUMNS];
	const int at[] = {
		sp_column_named(sp_gebied.columns, sp_gebied.n, "lat"),
		sp_column_named(sp_gebied.columns, sp_gebied.n, "lon"),
	};
	int got;

	(void)length;
	if (points->bad)
		return;
	got = sp_records_get_some(points->initiatives->areas,
	    strtoll(word, NULL, 10), at, 2, row, points->err);
	points->bad = got < 0;
	if (got > 0)
		add_point(points, &row[at[0]], &row[at[1]]);
}

static void
add_areas(struct points *points, const struct sp_value *areas)
{
	if (areas->type == SP_TEXT)
		sp_list_words(areas->s, false, add_area, points);
}

static void
add_place(struct points *points, const struct sp_value *place)
{
	struct sp_value row[SP_KIND_COLUMNS];
	int areas =
	    sp_column_named(sp_organisatie.columns, sp_organisatie.n, "gebied");
	int got;

	if (place->type != SP_INT)
		return;
	got = sp_records_get_some(points->initiatives->places, place->i, &areas,
	    1, row, points->err);
	points->bad = got < 0;
	if (got > 0)
		add_areas(points, &row[areas]);
}

enum { PROPERTIES = 5 };
static const enum sp_initiative_column properties[PROPERTIES] = {
	SP_INITIATIVE_NAME, SP_INITIATIVE_TYPE, SP_INITIATIVE_DOMAINS,
	SP_INITIATIVE_PHASE, SP_INITIATIVE_OPEN
};
static const struct sp_code origin_codes[] = {
	{ "eigen", "own", NULL, NULL },
	{ "gebied", "area", NULL, NULL },
	{ 0 },
};
static const struct sp_codes origins = { "punt", origin_codes };
static const struct sp_column origin = { .naam = "punt",
	.name = "point",
	.type = SP_COL_CODE,
	.codes = &origins };

static void
add_property(struct sp_text *out, const struct sp_column *of,
    const struct sp_value *value, const char *lang)
{
	sp_json_string(out, sp_column_name(of, lang));
	sp_text_addc(out, ':');
	sp_json_value(out, of, value, lang);
}

static void
add_feature(struct sp_text *out, const struct points *points, bool own,
    const struct sp_value row[SP_INITIATIVE_COLUMNS], const char *lang)
{
	struct sp_value whose = sp_text_value(own ? "eigen" : "gebied");
	bool one = points->n == 1;

	sp_text_add(out, "{\"type\":\"Feature\",\"id\":");
	sp_text_addi(out, row[SP_INITIATIVE_ID].i);
	sp_text_addf(out,
	    ",\"geometry\":{\"type\":\"%s\",\"coordinates\":%s%s%s},",
	    one ? "Point" : "MultiPoint", one ? "" : "[", points->text.s,
	    one ? "" : "]");
	sp_text_add(out, "\"properties\":{");
	for (size_t i = 0; i < PROPERTIES; i++) {
		add_property(out, sp_initiative_column(properties[i]),
		    &row[properties[i]], lang);
		sp_text_addc(out, ',');
	}
	add_property(out, &origin, &whose, lang);
	sp_text_add(out, "}}");
}

/* Where the initiative at hand is; own: it has a point itself. */
static int
place(struct points *points, const struct sp_value row[SP_INITIATIVE_COLUMNS],
    bool *own)
{
	const struct sp_value *whole = points->initiatives->row;

	add_point(points, &whole[column("lat")], &whole[column("lon")]);
	*own = points->n > 0;
	if (points->n == 0)
		add_areas(points, &row[SP_INITIATIVE_AREAS]);
	if (points->n == 0 && !points->bad)
		add_place(points, &row[SP_INITIATIVE_PLACE]);
	return points->bad ? -1 : 0;
}

int
sp_initiatives_feature(struct sp_initiatives *initiatives, const char *lang,
    bool more, struct sp_text *out, struct sp_error *err)
{
	struct sp_value row[SP_INITIATIVE_COLUMNS];
	struct points points = { .initiatives = initiatives, .err = err };
	bool own;
	int got;

	while ((got = sp_initiatives_next(initiatives, row, err)) > 0) {
		if (place(&points, row, &own) != 0)
			got = -1;
		if (got < 0 || points.n > 0)
			break;
		initiatives->unplaced++;
	}
	if (got > 0) {
		sp_text_add(out, more ? ",\n" : "");
		add_feature(out, &points, own, row, lang);
	}
	sp_text_free(&points.text);
	return got;
}

size_t
sp_initiatives_unplaced(const struct sp_initiatives *initiatives)
{
	return initiatives->unplaced;
}
