/* workdays - holidays as a table of rules, working days by arithmetic */
#include "sp/workdays.h"

#include <stddef.h>

#include "sp/date.h"

enum { EASTER = 0, ALWAYS = 9999 };

static const struct rule {
	const char *name;
	int from, to;	/* the years it holds */
	int month, day; /* month EASTER: days after Easter Sunday */
	int on_sunday;	/* days it moves when it would be a Sunday */
	bool lustrum;	/* only in years that 5 divides, if asked for */
} rules[] = {
	{ "Nieuwjaarsdag", 0, ALWAYS, 1, 1, 0, false },
	{ "Tweede Paasdag", 0, ALWAYS, EASTER, 1, 0, false },
	{ "Koningsdag", 2014, ALWAYS, 4, 27, -1, false },
	{ "Koninginnedag", 1980, 2013, 4, 30, -1, false },
	{ "Hemelvaartsdag", 0, ALWAYS, EASTER, 39, 0, false },
	{ "Tweede Pinksterdag", 0, ALWAYS, EASTER, 50, 0, false },
	{ "Eerste Kerstdag", 0, ALWAYS, 12, 25, 0, false },
	{ "Tweede Kerstdag", 0, ALWAYS, 12, 26, 0, false },
	{ "Bevrijdingsdag", 1945, ALWAYS, 5, 5, 0, true },
};

enum { RULES = sizeof(rules) / sizeof(rules[0]) };

/* Source: the anonymous algorithm of Nature, 20 April 1876, as J. Meeus gives
 * it in Astronomical Algorithms, 1991, chapter 8. */
long
sp_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

	return sp_date_days(year, n / 31, n % 31 + 1);
}

/* The day of a rule in a year, or SP_NO_DAY. */
static long
day_of(const struct rule *rule, int year, long easter, bool lustrum)
{
	long day;

	if (year < rule->from || year > rule->to ||
	    (rule->lustrum && (!lustrum || year % 5 != 0)))
		return SP_NO_DAY;
	if (rule->month == EASTER)
		return easter + rule->day;
	day = sp_date_days(year, rule->month, rule->day);
	if (rule->on_sunday != 0 && sp_date_weekday(day) == 6)
		day += rule->on_sunday;
	return day;
}

static int
year_of(long day)
{
	int year, month, of_month;

	sp_date_parts(day, &year, &month, &of_month);
	return year;
}

const char *
sp_holiday(long day, bool lustrum)
{
	int year = year_of(day);
	long easter = sp_easter(year);

	for (int r = 0; r < RULES; r++)
		if (day_of(&rules[r], year, easter, lustrum) == day)
			return rules[r].name;
	return NULL;
}

bool
sp_is_working_day(long day, bool lustrum)
{
	return sp_date_weekday(day) < 5 && sp_holiday(day, lustrum) == NULL;
}

long
sp_working_day(long day, bool lustrum)
{
	while (!sp_is_working_day(day, lustrum))
		day++;
	return day;
}

static bool
among(const long *days, int n, long day)
{
	for (int i = 0; i < n; i++)
		if (days[i] == day)
			return true;
	return false;
}

/* Holidays of a year that take a weekday away, from and to included; two on
 * one day take one. */
static int
holidays_of(int year, long from, long to, bool lustrum)
{
	long easter = sp_easter(year), days[RULES];
	int n = 0;

	for (int r = 0; r < RULES; r++) {
		long day = day_of(&rules[r], year, easter, lustrum);
		if (day >= from && day <= to && sp_date_weekday(day) < 5 &&
		    !among(days, n, day))
			days[n++] = day;
	}
	return n;
}

static long
holidays_between(long from, long to, bool lustrum)
{
	int last = year_of(to);
	long n = 0;

	for (int year = year_of(from); year <= last; year++)
		n += holidays_of(year, from, to, lustrum);
	return n;
}

/* Mondays to Fridays up to and including a day, from a Monday in 1969. */
static long
weekdays_until(long day)
{
	int weekday = sp_date_weekday(day);
	long weeks = (day - weekday + 3) / 7;

	return 5 * weeks + (weekday < 5 ? weekday + 1 : 5);
}

/* The nth Monday to Friday after a day that is one. */
static long
weekdays_after(long day, long n)
{
	int rest = (int)(n % 5), weekend = 0;

	if (sp_date_weekday(day) + rest > 4)
		weekend = 2;
	return day + n / 5 * 7 + rest + weekend;
}

/* Each holiday passed pushes the end a weekday on, which may pass another;
 * pushing stops at the first end that has n working days before it. */
static long
working_deadline(long day, long n, bool lustrum)
{
	long start = sp_working_day(day, lustrum);
	long end = weekdays_after(start, n), passed = 0, more;

	while ((more = holidays_between(start + 1, end, lustrum)) != passed) {
		passed = more;
		end = weekdays_after(start, n + passed);
	}
	return end;
}

long
sp_deadline(long day, long n, bool working, bool lustrum)
{
	long first = sp_date_days(1600, 1, 1);
	long last = sp_date_days(9999, 12, 31), end;

	if (n < 0 || n > SP_TERM_MAX || day < first || day > last)
		return SP_NO_DAY;
	end = working ? working_deadline(day, n, lustrum) : day + n;
	return end > last ? SP_NO_DAY : end;
}

long
sp_working_days(long from, long to, bool lustrum)
{
	if (to < from)
		return -sp_working_days(to, from, lustrum);
	return weekdays_until(to) - weekdays_until(from) -
	       holidays_between(from + 1, to, lustrum);
}
