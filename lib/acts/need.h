/* need - what is asked for: fields, a signal, a vacancy, or a row */
#ifndef SP_ACTS_NEED_H
#define SP_ACTS_NEED_H

#include "records/references.h"
#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

enum sp_need_field {
	SP_NEED_SIGNAL,
	SP_NEED_VACANCY, /* work is offered, nothing is asked */
	SP_NEED_AREA,	 /* ids of areas, `|` between */
	SP_NEED_MAX_KM,
	SP_NEED_DOMAIN,
	SP_NEED_LEARNED, /* 1: learned is as good as lived */
	SP_NEED_LANGUAGE,
	SP_NEED_WISHED, /* languages that would be good */
	SP_NEED_ROLE,
	SP_NEED_TITLE,
	SP_NEED_GROUP,
	SP_NEED_TASK,
	SP_NEED_HOURS, /* hundredths, of this one ask */
	SP_NEED_HEAVY,
	SP_NEED_WHEN, /* day of the work */
	SP_NEED_ORG,  /* who asks */
	SP_NEED_PROJECT,
	SP_NEED_PERSONS, /* how many are wanted; those before it say for what */
	SP_NEEDS
};

/* Start from { 0 }; sp_need_free. Values are as they are stored. */
struct sp_need {
	struct sp_value value[SP_NEEDS];
	struct sp_text rooms[SP_NEEDS];
};

bool sp_need_asks(const struct sp_need *need, enum sp_need_field field);

/* Takes a field as it was typed, unless it is there already; -1 *err. */
int sp_need_take_pair(struct sp_need *need, struct sp_references *references,
    const struct sp_session *session, const struct sp_pair *pair,
    struct sp_error *err);
/* Takes the cells of a row of sp_need_columns that stand there. */
int sp_need_take_row(struct sp_need *need, struct sp_references *references,
    const struct sp_value *row, struct sp_error *err);
/* Adds what the vacancy says, and then the signal, where nothing else was
 * given. -1: SP_REFUSED, the vacancy is not open on the session's day. */
int sp_need_complete(struct sp_need *need, struct sp_store *store,
    const struct sp_session *session, struct sp_error *err);
void sp_need_free(struct sp_need *need);

#endif
