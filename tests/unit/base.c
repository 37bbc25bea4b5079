/* base - text, days, lists, ids and sums; with an argument, answers for
 * base.t, a line for each line of hexadecimal bytes */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "sp/date.h"
#include "sp/error.h"
#include "sp/map.h"
#include "sp/sha256.h"
#include "sp/utf8.h"
#include "sp/uuid.h"
#include "sp/value.h"
#include "sp/words.h"
#include "tap.h"

/* The C library counts the same days. */
static void
days(void)
{
	long bad = 0, n = 0;

	for (long day = -135140; day <= 2932896; day += 7 - 6 * (n % 50 == 0)) {
		time_t seconds = (time_t)day * 86400;
		struct tm tm;
		char ours[SP_DATE_SIZE], theirs[32];
		long back = 0;
		gmtime_r(&seconds, &tm);
		strftime(theirs, sizeof(theirs), "%Y-%m-%d", &tm);
		sp_date_format(day, ours);
		bad += strcmp(ours, theirs) != 0 ||
		       !sp_date_parse(theirs, &back) || back != day ||
		       sp_date_weekday(day) != (tm.tm_wday + 6) % 7;
		n++;
	}
	ok(bad == 0, "%ld days from 1600 to 9999 are those of gmtime", n);
}

static const char *const texts[] = { "", "2026-02-30", "2026-2-3", "1900-02-29",
	"2100-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32",
	"1599-12-31", "2026-01-011", " 2026-01-01", "2026-01-01 ", "2026/01/01",
	"20260101", "+026-01-01", "2026-1-01", "26-01-01", "abcd-ef-gh" };
static const char *const dutch[] = { "", "1", "1-", "1-1", "1-1-", "30-2-2026",
	"2026-03-05", "5-3-26", "5/3/2026", "-1-1-2026", "1--1-2026",
	"1-1--026", "001-1-2026", "1-1-20266", "1-1-2026 ", " 1-1-2026",
	"+1-1-2026", "1 -1-2026", "1-1- 026", "0-1-2026", "1-0-2026",
	"1-13-2026", "1-1-1599" };

static void
no_days(void)
{
	char iso[SP_DATE_SIZE];
	long day;

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		ok(!sp_date_parse(texts[i], &day) &&
			sp_date_day(texts[i]) == SP_NO_DAY,
		    "\"%s\" is no day", texts[i]);
	ok(sp_date_day(NULL) == SP_NO_DAY, "a day that is missing");
	ok(sp_date_day("1969-12-31") == -1, "the day before the first");
	for (size_t i = 0; i < sizeof(dutch) / sizeof(dutch[0]); i++)
		ok(!sp_date_from_dutch(dutch[i], iso), "\"%s\" is no Dutch day",
		    dutch[i]);
	ok(sp_date_from_dutch("29-2-2024", iso) &&
		strcmp(iso, "2024-02-29") == 0,
	    "29-2-2024 is 2024-02-29");
	ok(sp_date_from_dutch("05-03-2026", iso) &&
		strcmp(iso, "2026-03-05") == 0,
	    "05-03-2026 is 2026-03-05");
}

static const struct {
	const char *text, *from, *to, *before, *name;
} good_periods[] = {
	{ "2026-10", "2026-10-01", "2026-10-31", "2026-09-01..2026-09-30",
	    "2026-10" },
	{ "2026-01", "2026-01-01", "2026-01-31", "2025-12-01..2025-12-31",
	    "2026-01" },
	{ "2024-02", "2024-02-01", "2024-02-29", "2024-01-01..2024-01-31",
	    "2024-02" },
	{ "2026-K1", "2026-01-01", "2026-03-31", "2025-10-01..2025-12-31",
	    "2026-K1" },
	{ "2026-q4", "2026-10-01", "2026-12-31", "2026-07-01..2026-09-30",
	    "2026-K4" },
	{ "2026", "2026-01-01", "2026-12-31", "2025-01-01..2025-12-31",
	    "2026" },
	{ "2026-03-01", "2026-03-01", "2026-03-01", "2026-02-28..2026-02-28",
	    "2026-03-01" },
	{ "2026-03-05..2026-03-11", "2026-03-05", "2026-03-11",
	    "2026-02-26..2026-03-04", "2026-03-05..2026-03-11" },
	{ "vorige", "2026-10-01", "2026-10-31", "2026-09-01..2026-09-30",
	    "2026-10" },
	{ "this", "2026-11-01", "2026-11-30", "2026-10-01..2026-10-31",
	    "2026-11" },
};

static const char *const bad_periods[] = { "", "2026-00", "2026-13", "2026-K0",
	"2026-K5", "2026-X1", "26", "20266", "2026-1", "2026-02-30",
	"2026-03-11..2026-03-05", "2026-03-05...2026-03-11", "..",
	"2026-03-05..", "gisteren", "1599", "0000", "abcd" };

static void
periods(void)
{
	char from[SP_DATE_SIZE], to[SP_DATE_SIZE], name[32], before[32];
	char from_before[SP_DATE_SIZE], to_before[SP_DATE_SIZE];

	for (size_t i = 0; i < sizeof(good_periods) / sizeof(good_periods[0]);
	     i++) {
		bool read = sp_period_parse(good_periods[i].text, "2026-11-10",
		    from, to);
		if (!ok(read && strcmp(from, good_periods[i].from) == 0 &&
			    strcmp(to, good_periods[i].to) == 0,
			"%s is %s to %s", good_periods[i].text,
			good_periods[i].from, good_periods[i].to))
			continue;
		sp_period_name(from, to, name, sizeof(name));
		ok(strcmp(name, good_periods[i].name) == 0, "its name is %s",
		    good_periods[i].name);
		sp_period_before(from, to, from_before, to_before);
		snprintf(before, sizeof(before), "%s..%s", from_before,
		    to_before);
		ok(strcmp(before, good_periods[i].before) == 0,
		    "before it comes %s", good_periods[i].before);
	}
	for (size_t i = 0; i < sizeof(bad_periods) / sizeof(bad_periods[0]);
	     i++)
		ok(!sp_period_parse(bad_periods[i], "2026-11-10", from, to),
		    "\"%s\" is no period", bad_periods[i]);
	ok(sp_period_parse("vorige", "2026-01-31", from, to) &&
		strcmp(from, "2025-12-01") == 0 &&
		strcmp(to, "2025-12-31") == 0,
	    "the month before January is December");
}

static void
join(void *context, const char *word, size_t length)
{
	sp_text_addc(context, '<');
	sp_text_addn(context, word, length);
	sp_text_addc(context, '>');
}

static void
words(void)
{
	static const char list[] =
	    "a|b@2024-01-01..2025-06-30|c@2025-01-01|d@..2024-12-31||b";
	struct sp_text text = { 0 };

	ok(sp_list_words(list, true, join, &text) == 5 &&
		strcmp(text.s, "<a><b@2024-01-01..2025-06-30><c@2025-01-01>"
			       "<d@..2024-12-31><b>") == 0,
	    "a list has five words with their days");
	sp_text_clear(&text);
	ok(sp_list_words(list, false, join, &text) == 5 &&
		strcmp(text.s, "<a><b><c><d><b>") == 0,
	    "and without");
	sp_text_free(&text);
	ok(sp_list_words(NULL, true, join, &text) == 0 &&
		sp_list_words("", true, join, &text) == 0,
	    "no list has no words");
	ok(sp_list_has(list, "a", "1900-01-01"), "a word without days always");
	ok(sp_list_has("b@2024-01-01..2025-06-30", "b", "2024-01-01") &&
		sp_list_has("b@2024-01-01..2025-06-30", "b", "2025-06-30") &&
		!sp_list_has("b@2024-01-01..2025-06-30", "b", "2023-12-31") &&
		!sp_list_has("b@2024-01-01..2025-06-30", "b", "2025-07-01"),
	    "a word within its days, both ends counted");
	ok(sp_list_has(list, "c", "2030-01-01") &&
		!sp_list_has(list, "c", "2024-12-31") &&
		sp_list_has(list, "d", "2000-01-01") &&
		!sp_list_has(list, "d", "2025-01-01"),
	    "an open end is open");
	ok(!sp_list_has(list, "", NULL) && !sp_list_has(list, "aa", NULL) &&
		!sp_list_has(NULL, "a", NULL),
	    "part of a word is no word");
}

static void
add_up(void *context, const char *key, const struct sp_value *value)
{
	int64_t *sum = context;

	*sum += strtoll(key, NULL, 10) == value->i ? value->i : -1;
}

static void
maps(void)
{
	struct sp_map *map = sp_map_open();
	int64_t sum = 0;
	bool good = true;
	char key[16];

	for (int i = 0; i < 10000; i++) {
		struct sp_value value = sp_int_value(i);
		snprintf(key, sizeof(key), "%d", i);
		good = good && sp_map_find(map, key, strlen(key)) == NULL &&
		       sp_map_add(map, key, strlen(key), &value)->i == i;
	}
	for (int i = 0; i < 10000; i++) {
		const struct sp_value *value;
		snprintf(key, sizeof(key), "%d", i);
		value = sp_map_find(map, key, strlen(key));
		good = good && value != NULL && value->i == i;
	}
	ok(good && sp_map_count(map) == 10000, "a map keeps 10000 values");
	sp_map_each(map, add_up, &sum);
	ok(sum == 9999 * 10000 / 2, "and gives each of them once");
	sp_map_clear(map);
	ok(sp_map_count(map) == 0 && sp_map_find(map, "7", 1) == NULL,
	    "and is empty when cleared");
	ok(sp_map_number(map, "b", 1) == 0 && sp_map_number(map, "a", 1) == 1 &&
		sp_map_number(map, "b", 1) == 0 &&
		sp_map_number(map, "ab", 2) == 2 && sp_map_count(map) == 3,
	    "and numbers its keys in the order they are asked for");
	sp_map_close(map);
	sp_map_close(NULL);
}

static void
map_keys(void)
{
	struct sp_map *map = sp_map_open();
	char key[] = "a\0b", text[] = "text";
	struct sp_value value = sp_text_value(text);

	sp_map_add(map, key, 3, &value);
	key[0] = text[0] = 'x';
	ok(sp_map_find(map, "a", 1) == NULL &&
		strcmp(sp_map_find(map, "a\0b", 3)->s, "text") == 0,
	    "key and text are copies, and a key may hold a NUL");
	sp_map_close(map);
}

static void
values(void)
{
	struct sp_value null = sp_text_value(NULL), absent = { 0 };
	struct sp_value text = sp_text_value("1"), number = sp_int_value(1);
	struct sp_value real = { .type = SP_REAL, .r = 1 };

	ok(!sp_value_given(&null) && !sp_value_given(&absent) &&
		sp_value_given(&number),
	    "null and absent are not given");
	ok(sp_value_equal(&null, &null) && !sp_value_equal(&null, &absent) &&
		!sp_value_equal(&text, &number) &&
		!sp_value_equal(&number, &real) && sp_value_equal(&real, &real),
	    "values of two types differ");
}

static void
sentences(void)
{
	struct sp_error err;
	char euros[3 * 700 + 1] = "";

	for (size_t i = 0; i < 700; i++)
		memcpy(euros + 3 * i, "€", 4);
	for (int shift = 0; shift < 4; shift++) {
		sp_fail(&err, SP_INPUT, "%.*s%s", shift, "aaaa", euros);
		ok(strlen(err.text) > sizeof(err.text) - 4 &&
			sp_utf8_valid(err.text, strlen(err.text)),
		    "a sentence is cut at a character, shifted by %d", shift);
		sp_fail_at(&err, "%.*s:", shift, "bbbb");
		ok(strlen(err.text) < sizeof(err.text) &&
			sp_utf8_valid(err.text, strlen(err.text)),
		    "and when a place is put before it");
	}
	sp_fail(&err, SP_REFUSED, "what");
	ok(sp_fail_at(&err, "file:%d: ", 3) == -1 && err.status == SP_REFUSED &&
		strcmp(err.text, "file:3: what") == 0,
	    "a place goes before the sentence");
}

static void
uuids(void)
{
	static const unsigned char seed[SP_UUID_SEED] = { 1, 2, 3 };
	struct sp_uuid_source source;
	char one[SP_UUID_SIZE], before[SP_UUID_SIZE] = "";
	bool rising = true, valid = true;

	sp_uuid_seed(&source, seed, UINT64_C(0x0123456789ab));
	for (int i = 0; i < 10000; i++) {
		sp_uuid_next(&source, one);
		rising = rising && strcmp(before, one) < 0;
		valid = valid && sp_uuid_valid(one) && one[14] == '7' &&
			strchr("89ab", one[19]) != NULL;
		memcpy(before, one, sizeof(one));
	}
	ok(rising, "10000 ids rise, also when the counter turns over");
	ok(valid, "each of version 7 and its variant");
	ok(!sp_uuid_valid("") && !sp_uuid_valid("01234567-89ab-7000-8000-") &&
		!sp_uuid_valid("01234567-89ab-7000-8000-0123456789abc") &&
		!sp_uuid_valid("0123456789ab-7000-8000-0123456789ab--") &&
		!sp_uuid_valid("g1234567-89ab-7000-8000-0123456789ab"),
	    "and what is no id is none");
	ok(sp_uuid_valid("01234567-89AB-7000-8000-0123456789ab"),
	    "capitals are");
}

static void
fits(void)
{
	ok(sp_utf8_fit("abc", 5) == 3 && sp_utf8_fit("abc", 2) == 2 &&
		sp_utf8_fit("a€b", 3) == 1 && sp_utf8_fit("a€b", 4) == 4 &&
		sp_utf8_fit("€", 0) == 0,
	    "no character is cut in two");
}

static void
put_sum(const char *s, size_t length, struct sp_text *out)
{
	unsigned char digest[SP_SHA256_SIZE];

	sp_sha256(s, length, digest);
	for (size_t i = 0; i < sizeof(digest); i++)
		sp_text_addf(out, "%02x", digest[i]);
}

static void
answer(const char *mode, const char *s, size_t length)
{
	struct sp_text out = { 0 };
	char iso[SP_DATE_SIZE] = "none";

	sp_text_clear(&out);
	if (strcmp(mode, "valid") == 0) {
		sp_text_addf(&out, "%d %d", sp_utf8_valid(s, length),
		    sp_utf8_ascii(s, length));
	} else if (strcmp(mode, "1252") == 0) {
		if (!sp_utf8_from_1252(&out, s, length)) {
			sp_text_clear(&out);
			sp_text_add(&out, "none");
		}
	} else if (strcmp(mode, "fold") == 0) {
		sp_utf8_fold(&out, s);
	} else if (strcmp(mode, "visible") == 0) {
		sp_utf8_visible(&out, s);
	} else if (strcmp(mode, "width") == 0) {
		sp_text_addf(&out, "%zu", sp_utf8_width(s));
	} else if (strcmp(mode, "dutch") == 0) {
		sp_date_from_dutch(s, iso);
		sp_text_add(&out, iso);
	} else if (strcmp(mode, "sha256") == 0) {
		put_sum(s, length, &out);
	}
	puts(out.s);
	sp_text_free(&out);
}

/* Lines of hexadecimal bytes, so that any bytes can be asked about. */
static int
answers(const char *mode)
{
	char *line = NULL;
	size_t room = 0, length;

	while (getline(&line, &room, stdin) > 0) {
		length = strspn(line, "0123456789abcdef") / 2;
		for (size_t i = 0; i < length; i++) {
			char two[3] = { line[2 * i], line[2 * i + 1], '\0' };
			line[i] = (char)strtol(two, NULL, 16);
		}
		line[length] = '\0';
		answer(mode, line, length);
	}
	free(line);
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc > 1)
		return answers(argv[1]);
	days();
	no_days();
	periods();
	words();
	maps();
	map_keys();
	values();
	sentences();
	uuids();
	fits();
	return done();
}
