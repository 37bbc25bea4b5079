/* status - brings a signal to another state by hand */
#include <stdlib.h>
#include <string.h>

#include "acts/life.h"
#include "records/kinds/kinds.h"

/* Reopened: a new answer is wanted, and a new round brings it back. */
static int
reopen(struct sp_life *life, struct sp_error *err)
{
	life_set_number(life, F_HEROPEND_N,
	    life_number(life, F_HEROPEND_N) + 1);
	life_set_number(life, F_LUS_RONDE, life_number(life, F_LUS_RONDE) + 1);
	life_set(life, F_LUS, "open");
	life_set(life, F_LUS_OP, life->day);
	life_set(life, F_LUS_VOOR, NULL);
	life_set(life, F_NAKIJKEN_OP, NULL);
	life_set(life, F_ANTWOORD, NULL);
	life_set(life, F_ANTWOORD_OP, NULL);
	life_set(life, F_UITKOMST, NULL);
	life_set(life, F_ANNULERING, NULL);
	life_set(life, F_DUBBEL_VAN, NULL);
	return life_unrouted(life, err);
}

/* Those who said the same, or a part of it, hear nothing by this one now. */
static int
warn_of_tied(struct sp_life *life, struct sp_error *err)
{
	int tied = sp_signals_has_tied(life->asked, life->id, err);

	if (tied > 0)
		life_note(life,
		    _("signal %lld is cancelled, and others belong to it: no "
		      "answer reaches them this way; lists with "
		      "dubbel_van=%lld or ouder=%lld show which"),
		    (long long)life->id, (long long)life->id,
		    (long long)life->id);
	return tied < 0 ? -1 : 0;
}

int
life_cancel(struct sp_life *life, const char *reason, struct sp_error *err)
{
	bool live = sp_state_live(SP_TRACK_STATUS, life_text(life, F_STATUS));

	if (live && life_withdraw(life, NULL, err) != 0)
		return -1;
	if (life_status(life, "geannuleerd",
		reason == NULL ? 0 : SP_NEEDS_REASON, err) != 0)
		return -1;
	life_set(life, F_ANNULERING, reason);
	life_hold(life);
	return warn_of_tied(life, err);
}

void
life_explain(struct sp_life *life, const char *text)
{
	char *both;

	if (text == NULL)
		return;
	if (life->forced == NULL) {
		life->why = text;
		return;
	}
	both = sp_format("%s; %s", life->forced, text);
	life->why = life_keep(life, both);
	free(both);
}

int
life_reopen(struct sp_life *life, const char *text, struct sp_error *err)
{
	if (life_status(life, "heropend", text != NULL ? SP_NEEDS_TEXT : 0,
		err) != 0)
		return -1;
	life_explain(life, text);
	return reopen(life, err);
}

/* What the words of the step meet. */
static unsigned
met(const struct sp_life *life, const struct sp_value *row)
{
	bool text = life_given_text(life, row, "toelichting") != NULL;
	bool answer = text || *life_text(life, F_ANTWOORD) != '\0';
	bool outcome = life_given_text(life, row, "uitkomst") != NULL ||
		       *life_text(life, F_UITKOMST) != '\0';

	return (text ? SP_NEEDS_TEXT : 0) |
	       (life_given_text(life, row, "gepland_op") != NULL ? SP_NEEDS_DAY
								 : 0) |
	       (answer && outcome ? SP_NEEDS_ANSWER : 0);
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	const char *text = life_given_text(life, row, "toelichting");
	const char *outcome = life_given_text(life, row, "uitkomst");
	const char *status = life_text(life, F_STATUS);
	/* what is handled stays so by its answer, or is not handled again */
	bool again = strcmp(status, "verzoek_heropenen") == 0 ||
		     strcmp(status, "afgehandeld") == 0;

	(void)made;
	if (word == NULL)
		return sp_fail(err, SP_INPUT, _("give the state to go to"));
	if (strcmp(word, "geannuleerd") == 0)
		return life_cancel(life, life_given_text(life, row, "reden"),
		    err);
	if (strcmp(word, "afgehandeld") == 0 && !again)
		return life_answer(life,
		    &(struct life_answer){ .text = text, .outcome = outcome },
		    err);
	if (strcmp(word, "heropend") == 0)
		return life_reopen(life, text, err);
	if (life_status(life, word, met(life, row), err) != 0)
		return -1;
	life_explain(life, text);
	if (strcmp(word, "ingepland") == 0)
		life_set(life, F_GEPLAND_OP,
		    life_given_text(life, row, "gepland_op"));
	return strcmp(word, "gemeld") == 0 ? life_unrouted(life, err) : 0;
}

static const struct sp_column status_columns[] = {
	STEP_SIGNAL,
	{ .naam = "toelichting",
	    .name = "explanation",
	    .alias = "tekst",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "waarom, of wat er gezegd is",
	    .help = "why, or what was said" },
	{ .naam = "gepland_op",
	    .name = "planned_on",
	    .type = SP_COL_DATE,
	    .hulp = "dag waarop het gebeurt",
	    .help = "day it will happen" },
	{ .naam = "reden",
	    .name = "reason",
	    .type = SP_COL_CODE,
	    .codes = &sp_cancel_reasons,
	    .hulp = "waarom geannuleerd",
	    .help = "why cancelled" },
	{ .naam = "uitkomst",
	    .name = "outcome",
	    .type = SP_COL_CODE,
	    .codes = &sp_outcomes,
	    .hulp = "wat het werd",
	    .help = "what became of it" },
	STEP_DAY,
};
const struct sp_step sp_step_status = {
	.fields = { .naam = "status",
	    .name = "status",
	    .hulp = "brengt een signaal in een andere stand",
	    .help = "bring a signal to another state",
	    .columns = status_columns,
	    .n = sizeof(status_columns) / sizeof(status_columns[0]) },
	.words = "gemeld|in_behandeling|ingepland|reactie_gevraagd|reactie_"
		 "ontvangen|afgehandeld|verzoek_heropenen|heropend|geannuleerd",
	.states = &sp_signal_states,
	.take = take,
};
