/* mem - memory that is there or the program ends, and text that grows */
#ifndef SP_MEM_H
#define SP_MEM_H

#include <stddef.h>
#include <stdint.h>

/* All return memory the caller frees with free(3). Out of memory ends the
 * program with exit status 4: nothing useful can be done then. */
void *sp_alloc(size_t count, size_t size); /* zeroed */
void *sp_grow(void *old, size_t count, size_t size);
char *sp_strdup(const char *text);
char *sp_strndup(const char *text, size_t length);
char *sp_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Text that grows; start from { 0 }. s is always NUL-terminated once
 * something was added, valid until the next change. */
struct sp_text {
	char *s;
	size_t length, room;
};
void sp_text_add(struct sp_text *text, const char *more);
void sp_text_addn(struct sp_text *text, const char *more, size_t length);
void sp_text_addc(struct sp_text *text, char c);
void sp_text_addi(struct sp_text *text, int64_t number); /* its digits */
void sp_text_addf(struct sp_text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void sp_text_clear(struct sp_text *text); /* keeps the room, s becomes "" */
void sp_text_free(struct sp_text *text);

#endif
