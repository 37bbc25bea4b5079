/* signals - what hangs on a signal, and the rules and terms it lives by */
#ifndef SP_RECORDS_SIGNALS_H
#define SP_RECORDS_SIGNALS_H

#include "sp/date.h"
#include "sp/store.h"

/* The kinds that hang on a signal and have a state of their own. */
enum sp_hanging { SP_REFERRALS, SP_ACTIONS, SP_PROMISES, SP_HANGING };

/* One of them, as far as steps look at it. */
struct sp_hung {
	int64_t id, org; /* org 0: none */
	int64_t follows; /* of a referral: the one before it; 0: none */
	char status[16];
	char since[SP_DATE_SIZE]; /* day of its last step */
	enum sp_hanging of;
	bool by_hand; /* of a referral: no rule chose it */
};

/* Prepared questions about signals; borrows store. */
struct sp_signals;
struct sp_signals *sp_signals_open(struct sp_store *store);
void sp_signals_close(struct sp_signals *signals); /* NULL is allowed */

/* Adds what of a kind hangs on a signal, by id, to (*hung)[*n], which grows
 * from NULL; the caller frees. */
int sp_signals_hanging(struct sp_signals *signals, int64_t id,
    enum sp_hanging of, struct sp_hung **hung, size_t *n, struct sp_error *err);

/* Whether an organisation has ended by a day: 1, 0, or -1 *err, which is
 * SP_REFUSED when it is not there. */
int sp_signals_ended(struct sp_signals *signals, int64_t org, const char *day,
    struct sp_error *err);

/* Whether a signal has an answer: 1, 0, or -1. */
int sp_signals_answered(struct sp_signals *signals, int64_t id,
    struct sp_error *err);

/* Of which signal this one is a duplicate or a child (0: of none), and why it
 * was cancelled ("": it was not): 1, 0 no such signal, -1. */
enum { SP_CANCELLED_SIZE = 32 };
int sp_signals_place(struct sp_signals *signals, int64_t id, int64_t *of,
    char cancelled[SP_CANCELLED_SIZE], struct sp_error *err);
/* Whether others are duplicates or children of it: 1, 0, or -1. */
int sp_signals_has_tied(struct sp_signals *signals, int64_t id,
    struct sp_error *err);
/* Calls these others: first the duplicates (same), then the children, each by
 * id. */
int sp_signals_each_tied(struct sp_store *store, int64_t id,
    void (*each)(void *context, int64_t id, bool same), void *context,
    struct sp_error *err);

/* The highest id of a signal that was ever referred, 0 for none. */
int sp_signals_last_referred(struct sp_signals *signals, int64_t *id,
    struct sp_error *err);

/* Whether a message is about the signal: 1, 0, or -1. */
int sp_signals_heard(struct sp_signals *signals, int64_t id, int64_t message,
    struct sp_error *err);

/* What was done to a signal before, 1, 0, or -1: whether it ever went to an
 * organisation; on a day: was taken on, was answered (with this text and this
 * outcome; NULL: any), was told to residents, was judged by them. */
int sp_signals_referred(struct sp_signals *signals, int64_t id, int64_t org,
    struct sp_error *err);
int sp_signals_taken_on(struct sp_signals *signals, int64_t id, const char *day,
    struct sp_error *err);
int sp_signals_answered_so(struct sp_signals *signals, int64_t id,
    const char *day, const char *text, const char *outcome,
    struct sp_error *err);
int sp_signals_told(struct sp_signals *signals, int64_t id, const char *day,
    struct sp_error *err);
int sp_signals_judged(struct sp_signals *signals, int64_t id, const char *day,
    struct sp_error *err);

/* Calls each tip about an organisation, newest first. */
int sp_signals_tips(struct sp_signals *signals, int64_t org,
    void (*each)(void *context, const char *type, const char *text),
    void *context, struct sp_error *err);

/* How the newest referral of a signal that is not withdrawn came about: 1, its
 * rule's order (0: by hand), who sent it (to free) and to whom; 0 none. */
int sp_signals_sent(struct sp_signals *signals, int64_t id, int64_t *order,
    char **who, int64_t *org, struct sp_error *err);

/* The text of a standard text in use, and its language: copies to free. */
int sp_signals_template(struct sp_signals *signals, int64_t id, char **text,
    char **language, struct sp_error *err);

/* The loop record of a round: 1 and *id and attempts, 0 none, -1. */
int sp_signals_loop(struct sp_signals *signals, int64_t id, int64_t round,
    int64_t *loop, int64_t *attempts, struct sp_error *err);

/* What a run reads once: rules in use (id, volgorde, soort, domein, kanaal,
 * gebied, van, tot, org, contactpunt, dienst, wijze) in their order, terms
 * (soort, domein, dagen, werkdagen, geldig_vanaf), areas that lie in another
 * (id, ouder). Calls each row; its texts are valid during the call. */
enum sp_page { SP_PAGE_RULES, SP_PAGE_TERMS, SP_PAGE_AREAS, SP_PAGES };
int sp_signals_page(struct sp_store *store, enum sp_page page,
    void (*each)(void *context, const struct sp_query *row), void *context,
    struct sp_error *err);

#endif
