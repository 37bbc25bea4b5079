/* moves - the allowed steps of each track, taken on the signal at hand */
#include "acts/life.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const subjects[SP_TRACKS] = {
	[SP_TRACK_STATUS] = N_("a signal"),
	[SP_TRACK_REFERRAL] = N_("a referral"),
	[SP_TRACK_LOOP] = N_("a loop"),
	[SP_TRACK_ACTION] = N_("an action"),
	[SP_TRACK_PROMISE] = N_("a promise"),
	[SP_TRACK_ASK] = N_("an ask"),
	[SP_TRACK_LEAD] = N_("a lead"),
};

static bool
none_live(const struct sp_life *life)
{
	for (size_t i = 0; i < life->hung_n; i++)
		if ((life->hung[i].of == SP_REFERRALS &&
			sp_state_live(SP_TRACK_REFERRAL,
			    life->hung[i].status)) ||
		    (life->hung[i].of == SP_ACTIONS &&
			sp_state_live(SP_TRACK_ACTION, life->hung[i].status)))
			return false;
	return true;
}

/* An answer of its own, or of the signal it is a duplicate of. */
static int
answered(struct sp_life *life, struct sp_error *err)
{
	int64_t original = life_number(life, F_DUBBEL_VAN);

	if (*life_text(life, F_ANTWOORD) != '\0')
		return 1;
	return original == 0 ? 0
			     : sp_signals_answered(life->asked, original, err);
}

static int
not_allowed(enum sp_track track, const char *from, const char *to,
    struct sp_error *err)
{
	struct sp_text allowed = { 0 };
	size_t n = sp_allowed(track, from, &allowed);

	if (n == 0)
		sp_fail(err, SP_REFUSED,
		    _("%s that is %s can not become %s, nor anything else"),
		    _(subjects[track]), from, to);
	else
		sp_fail(err, SP_REFUSED,
		    _("%s that is %s can not become %s; it can become: %s"),
		    _(subjects[track]), from, to, allowed.s);
	sp_text_free(&allowed);
	return -1;
}

int
life_allow(struct sp_life *life, enum sp_track track, const char *from,
    const char *to, unsigned met, struct sp_error *err)
{
	const struct sp_transition *step = sp_transition_find(track, from, to);
	const struct sp_refusal *refusal;
	int got;

	if (step == NULL)
		return not_allowed(track, from, to, err);
	if (step->needs & SP_NEEDS_NONE_LIVE) {
		if (life_read(life, SP_ACTIONS, err) != 0)
			return -1;
		met |= none_live(life) ? SP_NEEDS_NONE_LIVE : 0;
	}
	if (step->needs & SP_NEEDS_ANSWERED) {
		got = answered(life, err);
		if (got < 0)
			return -1;
		met |= got > 0 ? SP_NEEDS_ANSWERED : 0;
	}
	refusal =
	    sp_refusal_find(sp_missing(step->needs, met), life->forced != NULL);
	if (refusal == NULL)
		return 0;
	if (refusal->may_force && (life->how & SP_LIFE_FORCES))
		return sp_fail(err, SP_REFUSED,
		    _("%s; --force \"why\" goes on all the same"),
		    _(refusal->sentence));
	return sp_fail(err, SP_REFUSED, "%s", _(refusal->sentence));
}

int
life_status(struct sp_life *life, const char *to, unsigned met,
    struct sp_error *err)
{
	bool asked = strcmp(to, "reactie_gevraagd") == 0;
	bool was = sp_state_live(SP_TRACK_STATUS, life_text(life, F_STATUS));
	bool lives = sp_state_live(SP_TRACK_STATUS, to);

	if (life_allow(life, SP_TRACK_STATUS, life_text(life, F_STATUS), to,
		met, err) != 0 ||
	    life_after(life, life_text(life, F_STATUS_OP), err) != 0)
		return -1;
	life_put(life, F_STATUS, to);
	life_put(life, F_STATUS_OP, life->day);
	life_put(life, F_REACTIE_VOOR,
	    asked ? life_end(life, SP_CLOCK_REACTION, life->day) : NULL);
	/* who works on it need not send it anywhere */
	if (strcmp(to, "in_behandeling") == 0)
		life_set(life, F_ROUTEREN_VOOR, NULL);
	if (!lives) {
		life_set(life, F_BEVESTIGEN_VOOR, NULL);
		life_set(life, F_ROUTEREN_VOOR, NULL);
		life_set(life, F_BERICHT_VOOR, NULL);
	} else if (!was) {
		life_set(life, F_BERICHT_VOOR,
		    life_end(life, SP_CLOCK_PROGRESS, life->day));
	}
	return 0;
}

int
life_loop(struct sp_life *life, const char *to, unsigned met,
    struct sp_error *err)
{
	bool back = strcmp(to, "teruggelegd") == 0;
	bool done = strcmp(to, "teruggekoppeld") == 0;

	if (life_allow(life, SP_TRACK_LOOP, life_text(life, F_LUS), to, met,
		err) != 0 ||
	    life_after(life, life_text(life, F_LUS_OP), err) != 0)
		return -1;
	life_set(life, F_LUS, to);
	life_set(life, F_LUS_OP, life->day);
	life_set(life, F_LUS_VOOR,
	    back   ? life_end(life, SP_CLOCK_TELL, life->day)
	    : done ? life_end(life, SP_CLOCK_JUDGE, life->day)
		   : NULL);
	if (done)
		life_set(life, F_NAKIJKEN_OP,
		    life_end(life, SP_CLOCK_CHECK, life->day));
	return 0;
}

/* The column of that name, sought from where the one before it was: cells
 * mostly stand in the order of the columns. */
static size_t
column_after(const struct sp_kind *kind, size_t before, const char *name)
{
	size_t c = before;

	do
		c = c + 1 < kind->n ? c + 1 : 0;
	while (strcmp(kind->columns[c].naam, name) != 0 && c != before);
	return c;
}

/* The cells as a row of the kind. */
static void
make_row(const struct sp_kind *kind, const struct life_cell *cells, size_t n,
    struct sp_value *row)
{
	size_t c = 0;

	for (size_t i = 0; i < kind->n; i++)
		row[i] = (struct sp_value){ .type = SP_ABSENT };
	for (size_t i = 0; i < n; i++) {
		c = column_after(kind, c, cells[i].column);
		row[c] = cells[i].value;
	}
}

int
life_insert(struct sp_life *life, enum life_kind kind,
    const struct life_cell *cells, size_t n, int64_t *id, struct sp_error *err)
{
	const struct sp_kind *of = life->kinds[kind];
	struct sp_value row[SP_KIND_COLUMNS];
	char uuid[SP_UUID_SIZE];
	int c = sp_column_named(of->columns, of->n, "signaal");

	make_row(of, cells, n, row);
	sp_uuid_next(&life->session->uuid, uuid);
	if (life->id != 0)
		row[c] = sp_int_value(life->id);
	row[of->n - 2] = sp_text_value(uuid);
	row[of->n - 1] = sp_text_value(life->kantoor);
	return sp_records_insert(life->records[kind], row, id, err);
}

int
life_update(struct sp_life *life, enum life_kind kind, int64_t id,
    const struct life_cell *cells, size_t n, struct sp_error *err)
{
	struct sp_value row[SP_KIND_COLUMNS];

	make_row(life->kinds[kind], cells, n, row);
	return sp_records_update(life->records[kind], id, row, err);
}

/* What has states of its own and hangs on a signal. */
static const struct {
	enum sp_hanging hanging;
	enum sp_track track;
} ending[LIFE_KINDS] = {
	[LIFE_ACTION] = { SP_ACTIONS, SP_TRACK_ACTION },
	[LIFE_PROMISE] = { SP_PROMISES, SP_TRACK_PROMISE },
};

int
life_finish(struct sp_life *life, enum life_kind kind, const char *to,
    unsigned met, const struct sp_value *row, const struct life_cell *cells,
    size_t n, struct sp_error *err)
{
	struct sp_hung *hung = life_pick(life, ending[kind].hanging,
	    life_given_number(life, row, "nr"), err);

	if (hung == NULL ||
	    life_allow(life, ending[kind].track, hung->status, to, met, err) !=
		0 ||
	    life_after(life, hung->since, err) != 0 ||
	    life_update(life, kind, hung->id, cells, n, err) != 0)
		return -1;
	life_tell_record(life, kind, hung->id, hung->status, to);
	return 0;
}

int
life_loop_record(struct sp_life *life, const struct life_cell *cells, size_t n,
    struct sp_error *err)
{
	int64_t round = life_number(life, F_LUS_RONDE), loop, attempts;
	const struct life_cell fresh[] = {
		{ "ronde", sp_int_value(round) },
		{ "status", sp_text_value(life_text(life, F_LUS)) },
		{ "pogingen", sp_int_value(0) },
	};
	int got = sp_signals_loop(life->asked, life->id, round, &loop,
	    &attempts, err);

	if (got < 0 || (got == 0 && life_insert(life, LIFE_LOOP, fresh, 3,
					&loop, err) != 0))
		return -1;
	return life_update(life, LIFE_LOOP, loop, cells, n, err);
}

struct sp_hung *
life_live(struct sp_life *life, enum sp_hanging of, int64_t nr, bool *several)
{
	static const enum sp_track tracks[SP_HANGING] = { SP_TRACK_REFERRAL,
		SP_TRACK_ACTION, SP_TRACK_PROMISE };
	struct sp_hung *found = NULL;

	*several = false;
	for (size_t i = 0; i < life->hung_n; i++) {
		struct sp_hung *one = &life->hung[i];
		if (one->of != of || (nr != 0 && one->id != nr))
			continue;
		/* a hop that waits its turn is meant only by its number */
		if (nr == 0 && (!sp_state_live(tracks[of], one->status) ||
				   strcmp(one->status, "klaargezet") == 0))
			continue;
		*several = found != NULL;
		if (*several)
			return NULL;
		found = one;
	}
	return found;
}

static const char *const nouns[SP_HANGING] = {
	[SP_REFERRALS] = N_("referral"),
	[SP_ACTIONS] = N_("action"),
	[SP_PROMISES] = N_("promise"),
};

struct sp_hung *
life_pick(struct sp_life *life, enum sp_hanging of, int64_t nr,
    struct sp_error *err)
{
	bool several;
	struct sp_hung *found;

	if (life_read(life, of, err) != 0)
		return NULL;
	found = life_live(life, of, nr, &several);
	if (found != NULL)
		return found;
	if (several)
		sp_fail(err, SP_REFUSED,
		    _("signal %lld has more than one open %s; say which: nr="),
		    (long long)life->id, _(nouns[of]));
	else if (nr != 0)
		sp_fail(err, SP_INPUT, _("nr: signal %lld has no %s %lld"),
		    (long long)life->id, _(nouns[of]), (long long)nr);
	else
		sp_fail(err, SP_REFUSED, _("signal %lld has no open %s"),
		    (long long)life->id, _(nouns[of]));
	return NULL;
}

/* The day column that a state of a referral fills, and the clock it starts. */
static const struct {
	const char *state, *day;
	enum sp_clock clock; /* SP_CLOCKS: none */
} referral_days[] = {
	{ "verzonden", "verzonden_op", SP_CLOCK_ACCEPT },
	{ "geaccepteerd", "gehoord_op", SP_CLOCK_CARRY_OUT },
	{ "geweigerd", "gehoord_op", SP_CLOCKS },
	{ "in_uitvoering", "opgepikt_op", SP_CLOCK_CARRY_OUT },
	{ "aangehouden", NULL, SP_CLOCK_CARRY_OUT },
	{ "afgerond", "klaar_op", SP_CLOCKS },
	{ "mislukt", "klaar_op", SP_CLOCKS },
	{ "ingetrokken", "klaar_op", SP_CLOCKS },
	{ "foutief", "klaar_op", SP_CLOCKS },
};

static int
set_referral(struct sp_life *life, struct sp_hung *referral, const char *to,
    const struct life_cell *cells, size_t n, struct sp_error *err)
{
	struct life_cell all[12] = { { "status", sp_text_value(to) } };
	size_t k = 1;

	for (size_t i = 0; i < n; i++)
		all[k++] = cells[i];
	for (size_t i = 0; i < sizeof(referral_days) / sizeof(referral_days[0]);
	     i++) {
		if (strcmp(referral_days[i].state, to) != 0)
			continue;
		if (referral_days[i].day != NULL)
			all[k++] = (struct life_cell){ referral_days[i].day,
				sp_text_value(life->day) };
		/* the clock from accepting goes on while work is done */
		if (referral_days[i].clock == SP_CLOCKS)
			all[k++] = (struct life_cell){ "uiterlijk",
				sp_text_value(NULL) };
		else if (strcmp(to, "verzonden") == 0 ||
			 strcmp(to, "geaccepteerd") == 0)
			all[k++] = (struct life_cell){ "uiterlijk",
				sp_text_value(life_end(life,
				    referral_days[i].clock, life->day)) };
	}
	return life_update(life, LIFE_REFERRAL, referral->id, all, k, err);
}

int
life_referral(struct sp_life *life, struct sp_hung *referral, const char *to,
    unsigned met, const struct life_cell *cells, size_t n, struct sp_error *err)
{
	if (life_allow(life, SP_TRACK_REFERRAL, referral->status, to, met,
		err) != 0 ||
	    life_after(life, referral->since, err) != 0 ||
	    set_referral(life, referral, to, cells, n, err) != 0)
		return -1;
	life_tell_record(life, LIFE_REFERRAL, referral->id, referral->status,
	    to);
	snprintf(referral->status, sizeof(referral->status), "%s", to);
	snprintf(referral->since, sizeof(referral->since), "%s", life->day);
	return 0;
}
