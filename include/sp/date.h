/* date - calendar days of the proleptic Gregorian calendar, as ISO text */
#ifndef SP_DATE_H
#define SP_DATE_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

enum { SP_DATE_SIZE = 11, SP_TIME_SIZE = 21 };
enum { SP_NO_DAY = INT_MIN }; /* before every day there is */

/* Days since 1970-01-01 of an existing day "2026-03-05" between 1600-01-01
 * and 9999-12-31. false for any other text. */
bool sp_date_parse(const char *text, long *days);

/* The same of a day that may be missing: SP_NO_DAY for NULL or another
 * text. */
int sp_date_day(const char *text);

/* Writes "2026-03-05" of a day in that range. */
void sp_date_format(long days, char text[SP_DATE_SIZE]);

/* The same with numbers instead of text: of a day that exists in that range,
 * and back. */
long sp_date_days(int year, int month, int day);
void sp_date_parts(long days, int *year, int *month, int *day);

/* 0 Monday .. 6 Sunday. */
int sp_date_weekday(long days);

/* Reads "05-03-2026" or "5-3-2026" (day first) into ISO text; false if there
 * is no such day. */
bool sp_date_from_dutch(const char *text, char iso[SP_DATE_SIZE]);

/* The days from and to (inclusive) that a period names: "2026-10" a month,
 * "2026-K4" a quarter, "2026" a year, "2026-03-05" a day, "van..tot" two
 * days, "vorige" / "previous" the month before today, "deze" / "this" today's
 * month. false for any other text. */
bool sp_period_parse(const char *text, const char *today,
    char from[SP_DATE_SIZE], char to[SP_DATE_SIZE]);

/* The period of the same sort just before: the month before a month, the
 * quarter before a quarter; otherwise as many days before. */
void sp_period_before(const char *from, const char *to,
    char from_before[SP_DATE_SIZE], char to_before[SP_DATE_SIZE]);

/* "2026-10" for a whole month, "2026-K4", "2026", else "from..to". */
void sp_period_name(const char *from, const char *to, char *name, size_t size);

#endif
