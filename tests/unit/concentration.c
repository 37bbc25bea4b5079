/* concentration - of known rows; with an argument, of each line of numbers
 * read */
#include "sp/concentration.h"

#include <math.h>
#include <stdlib.h>

#include "tap.h"

enum { MOST = 1000 };

/* Each line: how many people, how many loads, then the loads. */
static int
answer(void)
{
	int64_t loads[MOST];
	long n, some, value;

	while (scanf("%ld %ld", &n, &some) == 2 && some >= 0 && some <= MOST) {
		struct sp_concentration of;
		for (long i = 0; i < some && scanf("%ld", &value) == 1; i++)
			loads[i] = value;
		of = sp_concentration(loads, (size_t)some, (size_t)n);
		printf("%.9f %.9f %.9f\n", of.top1, of.top3, of.gini);
	}
	return 0;
}

static bool
near(double a, double b)
{
	return fabs(a - b) < 5e-8;
}

int
main(int argc, char **argv)
{
	/* incomes, with the coefficient the package ineq of R prints of
	 * them: 0.4620911 */
	int64_t incomes[] = { 541, 1463, 2445, 3438, 4437, 5401, 6392, 8304,
		11904, 22261 };
	int64_t same[] = { 4, 4, 4, 4 }, one[] = { 9 };
	int64_t scenario[] = { 6, 2, 1 };
	struct sp_concentration of;

	(void)argv;
	if (argc > 1)
		return answer();
	of = sp_concentration(incomes, 10, 10);
	ok(near(of.gini, 0.4620911), "the published coefficient of incomes");
	of = sp_concentration(same, 4, 4);
	ok(near(of.gini, 0) && near(of.top1, 0.25) && near(of.top3, 0.75),
	    "all the same");
	of = sp_concentration(one, 1, 5);
	ok(near(of.gini, 0.8) && of.top1 == 1 && of.top3 == 1,
	    "one of five has all");
	of = sp_concentration(scenario, 3, 4);
	ok(near(of.top1, 2 / 3.0) && of.top3 == 1 && near(of.gini, 19 / 36.0),
	    "six, two, one and none");
	of = sp_concentration(one, 0, 3);
	ok(of.gini == 0 && of.top1 == 0 && of.top3 == 0, "nobody has any");
	return done();
}
