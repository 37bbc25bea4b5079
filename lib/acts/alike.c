/* alike - what is asked, who is most like it, and what else is told of those */
#include "sp/alike.h"

#include <stdio.h>
#include <stdlib.h>

#include "acts/nearby.h"
#include "records/kinds.h"
#include "records/kinds/kinds.h"
#include "records/references.h"
#include "sp/mem.h"

enum field { DAY, AREA, DOMAIN, TYPE, STATUS, TEXT, FIELDS, TOLD = TEXT };
static const char *const fields[FIELDS] = { "gemeld_op", "gebied", "domein",
	"soort", "status", "tekst" };

struct asking {
	struct sp_store *store;
	struct sp_records *signals;
	int at[FIELDS];
	const struct sp_session *session;
	struct sp_value *row; /* of the signal asked about */
	struct sp_asked asked;
	struct sp_alike *found;
	size_t n;
};

static const char *
text_of(const struct asking *asking, const struct sp_value *row,
    enum field field)
{
	const struct sp_value *value = &row[asking->at[field]];

	return sp_value_given(value) ? value->s : NULL;
}

static int64_t
area_of(const struct asking *asking, const struct sp_value *row)
{
	const struct sp_value *area = &row[asking->at[AREA]];

	return sp_value_given(area) ? area->i : 0;
}

static char *
copy(const char *text)
{
	return text == NULL ? NULL : sp_strdup(text);
}

static int
take(struct asking *asking, struct sp_error *err)
{
	const struct sp_value *row = asking->row;
	struct sp_asked *asked = &asking->asked;
	const char *day = text_of(asking, row, DAY);

	asked->id = sp_value_given(&row[0]) ? row[0].i : 0;
	asked->area = area_of(asking, row);
	asked->domains = copy(text_of(asking, row, DOMAIN));
	asked->text = copy(text_of(asking, row, TEXT));
	sp_date_parse(day == NULL ? asking->session->today : day, &asked->day);
	return asked->text != NULL
		   ? 0
		   : sp_fail(err, SP_INPUT,
			 _("tekst: is missing; likeness is seen by the "
			   "words"));
}

/* The signal asked about: stored, or as its fields were given. */
static int
read_signal(struct asking *asking, struct sp_error *err)
{
	struct sp_value *row = asking->row;
	struct sp_references *references =
	    sp_references_open(asking->store, asking->session->lang);
	int got = 1;
	int bad = sp_references_resolve(references, &sp_signaal, row, err);

	if (!bad && sp_value_given(&row[0]))
		got = sp_records_get(asking->signals, row[0].i, row, err);
	if (!bad && got == 0)
		bad = sp_fail(err, SP_INPUT, _("id: there is no signaal %lld"),
		    (long long)row[0].i);
	if (!bad && got > 0)
		bad = take(asking, err);
	sp_references_close(references);
	return bad || got < 0 ? -1 : 0;
}

static int
compare(const void *left, const void *right)
{
	const struct sp_alike *a = left, *b = right;

	if (a->likeness.score != b->likeness.score)
		return a->likeness.score > b->likeness.score ? -1 : 1;
	return (a->id > b->id) - (a->id < b->id);
}

/* What else is told of one that was found. */
static int
tell(struct asking *asking, struct sp_alike *one, struct sp_error *err)
{
	struct sp_value row[SP_KIND_COLUMNS];
	int got = sp_records_get_some(asking->signals, one->id, asking->at,
	    TOLD, row, err);

	if (got <= 0)
		return got;
	one->area = area_of(asking, row);
	one->domains = copy(text_of(asking, row, DOMAIN));
	one->type = sp_strdup(text_of(asking, row, TYPE));
	one->status = sp_strdup(text_of(asking, row, STATUS));
	snprintf(one->day, sizeof(one->day), "%.10s",
	    text_of(asking, row, DAY));
	return 0;
}

static int
find(void *context, struct sp_store *store, struct sp_error *err)
{
	struct asking *asking = context;
	size_t most = asking->asked.most;

	if (read_signal(asking, err) != 0 ||
	    sp_nearby_find(store, &asking->asked, &asking->found, &asking->n,
		err) != 0)
		return -1;
	if (asking->n > 1)
		qsort(asking->found, asking->n, sizeof(*asking->found),
		    compare);
	if (most > 0 && asking->n > most)
		asking->n = most;
	for (size_t i = 0; i < asking->n; i++)
		if (tell(asking, &asking->found[i], err) != 0)
			return -1;
	return 0;
}

void
sp_alike_free(struct sp_alike *found, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		free(found[i].domains);
		free(found[i].type);
		free(found[i].status);
	}
	free(found);
}

int
sp_alike_find(struct sp_store *store, const struct sp_session *session,
    struct sp_value *row, size_t most, struct sp_alike **found, size_t *n,
    struct sp_error *err)
{
	struct asking asking = { .store = store,
		.signals = sp_records_open(store, &sp_signaal),
		.session = session,
		.row = row,
		.asked = { .limits = &sp_likeness_defaults, .most = most } };
	int bad;

	for (int i = 0; i < FIELDS; i++)
		asking.at[i] = sp_column_named(sp_signaal.columns, sp_signaal.n,
		    fields[i]);
	bad = sp_store_at_once(store, find, &asking, err);
	*found = asking.found;
	*n = asking.n;
	sp_records_close(asking.signals);
	free(asking.asked.domains);
	free(asking.asked.text);
	if (bad)
		sp_alike_free(*found, *n);
	return bad ? -1 : 0;
}
