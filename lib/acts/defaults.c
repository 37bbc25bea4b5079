/* defaults - gives a new store its lists, settings, terms and office */
#include <string.h>

#include "acts/trail.h"
#include "records/defaults.h"
#include "records/kinds.h"
#include "records/settings.h"
#include "sp/add.h"
#include "sp/clocks.h"
#include "sp/mem.h"

struct filling {
	struct sp_store *store;
	struct sp_session *session;
	const char *kantoor;
	struct sp_records *records;
	const struct sp_kind *kind;
};

/* One record, its columns named in the order of values. */
static int
insert(struct filling *filling, const char *const *columns,
    const struct sp_value *values, size_t n, struct sp_error *err)
{
	const struct sp_kind *kind = filling->kind;
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	char uuid[SP_UUID_SIZE];
	int64_t id;

	for (size_t i = 0; i < n; i++)
		row[sp_column_find(kind->columns, kind->n, columns[i])] =
		    values[i];
	if (strcmp(kind->naam, "code") == 0)
		row[sp_column_find(kind->columns, kind->n, "actief")] =
		    sp_int_value(1);
	sp_uuid_next(&filling->session->uuid, uuid);
	row[kind->n - 2] = sp_text_value(uuid);
	row[kind->n - 1] = sp_text_value(filling->kantoor);
	return sp_records_insert(filling->records, row, &id, err);
}

static int
add_codes(struct filling *filling, struct sp_error *err)
{
	static const char *const columns[] = { "lijst", "code", "nl", "en" };

	for (size_t i = 0; i < sp_default_codes_n; i++) {
		const struct sp_default_code *c = &sp_default_codes[i];
		const struct sp_value values[] = { sp_text_value(c->lijst),
			sp_text_value(c->code), sp_text_value(c->nl),
			sp_text_value(c->en) };
		if (insert(filling, columns, values, 4, err) != 0)
			return -1;
	}
	return 0;
}

static int
add_terms(struct filling *filling, struct sp_error *err)
{
	static const char *const columns[] = { "soort", "dagen", "werkdagen" };

	for (size_t i = 0; i < SP_CLOCKS; i++) {
		const struct sp_clock_default *d = &sp_clock_defaults[i];
		const struct sp_value values[] = { sp_text_value(d->code),
			sp_int_value(d->days), sp_int_value(d->working) };
		if (insert(filling, columns, values, 3, err) != 0)
			return -1;
	}
	return 0;
}

static int
add_settings(struct filling *filling, struct sp_error *err)
{
	static const char *const columns[] = { "naam", "waarde", "uitleg" };
	const struct sp_value office[] = { sp_text_value("kantoor"),
		sp_text_value(filling->kantoor),
		sp_text_value("kantoor dat deze opslag maakte") };

	if (insert(filling, columns, office, 3, err) != 0)
		return -1;
	for (size_t i = 0; i < sp_default_settings_n; i++) {
		const struct sp_default_setting *s = &sp_default_settings[i];
		const struct sp_value values[] = { sp_text_value(s->naam),
			sp_text_value(s->waarde), sp_text_value(s->uitleg) };
		if (insert(filling, columns, values, 3, err) != 0)
			return -1;
	}
	return 0;
}

static int
fill(struct filling *filling, const char *naam,
    int (*add)(struct filling *filling, struct sp_error *err), size_t n,
    struct sp_error *err)
{
	struct sp_trail *trail =
	    sp_trail_open(filling->store, filling->session, filling->kantoor);
	int bad;

	filling->kind = sp_kind_find(naam);
	filling->records = sp_records_open(filling->store, filling->kind);
	bad = add(filling, err) != 0 ||
	      sp_trail_added(trail, filling->kind, 0, (int64_t)n, err) != 0;
	sp_records_close(filling->records);
	sp_trail_close(trail);
	return bad ? -1 : 0;
}

int
sp_defaults_add(struct sp_store *store, struct sp_session *session,
    const char *kantoor, struct sp_error *err)
{
	struct filling filling = { store, session, kantoor, NULL, NULL };
	char uuid[SP_UUID_SIZE], office[24];
	int got = sp_settings_any(store, err);

	if (got != 0)
		return got < 0 ? -1 : 0;
	if (kantoor == NULL) {
		/* the random end of a uuid */
		sp_uuid_next(&session->uuid, uuid);
		memcpy(office, "kantoor-", 8);
		memcpy(office + 8, uuid + 28, 9);
		filling.kantoor = office;
	}
	if (fill(&filling, "code", add_codes, sp_default_codes_n, err) != 0 ||
	    fill(&filling, "termijn", add_terms, SP_CLOCKS, err) != 0)
		return -1;
	return fill(&filling, "instelling", add_settings,
	    sp_default_settings_n + 1, err);
}
