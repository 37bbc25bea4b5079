/* date - days counted from 1970, by Howard Hinnant's civil calendar sums */
#include "sp/date.h"

#include <stdio.h>
#include <string.h>

/* Source: H. Hinnant, chrono-Compatible Low-Level Date Algorithms, 2013,
 * days_from_civil. Years are 1600 and later, so no sign to mind. */
long
sp_date_days(int year, int month, int day)
{
	int y = month <= 2 ? year - 1 : year;
	int era = y / 400, of_era = y - era * 400;
	int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int in_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;

	return (long)era * 146097 + in_era - 719468;
}

static int
month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : lengths[month - 1];
}

static bool
exists(int year, int month, int day)
{
	return year >= 1600 && year <= 9999 && month >= 1 && month <= 12 &&
	       day >= 1 && day <= month_length(year, month);
}

/* So many digits at text, as a number; -1 if others stand there. */
static int
digits(const char *text, int n)
{
	int number = 0;

	for (int i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		number = 10 * number + (text[i] - '0');
	}
	return number;
}

static bool
parse(const char *text, int *year, int *month, int *day)
{
	if (strnlen(text, 11) != 10 || text[4] != '-' || text[7] != '-')
		return false;
	*year = digits(text, 4);
	*month = digits(text + 5, 2);
	*day = digits(text + 8, 2);
	return exists(*year, *month, *day);
}

bool
sp_date_parse(const char *text, long *days)
{
	int year, month, day;

	if (!parse(text, &year, &month, &day))
		return false;
	*days = sp_date_days(year, month, day);
	return true;
}

/* Bounds are known, but not to the compiler. */
static void
put(char text[SP_DATE_SIZE], int year, int month, int day)
{
	int parts[] = { year / 100, year % 100, month, day };
	static const int places[] = { 0, 2, 5, 8 };

	for (int i = 0; i < 4; i++) {
		text[places[i]] = (char)('0' + parts[i] / 10);
		text[places[i] + 1] = (char)('0' + parts[i] % 10);
	}
	text[4] = text[7] = '-';
	text[10] = '\0';
}

/* Source: the same, civil_from_days. */
void
sp_date_parts(long days, int *year, int *month, int *day)
{
	long z = days + 719468, era = z / 146097;
	int of_era = (int)(z - era * 146097);
	int years =
	    (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int of_year = of_era - (365 * years + years / 4 - years / 100);
	int shifted = (5 * of_year + 2) / 153;

	*day = of_year - (153 * shifted + 2) / 5 + 1;
	*month = shifted < 10 ? shifted + 3 : shifted - 9;
	*year = (int)(era * 400) + years + (*month <= 2);
}

int
sp_date_day(const char *text)
{
	long day;

	return text != NULL && sp_date_parse(text, &day) ? (int)day : SP_NO_DAY;
}

void
sp_date_format(long days, char text[SP_DATE_SIZE])
{
	int year, month, day;

	sp_date_parts(days, &year, &month, &day);
	put(text, year, month, day);
}

int
sp_date_weekday(long days)
{
	long day = (days + 3) % 7; /* 1970-01-01 was a Thursday */

	return (int)(day < 0 ? day + 7 : day);
}

/* One or two digits and a dash; -1 if others stand there. */
static int
part(const char **text)
{
	int n = (int)strspn(*text, "0123456789");
	int number =
	    n < 1 || n > 2 || (*text)[n] != '-' ? -1 : digits(*text, n);

	*text += n + 1;
	return number;
}

bool
sp_date_from_dutch(const char *text, char iso[SP_DATE_SIZE])
{
	int day = part(&text), month, year;

	if (day < 0 || (month = part(&text)) < 0 || strnlen(text, 5) != 4)
		return false;
	year = digits(text, 4);
	if (!exists(year, month, day))
		return false;
	put(iso, year, month, day);
	return true;
}

/* From the first of a month to the last day of one some months on. */
static void
span(int year, int month, int count, char from[SP_DATE_SIZE],
    char to[SP_DATE_SIZE])
{
	int last = month + count - 1;

	put(from, year, month, 1);
	put(to, year, last, month_length(year, last));
}

static bool
months(int year, int month, int count, char from[SP_DATE_SIZE],
    char to[SP_DATE_SIZE])
{
	if (!exists(year, month, 1))
		return false;
	span(year, month, count, from, to);
	return true;
}

static bool
relative(const char *text, const char *today, char from[SP_DATE_SIZE],
    char to[SP_DATE_SIZE])
{
	int year, month, day;
	bool before =
	    strcmp(text, "vorige") == 0 || strcmp(text, "previous") == 0;

	if ((!before && strcmp(text, "deze") != 0 &&
		strcmp(text, "this") != 0) ||
	    !parse(today, &year, &month, &day))
		return false;
	month -= before;
	return month == 0 ? months(year - 1, 12, 1, from, to)
			  : months(year, month, 1, from, to);
}

static bool
two_days(const char *text, char from[SP_DATE_SIZE], char to[SP_DATE_SIZE])
{
	long first, last;

	if (strlen(text) != 22 || strncmp(text + 10, "..", 2) != 0)
		return false;
	memcpy(from, text, 10);
	from[10] = '\0';
	memcpy(to, text + 12, 11);
	return sp_date_parse(from, &first) && sp_date_parse(to, &last) &&
	       first <= last;
}

bool
sp_period_parse(const char *text, const char *today, char from[SP_DATE_SIZE],
    char to[SP_DATE_SIZE])
{
	size_t length = strnlen(text, 32);
	int year = length < 4 ? -1 : digits(text, 4);
	bool dash = length > 4 && text[4] == '-';
	long day;

	if (relative(text, today, from, to))
		return true;
	if (length == 4 && year >= 0)
		return months(year, 1, 12, from, to);
	if (length == 7 && dash && strchr("KkQq", text[5]) != NULL)
		return text[6] >= '1' && text[6] <= '4' &&
		       months(year, 3 * (text[6] - '1') + 1, 3, from, to);
	if (length == 7 && dash)
		return months(year, digits(text + 5, 2), 1, from, to);
	if (sp_date_parse(text, &day)) {
		memcpy(from, text, SP_DATE_SIZE);
		memcpy(to, text, SP_DATE_SIZE);
		return true;
	}
	return two_days(text, from, to);
}

/* 1 a month, 3 a quarter, 12 a year, 0 another run of days. */
static int
months_in(const char *from, const char *to)
{
	static const int counts[] = { 1, 3, 12 };
	char first[SP_DATE_SIZE], last[SP_DATE_SIZE];
	int year = digits(from, 4), month = digits(from + 5, 2);

	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		if ((month - 1) % counts[i] == 0 &&
		    months(year, month, counts[i], first, last) &&
		    strcmp(first, from) == 0 && strcmp(last, to) == 0)
			return counts[i];
	return 0;
}

void
sp_period_before(const char *from, const char *to,
    char from_before[SP_DATE_SIZE], char to_before[SP_DATE_SIZE])
{
	int count = months_in(from, to);
	int year = digits(from, 4), month = digits(from + 5, 2) - count;
	long first = 0, last = 0;

	if (count > 0 &&
	    months(month < 1 ? year - 1 : year, month < 1 ? month + 12 : month,
		count, from_before, to_before))
		return;
	sp_date_parse(from, &first);
	sp_date_parse(to, &last);
	sp_date_format(first - (last - first + 1), from_before);
	sp_date_format(first - 1, to_before);
}

void
sp_period_name(const char *from, const char *to, char *name, size_t size)
{
	switch (months_in(from, to)) {
	case 1: snprintf(name, size, "%.7s", from); break;
	case 3:
		snprintf(name, size, "%.4s-K%d", from,
		    digits(from + 5, 2) / 3 + 1);
		break;
	case 12: snprintf(name, size, "%.4s", from); break;
	default:
		snprintf(name, size, strcmp(from, to) == 0 ? "%s" : "%s..%s",
		    from, to);
	}
}
