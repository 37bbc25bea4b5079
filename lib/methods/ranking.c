/* ranking - scores, and tickets where scores are equal */
#include "sp/ranking.h"

#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"
#include "sp/sha256.h"
#include "sp/words.h"

enum { HIGHEST = 10000 };

static int
score(const struct sp_candidate *candidate, const int weights[SP_GROUNDS])
{
	int64_t sum = 0, all = 0;

	for (int g = 0; g < SP_GROUNDS; g++) {
		if (candidate->met[g] < 0)
			continue;
		sum += (int64_t)weights[g] * candidate->met[g];
		all += weights[g];
	}
	return all == 0 ? 0 : (int)(sum * 10 / all);
}

/* The score that so many reach, and no more than need be. */
static int
bar(const struct sp_candidate *candidates, size_t n, size_t best)
{
	size_t reached[HIGHEST + 1] = { 0 }, above = 0;
	int at = HIGHEST;

	for (size_t i = 0; i < n; i++)
		reached[candidates[i].score]++;
	while (at > 0 && (above += reached[at]) < best)
		at--;
	return at;
}

static void
swap(struct sp_candidate *a, struct sp_candidate *b)
{
	struct sp_candidate kept = *a;

	*a = *b;
	*b = kept;
}

static void
draw_tickets(struct sp_candidate *candidates, size_t n, const char *day)
{
	static const char protocol[] = "sp-rank/1"; /* with its NUL */
	struct sp_text text = { 0 };

	for (size_t i = 0; i < n; i++) {
		sp_text_clear(&text);
		sp_text_addn(&text, protocol, sizeof(protocol));
		sp_text_addn(&text, day, strlen(day) + 1);
		sp_text_add(&text, candidates[i].uuid);
		sp_sha256(text.s, text.length, candidates[i].ticket);
	}
	sp_text_free(&text);
}

static int
compare(const void *left, const void *right)
{
	const struct sp_candidate *a = left, *b = right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	return memcmp(a->ticket, b->ticket, sizeof(a->ticket));
}

void
sp_rank(struct sp_candidate *candidates, size_t n, size_t best,
    const int weights[SP_GROUNDS], const char *day)
{
	size_t kept = 0;
	int least;

	for (size_t i = 0; i < n; i++)
		candidates[i].score = score(&candidates[i], weights);
	/* a ticket costs more than all else, and most are never compared */
	least = bar(candidates, n, best);
	for (size_t i = 0; i < n; i++)
		if (candidates[i].score >= least)
			swap(&candidates[kept++], &candidates[i]);
	draw_tickets(candidates, kept, day);
	if (kept > 1)
		qsort(candidates, kept, sizeof(*candidates), compare);
}

struct counting {
	const char *list, *day;
	int held;
};

static void
count(void *context, const char *word, size_t length)
{
	struct counting *counting = context;
	char *copy = sp_strndup(word, length);

	counting->held += sp_list_has(counting->list, copy, counting->day);
	free(copy);
}

int
sp_containment(const char *need, const char *list, const char *day)
{
	struct counting counting = { list == NULL ? "" : list, day, 0 };
	size_t n = sp_list_words(need, false, count, &counting);

	return n == 0 ? 1000 : (int)(1000 * counting.held / (int)n);
}
