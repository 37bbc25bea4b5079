/* check - looks for damage: pages, references, and a schema that was changed
 * by hand */
#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"
#include "store/inside.h"

struct telling {
	struct sp_store *store;
	void (*told)(void *context, const char *finding);
	void *context;
	int n;
};

/* Owns the sentence. */
static void
tell(struct telling *telling, char *sentence)
{
	telling->told(telling->context, sentence);
	telling->n++;
	free(sentence);
}

static int
check_pages(struct telling *telling, const char *pragma, struct sp_error *err)
{
	struct sp_query *query = sp_query_open(telling->store, pragma, err);
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0) {
		const char *finding = sp_query_text(query, 0);
		if (finding != NULL && strcmp(finding, "ok") != 0)
			tell(telling, sp_strdup(finding));
	}
	sp_query_close(query);
	return got;
}

static int
check_references(struct telling *telling, struct sp_error *err)
{
	struct sp_query *query = sp_query_open(telling->store,
	    "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check",
	    err);
	int got;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		tell(telling,
		    sp_format(_("%s %lld refers to a %s that is not there"),
			sp_query_text(query, 0),
			(long long)sp_query_int(query, 1),
			sp_query_text(query, 2)));
	sp_query_close(query);
	return got;
}

/* Every table, index and trigger of one store that the other has not, or not
 * the same. */
static int
compare(struct telling *telling, struct sp_store *one, struct sp_store *other,
    const char *finding, struct sp_error *err)
{
	struct sp_query *all = sp_query_open(one,
	    "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS "
	    "NOT NULL AND substr(name, 1, 7) <> 'sqlite_' ORDER BY name",
	    err);
	struct sp_query *same = sp_query_open(other,
	    "SELECT 1 FROM sqlite_schema WHERE type || ' ' || name = $1 AND "
	    "($2 = '' OR sql = $2)",
	    err);
	int got = -1, found = 1;

	while (all != NULL && same != NULL && found >= 0 &&
	       (got = sp_query_step(all, err)) > 0) {
		sp_query_bind_text(same, 1, sp_query_text(all, 0));
		sp_query_bind_text(same, 2,
		    one == telling->store ? "" : sp_query_text(all, 1));
		found = sp_query_step(same, err);
		sp_query_reset(same);
		if (found == 0)
			tell(telling,
			    sp_format(finding, sp_query_text(all, 0)));
	}
	sp_query_close(all);
	sp_query_close(same);
	return found < 0 ? -1 : got;
}

/* Against what the steps make. */
static int
check_schema(struct telling *telling, struct sp_error *err)
{
	struct sp_store *fresh = sp_store_open(":memory:", SP_CREATE, err);
	int bad;

	if (fresh == NULL)
		return -1;
	bad = compare(telling, fresh, telling->store,
		  _("%s is missing or changed"), err) != 0 ||
	      compare(telling, telling->store, fresh,
		  _("%s does not belong in a store of sp"), err) != 0;
	sp_store_close(fresh);
	return bad ? -1 : 0;
}

int
sp_store_check(struct sp_store *store, bool full,
    void (*told)(void *context, const char *finding), void *context,
    struct sp_error *err)
{
	struct telling telling = { store, told, context, 0 };
	const char *pragma =
	    full ? "PRAGMA integrity_check" : "PRAGMA quick_check";

	/* damage that keeps the check itself from running is a finding */
	if (check_pages(&telling, pragma, err) != 0) {
		if (!sp_store_damaged(store))
			return -1;
		tell(&telling, sp_strdup(err->text));
		return telling.n;
	}
	if (telling.n > 0)
		return telling.n;
	if (check_references(&telling, err) != 0 ||
	    check_schema(&telling, err) != 0)
		return -1;
	return telling.n;
}
