/* overview_print - the counts as rows, as JSON and as a page */
#include <stdlib.h>
#include <string.h>

#include "sp/charts.h"
#include "sp/html.h"
#include "sp/json.h"
#include "sp/overview.h"

/* More bars than these are read from the table. */
enum { BARS = 12 };

const struct sp_column sp_overview_rows[5] = {
	{ .naam = "periode", .name = "period" },
	{ .naam = "blok", .name = "block" },
	{ .naam = "sleutel", .name = "key" },
	{ .naam = "deel", .name = "part" },
	{ .naam = "aantal", .name = "number", .type = SP_COL_INTEGER },
};

const struct sp_column sp_overview_lines[6] = {
	{ .naam = "blok", .name = "block" },
	{ .naam = "naam", .name = "name" },
	{ .naam = "signalen", .name = "signals", .type = SP_COL_INTEGER },
	{ .naam = "vorige", .name = "before", .type = SP_COL_INTEGER },
	{ .naam = "bewoners", .name = "residents", .type = SP_COL_INTEGER },
	{ .naam = "bewoners_vorige",
	    .name = "residents_before",
	    .type = SP_COL_INTEGER },
};

void
sp_overview_row(const struct sp_overview *overview, size_t i,
    struct sp_value row[5])
{
	const struct sp_count *count = &overview->counts[i / 4];
	size_t before = i % 4 / 2, residents = i % 2;

	row[0] = sp_text_value(overview->periode[before]);
	row[1] = sp_text_value(count->blok);
	row[2] = sp_text_value(*count->sleutel == '\0' ? NULL : count->sleutel);
	row[3] = sp_text_value(residents ? "bewoners" : "signalen");
	row[4] = sp_int_value(
	    residents ? count->bewoners[before] : count->signalen[before]);
}

/* The blocks in English; Dutch is what they are called. */
static const char *
block_name(const char *blok, const char *lang)
{
	static const struct {
		const char *nl, *en;
	} names[] = { { "totaal", "total" }, { "soort", "type" },
		{ "domein", "domain" }, { "gebied", "area" },
		{ "kanaal", "channel" } };

	for (size_t i = 0; i < 5 && strcmp(lang, "en") == 0; i++)
		if (strcmp(names[i].nl, blok) == 0)
			return names[i].en;
	return blok;
}

void
sp_overview_line(const struct sp_overview *overview, size_t i, const char *lang,
    struct sp_value row[6])
{
	const struct sp_count *count = &overview->counts[i];

	row[0] = sp_text_value(block_name(count->blok, lang));
	row[1] = sp_text_value(count->naam);
	for (int when = 0; when < 2; when++) {
		row[2 + when] = sp_int_value(count->signalen[when]);
		row[4 + when] = sp_int_value(count->bewoners[when]);
	}
}

void
sp_overview_json(struct sp_text *out, const struct sp_overview *overview)
{
	sp_text_add(out, "{\"schema\":\"sp-overzicht/1\",\"periode\":");
	sp_json_string(out, overview->periode[0]);
	sp_text_add(out, ",\"vorige\":");
	sp_json_string(out, overview->periode[1]);
	sp_text_add(out, ",\"aantallen\":[");
	for (size_t i = 0; i < overview->n; i++) {
		const struct sp_count *count = &overview->counts[i];
		sp_text_add(out, i > 0 ? ",\n" : "\n");
		sp_text_add(out, "{\"blok\":");
		sp_json_string(out, count->blok);
		sp_text_add(out, ",\"sleutel\":");
		if (*count->sleutel == '\0') {
			sp_text_add(out, "null,\"naam\":null");
		} else {
			sp_json_string(out, count->sleutel);
			sp_text_add(out, ",\"naam\":");
			sp_json_string(out, count->naam);
		}
		sp_text_addf(out,
		    ",\"signalen\":%lld,\"signalen_vorige\":%lld,"
		    "\"bewoners\":%lld,\"bewoners_vorige\":%lld}",
		    (long long)count->signalen[0],
		    (long long)count->signalen[1],
		    (long long)count->bewoners[0],
		    (long long)count->bewoners[1]);
	}
	sp_text_add(out, "\n]}\n");
}

static void
add_cell(struct sp_text *out, int64_t number)
{
	sp_text_addf(out, "<td class=\"n\">%lld</td>", (long long)number);
}

static void
add_table(struct sp_text *out, const struct sp_overview *overview,
    const struct sp_count *counts, size_t n, const char *caption)
{
	sp_text_add(out, "<div class=\"scroll\" tabindex=\"0\">\n<table>"
			 "<caption>");
	sp_html_escape(out, caption);
	sp_text_addf(out,
	    "</caption>\n<thead><tr><th scope=\"col\">%s</th>"
	    "<th scope=\"col\" class=\"n\">%s %s</th>"
	    "<th scope=\"col\" class=\"n\">%s %s</th>"
	    "<th scope=\"col\" class=\"n\">%s %s</th>"
	    "<th scope=\"col\" class=\"n\">%s %s</th></tr></thead>\n<tbody>\n",
	    _("name"), _("signals"), overview->periode[0], _("signals"),
	    overview->periode[1], _("residents"), overview->periode[0],
	    _("residents"), overview->periode[1]);
	for (size_t i = 0; i < n; i++) {
		sp_text_add(out, "<tr><th scope=\"row\">");
		sp_html_escape(out, counts[i].naam);
		sp_text_add(out, "</th>");
		add_cell(out, counts[i].signalen[0]);
		add_cell(out, counts[i].signalen[1]);
		add_cell(out, counts[i].bewoners[0]);
		add_cell(out, counts[i].bewoners[1]);
		sp_text_add(out, "</tr>\n");
	}
	sp_text_add(out, "</tbody></table>\n</div>\n");
}

static void
add_chart(struct sp_text *out, const struct sp_overview *overview,
    const struct sp_count *counts, size_t n, const char *title)
{
	struct sp_bar bars[BARS];

	n = n < BARS ? n : BARS;
	for (size_t i = 0; i < n; i++)
		bars[i] = (struct sp_bar){ counts[i].naam,
			counts[i].signalen[0], counts[i].signalen[1] };
	sp_text_add(out, "<figure>\n");
	sp_chart_bars(out, title, overview->periode[0], overview->periode[1],
	    bars, n);
	sp_text_add(out, "</figure>\n");
}

void
sp_overview_html(struct sp_text *out, const struct sp_overview *overview,
    const struct sp_session *session)
{
	char *title = sp_format(_("Signals in %s"), overview->periode[0]);
	size_t n;

	sp_html_head(out, session->lang, title);
	for (size_t i = 0; i < overview->n; i += n) {
		const struct sp_count *counts = &overview->counts[i];
		char *heading;
		n = 1;
		while (i + n < overview->n &&
		       strcmp(counts[n].blok, counts->blok) == 0)
			n++;
		heading = sp_format(_("Signals by %s"),
		    block_name(counts->blok, session->lang));
		sp_text_add(out, "<h2>");
		sp_html_escape(out, heading);
		sp_text_add(out, "</h2>\n");
		if (strcmp(counts->blok, "totaal") != 0)
			add_chart(out, overview, counts, n, heading);
		add_table(out, overview, counts, n, heading);
		free(heading);
	}
	sp_html_foot(out, _("Numbers in brackets are of the period before. "
			    "Nothing here is about one person."));
	free(title);
}
