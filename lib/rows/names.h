/* names - which of our columns theirs are: by --map, else by the kind's */
#ifndef SP_ROWS_NAMES_H
#define SP_ROWS_NAMES_H

#include "sp/rows.h"

enum { SP_NAME_PASSED = -1, SP_NAME_UNKNOWN = -2 };

/* Borrows input. NULL and *err when --map is no "theirs=ours,...": a name may
 * stand in quotes, doubled inside, and `\` takes the meaning off a mark. An
 * empty ours passes theirs over. */
struct sp_names;
struct sp_names *sp_names_open(const struct sp_input *input,
    struct sp_error *err);
void sp_names_close(struct sp_names *names); /* NULL is allowed */

/* Index of our column, SP_NAME_PASSED or SP_NAME_UNKNOWN. Blanks at the ends,
 * capitals and, in the map, accents make no difference. */
int sp_names_find(const struct sp_names *names, const char *theirs,
    size_t length);

/* Finds ours[n], SP_NAME_PASSED for what is passed over: regel,reden at the
 * end, or anywhere when the kind has no such columns; with ignore_unknown what
 * is strange (below 0). header: these are all names there are, so the map must
 * meet them. -1 *err: a name that is unknown (all are named) or stands twice.
 */
int sp_names_match(const struct sp_names *names, const char *const *theirs,
    size_t n, bool header, int *ours, struct sp_error *err);

#endif
