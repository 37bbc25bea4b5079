/* partners - organisations and initiatives by domain, area, target group and
 * openness */
#include "acts/partners.h"

#include <stdlib.h>
#include <string.h>

#include "records/areas.h"
#include "records/kinds.h"
#include "sp/map.h"
#include "sp/mem.h"

enum { FIRST_ROOM = 64 };

struct partner {
	int64_t id;
	char *uuid, *areas, *domains, *groups; /* lists; NULL: not known */
	int open;			       /* 1, 0; -1: not known */
	bool own;
};

struct sp_partners {
	struct sp_store *store;
	const struct sp_session *session;
	bool organisations;
	struct partner *all;
	size_t n, room;

	/* of the need at hand */
	struct sp_candidate *ranked;
	struct sp_map *near; /* how near, by id of area */
	const struct sp_need *need;
	int weights[SP_GROUNDS];
};

/* What differs between the kinds: which column says that it has ended. */
static const struct {
	const char *kind, *columns;
} scans[] = {
	{ "initiatief", "id, uuid, gebied, domein, doelgroep, open, fase" },
	{ "organisatie",
	    "id, uuid, gebied, domein, doelgroep, open, gestopt_op, intern" },
};

static bool
ended(const struct sp_partners *partners, const char *end)
{
	if (end == NULL)
		return false;
	if (partners->organisations)
		return strcmp(end, partners->session->today) <= 0;
	return strcmp(end, "afgerond") == 0 || strcmp(end, "gestopt") == 0;
}

static char *
copy(const struct sp_query *query, int column)
{
	const char *text = sp_query_text(query, column);

	return text == NULL ? NULL : sp_strdup(text);
}

static void
take(struct sp_partners *partners, const struct sp_query *query)
{
	struct sp_value open = sp_query_value(query, 5);

	if (ended(partners, sp_query_text(query, 6)))
		return;
	if (partners->n == partners->room) {
		partners->room = 2 * partners->room + FIRST_ROOM;
		partners->all = sp_grow(partners->all, partners->room,
		    sizeof(*partners->all));
	}
	partners->all[partners->n++] = (struct partner){
		.id = sp_query_int(query, 0),
		.uuid = copy(query, 1),
		.areas = copy(query, 2),
		.domains = copy(query, 3),
		.groups = copy(query, 4),
		.open = open.type == SP_INT ? (int)open.i : -1,
		.own = partners->organisations && sp_query_int(query, 7) == 1,
	};
}

struct sp_partners *
sp_partners_open(struct sp_store *store, const char *kind,
    const struct sp_session *session, struct sp_error *err)
{
	bool organisations = strcmp(kind, "organisatie") == 0;
	struct sp_partners *partners;
	struct sp_query *query =
	    sp_records_scan(store, sp_kind_find(scans[organisations].kind),
		scans[organisations].columns, NULL, 0, err);
	int got;

	if (query == NULL)
		return NULL;
	partners = sp_alloc(1, sizeof(*partners));
	partners->store = store;
	partners->session = session;
	partners->organisations = organisations;
	while ((got = sp_query_step(query, err)) > 0)
		take(partners, query);
	sp_query_close(query);
	partners->ranked = sp_alloc(partners->n, sizeof(*partners->ranked));
	if (got == 0)
		return partners;
	sp_partners_close(partners);
	return NULL;
}

void
sp_partners_close(struct sp_partners *partners)
{
	if (partners == NULL)
		return;
	for (size_t i = 0; i < partners->n; i++) {
		free(partners->all[i].uuid);
		free(partners->all[i].areas);
		free(partners->all[i].domains);
		free(partners->all[i].groups);
	}
	free(partners->all);
	free(partners->ranked);
	sp_map_close(partners->near);
	free(partners);
}

struct looking {
	struct sp_partners *partners;
	const char *list;
	int best;
	size_t held;
	struct sp_error *err;
	int bad;
};

static void
look_around(void *context, const char *word, size_t length)
{
	struct looking *looking = context;
	struct sp_partners *partners = looking->partners;
	char *id = sp_strndup(word, length);

	if (!looking->bad)
		looking->bad = sp_areas_near(partners->store,
		    strtoll(id, NULL, 10), partners->near, looking->err);
	free(id);
}

static void
look_near(void *context, const char *word, size_t length)
{
	struct looking *looking = context;
	const struct sp_value *found =
	    sp_map_find(looking->partners->near, word, length);

	if (found != NULL && found->i > looking->best)
		looking->best = (int)found->i;
}

static void
look_held(void *context, const char *word, size_t length)
{
	struct looking *looking = context;
	char *copied = sp_strndup(word, length);

	looking->held += sp_list_has(looking->list, copied, NULL);
	free(copied);
}

static int
near(struct sp_partners *partners, const struct partner *partner)
{
	struct looking looking = { .partners = partners };

	if (!sp_need_asks(partners->need, SP_NEED_AREA))
		return SP_NOT_ASKED;
	/* it works everywhere, or nobody knows where */
	if (partner->areas == NULL)
		return SP_AREA_UNKNOWN;
	sp_list_words(partner->areas, false, look_near, &looking);
	return looking.best;
}

/* Of the words asked for in a field, how many the list has. */
static size_t
held(const struct sp_partners *partners, enum sp_need_field field,
    const char *list, size_t *of)
{
	struct looking looking = { .list = list == NULL ? "" : list };

	*of = 0;
	if (sp_need_asks(partners->need, field))
		*of = sp_list_words(partners->need->value[field].s, false,
		    look_held, &looking);
	return looking.held;
}

static int
share(const struct sp_partners *partners, enum sp_need_field field,
    const char *list)
{
	size_t of, has = held(partners, field, list, &of);

	return of == 0 ? SP_NOT_ASKED : (int)(1000 * has / of);
}

static bool
fits(struct sp_partners *partners, size_t i, struct sp_candidate *candidate)
{
	static const int open[] = { SP_NEUTRAL, 0, 1000 };
	const struct partner *partner = &partners->all[i];
	const struct sp_value *org = &partners->need->value[SP_NEED_ORG];
	int16_t *met = candidate->met;

	*candidate =
	    (struct sp_candidate){ .person = i, .uuid = partner->uuid };
	for (int g = 0; g < SP_GROUNDS; g++)
		met[g] = SP_NOT_ASKED;
	met[SP_GROUND_AREA] = (int16_t)near(partners, partner);
	met[SP_GROUND_DOMAIN] =
	    (int16_t)share(partners, SP_NEED_DOMAIN, partner->domains);
	met[SP_GROUND_GROUP] =
	    (int16_t)share(partners, SP_NEED_GROUP, partner->groups);
	met[SP_GROUND_OPEN] = (int16_t)open[partner->open + 1];
	if (partners->organisations && sp_value_given(org) &&
	    org->i == partner->id)
		return false;
	return met[SP_GROUND_AREA] != 0 && met[SP_GROUND_DOMAIN] != 0;
}

int
sp_partners_need(struct sp_partners *partners, const struct sp_need *need,
    const int given[SP_GROUNDS], const struct sp_candidate **ranked, size_t *n,
    struct sp_error *err)
{
	struct looking looking = { .partners = partners, .err = err };

	partners->need = need;
	sp_map_close(partners->near);
	partners->near = sp_map_open();
	if (sp_need_asks(need, SP_NEED_AREA))
		sp_list_words(need->value[SP_NEED_AREA].s, false, look_around,
		    &looking);
	if (looking.bad)
		return -1;
	*n = 0;
	for (size_t i = 0; i < partners->n; i++)
		*n += fits(partners, i, &partners->ranked[*n]);
	if (*n > 0)
		sp_weights(given, partners->ranked[0].met, partners->weights);
	sp_rank(partners->ranked, *n, SIZE_MAX, partners->weights,
	    partners->session->today);
	*ranked = partners->ranked;
	return 0;
}

int64_t
sp_partners_id(const struct sp_partners *partners, size_t place)
{
	return partners->all[place].id;
}

bool
sp_partners_own(const struct sp_partners *partners, size_t place)
{
	return partners->all[place].own;
}

const int *
sp_partners_weights(const struct sp_partners *partners)
{
	return partners->weights;
}

static char *
value(const struct sp_partners *partners, const struct sp_candidate *candidate,
    enum sp_ground ground)
{
	static const char *const open[] = { N_("not known"), N_("no"),
		N_("yes") };
	const struct partner *partner = &partners->all[candidate->person];
	size_t of, has;

	if (ground == SP_GROUND_AREA)
		return sp_strdup(sp_circle_name(candidate->met[ground]));
	if (ground == SP_GROUND_OPEN)
		return sp_strdup(_(open[partner->open + 1]));
	has = ground == SP_GROUND_DOMAIN
		  ? held(partners, SP_NEED_DOMAIN, partner->domains, &of)
		  : held(partners, SP_NEED_GROUP, partner->groups, &of);
	return sp_format(_("%zu of %zu"), has, of);
}

size_t
sp_partners_told(const struct sp_partners *partners,
    const struct sp_candidate *candidate, struct sp_told told[SP_GROUNDS + 1])
{
	size_t n = 0;

	for (int g = 0; g < SP_GROUNDS; g++) {
		int weight = partners->weights[g], met = candidate->met[g];
		if (met != SP_NOT_ASKED)
			told[n++] = (struct sp_told){ (enum sp_ground)g, weight,
				met, sp_contribution(weight, met),
				value(partners, candidate, (enum sp_ground)g) };
	}
	return n;
}
