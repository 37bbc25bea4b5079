/* fit_told - why somebody stands where she stands, by what that is made of */
#include <stdlib.h>
#include <string.h>

#include "acts/fit.h"
#include "sp/mem.h"

static void
tell_roots(struct sp_text *out, int years, unsigned networks)
{
	if (years < 0 && networks == 0)
		sp_text_add(out, _("not known"));
	if (years >= 0)
		sp_text_addf(out, _("years: %d"), years);
	if (networks > 0)
		sp_text_addf(out, "%s", years >= 0 ? ", " : "");
	if (networks > 0)
		sp_text_addf(out, _("networks: %u"), networks);
}

/* What is known of a ground, before it became a number. */
static void
tell_value(const struct sp_fits *fits, const struct sp_candidate *candidate,
    enum sp_ground ground, struct sp_text *out)
{
	const struct sp_pool_person *person =
	    sp_fits_of(fits, candidate->person);
	size_t of, held;

	switch (ground) {
	case SP_GROUND_AREA:
		sp_text_add(out, sp_circle_name(candidate->met[ground]));
		return;
	case SP_GROUND_ROOTS:
		tell_roots(out, sp_fits_years(fits, candidate->person),
		    person->networks);
		return;
	case SP_GROUND_LOAD:
		sp_text_addf(out, _("asks in %d days: %d"), SP_LOAD_DAYS,
		    candidate->load);
		return;
	case SP_GROUND_REST:
		if (candidate->rested == SP_NEVER)
			sp_text_add(out, _("never asked"));
		else
			sp_text_addf(out, _("days since the last ask: %d"),
			    (int)candidate->rested);
		return;
	case SP_GROUND_SUCCESS:
		if (person->succeeded + person->failed == 0)
			sp_text_add(out, _("not known"));
		else
			sp_text_addf(out, _("%u of %u"), person->succeeded,
			    person->succeeded + person->failed);
		return;
	default:
		held = sp_fits_held(fits, candidate->person, ground, &of);
		sp_text_addf(out, _("%zu of %zu"), held, of);
	}
}

static void
take(struct sp_told told[SP_GROUNDS + 1], size_t *n, enum sp_ground ground,
    struct sp_text *value)
{
	told[(*n)++] = (struct sp_told){ .ground = ground, .value = value->s };
	*value = (struct sp_text){ 0 };
}

/* How sure the place is: the lead on the next, and one ask that was one too
 * many. */
static void
tell_place(const struct sp_fits *fits, const struct sp_candidate *ranked,
    size_t ordered, size_t at, struct sp_text *out)
{
	const struct sp_candidate *candidate = &ranked[at];
	size_t other = at;

	if (at + 1 < ordered)
		sp_text_addf(out, _("%d above the next"),
		    candidate->score - candidate[1].score);
	if (candidate->load > 0)
		other = sp_rank_with_load(ranked, at, candidate->load - 1,
		    sp_fits_load(fits, candidate->load - 1),
		    sp_fits_weights(fits));
	if (other == at)
		return;
	sp_text_add(out, out->length > 0 ? "; " : "");
	sp_text_addf(out, _("with one ask fewer: place %zu"), other + 1);
}

/* What a coordinator must know before she asks. */
static void
tell_remarks(const struct sp_fits *fits, size_t person, struct sp_text *out)
{
	const struct sp_guarded *guarded = &sp_fits_of(fits, person)->guarded;
	const char *remarks[] = {
		guarded->status != NULL &&
			strcmp(guarded->status, "kandidaat") == 0
		    ? _("candidate")
		    : NULL,
		sp_fits_outside(fits, person)
		    ? _("the task is not in her function profile")
		    : NULL,
		guarded->approach == SP_APPROACH_UNKNOWN
		    ? _("no consent on record")
		    : NULL,
	};

	for (size_t i = 0; i < sizeof(remarks) / sizeof(remarks[0]); i++)
		if (remarks[i] != NULL)
			sp_text_addf(out, "%s%s", out->length > 0 ? "; " : "",
			    remarks[i]);
}

size_t
sp_fits_told(const struct sp_fits *fits, const struct sp_candidate *ranked,
    size_t ordered, size_t at, struct sp_told told[SP_GROUNDS + 1])
{
	const struct sp_candidate *candidate = &ranked[at];
	const int *weights = sp_fits_weights(fits);
	struct sp_text value = { 0 };
	size_t n = 0;

	for (int g = 0; g < SP_GROUNDS; g++) {
		if (candidate->met[g] == SP_NOT_ASKED)
			continue;
		tell_value(fits, candidate, (enum sp_ground)g, &value);
		take(told, &n, (enum sp_ground)g, &value);
		told[n - 1].weight = weights[g];
		told[n - 1].met = candidate->met[g];
		told[n - 1].adds =
		    sp_contribution(weights[g], candidate->met[g]);
	}
	tell_place(fits, ranked, ordered, at, &value);
	tell_remarks(fits, candidate->person, &value);
	if (value.length > 0)
		take(told, &n, SP_GROUNDS, &value);
	return n;
}

char *
sp_fits_reasons(const struct sp_fits *fits,
    const struct sp_candidate *candidate, const char *lang)
{
	struct sp_text text = { 0 }, remarks = { 0 };

	sp_text_clear(&text);
	sp_contributions(&text, candidate, sp_fits_weights(fits), lang);
	tell_remarks(fits, candidate->person, &remarks);
	if (remarks.length > 0)
		sp_text_addf(&text, "%s%s", text.length > 0 ? "; " : "",
		    remarks.s);
	sp_text_free(&remarks);
	return text.s;
}
