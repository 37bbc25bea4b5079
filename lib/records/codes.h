/* codes - the words of an open list */
#ifndef SP_RECORDS_CODES_H
#define SP_RECORDS_CODES_H

#include "sp/store.h"

/* Calls each word of a list that is in use, by id: its code and its Dutch
 * name, "" when it has none; both valid during the call. */
int sp_codes_of(struct sp_store *store, const char *list,
    void (*each)(void *context, const char *code, const char *nl),
    void *context, struct sp_error *err);

#endif
