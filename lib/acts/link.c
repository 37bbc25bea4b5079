/* link - a signal that is the same as another, or belongs to one */
#include <string.h>

#include "acts/life.h"
#include "records/kinds/kinds.h"

static int
fits(struct sp_life *life, int64_t other, struct sp_error *err)
{
	int got;

	if (other == life->id)
		return sp_fail(err, SP_REFUSED,
		    _("signal %lld can not be tied to itself"),
		    (long long)other);
	got = sp_signals_tied(life->asked, other, err);
	if (got > 0)
		return sp_fail(err, SP_REFUSED,
		    _("signal %lld belongs to another itself; tie this one to "
		      "that"),
		    (long long)other);
	if (got == 0)
		got = sp_signals_has_tied(life->asked, life->id, err);
	if (got > 0)
		return sp_fail(err, SP_REFUSED,
		    _("other signals belong to signal %lld; one level is all "
		      "there is"),
		    (long long)life->id);
	return got;
}

/* The same said twice: cancelled here, counted there once. */
static int
duplicate(struct sp_life *life, int64_t other, struct sp_error *err)
{
	if (fits(life, other, err) != 0 ||
	    life_cancel(life, "dubbel", err) != 0)
		return -1;
	life_set_number(life, F_DUBBEL_VAN, other);
	return 0;
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	int64_t same = life_given_number(life, row, "dubbel_van");
	int64_t parent = life_given_number(life, row, "ouder");

	(void)word;
	(void)made;
	if ((same == 0) == (parent == 0))
		return sp_fail(err, SP_INPUT,
		    _("give one of dubbel_van= and ouder="));
	if (same != 0)
		return duplicate(life, same, err);
	if (fits(life, parent, err) != 0)
		return -1;
	life_set_number(life, F_OUDER, parent);
	return 0;
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
