/* tap - two words for tests in C that print TAP */
#ifndef TAP_H
#define TAP_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>

static int tap_count, tap_failed;

__attribute__((format(printf, 2, 3))) static inline bool
ok(bool good, const char *format, ...)
{
	va_list arguments;

	printf("%sok %d - ", good ? "" : "not ", ++tap_count);
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	putchar('\n');
	tap_failed += !good;
	return good;
}

/* Prints the plan; what main returns. */
static inline int
done(void)
{
	printf("1..%d\n", tap_count);
	return tap_failed > 0;
}

#endif
