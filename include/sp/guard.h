/* guard - whether a key person may be asked one thing more
 *
 * Days are those of sp_date_day; hours are in hundredths. */
#ifndef SP_GUARD_H
#define SP_GUARD_H

#include <stdbool.h>
#include <stddef.h>

#include "sp/date.h"
#include "sp/mem.h"

/* Work that is further off does not matter for rest. */
enum { SP_NEAR_DAYS = 31 };

/* So many asks in so many days are often: no limit, but a word of warning. */
enum { SP_OFTEN = 3, SP_OFTEN_DAYS = 90 };

/* One thing that takes of her time. */
struct sp_taken {
	enum sp_taking {
		SP_TAKEN_ASK,	   /* an ask that counts: never a refusal */
		SP_TAKEN_LOGGED,   /* hours without an ask, leave left out */
		SP_TAKEN_CONTRACT, /* what she is paid for, hours a week */
	} by;
	int asked; /* day of the ask; first day of a contract */
	int work;  /* day of the work; last day of a contract, or none */
	int hours;
	int weight; /* of an ask: 1, heavy 2 */
};

/* For which days a load is told. */
struct sp_load_days {
	int asked; /* day of the ask */
	int work;  /* day of the work */
};

/* What she carries, the new ask not in it. */
struct sp_load {
	int asks;	   /* in 30 days with the day of the ask in them */
	int hours_week;	   /* in the ISO week of the work */
	int contract;	   /* hours a week on that day; -1: none */
	int before, after; /* nearest day of work, or SP_NO_DAY */
};
extern const struct sp_load sp_no_load;

/* Adds one thing to a load that began as sp_no_load. Of asks, those of the 30
 * days that end with the day of the ask. */
void sp_load_add(struct sp_load *load, const struct sp_load_days *days,
    const struct sp_taken *taken);
/* The load of all things of one person. Its asks are those of the fullest 30
 * days that the day of the ask lies in, also when later asks are known. */
void sp_load_of(struct sp_load *load, const struct sp_load_days *days,
    const struct sp_taken *taken, size_t n);

enum sp_approach {
	SP_APPROACH_GOOD,    /* consent to be approached holds */
	SP_APPROACH_UNKNOWN, /* none on record */
	SP_APPROACH_ENDED,   /* ended or withdrawn */
};

/* What she says of herself. Texts are borrowed, NULL when not known. */
struct sp_guarded {
	const char *status; /* kandidaat, actief, pauze, gestopt */
	const char *stand;  /* ruimte, alleen_bestaand, te_veel */
	const char *dagen;  /* list of ma di wo do vr za zo */
	enum sp_approach approach;
	int not_before; /* or SP_NO_DAY */
	int capacity;	/* hours a week, hundredths; -1: not known */
};

/* What is asked. */
struct sp_asking {
	struct sp_load_days days;
	bool work_known; /* whether a day of work was named */
	int hours;	 /* 0: not known */
	bool heavy;
	bool existing; /* for what she already works for */
	bool offer;    /* work is offered, nothing is asked */
};

/* Settings. */
struct sp_guard_rules {
	int asks;	    /* max_vragen_30d */
	int rest;	    /* rustdagen */
	bool ground_needed; /* grondslag_verplicht */
};

/* In the order in which they are looked at: those that nothing can set aside
 * first. */
enum sp_limit {
	SP_LIMIT_STOPPED,
	SP_LIMIT_CONSENT_ENDED,
	SP_LIMIT_CONSENT_MISSING,
	SP_LIMIT_STATUS,
	SP_LIMIT_TOO_MUCH,
	SP_LIMIT_NOTHING_NEW,
	SP_LIMIT_NOT_BEFORE,
	SP_LIMIT_WEEKDAY,
	SP_LIMIT_ASKS,
	SP_LIMIT_HEAVY, /* it would do if it counted once */
	SP_LIMIT_REST,
	SP_LIMIT_CAPACITY,
	SP_LIMIT_CONTRACT,
	SP_LIMITS
};

/* What is said when a limit is hit, and what helps. */
struct sp_limit_row {
	enum sp_limit limit;
	const char *sentence; /* N_(), with a %s for each figure */
	const char *other;    /* the same for one ask, or hours not known */
	bool may_force;
	bool of_offers; /* it holds for an offer of work too */
	enum {
		SP_HELPS_NOTHING,
		SP_HELPS_ASK_LATER,
		SP_HELPS_WORK_LATER
	} helps;
};
extern const struct sp_limit_row sp_limits[SP_LIMITS];

struct sp_hit {
	enum sp_limit limit;
	bool other; /* which sentence */
	char figures[3][32];
};

/* Whether a limit stands in the way; then *hit is the first one. */
bool sp_guard(const struct sp_guard_rules *rules,
    const struct sp_guarded *person, const struct sp_asking *asking,
    const struct sp_load *load, struct sp_hit *hit);

/* Whether on a day she is to be left alone, whatever it is about: consent, too
 * much, or not before another day. Looks at nothing else she says. */
bool sp_guard_rests(const struct sp_guard_rules *rules,
    const struct sp_guarded *person, int day);

/* Appends the sentence of a hit, in the language of the process. */
void sp_hit_say(const struct sp_hit *hit, struct sp_text *out);

/* The first day, at most 90 later, on which the same can be asked (a limit that
 * helps SP_HELPS_ASK_LATER) or done (SP_HELPS_WORK_LATER) without any limit in
 * the way; SP_NO_DAY when there is none. taken: all that is known of her. */
int sp_guard_possible(const struct sp_guard_rules *rules,
    const struct sp_guarded *person, const struct sp_asking *asking,
    const struct sp_taken *taken, size_t n, enum sp_limit limit);

#endif
