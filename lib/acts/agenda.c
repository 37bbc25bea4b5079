/* agenda - one pass over a period and the one before, counted by block */
#include "sp/agenda.h"

#include <stdlib.h>
#include <string.h>

#include "acts/filters.h"
#include "records/kinds/kinds.h"
#include "records/settings.h"
#include "sp/date.h"
#include "sp/map.h"
#include "sp/mem.h"
#include "sp/words.h"

enum block { THEME, LETTER, EARLY, ASKED };
static const struct sp_code block_codes[] = {
	[THEME] = { "thema", "theme", NULL, NULL },
	[LETTER] = { "aanleiding", "occasion", NULL, NULL },
	[EARLY] = { "vroeg", "early", NULL, NULL },
	[ASKED] = { "vraag", "ask", NULL, NULL },
	{ 0 },
};
static const struct sp_codes block_names = { "agendablok", block_codes };

enum { BLOK, SLEUTEL, NAAM, SIGNALEN, VORIGE, BEWONERS, AGENDA, ORG, VRAGEN };
const struct sp_column sp_agenda_columns[SP_AGENDA_COLUMNS] = {
	[BLOK] = { .naam = "blok",
	    .name = "block",
	    .type = SP_COL_CODE,
	    .codes = &block_names },
	[SLEUTEL] = { .naam = "sleutel", .name = "key" },
	[NAAM] = { .naam = "naam", .name = "name" },
	[SIGNALEN] = { .naam = "signalen",
	    .name = "signals",
	    .type = SP_COL_INTEGER },
	[VORIGE] = { .naam = "vorige",
	    .name = "before",
	    .type = SP_COL_INTEGER },
	[BEWONERS] = { .naam = "bewoners",
	    .name = "residents",
	    .type = SP_COL_INTEGER },
	[AGENDA] = { .naam = "agenda",
	    .name = "agenda",
	    .type = SP_COL_INTEGER },
	[ORG] = { .naam = "org",
	    .name = "organisation",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie" },
	[VRAGEN] = { .naam = "vragen", .name = "asks", .type = SP_COL_INTEGER },
};

static const char scanned[] = "gemeld_op, domein, aantal, dubbel_van, "
			      "aanleiding, kenmerk, vroeg, uitkomst, org";
enum { DAY, DOMAIN, NUMBER, SAME, OCCASION, REFERENCE, HOW_EARLY, OUTCOME, BY };

static const char scanned_asks[] = "datum, domein";
enum { ASK_DAY, ASK_DOMAIN };

enum { MANY = 1000000 };

struct owner {
	int64_t org, signals;
};

struct count {
	enum block block;
	char *key; /* NULL: of several letters together */
	int64_t signals, before, residents, agenda; /* or asks, before */
	struct owner *owners;
	size_t owners_n;
};

struct counting {
	struct sp_filters *filters;
	struct sp_map *places; /* block and key -> number of the count */
	struct count *counts;
	size_t n;
	char from[2][SP_DATE_SIZE], to[2][SP_DATE_SIZE];
};

static struct count *
new_count(struct counting *counting, enum block block, const char *key)
{
	counting->counts = sp_grow(counting->counts, counting->n + 1,
	    sizeof(*counting->counts));
	counting->counts[counting->n] = (struct count){ .block = block,
		.key = key == NULL ? NULL : sp_strdup(key) };
	return &counting->counts[counting->n++];
}

static struct count *
count_of(struct counting *counting, enum block block, const char *key)
{
	char *name = sp_format("%d%s", block, key);
	size_t number = sp_map_number(counting->places, name, strlen(name));

	free(name);
	return number == counting->n ? new_count(counting, block, key)
				     : &counting->counts[number];
}

static void
own(struct count *count, int64_t org, int64_t signals)
{
	size_t i = 0;

	while (i < count->owners_n && count->owners[i].org != org)
		i++;
	if (i == count->owners_n) {
		count->owners = sp_grow(count->owners, ++count->owners_n,
		    sizeof(*count->owners));
		count->owners[i] = (struct owner){ .org = org };
	}
	count->owners[i].signals += signals;
}

static void
tally(struct counting *counting, enum block block, const char *key,
    const struct sp_query *query)
{
	struct count *count = count_of(counting, block, key);
	const char *outcome = sp_query_text(query, OUTCOME);
	int64_t org = sp_query_int(query, BY);

	if (strcmp(sp_query_text(query, DAY), counting->from[0]) < 0) {
		count->before++;
		return;
	}
	count->signals++;
	count->residents += sp_query_int(query, NUMBER);
	count->agenda += outcome != NULL && strcmp(outcome, "agenda") == 0;
	if (org != 0)
		own(count, org, 1);
}

/* "brief 2026-EB-17", as far as it is known. */
static void
tally_letter(struct counting *counting, const struct sp_query *query)
{
	const char *occasion = sp_query_text(query, OCCASION);
	const char *reference = sp_query_text(query, REFERENCE);
	char *key;

	if (occasion == NULL && reference == NULL)
		return;
	key = sp_format("%s%s%s", occasion == NULL ? "" : occasion,
	    occasion == NULL || reference == NULL ? "" : " ",
	    reference == NULL ? "" : reference);
	tally(counting, LETTER, key, query);
	free(key);
}

/* The row whose domains are gone through. */
struct tallying {
	struct counting *counting;
	const struct sp_query *query;
};

static void
tally_theme(void *context, const char *word, size_t length)
{
	const struct tallying *row = context;
	char *domain = sp_strndup(word, length);

	tally(row->counting, THEME, domain, row->query);
	free(domain);
}

static void
tally_ask(void *context, const char *word, size_t length)
{
	const struct tallying *row = context;
	char *domain = sp_strndup(word, length);
	struct count *count = count_of(row->counting, ASKED, domain);

	if (strcmp(sp_query_text(row->query, ASK_DAY), row->counting->from[0]) <
	    0)
		count->before++;
	else
		count->signals++;
	free(domain);
}

static void
each_domain(struct counting *counting, const struct sp_query *query, int column,
    void (*word)(void *context, const char *word, size_t length))
{
	struct tallying row = { counting, query };

	sp_list_words(sp_query_text(query, column), true, word, &row);
}

static void
tally_row(struct counting *counting, const struct sp_query *query)
{
	struct sp_value same = sp_query_value(query, SAME);
	const char *early = sp_query_text(query, HOW_EARLY);

	/* what was said twice counts once, where it was said first */
	if (sp_value_given(&same))
		return;
	each_domain(counting, query, DOMAIN, tally_theme);
	tally_letter(counting, query);
	if (early != NULL)
		tally(counting, EARLY, early, query);
}

/* Both periods lie next to each other, so that one scan reads them. */
static int
scan(struct counting *counting, struct sp_store *store, const char *period,
    struct sp_error *err)
{
	struct sp_filters *filters = counting->filters;
	struct sp_query *query;
	int got;

	if (sp_filters_period(filters, period, counting->from[0],
		counting->to[0], err) != 0)
		return -1;
	sp_period_before(counting->from[0], counting->to[0], counting->from[1],
	    counting->to[1]);
	if (sp_filters_days(filters, "gemeld_op", counting->from[1],
		counting->to[0], err) != 0)
		return -1;
	query = sp_records_scan(store, &sp_signaal, scanned, filters->filters,
	    filters->n, err);
	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		tally_row(counting, query);
	sp_query_close(query);
	return got;
}

/* Whether all that is filtered means the same of an ask. */
static bool
hold_of_asks(const struct sp_pair *pairs, size_t n)
{
	static const char shared[] = "gebied|domein|project";

	for (size_t i = 0; i < n; i++) {
		int c = sp_column_find(sp_signaal.columns, sp_signaal.n,
		    pairs[i].field);
		if (c < 0 ||
		    !sp_list_has(shared, sp_signaal.columns[c].naam, NULL))
			return false;
	}
	return true;
}

static int
scan_asked(struct counting *counting, struct sp_store *store,
    struct sp_filters *filters, struct sp_error *err)
{
	char field[] = "status", states[] = SP_ASK_COUNTED;
	struct sp_pair counted = { field, SP_IS, states };
	struct sp_query *query;
	int got;

	if (sp_filters_add(filters, &counted, err) != 0 ||
	    sp_filters_days(filters, "datum", counting->from[1],
		counting->to[0], err) != 0)
		return -1;
	query = sp_records_scan(store, &sp_vraag, scanned_asks,
	    filters->filters, filters->n, err);
	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		each_domain(counting, query, ASK_DOMAIN, tally_ask);
	sp_query_close(query);
	return got;
}

/* What organisations asked of key persons, in the same days. */
static int
scan_asks(struct counting *counting, struct sp_store *store,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    struct sp_error *err)
{
	struct sp_filters *filters;
	int bad;

	if (!hold_of_asks(pairs, n))
		return 0;
	filters = sp_filters_open(store, &sp_vraag, session);
	bad = sp_filters_pairs(filters, pairs, n, err) != 0 ||
	      scan_asked(counting, store, filters, err) != 0;
	sp_filters_close(filters);
	return bad ? -1 : 0;
}

static void
put_together(struct count *rest, const struct count *count)
{
	rest->signals += count->signals;
	rest->before += count->before;
	rest->residents += count->residents;
	rest->agenda += count->agenda;
	for (size_t i = 0; i < count->owners_n; i++)
		own(rest, count->owners[i].org, count->owners[i].signals);
}

/* What few said stays unnamed. */
static void
hide_few(struct counting *counting, int64_t least)
{
	struct count rest = { .block = LETTER };
	size_t n = 0;

	for (size_t i = 0; i < counting->n; i++) {
		struct count *count = &counting->counts[i];
		if (count->block == EARLY || count->block == ASKED ||
		    count->signals >= least) {
			counting->counts[n++] = *count;
			continue;
		}
		if (count->block == LETTER)
			put_together(&rest, count);
		free(count->owners);
		free(count->key);
	}
	counting->n = n;
	if (rest.signals + rest.before > 0)
		*new_count(counting, LETTER, NULL) = rest;
}

/* What is not named comes last. */
static int
compare(const void *left, const void *right)
{
	const struct count *a = left, *b = right;

	if (a->block != b->block)
		return a->block < b->block ? -1 : 1;
	if ((a->key == NULL) != (b->key == NULL))
		return a->key == NULL ? 1 : -1;
	if (a->signals != b->signals)
		return a->signals > b->signals ? -1 : 1;
	return a->key == NULL ? 0 : strcmp(a->key, b->key);
}

static struct sp_value
owner_of(const struct count *count)
{
	const struct owner *most = count->owners;

	for (size_t i = 1; i < count->owners_n; i++) {
		const struct owner *one = &count->owners[i];
		if (one->signals > most->signals ||
		    (one->signals == most->signals && one->org < most->org))
			most = one;
	}
	return most == NULL ? sp_text_value(NULL) : sp_int_value(most->org);
}

/* What a key is called: of a domain its word, of a letter what it is. */
static void
name_count(struct sp_text *name, struct sp_references *references,
    const struct count *count, const char *lang)
{
	const char *field = count->block == EARLY ? "vroeg" : "domein";
	int c = sp_column_named(sp_signaal.columns, sp_signaal.n, field);
	struct sp_value value = sp_text_value(count->key);
	struct sp_text room = { 0 };

	sp_text_clear(name);
	if (count->key == NULL)
		sp_text_add(name,
		    strcmp(lang, "en") == 0 ? "others" : "overige");
	else if (count->block == LETTER)
		sp_text_add(name, count->key);
	else {
		sp_reference_name(references, &sp_signaal.columns[c], &room,
		    &value);
		sp_cell_format(name, &sp_signaal.columns[c], &value, lang);
	}
	sp_text_free(&room);
}

struct putting {
	struct sp_references *references;
	const char *lang;
	bool names;
	void (*each)(void *context, const struct sp_value *row);
	void *context;
};

static void
put(const struct putting *putting, const struct count *count)
{
	struct sp_text name = { 0 }, room = { 0 };
	struct sp_value row[SP_AGENDA_COLUMNS] = {
		[BLOK] = sp_text_value(block_codes[count->block].code),
		[SLEUTEL] = sp_text_value(count->key),
		[VORIGE] = sp_int_value(count->before),
	};

	if (count->block == ASKED) {
		row[VRAGEN] = sp_int_value(count->signals);
	} else {
		row[SIGNALEN] = sp_int_value(count->signals);
		row[BEWONERS] = sp_int_value(count->residents);
		row[AGENDA] = sp_int_value(count->agenda);
		row[ORG] = owner_of(count);
	}
	name_count(&name, putting->references, count, putting->lang);
	row[NAAM] = sp_text_value(name.s);
	if (putting->names)
		sp_reference_name(putting->references, &sp_agenda_columns[ORG],
		    &room, &row[ORG]);
	putting->each(putting->context, row);
	sp_text_free(&name);
	sp_text_free(&room);
}

int
sp_agenda(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t pairs_n,
    const struct sp_session *session, const char *lang, bool names,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err)
{
	struct counting counting = { .filters = sp_filters_open(store,
					 &sp_signaal, session),
		.places = sp_map_open() };
	struct putting putting = { sp_references_open(store, lang), lang, names,
		each, context };
	int64_t least = 0;
	int bad = sp_setting_number(store, "agenda_vanaf", MANY, &least, err);

	if (!bad)
		bad = sp_filters_pairs(counting.filters, pairs, pairs_n, err);
	if (!bad)
		bad = scan(&counting, store, period, err);
	if (!bad)
		bad = scan_asks(&counting, store, pairs, pairs_n, session, err);
	if (!bad)
		hide_few(&counting, least);
	if (counting.n > 1)
		qsort(counting.counts, counting.n, sizeof(struct count),
		    compare);
	for (size_t i = 0; i < counting.n; i++) {
		if (!bad)
			put(&putting, &counting.counts[i]);
		free(counting.counts[i].owners);
		free(counting.counts[i].key);
	}
	free(counting.counts);
	sp_references_close(putting.references);
	sp_filters_close(counting.filters);
	sp_map_close(counting.places);
	return bad;
}
