/* register - the clocks start, the rules are asked */
#include "acts/register.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/life.h"

struct sp_register {
	struct sp_store *store;
	struct sp_life *life;
	bool unruled;
	const struct sp_route_rule *rule; /* that fits the new signal */
};

struct sp_register *
sp_register_open(struct sp_store *store, struct sp_session *session, bool many,
    struct sp_error *err)
{
	struct sp_register *signals = sp_alloc(1, sizeof(*signals));

	signals->store = store;
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
	life_take_row(life, row);
	life_start(life);
	life_give_row(life, row);
	signals->rule = NULL;
	return sp_register_ruled(signals)
		   ? life_begin_route(life, &signals->rule, err)
		   : 0;
}

int
sp_register_send(struct sp_register *signals, struct sp_value *row,
    struct sp_error *err)
{
	struct sp_life *life = signals->life;

	if (signals->rule == NULL)
		return 0;
	life_take_row(life, row);
	/* adding is the step, and its day that of the report */
	snprintf(life->day, sizeof(life->day), "%.10s",
	    life_text(life, F_GEMELD_OP));
	if (life_hand_over(life, signals->rule, err) != 0)
		return -1;
	life_give_row(life, row);
	return 0;
}

int
sp_register_added(struct sp_register *signals, int64_t id,
    struct sp_text *notes, struct sp_error *err)
{
	struct sp_life *life = signals->life;

	if (signals->rule == NULL)
		return 0;
	life->id = id;
	sp_text_clear(&life->notes);
	if (life_refer(life, signals->rule, err) != 0)
		return -1;
	sp_text_add(notes, sp_life_notes(life));
	return life->how & SP_LIFE_BULK ? 0 : life_log(life, err);
}

int
sp_register_late(struct sp_register *signals, struct sp_error *err)
{
	static const char *const keep[] = { "uuid", "signaal", NULL };
	struct sp_records *referrals = signals->life->records[LIFE_REFERRAL];

	return sp_records_index_late(referrals, keep, err) != 0
		   ? -1
		   : sp_records_insert_behind(referrals, err);
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
    const struct sp_value *row, struct sp_text *notes, struct sp_error *err)
{
	static const enum sp_life_field asked[] = { F_SOORT, F_DOMEIN, F_GEBIED,
		F_KANAAL };
	struct sp_life *life = signals->life;
	bool other = false;

	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++)
		other = other || row[life->at[asked[i]]].type != SP_ABSENT;
	if (!other)
		return 0;
	if (sp_store_make_indexes(signals->store, life_kinds[LIFE_REFERRAL],
		"signaal", err) != 0 ||
	    life_load(life, id, err) != 0)
		return -1;
	if (!sp_state_live(SP_TRACK_STATUS, life_text(life, F_STATUS)))
		return 0;
	life_set(life, F_UITERLIJK,
	    life_end(life, SP_CLOCK_HANDLE, life_text(life, F_GEMELD_OP)));
	if (signals->unruled || by_hand(life))
		return life_save(life, err);
	sp_text_clear(&life->notes);
	if (life_route_by_rule(life, &other, err) != 0)
		return -1;
	sp_text_add(notes, sp_life_notes(life));
	return life_save(life, err);
}
