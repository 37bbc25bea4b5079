/* texts - what a standard text may ask, and what reads hard in a text */
#include "acts/texts.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "records/codes.h"
#include "sp/date.h"
#include "sp/plain.h"
#include "sp/sentences.h"
#include "sp/template.h"
#include "sp/utf8.h"

/* What a text to residents may say of a signal. Not in here: what they said,
 * and what they are called. */
static const char *const fields[] = { "id", "soort", "domein", "gebied",
	"aantal", "kanaal", "gemeld_op", "gebeurd_op", "via_persoon",
	"via_netwerk", "aanleiding", "kenmerk", "project", "behandelaar", "org",
	"status", "gepland_op", "uiterlijk", "uitkomst", "antwoord",
	"antwoord_op", "annulering" };
enum { FIELDS = sizeof(fields) / sizeof(fields[0]), MOST_NAMED = 80 };

/* What is written beside it goes in its place. */
static const char said_nl[] = "tekst", said_en[] = "text";

static bool
is_said(const char *name, size_t length)
{
	return (length == strlen(said_nl) &&
		   strncasecmp(name, said_nl, length) == 0) ||
	       (length == strlen(said_en) &&
		   strncasecmp(name, said_en, length) == 0);
}

/* The column of a signal that a field means; NULL: it means none. */
static const struct sp_column *
column_of(const struct sp_kind *kind, const char *name, size_t length)
{
	char *field = sp_strndup(name, length);
	int c = sp_column_find(kind->columns, kind->n, field);

	free(field);
	for (size_t i = 0; i < FIELDS && c >= 0; i++)
		if (strcmp(fields[i], kind->columns[c].naam) == 0)
			return &kind->columns[c];
	return NULL;
}

struct checking {
	const struct sp_kind *kind;
	char *strange; /* the first field that is not there */
};

static void
look_at(void *context, const char *name, size_t length)
{
	struct checking *checking = context;

	if (checking->strange == NULL && !is_said(name, length) &&
	    column_of(checking->kind, name, length) == NULL)
		checking->strange = sp_strndup(name, length);
}

int
sp_texts_check(const char *text, const char *lang, struct sp_error *err)
{
	struct checking checking = { .kind = sp_kind_find("signaal") };
	struct sp_text names = { 0 };
	int bad = sp_template_fields(text, look_at, &checking, err) < 0;

	if (!bad && checking.strange != NULL) {
		sp_text_add(&names,
		    strcmp(lang, "en") == 0 ? said_en : said_nl);
		for (size_t i = 0; i < FIELDS; i++)
			sp_text_addf(&names, ", %s",
			    sp_column_name(column_of(checking.kind, fields[i],
					       strlen(fields[i])),
				lang));
		bad = sp_fail(err, SP_INPUT,
		    _("there is no field {{%s}}; there are: %s"),
		    checking.strange, names.s);
	}
	sp_text_free(&names);
	free(checking.strange);
	return bad ? -1 : 0;
}

/* A text being filled. */
struct filling {
	const struct sp_kind *kind;
	const struct sp_value *row;
	const char *said;
	const char *lang; /* of names and days: "nl" or "en" */
	struct sp_references *references;
	struct sp_text room;
};

/* 2026-03-05 as 5 maart 2026. */
static void
add_day(struct sp_text *out, const char *day, const char *lang)
{
	static const char *const months[][2] = { { "januari", "January" },
		{ "februari", "February" }, { "maart", "March" },
		{ "april", "April" }, { "mei", "May" }, { "juni", "June" },
		{ "juli", "July" }, { "augustus", "August" },
		{ "september", "September" }, { "oktober", "October" },
		{ "november", "November" }, { "december", "December" } };
	int year, month, number;
	long days;

	if (!sp_date_parse(day, &days))
		return;
	sp_date_parts(days, &year, &month, &number);
	sp_text_addf(out, "%d %s %d", number,
	    months[month - 1][strcmp(lang, "en") == 0], year);
}

/* As people say it: a name for a code or a record, no bar between two. */
static void
add_value(struct filling *filling, const struct sp_column *column)
{
	struct sp_value cell = filling->row[column - filling->kind->columns];
	struct sp_text names = { 0 };
	struct sp_text *out = &filling->room;

	sp_text_clear(out);
	if (column->type == SP_COL_DATE && sp_value_given(&cell)) {
		add_day(out, cell.s, filling->lang);
		return;
	}
	sp_reference_name(filling->references, column, &names, &cell);
	sp_cell_show(out, column, &cell, filling->lang);
	for (size_t i = 0; column->codes != NULL && i < out->length; i++)
		if (out->s[i] == '_')
			out->s[i] = ' ';
	sp_text_free(&names);
}

static const char *
field_value(void *context, const char *name, size_t length)
{
	struct filling *filling = context;
	const struct sp_column *column = column_of(filling->kind, name, length);

	if (is_said(name, length))
		return filling->said;
	if (column == NULL)
		return NULL;
	add_value(filling, column);
	return filling->room.s;
}

int
sp_texts_fill(struct sp_text *out, const char *text, const char *language,
    struct sp_store *store, const struct sp_value *row, const char *said,
    struct sp_error *err)
{
	struct filling filling = { .kind = sp_kind_find("signaal"),
		.row = row,
		.said = said,
		.lang = strcmp(language, "en") == 0 ? "en" : "nl" };
	int bad;

	filling.references = sp_references_open(store, filling.lang);
	bad = sp_template_fill(out, text, field_value, &filling, err);
	sp_references_close(filling.references);
	sp_text_free(&filling.room);
	return bad;
}

/* The words to look for: the town's own, which are to be freed, and ours. */
struct hard_list {
	struct sp_hard_word *words;
	size_t n, own;
};

static void
add_own(void *context, const char *code, const char *plain)
{
	struct hard_list *list = context;

	list->words = sp_grow(list->words, list->n + 1, sizeof(*list->words));
	list->words[list->n++] =
	    (struct sp_hard_word){ sp_strdup(code), sp_strdup(plain) };
	list->own = list->n;
}

static void
free_list(struct hard_list *list)
{
	for (size_t i = 0; i < list->own; i++) {
		free((char *)(uintptr_t)list->words[i].hard);
		free((char *)(uintptr_t)list->words[i].plain);
	}
	free(list->words);
}

static int
read_list(struct hard_list *list, struct sp_store *store, struct sp_error *err)
{
	*list = (struct hard_list){ 0 };
	if (sp_codes_of(store, "moeilijk", add_own, list, err) != 0) {
		free_list(list);
		return -1;
	}
	list->words = sp_grow(list->words, list->n + sp_hard_words_dutch_n,
	    sizeof(*list->words));
	memcpy(list->words + list->n, sp_hard_words_dutch,
	    sp_hard_words_dutch_n * sizeof(*list->words));
	list->n += sp_hard_words_dutch_n;
	return 0;
}

struct warning {
	const char *text;
	struct sp_text *lines;
	const struct hard_list *list;
	bool *told; /* of each word of the list */
};

static void
tell_hard(void *context, size_t at, size_t length,
    const struct sp_hard_word *word)
{
	struct warning *warning = context;
	bool *told = &warning->told[word - warning->list->words];
	char *found = sp_strndup(warning->text + at, length);
	struct sp_text shown = { 0 };

	/* it may stand on two lines */
	for (char *c = found; *c != '\0'; c++)
		if (strchr("\t\r\n", *c) != NULL)
			*c = ' ';
	sp_text_clear(&shown);
	sp_utf8_visible(&shown, found);
	shown.s[sp_utf8_fit(shown.s, MOST_NAMED)] = '\0';
	if (!*told && *word->plain == '\0')
		sp_text_addf(warning->lines, _("hard word \"%s\"\n"), shown.s);
	else if (!*told)
		sp_text_addf(warning->lines,
		    _("hard word \"%s\"; say rather: %s\n"), shown.s,
		    word->plain);
	*told = true;
	sp_text_free(&shown);
	free(found);
}

static void
tell_long(void *context, size_t at, size_t length, size_t words)
{
	struct warning *warning = context;
	size_t line = 1;

	(void)length;
	for (size_t i = 0; i < at; i++)
		line += warning->text[i] == '\n';
	sp_text_addf(warning->lines,
	    _("line %zu: a sentence of %zu words; over %d is long, two read "
	      "better\n"),
	    line, words, SP_LONG_SENTENCE);
}

int
sp_texts_warn(struct sp_store *store, const char *text, const char *language,
    struct sp_text *lines, struct sp_error *err)
{
	struct hard_list list;
	struct warning warning = { text, lines, &list, NULL };

	sp_text_addn(lines, "", 0);
	if (strcmp(language, "nl") == 0) {
		if (read_list(&list, store, err) != 0)
			return -1;
		warning.told = sp_alloc(list.n, sizeof(*warning.told));
		sp_hard_words(text, list.words, list.n, tell_hard, &warning);
		free(warning.told);
		free_list(&list);
	}
	sp_long_sentences(text, SP_LONG_SENTENCE, tell_long, &warning);
	return 0;
}
