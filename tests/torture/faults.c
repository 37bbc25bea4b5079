/* faults - preloaded into a tool: at the n-th call that changes a file the
 * machine fails, as the environment says
 *
 * FAULTS_AT=N FAULTS_MODE=kill   ends the process as kill -9 would
 *             FAULTS_MODE=cut    the same, and what was not yet synced is on
 *                                the disk, or is not, or is garbage, sector by
 *                                sector; FAULTS_SEED says which
 *             FAULTS_MODE=errno  the call fails with FAULTS_ERRNO, and with
 *                                FAULTS_STICKY so do all after it
 *             FAULTS_MODE=memory the n-th allocation fails
 * FAULTS_EXIT=1  ends it so after its last call instead
 * FAULTS_DRIVE=N what lies on the disk lies on a drive of that magic number
 * FAULTS_CHANCE=1 no random numbers can be had
 * FAULTS_HURRY=1 a wait for a lock is over at once
 * FAULTS_LIE=1   syncing does nothing: the control, which must lose rows */
#define _GNU_SOURCE
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SECTOR = 512 };

/* A write or truncation that is not on the disk yet, newest first. */
struct change {
	struct change *older;
	dev_t dev;
	ino_t ino;
	int fd;
	off_t at, old_size;
	size_t n;
	unsigned char *old; /* what stood there */
	bool whole; /* done or not: file systems shorten no file by halves */
};

static struct change *changes;
static long calls;
static unsigned long long state;

static long
number(const char *name)
{
	const char *text = getenv(name);

	return text == NULL ? 0 : atol(text);
}

static bool
mode(const char *wanted)
{
	const char *text = getenv("FAULTS_MODE");

	return text != NULL && strcmp(text, wanted) == 0;
}

/* Vigna 2015, splitmix64. */
static unsigned
chance(unsigned of)
{
	unsigned long long z = state += 0x9e3779b97f4a7c15ULL;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9ULL;
	z = (z ^ z >> 27) * 0x94d049bb133111ebULL;
	return (unsigned)((z ^ z >> 31) % of);
}

static void
put(int fd, const void *bytes, size_t n, off_t at)
{
	if (syscall(SYS_pwrite64, fd, bytes, n, at) < 0)
		_exit(99);
}

static void
resize(int fd, off_t size)
{
	if (syscall(SYS_ftruncate, fd, size) != 0)
		_exit(99);
}

/* Remembers what a call is about to change. */
static void
remember(int fd, off_t at, off_t end, bool whole)
{
	struct stat status;
	struct change *change;

	if (!mode("cut") || fstat(fd, &status) != 0 || !S_ISREG(status.st_mode))
		return;
	if (end > status.st_size)
		end = status.st_size;
	change = calloc(1, sizeof(*change));
	*change = (struct change){ .older = changes,
		.dev = status.st_dev,
		.ino = status.st_ino,
		.fd = dup(fd),
		.at = at,
		.old_size = status.st_size,
		.n = end > at ? (size_t)(end - at) : 0,
		.whole = whole };
	change->old = malloc(change->n + 1);
	if (pread(fd, change->old, change->n, at) != (ssize_t)change->n)
		_exit(99);
	changes = change;
}

/* What is synced can not be undone. The descriptor stays open: closing it
 * would drop the locks on the file. */
static void
forget(int fd)
{
	struct change **next = &changes;
	struct stat status;

	if (number("FAULTS_LIE") || fstat(fd, &status) != 0)
		return;
	while (*next != NULL) {
		struct change *change = *next;
		if (change->dev != status.st_dev ||
		    change->ino != status.st_ino) {
			next = &change->older;
			continue;
		}
		*next = change->older;
		free(change->old);
		free(change);
	}
}

static void
undo(const struct change *change)
{
	unsigned char noise[SECTOR];

	if (change->whole) {
		if (chance(2))
			put(change->fd, change->old, change->n, change->at);
		return;
	}
	for (size_t done = 0; done < change->n; done += SECTOR) {
		size_t n =
		    change->n - done < SECTOR ? change->n - done : SECTOR;
		unsigned what = chance(8);
		for (size_t i = 0; i < n; i++)
			noise[i] = (unsigned char)chance(256);
		if (what < 4)
			put(change->fd, change->old + done, n,
			    change->at + (off_t)done);
		else if (what == 4)
			put(change->fd, noise, n, change->at + (off_t)done);
	}
	if (chance(2))
		resize(change->fd, change->old_size);
}

static _Noreturn void
end(void)
{
	state = (unsigned long long)(number("FAULTS_SEED") * 1000003 + calls);
	for (struct change *c = changes; c != NULL; c = c->older)
		undo(c);
	raise(SIGKILL);
	_exit(99);
}

/* Counts a call; true when it must fail. */
static bool
fails(void)
{
	long at = number("FAULTS_AT");

	if (at == 0 || mode("memory") || ++calls < at)
		return false;
	if (!mode("errno"))
		end();
	errno = (int)number("FAULTS_ERRNO");
	return calls == at || number("FAULTS_STICKY");
}

/* After the last call of all. */
__attribute__((destructor)) static void
at_exit(void)
{
	if (number("FAULTS_EXIT"))
		end();
}

ssize_t
pwrite64(int fd, const void *bytes, size_t n, off_t at)
{
	if (fails())
		return -1;
	remember(fd, at, at + (off_t)n, false);
	return syscall(SYS_pwrite64, fd, bytes, n, at);
}

int
ftruncate64(int fd, off_t size)
{
	struct stat status;

	if (fails())
		return -1;
	if (fstat(fd, &status) == 0)
		remember(fd, size, status.st_size, true);
	return (int)syscall(SYS_ftruncate, fd, size);
}

int
fdatasync(int fd)
{
	if (fails())
		return -1;
	forget(fd);
	return 0;
}

int
fsync(int fd)
{
	return fdatasync(fd);
}

int
unlink(const char *path)
{
	return fails() ? -1 : (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
}

int
link(const char *from, const char *to)
{
	return fails()
		   ? -1
		   : (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}

int
rename(const char *from, const char *to)
{
	return fails() ? -1
		       : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD,
			     to, 0);
}

int
statfs64(const char *path, struct statfs64 *fs)
{
	int got = (int)syscall(SYS_statfs, path, fs);

	if (number("FAULTS_DRIVE") != 0)
		fs->f_type = number("FAULTS_DRIVE");
	return got;
}

int
statfs(const char *path, struct statfs *fs)
{
	return statfs64(path, (struct statfs64 *)fs);
}

int sqlite3_sleep(int milliseconds);

/* Says that it slept the half minute that is waited for at most. */
int
sqlite3_sleep(int milliseconds)
{
	if (number("FAULTS_HURRY"))
		return 30000;
	usleep((useconds_t)milliseconds * 1000);
	return milliseconds;
}

/* Its own prototype wants a header that takes the name. */
ssize_t getrandom(void *buffer, size_t n, unsigned flags);

ssize_t
getrandom(void *buffer, size_t n, unsigned flags)
{
	if (number("FAULTS_CHANCE") == 0)
		return syscall(SYS_getrandom, buffer, n, flags);
	errno = ENOSYS;
	return -1;
}

#ifdef FAULTS_MEMORY
void *__libc_malloc(size_t n);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *old, size_t n);

static bool
no_memory(void)
{
	static long allocations, at = -1;
	static bool asking;

	if (asking)
		return false;
	if (at < 0) {
		asking = true;
		at = mode("memory") ? number("FAULTS_AT") : 0;
		asking = false;
	}
	if (at == 0 || ++allocations != at)
		return false;
	errno = ENOMEM;
	return true;
}

void *
malloc(size_t n)
{
	return no_memory() ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return no_memory() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *old, size_t n)
{
	return no_memory() ? NULL : __libc_realloc(old, n);
}
#endif
