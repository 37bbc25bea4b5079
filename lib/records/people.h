/* people - on what ground a person may be here, and be approached */
#ifndef SP_RECORDS_PEOPLE_H
#define SP_RECORDS_PEOPLE_H

#include <stdbool.h>

#include "sp/store.h"

/* The newest consent to be approached (toestemming doel=benaderen) decides: it
 * holds on the day, or it ended or was withdrawn. Calls each once for each
 * person who ever gave one, by id. */
int sp_people_grounds(struct sp_store *store, const char *day,
    void (*each)(void *context, int64_t person, bool good), void *context,
    struct sp_error *err);

/* The same of one person: 1 and whether it holds; 0 when none was
 * ever given; -1. */
int sp_people_ground(struct sp_store *store, int64_t person, const char *day,
    bool *good, struct sp_error *err);

/* Whether the person gave consent to be registered that holds on the day: 1,
 * 0, -1. */
int sp_people_consent(struct sp_store *store, int64_t person, const char *day,
    struct sp_error *err);

/* Whether a record of kind organisatie or netwerk is a place or group of
 * worship, a tie to which tells a religion: 1, 0, -1. */
int sp_people_worship(struct sp_store *store, const char *kind, int64_t id,
    struct sp_error *err);

#endif
