/* alike - signals that say what another one says, or the same once more */
#ifndef SP_ALIKE_H
#define SP_ALIKE_H

#include "sp/likeness.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

/* One signal that is like the one asked about; never its text. */
struct sp_alike {
	int64_t id, area; /* area 0: not known */
	char day[SP_DATE_SIZE];
	struct sp_likeness likeness;
	char *domains, *type, *status; /* codes; domains may be NULL */
};

/* The signals most like one, best first, `most` at the most, 0 for all.
 * row[n of kind signaal]: with its id a signal of the store, else the fields
 * of one that is not stored yet, as the door left them (changed on the way).
 * Duplicates and cancelled signals are left out, and so is the signal itself.
 * Near are its area, what lies in it and what adjoins it; of a signal without
 * an area only what is the same is found. -1: SP_INPUT. The caller frees with
 * sp_alike_free. */
int sp_alike_find(struct sp_store *store, const struct sp_session *session,
    struct sp_value *row, size_t most, struct sp_alike **found, size_t *n,
    struct sp_error *err);
void sp_alike_free(struct sp_alike *found, size_t n);

/* Rows of it, with names in the language names, or as stored (NULL). */
enum { SP_ALIKE_COLUMNS = 9 };
extern const struct sp_column sp_alike_columns[SP_ALIKE_COLUMNS];
struct sp_alike_rows;
struct sp_alike_rows *sp_alike_rows_open(struct sp_store *store,
    const char *names);
/* Texts live until the next call. */
void sp_alike_row(struct sp_alike_rows *rows, const struct sp_alike *one,
    struct sp_value row[SP_ALIKE_COLUMNS]);
void sp_alike_rows_close(struct sp_alike_rows *rows);

#endif
