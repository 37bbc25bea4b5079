/* html - a table as one page, readable on paper, a phone and aloud */
#include "sp/html.h"

#include <stdlib.h>
#include <string.h>

#include "rows/format.h"
#include "sp/utf8.h"

static const char style[] =
    ":root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--line:#c4c4c4;"
    "--band:#f3f5f8;--accent:#154273;--before:#8a9bb0}"
    "@media(prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#161616;"
    "--line:#555;--band:#242424;--accent:#8fbcef;--before:#6f7f92}}"
    "*{box-sizing:border-box}"
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "font:1rem/1.5 system-ui,sans-serif}"
    "main,footer{max-width:72rem;margin:0 auto;padding:1rem}"
    "h1{color:var(--accent);font-size:1.75rem;line-height:1.2}"
    "h2{color:var(--accent);font-size:1.25rem;margin-top:2rem}"
    ".scroll{overflow-x:auto}"
    "table{border-collapse:collapse;width:100%}"
    "caption{text-align:left;font-weight:600;padding:.5rem 0}"
    "th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);"
    "text-align:left;vertical-align:top}"
    "thead th{background:var(--band)}"
    "tbody th{font-weight:400}"
    ".n{text-align:right;font-variant-numeric:tabular-nums}"
    "figure{margin:1rem 0}svg{max-width:100%;height:auto}"
    "svg text{fill:var(--ink);font:14px system-ui,sans-serif}"
    "svg .now{fill:var(--accent)}svg .before{fill:var(--before)}"
    "article{border:1px solid var(--line);border-radius:.5rem;"
    "padding:0 1rem 1rem;margin:1rem 0;max-width:40rem}"
    "h3{font-size:1.1rem;margin:1rem 0 .5rem}article p{margin:.75rem 0 .25rem}"
    "blockquote{margin:.25rem 0;padding:.25rem .75rem;background:var(--band);"
    "border-left:4px solid var(--accent);overflow-wrap:anywhere}"
    "code{font-size:.875rem;overflow-wrap:anywhere}"
    "footer{border-top:1px solid var(--line);font-size:.875rem}"
    "@media print{body{font-size:10pt}.scroll{overflow:visible}"
    "thead{display:table-header-group}tr,figure,article{break-inside:avoid}}";

void
sp_html_escape(struct sp_text *out, const char *text)
{
	static const char *const references[256] = { ['&'] = "&amp;",
		['<'] = "&lt;",
		['>'] = "&gt;",
		['"'] = "&quot;",
		['\''] = "&#39;" };

	sp_text_addn(out, "", 0);
	for (; *text != '\0'; text++) {
		const char *reference = references[(unsigned char)*text];
		if (reference != NULL)
			sp_text_add(out, reference);
		else
			sp_text_addc(out, *text);
	}
}

void
sp_html_head(struct sp_text *out, const char *lang, const char *title)
{
	sp_text_addf(out,
	    "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\">\n<title>",
	    lang);
	sp_html_escape(out, title);
	sp_text_addf(out,
	    "</title>\n<style>%s</style>\n</head>\n<body>\n"
	    "<main>\n<h1>",
	    style);
	sp_html_escape(out, title);
	sp_text_add(out, "</h1>\n");
}

void
sp_html_foot(struct sp_text *out, const char *note)
{
	sp_text_add(out, "</main>\n");
	if (note != NULL) {
		sp_text_add(out, "<footer>");
		sp_html_escape(out, note);
		sp_text_add(out, "</footer>\n");
	}
	sp_text_add(out, "</body>\n</html>\n");
}

static bool
is_number(const struct sp_column *column)
{
	return column->type == SP_COL_INTEGER ||
	       column->type == SP_COL_DECIMAL || column->type == SP_COL_MONEY;
}

struct page {
	const struct sp_output *output;
};

static void *
start(struct sp_text *out, const struct sp_output *output)
{
	struct page *page = sp_alloc(1, sizeof(*page));
	bool english = output->lang != NULL && strcmp(output->lang, "en") == 0;

	page->output = output;
	sp_html_head(out, english ? "en" : "nl",
	    output->title == NULL ? "sp" : output->title);
	sp_text_add(out, "<div class=\"scroll\" tabindex=\"0\">\n<table>\n"
			 "<thead><tr>");
	for (size_t i = 0; i < output->n; i++) {
		sp_text_addf(out, "<th scope=\"col\"%s>",
		    is_number(&output->columns[i]) ? " class=\"n\"" : "");
		sp_html_escape(out, english ? output->columns[i].name
					    : output->columns[i].naam);
		sp_text_add(out, "</th>");
	}
	sp_text_add(out, "</tr></thead>\n<tbody>\n");
	return page;
}

static void
add_cell(struct sp_text *out, const char *text)
{
	while (*text != '\0') {
		size_t length = strcspn(text, "\n");
		char *line = sp_strndup(text, length);
		struct sp_text visible = { 0 };
		sp_text_clear(&visible);
		sp_utf8_visible(&visible, line);
		sp_html_escape(out, visible.s);
		sp_text_free(&visible);
		free(line);
		text += length;
		if (*text == '\n') {
			sp_text_add(out, "<br>");
			text++;
		}
	}
}

static void
add_row(void *state, struct sp_text *out, const struct sp_value *row)
{
	const struct sp_output *output = ((struct page *)state)->output;

	sp_text_add(out, "<tr>");
	for (size_t i = 0; i < output->n; i++) {
		const char *tag = i == 0 ? "th" : "td";
		struct sp_text text = { 0 };
		sp_text_clear(&text);
		sp_cell_format(&text, &output->columns[i], &row[i],
		    output->lang);
		sp_text_addf(out, "<%s%s%s>", tag,
		    i == 0 ? " scope=\"row\"" : "",
		    is_number(&output->columns[i]) ? " class=\"n\"" : "");
		add_cell(out, text.s);
		sp_text_addf(out, "</%s>", tag);
		sp_text_free(&text);
	}
	sp_text_add(out, "</tr>\n");
}

static void
end_page(void *state, struct sp_text *out)
{
	(void)state;
	sp_text_add(out, "</tbody>\n</table>\n</div>\n");
	sp_html_foot(out, NULL);
}

const struct sp_format_writer sp_html_writer = { start, add_row, end_page,
	free };
