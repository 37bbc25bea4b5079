/* partners - organisations and initiatives for a need, before anybody new is
 * asked */
#ifndef SP_ACTS_PARTNERS_H
#define SP_ACTS_PARTNERS_H

#include "acts/need.h"
#include "sp/find.h"
#include "sp/ranking.h"

/* All of a kind (organisatie or initiatief) that have not ended. Borrows
 * store. NULL and *err; the caller closes. */
struct sp_partners;
struct sp_partners *sp_partners_open(struct sp_store *store, const char *kind,
    const struct sp_session *session, struct sp_error *err);
void sp_partners_close(struct sp_partners *partners); /* NULL is allowed */

/* Puts those that fit a need in order: one of its domains at least, not
 * elsewhere, and not the organisation that asks; *ranked is valid until the
 * next need, its person is a place for the two below. given are the weights as
 * they are set. -1 *err. */
int sp_partners_need(struct sp_partners *partners, const struct sp_need *need,
    const int given[SP_GROUNDS], const struct sp_candidate **ranked, size_t *n,
    struct sp_error *err);

int64_t sp_partners_id(const struct sp_partners *partners, size_t place);
/* Whether it is of one's own organisation. */
bool sp_partners_own(const struct sp_partners *partners, size_t place);
/* What each ground adds; values are to be freed. Returns how many. */
size_t sp_partners_told(const struct sp_partners *partners,
    const struct sp_candidate *candidate, struct sp_told told[SP_GROUNDS + 1]);
/* The weights of the need. */
const int *sp_partners_weights(const struct sp_partners *partners);

#endif
