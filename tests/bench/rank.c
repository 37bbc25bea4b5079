/* rank - how long ranking itself takes: candidates of which so many are
 * wanted, in milliseconds, the median of seven runs
 *   rank N WANTED [LIKENESS]
 * Of LIKENESS candidates one fits best and the others fit in forty ways; with
 * 1 all fit alike, so that only tickets tell them apart. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sp/mem.h"
#include "sp/ranking.h"
#include "sp/uuid.h"

enum { RUNS = 7 };

static double
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void
make(struct sp_candidate *candidates, char (*uuids)[SP_UUID_SIZE], size_t n,
    size_t likeness)
{
	static const unsigned char seed[SP_UUID_SEED] = "twee keer hetzelfde";
	struct sp_uuid_source source;

	sp_uuid_seed(&source, seed, 1790000000000);
	for (size_t i = 0; i < n; i++) {
		bool best = i % likeness == 0;
		int met = best ? 1000 : (int)(i * 7919 % 40) * 25;
		int load = best ? 0 : (int)(i % 12);
		int32_t rested = best ? 100 : (int32_t)(i % 100);
		sp_uuid_next(&source, uuids[i]);
		candidates[i] = (struct sp_candidate){ .person = i + 1,
			.uuid = uuids[i],
			.met = { (int16_t)met, 1000, SP_NOT_ASKED, (int16_t)met,
			    SP_NOT_ASKED, SP_NEUTRAL,
			    (int16_t)sp_met_load(load, 12),
			    (int16_t)sp_met_rest(rested), SP_NEUTRAL,
			    SP_NOT_ASKED },
			.load = load,
			.roots = SP_NEUTRAL,
			.rested = rested };
	}
}

static int
compare(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

int
main(int argc, char **argv)
{
	static const int weights[SP_GROUNDS] = { 2933, 2667, 1600, 1333, 0, 800,
		267, 200, 200, 0 };
	size_t n = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
	size_t wanted = argc > 2 ? strtoul(argv[2], NULL, 10) : n;
	size_t likeness = argc > 3 ? strtoul(argv[3], NULL, 10) : 40;
	struct sp_candidate *candidates = sp_alloc(n, sizeof(*candidates));
	char(*uuids)[SP_UUID_SIZE] = sp_alloc(n, sizeof(*uuids));
	double took[RUNS];

	for (int i = 0; i < RUNS; i++) {
		make(candidates, uuids, n, likeness);
		took[i] = milliseconds();
		sp_rank(candidates, n, wanted, weights, "2026-11-10");
		took[i] = milliseconds() - took[i];
	}
	qsort(took, RUNS, sizeof(*took), compare);
	printf("%.1f\n", took[RUNS / 2]);
	free(candidates);
	free(uuids);
	return 0;
}
