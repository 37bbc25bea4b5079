/* story_told - what happened to a signal, day by day, a sentence a line */
#include <stdlib.h>
#include <string.h>

#include "acts/story.h"
#include "sp/utf8.h"

/* What a line is about: the word it begins with. */
enum lead {
	REPORTED,
	REFERRAL,
	ACTION,
	PROMISE,
	MESSAGE,
	STATE,
	OUTCOME,
	LOOP,
	LINK,
	INSIGHT,
	CHANGED,
	REASON
};
static const struct {
	const char *nl, *en;
} leads[] = {
	[REPORTED] = { "gemeld", "reported" },
	[REFERRAL] = { "verwijzing", "referral" },
	[ACTION] = { "actie", "action" },
	[PROMISE] = { "belofte", "promise" },
	[MESSAGE] = { "bericht", "message" },
	[STATE] = { "stand", "state" },
	[OUTCOME] = { "uitkomst", "outcome" },
	[LOOP] = { "lus", "loop" },
	[LINK] = { "verband", "link" },
	[INSIGHT] = { "inzicht", "insight" },
	[CHANGED] = { "gewijzigd", "changed" },
	[REASON] = { "reden", "reason" },
};

/* Further lines of a text that stands in the history. */
enum { INDENT = 2 };

struct telling {
	const struct story *story;
	const struct story_rows *rules;
	struct sp_labels *labels;
	struct sp_text *out;
	const char *lang;
	int64_t round; /* of the way back */

	/* the row of the log at hand */
	size_t row;
	const char *who;
	struct story_change *changes;
	size_t n;
	bool reason_said;
};

static void
begin(struct telling *telling, enum lead lead, int64_t nr)
{
	sp_text_add(telling->out,
	    strcmp(telling->lang, "en") == 0 ? leads[lead].en : leads[lead].nl);
	if (nr != 0)
		sp_text_addf(telling->out, " %lld", (long long)nr);
	if (telling->who != NULL) {
		sp_text_add(telling->out, " (");
		sp_utf8_visible(telling->out, telling->who);
		sp_text_addc(telling->out, ')');
	}
	sp_text_add(telling->out, ": ");
}

static void
end(struct telling *telling)
{
	sp_text_addc(telling->out, '\n');
}

/* A sentence about one cell; nothing when that is empty. */
static void
add_about(struct telling *telling, const char *sentence,
    const struct story_rows *rows, size_t i, const char *column)
{
	struct sp_text cell = { 0 };

	if (!sp_value_given(story_cell(rows, i, column)))
		return;
	sp_text_clear(&cell);
	story_put(&cell, rows, i, column, telling->lang, INDENT);
	sp_text_addf(telling->out, sentence, cell.s);
	sp_text_free(&cell);
}

/* The value of a change in the row at hand, in the language; NULL: it has
 * none. */
static const char *
became(const struct telling *telling, const char *field)
{
	const struct story_change *change = telling->changes;

	for (size_t i = 0; i < telling->n; i++, change++)
		if (change->nr == 0 && strcmp(change->field, field) == 0 &&
		    change->after != NULL && *change->after != '\0')
			return change->after;
	return NULL;
}

static void
add_code(struct telling *telling, const struct story_change *change,
    const char *code)
{
	const struct sp_codes *codes = story_codes(telling->story, change);

	sp_utf8_visible(telling->out,
	    codes == NULL ? code : sp_code_name(codes, code, telling->lang));
}

/* By which rule it was sent, or that somebody chose. */
static void
add_choice(struct telling *telling, const struct story_rows *referrals,
    size_t i)
{
	int64_t rule = story_number(referrals, i, "regel");
	size_t r = story_find(telling->rules, rule);

	if (rule == 0)
		sp_text_add(telling->out, _(", by hand"));
	else
		sp_text_addf(telling->out, _(", by rule %lld"),
		    (long long)(r < telling->rules->n
				    ? story_number(telling->rules, r,
					  "volgorde")
				    : rule));
}

static const struct {
	const char *state, *sentence; /* of the organisation */
} referral_says[] = {
	{ "klaargezet", N_("to %s, after that") },
	{ "verzonden", N_("to %s") },
	{ "geaccepteerd", N_("%s takes it on") },
	{ "geweigerd", N_("%s does not take it on") },
	{ "in_uitvoering", N_("%s is at work") },
	{ "aangehouden", N_("%s has to wait") },
	{ "afgerond", N_("%s is done") },
	{ "mislukt", N_("%s did not succeed") },
	{ "ingetrokken", N_("no longer with %s") },
	{ "foutief", N_("to %s by mistake") },
};

static void
tell_referral(struct telling *telling, const struct story_change *change)
{
	const struct story_rows *rows = &telling->story->parts[STORY_REFERRALS];
	size_t i = story_find(rows, change->nr);
	bool sent = strcmp(change->after, "verzonden") == 0;
	bool refused = strcmp(change->after, "geweigerd") == 0;

	begin(telling, REFERRAL, change->nr);
	for (size_t s = 0; s < sizeof(referral_says) / sizeof(*referral_says);
	     s++)
		if (strcmp(referral_says[s].state, change->after) == 0)
			add_about(telling, _(referral_says[s].sentence), rows,
			    i, "org");
	if (sent) {
		add_about(telling, ", %s", rows, i, "contactpunt");
		add_about(telling, ", %s", rows, i, "dienst");
		add_about(telling, ", %s", rows, i, "wijze");
		add_choice(telling, rows, i);
	}
	if (refused) {
		add_about(telling, ": %s", rows, i, "reden");
		add_about(telling, _("; %s can do it"), rows, i, "advies_org");
	}
	if (refused || strcmp(change->after, "afgerond") == 0 ||
	    strcmp(change->after, "mislukt") == 0)
		add_about(telling, ": \"%s\"", rows, i, "resultaat");
	end(telling);
}

static void
tell_action(struct telling *telling, const struct story_change *change)
{
	const struct story_rows *rows = &telling->story->parts[STORY_ACTIONS];
	size_t i = story_find(rows, change->nr);

	begin(telling, ACTION, change->nr);
	if (strcmp(change->after, "open") != 0) {
		add_code(telling, change, change->after);
		sp_text_add(telling->out, ": ");
	}
	add_about(telling, "%s", rows, i, "wat");
	if (strcmp(change->after, "open") == 0) {
		add_about(telling, ", %s", rows, i, "org");
		add_about(telling, _(", by %s"), rows, i, "uiterlijk");
	} else {
		add_about(telling, ": \"%s\"", rows, i, "resultaat");
	}
	end(telling);
}

static void
tell_promise(struct telling *telling, const struct story_change *change)
{
	const struct story_rows *rows = &telling->story->parts[STORY_PROMISES];
	size_t i = story_find(rows, change->nr);
	bool made = strcmp(change->after, "open") == 0;
	const char *by =
	    story_word(rows, i, "door") == NULL ? "door_org" : "door";

	begin(telling, PROMISE, change->nr);
	if (made) {
		add_about(telling, _("%s promises"), rows, i, by);
		add_about(telling, _(" to %s"), rows, i, "aan");
	} else {
		add_code(telling, change, change->after);
	}
	add_about(telling, ": %s", rows, i, "wat");
	if (made) {
		add_about(telling, _(", by %s"), rows, i, "voor");
		add_about(telling, " (%s)", rows, i, "zekerheid");
	} else {
		add_about(telling, _("; handed over to %s"), rows, i,
		    "overgedragen_aan");
		add_about(telling, ": \"%s\"", rows, i, "reden");
	}
	end(telling);
}

static void
tell_message(struct telling *telling, const struct story_change *change)
{
	const struct story_rows *rows = &telling->story->parts[STORY_MESSAGES];
	size_t i = story_find(rows, change->nr);

	begin(telling, MESSAGE, change->nr);
	add_about(telling, "%s", rows, i, "soort");
	add_about(telling, _(" from %s"), rows, i, "afzender");
	add_about(telling, _(" to %s"), rows, i, "aan_persoon");
	add_about(telling, _(" at %s"), rows, i, "activiteit");
	add_about(telling, ": \"%s\"", rows, i, "tekst");
	end(telling);
	if (sp_value_given(story_cell(rows, i, "bereik"))) {
		add_about(telling, _("  heard by %s"), rows, i, "bereik");
		end(telling);
	}
	if (sp_value_given(story_cell(rows, i, "vragen"))) {
		add_about(telling, _("  came back: \"%s\""), rows, i, "vragen");
		end(telling);
	}
}

/* A code of the signal that changed in the same step. */
static void
add_became(struct telling *telling, const char *sentence, const char *field)
{
	const char *after = became(telling, field);
	struct story_change change = { .field = (char *)(uintptr_t)field };
	const struct sp_codes *codes = story_codes(telling->story, &change);

	if (after != NULL)
		sp_text_addf(telling->out, sentence,
		    codes == NULL ? after
				  : sp_code_name(codes, after, telling->lang));
}

static void
tell_state(struct telling *telling, const struct story_change *change)
{
	const struct story_rows *log = &telling->story->parts[STORY_HISTORY];

	begin(telling, STATE, 0);
	add_code(telling, change, change->after);
	add_became(telling, ", %s", "annulering");
	add_became(telling, _(", on %s"), "gepland_op");
	add_became(telling, _(", outcome %s"), "uitkomst");
	add_became(telling, _(", round %s of the way back"), "lus_ronde");
	add_about(telling, ": \"%s\"", log, telling->row, "reden");
	telling->reason_said = true;
	end(telling);
}

/* An outcome that comes with a state is said there. */
static void
tell_outcome(struct telling *telling, const struct story_change *change)
{
	if (became(telling, "status") != NULL || *change->after == '\0')
		return;
	begin(telling, OUTCOME, 0);
	if (*change->before != '\0') {
		add_code(telling, change, change->before);
		sp_text_add(telling->out, " -> ");
	}
	add_code(telling, change, change->after);
	end(telling);
}

/* The record of the round; its number when there is none. */
static size_t
round_of(const struct telling *telling)
{
	const struct story_rows *rows = &telling->story->parts[STORY_LOOPS];
	size_t i = 0;

	while (i < rows->n && story_number(rows, i, "ronde") != telling->round)
		i++;
	return i;
}

static void
tell_loop(struct telling *telling, const struct story_change *change)
{
	const struct story_rows *rows = &telling->story->parts[STORY_LOOPS];
	const struct story_rows *signal = &telling->story->signal;
	size_t i = round_of(telling);
	bool told = strcmp(change->after, "teruggekoppeld") == 0;
	bool sure = strcmp(change->after, "bevestigd") == 0;

	/* a new round is said with the state that begins it */
	if (strcmp(change->after, "open") == 0)
		return;
	begin(telling, LOOP, 0);
	add_code(telling, change, change->after);
	if (strcmp(change->after, "teruggelegd") == 0)
		add_about(telling, _(", the answer is with %s"), signal, 0,
		    "via_persoon");
	if (told && i < rows->n) {
		add_about(telling, ", %s", rows, i, "wijze");
		add_about(telling, _(", by way of %s"), rows, i, "door");
	}
	if (sure && i < rows->n) {
		add_about(telling, ", %s", rows, i, "oordeel");
		add_about(telling, _(", seen and heard: %s"), rows, i,
		    "gezien_gehoord");
	}
	/* an explanation is that of the last step of the round */
	if (i < rows->n &&
	    strcmp(story_word(rows, i, "status"), change->after) == 0)
		add_about(telling, ": \"%s\"", rows, i, "toelichting");
	end(telling);
}

static void
tell_attempt(struct telling *telling, const struct story_change *change)
{
	(void)change;
	begin(telling, LOOP, 0);
	sp_text_add(telling->out, _("tried, and nobody was reached"));
	end(telling);
}

static void
tell_check(struct telling *telling, const struct story_change *change)
{
	(void)change;
	begin(telling, LOOP, 0);
	sp_text_add(telling->out, _("looked at again"));
	end(telling);
}

static void
tell_link(struct telling *telling, const struct story_change *change)
{
	bool same = strcmp(change->field, "dubbel_van") == 0;

	begin(telling, LINK, 0);
	if (*change->after == '\0')
		sp_text_addf(telling->out, _("no longer the same as signal %s"),
		    change->before);
	else
		sp_text_addf(telling->out,
		    same ? _("the same as signal %s")
			 : _("belongs to signal %s"),
		    change->after);
	end(telling);
}

/* A round that begins counts for what is told from here. */
static void
tell_round(struct telling *telling, const struct story_change *change)
{
	telling->round = strtoll(change->after, NULL, 10);
}

static const struct {
	const char *field;
	void (
	    *tell)(struct telling *telling, const struct story_change *change);
} tellers[] = {
	{ "doorverwijzing", tell_referral },
	{ "actie", tell_action },
	{ "belofte", tell_promise },
	{ "boodschap", tell_message },
	{ "status", tell_state },
	{ "uitkomst", tell_outcome },
	{ "dubbel_van", tell_link },
	{ "ouder", tell_link },
	{ "lus", tell_loop },
	{ "lus_ronde", tell_round },
	{ "pogingen", tell_attempt },
	{ "nakijken", tell_check },
};

/* A step: what it changed, and why. A record that is gone says nothing. */
static void
tell_step(struct telling *telling)
{
	for (size_t c = 0; c < telling->n; c++) {
		const struct story_change *change = &telling->changes[c];
		const struct sp_kind *about = story_about(change);
		bool there = about == NULL;
		for (int p = 0; p < STORY_PARTS && !there; p++)
			there = telling->story->parts[p].kind == about &&
				story_find(&telling->story->parts[p],
				    change->nr) < telling->story->parts[p].n;
		if (!there || change->before == NULL || change->after == NULL)
			continue;
		for (size_t i = 0; i < sizeof(tellers) / sizeof(tellers[0]);
		     i++)
			if (strcmp(tellers[i].field, change->field) == 0)
				tellers[i].tell(telling, change);
	}
	if (!telling->reason_said &&
	    story_word(&telling->story->parts[STORY_HISTORY], telling->row,
		"reden") != NULL) {
		begin(telling, REASON, 0);
		add_about(telling, "\"%s\"",
		    &telling->story->parts[STORY_HISTORY], telling->row,
		    "reden");
		end(telling);
	}
}

/* A value that was set by hand, as people call it. */
static void
add_set(struct telling *telling, const struct sp_column *column,
    const struct story_change *change, const char *sign, const char *value)
{
	if (value == NULL || *value == '\0')
		return;
	sp_text_add(telling->out, sign);
	if (column != NULL && column->type == SP_COL_REFERENCE)
		sp_utf8_visible(telling->out,
		    sp_label(telling->labels, sp_kind_find(column->kind),
			strtoll(value, NULL, 10)));
	else
		add_code(telling, change, value);
}

/* Fields that were set by hand; the values of open ones only are known. */
static void
tell_edit(struct telling *telling)
{
	const struct sp_kind *kind = telling->story->signal.kind;

	for (size_t i = 0; i < telling->n; i++) {
		const struct story_change *change = &telling->changes[i];
		int c = sp_column_find(kind->columns, kind->n, change->field);
		const struct sp_column *column =
		    c < 0 ? NULL : &kind->columns[c];
		begin(telling, CHANGED, 0);
		sp_text_add(telling->out,
		    column == NULL ? change->field
				   : sp_column_name(column, telling->lang));
		add_set(telling, column, change, ", ", change->before);
		add_set(telling, column, change, " -> ", change->after);
		end(telling);
	}
}

/* A judgement comes before the state that it leads to. */
static void
turn(struct story_change *changes, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct story_change first = changes[i];
		changes[i] = changes[n - 1 - i];
		changes[n - 1 - i] = first;
	}
}

static void
tell_row(struct telling *telling, size_t row)
{
	const struct story_rows *log = &telling->story->parts[STORY_HISTORY];
	struct story_change changes[STORY_CHANGES];

	telling->row = row;
	telling->reason_said = false;
	telling->who = story_word(log, row, "wie");
	telling->changes = changes;
	telling->n = story_changes(telling->story, row, changes);
	if (strcmp(story_word(log, row, "handeling"), "loop") == 0)
		turn(changes, telling->n);
	if (strcmp(story_word(log, row, "handeling"), "gewijzigd") == 0)
		tell_edit(telling);
	else
		tell_step(telling);
	story_changes_free(changes, telling->n);
}

/* Something that happened on a day; at is the row of the log or insight. */
struct event {
	char day[SP_DATE_SIZE];
	enum { EVENT_REPORT, EVENT_STEP, EVENT_INSIGHT } what;
	size_t at;
};

static int
compare(const void *left, const void *right)
{
	const struct event *a = left, *b = right;
	int day = strcmp(a->day, b->day);

	if (day != 0)
		return day;
	if (a->what != b->what)
		return a->what < b->what ? -1 : 1;
	return (a->at > b->at) - (a->at < b->at);
}

static void
set_day(struct event *event, const char *day)
{
	strncpy(event->day, day, SP_DATE_SIZE - 1);
	event->day[SP_DATE_SIZE - 1] = '\0';
}

/* The row of the log that says who put the signal in; log->n: none. */
static size_t
added(const struct story_rows *log)
{
	size_t i = 0;

	while (i < log->n &&
	       strcmp(story_word(log, i, "handeling"), "toegevoegd") != 0)
		i++;
	return i;
}

static struct event *
make_events(const struct story *story, size_t *n)
{
	const struct story_rows *log = &story->parts[STORY_HISTORY];
	const struct story_rows *insights = &story->parts[STORY_INSIGHTS];
	struct event *events =
	    sp_alloc(1 + log->n + insights->n, sizeof(*events));

	*n = 1;
	events[0].what = EVENT_REPORT;
	set_day(&events[0], story_word(&story->signal, 0, "gemeld_op"));
	for (size_t i = 0; i < log->n; i++) {
		const char *day = story_word(log, i, "op");
		if (i == added(log))
			continue;
		events[*n] = (struct event){ .what = EVENT_STEP, .at = i };
		set_day(&events[(*n)++],
		    day == NULL ? story_word(log, i, "wanneer") : day);
	}
	for (size_t i = 0; i < insights->n; i++) {
		events[*n] = (struct event){ .what = EVENT_INSIGHT, .at = i };
		set_day(&events[(*n)++], story_word(insights, i, "op"));
	}
	qsort(events, *n, sizeof(*events), compare);
	return events;
}

static void
tell_report(struct telling *telling)
{
	const struct story_rows *log = &telling->story->parts[STORY_HISTORY];
	const struct story_rows *signal = &telling->story->signal;
	size_t row = added(log);
	int64_t said = story_number(signal, 0, "aantal");

	telling->who = row < log->n ? story_word(log, row, "wie") : NULL;
	begin(telling, REPORTED, 0);
	add_about(telling, "%s", signal, 0, "soort");
	add_about(telling, _(" through %s"), signal, 0, "via_persoon");
	add_about(telling, _(", from %s"), signal, 0, "via_netwerk");
	if (said == 1)
		sp_text_add(telling->out, _(", by 1 resident"));
	else
		sp_text_addf(telling->out, _(", by %lld residents"),
		    (long long)said);
	add_about(telling, ", %s", signal, 0, "kanaal");
	if (row < log->n &&
	    strncmp(story_word(log, row, "wanneer"),
		story_word(signal, 0, "gemeld_op"), SP_DATE_SIZE - 1) != 0)
		sp_text_addf(telling->out, _("; recorded on %.10s"),
		    story_word(log, row, "wanneer"));
	end(telling);
}

static void
tell_insight(struct telling *telling, size_t i)
{
	const struct story_rows *rows = &telling->story->parts[STORY_INSIGHTS];

	telling->who = story_word(rows, i, "auteur");
	begin(telling, INSIGHT, 0);
	add_about(telling, "\"%s\"", rows, i, "tekst");
	end(telling);
}

void
story_tell(const struct story *story, const struct story_rows *rules,
    struct sp_labels *labels, struct sp_text *out)
{
	struct telling telling = { .story = story,
		.rules = rules,
		.labels = labels,
		.out = out,
		.lang = story->session->lang,
		.round = 1 };
	size_t n;
	struct event *events = make_events(story, &n);
	const char *day = "";

	for (size_t i = 0; i < n; i++) {
		if (strcmp(day, events[i].day) != 0)
			sp_text_addf(out, "\n%s\n", events[i].day);
		day = events[i].day;
		if (events[i].what == EVENT_REPORT)
			tell_report(&telling);
		else if (events[i].what == EVENT_STEP)
			tell_row(&telling, events[i].at);
		else
			tell_insight(&telling, events[i].at);
	}
	free(events);
}
