/* kinds - what is kept: the tables of records, their columns and keys */
#ifndef SP_KINDS_H
#define SP_KINDS_H

#include "sp/table.h"

enum { SP_KIND_COLUMNS = 64 }; /* no kind has more */

/* A kind of record. columns[0] is always id; uuid and kantoor are the last
 * two. The SQL table and its columns bear the Dutch names. */
struct sp_kind {
	const char *naam, *name, *alias; /* persoon, person, NULL */
	const char *hulp, *help;
	const struct sp_column *columns;
	size_t n;
	const char *key[4]; /* columns of the natural key; NULL: none */
	const char *label;  /* the column that names a record to people */
	bool written;	    /* by sp-add; false: by the program only (log) */
	bool namesakes;	    /* two may bear one label: a new one without a key
			       is taken for the one there is unless told */
	const char *states; /* the command that changes its SP_STATE columns */
	const char *text;   /* columns, comma between, that `~` of no column
			       looks in; NULL: none */
};

/* All kinds, in the order of sp-formats(5). */
extern const struct sp_kind *const sp_kinds[];
extern const size_t sp_kinds_n;

/* By Dutch, English or short name; NULL if there is none. */
const struct sp_kind *sp_kind_find(const char *name);

#endif
