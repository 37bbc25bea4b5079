/* sniff - what a file is, from its first bytes */
#ifndef SP_ROWS_SNIFF_H
#define SP_ROWS_SNIFF_H

#include "sp/rows.h"

struct sp_sniffed {
	const struct sp_format *format;
	char delimiter;
	const char *note; /* N_(): what the user should hear, or NULL */
};

/* Settles what input leaves open. The delimiter is the one that yields most
 * known names in the first line. */
void sp_sniff(const char *first, size_t length, bool bom,
    const struct sp_input *input, struct sp_sniffed *found);

/* Our name for theirs in "theirs=ours,...": a new text, "" to pass the column
 * over, NULL when the map does not name it. Letters without case. */
char *sp_map_name(const char *map, const char *theirs);

#endif
