/* due - the clocks of the kinds there are */
#include "records/due.h"

#include "sp/error.h"

/* SQLite numbers parameters as they come, so every statement has all. */
#define OWN "AND ($3 IS NULL OR s.behandelaar = $3)"

/* No talk of that sort was held since. */
#define NOT_HELD                                                     \
	"AND NOT EXISTS (SELECT 1 FROM gesprek n WHERE n.persoon = " \
	"g.persoon AND n.soort = g.soort AND n.datum > g.datum)"

/* All that runs for a signal itself, read once. */
static const char running[] =
    "SELECT s.id, s.bevestigen_voor, s.via_persoon, s.id, s.org, NULL, "
    "s.domein, s.gemeld_op, s.via_persoon, s.routeren_voor, CASE WHEN "
    "s.status NOT IN ('afgehandeld', 'geannuleerd') THEN s.uiterlijk END, "
    "s.bericht_voor, s.reactie_voor, CASE s.lus WHEN 'teruggelegd' THEN "
    "s.lus_voor END FROM signaal s WHERE $1 IS NOT NULL AND s.eerstvolgend "
    "<= $2 " OWN;

const struct sp_due_clock sp_due_clocks[] = {
	{ .kind = "toestemming",
	    .what = N_("consent ends"),
	    .sql =
		"SELECT id, geldig_tot, persoon FROM toestemming WHERE $1 IS "
		"NOT NULL AND geldig_tot <= $2 AND $3 IS NOT NULL AND "
		"ingetrokken_op IS NULL AND NOT EXISTS (SELECT 1 FROM "
		"toestemming n WHERE n.persoon = toestemming.persoon AND "
		"n.doel = toestemming.doel AND n.gegeven_op > "
		"toestemming.gegeven_op)" },
	{ .kind = "persoon",
	    .what = N_("may be asked again"),
	    .sql = "SELECT id, niet_voor, id FROM persoon WHERE status = "
		   "'actief' AND niet_voor >= $1 AND niet_voor <= $2 AND $3 IS "
		   "NOT NULL" },
	{ .kind = "persoon",
	    .what = N_("go through the record together"),
	    .setting = "nakijken_na_dagen",
	    .sql = "SELECT id, coalesce(nagekeken_op, bijgewerkt_op), id FROM "
		   "persoon WHERE $1 IS NOT NULL AND status = 'actief' AND "
		   "coalesce(nagekeken_op, bijgewerkt_op) <= $2 AND $3 IS NOT "
		   "NULL" },
	{ .kind = "project",
	    .what = N_("project ends"),
	    .sql = "SELECT id, tot, NULL FROM project WHERE $1 IS NOT NULL AND "
		   "tot <= $2 AND $3 IS NOT NULL AND coalesce(fase, '') NOT IN "
		   "('afgerond', 'gestopt')" },
	{ .kind = "activiteit",
	    .what = N_("takes place"),
	    .sql = "SELECT id, datum, organisator FROM activiteit WHERE datum "
		   ">= $1 AND datum <= $2 AND $3 IS NOT NULL" },
	{ .kind = "vraag",
	    .what = N_("hear whether she will"),
	    .setting = "antwoord_na_dagen",
	    .sql = "SELECT id, status_op, persoon FROM vraag WHERE $1 IS NOT "
		   "NULL AND status_op <= $2 AND $3 IS NOT NULL AND status = "
		   "'gevraagd'" },
	{ .kind = "vraag",
	    .what = N_("say whether it was done"),
	    .sql = "SELECT id, coalesce(wanneer, datum), persoon FROM vraag "
		   "WHERE $1 IS NOT NULL AND coalesce(wanneer, datum) <= $2 "
		   "AND $3 IS NOT NULL AND status = 'toegezegd'" },
	{ .kind = "vraag",
	    .what = N_("tell her what came of it"),
	    .setting = "terugmelden_na_dagen",
	    .within = 90,
	    .sql = "SELECT id, status_op, persoon FROM vraag WHERE status_op "
		   ">= $1 AND status_op <= $2 AND $3 IS NOT NULL AND status IN "
		   "('gedaan', 'niet_doorgegaan') AND terug_gemeld_op IS "
		   "NULL" },
	{ .kind = "aanwijzing",
	    .what = N_("follow up a lead"),
	    .setting = "aanwijzing_na_dagen",
	    .sql = "SELECT id, coalesce(status_op, op), persoon FROM "
		   "aanwijzing WHERE $1 IS NOT NULL AND status IN ('open', "
		   "'benaderd') AND coalesce(status_op, op) <= $2 AND $3 IS "
		   "NOT NULL" },
	{ .kind = "gesprek",
	    .what = N_("ask how she is"),
	    .sql = "SELECT g.id, g.volgende_op, g.persoon FROM gesprek g JOIN "
		   "persoon p ON p.id = g.persoon WHERE $1 IS NOT NULL AND "
		   "g.volgende_op <= $2 AND $3 IS NOT NULL AND g.soort = "
		   "'welzijn' AND p.status = 'actief' " NOT_HELD },
	{ .kind = "gesprek",
	    .what = N_("talk with her again"),
	    .sql = "SELECT g.id, g.volgende_op, g.persoon FROM gesprek g JOIN "
		   "persoon p ON p.id = g.persoon WHERE $1 IS NOT NULL AND "
		   "g.volgende_op <= $2 AND $3 IS NOT NULL AND g.soort <> "
		   "'welzijn' AND p.status = 'actief' " NOT_HELD },

	/* the clocks of signals, earliest first in a signal's life */
	{ .kind = "signaal",
	    .what = N_("waits for a first message"),
	    .clock = "bevestigen",
	    .sql = running },
	{ .kind = "signaal",
	    .what = N_("waits for a desk"),
	    .clock = "routeren",
	    .more = 1,
	    .sql = running },
	{ .kind = "signaal",
	    .what = N_("waits for an answer"),
	    .clock = "afhandelen",
	    .more = 2,
	    .sql = running },
	{ .kind = "signaal",
	    .what = N_("say how it stands"),
	    .clock = "bericht",
	    .more = 3,
	    .sql = running },
	{ .kind = "signaal",
	    .what = N_("a question waits for the key person"),
	    .clock = "reactie",
	    .more = 4,
	    .key_person = true,
	    .sql = running },
	{ .kind = "signaal",
	    .what = N_("bring the answer back"),
	    .clock = "terugkoppelen",
	    .more = 5,
	    .key_person = true,
	    .sql = running },
	{ .kind = "signaal",
	    .what = N_("ask what residents think of the answer"),
	    .clock = "oordeel",
	    .key_person = true,
	    .offered = true,
	    .sql = "SELECT s.id, s.lus_voor, s.via_persoon, s.id, s.org, "
		   "NULL, s.domein, s.gemeld_op, s.via_persoon FROM "
		   "signaal s WHERE s.lus_voor >= $1 AND s.lus_voor <= $2 AND "
		   "s.lus = 'teruggekoppeld' " OWN },
	{ .kind = "signaal",
	    .what = N_("see whether it holds"),
	    .clock = "nakijken",
	    .offered = true,
	    .sql = "SELECT s.id, s.nakijken_op, s.via_persoon, s.id, s.org, "
		   "NULL, s.domein, s.gemeld_op, s.via_persoon FROM signaal s "
		   "WHERE s.nakijken_op >= $1 AND s.nakijken_op <= $2 " OWN },
	{ .kind = "doorverwijzing",
	    .what = N_("ask whether they take it on"),
	    .clock = "aannemen",
	    .sql =
		"SELECT d.id, d.uiterlijk, s.via_persoon, s.id, d.org, NULL, "
		"s.domein, s.gemeld_op, s.via_persoon FROM doorverwijzing d "
		"JOIN signaal s ON s.id = d.signaal WHERE $1 IS NOT NULL AND "
		"d.uiterlijk <= $2 AND d.status = 'verzonden' " OWN },
	{ .kind = "doorverwijzing",
	    .what = N_("ask how far they are"),
	    .clock = "uitvoeren",
	    .sql =
		"SELECT d.id, d.uiterlijk, s.via_persoon, s.id, d.org, NULL, "
		"s.domein, s.gemeld_op, s.via_persoon FROM doorverwijzing d "
		"JOIN signaal s ON s.id = d.signaal WHERE $1 IS NOT NULL AND "
		"d.uiterlijk <= $2 AND d.status IN ('geaccepteerd', "
		"'in_uitvoering', 'aangehouden') " OWN },
	{ .kind = "actie",
	    .what = N_("an action is to be done"),
	    .clock = "actie",
	    .sql =
		"SELECT a.id, a.uiterlijk, s.via_persoon, s.id, a.org, NULL, "
		"s.domein, a.begonnen_op, s.via_persoon FROM actie a JOIN "
		"signaal s ON s.id = a.signaal WHERE $1 IS NOT NULL AND "
		"a.uiterlijk <= $2 AND a.status = 'open' " OWN },
	{ .kind = "belofte",
	    .what = N_("a promise is to be kept"),
	    .clock = "belofte",
	    .sql = "SELECT b.id, b.voor, b.door, s.id, b.door_org, b.door, "
		   "s.domein, b.gedaan_op, s.via_persoon FROM belofte b JOIN "
		   "signaal s ON s.id = b.signaal WHERE $1 IS NOT NULL AND "
		   "b.voor <= $2 AND b.status = 'open' " OWN },

	/* trust has no term: from that day on it may be sought, or later */
	{ .kind = "traject",
	    .what = N_("a long contact may be sought again"),
	    .clock = "contact",
	    .offered = true,
	    .apart = true,
	    .sql = "SELECT t.id, t.niet_voor, t.persoon, NULL, NULL, "
		   "t.persoon, NULL, NULL, t.persoon FROM traject t WHERE $1 "
		   "IS NOT NULL AND t.niet_voor <= $2 AND coalesce($3, '') IS "
		   "NOT NULL AND (t.gestopt_op IS NULL OR t.gestopt_op > "
		   "t.niet_voor)" },
};
const size_t sp_due_clocks_n = sizeof(sp_due_clocks) / sizeof(sp_due_clocks[0]);

size_t
sp_due_together(size_t first)
{
	size_t n = 1;

	while (first + n < sp_due_clocks_n &&
	       sp_due_clocks[first + n].sql == sp_due_clocks[first].sql)
		n++;
	return n;
}

const char *
sp_due_day(const struct sp_due_clock *clock, const struct sp_query *query)
{
	return sp_query_text(query,
	    clock->more == 0 ? SP_DUE_DAY : SP_DUE_VIA + clock->more);
}
