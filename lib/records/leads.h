/* leads - who was asked before, of those who name somebody new */
#ifndef SP_RECORDS_LEADS_H
#define SP_RECORDS_LEADS_H

#include "sp/store.h"

/* Calls each person of whom ever something was asked that took her time (it
 * was not refused or cancelled), with how often since a day. */
int sp_leads_asked(struct sp_store *store, const char *since,
    void (*each)(void *context, int64_t person, int64_t lately), void *context,
    struct sp_error *err);

#endif
