/* loops - one pass over signals, counted in all and by organisation */
#include "acts/loops.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/filters.h"
#include "records/kinds/kinds.h"
#include "records/loops.h"
#include "sp/date.h"
#include "sp/lifecycle.h"
#include "sp/map.h"
#include "sp/median.h"
#include "sp/mem.h"
#include "sp/share.h"

/* What is counted. */
enum counted {
	ALL,
	CLOSED,
	TO_TELL, /* all but those of which nothing is brought back */
	OPEN,
	BACK,
	BACK_LATE,
	TOLD,
	NOT_REACHED,
	NOT_WANTED,
	NOT_NEEDED,
	REOPENED,
	LIVE,
	SILENT,
	JUDGED,
	SATISFIED,
	PARTLY,
	DISSATISFIED,
	NO_JUDGEMENT,
	SEEN_ASKED,
	SEEN,
	COUNTED
};

enum shown { NUMBER, SHARE, MEDIAN };

/* What is said of it, in this order; by_org: also in comparisons. */
static const struct {
	const char *naam, *label;
	enum shown shown;
	enum counted count, of;
	bool by_org;
} measures[] = {
	{ "signalen", N_("signals"), NUMBER, ALL, ALL, true },
	{ "gesloten", N_("closed"), NUMBER, CLOSED, ALL, false },
	{ "gesloten_pct", N_("closed, %"), SHARE, CLOSED, ALL, true },
	{ "open", N_("no answer to bring back yet"), NUMBER, OPEN, ALL, false },
	{ "teruggelegd", N_("with the key person, to be told"), NUMBER, BACK,
	    ALL, false },
	{ "teruggelegd_te_laat", N_("of these, late"), NUMBER, BACK_LATE, BACK,
	    false },
	{ "teruggekoppeld", N_("told to residents"), NUMBER, TOLD, TO_TELL,
	    false },
	{ "teruggekoppeld_pct", N_("told to residents, %"), SHARE, TOLD,
	    TO_TELL, true },
	{ "mediaan_dagen", N_("days from report to telling, median"), MEDIAN,
	    ALL, ALL, true },
	{ "tevreden", N_("satisfied"), NUMBER, SATISFIED, JUDGED, false },
	{ "deels", N_("partly satisfied"), NUMBER, PARTLY, JUDGED, false },
	{ "ontevreden", N_("dissatisfied"), NUMBER, DISSATISFIED, JUDGED,
	    false },
	{ "geen_oordeel", N_("no judgement"), NUMBER, NO_JUDGEMENT, JUDGED,
	    false },
	{ "gezien_gehoord", N_("felt seen and heard"), NUMBER, SEEN, SEEN_ASKED,
	    false },
	{ "gezien_gehoord_pct", N_("felt seen and heard, %"), SHARE, SEEN,
	    SEEN_ASKED, false },
	{ "niet_bereikt", N_("not reached"), NUMBER, NOT_REACHED, ALL, false },
	{ "niet_gewenst", N_("not wanted"), NUMBER, NOT_WANTED, ALL, false },
	{ "niet_nodig", N_("not needed"), NUMBER, NOT_NEEDED, ALL, false },
	{ "heropend", N_("reopened"), NUMBER, REOPENED, ALL, false },
	{ "stil", N_("in progress and silent"), NUMBER, SILENT, LIVE, false },
};
enum { MEASURES = sizeof(measures) / sizeof(measures[0]) };

static const struct sp_code measure_codes[] = {
	{ "signalen", "signals", NULL, NULL },
	{ "gesloten", "closed", NULL, NULL },
	{ "gesloten_pct", "closed_pct", NULL, NULL },
	{ "open", "open", NULL, NULL },
	{ "teruggelegd", "handed_back", NULL, NULL },
	{ "teruggelegd_te_laat", "handed_back_late", NULL, NULL },
	{ "teruggekoppeld", "told", NULL, NULL },
	{ "teruggekoppeld_pct", "told_pct", NULL, NULL },
	{ "mediaan_dagen", "median_days", NULL, NULL },
	{ "tevreden", "satisfied", NULL, NULL },
	{ "deels", "partly", NULL, NULL },
	{ "ontevreden", "dissatisfied", NULL, NULL },
	{ "geen_oordeel", "no_judgement", NULL, NULL },
	{ "gezien_gehoord", "seen_and_heard", NULL, NULL },
	{ "gezien_gehoord_pct", "seen_and_heard_pct", NULL, NULL },
	{ "niet_bereikt", "not_reached", NULL, NULL },
	{ "niet_gewenst", "not_wanted", NULL, NULL },
	{ "niet_nodig", "not_needed", NULL, NULL },
	{ "heropend", "reopened", NULL, NULL },
	{ "stil", "silent", NULL, NULL },
	{ "dagen_stil", "days_silent", NULL, NULL },
	{ "contact", "contact", NULL, NULL },
	{ "vertrouwen", "trust", NULL, NULL },
	{ "meedoen", "joining_in", NULL, NULL },
	{ "zelf", "independent", NULL, NULL },
	{ "koppeling_bewoners", "link_residents", NULL, NULL },
	{ "koppeling_instantie", "link_institution", NULL, NULL },
	{ 0 },
};
static const struct sp_codes measure_names = { "lusmaat", measure_codes };

static const struct sp_code block_codes[] = {
	{ "totaal", "total", NULL, NULL },
	{ "org", "organisation", NULL, NULL },
	{ "stil_gebied", "silent_area", NULL, NULL },
	{ "lang_contact", "long_contact", NULL, NULL },
	{ "koppeling", "link", NULL, NULL },
	{ 0 },
};
static const struct sp_codes block_names = { "lusblok", block_codes };

static const struct sp_code remark_codes[] = {
	{ "te_weinig", "too_few", NULL, NULL },
	{ "nooit", "never", NULL, NULL },
	{ 0 },
};
static const struct sp_codes remark_names = { "lusopmerking", remark_codes };

const struct sp_column sp_loops_columns[SP_LOOPS_COLUMNS] = {
	{ .naam = "blok",
	    .name = "block",
	    .type = SP_COL_CODE,
	    .codes = &block_names },
	{ .naam = "sleutel", .name = "key" },
	{ .naam = "naam",
	    .name = "name",
	    .type = SP_COL_CODE,
	    .codes = &measure_names },
	{ .naam = "waarde", .name = "value", .type = SP_COL_DECIMAL },
	{ .naam = "n", .name = "n", .type = SP_COL_INTEGER },
	{ .naam = "opmerking",
	    .name = "remark",
	    .type = SP_COL_CODE,
	    .codes = &remark_names },
};

/* The counts of all, or of an organisation. */
struct tally {
	int64_t org; /* 0: all, or of nobody */
	int64_t counts[COUNTED];
	int64_t *days;
	size_t days_n, days_room;
};

struct counting {
	struct sp_filters *filters;
	const struct sp_session *session;
	struct sp_query *rounds;
	struct tally all, *orgs;
	size_t orgs_n;
	struct sp_map *places; /* organisation -> number of its tally */
	bool by_org;
	char since[SP_DATE_SIZE]; /* "" when no period is given */
	char until[SP_DATE_SIZE]; /* today, or when the period ended */
};

/* A signal as far as it counts. */
struct seen {
	bool counts[COUNTED];
	int64_t judged[COUNTED]; /* of every round */
	long days;		 /* to the first telling */
	bool told;
};

static struct tally *
tally_of(struct counting *counting, const char *org)
{
	size_t number = sp_map_number(counting->places, org, strlen(org));

	if (number < counting->orgs_n)
		return &counting->orgs[number];
	counting->orgs = sp_grow(counting->orgs, counting->orgs_n + 1,
	    sizeof(*counting->orgs));
	counting->orgs[counting->orgs_n] =
	    (struct tally){ .org = strtoll(org, NULL, 10) };
	return &counting->orgs[counting->orgs_n++];
}

static void
add(struct tally *tally, const struct seen *seen)
{
	for (int i = 0; i < COUNTED; i++)
		tally->counts[i] += seen->counts[i] + seen->judged[i];
	if (!seen->told)
		return;
	if (tally->days_n == tally->days_room) {
		tally->days_room = 2 * tally->days_room + 64;
		tally->days = sp_grow(tally->days, tally->days_room,
		    sizeof(*tally->days));
	}
	tally->days[tally->days_n++] = seen->days;
}

static bool
is(const char *text, const char *word)
{
	return text != NULL && strcmp(text, word) == 0;
}

/* What the rounds of a signal say: days, judgements. */
static int
see_rounds(struct counting *counting, int64_t id, const char *reported,
    struct seen *seen, struct sp_error *err)
{
	static const enum counted judgements[] = { SATISFIED, PARTLY,
		DISSATISFIED, NO_JUDGEMENT };
	struct sp_query *query = counting->rounds;
	long from = 0, to = 0;
	int got;

	sp_query_bind_int(query, 1, id);
	while ((got = sp_query_step(query, err)) > 0) {
		const char *told = sp_query_text(query, 0);
		const char *judgement = sp_query_text(query, 1);
		if (told != NULL && !seen->told) {
			sp_date_parse(reported, &from);
			sp_date_parse(told, &to);
			seen->days = to - from;
			seen->told = true;
		}
		for (int i = 0; i < 4; i++)
			if (is(judgement, sp_judgements.codes[i].code)) {
				seen->judged[JUDGED]++;
				seen->judged[judgements[i]]++;
			}
		if (sp_query_value(query, 2).type == SP_INT) {
			seen->judged[SEEN_ASKED]++;
			seen->judged[SEEN] += sp_query_int(query, 2) != 0;
		}
	}
	return got;
}

static const char scanned[] = "id, gemeld_op, status, lus, lus_ronde, "
			      "lus_voor, org, bericht_voor, heropend_n";

static int
see(struct counting *counting, const struct sp_query *query, struct seen *seen,
    struct sp_error *err)
{
	const char *status = sp_query_text(query, 2);
	const char *loop = sp_query_text(query, 3);
	const char *by = sp_query_text(query, 5);
	const char *silent = sp_query_text(query, 7);
	const char *today = counting->session->today;
	bool *counts = seen->counts;

	*seen = (struct seen){ .counts[ALL] = true };
	loop = loop == NULL ? "open" : loop;
	counts[CLOSED] = sp_signal_closed(status, loop, by, today);
	counts[OPEN] = is(loop, "open");
	counts[BACK] = is(loop, "teruggelegd");
	counts[BACK_LATE] = counts[BACK] && by != NULL && strcmp(by, today) < 0;
	counts[TOLD] = is(loop, "teruggekoppeld") || is(loop, "bevestigd");
	counts[NOT_REACHED] = is(loop, "niet_bereikt");
	counts[NOT_WANTED] = is(loop, "niet_gewenst");
	counts[NOT_NEEDED] = is(loop, "niet_nodig");
	counts[TO_TELL] = !counts[NOT_WANTED] && !counts[NOT_NEEDED];
	counts[REOPENED] = sp_query_int(query, 8) > 0;
	counts[LIVE] = sp_state_live(SP_TRACK_STATUS, status);
	counts[SILENT] =
	    counts[LIVE] && silent != NULL && strcmp(silent, today) < 0;
	if (!counts[TOLD] && sp_query_int(query, 4) <= 1)
		return 0;
	return see_rounds(counting, sp_query_int(query, 0),
	    sp_query_text(query, 1), seen, err);
}

static int
scan(struct counting *counting, struct sp_store *store, struct sp_error *err)
{
	struct sp_filters *filters = counting->filters;
	struct sp_query *query = sp_records_scan(store, &sp_signaal, scanned,
	    filters->filters, filters->n, err);
	struct seen seen;
	int got = query == NULL ? -1 : 1;

	while (got > 0 && (got = sp_query_step(query, err)) > 0) {
		const char *org = sp_query_text(query, 6);
		if (see(counting, query, &seen, err) != 0) {
			got = -1;
			break;
		}
		add(&counting->all, &seen);
		if (counting->by_org && org != NULL)
			add(tally_of(counting, org), &seen);
	}
	sp_query_close(query);
	return got;
}

/* per=org is no field of a signal; the others are filters. */
static int
take_pairs(struct counting *counting, const char *period,
    const struct sp_pair *pairs, size_t n, struct sp_error *err)
{
	char to[SP_DATE_SIZE];

	for (size_t i = 0; i < n; i++) {
		bool per = strcmp(pairs[i].field, "per") == 0;
		if (per &&
		    (pairs[i].relation != SP_IS ||
			(sp_kind_find(pairs[i].value) != &sp_organisatie &&
			    strcmp(pairs[i].value, "org") != 0)))
			return sp_fail(err, SP_INPUT,
			    _("per: org is all there is"));
		counting->by_org = counting->by_org || per;
		if (!per &&
		    sp_filters_add(counting->filters, &pairs[i], err) != 0)
			return -1;
	}
	if (period == NULL)
		return 0;
	if (sp_filters_period(counting->filters, period, counting->since, to,
		err) != 0)
		return -1;
	if (strcmp(to, counting->until) < 0)
		snprintf(counting->until, sizeof(counting->until), "%s", to);
	return sp_filters_days(counting->filters, "gemeld_op", counting->since,
	    to, err);
}

struct sp_loops_row *
loops_row(struct sp_loops *loops, const char *blok, const char *naam,
    const char *label)
{
	struct sp_loops_row *row;

	if (loops->n == loops->room) {
		loops->room = 2 * loops->room + 64;
		loops->rows =
		    sp_grow(loops->rows, loops->room, sizeof(*loops->rows));
	}
	row = &loops->rows[loops->n++];
	*row =
	    (struct sp_loops_row){ .blok = blok, .naam = naam, .label = label };
	return row;
}

static void
put_measure(struct sp_loops_row *row, size_t m, struct tally *tally)
{
	int64_t count = tally->counts[measures[m].count];

	row->n = measures[m].shown == MEDIAN ? (int64_t)tally->days_n
					     : tally->counts[measures[m].of];
	row->known = measures[m].shown == NUMBER || row->n > 0;
	if (measures[m].shown == NUMBER)
		row->waarde = (double)count;
	else if (row->known && measures[m].shown == SHARE)
		row->waarde = sp_percent((double)count, (double)row->n);
	else if (row->known)
		row->waarde = sp_median(tally->days, tally->days_n);
}

static void
put_total(struct sp_loops *loops, struct tally *tally)
{
	for (size_t m = 0; m < MEASURES; m++)
		put_measure(loops_row(loops, "totaal", measures[m].naam,
				_(measures[m].label)),
		    m, tally);
}

static void
put_org(struct sp_loops *loops, struct sp_references *references,
    struct tally *tally)
{
	const char *name =
	    sp_reference_label(references, &sp_organisatie, tally->org);

	for (size_t m = 0; m < MEASURES; m++) {
		struct sp_loops_row *row;
		if (!measures[m].by_org)
			continue;
		row = loops_row(loops, "org", measures[m].naam,
		    _(measures[m].label));
		row->key = tally->org;
		row->key_name = name == NULL ? NULL : sp_strdup(name);
		put_measure(row, m, tally);
		if (measures[m].shown == NUMBER || row->n >= SP_SHARE_FEW)
			continue;
		row->known = false;
		row->opmerking = "te_weinig";
	}
}

static int
compare_orgs(const void *left, const void *right)
{
	const struct tally *a = left, *b = right;

	return (a->org > b->org) - (a->org < b->org);
}

static void
put(struct sp_loops *loops, struct counting *counting)
{
	put_total(loops, &counting->all);
	if (counting->orgs_n > 0)
		qsort(counting->orgs, counting->orgs_n, sizeof(struct tally),
		    compare_orgs);
	for (size_t i = 0; i < counting->orgs_n; i++)
		put_org(loops, counting->filters->references,
		    &counting->orgs[i]);
}

static void
close_counting(struct counting *counting)
{
	sp_query_close(counting->rounds);
	for (size_t i = 0; i < counting->orgs_n; i++)
		free(counting->orgs[i].days);
	free(counting->orgs);
	free(counting->all.days);
	sp_map_close(counting->places);
	sp_filters_close(counting->filters);
}

int
sp_loops(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    struct sp_loops *loops, struct sp_error *err)
{
	struct counting counting = { .session = session,
		.filters = sp_filters_open(store, &sp_signaal, session),
		.places = sp_map_open() };
	int bad;

	*loops = (struct sp_loops){ 0 };
	snprintf(counting.until, sizeof(counting.until), "%s", session->today);
	bad = take_pairs(&counting, period, pairs, n, err);
	if (!bad) {
		counting.rounds = sp_loops_ask(store, SP_LOOPS_ROUNDS, err);
		bad =
		    counting.rounds == NULL || scan(&counting, store, err) != 0;
	}
	if (!bad)
		put(loops, &counting);
	if (!bad && n == 0)
		bad = loops_silent(loops, store, counting.filters->references,
			  session, err) != 0 ||
		      loops_ladder(loops, store, counting.until, err) != 0 ||
		      loops_links(loops, store, counting.since, counting.until,
			  err) != 0;
	close_counting(&counting);
	if (bad)
		sp_loops_free(loops);
	return bad ? -1 : 0;
}

void
sp_loops_free(struct sp_loops *loops)
{
	for (size_t i = 0; i < loops->n; i++)
		free(loops->rows[i].key_name);
	free(loops->rows);
	*loops = (struct sp_loops){ 0 };
}

void
sp_loops_cells(const struct sp_loops_row *row, bool names,
    struct sp_value cells[SP_LOOPS_COLUMNS])
{
	cells[0] = sp_text_value(row->blok);
	cells[1] = row->key == 0 ? sp_text_value(NULL)
		   : names && row->key_name != NULL
		       ? sp_text_value(row->key_name)
		       : sp_int_value(row->key);
	cells[2] = sp_text_value(names ? row->label : row->naam);
	cells[3] = sp_text_value(NULL);
	if (row->known)
		cells[3] = sp_real_value(row->waarde);
	cells[4] = sp_int_value(row->n);
	cells[5] = sp_text_value(row->opmerking);
}
