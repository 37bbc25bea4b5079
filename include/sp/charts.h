/* charts - drawings as inline SVG, from plain values */
#ifndef SP_CHARTS_H
#define SP_CHARTS_H

#include <stddef.h>
#include <stdint.h>

#include "sp/mem.h"

/* One bar, with a thinner one under it for what it is compared with. */
struct sp_bar {
	const char *name;    /* UTF-8; is escaped here */
	int64_t now, before; /* 0 or more */
};

/* Appends an SVG of class names `now` and `before`, with every value written
 * beside its bar, so that it reads without colour and aloud. title and labels
 * are the sentences for its title and legend. */
void sp_chart_bars(struct sp_text *out, const char *title, const char *now,
    const char *before, const struct sp_bar *bars, size_t n);

#endif
