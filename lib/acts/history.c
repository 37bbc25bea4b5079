/* history - a signal and the steps that were taken, from one row of a logbook
 */
#include "sp/history.h"

#include <stdlib.h>
#include <string.h>

#include "records/kinds/kinds.h"
#include "records/references.h"
#include "records/signals.h"
#include "sp/life.h"
#include "sp/words.h"

static const struct sp_column done_columns[] = {
	{ .naam = "org",
	    .name = "organisation",
	    .alias = "organisatie",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie",
	    .hulp = "naar wie het ging",
	    .help = "to whom it went" },
	{ .naam = "verwezen_op",
	    .name = "referred_on",
	    .type = SP_COL_DATE,
	    .hulp = "dag waarop; anders de dag van de melding",
	    .help = "on which day; else that of the report" },
	{ .naam = "geaccepteerd_op",
	    .name = "accepted_on",
	    .type = SP_COL_DATE,
	    .hulp = "dag waarop het aangenomen werd",
	    .help = "day it was taken on" },
	{ .naam = "antwoord",
	    .name = "answer",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "antwoord aan bewoners",
	    .help = "answer to residents" },
	{ .naam = "uitkomst",
	    .name = "outcome",
	    .type = SP_COL_CODE,
	    .codes = &sp_outcomes,
	    .hulp = "wat het werd",
	    .help = "what became of it" },
	{ .naam = "afgehandeld_op",
	    .name = "handled_on",
	    .type = SP_COL_DATE,
	    .hulp = "dag van het antwoord",
	    .help = "day of the answer" },
	{ .naam = "teruggekoppeld_op",
	    .name = "told_on",
	    .type = SP_COL_DATE,
	    .hulp = "dag waarop bewoners het hoorden",
	    .help = "day residents heard it" },
	{ .naam = "wijze",
	    .name = "manner",
	    .type = SP_COL_CODE,
	    .codes = &sp_loop_ways,
	    .hulp = "hoe",
	    .help = "how" },
	{ .naam = "oordeel",
	    .name = "judgement",
	    .type = SP_COL_CODE,
	    .codes = &sp_judgements,
	    .hulp = "wat bewoners ervan vonden",
	    .help = "what residents thought of it" },
	{ .naam = "toelichting",
	    .name = "explanation",
	    .type = SP_COL_TEXT,
	    .care = SP_SENSITIVE,
	    .hulp = "in hun woorden",
	    .help = "in their words" },
	{ .naam = "bevestigd_op",
	    .name = "confirmed_on",
	    .type = SP_COL_DATE,
	    .hulp = "dag waarop; anders die van het terugkoppelen",
	    .help = "on which day; else that of the telling" },
};

enum { DONE_N = sizeof(done_columns) / sizeof(done_columns[0]) };

struct sp_history {
	struct sp_store *store;
	const struct sp_kind *signaal;
	struct sp_column columns[SP_KIND_COLUMNS];
	struct sp_kind fields;
	struct sp_references *references;
	struct sp_signals *asked;
	struct sp_add *add;
	struct sp_life *life;
	struct sp_tally tally;
};

/* The row at hand. */
struct line {
	struct sp_history *history;
	const struct sp_value *row;
	int64_t id;
};

static const struct sp_value *
cell(const struct line *line, const char *column)
{
	const struct sp_kind *fields = &line->history->fields;

	return &line->row[sp_column_named(fields->columns, fields->n, column)];
}

static const char *
text(const struct line *line, const char *column)
{
	const struct sp_value *value = cell(line, column);

	return value->type == SP_TEXT ? value->s : NULL;
}

/* Whether a step was taken before: 1, 0, or -1. */
static int
was_sent(const struct line *line, const char *day, struct sp_error *err)
{
	(void)day;
	return sp_signals_referred(line->history->asked, line->id,
	    cell(line, "org")->i, err);
}

static int
was_taken_on(const struct line *line, const char *day, struct sp_error *err)
{
	return sp_signals_taken_on(line->history->asked, line->id, day, err);
}

static int
was_answered(const struct line *line, const char *day, struct sp_error *err)
{
	return sp_signals_answered_so(line->history->asked, line->id, day,
	    text(line, "antwoord"), text(line, "uitkomst"), err);
}

static int
was_told(const struct line *line, const char *day, struct sp_error *err)
{
	return sp_signals_told(line->history->asked, line->id, day, err);
}

static int
was_judged(const struct line *line, const char *day, struct sp_error *err)
{
	return sp_signals_judged(line->history->asked, line->id, day, err);
}

/* The steps of a row in their order: the column of the day and the one whose
 * day it is otherwise, what goes with it, what must; the step, and what it
 * takes over from the row. */
static const struct replay {
	const char *day, *otherwise, *with, *must;
	const char *verb, *word;
	int (*was)(const struct line *line, const char *day,
	    struct sp_error *err);
	const char *takes;
} replays[] = {
	{ "verwezen_op", "gemeld_op", "org", "org", "route", NULL, was_sent,
	    "org" },
	{ "geaccepteerd_op", NULL, NULL, NULL, "accept", NULL, was_taken_on,
	    "org" },
	{ "afgehandeld_op", NULL, "antwoord|uitkomst", NULL, "answer", NULL,
	    was_answered, "antwoord|uitkomst|org" },
	{ "teruggekoppeld_op", NULL, "wijze", NULL, "loop", "teruggekoppeld",
	    was_told, "wijze" },
	{ "bevestigd_op", "teruggekoppeld_op", "oordeel|toelichting", NULL,
	    "loop", "bevestigd", was_judged, "oordeel|toelichting" },
};

void
sp_history_fields(struct sp_column *columns, struct sp_kind *fields)
{
	const struct sp_kind *signal = sp_kind_find("signaal");
	size_t n = 0;

	for (size_t i = 1; i < signal->n; i++)
		if (!(signal->columns[i].flags & (SP_PROGRAM | SP_DERIVED)))
			columns[n++] = signal->columns[i];
	/* as a row of any kind begins with its id */
	memmove(columns + 1, columns, n++ * sizeof(*columns));
	columns[0] = signal->columns[0];
	memcpy(columns + n, done_columns, sizeof(done_columns));
	*fields = (struct sp_kind){ .naam = "add",
		.name = "add",
		.columns = columns,
		.n = n + DONE_N };
}

struct sp_history *
sp_history_open(struct sp_store *store, struct sp_session *session,
    struct sp_error *err)
{
	struct sp_history *history = sp_alloc(1, sizeof(*history));

	*history = (struct sp_history){ .store = store,
		.signaal = sp_kind_find("signaal") };
	sp_history_fields(history->columns, &history->fields);
	history->add = sp_add_open(store, history->signaal, session,
	    SP_ADD_ROWS | SP_ADD_TAKEN_BACK, err);
	if (history->add != NULL)
		history->life = sp_life_open(store, session, NULL,
		    SP_LIFE_JOIN | SP_LIFE_BULK, err);
	if (history->life == NULL) {
		sp_history_close(history);
		return NULL;
	}
	history->references = sp_references_open(store, session->lang);
	history->asked = sp_signals_open(store);
	return history;
}

/* The signal itself, as sp-signal add takes it. */
static int
add_signal(struct line *line, struct sp_error *err)
{
	struct sp_history *history = line->history;
	const struct sp_kind *fields = &history->fields;
	struct sp_value row[SP_KIND_COLUMNS];

	for (size_t i = 0; i < history->signaal->n; i++)
		row[i] = (struct sp_value){ .type = SP_ABSENT };
	for (size_t i = 0; i < fields->n - DONE_N; i++)
		row[sp_column_named(history->signaal->columns,
		    history->signaal->n, fields->columns[i].naam)] =
		    line->row[i];
	sp_add_rules(history->add, !sp_value_given(cell(line, "org")));
	return sp_add_row(history->add, row, &line->id, err);
}

struct taking {
	const struct line *line;
	const struct sp_kind *fields; /* of the step */
	struct sp_value *row;
	bool any;
};

static void
take_over(void *context, const char *word, size_t length)
{
	struct taking *taking = context;
	char *column = sp_strndup(word, length);
	const struct sp_value *value = cell(taking->line, column);

	taking->any = taking->any || sp_value_given(value);
	if (taking->fields != NULL)
		taking->row[sp_column_named(taking->fields->columns,
		    taking->fields->n, column)] = *value;
	free(column);
}

/* Whether one of the columns is given. */
static bool
some(const struct line *line, const char *columns)
{
	struct taking taking = { .line = line };

	sp_list_words(columns, false, take_over, &taking);
	return taking.any;
}

static int
take(const struct line *line, const struct replay *replay, const char *day,
    struct sp_error *err)
{
	const struct sp_step *step = sp_step_find(replay->verb);
	const struct sp_kind *fields = &step->fields;
	struct sp_value row[SP_KIND_COLUMNS];
	struct taking taking = { .line = line, .fields = fields, .row = row };
	int64_t made;

	for (size_t i = 0; i < fields->n; i++)
		row[i] = (struct sp_value){ .type = SP_ABSENT };
	sp_list_words(replay->takes, false, take_over, &taking);
	row[0] = sp_int_value(line->id);
	row[sp_column_named(fields->columns, fields->n, "op")] =
	    sp_text_value(day);
	if (sp_life_take(line->history->life, step, replay->word, row, &made,
		err) == 0)
		return 0;
	return sp_fail_at(err, "%s: ", replay->day);
}

static int
replay(const struct line *line, const struct replay *replay,
    struct sp_error *err)
{
	const char *day = text(line, replay->day);
	int got;

	if (day == NULL && !some(line, replay->with))
		return 0;
	if (replay->must != NULL && !some(line, replay->must))
		return sp_fail(err, SP_INPUT,
		    _("%s: is missing, and %s is given"), replay->must,
		    replay->day);
	if (day == NULL && replay->otherwise != NULL)
		day = text(line, replay->otherwise);
	if (day == NULL)
		return sp_fail(err, SP_INPUT,
		    _("%s: is missing: on which day was it done?"),
		    replay->day);
	got = replay->was(line, day, err);
	return got != 0 ? (got < 0 ? -1 : 0) : take(line, replay, day, err);
}

static int
take_line(struct line *line, struct sp_error *err)
{
	if (add_signal(line, err) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(replays) / sizeof(replays[0]); i++)
		if (replay(line, &replays[i], err) != 0)
			return -1;
	return 0;
}

/* One row is one thing, however many steps it took. */
static void
count(struct sp_history *history, const struct sp_tally *before, int64_t steps)
{
	const struct sp_tally *after = sp_add_tally(history->add);

	if (after->added > before->added)
		history->tally.added++;
	else if (after->changed > before->changed ||
		 sp_life_tally(history->life)->changed > steps)
		history->tally.changed++;
	else
		history->tally.unchanged++;
}

int
sp_history_row(struct sp_history *history, struct sp_value *row,
    struct sp_error *err)
{
	struct line line = { .history = history, .row = row };
	struct sp_tally before = *sp_add_tally(history->add);
	int64_t steps = sp_life_tally(history->life)->changed;

	history->tally.read++;
	if (sp_references_resolve(history->references, &history->fields, row,
		err) != 0 ||
	    sp_store_save(history->store, err) != 0)
		return -1;
	if (take_line(&line, err) != 0) {
		sp_store_undo(history->store);
		if (sp_add_tally(history->add)->read > before.read)
			sp_add_undone(history->add);
		return -1;
	}
	count(history, &before, steps);
	return sp_store_keep(history->store, err);
}

const struct sp_tally *
sp_history_tally(const struct sp_history *history)
{
	return &history->tally;
}

int
sp_history_keep(struct sp_history *history, struct sp_error *err)
{
	return sp_add_keep(history->add, err);
}

void
sp_history_close(struct sp_history *history)
{
	if (history == NULL)
		return;
	sp_signals_close(history->asked);
	sp_references_close(history->references);
	sp_life_close(history->life);
	sp_add_close(history->add);
	free(history);
}
