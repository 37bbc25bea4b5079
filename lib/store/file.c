/* file - where a store may lie, and files that appear whole or not at all */
#include <sys/stat.h>
#include <sys/vfs.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sp/mem.h"
#include "store/file.h"

/* From linux/magic.h, as far as that knows them. */
static const struct {
	unsigned long magic;
	const char *name;
} network[] = {
	{ 0x6969, "nfs" },
	{ 0x517B, "smb" },
	{ 0xFF534D42, "cifs" },
	{ 0xFE534D42, "smb2" },
	{ 0x65735546, "fuse" },
	{ 0x01021997, "9p" },
	{ 0x5346414F, "afs" },
	{ 0x6B414653, "afs" },
	{ 0x73757245, "coda" },
	{ 0x00C36400, "ceph" },
	{ 0x7461636F, "ocfs2" },
	{ 0x0BD00BD0, "lustre" },
	{ 0x47504653, "gpfs" },
	{ 0x01161970, "gfs2" },
	{ 0x786F4256, "vboxsf" },
	{ 0x564C, "ncp" },
};

static int
fail_errno(struct sp_error *err, const char *path)
{
	return sp_fail(err, SP_TROUBLE, "%s: %s", path, strerror(errno));
}

/* "a/b" gives "a", "b" gives ".", "/b" gives "/". */
static char *
directory(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return sp_strdup(".");
	return sp_strndup(path, slash == path ? 1 : (size_t)(slash - path));
}

int
sp_file_local(const char *path, struct sp_error *err)
{
	char *above = directory(path);
	struct statfs fs;
	int got = statfs(path, &fs);
	size_t i;

	if (got == -1)
		got = statfs(above, &fs);
	free(above);
	for (i = 0; got == 0 && i < sizeof network / sizeof *network; i++) {
		if (((unsigned long)fs.f_type & 0xFFFFFFFF) != network[i].magic)
			continue;
		return sp_fail(err, SP_TROUBLE,
		    _("%s: lies on a network drive (%s), where locks can not "
		      "be trusted; put the store on a disk of this machine"),
		    path, network[i].name);
	}
	return 0;
}

int
sp_file_parents(const char *path, struct sp_error *err)
{
	char *above = directory(path);
	struct stat st;
	int rc = 0;

	if (stat(above, &st) == -1 && errno == ENOENT) {
		rc = sp_file_parents(above, err);
		if (rc == 0 && mkdir(above, 0700) == -1 && errno != EEXIST)
			rc = fail_errno(err, above);
	}
	free(above);
	return rc;
}

char *
sp_file_temp(const char *path, struct sp_error *err)
{
	char *name = sp_format("%s.XXXXXX", path);
	int fd = mkstemp(name);

	if (fd != -1) {
		(void)close(fd);
		return name;
	}
	(void)fail_errno(err, path);
	free(name);
	return NULL;
}

char *
sp_file_behind(const char *path, struct sp_error *err)
{
	struct stat st;
	char *real;

	if (lstat(path, &st) != 0 || !S_ISLNK(st.st_mode))
		return sp_strdup(path);
	real = realpath(path, NULL);
	if (real == NULL && errno == ENOENT)
		sp_fail(err, SP_TROUBLE,
		    _("%s: is a symbolic link to a file that is not there"),
		    path);
	else if (real == NULL)
		(void)fail_errno(err, path);
	return real;
}

bool
sp_file_same(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

static int
sync_path(const char *path, struct sp_error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int rc = 0;

	if (fd == -1)
		return fail_errno(err, path);
	if (fsync(fd) == -1 && errno != EINVAL)
		rc = fail_errno(err, path);
	(void)close(fd);
	return rc;
}

int
sp_file_sync(const char *path, struct sp_error *err)
{
	return sync_path(path, err);
}

int
sp_file_sync_directory(const char *path, struct sp_error *err)
{
	char *above = directory(path);
	int rc = sync_path(above, err);

	free(above);
	return rc;
}

int
sp_file_publish(const char *temp, const char *path, struct sp_error *err)
{
	struct stat st;
	int rc = 1;

	if (sp_file_sync(temp, err) == -1)
		rc = -1;
	else if (link(temp, path) == 0)
		rc = sp_file_sync_directory(path, err) == -1 ? -1 : 1;
	else if (errno == EEXIST)
		rc = 0;
	else if (lstat(path, &st) == 0)
		rc = 0;
	else
		/* A drive without links, such as a memory stick. */
		return sp_file_replace(temp, path, err) == -1 ? -1 : 1;
	(void)unlink(temp);
	return rc;
}

int
sp_file_replace(const char *temp, const char *path, struct sp_error *err)
{
	int rc = sp_file_sync(temp, err);

	if (rc == 0 && rename(temp, path) == -1)
		rc = fail_errno(err, path);
	if (rc == -1)
		(void)unlink(temp);
	else
		rc = sp_file_sync_directory(path, err);
	return rc;
}

int
sp_file_keep(const char *path, const char *name, struct sp_error *err)
{
	(void)unlink(name);
	if (link(path, name) == 0)
		return 0;
	/* A drive without links: for a moment path is not there. */
	if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS)
		return sp_file_move(path, name, err);
	return fail_errno(err, name);
}

int
sp_file_move(const char *from, const char *to, struct sp_error *err)
{
	if (rename(from, to) == 0 || errno == ENOENT)
		return 0;
	return fail_errno(err, from);
}
