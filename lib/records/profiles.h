/* profiles - what shares of an area add up to */
#ifndef SP_RECORDS_PROFILES_H
#define SP_RECORDS_PROFILES_H

#include <stdbool.h>

#include "sp/store.h"

/* Years and characteristics of the area in $1 whose shares are more than the
 * whole, and more than rounding makes of it: jaar, kenmerk, their sum. The
 * caller closes it. */
struct sp_query *sp_profiles_over(struct sp_store *store, struct sp_error *err);

/* Whether each part of an area has one value of it, so that shares add up:
 * those characteristics that a store begins with. A town's own may be such that
 * somebody has two, as languages are. */
bool sp_profiles_divides(const char *kenmerk);

#endif
