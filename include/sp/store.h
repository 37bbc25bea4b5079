/* store - the one SQLite file: open, transaction, query, check, copy */
#ifndef SP_STORE_H
#define SP_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sp/error.h"
#include "sp/value.h"

struct sp_store;
struct sp_query;

enum sp_access {
	SP_READ,   /* the file must be there; nothing is ever written */
	SP_WRITE,  /* the file must be there */
	SP_CREATE, /* made, mode 0600, when it is not there */
};

/* Opens a store of this program's schema version; ":memory:" is an empty one
 * that no file keeps. NULL and *err (SP_TROUBLE): not there (SP_READ and
 * SP_WRITE), no store, older (names sp-store migrate), newer, on a network
 * drive, no permission. A store that was made here and in which nothing is
 * committed is gone after close. The caller closes. */
struct sp_store *sp_store_open(const char *path, enum sp_access access,
    struct sp_error *err);
void sp_store_close(struct sp_store *store); /* rolls back; NULL is allowed */

/* One transaction: BEGIN IMMEDIATE .. COMMIT, busy for at most 30 s. Begin
 * refuses a file that another one took the place of. */
int sp_store_begin(struct sp_store *store, struct sp_error *err);
/* The same without SQLite looking after references, which for a row of many of
 * them costs more than the row: the caller has looked at each before it
 * commits. */
int sp_store_begin_loose(struct sp_store *store, struct sp_error *err);
int sp_store_commit(struct sp_store *store, struct sp_error *err);
void sp_store_rollback(struct sp_store *store);
/* One step that can be undone alone, inside the transaction. Outside one it is
 * a transaction itself: all that is read in it is of one moment. */
int sp_store_save(struct sp_store *store, struct sp_error *err);
int sp_store_keep(struct sp_store *store, struct sp_error *err);
void sp_store_undo(struct sp_store *store);

/* Runs what reads several things, inside such a step, so that it reads the
 * store as it was at one moment. Gives what it gave. */
int sp_store_at_once(struct sp_store *store,
    int (*read)(void *context, struct sp_store *store, struct sp_error *err),
    void *context, struct sp_error *err);

/* What is read from here on is read once, and few pages are kept in memory for
 * another time. Does nothing to a store that may be written. */
int sp_store_skim(struct sp_store *store, struct sp_error *err);

/* Inside sp_store_save: a second connection, for a second thread, that reads
 * what the first one reads. NULL when there is none to be had: of a store that
 * may be written, or while somebody waits to write. The caller closes it before
 * sp_store_keep. */
struct sp_store *sp_store_beside(struct sp_store *store);

/* Two things to read: by two threads at the same time where a second connection
 * is to be had, else one after the other; both of one moment. -1: *err is that
 * of the first that failed. */
struct sp_reading {
	int (
	    *read)(void *context, struct sp_store *store, struct sp_error *err);
	void *context;
};
int sp_store_read_both(struct sp_store *store, struct sp_reading readings[2],
    struct sp_error *err);

/* A statement with parameters $1, $2 ... (each named once in rising order).
 * Borrows store; the caller closes it before the store. */
struct sp_query *sp_query_open(struct sp_store *store, const char *sql,
    struct sp_error *err);
/* Parameter number from 1. Absent and null bind NULL; text must stay valid
 * until the next reset. */
void sp_query_bind(struct sp_query *query, int number,
    const struct sp_value *value);
void sp_query_bind_int(struct sp_query *query, int number, int64_t value);
void sp_query_bind_text(struct sp_query *query, int number, const char *text);
/* 1 a row, 0 the end (and the query is reset), -1 *err (and reset). A broken
 * constraint is SP_REFUSED. */
int sp_query_step(struct sp_query *query, struct sp_error *err);
/* Column number from 0; text valid until the next step or reset. */
struct sp_value sp_query_value(const struct sp_query *query, int column);
int64_t sp_query_int(const struct sp_query *query, int column);
const char *sp_query_text(const struct sp_query *query, int column);
void sp_query_reset(struct sp_query *query);
/* Steps once to the end and resets: for statements without rows. */
int sp_query_run(struct sp_query *query, struct sp_error *err);

/* A query that adds or changes records and reads their values from the table
 * sp_rows(c1, c2, ..., c65) is given them a record at a time: n values, of
 * which the last is its id. A copy is taken, and it is put in behind the
 * caller's back: by a second thread, and at the latest before the store is
 * asked anything else. Records of one query are put in in their order, those
 * of several are not. A failure may be one of such a record before; those
 * before that are in. */
int sp_query_run_behind(struct sp_query *query, const struct sp_value *values,
    size_t n, struct sp_error *err);
void sp_query_close(struct sp_query *query); /* NULL is allowed */
int64_t sp_store_last_id(const struct sp_store *store);

/* Takes the indexes of a table away for a large load, inside the transaction,
 * and puts them back: those of a table, or of all that were taken away (NULL),
 * whose first column is `column`, or all (NULL). One that is back stays. Every
 * query is reset: texts of its row are gone. The store is never without them
 * outside the transaction. A unique index that is broken when it comes back is
 * SP_REFUSED. goes: of each index, by its first column ("" an expression),
 * whether it goes; what a load looks in must stay, and a partial one that its
 * rows are not in costs less to keep than to look through all rows for. */
int sp_store_drop_indexes(struct sp_store *store, const char *table,
    bool (*goes)(const void *context, const char *column, bool partial),
    const void *context, struct sp_error *err);
int sp_store_make_indexes(struct sp_store *store, const char *table,
    const char *column, struct sp_error *err);

/* For sp-store. */
struct sp_store_info {
	int version;   /* of the store's schema */
	int program;   /* of this program's schema */
	int64_t bytes; /* size of the file */
	int64_t free_bytes;
	char sqlite[16];
};
int sp_store_info(const char *path, struct sp_store_info *info,
    struct sp_error *err);
/* Brings an older store to this program's schema, after a copy beside it
 * (path + ".v1" for version 1). from is the version it had, *kept the name of
 * the copy, which the caller frees; NULL when nothing was to be done. */
int sp_store_migrate(const char *path, int *from, char **kept,
    struct sp_error *err);
/* Looks for damage: pages, foreign keys and the schema; full also every index
 * and cell. Calls told for each finding; returns their number or -1. */
int sp_store_check(struct sp_store *store, bool full,
    void (*told)(void *context, const char *finding), void *context,
    struct sp_error *err);
/* A consistent copy to a new file or over an earlier copy: written beside
 * it, checked, synced, renamed. SP_REFUSED: `to` is something else. */
int sp_store_backup(struct sp_store *store, const char *to,
    struct sp_error *err);
/* Puts a checked backup in place of the store; the old store is kept beside
 * it as path + ".oud", which may not be there yet (SP_REFUSED). *kept is that
 * name, which the caller frees; NULL when there was no store. */
int sp_store_restore(const char *path, const char *from, char **kept,
    struct sp_error *err);

#endif
