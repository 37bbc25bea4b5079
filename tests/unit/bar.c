/* bar - the n-th best score against sorting, of one and of two joined */
#include "sp/bar.h"

#include <stdlib.h>
#include <string.h>

#include "tap.h"

enum { SCORES = 3000 };

static int
falling(const void *left, const void *right)
{
	return *(const int *)right - *(const int *)left;
}

/* What it must be after these scores. */
static int
sorted(const int *scores, size_t n, size_t most)
{
	int copy[SCORES];

	if (most == 0 || n < most)
		return 0;
	memcpy(copy, scores, n * sizeof(*copy));
	qsort(copy, n, sizeof(*copy), falling);
	return copy[most - 1];
}

static void
one(const int *scores, size_t most)
{
	struct sp_bar bar = { .most = most };
	int wrong = 0;

	for (size_t n = 0; n < SCORES; n++) {
		sp_bar_add(&bar, scores[n]);
		if (n % 37 == 0 || n < 50)
			wrong += bar.score != sorted(scores, n + 1, most);
	}
	ok(wrong == 0, "the %zu best, as they come", most);
}

static void
two(const int *scores, size_t most)
{
	struct sp_bar bar = { .most = most }, other = { .most = most };

	for (size_t n = 0; n < SCORES; n++)
		sp_bar_add(scores[n] % 3 == 0 ? &bar : &other, scores[n]);
	sp_bar_join(&bar, &other);
	ok(bar.score == sorted(scores, SCORES, most), "the %zu best of two",
	    most);
	sp_bar_add(&bar, 1000);
	ok(bar.score >= sorted(scores, SCORES, most), "and it goes on");
}

int
main(void)
{
	static const size_t most[] = { 0, 1, 2, 10, 499, SCORES - 1, SCORES,
		SCORES + 1 };
	int scores[SCORES];
	unsigned long long state = 2026;

	for (size_t n = 0; n < SCORES; n++) {
		state = state * 6364136223846793005ULL + 1442695040888963407ULL;
		/* more of the low ones, and both ends */
		scores[n] = (int)((state >> 33) % 1001);
		if (n % 4 == 0)
			scores[n] = scores[n] < 500 ? 0 : 1000;
		else if (n % 4 == 1)
			scores[n] /= 7;
	}
	for (size_t i = 0; i < sizeof(most) / sizeof(most[0]); i++) {
		one(scores, most[i]);
		two(scores, most[i]);
	}
	return done();
}
