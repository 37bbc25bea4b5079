/* error - one failure: its exit status and a sentence for people */
#ifndef SP_ERROR_H
#define SP_ERROR_H

#include <libintl.h>

/* Marks a sentence for people; the catalogue is lib/po/nl.po. */
#define _(sentence) gettext(sentence)
/* Marks a sentence in a const table; the reader of the table calls _(). */
#define N_(sentence) sentence

enum sp_status {
	SP_DONE = 0,	/* all went well */
	SP_NOTHING = 1, /* nothing found */
	SP_INPUT = 2,	/* wrong usage or unreadable input */
	SP_REFUSED = 3, /* a rule says no */
	SP_TROUBLE = 4, /* the store or the machine failed */
};

/* Owned by the caller; text is one sentence without a final newline. */
struct sp_error {
	enum sp_status status;
	char text[1024];
};

/* Fills *err; a longer sentence is cut at a character. Always returns -1, so
 * that a failure is one statement: return sp_fail(err, SP_INPUT, ...). */
int sp_fail(struct sp_error *err, enum sp_status status, const char *format,
    ...) __attribute__((format(printf, 3, 4)));

/* Puts a place ("file:3: ") before the sentence in *err. Always returns -1. */
int sp_fail_at(struct sp_error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
