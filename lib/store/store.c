/* store - the one file that knows SQLite */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sp/store.h"

#include "sp/mem.h"
#include "sp/utf8.h"
#include "sp/words.h"
#include "store/file.h"
#include "store/schema.h"

/* "SPst", in the header of every store. */
enum { APPLICATION = 0x53507374, PATIENCE = 30000, LATE = 16 };

struct sp_store {
	sqlite3 *db;
	char *path;
	char *late[LATE]; /* indexes to make again, as SQL */
	size_t late_n;
	bool began;
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
		if (dot == NULL)
			break;
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
	case SQLITE_CONSTRAINT_CHECK:
		return sp_fail(err, SP_REFUSED, _("breaks the rule%s"),
		    colon == NULL ? "" : colon);
	default: break;
	}
	return sp_fail(err, SP_REFUSED, "%s", said);
}

static int
fail(const struct sp_store *store, struct sp_error *err)
{
	int code = sqlite3_errcode(store->db) & 0xff;
	const char *path = store->path;

	switch (code) {
	case SQLITE_CONSTRAINT: return fail_constraint(store->db, err);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return sp_fail(err, SP_TROUBLE,
		    _("%s: another program keeps it busy; try again later"),
		    path);
	case SQLITE_FULL:
		return sp_fail(err, SP_TROUBLE,
		    _("%s: the disk is full; nothing was stored"), path);
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
		return sp_fail(err, SP_TROUBLE,
		    _("%s: may not be written; nothing was stored"), path);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return sp_fail(err, SP_TROUBLE,
		    _("%s: is damaged; sp-store check says where, sp-store "
		      "restore puts a backup in its place"),
		    path);
	case SQLITE_IOERR:
		return sp_fail(err, SP_TROUBLE,
		    _("%s: the disk failed or is full; nothing was stored"),
		    path);
	default:
		return sp_fail(err, SP_TROUBLE, "%s: %s", path,
		    sqlite3_errmsg(store->db));
	}
}

/* Waits a random while, longer each time, for at most half a minute.
 * Source: DECISIONS 5; full jitter, M. Brooker, 2015. */
static int
wait_a_while(void *context, int times)
{
	int *waited = context;
	unsigned char random;
	int longest = times < 6 ? 2 << times : 128, now;

	if (times == 0)
		*waited = 0;
	if (*waited >= PATIENCE)
		return 0;
	sqlite3_randomness(1, &random);
	now = 1 + longest * random / 255;
	*waited += sqlite3_sleep(now);
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
};

static int
exec(struct sp_store *store, const char *sql, struct sp_error *err)
{
	return sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK
		   ? 0
		   : fail(store, err);
}

/* What every connection keeps to. A reader maps the file; a writer pays for
 * a commit that survives a power cut (RELIABILITY, section 1). */
static int
set_up(struct sp_store *store, bool write, struct sp_error *err)
{
	static int waited;

	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++)
		sqlite3_create_function(store->db, functions[i].name,
		    functions[i].n, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
		    functions[i].call, NULL, NULL);
	sqlite3_extended_result_codes(store->db, 1);
	sqlite3_busy_handler(store->db, wait_a_while, &waited);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	return exec(store,
	    write ? "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = "
		    "EXTRA; PRAGMA cell_size_check = ON; PRAGMA cache_size = "
		    "-32768"
		  : "PRAGMA mmap_size = 4294967296; PRAGMA cache_size = "
		    "-16384",
	    err);
}

/* A connection and nothing checked yet. */
static struct sp_store *
connect(const char *path, int flags, struct sp_error *err)
{
	struct sp_store *store = sp_alloc(1, sizeof(*store));

	store->path = sp_strdup(path);
	if (sqlite3_open_v2(path, &store->db, flags, NULL) == SQLITE_OK &&
	    set_up(store, flags & SQLITE_OPEN_READWRITE, err) == 0)
		return store;
	if (sqlite3_errcode(store->db) != SQLITE_OK)
		fail(store, err);
	sp_store_close(store);
	return NULL;
}

/* What the first 100 bytes of a store say. */
struct head {
	int64_t application, version, page, free_pages;
};

static int64_t
big_endian(const unsigned char *bytes, int n)
{
	int64_t number = 0;

	while (n-- > 0)
		number = number << 8 | *bytes++;
	return number;
}

/* Offsets: the SQLite file format, section 1.3. */
static int
read_head(const char *path, struct head *head, struct sp_error *err)
{
	unsigned char bytes[100] = { 0 };
	struct stat status;
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got;

	if (fd < 0 && errno == ENOENT)
		return sp_fail(err, SP_TROUBLE,
		    _("%s: there is no store; sp-add or sp-store init makes "
		      "one"),
		    path);
	if (fd < 0)
		return sp_fail(err, SP_TROUBLE, "%s: %s", path,
		    strerror(errno));
	if (fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) {
		close(fd);
		return sp_fail(err, SP_TROUBLE, _("%s: is a directory"), path);
	}
	got = read(fd, bytes, sizeof(bytes));
	close(fd);
	head->application = big_endian(bytes + 68, 4);
	head->version = big_endian(bytes + 60, 4);
	head->page = big_endian(bytes + 16, 2);
	head->page = head->page == 1 ? 65536 : head->page;
	head->free_pages = big_endian(bytes + 36, 4);
	if (got < (ssize_t)sizeof(bytes) ||
	    memcmp(bytes, "SQLite format 3", 16) != 0 ||
	    head->application != APPLICATION)
		return sp_fail(err, SP_TROUBLE, _("%s: is no store of sp"),
		    path);
	return 0;
}

static int
program_version(void)
{
	return sp_schema_steps[sp_schema_steps_n - 1].number;
}

static int
check_version(const char *path, const struct head *head, struct sp_error *err)
{
	int program = program_version();

	if (head->version < program)
		return sp_fail(err, SP_TROUBLE,
		    _("%s: is a store of version %lld, and this is version "
		      "%d; run: sp-store migrate -s %s"),
		    path, (long long)head->version, program, path);
	if (head->version > program)
		return sp_fail(err, SP_TROUBLE,
		    _("%s: is a store of version %lld, newer than this "
		      "program (%d)"),
		    path, (long long)head->version, program);
	return 0;
}

/* Each step in a transaction that also says how far we are. */
static int
run_steps(struct sp_store *store, int from, struct sp_error *err)
{
	for (size_t i = 0; i < sp_schema_steps_n; i++) {
		const struct sp_schema_step *step = &sp_schema_steps[i];
		char version[80];
		if (step->number <= from)
			continue;
		snprintf(version, sizeof(version),
		    "PRAGMA application_id = %d; PRAGMA user_version = %d",
		    APPLICATION, step->number);
		if (sp_store_begin(store, err) != 0)
			return -1;
		if (exec(store, step->sql, err) != 0 ||
		    exec(store, version, err) != 0 ||
		    sp_store_commit(store, err) != 0) {
			sp_store_rollback(store);
			return -1;
		}
	}
	return 0;
}

enum { WRITER = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE };

/* A new store appears whole, or not at all. */
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
	store = connect(temp, WRITER | SQLITE_OPEN_CREATE, err);
	bad = store == NULL || run_steps(store, 0, err) != 0;
	sp_store_close(store);
	if (!bad)
		bad = sp_file_publish(temp, path, err) < 0;
	if (bad)
		unlink(temp);
	free(temp);
	return bad ? -1 : 0;
}

/* A journal that a broken run left is played back before we only read. */
static void
recover(const char *path)
{
	char *journal = sp_format("%s-journal", path);
	struct stat status;
	struct sp_error unheard;
	struct sp_store *store = NULL;

	if (stat(journal, &status) == 0 && status.st_size > 0)
		store = connect(path, WRITER, &unheard);
	if (store != NULL)
		sqlite3_exec(store->db, "SELECT 1 FROM sqlite_schema", NULL,
		    NULL, NULL);
	sp_store_close(store);
	free(journal);
}

struct sp_store *
sp_store_open(const char *path, enum sp_access access, struct sp_error *err)
{
	struct sp_store *store;
	struct head head;
	struct stat status;

	if (strcmp(path, ":memory:") == 0) {
		store = connect(path, WRITER | SQLITE_OPEN_CREATE, err);
		if (store != NULL && run_steps(store, 0, err) == 0)
			return store;
		sp_store_close(store);
		return NULL;
	}
	if (sp_file_local(path, err) != 0)
		return NULL;
	if (access == SP_CREATE && stat(path, &status) != 0 &&
	    errno == ENOENT && make(path, err) != 0)
		return NULL;
	if (access == SP_READ)
		recover(path);
	if (read_head(path, &head, err) != 0 ||
	    check_version(path, &head, err) != 0)
		return NULL;
	return connect(path,
	    access == SP_READ ? SQLITE_OPEN_READONLY | SQLITE_OPEN_EXRESCODE
			      : WRITER,
	    err);
}

void
sp_store_close(struct sp_store *store)
{
	if (store == NULL)
		return;
	sp_store_rollback(store);
	sqlite3_close(store->db);
	free(store->path);
	free(store);
}

int
sp_store_begin(struct sp_store *store, struct sp_error *err)
{
	if (exec(store, "BEGIN IMMEDIATE", err) != 0)
		return -1;
	store->began = true;
	return 0;
}

int
sp_store_commit(struct sp_store *store, struct sp_error *err)
{
	if (exec(store, "COMMIT", err) != 0) {
		sp_store_rollback(store);
		return -1;
	}
	store->began = false;
	return 0;
}

static void
forget_late(struct sp_store *store)
{
	for (size_t i = 0; i < store->late_n; i++)
		free(store->late[i]);
	store->late_n = 0;
}

void
sp_store_rollback(struct sp_store *store)
{
	if (store->began && !sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	store->began = false;
	forget_late(store);
}

int
sp_store_save(struct sp_store *store, struct sp_error *err)
{
	return exec(store, "SAVEPOINT step", err);
}

int
sp_store_keep(struct sp_store *store, struct sp_error *err)
{
	return exec(store, "RELEASE step", err);
}

void
sp_store_undo(struct sp_store *store)
{
	sqlite3_exec(store->db, "ROLLBACK TO step; RELEASE step", NULL, NULL,
	    NULL);
}

struct sp_query *
sp_query_open(struct sp_store *store, const char *sql, struct sp_error *err)
{
	struct sp_query *query = sp_alloc(1, sizeof(*query));

	query->store = store;
	if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
		&query->statement, NULL) == SQLITE_OK)
		return query;
	fail(store, err);
	free(query);
	return NULL;
}

void
sp_query_bind_int(struct sp_query *query, int number, int64_t value)
{
	sqlite3_bind_int64(query->statement, number, value);
}

void
sp_query_bind_text(struct sp_query *query, int number, const char *text)
{
	sqlite3_bind_text(query->statement, number, text, -1, SQLITE_STATIC);
}

void
sp_query_bind(struct sp_query *query, int number, const struct sp_value *value)
{
	switch (value->type) {
	case SP_INT: sp_query_bind_int(query, number, value->i); break;
	case SP_REAL:
		sqlite3_bind_double(query->statement, number, value->r);
		break;
	case SP_TEXT: sp_query_bind_text(query, number, value->s); break;
	default: sqlite3_bind_null(query->statement, number);
	}
}

int
sp_query_step(struct sp_query *query, struct sp_error *err)
{
	int got = sqlite3_step(query->statement);

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
	return sqlite3_column_int64(query->statement, column);
}

const char *
sp_query_text(const struct sp_query *query, int column)
{
	return (const char *)sqlite3_column_text(query->statement, column);
}

void
sp_query_reset(struct sp_query *query)
{
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

void
sp_query_close(struct sp_query *query)
{
	if (query == NULL)
		return;
	sqlite3_finalize(query->statement);
	free(query);
}

int
sp_store_exec(struct sp_store *store, const char *sql, struct sp_error *err)
{
	return exec(store, sql, err);
}

int64_t
sp_store_last_id(const struct sp_store *store)
{
	return sqlite3_last_insert_rowid(store->db);
}

/* The indexes to make later: SQL remembered, and the statements that drop
 * them. */
static int
find_late(struct sp_store *store, const char *table, const char *keep,
    struct sp_text *drops, struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "SELECT s.name, s.sql FROM sqlite_schema s WHERE s.type = 'index' "
	    "AND s.tbl_name = $1 AND s.sql IS NOT NULL AND NOT (s.sql LIKE "
	    "'CREATE UNIQUE%' AND $2 = coalesce((SELECT i.name FROM "
	    "pragma_index_info(s.name) i WHERE i.seqno = 0), '')) ORDER BY "
	    "s.rowid",
	    err);
	int got;

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, table);
	sp_query_bind_text(query, 2, keep == NULL ? "" : keep);
	while ((got = sp_query_step(query, err)) > 0 && store->late_n < LATE) {
		sp_text_addf(drops, "DROP INDEX %s;", sp_query_text(query, 0));
		store->late[store->late_n++] =
		    sp_strdup(sp_query_text(query, 1));
	}
	sp_query_close(query);
	return got;
}

int
sp_store_drop_indexes(struct sp_store *store, const char *table,
    const char *keep, struct sp_error *err)
{
	struct sp_text drops = { 0 };
	int bad = find_late(store, table, keep, &drops, err);

	if (bad == 0 && drops.length > 0)
		bad = exec(store, drops.s, err);
	sp_text_free(&drops);
	return bad;
}

int
sp_store_make_indexes(struct sp_store *store, struct sp_error *err)
{
	for (size_t i = 0; i < store->late_n; i++)
		if (exec(store, store->late[i], err) != 0)
			return -1;
	forget_late(store);
	return 0;
}

int
sp_store_info(const char *path, struct sp_store_info *info,
    struct sp_error *err)
{
	struct stat status;
	struct head head;

	if (read_head(path, &head, err) != 0)
		return -1;
	if (stat(path, &status) != 0)
		return sp_fail(err, SP_TROUBLE, "%s: %s", path,
		    strerror(errno));
	*info = (struct sp_store_info){ .version = (int)head.version,
		.program = program_version(),
		.bytes = status.st_size,
		.free_bytes = head.free_pages * head.page };
	snprintf(info->sqlite, sizeof(info->sqlite), "%s",
	    sqlite3_libversion());
	return 0;
}

/* Calls told for each row of a statement that is no "ok". */
static int
tell_rows(struct sp_store *store, const char *sql,
    void (*told)(void *context, const char *finding), void *context,
    struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store, sql, err);
	int got, n = 0;

	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0) {
		const char *finding = sp_query_text(query, 0);
		if (finding == NULL || strcmp(finding, "ok") == 0)
			continue;
		told(context, finding);
		n++;
	}
	sp_query_close(query);
	return got < 0 ? -1 : n;
}

/* Whether tables, indexes and triggers are the ones the steps make. */
static int
check_schema(struct sp_store *store,
    void (*told)(void *context, const char *finding), void *context,
    struct sp_error *err)
{
	struct sp_store *fresh = sp_store_open(":memory:", SP_CREATE, err);
	struct sp_query *want, *have;
	int n = 0;

	if (fresh == NULL)
		return -1;
	want = sp_query_open(fresh,
	    "SELECT type || ' ' || name, sql FROM sqlite_schema "
	    "WHERE sql IS NOT NULL",
	    err);
	have = sp_query_open(store,
	    "SELECT 1 FROM sqlite_schema WHERE type || ' ' || name = $1 AND "
	    "sql = $2",
	    err);
	while (want != NULL && have != NULL && sp_query_step(want, err) > 0) {
		sp_query_bind_text(have, 1, sp_query_text(want, 0));
		sp_query_bind_text(have, 2, sp_query_text(want, 1));
		if (sp_query_step(have, err) == 0) {
			char *finding = sp_format(_("%s is missing or changed"),
			    sp_query_text(want, 0));
			told(context, finding);
			free(finding);
			n++;
		}
		sp_query_reset(have);
	}
	sp_query_close(want);
	sp_query_close(have);
	sp_store_close(fresh);
	return n;
}

int
sp_store_check(struct sp_store *store, bool full,
    void (*told)(void *context, const char *finding), void *context,
    struct sp_error *err)
{
	int pages, keys, schema = 0;

	pages = tell_rows(store,
	    full ? "PRAGMA integrity_check" : "PRAGMA quick_check", told,
	    context, err);
	/* damage that keeps the check itself from running is a finding */
	if (pages < 0) {
		told(context, err->text);
		return 1;
	}
	if (pages > 0)
		return pages;
	keys = tell_rows(store,
	    "SELECT \"table\" || ' ' || rowid || ': ' || parent || ' is not "
	    "there' FROM pragma_foreign_key_check",
	    told, context, err);
	if (full && keys >= 0)
		schema = check_schema(store, told, context, err);
	return keys < 0 || schema < 0 ? -1 : keys + schema;
}

/* All pages of one store into a new file; checked and on the disk. */
static int
copy(struct sp_store *store, const char *temp, struct sp_error *err)
{
	struct sp_store *to = connect(temp, WRITER | SQLITE_OPEN_CREATE, err);
	sqlite3_backup *backup;
	int bad = -1;

	if (to == NULL)
		return -1;
	backup = sqlite3_backup_init(to->db, "main", store->db, "main");
	if (backup != NULL) {
		sqlite3_backup_step(backup, -1);
		bad = sqlite3_backup_finish(backup) != SQLITE_OK;
	}
	if (bad)
		fail(to, err);
	sp_store_close(to);
	return bad ? -1 : 0;
}

static int
copy_beside(struct sp_store *store, const char *name, struct sp_error *err)
{
	char *temp = sp_file_temp(name, err);
	int bad;

	if (temp == NULL)
		return -1;
	bad = copy(store, temp, err);
	if (bad)
		unlink(temp);
	else
		bad = sp_file_replace(temp, name, err);
	free(temp);
	return bad;
}

static void
first_finding(void *context, const char *finding)
{
	char *first = context;

	if (*first == '\0')
		snprintf(first, 200, "%.190s", finding);
}

/* A store that opens and in which nothing is found wrong. */
static int
sound(const char *path, struct sp_error *err)
{
	struct sp_store *store = sp_store_open(path, SP_READ, err);
	char finding[200] = "";
	int n;

	if (store == NULL)
		return -1;
	n = sp_store_check(store, true, first_finding, finding, err);
	sp_store_close(store);
	if (n > 0)
		return sp_fail(err, SP_TROUBLE, _("%s: is damaged: %s"), path,
		    finding);
	return n;
}

/* A copy over nothing, or over an earlier one. */
static int
may_replace(const char *path, const char *to, struct sp_error *err)
{
	struct stat status;
	struct head head;

	if (sp_file_same(path, to))
		return sp_fail(err, SP_INPUT,
		    _("%s: is the store itself; name another file"), to);
	if (stat(to, &status) != 0)
		return 0;
	if (!S_ISREG(status.st_mode))
		return sp_fail(err, SP_INPUT, _("%s: is no regular file"), to);
	if (read_head(to, &head, err) != 0) {
		return sp_fail(err, SP_REFUSED,
		    _("%s: is no store of sp, and stays as it is"), to);
	}
	return 0;
}

int
sp_store_backup(struct sp_store *store, const char *to, struct sp_error *err)
{
	char *temp;
	int bad;

	if (may_replace(store->path, to, err) != 0)
		return -1;
	temp = sp_file_temp(to, err);
	if (temp == NULL)
		return -1;
	bad = copy(store, temp, err) != 0 || sound(temp, err) != 0;
	if (!bad)
		bad = sp_file_replace(temp, to, err) != 0;
	else
		unlink(temp);
	free(temp);
	return bad ? -1 : 0;
}

int
sp_store_migrate(const char *path, int *from, struct sp_error *err)
{
	struct sp_store *store;
	struct head head;
	char *before;
	int bad;

	if (sp_file_local(path, err) != 0 || read_head(path, &head, err) != 0)
		return -1;
	*from = (int)head.version;
	if (head.version >= program_version())
		return check_version(path, &head, err);
	store = connect(path, WRITER, err);
	if (store == NULL)
		return -1;
	before = sp_format("%s.v%d", path, *from);
	bad = copy_beside(store, before, err) != 0 ||
	      run_steps(store, *from, err) != 0;
	free(before);
	sp_store_close(store);
	return bad ? -1 : 0;
}

/* Nobody else may write while the file changes place; a store too damaged to
 * lock has no writers. */
static struct sp_store *
lock_out(const char *path, struct sp_error *err)
{
	struct sp_error unheard;
	struct sp_store *store = sp_store_open(path, SP_WRITE, &unheard);

	if (store == NULL)
		return NULL;
	if (sqlite3_exec(store->db, "BEGIN EXCLUSIVE", NULL, NULL, NULL) ==
	    SQLITE_BUSY) {
		fail(store, err);
		sp_store_close(store);
		return NULL;
	}
	store->began = true;
	return store;
}

/* The old file, and a journal that may belong to it, get another name. */
static int
set_aside(const char *path, struct sp_error *err)
{
	char *old = sp_format("%s.oud", path);
	char *journal = sp_format("%s-journal", path);
	char *old_journal = sp_format("%s.oud-journal", path);
	struct stat status;
	int bad = 0;

	if (stat(path, &status) == 0)
		bad = sp_file_keep(path, old, err) != 0 ||
		      sp_file_move(journal, old_journal, err) != 0;
	free(old);
	free(journal);
	free(old_journal);
	return bad ? -1 : 0;
}

int
sp_store_restore(const char *path, const char *from, struct sp_error *err)
{
	struct sp_store *source = NULL, *locked = NULL;
	char *temp = NULL;
	int bad = -1;

	if (sp_file_same(path, from))
		return sp_fail(err, SP_INPUT,
		    _("%s: is the store itself; name a backup"), from);
	if (sound(from, err) != 0)
		return -1;
	source = sp_store_open(from, SP_READ, err);
	err->status = SP_DONE;
	locked = lock_out(path, err);
	if (source == NULL || (locked == NULL && err->status != SP_DONE) ||
	    sp_file_parents(path, err) != 0)
		goto out;
	temp = sp_file_temp(path, err);
	if (temp == NULL || copy(source, temp, err) != 0 ||
	    set_aside(path, err) != 0)
		goto out;
	bad = sp_file_replace(temp, path, err);
out:
	if (bad && temp != NULL)
		unlink(temp);
	free(temp);
	sp_store_close(locked);
	sp_store_close(source);
	return bad;
}
