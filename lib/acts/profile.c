/* profile - rules of one row, and of the sums of an area */
#include "acts/profile.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "records/profiles.h"
#include "sp/bits.h"
#include "sp/mem.h"

enum { WHOLE = 100 };

struct sp_profile {
	const struct sp_kind *kind;
	struct sp_store *store;
	const struct sp_session *session;
	struct sp_bits met; /* ids of areas */
	int64_t *areas;	    /* the same, in the order in which they came */
	size_t n, room;
};

struct sp_profile *
sp_profile_open(struct sp_store *store, const struct sp_kind *kind,
    const struct sp_session *session)
{
	struct sp_profile *profile;

	if (strcmp(kind->naam, "gebiedsprofiel") != 0)
		return NULL;
	profile = sp_alloc(1, sizeof(*profile));
	profile->kind = kind;
	profile->store = store;
	profile->session = session;
	return profile;
}

void
sp_profile_close(struct sp_profile *profile)
{
	if (profile == NULL)
		return;
	sp_bits_free(&profile->met);
	free(profile->areas);
	free(profile);
}

static int
column(const struct sp_profile *profile, const char *naam)
{
	return sp_column_named(profile->kind->columns, profile->kind->n, naam);
}

static const char *
called(const struct sp_profile *profile, const char *naam)
{
	return sp_column_name(&profile->kind->columns[column(profile, naam)],
	    profile->session->lang);
}

static void
meet(struct sp_profile *profile, int64_t area)
{
	if (sp_bits_has(&profile->met, area))
		return;
	sp_bits_add(&profile->met, area);
	if (profile->n == profile->room) {
		profile->room = 2 * profile->room + 16;
		profile->areas = sp_grow(profile->areas, profile->room,
		    sizeof(*profile->areas));
	}
	profile->areas[profile->n++] = area;
}

int
sp_profile_check(struct sp_profile *profile, const struct sp_value *whole,
    struct sp_error *err)
{
	const struct sp_value *count = &whole[column(profile, "aantal")];
	const struct sp_value *share = &whole[column(profile, "aandeel")];

	if (!sp_value_given(count) && !sp_value_given(share))
		return sp_fail(err, SP_INPUT,
		    _("%s: is missing, and %s too; give one of them"),
		    called(profile, "aantal"), called(profile, "aandeel"));
	if (!sp_value_given(share))
		return 0;
	if (share->r < 0 || share->r > WHOLE)
		return sp_fail(err, SP_INPUT, _("%s: is not from 0 to %d"),
		    called(profile, "aandeel"), WHOLE);
	meet(profile, whole[column(profile, "gebied")].i);
	return 0;
}

/* The first of those that are too much, and how many there are. */
struct over {
	int64_t area, year;
	struct sp_text characteristic;
	double sum;
	size_t n;
};

static int
look_up(const struct sp_profile *profile, struct sp_query *query,
    struct over *over, struct sp_error *err)
{
	int got = 0;

	for (size_t i = 0; i < profile->n && got == 0; i++) {
		sp_query_reset(query);
		sp_query_bind_int(query, 1, profile->areas[i]);
		while ((got = sp_query_step(query, err)) > 0) {
			const char *name = sp_query_text(query, 1);
			if (!sp_profiles_divides(name) || over->n++ > 0)
				continue;
			over->area = profile->areas[i];
			over->year = sp_query_int(query, 0);
			over->sum = sp_query_value(query, 2).r;
			sp_text_add(&over->characteristic, name);
		}
	}
	return got;
}

static void
tell(const struct sp_profile *profile, const struct over *over,
    struct sp_text *note)
{
	const struct sp_column *share =
	    &profile->kind->columns[column(profile, "aandeel")];
	struct sp_value tenths = sp_real_value(round(over->sum * 10) / 10);
	struct sp_text sum = { 0 };

	sp_cell_format(&sum, share, &tenths, "nl");
	sp_text_addf(note,
	    _("shares that add up to more than %d: %zu, the first: %s of "
	      "gebied "
	      "%lld in %lld, %s; what overlaps is no part of the same %s"),
	    WHOLE, over->n, over->characteristic.s, (long long)over->area,
	    (long long)over->year, sum.s, called(profile, "kenmerk"));
	sp_text_free(&sum);
}

int
sp_profile_sums(struct sp_profile *profile, struct sp_text *note,
    struct sp_error *err)
{
	struct over over = { 0 };
	struct sp_query *query;
	int bad;

	if (profile == NULL || profile->n == 0)
		return 0;
	query = sp_profiles_over(profile->store, err);
	if (query == NULL)
		return -1;
	bad = look_up(profile, query, &over, err);
	if (!bad && over.n > 0)
		tell(profile, &over, note);
	sp_query_close(query);
	sp_text_free(&over.characteristic);
	return bad;
}
