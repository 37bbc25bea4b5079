/* story_text - what a signal is, who has it, and what runs by when */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/rulebook.h"
#include "acts/story.h"
#include "records/signals.h"
#include "sp/clocks.h"
#include "sp/lifecycle.h"
#include "sp/story.h"
#include "sp/utf8.h"
#include "sp/workdays.h"

enum { WIDTH = 15 };

/* What a person looks at, in this order; NULL is an empty line. */
static const char *const looked_at[] = { "soort", "domein", "gebied",
	"gemeld_op", "gebeurd_op", "aantal", "via_persoon", "via_netwerk",
	"kanaal", "taal", "leeftijdsgroep", "bewoner_ref", "aanleiding",
	"kenmerk", "boodschap", "project", "urgentie", "vroeg", "gevoelig",
	"mag_delen", "bron_id", "tekst", NULL, "status", "gepland_op",
	"annulering", "heropend_n", "org", "behandelaar", "uitkomst",
	"antwoord_op", "antwoord", "bespaard", "lus", "lus_ronde", "dubbel_van",
	"ouder", "gesloten" };
/* Said elsewhere, or how the program keeps time. */
static const char *const passed_over[] = { "id", "uiterlijk", "status_op",
	"lus_op", "bevestigen_voor", "routeren_voor", "bericht_voor",
	"reactie_voor", "lus_voor", "nakijken_op", "eerstvolgend", "gerouteerd",
	"te_laat", "vraag_na", "stil", "belofte_te_laat", "uuid", "kantoor" };

enum {
	LOOKED_AT = sizeof(looked_at) / sizeof(looked_at[0]),
	PASSED_OVER = sizeof(passed_over) / sizeof(passed_over[0])
};

/* The page under the hand. */
struct page {
	const char *key;
	struct story story;
	struct story_rows rules, tips;
	struct sp_text tied; /* "signal 3 says the same\n" */
	struct sp_labels *labels;
	char third[SP_DATE_SIZE]; /* three times the term of the answer */
	bool lustrum;
	struct sp_text *out;
	const char *lang;
};

/* Not reopened, and the first round, go without saying. */
static bool
worth(const char *column, const struct sp_value *cell)
{
	if (!sp_value_given(cell))
		return false;
	if (strcmp(column, "heropend_n") == 0)
		return cell->i > 0;
	return strcmp(column, "lus_ronde") != 0 || cell->i > 1;
}

static void
add_field(struct page *page, const char *column)
{
	const struct story_rows *signal = &page->story.signal;
	int c = sp_column_find(signal->kind->columns, signal->kind->n, column);

	if (c < 0 || !worth(column, &signal->cells[c]))
		return;
	sp_text_addf(page->out, "%-*s ", WIDTH,
	    sp_column_name(&signal->kind->columns[c], page->lang));
	story_put(page->out, signal, 0, column, page->lang, WIDTH + 1);
	sp_text_addc(page->out, '\n');
}

static bool
is_among(const char *column, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (names[i] != NULL && strcmp(names[i], column) == 0)
			return true;
	return false;
}

static void
add_fields(struct page *page)
{
	const struct sp_kind *kind = page->story.signal.kind;

	for (size_t i = 0; i < LOOKED_AT; i++)
		if (looked_at[i] == NULL)
			sp_text_addc(page->out, '\n');
		else
			add_field(page, looked_at[i]);
	for (size_t c = 0; c < kind->n; c++)
		if (!is_among(kind->columns[c].naam, looked_at, LOOKED_AT) &&
		    !is_among(kind->columns[c].naam, passed_over, PASSED_OVER))
			add_field(page, kind->columns[c].naam);
	if (page->tied.length > 0)
		sp_text_add(page->out, page->tied.s);
}

static void
add_head(struct page *page)
{
	const struct story_rows *signal = &page->story.signal;
	const char *sensitive = story_word(signal, 0, "gevoelig");

	sp_text_addf(page->out, "%s %lld\n",
	    strcmp(page->lang, "en") == 0 ? signal->kind->name
					  : signal->kind->naam,
	    (long long)story_number(signal, 0, "id"));
	if (sensitive != NULL && strcmp(sensitive, "ja") == 0)
		sp_text_addf(page->out, "%s\n",
		    _("sensitive: these words go no further"));
}

/* Something with a last day. */
struct running {
	char day[SP_DATE_SIZE];
	char *what; /* "answer by 2026-03-19 (3 working days left)" */
};
struct runnings {
	struct running *list;
	size_t n;
};

/* How far off, or how late; what may be done, and need not, is never late. */
static void
add_distance(struct sp_text *out, const struct page *page, const char *day,
    bool offered)
{
	long today = 0, end = 0, days;

	sp_date_parse(page->story.session->today, &today);
	sp_date_parse(day, &end);
	days = sp_working_days(today, end, page->lustrum);
	if (end == today)
		sp_text_add(out, _(" (today)"));
	else if (end < today && offered && days == -1)
		sp_text_add(out, _(" (1 working day ago)"));
	else if (end < today && offered)
		sp_text_addf(out, _(" (%ld working days ago)"), -days);
	else if (end < today && days == -1)
		sp_text_add(out, _(" LATE (1 working day)"));
	else if (end < today)
		sp_text_addf(out, _(" LATE (%ld working days)"), -days);
	else if (days == 1)
		sp_text_add(out, _(" (1 working day left)"));
	else
		sp_text_addf(out, _(" (%ld working days left)"), days);
}

/* A sentence with who or what, and the day; who NULL: with the day alone. */
static void
run(struct page *page, struct runnings *runnings, const char *sentence,
    const char *who, const char *day, bool offered)
{
	struct sp_text text = { 0 }, name = { 0 };
	struct running *one;

	if (day == NULL)
		return;
	runnings->list =
	    sp_grow(runnings->list, runnings->n + 1, sizeof(*runnings->list));
	one = &runnings->list[runnings->n++];
	*one = (struct running){ 0 };
	memcpy(one->day, day, SP_DATE_SIZE);
	sp_text_clear(&name);
	sp_utf8_visible(&name, who == NULL ? "" : who);
	if (who == NULL)
		sp_text_addf(&text, sentence, day);
	else
		sp_text_addf(&text, sentence, name.s, day);
	add_distance(&text, page, day, offered);
	sp_text_free(&name);
	one->what = text.s;
}

/* Terms of the signal that run while it is worked on, and after. What is
 * offered is for who wants to do it. */
static const struct {
	const char *column;
	bool working, offered;
	const char *loop; /* only in this state of it */
	const char *sentence;
} terms[] = {
	{ "bevestigen_voor", true, false, NULL, N_("first message by %s") },
	{ "routeren_voor", true, false, NULL, N_("to an organisation by %s") },
	{ "uiterlijk", true, false, NULL, N_("answer by %s") },
	{ "bericht_voor", true, false, NULL, N_("next message by %s") },
	{ "reactie_voor", true, false, NULL, N_("reaction by %s") },
	{ "lus_voor", false, false, "teruggelegd",
	    N_("told to residents by %s") },
	{ "lus_voor", false, true, "teruggekoppeld",
	    N_("what residents think of it by %s") },
	{ "nakijken_op", false, true, NULL,
	    N_("look again whether it holds on %s") },
};

static void
run_terms(struct page *page, struct runnings *runnings)
{
	const struct story_rows *signal = &page->story.signal;
	const char *today = page->story.session->today;
	const char *loop = story_word(signal, 0, "lus");
	bool live =
	    sp_state_live(SP_TRACK_STATUS, story_word(signal, 0, "status"));

	for (size_t i = 0; i < sizeof(terms) / sizeof(terms[0]); i++) {
		const char *day = story_word(signal, 0, terms[i].column);
		if ((terms[i].working && !live) ||
		    (terms[i].loop != NULL &&
			(loop == NULL || strcmp(terms[i].loop, loop) != 0)))
			continue;
		run(page, runnings, _(terms[i].sentence), NULL, day,
		    terms[i].offered);
		if (day != NULL && strcmp(terms[i].column, "uiterlijk") == 0 &&
		    strcmp(page->third, today) < 0) {
			struct running *one = &runnings->list[runnings->n - 1];
			char *more = sp_format("%s, %s", one->what,
			    _("THREE TIMES THE TERM"));
			free(one->what);
			one->what = more;
		}
	}
}

/* What others were asked or said they would do. */
static void
run_others(struct page *page, struct runnings *runnings)
{
	const struct story_rows *rows = &page->story.parts[STORY_REFERRALS];

	for (size_t i = 0; i < rows->n; i++)
		run(page, runnings,
		    strcmp(story_word(rows, i, "status"), "verzonden") == 0
			? _("yes or no of %s by %s")
			: _("ask %s how it goes by %s"),
		    story_word(rows, i, "org"),
		    story_word(rows, i, "uiterlijk"), false);
	rows = &page->story.parts[STORY_ACTIONS];
	for (size_t i = 0; i < rows->n; i++)
		if (strcmp(story_word(rows, i, "status"), "open") == 0)
			run(page, runnings, _("%s by %s"),
			    story_word(rows, i, "wat"),
			    story_word(rows, i, "uiterlijk"), false);
	rows = &page->story.parts[STORY_PROMISES];
	for (size_t i = 0; i < rows->n; i++)
		if (strcmp(story_word(rows, i, "status"), "open") == 0)
			run(page, runnings, _("promised: %s by %s"),
			    story_word(rows, i, "wat"),
			    story_word(rows, i, "voor"), false);
}

static int
compare(const void *left, const void *right)
{
	const struct running *a = left, *b = right;
	int day = strcmp(a->day, b->day);

	return day != 0 ? day : strcmp(a->what, b->what);
}

static void
add_running(struct page *page)
{
	struct runnings runnings = { 0 };

	run_terms(page, &runnings);
	run_others(page, &runnings);
	if (runnings.n == 0)
		return;
	qsort(runnings.list, runnings.n, sizeof(*runnings.list), compare);
	sp_text_addc(page->out, '\n');
	for (size_t i = 0; i < runnings.n; i++) {
		sp_text_addf(page->out, "  %s\n", runnings.list[i].what);
		free(runnings.list[i].what);
	}
	free(runnings.list);
}

static void
add_tips(struct page *page)
{
	if (page->tips.n == 0)
		return;
	sp_text_addc(page->out, '\n');
	for (size_t i = 0; i < page->tips.n; i++) {
		sp_text_add(page->out, "  tip, ");
		story_put(page->out, &page->tips, i, "soort", page->lang, 4);
		sp_text_add(page->out, ": ");
		story_put(page->out, &page->tips, i, "tekst", page->lang, 4);
		sp_text_addc(page->out, '\n');
	}
}

/* Ids of a column's references, comma between. */
static char *
ids_of(const struct story_rows *rows, const char *column)
{
	struct sp_text ids = { 0 };

	sp_text_clear(&ids);
	for (size_t i = 0; i < rows->n; i++)
		if (story_number(rows, i, column) != 0)
			sp_text_addf(&ids, "%s%lld", ids.length > 0 ? "," : "",
			    (long long)story_number(rows, i, column));
	return ids.s;
}

static void
add_tied(void *context, int64_t id, bool same)
{
	sp_text_addf(context,
	    same ? _("signal %lld says the same\n")
		 : _("signal %lld belongs to it\n"),
	    (long long)id);
}

/* What is around the signal. */
static int
load_around(struct page *page, struct sp_store *store, struct sp_error *err)
{
	const struct sp_session *session = page->story.session;
	const struct story_rows *raw = &page->story.raw;
	char *rules = ids_of(&page->story.parts[STORY_REFERRALS], "regel");
	const struct story_where by = { "id", rules };
	int64_t org = story_number(raw, 0, "org");
	int bad = sp_signals_each_tied(store, story_number(raw, 0, "id"),
	    add_tied, &page->tied, err);

	page->rules.kind = sp_kind_find("regel");
	if (!bad && *rules != '\0')
		bad = story_read(&page->rules, store, "regel", &by, 1, false,
		    session, err);
	if (!bad && org != 0)
		bad = story_read_of(&page->tips, store, "tip", "org", org, true,
		    session, err);
	free(rules);
	return bad;
}

/* The day on which the answer is three times late. */
static int
load_third(struct page *page, struct sp_store *store, struct sp_error *err)
{
	const char *day = story_word(&page->story.raw, 0, "gemeld_op");
	struct sp_rulebook book;
	int bad = sp_rulebook_read(store, &book, err);

	if (!bad)
		sp_clock_end(SP_CLOCK_HANDLE, book.terms, book.terms_n,
		    story_word(&page->story.raw, 0, "domein"), day, day, 3,
		    book.lustrum, page->third);
	page->lustrum = book.lustrum;
	sp_rulebook_free(&book);
	return bad;
}

static void
close_page(struct page *page)
{
	story_close(&page->story);
	story_rows_free(&page->rules);
	story_rows_free(&page->tips);
	sp_text_free(&page->tied);
	sp_labels_close(page->labels);
}

static int
tell(void *context, struct sp_store *store, struct sp_error *err)
{
	struct page *page = context;
	const struct sp_session *session = page->story.session;

	if (story_load(&page->story, store, page->key, true, session, err) !=
		0 ||
	    load_around(page, store, err) != 0 ||
	    load_third(page, store, err) != 0)
		return -1;
	page->labels = sp_labels_open(store, page->lang);
	add_head(page);
	add_fields(page);
	add_running(page);
	add_tips(page);
	story_tell(&page->story, &page->rules, page->labels, page->out);
	return 0;
}

int
sp_story_text(struct sp_store *store, const char *key,
    const struct sp_session *session, struct sp_text *out, struct sp_error *err)
{
	struct page page = { .key = key, .out = out, .lang = session->lang };
	int bad;

	page.story.session = session;
	bad = sp_store_at_once(store, tell, &page, err);
	close_page(&page);
	return bad ? -1 : 0;
}
