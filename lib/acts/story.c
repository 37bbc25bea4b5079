/* story - reads a signal and what hangs on it through the lists */
#include "acts/story.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "records/kinds.h"
#include "records/references.h"
#include "sp/list.h"
#include "sp/pairs.h"
#include "sp/utf8.h"

static const char *const kinds[STORY_PARTS] = {
	[STORY_REFERRALS] = "doorverwijzing",
	[STORY_ACTIONS] = "actie",
	[STORY_PROMISES] = "belofte",
	[STORY_LOOPS] = "lus",
	[STORY_MESSAGES] = "boodschap",
	[STORY_INSIGHTS] = "inzicht",
	[STORY_HISTORY] = "log",
};

static void
keep_row(struct story_rows *rows, const struct sp_value *row)
{
	size_t n = rows->kind->n;
	struct sp_value *kept;

	rows->cells =
	    sp_grow(rows->cells, (rows->n + 1) * n, sizeof(*rows->cells));
	kept = &rows->cells[rows->n++ * n];
	for (size_t i = 0; i < n; i++) {
		kept[i] = row[i];
		if (row[i].type == SP_TEXT)
			kept[i].s = sp_strdup(row[i].s);
	}
}

static int
keep_all(struct story_rows *rows, struct sp_list *list, struct sp_error *err)
{
	struct sp_value row[SP_KIND_COLUMNS];
	int got = list == NULL ? -1 : 1;

	while (got > 0 && (got = sp_list_next(list, row, err)) > 0)
		keep_row(rows, row);
	sp_list_close(list);
	return got;
}

int
story_read(struct story_rows *rows, struct sp_store *store, const char *kind,
    const struct story_where *where, size_t n, bool names,
    const struct sp_session *session, struct sp_error *err)
{
	struct sp_pair pairs[4] = { 0 };
	int bad;

	*rows = (struct story_rows){ .kind = sp_kind_find(kind) };
	for (size_t i = 0; i < n; i++)
		pairs[i] = (struct sp_pair){ .field = sp_strdup(where[i].field),
			.relation = SP_IS,
			.value = sp_strdup(where[i].value) };
	bad = keep_all(rows,
	    sp_list_open(store, rows->kind, pairs, n,
		names ? session->lang : NULL, false, session, err),
	    err);
	for (size_t i = 0; i < n; i++)
		sp_pair_free(&pairs[i]);
	return bad;
}

int
story_read_of(struct story_rows *rows, struct sp_store *store, const char *kind,
    const char *column, int64_t id, bool names,
    const struct sp_session *session, struct sp_error *err)
{
	*rows = (struct story_rows){ .kind = sp_kind_find(kind) };
	return keep_all(rows,
	    sp_list_of(store, rows->kind, column, id,
		names ? session->lang : NULL, session, err),
	    err);
}

void
story_rows_free(struct story_rows *rows)
{
	for (size_t i = 0; i < rows->n * (rows->n > 0 ? rows->kind->n : 0); i++)
		if (rows->cells[i].type == SP_TEXT)
			free((char *)(uintptr_t)rows->cells[i].s);
	free(rows->cells);
	*rows = (struct story_rows){ 0 };
}

/* Whether a row of the log tells of the referral. */
static bool
on_the_log(const struct story *story, int64_t referral)
{
	struct story_change changes[STORY_CHANGES];
	bool found = false;

	for (size_t row = 0; row < story->parts[STORY_HISTORY].n && !found;
	     row++) {
		size_t n = story_changes(story, row, changes);
		for (size_t i = 0; i < n; i++)
			found = found ||
				(changes[i].nr == referral &&
				    story_about(&changes[i]) ==
					story->parts[STORY_REFERRALS].kind);
		story_changes_free(changes, n);
	}
	return found;
}

/* The first row of the history: what the log would say of a referral. */
static void
put_first(struct story *story, size_t referral)
{
	const struct story_rows *rows = &story->parts[STORY_REFERRALS];
	struct story_rows *log = &story->parts[STORY_HISTORY];
	size_t n = log->kind->n;
	struct sp_value org = *story_cell(rows, referral, "org");
	char *fields = sp_format("doorverwijzing:%lld|status|org",
	    (long long)story_number(rows, referral, "id"));
	char *after =
	    org.type == SP_TEXT
		? sp_format("verzonden|in_behandeling|%s", org.s)
		: sp_format("verzonden|in_behandeling|%lld", (long long)org.i);
	const struct story_where cells[] = { { "handeling", "route" },
		{ "wie", story_word(rows, referral, "door") },
		{ "op", story_word(rows, referral, "verzonden_op") },
		{ "veld", fields }, { "oud", "|gemeld|" }, { "nieuw", after } };
	struct sp_value row[SP_KIND_COLUMNS] = { 0 }, last[SP_KIND_COLUMNS];

	for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
		row[sp_column_named(log->kind->columns, n, cells[i].field)] =
		    sp_text_value(cells[i].value);
	keep_row(log, row);
	memcpy(last, &log->cells[(log->n - 1) * n], n * sizeof(*last));
	memmove(log->cells + n, log->cells, (log->n - 1) * n * sizeof(*last));
	memcpy(log->cells, last, n * sizeof(*last));
	free(fields);
	free(after);
}

/* A signal that came in with many and went by a rule has no row of its own on
 * the log: the referral says it. */
static void
fill_history(struct story *story)
{
	const struct story_rows *rows = &story->parts[STORY_REFERRALS];

	for (size_t i = 0; i < rows->n; i++)
		if (sp_value_given(story_cell(rows, i, "regel")) &&
		    !on_the_log(story, story_number(rows, i, "id")))
			put_first(story, i);
}

/* The signal as it is called, of the one with its ids; references NULL: the
 * same. */
static void
name_signal(struct story *story, struct sp_references *references)
{
	const struct sp_kind *kind = story->signal.kind;
	struct sp_text rooms[SP_KIND_COLUMNS] = { 0 };
	struct sp_value row[SP_KIND_COLUMNS];

	memcpy(row, story->raw.cells, kind->n * sizeof(*row));
	for (size_t c = 0; c < kind->n && references != NULL; c++)
		sp_reference_name(references, &kind->columns[c], &rooms[c],
		    &row[c]);
	keep_row(&story->signal, row);
	for (size_t c = 0; c < kind->n; c++)
		sp_text_free(&rooms[c]);
}

static int
load_signal(struct story *story, struct sp_store *store, const char *key,
    bool names, struct sp_error *err)
{
	struct sp_references *references =
	    names ? sp_references_open(store, story->session->lang) : NULL;
	struct sp_list *list =
	    sp_list_one(store, story->raw.kind, key, NULL, story->session, err);
	int bad = keep_all(&story->raw, list, err);

	if (!bad)
		name_signal(story, references);
	sp_references_close(references);
	return bad;
}

int
story_load(struct story *story, struct sp_store *store, const char *key,
    bool names, const struct sp_session *session, struct sp_error *err)
{
	const struct sp_kind *kind = sp_kind_find("signaal");
	struct story_where told[] = { { "soort", "signaal" },
		{ "record", NULL } };
	bool any[STORY_PARTS];
	char number[24];
	int64_t id;
	int bad;

	*story = (struct story){ .session = session,
		.signal.kind = kind,
		.raw.kind = kind };
	if (load_signal(story, store, key, names, err) != 0)
		return -1;
	id = story->raw.cells[0].i;
	bad = sp_records_any(store, kinds, STORY_HISTORY, "signaal", id, any,
	    err);
	for (int i = 0; i < STORY_HISTORY && !bad; i++) {
		story->parts[i].kind = sp_kind_find(kinds[i]);
		if (any[i])
			bad = story_read_of(&story->parts[i], store, kinds[i],
			    "signaal", id, names, session, err);
	}
	snprintf(number, sizeof(number), "%lld", (long long)id);
	told[1].value = number;
	if (!bad)
		bad = story_read(&story->parts[STORY_HISTORY], store,
		    kinds[STORY_HISTORY], told, 2, names, session, err);
	if (!bad)
		fill_history(story);
	return bad;
}

void
story_close(struct story *story)
{
	story_rows_free(&story->signal);
	story_rows_free(&story->raw);
	for (int i = 0; i < STORY_PARTS; i++)
		story_rows_free(&story->parts[i]);
}

const struct sp_value *
story_cell(const struct story_rows *rows, size_t i, const char *column)
{
	int c = sp_column_find(rows->kind->columns, rows->kind->n, column);

	return &rows->cells[i * rows->kind->n + (size_t)c];
}

const char *
story_word(const struct story_rows *rows, size_t i, const char *column)
{
	const struct sp_value *cell = story_cell(rows, i, column);

	return cell->type == SP_TEXT && *cell->s != '\0' ? cell->s : NULL;
}

int64_t
story_number(const struct story_rows *rows, size_t i, const char *column)
{
	const struct sp_value *cell = story_cell(rows, i, column);

	/* of a kind without names, an id is what names it */
	if (cell->type == SP_TEXT)
		return strtoll(cell->s, NULL, 10);
	return cell->type == SP_INT ? cell->i : 0;
}

size_t
story_find(const struct story_rows *rows, int64_t id)
{
	size_t i = 0;

	while (i < rows->n && rows->cells[i * rows->kind->n].i != id)
		i++;
	return i;
}

void
story_put(struct sp_text *out, const struct story_rows *rows, size_t i,
    const char *column, const char *lang, size_t indent)
{
	int c = sp_column_find(rows->kind->columns, rows->kind->n, column);
	struct sp_text cell = { 0 };

	sp_text_clear(&cell);
	sp_cell_format(&cell, &rows->kind->columns[c],
	    &rows->cells[i * rows->kind->n + (size_t)c], lang);
	sp_utf8_visible_lines(out, cell.s, indent);
	sp_text_free(&cell);
}

/* The next of several, "|" between; NULL stays NULL. whole: it is just one. */
static char *
next(const char **at, bool whole)
{
	size_t length;
	char *one;

	if (*at == NULL)
		return NULL;
	length = whole ? strlen(*at) : strcspn(*at, "|");
	one = sp_strndup(*at, length);
	*at += length + ((*at)[length] == '|');
	return one;
}

size_t
story_changes(const struct story *story, size_t row,
    struct story_change changes[STORY_CHANGES])
{
	const struct story_rows *log = &story->parts[STORY_HISTORY];
	const char *fields = story_word(log, row, "veld");
	const struct sp_value *oud = story_cell(log, row, "oud");
	const struct sp_value *nieuw = story_cell(log, row, "nieuw");
	const char *before = oud->type == SP_TEXT ? oud->s : NULL;
	const char *after = nieuw->type == SP_TEXT ? nieuw->s : NULL;
	bool whole = fields != NULL && strchr(fields, '|') == NULL;
	size_t n = 0;

	while (fields != NULL && *fields != '\0' && n < STORY_CHANGES) {
		struct story_change *change = &changes[n++];
		char *colon;
		*change = (struct story_change){ .field = next(&fields, false),
			.before = next(&before, whole),
			.after = next(&after, whole) };
		colon = strchr(change->field, ':');
		if (colon == NULL)
			continue;
		*colon = '\0';
		change->nr = strtoll(colon + 1, NULL, 10);
	}
	return n;
}

void
story_changes_free(struct story_change *changes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		free(changes[i].field);
		free(changes[i].before);
		free(changes[i].after);
	}
}

const struct sp_kind *
story_about(const struct story_change *change)
{
	return change->nr == 0 ? NULL : sp_kind_find(change->field);
}

const struct sp_codes *
story_codes(const struct story *story, const struct story_change *change)
{
	const struct sp_kind *kind = story_about(change);
	const char *column = change->field;
	int c;

	if (kind == NULL)
		kind = story->signal.kind;
	else
		column =
		    strcmp(kind->naam, "boodschap") == 0 ? "soort" : "status";
	c = sp_column_find(kind->columns, kind->n, column);
	return c < 0 ? NULL : kind->columns[c].codes;
}
