/* signals - static questions, prepared at their first use */
#include "records/signals.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "records/kinds/kinds.h"
#include "sp/mem.h"

static const char *const hanging[SP_HANGING] = {
	[SP_REFERRALS] = "SELECT id, org, status, coalesce(klaar_op, "
			 "opgepikt_op, gehoord_op, verzonden_op), volgt_op, "
			 "regel IS NULL FROM doorverwijzing WHERE signaal = $1 "
			 "ORDER BY id",
	[SP_ACTIONS] = "SELECT id, org, status, coalesce(klaar_op, "
		       "begonnen_op), NULL, 0 FROM actie WHERE signaal = $1 "
		       "ORDER BY id",
	[SP_PROMISES] = "SELECT id, NULL, status, coalesce(klaar_op, "
			"gedaan_op), NULL, 0 FROM belofte WHERE signaal = $1 "
			"ORDER BY id",
};
enum question {
	ENDED,
	ANSWERED,
	PLACE,
	HAS_TIED,
	TIPS,
	TEXT,
	LOOP,
	SENT,
	HEARD,
	REFERRED,
	TAKEN_ON,
	ANSWERED_SO,
	CAME_TO,
	TOLD,
	JUDGED,
	QUESTIONS
};
static const char *const questions[QUESTIONS] = {
	[ENDED] = "WITH o AS (SELECT gestopt_op FROM organisatie WHERE id = "
		  "$1) SELECT gestopt_op IS NOT NULL AND gestopt_op <= $2 "
		  "FROM o",
	[ANSWERED] = "SELECT 1 FROM signaal WHERE id = $1 AND antwoord IS NOT "
		     "NULL",
	[PLACE] = "SELECT coalesce(dubbel_van, ouder), CASE status WHEN "
		  "'geannuleerd' THEN annulering END FROM signaal WHERE id = "
		  "$1",
	[HAS_TIED] = "SELECT 1 FROM signaal WHERE dubbel_van = $1 OR ouder = "
		     "$1 LIMIT 1",
	[TIPS] = "SELECT soort, tekst FROM tip WHERE org = $1 ORDER BY op "
		 "DESC, id DESC",
	[TEXT] = "SELECT tekst, taal FROM standaardtekst WHERE id = $1 AND "
		 "actief = 1",
	[SENT] =
	    "SELECT coalesce(r.volgorde, 0), d.door, d.org FROM "
	    "doorverwijzing d LEFT JOIN regel r ON r.id = d.regel WHERE "
	    "d.signaal = $1 AND d.status NOT IN ('ingetrokken', 'foutief', "
	    "'geweigerd') ORDER BY d.id DESC LIMIT 1",
	[HEARD] = "SELECT 1 FROM boodschap WHERE signaal = $1 AND id = $2",
	[REFERRED] = "SELECT 1 FROM doorverwijzing WHERE signaal = $1 AND org "
		     "= $2 AND status <> 'foutief' LIMIT 1",
	[TAKEN_ON] = "SELECT 1 FROM doorverwijzing WHERE signaal = $1 AND "
		     "gehoord_op = $2 LIMIT 1",
	[ANSWERED_SO] = "SELECT 1 FROM boodschap WHERE signaal = $1 AND soort "
			"= 'antwoord' AND op = $2 AND tekst = coalesce($3, "
			"tekst) LIMIT 1",
	[CAME_TO] = "SELECT 1 FROM log WHERE soort = 'signaal' AND record = $1 "
		    "AND op = $2 AND '|' || nieuw || '|' LIKE '%|' || $3 || "
		    "'|%' LIMIT 1",
	[TOLD] = "SELECT 1 FROM lus WHERE signaal = $1 AND teruggekoppeld_op = "
		 "$2",
	[JUDGED] = "SELECT 1 FROM lus WHERE signaal = $1 AND bevestigd_op = $2",
	[LOOP] = "SELECT id, pogingen FROM lus WHERE signaal = $1 AND ronde "
		 "= $2",
};

struct sp_signals {
	struct sp_store *store;
	struct sp_query *hanging[SP_HANGING], *asked[QUESTIONS];
	int64_t org; /* asked about last, on which day, and what was said */
	char day[SP_DATE_SIZE];
	int ended;
};

struct sp_signals *
sp_signals_open(struct sp_store *store)
{
	struct sp_signals *signals = sp_alloc(1, sizeof(*signals));

	signals->store = store;
	return signals;
}

void
sp_signals_close(struct sp_signals *signals)
{
	if (signals == NULL)
		return;
	for (int i = 0; i < SP_HANGING; i++)
		sp_query_close(signals->hanging[i]);
	for (int i = 0; i < QUESTIONS; i++)
		sp_query_close(signals->asked[i]);
	free(signals);
}

static struct sp_query *
ready(struct sp_signals *signals, struct sp_query **query, const char *sql,
    struct sp_error *err)
{
	if (*query == NULL)
		*query = sp_query_open(signals->store, sql, err);
	return *query;
}

int
sp_signals_hanging(struct sp_signals *signals, int64_t id, enum sp_hanging of,
    struct sp_hung **hung, size_t *n, struct sp_error *err)
{
	struct sp_query *query =
	    ready(signals, &signals->hanging[of], hanging[of], err);
	struct sp_hung *one;
	const char *since;
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind_int(query, 1, id);
	while ((got = sp_query_step(query, err)) > 0) {
		*hung = sp_grow(*hung, *n + 1, sizeof(**hung));
		one = &(*hung)[(*n)++];
		since = sp_query_text(query, 3);
		*one = (struct sp_hung){ .id = sp_query_int(query, 0),
			.org = sp_query_int(query, 1),
			.follows = sp_query_int(query, 4),
			.by_hand = sp_query_int(query, 5) != 0,
			.of = of };
		snprintf(one->status, sizeof(one->status), "%s",
		    sp_query_text(query, 2));
		snprintf(one->since, sizeof(one->since), "%.10s",
		    since == NULL ? "" : since);
	}
	return got;
}

/* Asks with one number: stands at the first row, to be reset. */
static struct sp_query *
ask(struct sp_signals *signals, enum question question, int64_t id,
    struct sp_error *err)
{
	struct sp_query *query =
	    ready(signals, &signals->asked[question], questions[question], err);

	if (query != NULL)
		sp_query_bind_int(query, 1, id);
	return query;
}

/* Whether there is a row. */
static int
is_so(struct sp_query *query, struct sp_error *err)
{
	int got = query == NULL ? -1 : sp_query_step(query, err);

	if (query != NULL)
		sp_query_reset(query);
	return got;
}

int
sp_signals_ended(struct sp_signals *signals, int64_t org, const char *day,
    struct sp_error *err)
{
	struct sp_query *query;
	int got;

	/* a batch asks about the same one time and again */
	if (org == signals->org && strcmp(day, signals->day) == 0)
		return signals->ended;
	query = ask(signals, ENDED, org, err);
	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 2, day);
	got = sp_query_step(query, err);
	if (got > 0)
		signals->ended = sp_query_int(query, 0) != 0;
	sp_query_reset(query);
	if (got <= 0)
		return got < 0 ? -1
			       : sp_fail(err, SP_REFUSED,
				     _("refers to a record that is not there"));
	signals->org = org;
	snprintf(signals->day, sizeof(signals->day), "%s", day);
	return signals->ended;
}

int
sp_signals_answered(struct sp_signals *signals, int64_t id,
    struct sp_error *err)
{
	return is_so(ask(signals, ANSWERED, id, err), err);
}

int
sp_signals_place(struct sp_signals *signals, int64_t id, int64_t *of,
    char cancelled[SP_CANCELLED_SIZE], struct sp_error *err)
{
	struct sp_query *query = ask(signals, PLACE, id, err);
	int got = query == NULL ? -1 : sp_query_step(query, err);
	const char *reason = got > 0 ? sp_query_text(query, 1) : NULL;

	*of = got > 0 ? sp_query_int(query, 0) : 0;
	snprintf(cancelled, SP_CANCELLED_SIZE, "%s",
	    reason == NULL ? "" : reason);
	if (query != NULL)
		sp_query_reset(query);
	return got;
}

int
sp_signals_has_tied(struct sp_signals *signals, int64_t id,
    struct sp_error *err)
{
	return is_so(ask(signals, HAS_TIED, id, err), err);
}

int
sp_signals_each_tied(struct sp_store *store, int64_t id,
    void (*each)(void *context, int64_t id, bool same), void *context,
    struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "SELECT id, 1 AS same FROM signaal WHERE dubbel_van = $1 UNION ALL "
	    "SELECT id, 0 FROM signaal WHERE ouder = $1 ORDER BY same DESC, id",
	    err);
	int got = -1;

	if (query != NULL)
		sp_query_bind_int(query, 1, id);
	while (query != NULL && (got = sp_query_step(query, err)) > 0)
		each(context, sp_query_int(query, 0),
		    sp_query_int(query, 1) != 0);
	sp_query_close(query);
	return got;
}

int
sp_signals_last_referred(struct sp_signals *signals, int64_t *id,
    struct sp_error *err)
{
	struct sp_query *query = sp_query_open(signals->store,
	    "SELECT max(signaal) FROM doorverwijzing", err);
	int got = query == NULL ? -1 : sp_query_step(query, err);

	if (got > 0)
		*id = sp_query_int(query, 0);
	sp_query_close(query);
	return got < 0 ? -1 : 0;
}

int
sp_signals_heard(struct sp_signals *signals, int64_t id, int64_t message,
    struct sp_error *err)
{
	struct sp_query *query = ask(signals, HEARD, id, err);

	if (query != NULL)
		sp_query_bind_int(query, 2, message);
	return is_so(query, err);
}

int
sp_signals_referred(struct sp_signals *signals, int64_t id, int64_t org,
    struct sp_error *err)
{
	struct sp_query *query = ask(signals, REFERRED, id, err);

	if (query != NULL)
		sp_query_bind_int(query, 2, org);
	return is_so(query, err);
}

/* Asks with a day too, and a text where the question has one. */
static int
was(struct sp_signals *signals, enum question question, int64_t id,
    const char *day, const char *text, struct sp_error *err)
{
	struct sp_query *query = ask(signals, question, id, err);

	if (query != NULL)
		sp_query_bind_text(query, 2, day);
	if (query != NULL && (question == ANSWERED_SO || question == CAME_TO))
		sp_query_bind_text(query, 3, text);
	return is_so(query, err);
}

int
sp_signals_taken_on(struct sp_signals *signals, int64_t id, const char *day,
    struct sp_error *err)
{
	return was(signals, TAKEN_ON, id, day, NULL, err);
}

int
sp_signals_answered_so(struct sp_signals *signals, int64_t id, const char *day,
    const char *text, const char *outcome, struct sp_error *err)
{
	int got = was(signals, ANSWERED_SO, id, day, text, err);

	return got <= 0 || outcome == NULL
		   ? got
		   : was(signals, CAME_TO, id, day, outcome, err);
}

int
sp_signals_told(struct sp_signals *signals, int64_t id, const char *day,
    struct sp_error *err)
{
	return was(signals, TOLD, id, day, NULL, err);
}

int
sp_signals_judged(struct sp_signals *signals, int64_t id, const char *day,
    struct sp_error *err)
{
	return was(signals, JUDGED, id, day, NULL, err);
}

int
sp_signals_tips(struct sp_signals *signals, int64_t org,
    void (*each)(void *context, const char *type, const char *text),
    void *context, struct sp_error *err)
{
	struct sp_query *query = ask(signals, TIPS, org, err);
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		each(context, sp_query_text(query, 0), sp_query_text(query, 1));
	return got;
}

int
sp_signals_template(struct sp_signals *signals, int64_t id, char **text,
    char **language, struct sp_error *err)
{
	struct sp_query *query = ask(signals, TEXT, id, err);
	int got = query == NULL ? -1 : sp_query_step(query, err);

	if (got > 0) {
		*text = sp_strdup(sp_query_text(query, 0));
		*language = sp_strdup(sp_query_text(query, 1));
	}
	if (query != NULL)
		sp_query_reset(query);
	return got > 0	 ? 0
	       : got < 0 ? -1
			 : sp_fail(err, SP_REFUSED,
			       _("standaard: this text is not in use "
				 "any more"));
}

int
sp_signals_loop(struct sp_signals *signals, int64_t id, int64_t round,
    int64_t *loop, int64_t *attempts, struct sp_error *err)
{
	struct sp_query *query = ask(signals, LOOP, id, err);
	int got;

	*loop = *attempts = 0;
	if (query == NULL)
		return -1;
	sp_query_bind_int(query, 2, round);
	got = sp_query_step(query, err);
	if (got > 0) {
		*loop = sp_query_int(query, 0);
		*attempts = sp_query_int(query, 1);
	}
	sp_query_reset(query);
	return got;
}

int
sp_signals_sent(struct sp_signals *signals, int64_t id, int64_t *order,
    char **who, int64_t *org, struct sp_error *err)
{
	struct sp_query *query = ask(signals, SENT, id, err);
	const char *text;
	int got = query == NULL ? -1 : sp_query_step(query, err);

	if (got > 0) {
		text = sp_query_text(query, 1);
		*order = sp_query_int(query, 0);
		*who = sp_strdup(text == NULL ? "?" : text);
		*org = sp_query_int(query, 2);
	}
	if (query != NULL)
		sp_query_reset(query);
	return got;
}

static const char *const pages[SP_PAGES] = {
	[SP_PAGE_RULES] = "SELECT id, volgorde, soort, domein, kanaal, gebied, "
			  "van, tot, org, contactpunt, dienst, wijze FROM "
			  "regel WHERE actief = 1 ORDER BY volgorde",
	[SP_PAGE_TERMS] = "SELECT soort, domein, dagen, werkdagen, "
			  "geldig_vanaf FROM termijn ORDER BY id",
	[SP_PAGE_AREAS] = "SELECT id, ouder FROM gebied WHERE ouder IS NOT "
			  "NULL",
};

int
sp_signals_page(struct sp_store *store, enum sp_page page,
    void (*each)(void *context, const struct sp_query *row), void *context,
    struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store, pages[page], err);
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		each(context, query);
	sp_query_close(query);
	return got;
}
