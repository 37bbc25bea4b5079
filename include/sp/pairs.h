/* pairs - operands like field=value, split but not yet looked up */
#ifndef SP_PAIRS_H
#define SP_PAIRS_H

#include <stdbool.h>
#include <stddef.h>

#include "sp/error.h"

enum sp_relation {
	SP_IS,	     /* field=value */
	SP_IS_NOT,   /* field!=value */
	SP_AT_LEAST, /* field>=value */
	SP_AT_MOST,  /* field<=value */
	SP_HOLDS,    /* field~word; without a field: ~word */
};

/* Texts are owned by the pair; sp_pair_free. */
struct sp_pair {
	char *field; /* "" only with SP_HOLDS */
	enum sp_relation relation;
	char *value;
};

/* Whether a command line's operand is a pair at all: a name of letters,
 * digits, `_` and non-ASCII letters, then a relation. */
bool sp_is_pair(const char *operand);

/* Splits; "@@x" becomes "@x", while "@file" and "-" as a value are left to
 * the caller (sp_pair_source). -1 and SP_INPUT when it is no pair. */
int sp_pair_parse(const char *operand, struct sp_pair *pair,
    struct sp_error *err);
/* The file a raw operand takes its value from: "x" of field=@x, "-" of
 * field=-, NULL when the value stands there itself. Points into operand. */
const char *sp_pair_source(const char *operand);
void sp_pair_free(struct sp_pair *pair);

/* The values of a filter: split at commas, `\,` is a comma. Calls each one;
 * returns their number. */
size_t sp_pair_values(const char *value,
    void (*each)(void *context, const char *value), void *context);

/* "van..tot" of a range, either end may be empty; false if it is none. Both
 * are copies to free. */
bool sp_pair_range(const char *value, char **from, char **to);

#endif
