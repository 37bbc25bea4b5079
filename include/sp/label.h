/* label - what to call records of a kind to people, many times over */
#ifndef SP_LABEL_H
#define SP_LABEL_H

#include "sp/kinds.h"
#include "sp/store.h"

/* Borrows store. */
struct sp_labels;
struct sp_labels *sp_labels_open(struct sp_store *store, const char *lang);
/* Its label if no other bears it, else `label (id)`; the id if there is no
 * such record. Valid until close. */
const char *sp_label(struct sp_labels *labels, const struct sp_kind *kind,
    int64_t id);
void sp_labels_close(struct sp_labels *labels); /* NULL is allowed */

#endif
