/* areas - which areas lie near one */
#ifndef SP_RECORDS_AREAS_H
#define SP_RECORDS_AREAS_H

#include "sp/map.h"
#include "sp/store.h"

/* Adds to near, under the id as text, how close each area is to this one in
 * thousandths: itself and what lies in it 1000; an area that adjoins it, and
 * the ones it lies in, 600; others in the same district 400; two borders away
 * 300. Areas that are not near are left out. Source: MATCHING 4. */
int sp_areas_near(struct sp_store *store, int64_t id, struct sp_map *near,
    struct sp_error *err);

#endif
