/* template - a standard text with {{fields}} that must all be filled
 *
 * A field is {{name}}: ASCII letters, digits and _, at most 64 of them, with
 * blanks around the name allowed. Everything else is text, a lone brace or }}
 * too; there is no way to write {{ as text. A value is put in as it is: what
 * looks like a field in a value stays text. */
#ifndef SP_TEMPLATE_H
#define SP_TEMPLATE_H

#include <stddef.h>

#include "sp/error.h"
#include "sp/mem.h"

/* Calls each field in order, the same one as often as it stands there; name
 * points into text and is not NUL-terminated. Returns how many there are, or
 * -1 with SP_INPUT and the line (from 1) where {{ is not closed by }} or holds
 * no name. The fields before that line have then been called. */
int sp_template_fields(const char *text,
    void (*field)(void *context, const char *name, size_t length),
    void *context, struct sp_error *err);

/* Appends the text with its fields filled. value answers the value of a field,
 * borrowed until it is called again; NULL and "" both mean not filled. Returns
 * 0; or -1 with SP_INPUT as above, or with SP_REFUSED and the names of all
 * fields that are not filled, each once; out is then as it was. No value and
 * no other part of the text gets into the sentence. */
int sp_template_fill(struct sp_text *out, const char *text,
    const char *(*value)(void *context, const char *name, size_t length),
    void *context, struct sp_error *err);

#endif
