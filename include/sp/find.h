/* find - whom to ask: filters that can be told, then a ranking */
#ifndef SP_FIND_H
#define SP_FIND_H

#include "sp/pairs.h"
#include "sp/ranking.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

/* A person who was left out, and why. */
struct sp_left_out {
	int64_t id;
	char *why; /* one sentence */
};

/* Owned by the caller; sp_found_free. */
struct sp_found {
	struct sp_candidate *ranked; /* best first */
	char **reasons;		     /* of the first `best`; then NULL */
	size_t ranked_n;
	struct sp_left_out *left_out; /* in the order of id */
	size_t left_out_n;
};

/* Ranks all key persons for a need: signaal=ID (its area, domains and
 * language), gebied=, domein=, taal=, rol=, uren=; what is given beside a
 * signal wins. As with sp_rank the first `best` are in order (SIZE_MAX: all).
 * -1: SP_INPUT. */
int sp_find(struct sp_store *store, const struct sp_pair *pairs, size_t n,
    size_t best, const struct sp_session *session, struct sp_found *found,
    struct sp_error *err);
void sp_found_free(struct sp_found *found);

/* Fields of a need, for completion and messages. */
extern const struct sp_column sp_need_columns[];
extern const size_t sp_need_columns_n;

#endif
