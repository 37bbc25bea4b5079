/* late - indexes that are taken away for a large load, and put back after it */
#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"
#include "store/inside.h"

static void
forget_one(struct sp_late_index *index)
{
	free(index->table);
	free(index->column);
	free(index->sql);
}

void
sp_late_forget(struct sp_late *late)
{
	for (size_t i = 0; i < late->n; i++)
		forget_one(&late->indexes[i]);
	late->n = 0;
}

int
sp_store_drop_indexes(struct sp_store *store, const char *table,
    bool (*goes)(const void *context, const char *column, bool partial),
    const void *context, struct sp_error *err)
{
	struct sp_late *late = sp_store_late(store);
	struct sp_query *query = sp_query_open(store,
	    "SELECT s.name, s.sql, coalesce((SELECT i.name FROM "
	    "pragma_index_info(s.name) i WHERE i.seqno = 0), ''), l.partial "
	    "FROM pragma_index_list($1) l JOIN sqlite_schema s ON s.type = "
	    "'index' AND s.name = l.name WHERE s.sql IS NOT NULL ORDER BY "
	    "s.rowid",
	    err);
	struct sp_text drops = { 0 };
	const char *column;
	int bad;

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, table);
	while ((bad = sp_query_step(query, err)) > 0 && late->n < SP_LATE) {
		column = sp_query_text(query, 2);
		if (!goes(context, column, sp_query_int(query, 3) != 0))
			continue;
		sp_text_addf(&drops, "DROP INDEX %s;", sp_query_text(query, 0));
		late->indexes[late->n++] =
		    (struct sp_late_index){ sp_strdup(table), sp_strdup(column),
			    sp_strdup(sp_query_text(query, 1)) };
	}
	sp_query_close(query);
	sp_store_stand_nowhere(store);
	if (bad >= 0 && drops.length > 0)
		bad = sp_store_exec(store, drops.s, err);
	sp_text_free(&drops);
	return bad < 0 ? -1 : 0;
}

static bool
is_wanted(const struct sp_late_index *index, const char *table,
    const char *column)
{
	return (table == NULL || strcmp(index->table, table) == 0) &&
	       (column == NULL || strcmp(index->column, column) == 0);
}

/* Keys are sorted by as much as the cache holds: so many at a time stay near
 * the processor, and merging them is quick. */
static int
make(struct sp_store *store, const struct sp_late_index *index,
    struct sp_error *err)
{
	return sp_store_exec(store, "PRAGMA cache_size = -2048", err) != 0 ||
		       sp_store_exec(store, index->sql, err) != 0 ||
		       sp_store_exec(store, "PRAGMA cache_size = -32768",
			   err) != 0
		   ? -1
		   : 0;
}

int
sp_store_make_indexes(struct sp_store *store, const char *table,
    const char *column, struct sp_error *err)
{
	struct sp_late *late = sp_store_late(store);
	size_t left = 0;
	int bad = 0;

	for (size_t i = 0; i < late->n; i++) {
		struct sp_late_index index = late->indexes[i];
		bool wanted = is_wanted(&index, table, column);
		if (wanted && !bad)
			bad = make(store, &index, err);
		if (!wanted || bad) {
			late->indexes[left++] = index;
			continue;
		}
		forget_one(&index);
	}
	late->n = left;
	return bad;
}
