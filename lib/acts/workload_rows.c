/* workload_rows - a load as cells, for the coordinator and for outside */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "sp/share.h"
#include "sp/workload.h"

static const struct sp_code block_codes[] = {
	{ "totaal", "total", NULL, NULL },
	{ "persoon", "person", NULL, NULL },
	{ "maand", "month", NULL, NULL },
	{ 0 },
};
static const struct sp_codes block_names = { "belastingblok", block_codes };

enum {
	BLOCK,
	KEY,
	SHARE = 6,
	TOP1,
	TOP3,
	GINI,
	LAST = SP_WORKLOAD_COLUMNS - 1
};

const struct sp_column sp_workload_columns[SP_WORKLOAD_COLUMNS] = {
	{ .naam = "blok",
	    .name = "block",
	    .type = SP_COL_CODE,
	    .codes = &block_names },
	{ .naam = "sleutel", .name = "key", .care = SP_PERSONAL },
	{ .naam = "personen",
	    .name = "persons",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "gevraagd", .name = "asked", .type = SP_COL_INTEGER },
	{ .naam = "vragen", .name = "asks", .type = SP_COL_INTEGER },
	{ .naam = "belasting", .name = "load", .type = SP_COL_INTEGER },
	{ .naam = "aandeel_pct", .name = "share_pct", .type = SP_COL_DECIMAL },
	{ .naam = "top1_pct", .name = "top1_pct", .type = SP_COL_DECIMAL },
	{ .naam = "top3_pct",
	    .name = "top3_pct",
	    .type = SP_COL_DECIMAL,
	    .flags = SP_LONG },
	{ .naam = "gini", .name = "gini", .type = SP_COL_DECIMAL },
	{ .naam = "uren_gevraagd",
	    .name = "hours_asked",
	    .type = SP_COL_HOURS,
	    .flags = SP_LONG },
	{ .naam = "uren_gewerkt",
	    .name = "hours_worked",
	    .type = SP_COL_HOURS },
	{ .naam = "uren_contract",
	    .name = "hours_contract",
	    .type = SP_COL_HOURS,
	    .flags = SP_LONG },
	{ .naam = "uren_onbetaald",
	    .name = "hours_unpaid",
	    .type = SP_COL_HOURS },
	{ .naam = "caseload", .name = "caseload", .type = SP_COL_INTEGER },
	{ .naam = "caseload_max",
	    .name = "caseload_max",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "boven_caseload",
	    .name = "over_caseload",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "boven_grens", .name = "over_limit", .type = SP_COL_INTEGER },
	{ .naam = "vaak_gevraagd",
	    .name = "often_asked",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "vragen_90d",
	    .name = "asks_90d",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "laatste_vraag", .name = "last_ask", .type = SP_COL_DATE },
};

/* Where each number stands, and whether months have it. */
static const struct {
	int column;
	bool monthly;
} places[SP_WORKLOAD_COUNTS] = {
	[SP_WORKLOAD_PEOPLE] = { 2, true },
	[SP_WORKLOAD_ASKED] = { 3, true },
	[SP_WORKLOAD_ASKS] = { 4, true },
	[SP_WORKLOAD_LOAD] = { 5, true },
	[SP_WORKLOAD_HOURS_ASKED] = { 10, false },
	[SP_WORKLOAD_HOURS_WORKED] = { 11, false },
	[SP_WORKLOAD_HOURS_CONTRACT] = { 12, false },
	[SP_WORKLOAD_HOURS_UNPAID] = { 13, false },
	[SP_WORKLOAD_CASES] = { 14, false },
	[SP_WORKLOAD_CASES_MOST] = { 15, false },
	[SP_WORKLOAD_OVER_CASES] = { 16, false },
	[SP_WORKLOAD_OVER] = { 17, false },
	[SP_WORKLOAD_OFTEN] = { 18, false },
	[SP_WORKLOAD_ASKS_90] = { 19, false },
};

static struct sp_value
percent(double share)
{
	return sp_real_value(sp_percent(share, 1));
}

void
sp_workload_cells(const struct sp_workload_row *row,
    struct sp_value cells[SP_WORKLOAD_COLUMNS])
{
	bool person = row->person != 0, month = *row->month != '\0';
	bool any = row->counts[SP_WORKLOAD_LOAD] > 0;

	for (size_t i = 0; i < SP_WORKLOAD_COLUMNS; i++)
		cells[i] = sp_text_value(NULL);
	cells[BLOCK] = sp_text_value(row->blok);
	if (person)
		cells[KEY] = row->name != NULL ? sp_text_value(row->name)
					       : sp_int_value(row->person);
	else if (month)
		cells[KEY] = sp_text_value(row->month);
	for (size_t i = 0; i < SP_WORKLOAD_COUNTS; i++)
		if (places[i].monthly || !month)
			cells[places[i].column] = sp_int_value(row->counts[i]);
	if (person) {
		cells[SHARE] = percent(row->share);
		/* without a contract there is no measure */
		if (row->counts[SP_WORKLOAD_CASES_MOST] == 0)
			cells[places[SP_WORKLOAD_CASES_MOST].column] =
			    sp_text_value(NULL);
	} else if (any) {
		cells[TOP1] = percent(row->of.top1);
		cells[TOP3] = percent(row->of.top3);
		cells[GINI] = sp_real_value(round(1000 * row->of.gini) / 1000);
	}
	cells[LAST] = sp_text_value(*row->last == '\0' ? NULL : row->last);
}

static const struct sp_code outside_codes[] = {
	{ "personen", "persons", NULL, NULL },
	{ "gevraagd", "asked", NULL, NULL },
	{ "vragen", "asks", NULL, NULL },
	{ "boven_grens", "over_limit", NULL, NULL },
	{ 0 },
};
static const struct sp_codes outside_names = { "belastingmaat", outside_codes };

const struct sp_column sp_workload_outside_columns[2] = {
	{ .naam = "naam",
	    .name = "name",
	    .type = SP_COL_CODE,
	    .codes = &outside_names },
	{ .naam = "aantal", .name = "number" },
};

/* How many persons a number is of, out of how many. */
static const struct {
	enum sp_workload_count count, persons, out_of;
	const char *label;
} outside[SP_WORKLOAD_OUTSIDE] = {
	{ SP_WORKLOAD_PEOPLE, SP_WORKLOAD_PEOPLE, SP_WORKLOAD_PEOPLE,
	    N_("key persons") },
	{ SP_WORKLOAD_ASKED, SP_WORKLOAD_ASKED, SP_WORKLOAD_PEOPLE,
	    N_("of these, asked") },
	{ SP_WORKLOAD_ASKS, SP_WORKLOAD_ASKED, SP_WORKLOAD_ASKED, N_("asks") },
	{ SP_WORKLOAD_OVER, SP_WORKLOAD_OVER, SP_WORKLOAD_ASKED,
	    N_("key persons above the limit") },
};

void
sp_workload_outside(const struct sp_workload_row *all, size_t i, bool people,
    char room[24], struct sp_value cells[2])
{
	int64_t persons = all->counts[outside[i].persons];
	int64_t rest = all->counts[outside[i].out_of] - persons;
	bool few =
	    persons < SP_WORKLOAD_FEW ||
	    (outside[i].persons != outside[i].out_of && rest < SP_WORKLOAD_FEW);

	snprintf(room, 24, "%lld", (long long)all->counts[outside[i].count]);
	cells[0] =
	    sp_text_value(people ? _(outside[i].label) : outside_codes[i].code);
	cells[1] = sp_text_value(few ? "x" : room);
}
