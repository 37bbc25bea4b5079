/* ranking - whom to ask first: a score of whole numbers that can be retold */
#ifndef SP_RANKING_H
#define SP_RANKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sp/mem.h"

/* What a score is made of. */
enum sp_ground {
	SP_GROUND_AREA,
	SP_GROUND_DOMAIN,
	SP_GROUND_LANGUAGE,
	SP_GROUND_ROLE,
	SP_GROUND_GROUP,
	SP_GROUND_ROOTS,
	SP_GROUND_LOAD,
	SP_GROUND_REST,
	SP_GROUND_SUCCESS,
	SP_GROUND_OPEN, /* of organisations and initiatives */
	SP_GROUNDS
};

/* Their names, and the setting that says how much each weighs. */
struct sp_ground_row {
	const char *naam, *name, *setting;
};
extern const struct sp_ground_row sp_grounds[SP_GROUNDS];

/* What a closeness means, in the language of the process: 1000 in the area, 600
 * next to it, and so on; 0 elsewhere. */
const char *sp_circle_name(int met);

/* Of the area, when that is not known: neither near nor far. */
enum { SP_AREA_UNKNOWN = 200 };

enum {
	SP_NOT_ASKED = -1,    /* of a ground that the need says nothing of */
	SP_NEUTRAL = 500,     /* of a ground of which nothing is known */
	SP_LOAD_DAYS = 90,    /* load is of so many days */
	SP_REST_DAYS = 90,    /* whoever was not asked for so long has rested */
	SP_HIGHEST = 10000,   /* score */
	SP_NEVER = INT32_MAX, /* days since the last ask */
};

/* One person: how far each ground is met, 0..1000 or SP_NOT_ASKED, and what
 * decides between equal scores. */
struct sp_candidate {
	size_t person;	  /* the caller's own number */
	const char *uuid; /* borrowed */
	int16_t met[SP_GROUNDS];
	int load;		  /* less comes first, */
	int roots;		  /* then more, */
	int32_t rested;		  /* then more days, */
	int score;		  /* 0..SP_HIGHEST, of sp_rank */
	bool drawn;		  /* the ticket is there, from before */
	unsigned char ticket[32]; /* of sp_rank, of the first `best` */
};

/* How far a ground is met. Load: asks that count in SP_LOAD_DAYS (a heavy one
 * twice) against what is most in them: 1000 x (e - e^u) / (e - 1) rounded,
 * with u = asks / most in hundredths; the balance function of Mehta, Saberi,
 * Vazirani and Vazirani (2007). most is 1 or more. */
int sp_met_load(int asks, int most);
/* Days since the last ask, SP_NEVER: none. */
int sp_met_rest(int32_t days);
/* A tenth for each year that she lives there (years < 0: not known, as five),
 * a quarter for each network, not more than the whole; SP_NEUTRAL when
 * neither is known. */
int sp_met_roots(int years, int networks);
/* Asks that came to something, and that did not; two in the middle are put to
 * them, so that one ask tells little. */
int sp_met_success(int succeeded, int failed);

/* Makes the weights of the grounds that are asked for add up to SP_HIGHEST:
 * in proportion, rounded down, and what is left one by one to the largest
 * rests, the first of equal ones. All nought: nothing weighs. */
void sp_weights(const int given[SP_GROUNDS], const int16_t met[SP_GROUNDS],
    int weights[SP_GROUNDS]);

/* What a ground adds to the score: weight x met / 1000, rounded down; 0 when
 * it is not asked for. The score is their sum. */
int sp_contribution(int weight, int met);

/* Appends what each ground adds to the score, where it adds anything: "gebied
 * 2200, domein 1000"; names in lang. */
void sp_contributions(struct sp_text *out, const struct sp_candidate *candidate,
    const int weights[SP_GROUNDS], const char *lang);

/* Scores candidates and puts the first `best` of them in order, best first (n
 * or more: all); the others follow in no order. Returns how many are in order.
 * Between equal scores the load, the roots and the rest decide, and in the end
 * a ticket: SHA-256 of "sp-rank/1", day and uuid with a NUL between, so that
 * nobody is first because of the order of the file, and anybody can check it.
 * All candidates are asked for the same grounds. */
size_t sp_rank(struct sp_candidate *candidates, size_t n, size_t best,
    const int weights[SP_GROUNDS], const char *day);

/* The place, from 0, that the candidate at place `at` would have with another
 * load; all before it are in order. */
size_t sp_rank_with_load(const struct sp_candidate *candidates, size_t at,
    int load, int met, const int weights[SP_GROUNDS]);

#endif
