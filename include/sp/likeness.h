/* likeness - how alike two signals are, on what grounds, and what that means
 *
 * The weights and limits are ours: they order a short list that a person
 * looks at, and link nothing by themselves. */
#ifndef SP_LIKENESS_H
#define SP_LIKENESS_H

#include <stdbool.h>

/* On what grounds two signals are alike. */
enum sp_likeness_ground {
	SP_LIKE_TEXT,
	SP_LIKE_AREA,
	SP_LIKE_DOMAIN,
	SP_LIKE_TIME,
	SP_LIKE_GROUNDS
};

/* Two signals, as the caller has compared them. */
struct sp_two_signals {
	int text;   /* 0..1000, of sp_similar_to */
	int area;   /* 0..1000, 1000 the same; -1: not known of one */
	int domain; /* 1 shares one, 0 not; -1: not known of one */
	long days;  /* between the two reports, either sign */
};

/* Where likeness begins; what may be a setting comes in here. */
struct sp_likeness_limits {
	int weights[SP_LIKE_GROUNDS]; /* 0 or more, any scale */
	int same_text;	     /* from here on the same wording, 0..1000 */
	int recurring_text;  /* from here on the same subject, 0..1000 */
	int near_area;	     /* from here on the same or adjoining, 0..1000 */
	long same_days;	     /* as near in time as a duplicate is */
	long recurring_days; /* further apart is another story; over 0 */
};

/* Text 50, area 20, domain 20, time 10; wording 600, subject 300, area 500;
 * 30 and 365 days. Of pairs of the sentences that similar.h speaks of, 1 %
 * of those about different worries reach 300 and none 600; three quarters of
 * those about the same worry reach 300. */
extern const struct sp_likeness_limits sp_likeness_defaults;

enum sp_likeness_verdict {
	SP_LIKE_NOT,
	SP_LIKE_RECURRING, /* a worry that comes back: a parent may join them */
	SP_LIKE_SAME,	   /* probably the same signal twice */
};

struct sp_likeness {
	int score;		  /* 0..1000, to order by */
	int met[SP_LIKE_GROUNDS]; /* 0..1000; -1: not known, does not count */
	bool reasons[SP_LIKE_GROUNDS]; /* grounds that reach their limit */
	enum sp_likeness_verdict verdict;
};

/* The score is the sum of weight x met over the known grounds, over the sum of
 * their weights, rounded down; time is met in full on the same day and not at
 * all recurring_days apart. Text reaches its limit at recurring_text, time at
 * same_days.
 *
 * SAME: the wording is the same, the areas are near or one is not known, and
 * both came within same_days; a domain, which two people may choose
 * differently, does not decide. RECURRING, within recurring_days: the same
 * with more days between, or the same subject with a shared domain and areas
 * that are known to be near. Else NOT. */
struct sp_likeness sp_likeness(const struct sp_two_signals *two,
    const struct sp_likeness_limits *limits);

/* The least text with which two signals, otherwise as they are, are alike
 * (not NOT) and score at least so much; with more text they do too. */
enum { SP_LIKENESS_NEVER = 1001 }; /* whatever the text */
int sp_likeness_needs(const struct sp_two_signals *two,
    const struct sp_likeness_limits *limits, int least);

#endif
