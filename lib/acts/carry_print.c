/* carry_print - cards in plain language: as text, Markdown and a page */
#include <stdlib.h>
#include <string.h>

#include "records/kinds/kinds.h"
#include "sp/carry.h"
#include "sp/html.h"
#include "sp/md.h"
#include "sp/mem.h"
#include "sp/utf8.h"

/* The sentences of a card, whatever it is printed as; NULL: not said. */
struct lines {
	char *title, *asked, *words, *answered, *answer, *by, *record;
};

static char *
title_of(const struct sp_card *card, const char *lang)
{
	struct sp_text title = { 0 };

	sp_text_add(&title, sp_code_name(&sp_signal_types, card->type, lang));
	if (card->domain_name != NULL)
		sp_text_addf(&title, ", %s", card->domain_name);
	if (card->area_name != NULL)
		sp_text_addf(&title, ", %s", card->area_name);
	return title.s;
}

static void
say(struct lines *lines, const struct sp_card *card, const char *lang)
{
	const char *mine = _("(what was said is sensitive; you know it)");

	lines->title = title_of(card, lang);
	lines->asked =
	    card->said == 1
		? sp_format(_("Asked on %s, by 1 resident:"), card->reported)
		: sp_format(_("Asked on %s, by %lld residents:"),
		      card->reported, (long long)card->said);
	lines->words = card->sensitive	     ? sp_strdup(mine)
		       : card->words != NULL ? sp_strdup(card->words)
					     : NULL;
	lines->answered =
	    card->org_name == NULL
		? sp_strdup(_("The answer:"))
		: sp_format(_("The answer of %s:"), card->org_name);
	lines->answer =
	    sp_strdup(card->answer == NULL ? _("(none yet)") : card->answer);
	lines->by =
	    *card->by == '\0' ? sp_strdup(_("Please tell residents."))
	    : card->late
		? sp_format(_("Please tell residents; it was to be by "
			      "%s."),
		      card->by)
		: sp_format(_("Please tell residents by %s."), card->by);
	lines->record =
	    sp_format("sp-signal loop %lld teruggekoppeld wijze=...",
		(long long)card->signal);
}

static void
forget(struct lines *lines)
{
	free(lines->title);
	free(lines->asked);
	free(lines->words);
	free(lines->answered);
	free(lines->answer);
	free(lines->by);
	free(lines->record);
}

/* A way to print: what comes before the cards of a person, and a card. */
struct printer {
	void (*person)(struct sp_text *out, const char *person);
	void (*card)(struct sp_text *out, const struct lines *lines);
};

static void
print(struct sp_text *out, const struct sp_cards *cards, const char *lang,
    const struct printer *printer)
{
	for (size_t i = 0; i < cards->n; i++) {
		const struct sp_card *card = &cards->list[i];
		struct lines lines;
		if (i == 0 || card->person != cards->list[i - 1].person)
			printer->person(out, card->person_name == NULL
						 ? _("Without a key person")
						 : card->person_name);
		say(&lines, card, lang);
		printer->card(out, &lines);
		forget(&lines);
	}
}

static void
text_person(struct sp_text *out, const char *person)
{
	sp_text_add(out, out->length > 0 ? "\n" : "");
	sp_utf8_visible(out, person);
	sp_text_addc(out, '\n');
}

static void
text_card(struct sp_text *out, const struct lines *lines)
{
	sp_text_addc(out, '\n');
	sp_utf8_visible_block(out, 2, lines->title);
	sp_utf8_visible_block(out, 2, lines->asked);
	sp_utf8_visible_block(out, 4, lines->words);
	sp_utf8_visible_block(out, 2, lines->answered);
	sp_utf8_visible_block(out, 4, lines->answer);
	sp_utf8_visible_block(out, 2, lines->by);
	sp_utf8_visible_block(out, 2, lines->record);
}

void
sp_carry_text(struct sp_text *out, const struct sp_cards *cards,
    const struct sp_session *session)
{
	static const struct printer printer = { text_person, text_card };

	print(out, cards, session->lang, &printer);
}

static void
md_person(struct sp_text *out, const char *person)
{
	sp_md_lines(out, "## ", person);
}

static void
md_card(struct sp_text *out, const struct lines *lines)
{
	sp_md_lines(out, "### ", lines->title);
	sp_md_lines(out, "", lines->asked);
	sp_md_lines(out, "> ", lines->words);
	sp_md_lines(out, "", lines->answered);
	sp_md_lines(out, "> ", lines->answer);
	sp_md_lines(out, "", lines->by);
	sp_text_addf(out, "`%s`\n\n", lines->record);
}

void
sp_carry_md(struct sp_text *out, const struct sp_cards *cards,
    const struct sp_session *session)
{
	static const struct printer printer = { md_person, md_card };

	sp_md_lines(out, "# ", _("Answers to bring back"));
	print(out, cards, session->lang, &printer);
}

static void
html_person(struct sp_text *out, const char *person)
{
	sp_html_block(out, "h2", person);
}

static void
html_card(struct sp_text *out, const struct lines *lines)
{
	sp_text_add(out, "<article>\n");
	sp_html_block(out, "h3", lines->title);
	sp_html_block(out, "p", lines->asked);
	sp_html_block(out, "blockquote", lines->words);
	sp_html_block(out, "p", lines->answered);
	sp_html_block(out, "blockquote", lines->answer);
	sp_html_block(out, "p", lines->by);
	sp_html_block(out, "code", lines->record);
	sp_text_add(out, "</article>\n");
}

void
sp_carry_html(struct sp_text *out, const struct sp_cards *cards,
    const struct sp_session *session)
{
	static const struct printer printer = { html_person, html_card };

	sp_html_head(out, session->lang, _("Answers to bring back"));
	print(out, cards, session->lang, &printer);
	sp_html_foot(out, _("Only for the key person who is named here."));
}
