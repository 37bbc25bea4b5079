/* ask_hints - what else there is to know when somebody is asked something */
#include <string.h>

#include "acts/asking.h"
#include "sp/date.h"
#include "sp/utf8.h"
#include "sp/words.h"

/* Binds the person, the organisation and the day of the ask: 1 there is such a
 * row, 0, -1. */
static int
is_there(struct sp_life *life, enum sp_asks_question question,
    const struct sp_value *row, struct sp_error *err)
{
	const struct life_asks *asks = life->asks;
	struct sp_query *query = ask_query(life, question, err);

	if (query == NULL)
		return -1;
	sp_query_bind(query, 1, &row[asks->at[A_PERSOON]]);
	sp_query_bind(query, 2, &row[asks->at[A_ORG]]);
	sp_query_bind(query, 3, &row[asks->at[A_DATUM]]);
	return sp_query_step(query, err);
}

/* First help, then ask (DOMAIN, K-54 and K-60). */
static int
hint_return(struct sp_life *life, const struct sp_value *row,
    struct sp_error *err)
{
	int given = is_there(life, SP_ASKS_GIVEN, row, err);
	int before =
	    given == 0 ? is_there(life, SP_ASKS_ASKED_BY, row, err) : given;

	if (given < 0 || before < 0)
		return -1;
	if (given == 0 && ask_number(life->asks, row, A_TOEGANG) != 0)
		life_note(life,
		    _("she is asked for access to a group, and got nothing "
		      "from this organisation yet; what she got is a "
		      "wederdienst"));
	else if (before == 0)
		life_note(life,
		    _("the first ask of this organisation, and it gave her "
		      "nothing yet: help first, ask later"));
	return 0;
}

/* Two who ask the same person do not know of each other (K-31). */
static int
hint_others(struct sp_life *life, const struct sp_value *row,
    struct sp_error *err)
{
	const struct life_asks *asks = life->asks;
	struct sp_query *query = ask_query(life, SP_ASKS_OTHERS, err);
	char monday[SP_DATE_SIZE], sunday[SP_DATE_SIZE];
	long day = 0;
	int got;

	if (query == NULL)
		return -1;
	sp_date_parse(ask_text(asks, row, A_DATUM), &day);
	day -= sp_date_weekday(day);
	sp_date_format(day, monday);
	sp_date_format(day + 6, sunday);
	sp_query_bind(query, 1, &row[asks->at[A_PERSOON]]);
	sp_query_bind_text(query, 2, monday);
	sp_query_bind_text(query, 3, sunday);
	sp_query_bind(query, 4, &row[asks->at[A_ORG]]);
	got = sp_query_step(query, err);
	if (got > 0)
		life_note(life, _("%s asked her something this week too"),
		    sp_reference_label(life->references,
			sp_kind_find("organisatie"), sp_query_int(query, 0)));
	return got < 0 ? -1 : 0;
}

/* The usual ones are asked before others are looked for (K-24). */
static int
hint_often(struct sp_life *life, const struct sp_value *row,
    struct sp_error *err)
{
	const struct life_asks *asks = life->asks;
	struct sp_query *query = ask_query(life, SP_ASKS_COUNT, err);
	int day = sp_date_day(ask_text(asks, row, A_DATUM));
	char from[SP_DATE_SIZE];
	int got;

	if (query == NULL)
		return -1;
	sp_date_format(day - SP_OFTEN_DAYS + 1, from);
	sp_query_bind(query, 1, &row[asks->at[A_PERSOON]]);
	sp_query_bind_text(query, 2, from);
	sp_query_bind(query, 3, &row[asks->at[A_DATUM]]);
	got = sp_query_step(query, err);
	if (got > 0 && sp_query_int(query, 0) >= SP_OFTEN)
		life_note(life,
		    _("she was asked %lld times in %d days already; who else "
		      "fits: sp-match find"),
		    (long long)sp_query_int(query, 0), SP_OFTEN_DAYS);
	return got < 0 ? -1 : 0;
}

/* Whether one of her titles, folded, is the name of a profile. */
static bool
bears(const char *titles, const char *name)
{
	struct sp_text folded = { 0 };
	bool found;

	sp_utf8_fold(&folded, name);
	found = sp_list_has(titles, folded.s, NULL);
	sp_text_free(&folded);
	return found;
}

/* A title says what she may be asked, and protects her (K-03). */
static int
hint_profile(struct sp_life *life, const struct sp_value *row,
    struct sp_error *err)
{
	const struct life_asks *asks = life->asks;
	const char *task = ask_text(asks, row, A_TAAK);
	const char *titles = ask_person_text(asks, P_TITEL);
	struct sp_query *query = ask_query(life, SP_ASKS_PROFILES, err);
	struct sp_text folded = { 0 }, others = { 0 };
	bool within = false;
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind(query, 1, &row[asks->at[A_PERSOON]]);
	sp_query_bind(query, 2, &row[asks->at[A_DATUM]]);
	sp_utf8_fold(&folded, titles == NULL ? "" : titles);
	while ((got = sp_query_step(query, err)) > 0) {
		const char *name = sp_query_text(query, 0);
		if (sp_query_int(query, 2) == 0 && !bears(folded.s, name))
			continue;
		within =
		    within || sp_list_has(sp_query_text(query, 1), task, NULL);
		sp_text_addf(&others, "%s%s: %s", others.length > 0 ? "; " : "",
		    name, sp_query_text(query, 1));
	}
	if (got == 0 && !within && others.length > 0)
		life_note(life, _("%s is not what she is there for (%s)"), task,
		    others.s);
	sp_text_free(&others);
	sp_text_free(&folded);
	return got;
}

int
ask_hints(struct sp_life *life, const struct sp_value *row,
    struct sp_error *err)
{
	const struct life_asks *asks = life->asks;
	const char *both = ask_text(asks, row, A_BELANG_BEIDE);

	if ((life->how & SP_LIFE_BULK) ||
	    strcmp(ask_text(asks, row, A_STATUS), "concept") == 0)
		return 0;
	if (both != NULL)
		life_note(life, _("what is in it for both: %s"), both);
	if (ask_text(asks, row, A_TAAK) != NULL &&
	    hint_profile(life, row, err) != 0)
		return -1;
	if (hint_often(life, row, err) != 0)
		return -1;
	if (ask_number(asks, row, A_ORG) == 0) {
		life_note(life, _("who asks is not known: org="));
		return 0;
	}
	return hint_return(life, row, err) != 0 ? -1
						: hint_others(life, row, err);
}
