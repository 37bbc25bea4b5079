/* lead - what a new lead takes from a signal, and what steps on leads share */
#ifndef SP_ACTS_LEAD_H
#define SP_ACTS_LEAD_H

#include "sp/kinds.h"
#include "sp/store.h"

/* Gives a new lead that comes from a signal what that says and the row does
 * not: area, domains, channel, and the key person who brought it. Never its
 * words. Other kinds are left as they are. rooms keep its texts. */
enum { SP_LEAD_TAKEN = 4 };
int sp_lead_from_signal(struct sp_store *store, const struct sp_kind *kind,
    struct sp_value *row, struct sp_text rooms[SP_LEAD_TAKEN],
    struct sp_error *err);

/* What steps on leads keep open during a run; of sp_life. */
struct life_leads;
void life_leads_close(struct life_leads *leads); /* NULL is allowed */

#endif
