/* median - the middle of some numbers */
#include "sp/median.h"

#include <stdlib.h>

static int
compare(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

double
sp_median(int64_t *values, size_t n)
{
	qsort(values, n, sizeof(*values), compare);
	return ((double)values[(n - 1) / 2] + (double)values[n / 2]) / 2;
}
