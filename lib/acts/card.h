/* card - what is printed as cards: lines of their own, in three formats */
#ifndef SP_ACTS_CARD_H
#define SP_ACTS_CARD_H

#include <stddef.h>

#include "sp/mem.h"

/* What a line is: so many blanks before it as text, after a mark as Markdown
 * (NULL: code), an element of a page. */
struct card_line {
	size_t indent;
	const char *md, *html;
};

/* Each prints one card whose n lines are of these shapes; a line that is NULL
 * is not said. */
void card_text(struct sp_text *out, const struct card_line *shapes,
    char *const *lines, size_t n);
void card_md(struct sp_text *out, const struct card_line *shapes,
    char *const *lines, size_t n);
void card_html(struct sp_text *out, const struct card_line *shapes,
    char *const *lines, size_t n);

#endif
