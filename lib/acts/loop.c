/* loop - the answer brought back by the key person, and what came of it */
#include <string.h>

#include "acts/life.h"
#include "records/kinds/kinds.h"

enum { ATTEMPTS = 2 };

/* Tried, and nobody was there. */
static int
attempt(struct sp_life *life, struct sp_error *err)
{
	int64_t loop, attempts;
	int got = sp_signals_loop(life->asked, life->id,
	    life_number(life, F_LUS_RONDE), &loop, &attempts, err);
	const struct life_cell cells[] = {
		{ "pogingen", sp_int_value(attempts + 1) },
		{ "laatste_poging_op", sp_text_value(life->day) },
	};

	if (got < 0)
		return -1;
	if (!sp_state_live(SP_TRACK_LOOP, life_text(life, F_LUS)))
		return sp_fail(err, SP_REFUSED,
		    _("a loop that is %s is at its end"),
		    life_text(life, F_LUS));
	if (life_after(life, life_text(life, F_LUS_OP), err) != 0)
		return -1;
	life_tell(life, "pogingen", "", "poging");
	return life_loop_record(life, cells, 2, err);
}

/* Looked at again: it holds, or a new signal says what not. */
static int
checked(struct sp_life *life, struct sp_error *err)
{
	if (*life_text(life, F_NAKIJKEN_OP) == '\0')
		return sp_fail(err, SP_REFUSED,
		    _("there is nothing to check again: residents were not "
		      "told yet"));
	if (life_after(life, life_text(life, F_LUS_OP), err) != 0)
		return -1;
	life_tell(life, "nakijken", "", "nagekeken");
	life_set(life, F_NAKIJKEN_OP, NULL);
	return 0;
}

static bool
needs_no_loop(const struct sp_life *life)
{
	return strcmp(life_text(life, F_UITKOMST), "geen_actie_nodig") == 0 ||
	       strcmp(life_text(life, F_SOORT), "waarneming") == 0 ||
	       strcmp(life_text(life, F_STATUS), "geannuleerd") == 0;
}

static int
met(struct sp_life *life, const struct sp_value *row, unsigned *needs,
    struct sp_error *err)
{
	const char *judgement = life_given_text(life, row, "oordeel");
	bool unhappy =
	    judgement != NULL && strcmp(judgement, "ontevreden") == 0;
	int64_t loop, attempts;

	if (sp_signals_loop(life->asked, life->id,
		life_number(life, F_LUS_RONDE), &loop, &attempts, err) < 0)
		return -1;
	*needs =
	    (judgement != NULL ? SP_NEEDS_JUDGEMENT : 0) |
	    (life_given_text(life, row, "wijze") != NULL ? SP_NEEDS_WAY : 0) |
	    (!unhappy || life_given_text(life, row, "toelichting") != NULL
		    ? SP_NEEDS_WHY
		    : 0) |
	    (attempts >= ATTEMPTS ? SP_NEEDS_ATTEMPTS : 0) |
	    (needs_no_loop(life) ? SP_NEEDS_NO_LOOP : 0);
	return 0;
}

/* What the record of the round keeps of a step. */
static int
record(struct sp_life *life, const char *to, const struct sp_value *row,
    struct sp_error *err)
{
	bool told = strcmp(to, "teruggekoppeld") == 0;
	bool sure = strcmp(to, "bevestigd") == 0;
	bool back = strcmp(to, "teruggelegd") == 0;
	struct life_cell cells[] = {
		{ "status", sp_text_value(to) },
		{ "toelichting", *life_given(life, row, "toelichting") },
		{ "gezien_gehoord", *life_given(life, row, "gezien_gehoord") },
		{ "wijze", *life_given(life, row, "wijze") },
		{ "oordeel", *life_given(life, row, "oordeel") },
		{ "door", *life_given(life, row, "door") },
		{ "status", sp_text_value(to) },
	};
	size_t n = sizeof(cells) / sizeof(cells[0]);

	/* who brought the signal brings the answer, unless said otherwise */
	if (told && !sp_value_given(&cells[5].value) &&
	    life_number(life, F_VIA_PERSOON) != 0)
		cells[5].value = sp_int_value(life_number(life, F_VIA_PERSOON));
	if (told || sure || back)
		cells[n - 1] = (struct life_cell){ told	  ? "teruggekoppeld_op"
						   : sure ? "bevestigd_op"
							  : "teruggelegd_op",
			sp_text_value(life->day) };
	return life_loop_record(life, cells, n, err);
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	const char *judgement = life_given_text(life, row, "oordeel");
	unsigned needs;

	(void)made;
	if (word == NULL)
		return sp_fail(err, SP_INPUT, _("give the state to go to"));
	if (strcmp(word, "poging") == 0)
		return attempt(life, err);
	if (strcmp(word, "nagekeken") == 0)
		return checked(life, err);
	if (met(life, row, &needs, err) != 0 ||
	    life_loop(life, word, needs, err) != 0 ||
	    record(life, word, row, err) != 0)
		return -1;
	/* of what is cancelled, or asked to be reopened, nothing is asked */
	if (judgement == NULL || strcmp(judgement, "ontevreden") != 0 ||
	    strcmp(life_text(life, F_STATUS), "afgehandeld") != 0)
		return 0;
	return life_status(life, "verzoek_heropenen", SP_NEEDS_TEXT, err);
}

static const struct sp_column loop_columns[] = {
	STEP_SIGNAL,
	{ .naam = "wijze",
	    .name = "manner",
	    .type = SP_COL_CODE,
	    .codes = &sp_loop_ways,
	    .hulp = "hoe",
	    .help = "how" },
	{ .naam = "door",
	    .name = "by",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon",
	    .care = SP_PERSONAL,
	    .hulp = "wie het bracht",
	    .help = "who brought it" },
	{ .naam = "oordeel",
	    .name = "judgement",
	    .type = SP_COL_CODE,
	    .codes = &sp_judgements,
	    .hulp = "wat bewoners ervan vonden",
	    .help = "what residents thought of it" },
	{ .naam = "gezien_gehoord",
	    .name = "seen_and_heard",
	    .type = SP_COL_BOOLEAN,
	    .hulp = "voelden zich gezien en gehoord",
	    .help = "felt seen and heard" },
	{ .naam = "toelichting",
	    .name = "explanation",
	    .alias = "tekst",
	    .type = SP_COL_TEXT,
	    .care = SP_SENSITIVE,
	    .hulp = "in hun woorden",
	    .help = "in their words" },
	STEP_DAY,
};
/* What is done on the way, and is no state. */
static const struct sp_code event_codes[] = {
	{ "poging", "attempt", NULL, NULL },
	{ "nagekeken", "checked", NULL, NULL },
	{ 0 },
};
static const struct sp_codes events = { "lusgebeurtenis", event_codes };

const struct sp_step sp_step_loop = {
	.fields = { .naam = "loop",
	    .name = "loop",
	    .hulp = "brengt het antwoord bij bewoners",
	    .help = "bring the answer to residents",
	    .columns = loop_columns,
	    .n = sizeof(loop_columns) / sizeof(loop_columns[0]) },
	.words = "poging|nagekeken|teruggelegd|teruggekoppeld|bevestigd|niet_"
		 "bereikt|niet_gewenst|niet_nodig",
	.states = &sp_loop_states,
	.events = &events,
	.take = take,
};
