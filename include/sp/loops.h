/* loops - how answers come back to residents: shares, days, what is silent */
#ifndef SP_LOOPS_H
#define SP_LOOPS_H

#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

struct sp_loops_row {
	const char
	    *blok;	/* totaal, org, stil_gebied, lang_contact, koppeling */
	int64_t key;	/* of the organisation or area; 0: none */
	char *key_name; /* its label, or NULL */
	const char *naam;  /* what is measured: a stable word */
	const char *label; /* the same for people, in their language */
	double waarde;	   /* when it is known: a number, percentage or days */
	bool known;
	int64_t n;	       /* out of how many */
	const char *opmerking; /* te_weinig, nooit, or NULL */
};
struct sp_loops {
	struct sp_loops_row *rows;
	size_t n, room;
};

/* Of the signals reported in a period (NULL: all) that pass the pairs: how
 * many loops are closed, brought back, handed back and waiting, and so on, and
 * the median of days from report to first telling. The pair per=org adds the
 * same by organisation, without value where n is below SP_SHARE_FEW. Without
 * pairs come the areas where active key persons are at home and nothing was
 * heard, there or in what lies in them, for more days than the setting
 * stil_na_dagen, and how many long contacts stood on each step when the period
 * ended (today, when it has not), and how many activities in the period brought
 * residents together, as far as there are any. Nothing is about one person. -1
 * *err. sp_loops_free. */
int sp_loops(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    struct sp_loops *loops, struct sp_error *err);
void sp_loops_free(struct sp_loops *loops);

enum { SP_LOOPS_COLUMNS = 6 };
extern const struct sp_column sp_loops_columns[SP_LOOPS_COLUMNS];
/* names: labels for people. Valid as long as the row. */
void sp_loops_cells(const struct sp_loops_row *row, bool names,
    struct sp_value cells[SP_LOOPS_COLUMNS]);

#endif
