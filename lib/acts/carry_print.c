/* carry_print - cards in plain language: as text, Markdown and a page */
#include <stdlib.h>
#include <string.h>

#include "acts/card.h"
#include "records/kinds/kinds.h"
#include "sp/carry.h"
#include "sp/html.h"
#include "sp/md.h"
#include "sp/mem.h"
#include "sp/utf8.h"

/* The lines of a card, whatever it is printed as, and what each is there. */
enum line { TITLE, ASKED, WORDS, ANSWERED, ANSWER, BY, RECORD, LINES };
static const struct card_line shapes[LINES] = {
	[TITLE] = { 2, "### ", "h3" },
	[ASKED] = { 2, "", "p" },
	[WORDS] = { 4, "> ", "blockquote" },
	[ANSWERED] = { 2, "", "p" },
	[ANSWER] = { 4, "> ", "blockquote" },
	[BY] = { 2, "", "p" },
	[RECORD] = { 2, NULL, "code" },
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
say(char *lines[LINES], const struct sp_card *card, const char *lang)
{
	const char *mine = _("(what was said is sensitive; you know it)");

	lines[TITLE] = title_of(card, lang);
	lines[ASKED] =
	    card->said == 1
		? sp_format(_("Asked on %s, by 1 resident:"), card->reported)
		: sp_format(_("Asked on %s, by %lld residents:"),
		      card->reported, (long long)card->said);
	lines[WORDS] = card->sensitive	     ? sp_strdup(mine)
		       : card->words != NULL ? sp_strdup(card->words)
					     : NULL;
	lines[ANSWERED] =
	    card->org_name == NULL
		? sp_strdup(_("The answer:"))
		: sp_format(_("The answer of %s:"), card->org_name);
	lines[ANSWER] =
	    sp_strdup(card->answer == NULL ? _("(none yet)") : card->answer);
	lines[BY] =
	    *card->by == '\0' ? sp_strdup(_("Please tell residents."))
	    : card->late
		? sp_format(_("Please tell residents; it was to be by "
			      "%s."),
		      card->by)
		: sp_format(_("Please tell residents by %s."), card->by);
	lines[RECORD] =
	    sp_format("sp-signal loop %lld teruggekoppeld wijze=...",
		(long long)card->signal);
}

/* A way to print: what comes before the cards of a person, and a card. */
struct printer {
	void (*person)(struct sp_text *out, const char *person);
	void (*card)(struct sp_text *out, const struct card_line *shapes,
	    char *const *lines, size_t n);
};

static void
print(struct sp_text *out, const struct sp_cards *cards, const char *lang,
    const struct printer *printer)
{
	for (size_t i = 0; i < cards->n; i++) {
		const struct sp_card *card = &cards->list[i];
		char *lines[LINES];
		if (i == 0 || card->person != cards->list[i - 1].person)
			printer->person(out, card->person_name == NULL
						 ? _("Without a key person")
						 : card->person_name);
		say(lines, card, lang);
		printer->card(out, shapes, lines, LINES);
		for (size_t l = 0; l < LINES; l++)
			free(lines[l]);
	}
}

static void
text_person(struct sp_text *out, const char *person)
{
	sp_text_add(out, out->length > 0 ? "\n" : "");
	sp_utf8_visible(out, person);
	sp_text_addc(out, '\n');
}

void
sp_carry_text(struct sp_text *out, const struct sp_cards *cards,
    const struct sp_session *session)
{
	static const struct printer printer = { text_person, card_text };

	print(out, cards, session->lang, &printer);
}

static void
md_person(struct sp_text *out, const char *person)
{
	sp_md_lines(out, "## ", person);
}

void
sp_carry_md(struct sp_text *out, const struct sp_cards *cards,
    const struct sp_session *session)
{
	static const struct printer printer = { md_person, card_md };

	sp_md_lines(out, "# ", _("Answers to bring back"));
	print(out, cards, session->lang, &printer);
}

static void
html_person(struct sp_text *out, const char *person)
{
	sp_html_block(out, "h2", person);
}

void
sp_carry_html(struct sp_text *out, const struct sp_cards *cards,
    const struct sp_session *session)
{
	static const struct printer printer = { html_person, card_html };

	sp_html_head(out, session->lang, _("Answers to bring back"));
	print(out, cards, session->lang, &printer);
	sp_html_foot(out, _("Only for the key person who is named here."));
}
