/* charts - drawings as inline SVG, from plain values */
#ifndef SP_CHARTS_H
#define SP_CHARTS_H

#include <stdint.h>

#include "sp/mem.h"

/* Appends an SVG as wide as its place: a thick bar of class `now` and a thin
 * one of class `before` under it, both 0 or more; `most` (over 0) is a bar of
 * full width. It is hidden from those who listen, so the figures must stand
 * beside it as text, which also makes it readable without colour. */
void sp_chart_bars(struct sp_text *out, int64_t now, int64_t before,
    int64_t most);

#endif
