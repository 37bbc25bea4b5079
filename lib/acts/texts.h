/* texts - standard texts and plain words, for who writes to residents */
#ifndef SP_ACTS_TEXTS_H
#define SP_ACTS_TEXTS_H

#include "records/references.h"
#include "sp/kinds.h"
#include "sp/mem.h"
#include "sp/store.h"

/* Whether every {{field}} of a standard text can be filled: those are listed
 * in one table, none of them what residents said. -1 and SP_INPUT: a field
 * that is not there, with those that are, or {{ that is not closed. lang is
 * that of the names in the sentence. */
int sp_texts_check(const char *text, const char *lang, struct sp_error *err);

/* Appends the text filled from a signal: row[kind->n] as stored, said for
 * {{tekst}} (or NULL). Codes, domains and days are in the text's language:
 * English when that is "en", else Dutch. -1: as sp_texts_check, and
 * SP_REFUSED with what is not filled. */
int sp_texts_fill(struct sp_text *out, const char *text, const char *language,
    struct sp_store *store, const struct sp_value *row, const char *said,
    struct sp_error *err);

/* Appends a line for each hard word that was found, once, and for each long
 * sentence. Hard words are looked for in Dutch ("nl") only: the town's own
 * (codes of the list moeilijk) before those of the program. */
int sp_texts_warn(struct sp_store *store, const char *text,
    const char *language, struct sp_text *lines, struct sp_error *err);

#endif
