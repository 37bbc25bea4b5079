/* error - sentences that are cut at a character, never in one */
#include "sp/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sp/utf8.h"

/* The last character goes if it was cut. */
static void
end_whole(char *text)
{
	size_t length = strlen(text), last = length;

	while (last > 0 && ((unsigned char)text[last - 1] & 0xc0) == 0x80)
		last--;
	last -= last > 0;
	if (!sp_utf8_valid(text + last, length - last))
		text[last] = '\0';
}

static void
put(struct sp_error *err, size_t from, const char *format, va_list arguments)
{
	size_t room = sizeof(err->text) - from;
	int length = vsnprintf(err->text + from, room, format, arguments);

	if (length >= 0 && (size_t)length >= room)
		end_whole(err->text + from);
}

int
sp_fail(struct sp_error *err, enum sp_status status, const char *format, ...)
{
	va_list arguments;

	err->status = status;
	va_start(arguments, format);
	put(err, 0, format, arguments);
	va_end(arguments);
	return -1;
}

int
sp_fail_at(struct sp_error *err, const char *format, ...)
{
	char sentence[sizeof(err->text)];
	va_list arguments;
	size_t length;

	memcpy(sentence, err->text, sizeof(sentence));
	va_start(arguments, format);
	put(err, 0, format, arguments);
	va_end(arguments);
	length = strlen(err->text);
	sentence[sp_utf8_fit(sentence, sizeof(err->text) - 1 - length)] = '\0';
	memcpy(err->text + length, sentence, strlen(sentence) + 1);
	return -1;
}
