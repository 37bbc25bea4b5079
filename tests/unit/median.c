/* median - of known rows; with an argument, of each line of numbers read */
#include "sp/median.h"

#include <stdlib.h>

#include "tap.h"

enum { MOST = 1000 };

/* Each line: how many, then the numbers. */
static int
answer(void)
{
	int64_t values[MOST];
	long n, value;

	while (scanf("%ld", &n) == 1 && n > 0 && n <= MOST) {
		for (long i = 0; i < n && scanf("%ld", &value) == 1; i++)
			values[i] = value;
		printf("%.1f\n", sp_median(values, (size_t)n));
	}
	return 0;
}

int
main(int argc, char **argv)
{
	int64_t one[] = { 12 }, two[] = { 3, 4 }, three[] = { 9, 1, 5 };
	int64_t even[] = { 8, 2, 2, 100 }, below[] = { -3, 0, -10 };
	int64_t same[] = { 7, 7, 7, 7, 7 };

	(void)argv;
	if (argc > 1)
		return answer();
	ok(sp_median(one, 1) == 12, "of one");
	ok(sp_median(two, 2) == 3.5, "of two: between them");
	ok(sp_median(three, 3) == 5, "of three in no order");
	ok(sp_median(even, 4) == 5, "of four: one far away does not count");
	ok(sp_median(below, 3) == -3, "below nought");
	ok(sp_median(same, 5) == 7, "all the same");
	return done();
}
