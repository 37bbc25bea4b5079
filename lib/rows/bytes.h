/* bytes - what was read of a stream and not taken yet */
#ifndef SP_ROWS_BYTES_H
#define SP_ROWS_BYTES_H

#include <stdbool.h>
#include <stdio.h>

struct sp_bytes {
	FILE *stream; /* borrowed */
	char *s;
	size_t start, end, room; /* s[start..end) is left */
	size_t total;		 /* read so far */
	int failure;		 /* errno of a read that failed */
	bool ended, carriage;	 /* carriage: lines end in CR alone */
};

/* What is left; valid until the next sp_bytes_more or sp_bytes_line. */
const char *sp_bytes_left(const struct sp_bytes *bytes, size_t *length);

/* Reads another block behind it. false at the end, and when reading failed. */
bool sp_bytes_more(struct sp_bytes *bytes);

/* The first length bytes are done with. */
void sp_bytes_take(struct sp_bytes *bytes, size_t length);

/* Length of the line that begins `at` bytes on, with its end: LF, CR LF, or
 * CR alone; the last line may have none. 0 at the end of the input. Of a line
 * longer than limit only a part longer than limit. */
size_t sp_bytes_line(struct sp_bytes *bytes, size_t at, size_t limit);

#endif
