/* people - on what ground a person may be approached */
#ifndef SP_RECORDS_PEOPLE_H
#define SP_RECORDS_PEOPLE_H

#include "sp/map.h"
#include "sp/store.h"

/* Adds to grounds, under the id as text, whether the newest consent to be
 * approached (toestemming doel=benaderen) holds on the day: 1, or 0 when it
 * ended or was withdrawn. Who never gave one is left out. */
int sp_people_grounds(struct sp_store *store, const char *day,
    struct sp_map *grounds, struct sp_error *err);

#endif
