/* bar - what a score has to reach to be among the best */
#ifndef SP_BAR_H
#define SP_BAR_H

#include <stddef.h>

/* Starts from { .most = n }: the n best count; 0: all, and it stays 0. A score
 * under .score is not among the best of those that were added, one that
 * reaches it may be. */
enum { SP_BAR_SCORES = 1001 }; /* 0..1000 */
struct sp_bar {
	size_t most;
	int score;		      /* the n-th best, 0 of fewer */
	size_t reach;		      /* how many reach it */
	size_t counts[SP_BAR_SCORES]; /* of those, by score */
};
void sp_bar_add(struct sp_bar *bar, int score);

/* Takes over what was added to another. */
void sp_bar_join(struct sp_bar *bar, const struct sp_bar *other);

#endif
