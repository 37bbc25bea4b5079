/* bar - scores counted by what they are; the bar only goes up */
#include "sp/bar.h"

static void
add(struct sp_bar *bar, int score, size_t n)
{
	if (score < bar->score)
		return;
	bar->counts[score] += n;
	bar->reach += n;
	while (
	    bar->most > 0 && bar->reach - bar->counts[bar->score] >= bar->most)
		bar->reach -= bar->counts[bar->score++];
}

void
sp_bar_add(struct sp_bar *bar, int score)
{
	add(bar, score, 1);
}

void
sp_bar_join(struct sp_bar *bar, const struct sp_bar *other)
{
	for (int score = other->score; score < SP_BAR_SCORES; score++)
		add(bar, score, other->counts[score]);
}
