/* profile - what may stand in a profile of areas */
#ifndef SP_ACTS_PROFILE_H
#define SP_ACTS_PROFILE_H

#include "sp/kinds.h"
#include "sp/session.h"
#include "sp/store.h"

/* The rules of a run; borrows all. NULL: the kind is another. */
struct sp_profile;
struct sp_profile *sp_profile_open(struct sp_store *store,
    const struct sp_kind *kind, const struct sp_session *session);
void sp_profile_close(struct sp_profile *profile); /* NULL is allowed */

/* Holds a record as it will be to the rules: a count, a share or both, and no
 * share outside 0 to 100. -1: SP_INPUT. */
int sp_profile_check(struct sp_profile *profile, const struct sp_value *whole,
    struct sp_error *err);

/* At the end of a run: appends a line to note when shares of areas that were
 * checked add up to more than the whole. Official figures of a few people do,
 * so nothing is refused. NULL is allowed. -1 *err. */
int sp_profile_sums(struct sp_profile *profile, struct sp_text *note,
    struct sp_error *err);

#endif
