/* reciprocity - what organisations asked of key persons, and gave for it */
#ifndef SP_RECIPROCITY_H
#define SP_RECIPROCITY_H

#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

/* Numbers of a row: times, but where said otherwise. */
enum sp_reciprocity_count {
	SP_GAVE_PEOPLE, /* persons asked */
	SP_GAVE_ASKS,
	SP_GAVE_HOURS_ASKED, /* hundredths of hours, as all hours */
	SP_GAVE_HOURS_SPENT, /* hours worked, travel too */
	SP_GAVE_HOURS_TRAVEL,
	SP_GAVE_IDEA, /* asks by how far plans were: five phases */
	SP_GAVE_DESIGN,
	SP_GAVE_DECISION,
	SP_GAVE_EXECUTION,
	SP_GAVE_EVALUATION,
	SP_GAVE_EARLY,	 /* persons asked in the first two phases */
	SP_GAVE_STAYED,	 /* of these, persons asked in the last two as well */
	SP_GAVE_ACCESS,	 /* asks to get through to a target group */
	SP_GAVE_PAID,	 /* cents, allowances too */
	SP_GAVE_ALLOWED, /* cents, of allowances alone */
	SP_GAVE_RECOGNITION,
	SP_GAVE_IDEA_SUPPORT,
	SP_GAVE_TRAINING,
	SP_GAVE_HELP,
	SP_GAVE_OTHER,
	SP_GAVE_ADVICE_ASKED,
	SP_GAVE_ADOPTED, /* advice, and what became of it */
	SP_GAVE_PARTLY,
	SP_GAVE_NOT,
	SP_GAVE_ADVICE_TOLD, /* decisions she heard of */
	SP_GAVE_DONE,	     /* asks that were done */
	SP_GAVE_TOLD,	     /* of these, she heard what came of it */
	SP_GAVE_FIRST,	     /* persons it helped before it first asked them */
	SP_GAVE_CONTRACTS,
	SP_GAVE_COLLEAGUES, /* contracts with all that a colleague has */
	SP_GAVE_COUNTS
};

struct sp_reciprocity_row {
	const char *blok; /* totaal, org */
	int64_t org;	  /* of org; 0: not known who */
	const char *name; /* its label, or NULL; valid during the call */
	int64_t counts[SP_GAVE_COUNTS];
};

/* What was asked and given in a period (NULL: ever) by the organisations that
 * pass the pairs (all, and those not known, without pairs; org= stands for
 * organisatie=). Calls each for a row of all together and one of each
 * organisation in the order of ids, those not known last. Of all together a
 * person counts once. Asks count as in sp_workload. names: rows have labels.
 * -1 *err. */
int sp_reciprocity(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    bool names,
    void (*each)(void *context, const struct sp_reciprocity_row *row),
    void *context, struct sp_error *err);

/* Shares of an organisation out of fewer than SP_SHARE_FEW are not said
 * (te_weinig), each share has what it is out of beside it. */
enum { SP_RECIPROCITY_COLUMNS = 39 };
extern const struct sp_column sp_reciprocity_columns[SP_RECIPROCITY_COLUMNS];
void sp_reciprocity_cells(const struct sp_reciprocity_row *row,
    struct sp_value cells[SP_RECIPROCITY_COLUMNS]);

#endif
