/* html - a table as one page, readable on paper, a phone and aloud */
#include "sp/html.h"

#include <stdlib.h>
#include <string.h>

#include "rows/format.h"
#include "sp/utf8.h"

static const char style[] =
    ":root{color-scheme:light dark;--ink:#1b1b1b;--soft:#4a5563;"
    "--paper:#fff;--line:#c8ced6;--band:#f1f4f8;--accent:#154273;"
    "--before:#6d8299}"
    "@media(prefers-color-scheme:dark){:root{--ink:#ececec;--soft:#b9c2cd;"
    "--paper:#15181c;--line:#4a525c;--band:#20262d;--accent:#8fbcef;"
    "--before:#7d8fa3}}"
    "*{box-sizing:border-box}"
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "border-top:.5rem solid var(--accent);"
    "font:1rem/1.5 system-ui,sans-serif}"
    "main,footer{max-width:60rem;margin:0 auto;padding:1rem}"
    "h1,h2{color:var(--accent);line-height:1.2}"
    "h1{font-size:1.75rem;margin:.5rem 0 1rem}"
    "h2{font-size:1.25rem;margin:2.5rem 0 .25rem}"
    ".scroll{overflow-x:auto}"
    "table{border-collapse:collapse;width:100%}"
    "caption{text-align:left;color:var(--soft);padding:0 0 .5rem}"
    "th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);"
    "text-align:left;vertical-align:top}"
    "thead{background:var(--band)}"
    "tbody th{font-weight:400}"
    ".n{text-align:right;font-variant-numeric:tabular-nums}"
    "article{border:1px solid var(--line);border-radius:.5rem;"
    "padding:0 1rem 1rem;margin:1rem 0;max-width:40rem}"
    "h3{font-size:1.1rem;margin:1rem 0 .5rem}article p{margin:.75rem 0 .25rem}"
    ".cards{display:grid;gap:1rem;"
    "grid-template-columns:repeat(auto-fill,minmax(min(18rem,100%),1fr))}"
    ".cards article{border-style:dashed;margin:0;overflow-wrap:anywhere}"
    ".cards h2{margin:1rem 0 .5rem}"
    "blockquote{margin:.25rem 0;padding:.25rem .75rem;background:var(--band);"
    "border-left:4px solid var(--accent);overflow-wrap:anywhere}"
    "code{font-size:.875rem;overflow-wrap:anywhere}"
    ".figures{display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0}"
    ".figures div{flex:1 1 9rem;background:var(--band);padding:.75rem 1rem;"
    "border-left:.25rem solid var(--accent)}"
    ".figures dd{margin:0;color:var(--soft)}"
    ".figures strong{display:block;font-size:2.25rem;line-height:1.2;"
    "color:var(--ink)}"
    ".counts th[scope=colgroup]{text-align:right;border-bottom:0;"
    "padding-bottom:0}"
    ".counts thead tr+tr th{font-weight:400;padding-top:0;width:6.5rem}"
    ".counts tbody th{overflow-wrap:break-word;hyphens:auto}"
    "svg{display:block;margin-top:.15rem}"
    ".now{fill:var(--accent)}.before{fill:var(--before)}"
    "footer{border-top:1px solid var(--line);color:var(--soft);"
    "font-size:.875rem;margin-top:2rem}"
    ".aloud{position:absolute;width:1px;height:1px;overflow:hidden;"
    "clip-path:inset(50%);white-space:nowrap}"
    "@media(max-width:40rem){main,footer{padding:.75rem}"
    "h1{font-size:1.5rem}.counts{font-size:.875rem}"
    ".counts th,.counts td{padding:.35rem .2rem}"
    ".counts thead tr+tr th{font-size:.7rem;width:3.9rem}}"
    "@media(forced-colors:active){.now{fill:CanvasText}"
    ".before{fill:GrayText}}"
    "@media print{:root{color-scheme:light;--ink:#000;--soft:#333;"
    "--paper:#fff;--line:#999;--band:#fff;--accent:#154273;"
    "--before:#6d8299}body{font-size:10pt;border:0}"
    "main,footer{max-width:none;padding:0}.scroll{overflow:visible}"
    "th,td{padding:.2rem .4rem}h2,caption{break-after:avoid}"
    "thead{display:table-header-group}tr,article{break-inside:avoid}}";

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

struct page {
	const struct sp_output *output;
};

static void *
start(struct sp_text *out, const struct sp_output *output)
{
	struct page *page = sp_alloc(1, sizeof(*page));
	bool english = output->lang != NULL && strcmp(output->lang, "en") == 0;
	const char *title = output->title == NULL ? "sp" : output->title;

	page->output = output;
	sp_html_head(out, english ? "en" : "nl", title);
	sp_text_add(out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
			 "aria-label=\"");
	sp_html_escape(out, title);
	sp_text_add(out, "\">\n<table>\n<caption><span class=\"aloud\">");
	sp_html_escape(out, title);
	sp_text_add(out, "</span></caption>\n<thead><tr>");
	for (size_t i = 0; i < output->n; i++) {
		sp_text_addf(out, "<th scope=\"col\"%s>",
		    sp_column_is_number(&output->columns[i]) ? " class=\"n\""
							     : "");
		sp_html_escape(out, english ? output->columns[i].name
					    : output->columns[i].naam);
		sp_text_add(out, "</th>");
	}
	sp_text_add(out, "</tr></thead>\n<tbody>\n");
	return page;
}

void
sp_html_lines(struct sp_text *out, const char *text)
{
	char *line;

	while ((line = sp_utf8_visible_line(&text)) != NULL) {
		sp_html_escape(out, line);
		sp_text_add(out, text == NULL ? "" : "<br>");
		free(line);
	}
}

void
sp_html_block(struct sp_text *out, const char *tag, const char *text)
{
	if (text == NULL)
		return;
	sp_text_addf(out, "<%s>", tag);
	sp_html_lines(out, text);
	sp_text_addf(out, "</%s>\n", tag);
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
		sp_cell_show(&text, &output->columns[i], &row[i], output->lang);
		sp_text_addf(out, "<%s%s%s>", tag,
		    i == 0 ? " scope=\"row\"" : "",
		    sp_column_is_number(&output->columns[i]) ? " class=\"n\""
							     : "");
		sp_html_lines(out, text.s);
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
