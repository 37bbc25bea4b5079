/* names - the header, matched once */
#include "rows/names.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "sp/utf8.h"

struct pair {
	char *theirs, *folded;
	int ours; /* SP_NAME_PASSED: passed over */
};

struct sp_names {
	const struct sp_input *input;
	struct pair *pairs; /* of --map */
	size_t n;
};

static void
trim(const char **s, size_t *length)
{
	while (*length > 0 && (**s == ' ' || **s == '\t')) {
		++*s;
		--*length;
	}
	while (*length > 0 &&
	       ((*s)[*length - 1] == ' ' || (*s)[*length - 1] == '\t'))
		--*length;
}

static char *
folded(const char *s, size_t length)
{
	struct sp_text out = { 0 };
	char *copy;

	trim(&s, &length);
	copy = sp_strndup(s, length);
	sp_utf8_fold(&out, copy);
	free(copy);
	return out.s;
}

/* One side of a pair, up to the mark or the end. */
static char *
take_part(const char **at, char mark)
{
	struct sp_text part = { 0 };
	const char *s = *at;
	bool quoted = *s == '"';

	sp_text_clear(&part);
	for (s += quoted; *s != '\0' && (quoted || *s != mark); s++) {
		if (quoted && *s == '"' && s[1] != '"') {
			quoted = false;
			continue;
		}
		if ((quoted && *s == '"') || (*s == '\\' && s[1] != '\0'))
			s++;
		sp_text_addc(&part, *s);
	}
	*at = s;
	return part.s;
}

static int
take_ours(struct sp_names *names, struct pair *pair, const char *ours,
    struct sp_error *err)
{
	size_t length = strlen(ours);
	char *copy;

	trim(&ours, &length);
	pair->ours = SP_NAME_PASSED;
	if (length == 0)
		return 0;
	copy = sp_strndup(ours, length);
	pair->ours =
	    sp_column_find(names->input->columns, names->input->n, copy);
	if (pair->ours < 0)
		sp_fail(err, SP_INPUT,
		    _("--map: there is no field \"%.*s\"; write theirs=ours"),
		    (int)sp_utf8_fit(copy, 80), copy);
	free(copy);
	return pair->ours < 0 ? -1 : 0;
}

static int
take_pair(struct sp_names *names, const char **at, struct sp_error *err)
{
	struct pair *pair;
	char *ours;
	int bad;

	names->pairs =
	    sp_grow(names->pairs, names->n + 1, sizeof(*names->pairs));
	pair = &names->pairs[names->n++];
	pair->theirs = take_part(at, '=');
	pair->folded = folded(pair->theirs, strlen(pair->theirs));
	if (**at != '=')
		return sp_fail(err, SP_INPUT,
		    _("--map: write theirs=ours, with a comma between two"));
	for (size_t i = 0; i + 1 < names->n; i++)
		if (strcmp(names->pairs[i].folded, pair->folded) == 0)
			return sp_fail(err, SP_INPUT,
			    _("--map: \"%.*s\" stands there twice"),
			    (int)sp_utf8_fit(pair->theirs, 80), pair->theirs);
	++*at;
	ours = take_part(at, ',');
	bad = take_ours(names, pair, ours, err);
	free(ours);
	*at += **at == ',';
	return bad;
}

struct sp_names *
sp_names_open(const struct sp_input *input, struct sp_error *err)
{
	struct sp_names *names = sp_alloc(1, sizeof(*names));
	const char *map = input->map == NULL ? "" : input->map;

	names->input = input;
	while (*map != '\0')
		if (take_pair(names, &map, err) != 0) {
			sp_names_close(names);
			return NULL;
		}
	return names;
}

void
sp_names_close(struct sp_names *names)
{
	if (names == NULL)
		return;
	for (size_t i = 0; i < names->n; i++) {
		free(names->pairs[i].theirs);
		free(names->pairs[i].folded);
	}
	free(names->pairs);
	free(names);
}

/* Whether --map gives this column to another of their names. */
static bool
claimed(const struct sp_names *names, int column)
{
	for (size_t i = 0; i < names->n; i++)
		if (names->pairs[i].ours == column)
			return true;
	return false;
}

int
sp_names_find(const struct sp_names *names, const char *theirs, size_t length)
{
	char *name = names->n > 0 ? folded(theirs, length) : NULL;
	int column = SP_NAME_UNKNOWN;

	for (size_t i = 0; i < names->n; i++)
		if (strcmp(names->pairs[i].folded, name) == 0)
			column = names->pairs[i].ours;
	free(name);
	if (column != SP_NAME_UNKNOWN)
		return column;
	trim(&theirs, &length);
	name = sp_strndup(theirs, length);
	column = sp_column_find(names->input->columns, names->input->n, name);
	if (column >= 0 && names->input->ignore_unknown &&
	    claimed(names, column))
		column = SP_NAME_PASSED;
	else if (column < 0)
		column = strcasecmp(name, "regel") == 0 ||
				 strcasecmp(name, "reden") == 0
			     ? SP_NAME_PASSED
			     : SP_NAME_UNKNOWN;
	free(name);
	return column;
}

static int
unknown(const struct sp_text *strange, struct sp_error *err)
{
	size_t fits = sp_utf8_fit(strange->s, 600);

	return sp_fail(err, SP_INPUT,
	    _("unknown column: %.*s%s; --map theirs=ours renames, "
	      "--ignore-unknown passes over"),
	    (int)fits, strange->s, fits < strange->length ? " ..." : "");
}

static int
twice(const struct sp_names *names, const char *const *theirs, size_t first,
    size_t second, int column, struct sp_error *err)
{
	struct sp_text a = { 0 }, b = { 0 };

	sp_text_clear(&a);
	sp_text_clear(&b);
	sp_utf8_visible(&a, theirs[first]);
	sp_utf8_visible(&b, theirs[second]);
	sp_fail(err, SP_INPUT,
	    _("%s: this column stands there twice, as \"%.*s\" and \"%.*s\""),
	    sp_column_name(&names->input->columns[column], names->input->lang),
	    (int)sp_utf8_fit(a.s, 80), a.s, (int)sp_utf8_fit(b.s, 80), b.s);
	sp_text_free(&a);
	sp_text_free(&b);
	return -1;
}

/* A name in the map that the header has not is a slip that would lose a
 * column without a word. */
static int
check_map(const struct sp_names *names, const char *const *theirs, size_t n,
    struct sp_error *err)
{
	for (size_t i = 0; i < names->n; i++) {
		const struct pair *pair = &names->pairs[i];
		bool met = false;
		for (size_t j = 0; j < n && !met; j++) {
			char *name = folded(theirs[j], strlen(theirs[j]));
			met = strcmp(name, pair->folded) == 0;
			free(name);
		}
		if (!met)
			return sp_fail(err, SP_INPUT,
			    _("--map: the input has no column \"%.*s\""),
			    (int)sp_utf8_fit(pair->theirs, 80), pair->theirs);
	}
	return 0;
}

/* The marks of rejected rows stand last, even of a kind with a `reden`. */
static bool
is_mark(const char *const *theirs, size_t n, size_t i)
{
	return n >= 2 && i + 2 >= n &&
	       strcasecmp(theirs[n - 2], "regel") == 0 &&
	       strcasecmp(theirs[n - 1], "reden") == 0;
}

int
sp_names_match(const struct sp_names *names, const char *const *theirs,
    size_t n, bool header, int *ours, struct sp_error *err)
{
	struct sp_text strange = { 0 };
	size_t known = 0;
	int bad = 0;

	for (size_t i = 0; i < n && !bad; i++) {
		const char *name = theirs[i];
		ours[i] = header && is_mark(theirs, n, i)
			      ? SP_NAME_PASSED
			      : sp_names_find(names, name, strlen(name));
		known += ours[i] >= 0;
		for (size_t j = 0; j < i && ours[i] >= 0 && !bad; j++)
			if (ours[j] == ours[i])
				bad = twice(names, theirs, j, i, ours[i], err);
		if (ours[i] != SP_NAME_UNKNOWN || names->input->ignore_unknown)
			continue;
		sp_text_add(&strange, strange.length > 0 ? ", " : "");
		sp_utf8_visible(&strange, *name == '\0' ? "\"\"" : name);
	}
	if (!bad && strange.length > 0)
		bad = unknown(&strange, err);
	if (!bad && header)
		bad = check_map(names, theirs, n, err);
	if (!bad && n > 0 && known == 0)
		bad = sp_fail(err, SP_INPUT,
		    _("no column is known; --map theirs=ours renames"));
	sp_text_free(&strange);
	return bad;
}
