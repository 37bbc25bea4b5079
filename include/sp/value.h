/* value - one cell: a CSV field, a JSON member, a bound parameter, a result */
#ifndef SP_VALUE_H
#define SP_VALUE_H

#include <stdbool.h>
#include <stdint.h>

enum sp_type {
	SP_ABSENT, /* the row has no such column: leave alone */
	SP_NULL,   /* an empty cell: empty the field */
	SP_INT,	   /* whole numbers, ids, cents, ja = 1 and nee = 0 */
	SP_REAL,   /* finite decimals */
	SP_TEXT,   /* UTF-8 without NUL, NUL-terminated */
};

/* Text is borrowed: who made the value says until when. */
struct sp_value {
	enum sp_type type;
	union {
		int64_t i;
		double r;
		const char *s;
	};
};

bool sp_value_given(const struct sp_value *value); /* neither absent nor null */
bool sp_value_equal(const struct sp_value *a, const struct sp_value *b);
struct sp_value sp_text_value(const char *text); /* NULL gives SP_NULL */
struct sp_value sp_int_value(int64_t number);
struct sp_value sp_real_value(double number); /* finite */

#endif
