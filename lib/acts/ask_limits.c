/* ask_limits - the guard at the moment of asking */
#include <string.h>

#include "acts/asking.h"
#include "records/people.h"
#include "sp/date.h"

enum { YEAR = 365 };

static int
read_person(struct sp_life *life, int64_t id, const char *day,
    struct sp_guarded *person, struct sp_error *err)
{
	struct life_asks *asks = life->asks;
	const struct sp_value *hours;
	bool good;
	int got = sp_records_get_some(asks->people, id, asks->person_at,
	    P_FIELDS, asks->person, err);

	if (got > 0)
		got = sp_people_ground(life->store, id, day, &good, err);
	if (got < 0)
		return -1;
	hours = &asks->person[asks->person_at[P_UREN]];
	*person = (struct sp_guarded){
		.status = ask_person_text(asks, P_STATUS),
		.stand = ask_person_text(asks, P_STAND),
		.dagen = ask_person_text(asks, P_DAGEN),
		.approach = got == 0 ? SP_APPROACH_UNKNOWN
			    : good   ? SP_APPROACH_GOOD
				     : SP_APPROACH_ENDED,
		.not_before = sp_date_day(ask_person_text(asks, P_NIET_VOOR)),
		.capacity = hours->type == SP_INT ? 100 * (int)hours->i : -1,
	};
	return 0;
}

/* Whether she worked for the organisation, the project or the signal in the
 * year before. */
static int
works_for(struct sp_life *life, const struct sp_value *row, int asked,
    struct sp_error *err)
{
	const struct life_asks *asks = life->asks;
	struct sp_query *query = ask_query(life, SP_ASKS_WORKED_FOR, err);
	char from[SP_DATE_SIZE], until[SP_DATE_SIZE];

	if (query == NULL)
		return -1;
	sp_date_format(asked - YEAR, from);
	sp_date_format(asked, until);
	sp_query_bind_int(query, 1, ask_number(asks, row, A_PERSOON));
	sp_query_bind_text(query, 2, from);
	sp_query_bind_text(query, 3, until);
	sp_query_bind(query, 4, &row[asks->at[A_ORG]]);
	sp_query_bind(query, 5, &row[asks->at[A_PROJECT]]);
	sp_query_bind(query, 6, &row[asks->at[A_SIGNAAL]]);
	return sp_query_step(query, err);
}

static struct sp_asking
asking_of(const struct life_asks *asks, const struct sp_value *row)
{
	int asked = sp_date_day(ask_text(asks, row, A_DATUM));
	int work = sp_date_day(ask_text(asks, row, A_WANNEER));

	return (struct sp_asking){
		.days = { asked, work == SP_NO_DAY ? asked : work },
		.work_known = work != SP_NO_DAY,
		.hours = (int)ask_number(asks, row, A_UREN_BEGROOT),
		.heavy = ask_number(asks, row, A_ZWAAR) != 0,
	};
}

/* What helps, after what stands in the way. */
static void
add_remedy(const struct life_asks *asks, const struct sp_guarded *person,
    const struct sp_asking *asking, enum sp_limit limit, struct sp_text *out)
{
	const struct sp_limit_row *row = &sp_limits[limit];
	int day = sp_guard_possible(&asks->rules, person, asking,
	    asks->carried.taken, asks->carried.n, limit);
	char text[SP_DATE_SIZE];

	if (day != SP_NO_DAY) {
		sp_date_format(day, text);
		sp_text_addf(out,
		    row->helps == SP_HELPS_ASK_LATER
			? _("; ask her from %s on")
			: _("; she can from %s on (wanneer=)"),
		    text);
	} else if (row->helps == SP_HELPS_WORK_LATER) {
		sp_text_add(out, _("; ask for fewer hours, or ask another"));
	} else {
		sp_text_add(out, _("; ask another: sp-match find"));
	}
	if (row->may_force)
		sp_text_add(out, _("; --force \"why\" asks all the same"));
}

static int
refuse(const struct sp_life *life, int64_t person_id,
    const struct sp_guarded *person, const struct sp_asking *asking,
    const struct sp_hit *hit, struct sp_error *err)
{
	struct sp_text text = { 0 };

	sp_hit_say(hit, &text);
	add_remedy(life->asks, person, asking, hit->limit, &text);
	sp_fail(err, SP_REFUSED, _("person %lld: %s"), (long long)person_id,
	    text.s);
	sp_text_free(&text);
	return -1;
}

static void
pass_over(struct sp_life *life, struct sp_value *row, const struct sp_hit *hit)
{
	struct sp_text text = { 0 };

	*ask_cell(life->asks, row, A_DOORBROKEN) = sp_text_value(life->forced);
	life->why = life->forced;
	sp_hit_say(hit, &text);
	life_note(life, _("passed over: %s"), text.s);
	sp_text_free(&text);
}

int
ask_limits(struct sp_life *life, struct sp_value *row, struct sp_error *err)
{
	struct life_asks *asks = life->asks;
	bool draft = strcmp(ask_text(asks, row, A_STATUS), "concept") == 0;
	int64_t id = ask_number(asks, row, A_PERSOON);
	struct sp_asking asking = asking_of(asks, row);
	struct sp_query *query = ask_query(life, SP_ASKS_CARRIED_BY, err);
	struct sp_guarded person;
	struct sp_load load;
	struct sp_hit hit;
	int works;

	if (query == NULL ||
	    read_person(life, id, ask_text(asks, row, A_DATUM), &person, err) !=
		0 ||
	    sp_carried_read(query, id, asking.days.asked, &asks->carried,
		err) != 0)
		return -1;
	works = works_for(life, row, asking.days.asked, err);
	if (works < 0)
		return -1;
	asking.existing = works > 0;
	sp_load_of(&load, &asking.days, asks->carried.taken, asks->carried.n);
	if (!sp_guard(&asks->rules, &person, &asking, &load, &hit))
		return 0;
	if (sp_limits[hit.limit].may_force && draft)
		return 0;
	if (!sp_limits[hit.limit].may_force || life->forced == NULL)
		return refuse(life, id, &person, &asking, &hit, err);
	pass_over(life, row, &hit);
	return 0;
}
