/* message - to a key person about a signal, or to an area through one */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/life.h"
#include "acts/texts.h"
#include "records/kinds/kinds.h"

/* What a text is written in when nobody says so. */
static const char usual_language[] = "nl";

int
life_message(struct sp_life *life, const struct life_message *message,
    int64_t *id, struct sp_error *err)
{
	int64_t via = life_number(life, F_VIA_PERSOON);
	struct sp_value none = sp_text_value(NULL);
	const struct life_cell cells[] = {
		{ "soort", sp_text_value(message->type) },
		{ "op", sp_text_value(life->day) },
		{ "tekst", sp_text_value(message->text) },
		{ "taal", sp_text_value(message->language == NULL
					    ? usual_language
					    : message->language) },
		{ "afzender", message->sender == 0
				  ? none
				  : sp_int_value(message->sender) },
		{ "activiteit", message->activity == 0
				    ? none
				    : sp_int_value(message->activity) },
		{ "aan_persoon", via == 0 ? none : sp_int_value(via) },
		{ "wie", sp_text_value(life->session->user) },
	};
	const char *end;

	if (life_insert(life, LIFE_MESSAGE, cells,
		sizeof(cells) / sizeof(cells[0]), id, err) != 0)
		return -1;
	life_tell_record(life, LIFE_MESSAGE, *id, "", message->type);
	life_set(life, F_BEVESTIGEN_VOOR, NULL);
	if (!sp_state_live(SP_TRACK_STATUS, life_text(life, F_STATUS)))
		return 0;
	/* a message that is entered late does not undo a later one */
	end = life_end(life, SP_CLOCK_PROGRESS, life->day);
	if (strcmp(end, life_text(life, F_BERICHT_VOOR)) > 0)
		life_set(life, F_BERICHT_VOOR, end);
	return 0;
}

int
life_warn(struct sp_life *life, const char *text, const char *language,
    struct sp_error *err)
{
	if (text == NULL || (life->how & SP_LIFE_BULK))
		return 0;
	return sp_texts_warn(life->store, text,
	    language == NULL ? usual_language : language, &life->notes, err);
}

/* A text is in the language it was written in. */
static int
agree(const char *written, const char **language, struct sp_error *err)
{
	if (*language != NULL && strcmp(*language, written) != 0)
		return sp_fail(err, SP_INPUT,
		    _("taal: this standard text is in %s, not in %s; leave "
		      "taal= out, or take another text"),
		    written, *language);
	return 0;
}

int
life_fill(struct sp_life *life, int64_t template, const char **text,
    const char **language, struct sp_error *err)
{
	struct sp_value row[SP_KIND_COLUMNS];
	struct sp_text out = { 0 };
	char *form = NULL, *written = NULL;
	int bad = sp_records_get(life->signals, life->id, row, err) < 0 ||
		  sp_signals_template(life->asked, template, &form, &written,
		      err) != 0 ||
		  agree(written, language, err) != 0;

	sp_text_clear(&out);
	for (size_t i = 0; i < life->signaal->n && !bad; i++)
		if (life->now[i].type != SP_ABSENT)
			row[i] = life->now[i];
	if (!bad)
		bad = sp_texts_fill(&out, form, written, life->store, row,
			  *text, err) != 0;
	if (!bad) {
		*text = life_keep(life, out.s);
		*language = life_keep(life, written);
	}
	free(form);
	free(written);
	sp_text_free(&out);
	return bad ? -1 : 0;
}

/* What of these fields the row gives. */
static size_t
gather(const struct sp_life *life, const struct sp_value *row,
    const char *const *fields, size_t n, struct life_cell *cells)
{
	size_t given = 0;

	for (size_t i = 0; i < n; i++)
		if (sp_value_given(life_given(life, row, fields[i])))
			cells[given++] = (struct life_cell){ fields[i],
				*life_given(life, row, fields[i]) };
	return given;
}

/* Questions that came back, and how many heard it, on the same record. */
static int
take_back(struct sp_life *life, int64_t nr, const struct sp_value *row,
    struct sp_error *err)
{
	static const char *const fields[] = { "bereik", "vragen", "vragen_n" };
	struct life_cell cells[3];
	size_t n = gather(life, row, fields, 3, cells);
	int got = life->id == 0
		      ? 1
		      : sp_signals_heard(life->asked, life->id, nr, err);

	if (got <= 0)
		return got < 0 ? -1
			       : sp_fail(err, SP_INPUT,
				     _("nr: signal %lld has no message %lld"),
				     (long long)life->id, (long long)nr);
	if (n == 0)
		return sp_fail(err, SP_INPUT,
		    _("give what came back: bereik=, vragen= or vragen_n="));
	if (life_update(life, LIFE_MESSAGE, nr, cells, n, err) != 0)
		return -1;
	return sp_trail_step(life->trail, sp_kind_find("boodschap"), nr,
	    &(struct sp_trail_told){ .verb = "message",
		.day = life->day,
		.fields = "",
		.why = life->why },
	    err);
}

/* A message that is about no signal: to people, a network or an area. */
static int
tell_area(struct sp_life *life, const struct sp_value *row, const char *text,
    const char *language, int64_t *made, struct sp_error *err)
{
	static const char *const same[] = { "aan_persoon", "aan_netwerk",
		"gebied", "domein", "activiteit", "bereik", "vragen",
		"vragen_n" };
	const char *type = life_given_text(life, row, "berichtsoort");
	struct life_cell cells[16] = {
		{ "soort", sp_text_value(type == NULL ? "uitleg" : type) },
		{ "op", sp_text_value(life->day) },
		{ "tekst", sp_text_value(text) },
		{ "taal", sp_text_value(language) },
		{ "afzender", *life_given(life, row, "org") },
		{ "wie", sp_text_value(life->session->user) },
	};
	size_t n = 6;

	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		cells[n++] = (struct life_cell){ same[i],
			*life_given(life, row, same[i]) };
	if (life_insert(life, LIFE_MESSAGE, cells, n, made, err) != 0)
		return -1;
	return sp_trail_added(life->trail, sp_kind_find("boodschap"), *made, 1,
	    err);
}

static int
tell_signal(struct sp_life *life, const struct sp_value *row, const char *text,
    const char *language, int64_t *made, struct sp_error *err)
{
	static const char *const others[] = { "aan_persoon", "aan_netwerk",
		"gebied", "domein", "bereik", "vragen", "vragen_n" };
	struct life_cell cells[7];
	size_t n = gather(life, row, others, 7, cells);
	const char *type = life_given_text(life, row, "berichtsoort");
	const struct life_message message = {
		.type = type == NULL ? "tussenbericht" : type,
		.text = text,
		.language = language,
		.sender = life_given_number(life, row, "org"),
		.activity = life_given_number(life, row, "activiteit"),
	};

	if (strcmp(message.type, "antwoord") == 0)
		return sp_fail(err, SP_REFUSED,
		    _("an answer is given by sp-signal answer, with its "
		      "outcome"));
	if (life_message(life, &message, made, err) != 0)
		return -1;
	return n == 0 ? 0
		      : life_update(life, LIFE_MESSAGE, *made, cells, n, err);
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	const char *text = life_given_text(life, row, "bericht");
	const char *language = life_given_text(life, row, "in_taal");
	int64_t template = life_given_number(life, row, "standaard");
	int64_t nr = life_given_number(life, row, "nr");

	(void)word;
	if (nr != 0)
		return take_back(life, nr, row, err);
	if (template != 0 && life->id == 0)
		return sp_fail(err, SP_INPUT,
		    _("standaard: is filled from a signal; give signaal="));
	if (template != 0 &&
	    life_fill(life, template, &text, &language, err) != 0)
		return -1;
	if (text == NULL)
		return sp_fail(err, SP_INPUT, _("tekst: say what is said"));
	if (language == NULL)
		language = usual_language;
	if (life_warn(life, text, language, err) != 0)
		return -1;
	return life->id == 0
		   ? tell_area(life, row, text, language, made, err)
		   : tell_signal(life, row, text, language, made, err);
}

static const struct sp_column message_columns[] = {
	{ .naam = "id",
	    .name = "id",
	    .type = SP_COL_INTEGER,
	    .hulp = "signaal",
	    .help = "signal" },
	{ .naam = "signaal",
	    .name = "signal",
	    .type = SP_COL_REFERENCE,
	    .kind = "signaal",
	    .hulp = "over welk signaal",
	    .help = "about which signal" },
	{ .naam = "berichtsoort",
	    .name = "type",
	    .alias = "soort",
	    .type = SP_COL_CODE,
	    .codes = &sp_message_types,
	    .hulp = "soort",
	    .help = "sort" },
	{ .naam = "bericht",
	    .name = "text",
	    .alias = "tekst",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "wat er gezegd wordt",
	    .help = "what is said" },
	{ .naam = "standaard",
	    .name = "template",
	    .type = SP_COL_REFERENCE,
	    .kind = "standaardtekst",
	    .hulp = "standaardtekst",
	    .help = "standard text" },
	{ .naam = "org",
	    .name = "sender",
	    .alias = "afzender",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie",
	    .hulp = "namens wie",
	    .help = "in whose name" },
	{ .naam = "aan_persoon",
	    .name = "to_person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon",
	    .care = SP_PERSONAL,
	    .hulp = "aan welke sleutelpersoon",
	    .help = "to which key person" },
	{ .naam = "aan_netwerk",
	    .name = "to_network",
	    .type = SP_COL_REFERENCE,
	    .kind = "netwerk",
	    .hulp = "aan welk netwerk",
	    .help = "to which network" },
	{ .naam = "gebied",
	    .name = "area",
	    .type = SP_COL_REFERENCE,
	    .kind = "gebied",
	    .hulp = "voor welk gebied",
	    .help = "for which area" },
	{ .naam = "domein",
	    .name = "domain",
	    .type = SP_COL_LIST,
	    .list = "domein",
	    .hulp = "waarover",
	    .help = "about what" },
	{ .naam = "activiteit",
	    .name = "activity",
	    .type = SP_COL_REFERENCE,
	    .kind = "activiteit",
	    .hulp = "op welke bijeenkomst",
	    .help = "at which meeting" },
	STEP_LANGUAGE,
	{ .naam = "bereik",
	    .name = "reach",
	    .type = SP_COL_INTEGER,
	    .min = 0,
	    .max = 1000000,
	    .hulp = "hoeveel mensen het hoorden",
	    .help = "how many people heard it" },
	{ .naam = "vragen",
	    .name = "questions",
	    .type = SP_COL_TEXT,
	    .care = SP_SENSITIVE,
	    .hulp = "vragen die terugkwamen",
	    .help = "questions that came back" },
	{ .naam = "vragen_n",
	    .name = "questions_n",
	    .type = SP_COL_INTEGER,
	    .min = 0,
	    .max = 1000000,
	    .hulp = "hoeveel vragen",
	    .help = "how many questions" },
	{ STEP_NUMBER, .kind = "boodschap" },
	STEP_DAY,
};
const struct sp_step sp_step_message = {
	.fields = { .naam = "message",
	    .name = "message",
	    .hulp = "bericht aan een sleutelpersoon of een buurt",
	    .help = "message to a key person or an area",
	    .columns = message_columns,
	    .n = sizeof(message_columns) / sizeof(message_columns[0]) },
	.words = NULL,
	.take = take,
};
