/* check - what no foreign key can watch: lists and links between records, and
 * what is kept twice */
#include "sp/check.h"

#include <stdlib.h>
#include <string.h>

#include "records/kinds.h"
#include "records/summaries.h"
#include "sp/map.h"
#include "sp/mem.h"
#include "sp/words.h"

struct checking {
	struct sp_store *store;
	struct sp_map *there; /* "kind:id": whether there is one */
	void (*told)(void *context, const char *finding);
	void *context;
	int n;
	struct sp_error *err;
	bool failed;
	/* being looked at */
	const struct sp_kind *kind;
	const struct sp_column *column;
	int64_t id;
};

int
sp_count(struct sp_store *store, const struct sp_kind *kind, int64_t *count,
    struct sp_error *err)
{
	return sp_records_count(store, kind, count, err);
}

/* 1 there is such a record, 0, -1. */
static int
exists(struct checking *checking, const struct sp_kind *kind, const char *id)
{
	struct sp_value number = sp_int_value(strtoll(id, NULL, 10));
	int64_t found;

	return kind == NULL ? 0
			    : sp_records_where(checking->store, kind, "id",
				  false, &number, &found, 1, checking->err);
}

/* A word of a list ("3"), or a link ("persoon:3"). */
static void
look_up(void *context, const char *word, size_t length)
{
	struct checking *checking = context;
	bool link = checking->column->type == SP_COL_LINK;
	char *name = link ? sp_strndup(word, length)
			  : sp_format("%s:%.*s", checking->column->kind,
				(int)length, word);
	const struct sp_value *known =
	    sp_map_find(checking->there, name, strlen(name));
	size_t colon = strcspn(name, ":");
	char *kind = sp_strndup(name, colon), *finding;
	struct sp_value there = { .type = SP_INT };

	if (known == NULL && !checking->failed) {
		int got = exists(checking, sp_kind_find(kind),
		    name[colon] == '\0' ? "" : name + colon + 1);
		checking->failed = got < 0;
		there.i = got;
		known = sp_map_add(checking->there, name, strlen(name), &there);
	}
	if (!checking->failed && known->i == 0) {
		finding = sp_format(_("%s %lld, %s: refers to a %s that is not "
				      "there"),
		    checking->kind->naam, (long long)checking->id,
		    checking->column->naam, kind);
		checking->told(checking->context, finding);
		checking->n++;
		free(finding);
	}
	free(kind);
	free(name);
}

static int
check_column(struct checking *checking)
{
	char *columns = sp_format("id, %s", checking->column->naam);
	struct sp_query *query = sp_records_scan(checking->store,
	    checking->kind, columns, NULL, 0, checking->err);
	int got = -1;

	free(columns);
	while (query != NULL && !checking->failed &&
	       (got = sp_query_step(query, checking->err)) > 0) {
		checking->id = sp_query_int(query, 0);
		sp_list_words(sp_query_text(query, 1), false, look_up,
		    checking);
	}
	sp_query_close(query);
	return got < 0 || checking->failed ? -1 : 0;
}

static bool
refers(const struct sp_column *column)
{
	return column->type == SP_COL_LINK ||
	       (column->type == SP_COL_LIST && column->kind != NULL);
}

static int
check_words(struct checking *checking)
{
	for (size_t k = 0; k < sp_kinds_n; k++)
		for (size_t c = 0; c < sp_kinds[k]->n; c++) {
			checking->kind = sp_kinds[k];
			checking->column = &sp_kinds[k]->columns[c];
			if (refers(checking->column) &&
			    check_column(checking) != 0)
				return -1;
		}
	return 0;
}

static void
tell_summary(void *context, int64_t signal, const char *column)
{
	struct checking *checking = context;
	char *finding = sp_format(_("signaal %lld, %s: does not agree with the "
				    "records it is made from"),
	    (long long)signal, column);

	checking->told(checking->context, finding);
	checking->n++;
	free(finding);
}

int
sp_check(struct sp_store *store, bool full,
    void (*told)(void *context, const char *finding), void *context,
    struct sp_error *err)
{
	struct checking checking = { .store = store,
		.told = told,
		.context = context,
		.err = err };
	int n = sp_store_check(store, full, told, context, err);

	if (n != 0)
		return n;
	checking.there = sp_map_open();
	n = check_words(&checking);
	if (n == 0)
		n = sp_summaries_check(store, tell_summary, &checking, err);
	sp_map_close(checking.there);
	return n < 0 ? -1 : checking.n;
}
