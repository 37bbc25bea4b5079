/* nearby - a scan of an index by day says who may be alike and how much at the
 * most; then texts are read, the likeliest first, of those only that may still
 * be among the best */
#include "acts/nearby.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "records/areas.h"
#include "records/kinds.h"
#include "records/kinds/kinds.h"
#include "sp/bar.h"
#include "sp/both.h"
#include "sp/map.h"
#include "sp/mem.h"
#include "sp/similar.h"
#include "sp/words.h"

/* What is read of a signal. */
enum field { DAY, DOMAIN, AREA, TEXT, STATUS, SAME, FIELDS, READ = SAME };
static const char *const fields[FIELDS] = { "gemeld_op", "domein", "gebied",
	"tekst", "status", "dubbel_van" };
static const char listed[] = "id, gemeld_op, domein, gebied";
static const char scanned[] = "id, gemeld_op, domein, gebied, tekst, status";

enum {
	/* Of the likeliest so many are read, and then so many times as many,
	 * before it is seen who else may be among the best. */
	LIKELIEST = 1000,
	TIMES = 8,
	/* That is done where there are so many times as many. */
	MANY = 4,
	/* Of more than one in so many of all signals, the texts are sooner
	 * found by reading all. */
	SHARE = 6,
	/* Parts of a scan, which two readers take as they come to them. */
	PARTS = 32,
	READERS = 2,
};

/* Signals that may be alike, and what they score with the likest text. */
struct candidate {
	int64_t id;
	int score;
};
struct candidates {
	struct candidate *list;
	size_t n, room;
};

/* What the readers share. */
struct looking {
	const struct sp_asked *asked;
	int at[FIELDS];
	int *near; /* how close an area is, by its id */
	size_t near_n;
	long from, to; /* the window */
	struct candidates candidates;
	size_t read, chosen; /* the first were read, then come these */
	int least;	     /* score that is among the best so far */
	int likely;	     /* who may score so much has been read */
	/* what the readers take parts of: days, ids, or places in candidates */
	int64_t first, last;
	atomic_int part; /* the next */
};

/* One reads by itself, in its own thread. */
struct reader {
	struct looking *looking;
	struct sp_store *store; /* NULL: there is no such reader */
	struct sp_similar *text;
	struct sp_records *signals;
	char from[SP_DATE_SIZE], to[SP_DATE_SIZE]; /* of its scan */
	char day[SP_DATE_SIZE]; /* as last seen, and its number */
	long days;
	struct sp_map *domains; /* whether they have one of ours */
	struct candidates candidates;
	struct sp_bar likely; /* of all they may score */
	struct sp_bar bar;    /* of what was found here */
	struct sp_alike *found;
	size_t found_n, found_room;
	struct sp_error err;
};

/* 1 a domain in common, 0 none, -1 not known of one of them. */
static int
domains_of(struct reader *reader, const char *domains)
{
	const char *ours = reader->looking->asked->domains;
	const struct sp_value *meet;
	struct sp_value new;
	size_t length;

	if (ours == NULL || domains == NULL)
		return -1;
	length = strlen(domains);
	meet = sp_map_find(reader->domains, domains, length);
	if (meet == NULL) {
		new = sp_int_value(sp_lists_meet(ours, domains));
		meet = sp_map_add(reader->domains, domains, length, &new);
	}
	return (int)meet->i;
}

static long
days_of(struct reader *reader, const char *day)
{
	size_t length;

	if (strcmp(reader->day, day) != 0) {
		length = strnlen(day, SP_DATE_SIZE - 1);
		memcpy(reader->day, day, length);
		reader->day[length] = '\0';
		sp_date_parse(day, &reader->days);
	}
	return reader->days - reader->looking->asked->day;
}

/* area 0: not known. */
static int
area_of(const struct looking *looking, int64_t area)
{
	if (looking->asked->area == 0 || area == 0)
		return -1;
	return (size_t)area < looking->near_n ? looking->near[area] : 0;
}

/* As alike as they can be. */
static struct sp_two_signals
two_of(struct reader *reader, const char *day, const char *domains,
    int64_t area)
{
	struct sp_two_signals two = { .text = 1000,
		.area = area_of(reader->looking, area) };

	/* far away, nothing else matters */
	if (two.area >= 0 &&
	    two.area < reader->looking->asked->limits->near_area)
		return two;
	two.domain = domains_of(reader, domains);
	two.days = days_of(reader, day);
	return two;
}

static void
keep(struct reader *reader, int64_t id, const struct sp_likeness *likeness)
{
	if (reader->found_n == reader->found_room) {
		reader->found_room = 2 * reader->found_room + 32;
		reader->found = sp_grow(reader->found, reader->found_room,
		    sizeof(*reader->found));
	}
	reader->found[reader->found_n++] =
	    (struct sp_alike){ .id = id, .likeness = *likeness };
	sp_bar_add(&reader->bar, likeness->score);
}

static void
look_at(struct reader *reader, int64_t id, struct sp_two_signals *two,
    const char *text, const char *status)
{
	const struct sp_asked *asked = reader->looking->asked;
	struct sp_likeness likeness;
	int bar = reader->bar.score, least = reader->looking->least;
	int needs =
	    sp_likeness_needs(two, asked->limits, bar > least ? bar : least);

	if (needs == SP_LIKENESS_NEVER || text == NULL || id == asked->id ||
	    strcmp(status, "geannuleerd") == 0)
		return;
	two->text = sp_similar_reach(reader->text, text, needs);
	if (two->text < 0)
		return;
	likeness = sp_likeness(two, asked->limits);
	keep(reader, id, &likeness);
}

static void
add_near(void *context, const char *area, const struct sp_value *closeness)
{
	struct looking *looking = context;
	size_t id = (size_t)strtoull(area, NULL, 10), n = looking->near_n;

	if (id >= n) {
		looking->near_n = 2 * id + 64;
		looking->near = sp_grow(looking->near, looking->near_n,
		    sizeof(*looking->near));
		memset(looking->near + n, 0,
		    (looking->near_n - n) * sizeof(*looking->near));
	}
	looking->near[id] = (int)closeness->i;
}

static int
find_near(struct looking *looking, struct sp_store *store, struct sp_error *err)
{
	struct sp_map *near;
	int bad;

	if (looking->asked->area == 0)
		return 0;
	near = sp_map_open();
	bad = sp_areas_near(store, looking->asked->area, near, err);
	sp_map_each(near, add_near, looking);
	sp_map_close(near);
	return bad;
}

static void
begin_scan(struct looking *looking, int64_t first, int64_t last)
{
	looking->first = first;
	looking->last = last;
	atomic_store(&looking->part, 0);
}

/* The next part that nobody has taken, from first to last: 1, or 0. */
static int
take_part(struct looking *looking, int64_t *first, int64_t *last)
{
	int part = atomic_fetch_add(&looking->part, 1);
	int64_t n = looking->last - looking->first + 1;

	*first = looking->first + n * part / PARTS;
	*last = looking->first + n * (part + 1) / PARTS - 1;
	return part < PARTS;
}

/* What was reported from one day to another and is not tied to another; of
 * these ids, by reading all signals, or NULL: by an index. */
static struct sp_query *
open_scan(struct reader *reader, const char *columns, long from, long to,
    const struct sp_value *ids, struct sp_error *err)
{
	const int *at = reader->looking->at;
	const struct sp_value days[] = { sp_text_value(reader->from),
		sp_text_value(reader->to) };
	const struct sp_filter filters[] = {
		{ .column = at[DAY],
		    .test = SP_TEST_FROM,
		    .aside = ids != NULL,
		    .values = &days[0],
		    .n = 1 },
		{ .column = at[DAY],
		    .test = SP_TEST_TO,
		    .aside = ids != NULL,
		    .values = &days[1],
		    .n = 1 },
		{ .column = at[SAME], .test = SP_TEST_EMPTY, .aside = true },
		/* the id */
		{ .test = SP_TEST_FROM, .values = ids, .n = 1 },
		{ .test = SP_TEST_TO,
		    .values = ids == NULL ? NULL : ids + 1,
		    .n = 1 },
	};
	size_t n = sizeof(filters) / sizeof(filters[0]);

	sp_date_format(from, reader->from);
	sp_date_format(to, reader->to);
	return sp_records_scan(reader->store, &sp_signaal, columns, filters,
	    ids == NULL ? n - 2 : n, err);
}

static void
add_room(struct candidates *candidates, size_t n)
{
	if (candidates->n + n <= candidates->room)
		return;
	candidates->room = 2 * candidates->n + n + 1024;
	candidates->list = sp_grow(candidates->list, candidates->room,
	    sizeof(*candidates->list));
}

static void
list_one(struct reader *reader, const struct sp_query *query)
{
	struct sp_two_signals two = two_of(reader, sp_query_text(query, 1),
	    sp_query_text(query, 2), sp_query_int(query, 3));
	struct sp_likeness likeness =
	    sp_likeness(&two, reader->looking->asked->limits);

	if (likeness.verdict == SP_LIKE_NOT)
		return;
	add_room(&reader->candidates, 1);
	reader->candidates.list[reader->candidates.n++] =
	    (struct candidate){ sp_query_int(query, 0), likeness.score };
	sp_bar_add(&reader->likely, likeness.score);
}

/* One of all signals, unless it was read among the likeliest. */
static void
read_one(struct reader *reader, const struct sp_query *query)
{
	struct sp_two_signals two = two_of(reader,
	    sp_query_text(query, DAY + 1), sp_query_text(query, DOMAIN + 1),
	    sp_query_int(query, AREA + 1));
	struct sp_likeness likeness =
	    sp_likeness(&two, reader->looking->asked->limits);

	if (likeness.score < reader->looking->likely)
		look_at(reader, sp_query_int(query, 0), &two,
		    sp_query_text(query, TEXT + 1),
		    sp_query_text(query, STATUS + 1));
}

static int
scan(struct reader *reader, struct sp_query *query,
    void (*one)(struct reader *reader, const struct sp_query *query))
{
	int got = -1;

	while (query != NULL && (got = sp_query_step(query, &reader->err)) > 0)
		one(reader, query);
	sp_query_close(query);
	return got;
}

/* From the index alone. */
static int
list(void *what)
{
	struct reader *reader = what;
	int64_t from, to;
	int bad = 0;

	while (!bad && take_part(reader->looking, &from, &to))
		bad = scan(reader,
		    open_scan(reader, listed, (long)from, (long)to, NULL,
			&reader->err),
		    list_one);
	return bad;
}

static int
read_all(void *what)
{
	struct reader *reader = what;
	const struct looking *looking = reader->looking;
	int64_t first, last;
	int bad = 0;

	while (!bad && take_part(reader->looking, &first, &last)) {
		const struct sp_value ids[] = { sp_int_value(first),
			sp_int_value(last) };
		bad = scan(reader,
		    open_scan(reader, scanned, looking->from, looking->to, ids,
			&reader->err),
		    read_one);
	}
	return bad;
}

static int
read_candidate(struct reader *reader, int64_t id)
{
	const int *at = reader->looking->at;
	struct sp_value row[SP_KIND_COLUMNS];
	struct sp_two_signals two;
	int got = sp_records_get_some(reader->signals, id, at, READ, row,
	    &reader->err);

	if (got <= 0)
		return got;
	two =
	    two_of(reader, row[at[DAY]].s, row[at[DOMAIN]].s, row[at[AREA]].i);
	look_at(reader, id, &two, row[at[TEXT]].s, row[at[STATUS]].s);
	return 0;
}

static int
read_chosen(void *what)
{
	struct reader *reader = what;
	const struct candidate *list = reader->looking->candidates.list;
	int64_t i, last;

	while (take_part(reader->looking, &i, &last))
		for (; i <= last; i++)
			if (read_candidate(reader, list[i].id) != 0)
				return -1;
	return 0;
}

static int
by_id(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	return (a->id > b->id) - (a->id < b->id);
}

/* Chooses those that may score so much, of what has not been read. */
static void
choose(struct looking *looking, int least)
{
	struct candidate *left = looking->candidates.list + looking->read;
	size_t n = looking->candidates.n - looking->read, chosen = 0;

	for (size_t i = 0; i < n; i++) {
		struct candidate one = left[i];
		if (one.score < least)
			continue;
		left[i] = left[chosen];
		left[chosen++] = one;
	}
	looking->chosen = chosen;
}

static int
both(struct reader readers[READERS], int (*work)(void *what),
    struct sp_error *err)
{
	struct reader *second = readers[1].store == NULL ? NULL : &readers[1];

	if (sp_both(work, &readers[0], second) == 0)
		return 0;
	*err = readers[0].err.status != 0 ? readers[0].err : readers[1].err;
	return -1;
}

static int
list_both(struct reader readers[READERS], struct sp_error *err)
{
	struct looking *looking = readers[0].looking;
	struct candidates *more = &readers[1].candidates;

	begin_scan(looking, looking->from, looking->to);
	if (both(readers, list, err) != 0)
		return -1;
	looking->candidates = readers[0].candidates;
	readers[0].candidates = (struct candidates){ 0 };
	add_room(&looking->candidates, more->n + 1);
	if (more->n > 0)
		memcpy(looking->candidates.list + looking->candidates.n,
		    more->list, more->n * sizeof(*more->list));
	looking->candidates.n += more->n;
	return 0;
}

/* In the order they lie in. */
static int
read_both(struct reader readers[READERS], struct sp_error *err)
{
	struct looking *looking = readers[0].looking;
	struct candidate *next = looking->candidates.list + looking->read;

	if (looking->chosen == 0)
		return 0;
	qsort(next, looking->chosen, sizeof(*next), by_id);
	begin_scan(looking, (int64_t)looking->read,
	    (int64_t)(looking->read + looking->chosen) - 1);
	looking->read += looking->chosen;
	return both(readers, read_chosen, err);
}

/* Reads about as many of the likeliest, with those that were read before; from
 * them shows what the others have to score. Of few, all are as soon read. */
static int
read_likeliest(struct reader readers[READERS], size_t n, struct sp_error *err)
{
	struct looking *looking = readers[0].looking;
	struct sp_bar likely = { .most = n };
	struct sp_bar bar = { .most = looking->asked->most };

	if (n > looking->candidates.n / MANY)
		return 0;
	sp_bar_join(&likely, &readers[0].likely);
	sp_bar_join(&likely, &readers[1].likely);
	looking->likely = likely.score;
	choose(looking,
	    likely.score > looking->least ? likely.score : looking->least);
	if (read_both(readers, err) != 0)
		return -1;
	sp_bar_join(&bar, &readers[0].bar);
	sp_bar_join(&bar, &readers[1].bar);
	looking->least = bar.score;
	return 0;
}

/* The others that may still be among the best: one by one, or all that lie
 * between the first and the last of them. */
static int
read_others(struct reader readers[READERS], struct sp_error *err)
{
	struct looking *looking = readers[0].looking;
	const struct candidate *next;
	int64_t first = INT64_MAX, last = 0;

	choose(looking, looking->least);
	if (looking->chosen == 0)
		return 0;
	next = looking->candidates.list + looking->read;
	for (size_t i = 0; i < looking->chosen; i++) {
		first = next[i].id < first ? next[i].id : first;
		last = next[i].id > last ? next[i].id : last;
	}
	if ((int64_t)looking->chosen <= (last - first + 1) / SHARE)
		return read_both(readers, err);
	begin_scan(looking, first, last);
	return both(readers, read_all, err);
}

static void
open_reader(struct reader *reader, struct looking *looking,
    struct sp_store *store)
{
	const struct sp_asked *asked = looking->asked;

	*reader = (struct reader){ .looking = looking,
		.store = store,
		.bar = { .most = asked->most } };
	if (store == NULL)
		return;
	reader->text = sp_similar_open(asked->text);
	reader->signals = sp_records_open(store, &sp_signaal);
	reader->domains = sp_map_open();
}

static void
close_reader(struct reader *reader)
{
	sp_similar_close(reader->text);
	sp_records_close(reader->signals);
	sp_map_close(reader->domains);
	free(reader->candidates.list);
	free(reader->found);
}

/* What both have found. */
static void
gather(struct reader readers[READERS], struct sp_alike **found, size_t *n)
{
	for (size_t i = 0; i < readers[1].found_n; i++)
		keep(&readers[0], readers[1].found[i].id,
		    &readers[1].found[i].likeness);
	*found = readers[0].found;
	*n = readers[0].found_n;
	readers[0].found = NULL;
}

static int
look(struct looking *looking, struct sp_store *store, struct sp_alike **found,
    size_t *n, struct sp_error *err)
{
	struct sp_store *second = sp_store_beside(store);
	struct reader readers[READERS];
	int bad;

	open_reader(&readers[0], looking, store);
	open_reader(&readers[1], looking, second);
	bad = list_both(readers, err) != 0 ||
	      read_likeliest(readers, LIKELIEST, err) != 0 ||
	      read_likeliest(readers, LIKELIEST * TIMES, err) != 0 ||
	      read_others(readers, err) != 0;
	gather(readers, found, n);
	close_reader(&readers[0]);
	close_reader(&readers[1]);
	sp_store_close(second);
	return bad ? -1 : 0;
}

int
sp_nearby_find(struct sp_store *store, const struct sp_asked *asked,
    struct sp_alike **found, size_t *n, struct sp_error *err)
{
	struct looking looking = { .asked = asked,
		.likely = SP_BAR_SCORES,
		.from = asked->day - asked->limits->recurring_days,
		.to = asked->day + asked->limits->recurring_days };
	int bad;

	for (int i = 0; i < FIELDS; i++)
		looking.at[i] = sp_column_named(sp_signaal.columns,
		    sp_signaal.n, fields[i]);
	bad = sp_store_skim(store, err) != 0 ||
	      find_near(&looking, store, err) != 0 ||
	      look(&looking, store, found, n, err) != 0;
	free(looking.near);
	free(looking.candidates.list);
	return bad ? -1 : 0;
}
