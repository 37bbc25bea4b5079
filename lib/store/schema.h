/* schema - the steps of the schema, made from schema/N-what.sql */
#ifndef SP_STORE_SCHEMA_H
#define SP_STORE_SCHEMA_H

#include <stddef.h>

/* In rising order of number; the last number is this program's version. */
struct sp_schema_step {
	int number;
	const char *sql;
};
extern const struct sp_schema_step sp_schema_steps[];
extern const size_t sp_schema_steps_n;

#endif
