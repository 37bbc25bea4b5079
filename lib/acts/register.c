/* register - the clocks start, the rules are asked */
#include "acts/register.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/life.h"

struct sp_register {
	struct sp_life *life;
	bool unruled;
};

struct sp_register *
sp_register_open(struct sp_store *store, struct sp_session *session, bool many,
    struct sp_error *err)
{
	struct sp_register *signals = sp_alloc(1, sizeof(*signals));

	signals->life = sp_life_open(store, session, NULL,
	    SP_LIFE_JOIN | (many ? SP_LIFE_BULK : 0), err);
	if (signals->life != NULL)
		return signals;
	free(signals);
	return NULL;
}

void
sp_register_close(struct sp_register *signals)
{
	if (signals == NULL)
		return;
	sp_life_close(signals->life);
	free(signals);
}

void
sp_register_rules(struct sp_register *signals, bool asked)
{
	signals->unruled = !asked;
}

bool
sp_register_ruled(const struct sp_register *signals)
{
	return signals->life->book.rules_n > 0 && !signals->unruled;
}

int
sp_register_start(struct sp_register *signals, struct sp_value *row,
    struct sp_error *err)
{
	struct sp_life *life = signals->life;

	life_forget(life);
	for (size_t i = 0; i < F_FIELDS; i++)
		life->row[life->at[i]] = row[life->at[i]];
	life_start(life);
	for (size_t i = 0; i < F_FIELDS; i++)
		if (life->now[life->at[i]].type != SP_ABSENT)
			row[life->at[i]] = life->now[life->at[i]];
	return sp_register_ruled(signals) ? life_rule_works(life, err) : 0;
}

/* By a rule, and saved when one fitted. */
static int
route(struct sp_life *life, struct sp_error *err)
{
	bool routed;

	if (life_route_by_rule(life, &routed, err) != 0)
		return -1;
	return routed ? life_save(life, err) : 0;
}

int
sp_register_added(struct sp_register *signals, int64_t id, struct sp_error *err)
{
	struct sp_life *life = signals->life;

	if (!sp_register_ruled(signals))
		return 0;
	if (life_load(life, id, err) != 0)
		return -1;
	/* adding is the step, and its day that of the report */
	snprintf(life->day, sizeof(life->day), "%.10s",
	    life_text(life, F_GEMELD_OP));
	return route(life, err);
}

/* Whether somebody sent it by hand to who has it now. */
static bool
by_hand(struct sp_life *life)
{
	for (size_t i = 0; i < life->hung_n; i++)
		if (life->hung[i].of == SP_REFERRALS && life->hung[i].by_hand &&
		    sp_state_live(SP_TRACK_REFERRAL, life->hung[i].status))
			return true;
	return false;
}

int
sp_register_changed(struct sp_register *signals, int64_t id,
    const struct sp_value *row, struct sp_error *err)
{
	static const enum sp_life_field asked[] = { F_SOORT, F_DOMEIN, F_GEBIED,
		F_KANAAL };
	struct sp_life *life = signals->life;
	bool other = false;

	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++)
		other = other || row[life->at[asked[i]]].type != SP_ABSENT;
	if (!other)
		return 0;
	if (life_load(life, id, err) != 0)
		return -1;
	if (!sp_state_live(SP_TRACK_STATUS, life_text(life, F_STATUS)))
		return 0;
	life_set(life, F_UITERLIJK,
	    life_end(life, SP_CLOCK_HANDLE, life_text(life, F_GEMELD_OP)));
	if (signals->unruled || by_hand(life))
		return life_save(life, err);
	return life_route_by_rule(life, &other, err) != 0
		   ? -1
		   : life_save(life, err);
}
