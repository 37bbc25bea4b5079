/* derived - each derived column by its kind: what must hold of the record, or
 * of one that hangs on it */
#include "records/derived.h"

#include <string.h>

#include "records/kinds/kinds.h"

static const struct sp_derived derived[] = {
	{ "signaal", "gesloten",
	    "status IN ('afgehandeld', 'geannuleerd') AND (lus IN "
	    "('bevestigd', 'niet_bereikt', 'niet_gewenst', 'niet_nodig') OR "
	    "(lus = 'teruggekoppeld' AND lus_voor < $T))",
	    { { 0 } } },
	{ "signaal", "gerouteerd",
	    "org IS NOT NULL OR status IN ('in_behandeling', 'afgehandeld', "
	    "'geannuleerd')",
	    { { 0 } } },
	{ "signaal", "te_laat", "eerstvolgend < $T",
	    { { "doorverwijzing", "uiterlijk < $T" },
		{ "actie", "status = 'open' AND uiterlijk < $T" } } },
	{ "signaal", "vraag_na", NULL,
	    { { "doorverwijzing",
		"uiterlijk < $T AND status IN ('geaccepteerd', "
		"'in_uitvoering')" } } },
	{ "signaal", "stil", "bericht_voor < $T", { { 0 } } },
	{ "signaal", "belofte_te_laat", NULL,
	    { { "belofte", "status = 'open' AND voor < $T" } } },
	{ "activiteit", "dubbel",
	    "$T IS NOT NULL AND EXISTS (SELECT 1 FROM activiteit a WHERE "
	    "a.gebied = activiteit.gebied AND a.datum BETWEEN "
	    "sp_monday(activiteit.datum) AND sp_sunday(activiteit.datum) AND "
	    "a.id <> activiteit.id AND sp_meet(a.domein, activiteit.domein))",
	    { { 0 } } },
	{ "vacature", "actueel",
	    "status = 'open' AND coalesce(sluit_op, $T) >= $T", { { 0 } } },
	{ "vraag", "dubbel",
	    "$T IS NOT NULL AND status IN " SP_ASK_COUNTS
	    " AND EXISTS (SELECT 1 FROM vraag v WHERE v.persoon = "
	    "vraag.persoon AND v.datum BETWEEN sp_monday(vraag.datum) AND "
	    "sp_sunday(vraag.datum) AND v.org <> vraag.org AND v.status "
	    "IN " SP_ASK_COUNTS ")",
	    { { 0 } } },
};

const struct sp_derived *
sp_derived_find(const struct sp_kind *kind, const struct sp_column *column)
{
	const struct sp_derived *found = derived;

	while (strcmp(found->kind, kind->naam) != 0 ||
	       strcmp(found->column, column->naam) != 0)
		found++;
	return found;
}
