/* fit - a need against the pool: what is the same for all who have the same
 * list of words is worked out once for that list */
#include "acts/fit.h"

#include <stdlib.h>
#include <string.h>

#include "acts/loads.h"
#include "records/areas.h"
#include "records/asks.h"
#include "records/settings.h"
#include "sp/date.h"
#include "sp/guard.h"
#include "sp/mem.h"
#include "sp/utf8.h"

enum { MOST_WEIGHT = 10000, YEAR = 365 };
enum { UNMEASURED = -2, NOWHERE = -1 }; /* metres */

/* A list of areas that has one near the one wanted. */
struct nearby {
	uint32_t list;
	int16_t met;
};

/* Around one area. */
struct around {
	struct nearby *lists;
	size_t n, room;
};

/* What must be met, at least in part, and who is looked at for it. */
static const struct hard {
	enum sp_need_field field;
	enum sp_pool_list list, learned;
	enum sp_ground ground; /* SP_GROUNDS: none */
	bool whole;	       /* all of it, or one word of it */
	enum sp_hindrance hindrance;
	const char *lacks;
} hards[] = {
	{ SP_NEED_DOMAIN, SP_POOL_DOMAIN, SP_POOL_LEARNED, SP_GROUND_DOMAIN,
	    false, SP_HINDER_DOMAIN, N_("no experience with %s") },
	{ SP_NEED_LANGUAGE, SP_POOL_LANGUAGE, SP_POOL_LANGUAGE,
	    SP_GROUND_LANGUAGE, true, SP_HINDER_LANGUAGE,
	    N_("does not speak %s") },
	{ SP_NEED_ROLE, SP_POOL_ROLE, SP_POOL_ROLE, SP_GROUND_ROLE, false,
	    SP_HINDER_ROLE, N_("has no role %s") },
	{ SP_NEED_TITLE, SP_POOL_TITLE, SP_POOL_TITLE, SP_GROUNDS, false,
	    SP_HINDER_TITLE, N_("does not call herself %s") },
};
enum { HARDS = sizeof(hards) / sizeof(hards[0]) };

/* How many of the words asked for each list has. */
struct count {
	uint16_t *held;		      /* by list; NULL: nothing is asked */
	struct sp_wordsets_some some; /* lists that have one */
	size_t of;
};

struct sp_fits {
	const struct sp_pool *pool;
	struct sp_store *store;
	int given[SP_GROUNDS]; /* weights as they are set */
	struct sp_guard_rules rules;
	int most; /* asks in SP_LOAD_DAYS that are all of it */
	int year; /* of the pool's day */

	const struct sp_need *need;
	struct count hard[HARDS], wished, groups;
	int16_t asked[SP_GROUNDS]; /* SP_NOT_ASKED, or 0 */
	int weights[SP_GROUNDS];
	int16_t *closeness; /* by list of areas; NULL: no area is asked */
	int64_t *metres;    /* by list of areas; NULL: not known for any */
	size_t *areas;	    /* of the need, in the pool's */
	size_t areas_n;
	int64_t max_metres; /* -1: none */
	struct sp_asking asking;
	bool *works;	   /* by person: for who asks; NULL: nobody knows */
	struct sp_hit hit; /* of the person looked at last */
	uint32_t *persons;

	struct sp_map *known; /* the number of an area's around, by its id */
	struct around *arounds;
	size_t arounds_n;
};

static int
load_settings(struct sp_fits *fits, struct sp_error *err)
{
	int64_t number;

	for (int g = 0; g < SP_GROUNDS; g++) {
		if (sp_setting_number(fits->store, sp_grounds[g].setting,
			MOST_WEIGHT, &number, err) != 0)
			return -1;
		fits->given[g] = (int)number;
	}
	if (sp_guard_rules_read(fits->store, &fits->rules, err) != 0)
		return -1;
	fits->most =
	    fits->rules.asks > 0 ? fits->rules.asks * SP_LOAD_DAYS / 30 : 1;
	return 0;
}

struct sp_fits *
sp_fits_open(const struct sp_pool *pool, struct sp_store *store,
    struct sp_error *err)
{
	struct sp_fits *fits = sp_alloc(1, sizeof(*fits));

	fits->pool = pool;
	fits->store = store;
	fits->year = (int)strtol(pool->day, NULL, 10);
	fits->known = sp_map_open();
	fits->persons = sp_alloc(pool->n, sizeof(*fits->persons));
	if (load_settings(fits, err) == 0)
		return fits;
	sp_fits_close(fits);
	return NULL;
}

static void
free_count(struct count *count)
{
	free(count->held);
	free(count->some.all);
}

static void
forget_need(struct sp_fits *fits)
{
	for (int h = 0; h < HARDS; h++)
		free_count(&fits->hard[h]);
	free_count(&fits->wished);
	free_count(&fits->groups);
	free(fits->closeness);
	free(fits->metres);
	free(fits->areas);
	free(fits->works);
	memset(fits->hard, 0, sizeof(fits->hard));
	fits->wished = fits->groups = (struct count){ 0 };
	fits->closeness = NULL;
	fits->metres = NULL;
	fits->areas = NULL;
	fits->works = NULL;
	fits->areas_n = 0;
}

void
sp_fits_close(struct sp_fits *fits)
{
	if (fits == NULL)
		return;
	forget_need(fits);
	for (size_t i = 0; i < fits->arounds_n; i++)
		free(fits->arounds[i].lists);
	free(fits->arounds);
	sp_map_close(fits->known);
	free(fits->persons);
	free(fits);
}

static enum sp_pool_list
list_of(const struct sp_fits *fits, int h)
{
	bool learned = sp_need_asks(fits->need, SP_NEED_LEARNED) &&
		       fits->need->value[SP_NEED_LEARNED].i;

	return learned ? hards[h].learned : hards[h].list;
}

static struct count
count_words(const struct sp_fits *fits, enum sp_need_field field,
    enum sp_pool_list list)
{
	const struct sp_wordsets *lists = fits->pool->lists[list];
	struct sp_text folded = { 0 };
	struct count count = { 0 };

	if (!sp_need_asks(fits->need, field))
		return count;
	count.held = sp_alloc(sp_wordsets_count(lists), sizeof(*count.held));
	if (list == SP_POOL_TITLE) {
		sp_utf8_fold(&folded, fits->need->value[field].s);
		count.of =
		    sp_wordsets_held(lists, folded.s, count.held, &count.some);
		sp_text_free(&folded);
		return count;
	}
	count.of = sp_wordsets_held(lists, fits->need->value[field].s,
	    count.held, &count.some);
	return count;
}

/* Which lists of areas lie how near, from borders and what lies in what. */
static int
look_around(struct sp_fits *fits, struct around *around, int64_t area,
    struct sp_error *err)
{
	const struct sp_wordsets *lists = fits->pool->lists[SP_POOL_AREA];
	struct sp_map *near = sp_map_open();
	int bad = sp_areas_near(fits->store, area, near, err);

	for (size_t w = 0; !bad && w < sp_wordsets_words(lists); w++) {
		const char *id = sp_wordsets_word(lists, (uint32_t)w);
		const struct sp_value *met = sp_map_find(near, id, strlen(id));
		const uint32_t *of;
		size_t n = met == NULL
			       ? 0
			       : sp_wordsets_of_word(lists, (uint32_t)w, &of);
		if (around->n + n > around->room) {
			around->room = 2 * (around->n + n);
			around->lists = sp_grow(around->lists, around->room,
			    sizeof(*around->lists));
		}
		for (size_t i = 0; i < n; i++)
			around->lists[around->n++] =
			    (struct nearby){ of[i], (int16_t)met->i };
	}
	sp_map_close(near);
	return bad;
}

static int
around_of(struct sp_fits *fits, const char *id, const struct around **found,
    struct sp_error *err)
{
	const struct sp_value *known = sp_map_find(fits->known, id, strlen(id));
	struct sp_value number = sp_int_value((int64_t)fits->arounds_n);

	if (known == NULL) {
		fits->arounds = sp_grow(fits->arounds, fits->arounds_n + 1,
		    sizeof(*fits->arounds));
		fits->arounds[fits->arounds_n] = (struct around){ 0 };
		if (look_around(fits, &fits->arounds[fits->arounds_n],
			strtoll(id, NULL, 10), err) != 0) {
			free(fits->arounds[fits->arounds_n].lists);
			return -1;
		}
		fits->arounds_n++;
		known = sp_map_add(fits->known, id, strlen(id), &number);
	}
	*found = &fits->arounds[known->i];
	return 0;
}

struct taking {
	struct sp_fits *fits;
	struct sp_error *err;
	int bad;
};

static void
take_area(void *context, const char *word, size_t length)
{
	struct taking *taking = context;
	struct sp_fits *fits = taking->fits;
	const struct around *around = NULL;
	char *id = sp_strndup(word, length);
	int64_t at = sp_pool_area(fits->pool, strtoll(id, NULL, 10));

	if (!taking->bad)
		taking->bad = around_of(fits, id, &around, taking->err);
	free(id);
	if (around == NULL)
		return;
	for (size_t i = 0; i < around->n; i++) {
		int16_t *met = &fits->closeness[around->lists[i].list];
		if (around->lists[i].met > *met)
			*met = around->lists[i].met;
	}
	if (at >= 0 && fits->pool->areas[at].placed)
		fits->areas[fits->areas_n++] = (size_t)at;
}

static int
take_areas(struct sp_fits *fits, struct sp_error *err)
{
	const struct sp_value *areas = &fits->need->value[SP_NEED_AREA];
	size_t lists = sp_wordsets_count(fits->pool->lists[SP_POOL_AREA]);
	struct taking taking = { fits, err, 0 };

	if (!sp_need_asks(fits->need, SP_NEED_AREA))
		return 0;
	fits->closeness = sp_alloc(lists, sizeof(*fits->closeness));
	fits->closeness[0] = SP_AREA_UNKNOWN;
	fits->areas = sp_alloc(strlen(areas->s), sizeof(*fits->areas));
	sp_list_words(areas->s, false, take_area, &taking);
	if (fits->areas_n > 0) {
		fits->metres = sp_alloc(lists, sizeof(*fits->metres));
		for (size_t i = 0; i < lists; i++)
			fits->metres[i] = UNMEASURED;
	}
	return taking.bad;
}

/* Of which grounds a need of these fields speaks. */
static void
weigh(struct sp_fits *fits)
{
	int16_t *asked = fits->asked;

	memset(asked, 0, sizeof(fits->asked));
	asked[SP_GROUND_OPEN] = SP_NOT_ASKED;
	/* who was asked much is told of work no later than others */
	if (fits->asking.offer)
		asked[SP_GROUND_LOAD] = asked[SP_GROUND_REST] = SP_NOT_ASKED;
	if (fits->closeness == NULL)
		asked[SP_GROUND_AREA] = SP_NOT_ASKED;
	for (int h = 0; h < HARDS; h++)
		if (hards[h].ground != SP_GROUNDS && fits->hard[h].of == 0)
			asked[hards[h].ground] = SP_NOT_ASKED;
	if (fits->wished.of > 0)
		asked[SP_GROUND_LANGUAGE] = 0;
	if (fits->groups.of == 0)
		asked[SP_GROUND_GROUP] = SP_NOT_ASKED;
	sp_weights(fits->given, asked, fits->weights);
}

/* Who works for the organisation, project or signal already, in the year
 * before: she may have room for that only. */
static int
find_workers(struct sp_fits *fits, struct sp_error *err)
{
	const struct sp_value *value = fits->need->value;
	const struct sp_pool *pool = fits->pool;
	struct sp_query *query;
	char from[SP_DATE_SIZE];
	int got;

	if (!sp_need_asks(fits->need, SP_NEED_ORG) &&
	    !sp_need_asks(fits->need, SP_NEED_PROJECT) &&
	    !sp_need_asks(fits->need, SP_NEED_SIGNAL))
		return 0;
	query = sp_asks_ask(fits->store, SP_ASKS_WORKERS, err);
	if (query == NULL)
		return -1;
	fits->works = sp_alloc(pool->n, sizeof(*fits->works));
	sp_date_format(pool->today - YEAR, from);
	sp_query_bind_text(query, 1, from);
	sp_query_bind_text(query, 2, pool->day);
	sp_query_bind(query, 3, &value[SP_NEED_ORG]);
	sp_query_bind(query, 4, &value[SP_NEED_PROJECT]);
	sp_query_bind(query, 5, &value[SP_NEED_SIGNAL]);
	while ((got = sp_query_step(query, err)) > 0) {
		int64_t at = sp_pool_person(pool, sp_query_int(query, 0));
		if (at >= 0)
			fits->works[at] = true;
	}
	sp_query_close(query);
	return got;
}

struct sp_asking
sp_fits_asking(const struct sp_fits *fits, const struct sp_need *need)
{
	const struct sp_value *value = need->value;
	bool when = sp_need_asks(need, SP_NEED_WHEN);
	int today = fits->pool->today;

	return (struct sp_asking){
		.days = { today,
		    when ? sp_date_day(value[SP_NEED_WHEN].s) : today },
		.work_known = when,
		.hours = sp_need_asks(need, SP_NEED_HOURS)
			     ? (int)value[SP_NEED_HOURS].i
			     : 0,
		.heavy =
		    sp_need_asks(need, SP_NEED_HEAVY) && value[SP_NEED_HEAVY].i,
		.offer = sp_need_asks(need, SP_NEED_VACANCY),
	};
}

int
sp_fits_need(struct sp_fits *fits, const struct sp_need *need,
    struct sp_error *err)
{
	forget_need(fits);
	fits->need = need;
	for (int h = 0; h < HARDS; h++)
		fits->hard[h] =
		    count_words(fits, hards[h].field, list_of(fits, h));
	fits->wished = count_words(fits, SP_NEED_WISHED, SP_POOL_LANGUAGE);
	fits->groups = count_words(fits, SP_NEED_GROUP, SP_POOL_GROUP);
	fits->max_metres = sp_need_asks(need, SP_NEED_MAX_KM)
			       ? need->value[SP_NEED_MAX_KM].i * 1000
			       : -1;
	fits->asking = sp_fits_asking(fits, need);
	if (take_areas(fits, err) != 0 || find_workers(fits, err) != 0)
		return -1;
	weigh(fits);
	return 0;
}

const struct sp_guard_rules *
sp_fits_rules(const struct sp_fits *fits)
{
	return &fits->rules;
}

const int *
sp_fits_given(const struct sp_fits *fits)
{
	return fits->given;
}

const int *
sp_fits_weights(const struct sp_fits *fits)
{
	return fits->weights;
}

/* Whether a list meets the part of the need. */
static bool
meets(const struct hard *hard, const struct count *count, size_t list)
{
	return hard->whole ? count->held[list] == count->of
			   : count->held[list] > 0;
}

/* How many persons have a list that meets it. */
static size_t
how_many(const struct sp_fits *fits, int h)
{
	enum sp_pool_list l = list_of(fits, h);
	const uint32_t *starts = fits->pool->starts[l];
	const struct sp_wordsets_some *some = &fits->hard[h].some;
	size_t n = 0;

	for (size_t i = 0; i < some->n; i++)
		if (meets(&hards[h], &fits->hard[h], some->all[i]))
			n += starts[some->all[i] + 1] - starts[some->all[i]];
	return n;
}

static size_t
gather(struct sp_fits *fits, int h)
{
	enum sp_pool_list l = list_of(fits, h);
	const uint32_t *starts = fits->pool->starts[l];
	const struct sp_wordsets_some *some = &fits->hard[h].some;
	size_t n = 0;

	for (size_t i = 0; i < some->n; i++) {
		uint32_t list = some->all[i];
		size_t has = starts[list + 1] - starts[list];
		if (has == 0 || !meets(&hards[h], &fits->hard[h], list))
			continue;
		memcpy(fits->persons + n, fits->pool->members[l] + starts[list],
		    has * sizeof(*fits->persons));
		n += has;
	}
	return n;
}

size_t
sp_fits_persons(struct sp_fits *fits, const uint32_t **persons)
{
	size_t fewest = fits->pool->n;
	int by = -1;

	for (int h = 0; h < HARDS; h++) {
		size_t n = fits->hard[h].held == NULL ? fits->pool->n
						      : how_many(fits, h);
		if (n < fewest) {
			fewest = n;
			by = h;
		}
	}
	*persons = fits->persons;
	if (by >= 0)
		return gather(fits, by);
	for (size_t i = 0; i < fits->pool->n; i++)
		fits->persons[i] = (uint32_t)i;
	return fits->pool->n;
}

int64_t
sp_fits_metres(struct sp_fits *fits, size_t person)
{
	const struct sp_pool *pool = fits->pool;
	uint32_t list = pool->persons[person].lists[SP_POOL_AREA];
	int64_t *least = fits->metres == NULL ? NULL : &fits->metres[list];
	const uint32_t *words;
	size_t n;

	if (least == NULL || *least != UNMEASURED)
		return least == NULL ? NOWHERE : *least;
	*least = NOWHERE;
	n = sp_wordsets_of_list(pool->lists[SP_POOL_AREA], list, &words);
	for (size_t i = 0; i < n; i++) {
		int64_t at = sp_pool_area(pool,
		    strtoll(sp_wordsets_word(pool->lists[SP_POOL_AREA],
				words[i]),
			NULL, 10));
		if (at < 0 || !pool->areas[at].placed)
			continue;
		for (size_t j = 0; j < fits->areas_n; j++) {
			int64_t metres = sp_distance(&pool->areas[at].point,
			    &pool->areas[fits->areas[j]].point);
			if (*least == NOWHERE || metres < *least)
				*least = metres;
		}
	}
	return *least;
}

/* Whether she has room for it, as the guard of asking will say. */
static enum sp_hindrance
limit(struct sp_fits *fits, size_t i)
{
	const struct sp_pool *pool = fits->pool;
	struct sp_load load = sp_pool_load(pool, i, &fits->asking.days);

	fits->asking.existing = fits->works != NULL && fits->works[i];
	return sp_guard(&fits->rules, &pool->persons[i].guarded, &fits->asking,
		   &load, &fits->hit)
		   ? SP_HINDER_LIMIT
		   : SP_FITS;
}

static enum sp_hindrance
reach(struct sp_fits *fits, size_t i)
{
	int64_t hers = fits->pool->persons[i].max_km, metres;

	if (fits->max_metres < 0 && hers < 0)
		return SP_FITS;
	metres = sp_fits_metres(fits, i);
	if (fits->max_metres >= 0 && metres > fits->max_metres)
		return SP_HINDER_TOO_FAR;
	return hers >= 0 && metres > hers * 1000 ? SP_HINDER_HER_REACH
						 : SP_FITS;
}

static void
add_held(const struct count *count, uint32_t list, size_t *held, size_t *of)
{
	if (count->held == NULL)
		return;
	*held += count->held[list];
	*of += count->of;
}

size_t
sp_fits_held(const struct sp_fits *fits, size_t i, enum sp_ground ground,
    size_t *of)
{
	const struct sp_pool_person *person = &fits->pool->persons[i];
	size_t held = *of = 0;

	for (int h = 0; h < HARDS; h++)
		if (hards[h].ground == ground)
			add_held(&fits->hard[h],
			    person->lists[list_of(fits, h)], &held, of);
	if (ground == SP_GROUND_LANGUAGE)
		add_held(&fits->wished, person->lists[SP_POOL_LANGUAGE], &held,
		    of);
	if (ground == SP_GROUND_GROUP)
		add_held(&fits->groups, person->lists[SP_POOL_GROUP], &held,
		    of);
	return held;
}

/* Asks of the last days, today's and what is to come with them. */
static int
load_of(const struct sp_pool *pool, const struct sp_pool_person *person)
{
	int load = 0;

	for (int32_t t = person->things; t >= 0; t = pool->things[t].next) {
		const struct sp_taken *taken = &pool->things[t].taken;
		if (taken->by == SP_TAKEN_ASK &&
		    taken->work > pool->today - SP_LOAD_DAYS)
			load += taken->weight;
	}
	return load;
}

int
sp_fits_load(const struct sp_fits *fits, int load)
{
	return sp_met_load(load, fits->most);
}

bool
sp_fits_outside(const struct sp_fits *fits, size_t i)
{
	const struct sp_wordsets *tasks = fits->pool->lists[SP_POOL_TASK];
	uint32_t list = fits->pool->persons[i].lists[SP_POOL_TASK];

	return list != 0 && sp_need_asks(fits->need, SP_NEED_TASK) &&
	       !sp_list_has(sp_wordsets_list(tasks, list),
		   fits->need->value[SP_NEED_TASK].s, NULL);
}

int
sp_fits_years(const struct sp_fits *fits, size_t i)
{
	int32_t since = fits->pool->persons[i].since;
	int years;

	if (since < 0)
		return -1;
	years = fits->year - since;
	return years < 0 ? 0 : years;
}

const struct sp_pool_person *
sp_fits_of(const struct sp_fits *fits, size_t i)
{
	return &fits->pool->persons[i];
}

static int32_t
rested(const struct sp_pool *pool, const struct sp_pool_person *person)
{
	return person->last_asked == SP_NO_DAY
		   ? SP_NEVER
		   : pool->today - person->last_asked;
}

/* What she was asked before, of which an offer knows nothing. */
static void
measure_asks(const struct sp_fits *fits, const struct sp_pool_person *person,
    struct sp_candidate *candidate)
{
	if (fits->asking.offer)
		return;
	candidate->load = load_of(fits->pool, person);
	candidate->rested = rested(fits->pool, person);
	candidate->met[SP_GROUND_LOAD] =
	    (int16_t)sp_fits_load(fits, candidate->load);
	candidate->met[SP_GROUND_REST] =
	    (int16_t)sp_met_rest(candidate->rested);
}

static void
measure(const struct sp_fits *fits, size_t i, struct sp_candidate *candidate)
{
	const struct sp_pool_person *person = &fits->pool->persons[i];
	int16_t *met = candidate->met;

	*candidate = (struct sp_candidate){ .person = i,
		.uuid = person->uuid,
		.roots = sp_met_roots(sp_fits_years(fits, i),
		    (int)person->networks) };
	memcpy(met, fits->asked, sizeof(fits->asked));
	if (fits->closeness != NULL)
		met[SP_GROUND_AREA] =
		    fits->closeness[person->lists[SP_POOL_AREA]];
	for (int g = SP_GROUND_DOMAIN; g <= SP_GROUND_GROUP; g++) {
		size_t of, held;
		if (met[g] == SP_NOT_ASKED)
			continue;
		held = sp_fits_held(fits, i, (enum sp_ground)g, &of);
		met[g] = (int16_t)(1000 * held / of);
	}
	met[SP_GROUND_ROOTS] = (int16_t)candidate->roots;
	met[SP_GROUND_SUCCESS] = (int16_t)sp_met_success((int)person->succeeded,
	    (int)person->failed);
	measure_asks(fits, person, candidate);
}

enum sp_hindrance
sp_fits_person(struct sp_fits *fits, size_t i, struct sp_candidate *candidate)
{
	const struct sp_pool_person *person = &fits->pool->persons[i];
	enum sp_hindrance hindrance;

	for (int h = 0; h < HARDS; h++)
		if (fits->hard[h].held != NULL &&
		    !meets(&hards[h], &fits->hard[h],
			person->lists[list_of(fits, h)]))
			return hards[h].hindrance;
	hindrance = reach(fits, i);
	if (hindrance == SP_FITS)
		hindrance = limit(fits, i);
	if (hindrance == SP_FITS)
		measure(fits, i, candidate);
	return hindrance;
}

/* Tenths of kilometres. */
static char *
kilometres(int64_t metres)
{
	int64_t tenths = (metres + 50) / 100;

	return sp_format("%lld.%lld", (long long)(tenths / 10),
	    (long long)(tenths % 10));
}

static char *
why_far(const struct sp_fits *fits, size_t i, enum sp_hindrance hindrance)
{
	uint32_t list = fits->pool->persons[i].lists[SP_POOL_AREA];
	char *away = kilometres(fits->metres[list]), *why;

	if (hindrance == SP_HINDER_TOO_FAR)
		why = sp_format(_("is %s km away (at most %lld)"), away,
		    (long long)(fits->max_metres / 1000));
	else
		why = sp_format(_("is %s km away, and travels %lld"), away,
		    (long long)fits->pool->persons[i].max_km);
	free(away);
	return why;
}

struct lacking {
	const char *has;
	struct sp_text words;
};

static void
add_lacking(void *context, const char *word, size_t length)
{
	struct lacking *lacking = context;
	char *copy = sp_strndup(word, length);

	if (!sp_list_has(lacking->has, copy, NULL))
		sp_text_addf(&lacking->words, "%s%s",
		    lacking->words.length > 0 ? ", " : "", copy);
	free(copy);
}

/* Of what must be there wholly only what is missing. */
static char *
why_lacks(const struct sp_fits *fits, size_t i, int h)
{
	enum sp_pool_list l = list_of(fits, h);
	struct lacking lacking = {
		.has = hards[h].whole ? sp_wordsets_list(fits->pool->lists[l],
					    fits->pool->persons[i].lists[l])
				      : ""
	};
	char *why;

	sp_list_words(fits->need->value[hards[h].field].s, false, add_lacking,
	    &lacking);
	why = sp_format(_(hards[h].lacks), lacking.words.s);
	sp_text_free(&lacking.words);
	return why;
}

char *
sp_fits_why(const struct sp_fits *fits, size_t i, enum sp_hindrance hindrance)
{
	struct sp_text why = { 0 };

	for (int h = 0; h < HARDS; h++)
		if (hards[h].hindrance == hindrance)
			return why_lacks(fits, i, h);
	if (hindrance == SP_HINDER_LIMIT) {
		sp_hit_say(&fits->hit, &why);
		return why.s;
	}
	return why_far(fits, i, hindrance);
}
