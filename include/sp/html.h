/* html - pieces of a page that stands alone: no script, no font, no link */
#ifndef SP_HTML_H
#define SP_HTML_H

#include "sp/mem.h"

/* Doctype to the opened main element with the title as its heading. */
void sp_html_head(struct sp_text *out, const char *lang, const char *title);
/* Text with & < > " ' written as references. */
void sp_html_escape(struct sp_text *out, const char *text);
/* The same of several lines, with what can not be seen shown; <br> between. */
void sp_html_lines(struct sp_text *out, const char *text);
/* These lines as an element of their own; NULL: nothing. */
void sp_html_block(struct sp_text *out, const char *tag, const char *text);
/* Closes what head opened; note is a line under the page, or NULL. */
void sp_html_foot(struct sp_text *out, const char *note);

#endif
