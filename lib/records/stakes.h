/* stakes - who has an interest in a project, and since when they take part */
#ifndef SP_RECORDS_STAKES_H
#define SP_RECORDS_STAKES_H

#include <stdbool.h>

#include "sp/date.h"
#include "sp/store.h"

/* Calls each end of a tie soort=belang to the project that holds on a day, as
 * a link (persoon:3), with the day since when, or NULL; in the order of id. */
int sp_stakes(struct sp_store *store, int64_t project, const char *day,
    void (*each)(void *context, const char *link, const char *since),
    void *context, struct sp_error *err);

/* Whether an organisation or a person (kind by its naam) took part in the
 * project: it is her own, an activity, an ask that took time, hours, or another
 * tie. *since is the first day of that, "" when it is not known. 1, 0 no, -1
 * *err. */
int sp_stakes_involved(struct sp_store *store, int64_t project,
    const char *kind, int64_t id, char since[SP_DATE_SIZE],
    struct sp_error *err);

#endif
