/* references - from what people type to the record or code that is meant */
#ifndef SP_RECORDS_REFERENCES_H
#define SP_RECORDS_REFERENCES_H

#include "sp/kinds.h"
#include "sp/store.h"

/* Remembers what was asked before, so that a million rows ask each name
 * once. Borrows store; lang is that of column names in messages. */
struct sp_references;
struct sp_references *sp_references_open(struct sp_store *store,
    const char *lang);
void sp_references_close(struct sp_references *references);

/* The record of a kind that text means: an id, the natural key, or a name
 * that is unique (exact, else folded). -1: none (SP_NOTHING), or several with
 * the candidates' ids (SP_INPUT). The text stands in the sentence only when the
 * kind's label is open. */
int sp_reference_find(struct sp_references *references,
    const struct sp_kind *kind, const char *text, int64_t *id,
    struct sp_error *err);

/* Turns the open codes, references and links of a row, as the door left
 * them, into what is stored: codes in Dutch, ids, `persoon:2`, lists of
 * these. Texts are valid until the next call. -1 and "field: what". */
int sp_references_resolve(struct sp_references *references,
    const struct sp_kind *kind, struct sp_value *row, struct sp_error *err);
/* The same for one value; the text is valid until the next call. */
int sp_reference_value(struct sp_references *references,
    const struct sp_column *column, struct sp_value *value,
    struct sp_error *err);

/* What was just stored may be what an earlier question did not find. */
void sp_references_forget(struct sp_references *references);

/* What to call a record to people: its label if no other bears it, else
 * `label (id)`; NULL if there is no such record. Valid until close. */
const char *sp_reference_label(struct sp_references *references,
    const struct sp_kind *kind, int64_t id);

/* The same for the cell of a column: labels of a reference, link or list of
 * references, the name of an open code in lang; other columns are left as
 * they are. room holds a new list until it is used again. */
void sp_reference_name(struct sp_references *references,
    const struct sp_column *column, struct sp_text *room,
    struct sp_value *value);

#endif
