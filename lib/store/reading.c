/* reading - two things that are read at the same time, of one moment */
#include "sp/both.h"
#include "sp/store.h"

struct reader {
	const struct sp_reading *reading;
	struct sp_store *store;
	struct sp_error err;
	bool bad;
};

static int
work(void *what)
{
	struct reader *reader = what;

	reader->bad = reader->reading->read(reader->reading->context,
			  reader->store, &reader->err) != 0;
	return reader->bad;
}

static int
read_both(void *context, struct sp_store *store, struct sp_error *err)
{
	const struct sp_reading *readings = context;
	struct sp_store *beside = sp_store_beside(store);
	struct reader one = { .reading = &readings[0], .store = store };
	struct reader other = { .reading = &readings[1],
		.store = beside == NULL ? store : beside };
	int bad = sp_both(work, &one, beside == NULL ? NULL : &other);

	sp_store_close(beside);
	if (!bad && beside == NULL)
		bad = work(&other);
	if (bad)
		*err = one.bad ? one.err : other.err;
	return bad ? -1 : 0;
}

int
sp_store_read_both(struct sp_store *store, struct sp_reading readings[2],
    struct sp_error *err)
{
	return sp_store_at_once(store, read_both, readings, err);
}
