/* value - cells compared and made */
#include "sp/value.h"

#include <stddef.h>
#include <string.h>

bool
sp_value_given(const struct sp_value *value)
{
	return value->type != SP_ABSENT && value->type != SP_NULL;
}

bool
sp_value_equal(const struct sp_value *a, const struct sp_value *b)
{
	if (a->type != b->type)
		return false;
	switch (a->type) {
	case SP_INT: return a->i == b->i;
	case SP_REAL: return a->r == b->r;
	case SP_TEXT: return strcmp(a->s, b->s) == 0;
	default: return true;
	}
}

struct sp_value
sp_text_value(const char *text)
{
	struct sp_value value = { .type = SP_NULL };

	if (text != NULL) {
		value.type = SP_TEXT;
		value.s = text;
	}
	return value;
}

struct sp_value
sp_int_value(int64_t number)
{
	return (struct sp_value){ .type = SP_INT, .i = number };
}

struct sp_value
sp_real_value(double number)
{
	return (struct sp_value){ .type = SP_REAL, .r = number };
}
