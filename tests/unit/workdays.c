/* workdays - holidays and terms; with an argument, answers for workdays.t */
#include "sp/workdays.h"

#include <stdlib.h>
#include <string.h>

#include "sp/date.h"
#include "tap.h"

static long
day(const char *iso)
{
	long days = 0;

	if (!sp_date_parse(iso, &days))
		ok(false, "%s is a day", iso);
	return days;
}

/* Easter Sundays of 1900 to 2100, days after 21 March.
 * Source: easter() of python-dateutil 2.9. */
static const int easters[] = { 25, 17, 9, 22, 13, 33, 25, 10, 29, 21, 6, 26, 17,
	2, 22, 14, 33, 18, 10, 30, 14, 6, 26, 11, 30, 22, 14, 27, 18, 10, 30,
	15, 6, 26, 11, 31, 22, 7, 27, 19, 3, 23, 15, 35, 19, 11, 31, 16, 7, 27,
	19, 4, 23, 15, 28, 20, 11, 31, 16, 8, 27, 12, 32, 24, 8, 28, 20, 5, 24,
	16, 8, 21, 12, 32, 24, 9, 28, 20, 5, 25, 16, 29, 21, 13, 32, 17, 9, 29,
	13, 5, 25, 10, 29, 21, 13, 26, 17, 9, 22, 14, 33, 25, 10, 30, 21, 6, 26,
	18, 2, 22, 14, 34, 18, 10, 30, 15, 6, 26, 11, 31, 22, 14, 27, 19, 10,
	30, 15, 7, 26, 11, 31, 23, 7, 27, 19, 4, 23, 15, 35, 20, 11, 31, 16, 8,
	27, 19, 4, 24, 15, 28, 20, 12, 31, 16, 8, 28, 12, 32, 24, 9, 28, 20, 5,
	25, 16, 8, 21, 13, 32, 24, 9, 29, 20, 5, 25, 17, 29, 21, 13, 33, 17, 9,
	29, 14, 5, 25, 10, 30, 21, 13, 26, 18, 9, 22, 14, 34, 25, 10, 30, 22,
	7 };

static void
easter(void)
{
	static const char *const days[] = { "1609-04-19", "1818-03-22",
		"1943-04-25", "1954-04-18", "1981-04-19", "2038-04-25",
		"2285-03-22", "2299-04-16" };
	int wrong = 0, n = sizeof(easters) / sizeof(easters[0]);

	for (int i = 0; i < n; i++)
		wrong += sp_easter(1900 + i) !=
			 sp_date_days(1900 + i, 3, 21) + easters[i];
	ok(n == 201 && wrong == 0, "Easter of 1900 to 2100 as published");
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
		ok(sp_easter(atoi(days[i])) == day(days[i]), "Easter %s",
		    days[i]);
}

static void
holidays(void)
{
	static const struct {
		const char *day, *name;
		bool lustrum;
	} days[] = {
		{ "2026-01-01", "Nieuwjaarsdag", false },
		{ "2026-04-03", NULL, true }, /* Good Friday */
		{ "2026-04-05", NULL, true }, /* Easter Sunday */
		{ "2026-04-06", "Tweede Paasdag", false },
		{ "2026-04-27", "Koningsdag", false },
		{ "2025-04-26", "Koningsdag", false },
		{ "2025-04-27", NULL, true },
		{ "2014-04-26", "Koningsdag", false },
		{ "2014-04-30", NULL, true },
		{ "2013-04-30", "Koninginnedag", false },
		{ "2013-04-27", NULL, true },
		{ "2006-04-29", "Koninginnedag", false },
		{ "2006-04-30", NULL, true },
		{ "1980-04-30", "Koninginnedag", false },
		{ "1979-04-30", NULL, true },
		{ "2026-05-14", "Hemelvaartsdag", false },
		{ "2026-05-25", "Tweede Pinksterdag", false },
		{ "2026-12-25", "Eerste Kerstdag", false },
		{ "2026-12-26", "Tweede Kerstdag", false },
		{ "2026-12-31", NULL, true },
		{ "2025-05-05", "Bevrijdingsdag", true },
		{ "2025-05-05", NULL, false },
		{ "2026-05-05", NULL, true },
		{ "1940-05-05", NULL, true },
		{ "2005-05-05", "Hemelvaartsdag", true },
	};

	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
		const char *name =
		    sp_holiday(day(days[i].day), days[i].lustrum);
		const char *wanted = days[i].name;
		ok(wanted == NULL ? name == NULL
				  : name != NULL && strcmp(name, wanted) == 0,
		    "%s is %s", days[i].day,
		    wanted != NULL ? wanted : "no holiday");
	}
}

static void
terms(void)
{
	static const struct {
		const char *from;
		long n;
		bool working, lustrum;
		const char *to;
	} terms[] = {
		{ "2026-03-05", 10, true, false, "2026-03-19" },
		{ "2026-04-02", 5, true, false, "2026-04-10" },
		{ "2026-03-07", 5, true, false, "2026-03-16" },
		{ "2026-03-07", 0, true, false, "2026-03-09" },
		{ "2026-03-05", 0, true, false, "2026-03-05" },
		{ "2026-04-03", 1, true, false, "2026-04-07" },
		{ "2026-04-05", 0, true, false, "2026-04-07" },
		{ "2026-12-24", 1, true, false, "2026-12-28" },
		{ "2025-12-24", 5, true, false, "2026-01-05" },
		{ "2025-05-02", 1, true, false, "2025-05-05" },
		{ "2025-05-02", 1, true, true, "2025-05-06" },
		{ "2026-03-07", 5, false, false, "2026-03-12" },
		{ "2026-03-07", 0, false, false, "2026-03-07" },
		{ "2026-12-18", 14, false, false, "2027-01-01" },
	};

	for (size_t i = 0; i < sizeof(terms) / sizeof(terms[0]); i++)
		ok(sp_deadline(day(terms[i].from), terms[i].n, terms[i].working,
		       terms[i].lustrum) == day(terms[i].to),
		    "%s and %ld %s days is %s", terms[i].from, terms[i].n,
		    terms[i].working ? "working" : "calendar", terms[i].to);
}

static void
refused(void)
{
	long today = day("2026-03-05"), last = day("9999-12-31");

	for (int working = 0; working <= 1; working++) {
		ok(sp_deadline(today, -1, working, false) == SP_NO_DAY,
		    "no term below 0, working %d", working);
		ok(sp_deadline(today, SP_TERM_MAX + 1L, working, false) ==
			SP_NO_DAY,
		    "no term over a century, working %d", working);
		ok(sp_deadline(today, LONG_MAX, working, false) == SP_NO_DAY,
		    "no endless term, working %d", working);
		ok(sp_deadline(today, SP_TERM_MAX, working, true) > today,
		    "a century is a term, working %d", working);
		ok(sp_deadline(last, 5, working, false) == SP_NO_DAY,
		    "no end after 9999, working %d", working);
		ok(sp_deadline(last + 1, 0, working, false) == SP_NO_DAY &&
			sp_deadline(LONG_MIN, 1, working, false) == SP_NO_DAY,
		    "no start outside the calendar, working %d", working);
		ok(sp_deadline(day("1600-01-01"), 1, working, true) >=
			day("1600-01-02"),
		    "a start on the first day, working %d", working);
	}
}

/* One day at a time, with no arithmetic but adding one. */
static long
slow_deadline(long from, long n, bool lustrum)
{
	while (!sp_is_working_day(from, lustrum))
		from++;
	while (n > 0)
		n -= sp_is_working_day(++from, lustrum);
	return from;
}

static void
counting(void)
{
	static const long lengths[] = { 0, 1, 2, 3, 5, 7, 10, 15, 30, 65, 251,
		600 };
	long first = day("1975-01-01"), last = day("2045-12-31");
	long wrong = 0, back = 0, count = 0;

	for (long from = first; from <= last; from++) {
		long n = lengths[from % 12], end;
		bool lustrum = from % 5 < 2;
		end = sp_deadline(from, n, true, lustrum);
		wrong += end != slow_deadline(from, n, lustrum);
		back += sp_working_days(sp_working_day(from, lustrum), end,
			    lustrum) != n;
		count += sp_is_working_day(from, true);
		wrong += sp_working_days(first - 1, from, true) != count;
		back += sp_working_days(from, first - 1, true) != -count;
	}
	ok(wrong == 0, "terms and counts of 71 years, a day at a time");
	ok(back == 0, "a term counted back, and both ways");
}

static void
parts(void)
{
	long wrong = 0, n = 0;

	for (long d = day("1600-01-01"); d <= day("9999-12-31"); d += 13, n++) {
		int year, month, of_month;
		char text[SP_DATE_SIZE], same[48];
		sp_date_parts(d, &year, &month, &of_month);
		sp_date_format(d, text);
		snprintf(same, sizeof(same), "%04d-%02d-%02d", year, month,
		    of_month);
		wrong += strcmp(text, same) != 0 ||
			 sp_date_days(year, month, of_month) != d ||
			 day(text) != d;
	}
	ok(n > 230000 && wrong == 0, "days as numbers and as text agree");
}

static void
print(long days, const char *name)
{
	char text[SP_DATE_SIZE];

	sp_date_format(days, text);
	printf("%s%s%s\n", text, *name == '\0' ? "" : " ", name);
}

/* easter 1600 9999; holidays 2024 2026 1; terms: lines "day n working
 * lustrum" on standard input. */
static int
answer(char **argv)
{
	int from = argv[2] == NULL ? 0 : atoi(argv[2]);
	int to = argv[2] == NULL ? 0 : atoi(argv[3]), working, lustrum;
	long start, n;

	if (strcmp(argv[1], "easter") == 0)
		for (; from <= to; from++)
			print(sp_easter(from), "");
	if (strcmp(argv[1], "holidays") == 0)
		for (start = sp_date_days(from, 1, 1);
		     start <= sp_date_days(to, 12, 31); start++) {
			const char *name = sp_holiday(start, *argv[4] == '1');
			if (name != NULL)
				print(start, name);
		}
	while (strcmp(argv[1], "terms") == 0 &&
	       scanf("%ld %ld %d %d", &start, &n, &working, &lustrum) == 4)
		printf("%ld\n", sp_deadline(start, n, working, lustrum));
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc > 1)
		return answer(argv);
	easter();
	holidays();
	terms();
	refused();
	counting();
	parts();
	return done();
}
