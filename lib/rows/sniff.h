/* sniff - what a file is, from its first lines */
#ifndef SP_ROWS_SNIFF_H
#define SP_ROWS_SNIFF_H

#include "rows/bytes.h"
#include "rows/names.h"

struct sp_sniffed {
	const struct sp_format *format;
	char delimiter;
	size_t line;	  /* of the first byte that is left: 2 after sep=; */
	const char *note; /* N_(): what the user should hear, or NULL */
};

/* Settles what input leaves open. The delimiter is the one that a line like
 * sep=; names, else the one that yields most known names in the header. Takes
 * a sep= line off. bom: a byte order mark was taken off. */
void sp_sniff(struct sp_bytes *bytes, bool bom, const struct sp_input *input,
    const struct sp_names *names, struct sp_sniffed *found);

#endif
