/* workdays - Dutch public holidays, working days, and when a term ends
 *
 * Days are days since 1970-01-01 as in date.h, 1600-01-01 to 9999-12-31.
 *
 * A public holiday here is a day on which Dutch offices are shut: New Year's
 * Day, Easter Monday, King's Day, Ascension Day, Whit Monday, 25 and 26
 * December and, when lustrum is true, 5 May in years that 5 divides. Good
 * Friday is a working day; Easter and Whit Sunday are Sundays anyway.
 *
 * Complete from 1980. King's Day is 27 April from 2014, Queen's Day 30 April
 * from 1980 to 2013, each a day earlier instead of on a Sunday (royal decree
 * of 1980). Before 1980 there is no Queen's Day here, before 1945 no 5 May,
 * and the other days are what they are now.
 *
 * These terms are promises of service. A statutory term is another matter:
 * the Algemene termijnenwet also counts Good Friday and every 5 May (art. 3)
 * and only moves the end of a term (art. 1). */
#ifndef SP_WORKDAYS_H
#define SP_WORKDAYS_H

#include <stdbool.h>

#include "sp/date.h"

enum { SP_TERM_MAX = 36525 }; /* the longest term, in days: a century */

/* Easter Sunday of a year 1600..9999. */
long sp_easter(int year);

/* The Dutch name of the public holiday on this day, or NULL. Two on one day
 * give the first of the list above. */
const char *sp_holiday(long day, bool lustrum);

/* Monday to Friday and no public holiday. */
bool sp_is_working_day(long day, bool lustrum);

/* The day itself, or the first working day after it. */
long sp_working_day(long day, bool lustrum);

/* The last day of a term of n days that starts with what came in on this day.
 * working: day 0 is sp_working_day(day), the end is the nth working day after
 * it. Otherwise day 0 is the day itself and the end, n calendar days on, may
 * lie in a weekend. SP_NO_DAY when n is below 0 or over SP_TERM_MAX, or when
 * day or end lies outside the range above. Costs less than a microsecond for
 * terms within a year, and grows with the years a term spans. */
long sp_deadline(long day, long n, bool working, bool lustrum);

/* Working days after from, up to and including to; below 0 when to lies
 * before from, so that swapping the two changes the sign alone. Of a working
 * deadline and its day 0 it is n again. */
long sp_working_days(long from, long to, bool lustrum);

#endif
