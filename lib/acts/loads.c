/* loads - reads what is carried, and the settings that bound it */
#include "acts/loads.h"

#include "records/asks.h"
#include "records/settings.h"
#include "sp/date.h"
#include "sp/mem.h"

struct sp_taken
sp_taken_of(const struct sp_query *query)
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
		.weight = (int)sp_query_int(query, 5) };
}

int
sp_carried_read(struct sp_query *query, int64_t person, int day,
    struct sp_carried *carried, struct sp_error *err)
{
	char near[SP_DATE_SIZE];
	int got;

	carried->n = 0;
	sp_date_format(day - SP_NEAR_DAYS, near);
	sp_query_bind_int(query, 1, person);
	sp_query_bind_text(query, 2, near);
	while ((got = sp_query_step(query, err)) > 0) {
		if (carried->n == carried->room) {
			carried->room = 2 * carried->room + 32;
			carried->taken = sp_grow(carried->taken, carried->room,
			    sizeof(*carried->taken));
		}
		carried->taken[carried->n++] = sp_taken_of(query);
	}
	return got;
}

int
sp_guard_rules_read(struct sp_store *store, struct sp_guard_rules *rules,
    struct sp_error *err)
{
	int64_t asks, rest;
	bool needed;

	if (sp_setting_number(store, "max_vragen_30d", 1000, &asks, err) != 0 ||
	    sp_setting_number(store, "rustdagen", 30, &rest, err) != 0 ||
	    sp_setting_yes(store, "grondslag_verplicht", &needed, err) != 0)
		return -1;
	*rules = (struct sp_guard_rules){ .asks = (int)asks,
		.rest = (int)rest,
		.ground_needed = needed };
	return 0;
}
