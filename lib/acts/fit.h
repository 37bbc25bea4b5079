/* fit - how well persons of the pool fit a need, or what stands in the way */
#ifndef SP_ACTS_FIT_H
#define SP_ACTS_FIT_H

#include "acts/need.h"
#include "acts/pool.h"
#include "sp/find.h"
#include "sp/ranking.h"

/* What stands in the way of asking somebody. */
enum sp_hindrance {
	SP_FITS,
	SP_HINDER_DOMAIN,
	SP_HINDER_LANGUAGE,
	SP_HINDER_ROLE,
	SP_HINDER_TITLE,
	SP_HINDER_TOO_FAR,   /* further than the need allows */
	SP_HINDER_HER_REACH, /* further than she travels */
	SP_HINDER_LIMIT,     /* a limit of the load guard */
};

/* A pool, the settings, and the need that is looked at. Borrows both. */
struct sp_fits;
struct sp_fits *sp_fits_open(const struct sp_pool *pool, struct sp_store *store,
    struct sp_error *err);
void sp_fits_close(struct sp_fits *fits); /* NULL is allowed */

/* Turns to a need, which must stay until the next. Areas that were asked for
 * before cost nothing again. -1 *err. */
int sp_fits_need(struct sp_fits *fits, const struct sp_need *need,
    struct sp_error *err);

/* What a need asks of the load guard, the same for everybody but for whether
 * she works for it already; and the settings it goes by. */
struct sp_asking sp_fits_asking(const struct sp_fits *fits,
    const struct sp_need *need);
const struct sp_guard_rules *sp_fits_rules(const struct sp_fits *fits);

/* The persons, by their place in the pool, who are all that can meet the need
 * by domain, language, role and title: a few of many, in no order, each once.
 * Valid until the next need. */
size_t sp_fits_persons(struct sp_fits *fits, const uint32_t **persons);

/* Whether the person fits; then *candidate is hers: its person is the place
 * in the pool, and score and ticket are still to come. */
enum sp_hindrance sp_fits_person(struct sp_fits *fits, size_t person,
    struct sp_candidate *candidate);

/* The sentence about a hindrance that sp_fits_person just gave, to free. */
char *sp_fits_why(const struct sp_fits *fits, size_t person,
    enum sp_hindrance hindrance);

/* What the grounds of the need weigh, so that they add up to SP_HIGHEST. */
const int *sp_fits_weights(const struct sp_fits *fits);
const struct sp_pool_person *sp_fits_of(const struct sp_fits *fits,
    size_t person);
/* Since she came to live there; -1: not known. */
int sp_fits_years(const struct sp_fits *fits, size_t person);
/* The weights as they are set. */
const int *sp_fits_given(const struct sp_fits *fits);
/* Of the words that the need asks for on a ground (domain, language, role,
 * target group), how many the person has, and of how many. */
size_t sp_fits_held(const struct sp_fits *fits, size_t person,
    enum sp_ground ground, size_t *of);
/* How far a load is met. */
int sp_fits_load(const struct sp_fits *fits, int load);
/* Whether she has a profile, and the task of the need is not in it. */
bool sp_fits_outside(const struct sp_fits *fits, size_t person);
/* Metres to the nearest area of the need; -1 when that is not known. */
int64_t sp_fits_metres(struct sp_fits *fits, size_t person);

/* What each ground adds to the score of the person at a place in the ranking,
 * and what there is to say of her place; values are to be freed. The first
 * `ordered` of ranked are in order. Returns how many there are. */
size_t sp_fits_told(const struct sp_fits *fits,
    const struct sp_candidate *ranked, size_t ordered, size_t at,
    struct sp_told told[SP_GROUNDS + 1]);
/* The same in one short text, to free. */
char *sp_fits_reasons(const struct sp_fits *fits,
    const struct sp_candidate *candidate, const char *lang);

#endif
