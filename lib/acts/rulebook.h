/* rulebook - the rules and terms in use, read once a run */
#ifndef SP_ACTS_RULEBOOK_H
#define SP_ACTS_RULEBOOK_H

#include "sp/clocks.h"
#include "sp/map.h"
#include "sp/routing.h"
#include "sp/store.h"

/* Owned by the caller, texts and all; sp_rulebook_free. */
struct sp_rulebook {
	struct sp_route_rule *rules; /* in their order */
	size_t rules_n;
	struct sp_term *terms;
	size_t terms_n;
	/* Id of an area -> id of the one it lies in; NULL: not read yet. */
	struct sp_map *parents;
	bool lustrum; /* 5 May is a holiday in lustrum years */
};
/* -1 *err; what was read is to be freed all the same. */
int sp_rulebook_read(struct sp_store *store, struct sp_rulebook *book,
    struct sp_error *err);
/* Reads the areas too, which only who asks the rules needs, and once. */
int sp_rulebook_areas(struct sp_store *store, struct sp_rulebook *book,
    struct sp_error *err);
void sp_rulebook_free(struct sp_rulebook *book);

#endif
