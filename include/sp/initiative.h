/* initiative - what residents do themselves, on cards and on a map */
#ifndef SP_INITIATIVE_H
#define SP_INITIATIVE_H

#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

/* What a card says; who leads it is a person, and stays inside. */
enum sp_initiative_column {
	SP_INITIATIVE_ID,
	SP_INITIATIVE_NAME,
	SP_INITIATIVE_DESCRIPTION,
	SP_INITIATIVE_TYPE,
	SP_INITIATIVE_DOMAINS,
	SP_INITIATIVE_GROUPS,
	SP_INITIATIVE_AREAS,
	SP_INITIATIVE_OPEN,
	SP_INITIATIVE_PLACE,
	SP_INITIATIVE_PHASE,
	SP_INITIATIVE_SINCE,
	SP_INITIATIVE_COLUMNS,
};

/* A column of the kind. */
const struct sp_column *sp_initiative_column(enum sp_initiative_column which);

/* The initiatives that pass every pair, as sp_list_open; without one of the
 * phase those that stopped are left out. names is the language of labels
 * instead of ids and codes, or NULL. NULL: *err. The caller closes it before
 * the store. */
struct sp_initiatives;
struct sp_initiatives *sp_initiatives_open(struct sp_store *store,
    const struct sp_pair *pairs, size_t n, const char *names,
    const struct sp_session *session, struct sp_error *err);
/* The next as a row: 1, 0 the end, -1 *err. Texts are valid until the next
 * call. */
int sp_initiatives_next(struct sp_initiatives *initiatives,
    struct sp_value row[SP_INITIATIVE_COLUMNS], struct sp_error *err);
void sp_initiatives_close(struct sp_initiatives *initiatives); /* or NULL */

/* The next that has a point, appended as a Feature of GeoJSON, the names of
 * its properties and codes in lang: 1, 0 the end, -1 *err. The point is its
 * own, else that of its areas, else of the areas of its place; of several areas
 * it is a MultiPoint; more: a comma comes before it. Opened without names.
 * Source: RFC 7946. */
int sp_initiatives_feature(struct sp_initiatives *initiatives, const char *lang,
    bool more, struct sp_text *out, struct sp_error *err);
/* How many had none so far. */
size_t sp_initiatives_unplaced(const struct sp_initiatives *initiatives);

/* A format in which cards are a document: what begins it, a card of a row with
 * names, and what ends it. */
struct sp_initiative_document {
	const char *format;
	void (*begin)(struct sp_text *out, const struct sp_session *session);
	void (*card)(struct sp_text *out,
	    const struct sp_value row[SP_INITIATIVE_COLUMNS],
	    const struct sp_session *session);
	void (*end)(struct sp_text *out);
};
/* text, md or html; NULL when cards are rows in that format. */
const struct sp_initiative_document *sp_initiative_document(const char *format);

#endif
