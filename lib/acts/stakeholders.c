/* stakeholders - ties of interest as lines, with what shows that it is met */
#include "acts/stakeholders.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "records/references.h"
#include "records/stakes.h"
#include "sp/utf8.h"

struct stake {
	char link[48], since[SP_DATE_SIZE]; /* since "": not said */
};

struct stakes {
	struct stake *all;
	size_t n, room;
};

static void
add(void *context, const char *link, const char *since)
{
	struct stakes *stakes = context;
	struct stake *stake;

	if (stakes->n == stakes->room) {
		stakes->room = 2 * stakes->room + 8;
		stakes->all =
		    sp_grow(stakes->all, stakes->room, sizeof(*stakes->all));
	}
	stake = &stakes->all[stakes->n++];
	snprintf(stake->link, sizeof(stake->link), "%s", link);
	snprintf(stake->since, sizeof(stake->since), "%.10s",
	    since == NULL ? "" : since);
}

/* A tie that says since when is taking part, as is what was done. */
static int
add_line(struct sp_store *store, int64_t project, const struct stake *stake,
    struct sp_references *references, const struct sp_session *session,
    struct sp_text *out, struct sp_error *err)
{
	char kind[24], since[SP_DATE_SIZE];
	size_t length = strcspn(stake->link, ":");
	int64_t id = strtoll(stake->link + length + 1, NULL, 10);
	const struct sp_kind *of;
	const char *label, *first = stake->since;
	int involved;

	snprintf(kind, sizeof(kind), "%.*s", (int)length, stake->link);
	of = sp_kind_find(kind);
	involved = sp_stakes_involved(store, project, kind, id, since, err);
	if (involved < 0)
		return -1;
	label = sp_reference_label(references, of, id);
	if (*first == '\0' || (*since != '\0' && strcmp(since, first) < 0))
		first = since;
	sp_text_addf(out, "  %s ",
	    strcmp(session->lang, "en") == 0 ? of->name : of->naam);
	sp_utf8_visible(out, label == NULL ? "?" : label);
	if (*first != '\0')
		sp_text_addf(out, _(", involved since %s"), first);
	else
		sp_text_add(out,
		    involved ? _(", involved") : _(", not involved yet"));
	sp_text_addc(out, '\n');
	return 0;
}

int
sp_stakeholders(struct sp_store *store, int64_t project,
    const struct sp_session *session, struct sp_text *out, struct sp_error *err)
{
	struct sp_references *references =
	    sp_references_open(store, session->lang);
	struct stakes stakes = { 0 };
	int bad = sp_stakes(store, project, session->today, add, &stakes, err);

	if (!bad && stakes.n > 0)
		sp_text_addf(out, "\n%s: %zu\n", _("concerned"), stakes.n);
	for (size_t i = 0; i < stakes.n && !bad; i++)
		bad = add_line(store, project, &stakes.all[i], references,
		    session, out, err);
	free(stakes.all);
	sp_references_close(references);
	return bad;
}
