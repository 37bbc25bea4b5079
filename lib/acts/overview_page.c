/* overview_page - the counts as a page to open and print */
#include <stdlib.h>
#include <string.h>

#include "sp/charts.h"
#include "sp/html.h"
#include "sp/kinds.h"
#include "sp/overview.h"

struct page {
	struct sp_text *out;
	const struct sp_overview *overview;
	const char *lang;
	char *now, *before; /* the periods in words */
};

/* October 2026; other periods as they are written. */
static char *
in_words(const char *periode)
{
	static const char *const months[] = { N_("January"), N_("February"),
		N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
		N_("August"), N_("September"), N_("October"), N_("November"),
		N_("December") };
	long month = strlen(periode) == 7 ? strtol(periode + 5, NULL, 10) : 0;

	if (month < 1 || month > 12)
		return sp_strdup(periode);
	return sp_format("%s %.4s", _(months[month - 1]), periode);
}

/* 12345 as 12.345, or in English as 12,345. */
static void
add_number(const struct page *page, int64_t number)
{
	char mark = strcmp(page->lang, "en") == 0 ? ',' : '.';
	char *digits = sp_format("%lld", (long long)number);
	size_t n = strlen(digits);

	for (size_t i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			sp_text_addc(page->out, mark);
		sp_text_addc(page->out, digits[i]);
	}
	free(digits);
}

static void
add_figure(const struct page *page, const char *what, const int64_t counts[2])
{
	sp_text_add(page->out, "<div><dt>");
	sp_html_escape(page->out, what);
	sp_text_add(page->out, "</dt>\n<dd><strong>");
	add_number(page, counts[0]);
	sp_text_add(page->out, "</strong> ");
	sp_html_escape(page->out, page->before);
	sp_text_add(page->out, ": ");
	add_number(page, counts[1]);
	sp_text_add(page->out, "</dd></div>\n");
}

static void
add_total(const struct page *page, const struct sp_count *total)
{
	sp_text_add(page->out, "<dl class=\"figures\">\n");
	add_figure(page, _("signals"), total->signalen);
	add_figure(page, _("residents"), total->bewoners);
	sp_text_add(page->out, "</dl>\n");
}

/* Two heads over the two periods of each. */
static void
add_head(const struct page *page)
{
	const char *const over[] = { _("signals"), _("residents") };
	struct sp_text *out = page->out;

	sp_text_add(out, "<thead>\n<tr><td rowspan=\"2\"></td>");
	for (int i = 0; i < 2; i++) {
		sp_text_add(out, "<th scope=\"colgroup\" colspan=\"2\">");
		sp_html_escape(out, over[i]);
		sp_text_add(out, "</th>");
	}
	sp_text_add(out, "</tr>\n<tr>");
	for (int i = 0; i < 4; i++) {
		sp_text_add(out, "<th scope=\"col\" class=\"n\">");
		sp_html_escape(out, i % 2 == 0 ? page->now : page->before);
		sp_text_add(out, "</th>");
	}
	sp_text_add(out, "</tr>\n</thead>\n");
}

static void
add_cell(const struct page *page, int64_t number)
{
	sp_text_add(page->out, "<td class=\"n\">");
	add_number(page, number);
	sp_text_add(page->out, "</td>");
}

static void
add_count(const struct page *page, const struct sp_count *count, int64_t most)
{
	struct sp_text *out = page->out;

	sp_text_add(out, "<tr><th scope=\"row\">");
	sp_html_escape(out, count->naam);
	sp_chart_bars(out, count->signalen[0], count->signalen[1], most);
	sp_text_add(out, "</th>");
	for (int when = 0; when < 2; when++)
		add_cell(page, count->signalen[when]);
	for (int when = 0; when < 2; when++)
		add_cell(page, count->bewoners[when]);
	sp_text_add(out, "</tr>\n");
}

static int64_t
largest(const struct sp_count *counts, size_t n)
{
	int64_t most = 1;

	for (size_t i = 0; i < 2 * n; i++)
		if (counts[i / 2].signalen[i % 2] > most)
			most = counts[i / 2].signalen[i % 2];
	return most;
}

static void
add_sentence(struct sp_text *out, const char *before, char *sentence,
    const char *after)
{
	sp_text_add(out, before);
	sp_html_escape(out, sentence);
	sp_text_add(out, after);
	free(sentence);
}

static void
add_block(const struct page *page, const struct sp_count *counts, size_t n)
{
	const char *name = sp_overview_block(counts->blok, page->lang);
	int64_t most = largest(counts, n);

	add_sentence(page->out, "<h2>", sp_format(_("By %s"), name), "</h2>\n");
	add_sentence(page->out,
	    "<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
	    "aria-label=\"",
	    sp_format(_("By %s"), name), "\">\n<table class=\"counts\">\n");
	add_sentence(page->out, "<caption>",
	    sp_format(_("Signals by %s, %s beside %s"), name, page->now,
		page->before),
	    "</caption>\n");
	add_head(page);
	sp_text_add(page->out, "<tbody>\n");
	for (size_t i = 0; i < n; i++)
		add_count(page, &counts[i], most);
	sp_text_add(page->out, "</tbody>\n</table>\n</div>\n");
}

/* A value may be a name; that one was asked for by it may be said. */
static void
add_selection(const struct page *page, const struct sp_pair *pairs, size_t n)
{
	static const char *const signs[] = { [SP_IS] = "=",
		[SP_IS_NOT] = "!=",
		[SP_AT_LEAST] = ">=",
		[SP_AT_MOST] = "<=",
		[SP_HOLDS] = "~" };
	const struct sp_kind *kind = sp_kind_find("signaal");
	struct sp_text text = { 0 };

	for (size_t i = 0; i < n; i++) {
		int c = sp_column_find(kind->columns, kind->n, pairs[i].field);
		bool open = c >= 0 && kind->columns[c].care == SP_OPEN;
		sp_text_addf(&text, "%s%s%s%s", i > 0 ? ", " : "",
		    pairs[i].field, signs[pairs[i].relation],
		    open ? pairs[i].value : "...");
	}
	if (n > 0)
		add_sentence(page->out, "<p>",
		    sp_format(_("Only signals with %s."), text.s), "</p>\n");
	sp_text_free(&text);
}

static void
add_foot(const struct page *page, const struct sp_session *session)
{
	char *note = sp_format(
	    _("The thick bar is %s, the thin one below it %s. A signal of "
	      "several domains counts in each. Residents are those who said "
	      "so, as far as a key person heard it. Made on %s with "
	      "sp-report maand %s."),
	    page->now, page->before, session->today,
	    page->overview->periode[0]);

	sp_html_foot(page->out, note);
	free(note);
}

void
sp_overview_html(struct sp_text *out, const struct sp_overview *overview,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session)
{
	struct page page = { out, overview, session->lang,
		in_words(overview->periode[0]),
		in_words(overview->periode[1]) };
	char *title = sp_format(_("Signals in %s"), page.now);
	size_t same;

	sp_html_head(out, session->lang, title);
	free(title);
	add_selection(&page, pairs, n);
	for (size_t i = 0; i < overview->n; i += same) {
		const struct sp_count *counts = &overview->counts[i];
		same = 1;
		while (i + same < overview->n &&
		       strcmp(counts[same].blok, counts->blok) == 0)
			same++;
		if (strcmp(counts->blok, "totaal") == 0)
			add_total(&page, counts);
		else
			add_block(&page, counts, same);
	}
	add_foot(&page, session);
	free(page.now);
	free(page.before);
}
