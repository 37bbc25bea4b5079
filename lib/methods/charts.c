/* charts - bars in whole units, so that no locale is near a coordinate */
#include "sp/charts.h"

#include <string.h>

/* Units of the drawing. */
enum { WIDTH = 640, NAMES = 200, VALUES = 60, ROW = 40, TOP = 34 };

static void
escape(struct sp_text *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '&')
			sp_text_add(out, "&amp;");
		else if (*text == '<')
			sp_text_add(out, "&lt;");
		else if (*text == '>')
			sp_text_add(out, "&gt;");
		else if ((unsigned char)*text >= ' ')
			sp_text_addc(out, *text);
	}
}

static int64_t
largest(const struct sp_bar *bars, size_t n)
{
	int64_t most = 1;

	for (size_t i = 0; i < n; i++) {
		most = bars[i].now > most ? bars[i].now : most;
		most = bars[i].before > most ? bars[i].before : most;
	}
	return most;
}

static int
length_of(int64_t value, int64_t most)
{
	return (int)(value * (WIDTH - NAMES - VALUES) / most);
}

static void
add_rect(struct sp_text *out, const char *class, int y, int height, int width)
{
	sp_text_addf(out,
	    "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" "
	    "height=\"%d\"/>\n",
	    class, NAMES, y, width, height);
}

static void
add_bar(struct sp_text *out, const struct sp_bar *bar, int y, int64_t most)
{
	int now = length_of(bar->now, most);
	int before = length_of(bar->before, most);

	sp_text_addf(out, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">",
	    NAMES - 8, y + 15);
	escape(out, bar->name);
	sp_text_add(out, "</text>\n");
	add_rect(out, "now", y, 18, now);
	add_rect(out, "before", y + 20, 8, before);
	sp_text_addf(out, "<text x=\"%d\" y=\"%d\">%lld (%lld)</text>\n",
	    NAMES + (now > before ? now : before) + 6, y + 15,
	    (long long)bar->now, (long long)bar->before);
}

void
sp_chart_bars(struct sp_text *out, const char *title, const char *now,
    const char *before, const struct sp_bar *bars, size_t n)
{
	int64_t most = largest(bars, n);

	sp_text_addf(out,
	    "<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" "
	    "xmlns=\"http://www.w3.org/2000/svg\">\n<title>",
	    WIDTH, TOP + (int)n * ROW, WIDTH);
	escape(out, title);
	sp_text_add(out, "</title>\n");
	add_rect(out, "now", 4, 14, 14);
	sp_text_addf(out, "<text x=\"%d\" y=\"16\">", NAMES + 20);
	escape(out, now);
	sp_text_addf(out,
	    "</text>\n<rect class=\"before\" x=\"%d\" y=\"7\" "
	    "width=\"14\" height=\"8\"/>\n<text x=\"%d\" "
	    "y=\"16\">(",
	    NAMES + 150, NAMES + 170);
	escape(out, before);
	sp_text_add(out, ")</text>\n");
	for (size_t i = 0; i < n; i++)
		add_bar(out, &bars[i], TOP + (int)i * ROW, most);
	sp_text_add(out, "</svg>\n");
}
