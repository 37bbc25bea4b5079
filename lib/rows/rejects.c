/* rejects - rows that were refused, kept to be mended and read again */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "sp/rows.h"

struct sp_rejects {
	FILE *stream;
	struct sp_text head, text;
	bool begun;
};

struct sp_rejects *
sp_rejects_open(FILE *stream)
{
	struct sp_rejects *rejects = sp_alloc(1, sizeof(*rejects));

	rejects->stream = stream;
	return rejects;
}

static int
put(struct sp_rejects *rejects, const struct sp_text *text,
    struct sp_error *err)
{
	if (fwrite(text->s, 1, text->length, rejects->stream) == text->length)
		return 0;
	return sp_fail(err, SP_TROUBLE, _("writing failed: %s"),
	    strerror(errno));
}

/* One file has one header. */
static int
put_head(struct sp_rejects *rejects, const struct sp_reader *reader,
    struct sp_error *err)
{
	sp_text_clear(&rejects->text);
	sp_reader_reject_head(reader, &rejects->text);
	if (!rejects->begun) {
		rejects->begun = true;
		sp_text_addn(&rejects->head, rejects->text.s,
		    rejects->text.length);
		return put(rejects, &rejects->head, err);
	}
	if (strcmp(rejects->head.s, rejects->text.s) == 0)
		return 0;
	return sp_fail(err, SP_INPUT,
	    _("rejected rows of other columns don't go into one file; read "
	      "these files one by one"));
}

int
sp_rejects_add(struct sp_rejects *rejects, const struct sp_reader *reader,
    const char *why, struct sp_error *err)
{
	if (put_head(rejects, reader, err) != 0)
		return -1;
	sp_text_clear(&rejects->text);
	sp_reader_reject(reader, why, &rejects->text);
	return put(rejects, &rejects->text, err);
}

int
sp_rejects_close(struct sp_rejects *rejects, struct sp_error *err)
{
	int bad = 0;

	if (rejects == NULL)
		return 0;
	if (fflush(rejects->stream) != 0)
		bad = sp_fail(err, SP_TROUBLE, _("writing failed: %s"),
		    strerror(errno));
	sp_text_free(&rejects->head);
	sp_text_free(&rejects->text);
	free(rejects);
	return bad;
}
