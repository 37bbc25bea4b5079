/* json - pieces of JSON text for documents */
#ifndef SP_JSON_H
#define SP_JSON_H

#include "sp/mem.h"
#include "sp/table.h"

/* Appends a quoted string. Source: RFC 8259, section 7. */
void sp_json_string(struct sp_text *out, const char *text);

/* Appends the value of a column: numbers for integers and references, strings
 * for amounts, true and false, arrays for lists, null. */
void sp_json_value(struct sp_text *out, const struct sp_column *column,
    const struct sp_value *value, const char *lang);

#endif
