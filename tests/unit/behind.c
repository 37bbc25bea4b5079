/* behind - rows put in by a second thread: all of them, in order, once, as they
 * were; and nothing more once one can't be */
#include "store/behind.h"

#include <string.h>

#include "sp/mem.h"
#include "tap.h"

enum { FULL = 7 };

/* Where rows are put, as text. */
struct sink {
	struct sp_text text;
	int64_t rows, room;
};

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
put(void *what, const struct sp_value *values, size_t n)
{
	struct sink *sink = what;

	if (sink->rows == sink->room)
		return FULL;
	sink->rows++;
	write_row(&sink->text, values, n);
	return 0;
}

/* A row of 1 to 5 cells; its text is gone after the call, and long at times. */
static int
add(struct sp_behind *behind, struct sink *sink, int64_t number,
    struct sp_text *wanted)
{
	struct sp_text text = { 0 };
	struct sp_value cells[5] = { sp_int_value(number), { .type = SP_NULL },
		{ .type = SP_ABSENT }, sp_real_value((double)number / 4) };
	size_t n = (size_t)(1 + number % 5);
	int code;

	sp_text_addf(&text, "%lld", (long long)number);
	for (int64_t i = 0; i < (number % 997 == 0 ? 50000 : number % 7); i++)
		sp_text_add(&text, " en zo");
	cells[number % 2] = sp_text_value(text.s);
	write_row(wanted, cells, n);
	code = sp_behind_add(behind, sink, cells, n);
	memset(text.s, '?', text.length);
	sp_text_free(&text);
	return code;
}

/* Adds rows, and settles after every so many; the codes are added up. */
static int
add_all(struct sp_behind *behind, struct sink *sink, int64_t rows,
    int64_t settled, struct sp_text *wanted)
{
	int codes = 0;

	for (int64_t i = 1; i <= rows; i++) {
		codes += add(behind, sink, i, wanted);
		if (i % settled == 0)
			codes += sp_behind_settle(behind);
	}
	return codes + sp_behind_settle(behind);
}

static void
all_are_in(int64_t rows, int64_t settled)
{
	struct sp_behind *behind = sp_behind_open(put);
	struct sink sink = { .room = -1 };
	struct sp_text wanted = { 0 };
	int codes;

	sp_text_clear(&wanted);
	sp_text_clear(&sink.text);
	codes = add_all(behind, &sink, rows, settled, &wanted);
	ok(codes == 0 && sink.rows == rows &&
		strcmp(sink.text.s, wanted.s) == 0,
	    "%lld rows, at rest after every %lld: all in, in order",
	    (long long)rows, (long long)settled);
	sp_behind_close(behind);
	sp_text_free(&wanted);
	sp_text_free(&sink.text);
}

static void
stops_at_a_failure(void)
{
	struct sp_behind *behind = sp_behind_open(put);
	struct sink sink = { .room = 1000 };
	struct sp_text unread = { 0 };

	add_all(behind, &sink, 100000, 100000, &unread);
	ok(sink.rows == 1000, "after a row that can't be put in, none is");
	ok(sp_behind_settle(behind) == FULL, "its code is told");
	ok(sp_behind_settle(behind) == FULL, "and told again");
	sink.room = -1;
	sp_behind_drop(behind);
	ok(sp_behind_settle(behind) == 0, "until it is forgotten");
	ok(add_all(behind, &sink, 5000, 5000, &unread) == 0 &&
		sink.rows == 6000,
	    "then rows are put in again");
	sp_behind_close(behind);
	sp_text_free(&unread);
	sp_text_free(&sink.text);
}

static void
drops_what_is_not_in(void)
{
	struct sp_behind *behind = sp_behind_open(put);
	struct sink sink = { .room = -1 };
	struct sp_text unread = { 0 };

	add(behind, &sink, 1, &unread);
	sp_behind_drop(behind);
	ok(sp_behind_settle(behind) == 0 && sink.rows == 0,
	    "a row that was dropped is not put in");
	add(behind, &sink, 2, &unread);
	sp_behind_close(behind);
	ok(sink.rows == 0, "nor one that was left at the end");
	sp_text_free(&unread);
	sp_text_free(&sink.text);
}

int
main(void)
{
	static const int64_t sizes[] = { 0, 1, 255, 256, 257, 511, 512, 513,
		20000 };

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
		all_are_in(sizes[i], 1000000);
	all_are_in(20000, 1);
	all_are_in(20000, 300);
	all_are_in(20000, 4096);
	stops_at_a_failure();
	drops_what_is_not_in();
	return done();
}
