/* filters - field=value as people type it, to conditions on columns */
#ifndef SP_ACTS_FILTERS_H
#define SP_ACTS_FILTERS_H

#include "records/kinds.h"
#include "records/references.h"
#include "sp/date.h"
#include "sp/pairs.h"
#include "sp/session.h"

enum { SP_FILTERS = 64, SP_FILTER_VALUES = 256 };

/* filters[0..n) is for sp_records_select, valid until close. */
struct sp_filters {
	const struct sp_kind *kind;
	const struct sp_session *session;
	struct sp_references *references;
	struct sp_filter filters[SP_FILTERS];
	size_t n;
	struct sp_value values[SP_FILTER_VALUES]; /* all, one after another */
	size_t values_n;
};

/* Borrows all three. */
struct sp_filters *sp_filters_open(struct sp_store *store,
    const struct sp_kind *kind, const struct sp_session *session);
void sp_filters_close(struct sp_filters *filters); /* NULL is allowed */

/* One more condition. -1 *err: no such field, or a value that means
 * nothing. */
int sp_filters_add(struct sp_filters *filters, const struct sp_pair *pair,
    struct sp_error *err);
/* Each of these, in their order. */
int sp_filters_pairs(struct sp_filters *filters, const struct sp_pair *pairs,
    size_t n, struct sp_error *err);
/* The first and the last day of a period as it was typed, on the session's day.
 * -1 *err: SP_INPUT. */
int sp_filters_period(const struct sp_filters *filters, const char *period,
    char from[SP_DATE_SIZE], char to[SP_DATE_SIZE], struct sp_error *err);
/* Just the records of these days, both included; column is a date by its
 * naam. */
int sp_filters_days(struct sp_filters *filters, const char *column,
    const char *from, const char *to, struct sp_error *err);
/* Just the records whose id, or reference of that column, is this id. */
int sp_filters_id(struct sp_filters *filters, const char *column, int64_t id,
    struct sp_error *err);

#endif
