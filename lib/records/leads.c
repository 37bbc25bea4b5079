/* leads - who was asked before, of those who name somebody new */
#include "records/leads.h"

#include "records/kinds/kinds.h"

int
sp_leads_asked(struct sp_store *store, const char *since,
    void (*each)(void *context, int64_t person, int64_t lately), void *context,
    struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "SELECT persoon, sum(CASE WHEN datum >= $1 THEN 1 ELSE 0 "
	    "END) FROM vraag WHERE status IN " SP_ASK_COUNTS
	    " GROUP BY persoon",
	    err);
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, since);
	while ((got = sp_query_step(query, err)) > 0)
		each(context, sp_query_int(query, 0), sp_query_int(query, 1));
	sp_query_close(query);
	return got;
}
