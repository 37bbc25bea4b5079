/* terms - holds each signal's term beside what happened */
#include "sp/terms.h"

#include <stdlib.h>
#include <string.h>

#include "acts/filters.h"
#include "records/kinds/kinds.h"
#include "records/settings.h"
#include "sp/lifecycle.h"
#include "sp/mem.h"
#include "sp/workdays.h"

static const struct sp_code op_tijd_codes[] = {
	{ "ja", "yes", NULL, NULL },
	{ "nee", "no", NULL, NULL },
	{ "loopt", "running", NULL, NULL },
	{ 0 },
};
static const struct sp_codes op_tijd = { "op_tijd", op_tijd_codes };

enum {
	ID,
	GEBIED,
	DOMEIN,
	SOORT,
	ORG,
	GEMELD_OP,
	UITERLIJK,
	ANTWOORD_OP,
	AFGEHANDELD_OP,
	UITKOMST,
	ANNULERING,
	DAGEN,
	OP_TIJD,
	HEROPEND_N,
	LUS,
	GESLOTEN
};

const struct sp_column sp_terms_columns[SP_TERMS_COLUMNS] = {
	[ID] = { .naam = "id", .name = "id", .type = SP_COL_INTEGER },
	[GEBIED] = { .naam = "gebied",
	    .name = "area",
	    .type = SP_COL_REFERENCE,
	    .kind = "gebied" },
	[DOMEIN] = { .naam = "domein",
	    .name = "domain",
	    .type = SP_COL_LIST,
	    .list = "domein" },
	[SOORT] = { .naam = "soort",
	    .name = "type",
	    .type = SP_COL_CODE,
	    .codes = &sp_signal_types },
	[ORG] = { .naam = "org",
	    .name = "organisation",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie" },
	[GEMELD_OP] = { .naam = "gemeld_op",
	    .name = "reported_on",
	    .type = SP_COL_DATE },
	[UITERLIJK] = { .naam = "uiterlijk",
	    .name = "due",
	    .type = SP_COL_DATE },
	[ANTWOORD_OP] = { .naam = "antwoord_op",
	    .name = "answered_on",
	    .type = SP_COL_DATE },
	[AFGEHANDELD_OP] = { .naam = "afgehandeld_op",
	    .name = "handled_on",
	    .type = SP_COL_DATE },
	[UITKOMST] = { .naam = "uitkomst",
	    .name = "outcome",
	    .type = SP_COL_CODE,
	    .codes = &sp_outcomes },
	[ANNULERING] = { .naam = "annulering",
	    .name = "cancellation",
	    .type = SP_COL_CODE,
	    .codes = &sp_cancel_reasons },
	[DAGEN] = { .naam = "dagen", .name = "days", .type = SP_COL_INTEGER },
	[OP_TIJD] = { .naam = "op_tijd",
	    .name = "in_time",
	    .type = SP_COL_CODE,
	    .codes = &op_tijd },
	[HEROPEND_N] = { .naam = "heropend_n",
	    .name = "reopened_n",
	    .type = SP_COL_INTEGER },
	[LUS] = { .naam = "lus",
	    .name = "loop",
	    .type = SP_COL_CODE,
	    .codes = &sp_loop_states },
	[GESLOTEN] = { .naam = "gesloten",
	    .name = "closed",
	    .type = SP_COL_BOOLEAN },
};

struct holding {
	const struct sp_kind *kind;
	const struct sp_session *session;
	struct sp_references *labels; /* or NULL */
	bool lustrum;
	struct sp_text rooms[SP_TERMS_COLUMNS];
};

/* What the signal's row says in a column; NULL for nothing. */
static const char *
said(const struct holding *holding, const struct sp_value *signal,
    const char *column)
{
	const struct sp_value *value =
	    &signal[sp_column_named(holding->kind->columns, holding->kind->n,
		column)];

	return value->type == SP_TEXT ? value->s : NULL;
}

static const char *
earlier(const char *a, const char *b)
{
	return b != NULL && (a == NULL || strcmp(b, a) < 0) ? b : a;
}

/* From the report, or from when the office opened after it. */
static struct sp_value
days_taken(const struct holding *holding, const char *reported,
    const char *handled)
{
	long from = 0, to = 0, days;

	if (handled == NULL)
		return sp_text_value(NULL);
	sp_date_parse(reported, &from);
	sp_date_parse(handled, &to);
	days = sp_working_days(sp_working_day(from, holding->lustrum), to,
	    holding->lustrum);
	return sp_int_value(days > 0 ? days : 0);
}

static const char *
in_time(const char *due, const char *handled, const char *today)
{
	if (due == NULL)
		return NULL;
	if (handled != NULL)
		return strcmp(handled, due) <= 0 ? "ja" : "nee";
	return strcmp(today, due) <= 0 ? "loopt" : "nee";
}

static void
hold(struct holding *holding, const struct sp_value *signal,
    struct sp_value *row)
{
	const char *status = said(holding, signal, "status");
	const char *since = said(holding, signal, "status_op");
	const char *reported = said(holding, signal, "gemeld_op");
	const char *today = holding->session->today;
	const char *lus = said(holding, signal, "lus");
	bool live = sp_state_live(SP_TRACK_STATUS, status);
	bool cancelled = strcmp(status, "geannuleerd") == 0;
	const char *handled = live ? NULL : since;

	if (!live && !cancelled)
		handled = earlier(since, said(holding, signal, "antwoord_op"));
	for (size_t i = 0; i < SP_TERMS_COLUMNS; i++) {
		int c = sp_column_named(holding->kind->columns,
		    holding->kind->n, sp_terms_columns[i].naam);
		if (c >= 0)
			row[i] = signal[c];
		if (c >= 0 && holding->labels != NULL)
			sp_reference_name(holding->labels, &sp_terms_columns[i],
			    &holding->rooms[i], &row[i]);
	}
	row[AFGEHANDELD_OP] = sp_text_value(handled);
	row[DAGEN] = days_taken(holding, reported, handled);
	row[OP_TIJD] = sp_text_value(
	    cancelled
		? NULL
		: in_time(said(holding, signal, "uiterlijk"), handled, today));
	row[GESLOTEN] = sp_int_value(sp_signal_closed(status,
	    lus == NULL ? "" : lus, said(holding, signal, "lus_voor"), today));
}

static int
add_filters(struct sp_filters *filters, const char *period,
    const struct sp_pair *pairs, size_t n, struct sp_error *err)
{
	char from[SP_DATE_SIZE], to[SP_DATE_SIZE];

	if (sp_filters_period(filters, period, from, to, err) != 0 ||
	    sp_filters_days(filters, "gemeld_op", from, to, err) != 0)
		return -1;
	return sp_filters_pairs(filters, pairs, n, err);
}

static int
hold_all(struct holding *holding, struct sp_query *query,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err)
{
	struct sp_value signal[SP_KIND_COLUMNS], row[SP_TERMS_COLUMNS];
	int got;

	while ((got = sp_query_step(query, err)) > 0) {
		sp_records_row(query, holding->kind, signal);
		hold(holding, signal, row);
		each(context, row);
	}
	return got;
}

int
sp_terms(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t pairs_n,
    const struct sp_session *session, const char *names,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err)
{
	struct holding holding = { .kind = sp_kind_find("signaal"),
		.session = session };
	struct sp_filters *filters =
	    sp_filters_open(store, holding.kind, session);
	struct sp_query *query = NULL;
	int bad = add_filters(filters, period, pairs, pairs_n, err);

	if (names != NULL)
		holding.labels = sp_references_open(store, names);
	if (!bad)
		bad = sp_setting_yes(store, "vrij_op_bevrijdingsdag",
		    &holding.lustrum, err);
	if (!bad) {
		query = sp_records_select(store, holding.kind, filters->filters,
		    filters->n, NULL, err);
		bad = query == NULL
			  ? -1
			  : hold_all(&holding, query, each, context, err);
	}
	sp_query_close(query);
	sp_references_close(holding.labels);
	sp_filters_close(filters);
	for (size_t i = 0; i < SP_TERMS_COLUMNS; i++)
		sp_text_free(&holding.rooms[i]);
	return bad;
}
