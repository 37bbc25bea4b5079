/* initiative_print - cards to lay on the table: text, Markdown and a page */
#include <stdlib.h>
#include <string.h>

#include "acts/card.h"
#include "sp/html.h"
#include "sp/initiative.h"
#include "sp/md.h"
#include "sp/mem.h"
#include "sp/utf8.h"

/* The lines of a card, whatever it is printed as, and what each is there. */
enum line { TITLE, ABOUT, WORDS, FOR, WHERE, OPEN, STATE, LINES };
static const struct card_line shapes[LINES] = {
	[TITLE] = { 0, "## ", "h2" },
	[ABOUT] = { 2, "", "p" },
	[WORDS] = { 4, "> ", "blockquote" },
	[FOR] = { 2, "", "p" },
	[WHERE] = { 2, "", "p" },
	[OPEN] = { 2, "", "p" },
	[STATE] = { 2, "", "p" },
};

static const struct {
	const char *phase, *sentence;
} states[] = {
	{ "idee", N_("It is still an idea.") },
	{ "plan", N_("There is a plan.") },
	{ "uitvoering", N_("It is under way.") },
	{ "afgerond", N_("It is finished.") },
	{ "gestopt", N_("It has stopped.") },
};

/* Some columns as people read them, comma between; NULL: nothing. */
static char *
show(const struct sp_value *row, const enum sp_initiative_column *which,
    size_t n, const char *lang)
{
	struct sp_text text = { 0 };

	for (size_t i = 0; i < n; i++) {
		if (!sp_value_given(&row[which[i]]))
			continue;
		sp_text_add(&text, text.length > 0 ? ", " : "");
		sp_cell_show(&text, sp_initiative_column(which[i]),
		    &row[which[i]], lang);
	}
	return text.s;
}

static char *
show_one(const struct sp_value *row, enum sp_initiative_column which,
    const char *lang)
{
	return show(row, &which, 1, lang);
}

static char *
state(const struct sp_value *row, const struct sp_session *session)
{
	const struct sp_value *phase = &row[SP_INITIATIVE_PHASE];
	char *since = show_one(row, SP_INITIATIVE_SINCE, session->lang);
	struct sp_text text = { 0 };

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (phase->type == SP_TEXT &&
		    strcmp(phase->s, states[i].phase) == 0)
			sp_text_add(&text, _(states[i].sentence));
	if (since != NULL) {
		sp_text_add(&text, text.length > 0 ? " " : "");
		sp_text_addf(&text,
		    strcmp(since, session->today) > 0 ? _("It begins on %s.")
						      : _("Begun on %s."),
		    since);
	}
	free(since);
	return text.s;
}

static void
say(char *lines[LINES], const struct sp_value *row,
    const struct sp_session *session)
{
	static const enum sp_initiative_column about[] = { SP_INITIATIVE_TYPE,
		SP_INITIATIVE_DOMAINS },
					       where[] = { SP_INITIATIVE_PLACE,
						       SP_INITIATIVE_AREAS };
	const struct sp_value *open = &row[SP_INITIATIVE_OPEN];
	const char *lang = session->lang;
	char *groups = show_one(row, SP_INITIATIVE_GROUPS, lang),
	     *places = show(row, where, 2, lang);

	lines[TITLE] = show_one(row, SP_INITIATIVE_NAME, lang);
	lines[ABOUT] = show(row, about, 2, lang);
	lines[WORDS] = show_one(row, SP_INITIATIVE_DESCRIPTION, lang);
	lines[FOR] = groups == NULL ? sp_strdup(_("For everybody."))
				    : sp_format(_("For: %s."), groups);
	lines[WHERE] =
	    places == NULL ? NULL : sp_format(_("Where: %s."), places);
	lines[OPEN] = open->type != SP_INT ? NULL
		      : open->i != 0
			  ? sp_strdup(_("Whoever wants to can take part."))
			  : sp_strdup(_("Not everybody can take part."));
	lines[STATE] = state(row, session);
	free(groups);
	free(places);
}

static void
print(struct sp_text *out, const struct sp_value *row,
    const struct sp_session *session,
    void (*card)(struct sp_text *out, const struct card_line *shapes,
	char *const *lines, size_t n))
{
	char *lines[LINES];

	say(lines, row, session);
	card(out, shapes, lines, LINES);
	for (size_t i = 0; i < LINES; i++)
		free(lines[i]);
}

static void
text_begin(struct sp_text *out, const struct sp_session *session)
{
	(void)session;
	sp_utf8_visible_block(out, 0, _("What residents do themselves"));
}

static void
text_card(struct sp_text *out, const struct sp_value *row,
    const struct sp_session *session)
{
	print(out, row, session, card_text);
}

static void
nothing(struct sp_text *out)
{
	(void)out;
}

static void
md_begin(struct sp_text *out, const struct sp_session *session)
{
	(void)session;
	sp_md_lines(out, "# ", _("What residents do themselves"));
}

static void
md_card(struct sp_text *out, const struct sp_value *row,
    const struct sp_session *session)
{
	print(out, row, session, card_md);
}

static void
html_begin(struct sp_text *out, const struct sp_session *session)
{
	sp_html_head(out, session->lang, _("What residents do themselves"));
	sp_text_add(out, "<div class=\"cards\">\n");
}

static void
html_card(struct sp_text *out, const struct sp_value *row,
    const struct sp_session *session)
{
	print(out, row, session, card_html);
}

static void
html_end(struct sp_text *out)
{
	sp_text_add(out, "</div>\n");
	sp_html_foot(out, NULL);
}

const struct sp_initiative_document *
sp_initiative_document(const char *format)
{
	static const struct sp_initiative_document documents[] = {
		{ "text", text_begin, text_card, nothing },
		{ "md", md_begin, md_card, nothing },
		{ "html", html_begin, html_card, html_end },
	};

	for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++)
		if (strcmp(documents[i].format, format) == 0)
			return &documents[i];
	return NULL;
}
