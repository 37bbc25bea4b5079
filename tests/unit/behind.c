/* behind - rows put in by a second thread: all of them, in order, once, as they
 * were; and nothing more once one can't be */
#include "store/behind.h"

#include <string.h>

#include "sp/mem.h"
#include "tap.h"

enum { FULL = 7, SINKS = 20 };

/* Where rows are put, as text; of each row of this one so many cells. */
struct sink {
	struct sp_text text, wanted;
	int64_t rows, room;
	size_t n;
};

static void
open_sinks(struct sink sinks[SINKS], int64_t room)
{
	for (size_t i = 0; i < SINKS; i++) {
		sinks[i] = (struct sink){ .room = room, .n = 1 + i % 5 };
		sp_text_clear(&sinks[i].text);
		sp_text_clear(&sinks[i].wanted);
	}
}

static void
close_sinks(struct sink sinks[SINKS])
{
	for (size_t i = 0; i < SINKS; i++) {
		sp_text_free(&sinks[i].text);
		sp_text_free(&sinks[i].wanted);
	}
}

static void
write_row(struct sp_text *out, const struct sp_value *values, size_t n)
{
	for (size_t i = 0; i < n; i++)
		switch (values[i].type) {
		case SP_INT:
			sp_text_addf(out, "%lld,", (long long)values[i].i);
			break;
		case SP_REAL: sp_text_addf(out, "%g,", values[i].r); break;
		case SP_TEXT: sp_text_addf(out, "%s,", values[i].s); break;
		default: sp_text_add(out, "-,");
		}
	sp_text_addc(out, '\n');
}

static int
put(void *what, const struct sp_value *values, size_t n, size_t rows)
{
	struct sink *sink = what;

	for (size_t i = 0; i < rows; i++) {
		if (sink->rows == sink->room)
			return FULL;
		sink->rows++;
		write_row(&sink->text, values + i * n, n);
	}
	return 0;
}

/* A row of 1 to 5 cells; its text is gone after the call, and long at times. */
static int
add(struct sp_behind *behind, struct sink *sink, int64_t number)
{
	struct sp_text text = { 0 };
	struct sp_value cells[5] = { sp_int_value(number), { .type = SP_NULL },
		{ .type = SP_ABSENT }, sp_real_value((double)number / 4) };
	int code;

	sp_text_addf(&text, "%lld", (long long)number);
	for (int64_t i = 0; i < (number % 997 == 0 ? 50000 : number % 7); i++)
		sp_text_add(&text, " en zo");
	cells[number % 2] = sp_text_value(text.s);
	write_row(&sink->wanted, cells, sink->n);
	code = sp_behind_add(behind, sink, cells, sink->n);
	memset(text.s, '?', text.length);
	sp_text_free(&text);
	return code;
}

/* Adds rows to some sinks in turn, now and then twice to one, and settles after
 * every so many; the codes are added up. */
static int
add_all(struct sp_behind *behind, struct sink *sinks, int64_t some,
    int64_t rows, int64_t settled)
{
	int codes = 0;

	for (int64_t i = 1; i <= rows; i++) {
		codes += add(behind, &sinks[(i + i / 3) % some], i);
		if (i % settled == 0)
			codes += sp_behind_settle(behind);
	}
	return codes + sp_behind_settle(behind);
}

static void
all_are_in(int64_t rows, int64_t settled, int64_t some)
{
	struct sp_behind *behind = sp_behind_open(put);
	struct sink sinks[SINKS];
	int64_t there = 0;
	bool alike = true;
	int codes;

	open_sinks(sinks, -1);
	codes = add_all(behind, sinks, some, rows, settled);
	for (size_t i = 0; i < SINKS; i++) {
		there += sinks[i].rows;
		alike =
		    alike && strcmp(sinks[i].text.s, sinks[i].wanted.s) == 0;
	}
	ok(codes == 0 && there == rows && alike,
	    "%lld rows to %lld, at rest after every %lld: all in, in order",
	    (long long)rows, (long long)some, (long long)settled);
	sp_behind_close(behind);
	close_sinks(sinks);
}

static void
stops_at_a_failure(void)
{
	struct sp_behind *behind = sp_behind_open(put);
	struct sink sinks[SINKS];

	open_sinks(sinks, 1000);
	add_all(behind, sinks, 1, 100000, 100000);
	ok(sinks->rows == 1000, "after a row that can't be put in, none is");
	ok(sp_behind_settle(behind) == FULL, "its code is told");
	ok(sp_behind_settle(behind) == FULL, "and told again");
	sinks->room = -1;
	sp_behind_drop(behind);
	ok(sp_behind_settle(behind) == 0, "until it is forgotten");
	ok(add_all(behind, sinks, 1, 5000, 5000) == 0 && sinks->rows == 6000,
	    "then rows are put in again");
	sp_behind_close(behind);
	close_sinks(sinks);
}

static void
stops_all_at_a_failure(void)
{
	struct sp_behind *behind = sp_behind_open(put);
	struct sink sinks[SINKS];
	int64_t there;

	open_sinks(sinks, -1);
	sinks[1].room = 500;
	add_all(behind, sinks, 3, 100000, 100000);
	ok(sinks[1].rows == 500, "after a row of one that can't be put in");
	there = sinks[0].rows;
	add(behind, &sinks[0], 1);
	ok(sp_behind_settle(behind) == FULL && sinks[0].rows == there,
	    "none of another is");
	sp_behind_close(behind);
	close_sinks(sinks);
}

static void
drops_what_is_not_in(void)
{
	struct sp_behind *behind = sp_behind_open(put);
	struct sink sinks[SINKS];

	open_sinks(sinks, -1);
	add(behind, sinks, 1);
	sp_behind_drop(behind);
	ok(sp_behind_settle(behind) == 0 && sinks->rows == 0,
	    "a row that was dropped is not put in");
	add(behind, sinks, 2);
	sp_behind_close(behind);
	ok(sinks->rows == 0, "nor one that was left at the end");
	close_sinks(sinks);
}

int
main(void)
{
	static const int64_t sizes[] = { 0, 1, 255, 256, 257, 511, 512, 513,
		20000 };

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		all_are_in(sizes[i], 1000000, 1);
		all_are_in(sizes[i], 1000000, 3);
		all_are_in(sizes[i], 1000000, SINKS);
	}
	all_are_in(20000, 1, 3);
	all_are_in(20000, 300, 3);
	all_are_in(20000, 4096, SINKS);
	stops_at_a_failure();
	stops_all_at_a_failure();
	drops_what_is_not_in();
	return done();
}
