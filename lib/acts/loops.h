/* loops - what the two halves of the report share */
#ifndef SP_ACTS_LOOPS_H
#define SP_ACTS_LOOPS_H

#include "records/references.h"
#include "sp/loops.h"

/* A new row, zeroed but for its block and measure. */
struct sp_loops_row *loops_row(struct sp_loops *loops, const char *blok,
    const char *naam, const char *label);

/* loops_silent.c: areas with key persons and without signals. */
int loops_silent(struct sp_loops *loops, struct sp_store *store,
    struct sp_references *references, const struct sp_session *session,
    struct sp_error *err);

/* loops_ladder.c: how many long contacts stood on each step on a day. */
int loops_ladder(struct sp_loops *loops, struct sp_store *store,
    const char *day, struct sp_error *err);
/* The same of activities by which residents were brought together, with each
 * other or with institutions, on the days from ("": since ever) to to. */
int loops_links(struct sp_loops *loops, struct sp_store *store,
    const char *from, const char *to, struct sp_error *err);

#endif
