/* meet - whom to meet for the first time: leads and candidates, ranked */
#ifndef SP_MEET_H
#define SP_MEET_H

#include "sp/meeting.h"
#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

/* Owned by the caller; sp_met_free. */
struct sp_met {
	struct sp_meeting *ranked; /* best first */
	char **reasons;		   /* of the first `best`; then NULL */
	size_t n;
};

/* Ranks whom nobody met yet: candidates (persoon status=kandidaat), each with
 * the leads to her, and open leads to nobody that is on record. Left out is a
 * candidate whom somebody approached already or whose leads all fell off, who
 * is not to be approached (consent, rest), and a lead to somebody who is no
 * candidate any more. Filters are gebied= (and what lies in it), domein= and
 * taal=, of what she and her leads say. What is there is counted of active
 * people who do not rest; signals are those of the last 90 days. As with
 * sp_rank the first `best` have reasons, which add up to the score: "sources: 2
 * (1750), nobody for energie there (2000)". -1: SP_INPUT. */
int sp_meet(struct sp_store *store, const struct sp_pair *pairs, size_t n,
    size_t best, const struct sp_session *session, struct sp_met *met,
    struct sp_error *err);
void sp_met_free(struct sp_met *met);

/* rang, aanwijzing (the oldest), persoon, score, dagen, redenen. */
enum { SP_MEET_COLUMNS = 6 };
extern const struct sp_column sp_meet_columns[SP_MEET_COLUMNS];
void sp_meet_row(const struct sp_met *met, size_t i,
    struct sp_value row[SP_MEET_COLUMNS]);

#endif
