/* given - records that are put in behind the caller's back are those that one
 * statement each would have put in */
#include <inttypes.h>
#include <string.h>

#include "sp/mem.h"
#include "sp/store.h"
#include "tap.h"

enum { COLUMNS = 6, MANY = 10000 };

static struct sp_store *store;
static struct sp_error err;

static bool
does(const char *sql)
{
	struct sp_query *query = sp_query_open(store, sql, &err);
	bool good = query != NULL && sp_query_run(query, &err) == 0;

	sp_query_close(query);
	return good;
}

static int64_t
number(const char *sql)
{
	struct sp_query *query = sp_query_open(store, sql, &err);
	int64_t n = query != NULL && sp_query_step(query, &err) > 0
			? sp_query_int(query, 0)
			: -1;

	sp_query_close(query);
	return n;
}

/* Of every type, and texts of any length; the last is the id. */
static void
make(int64_t i, struct sp_value values[COLUMNS], struct sp_text *text)
{
	sp_text_clear(text);
	for (int64_t k = 0; k < (i * 7919) % 301; k++)
		sp_text_addc(text, (char)('a' + (i + k) % 26));
	values[0] = sp_int_value(i * INT64_C(1000003) - 5000);
	values[1] = sp_real_value((double)i / 8);
	values[2] = sp_text_value(text->s == NULL ? "" : text->s);
	values[3] =
	    i % 3 == 0 ? sp_text_value(NULL) : sp_text_value("een\tà\n");
	values[4].type = SP_ABSENT;
	values[5] = sp_int_value(i);
}

static struct sp_query *
opened(const char *sql)
{
	struct sp_query *query = sp_query_open(store, sql, &err);

	if (query == NULL)
		printf("# %s\n", err.text);
	return query;
}

/* The same records one at a time into a and behind into b. */
static void
adds(void)
{
	struct sp_query *one =
	    opened("INSERT INTO a VALUES ($1, $2, $3, $4, $5, $6)");
	struct sp_query *many = opened("INSERT OR FAIL INTO b (n, r, s, t, u, "
				       "id) SELECT c1, c2, c3, c4, c5, c6 FROM "
				       "sp_rows");
	struct sp_value values[COLUMNS];
	struct sp_text text = { 0 };
	int bad = 0;

	for (int64_t i = 1; i <= MANY; i++) {
		make(i, values, &text);
		bad |= sp_query_run_behind(many, values, COLUMNS, &err);
	}
	for (int64_t i = 1; i <= MANY; i += 2) {
		make(i, values, &text);
		for (int c = 0; c < COLUMNS; c++)
			sp_query_bind(one, c + 1, &values[c]);
		bad |= sp_query_run(one, &err);
	}
	sp_text_free(&text);
	ok(bad == 0 && number("SELECT count(*) FROM b") == MANY, "all are in");
	ok(number("SELECT count(*) FROM (SELECT * FROM a EXCEPT SELECT * FROM "
		  "b)") == 0 &&
		number("SELECT count(*) FROM a") == MANY / 2,
	    "as one at a time puts them in");
	sp_query_close(one);
	sp_query_close(many);
}

/* In any order, and some often: what came last stays. */
static void
changes(void)
{
	static int64_t last[MANY + 1];
	struct sp_query *query = opened("UPDATE OR FAIL b SET n = c1, t = c2 "
					"FROM sp_rows WHERE id = c3");
	struct sp_value values[3] = { { 0 }, sp_text_value("nieuw") };
	int64_t wrong = 0, id = 1;
	int bad = 0;

	for (int64_t i = 1; i <= 3 * (int64_t)MANY; i++) {
		id = i % 5 < 2 ? id
		     : i % 2   ? 1 + id * 31 % MANY
			       : id % MANY + 1;
		last[id] = -i;
		values[0] = sp_int_value(-i);
		values[2] = sp_int_value(id);
		bad |= sp_query_run_behind(query, values, 3, &err);
	}
	sp_query_close(query);
	query = opened("SELECT id, n, t FROM b");
	while (query != NULL && sp_query_step(query, &err) > 0) {
		id = sp_query_int(query, 0);
		if (last[id] != 0)
			wrong += sp_query_int(query, 1) != last[id] ||
				 strcmp(sp_query_text(query, 2), "nieuw") != 0;
		else
			wrong += sp_query_int(query, 1) < 0;
	}
	sp_query_close(query);
	ok(bad == 0, "records are changed");
	ok(wrong == 0, "each to what was given last, and no other: %" PRId64,
	    wrong);
}

/* One of which the store refuses. */
static void
stops(void)
{
	struct sp_query *query =
	    opened("INSERT OR FAIL INTO b (n, id) SELECT c1, c2 FROM sp_rows");
	struct sp_value values[2];
	int bad = 0;

	for (int64_t i = 1; i <= 700; i++) {
		values[0] = sp_int_value(i == 600 ? 7 : MANY + i);
		values[1] = sp_int_value(MANY + i);
		bad |= sp_query_run_behind(query, values, 2, &err);
	}
	bad |= sp_query_step(query, &err);
	ok(bad != 0 && err.status == SP_REFUSED &&
		strcmp(err.text, "n: another b has this already") == 0,
	    "what is refused is told: %s", err.text);
	sp_store_rollback(store);
	sp_query_close(query);
	ok(number("SELECT count(*) FROM b") == MANY, "and all can be undone");
}

int
main(void)
{
	store = sp_store_open(":memory:", SP_CREATE, &err);
	if (store == NULL ||
	    !does("CREATE TABLE a (n INTEGER, r REAL, s TEXT, t TEXT, u TEXT, "
		  "id INTEGER PRIMARY KEY) STRICT") ||
	    !does("CREATE TABLE b (n INTEGER, r REAL, s TEXT, t TEXT, u TEXT, "
		  "id INTEGER PRIMARY KEY) STRICT"))
		return ok(false, "a store: %s", err.text), done();
	adds();
	changes();
	ok(does("UPDATE b SET n = 7 WHERE id = 1") &&
		does("UPDATE b SET n = 1000000 + id WHERE id > 1") &&
		does("CREATE UNIQUE INDEX b_n ON b (n)") &&
		sp_store_begin(store, &err) == 0,
	    "a key is kept");
	stops();
	sp_store_close(store);
	return done();
}
