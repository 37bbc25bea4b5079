/* concentration - how unevenly something is spread over people */
#ifndef SP_CONCENTRATION_H
#define SP_CONCENTRATION_H

#include <stddef.h>
#include <stdint.h>

struct sp_concentration {
	double top1, top3; /* what the first and the first three of them have,
			      as a share from 0 to 1 */
	double gini;	   /* 0 all have the same, (n - 1) / n one has all */
};

/* Of n people of whom `some` have the loads given, each above 0, which are put
 * in order on the way, and the others nothing; all 0 when nobody has any.
 * Source: the Gini coefficient of ordered values x1..xn is the sum of
 * (2i - n - 1) xi over n times the sum of xi (Dixon and others, Ecology 68,
 * 1987), without the correction for small samples. */
struct sp_concentration sp_concentration(int64_t *loads, size_t some, size_t n);

#endif
