/* md - pieces of Markdown that holds any text */
#include "sp/md.h"

#include <stdlib.h>
#include <string.h>

#include "sp/utf8.h"

void
sp_md_escape(struct sp_text *out, const char *text)
{
	sp_text_addn(out, "", 0);
	for (; *text != '\0'; text++) {
		if (strchr("|\\`*_<>[]&", *text) != NULL)
			sp_text_addc(out, '\\');
		sp_text_addc(out, *text);
	}
}

void
sp_md_line(struct sp_text *out, const char *line)
{
	size_t digits = strspn(line, "0123456789");

	sp_text_addn(out, "", 0);
	if (*line != '\0' && strchr("#+-=~", *line) != NULL)
		sp_text_addc(out, '\\');
	/* "1." would begin a list */
	if (digits > 0 && (line[digits] == '.' || line[digits] == ')')) {
		sp_text_addn(out, line, digits);
		sp_text_addc(out, '\\');
		sp_text_addc(out, line[digits]);
		line += digits + 1;
	}
	sp_md_escape(out, line);
}

void
sp_md_lines(struct sp_text *out, const char *mark, const char *text)
{
	char *line;

	while ((line = sp_utf8_visible_line(&text)) != NULL) {
		sp_text_add(out, mark);
		sp_md_line(out, line);
		/* two blanks keep the line */
		sp_text_add(out, text == NULL ? "\n\n" : "  \n");
		free(line);
	}
}
