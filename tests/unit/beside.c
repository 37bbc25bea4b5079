/* beside - a second reader at work at the same time, of the same moment */
#include <stdlib.h>
#include <unistd.h>

#include "sp/both.h"
#include "sp/store.h"
#include "tap.h"

static const char file[] = "beside.db";

static int
twice(void *what)
{
	int *number = what;

	*number *= 2;
	return *number > 9 ? *number : 0;
}

static void
both(void)
{
	int a = 1, b = 4, c = 5;

	ok(sp_both(twice, &a, &b) == 0 && a == 2 && b == 8, "both are done");
	ok(sp_both(twice, &a, NULL) == 0 && a == 4, "or the only one");
	ok(sp_both(twice, &a, &b) == 16, "what the other says");
	ok(sp_both(twice, &c, &b) == 10 && b == 32, "the first comes first");
}

static int64_t
count(struct sp_store *store)
{
	struct sp_error err;
	struct sp_query *query =
	    sp_query_open(store, "SELECT count(*) FROM netwerk", &err);
	int64_t n = -1;

	if (query != NULL && sp_query_step(query, &err) > 0)
		n = sp_query_int(query, 0);
	sp_query_close(query);
	return n;
}

static int
add(struct sp_store *store, int64_t id)
{
	struct sp_error err;
	struct sp_query *query = sp_query_open(store,
	    "INSERT INTO netwerk (id, naam, uuid, kantoor) "
	    "VALUES ($1, 'x' || $1, 'u' || $1, 'k')",
	    &err);
	int bad = query == NULL;

	if (!bad) {
		sp_query_bind_int(query, 1, id);
		bad = sp_query_run(query, &err);
	}
	if (bad)
		printf("# %s\n", err.text);
	sp_query_close(query);
	return bad;
}

struct role {
	struct sp_store *store;
	bool writes;
	int bad;
};

/* The one holds its moment until a writer waits for it, which lets no second
 * in; nobody waits for that one. */
static int
hold(void *what)
{
	struct role *role = what;
	struct sp_store *second;
	struct sp_error err;

	if (role->writes)
		return sp_store_commit(role->store, &err);
	while ((second = sp_store_beside(role->store)) != NULL)
		sp_store_close(second);
	role->bad = count(role->store) != 2;
	return sp_store_keep(role->store, &err);
}

static void
waiting(struct sp_store *store, struct sp_store *writer)
{
	struct role reads = { .store = store },
		    writes = { .store = writer, .writes = true };
	struct sp_error err;

	ok(sp_store_save(store, &err) == 0 && count(store) == 2 &&
		sp_store_begin(writer, &err) == 0 && add(writer, 3) == 0,
	    "a moment, and another who adds");
	ok(sp_both(hold, &reads, &writes) == 0 && !reads.bad,
	    "no second while a writer waits");
	ok(count(store) == 3, "who is done soon");
}

static void
readers(struct sp_store *writer)
{
	struct sp_error err;
	struct sp_store *store = sp_store_open(file, SP_READ, &err), *second;

	ok(sp_store_beside(store) == NULL, "none outside a moment");
	ok(sp_store_skim(store, &err) == 0, "few pages are kept");
	ok(sp_store_save(store, &err) == 0, "a moment begins");
	second = sp_store_beside(store);
	ok(second != NULL && count(second) == 1 && count(store) == 1,
	    "two read the same");
	sp_store_close(second);
	ok(sp_store_begin(writer, &err) == 0 && add(writer, 2) == 0,
	    "another one adds");
	second = sp_store_beside(store);
	ok(second != NULL && count(second) == 1 && count(store) == 1,
	    "what is not kept yet is not read");
	sp_store_close(second);
	ok(sp_store_keep(store, &err) == 0 &&
		sp_store_commit(writer, &err) == 0,
	    "after the moment it is kept");
	sp_store_save(store, &err);
	second = sp_store_beside(store);
	ok(second != NULL && count(second) == 2 && count(store) == 2,
	    "the next moment has it");
	sp_store_close(second);
	ok(sp_store_keep(store, &err) == 0, "and passes");
	waiting(store, writer);
	sp_store_save(store, &err);
	ok(rename(file, "elsewhere.db") == 0 && sp_store_beside(store) == NULL,
	    "none of a file that moved");
	ok(rename("elsewhere.db", file) == 0, "it moves back");
	sp_store_close(store);
}

int
main(void)
{
	char place[] = P_tmpdir "/beside.XXXXXX";
	struct sp_error err;
	struct sp_store *writer;

	both();
	if (mkdtemp(place) == NULL || chdir(place) != 0)
		return 1;
	writer = sp_store_open(file, SP_CREATE, &err);
	ok(writer != NULL && sp_store_begin(writer, &err) == 0 &&
		add(writer, 1) == 0 && sp_store_commit(writer, &err) == 0,
	    "a store");
	ok(sp_store_save(writer, &err) == 0 && sp_store_beside(writer) == NULL,
	    "none of a store that may be written");
	ok(sp_store_skim(writer, &err) == 0, "which keeps its pages");
	ok(sp_store_keep(writer, &err) == 0, "until it is done");
	readers(writer);
	sp_store_close(writer);
	ok(unlink(file) == 0, "and it is gone");
	unlink("beside.db-journal");
	rmdir(place);
	return done();
}
