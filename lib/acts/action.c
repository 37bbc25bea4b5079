/* action - work on a signal that never speaks to the resident */
#include <stdio.h>
#include <string.h>

#include "acts/life.h"
#include "records/kinds/kinds.h"

static int
begin(struct sp_life *life, const struct sp_value *row, int64_t *made,
    struct sp_error *err)
{
	const char *status = life_text(life, F_STATUS);
	const struct life_cell cells[] = {
		{ "org", *life_given(life, row, "org") },
		{ "wat", *life_given(life, row, "wat") },
		{ "status", sp_text_value("open") },
		{ "begonnen_op", sp_text_value(life->day) },
		{ "uiterlijk", *life_given(life, row, "uiterlijk") },
		{ "door", sp_text_value(life->session->user) },
	};

	if (life_given_text(life, row, "wat") == NULL)
		return sp_fail(err, SP_INPUT, _("wat: say what is to be done"));
	if (!sp_state_live(SP_TRACK_STATUS, status))
		return sp_fail(err, SP_REFUSED,
		    _("a signal that is %s asks for no work; reopen it first"),
		    status);
	if (life_insert(life, LIFE_ACTION, cells,
		sizeof(cells) / sizeof(cells[0]), made, err) != 0)
		return -1;
	life_tell_record(life, LIFE_ACTION, *made, "", "open");
	life_set(life, F_ROUTEREN_VOOR, NULL);
	if (strcmp(status, "gemeld") != 0 && strcmp(status, "heropend") != 0)
		return 0;
	return life_status(life, "in_behandeling", 0, err);
}

static int
end(struct sp_life *life, const char *to, const struct sp_value *row,
    struct sp_error *err)
{
	const struct sp_value *result = life_given(life, row, "resultaat");
	const struct sp_value *why = life_given(life, row, "toelichting");
	const struct life_cell cells[] = { { "status", sp_text_value(to) },
		{ "klaar_op", sp_text_value(life->day) },
		{ "resultaat", sp_value_given(result) ? *result : *why } };
	unsigned met = (sp_value_given(result) ? SP_NEEDS_RESULT : 0) |
		       (sp_value_given(why) ? SP_NEEDS_TEXT : 0);

	return life_finish(life, LIFE_ACTION, to, met, row, cells,
	    sizeof(cells) / sizeof(cells[0]), err);
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	return word == NULL ? begin(life, row, made, err)
			    : end(life, word, row, err);
}

static const struct sp_column action_columns[] = {
	STEP_SIGNAL,
	{ .naam = "org",
	    .name = "organisation",
	    .alias = "organisatie",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie",
	    .hulp = "wie het doet",
	    .help = "who does it" },
	{ .naam = "wat",
	    .name = "what",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "wat",
	    .help = "what" },
	{ .naam = "uiterlijk",
	    .name = "due",
	    .type = SP_COL_DATE,
	    .hulp = "laatste dag",
	    .help = "last day" },
	{ STEP_NUMBER, .kind = "actie" },
	{ .naam = "resultaat",
	    .name = "result",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "wat eruit kwam",
	    .help = "what came of it" },
	{ .naam = "toelichting",
	    .name = "explanation",
	    .alias = "tekst",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "waarom niet",
	    .help = "why not" },
	STEP_DAY,
};
const struct sp_step sp_step_action = {
	.fields = { .naam = "action",
	    .name = "action",
	    .hulp = "werk aan een signaal, van binnen",
	    .help = "work on a signal, inside",
	    .columns = action_columns,
	    .n = sizeof(action_columns) / sizeof(action_columns[0]) },
	.words = "klaar|vervallen",
	.states = &sp_action_states,
	.take = take,
};
