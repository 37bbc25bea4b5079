/* head - whose file it is and of which version, before SQLite opens it */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "store/inside.h"
#include "store/schema.h"

enum { BYTES = 100 };

static int64_t
big_endian(const unsigned char *bytes, int n)
{
	int64_t number = 0;

	while (n-- > 0)
		number = number << 8 | *bytes++;
	return number;
}

/* The first bytes of a regular file; how many there are, or -1. A pipe or
 * device is not waited for. */
static ssize_t
read_bytes(const char *file, const char *path, unsigned char bytes[BYTES],
    struct sp_error *err)
{
	struct stat status;
	int fd = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	ssize_t got = -1;

	if (fd < 0 && errno == ENOENT)
		return sp_fail(err, SP_TROUBLE,
		    _("%s: there is no store; sp-add or sp-store init makes "
		      "one"),
		    path);
	if (fd < 0)
		return sp_fail(err, SP_TROUBLE, "%s: %s", path,
		    strerror(errno));
	if (fstat(fd, &status) == 0 && S_ISDIR(status.st_mode))
		sp_fail(err, SP_TROUBLE, _("%s: is a directory"), path);
	else if (!S_ISREG(status.st_mode))
		sp_fail(err, SP_TROUBLE, _("%s: is no regular file"), path);
	else if ((got = read(fd, bytes, BYTES)) < 0)
		sp_fail(err, SP_TROUBLE, "%s: %s", path, strerror(errno));
	close(fd);
	return got;
}

/* Offsets: the SQLite file format, section 1.3. */
int
sp_head_read(const char *file, const char *path, struct sp_head *head,
    struct sp_error *err)
{
	unsigned char bytes[BYTES] = { 0 };
	ssize_t got;

	*head = (struct sp_head){ 0 };
	got = read_bytes(file, path, bytes, err);
	if (got < 0)
		return -1;
	head->application = big_endian(bytes + 68, 4);
	head->version = big_endian(bytes + 60, 4);
	head->page = big_endian(bytes + 16, 2);
	head->page = head->page == 1 ? 65536 : head->page;
	head->free_pages = big_endian(bytes + 36, 4);
	head->sqlite =
	    got == BYTES && memcmp(bytes, "SQLite format 3", 16) == 0;
	if (head->sqlite && head->application == SP_APPLICATION)
		return 0;
	return sp_fail(err, SP_TROUBLE, _("%s: is no store of sp"), path);
}

int
sp_head_program(void)
{
	return sp_schema_steps[sp_schema_steps_n - 1].number;
}

int
sp_head_check(const char *path, const struct sp_head *head,
    struct sp_error *err)
{
	int program = sp_head_program();

	if (head->version < program)
		return sp_fail(err, SP_TROUBLE,
		    _("%s: is a store of version %lld, and this program needs "
		      "version %d; run: sp-store migrate -s %s"),
		    path, (long long)head->version, program, path);
	if (head->version > program)
		return sp_fail(err, SP_TROUBLE,
		    _("%s: is a store of version %lld, newer than this "
		      "program (%d)"),
		    path, (long long)head->version, program);
	return 0;
}
