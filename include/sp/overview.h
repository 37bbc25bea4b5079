/* overview - a period's signals beside the period before, counted */
#ifndef SP_OVERVIEW_H
#define SP_OVERVIEW_H

#include "sp/mem.h"
#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

/* One line: how many signals there were of one key of one block, and how many
 * residents they came from; [0] in the period, [1] in the one before. */
struct sp_count {
	const char *blok; /* totaal, soort, domein, gebied, kanaal */
	char *sleutel;	  /* code or id, "" for none */
	char *naam;	  /* for people */
	int64_t signalen[2], bewoners[2];
};

/* Owned by the caller; sp_overview_free. */
struct sp_overview {
	char periode[2][24];	 /* 2026-10 and 2026-09 */
	struct sp_count *counts; /* in the order of blocks; within one the
				    most signals first, then by key */
	size_t n;
};

/* Counts the signals reported in a period (as sp_period_parse reads it) that
 * pass the filters. A signal of several domains counts in each; one that is a
 * duplicate of another does not count. Nothing of a
 * person is in it. lang is that of the names. -1: SP_INPUT. */
int sp_overview(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    const char *lang, struct sp_overview *overview, struct sp_error *err);
void sp_overview_free(struct sp_overview *overview);

/* Rows for programs: periode, blok, sleutel, deel, aantal; deel is signalen
 * or bewoners. 4 rows a count; i from 0 to 4 * n - 1. */
extern const struct sp_column sp_overview_rows[5];
void sp_overview_row(const struct sp_overview *overview, size_t i,
    struct sp_value row[5]);
/* Rows for people: periode (which a table on a terminal leaves out), blok,
 * naam, this period, the one before, residents, the same before. */
extern const struct sp_column sp_overview_lines[7];
void sp_overview_line(const struct sp_overview *overview, size_t i,
    const char *lang, struct sp_value row[7]);
/* A block by its name in the language. */
const char *sp_overview_block(const char *blok, const char *lang);

/* Appends one JSON document, schema sp-overzicht/1. */
void sp_overview_json(struct sp_text *out, const struct sp_overview *overview);
/* Appends a page with a table a block and bars in it, which says by which
 * pairs it was filtered; of fields whose care is not open only that it was. */
void sp_overview_html(struct sp_text *out, const struct sp_overview *overview,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session);

#endif
