/* today - what falls due, one list by date */
#ifndef SP_TODAY_H
#define SP_TODAY_H

#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

struct sp_due {
	char day[SP_DATE_SIZE];
	const char *kind;   /* naam */
	int64_t id, person; /* person: 0 none */
	const char *what;   /* a sentence in the language of messages */
};

/* All that falls due up to the horizon (setting verloopt_binnen_dagen), and
 * the signals that wait of who; oldest first. The caller frees *due. */
int sp_today(struct sp_store *store, const struct sp_session *session,
    const char *who, struct sp_due **due, size_t *n, struct sp_error *err);

extern const struct sp_column sp_today_columns[5];

#endif
