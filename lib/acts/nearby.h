/* nearby - the signals among which alike ones are looked for */
#ifndef SP_ACTS_NEARBY_H
#define SP_ACTS_NEARBY_H

#include "sp/alike.h"

/* The signal asked about. */
struct sp_asked {
	const struct sp_likeness_limits *limits;
	int64_t id, area; /* 0: not stored, not known */
	long day;
	char *text, *domains; /* domains NULL: none */
	size_t most;	      /* how many are wanted; 0: all */
};

/* Those most like it, in no order, and some that are not among the most: of
 * each its id and likeness alone. Inside sp_store_save. The caller frees. */
int sp_nearby_find(struct sp_store *store, const struct sp_asked *asked,
    struct sp_alike **found, size_t *n, struct sp_error *err);

#endif
