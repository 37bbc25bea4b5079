/* find - from a need to a ranked list, and why the others are not on it */
#include "sp/find.h"

#include <stdlib.h>
#include <string.h>

#include "acts/fit.h"
#include "acts/need.h"
#include "acts/partners.h"
#include "acts/pool.h"
#include "sp/mem.h"

static const char *const kinds[] = { "initiatief", "organisatie" };

struct sp_finding {
	struct sp_store *store;
	const struct sp_session *session;
	struct sp_references *references;
	struct sp_pool *pool; /* NULL: nothing was asked yet */
	struct sp_fits *fits;
	struct sp_partners *partners[2];
	struct sp_need need;

	/* of the need at hand */
	struct sp_candidate *candidates;
	size_t n;
};

struct sp_finding *
sp_find_open(struct sp_store *store, const struct sp_session *session)
{
	struct sp_finding *finding = sp_alloc(1, sizeof(*finding));

	finding->store = store;
	finding->session = session;
	finding->references = sp_references_open(store, session->lang);
	return finding;
}

void
sp_find_close(struct sp_finding *finding)
{
	if (finding == NULL)
		return;
	sp_need_free(&finding->need);
	sp_fits_close(finding->fits);
	sp_pool_close(finding->pool);
	for (int k = 0; k < 2; k++)
		sp_partners_close(finding->partners[k]);
	sp_references_close(finding->references);
	free(finding->candidates);
	free(finding);
}

static int
take_need(struct sp_finding *finding, const struct sp_value *row,
    const struct sp_pair *pairs, size_t n, struct sp_error *err)
{
	struct sp_need *need = &finding->need;

	sp_need_free(need);
	if (row != NULL &&
	    sp_need_take_row(need, finding->references, row, err) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (sp_need_take_pair(need, finding->references,
			finding->session, &pairs[i], err) != 0)
			return -1;
	return sp_need_complete(need, finding->store, finding->session, err);
}

static int
read_pool(struct sp_finding *finding, struct sp_error *err)
{
	if (finding->pool != NULL)
		return 0;
	finding->pool = sp_pool_open(finding->store, finding->session, err);
	if (finding->pool == NULL)
		return -1;
	finding->fits = sp_fits_open(finding->pool, finding->store, err);
	if (finding->fits == NULL)
		return -1;
	finding->candidates =
	    sp_alloc(finding->pool->n, sizeof(*finding->candidates));
	return 0;
}

static void
take_in(struct sp_finding *finding)
{
	const uint32_t *persons;
	size_t n = sp_fits_persons(finding->fits, &persons);

	finding->n = 0;
	for (size_t i = 0; i < n; i++)
		if (sp_fits_person(finding->fits, persons[i],
			&finding->candidates[finding->n]) == SP_FITS)
			finding->n++;
}

static void
leave_out(struct sp_finding *finding, struct sp_found *found)
{
	size_t n = finding->pool->n;
	struct sp_candidate candidate;

	found->left_out = sp_alloc(n, sizeof(*found->left_out));
	for (size_t i = 0; i < n; i++) {
		enum sp_hindrance hindrance =
		    sp_fits_person(finding->fits, i, &candidate);
		if (hindrance == SP_FITS)
			continue;
		found->left_out[found->left_out_n++] =
		    (struct sp_left_out){ finding->pool->persons[i].id,
			    sp_fits_why(finding->fits, i, hindrance) };
	}
}

static void
show(struct sp_finding *finding, size_t ordered, size_t at, bool explain,
    struct sp_shown *shown)
{
	size_t person = finding->candidates[at].person;

	shown->id = finding->pool->persons[person].id;
	shown->score = finding->candidates[at].score;
	shown->metres = sp_fits_metres(finding->fits, person);
	shown->reasons = sp_fits_reasons(finding->fits,
	    &finding->candidates[at], finding->session->lang);
	if (explain)
		shown->told_n = sp_fits_told(finding->fits, finding->candidates,
		    ordered, at, shown->told);
}

/* How many are shown, at most. */
static size_t
how_many(const struct sp_need *need, const struct sp_find_how *how)
{
	if (how->best > 0)
		return how->best;
	if (strcmp(how->kind, "persoon") == 0 &&
	    sp_need_asks(need, SP_NEED_PERSONS))
		return (size_t)need->value[SP_NEED_PERSONS].i;
	return SP_FIND_USUAL;
}

/* Puts the best in order, and one more, to tell how far ahead they are. */
static void
rank(struct sp_finding *finding, const struct sp_find_how *how,
    struct sp_found *found)
{
	size_t best = how_many(&finding->need, how);
	size_t n = finding->n < best ? finding->n : best;
	size_t ordered =
	    sp_rank(finding->candidates, finding->n, n < finding->n ? n + 1 : n,
		sp_fits_weights(finding->fits), finding->session->today);

	found->shown = sp_alloc(n, sizeof(*found->shown));
	found->shown_n = n;
	for (size_t i = 0; i < n; i++) {
		show(finding, ordered, i, how->explain, &found->shown[i]);
		found->placed |= found->shown[i].metres >= 0;
	}
}

static int
rank_partners(struct sp_finding *finding, int kind,
    const struct sp_candidate **ranked, size_t *n, struct sp_error *err)
{
	if (finding->partners[kind] == NULL)
		finding->partners[kind] = sp_partners_open(finding->store,
		    kinds[kind], finding->session, err);
	if (finding->partners[kind] == NULL)
		return -1;
	return sp_partners_need(finding->partners[kind], &finding->need,
	    sp_fits_given(finding->fits), ranked, n, err);
}

/* What there is already, before something is asked. */
static int
look_first(struct sp_finding *finding, struct sp_found *found,
    struct sp_error *err)
{
	const struct sp_candidate *ranked;
	size_t n;

	if (!sp_need_asks(&finding->need, SP_NEED_DOMAIN) ||
	    sp_need_asks(&finding->need, SP_NEED_VACANCY))
		return 0;
	for (int k = 0; k < 2; k++) {
		struct sp_first *first = &found->first[k];
		if (rank_partners(finding, k, &ranked, &n, err) != 0)
			return -1;
		first->kind = kinds[k];
		for (size_t i = 0; i < n; i++) {
			const struct sp_partners *partners =
			    finding->partners[k];
			if (sp_partners_own(partners, ranked[i].person))
				continue;
			if (first->n < SP_FIRST_NAMED)
				first->best[first->n] =
				    sp_partners_id(partners, ranked[i].person);
			first->n++;
		}
	}
	return 0;
}

static int
show_partners(struct sp_finding *finding, int k, const struct sp_find_how *how,
    struct sp_found *found, struct sp_error *err)
{
	size_t best = how_many(&finding->need, how);
	const struct sp_candidate *ranked;

	if (rank_partners(finding, k, &ranked, &found->fit, err) != 0)
		return -1;
	found->shown_n = found->fit < best ? found->fit : best;
	found->shown = sp_alloc(found->shown_n, sizeof(*found->shown));
	for (size_t i = 0; i < found->shown_n; i++) {
		const struct sp_partners *partners = finding->partners[k];
		struct sp_shown *shown = &found->shown[i];
		struct sp_text reasons = { 0 };
		sp_text_clear(&reasons);
		sp_contributions(&reasons, &ranked[i],
		    sp_partners_weights(partners), finding->session->lang);
		*shown = (struct sp_shown){ .id = sp_partners_id(partners,
						ranked[i].person),
			.score = ranked[i].score,
			.metres = -1,
			.reasons = reasons.s };
		if (how->explain)
			shown->told_n =
			    sp_partners_told(partners, &ranked[i], shown->told);
	}
	return 0;
}

static int
find_persons(struct sp_finding *finding, const struct sp_find_how *how,
    struct sp_found *found, struct sp_error *err)
{
	if (sp_fits_need(finding->fits, &finding->need, err) != 0 ||
	    look_first(finding, found, err) != 0)
		return -1;
	if (how->why_not) {
		leave_out(finding, found);
		found->fit = finding->pool->n - found->left_out_n;
		return 0;
	}
	take_in(finding);
	found->fit = finding->n;
	rank(finding, how, found);
	return 0;
}

int
sp_find(struct sp_finding *finding, const struct sp_value *row,
    const struct sp_pair *pairs, size_t n, const struct sp_find_how *how,
    struct sp_found *found, struct sp_error *err)
{
	const struct sp_value *value = finding->need.value;

	*found = (struct sp_found){ .kind = how->kind };
	if (take_need(finding, row, pairs, n, err) != 0 ||
	    read_pool(finding, err) != 0)
		return -1;
	if (sp_need_asks(&finding->need, SP_NEED_SIGNAL))
		found->signal = value[SP_NEED_SIGNAL].i;
	if (sp_need_asks(&finding->need, SP_NEED_VACANCY))
		found->vacancy = value[SP_NEED_VACANCY].i;
	for (int k = 0; k < 2; k++)
		if (strcmp(how->kind, kinds[k]) == 0)
			return show_partners(finding, k, how, found, err);
	return find_persons(finding, how, found, err);
}

void
sp_found_free(struct sp_found *found)
{
	for (size_t i = 0; i < found->shown_n; i++) {
		free(found->shown[i].reasons);
		for (size_t t = 0; t < found->shown[i].told_n; t++)
			free(found->shown[i].told[t].value);
	}
	for (size_t i = 0; i < found->left_out_n; i++)
		free(found->left_out[i].why);
	free(found->shown);
	free(found->left_out);
	*found = (struct sp_found){ 0 };
}
