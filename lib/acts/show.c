/* show - a record and its surroundings, from the column tables alone */
#include "sp/show.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/stakeholders.h"
#include "records/kinds.h"
#include "sp/list.h"
#include "sp/utf8.h"

enum { NEWEST = 5, WIDTH = 22 };

static const char *
field(const struct sp_column *column, const char *lang)
{
	return strcmp(lang, "en") == 0 ? column->name : column->naam;
}

static void
add_fields(struct sp_text *out, const struct sp_kind *kind,
    const struct sp_value *row, const char *lang)
{
	for (size_t i = 1; i + 2 < kind->n; i++) {
		const struct sp_column *column = &kind->columns[i];
		struct sp_text value = { 0 };
		if (!sp_value_given(&row[i]))
			continue;
		sp_text_clear(&value);
		sp_cell_show(&value, column, &row[i], lang);
		sp_text_addf(out, "%-*s ", WIDTH, field(column, lang));
		sp_utf8_visible_lines(out, value.s, WIDTH + 1);
		sp_text_addc(out, '\n');
		sp_text_free(&value);
	}
}

static void
add_empty(struct sp_text *out, const struct sp_kind *kind,
    const struct sp_value *row, const char *lang)
{
	size_t said = 0;

	for (size_t i = 1; i + 2 < kind->n; i++) {
		const struct sp_column *column = &kind->columns[i];
		if (!(column->flags & SP_SOUGHT) || sp_value_given(&row[i]))
			continue;
		if (said++ == 0)
			sp_text_addf(out, "%-*s ", WIDTH, _("not filled in"));
		else
			sp_text_add(out, ", ");
		sp_text_add(out, field(column, lang));
	}
	if (said > 0)
		sp_text_addc(out, '\n');
}

/* A bare number or ja says nothing without its field. */
static bool
speaks(const struct sp_column *column)
{
	return !sp_column_is_number(column) && column->type != SP_COL_BOOLEAN;
}

/* One line of a record that refers to this one. */
static void
add_line(struct sp_text *out, const struct sp_kind *kind,
    const struct sp_value *row, const char *but, const char *lang)
{
	size_t said = 0;

	sp_text_addf(out, "  %lld", (long long)row[0].i);
	for (size_t i = 1; i + 2 < kind->n && said < 5; i++) {
		const struct sp_column *column = &kind->columns[i];
		if (!sp_value_given(&row[i]) || (column->flags & SP_LONG) ||
		    column->care == SP_SENSITIVE ||
		    strcmp(column->naam, but) == 0)
			continue;
		struct sp_text cell = { 0 };
		sp_text_clear(&cell);
		sp_cell_show(&cell, column, &row[i], lang);
		sp_text_add(out, said++ > 0 ? ", " : "  ");
		if (!speaks(column))
			sp_text_addf(out, "%s ", field(column, lang));
		sp_utf8_visible(out, cell.s);
		sp_text_free(&cell);
	}
	sp_text_addc(out, '\n');
}

struct showing {
	struct sp_store *store;
	const struct sp_session *session;
	struct sp_text *out;
};

static int
add_referring(struct showing *showing, const struct sp_kind *kind,
    const struct sp_column *column, int64_t id, struct sp_error *err)
{
	const char *lang = showing->session->lang;
	int64_t ids[NEWEST], n;
	int found = sp_records_referring(showing->store, kind, column, id, ids,
	    NEWEST, &n, err);

	if (found <= 0)
		return found;
	sp_text_addf(showing->out, "\n%s (%s): %lld\n",
	    strcmp(lang, "en") == 0 ? kind->name : kind->naam,
	    field(column, lang), (long long)n);
	for (int i = 0; i < found; i++) {
		char key[24];
		struct sp_value row[SP_KIND_COLUMNS];
		struct sp_list *list;
		snprintf(key, sizeof(key), "%lld", (long long)ids[i]);
		list = sp_list_one(showing->store, kind, key, lang,
		    showing->session, err);
		if (list == NULL)
			return -1;
		if (sp_list_next(list, row, err) > 0)
			add_line(showing->out, kind, row, column->naam, lang);
		sp_list_close(list);
	}
	return 0;
}

static int
add_surroundings(struct showing *showing, const struct sp_kind *kind,
    int64_t id, struct sp_error *err)
{
	for (size_t k = 0; k < sp_kinds_n; k++)
		for (size_t c = 0; c < sp_kinds[k]->n; c++) {
			const struct sp_column *column =
			    &sp_kinds[k]->columns[c];
			if (column->kind != NULL &&
			    strcmp(column->kind, kind->naam) == 0 &&
			    add_referring(showing, sp_kinds[k], column, id,
				err) < 0)
				return -1;
		}
	return 0;
}

int
sp_show(struct sp_store *store, const struct sp_kind *kind, const char *key,
    const struct sp_session *session, struct sp_text *out, struct sp_error *err)
{
	struct showing showing = { store, session, out };
	struct sp_list *list =
	    sp_list_one(store, kind, key, session->lang, session, err);
	struct sp_value row[SP_KIND_COLUMNS];
	int got;

	if (list == NULL)
		return -1;
	got = sp_list_next(list, row, err);
	if (got > 0) {
		sp_text_addf(out, "%s %lld\n",
		    strcmp(session->lang, "en") == 0 ? kind->name : kind->naam,
		    (long long)row[0].i);
		add_fields(out, kind, row, session->lang);
		add_empty(out, kind, row, session->lang);
		if (strcmp(kind->naam, "project") == 0)
			got = sp_stakeholders(store, row[0].i, session, out,
				  err) != 0
				  ? -1
				  : 1;
		if (got > 0)
			got = add_surroundings(&showing, kind, row[0].i, err);
	}
	sp_list_close(list);
	return got;
}
