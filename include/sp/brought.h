/* brought - who brought whom, and where people came from */
#ifndef SP_BROUGHT_H
#define SP_BROUGHT_H

#include "sp/chain.h"
#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

/* Rows of who brought whom, of leads that became somebody: stap, persoon, door,
 * op (the day of the lead), bron, kanaal, bracht, samen. A person to whom
 * several leads led was brought by the key person who named her first; one who
 * was named by none stands at step 0, as do those at the begin of a chain. */
enum { SP_BROUGHT_COLUMNS = 8 };
extern const struct sp_column sp_brought_columns[SP_BROUGHT_COLUMNS];
/* Calls each row. names is the language of names instead of ids and codes, or
 * NULL. */
int sp_brought(struct sp_store *store, const char *names,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err);

/* Rows of where leads came from and what became of them: bron, kanaal,
 * aanwijzingen, open, benaderd, geworden, afgevallen. */
enum { SP_CHANNELS_COLUMNS = 7 };
extern const struct sp_column sp_channels_columns[SP_CHANNELS_COLUMNS];
/* Calls each row, of leads of a period (as sp_period_parse reads it; NULL:
 * ever) that pass the filters, in the order of source and channel, what is not
 * known last. -1: SP_INPUT. */
int sp_channels(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t n_pairs,
    const struct sp_session *session, const char *names,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err);

#endif
