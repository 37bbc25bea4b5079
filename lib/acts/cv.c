/* cv - reads what a person did through the lists, and says it in sentences */
#include "sp/cv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/story.h"
#include "records/giving.h"
#include "records/kinds/kinds.h"
#include "records/references.h"
#include "sp/utf8.h"

const struct sp_column sp_cv_columns[2] = {
	{ .naam = "deel", .name = "part" },
	{ .naam = "regel", .name = "line" },
};

enum own { PERSON, CONTRACTS, ASKS, HOURS, RETURNS, ACTIVITIES, STARTED, OWN };
static const struct {
	const char *kind, *field;
} owned[OWN] = {
	[PERSON] = { "persoon", "persoon" },
	[CONTRACTS] = { "contract", "persoon" },
	[ASKS] = { "vraag", "persoon" },
	[HOURS] = { "uren", "persoon" },
	[RETURNS] = { "wederdienst", "aan" },
	[ACTIVITIES] = { "activiteit", "organisator" },
	[STARTED] = { "initiatief", "trekker" },
};

struct telling {
	struct sp_cv *cv;
	const char *lang, *part;
	struct story_rows own[OWN];
	int64_t signals, residents, answered;
};

/* Takes the text. */
static void
say(struct telling *telling, char *text)
{
	struct sp_cv *cv = telling->cv;

	if (cv->n == cv->room) {
		cv->room = 2 * cv->room + 16;
		cv->lines = sp_grow(cv->lines, cv->room, sizeof(*cv->lines));
	}
	cv->lines[cv->n++] = (struct sp_cv_line){ telling->part, text };
}

/* A code of several words, as it is said. */
static void
say_words(char *code)
{
	for (; *code != '\0'; code++)
		*code = *code == '_' ? ' ' : *code;
}

/* A cell as people read it; the caller frees. */
static char *
cell(const struct telling *telling, enum own own, size_t i, const char *column)
{
	const struct story_rows *rows = &telling->own[own];
	int c = sp_column_named(rows->kind->columns, rows->kind->n, column);
	struct sp_text room = { 0 }, text = { 0 };

	sp_text_clear(&room);
	sp_text_clear(&text);
	sp_cell_show(&room, &rows->kind->columns[c],
	    story_cell(rows, i, column), telling->lang);
	sp_utf8_visible(&text, room.s);
	if (rows->kind->columns[c].type == SP_COL_CODE)
		say_words(text.s);
	sp_text_free(&room);
	return text.s;
}

/* 9.5, or 9,5 in Dutch. */
static char *
hours(const struct telling *telling, int64_t number)
{
	static const struct sp_column column = { .type = SP_COL_HOURS };
	struct sp_value value = sp_int_value(number);
	struct sp_text text = { 0 };
	char *point;

	sp_text_clear(&text);
	sp_cell_format(&text, &column, &value, "nl");
	point = strchr(text.s, '.');
	if (point != NULL && strcmp(telling->lang, "en") != 0)
		*point = ',';
	return text.s;
}

static bool
is(const struct telling *telling, enum own own, size_t i, const char *column,
    const char *word)
{
	const char *text = story_word(&telling->own[own], i, column);

	return text != NULL && strcmp(text, word) == 0;
}

/* Appends what is there behind a mark. */
static void
add(struct sp_text *out, const char *before, char *text, const char *after)
{
	if (*text != '\0')
		sp_text_addf(out, "%s%s%s", before, text, after);
	free(text);
}

static void
add_contract(struct telling *telling, size_t i)
{
	char *from = cell(telling, CONTRACTS, i, "van");
	char *to = cell(telling, CONTRACTS, i, "tot");
	struct sp_text line = { 0 };

	sp_text_addf(&line, *to == '\0' ? _("since %s") : _("%s to %s"), from,
	    to);
	add(&line, ": ", cell(telling, CONTRACTS, i, "vorm"), "");
	add(&line, ", ", cell(telling, CONTRACTS, i, "functieprofiel"), "");
	add(&line, ", ", cell(telling, CONTRACTS, i, "werkgever"), "");
	if (sp_value_given(
		story_cell(&telling->own[CONTRACTS], i, "uren_week")))
		add(&line, ", ",
		    hours(telling,
			story_number(&telling->own[CONTRACTS], i, "uren_week")),
		    _(" hours a week"));
	free(from);
	free(to);
	say(telling, line.s);
}

/* The first and last day of what was done. */
static void
stretch(const struct telling *telling, enum own own, const char **first,
    const char **last)
{
	const struct story_rows *rows = &telling->own[own];

	for (size_t i = 0; i < rows->n; i++) {
		const char *day = story_word(rows, i, "datum");
		if (own == ASKS && !is(telling, ASKS, i, "status", "gedaan"))
			continue;
		if (*first == NULL || strcmp(day, *first) < 0)
			*first = day;
		if (*last == NULL || strcmp(day, *last) > 0)
			*last = day;
	}
}

static void
tell_period(struct telling *telling)
{
	const char *first = NULL, *last = NULL;
	int64_t since = story_number(&telling->own[PERSON], 0, "sinds_jaar");

	if (since > 0)
		say(telling, sp_format(_("at home in the area since %lld"),
				 (long long)since));
	for (size_t i = 0; i < telling->own[CONTRACTS].n; i++)
		add_contract(telling, i);
	stretch(telling, ASKS, &first, &last);
	stretch(telling, HOURS, &first, &last);
	if (first != NULL)
		say(telling,
		    sp_format(_("key person from %s to %s"), first, last));
}

static void
tell_role(void *context, const char *word, size_t length)
{
	struct telling *telling = context;
	const struct story_rows *rows = &telling->own[PERSON];
	int c = sp_column_named(rows->kind->columns, rows->kind->n, "rol");
	size_t own = strcspn(word, "@|");
	char *code = sp_strndup(word, own < length ? own : length);
	struct sp_text line = { 0 };

	sp_text_add(&line,
	    sp_code_name(rows->kind->columns[c].codes, code, telling->lang));
	say_words(line.s);
	if (own < length) {
		char *days = sp_strndup(word + own + 1, length - own - 1);
		char *to = strstr(days, "..");
		if (to != NULL)
			*to = '\0';
		to = to == NULL ? days + strlen(days) : to + 2;
		sp_text_add(&line, ", ");
		if (*to == '\0')
			sp_text_addf(&line, _("since %s"), days);
		else if (*days == '\0')
			sp_text_addf(&line, _("until %s"), to);
		else
			sp_text_addf(&line, _("%s to %s"), days, to);
		free(days);
	}
	free(code);
	say(telling, line.s);
}

static void
tell_roles(struct telling *telling)
{
	char *title = cell(telling, PERSON, 0, "titel");

	if (*title != '\0')
		say(telling, sp_strdup(title));
	free(title);
	sp_list_words(story_word(&telling->own[PERSON], 0, "rol"), true,
	    tell_role, telling);
}

static void
tell_field(struct telling *telling, const char *column)
{
	char *text = cell(telling, PERSON, 0, column);

	if (*text != '\0')
		say(telling, text);
	else
		free(text);
}

static void
tell_languages(struct telling *telling)
{
	tell_field(telling, "talen");
}

static void
tell_domains(struct telling *telling)
{
	tell_field(telling, "domein");
}

/* Hours of a task or of a sort; NULL: any, but no leave. */
static int64_t
worked(const struct telling *telling, const char *column, const char *code)
{
	const struct story_rows *rows = &telling->own[HOURS];
	int64_t all = 0;

	for (size_t i = 0; i < rows->n; i++)
		if (!is(telling, HOURS, i, "soort", "verlof") &&
		    (column == NULL || is(telling, HOURS, i, column, code)))
			all += story_number(rows, i, "uren");
	return all;
}

static void
tell_tasks(struct telling *telling)
{
	const struct sp_code *code = sp_tasks.codes;

	for (; code->code != NULL; code++) {
		int64_t all = worked(telling, "taak", code->code), times = 0;
		struct sp_text line = { 0 };
		for (size_t i = 0; i < telling->own[ASKS].n; i++)
			times += is(telling, ASKS, i, "taak", code->code) &&
				 is(telling, ASKS, i, "status", "gedaan");
		if (times == 0 && all == 0)
			continue;
		sp_text_add(&line,
		    sp_code_name(&sp_tasks, code->code, telling->lang));
		if (times > 0)
			sp_text_addf(&line,
			    times == 1 ? _(", once") : _(", %lld times"),
			    (long long)times);
		if (all > 0)
			add(&line, ", ", hours(telling, all), _(" hours"));
		say(telling, line.s);
	}
}

static void
tell_hours(struct telling *telling)
{
	int64_t all = worked(telling, NULL, NULL);
	int64_t learnt = worked(telling, "soort", "opleiding");
	struct sp_text line = { 0 };

	if (all == 0)
		return;
	add(&line, "", hours(telling, all), _(" hours"));
	if (learnt > 0)
		add(&line, _(", of which training: "), hours(telling, learnt),
		    "");
	say(telling, line.s);
}

/* Each organisation once, in the order she first worked for it. */
static void
tell_clients(struct telling *telling)
{
	const struct story_rows *asks = &telling->own[ASKS];

	for (size_t i = 0; i < asks->n; i++) {
		const char *org = story_word(asks, i, "org");
		bool known = false;
		for (size_t j = 0; j < i && org != NULL; j++)
			known = known ||
				(is(telling, ASKS, j, "org", org) &&
				    is(telling, ASKS, j, "status", "gedaan"));
		if (org != NULL && !known &&
		    is(telling, ASKS, i, "status", "gedaan"))
			say(telling, cell(telling, ASKS, i, "org"));
	}
}

static void
tell_returns(struct telling *telling, const char *sort)
{
	for (size_t i = 0; i < telling->own[RETURNS].n; i++) {
		struct sp_text line = { 0 };
		if (!is(telling, RETURNS, i, "soort", sort))
			continue;
		add(&line, "", cell(telling, RETURNS, i, "waarde"), ", ");
		add(&line, "", cell(telling, RETURNS, i, "van_org"), ", ");
		add(&line, "", cell(telling, RETURNS, i, "datum"), "");
		say(telling, line.s);
	}
}

static void
tell_training(struct telling *telling)
{
	tell_returns(telling, "opleiding");
}

static void
tell_recognition(struct telling *telling)
{
	tell_returns(telling, "erkenning");
}

static void
tell_influence(struct telling *telling)
{
	for (size_t i = 0; i < telling->own[RETURNS].n; i++) {
		bool partly = is(telling, RETURNS, i, "besluit", "deels");
		struct sp_text line = { 0 };
		if (!partly &&
		    !is(telling, RETURNS, i, "besluit", "overgenomen"))
			continue;
		sp_text_add(&line, partly ? _("advice taken over in part")
					  : _("advice taken over"));
		add(&line, ": ", cell(telling, RETURNS, i, "motivering"), "");
		add(&line, ", ", cell(telling, RETURNS, i, "van_org"), "");
		add(&line, ", ", cell(telling, RETURNS, i, "datum"), "");
		say(telling, line.s);
	}
}

static void
tell_results(struct telling *telling)
{
	tell_influence(telling);
	for (size_t i = 0; i < telling->own[STARTED].n; i++)
		say(telling, cell(telling, STARTED, i, "naam"));
	for (size_t i = 0; i < telling->own[ACTIVITIES].n; i++) {
		struct sp_text line = { 0 };
		add(&line, "", cell(telling, ACTIVITIES, i, "naam"), "");
		add(&line, ", ", cell(telling, ACTIVITIES, i, "datum"), "");
		add(&line, ", ", cell(telling, ACTIVITIES, i, "deelnemers"),
		    _(" participants"));
		say(telling, line.s);
	}
	if (telling->signals > 0)
		say(telling,
		    sp_format(_("signals passed on: %lld, of %lld residents; "
				"answered: %lld"),
			(long long)telling->signals,
			(long long)telling->residents,
			(long long)telling->answered));
}

/* The parts in their order; those without lines are left out. */
static const struct {
	const char *title;
	void (*tell)(struct telling *telling);
} parts[] = {
	{ N_("Period and function"), tell_period },
	{ N_("Roles"), tell_roles },
	{ N_("Languages"), tell_languages },
	{ N_("Experience with"), tell_domains },
	{ N_("Tasks"), tell_tasks },
	{ N_("Worked for"), tell_clients },
	{ N_("Hours"), tell_hours },
	{ N_("Training"), tell_training },
	{ N_("Recognition"), tell_recognition },
	{ N_("Results"), tell_results },
};

static int
read_signals(struct telling *telling, struct sp_store *store, int64_t id,
    struct sp_error *err)
{
	struct sp_query *query = sp_giving_ask(store, SP_GIVING_BROUGHT, err);
	int got = -1;

	if (query != NULL) {
		sp_query_bind_int(query, 1, id);
		got = sp_query_step(query, err);
	}
	if (got > 0) {
		telling->signals = sp_query_int(query, 0);
		telling->residents = sp_query_int(query, 1);
		telling->answered = sp_query_int(query, 2);
	}
	sp_query_close(query);
	return got < 0 ? -1 : 0;
}

static int
read_all(struct telling *telling, struct sp_store *store, int64_t id,
    const struct sp_session *session, struct sp_error *err)
{
	int bad = read_signals(telling, store, id, err);
	char number[24];

	snprintf(number, sizeof(number), "%lld", (long long)id);
	for (int i = 0; i < OWN && !bad; i++) {
		const struct story_where where = { owned[i].field, number };
		bad = story_read(&telling->own[i], store, owned[i].kind, &where,
		    1, true, session, err);
	}
	return bad;
}

int
sp_cv(struct sp_store *store, const char *key, const struct sp_session *session,
    struct sp_cv *cv, struct sp_error *err)
{
	struct telling telling = { .cv = cv, .lang = session->lang };
	struct sp_references *references =
	    sp_references_open(store, session->lang);
	int64_t id;
	int bad;

	*cv = (struct sp_cv){ 0 };
	bad = sp_reference_find(references, &sp_persoon, key, &id, err) != 0 ||
	      read_all(&telling, store, id, session, err) != 0;
	if (!bad)
		cv->name = cell(&telling, PERSON, 0, "naam");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]) && !bad; i++) {
		telling.part = _(parts[i].title);
		parts[i].tell(&telling);
	}
	for (int i = 0; i < OWN; i++)
		story_rows_free(&telling.own[i]);
	sp_references_close(references);
	return bad ? -1 : 0;
}

void
sp_cv_free(struct sp_cv *cv)
{
	for (size_t i = 0; i < cv->n; i++)
		free(cv->lines[i].text);
	free(cv->lines);
	free(cv->name);
	*cv = (struct sp_cv){ 0 };
}
