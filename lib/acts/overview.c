/* overview - two readers of an index, a period each, tallied in C */
#include "sp/overview.h"

#include <stdlib.h>
#include <string.h>

#include "acts/filters.h"
#include "records/kinds/kinds.h"
#include "sp/map.h"

/* The blocks, and the columns they come from; of the total, that of its
 * residents. */
enum block { TOTAAL, SOORT, DOMEIN, GEBIED, KANAAL, BLOCKS };
static const char *const blocks[] = { "totaal", "soort", "domein", "gebied",
	"kanaal" };
static const char scanned[] =
    "aantal, soort, domein, gebied, kanaal, dubbel_van";

enum { PERIODS = 2 };

/* The counts of one period, or in the end of both. */
struct tallying {
	struct sp_count *counts;
	size_t n, room;
	struct sp_map *places; /* block and key -> number of the count */
};

struct reader {
	struct sp_filters *filters;
	struct tallying tallying;
	int when; /* the number of the period */
};

static struct sp_count *
count_of(struct tallying *tallying, enum block block, const char *key,
    size_t length)
{
	char name[256];
	size_t number;

	length = length < sizeof(name) - 2 ? length : sizeof(name) - 2;
	name[0] = (char)('0' + block);
	memcpy(name + 1, key, length);
	number = sp_map_number(tallying->places, name, length + 1);
	if (number < tallying->n)
		return &tallying->counts[number];
	if (tallying->n == tallying->room) {
		tallying->room = 2 * tallying->room + 64;
		tallying->counts = sp_grow(tallying->counts, tallying->room,
		    sizeof(*tallying->counts));
	}
	tallying->counts[tallying->n] =
	    (struct sp_count){ .blok = blocks[block],
		    .sleutel = sp_strndup(key, length) };
	return &tallying->counts[tallying->n++];
}

static void
tally(struct reader *reader, enum block block, const char *key, size_t length,
    int64_t residents)
{
	struct sp_count *count =
	    count_of(&reader->tallying, block, key, length);

	count->signalen[reader->when]++;
	count->bewoners[reader->when] += residents;
}

static void
tally_row(struct reader *reader, const struct sp_query *query)
{
	int64_t residents = sp_query_int(query, TOTAAL);
	struct sp_value same = sp_query_value(query, BLOCKS);

	/* what was said twice counts once, where it was said first */
	if (sp_value_given(&same))
		return;
	tally(reader, TOTAAL, "", 0, residents);
	for (int block = SOORT; block < BLOCKS; block++) {
		const char *key = sp_query_text(query, block);
		size_t length;
		key = key == NULL ? "" : key;
		/* several domains: in each */
		do {
			length = strcspn(key, "|");
			tally(reader, (enum block)block, key, length,
			    residents);
			key += length + (key[length] == '|');
		} while (*key != '\0');
	}
}

static int
block_number(const char *blok)
{
	int i = 0;

	while (i < BLOCKS && strcmp(blocks[i], blok) != 0)
		i++;
	return i;
}

static int
read_period(void *context, struct sp_store *store, struct sp_error *err)
{
	struct reader *reader = context;
	const struct sp_filters *filters = reader->filters;
	struct sp_query *query = sp_records_scan(store, filters->kind, scanned,
	    filters->filters, filters->n, err);
	int got = query == NULL ? -1 : 1;

	while (got > 0 && (got = sp_query_step(query, err)) > 0)
		tally_row(reader, query);
	sp_query_close(query);
	return got;
}

/* What the second has counted goes to the first. */
static void
gather(struct reader readers[PERIODS])
{
	struct tallying *more = &readers[1].tallying;

	for (size_t i = 0; i < more->n; i++) {
		struct sp_count *one = &more->counts[i];
		struct sp_count *all = count_of(&readers[0].tallying,
		    (enum block)block_number(one->blok), one->sleutel,
		    strlen(one->sleutel));
		all->signalen[1] = one->signalen[1];
		all->bewoners[1] = one->bewoners[1];
		free(one->sleutel);
	}
	free(more->counts);
	*more = (struct tallying){ .places = more->places };
}

/* The period and the one before it. */
static int
find_periods(struct reader readers[PERIODS], struct sp_overview *overview,
    const char *period, struct sp_error *err)
{
	char from[PERIODS][SP_DATE_SIZE], to[PERIODS][SP_DATE_SIZE];

	if (sp_filters_period(readers[0].filters, period, from[0], to[0],
		err) != 0)
		return -1;
	sp_period_before(from[0], to[0], from[1], to[1]);
	for (int i = 0; i < PERIODS; i++) {
		sp_period_name(from[i], to[i], overview->periode[i],
		    sizeof(overview->periode[i]));
		if (sp_filters_days(readers[i].filters, "gemeld_op", from[i],
			to[i], err) != 0)
			return -1;
	}
	return 0;
}

static const struct sp_column *
column_of(const char *blok)
{
	const struct sp_kind *kind = &sp_signaal;
	int c = sp_column_find(kind->columns, kind->n, blok);

	return c < 0 ? NULL : &kind->columns[c];
}

/* What a key is called: of an area its name, of a code its word. */
static char *
name_of(struct sp_references *references, const struct sp_count *count,
    const char *lang)
{
	const struct sp_column *column = column_of(count->blok);
	struct sp_value value = sp_text_value(count->sleutel);
	struct sp_text room = { 0 }, text = { 0 };
	bool english = strcmp(lang, "en") == 0;

	/* data, which follows --lang and not the messages' locale */
	if (column == NULL)
		return sp_strdup(english ? "all signals" : "alle signalen");
	if (*count->sleutel == '\0')
		return sp_strdup(english ? "not known" : "niet bekend");
	if (column->type == SP_COL_REFERENCE)
		value = sp_int_value(strtoll(count->sleutel, NULL, 10));
	sp_reference_name(references, column, &room, &value);
	sp_text_clear(&text);
	sp_cell_format(&text, column, &value, lang);
	sp_text_free(&room);
	return text.s;
}

/* Ids as numbers, codes as text; what is not known comes last. */
static int
compare_keys(const char *a, const char *b)
{
	long long one = strtoll(a, NULL, 10), other = strtoll(b, NULL, 10);

	if ((*a == '\0') != (*b == '\0'))
		return *a == '\0' ? 1 : -1;
	return one != other ? (one > other) - (one < other) : strcmp(a, b);
}

static int
compare(const void *left, const void *right)
{
	const struct sp_count *a = left, *b = right;
	int blok = block_number(a->blok) - block_number(b->blok);

	if (blok != 0)
		return blok;
	for (int i = 0; i < 2; i++)
		if (a->signalen[i] != b->signalen[i])
			return a->signalen[i] > b->signalen[i] ? -1 : 1;
	return compare_keys(a->sleutel, b->sleutel);
}

static void
open_readers(struct reader readers[PERIODS], struct sp_store *store,
    const struct sp_session *session)
{
	for (int i = 0; i < PERIODS; i++)
		readers[i] = (struct reader){ .when = i,
			.filters = sp_filters_open(store, &sp_signaal, session),
			.tallying.places = sp_map_open() };
	/* nothing is told too, as nought of everything */
	count_of(&readers[0].tallying, TOTAAL, "", 0);
}

static void
close_readers(struct reader readers[PERIODS])
{
	for (int i = 0; i < PERIODS; i++) {
		sp_filters_close(readers[i].filters);
		sp_map_close(readers[i].tallying.places);
	}
}

static void
name_all(struct sp_overview *overview, struct sp_store *store, const char *lang)
{
	struct sp_references *references = sp_references_open(store, lang);

	for (size_t i = 0; i < overview->n; i++)
		overview->counts[i].naam =
		    name_of(references, &overview->counts[i], lang);
	sp_references_close(references);
}

int
sp_overview(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    const char *lang, struct sp_overview *overview, struct sp_error *err)
{
	struct reader readers[PERIODS];
	struct sp_reading readings[] = { { read_period, &readers[0] },
		{ read_period, &readers[1] } };
	int bad;

	*overview = (struct sp_overview){ 0 };
	open_readers(readers, store, session);
	bad = find_periods(readers, overview, period, err);
	for (int i = 0; i < PERIODS && !bad; i++)
		bad = sp_filters_pairs(readers[i].filters, pairs, n, err);
	if (!bad)
		bad = sp_store_read_both(store, readings, err);
	gather(readers);
	overview->counts = readers[0].tallying.counts;
	overview->n = readers[0].tallying.n;
	close_readers(readers);
	if (!bad)
		name_all(overview, store, lang);
	qsort(overview->counts, overview->n, sizeof(*overview->counts),
	    compare);
	if (bad)
		sp_overview_free(overview);
	return bad;
}

void
sp_overview_free(struct sp_overview *overview)
{
	for (size_t i = 0; i < overview->n; i++) {
		free(overview->counts[i].sleutel);
		free(overview->counts[i].naam);
	}
	free(overview->counts);
	*overview = (struct sp_overview){ 0 };
}
