/* life - what the steps share: the signal at hand, what changes, the trail */
#ifndef SP_ACTS_LIFE_H
#define SP_ACTS_LIFE_H

#include "acts/rulebook.h"
#include "acts/trail.h"
#include "records/ahead.h"
#include "records/kinds.h"
#include "records/references.h"
#include "records/signals.h"
#include "sp/bits.h"
#include "sp/life.h"
#include "sp/lifecycle.h"
#include "sp/mem.h"

/* Fields that steps share: the signal; which of its records, beside .kind; the
 * day. */
#define STEP_SIGNAL                                                       \
	{                                                                 \
		.naam = "id", .name = "id", .type = SP_COL_INTEGER,       \
		.flags = SP_REQUIRED, .hulp = "signaal", .help = "signal" \
	}
#define STEP_NUMBER                                           \
	.naam = "nr", .name = "nr", .type = SP_COL_REFERENCE, \
	.hulp = "welke, als er meer zijn",                    \
	.help = "which one, if there are several"
#define STEP_DAY                                                             \
	{                                                                    \
		.naam = "op", .name = "on", .type = SP_COL_DATE,             \
		.hulp = "dag waarop het gebeurde", .help = "day it was done" \
	}

/* Of a text, in which language it is: in rows of signals taal is theirs. */
#define STEP_LANGUAGE                                                   \
	{                                                               \
		.naam = "in_taal", .name = "language", .alias = "taal", \
		.type = SP_COL_CODE, .list = "taal",                    \
		.hulp = "taal waarin het gezegd wordt",                 \
		.help = "language it is said in"                        \
	}

/* Columns of a signal that steps look at or set; routing needs the first of
 * them only. */
enum sp_life_field {
	F_GEMELD_OP,
	F_SOORT,
	F_DOMEIN,
	F_GEBIED,
	F_KANAAL,
	F_STATUS,
	F_STATUS_OP,
	F_ORG,
	F_LUS,
	F_UITERLIJK,
	F_BEVESTIGEN_VOOR,
	F_ROUTEREN_VOOR,
	F_BERICHT_VOOR,
	F_REACTIE_VOOR,
	F_LUS_VOOR,
	F_EERSTVOLGEND,
	F_ROUTING,
	F_VIA_PERSOON = F_ROUTING,
	F_UITKOMST,
	F_ANTWOORD,
	F_ANTWOORD_OP,
	F_GEPLAND_OP,
	F_ANNULERING,
	F_HEROPEND_N,
	F_DUBBEL_VAN,
	F_OUDER,
	F_LUS_RONDE,
	F_LUS_OP,
	F_NAKIJKEN_OP,
	F_FIELDS
};

/* Kinds that steps write, besides the signal itself. */
enum life_kind {
	LIFE_REFERRAL,
	LIFE_ACTION,
	LIFE_LOOP,
	LIFE_PROMISE,
	LIFE_MESSAGE,
	LIFE_KINDS
};
extern const char *const life_kinds[LIFE_KINDS];

enum { LIFE_AREAS = 16 };

/* Tables that a large batch adds many rows to, or changes many of. */
enum life_late { LATE_LOG, LATE_REFERRALS, LATE_SIGNALS, LIFE_LATE };

struct sp_life {
	struct sp_store *store;
	struct sp_session *session;
	const char *forced, *then;
	unsigned how;
	bool open, joined; /* a transaction of its own, of the caller */
	char *kantoor;
	const struct sp_kind *signaal;
	int at[F_FIELDS];
	struct sp_records *signals;
	const struct sp_kind *kinds[LIFE_KINDS];
	struct sp_records *records[LIFE_KINDS];
	struct sp_references *references;
	struct sp_trail *trail;
	struct sp_signals *asked;
	struct sp_ahead *ahead; /* of signals; NULL: one by one */
	struct sp_rulebook book;
	struct sp_map *ends;	   /* of terms, that many signals ask for */
	bool by_report, by_domain; /* whether terms ask for these */
	struct sp_text question;
	struct sp_life_tally tally;
	int64_t there[LIFE_LATE]; /* the highest id before the first step */
	bool late[LIFE_LATE];	  /* whether its indexes are */
	int64_t referrals_made;
	int64_t referred_to;	 /* the last signal referred before the run */
	struct sp_bits referred; /* by this run, of those after it */
	struct sp_text notes;

	/* the signal at hand */
	const struct sp_step *step;
	int64_t id;
	char day[SP_DATE_SIZE]; /* on which the step was taken */
	struct sp_value row[SP_KIND_COLUMNS], now[SP_KIND_COLUMNS];
	struct sp_hung *hung; /* referrals; others once they are asked for */
	size_t hung_n;
	bool hung_read[SP_HANGING];
	char **kept; /* texts of now */
	size_t kept_n, kept_room;
	struct sp_text fields, before, after; /* for the log */
	struct sp_text field, was, is;	      /* one of them */
	size_t told;
	const char *why; /* the reason on the log; borrowed */

	struct life_asks *asks;	  /* asking.c; NULL: no ask was at hand */
	struct life_leads *leads; /* lead.c; NULL: no lead was */
};

/* The value as it will be; "" and 0 for none. Texts live until the next
 * signal. */
const char *life_text(const struct sp_life *life, enum sp_life_field field);
int64_t life_number(const struct sp_life *life, enum sp_life_field field);
/* Sets it; a text is copied, NULL empties. Put: a text that is there until the
 * next signal is not copied. */
void life_set(struct sp_life *life, enum sp_life_field field, const char *text);
void life_put(struct sp_life *life, enum sp_life_field field, const char *text);
void life_set_number(struct sp_life *life, enum sp_life_field field,
    int64_t number);
/* The end of a clock that starts on a day, for this signal; lives until the
 * next one. */
const char *life_end(struct sp_life *life, enum sp_clock clock,
    const char *start);

/* Puts one change on the step's row in the log: "doorverwijzing:3". */
void life_tell(struct sp_life *life, const char *field, const char *before,
    const char *after);
/* The same of a record that hangs on the signal. */
void life_tell_record(struct sp_life *life, enum life_kind kind, int64_t id,
    const char *before, const char *after);
/* A sentence for the user. */
void life_note(struct sp_life *life, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Of a step's row: its value by the name of the column. */
const struct sp_value *life_given(const struct sp_life *life,
    const struct sp_value *row, const char *column);
const char *life_given_text(const struct sp_life *life,
    const struct sp_value *row, const char *column); /* NULL: none */
int64_t life_given_number(const struct sp_life *life,
    const struct sp_value *row, const char *column); /* 0: none */

/* Whether a track may go there: -1 and SP_REFUSED with the rule first, then
 * what is allowed. met: enum sp_need; those of SP_NEEDS_NONE_LIVE and
 * SP_NEEDS_ANSWERED are looked at here. */
int life_allow(struct sp_life *life, enum sp_track track, const char *from,
    const char *to, unsigned met, struct sp_error *err);
/* The same, and takes it: sets status or loop, its day and its clocks. */
int life_status(struct sp_life *life, const char *to, unsigned met,
    struct sp_error *err);
int life_loop(struct sp_life *life, const char *to, unsigned met,
    struct sp_error *err);
/* The day of a step is that of its op=, if it has one, and today at the
 * latest; it must not lie before another. */
int life_day(struct sp_life *life, const struct sp_value *op,
    struct sp_error *err);
int life_after(struct sp_life *life, const char *day, struct sp_error *err);

/* A new record of a kind from pairs of column and value, ended by NULL; the
 * signal, uuid and office are filled in. */
struct life_cell {
	const char *column;
	struct sp_value value;
};
int life_insert(struct sp_life *life, enum life_kind kind,
    const struct life_cell *cells, size_t n, int64_t *id, struct sp_error *err);
int life_update(struct sp_life *life, enum life_kind kind, int64_t id,
    const struct life_cell *cells, size_t n, struct sp_error *err);
/* Sets cells of the loop record of this round, made if it is not there. */
int life_loop_record(struct sp_life *life, const struct life_cell *cells,
    size_t n, struct sp_error *err);

/* Reads what of a kind hangs on the signal at hand, once. */
int life_read(struct sp_life *life, enum sp_hanging of, struct sp_error *err);
/* What of a kind hangs on the signal and is live, of those that were read.
 * NULL: none, or several and nr is 0: then *several. */
struct sp_hung *life_live(struct sp_life *life, enum sp_hanging of, int64_t nr,
    bool *several);
/* The same, of a kind that must be there: nr=, or the only live one; NULL and
 * *err. */
struct sp_hung *life_pick(struct sp_life *life, enum sp_hanging of, int64_t nr,
    struct sp_error *err);
/* Ends an action or a promise: that of nr= in the row, or the only live one. */
int life_finish(struct sp_life *life, enum life_kind kind, const char *to,
    unsigned met, const struct sp_value *row, const struct life_cell *cells,
    size_t n, struct sp_error *err);
/* Moves a referral, with its days and its clock; why: a refusal's code or
 * NULL. */
int life_referral(struct sp_life *life, struct sp_hung *referral,
    const char *to, unsigned met, const struct life_cell *cells, size_t n,
    struct sp_error *err);

/* route.c: sends the signal by the rules, when one fits; *routed. Of a signal
 * that was just added or whose subject changed. */
int life_route_by_rule(struct sp_life *life, bool *routed,
    struct sp_error *err);
/* The same file, of a signal that is not stored yet: the rule that fits it, or
 * NULL (SP_REFUSED: it names who has ended); what sending it by that rule makes
 * of it; and, once it is stored, the referral itself. */
int life_begin_route(struct sp_life *life, const struct sp_route_rule **rule,
    struct sp_error *err);
int life_hand_over(struct sp_life *life, const struct sp_route_rule *rule,
    struct sp_error *err);
int life_refer(struct sp_life *life, const struct sp_route_rule *rule,
    struct sp_error *err);
/* The same file: with whom the signal is: the newest referral under way; who
 * had it last and is done; or nobody. */
void life_hold(struct sp_life *life);
/* The same file: withdraws what was sent, or is to be, and not heard of, but
 * for one (or NULL). */
int life_withdraw(struct sp_life *life, const struct sp_hung *but,
    struct sp_error *err);
/* A referral came to nothing: unless another is under way nobody has the
 * signal, its clock for routing goes on, and what was in progress is reported
 * again. A signal that is at its end stays where it is. */
int life_unrouted(struct sp_life *life, struct sp_error *err);
/* The hops that wait for a referral that is done: the next is sent, or all are
 * withdrawn. */
int life_go_on(struct sp_life *life, int64_t done, bool sends,
    struct sp_error *err);
/* status.c: what was only sent is withdrawn, then the signal is cancelled. */
int life_cancel(struct sp_life *life, const char *reason, struct sp_error *err);
/* The same file: opened again, for a reason, in a new round; a duplicate no
 * longer. */
int life_reopen(struct sp_life *life, const char *text, struct sp_error *err);
/* The same file: what was said goes on the log, after why a rule was passed
 * over. NULL says nothing. */
void life_explain(struct sp_life *life, const char *text);
/* answer.c: an answer, an outcome, or both; amends what was handled. NULL and
 * 0 for what is not given. */
struct life_answer {
	const char *text, *outcome, *language;
	int64_t org, activity, template;
};
int life_answer(struct sp_life *life, const struct life_answer *answer,
    struct sp_error *err);
/* message.c: a message about the signal at hand; stops and starts clocks. A
 * language of NULL is Dutch. */
struct life_message {
	const char *type, *text;
	int64_t sender, activity;
	const char *language;
};
int life_message(struct sp_life *life, const struct life_message *message,
    int64_t *id, struct sp_error *err);
/* The same file: notes for what reads hard in a text, in its language (NULL:
 * Dutch); none when there are many. */
int life_warn(struct sp_life *life, const char *text, const char *language,
    struct sp_error *err);
/* The same file: a standard text filled from the signal at hand, *text for its
 * {{tekst}}. *text and *language, which may not be another one (NULL: not
 * said), become those of what is sent, until the next signal. */
int life_fill(struct sp_life *life, int64_t template, const char **text,
    const char **language, struct sp_error *err);
/* A copy that lives until the next signal. */
const char *life_keep(struct sp_life *life, const char *text);

/* late.c: learns what is there; and, after each step of a batch, takes away
 * the indexes that are sooner built again at the end, by
 * sp_store_make_indexes. */
int life_late_begin(struct sp_life *life, struct sp_error *err);
int life_late(struct sp_life *life, struct sp_error *err);

/* Loads a signal as the one at hand, and saves what was set, with its trail. */
void life_forget(struct sp_life *life); /* no signal is at hand */
int life_load(struct sp_life *life, int64_t id, struct sp_error *err);
int life_save(struct sp_life *life, struct sp_error *err);
/* Of a signal that is not stored yet: the one in a row is at hand; the clocks
 * that start with its report, and the first of those that run, are set; what
 * was set goes into the row, for texts until the next signal. */
void life_take_row(struct sp_life *life, const struct sp_value *row);
void life_start(struct sp_life *life);
void life_give_row(struct sp_life *life, struct sp_value *row);
/* The trail of what was set and told. */
int life_log(struct sp_life *life, struct sp_error *err);

extern const struct sp_step sp_step_route, sp_step_accept, sp_step_refuse,
    sp_step_action, sp_step_status, sp_step_answer, sp_step_loop,
    sp_step_promise, sp_step_message, sp_step_link, sp_step_ask, sp_step_reply,
    sp_step_next;

#endif
