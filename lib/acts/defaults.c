/* defaults - gives a store its lists, settings, terms, texts and office */
#include <stdlib.h>
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
	int64_t added;
};

/* One record, its columns named in the order of values, unless there is one of
 * its key. */
static int
insert(struct filling *filling, const char *const *columns,
    const struct sp_value *values, size_t n, struct sp_error *err)
{
	const struct sp_kind *kind = filling->kind;
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	char uuid[SP_UUID_SIZE];
	int active = sp_column_find(kind->columns, kind->n, "actief");
	int64_t id;
	int known;

	for (size_t i = 0; i < n; i++)
		row[sp_column_find(kind->columns, kind->n, columns[i])] =
		    values[i];
	known = sp_records_find(filling->records, row, &id, err);
	if (known != 0)
		return known < 0 ? -1 : 0;
	filling->added++;
	if (active >= 0)
		row[active] = sp_int_value(1);
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
add_texts(struct filling *filling, struct sp_error *err)
{
	static const char *const columns[] = { "titel", "taal", "status",
		"volgorde", "tekst" };

	for (size_t i = 0; i < sp_default_texts_n; i++) {
		const struct sp_default_text *t = &sp_default_texts[i];
		const struct sp_value values[] = { sp_text_value(t->titel),
			sp_text_value(t->taal), sp_text_value(t->status),
			sp_int_value(t->volgorde), sp_text_value(t->tekst) };
		if (insert(filling, columns, values, 5, err) != 0)
			return -1;
	}
	return 0;
}

static const struct {
	const char *kind;
	int (*add)(struct filling *filling, struct sp_error *err);
} parts[] = {
	{ "code", add_codes },
	{ "termijn", add_terms },
	{ "standaardtekst", add_texts },
	{ "instelling", add_settings },
};

static int
fill_part(struct filling *filling, size_t part, struct sp_error *err)
{
	struct sp_trail *trail =
	    sp_trail_open(filling->store, filling->session, filling->kantoor);
	int64_t before = filling->added;
	int bad;

	filling->kind = sp_kind_find(parts[part].kind);
	filling->records = sp_records_open(filling->store, filling->kind);
	bad = parts[part].add(filling, err);
	if (!bad && filling->added > before)
		bad = sp_trail_added(trail, filling->kind, 0,
		    filling->added - before, err);
	sp_records_close(filling->records);
	sp_trail_close(trail);
	return bad ? -1 : 0;
}

static int
fill(struct filling *filling, struct sp_error *err)
{
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (fill_part(filling, i, err) != 0)
			return -1;
	return 0;
}

int
sp_defaults_add(struct sp_store *store, struct sp_session *session,
    const char *kantoor, struct sp_error *err)
{
	struct filling filling = { .store = store,
		.session = session,
		.kantoor = kantoor };
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
	return fill(&filling, err);
}

int
sp_defaults_renew(struct sp_store *store, struct sp_session *session,
    int64_t *added, struct sp_error *err)
{
	struct filling filling = { .store = store, .session = session };
	int got = sp_settings_any(store, err);
	char *office = got > 0 ? sp_office(store, err) : NULL;
	int bad;

	*added = 0;
	if (got == 0)
		return 0;
	if (office == NULL)
		return -1;
	filling.kantoor = office;
	bad = fill(&filling, err);
	*added = filling.added;
	free(office);
	return bad;
}
