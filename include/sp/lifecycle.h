/* lifecycle - what may become of a signal, its referrals, its loop, its
 * actions and its promises, of an ask and of a lead: tables that can be read
 * as rules */
#ifndef SP_LIFECYCLE_H
#define SP_LIFECYCLE_H

#include <stdbool.h>
#include <stddef.h>

#include "sp/error.h"
#include "sp/mem.h"

enum sp_track {
	SP_TRACK_STATUS,   /* of the signal */
	SP_TRACK_REFERRAL, /* doorverwijzing */
	SP_TRACK_LOOP,	   /* lus */
	SP_TRACK_ACTION,   /* actie */
	SP_TRACK_PROMISE,  /* belofte */
	SP_TRACK_ASK,	   /* vraag */
	SP_TRACK_LEAD,	   /* aanwijzing */
	SP_TRACKS
};

/* What a step needs; each has a row in sp_refusals. */
enum sp_need {
	SP_NEEDS_ANSWER = 1 << 0,     /* R1: answer and outcome */
	SP_NEEDS_NONE_LIVE = 1 << 1,  /* R2: no live referral, no open action */
	SP_NEEDS_ANSWERED = 1 << 2,   /* R3: an answer to bring back */
	SP_NEEDS_TEXT = 1 << 3,	      /* an explanation */
	SP_NEEDS_DAY = 1 << 4,	      /* the planned day */
	SP_NEEDS_REASON = 1 << 5,     /* a reason from the list */
	SP_NEEDS_ADVICE = 1 << 6,     /* who can, when it is not our task */
	SP_NEEDS_WAY = 1 << 7,	      /* how residents were told */
	SP_NEEDS_JUDGEMENT = 1 << 8,  /* what residents thought of it */
	SP_NEEDS_WHY = 1 << 9,	      /* an explanation when dissatisfied */
	SP_NEEDS_ATTEMPTS = 1 << 10,  /* two logged attempts */
	SP_NEEDS_NO_LOOP = 1 << 11,   /* nothing to bring back */
	SP_NEEDS_RESULT = 1 << 12,    /* what came of it */
	SP_NEEDS_SUCCESSOR = 1 << 13, /* who takes a promise over */
	SP_NEEDS_PERSON = 1 << 14,    /* who a lead became */
	SP_NEEDS = 15
};

/* One allowed step. Source: DOMAIN 3b, as printed in sp(7). */
struct sp_transition {
	enum sp_track track;
	const char *from, *to; /* Dutch codes; from "" is the beginning */
	unsigned needs;	       /* enum sp_need, or'ed */
};
extern const struct sp_transition sp_transitions[];
extern const size_t sp_transitions_n;

/* What is said when a need is not met, in the order in which they are
 * looked at; may_force: --force passes it. Exit status SP_REFUSED. */
struct sp_refusal {
	enum sp_need need;
	const char *sentence; /* N_() */
	bool may_force;
};
extern const struct sp_refusal sp_refusals[SP_NEEDS];

/* Which needs of a step are met: those that are not are left out. */
unsigned sp_missing(unsigned needs, unsigned met);

/* The allowed step, or NULL. */
const struct sp_transition *sp_transition_find(enum sp_track track,
    const char *from, const char *to);

/* The first refusal among needs that are missing, or NULL: what can be forced
 * is passed over when forced. */
const struct sp_refusal *sp_refusal_find(unsigned missing, bool forced);

/* Appends the states that may follow, comma between; "" at an end. Returns
 * their number. */
size_t sp_allowed(enum sp_track track, const char *from, struct sp_text *out);

/* Whether a state of the track is known, and whether work goes on in it: a
 * referral that is under way, an open action or promise, a signal that is not
 * handled or cancelled, a loop that is not at an end, an ask that is not
 * answered or not done yet. */
bool sp_state_known(enum sp_track track, const char *state);
bool sp_state_live(enum sp_track track, const char *state);

/* Whether a signal is closed: handled or cancelled, and its loop at an end,
 * or told with the day for a judgement (loop_by, ISO or NULL) passed. */
bool sp_signal_closed(const char *status, const char *loop, const char *loop_by,
    const char *today);

#endif
