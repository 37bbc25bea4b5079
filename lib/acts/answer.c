/* answer - what the organisation says; the loop begins where it ends */
#include <string.h>

#include "acts/life.h"
#include "records/kinds/kinds.h"

/* Who answers is done: its referral goes through the steps that are left. */
static int
finish(struct sp_life *life, struct sp_hung *referral, struct sp_error *err)
{
	static const char *const steps[] = { "verzonden", "geaccepteerd",
		"in_uitvoering", "afgerond" };

	if (strcmp(referral->status, "aangehouden") == 0 &&
	    life_referral(life, referral, "in_uitvoering", 0, NULL, 0, err) !=
		0)
		return -1;
	for (size_t i = 0; i + 1 < sizeof(steps) / sizeof(steps[0]); i++)
		if (strcmp(referral->status, steps[i]) == 0 &&
		    life_referral(life, referral, steps[i + 1], 0, NULL, 0,
			err) != 0)
			return -1;
	return 0;
}

static int
finish_own(struct sp_life *life, int64_t org, struct sp_error *err)
{
	for (size_t i = 0; i < life->hung_n; i++)
		if (life->hung[i].of == SP_REFERRALS && org != 0 &&
		    life->hung[i].org == org &&
		    strcmp(life->hung[i].status, "klaargezet") != 0 &&
		    sp_state_live(SP_TRACK_REFERRAL, life->hung[i].status) &&
		    finish(life, &life->hung[i], err) != 0)
			return -1;
	life_hold(life);
	return 0;
}

/* An answer that is known already is not said twice. */
static int
say(struct sp_life *life, const struct life_answer *answer,
    struct sp_error *err)
{
	const struct life_message message = { .type = "antwoord",
		.text = answer->text,
		.sender = answer->org,
		.activity = answer->activity,
		.language = answer->language };
	int64_t id;

	if (answer->text == NULL ||
	    strcmp(answer->text, life_text(life, F_ANTWOORD)) == 0)
		return 0;
	if (life_message(life, &message, &id, err) != 0)
		return -1;
	life_set(life, F_ANTWOORD, answer->text);
	life_set(life, F_ANTWOORD_OP, life->day);
	return life_warn(life, answer->text, answer->language, err);
}

static int
begin_loop(struct sp_life *life, struct sp_error *err)
{
	const struct life_cell cells[] = {
		{ "status", sp_text_value("teruggelegd") },
		{ "teruggelegd_op", sp_text_value(life->day) },
	};

	if (strcmp(life_text(life, F_LUS), "open") != 0)
		return 0;
	return life_loop(life, "teruggelegd", 0, err) != 0
		   ? -1
		   : life_loop_record(life, cells, 2, err);
}

int
life_answer(struct sp_life *life, const struct life_answer *given,
    struct sp_error *err)
{
	struct life_answer answer = *given;
	bool handled = strcmp(life_text(life, F_STATUS), "afgehandeld") == 0;
	bool text = answer.text != NULL || *life_text(life, F_ANTWOORD) != '\0';
	bool outcome =
	    answer.outcome != NULL || *life_text(life, F_UITKOMST) != '\0';

	/* who has it answers, unless said otherwise */
	if (answer.org == 0)
		answer.org = life_number(life, F_ORG);
	/* who only brings the same again changes nothing */
	if (!handled && text && outcome &&
	    finish_own(life, answer.org, err) != 0)
		return -1;
	if (!handled && life_status(life, "afgehandeld",
			    text && outcome ? SP_NEEDS_ANSWER : 0, err) != 0)
		return -1;
	if (handled && life_after(life, life_text(life, F_STATUS_OP), err) != 0)
		return -1;
	if (say(life, &answer, err) != 0)
		return -1;
	if (answer.outcome != NULL)
		life_set(life, F_UITKOMST, answer.outcome);
	return begin_loop(life, err);
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	struct life_answer answer = {
		.text = life_given_text(life, row, "antwoord"),
		.outcome = life_given_text(life, row, "uitkomst"),
		.language = life_given_text(life, row, "in_taal"),
		.org = life_given_number(life, row, "org"),
		.activity = life_given_number(life, row, "activiteit"),
		.template = life_given_number(life, row, "standaard"),
	};

	(void)word;
	(void)made;
	if (answer.text == NULL && answer.outcome == NULL &&
	    answer.template == 0 &&
	    strcmp(life_text(life, F_STATUS), "afgehandeld") == 0)
		return sp_fail(err, SP_INPUT,
		    _("give what is new: tekst= or uitkomst="));
	if (answer.template != 0 &&
	    life_fill(life, answer.template, &answer.text, &answer.language,
		err) != 0)
		return -1;
	return life_answer(life, &answer, err);
}

static const struct sp_column answer_columns[] = {
	STEP_SIGNAL,
	{ .naam = "antwoord",
	    .name = "answer",
	    .alias = "tekst",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "in hun woorden",
	    .help = "in their words" },
	{ .naam = "uitkomst",
	    .name = "outcome",
	    .type = SP_COL_CODE,
	    .codes = &sp_outcomes,
	    .hulp = "wat het werd",
	    .help = "what became of it" },
	{ .naam = "org",
	    .name = "organisation",
	    .alias = "organisatie",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie",
	    .hulp = "wie antwoordt",
	    .help = "who answers" },
	{ .naam = "activiteit",
	    .name = "activity",
	    .type = SP_COL_REFERENCE,
	    .kind = "activiteit",
	    .hulp = "bijeenkomst die antwoordde",
	    .help = "meeting that answered" },
	{ .naam = "standaard",
	    .name = "template",
	    .type = SP_COL_REFERENCE,
	    .kind = "standaardtekst",
	    .hulp = "standaardtekst",
	    .help = "standard text" },
	STEP_LANGUAGE,
	STEP_DAY,
};
const struct sp_step sp_step_answer = {
	.fields = { .naam = "answer",
	    .name = "answer",
	    .hulp = "geeft antwoord aan bewoners",
	    .help = "answer residents",
	    .columns = answer_columns,
	    .n = sizeof(answer_columns) / sizeof(answer_columns[0]) },
	.words = NULL,
	.take = take,
};
