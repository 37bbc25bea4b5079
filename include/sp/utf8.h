/* utf8 - what is text, how wide it is, and how it is made safe to show */
#ifndef SP_UTF8_H
#define SP_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sp/mem.h"

/* Whether the bytes are UTF-8 (RFC 3629: no surrogates, no overlong forms,
 * at most U+10FFFF) without NUL. */
bool sp_utf8_valid(const char *s, size_t length);

/* Whether all bytes are ASCII and none is NUL. */
bool sp_utf8_ascii(const char *s, size_t length);

/* Decodes one character of valid UTF-8, NUL-terminated, and moves *s past it;
 * 0 at the end. */
uint32_t sp_utf8_next(const char **s);

/* Appends one character. */
void sp_utf8_put(struct sp_text *out, uint32_t character);

/* Windows-1252 to UTF-8. false when a byte has no meaning there (81 8D 8F 90
 * 9D) or is NUL; out is then undefined. */
bool sp_utf8_from_1252(struct sp_text *out, const char *s, size_t length);

/* Columns on a terminal: combining marks 0, East Asian wide and emoji 2.
 * Source: Unicode 14.0. */
size_t sp_utf8_width(const char *s);

/* Appends the text with control characters (C0, DEL, C1), bidirectional and
 * zero-width ones written visibly as \xNN or \uNNNN, so that stored text can
 * not steer a terminal. newline and tab too become \n and \t. */
void sp_utf8_visible(struct sp_text *out, const char *s);
/* The next line of a text in that form, which the caller frees; *at moves past
 * its newline, and is NULL after the last. NULL when *at is. */
char *sp_utf8_visible_line(const char **at);

/* The whole text in that form, but a newline stays one, and indent blanks begin
 * the next line. */
void sp_utf8_visible_lines(struct sp_text *out, const char *s, size_t indent);
/* The same from the margin on, indent blanks before the first too, ending in a
 * newline; NULL: nothing. */
void sp_utf8_visible_block(struct sp_text *out, size_t indent, const char *s);

/* Appends a form for comparing: small letters, Latin accents taken off. */
void sp_utf8_fold(struct sp_text *out, const char *s);

/* How many bytes of s fit in at most limit bytes without cutting a
 * character. */
size_t sp_utf8_fit(const char *s, size_t limit);

#endif
