/* ticket - lots that anybody can draw again, to decide between equals */
#ifndef SP_TICKET_H
#define SP_TICKET_H

#include "sp/sha256.h"

/* SHA-256 of the protocol, what it is drawn for and whose it is, with a NUL
 * between. */
void sp_ticket(const char *protocol, const char *what, const char *whose,
    unsigned char ticket[SP_SHA256_SIZE]);

#endif
