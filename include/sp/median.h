/* median - the middle of some numbers */
#ifndef SP_MEDIAN_H
#define SP_MEDIAN_H

#include <stddef.h>
#include <stdint.h>

/* Of 1 or more values, which are put in order on the way: the middle one, or
 * the mean of the two in the middle. */
double sp_median(int64_t *values, size_t n);

#endif
