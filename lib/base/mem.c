/* mem - memory that is there, or the end of the program */
#include "sp/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sp/error.h"

static void *
there(void *memory)
{
	if (memory != NULL)
		return memory;
	fputs("out of memory\n", stderr);
	exit(SP_TROUBLE);
}

void *
sp_alloc(size_t count, size_t size)
{
	return there(calloc(count > 0 ? count : 1, size));
}

void *
sp_grow(void *old, size_t count, size_t size)
{
	return there(reallocarray(old, count > 0 ? count : 1, size));
}

char *
sp_strdup(const char *text)
{
	return sp_strndup(text, strlen(text));
}

char *
sp_strndup(const char *text, size_t length)
{
	char *copy = there(malloc(length + 1));

	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

static void
make_room(struct sp_text *text, size_t more)
{
	if (text->length + more + 1 <= text->room)
		return;
	while (text->length + more + 1 > text->room)
		text->room = text->room < 64 ? 64 : 2 * text->room;
	text->s = sp_grow(text->s, text->room, 1);
}

/* A format that can't be printed adds nothing. */
static void
add_formatted(struct sp_text *text, const char *format, va_list arguments)
{
	va_list again;
	int length;

	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	make_room(text, length < 0 ? 0 : (size_t)length);
	text->s[text->length] = '\0';
	if (length < 0)
		return;
	vsnprintf(text->s + text->length, (size_t)length + 1, format,
	    arguments);
	text->length += (size_t)length;
}

char *
sp_format(const char *format, ...)
{
	struct sp_text text = { 0 };
	va_list arguments;

	va_start(arguments, format);
	add_formatted(&text, format, arguments);
	va_end(arguments);
	return text.s;
}

void
sp_text_addn(struct sp_text *text, const char *more, size_t length)
{
	make_room(text, length);
	memcpy(text->s + text->length, more, length);
	text->length += length;
	text->s[text->length] = '\0';
}

void
sp_text_add(struct sp_text *text, const char *more)
{
	sp_text_addn(text, more, strlen(more));
}

void
sp_text_addc(struct sp_text *text, char c)
{
	make_room(text, 1);
	text->s[text->length++] = c;
	text->s[text->length] = '\0';
}

/* Digits without printf: a million ids are written this way. */
void
sp_text_addi(struct sp_text *text, int64_t number)
{
	char digits[20], *at = digits + sizeof(digits);
	uint64_t size = number < 0 ? -(uint64_t)number : (uint64_t)number;

	do
		*--at = (char)('0' + size % 10);
	while ((size /= 10) > 0);
	if (number < 0)
		*--at = '-';
	sp_text_addn(text, at, (size_t)(digits + sizeof(digits) - at));
}

void
sp_text_addf(struct sp_text *text, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	add_formatted(text, format, arguments);
	va_end(arguments);
}

void
sp_text_clear(struct sp_text *text)
{
	text->length = 0;
	make_room(text, 0);
	text->s[0] = '\0';
}

void
sp_text_free(struct sp_text *text)
{
	free(text->s);
	*text = (struct sp_text){ 0 };
}
