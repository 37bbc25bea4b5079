/* store - the one file that knows SQLite */
#include <sys/stat.h>

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sp/date.h"
#include "sp/mem.h"
#include "sp/utf8.h"
#include "sp/words.h"
#include "store/behind.h"
#include "store/file.h"
#include "store/inside.h"
#include "store/schema.h"

enum { PATIENCE = 30000, WIDEST = 65 };

/* What is being put in: n values of each. */
struct rows {
	const struct sp_value *values;
	size_t n, rows;
};

struct sp_store {
	sqlite3 *db;
	char *path; /* for messages */
	char *file; /* where it lies, behind links */
	struct sp_late late;
	struct rows rows;
	struct sp_behind *behind; /* NULL: no row was put in behind us yet */
	int waited;		  /* milliseconds, for a lock */
	bool reads, began;
	bool loose; /* nobody looks after references */
	bool made;  /* by this run, which has kept nothing in it yet */
};

struct sp_query {
	struct sp_store *store;
	sqlite3_stmt *statement;
};

/* What SQLite says, as people may hear it. A broken constraint names its
 * column, never what stood in it. */
static int
fail_constraint(sqlite3 *db, struct sp_error *err)
{
	const char *said = sqlite3_errmsg(db), *colon = strchr(said, ':');
	const char *dot = colon == NULL ? NULL : strchr(colon, '.');
	char table[64] = "";

	switch (sqlite3_extended_errcode(db)) {
	case SQLITE_CONSTRAINT_UNIQUE:
		/* an index on an expression is named alone */
		if (dot == NULL)
			return sp_fail(err, SP_REFUSED,
			    _("another record has this key already"));
		snprintf(table, sizeof(table), "%.*s", (int)(dot - colon - 2),
		    colon + 2);
		return sp_fail(err, SP_REFUSED,
		    _("%.*s: another %s has this already"),
		    (int)strcspn(dot + 1, ","), dot + 1, table);
	case SQLITE_CONSTRAINT_NOTNULL:
		if (dot == NULL)
			break;
		return sp_fail(err, SP_REFUSED, _("%s: is missing"), dot + 1);
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return sp_fail(err, SP_REFUSED,
		    _("refers to a record that is not there"));
	default: break;
	}
	return sp_fail(err, SP_REFUSED, "%s", said);
}

/* By the result code; the sentence takes the path twice at most. */
static const struct {
	int code;
	const char *reads, *writes;
} failures[] = {
	{ SQLITE_BUSY, N_("%s: another program keeps it busy; try again later"),
	    N_("%s: another program keeps it busy; nothing was stored; try "
	       "again later") },
	{ SQLITE_FULL, N_("%s: the disk is full"),
	    N_("%s: the disk is full; nothing was stored") },
	{ SQLITE_IOERR, N_("%s: the disk failed"),
	    N_("%s: the disk failed or is full; nothing was stored") },
	{ SQLITE_READONLY,
	    N_("%s: a run was broken off; somebody who may write the store "
	       "must run sp-store check"),
	    N_("%s: may not be written; nothing was stored") },
	{ SQLITE_PERM, N_("%s: may not be read"),
	    N_("%s: may not be written; nothing was stored") },
	{ SQLITE_CANTOPEN, N_("%s: may not be read"),
	    N_("%s: may not be written; nothing was stored") },
	{ SQLITE_CORRUPT,
	    N_("%s: is damaged; sp-store check says where, sp-store restore "
	       "puts a backup in its place"),
	    N_("%s: is damaged; sp-store check says where, sp-store restore "
	       "puts a backup in its place") },
};

static int
fail_code(const struct sp_store *store, int code, struct sp_error *err)
{
	code &= 0xff;
	if (code == SQLITE_CONSTRAINT)
		return fail_constraint(store->db, err);
	if (code == SQLITE_NOTADB)
		code = SQLITE_CORRUPT;
	if (code == SQLITE_LOCKED)
		code = SQLITE_BUSY;
	for (size_t i = 0; i < sizeof(failures) / sizeof(failures[0]); i++)
		if (failures[i].code == code)
			return sp_fail(err, SP_TROUBLE,
			    _(store->reads ? failures[i].reads
					   : failures[i].writes),
			    store->path);
	return sp_fail(err, SP_TROUBLE, "%s: %s", store->path,
	    sqlite3_errmsg(store->db));
}

static int
fail(const struct sp_store *store, struct sp_error *err)
{
	return fail_code(store, sqlite3_errcode(store->db), err);
}

bool
sp_store_damaged(const struct sp_store *store)
{
	int code = sqlite3_errcode(store->db) & 0xff;

	return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

const char *
sp_store_path(const struct sp_store *store)
{
	return store->path;
}

/* Waits one or two milliseconds, by chance, for at most half a minute in all:
 * waits that grow let those who came last starve (RELIABILITY, section 2). */
static int
wait_a_while(void *context, int times)
{
	struct sp_store *store = context;
	unsigned char random;

	if (times == 0)
		store->waited = 0;
	if (store->waited >= PATIENCE)
		return 0;
	sqlite3_randomness(1, &random);
	store->waited += sqlite3_sleep(1 + (random & 1));
	return 1;
}

static const char *
text_of(sqlite3_value *value)
{
	return (const char *)sqlite3_value_text(value);
}

/* sp_has(list, word), sp_has_on(list, word, day) */
static void
has(sqlite3_context *context, int n, sqlite3_value **values)
{
	const char *list = text_of(values[0]), *word = text_of(values[1]);
	const char *day = n > 2 ? text_of(values[2]) : NULL;

	sqlite3_result_int(context,
	    list != NULL && word != NULL && sp_list_has(list, word, day));
}

/* sp_meet(list, list) */
static void
meet(sqlite3_context *context, int n, sqlite3_value **values)
{
	const char *one = text_of(values[0]), *other = text_of(values[1]);

	(void)n;
	sqlite3_result_int(context,
	    one != NULL && other != NULL && sp_lists_meet(one, other));
}

/* sp_monday(day), sp_sunday(day): of its week, so many days from its Monday */
static void
weekday(sqlite3_context *context, sqlite3_value *value, long from_monday)
{
	const char *text = text_of(value);
	char day[SP_DATE_SIZE];
	long days;

	if (text == NULL || !sp_date_parse(text, &days))
		return;
	sp_date_format(days - sp_date_weekday(days) + from_monday, day);
	sqlite3_result_text(context, day, -1, SQLITE_TRANSIENT);
}

static void
monday(sqlite3_context *context, int n, sqlite3_value **values)
{
	(void)n;
	weekday(context, values[0], 0);
}

static void
sunday(sqlite3_context *context, int n, sqlite3_value **values)
{
	(void)n;
	weekday(context, values[0], 6);
}

static void
fold(sqlite3_context *context, int n, sqlite3_value **values)
{
	const char *text = text_of(values[0]);
	struct sp_text folded = { 0 };

	(void)n;
	if (text == NULL)
		return;
	sp_utf8_fold(&folded, text);
	sqlite3_result_text(context, folded.s, (int)folded.length,
	    SQLITE_TRANSIENT);
	sp_text_free(&folded);
}

static void
contains(sqlite3_context *context, int n, sqlite3_value **values)
{
	const char *text = text_of(values[0]), *part = text_of(values[1]);
	struct sp_text a = { 0 }, b = { 0 };

	(void)n;
	if (text == NULL || part == NULL) {
		sqlite3_result_int(context, 0);
		return;
	}
	sp_utf8_fold(&a, text);
	sp_utf8_fold(&b, part);
	sqlite3_result_int(context, strstr(a.s, b.s) != NULL);
	sp_text_free(&a);
	sp_text_free(&b);
}

static const struct {
	const char *name;
	int n;
	void (*call)(sqlite3_context *, int, sqlite3_value **);
} functions[] = {
	{ "sp_has", 2, has },
	{ "sp_has_on", 3, has },
	{ "sp_fold", 1, fold },
	{ "sp_contains", 2, contains },
	{ "sp_meet", 2, meet },
	{ "sp_monday", 1, monday },
	{ "sp_sunday", 1, sunday },
};

/* All rows are in that were to be put in behind us. Nothing of SQLite is
 * touched before: one connection is for one thread at a time. A failure stays,
 * and whoever does not look for it leaves it to the next. */
static int
settle(const struct sp_store *store)
{
	return store->behind == NULL ? SQLITE_OK
				     : sp_behind_settle(store->behind);
}

int
sp_store_exec(struct sp_store *store, const char *sql, struct sp_error *err)
{
	int code = settle(store);

	if (code != SQLITE_OK)
		return fail_code(store, code, err);
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK
		   ? 0
		   : fail(store, err);
}

/* A writer pays for a commit that survives a power cut (RELIABILITY, section
 * 1), and leaves nothing of what it erases; a file that nobody knows yet needs
 * neither. Nobody maps the file: a page of a map is checked again each time it
 * is looked at. */
static const char *const pragmas[] = {
	[SP_CONNECT_READ] = "PRAGMA cell_size_check = ON; PRAGMA cache_size = "
			    "-32768",
	[SP_CONNECT_WRITE] =
	    "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA; "
	    "PRAGMA cell_size_check = ON; PRAGMA secure_delete = ON; PRAGMA "
	    "recursive_triggers = ON; PRAGMA threads = 2; PRAGMA cache_size = "
	    "-32768",
	[SP_CONNECT_NEW] =
	    "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF",
	[SP_CONNECT_BESIDE] = "PRAGMA cell_size_check = ON; PRAGMA cache_size "
			      "= -2048",
};

/* The table sp_rows(c1, c2, ..., c65): the rows that are being put in. To step
 * once for many costs a fifth less than to bind the values of each. */
struct rows_table {
	sqlite3_vtab base;
	const struct rows *rows;
};

struct rows_cursor {
	sqlite3_vtab_cursor base;
	size_t at;
};

static int
rows_connect(sqlite3 *db, void *rows, int n, const char *const *words,
    sqlite3_vtab **table, char **said)
{
	struct rows_table *made = sp_alloc(1, sizeof(*made));
	struct sp_text sql = { 0 };
	int code;

	(void)n, (void)words, (void)said;
	sp_text_add(&sql, "CREATE TABLE sp_rows (c1");
	for (int i = 2; i <= WIDEST; i++)
		sp_text_addf(&sql, ", c%d", i);
	sp_text_addc(&sql, ')');
	code = sqlite3_declare_vtab(db, sql.s);
	sp_text_free(&sql);
	made->rows = rows;
	*table = &made->base;
	return code;
}

static int
rows_disconnect(sqlite3_vtab *table)
{
	free(table);
	return SQLITE_OK;
}

/* They are few beside any table, and come first. */
static int
rows_plan(sqlite3_vtab *table, sqlite3_index_info *info)
{
	(void)table;
	info->estimatedRows = 1;
	info->estimatedCost = 1;
	return SQLITE_OK;
}

static int
rows_open(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
	struct rows_cursor *made = sp_alloc(1, sizeof(*made));

	(void)table;
	*cursor = &made->base;
	return SQLITE_OK;
}

static int
rows_close(sqlite3_vtab_cursor *cursor)
{
	free(cursor);
	return SQLITE_OK;
}

static int
rows_first(sqlite3_vtab_cursor *cursor, int plan, const char *name, int n,
    sqlite3_value **values)
{
	(void)plan, (void)name, (void)n, (void)values;
	((struct rows_cursor *)cursor)->at = 0;
	return SQLITE_OK;
}

static int
rows_next(sqlite3_vtab_cursor *cursor)
{
	((struct rows_cursor *)cursor)->at++;
	return SQLITE_OK;
}

static const struct rows *
rows_of(const sqlite3_vtab_cursor *cursor)
{
	return ((const struct rows_table *)cursor->pVtab)->rows;
}

static int
rows_end(sqlite3_vtab_cursor *cursor)
{
	return ((struct rows_cursor *)cursor)->at >= rows_of(cursor)->rows;
}

static int
rows_cell(sqlite3_vtab_cursor *cursor, sqlite3_context *cell, int column)
{
	const struct rows *rows = rows_of(cursor);
	size_t row = ((struct rows_cursor *)cursor)->at;
	const struct sp_value *value =
	    &rows->values[row * rows->n + (size_t)column];

	switch (value->type) {
	case SP_INT: sqlite3_result_int64(cell, value->i); break;
	case SP_REAL: sqlite3_result_double(cell, value->r); break;
	case SP_TEXT:
		sqlite3_result_text(cell, value->s, -1, SQLITE_STATIC);
		break;
	default: sqlite3_result_null(cell);
	}
	return SQLITE_OK;
}

static int
rows_number(sqlite3_vtab_cursor *cursor, sqlite3_int64 *number)
{
	*number = (sqlite3_int64)((struct rows_cursor *)cursor)->at;
	return SQLITE_OK;
}

static const sqlite3_module rows_module = { .xConnect = rows_connect,
	.xBestIndex = rows_plan,
	.xDisconnect = rows_disconnect,
	.xOpen = rows_open,
	.xClose = rows_close,
	.xFilter = rows_first,
	.xNext = rows_next,
	.xEof = rows_end,
	.xColumn = rows_cell,
	.xRowid = rows_number };

/* What every connection keeps to. */
static int
set_up(struct sp_store *store, enum sp_connection how, struct sp_error *err)
{
	if (sqlite3_create_module(store->db, "sp_rows", &rows_module,
		&store->rows) != SQLITE_OK)
		return fail(store, err);
	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++)
		if (sqlite3_create_function(store->db, functions[i].name,
			functions[i].n, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
			NULL, functions[i].call, NULL, NULL) != SQLITE_OK)
			return fail(store, err);
	sqlite3_extended_result_codes(store->db, 1);
	/* a writer who waits for the first would be waited for in vain */
	if (how != SP_CONNECT_BESIDE)
		sqlite3_busy_handler(store->db, wait_a_while, store);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	return sp_store_exec(store, pragmas[how], err);
}

struct sp_store *
sp_store_connect(const char *file, const char *path, enum sp_connection how,
    struct sp_error *err)
{
	static const int flags[] = { [SP_CONNECT_READ] = SQLITE_OPEN_READONLY,
		[SP_CONNECT_WRITE] = SQLITE_OPEN_READWRITE,
		[SP_CONNECT_NEW] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		[SP_CONNECT_BESIDE] = SQLITE_OPEN_READONLY };
	struct sp_store *store = sp_alloc(1, sizeof(*store));

	store->path = sp_strdup(path);
	/* SQLite would read a name like file:x?nolock=1 as a URI */
	store->file = strncmp(file, "file:", 5) == 0 ? sp_format("./%s", file)
						     : sp_strdup(file);
	store->reads = how == SP_CONNECT_READ || how == SP_CONNECT_BESIDE;
	/* one thread asks, beside those that sort for it, and nobody how much
	 * memory there is: few locks. It says no, and all is well, once SQLite
	 * runs */
	sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if (sqlite3_open_v2(store->file, &store->db,
		flags[how] | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
	    set_up(store, how, err) == 0)
		return store;
	if (sqlite3_errcode(store->db) != SQLITE_OK)
		fail(store, err);
	sp_store_close(store);
	return NULL;
}

/* The version a store has now, inside a transaction that keeps it so. */
static int
version_now(struct sp_store *store, struct sp_error *err)
{
	struct sp_query *query =
	    sp_query_open(store, "PRAGMA user_version", err);
	int version = -1;

	if (query != NULL && sp_query_step(query, err) > 0)
		version = (int)sp_query_int(query, 0);
	sp_query_close(query);
	return version;
}

/* One step in a transaction that also says how far we are; another program
 * may have taken it meanwhile. */
static int
take_step(struct sp_store *store, const struct sp_schema_step *step,
    struct sp_error *err)
{
	char version[80];
	int now;

	snprintf(version, sizeof(version),
	    "PRAGMA application_id = %d; PRAGMA user_version = %d",
	    SP_APPLICATION, step->number);
	if (sp_store_begin(store, err) != 0)
		return -1;
	now = version_now(store, err);
	if (now < 0 || (now < step->number &&
			   (sp_store_exec(store, step->sql, err) != 0 ||
			       sp_store_exec(store, version, err) != 0))) {
		sp_store_rollback(store);
		return -1;
	}
	return sp_store_commit(store, err);
}

int
sp_store_steps(struct sp_store *store, int from, struct sp_error *err)
{
	for (size_t i = 0; i < sp_schema_steps_n; i++)
		if (sp_schema_steps[i].number > from &&
		    take_step(store, &sp_schema_steps[i], err) != 0)
			return -1;
	return 0;
}

/* A new store appears whole, or not at all: 1 made, 0 somebody else was
 * first, -1. */
static int
make(const char *path, struct sp_error *err)
{
	struct sp_store *store;
	char *temp;
	int bad;

	if (sp_file_parents(path, err) != 0)
		return -1;
	temp = sp_file_temp(path, err);
	if (temp == NULL)
		return -1;
	store = sp_store_connect(temp, path, SP_CONNECT_NEW, err);
	bad = store == NULL || sp_store_steps(store, 0, err) != 0 ? -1 : 0;
	sp_store_close(store);
	if (!bad)
		bad = sp_file_publish(temp, path, err);
	else
		(void)unlink(temp);
	free(temp);
	return bad;
}

/* A journal that a broken run left is played back before we look; of a file
 * that is another program's it is left alone. */
static void
recover(const char *file)
{
	char *journal = sp_format("%s-journal", file);
	struct stat status;
	struct sp_error unheard;
	struct sp_head head;
	struct sp_store *store = NULL;

	if (stat(journal, &status) == 0 && status.st_size > 0 &&
	    (sp_head_read(file, file, &head, &unheard) == 0 || !head.sqlite))
		store =
		    sp_store_connect(file, file, SP_CONNECT_WRITE, &unheard);
	if (store != NULL)
		sqlite3_exec(store->db, "SELECT 1 FROM sqlite_schema", NULL,
		    NULL, NULL);
	sp_store_close(store);
	free(journal);
}

static struct sp_store *
open_memory(struct sp_error *err)
{
	struct sp_store *store =
	    sp_store_connect(":memory:", ":memory:", SP_CONNECT_NEW, err);

	if (store != NULL && sp_store_steps(store, 0, err) == 0)
		return store;
	sp_store_close(store);
	return NULL;
}

static struct sp_store *
open_file(const char *file, const char *path, enum sp_access access,
    struct sp_error *err)
{
	struct sp_store *store;
	struct stat status;
	struct sp_head head;
	int made = 0;

	if (sp_file_local(file, err) != 0)
		return NULL;
	if (access == SP_CREATE && stat(file, &status) != 0 && errno == ENOENT)
		made = make(file, err);
	if (made < 0)
		return NULL;
	recover(file);
	if (sp_head_read(file, path, &head, err) != 0 ||
	    sp_head_check(path, &head, err) != 0)
		return NULL;
	store = sp_store_connect(file, path,
	    access == SP_READ ? SP_CONNECT_READ : SP_CONNECT_WRITE, err);
	if (store != NULL)
		store->made = made > 0;
	return store;
}

struct sp_store *
sp_store_open(const char *path, enum sp_access access, struct sp_error *err)
{
	struct sp_store *store;
	char *file;

	if (strcmp(path, ":memory:") == 0)
		return open_memory(err);
	file = sp_file_behind(path, err);
	if (file == NULL)
		return NULL;
	store = open_file(file, path, access, err);
	free(file);
	return store;
}

/* A run that made the store and then failed leaves no file, unless somebody
 * has begun to use it. */
static void
unmake(struct sp_store *store)
{
	char *journal = sp_format("%s-journal", store->file);
	struct sp_error unheard;
	struct sp_query *query;

	if (sp_store_lock(store, &unheard) > 0) {
		query = sp_query_open(store, "SELECT 1 FROM log", &unheard);
		if (query != NULL && sp_query_step(query, &unheard) == 0) {
			(void)unlink(store->file);
			(void)unlink(journal);
		}
		sp_query_close(query);
		sp_store_rollback(store);
	}
	free(journal);
}

void
sp_store_close(struct sp_store *store)
{
	if (store == NULL)
		return;
	sp_store_rollback(store);
	if (store->made)
		unmake(store);
	sp_behind_close(store->behind);
	sqlite3_close(store->db);
	free(store->path);
	free(store->file);
	free(store);
}

int
sp_store_begin(struct sp_store *store, struct sp_error *err)
{
	int moved = 0;

	if (sp_store_exec(store, "BEGIN IMMEDIATE", err) != 0)
		return -1;
	store->began = true;
	/* what is stored in a file that lost its name would be lost */
	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	if (moved) {
		sp_store_rollback(store);
		return sp_fail(err, SP_TROUBLE,
		    _("%s: was replaced meanwhile; nothing was stored; try "
		      "again"),
		    store->path);
	}
	return 0;
}

/* Outside a transaction only: within one it would hold for half of it. */
static void
set_links(struct sp_store *store, bool loose)
{
	store->loose = loose;
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, !loose, NULL);
}

int
sp_store_begin_loose(struct sp_store *store, struct sp_error *err)
{
	set_links(store, true);
	if (sp_store_begin(store, err) == 0)
		return 0;
	set_links(store, false);
	return -1;
}

int
sp_store_lock(struct sp_store *store, struct sp_error *err)
{
	int got = sqlite3_exec(store->db, "BEGIN EXCLUSIVE", NULL, NULL, NULL);

	if ((got & 0xff) == SQLITE_BUSY)
		return fail(store, err);
	store->began = got == SQLITE_OK;
	return store->began;
}

int
sp_store_commit(struct sp_store *store, struct sp_error *err)
{
	if (sp_store_exec(store, "COMMIT", err) != 0) {
		sp_store_rollback(store);
		return -1;
	}
	store->began = store->made = false;
	if (store->loose)
		set_links(store, false);
	return 0;
}

void
sp_store_rollback(struct sp_store *store)
{
	if (store->behind != NULL)
		sp_behind_drop(store->behind);
	if (store->began && !sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	store->began = false;
	if (store->loose)
		set_links(store, false);
	sp_late_forget(&store->late);
}

int
sp_store_save(struct sp_store *store, struct sp_error *err)
{
	return sp_store_exec(store, "SAVEPOINT step", err);
}

int
sp_store_keep(struct sp_store *store, struct sp_error *err)
{
	return sp_store_exec(store, "RELEASE step", err);
}

void
sp_store_undo(struct sp_store *store)
{
	settle(store);
	sqlite3_exec(store->db, "ROLLBACK TO step; RELEASE step", NULL, NULL,
	    NULL);
}

int
sp_store_at_once(struct sp_store *store,
    int (*read)(void *context, struct sp_store *store, struct sp_error *err),
    void *context, struct sp_error *err)
{
	int bad = sp_store_save(store, err);

	if (bad)
		return bad;
	bad = read(context, store, err);
	if (!bad)
		return sp_store_keep(store, err);
	sp_store_undo(store);
	return bad;
}

int
sp_store_skim(struct sp_store *store, struct sp_error *err)
{
	return store->reads
		   ? sp_store_exec(store, "PRAGMA cache_size = -2048", err)
		   : 0;
}

/* Whether it reads the file that `store` reads. */
static bool
begin_beside(struct sp_store *second, const struct sp_store *store)
{
	struct sp_error unheard;
	int moved = 0;

	if (sp_store_exec(second, "BEGIN", &unheard) != 0 ||
	    version_now(second, &unheard) < 0)
		return false;
	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
	return !moved;
}

struct sp_store *
sp_store_beside(struct sp_store *store)
{
	struct sp_store *second = NULL;
	struct sp_error unheard;

	/* who has read has a lock, and nobody writes until it is given up */
	if (store->reads && !sqlite3_get_autocommit(store->db) &&
	    version_now(store, &unheard) >= 0)
		second = sp_store_connect(store->file, store->path,
		    SP_CONNECT_BESIDE, &unheard);
	if (second == NULL || begin_beside(second, store))
		return second;
	sp_store_close(second);
	return NULL;
}

struct sp_query *
sp_query_open(struct sp_store *store, const char *sql, struct sp_error *err)
{
	struct sp_query *query;
	int code = settle(store);

	if (code != SQLITE_OK) {
		fail_code(store, code, err);
		return NULL;
	}
	query = sp_alloc(1, sizeof(*query));
	query->store = store;
	if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
		&query->statement, NULL) == SQLITE_OK)
		return query;
	fail(store, err);
	free(query);
	return NULL;
}

static void
bind(sqlite3_stmt *statement, int number, const struct sp_value *value)
{
	switch (value->type) {
	case SP_INT: sqlite3_bind_int64(statement, number, value->i); break;
	case SP_REAL: sqlite3_bind_double(statement, number, value->r); break;
	case SP_TEXT:
		sqlite3_bind_text(statement, number, value->s, -1,
		    SQLITE_STATIC);
		break;
	default: sqlite3_bind_null(statement, number);
	}
}

void
sp_query_bind(struct sp_query *query, int number, const struct sp_value *value)
{
	settle(query->store);
	bind(query->statement, number, value);
}

void
sp_query_bind_int(struct sp_query *query, int number, int64_t value)
{
	settle(query->store);
	sqlite3_bind_int64(query->statement, number, value);
}

void
sp_query_bind_text(struct sp_query *query, int number, const char *text)
{
	settle(query->store);
	sqlite3_bind_text(query->statement, number, text, -1, SQLITE_STATIC);
}

int
sp_query_step(struct sp_query *query, struct sp_error *err)
{
	int got = settle(query->store);

	if (got != SQLITE_OK)
		return fail_code(query->store, got, err);
	got = sqlite3_step(query->statement);
	if (got == SQLITE_ROW)
		return 1;
	if (got == SQLITE_DONE) {
		sqlite3_reset(query->statement);
		return 0;
	}
	fail(query->store, err);
	sqlite3_reset(query->statement);
	return -1;
}

struct sp_value
sp_query_value(const struct sp_query *query, int column)
{
	struct sp_value value = { .type = SP_NULL };

	settle(query->store);
	switch (sqlite3_column_type(query->statement, column)) {
	case SQLITE_INTEGER:
		return sp_int_value(
		    sqlite3_column_int64(query->statement, column));
	case SQLITE_FLOAT:
		value.type = SP_REAL;
		value.r = sqlite3_column_double(query->statement, column);
		return value;
	case SQLITE_TEXT: return sp_text_value(sp_query_text(query, column));
	default: return value;
	}
}

int64_t
sp_query_int(const struct sp_query *query, int column)
{
	settle(query->store);
	return sqlite3_column_int64(query->statement, column);
}

const char *
sp_query_text(const struct sp_query *query, int column)
{
	settle(query->store);
	return (const char *)sqlite3_column_text(query->statement, column);
}

void
sp_query_reset(struct sp_query *query)
{
	settle(query->store);
	sqlite3_reset(query->statement);
}

int
sp_query_run(struct sp_query *query, struct sp_error *err)
{
	int got;

	while ((got = sp_query_step(query, err)) > 0)
		;
	return got;
}

static int
put_rows(const struct sp_query *query, const struct sp_value *values, size_t n,
    size_t rows)
{
	int got;

	query->store->rows = (struct rows){ values, n, rows };
	got = sqlite3_step(query->statement);
	sqlite3_reset(query->statement);
	return got == SQLITE_DONE ? SQLITE_OK : got;
}

/* A statement that meets a record twice may change it but once. */
static int
put(void *what, const struct sp_value *values, size_t n, size_t rows)
{
	int code = SQLITE_OK;

	while (rows > 0 && code == SQLITE_OK) {
		const struct sp_value *id = &values[n - 1];
		size_t some = 1;
		while (some < rows && id[some * n].i > id[(some - 1) * n].i)
			some++;
		code = put_rows(what, values, n, some);
		values += some * n;
		rows -= some;
	}
	return code;
}

int
sp_query_run_behind(struct sp_query *query, const struct sp_value *values,
    size_t n, struct sp_error *err)
{
	struct sp_store *store = query->store;
	int code;

	if (store->behind == NULL)
		store->behind = sp_behind_open(put);
	code = sp_behind_add(store->behind, query, values, n);
	return code == SQLITE_OK ? 0 : fail_code(store, code, err);
}

void
sp_query_close(struct sp_query *query)
{
	if (query == NULL)
		return;
	settle(query->store);
	sqlite3_finalize(query->statement);
	free(query);
}

int64_t
sp_store_last_id(const struct sp_store *store)
{
	settle(store);
	return sqlite3_last_insert_rowid(store->db);
}

void
sp_store_stand_nowhere(struct sp_store *store)
{
	sqlite3_stmt *one = NULL;

	while ((one = sqlite3_next_stmt(store->db, one)) != NULL)
		if (sqlite3_stmt_busy(one))
			sqlite3_reset(one);
}

struct sp_late *
sp_store_late(struct sp_store *store)
{
	return &store->late;
}

int
sp_store_info(const char *path, struct sp_store_info *info,
    struct sp_error *err)
{
	struct stat status;
	struct sp_head head;

	if (sp_head_read(path, path, &head, err) != 0)
		return -1;
	if (stat(path, &status) != 0)
		return sp_fail(err, SP_TROUBLE, "%s: %s", path,
		    strerror(errno));
	*info = (struct sp_store_info){ .version = (int)head.version,
		.program = sp_head_program(),
		.bytes = status.st_size,
		.free_bytes = head.free_pages * head.page };
	snprintf(info->sqlite, sizeof(info->sqlite), "%s",
	    sqlite3_libversion());
	return 0;
}

int
sp_store_copy(struct sp_store *store, const char *file, const char *path,
    struct sp_error *err)
{
	struct sp_store *to = sp_store_connect(file, path, SP_CONNECT_NEW, err);
	sqlite3_backup *backup;
	int done = SQLITE_NOMEM;

	if (to == NULL)
		return -1;
	backup = sqlite3_backup_init(to->db, "main", store->db, "main");
	if (backup != NULL) {
		done = sqlite3_backup_step(backup, -1);
		sqlite3_backup_finish(backup);
	}
	/* only a full or failing disk is the copy's own */
	if (done != SQLITE_DONE)
		fail_code(done == SQLITE_FULL || (done & 0xff) == SQLITE_IOERR
			      ? to
			      : store,
		    done, err);
	sp_store_close(to);
	return done == SQLITE_DONE ? 0 : -1;
}
