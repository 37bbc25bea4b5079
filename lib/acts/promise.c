/* promise - who promised what, and whether it was kept */
#include <stdio.h>
#include <string.h>

#include "acts/life.h"
#include "records/kinds/kinds.h"

/* What cannot be kept with certainty is not promised (DOMAIN, K-44). */
static int
check_certainty(struct sp_life *life, const char *certainty,
    struct sp_error *err)
{
	if (strcmp(certainty, "waarschijnlijk") == 0)
		life_note(life, _("a promise that is only likely: say so to "
				  "who counts on it"));
	if (strcmp(certainty, "onzeker") != 0 || life->forced != NULL)
		return 0;
	return sp_fail(err, SP_REFUSED,
	    _("what is uncertain is not promised; --force \"why\" records it "
	      "all the same"));
}

static int
make(struct sp_life *life, const struct sp_value *row, int64_t *made,
    struct sp_error *err)
{
	static const char *const needed[] = { "wat", "voor", "zekerheid" };
	const struct life_cell cells[] = {
		{ "door", *life_given(life, row, "door") },
		{ "door_org", *life_given(life, row, "door_org") },
		{ "aan", *life_given(life, row, "aan") },
		{ "wat", *life_given(life, row, "wat") },
		{ "gedaan_op", sp_text_value(life->day) },
		{ "voor", *life_given(life, row, "voor") },
		{ "zekerheid", *life_given(life, row, "zekerheid") },
		{ "status", sp_text_value("open") },
	};

	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		if (life_given_text(life, row, needed[i]) == NULL)
			return sp_fail(err, SP_INPUT,
			    _("%s: is missing; every promise has one"),
			    needed[i]);
	if (life_given_number(life, row, "door") == 0 &&
	    life_given_number(life, row, "door_org") == 0)
		return sp_fail(err, SP_INPUT,
		    _("door: say who promises: door= or door_org="));
	if (strcmp(cells[5].value.s, life->day) < 0)
		return sp_fail(err, SP_INPUT,
		    _("voor: %s is before the promise is made"),
		    cells[5].value.s);
	if (check_certainty(life, cells[6].value.s, err) != 0 ||
	    life_insert(life, LIFE_PROMISE, cells,
		sizeof(cells) / sizeof(cells[0]), made, err) != 0)
		return -1;
	life_tell_record(life, LIFE_PROMISE, *made, "", "open");
	return 0;
}

static int
end(struct sp_life *life, const char *to, const struct sp_value *row,
    struct sp_error *err)
{
	const struct sp_value *heir = life_given(life, row, "overgedragen_aan");
	const struct sp_value *why = life_given(life, row, "toelichting");
	const struct life_cell cells[] = { { "status", sp_text_value(to) },
		{ "klaar_op", sp_text_value(life->day) },
		{ "overgedragen_aan", *heir }, { "reden", *why } };
	unsigned met = (sp_value_given(heir) ? SP_NEEDS_SUCCESSOR : 0) |
		       (sp_value_given(why) ? SP_NEEDS_TEXT : 0);

	return life_finish(life, LIFE_PROMISE, to, met, row, cells,
	    sizeof(cells) / sizeof(cells[0]), err);
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	return word == NULL ? make(life, row, made, err)
			    : end(life, word, row, err);
}

static const struct sp_column promise_columns[] = {
	STEP_SIGNAL,
	{ .naam = "door",
	    .name = "by",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon",
	    .care = SP_PERSONAL,
	    .hulp = "wie het beloofde",
	    .help = "who promised" },
	{ .naam = "door_org",
	    .name = "by_organisation",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie",
	    .hulp = "of welke organisatie",
	    .help = "or which organisation" },
	{ .naam = "aan",
	    .name = "to",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "aan wie",
	    .help = "to whom" },
	{ .naam = "wat",
	    .name = "what",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "wat",
	    .help = "what" },
	{ .naam = "voor",
	    .name = "before",
	    .type = SP_COL_DATE,
	    .hulp = "uiterlijk op deze dag",
	    .help = "on this day at the latest" },
	{ .naam = "zekerheid",
	    .name = "certainty",
	    .type = SP_COL_CODE,
	    .codes = &sp_certainties,
	    .hulp = "hoe zeker",
	    .help = "how certain" },
	{ STEP_NUMBER, .kind = "belofte" },
	{ .naam = "overgedragen_aan",
	    .name = "handed_to",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon",
	    .care = SP_PERSONAL,
	    .hulp = "wie haar overneemt",
	    .help = "who takes it over" },
	{ .naam = "toelichting",
	    .name = "explanation",
	    .alias = "tekst",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "waarom niet",
	    .help = "why not" },
	STEP_DAY,
};
const struct sp_step sp_step_promise = {
	.fields = { .naam = "promise",
	    .name = "promise",
	    .hulp = "legt een belofte vast",
	    .help = "record a promise",
	    .columns = promise_columns,
	    .n = sizeof(promise_columns) / sizeof(promise_columns[0]) },
	.words = "nagekomen|gebroken|ingetrokken|overgedragen",
	.states = &sp_promise_states,
	.take = take,
};
