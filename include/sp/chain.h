/* chain - who brought whom */
#ifndef SP_CHAIN_H
#define SP_CHAIN_H

#include <stddef.h>
#include <stdint.h>

/* One person, who occurs once. */
struct sp_chain_link {
	int64_t person, by; /* by 0: nobody */
	size_t number;	    /* the caller's own */
	int step; /* of sp_chain: 0 nobody brought her, 1 one such did */
	int64_t brought, in_all; /* herself; and those in turn */
};

/* Puts links in the order in which one came after the other: who brought comes
 * before whom she brought, each with all of hers below her, otherwise as they
 * were. `by` names somebody who is a link too; of a circle, which only bad
 * records make, the first link is taken for a beginning. */
void sp_chain(struct sp_chain_link *links, size_t n);

#endif
