/* alike_rows - signals that are alike as cells */
#include <stdlib.h>

#include "records/kinds/kinds.h"
#include "records/references.h"
#include "sp/alike.h"
#include "sp/mem.h"

static const struct sp_code verdict_codes[] = {
	{ "terugkerend", "recurring", NULL, NULL },
	{ "dubbel", "duplicate", NULL, NULL },
	{ 0 },
};
static const struct sp_codes verdicts = { "oordeel", verdict_codes };

static const struct sp_code ground_codes[] = {
	[SP_LIKE_TEXT] = { "tekst", "text", NULL, NULL },
	[SP_LIKE_AREA] = { "gebied", "area", NULL, NULL },
	[SP_LIKE_DOMAIN] = { "domein", "domain", NULL, NULL },
	[SP_LIKE_TIME] = { "tijd", "time", NULL, NULL },
	{ 0 },
};
static const struct sp_codes grounds = { "gronden", ground_codes };

enum cell {
	C_ID,
	C_LIKE,
	C_VERDICT,
	C_DAY,
	C_AREA,
	C_DOMAIN,
	C_TYPE,
	C_STATUS,
	C_WHY
};

const struct sp_column sp_alike_columns[SP_ALIKE_COLUMNS] = {
	[C_ID] = { .naam = "id", .name = "id", .type = SP_COL_INTEGER },
	[C_LIKE] = { .naam = "gelijkenis",
	    .name = "likeness",
	    .type = SP_COL_INTEGER },
	[C_VERDICT] = { .naam = "oordeel",
	    .name = "verdict",
	    .type = SP_COL_CODE,
	    .codes = &verdicts },
	[C_DAY] = { .naam = "gemeld_op",
	    .name = "reported_on",
	    .type = SP_COL_DATE },
	[C_AREA] = { .naam = "gebied",
	    .name = "area",
	    .type = SP_COL_REFERENCE,
	    .kind = "gebied" },
	[C_DOMAIN] = { .naam = "domein",
	    .name = "domain",
	    .type = SP_COL_LIST,
	    .list = "domein" },
	[C_TYPE] = { .naam = "soort",
	    .name = "type",
	    .type = SP_COL_CODE,
	    .codes = &sp_signal_types },
	[C_STATUS] = { .naam = "status",
	    .name = "status",
	    .type = SP_COL_CODE,
	    .codes = &sp_signal_states },
	[C_WHY] = { .naam = "redenen",
	    .name = "reasons",
	    .type = SP_COL_LIST,
	    .codes = &grounds },
};

struct sp_alike_rows {
	struct sp_references *names; /* NULL: as stored */
	struct sp_text rooms[SP_ALIKE_COLUMNS], why;
};

struct sp_alike_rows *
sp_alike_rows_open(struct sp_store *store, const char *names)
{
	struct sp_alike_rows *rows = sp_alloc(1, sizeof(*rows));

	if (names != NULL)
		rows->names = sp_references_open(store, names);
	return rows;
}

void
sp_alike_row(struct sp_alike_rows *rows, const struct sp_alike *one,
    struct sp_value row[SP_ALIKE_COLUMNS])
{
	sp_text_clear(&rows->why);
	for (int g = 0; g < SP_LIKE_GROUNDS; g++)
		if (one->likeness.reasons[g])
			sp_text_addf(&rows->why, "%s%s",
			    rows->why.length > 0 ? "|" : "",
			    ground_codes[g].code);
	row[C_ID] = sp_int_value(one->id);
	row[C_LIKE] = sp_int_value(one->likeness.score);
	row[C_VERDICT] = sp_text_value(
	    one->likeness.verdict == SP_LIKE_SAME ? "dubbel" : "terugkerend");
	row[C_DAY] = sp_text_value(one->day);
	row[C_AREA] =
	    one->area == 0 ? sp_text_value(NULL) : sp_int_value(one->area);
	row[C_DOMAIN] = sp_text_value(one->domains);
	row[C_TYPE] = sp_text_value(one->type);
	row[C_STATUS] = sp_text_value(one->status);
	row[C_WHY] = sp_text_value(rows->why.length > 0 ? rows->why.s : NULL);
	for (int i = 0; i < SP_ALIKE_COLUMNS && rows->names != NULL; i++)
		sp_reference_name(rows->names, &sp_alike_columns[i],
		    &rows->rooms[i], &row[i]);
}

void
sp_alike_rows_close(struct sp_alike_rows *rows)
{
	sp_references_close(rows->names);
	for (int i = 0; i < SP_ALIKE_COLUMNS; i++)
		sp_text_free(&rows->rooms[i]);
	sp_text_free(&rows->why);
	free(rows);
}
