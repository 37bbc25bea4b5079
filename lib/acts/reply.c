/* reply - what became of an ask */
#include <string.h>

#include "acts/asking.h"
#include "records/kinds/kinds.h"
#include "sp/words.h"

enum { R_ID, R_STATUS, R_REDEN, R_GELUKT, R_TERUG, R_OP, R_FIELDS };

/* Where the fields of a reply stand in an ask. */
static const struct {
	int given;
	enum ask_field field;
} said[] = {
	{ R_REDEN, A_REDEN },
	{ R_GELUKT, A_GELUKT },
	{ R_TERUG, A_TERUG_GEMELD_OP },
};

static int
move(struct sp_life *life, const char *from, const char *to, const char *since,
    struct sp_value *now, struct sp_error *err)
{
	if (life_allow(life, SP_TRACK_ASK, from, to, 0, err) != 0 ||
	    (since != NULL && life_after(life, since, err) != 0))
		return -1;
	*ask_cell(life->asks, now, A_STATUS) = sp_text_value(to);
	*ask_cell(life->asks, now, A_STATUS_OP) = sp_text_value(life->day);
	return 0;
}

/* Of what went on there is no reason why not; history may have one. */
static int
check_reason(const struct life_asks *asks, const struct sp_value *reason,
    const struct sp_value *whole, struct sp_error *err)
{
	static const char not_so[] = "geweigerd|niet_doorgegaan|geannuleerd";

	if (!sp_value_given(reason) ||
	    sp_list_has(not_so, ask_text(asks, whole, A_STATUS), NULL))
		return 0;
	return sp_fail(err, SP_INPUT, _("%s: goes with %s"), "reden", not_so);
}

static int
reply(struct sp_life *life, const char *word, const struct sp_value *row,
    const struct sp_value *known, struct sp_error *err)
{
	struct life_asks *asks = life->asks;
	const char *from = ask_text(asks, known, A_STATUS), *to = word;
	struct sp_value now[SP_KIND_COLUMNS] = { 0 }, whole[SP_KIND_COLUMNS];
	bool amends = false;

	/* a list that is read back says what is so already */
	if (to == NULL && row[R_STATUS].type == SP_TEXT)
		to =
		    strcmp(row[R_STATUS].s, from) == 0 ? NULL : row[R_STATUS].s;
	if (to != NULL &&
	    move(life, from, to, ask_text(asks, known, A_STATUS_OP), now,
		err) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		*ask_cell(asks, now, said[i].field) = row[said[i].given];
		amends = amends || row[said[i].given].type != SP_ABSENT;
	}
	if (to == NULL && !amends && row[R_STATUS].type != SP_TEXT)
		return sp_fail(err, SP_INPUT,
		    _("say what became of it: a state, gelukt= or "
		      "terug_gemeld="));
	for (size_t i = 0; i < asks->kind->n; i++)
		whole[i] = now[i].type == SP_ABSENT ? known[i] : now[i];
	if (check_reason(asks, &row[R_REDEN], whole, err) != 0 ||
	    sp_ask_check(asks->kind, whole, life->session, err) != 0)
		return -1;
	return ask_save(life, known[0].i, known, now, err);
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	struct life_asks *asks = life_asks(life, err);
	struct sp_value known[SP_KIND_COLUMNS];
	int got;

	(void)made;
	if (asks == NULL || life_day(life, &row[R_OP], err) != 0)
		return -1;
	life->why = NULL;
	got = sp_records_get(asks->records, row[R_ID].i, known, err);
	if (got == 0)
		return sp_fail(err, SP_INPUT, _("id: there is no %s %lld"),
		    asks->kind->naam, (long long)row[R_ID].i);
	return got < 0 ? -1 : reply(life, word, row, known, err);
}

static const struct sp_column reply_columns[R_FIELDS] = {
	[R_ID] = { .naam = "id",
	    .name = "id",
	    .type = SP_COL_INTEGER,
	    .flags = SP_REQUIRED,
	    .hulp = "vraag",
	    .help = "ask" },
	[R_STATUS] = { .naam = "status",
	    .name = "status",
	    .type = SP_COL_CODE,
	    .codes = &sp_ask_states,
	    .hulp = "wat ervan werd, als het niet na de id staat",
	    .help = "what became of it, when that does not follow the id" },
	[R_REDEN] = { .naam = "reden",
	    .name = "reason",
	    .type = SP_COL_TEXT,
	    .care = SP_SENSITIVE,
	    .hulp = "waarom niet",
	    .help = "why not" },
	[R_GELUKT] = { .naam = "gelukt",
	    .name = "succeeded",
	    .type = SP_COL_BOOLEAN,
	    .hulp = "kwam ervan wat bedoeld was",
	    .help = "did what was meant come of it" },
	[R_TERUG] = { .naam = "terug_gemeld_op",
	    .name = "told_back_on",
	    .alias = "terug_gemeld",
	    .type = SP_COL_DATE,
	    .hulp = "dag waarop zij hoorde wat ervan kwam",
	    .help = "day she heard what came of it" },
	[R_OP] = STEP_DAY,
};
const struct sp_step sp_step_reply = {
	.fields = { .naam = "reply",
	    .name = "reply",
	    .hulp = "zegt wat van een vraag werd",
	    .help = "say what became of an ask",
	    .columns = reply_columns,
	    .n = R_FIELDS },
	.of = "vraag",
	.lists = "vraag",
	.words = "toegezegd|geweigerd|gedaan|niet_doorgegaan|geannuleerd",
	.states = &sp_ask_states,
	.take = take,
};
