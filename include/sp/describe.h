/* describe - what a kind's records hold, as rows and as documents */
#ifndef SP_DESCRIBE_H
#define SP_DESCRIBE_H

#include "sp/kinds.h"
#include "sp/mem.h"

/* The columns of the rows that describe a kind's columns. */
extern const struct sp_column sp_describe_columns[];
extern const size_t sp_describe_columns_n;
/* Column i of a kind as such a row. Texts live in room until it is used
 * again. */
void sp_describe_row(const struct sp_kind *kind, size_t i, const char *lang,
    struct sp_text *room, struct sp_value *row);

/* Appends the line that starts a spreadsheet: the names of the columns that
 * people fill in, comma between. */
void sp_describe_header(struct sp_text *out, const struct sp_kind *kind,
    const char *lang);
/* Appends a JSON Schema (draft 2020-12) of one record as sp writes it. */
void sp_describe_schema(struct sp_text *out, const struct sp_kind *kind,
    const char *lang);
/* Appends the kind's section of sp-formats(5), in mdoc. */
void sp_describe_manual(struct sp_text *out, const struct sp_kind *kind);

#endif
