/* receive - the organisation takes a signal on, or says why not */
#include <stdio.h>
#include <string.h>

#include "acts/life.h"
#include "records/kinds/kinds.h"

/* The referral that is meant: nr=, or org=, or the one that waits: who sends a
 * signal elsewhere withdraws what was not heard of. */
static struct sp_hung *
meant(struct sp_life *life, const struct sp_value *row, struct sp_error *err)
{
	int64_t nr = life_given_number(life, row, "nr");
	int64_t org = life_given_number(life, row, "org");
	struct sp_hung *found = NULL;

	for (size_t i = 0; i < life->hung_n; i++) {
		struct sp_hung *one = &life->hung[i];
		if (one->of != SP_REFERRALS ||
		    strcmp(one->status, "verzonden") != 0 ||
		    (nr != 0 && one->id != nr) || (org != 0 && one->org != org))
			continue;
		found = one;
	}
	if (found != NULL)
		return found;
	if (org == 0)
		return life_pick(life, SP_REFERRALS, nr, err);
	sp_fail(err, SP_REFUSED,
	    _("signal %lld has no referral that waits for an answer of "
	      "organisatie %lld"),
	    (long long)life->id, (long long)org);
	return NULL;
}

static int
accept(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	struct sp_hung *referral = meant(life, row, err);

	(void)word;
	(void)made;
	if (referral == NULL)
		return -1;
	return life_referral(life, referral, "geaccepteerd", 0, NULL, 0, err);
}

static int
refuse(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	const char *reason = life_given_text(life, row, "reden");
	const struct sp_value *advice = life_given(life, row, "advies_org");
	const struct life_cell cells[] = { { "reden", sp_text_value(reason) },
		{ "advies_org", *advice },
		{ "resultaat", *life_given(life, row, "toelichting") } };
	bool theirs = reason == NULL || strcmp(reason, "niet_onze_taak") != 0;
	unsigned met = (reason != NULL ? SP_NEEDS_REASON : 0) |
		       (theirs || sp_value_given(advice) ? SP_NEEDS_ADVICE : 0);
	struct sp_hung *referral = meant(life, row, err);

	(void)word;
	(void)made;
	if (referral == NULL ||
	    life_referral(life, referral, "geweigerd", met, cells, 3, err) != 0)
		return -1;
	if (sp_value_given(advice))
		life_note(life, _("signal %lld: try organisatie %lld"),
		    (long long)life->id, (long long)advice->i);
	return life_go_on(life, referral->id, false, err) != 0
		   ? -1
		   : life_unrouted(life, err);
}

static const struct sp_column accept_columns[] = {
	STEP_SIGNAL,
	{ STEP_NUMBER, .kind = "doorverwijzing" },
	{ .naam = "org",
	    .name = "organisation",
	    .alias = "organisatie",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie",
	    .hulp = "wie het aanneemt",
	    .help = "who accepts" },
	STEP_DAY,
};
const struct sp_step sp_step_accept = {
	.fields = { .naam = "accept",
	    .name = "accept",
	    .hulp = "de organisatie neemt het aan",
	    .help = "the organisation takes it on",
	    .columns = accept_columns,
	    .n = sizeof(accept_columns) / sizeof(accept_columns[0]) },
	.words = NULL,
	.take = accept,
};

static const struct sp_column refuse_columns[] = {
	STEP_SIGNAL,
	{ STEP_NUMBER, .kind = "doorverwijzing" },
	{ .naam = "org",
	    .name = "organisation",
	    .alias = "organisatie",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie",
	    .hulp = "wie weigert",
	    .help = "who refuses" },
	{ .naam = "reden",
	    .name = "reason",
	    .type = SP_COL_CODE,
	    .codes = &sp_refusal_reasons,
	    .hulp = "waarom",
	    .help = "why" },
	{ .naam = "advies_org",
	    .name = "advised_organisation",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie",
	    .hulp = "wie het wel kan",
	    .help = "who can" },
	{ .naam = "toelichting",
	    .name = "explanation",
	    .alias = "tekst",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "in woorden",
	    .help = "in words" },
	STEP_DAY,
};
const struct sp_step sp_step_refuse = {
	.fields = { .naam = "refuse",
	    .name = "refuse",
	    .hulp = "de organisatie neemt het niet aan",
	    .help = "the organisation does not take it on",
	    .columns = refuse_columns,
	    .n = sizeof(refuse_columns) / sizeof(refuse_columns[0]) },
	.words = NULL,
	.take = refuse,
};
