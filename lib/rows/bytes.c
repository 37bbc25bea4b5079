/* bytes - a stream in blocks, so that a row lies in one piece */
#include "rows/bytes.h"

#include <errno.h>
#include <string.h>

#include "sp/mem.h"

enum { BLOCK = 1 << 16 };

const char *
sp_bytes_left(const struct sp_bytes *bytes, size_t *length)
{
	*length = bytes->end - bytes->start;
	return bytes->s + bytes->start;
}

/* Room for a block: what is left moves to the front. */
static void
make_room(struct sp_bytes *bytes)
{
	size_t left = bytes->end - bytes->start;

	if (bytes->room - bytes->end >= BLOCK)
		return;
	if (bytes->start > 0)
		memmove(bytes->s, bytes->s + bytes->start, left);
	bytes->start = 0;
	bytes->end = left;
	if (bytes->room - left >= BLOCK)
		return;
	bytes->room = 2 * bytes->room + BLOCK;
	bytes->s = sp_grow(bytes->s, bytes->room, 1);
}

bool
sp_bytes_more(struct sp_bytes *bytes)
{
	size_t n;

	if (bytes->ended)
		return false;
	make_room(bytes);
	n = fread(bytes->s + bytes->end, 1, BLOCK, bytes->stream);
	if (n < BLOCK) {
		bytes->ended = true;
		if (ferror(bytes->stream))
			bytes->failure = errno;
	}
	bytes->end += n;
	bytes->total += n;
	return n > 0;
}

void
sp_bytes_take(struct sp_bytes *bytes, size_t length)
{
	bytes->start += length;
}

/* The first CR or LF, or NULL. The usual one is sought first, so that the
 * other is sought in one line and not in all that is left. */
static const char *
find_end(const struct sp_bytes *bytes, const char *s, size_t length)
{
	char usual = bytes->carriage ? '\r' : '\n';
	const char *end = memchr(s, usual, length), *other;

	if (end != NULL)
		length = (size_t)(end - s);
	other = memchr(s, usual == '\r' ? '\n' : '\r', length);
	return other != NULL ? other : end;
}

size_t
sp_bytes_line(struct sp_bytes *bytes, size_t at, size_t limit)
{
	size_t length, looked = at;
	const char *s = sp_bytes_left(bytes, &length), *end;

	for (;;) {
		end = find_end(bytes, s + looked, length - looked);
		/* an LF may follow a CR */
		if (end != NULL && (*end == '\n' || end + 1 < s + length))
			break;
		looked = end == NULL ? length : (size_t)(end - s);
		if (looked - at > limit || !sp_bytes_more(bytes))
			return length - at;
		s = sp_bytes_left(bytes, &length);
	}
	bytes->carriage = *end == '\r' && end[1] != '\n';
	return (size_t)(end - s) + 1 - at + (*end == '\r' && !bytes->carriage);
}
