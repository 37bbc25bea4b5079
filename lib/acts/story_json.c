/* story_json - a signal with all that hangs on it as one object */
#include <string.h>

#include "acts/story.h"
#include "sp/json.h"
#include "sp/story.h"

static const struct {
	const char *nl, *en;
} arrays[STORY_PARTS] = {
	[STORY_REFERRALS] = { "doorverwijzingen", "referrals" },
	[STORY_ACTIONS] = { "acties", "actions" },
	[STORY_PROMISES] = { "beloften", "promises" },
	[STORY_LOOPS] = { "lussen", "loops" },
	[STORY_MESSAGES] = { "boodschappen", "messages" },
	[STORY_INSIGHTS] = { "inzichten", "insights" },
	[STORY_HISTORY] = { "geschiedenis", "history" },
};

/* The columns of a row of the log that its readers look for. */
static const char *const logged[] = { "wanneer", "wie", "op", "reden" };

static const char *
called(const char *nl, const char *en, const char *lang)
{
	return strcmp(lang, "en") == 0 ? en : nl;
}

static void
add_member(struct sp_text *out, const struct story_rows *rows, size_t i,
    size_t c, const char *lang)
{
	const struct sp_column *column = &rows->kind->columns[c];

	sp_json_string(out, sp_column_name(column, lang));
	sp_text_addc(out, ':');
	sp_json_value(out, column, &rows->cells[i * rows->kind->n + c], lang);
}

static void
add_columns(struct sp_text *out, const struct story_rows *rows, size_t i,
    const char *lang)
{
	for (size_t c = 0; c < rows->kind->n; c++) {
		sp_text_add(out, c > 0 ? "," : "");
		add_member(out, rows, i, c, lang);
	}
}

/* A field as it is called: of the signal, or `referral:3`. */
static void
add_field(struct sp_text *out, const struct story *story,
    const struct story_change *change, const char *lang)
{
	const struct sp_kind *kind = story_about(change), *own;
	struct sp_text name = { 0 };
	int c;

	if (kind != NULL) {
		sp_text_addf(&name, "%s:%lld",
		    called(kind->naam, kind->name, lang),
		    (long long)change->nr);
		sp_json_string(out, name.s);
		sp_text_free(&name);
		return;
	}
	own = story->signal.kind;
	c = sp_column_find(own->columns, own->n, change->field);
	sp_json_string(out,
	    c < 0 ? change->field : sp_column_name(&own->columns[c], lang));
}

/* A code is written in the language; what was empty is null. */
static void
add_value(struct sp_text *out, const struct story *story,
    const struct story_change *change, const char *value, const char *lang)
{
	const struct sp_codes *codes = story_codes(story, change);

	if (value == NULL || *value == '\0')
		sp_text_add(out, "null");
	else
		sp_json_string(out,
		    codes == NULL ? value : sp_code_name(codes, value, lang));
}

static void
add_changes(struct sp_text *out, const struct story *story, size_t row,
    const char *lang)
{
	struct story_change changes[STORY_CHANGES];
	size_t n = story_changes(story, row, changes);

	sp_json_string(out, called("veranderingen", "changes", lang));
	sp_text_add(out, ":[");
	for (size_t i = 0; i < n; i++) {
		sp_text_add(out, i > 0 ? ",{" : "{");
		sp_json_string(out, called("veld", "field", lang));
		sp_text_addc(out, ':');
		add_field(out, story, &changes[i], lang);
		sp_text_addc(out, ',');
		sp_json_string(out, called("oud", "old", lang));
		sp_text_addc(out, ':');
		add_value(out, story, &changes[i], changes[i].before, lang);
		sp_text_addc(out, ',');
		sp_json_string(out, called("nieuw", "new", lang));
		sp_text_addc(out, ':');
		add_value(out, story, &changes[i], changes[i].after, lang);
		sp_text_addc(out, '}');
	}
	sp_text_addc(out, ']');
	story_changes_free(changes, n);
}

/* What was done: verbs are English, what sp-add writes is Dutch. */
static void
add_done(struct sp_text *out, const char *done, const char *lang)
{
	static const char *const words[][2] = { { "toegevoegd", "added" },
		{ "gewijzigd", "changed" } };

	for (size_t i = 0; i < 2; i++)
		if (strcmp(words[i][0], done) == 0)
			done = called(words[i][0], words[i][1], lang);
	sp_json_string(out, called("handeling", "action", lang));
	sp_text_addc(out, ':');
	sp_json_string(out, done);
	sp_text_addc(out, ',');
}

static void
add_logged(struct sp_text *out, const struct story *story, size_t row,
    const char *lang)
{
	const struct story_rows *log = &story->parts[STORY_HISTORY];

	for (size_t i = 0; i < sizeof(logged) / sizeof(logged[0]); i++) {
		int c =
		    sp_column_find(log->kind->columns, log->kind->n, logged[i]);
		add_member(out, log, row, (size_t)c, lang);
		sp_text_addc(out, ',');
	}
	add_done(out, story_word(log, row, "handeling"), lang);
	add_changes(out, story, row, lang);
}

static void
add_part(struct sp_text *out, const struct story *story, int part,
    const char *lang)
{
	const struct story_rows *rows = &story->parts[part];

	sp_text_add(out, ",\n");
	sp_json_string(out, called(arrays[part].nl, arrays[part].en, lang));
	sp_text_add(out, ":[");
	for (size_t i = 0; i < rows->n; i++) {
		sp_text_add(out, i > 0 ? ",\n{" : "\n{");
		if (part == STORY_HISTORY)
			add_logged(out, story, i, lang);
		else
			add_columns(out, rows, i, lang);
		sp_text_addc(out, '}');
	}
	sp_text_addc(out, ']');
}

/* A story to load. */
struct loading {
	struct story story;
	const char *key;
	const struct sp_session *session;
};

static int
load(void *context, struct sp_store *store, struct sp_error *err)
{
	struct loading *loading = context;

	return story_load(&loading->story, store, loading->key, false,
	    loading->session, err);
}

int
sp_story_json(struct sp_store *store, const char *key,
    const struct sp_session *session, const char *lang, struct sp_text *out,
    struct sp_error *err)
{
	struct loading loading = { .key = key, .session = session };
	const struct story *story = &loading.story;
	int bad = sp_store_at_once(store, load, &loading, err);

	if (!bad) {
		sp_text_addc(out, '{');
		add_columns(out, &story->signal, 0, lang);
		for (int part = 0; part < STORY_PARTS; part++)
			add_part(out, story, part, lang);
		sp_text_add(out, "}\n");
	}
	story_close(&loading.story);
	return bad;
}
