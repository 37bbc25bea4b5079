/* trail - log rows, made from the log's own column table */
#include "acts/trail.h"

#include <stdlib.h>
#include <string.h>

#include "records/kinds.h"
#include "records/settings.h"
#include "sp/mem.h"

enum { CELLS = 14 };
static const char *const columns[CELLS] = { "wanneer", "wie", "werktuig",
	"handeling", "soort", "record", "veld", "oud", "nieuw", "aantal",
	"reden", "op", "uuid", "kantoor" };

struct sp_trail {
	struct sp_session *session;
	struct sp_records *records;
	const struct sp_kind *log;
	const char *kantoor;
	char uuid[SP_UUID_SIZE];
	int at[CELLS]; /* numbers of those columns */
};

struct sp_trail *
sp_trail_open(struct sp_store *store, struct sp_session *session,
    const char *kantoor)
{
	struct sp_trail *trail = sp_alloc(1, sizeof(*trail));

	trail->session = session;
	trail->log = sp_kind_find("log");
	trail->records = sp_records_open(store, trail->log);
	trail->kantoor = kantoor;
	for (size_t i = 0; i < CELLS; i++)
		trail->at[i] = sp_column_named(trail->log->columns,
		    trail->log->n, columns[i]);
	return trail;
}

void
sp_trail_close(struct sp_trail *trail)
{
	if (trail == NULL)
		return;
	sp_records_close(trail->records);
	free(trail);
}

/* One thing to tell; NULL and 0 are left empty. */
struct told {
	const char *handeling, *soort, *veld, *oud, *nieuw, *reden, *op;
	int64_t record, aantal;
};

static struct sp_value
number(int64_t n)
{
	return n == 0 ? sp_text_value(NULL) : sp_int_value(n);
}

static int
tell(struct sp_trail *trail, const struct told *told, struct sp_error *err)
{
	const struct sp_session *session = trail->session;
	const struct sp_value cells[CELLS] = { sp_text_value(session->now),
		sp_text_value(session->user), sp_text_value(session->tool),
		sp_text_value(told->handeling), sp_text_value(told->soort),
		number(told->record), sp_text_value(told->veld),
		sp_text_value(told->oud), sp_text_value(told->nieuw),
		number(told->aantal), sp_text_value(told->reden),
		sp_text_value(told->op), sp_text_value(trail->uuid),
		sp_text_value(trail->kantoor) };
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	int64_t id;

	sp_uuid_next(&trail->session->uuid, trail->uuid);
	for (size_t i = 0; i < CELLS; i++)
		row[trail->at[i]] = cells[i];
	return sp_records_insert(trail->records, row, &id, err);
}

int
sp_trail_added(struct sp_trail *trail, const struct sp_kind *kind, int64_t id,
    int64_t n, struct sp_error *err)
{
	struct told told = { .handeling = "toegevoegd",
		.soort = kind->naam,
		.record = id,
		.aantal = n };

	return tell(trail, &told, err);
}

/* A column's value for the log: only of open columns. */
static char *
shown(const struct sp_column *column, const struct sp_value *value)
{
	struct sp_text text = { 0 };

	if (column->care != SP_OPEN || !sp_value_given(value))
		return NULL;
	sp_text_clear(&text);
	sp_cell_format(&text, column, value, "nl");
	return text.s;
}

static int
tell_column(struct sp_trail *trail, const struct sp_kind *kind, int64_t id,
    size_t i, const struct sp_value *before, const struct sp_value *now,
    struct sp_error *err)
{
	char *oud = shown(&kind->columns[i], &before[i]);
	char *nieuw = shown(&kind->columns[i], &now[i]);
	struct told told = { .handeling = "gewijzigd",
		.soort = kind->naam,
		.veld = kind->columns[i].naam,
		.oud = oud,
		.nieuw = nieuw,
		.record = id };
	int bad = tell(trail, &told, err);

	free(oud);
	free(nieuw);
	return bad;
}

int
sp_trail_change(struct sp_trail *trail, const struct sp_kind *kind, int64_t id,
    const struct sp_value *before, const struct sp_value *now, bool each,
    struct sp_error *err)
{
	struct sp_text names = { 0 };
	struct told told = { .handeling = "gewijzigd",
		.soort = kind->naam,
		.record = id };
	int bad = 0;

	for (size_t i = 1; i < kind->n && bad == 0; i++) {
		if (now[i].type == SP_ABSENT)
			continue;
		if (each) {
			bad = tell_column(trail, kind, id, i, before, now, err);
			continue;
		}
		sp_text_add(&names, names.length > 0 ? "|" : "");
		sp_text_add(&names, kind->columns[i].naam);
	}
	told.veld = names.s;
	if (bad == 0 && !each)
		bad = tell(trail, &told, err);
	sp_text_free(&names);
	return bad;
}

int
sp_trail_step(struct sp_trail *trail, const struct sp_kind *kind, int64_t id,
    const struct sp_trail_told *told, struct sp_error *err)
{
	bool some = *told->fields != '\0';
	struct told row = { .handeling = told->verb,
		.soort = kind->naam,
		.veld = some ? told->fields : NULL,
		.oud = some ? told->before : NULL,
		.nieuw = some ? told->after : NULL,
		.reden = told->why,
		.op = told->day,
		.record = id };

	return tell(trail, &row, err);
}

int
sp_trail_behind(struct sp_trail *trail, struct sp_error *err)
{
	return sp_records_insert_behind(trail->records, err);
}

int
sp_trail_index_late(struct sp_trail *trail, struct sp_error *err)
{
	static const char *const keep[] = { "uuid", NULL };

	return sp_records_index_late(trail->records, keep, err);
}

char *
sp_office(struct sp_store *store, struct sp_error *err)
{
	char *office = NULL;

	if (sp_setting(store, "kantoor", &office, err) == 0)
		sp_fail(err, SP_TROUBLE,
		    _("the store has no setting kantoor; sp-store restore puts "
		      "a sound one in its place"));
	return office;
}
