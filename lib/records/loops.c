/* loops - static questions about the way back */
#include "records/loops.h"

static const char *const questions[SP_LOOPS_QUESTIONS] = {
	[SP_LOOPS_WAITING] =
	    "SELECT s.id, s.via_persoon, s.soort, s.domein, s.gebied, "
	    "s.gemeld_op, s.aantal, s.tekst, s.gevoelig, coalesce(s.antwoord, "
	    "o.antwoord), coalesce(s.uitkomst, o.uitkomst), coalesce((SELECT "
	    "b.afzender FROM boodschap b WHERE b.signaal = CASE WHEN "
	    "s.antwoord IS NULL THEN o.id ELSE s.id END AND b.soort = "
	    "'antwoord' ORDER BY b.id DESC LIMIT 1), s.org, o.org), s.lus_voor "
	    "FROM signaal s LEFT JOIN signaal o ON o.id = s.dubbel_van WHERE "
	    "s.lus = 'teruggelegd' AND ($1 IS NULL OR s.via_persoon = $1) "
	    "UNION ALL SELECT s.id, s.via_persoon, s.soort, s.domein, "
	    "s.gebied, s.gemeld_op, s.aantal, s.tekst, s.gevoelig, o.antwoord, "
	    "o.uitkomst, coalesce((SELECT b.afzender FROM boodschap b WHERE "
	    "b.signaal = o.id AND b.soort = 'antwoord' ORDER BY b.id DESC "
	    "LIMIT 1), o.org), s.lus_voor FROM signaal s JOIN signaal o ON "
	    "o.id = s.dubbel_van WHERE s.dubbel_van IS NOT NULL AND s.lus = "
	    "'open' AND o.antwoord IS NOT NULL AND ($1 IS NULL OR "
	    "s.via_persoon = $1)",
	[SP_LOOPS_ROUNDS] =
	    "SELECT teruggekoppeld_op, oordeel, gezien_gehoord FROM lus WHERE "
	    "signaal = $1 ORDER BY ronde",
	[SP_LOOPS_AREAS] =
	    "SELECT gebied, max(gemeld_op), count(*) FROM signaal WHERE "
	    "gebied IS NOT NULL GROUP BY gebied",
	[SP_LOOPS_TREE] = "SELECT id, ouder FROM gebied",
	[SP_LOOPS_LADDER] =
	    "SELECT s.trede, count(*) FROM (SELECT CASE WHEN t.trede_op <= $1 "
	    "THEN t.trede ELSE coalesce((SELECT e.trede FROM trede e WHERE "
	    "e.traject = t.id AND e.trede_op <= $1 ORDER BY e.trede_op DESC, "
	    "e.id DESC LIMIT 1), 'contact') END AS trede FROM traject t WHERE "
	    "t.begonnen_op <= $1 AND (t.gestopt_op IS NULL OR t.gestopt_op > "
	    "$1)) AS s GROUP BY s.trede",
	[SP_LOOPS_LINKS] =
	    "SELECT soort, count(*) FROM activiteit WHERE datum >= $1 AND "
	    "datum <= $2 AND soort GLOB 'koppeling*' GROUP BY soort",
	[SP_LOOPS_LEFT] = "SELECT max(trede_op) FROM trede WHERE traject = $1",
	[SP_LOOPS_AT_HOME] = "SELECT gebied FROM persoon WHERE status = "
			     "'actief' AND gebied IS NOT NULL",
};

struct sp_query *
sp_loops_ask(struct sp_store *store, enum sp_loops_question question,
    struct sp_error *err)
{
	return sp_query_open(store, questions[question], err);
}
