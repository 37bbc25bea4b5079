/* concentration - shares of the most loaded, and the Gini coefficient */
#include "sp/concentration.h"

#include <stdlib.h>

static int
compare(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

struct sp_concentration
sp_concentration(int64_t *loads, size_t some, size_t n)
{
	struct sp_concentration of = { 0, 0, 0 };
	double sum = 0, weighed = 0;

	if (some == 0)
		return of;
	qsort(loads, some, sizeof(*loads), compare);
	for (size_t i = 0; i < some; i++) {
		double rank = (double)(n - some + i + 1);
		sum += (double)loads[i];
		weighed += (2 * rank - (double)n - 1) * (double)loads[i];
	}
	for (size_t i = 0; i < 3 && i < some; i++)
		of.top3 += (double)loads[some - 1 - i];
	of.top1 = (double)loads[some - 1] / sum;
	of.top3 /= sum;
	of.gini = weighed / ((double)n * sum);
	return of;
}
