/* ranking - whom to ask first: a score of whole numbers that can be retold */
#ifndef SP_RANKING_H
#define SP_RANKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum sp_ground {
	SP_GROUND_AREA,
	SP_GROUND_DOMAIN,
	SP_GROUND_LANGUAGE,
	SP_GROUND_ROLE,
	SP_GROUNDS
};

/* One person: how far each ground is met, 0..1000; -1: not asked for. */
struct sp_candidate {
	int64_t id;
	const char *uuid; /* borrowed */
	int met[SP_GROUNDS];
	int score;		  /* 0..10000, of sp_rank */
	unsigned char ticket[32]; /* of sp_rank, of the first `best` */
};

/* Scores candidates and puts the first `best` of them in order, best first (n
 * or more: all); the others follow in no order. The score is the sum of weight
 * x met over the grounds asked for, over the sum of their weights, times ten,
 * rounded down. Equal scores go by ticket: SHA-256 of "sp-rank/1", day and
 * uuid with a NUL between, so that nobody is first because of the order of
 * the file, and anybody can check it. weights: 0 or more, basis points. */
void sp_rank(struct sp_candidate *candidates, size_t n, size_t best,
    const int weights[SP_GROUNDS], const char *day);

/* Of the words needed (`a|b|c`), how many thousandths list holds on the day:
 * containment, |need and list| / |need|; 1000 when nothing is needed. */
int sp_containment(const char *need, const char *list, const char *day);

#endif
