/* assign_pairs - who takes which need, from pairs with a cost that are given */
#ifndef SP_ASSIGN_PAIRS_H
#define SP_ASSIGN_PAIRS_H

#include "sp/table.h"

enum { SP_MOST_CAPACITY = 1000000, SP_MOST_LOAD_WEIGHT = 1000000000 };

/* need, person, cost: of the rows that are read and of those that come out,
 * by these names in either language. In Dutch vraag, persoon, kosten. need
 * and person are any text, compared by the byte; cost is whole, 0 or more. */
extern const struct sp_column sp_assign_columns[3];

/* A need that nobody has room for. Owned by the struct it is in. */
struct sp_unplaced {
	const char *need;
	int64_t persons; /* it has pairs with, all at capacity */
};

/* What came of it; rows and unplaced are in the order of the keys' bytes. */
struct sp_assigned {
	struct sp_value (*rows)[3];
	struct sp_unplaced *unplaced;
	size_t rows_n, unplaced_n;
	int64_t total; /* costs + load weight x load x load over the persons */
};

struct sp_assign_pairs;

/* Each need asks one person; no person is asked more than capacity (1 to
 * SP_MOST_CAPACITY) times; a load of 2 instead of 1 weighs as 3 x load_weight
 * (0 to SP_MOST_LOAD_WEIGHT) of cost. */
struct sp_assign_pairs *sp_assign_pairs_open(int64_t capacity,
    int64_t load_weight);

/* One pair; the row is copied. A pair that comes again counts at its least
 * cost. -1 and SP_INPUT "column: is missing". */
int sp_assign_pairs_add(struct sp_assign_pairs *pairs,
    const struct sp_value row[3], struct sp_error *err);

/* Most needs placed first, then the least total, then the least sum of
 * tickets (sp/assignment.h): the same rows in any order give the same. Call
 * it once, after all pairs. The result is valid until close. -1 and SP_INPUT
 * when the numbers are too large to add up. */
int sp_assign_pairs_solve(struct sp_assign_pairs *pairs,
    struct sp_assigned *assigned, struct sp_error *err);

void sp_assign_pairs_close(struct sp_assign_pairs *pairs); /* NULL is allowed */

#endif
