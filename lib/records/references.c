/* references - ids, keys and names looked up once and remembered */
#include "records/references.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "records/kinds.h"
#include "sp/map.h"
#include "sp/mem.h"

enum { REMEMBERED = 1 << 16, CANDIDATES = 5, NAMED_CODES = 16 };

struct sp_references {
	struct sp_store *store;
	const char *lang;
	struct sp_map *found;  /* what was typed -> what is meant */
	struct sp_map *labels; /* what is stored -> what people call it */
	struct sp_text key;
	struct sp_text rooms[SP_KIND_COLUMNS];
};

struct sp_references *
sp_references_open(struct sp_store *store, const char *lang)
{
	struct sp_references *references = sp_alloc(1, sizeof(*references));

	references->store = store;
	references->lang = lang;
	references->found = sp_map_open();
	references->labels = sp_map_open();
	return references;
}

void
sp_references_close(struct sp_references *references)
{
	if (references == NULL)
		return;
	sp_map_close(references->found);
	sp_map_close(references->labels);
	sp_text_free(&references->key);
	for (size_t i = 0; i < SP_KIND_COLUMNS; i++)
		sp_text_free(&references->rooms[i]);
	free(references);
}

void
sp_references_forget(struct sp_references *references)
{
	sp_map_clear(references->found);
}

/* The key of a question: a kind or list, and the text. */
static void
make_key(struct sp_references *references, const char *of, const char *text)
{
	sp_text_clear(&references->key);
	sp_text_add(&references->key, of);
	sp_text_addc(&references->key, '\t');
	sp_text_add(&references->key, text);
}

static const char *
called(const struct sp_references *references, const struct sp_column *column)
{
	return strcmp(references->lang, "en") == 0 ? column->name
						   : column->naam;
}

/* The label's column, NULL for kinds without names. */
static const struct sp_column *
label_of(const struct sp_kind *kind)
{
	if (kind->label == NULL)
		return NULL;
	return &kind->columns[sp_column_find(kind->columns, kind->n,
	    kind->label)];
}

static bool
may_say(const struct sp_kind *kind)
{
	const struct sp_column *label = label_of(kind);

	return label == NULL || label->care == SP_OPEN;
}

static int
none(const struct sp_kind *kind, const char *text, struct sp_error *err)
{
	if (may_say(kind))
		return sp_fail(err, SP_NOTHING,
		    _("there is no %s \"%.80s\"; sp-report lijst %s shows "
		      "them"),
		    kind->naam, text, kind->naam);
	return sp_fail(err, SP_NOTHING,
	    _("there is no such %s; sp-report lijst %s shows them"), kind->naam,
	    kind->naam);
}

static int
several(const struct sp_kind *kind, const int64_t *ids, size_t n,
    struct sp_error *err)
{
	struct sp_text list = { 0 };

	for (size_t i = 0; i < n && i < CANDIDATES; i++)
		sp_text_addf(&list, "%s%lld", i > 0 ? ", " : "",
		    (long long)ids[i]);
	if (n > CANDIDATES)
		sp_text_add(&list, ", ...");
	sp_fail(err, SP_INPUT,
	    _("several %s records bear this name (%s); give the id"),
	    kind->naam, list.s);
	sp_text_free(&list);
	return -1;
}

/* The one record whose column is the value: 1 and *id, 0 none, -1 several. */
static int
ask(struct sp_references *references, const struct sp_kind *kind,
    const char *column, bool folded, const struct sp_value *value, int64_t *id,
    struct sp_error *err)
{
	int64_t ids[CANDIDATES + 1];
	int n = sp_records_where(references->store, kind, column, folded, value,
	    ids, CANDIDATES + 1, err);

	if (n > 1)
		return several(kind, ids, (size_t)n, err);
	if (n == 1)
		*id = ids[0];
	return n;
}

static bool
is_number(const char *text, int64_t *number)
{
	size_t length = strspn(text, "0123456789");

	if (length == 0 || length > 18 || text[length] != '\0')
		return false;
	*number = strtoll(text, NULL, 10);
	return true;
}

/* A key of more columns can still be meant by its first, if that is text. */
static bool
first_key_names(const struct sp_kind *kind)
{
	int first;

	if (kind->key[0] == NULL)
		return false;
	first = sp_column_find(kind->columns, kind->n, kind->key[0]);
	return kind->columns[first].type == SP_COL_TEXT;
}

/* In a row a name that means nothing is wrong input. */
static int
fail_in(struct sp_references *references, const struct sp_column *column,
    struct sp_error *err)
{
	if (err->status == SP_NOTHING)
		err->status = SP_INPUT;
	return sp_fail_at(err, "%s: ", called(references, column));
}

/* By the rule: an id, else the natural key, else the name, else the name
 * whatever its accents and capitals. */
static int
look_up(struct sp_references *references, const struct sp_kind *kind,
    const char *text, int64_t *id, struct sp_error *err)
{
	struct sp_value value = sp_text_value(text);
	int got = 0;

	if (is_number(text, id)) {
		struct sp_value number = sp_int_value(*id);
		got = ask(references, kind, "id", false, &number, id, err);
	}
	if (got == 0 && first_key_names(kind))
		got =
		    ask(references, kind, kind->key[0], false, &value, id, err);
	for (int folded = 0; folded < 2; folded++)
		if (got == 0 && kind->label != NULL)
			got = ask(references, kind, kind->label, folded, &value,
			    id, err);
	return got == 0 ? none(kind, text, err) : got < 0 ? -1 : 0;
}

int
sp_reference_find(struct sp_references *references, const struct sp_kind *kind,
    const char *text, int64_t *id, struct sp_error *err)
{
	const struct sp_value *known;
	struct sp_value value;

	make_key(references, kind->naam, text);
	known = sp_map_find(references->found, references->key.s,
	    references->key.length);
	if (known != NULL) {
		*id = known->i;
		return 0;
	}
	if (look_up(references, kind, text, id, err) != 0)
		return -1;
	value = sp_int_value(*id);
	make_key(references, kind->naam, text);
	sp_map_add(references->found, references->key.s, references->key.length,
	    &value);
	return 0;
}

static int
unknown_code(struct sp_references *references, const char *list,
    const char *text, bool say, struct sp_error *err)
{
	struct sp_query *query = sp_query_open(references->store,
	    "SELECT code FROM code WHERE lijst = $1 ORDER BY id LIMIT 17", err);
	struct sp_text codes = { 0 };
	int got, n = 0;

	if (query == NULL)
		return -1;
	sp_query_bind_text(query, 1, list);
	while ((got = sp_query_step(query, err)) > 0)
		if (++n <= NAMED_CODES)
			sp_text_addf(&codes, "%s%s", n > 1 ? ", " : "",
			    sp_query_text(query, 0));
	sp_query_close(query);
	if (n > NAMED_CODES)
		sp_text_add(&codes, ", ...");
	if (got == 0 && say)
		sp_fail(err, SP_INPUT, _("\"%.80s\" is not on the list %s: %s"),
		    text, list, n == 0 ? _("it is empty") : codes.s);
	else if (got == 0)
		sp_fail(err, SP_INPUT, _("is not on the list %s: %s"), list,
		    n == 0 ? _("it is empty") : codes.s);
	sp_text_free(&codes);
	return -1;
}

/* The code of an open list, by its code or by either name. NULL and *err. */
static const char *
code_of(struct sp_references *references, const struct sp_column *column,
    const char *text, struct sp_error *err)
{
	const struct sp_value *known;
	struct sp_query *query;
	struct sp_value value;
	int got;

	make_key(references, column->list, text);
	known = sp_map_find(references->found, references->key.s,
	    references->key.length);
	if (known != NULL)
		return known->s;
	query = sp_query_open(references->store,
	    "SELECT code FROM code WHERE lijst = $1 AND (code = $2 OR"
	    " sp_fold(code) = sp_fold($2) OR sp_fold(nl) = sp_fold($2) OR"
	    " sp_fold(en) = sp_fold($2)) ORDER BY code <> $2, id LIMIT 1",
	    err);
	if (query == NULL)
		return NULL;
	sp_query_bind_text(query, 1, column->list);
	sp_query_bind_text(query, 2, text);
	got = sp_query_step(query, err);
	if (got > 0) {
		value = sp_text_value(sp_query_text(query, 0));
		known = sp_map_add(references->found, references->key.s,
		    references->key.length, &value);
	}
	sp_query_close(query);
	if (got == 0)
		unknown_code(references, column->list, text,
		    column->care == SP_OPEN, err);
	return known == NULL ? NULL : known->s;
}

/* persoon:fatima -> persoon:2 */
static int
add_link(struct sp_references *references, const char *text,
    struct sp_text *room, struct sp_error *err)
{
	const char *colon = strchr(text, ':');
	const struct sp_kind *kind = NULL;
	int64_t id;

	if (colon != NULL) {
		char *name = sp_strndup(text, (size_t)(colon - text));
		kind = sp_kind_find(name);
		free(name);
	}
	if (kind == NULL)
		return sp_fail(err, SP_INPUT,
		    _("write a kind and a record, like persoon:2"));
	if (sp_reference_find(references, kind, colon + 1, &id, err) != 0)
		return -1;
	sp_text_addf(room, "%s:%lld", kind->naam, (long long)id);
	return 0;
}

/* One word of a list, without its dates. */
static int
add_word(struct sp_references *references, const struct sp_column *column,
    const char *word, struct sp_text *room, struct sp_error *err)
{
	const char *code;
	int64_t id;

	if (column->list != NULL) {
		code = code_of(references, column, word, err);
		if (code == NULL)
			return -1;
		sp_text_add(room, code);
		return 0;
	}
	if (sp_reference_find(references, sp_kind_find(column->kind), word, &id,
		err) != 0)
		return -1;
	sp_text_addi(room, id);
	return 0;
}

static int
resolve_list(struct sp_references *references, const struct sp_column *column,
    struct sp_text *room, struct sp_value *value, struct sp_error *err)
{
	const char *rest = value->s;

	sp_text_clear(room);
	while (*rest != '\0') {
		size_t length = strcspn(rest, "|"), bare = strcspn(rest, "|@");
		char *word = sp_strndup(rest, bare);
		size_t before = room->length;
		int bad;
		if (before > 0)
			sp_text_addc(room, '|');
		bad = add_word(references, column, word, room, err);
		free(word);
		if (bad)
			return -1;
		sp_text_addn(room, rest + bare, length - bare);
		if (before > 0) {
			/* two names of one thing are one word */
			char *added = sp_strdup(room->s + before + 1);
			room->s[before] = '\0';
			if (sp_list_has(room->s, added, NULL))
				room->length = before;
			else
				room->s[before] = '|';
			free(added);
		}
		rest += length + (rest[length] == '|');
	}
	value->s = room->s;
	return 0;
}

static int
resolve(struct sp_references *references, const struct sp_column *column,
    struct sp_text *room, struct sp_value *value, struct sp_error *err)
{
	int64_t id;

	if (value->type != SP_TEXT)
		return 0;
	switch (column->type) {
	case SP_COL_LIST:
		return column->list == NULL && column->kind == NULL
			   ? 0
			   : resolve_list(references, column, room, value, err);
	case SP_COL_CODE:
		if (column->list != NULL)
			value->s = code_of(references, column, value->s, err);
		return value->s == NULL ? -1 : 0;
	case SP_COL_REFERENCE:
		if (sp_reference_find(references, sp_kind_find(column->kind),
			value->s, &id, err) != 0)
			return -1;
		*value = sp_int_value(id);
		return 0;
	case SP_COL_LINK:
		sp_text_clear(room);
		if (add_link(references, value->s, room, err) != 0)
			return -1;
		value->s = room->s;
		return 0;
	default: return 0;
	}
}

int
sp_reference_value(struct sp_references *references,
    const struct sp_column *column, struct sp_value *value,
    struct sp_error *err)
{
	if (sp_map_count(references->found) > REMEMBERED)
		sp_map_clear(references->found);
	if (resolve(references, column, &references->rooms[0], value, err) != 0)
		return fail_in(references, column, err);
	return 0;
}

int
sp_references_resolve(struct sp_references *references,
    const struct sp_kind *kind, struct sp_value *row, struct sp_error *err)
{
	if (sp_map_count(references->found) > REMEMBERED)
		sp_map_clear(references->found);
	for (size_t i = 1; i < kind->n; i++)
		if (row[i].type == SP_TEXT &&
		    resolve(references, &kind->columns[i],
			&references->rooms[i], &row[i], err) != 0)
			return fail_in(references, &kind->columns[i], err);
	return 0;
}

/* The label of a record as a new text; NULL if there is no such record. */
static char *
find_label(struct sp_references *references, const struct sp_kind *kind,
    int64_t id)
{
	struct sp_error unheard;
	char *label = NULL, *whole;
	bool shared;

	if (kind->label == NULL)
		return sp_format("%lld", (long long)id);
	if (sp_records_label(references->store, kind, id, &label, &shared,
		&unheard) <= 0)
		return NULL;
	if (label == NULL)
		return sp_format("%lld", (long long)id);
	if (!shared)
		return label;
	whole = sp_format("%s (%lld)", label, (long long)id);
	free(label);
	return whole;
}

const char *
sp_reference_label(struct sp_references *references, const struct sp_kind *kind,
    int64_t id)
{
	const struct sp_value *known;
	struct sp_value value;
	char number[24], *label;

	snprintf(number, sizeof(number), "%lld", (long long)id);
	make_key(references, kind->naam, number);
	known = sp_map_find(references->labels, references->key.s,
	    references->key.length);
	if (known == NULL) {
		label = find_label(references, kind, id);
		value = sp_text_value(label);
		known = sp_map_add(references->labels, references->key.s,
		    references->key.length, &value);
		free(label);
	}
	return known->type == SP_TEXT ? known->s : NULL;
}

/* The name of an open code; the code itself when the list has none. */
static const char *
code_name(struct sp_references *references, const char *list, const char *code)
{
	bool english = strcmp(references->lang, "en") == 0;
	const struct sp_value *known;
	struct sp_error unheard;
	struct sp_query *query;
	struct sp_value value = sp_text_value(code);

	make_key(references, list, code);
	known = sp_map_find(references->labels, references->key.s,
	    references->key.length);
	if (known != NULL)
		return known->s;
	query = sp_query_open(references->store,
	    "SELECT nl, en FROM code WHERE lijst = $1 AND code = $2", &unheard);
	if (query == NULL)
		return code;
	sp_query_bind_text(query, 1, list);
	sp_query_bind_text(query, 2, code);
	if (sp_query_step(query, &unheard) > 0) {
		const char *name = sp_query_text(query, english);
		if (name != NULL)
			value = sp_text_value(name);
	}
	known = sp_map_add(references->labels, references->key.s,
	    references->key.length, &value);
	sp_query_close(query);
	return known->s;
}

/* The name of one word: a code, an id, or persoon:2. */
static const char *
word_name(struct sp_references *references, const struct sp_column *column,
    const char *word)
{
	const struct sp_kind *kind =
	    column->kind == NULL ? NULL : sp_kind_find(column->kind);
	const char *colon = strchr(word, ':'), *label = NULL;
	int64_t id;

	if (column->list != NULL)
		return code_name(references, column->list, word);
	if (column->type == SP_COL_LINK && colon != NULL) {
		char *name = sp_strndup(word, (size_t)(colon - word));
		kind = sp_kind_find(name);
		free(name);
		word = colon + 1;
	}
	if (kind != NULL && is_number(word, &id))
		label = sp_reference_label(references, kind, id);
	return label == NULL ? word : label;
}

void
sp_reference_name(struct sp_references *references,
    const struct sp_column *column, struct sp_text *room,
    struct sp_value *value)
{
	const char *label, *rest;

	if (value->type == SP_INT && column->type == SP_COL_REFERENCE) {
		label = sp_reference_label(references,
		    sp_kind_find(column->kind), value->i);
		if (label != NULL)
			*value = sp_text_value(label);
		return;
	}
	if (value->type != SP_TEXT ||
	    (column->list == NULL && column->kind == NULL &&
		column->type != SP_COL_LINK))
		return;
	sp_text_clear(room);
	for (rest = value->s; *rest != '\0';) {
		size_t length = strcspn(rest, "|"), bare = strcspn(rest, "|@");
		char *word = sp_strndup(rest, bare);
		sp_text_add(room, room->length > 0 ? "|" : "");
		sp_text_add(room, word_name(references, column, word));
		sp_text_addn(room, rest + bare, length - bare);
		free(word);
		rest += length + (rest[length] == '|');
	}
	*value = sp_text_value(room->s);
}
