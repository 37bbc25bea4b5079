/* words - a list in one text: "a|b@2024-01-01..2025-06-30|c" */
#ifndef SP_WORDS_H
#define SP_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Calls each word of a list as it stands, without its dates when dates is
 * false; returns the number of words. NULL and "" have none. */
size_t sp_list_words(const char *text, bool dates,
    void (*word)(void *context, const char *word, size_t length),
    void *context);

/* Whether the list holds the word; on (ISO, or NULL for any day) must lie
 * within the word's dates: a@from..to, either end may be empty; a@from is
 * from that day on. */
bool sp_list_has(const char *text, const char *word, const char *on);
/* Whether two lists have a word in common, on any day. */
bool sp_lists_meet(const char *a, const char *b);

#endif
