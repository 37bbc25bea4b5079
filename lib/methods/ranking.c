/* ranking - how far grounds are met, scores, and tickets between equals */
#include "sp/ranking.h"

#include <stdlib.h>
#include <string.h>

#include "sp/error.h"
#include "sp/ticket.h"

const struct sp_ground_row sp_grounds[SP_GROUNDS] = {
	[SP_GROUND_AREA] = { "gebied", "area", "gewicht_gebied" },
	[SP_GROUND_DOMAIN] = { "domein", "domain", "gewicht_domein" },
	[SP_GROUND_LANGUAGE] = { "taal", "language", "gewicht_taal" },
	[SP_GROUND_ROLE] = { "rol", "role", "gewicht_rol" },
	[SP_GROUND_GROUP] = { "doelgroep", "target_group",
	    "gewicht_doelgroep" },
	[SP_GROUND_ROOTS] = { "geworteld", "rooted", "gewicht_geworteld" },
	[SP_GROUND_LOAD] = { "belasting", "load", "gewicht_belasting" },
	[SP_GROUND_REST] = { "rust", "rest", "gewicht_rust" },
	[SP_GROUND_SUCCESS] = { "gelukt", "succeeded", "gewicht_gelukt" },
	[SP_GROUND_OPEN] = { "openheid", "openness", "gewicht_openheid" },
};

static const struct {
	int met;
	const char *name;
} circles[] = {
	{ 1000, N_("in the area") },
	{ 600, N_("next to it, or around it") },
	{ 400, N_("in the same district") },
	{ 300, N_("two areas away") },
	{ SP_AREA_UNKNOWN, N_("not known") },
	{ 0, N_("elsewhere") },
};

const char *
sp_circle_name(int met)
{
	size_t i = 0;

	while (circles[i].met > met)
		i++;
	return _(circles[i].name);
}

/* 1000 x (e - e^u) / (e - 1), u in hundredths */
static const int16_t balance[101] = {
	1000,
	994,
	988,
	982,
	976,
	970,
	964,
	958,
	952,
	945,
	939,
	932,
	926,
	919,
	913,
	906,
	899,
	892,
	885,
	878,
	871,
	864,
	857,
	850,
	842,
	835,
	827,
	820,
	812,
	804,
	796,
	788,
	781,
	772,
	764,
	756,
	748,
	739,
	731,
	722,
	714,
	705,
	696,
	687,
	678,
	669,
	660,
	651,
	641,
	632,
	622,
	613,
	603,
	593,
	583,
	573,
	563,
	553,
	543,
	532,
	522,
	511,
	500,
	489,
	478,
	467,
	456,
	445,
	433,
	422,
	410,
	398,
	386,
	374,
	362,
	350,
	338,
	325,
	312,
	300,
	287,
	274,
	261,
	247,
	234,
	220,
	207,
	193,
	179,
	165,
	151,
	136,
	122,
	107,
	92,
	77,
	62,
	47,
	31,
	16,
	0,
};

int
sp_met_load(int asks, int most)
{
	int64_t hundredths = (int64_t)asks * 100 / most;

	return balance[hundredths < 100 ? hundredths : 100];
}

int
sp_met_rest(int32_t days)
{
	if (days >= SP_REST_DAYS)
		return 1000;
	return days < 0 ? 0 : 1000 * days / SP_REST_DAYS;
}

int
sp_met_roots(int years, int networks)
{
	int met = (years < 0	   ? SP_NEUTRAL
		      : years < 10 ? 100 * years
				   : 1000) +
		  250 * (networks < 4 ? networks : 4);

	return met < 1000 ? met : 1000;
}

int
sp_met_success(int succeeded, int failed)
{
	return (int)(1000 * ((int64_t)succeeded + 1) /
		     ((int64_t)succeeded + failed + 2));
}

int
sp_contribution(int weight, int met)
{
	return met == SP_NOT_ASKED ? 0 : weight * met / 1000;
}

void
sp_contributions(struct sp_text *out, const struct sp_candidate *candidate,
    const int weights[SP_GROUNDS], const char *lang)
{
	bool english = strcmp(lang, "en") == 0;

	for (int g = 0; g < SP_GROUNDS; g++) {
		int adds = sp_contribution(weights[g], candidate->met[g]);
		if (adds > 0)
			sp_text_addf(out, "%s%s %d",
			    out->length > 0 ? ", " : "",
			    english ? sp_grounds[g].name : sp_grounds[g].naam,
			    adds);
	}
}

/* What is left after rounding down, one by one to the largest rests. */
static void
share_rest(const int64_t rests[SP_GROUNDS], int left, int weights[SP_GROUNDS])
{
	bool given[SP_GROUNDS] = { false };

	for (; left > 0; left--) {
		int to = -1;
		for (int g = 0; g < SP_GROUNDS; g++)
			if (!given[g] && rests[g] > 0 &&
			    (to < 0 || rests[g] > rests[to]))
				to = g;
		if (to < 0)
			return;
		given[to] = true;
		weights[to]++;
	}
}

void
sp_weights(const int given[SP_GROUNDS], const int16_t met[SP_GROUNDS],
    int weights[SP_GROUNDS])
{
	int64_t all = 0, rests[SP_GROUNDS] = { 0 };
	int left = SP_HIGHEST;

	for (int g = 0; g < SP_GROUNDS; g++)
		if (met[g] != SP_NOT_ASKED)
			all += given[g];
	for (int g = 0; g < SP_GROUNDS; g++) {
		int64_t part = met[g] == SP_NOT_ASKED || all == 0
				   ? 0
				   : (int64_t)given[g] * SP_HIGHEST;
		weights[g] = all == 0 ? 0 : (int)(part / all);
		rests[g] = all == 0 ? 0 : part % all;
		left -= weights[g];
	}
	share_rest(rests, left, weights);
}

static int
score(const struct sp_candidate *candidate, const int weights[SP_GROUNDS])
{
	int sum = 0;

	for (int g = 0; g < SP_GROUNDS; g++)
		sum += sp_contribution(weights[g], candidate->met[g]);
	return sum;
}

/* The score that so many reach, and no more than need be. */
static int
bar(const struct sp_candidate *candidates, size_t n, size_t best)
{
	size_t reached[SP_HIGHEST + 1] = { 0 }, above = 0;
	int at = SP_HIGHEST;

	for (size_t i = 0; i < n; i++)
		reached[candidates[i].score]++;
	while (at > 0 && (above += reached[at]) < best)
		at--;
	return at;
}

static void
swap(struct sp_candidate *a, struct sp_candidate *b)
{
	struct sp_candidate kept = *a;

	*a = *b;
	*b = kept;
}

static void
draw_tickets(struct sp_candidate *candidates, size_t n, const char *day)
{
	for (size_t i = 0; i < n; i++) {
		if (candidates[i].drawn)
			continue;
		candidates[i].drawn = true;
		sp_ticket("sp-rank/1", day, candidates[i].uuid,
		    candidates[i].ticket);
	}
}

/* Without tickets: 0 for equals. */
static int
compare_plain(const void *left, const void *right)
{
	const struct sp_candidate *a = left, *b = right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if (a->load != b->load)
		return a->load < b->load ? -1 : 1;
	if (a->roots != b->roots)
		return a->roots > b->roots ? -1 : 1;
	if (a->rested != b->rested)
		return a->rested > b->rested ? -1 : 1;
	return 0;
}

static int
compare(const void *left, const void *right)
{
	const struct sp_candidate *a = left, *b = right;
	int plain = compare_plain(a, b);

	return plain != 0 ? plain
			  : memcmp(a->ticket, b->ticket, sizeof(a->ticket));
}

/* Puts the first `best` of n, 1 or more, before the others, the last of them
 * at its place. Source: Hoare, Algorithm 65 (Find), CACM 4, 1961. */
static void
select_best(struct sp_candidate *candidates, size_t n, size_t best,
    int (*order)(const void *left, const void *right))
{
	ptrdiff_t from = 0, to = (ptrdiff_t)n - 1, at = (ptrdiff_t)best - 1;

	while (from < to) {
		struct sp_candidate middle = candidates[at];
		ptrdiff_t i = from, j = to;
		do {
			while (order(&candidates[i], &middle) < 0)
				i++;
			while (order(&middle, &candidates[j]) < 0)
				j--;
			if (i <= j)
				swap(&candidates[i++], &candidates[j--]);
		} while (i <= j);
		if (j < at)
			from = i;
		if (at < i)
			to = j;
	}
}

/* Brings forward those who differ from the last of the best by their ticket
 * alone; a ticket costs more than all else. Returns how many may be best. */
static size_t
gather_equals(struct sp_candidate *candidates, size_t n, size_t best)
{
	size_t kept = best;

	select_best(candidates, n, best, compare_plain);
	for (size_t i = best; i < n; i++)
		if (compare_plain(&candidates[best - 1], &candidates[i]) == 0)
			swap(&candidates[kept++], &candidates[i]);
	return kept;
}

size_t
sp_rank(struct sp_candidate *candidates, size_t n, size_t best,
    const int weights[SP_GROUNDS], const char *day)
{
	size_t kept = 0;
	int least;

	for (size_t i = 0; i < n; i++)
		candidates[i].score = score(&candidates[i], weights);
	if (best > n)
		best = n;
	if (best == 0)
		return 0;
	least = best < n ? bar(candidates, n, best) : 0;
	for (size_t i = 0; i < n; i++)
		if (candidates[i].score >= least)
			swap(&candidates[kept++], &candidates[i]);
	kept = gather_equals(candidates, kept, best);
	draw_tickets(candidates, kept, day);
	select_best(candidates, kept, best, compare);
	qsort(candidates, best, sizeof(*candidates), compare);
	return best;
}

size_t
sp_rank_with_load(const struct sp_candidate *candidates, size_t at, int load,
    int met, const int weights[SP_GROUNDS])
{
	struct sp_candidate other = candidates[at];
	size_t from = 0, to = at;

	other.load = load;
	other.met[SP_GROUND_LOAD] = (int16_t)met;
	other.score = score(&other, weights);
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (compare(&candidates[middle], &other) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}
