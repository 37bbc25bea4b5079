/* overview - one pass over an index, tallied in C */
#include "sp/overview.h"

#include <stdlib.h>
#include <string.h>

#include "acts/filters.h"
#include "sp/map.h"

/* The blocks, and the columns they come from. */
enum block { TOTAAL, SOORT, DOMEIN, GEBIED, KANAAL, BLOCKS };
static const char *const blocks[] = { "totaal", "soort", "domein", "gebied",
	"kanaal" };
static const char scanned[] =
    "gemeld_op, soort, domein, gebied, kanaal, aantal, dubbel_van";

struct tallying {
	const struct sp_kind *kind;
	struct sp_references *references;
	struct sp_overview *overview;
	struct sp_map *places; /* block and key -> number of the count */
	size_t room;
	char from[2][SP_DATE_SIZE], to[2][SP_DATE_SIZE];
};

static struct sp_count *
count_of(struct tallying *tallying, enum block block, const char *key,
    size_t length)
{
	struct sp_overview *overview = tallying->overview;
	char name[256];
	size_t number;

	length = length < sizeof(name) - 2 ? length : sizeof(name) - 2;
	name[0] = (char)('0' + block);
	memcpy(name + 1, key, length);
	number = sp_map_number(tallying->places, name, length + 1);
	if (number < overview->n)
		return &overview->counts[number];
	if (overview->n == tallying->room) {
		tallying->room = 2 * tallying->room + 64;
		overview->counts = sp_grow(overview->counts, tallying->room,
		    sizeof(*overview->counts));
	}
	overview->counts[overview->n] =
	    (struct sp_count){ .blok = blocks[block],
		    .sleutel = sp_strndup(key, length) };
	return &overview->counts[overview->n++];
}

static void
tally(struct tallying *tallying, enum block block, const char *key,
    size_t length, int when, int64_t residents)
{
	struct sp_count *count = count_of(tallying, block, key, length);

	count->signalen[when]++;
	count->bewoners[when] += residents;
}

static void
tally_row(struct tallying *tallying, const struct sp_query *query)
{
	int when = strcmp(sp_query_text(query, 0), tallying->from[0]) < 0;
	int64_t residents = sp_query_int(query, 5);
	struct sp_value same = sp_query_value(query, 6);

	/* what was said twice counts once, where it was said first */
	if (sp_value_given(&same))
		return;
	tally(tallying, TOTAAL, "", 0, when, residents);
	for (int block = SOORT; block < BLOCKS; block++) {
		const char *key = sp_query_text(query, block);
		size_t length;
		key = key == NULL ? "" : key;
		/* several domains: in each */
		do {
			length = strcspn(key, "|");
			tally(tallying, (enum block)block, key, length, when,
			    residents);
			key += length + (key[length] == '|');
		} while (*key != '\0');
	}
}

static int
read_periods(struct tallying *tallying, const struct sp_filters *filters,
    const char *period, struct sp_error *err)
{
	if (sp_filters_period(filters, period, tallying->from[0],
		tallying->to[0], err) != 0)
		return -1;
	sp_period_before(tallying->from[0], tallying->to[0], tallying->from[1],
	    tallying->to[1]);
	for (int i = 0; i < 2; i++)
		sp_period_name(tallying->from[i], tallying->to[i],
		    tallying->overview->periode[i],
		    sizeof(tallying->overview->periode[i]));
	return 0;
}

/* Both periods lie next to each other, so that one scan reads them. */
static int
scan(struct tallying *tallying, struct sp_filters *filters,
    struct sp_store *store, struct sp_error *err)
{
	struct sp_query *query;
	int got;

	if (sp_filters_days(filters, "gemeld_op", tallying->from[1],
		tallying->to[0], err) != 0)
		return -1;
	query = sp_records_scan(store, tallying->kind, scanned,
	    filters->filters, filters->n, err);
	if (query == NULL)
		return -1;
	while ((got = sp_query_step(query, err)) > 0)
		tally_row(tallying, query);
	sp_query_close(query);
	return got;
}

static const struct sp_column *
column_of(const struct tallying *tallying, const char *blok)
{
	int c =
	    sp_column_find(tallying->kind->columns, tallying->kind->n, blok);

	return c < 0 ? NULL : &tallying->kind->columns[c];
}

/* What a key is called: of an area its name, of a code its word. */
static char *
name_of(const struct tallying *tallying, const struct sp_count *count,
    const char *lang)
{
	const struct sp_column *column = column_of(tallying, count->blok);
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
	sp_reference_name(tallying->references, column, &room, &value);
	sp_text_clear(&text);
	sp_cell_format(&text, column, &value, lang);
	sp_text_free(&room);
	return text.s;
}

static int
block_number(const char *blok)
{
	int i = 0;

	while (i < BLOCKS && strcmp(blocks[i], blok) != 0)
		i++;
	return i;
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

int
sp_overview(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    const char *lang, struct sp_overview *overview, struct sp_error *err)
{
	struct tallying tallying = { .kind = sp_kind_find("signaal"),
		.overview = overview,
		.places = sp_map_open() };
	struct sp_filters *filters =
	    sp_filters_open(store, tallying.kind, session);
	int bad;

	*overview = (struct sp_overview){ 0 };
	tallying.references = sp_references_open(store, lang);
	bad = read_periods(&tallying, filters, period, err);
	if (!bad)
		bad = sp_filters_pairs(filters, pairs, n, err);
	if (!bad) {
		count_of(&tallying, TOTAAL, "", 0);
		bad = scan(&tallying, filters, store, err);
	}
	for (size_t i = 0; i < overview->n; i++)
		overview->counts[i].naam =
		    name_of(&tallying, &overview->counts[i], lang);
	if (overview->n > 1)
		qsort(overview->counts, overview->n, sizeof(*overview->counts),
		    compare);
	sp_references_close(tallying.references);
	sp_filters_close(filters);
	sp_map_close(tallying.places);
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
