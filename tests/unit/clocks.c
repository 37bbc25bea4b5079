/* clocks - which term holds, when it ends, how late it is; with a file of
 * terms, answers for clocks.t */
#include "sp/clocks.h"

#include <stdlib.h>
#include <string.h>

#include "sp/workdays.h"
#include "tap.h"

enum { TERMS = 64 };

static void
codes(void)
{
	static const struct {
		const char *code;
		int days;
		bool working;
	} published[] = {
		{ "bevestigen", 2, true },
		{ "routeren", 3, true },
		{ "aannemen", 5, true },
		{ "uitvoeren", 14, false },
		{ "afhandelen", 10, true },
		{ "bericht", 15, true },
		{ "reactie", 5, false },
		{ "terugkoppelen", 7, false },
		{ "oordeel", 14, false },
		{ "nakijken", 28, false },
	};
	size_t n = sizeof(published) / sizeof(published[0]);

	ok(n == SP_CLOCKS, "there are %zu clocks", n);
	for (size_t i = 0; i < n; i++) {
		int clock = sp_clock_find(published[i].code);
		ok(clock >= 0 &&
			sp_clock_defaults[clock].days == published[i].days &&
			sp_clock_defaults[clock].working ==
			    published[i].working,
		    "%s is %d days", published[i].code, published[i].days);
	}
	ok(sp_clock_find("belofte") == -1 && sp_clock_find("") == -1,
	    "what is no clock is none");
}

/* A term for every way to choose. */
static const struct sp_term terms[] = {
	{ SP_CLOCK_HANDLE, NULL, 10, true, NULL },
	{ SP_CLOCK_HANDLE, NULL, 8, true, "2026-01-01" },
	{ SP_CLOCK_HANDLE, NULL, 6, true, "2026-06-01" },
	{ SP_CLOCK_HANDLE, "energie", 20, true, NULL },
	{ SP_CLOCK_HANDLE, "energie", 4, false, "2026-06-01" },
	{ SP_CLOCK_HANDLE, "zorg", 3, true, "2026-05-01" },
	{ SP_CLOCK_TELL, "energie", 1, false, NULL },
};
enum { HOLD = sizeof(terms) / sizeof(terms[0]) };

static void
choosing(void)
{
	static const struct {
		enum sp_clock clock;
		const char *domains, *reported, *start, *end, *what;
	} rows[] = {
		{ SP_CLOCK_HANDLE, NULL, "2025-12-01", "2025-12-01",
		    "2025-12-15", "the oldest before there was another" },
		{ SP_CLOCK_HANDLE, NULL, "2025-12-31", "2026-01-05",
		    "2026-01-19", "by the day of the report, not the start" },
		{ SP_CLOCK_HANDLE, NULL, "2026-03-05", "2026-03-05",
		    "2026-03-17", "a newer one from its day on" },
		{ SP_CLOCK_HANDLE, NULL, "2026-06-01", "2026-06-01",
		    "2026-06-09", "that day is in it" },
		{ SP_CLOCK_HANDLE, "energie", "2026-03-05", "2026-03-05",
		    "2026-04-02", "an old one of the domain before a newer" },
		{ SP_CLOCK_HANDLE, "energie", "2026-06-01", "2026-06-01",
		    "2026-06-05", "the newest of the domain" },
		{ SP_CLOCK_HANDLE, "zorg", "2026-03-05", "2026-03-05",
		    "2026-03-17", "one of the domain that is not valid yet" },
		{ SP_CLOCK_HANDLE, "zorg|energie", "2026-06-01", "2026-06-01",
		    "2026-06-04", "of two the first to end" },
		{ SP_CLOCK_HANDLE, "energie|zorg", "2026-06-01", "2026-06-01",
		    "2026-06-04", "in whatever order" },
		{ SP_CLOCK_HANDLE, "sport|energie", "2026-03-05", "2026-03-05",
		    "2026-03-17", "one of none of its own takes the general" },
		{ SP_CLOCK_HANDLE, "energiebox", "2026-03-05", "2026-03-05",
		    "2026-03-17", "a longer name is another domain" },
		{ SP_CLOCK_TELL, "energie", "2026-03-05", "2026-03-07",
		    "2026-03-08", "a clock of its own" },
		{ SP_CLOCK_TELL, NULL, "2026-03-05", "2026-03-07", "2026-03-14",
		    "none on record: the default" },
	};
	char end[SP_DATE_SIZE];

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		sp_clock_end(rows[i].clock, terms, HOLD, rows[i].domains,
		    rows[i].reported, rows[i].start, 1, false, end);
		ok(strcmp(end, rows[i].end) == 0, "%s: %s", rows[i].what, end);
	}
}

static void
published(void)
{
	static const struct {
		const char *start, *end;
		int days;
	} rows[] = {
		{ "2026-03-05", "2026-03-19", 10 },
		{ "2026-04-02", "2026-04-10", 5 },
		{ "2026-03-07", "2026-03-16", 5 },
	};
	char end[SP_DATE_SIZE];

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct sp_term term = { SP_CLOCK_ACCEPT, NULL,
			rows[i].days, true, NULL };
		sp_clock_end(SP_CLOCK_ACCEPT, &term, 1, "energie",
		    rows[i].start, rows[i].start, 1, false, end);
		ok(strcmp(end, rows[i].end) == 0, "%s and %d is %s",
		    rows[i].start, rows[i].days, end);
	}
	sp_clock_end(SP_CLOCK_ACKNOWLEDGE, NULL, 0, NULL, "2030-05-02",
	    "2030-05-02", 1, true, end);
	ok(strcmp(end, "2030-05-06") == 0, "5 May on a Sunday takes none");
	sp_clock_end(SP_CLOCK_ACKNOWLEDGE, NULL, 0, NULL, "2025-05-01",
	    "2025-05-01", 1, true, end);
	ok(strcmp(end, "2025-05-06") == 0, "5 May is free in a lustrum year");
	sp_clock_end(SP_CLOCK_ACKNOWLEDGE, NULL, 0, NULL, "2025-05-01",
	    "2025-05-01", 1, false, end);
	ok(strcmp(end, "2025-05-05") == 0, "where the setting says so");
}

static void
lateness(void)
{
	static const struct {
		enum sp_clock clock;
		const char *end, *today;
		long days;
		bool thrice;
	} rows[] = {
		/* 10 working days from 2026-03-05, of which 30 end on
		 * 2026-04-17 */
		{ SP_CLOCK_HANDLE, "2026-03-19", "2026-03-20", 1, false },
		{ SP_CLOCK_HANDLE, "2026-03-19", "2026-03-23", 2, false },
		{ SP_CLOCK_HANDLE, "2026-03-20", "2026-03-22", 0, false },
		{ SP_CLOCK_HANDLE, "2026-03-19", "2026-04-17", 20, false },
		{ SP_CLOCK_HANDLE, "2026-03-19", "2026-04-18", 20, true },
		/* 7 days from Thursday 2026-03-05 */
		{ SP_CLOCK_TELL, "2026-03-12", "2026-03-14", 2, false },
		{ SP_CLOCK_TELL, "2026-03-12", "2026-03-26", 14, false },
		{ SP_CLOCK_TELL, "2026-03-12", "2026-03-27", 15, true },
	};
	struct sp_lateness late;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		sp_clock_late(rows[i].clock, NULL, 0, NULL, "2026-03-05",
		    rows[i].end, rows[i].today, false, &late);
		ok(late.days == rows[i].days && late.thrice == rows[i].thrice,
		    "%s on %s: %ld days%s", rows[i].end, rows[i].today,
		    late.days, late.thrice ? ", three times" : "");
	}
	sp_day_late("2026-03-05", "2026-03-12", "2026-03-26", &late);
	ok(late.days == 14 && !late.thrice, "two weeks after a week's promise");
	sp_day_late("2026-03-05", "2026-03-12", "2026-03-27", &late);
	ok(late.days == 15 && late.thrice, "and a day");
	sp_day_late("2026-03-05", "2026-03-05", "2026-03-06", &late);
	ok(late.days == 1 && late.thrice, "a promise for the day itself");
}

/* "-" for none. */
static const char *
none(const char *text)
{
	return strcmp(text, "-") == 0 ? NULL : text;
}

static size_t
read_terms(const char *name, struct sp_term *read, char (*texts)[2][48])
{
	FILE *file = fopen(name, "r");
	char code[48];
	int days, working;
	size_t n = 0;

	while (file != NULL && n < TERMS &&
	       fscanf(file, "%47s %47s %d %d %47s", code, texts[n][0], &days,
		   &working, texts[n][1]) == 5) {
		read[n] = (struct sp_term){ (enum sp_clock)sp_clock_find(code),
			none(texts[n][0]), days, working != 0,
			none(texts[n][1]) };
		n++;
	}
	if (file != NULL)
		fclose(file);
	return n;
}

/* Lines of clock, domains, reported, start, times, today and lustrum on
 * standard input: the end; of one time also how late. */
static int
answer(const char *name)
{
	static struct sp_term read[TERMS];
	static char texts[TERMS][2][48];
	size_t n = read_terms(name, read, texts);
	char code[48], domains[48], reported[16], start[16], today[16];
	char end[SP_DATE_SIZE];
	int times, lustrum;

	while (scanf("%47s %47s %15s %15s %d %15s %d", code, domains, reported,
		   start, &times, today, &lustrum) == 7) {
		enum sp_clock clock = (enum sp_clock)sp_clock_find(code);
		struct sp_lateness late = { 0 };
		sp_clock_end(clock, read, n, none(domains), reported, start,
		    times, lustrum != 0, end);
		if (times == 1 && strcmp(today, end) > 0)
			sp_clock_late(clock, read, n, none(domains), reported,
			    end, today, lustrum != 0, &late);
		printf("%s %ld %d\n", end, late.days, late.thrice);
	}
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc > 1)
		return answer(argv[1]);
	codes();
	choosing();
	published();
	lateness();
	return done();
}
