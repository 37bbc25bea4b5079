/* profiles - the sums of an area, by the index of its key */
#include "records/profiles.h"

#include <string.h>

#include "records/defaults.h"

/* A share is rounded to a whole, and its count to fives: of a hundred people
 * that is two and a half off, and of their households five. */
static const char over[] =
    "SELECT p.jaar, p.kenmerk, sum(p.aandeel) FROM gebiedsprofiel p JOIN "
    "gebied "
    "g ON g.id = p.gebied WHERE p.gebied = $1 AND p.aandeel IS NOT NULL GROUP "
    "BY p.jaar, p.kenmerk, g.inwoners HAVING sum(p.aandeel) > 100.0 + count(*) "
    "* (0.5 + CASE WHEN g.inwoners > 0 THEN 500.0 / g.inwoners ELSE 0.0 END) "
    "ORDER BY p.jaar, p.kenmerk";

struct sp_query *
sp_profiles_over(struct sp_store *store, struct sp_error *err)
{
	return sp_query_open(store, over, err);
}

bool
sp_profiles_divides(const char *kenmerk)
{
	for (size_t i = 0; i < sp_default_codes_n; i++)
		if (strcmp(sp_default_codes[i].lijst, "kenmerk") == 0 &&
		    strcmp(sp_default_codes[i].code, kenmerk) == 0)
			return true;
	return false;
}
