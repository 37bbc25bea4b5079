/* workload - what key persons are asked, and how unevenly it is spread */
#ifndef SP_WORKLOAD_H
#define SP_WORKLOAD_H

#include "sp/concentration.h"
#include "sp/date.h"
#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

/* Numbers of a row; hours are in hundredths. */
enum sp_workload_count {
	SP_WORKLOAD_PEOPLE, /* how many persons the row is about */
	SP_WORKLOAD_ASKED,  /* of these, how many were asked */
	SP_WORKLOAD_ASKS,   /* how many times */
	SP_WORKLOAD_LOAD,   /* the same, heavy asks counted double */
	SP_WORKLOAD_HOURS_ASKED,
	SP_WORKLOAD_HOURS_WORKED,
	SP_WORKLOAD_HOURS_CONTRACT, /* of contracts, in the same days */
	SP_WORKLOAD_HOURS_UNPAID,
	SP_WORKLOAD_CASES,	/* open today: signals, asks, long contacts */
	SP_WORKLOAD_CASES_MOST, /* as many as the contract is for */
	SP_WORKLOAD_OVER_CASES, /* persons with more */
	SP_WORKLOAD_OVER,	/* persons above the limit of 30 days */
	SP_WORKLOAD_OFTEN, /* persons asked three times or more in 90 days */
	SP_WORKLOAD_ASKS_90,
	SP_WORKLOAD_COUNTS
};

struct sp_workload_row {
	const char *blok;	 /* totaal, persoon, maand */
	int64_t person;		 /* of persoon, else 0 */
	const char *name;	 /* her label, or NULL; valid during the call */
	char month[8];		 /* of maand, else "" */
	char last[SP_DATE_SIZE]; /* day of the newest ask, or "" */
	int64_t counts[SP_WORKLOAD_COUNTS];
	double share;		    /* of persoon: her part of the load */
	struct sp_concentration of; /* of totaal and maand */
};

/* The load of a period (NULL: the last 30 days) of the persons who pass the
 * pairs. Calls each for a row of all, one for every person with any load in the
 * order of ids, and one for each of the six months up to the last day. An ask
 * counts when it was asked, agreed, done or did not go through in the end;
 * drafts, refusals and cancelled asks never. Concentration is over active
 * persons and who else was asked. The limits look back from the last day of
 * the period, today at most. names: rows of persons have her label. -1 *err. */
int sp_workload(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t n, const struct sp_session *session,
    bool names, void (*each)(void *context, const struct sp_workload_row *row),
    void *context, struct sp_error *err);

enum { SP_WORKLOAD_COLUMNS = 21 };
extern const struct sp_column sp_workload_columns[SP_WORKLOAD_COLUMNS];
/* Labels instead of ids where the row has one. Valid as long as the row. */
void sp_workload_cells(const struct sp_workload_row *row,
    struct sp_value cells[SP_WORKLOAD_COLUMNS]);

/* What may leave the house: of the row of all, how many persons there are, how
 * many were asked, how often, and how many are above the limit; i from 0 to
 * SP_WORKLOAD_OUTSIDE - 1. A number of fewer than SP_WORKLOAD_FEW persons, or
 * one that leaves fewer of those it is out of, is the mark x. people: a phrase
 * instead of a stable word. Numbers are written in room. */
enum { SP_WORKLOAD_OUTSIDE = 4, SP_WORKLOAD_FEW = 5 };
extern const struct sp_column sp_workload_outside_columns[2];
void sp_workload_outside(const struct sp_workload_row *all, size_t i,
    bool people, char room[24], struct sp_value cells[2]);

#endif
