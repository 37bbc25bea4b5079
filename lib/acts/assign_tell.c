/* assign_tell - what a need is called, and why it was not placed */
#include <stdlib.h>
#include <string.h>

#include "acts/assign_plan.h"
#include "sp/find.h"
#include "sp/mem.h"

/* "signaal 12", or "domein=energie, taal=ti". */
static void
name_need(const struct sp_plan *plan, const struct sp_need *need,
    struct sp_text *out)
{
	struct sp_text room = { 0 };

	if (sp_need_asks(need, SP_NEED_SIGNAL)) {
		sp_text_addf(out, _("signal %lld"),
		    (long long)need->value[SP_NEED_SIGNAL].i);
		return;
	}
	for (int f = 0; f < SP_NEED_PERSONS; f++) {
		const struct sp_column *column = &sp_need_columns[f];
		struct sp_value value = need->value[f];
		if (!sp_need_asks(need, (enum sp_need_field)f))
			continue;
		sp_reference_name(plan->references, column, &room, &value);
		sp_text_addf(out, "%s%s=", out->length > 0 ? ", " : "",
		    sp_column_name(column, plan->session->lang));
		sp_cell_show(out, column, &value, plan->session->lang);
	}
	sp_text_free(&room);
}

/* How many persons fit what the fits are turned to, but for those who were
 * asked for the need already. */
static size_t
how_many(const struct sp_plan *plan, size_t need)
{
	struct sp_candidate candidate;
	const uint32_t *persons;
	size_t n = sp_fits_persons(plan->fits, &persons), fit = 0;

	for (size_t i = 0; i < n; i++)
		fit += !sp_plan_asked(plan, need, persons[i]) &&
		       sp_fits_person(plan->fits, persons[i], &candidate) ==
			   SP_FITS;
	return fit;
}

/* Which part of the need stands in the way: how many would fit if it said
 * nothing of it. */
static int
tell_without(struct sp_plan *plan, size_t i, struct sp_text *out,
    struct sp_error *err)
{
	const struct sp_need *need = &plan->needs[i].need;
	static const enum sp_need_field parts[] = { SP_NEED_MAX_KM,
		SP_NEED_DOMAIN, SP_NEED_LANGUAGE, SP_NEED_ROLE, SP_NEED_TITLE,
		SP_NEED_HOURS, SP_NEED_HEAVY, SP_NEED_WHEN };
	bool told = false;

	for (size_t p = 0; p < sizeof(parts) / sizeof(parts[0]); p++) {
		struct sp_need less = *need;
		size_t fit;
		if (!sp_need_asks(need, parts[p]))
			continue;
		less.value[parts[p]] = (struct sp_value){ .type = SP_NULL };
		if (sp_fits_need(plan->fits, &less, err) != 0)
			return -1;
		fit = how_many(plan, i);
		if (fit == 0)
			continue;
		sp_text_addf(out,
		    told ? _(", without %s: %zu")
			 : _("; who would fit without %s: %zu"),
		    sp_column_name(&sp_need_columns[parts[p]],
			plan->session->lang),
		    fit);
		told = true;
	}
	return 0;
}

/* Those who have all that is needed, but can't be asked now: the first of
 * them says why. */
static int
tell_hindered(struct sp_plan *plan, const struct sp_need *need,
    struct sp_text *out, struct sp_error *err)
{
	struct sp_candidate candidate;
	const uint32_t *persons;
	size_t n, hindered = 0;
	char *why = NULL;

	if (sp_fits_need(plan->fits, need, err) != 0)
		return -1;
	n = sp_fits_persons(plan->fits, &persons);
	for (size_t i = 0; i < n; i++) {
		enum sp_hindrance hindrance =
		    sp_fits_person(plan->fits, persons[i], &candidate);
		if (hindrance != SP_HINDER_LIMIT)
			continue;
		if (hindered++ == 0)
			why = sp_fits_why(plan->fits, persons[i], hindrance);
	}
	if (hindered > 0)
		sp_text_addf(out,
		    _("; who can't be asked now: %zu, the first: %s"), hindered,
		    why);
	free(why);
	return 0;
}

/* What they carry now leaves no room; the first of them says why, and so what
 * would help. */
static void
tell_full(const struct sp_plan *plan, const struct sp_assignment *result,
    size_t need, struct sp_text *out)
{
	const struct sp_plan_group *group =
	    &plan->groups[plan->needs[need].group];
	struct sp_hit hit = { .limit = SP_LIMITS };

	for (size_t o = 0; o < group->n; o++) {
		size_t person = group->options[o].person;
		if (sp_plan_took(result, person, need) ||
		    sp_plan_asked(plan, need, person) ||
		    !sp_plan_forbids(plan, result, person, need, &hit))
			continue;
		sp_text_add(out, ": ");
		sp_hit_say(&hit, out);
		sp_text_add(out,
		    sp_limits[hit.limit].helps == SP_HELPS_ASK_LATER
			? _("; one ask more for one of them makes room")
			: _("; another day or fewer hours make room"));
		return;
	}
}

/* Persons who fit, but for those who were asked already. */
static size_t
others(const struct sp_plan *plan, size_t need)
{
	const struct sp_plan_group *group =
	    &plan->groups[plan->needs[need].group];
	size_t n = group->fits;

	for (size_t o = 0; o < group->n; o++)
		n -= sp_plan_asked(plan, need, group->options[o].person);
	return n;
}

/* What stands in the way of a need whose persons are too few, or full. */
static int
tell_hindrances(struct sp_plan *plan, size_t i, bool full, struct sp_text *out,
    struct sp_error *err)
{
	if (!full && tell_without(plan, i, out, err) != 0)
		return -1;
	return tell_hindered(plan, &plan->needs[i].need, out, err);
}

/* Needs of a group hear the same, and it is looked for once; not of one for
 * whose signal somebody was asked, who is left out of the count. */
static int
tell_as_group(struct sp_plan *plan, size_t i, bool full, struct sp_text *out,
    struct sp_error *err)
{
	const struct sp_plan_need *need = &plan->needs[i];
	char **told = &plan->groups[need->group].told[full];
	struct sp_text text = { 0 };
	int bad;

	if (need->asked_n > 0)
		return tell_hindrances(plan, i, full, out, err);
	if (*told == NULL) {
		sp_text_clear(&text);
		bad = tell_hindrances(plan, i, full, &text, err);
		*told = text.s;
		if (bad)
			return bad;
	}
	sp_text_add(out, *told);
	return 0;
}

int
sp_plan_why(struct sp_plan *plan, const struct sp_assignment *result, size_t i,
    char **sentence, struct sp_error *err)
{
	const struct sp_plan_need *need = &plan->needs[i];
	size_t fits = others(plan, i);
	bool full = (int64_t)fits >= need->persons;
	struct sp_text text = { 0 };
	int bad;

	name_need(plan, &need->need, &text);
	sp_text_addf(&text, _(": %lld of %lld placed"),
	    (long long)(need->persons - result->outcomes[i].missing),
	    (long long)need->persons);
	if (fits == 0)
		sp_text_add(&text, need->asked_n == 0
				       ? _("; nobody fits")
				       : _("; nobody else fits"));
	else if (!full)
		sp_text_addf(&text, _("; who fit: %zu"), fits);
	else
		sp_text_addf(&text, _("; who fit: %zu, all full"), fits);
	if (full)
		tell_full(plan, result, i, &text);
	bad = tell_as_group(plan, i, full, &text, err);
	*sentence = text.s;
	return bad;
}
