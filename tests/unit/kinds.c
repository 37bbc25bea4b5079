/* kinds - what the column tables promise each other; `manual` prints the
 * sections of sp-formats(5) for kinds.t */
#include "sp/kinds.h"

#include <stdlib.h>
#include <string.h>

#include "records/defaults.h"
#include "sp/describe.h"
#include "sp/life.h"
#include "sp/lifecycle.h"
#include "tap.h"

static bool
is(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static const struct sp_column *
column(const struct sp_kind *kind, const char *name)
{
	int c = sp_column_find(kind->columns, kind->n, name);

	return c < 0 ? NULL : &kind->columns[c];
}

/* Each of a column's names means that column and no other of the kind. */
static bool
names_are_its_own(const struct sp_kind *kind, size_t i)
{
	const struct sp_column *c = &kind->columns[i];
	const char *names[] = { c->naam, c->name, c->alias };

	for (int n = 0; n < 3; n++)
		if (names[n] != NULL &&
		    sp_column_find(kind->columns, kind->n, names[n]) != (int)i)
			return false;
	return true;
}

static bool
codes_are_unique(const struct sp_codes *codes)
{
	for (const struct sp_code *c = codes->codes; c->code != NULL; c++) {
		if (c->en == NULL || sp_code_find(codes, c->code) != c->code ||
		    sp_code_find(codes, c->en) != c->code)
			return false;
	}
	return codes->lijst != NULL;
}

static bool
list_has_codes(const char *list)
{
	for (size_t i = 0; i < sp_default_codes_n; i++)
		if (strcmp(sp_default_codes[i].lijst, list) == 0)
			return true;
	return false;
}

/* What a type needs, and what it can not have. */
static bool
fits_its_type(const struct sp_column *c)
{
	bool of_kind = c->kind != NULL && sp_kind_find(c->kind) != NULL;
	bool bounded = c->min != 0 || c->max != 0;
	int sources = (c->codes != NULL) + (c->list != NULL) + of_kind;

	if (c->kind != NULL && !of_kind)
		return false;
	if (bounded && c->type != SP_COL_INTEGER && c->type != SP_COL_MONEY &&
	    c->type != SP_COL_HOURS)
		return false;
	if (c->codes != NULL && !codes_are_unique(c->codes))
		return false;
	if (c->list != NULL && !list_has_codes(c->list))
		return false;
	switch (c->type) {
	case SP_COL_CODE: return sources == 1 && !of_kind;
	case SP_COL_LIST: return sources <= 1;
	case SP_COL_REFERENCE: return sources == 1 && of_kind;
	default: return sources == 0;
	}
}

static void
test_column(const struct sp_kind *kind, size_t i)
{
	const struct sp_column *c = &kind->columns[i];
	bool named = names_are_its_own(kind, i), fits = fits_its_type(c);
	bool told = c->hulp != NULL && c->help != NULL && *c->hulp != '\0' &&
		    *c->help != '\0';

	ok(named && fits && told,
	    "%s.%s has names of its own (%d), fits its type (%d) and is told "
	    "in two languages (%d)",
	    kind->naam, c->naam, named, fits, told);
}

static void
test_kind(const struct sp_kind *kind)
{
	const struct sp_column *c = kind->columns;
	bool keys = true, texts = true;
	const char *rest = kind->text == NULL ? "" : kind->text;

	for (int i = 0; i < 4 && kind->key[i] != NULL; i++)
		keys = keys && column(kind, kind->key[i]) != NULL;
	while (*rest != '\0') {
		char *name = sp_strndup(rest, strcspn(rest, "|"));
		texts = texts && column(kind, name) != NULL;
		rest += strlen(name) + (rest[strlen(name)] == '|');
		free(name);
	}
	ok(kind->n >= 3 && kind->n <= SP_KIND_COLUMNS && is(c[0].naam, "id") &&
		is(c[kind->n - 2].naam, "uuid") &&
		is(c[kind->n - 1].naam, "kantoor"),
	    "%s begins and ends as every kind", kind->naam);
	ok(keys, "%s: its key is columns", kind->naam);
	ok(texts, "%s: its texts are columns", kind->naam);
	ok(kind->label == NULL || column(kind, kind->label) != NULL,
	    "%s: its label is a column", kind->naam);
	ok(!kind->namesakes || (kind->label != NULL && kind->key[0] != NULL),
	    "%s: namesakes have a label and a key", kind->naam);
	ok(sp_kind_find(kind->naam) == kind &&
		sp_kind_find(kind->name) == kind &&
		(kind->alias == NULL || sp_kind_find(kind->alias) == kind),
	    "%s is found by its names", kind->naam);
	for (size_t i = 0; i < kind->n; i++)
		test_column(kind, i);
}

static bool
has_two_names(const struct sp_step *step, const char *word)
{
	const struct sp_codes *table = sp_code_find(step->states, word) != NULL
					   ? step->states
					   : step->events;
	const char *english =
	    table == NULL ? word : sp_code_name(table, word, "en");

	/* open is a word of both */
	return is(sp_step_word(step, word), word) &&
	       (!is(english, word) || is(word, "open")) &&
	       is(sp_step_word(step, english), word) &&
	       column(&step->fields, english) == NULL;
}

static bool
is_a_state(const char *name)
{
	for (int t = 0; t < SP_TRACKS; t++)
		if (name != NULL && sp_state_known((enum sp_track)t, name))
			return true;
	return false;
}

/* A word after an id is a state and never a field: some track may come to
 * be in it, or it is one of two events of a loop that are no state. It is known
 * by a name in each language. */
static bool
words_are_states(const struct sp_step *step)
{
	const char *rest = step->words == NULL ? "" : step->words;
	bool good = true;

	while (*rest != '\0') {
		char *word = sp_strndup(rest, strcspn(rest, "|"));
		bool known = is(word, "poging") || is(word, "nagekeken") ||
			     is_a_state(word);
		good = good && known && column(&step->fields, word) == NULL &&
		       has_two_names(step, word);
		rest += strlen(word) + (rest[strlen(word)] == '|');
		free(word);
	}
	return good;
}

static void
test_step(const struct sp_step *step)
{
	const struct sp_kind *fields = &step->fields;

	ok(is(fields->columns[0].naam, "id") && fields->n <= SP_KIND_COLUMNS &&
		sp_step_find(fields->naam) == step && step->take != NULL,
	    "step %s begins with id and is found by its name", fields->naam);
	ok(column(fields, "op") != NULL &&
		column(fields, "op")->type == SP_COL_DATE,
	    "step %s has a day", fields->naam);
	ok(words_are_states(step), "step %s: its words are states, no fields",
	    fields->naam);
	for (size_t i = 0; i < fields->n; i++) {
		const struct sp_column *c = &fields->columns[i];
		ok(!is_a_state(c->naam) && !is_a_state(c->name) &&
			!is_a_state(c->alias),
		    "step %s: field %s is no state", fields->naam, c->naam);
		test_column(fields, i);
	}
}

static int
manual(void)
{
	struct sp_text text = { 0 };

	for (size_t i = 0; i < sp_kinds_n; i++)
		sp_describe_manual(&text, sp_kinds[i]);
	fputs(text.s, stdout);
	sp_text_free(&text);
	return 0;
}

/* What must never be open (DOMAIN 1i, PRIVACY): kind, column, at least. */
static const struct {
	const char *kind, *column;
	enum sp_care care;
} cares[] = {
	{ "persoon", "naam", SP_PERSONAL },
	{ "persoon", "leeftijdsgroep", SP_PERSONAL },
	{ "persoon", "doelgroep", SP_SENSITIVE },
	{ "persoon", "organisatie", SP_SENSITIVE },
	{ "persoon", "grenzen", SP_SENSITIVE },
	{ "persoon", "motivatie", SP_SENSITIVE },
	{ "persoon", "ambassadeur_na", SP_SENSITIVE },
	{ "persoon", "opmerking", SP_SENSITIVE },
	{ "persoon", "gevonden_via", SP_PERSONAL },
	{ "contactweg", "waarde", SP_PERSONAL },
	{ "contactpunt", "mail", SP_PERSONAL },
	{ "band", "van", SP_SENSITIVE },
	{ "band", "naar", SP_SENSITIVE },
	{ "band", "vertrouwen", SP_SENSITIVE },
	{ "signaal", "tekst", SP_SENSITIVE },
	{ "signaal", "bewoner_ref", SP_SENSITIVE },
	{ "signaal", "via_persoon", SP_PERSONAL },
	{ "signaal", "kenmerk", SP_PERSONAL },
	{ "organisatie", "opmerking", SP_PERSONAL },
	{ "netwerk", "opmerking", SP_PERSONAL },
	{ "log", "wie", SP_PERSONAL },
};

int
main(int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "manual") == 0)
		return manual();
	for (size_t i = 0; i < sp_kinds_n; i++)
		test_kind(sp_kinds[i]);
	for (size_t i = 0; i < sp_steps_n; i++)
		test_step(sp_steps[i]);
	for (size_t i = 0; i < sizeof(cares) / sizeof(cares[0]); i++) {
		const struct sp_kind *kind = sp_kind_find(cares[i].kind);
		const struct sp_column *c = column(kind, cares[i].column);
		ok(c != NULL && c->care >= cares[i].care,
		    "%s.%s is handled with care", cares[i].kind,
		    cares[i].column);
	}
	return done();
}
