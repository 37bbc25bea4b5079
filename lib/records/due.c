/* due - the clocks of the kinds there are */
#include "records/due.h"

/* SQLite numbers parameters as they come, so every statement has all. */
const struct sp_due_clock sp_due_clocks[] = {
	{ "toestemming", N_("consent ends"), NULL,
	    "SELECT id, geldig_tot, persoon FROM toestemming WHERE $1 IS NOT "
	    "NULL AND geldig_tot <= $2 AND $3 IS NOT NULL AND ingetrokken_op "
	    "IS NULL AND NOT EXISTS (SELECT 1 FROM toestemming n WHERE "
	    "n.persoon = toestemming.persoon AND n.doel = toestemming.doel AND "
	    "n.gegeven_op > toestemming.gegeven_op)" },
	{ "persoon", N_("may be asked again"), NULL,
	    "SELECT id, niet_voor, id FROM persoon WHERE status = 'actief' AND "
	    "niet_voor >= $1 AND niet_voor <= $2 AND $3 IS NOT NULL" },
	{ "persoon", N_("go through the record together"), "nakijken_na_dagen",
	    "SELECT id, coalesce(nagekeken_op, bijgewerkt_op), id FROM persoon "
	    "WHERE $1 IS NOT NULL AND status = 'actief' AND "
	    "coalesce(nagekeken_op, bijgewerkt_op) <= $2 AND $3 IS NOT NULL" },
	{ "project", N_("project ends"), NULL,
	    "SELECT id, tot, NULL FROM project WHERE $1 IS NOT NULL AND tot <= "
	    "$2 AND $3 IS NOT NULL AND coalesce(fase, '') NOT IN ('afgerond', "
	    "'gestopt')" },
	{ "activiteit", N_("takes place"), NULL,
	    "SELECT id, datum, organisator FROM activiteit WHERE datum >= $1 "
	    "AND datum <= $2 AND $3 IS NOT NULL" },
	{ "signaal", N_("waits for a desk"), NULL,
	    "SELECT id, gemeld_op, via_persoon FROM signaal WHERE $1 IS NOT "
	    "NULL AND gemeld_op <= $2 AND behandelaar = $3 AND status = "
	    "'gemeld'" },
};
const size_t sp_due_clocks_n = sizeof(sp_due_clocks) / sizeof(sp_due_clocks[0]);
