/* ranking - scores, and tickets where scores are equal */
#include "sp/ranking.h"

#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"
#include "sp/sha256.h"
#include "sp/words.h"

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

static void
draw_ticket(struct sp_candidate *candidate, const char *day)
{
	static const char protocol[] = "sp-rank/1"; /* with its NUL */
	struct sp_text text = { 0 };

	sp_text_addn(&text, protocol, sizeof(protocol));
	sp_text_addn(&text, day, strlen(day) + 1);
	sp_text_add(&text, candidate->uuid);
	sp_sha256(text.s, text.length, candidate->ticket);
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
sp_rank(struct sp_candidate *candidates, size_t n,
    const int weights[SP_GROUNDS], const char *day)
{
	for (size_t i = 0; i < n; i++) {
		candidates[i].score = score(&candidates[i], weights);
		draw_ticket(&candidates[i], day);
	}
	if (n > 1)
		qsort(candidates, n, sizeof(*candidates), compare);
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
