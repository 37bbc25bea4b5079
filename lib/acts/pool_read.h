/* pool_read - the parts of the pool, each read from its own kinds */
#ifndef SP_ACTS_POOL_READ_H
#define SP_ACTS_POOL_READ_H

#include "acts/pool.h"

/* Calls row for each row of a query (NULL: *err says why), which it closes; of
 * a scan for each record of the kind, with these columns (sp_records_scan). 0
 * or -1. */
int sp_pool_take(struct sp_pool *pool, struct sp_query *query,
    void (*row)(struct sp_pool *pool, const struct sp_query *query),
    struct sp_error *err);
int sp_pool_scan(struct sp_pool *pool, struct sp_store *store, const char *kind,
    const char *columns,
    void (*row)(struct sp_pool *pool, const struct sp_query *query),
    struct sp_error *err);

/* The person of an id, or NULL. */
struct sp_pool_person *sp_pool_of(struct sp_pool *pool, int64_t id);

/* Puts words to a list of the person. */
void sp_pool_join(struct sp_pool *pool, struct sp_pool_person *person,
    enum sp_pool_list l, const char *more);

/* Reads the persons by persons, and meanwhile, by a second reader where there
 * is one to be had, what they agreed to and were asked; and gives it to them,
 * once sp_pool_of finds them. 0 or -1. */
int sp_pool_read_past(struct sp_pool *pool, struct sp_store *store,
    int (*persons)(void *pool, struct sp_store *store, struct sp_error *err),
    struct sp_error *err);
void sp_pool_take_past(struct sp_pool *pool);
void sp_pool_forget_past(struct sp_pool *pool);

/* What they carry, by which contracts and titles they work, what they
 * belong to, and where areas lie. Persons must be there. 0 or -1. */
int sp_pool_read_carried(struct sp_pool *pool, struct sp_store *store,
    struct sp_error *err);
int sp_pool_read_work(struct sp_pool *pool, struct sp_store *store,
    struct sp_error *err);
int sp_pool_read_ties(struct sp_pool *pool, struct sp_store *store,
    struct sp_error *err);
int sp_pool_read_areas(struct sp_pool *pool, struct sp_store *store,
    struct sp_error *err);

#endif
