/* md - pieces of Markdown that holds any text */
#ifndef SP_MD_H
#define SP_MD_H

#include "sp/mem.h"

/* Appends text so that nothing in it is taken for a mark inside a line.
 * Source: CommonMark 0.31, 2.4. */
void sp_md_escape(struct sp_text *out, const char *text);
/* The same where a line begins: no heading, list or rule comes of it. */
void sp_md_line(struct sp_text *out, const char *line);
/* The lines of a text as a paragraph, each behind a mark that begins it ("> ",
 * "# " or ""), with nothing in it that steers a terminal. NULL: nothing. */
void sp_md_lines(struct sp_text *out, const char *mark, const char *text);

#endif
