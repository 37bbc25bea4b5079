/* people - on what ground a person may be approached */
#include "records/people.h"

#include <string.h>

int
sp_people_grounds(struct sp_store *store, const char *day,
    struct sp_map *grounds, struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "SELECT persoon, ingetrokken_op IS NULL AND coalesce(geldig_tot, "
	    "'9999') >= $1 FROM toestemming WHERE doel = 'benaderen' ORDER BY "
	    "gegeven_op DESC, id DESC",
	    err);
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, day);
	while ((got = sp_query_step(query, err)) > 0) {
		struct sp_value good = sp_query_value(query, 1);
		const char *id = sp_query_text(query, 0);
		if (sp_map_find(grounds, id, strlen(id)) == NULL)
			sp_map_add(grounds, id, strlen(id), &good);
	}
	sp_query_close(query);
	return got;
}
