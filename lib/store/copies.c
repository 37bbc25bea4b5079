/* copies - backup, migration and restore: a file changes place only when the
 * one that comes was checked and the one that goes is kept */
#include <sys/stat.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sp/mem.h"
#include "store/file.h"
#include "store/inside.h"

static void
first_finding(void *context, const char *finding)
{
	char *first = context;

	if (*first == '\0')
		snprintf(first, 200, "%.190s", finding);
}

/* Whether nothing is found wrong in a file of the program's version. */
static int
sound(const char *file, const char *path, struct sp_error *err)
{
	char finding[200] = "";
	struct sp_store *store;
	struct sp_head head;
	int n;

	if (sp_head_read(file, path, &head, err) != 0 ||
	    sp_head_check(path, &head, err) != 0)
		return -1;
	store = sp_store_connect(file, path, SP_CONNECT_READ, err);
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
	struct sp_head head;

	if (sp_file_same(path, to))
		return sp_fail(err, SP_INPUT,
		    _("%s: is the store itself; name another file"), to);
	if (stat(to, &status) != 0)
		return 0;
	if (!S_ISREG(status.st_mode))
		return sp_fail(err, SP_INPUT, _("%s: is no regular file"), to);
	if (sp_head_read(to, to, &head, err) != 0)
		return sp_fail(err, SP_REFUSED,
		    _("%s: is no store of sp, and stays as it is"), to);
	return 0;
}

/* A checked copy of a store, beside `to` until it takes that name. */
static int
copy_to(struct sp_store *store, const char *to, bool check,
    struct sp_error *err)
{
	char *temp = sp_file_temp(to, err);
	int bad;

	if (temp == NULL)
		return -1;
	bad = sp_store_copy(store, temp, to, err) != 0 ||
	      (check && sound(temp, sp_store_path(store), err) != 0);
	if (bad)
		(void)unlink(temp);
	else
		bad = sp_file_replace(temp, to, err) != 0;
	free(temp);
	return bad ? -1 : 0;
}

int
sp_store_backup(struct sp_store *store, const char *to, struct sp_error *err)
{
	char *file = sp_file_behind(to, err);
	int bad;

	if (file == NULL)
		return -1;
	bad = may_replace(sp_store_path(store), file, err) != 0 ||
	      copy_to(store, file, true, err) != 0;
	free(file);
	return bad ? -1 : 0;
}

static int
migrate(const char *file, const char *path, int *from, char **kept,
    struct sp_error *err)
{
	struct sp_store *store;
	struct sp_head head;
	int bad;

	if (sp_file_local(file, err) != 0 ||
	    sp_head_read(file, path, &head, err) != 0)
		return -1;
	*from = (int)head.version;
	if (head.version >= sp_head_program())
		return sp_head_check(path, &head, err);
	store = sp_store_connect(file, path, SP_CONNECT_WRITE, err);
	if (store == NULL)
		return -1;
	*kept = sp_format("%s.v%d", path, *from);
	bad = copy_to(store, *kept, false, err) != 0 ||
	      sp_store_steps(store, *from, err) != 0;
	sp_store_close(store);
	return bad ? -1 : 0;
}

int
sp_store_migrate(const char *path, int *from, char **kept, struct sp_error *err)
{
	char *file = sp_file_behind(path, err);
	int bad;

	*kept = NULL;
	if (file == NULL)
		return -1;
	bad = migrate(file, path, from, kept, err);
	free(file);
	if (bad) {
		free(*kept);
		*kept = NULL;
	}
	return bad;
}

/* What is there now may go if it can be kept, beside what was kept before. */
static int
may_set_aside(const char *file, const char *old, struct sp_error *err)
{
	struct sp_error unheard;
	struct stat status;
	struct sp_head head;

	if (lstat(file, &status) != 0)
		return errno == ENOENT ? 0
				       : sp_fail(err, SP_TROUBLE, "%s: %s",
					     file, strerror(errno));
	if (!S_ISREG(status.st_mode))
		return sp_fail(err, SP_INPUT, _("%s: is no regular file"),
		    file);
	if (sp_head_read(file, file, &head, &unheard) != 0)
		return sp_fail(err, SP_REFUSED,
		    _("%s: is no store of sp; move it away to restore here"),
		    file);
	if (lstat(old, &status) == 0)
		return sp_fail(err, SP_REFUSED,
		    _("%s: is still there from an earlier restore; move or "
		      "remove it first"),
		    old);
	return 0;
}

/* Nobody may write while the file changes place; one too damaged to be
 * locked has no writers. NULL and err->status SP_DONE: nothing to lock. */
static struct sp_store *
lock_out(const char *file, struct sp_error *err)
{
	struct sp_error unheard;
	struct sp_head head;
	struct sp_store *store = NULL;

	err->status = SP_DONE;
	if (sp_head_read(file, file, &head, &unheard) == 0)
		store =
		    sp_store_connect(file, file, SP_CONNECT_WRITE, &unheard);
	if (store == NULL || sp_store_lock(store, err) >= 0)
		return store;
	sp_store_close(store);
	return NULL;
}

/* The old file gets another name, and so does a journal that belongs to it. */
static int
set_aside(const char *file, const char *old, struct sp_error *err)
{
	char *journal = sp_format("%s-journal", file);
	char *old_journal = sp_format("%s-journal", old);
	struct stat status;
	int bad = 0;

	if (stat(file, &status) == 0)
		bad = sp_file_keep(file, old, err);
	if (stat(journal, &status) == 0 && status.st_size == 0)
		(void)unlink(journal);
	else if (!bad)
		bad = sp_file_move(journal, old_journal, err);
	free(journal);
	free(old_journal);
	return bad;
}

static int
restore(const char *file, const char *from, const char *old,
    struct sp_error *err)
{
	struct sp_store *source =
	    sp_store_connect(from, from, SP_CONNECT_READ, err);
	struct sp_store *locked = source == NULL ? NULL : lock_out(file, err);
	char *temp = NULL;
	int bad = -1;

	if (source == NULL || (locked == NULL && err->status != SP_DONE) ||
	    sp_file_parents(file, err) != 0)
		goto out;
	temp = sp_file_temp(file, err);
	if (temp == NULL || sp_store_copy(source, temp, file, err) != 0 ||
	    set_aside(file, old, err) != 0)
		goto out;
	bad = sp_file_replace(temp, file, err);
out:
	if (bad && temp != NULL)
		(void)unlink(temp);
	free(temp);
	sp_store_close(locked);
	sp_store_close(source);
	return bad;
}

int
sp_store_restore(const char *path, const char *from, char **kept,
    struct sp_error *err)
{
	char *file = sp_file_behind(path, err);
	struct stat status;
	int bad = -1;

	*kept = NULL;
	if (file == NULL)
		return -1;
	*kept = sp_format("%s.oud", file);
	if (sp_file_same(file, from))
		sp_fail(err, SP_INPUT,
		    _("%s: is the store itself; name a backup"), from);
	else if (sp_file_local(file, err) == 0 &&
		 may_set_aside(file, *kept, err) == 0 &&
		 sound(from, from, err) == 0)
		bad = restore(file, from, *kept, err);
	if (bad || stat(*kept, &status) != 0) {
		free(*kept);
		*kept = NULL;
	}
	free(file);
	return bad;
}
