/* label - names of records, for tools that print rows of their own */
#include "sp/label.h"

#include "records/references.h"

struct sp_labels *
sp_labels_open(struct sp_store *store, const char *lang)
{
	return (struct sp_labels *)sp_references_open(store, lang);
}

const char *
sp_label(struct sp_labels *labels, const struct sp_kind *kind, int64_t id)
{
	const char *label =
	    sp_reference_label((struct sp_references *)labels, kind, id);

	return label == NULL ? "?" : label;
}

void
sp_labels_close(struct sp_labels *labels)
{
	sp_references_close((struct sp_references *)labels);
}
