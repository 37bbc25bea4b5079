/* loads - reads what is carried once, and adds it up by person */
#include "acts/loads.h"

#include <stdlib.h>
#include <string.h>

#include "records/asks.h"
#include "records/settings.h"
#include "sp/date.h"
#include "sp/mem.h"

enum { YEAR = 365, FIRST_ROOM = 1024 /* a power of two */ };

/* Open addressing, never more than half full; person 0: free. The loads stand
 * apart, so that looking takes little memory. */
struct place {
	int64_t person;
	size_t at;
};
struct sp_loads {
	struct place *places;
	size_t room;
	struct sp_load *loads;
	size_t n, loads_room;
};

static struct place *
place_of(const struct sp_loads *loads, int64_t person)
{
	/* Fibonacci hashing. Source: Knuth, TAOCP 3, 6.4. */
	uint64_t hash = (uint64_t)person * UINT64_C(11400714819323198485);
	size_t at = (hash >> 32) & (loads->room - 1);

	while (
	    loads->places[at].person != 0 && loads->places[at].person != person)
		at = (at + 1) & (loads->room - 1);
	return &loads->places[at];
}

static void
widen(struct sp_loads *loads)
{
	struct place *old = loads->places;
	size_t room = loads->room;

	loads->room *= 4;
	loads->places = sp_alloc(loads->room, sizeof(*loads->places));
	for (size_t i = 0; i < room; i++)
		if (old[i].person != 0)
			*place_of(loads, old[i].person) = old[i];
	free(old);
}

static struct sp_load *
load_of(struct sp_loads *loads, int64_t person)
{
	struct place *place = place_of(loads, person);

	if (place->person != 0)
		return &loads->loads[place->at];
	if (2 * (loads->n + 1) > loads->room) {
		widen(loads);
		place = place_of(loads, person);
	}
	if (loads->n == loads->loads_room) {
		loads->loads_room = 2 * loads->loads_room + FIRST_ROOM;
		loads->loads = sp_grow(loads->loads, loads->loads_room,
		    sizeof(*loads->loads));
	}
	*place = (struct place){ person, loads->n };
	loads->loads[loads->n] = sp_no_load;
	return &loads->loads[loads->n++];
}

static struct sp_taken
taken_of(const struct sp_query *query)
{
	enum sp_taking by = (enum sp_taking)sp_query_int(query, 1);
	const char *work = sp_query_text(query, 3);
	int asked = sp_date_day(sp_query_text(query, 2));

	return (struct sp_taken){ .by = by,
		.asked = asked,
		.work = work == NULL && by != SP_TAKEN_CONTRACT
			    ? asked
			    : sp_date_day(work),
		.hours = (int)sp_query_int(query, 4),
		.weight = (int)sp_query_int(query, 5),
		.well = sp_query_int(query, 6) != 0 };
}

static int
read_all(struct sp_loads *loads, struct sp_query *query,
    const struct sp_load_days *days, struct sp_error *err)
{
	char year[SP_DATE_SIZE], monday[SP_DATE_SIZE], sunday[SP_DATE_SIZE];
	char near[SP_DATE_SIZE], work[SP_DATE_SIZE];
	int first = days->work - sp_date_weekday(days->work);
	int got;

	sp_date_format(days->asked - YEAR, year);
	sp_date_format(days->asked - SP_NEAR_DAYS, near);
	sp_date_format(first, monday);
	sp_date_format(first + 6, sunday);
	sp_date_format(days->work, work);
	sp_query_bind_text(query, 1, year);
	sp_query_bind_text(query, 2, near);
	sp_query_bind_text(query, 3, monday);
	sp_query_bind_text(query, 4, sunday);
	sp_query_bind_text(query, 5, work);
	while ((got = sp_query_step(query, err)) > 0) {
		struct sp_taken taken = taken_of(query);
		sp_load_add(load_of(loads, sp_query_int(query, 0)), days,
		    &taken);
	}
	return got;
}

struct sp_loads *
sp_loads_open(struct sp_store *store, const struct sp_load_days *days,
    struct sp_error *err)
{
	struct sp_query *query = sp_asks_ask(store, SP_ASKS_CARRIED, err);
	struct sp_loads *loads;
	int got;

	if (query == NULL)
		return NULL;
	loads = sp_alloc(1, sizeof(*loads));
	loads->room = FIRST_ROOM;
	loads->places = sp_alloc(loads->room, sizeof(*loads->places));
	got = read_all(loads, query, days, err);
	sp_query_close(query);
	if (got == 0)
		return loads;
	sp_loads_close(loads);
	return NULL;
}

const struct sp_load *
sp_loads_find(const struct sp_loads *loads, int64_t person)
{
	const struct place *place = place_of(loads, person);

	return place->person == 0 ? &sp_no_load : &loads->loads[place->at];
}

void
sp_loads_close(struct sp_loads *loads)
{
	if (loads == NULL)
		return;
	free(loads->places);
	free(loads->loads);
	free(loads);
}

int
sp_carried_read(struct sp_query *query, int64_t person, int day,
    struct sp_carried *carried, struct sp_error *err)
{
	char year[SP_DATE_SIZE], near[SP_DATE_SIZE];
	int got;

	carried->n = 0;
	sp_date_format(day - YEAR, year);
	sp_date_format(day - SP_NEAR_DAYS, near);
	sp_query_bind_int(query, 1, person);
	sp_query_bind_text(query, 2, year);
	sp_query_bind_text(query, 3, near);
	while ((got = sp_query_step(query, err)) > 0) {
		if (carried->n == carried->room) {
			carried->room = 2 * carried->room + 32;
			carried->taken = sp_grow(carried->taken, carried->room,
			    sizeof(*carried->taken));
		}
		carried->taken[carried->n++] = taken_of(query);
	}
	return got;
}

int
sp_guard_rules_read(struct sp_store *store, struct sp_guard_rules *rules,
    struct sp_error *err)
{
	int64_t asks, rest;
	char *needed;

	if (sp_setting_number(store, "max_vragen_30d", 1000, &asks, err) != 0 ||
	    sp_setting_number(store, "rustdagen", 30, &rest, err) != 0 ||
	    sp_setting(store, "grondslag_verplicht", &needed, err) < 0)
		return -1;
	*rules = (struct sp_guard_rules){ .asks = (int)asks,
		.rest = (int)rest,
		.ground_needed = needed != NULL && strcmp(needed, "ja") == 0 };
	free(needed);
	return 0;
}
