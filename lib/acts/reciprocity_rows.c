/* reciprocity_rows - asks and returns of an organisation as cells */
#include <string.h>

#include "sp/reciprocity.h"
#include "sp/share.h"

static const struct sp_code block_codes[] = {
	{ "totaal", "total", NULL, NULL },
	{ "org", "organisation", NULL, NULL },
	{ 0 },
};
static const struct sp_codes block_names = { "wederkerigheidblok",
	block_codes };
static const struct sp_code remark_codes[] = {
	{ "te_weinig", "too_few", NULL, NULL },
	{ 0 },
};
static const struct sp_codes remark_names = { "wederkerigheidopmerking",
	remark_codes };

const struct sp_column sp_reciprocity_columns[SP_RECIPROCITY_COLUMNS] = {
	{ .naam = "blok",
	    .name = "block",
	    .type = SP_COL_CODE,
	    .codes = &block_names },
	{ .naam = "sleutel", .name = "key" },
	{ .naam = "personen", .name = "persons", .type = SP_COL_INTEGER },
	{ .naam = "vragen", .name = "asks", .type = SP_COL_INTEGER },
	{ .naam = "uren_gevraagd",
	    .name = "hours_asked",
	    .type = SP_COL_HOURS },
	{ .naam = "uren_besteed", .name = "hours_spent", .type = SP_COL_HOURS },
	{ .naam = "uren_reis",
	    .name = "hours_travel",
	    .type = SP_COL_HOURS,
	    .flags = SP_LONG },
	{ .naam = "idee",
	    .name = "idea",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "ontwerp",
	    .name = "design",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "besluit",
	    .name = "decision",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "uitvoering",
	    .name = "execution",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "evaluatie",
	    .name = "evaluation",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "vroeg_pct", .name = "early_pct", .type = SP_COL_DECIMAL },
	{ .naam = "vroeg_n",
	    .name = "early_n",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "vroeg_personen",
	    .name = "early_persons",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "gebleven",
	    .name = "stayed",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "toegang",
	    .name = "access",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "betaald", .name = "paid", .type = SP_COL_MONEY },
	{ .naam = "vrijwilligersvergoeding",
	    .name = "volunteer_allowance",
	    .type = SP_COL_MONEY,
	    .flags = SP_LONG },
	{ .naam = "erkenning", .name = "recognition", .type = SP_COL_INTEGER },
	{ .naam = "steun_idee",
	    .name = "idea_support",
	    .type = SP_COL_INTEGER },
	{ .naam = "opleiding",
	    .name = "training",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "hulp",
	    .name = "help",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "anders",
	    .name = "other",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "advies_gevraagd",
	    .name = "advice_asked",
	    .type = SP_COL_INTEGER },
	{ .naam = "overgenomen", .name = "adopted", .type = SP_COL_INTEGER },
	{ .naam = "deels", .name = "partly", .type = SP_COL_INTEGER },
	{ .naam = "niet", .name = "not", .type = SP_COL_INTEGER },
	{ .naam = "advies_teruggemeld",
	    .name = "advice_told_back",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "advies_teruggemeld_pct",
	    .name = "advice_told_back_pct",
	    .type = SP_COL_DECIMAL,
	    .flags = SP_LONG },
	{ .naam = "advies_n",
	    .name = "advice_n",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "gedaan",
	    .name = "done",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "teruggemeld",
	    .name = "told_back",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "teruggemeld_pct",
	    .name = "told_back_pct",
	    .type = SP_COL_DECIMAL },
	{ .naam = "eerst_gegeven",
	    .name = "gave_first",
	    .type = SP_COL_BOOLEAN },
	{ .naam = "eerst_gegeven_n",
	    .name = "gave_first_n",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "contracten",
	    .name = "contracts",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "collega",
	    .name = "colleagues",
	    .type = SP_COL_INTEGER,
	    .flags = SP_LONG },
	{ .naam = "opmerking",
	    .name = "remark",
	    .type = SP_COL_CODE,
	    .codes = &remark_names },
};

/* Sums of numbers as shares of other sums. */
enum share { SHARE_EARLY, SHARE_ADVICE, SHARE_TOLD_BACK, SHARES };
static const struct {
	enum sp_reciprocity_count first, last, of_first, of_last;
} shares[SHARES] = {
	[SHARE_EARLY] = { SP_GAVE_IDEA, SP_GAVE_DESIGN, SP_GAVE_IDEA,
	    SP_GAVE_EVALUATION },
	[SHARE_ADVICE] = { SP_GAVE_ADVICE_TOLD, SP_GAVE_ADVICE_TOLD,
	    SP_GAVE_ADOPTED, SP_GAVE_NOT },
	[SHARE_TOLD_BACK] = { SP_GAVE_TOLD, SP_GAVE_TOLD, SP_GAVE_DONE,
	    SP_GAVE_DONE },
};

/* What stands in each column after the block and the key. */
enum shown { COUNT, SHARE, OF, GAVE_FIRST, REMARK };
static const struct {
	enum shown shown;
	int which;
} cells_shown[SP_RECIPROCITY_COLUMNS - 2] = {
	{ COUNT, SP_GAVE_PEOPLE },
	{ COUNT, SP_GAVE_ASKS },
	{ COUNT, SP_GAVE_HOURS_ASKED },
	{ COUNT, SP_GAVE_HOURS_SPENT },
	{ COUNT, SP_GAVE_HOURS_TRAVEL },
	{ COUNT, SP_GAVE_IDEA },
	{ COUNT, SP_GAVE_DESIGN },
	{ COUNT, SP_GAVE_DECISION },
	{ COUNT, SP_GAVE_EXECUTION },
	{ COUNT, SP_GAVE_EVALUATION },
	{ SHARE, SHARE_EARLY },
	{ OF, SHARE_EARLY },
	{ COUNT, SP_GAVE_EARLY },
	{ COUNT, SP_GAVE_STAYED },
	{ COUNT, SP_GAVE_ACCESS },
	{ COUNT, SP_GAVE_PAID },
	{ COUNT, SP_GAVE_ALLOWED },
	{ COUNT, SP_GAVE_RECOGNITION },
	{ COUNT, SP_GAVE_IDEA_SUPPORT },
	{ COUNT, SP_GAVE_TRAINING },
	{ COUNT, SP_GAVE_HELP },
	{ COUNT, SP_GAVE_OTHER },
	{ COUNT, SP_GAVE_ADVICE_ASKED },
	{ COUNT, SP_GAVE_ADOPTED },
	{ COUNT, SP_GAVE_PARTLY },
	{ COUNT, SP_GAVE_NOT },
	{ COUNT, SP_GAVE_ADVICE_TOLD },
	{ SHARE, SHARE_ADVICE },
	{ OF, SHARE_ADVICE },
	{ COUNT, SP_GAVE_DONE },
	{ COUNT, SP_GAVE_TOLD },
	{ SHARE, SHARE_TOLD_BACK },
	{ GAVE_FIRST, 0 },
	{ COUNT, SP_GAVE_FIRST },
	{ COUNT, SP_GAVE_CONTRACTS },
	{ COUNT, SP_GAVE_COLLEAGUES },
	{ REMARK, 0 },
};

static int64_t
sum(const struct sp_reciprocity_row *row, int first, int last)
{
	int64_t all = 0;

	for (int i = first; i <= last; i++)
		all += row->counts[i];
	return all;
}

static int64_t
out_of(const struct sp_reciprocity_row *row, int share)
{
	return sum(row, shares[share].of_first, shares[share].of_last);
}

/* In comparisons few say too little. */
static bool
too_few(const struct sp_reciprocity_row *row, int share)
{
	return strcmp(row->blok, "org") == 0 &&
	       out_of(row, share) < SP_SHARE_FEW;
}

static struct sp_value
percent(const struct sp_reciprocity_row *row, int share)
{
	int64_t n = out_of(row, share);
	int64_t part = sum(row, shares[share].first, shares[share].last);

	if (n == 0 || too_few(row, share))
		return sp_text_value(NULL);
	return sp_real_value(sp_percent((double)part, (double)n));
}

static struct sp_value
remark(const struct sp_reciprocity_row *row)
{
	for (int share = 0; share < SHARES; share++)
		if (out_of(row, share) > 0 && too_few(row, share))
			return sp_text_value("te_weinig");
	return sp_text_value(NULL);
}

static struct sp_value
cell(const struct sp_reciprocity_row *row, size_t i)
{
	int which = cells_shown[i].which;

	switch (cells_shown[i].shown) {
	case COUNT: return sp_int_value(row->counts[which]);
	case SHARE: return percent(row, which);
	case OF: return sp_int_value(out_of(row, which));
	case GAVE_FIRST: return sp_int_value(row->counts[SP_GAVE_FIRST] > 0);
	case REMARK: return remark(row);
	}
	return sp_text_value(NULL);
}

void
sp_reciprocity_cells(const struct sp_reciprocity_row *row,
    struct sp_value cells[SP_RECIPROCITY_COLUMNS])
{
	cells[0] = sp_text_value(row->blok);
	cells[1] = row->name != NULL ? sp_text_value(row->name)
		   : row->org != 0   ? sp_int_value(row->org)
				     : sp_text_value(NULL);
	for (size_t i = 2; i < SP_RECIPROCITY_COLUMNS; i++)
		cells[i] = cell(row, i - 2);
}
