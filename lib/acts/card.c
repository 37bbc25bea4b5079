/* card - lines of a card as text, Markdown and an element of a page */
#include "acts/card.h"

#include "sp/html.h"
#include "sp/md.h"
#include "sp/utf8.h"

void
card_text(struct sp_text *out, const struct card_line *shapes,
    char *const *lines, size_t n)
{
	sp_text_addc(out, '\n');
	for (size_t i = 0; i < n; i++)
		sp_utf8_visible_block(out, shapes[i].indent, lines[i]);
}

void
card_md(struct sp_text *out, const struct card_line *shapes, char *const *lines,
    size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (shapes[i].md != NULL)
			sp_md_lines(out, shapes[i].md, lines[i]);
		else if (lines[i] != NULL)
			sp_text_addf(out, "`%s`\n\n", lines[i]);
}

void
card_html(struct sp_text *out, const struct card_line *shapes,
    char *const *lines, size_t n)
{
	sp_text_add(out, "<article>\n");
	for (size_t i = 0; i < n; i++)
		sp_html_block(out, shapes[i].html, lines[i]);
	sp_text_add(out, "</article>\n");
}
