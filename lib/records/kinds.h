/* kinds - the SQL of every kind, made from its column table */
#ifndef SP_RECORDS_KINDS_H
#define SP_RECORDS_KINDS_H

#include "sp/kinds.h"
#include "sp/store.h"

/* What a list asks of one column. */
enum sp_test {
	SP_TEST_ANY,  /* one of values (a list: holds one of them) */
	SP_TEST_NONE, /* none of values, or empty */
	SP_TEST_FROM, /* values[0] or more */
	SP_TEST_TO,   /* values[0] or less */
	SP_TEST_WORD, /* holds the text values[0], letters compared folded */
	SP_TEST_EMPTY,
	SP_TEST_TRUE,  /* a derived column holds; values[0] is today */
	SP_TEST_FALSE, /* it does not */
	SP_TEST_FILLED,
};
/* A value of a reference is an id. */
struct sp_filter {
	int column; /* of the kind; -1 with WORD: the kind's texts */
	enum sp_test test;
	bool below; /* ANY and NONE: the values are areas, and mean all that
		       lies in them too */
	bool aside; /* EMPTY, FROM, TO: no index is looked in for it */
	const struct sp_value *values;
	size_t n;
};

/* The records that pass every filter, all columns, in the order of id. The
 * caller closes the query; the filters' values must stay until then. today:
 * derived columns are computed for that day; NULL: they are left empty. */
struct sp_query *sp_records_select(struct sp_store *store,
    const struct sp_kind *kind, const struct sp_filter *filters, size_t n,
    const char *today, struct sp_error *err);

/* The same of some columns only, named with commas between (a constant, never
 * input), in no order: what an index covers is read from it alone. */
struct sp_query *sp_records_scan(struct sp_store *store,
    const struct sp_kind *kind, const char *columns,
    const struct sp_filter *filters, size_t n, struct sp_error *err);

/* A statement, constant and ending in a condition, that calls a record of the
 * kind s and has the parameters $1..$taken, for only those records that pass
 * every filter. The caller binds its own parameters, and closes it. */
struct sp_query *sp_records_narrow(struct sp_store *store,
    const struct sp_kind *kind, const char *statement, size_t taken,
    const struct sp_filter *filters, size_t n, struct sp_error *err);

/* Reads all columns of the query's row into row[kind->n]; derived columns
 * become SP_NULL. Texts are valid until the next step. */
void sp_records_row(const struct sp_query *query, const struct sp_kind *kind,
    struct sp_value *row);

/* How many there are. */
int sp_records_count(struct sp_store *store, const struct sp_kind *kind,
    int64_t *count, struct sp_error *err);

/* The highest id, 0 for none. */
int sp_records_last(struct sp_store *store, const struct sp_kind *kind,
    int64_t *id, struct sp_error *err);

/* The first ids, `most` of them, whose column (a name from the kind's table)
 * is the value; folded compares without accents and capitals. How many, -1. */
int sp_records_where(struct sp_store *store, const struct sp_kind *kind,
    const char *column, bool folded, const struct sp_value *value, int64_t *ids,
    int most, struct sp_error *err);

/* A statement that gives the ids of the records with label $1, for many
 * questions; the caller closes it. */
struct sp_query *sp_records_labelled(struct sp_store *store,
    const struct sp_kind *kind, struct sp_error *err);

/* The label of a record of a kind that has labels, which the caller frees
 * (NULL: it is empty), and whether another bears it: 1, 0 no such record,
 * -1. */
int sp_records_label(struct sp_store *store, const struct sp_kind *kind,
    int64_t id, char **label, bool *shared, struct sp_error *err);

/* Whether a record of each of n kinds has the id in a column all of them have,
 * into any[n]. */
int sp_records_any(struct sp_store *store, const char *const *kinds, size_t n,
    const char *column, int64_t id, bool *any, struct sp_error *err);
/* The newest ids, `most` of them, of a kind whose reference (or list of
 * references) means id, and how many there are in all. How many ids, -1. */
int sp_records_referring(struct sp_store *store, const struct sp_kind *kind,
    const struct sp_column *column, int64_t id, int64_t *ids, int most,
    int64_t *all, struct sp_error *err);

/* One kind's prepared statements; borrows store. */
struct sp_records;
struct sp_records *sp_records_open(struct sp_store *store,
    const struct sp_kind *kind);
void sp_records_close(struct sp_records *records); /* NULL is allowed */

/* Whether the table is empty: 1, 0 or -1. */
int sp_records_empty(struct sp_records *records, struct sp_error *err);

/* The record that a row means: by id, uuid or natural key, the first that is
 * given. 1 and *id; 0 no such record (or nothing was given); -1 *err: an id
 * that is not there, or a key that several records bear (SP_INPUT). */
int sp_records_find(struct sp_records *records, const struct sp_value *row,
    int64_t *id, struct sp_error *err);

/* One record into row[n]: 1, 0 (none) or -1. Valid until the next call. */
int sp_records_get(struct sp_records *records, int64_t id, struct sp_value *row,
    struct sp_error *err);

/* The same of some columns only, the same ones at every call: at[0..n) are
 * their numbers. The others in row stay as they are. */
int sp_records_get_some(struct sp_records *records, int64_t id, const int *at,
    size_t n, struct sp_value *row, struct sp_error *err);

/* Stores a new record; absent columns become NULL. */
int sp_records_insert(struct sp_records *records, const struct sp_value *row,
    int64_t *id, struct sp_error *err);

/* Refuses when a record with a higher id refers to one that is not there. */
int sp_records_linked(struct sp_records *records, int64_t above,
    struct sp_error *err);

/* For a load that grows large: sp_store_drop_indexes of the kind, but those
 * whose first column is one of keep, up to NULL, and partial ones that no
 * record stored here is in. To keep one whose values only grow costs less than
 * to build it. */
int sp_records_index_late(struct sp_records *records, const char *const *keep,
    struct sp_error *err);

/* The same of those only whose first column is this one, for a batch that
 * changes what they hold. */
int sp_records_index_of_late(struct sp_records *records, const char *column,
    struct sp_error *err);

/* From here on sp_records_insert puts its records in behind the caller's back
 * (sp_query_run_behind); until the transaction ends nobody else adds to the
 * kind. */
int sp_records_insert_behind(struct sp_records *records, struct sp_error *err);

/* The same of sp_records_update. */
void sp_records_update_behind(struct sp_records *records);

/* Changes the columns that are not absent in row; id stays. */
int sp_records_update(struct sp_records *records, int64_t id,
    const struct sp_value *row, struct sp_error *err);

#endif
