/* writer - rows to a stream, whatever the format */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "rows/format.h"

enum { BLOCK = 1 << 16 };

struct sp_writer {
	FILE *stream;
	struct sp_output output;
	void *state;
	struct sp_text text;
	int failure; /* errno of the first write that failed */
};

struct sp_writer *
sp_writer_open(FILE *stream, const struct sp_output *output)
{
	struct sp_writer *writer = sp_alloc(1, sizeof(*writer));

	writer->stream = stream;
	writer->output = *output;
	sp_text_clear(&writer->text);
	writer->state =
	    output->format->writer->open(&writer->text, &writer->output);
	return writer;
}

static void
send(struct sp_writer *writer)
{
	if (writer->failure == 0 &&
	    fwrite(writer->text.s, 1, writer->text.length, writer->stream) !=
		writer->text.length)
		writer->failure = errno;
	sp_text_clear(&writer->text);
}

static int
told(const struct sp_writer *writer, struct sp_error *err)
{
	if (writer->failure == 0)
		return 0;
	return sp_fail(err, SP_TROUBLE, _("writing failed: %s"),
	    strerror(writer->failure));
}

int
sp_write(struct sp_writer *writer, const struct sp_value *row,
    struct sp_error *err)
{
	writer->output.format->writer->row(writer->state, &writer->text, row);
	if (writer->text.length >= BLOCK)
		send(writer);
	return told(writer, err);
}

int
sp_writer_close(struct sp_writer *writer, struct sp_error *err)
{
	int bad;

	writer->output.format->writer->end(writer->state, &writer->text);
	send(writer);
	if (writer->failure == 0 && fflush(writer->stream) != 0)
		writer->failure = errno;
	bad = told(writer, err);
	sp_writer_drop(writer);
	return bad;
}

void
sp_writer_drop(struct sp_writer *writer)
{
	if (writer == NULL)
		return;
	writer->output.format->writer->close(writer->state);
	sp_text_free(&writer->text);
	free(writer);
}
