/* cv_print - a CV as text, Markdown, a page and JSON */
#include <stdlib.h>
#include <string.h>

#include "sp/cv.h"
#include "sp/html.h"
#include "sp/json.h"
#include "sp/md.h"

/* A way to print: a heading, a line, and what closes the lines of a part. */
struct printer {
	void (*part)(struct sp_text *out, const char *part);
	void (*line)(struct sp_text *out, const char *line);
	const char *end;
};

static void
print(struct sp_text *out, const struct sp_cv *cv,
    const struct printer *printer)
{
	for (size_t i = 0; i < cv->n; i++) {
		const struct sp_cv_line *line = &cv->lines[i];
		if (i == 0 || strcmp(line->part, line[-1].part) != 0)
			printer->part(out, line->part);
		printer->line(out, line->text);
		if (i + 1 == cv->n || strcmp(line->part, line[1].part) != 0)
			sp_text_add(out, printer->end);
	}
}

/* Who keeps the record says so; it is the person's own. */
static char *
foot(const struct sp_session *session)
{
	return sp_format(_("Made on %s from what was kept of the work."),
	    session->today);
}

static void
text_part(struct sp_text *out, const char *part)
{
	sp_text_addf(out, "\n%s\n", part);
}

static void
text_line(struct sp_text *out, const char *line)
{
	sp_text_addf(out, "  %s\n", line);
}

void
sp_cv_text(struct sp_text *out, const struct sp_cv *cv,
    const struct sp_session *session)
{
	static const struct printer printer = { text_part, text_line, "" };
	char *note = foot(session);

	sp_text_addf(out, "%s\n", cv->name);
	print(out, cv, &printer);
	sp_text_addf(out, "\n%s\n", note);
	free(note);
}

static void
md_part(struct sp_text *out, const char *part)
{
	sp_text_addf(out, "## %s\n\n", part);
}

static void
md_line(struct sp_text *out, const char *line)
{
	sp_text_add(out, "- ");
	sp_md_line(out, line);
	sp_text_addc(out, '\n');
}

void
sp_cv_md(struct sp_text *out, const struct sp_cv *cv,
    const struct sp_session *session)
{
	static const struct printer printer = { md_part, md_line, "\n" };
	char *note = foot(session);

	sp_text_add(out, "# ");
	sp_md_line(out, cv->name);
	sp_text_add(out, "\n\n");
	print(out, cv, &printer);
	sp_text_addf(out, "%s\n", note);
	free(note);
}

static void
html_part(struct sp_text *out, const char *part)
{
	sp_text_add(out, "<h2>");
	sp_html_escape(out, part);
	sp_text_add(out, "</h2>\n<ul>\n");
}

static void
html_line(struct sp_text *out, const char *line)
{
	sp_text_add(out, "<li>");
	sp_html_lines(out, line);
	sp_text_add(out, "</li>\n");
}

void
sp_cv_html(struct sp_text *out, const struct sp_cv *cv,
    const struct sp_session *session)
{
	static const struct printer printer = { html_part, html_line,
		"</ul>\n" };
	char *note = foot(session);

	sp_html_head(out, session->lang, cv->name);
	print(out, cv, &printer);
	sp_html_foot(out, note);
	free(note);
}

static void
json_part(struct sp_text *out, const char *part)
{
	sp_text_add(out, out->s[out->length - 1] == '[' ? "\n" : ",\n");
	sp_text_add(out, "{\"deel\":");
	sp_json_string(out, part);
	sp_text_add(out, ",\"regels\":[");
}

static void
json_line(struct sp_text *out, const char *line)
{
	sp_text_add(out, out->s[out->length - 1] == '[' ? "" : ",");
	sp_json_string(out, line);
}

void
sp_cv_json(struct sp_text *out, const struct sp_cv *cv,
    const struct sp_session *session)
{
	static const struct printer printer = { json_part, json_line, "]}" };

	sp_text_add(out, "{\"schema\":\"sp-cv/1\",\"op\":");
	sp_json_string(out, session->today);
	sp_text_add(out, ",\"naam\":");
	sp_json_string(out, cv->name);
	sp_text_add(out, ",\"delen\":[");
	print(out, cv, &printer);
	sp_text_add(out, "\n]}\n");
}
