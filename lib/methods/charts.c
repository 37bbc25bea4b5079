/* charts - bars in tenths of a per cent, so that no locale is near a number */
#include "sp/charts.h"

/* Units of height, from the top. */
enum { THICK = 11, THIN_AT = 13, THIN = 5, HEIGHT = 18 };

static void
add_bar(struct sp_text *out, const char *class, int y, int height,
    int64_t value, int64_t most)
{
	int64_t tenths = value >= most ? 1000 : value * 1000 / most;

	sp_text_addf(out,
	    "<rect class=\"%s\" y=\"%d\" width=\"%lld.%lld%%\" "
	    "height=\"%d\"/>",
	    class, y, (long long)tenths / 10, (long long)tenths % 10, height);
}

void
sp_chart_bars(struct sp_text *out, int64_t now, int64_t before, int64_t most)
{
	sp_text_addf(out,
	    "<svg aria-hidden=\"true\" width=\"100%%\" height=\"%d\">", HEIGHT);
	add_bar(out, "now", 0, THICK, now, most);
	add_bar(out, "before", THIN_AT, THIN, before, most);
	sp_text_add(out, "</svg>");
}
