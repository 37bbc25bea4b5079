/* ticket - a fingerprint of three texts */
#include "sp/ticket.h"

#include <string.h>

#include "sp/mem.h"

void
sp_ticket(const char *protocol, const char *what, const char *whose,
    unsigned char ticket[SP_SHA256_SIZE])
{
	struct sp_text text = { 0 };

	sp_text_addn(&text, protocol, strlen(protocol) + 1);
	sp_text_addn(&text, what, strlen(what) + 1);
	sp_text_add(&text, whose);
	sp_sha256(text.s, text.length, ticket);
	sp_text_free(&text);
}
