/* ahead - records read many at a time are those that are read one by one, also
 * when there are holes, when one is asked for again, and after it changed */
#include "records/ahead.h"

#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"
#include "tap.h"

enum { RECORDS = 4000, ASKED = 20000, COLUMNS = 3 };

static const struct sp_kind *area;
static int at[COLUMNS];

static int
fill(struct sp_records *records, struct sp_error *err)
{
	int bad = 0;
	int64_t id;

	for (int64_t i = 1; i <= RECORDS && !bad; i++) {
		struct sp_value row[SP_KIND_COLUMNS] = { 0 };
		char code[24], uuid[24];
		snprintf(code, sizeof(code), "W%lld", (long long)i);
		snprintf(uuid, sizeof(uuid), "u%lld", (long long)i);
		row[at[0]] = sp_text_value(code);
		row[at[1]] = sp_text_value(i % 3 == 0 ? "" : "een gebied");
		row[at[2]] = sp_int_value(i * i);
		row[area->n - 2] = sp_text_value(uuid);
		row[area->n - 1] = sp_text_value("test");
		bad = sp_records_insert(records, row, &id, err);
	}
	return bad;
}

static int
make_holes(struct sp_store *store, struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "DELETE FROM gebied WHERE id % 13 = 0 OR id BETWEEN 900 AND 2100",
	    err);
	int bad = query == NULL ? -1 : sp_query_run(query, err);

	sp_query_close(query);
	return bad;
}

static bool
the_same(const struct sp_value *a, const struct sp_value *b)
{
	for (int i = 0; i < COLUMNS; i++)
		if (!sp_value_equal(&a[at[i]], &b[at[i]]))
			return false;
	return true;
}

/* The next id: mostly one or a few on, at times anywhere, or the same. */
static int64_t
next_id(int64_t id, unsigned *seed)
{
	unsigned one = *seed = *seed * 1103515245u + 12345u;

	one >>= 8;
	if (one % 50 == 0)
		return one / 50 % (RECORDS + 20);
	return one % 7 == 0 ? id : id % (RECORDS + 10) + 1 + one % 3;
}

static int
change(struct sp_records *records, int64_t id, int64_t number)
{
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	struct sp_error err;

	row[at[2]] = sp_int_value(number);
	return sp_records_update(records, id, row, &err);
}

static bool
ask(struct sp_store *store, struct sp_records *records)
{
	struct sp_ahead *ahead = sp_ahead_open(store, area, at, COLUMNS);
	unsigned seed = 7;
	int64_t id = 1;
	bool good = true;

	for (int64_t i = 0; i < ASKED && good; i++) {
		struct sp_value row[SP_KIND_COLUMNS] = { 0 };
		struct sp_value wanted[SP_KIND_COLUMNS] = { 0 };
		struct sp_error err;
		int got = sp_ahead_get(ahead, id, row, &err);
		int there =
		    sp_records_get_some(records, id, at, COLUMNS, wanted, &err);
		good = got == there && (got == 0 || the_same(row, wanted));
		if (got > 0 && i % 2 == 0)
			good = good && change(records, id, i) == 0;
		id = next_id(id, &seed);
	}
	sp_ahead_close(ahead);
	return good;
}

int
main(void)
{
	struct sp_error err = { 0 };
	struct sp_store *store = sp_store_open(":memory:", SP_CREATE, &err);
	struct sp_records *records;

	if (!ok(store != NULL && sp_store_begin(store, &err) == 0, "a store %s",
		err.text))
		return done();
	area = sp_kind_find("gebied");
	at[0] = sp_column_named(area->columns, area->n, "code");
	at[1] = sp_column_named(area->columns, area->n, "naam");
	at[2] = sp_column_named(area->columns, area->n, "inwoners");
	records = sp_records_open(store, area);
	ok(fill(records, &err) == 0 && make_holes(store, &err) == 0,
	    "records with holes between them %s", err.text);
	ok(ask(store, records), "each as it stands now");
	sp_records_close(records);
	sp_store_rollback(store);
	sp_store_close(store);
	return done();
}
