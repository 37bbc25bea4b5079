/* meeting - whom to meet for the first time: points of whole numbers that add
 * up */
#ifndef SP_MEETING_H
#define SP_MEETING_H

#include <stddef.h>
#include <stdint.h>

/* What a score is made of. */
enum sp_meet {
	SP_MEET_SOURCES,  /* how many, independent of each other, name her */
	SP_MEET_DOMAIN,	  /* how many are there for what she knows of */
	SP_MEET_LANGUAGE, /* how many are there who speak what she speaks */
	SP_MEET_ROLE,	  /* how many are there who do what she does */
	SP_MEET_SIGNALS,  /* how many signals have nobody there for them */
	SP_MEET_PATH,	  /* enum sp_path */
	SP_MEET_WAIT,	  /* days since she was first named */
	SP_MEETS
};

/* Through whom she is found. */
enum sp_path { SP_PATH_OTHER, SP_PATH_NEW, SP_PATH_ASKED, SP_PATH_USUAL };

/* One whom nobody met yet. */
struct sp_meeting {
	int64_t lead, person;	 /* ids, 0: none */
	const char *uuid;	 /* borrowed */
	size_t number;		 /* the caller's own */
	int64_t facts[SP_MEETS]; /* -1: not known, and worth nothing */
	int points[SP_MEETS];	 /* of sp_meeting_rank, with their sum */
	int score;
	unsigned char ticket[32];
};

/* Of how many thousandths of a part's weight a fact is worth: sources 0, 300,
 * 700, and 1000 from three on; persons there 1000 when there is nobody, 400
 * when all hangs on one, else 0; signals 200 each, 1000 at most; a path through
 * somebody who was never asked 1000, through no key person 500, through one
 * who was asked 400, through one who is asked all the time 0; days of waiting
 * 1000 after half a year of 180 days, in proportion before. */
int sp_meeting_met(enum sp_meet part, int64_t fact);

/* Puts meetings in order, best first. A part's points are weight x met / 1000,
 * rounded down, and the score is their sum. Equal scores: who waits longest,
 * then by ticket: SHA-256 of "sp-next/1", day and uuid with a NUL between.
 * weights: 0 or more. */
void sp_meeting_rank(struct sp_meeting *meetings, size_t n,
    const int weights[SP_MEETS], const char *day);

#endif
