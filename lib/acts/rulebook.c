/* rulebook - rows of rules, terms and areas, as the methods want them */
#include "acts/rulebook.h"

#include <stdlib.h>

#include "records/settings.h"
#include "records/signals.h"
#include "sp/mem.h"

static char *
copy(const struct sp_query *query, int column)
{
	const char *text = sp_query_text(query, column);

	return text == NULL ? NULL : sp_strdup(text);
}

static void
take_rule(void *context, const struct sp_query *query)
{
	struct sp_rulebook *book = context;

	book->rules =
	    sp_grow(book->rules, book->rules_n + 1, sizeof(*book->rules));
	book->rules[book->rules_n++] =
	    (struct sp_route_rule){ .id = sp_query_int(query, 0),
		    .order = sp_query_int(query, 1),
		    .type = copy(query, 2),
		    .domain = copy(query, 3),
		    .channel = copy(query, 4),
		    .area = sp_query_int(query, 5),
		    .from = copy(query, 6),
		    .until = copy(query, 7),
		    .org = sp_query_int(query, 8),
		    .desk = sp_query_int(query, 9),
		    .service = sp_query_int(query, 10),
		    .manner = copy(query, 11) };
}

static void
take_term(void *context, const struct sp_query *query)
{
	struct sp_rulebook *book = context;
	int clock = sp_clock_find(sp_query_text(query, 0));

	if (clock < 0)
		return;
	book->terms =
	    sp_grow(book->terms, book->terms_n + 1, sizeof(*book->terms));
	book->terms[book->terms_n++] =
	    (struct sp_term){ .clock = (enum sp_clock)clock,
		    .domain = copy(query, 1),
		    .days = (int)sp_query_int(query, 2),
		    .working = sp_query_int(query, 3) != 0,
		    .from = copy(query, 4) };
}

static void
take_parent(void *context, const struct sp_query *query)
{
	struct sp_rulebook *book = context;
	struct sp_value parent = sp_query_value(query, 1);
	int64_t id = sp_query_int(query, 0);

	sp_map_add(book->parents, (const char *)&id, sizeof(id), &parent);
}

int
sp_rulebook_read(struct sp_store *store, struct sp_rulebook *book,
    struct sp_error *err)
{
	*book = (struct sp_rulebook){ 0 };
	if (sp_signals_page(store, SP_PAGE_RULES, take_rule, book, err) != 0 ||
	    sp_signals_page(store, SP_PAGE_TERMS, take_term, book, err) != 0)
		return -1;
	return sp_setting_yes(store, "vrij_op_bevrijdingsdag", &book->lustrum,
	    err);
}

int
sp_rulebook_areas(struct sp_store *store, struct sp_rulebook *book,
    struct sp_error *err)
{
	if (book->parents != NULL)
		return 0;
	book->parents = sp_map_open();
	return sp_signals_page(store, SP_PAGE_AREAS, take_parent, book, err);
}

static void
forget(const char *text)
{
	free((char *)(uintptr_t)text);
}

void
sp_rulebook_free(struct sp_rulebook *book)
{
	for (size_t i = 0; i < book->rules_n; i++) {
		forget(book->rules[i].type);
		forget(book->rules[i].domain);
		forget(book->rules[i].channel);
		forget(book->rules[i].from);
		forget(book->rules[i].until);
		forget(book->rules[i].manner);
	}
	for (size_t i = 0; i < book->terms_n; i++) {
		forget(book->terms[i].domain);
		forget(book->terms[i].from);
	}
	free(book->rules);
	free(book->terms);
	sp_map_close(book->parents);
	*book = (struct sp_rulebook){ 0 };
}
