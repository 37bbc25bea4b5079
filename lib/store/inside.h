/* inside - what the files of the store share */
#ifndef SP_STORE_INSIDE_H
#define SP_STORE_INSIDE_H

#include "sp/store.h"

/* What the first 100 bytes of a store say. */
struct sp_head {
	int64_t application, version, page, free_pages;
	bool sqlite; /* some SQLite file, perhaps not ours */
};
enum { SP_APPLICATION = 0x53507374 }; /* "SPst" */

/* Reads the head of file, which messages call path. -1: not there, no
 * regular file, no store of sp; head->sqlite is right even then. */
int sp_head_read(const char *file, const char *path, struct sp_head *head,
    struct sp_error *err);
/* Whether this program reads and writes that version. */
int sp_head_check(const char *path, const struct sp_head *head,
    struct sp_error *err);
/* The version this program's schema has. */
int sp_head_program(void);

enum sp_connection {
	SP_CONNECT_READ,
	SP_CONNECT_WRITE,
	SP_CONNECT_NEW,	   /* a file that nobody else knows yet: kept by a later
			      sp_file_publish or sp_file_replace, not before */
	SP_CONNECT_BESIDE, /* reads, and waits for nobody */
};

/* A connection to file with nothing checked yet; messages call it path. */
struct sp_store *sp_store_connect(const char *file, const char *path,
    enum sp_connection how, struct sp_error *err);
/* What messages call it. */
const char *sp_store_path(const struct sp_store *store);
/* Whether the last failure came from a file that is no sound SQLite file. */
bool sp_store_damaged(const struct sp_store *store);
/* Takes the schema from one version to the program's. */
int sp_store_steps(struct sp_store *store, int from, struct sp_error *err);
/* Keeps all others out until the store is closed: 1 done, 0 it is too damaged
 * to be locked, -1 *err: busy. */
int sp_store_lock(struct sp_store *store, struct sp_error *err);
/* All pages into a new file, which messages call path; not on the disk yet. */
int sp_store_copy(struct sp_store *store, const char *file, const char *path,
    struct sp_error *err);

/* An index to make again. */
struct sp_late_index {
	char *table;
	char *column; /* its first; "" for an expression */
	char *sql;
};
enum { SP_LATE = 32 };
/* Those that were taken away and are not back; all 0 is none. */
struct sp_late {
	struct sp_late_index indexes[SP_LATE];
	size_t n;
};
struct sp_late *sp_store_late(struct sp_store *store);
void sp_late_forget(struct sp_late *late);
/* One or more statements without rows. */
int sp_store_exec(struct sp_store *store, const char *sql,
    struct sp_error *err);
/* Resets every query: one that stands at a row keeps SQLite from dropping any
 * index. */
void sp_store_stand_nowhere(struct sp_store *store);

#endif
