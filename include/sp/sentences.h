/* sentences - long sentences in a text, so that a caller can warn */
#ifndef SP_SENTENCES_H
#define SP_SENTENCES_H

#include <stddef.h>

/* Over so many words a sentence is long: the upper end of the mean that the
 * society Onze Taal advises (15 to 20); many guides ask for 15 at most. */
enum { SP_LONG_SENTENCE = 20 };

/* Calls found for each sentence of more than limit words, in order; at and
 * length are bytes of text, from its first word to its last mark. A word is
 * what stands between blanks and has a letter or digit. A sentence ends with
 * . ! ? or an ellipsis before a blank, closing quotes and brackets between
 * them allowed; at an empty line; and before a line that begins with -, * or
 * a bullet. A full stop or ellipsis before a small letter ends nothing, nor
 * does the full stop of an initial (J., m.b.t.) or of dhr., nr., art. and
 * their like. Returns how many were found. */
size_t sp_long_sentences(const char *text, size_t limit,
    void (*found)(void *context, size_t at, size_t length, size_t words),
    void *context);

#endif
