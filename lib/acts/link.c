/* link - a signal that is the same as another, or belongs to one */
#include <string.h>

#include "acts/life.h"
#include "records/kinds/kinds.h"

/* Whether this one may be tied to another: one level, to one that lives or was
 * handled. */
static int
fits(struct sp_life *life, int64_t other, struct sp_error *err)
{
	char cancelled[SP_CANCELLED_SIZE];
	int64_t of;
	int got;

	if (other == life->id)
		return sp_fail(err, SP_REFUSED,
		    _("signal %lld can not be tied to itself"),
		    (long long)other);
	if (sp_signals_place(life->asked, other, &of, cancelled, err) < 0)
		return -1;
	if (of != 0)
		return sp_fail(err, SP_REFUSED,
		    _("signal %lld belongs to signal %lld itself; tie this one "
		      "to that"),
		    (long long)other, (long long)of);
	if (*cancelled != '\0')
		return sp_fail(err, SP_REFUSED,
		    _("signal %lld is cancelled (%s); open it again first, or "
		      "tie this one to another"),
		    (long long)other, cancelled);
	got = sp_signals_has_tied(life->asked, life->id, err);
	return got <= 0
		   ? got
		   : sp_fail(err, SP_REFUSED,
			 _("other signals belong to signal %lld; one level "
			   "is all there is"),
			 (long long)life->id);
}

/* Part of another; 0: no longer. */
static int
part(struct sp_life *life, int64_t parent, struct sp_error *err)
{
	int64_t original = life_number(life, F_DUBBEL_VAN);

	if (parent == life_number(life, F_OUDER))
		return 0;
	if (parent == 0) {
		life_set(life, F_OUDER, NULL);
		return 0;
	}
	if (original != 0)
		return sp_fail(err, SP_REFUSED,
		    _("signal %lld is the same as signal %lld; tie that one"),
		    (long long)life->id, (long long)original);
	if (fits(life, parent, err) != 0)
		return -1;
	life_set_number(life, F_OUDER, parent);
	return 0;
}

/* What may be one signal with another is tied to nothing else. */
static int
single(struct sp_life *life, struct sp_error *err)
{
	int64_t parent = life_number(life, F_OUDER);
	int64_t original = life_number(life, F_DUBBEL_VAN);

	if (parent != 0)
		return sp_fail(err, SP_REFUSED,
		    _("signal %lld belongs to signal %lld; ouder= takes that "
		      "away"),
		    (long long)life->id, (long long)parent);
	if (original != 0)
		return sp_fail(err, SP_REFUSED,
		    _("signal %lld is the same as signal %lld already; "
		      "dubbel_van= and tekst= take that away"),
		    (long long)life->id, (long long)original);
	return 0;
}

/* The same said twice: cancelled here, counted there once. 0: it was not the
 * same after all, and is open again. */
static int
duplicate(struct sp_life *life, int64_t other, const char *text,
    struct sp_error *err)
{
	bool cancelled = strcmp(life_text(life, F_ANNULERING), "dubbel") == 0;

	if (other == life_number(life, F_DUBBEL_VAN))
		return 0;
	if (other == 0)
		return life_reopen(life, text, err);
	if (single(life, err) != 0 || fits(life, other, err) != 0 ||
	    (!cancelled && life_cancel(life, "dubbel", err) != 0))
		return -1;
	life_set_number(life, F_DUBBEL_VAN, other);
	return 0;
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	const struct sp_value *same = life_given(life, row, "dubbel_van");
	const struct sp_value *parent = life_given(life, row, "ouder");
	const char *text = life_given_text(life, row, "toelichting");

	(void)word;
	(void)made;
	if ((same->type == SP_ABSENT && parent->type == SP_ABSENT) ||
	    (sp_value_given(same) && sp_value_given(parent)))
		return sp_fail(err, SP_INPUT,
		    _("give one of dubbel_van= and ouder="));
	life_explain(life, text);
	if (parent->type != SP_ABSENT &&
	    part(life, life_given_number(life, row, "ouder"), err) != 0)
		return -1;
	return same->type == SP_ABSENT
		   ? 0
		   : duplicate(life, life_given_number(life, row, "dubbel_van"),
			 text, err);
}

static const struct sp_column link_columns[] = {
	STEP_SIGNAL,
	{ .naam = "dubbel_van",
	    .name = "duplicate_of",
	    .type = SP_COL_REFERENCE,
	    .kind = "signaal",
	    .hulp = "zelfde als",
	    .help = "same as" },
	{ .naam = "ouder",
	    .name = "parent",
	    .type = SP_COL_REFERENCE,
	    .kind = "signaal",
	    .hulp = "hoort bij",
	    .help = "belongs to" },
	{ .naam = "toelichting",
	    .name = "explanation",
	    .alias = "tekst",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "waarom",
	    .help = "why" },
	STEP_DAY,
};
const struct sp_step sp_step_link = {
	.fields = { .naam = "link",
	    .name = "link",
	    .hulp = "verbindt twee signalen",
	    .help = "tie two signals",
	    .columns = link_columns,
	    .n = sizeof(link_columns) / sizeof(link_columns[0]) },
	.words = NULL,
	.take = take,
};
