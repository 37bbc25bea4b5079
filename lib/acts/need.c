/* need - the fields of a need, and where each comes from */
#include "acts/need.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "records/kinds.h"
#include "records/kinds/kinds.h"
#include "sp/find.h"
#include "sp/kinds.h"

const struct sp_column sp_need_columns[] = {
	[SP_NEED_SIGNAL] = { .naam = "signaal",
	    .name = "signal",
	    .alias = "id",
	    .type = SP_COL_REFERENCE,
	    .kind = "signaal" },
	[SP_NEED_VACANCY] = { .naam = "vacature",
	    .name = "vacancy",
	    .type = SP_COL_REFERENCE,
	    .kind = "vacature" },
	[SP_NEED_AREA] = { .naam = "gebied",
	    .name = "area",
	    .alias = "gemeente",
	    .type = SP_COL_LIST,
	    .kind = "gebied" },
	[SP_NEED_MAX_KM] = { .naam = "max_km",
	    .name = "max_km",
	    .type = SP_COL_INTEGER,
	    .max = 500 },
	[SP_NEED_DOMAIN] = { .naam = "domein",
	    .name = "domain",
	    .alias = "domeinen",
	    .type = SP_COL_LIST,
	    .list = "domein" },
	[SP_NEED_LEARNED] = { .naam = "geleerd",
	    .name = "learned",
	    .type = SP_COL_BOOLEAN },
	[SP_NEED_LANGUAGE] = { .naam = "taal",
	    .name = "language",
	    .alias = "talen",
	    .type = SP_COL_LIST,
	    .list = "taal" },
	[SP_NEED_WISHED] = { .naam = "wens_taal",
	    .name = "wished_language",
	    .type = SP_COL_LIST,
	    .list = "taal" },
	[SP_NEED_ROLE] = { .naam = "rol",
	    .name = "role",
	    .alias = "rollen",
	    .type = SP_COL_LIST,
	    .codes = &sp_roles },
	[SP_NEED_TITLE] = { .naam = "titel",
	    .name = "title",
	    .alias = "titels",
	    .type = SP_COL_LIST },
	[SP_NEED_GROUP] = { .naam = "doelgroep",
	    .name = "target_group",
	    .type = SP_COL_LIST,
	    .list = "doelgroep" },
	[SP_NEED_TASK] = { .naam = "taak",
	    .name = "task",
	    .type = SP_COL_CODE,
	    .codes = &sp_tasks },
	[SP_NEED_HOURS] = { .naam = "uren",
	    .name = "hours",
	    .alias = "uren_begroot",
	    .type = SP_COL_HOURS,
	    .min = 1,
	    .max = 200000 },
	[SP_NEED_HEAVY] = { .naam = "zwaar",
	    .name = "heavy",
	    .type = SP_COL_BOOLEAN },
	[SP_NEED_WHEN] = { .naam = "wanneer",
	    .name = "when",
	    .type = SP_COL_DATE },
	[SP_NEED_ORG] = { .naam = "org",
	    .name = "organisation",
	    .alias = "organisatie",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie" },
	[SP_NEED_PROJECT] = { .naam = "project",
	    .name = "project",
	    .type = SP_COL_REFERENCE,
	    .kind = "project" },
	[SP_NEED_PERSONS] = { .naam = "personen",
	    .name = "persons",
	    .type = SP_COL_INTEGER,
	    .min = 1,
	    .max = 1000 },
};

size_t
sp_need_row_columns(struct sp_column *columns)
{
	const struct sp_kind *signal = sp_kind_find("signaal");
	size_t n = SP_NEEDS;

	memcpy(columns, sp_need_columns, SP_NEEDS * sizeof(*columns));
	for (size_t i = 0; i < signal->n; i++)
		if (sp_column_find(columns, SP_NEEDS, signal->columns[i].naam) <
		    0)
			columns[n++] = signal->columns[i];
	return n;
}

bool
sp_need_asks(const struct sp_need *need, enum sp_need_field field)
{
	return sp_value_given(&need->value[field]);
}

/* A text is the need's own from here on. */
static void
keep(struct sp_need *need, int i, const struct sp_value *value)
{
	char *copy;

	need->value[i] = *value;
	if (value->type != SP_TEXT)
		return;
	/* it may stand in this very room */
	copy = sp_strdup(value->s);
	sp_text_clear(&need->rooms[i]);
	sp_text_add(&need->rooms[i], copy);
	free(copy);
	need->value[i] = sp_text_value(need->rooms[i].s);
}

static int
resolve(struct sp_need *need, struct sp_references *references, int i,
    struct sp_value value, struct sp_error *err)
{
	if (sp_reference_value(references, &sp_need_columns[i], &value, err) !=
	    0)
		return -1;
	keep(need, i, &value);
	return 0;
}

int
sp_need_take_pair(struct sp_need *need, struct sp_references *references,
    const struct sp_session *session, const struct sp_pair *pair,
    struct sp_error *err)
{
	struct sp_door door = { '.', false, session->lang };
	int i = sp_column_find(sp_need_columns, SP_NEEDS, pair->field);
	struct sp_value value;

	if (i < 0)
		return sp_fail(err, SP_INPUT,
		    _("%s: a need has signaal=, vacature=, gebied=, max_km=, "
		      "domein=, geleerd=, taal=, wens_taal=, rol=, titel=, "
		      "doelgroep=, taak=, uren=, zwaar=, wanneer=, org=, "
		      "project= and personen="),
		    pair->field);
	if (pair->relation != SP_IS)
		return sp_fail(err, SP_INPUT, _("%s: write field=value"),
		    pair->field);
	if (*pair->value == '\0')
		return sp_fail(err, SP_INPUT, _("%s: is empty"), pair->field);
	if (sp_value_given(&need->value[i]))
		return 0;
	if (sp_cell_parse(&sp_need_columns[i], pair->value, &door,
		&need->rooms[i], &value, err) != 0)
		return -1;
	return resolve(need, references, i, value, err);
}

int
sp_need_take_row(struct sp_need *need, struct sp_references *references,
    const struct sp_value *row, struct sp_error *err)
{
	for (int i = 0; i < SP_NEEDS; i++)
		if (sp_value_given(&row[i]) &&
		    resolve(need, references, i, row[i], err) != 0)
			return -1;
	return 0;
}

/* What a record says of a need, by its columns. */
struct says {
	enum sp_need_field field;
	const char *column;
};
static const struct says signal_says[] = {
	{ SP_NEED_AREA, "gebied" },
	{ SP_NEED_DOMAIN, "domein" },
	{ SP_NEED_LANGUAGE, "taal" },
};
static const struct says vacancy_says[] = {
	{ SP_NEED_AREA, "gebied" },
	{ SP_NEED_DOMAIN, "domein" },
	{ SP_NEED_LEARNED, "geleerd" },
	{ SP_NEED_LANGUAGE, "talen" },
	{ SP_NEED_WISHED, "wens_taal" },
	{ SP_NEED_ROLE, "rol" },
	{ SP_NEED_GROUP, "doelgroep" },
	{ SP_NEED_ORG, "org" },
	{ SP_NEED_PROJECT, "project" },
};

static const struct sp_value *
cell(const struct sp_kind *kind, const struct sp_value *row, const char *column)
{
	return &row[sp_column_named(kind->columns, kind->n, column)];
}

/* Where the need says nothing itself. */
static void
take_cells(struct sp_need *need, const struct sp_kind *kind,
    const struct sp_value *row, const struct says *says, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		enum sp_need_field field = says[i].field;
		const struct sp_value *said = cell(kind, row, says[i].column);
		struct sp_value area;
		char id[24];
		if (sp_need_asks(need, field) || !sp_value_given(said))
			continue;
		/* of one area a list */
		if (field == SP_NEED_AREA && said->type == SP_INT) {
			snprintf(id, sizeof(id), "%lld", (long long)said->i);
			area = sp_text_value(id);
			said = &area;
		}
		keep(need, (int)field, said);
	}
}

static int
take_signal(struct sp_need *need, struct sp_store *store, struct sp_error *err)
{
	const struct sp_kind *kind = sp_kind_find("signaal");
	struct sp_value row[SP_KIND_COLUMNS];
	struct sp_records *signals;
	int got;

	if (!sp_need_asks(need, SP_NEED_SIGNAL))
		return 0;
	signals = sp_records_open(store, kind);
	got = sp_records_get(signals, need->value[SP_NEED_SIGNAL].i, row, err);
	if (got > 0)
		take_cells(need, kind, row, signal_says,
		    sizeof(signal_says) / sizeof(signal_says[0]));
	sp_records_close(signals);
	return got < 0 ? -1 : 0;
}

/* Nobody is told of work that is gone. */
static int
check_open(const struct sp_kind *kind, const struct sp_value *row,
    const struct sp_session *session, struct sp_error *err)
{
	const char *status = cell(kind, row, "status")->s;
	const struct sp_value *closes = cell(kind, row, "sluit_op");

	if (strcmp(status, "open") != 0)
		return sp_fail(err, SP_REFUSED,
		    _("vacancy %lld is %s; only an open one is matched"),
		    (long long)row[0].i,
		    sp_code_name(&sp_vacancy_states, status, session->lang));
	if (closes->type == SP_TEXT && strcmp(closes->s, session->today) < 0)
		return sp_fail(err, SP_REFUSED,
		    _("vacancy %lld closed on %s; a later sluit_op= opens it "
		      "again"),
		    (long long)row[0].i, closes->s);
	return 0;
}

/* Hours of a volunteer are of those that she can give; a job's are not. */
static void
take_hours(struct sp_need *need, const struct sp_kind *kind,
    const struct sp_value *row)
{
	static const struct says says = { SP_NEED_HOURS, "uren_week" };
	const struct sp_value *form = cell(kind, row, "vorm");

	if (form->type == SP_TEXT && strcmp(form->s, "vrijwilliger") == 0)
		take_cells(need, kind, row, &says, 1);
}

static int
take_vacancy(struct sp_need *need, struct sp_store *store,
    const struct sp_session *session, struct sp_error *err)
{
	const struct sp_kind *kind = sp_kind_find("vacature");
	struct sp_value row[SP_KIND_COLUMNS];
	struct sp_records *vacancies;
	int got;

	if (!sp_need_asks(need, SP_NEED_VACANCY))
		return 0;
	if (sp_need_asks(need, SP_NEED_HEAVY))
		return sp_fail(err, SP_INPUT,
		    _("%s: is said of an ask, not of a vacancy"),
		    sp_column_name(&sp_need_columns[SP_NEED_HEAVY],
			session->lang));
	vacancies = sp_records_open(store, kind);
	got =
	    sp_records_get(vacancies, need->value[SP_NEED_VACANCY].i, row, err);
	if (got > 0 && check_open(kind, row, session, err) != 0)
		got = -1;
	if (got > 0) {
		take_cells(need, kind, row, vacancy_says,
		    sizeof(vacancy_says) / sizeof(vacancy_says[0]));
		take_hours(need, kind, row);
	}
	sp_records_close(vacancies);
	return got < 0 ? -1 : 0;
}

int
sp_need_complete(struct sp_need *need, struct sp_store *store,
    const struct sp_session *session, struct sp_error *err)
{
	return take_vacancy(need, store, session, err) != 0
		   ? -1
		   : take_signal(need, store, err);
}

void
sp_need_free(struct sp_need *need)
{
	for (int i = 0; i < SP_NEEDS; i++)
		sp_text_free(&need->rooms[i]);
	*need = (struct sp_need){ 0 };
}
