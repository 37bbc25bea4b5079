/* codes - a list that a town fills itself */
#include "records/codes.h"

int
sp_codes_of(struct sp_store *store, const char *list,
    void (*each)(void *context, const char *code, const char *nl),
    void *context, struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "SELECT code, coalesce(nl, '') FROM code WHERE lijst = $1 AND "
	    "coalesce(actief, 1) = 1 ORDER BY id",
	    err);
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, list);
	while ((got = sp_query_step(query, err)) > 0)
		each(context, sp_query_text(query, 0), sp_query_text(query, 1));
	sp_query_close(query);
	return got;
}
