/* advice - lists asked for the one record, and a sentence for each it is on */
#include "sp/advice.h"

#include <stdio.h>
#include <string.h>

#include "sp/list.h"

/* On a list of the kind when it passes the filter. */
static const struct {
	const char *kind, *field, *value, *sentence; /* N_(), of its id */
} advices[] = {
	{ "activiteit", "dubbel", "ja",
	    N_("there is more in that area and week on this domain; see "
	       "sp-report lijst activiteit dubbel=ja (activity %lld)") },
	{ "signaal", "soort", "talent",
	    N_("somebody to meet? sp-add aanwijzing signaal=%lld wie=- keeps "
	       "how to find her") },
};

static int
on_list(struct sp_store *store, const struct sp_kind *kind, size_t i,
    int64_t id, const struct sp_session *session, struct sp_error *err)
{
	char number[24], field[24], value[24];
	const struct sp_pair pairs[] = { { (char[]){ "id" }, SP_IS, number },
		{ field, SP_IS, value } };
	struct sp_value row[SP_KIND_COLUMNS];
	struct sp_list *list;
	int got;

	snprintf(number, sizeof(number), "%lld", (long long)id);
	snprintf(field, sizeof(field), "%s", advices[i].field);
	snprintf(value, sizeof(value), "%s", advices[i].value);
	list = sp_list_open(store, kind, pairs, 2, NULL, false, session, err);
	if (list == NULL)
		return -1;
	got = sp_list_next(list, row, err);
	sp_list_close(list);
	return got;
}

int
sp_advise(struct sp_store *store, const struct sp_kind *kind, int64_t id,
    const struct sp_session *session, struct sp_text *out, struct sp_error *err)
{
	for (size_t i = 0; i < sizeof(advices) / sizeof(advices[0]); i++) {
		int got;
		if (strcmp(advices[i].kind, kind->naam) != 0)
			continue;
		got = on_list(store, kind, i, id, session, err);
		if (got < 0)
			return -1;
		if (got == 0)
			continue;
		sp_text_addf(out, _(advices[i].sentence), (long long)id);
		sp_text_addc(out, '\n');
	}
	return 0;
}
