/* clocks - the default terms, and which term holds */
#include "sp/clocks.h"

#include <string.h>

#include "sp/words.h"
#include "sp/workdays.h"

const struct sp_clock_default sp_clock_defaults[SP_CLOCKS] = {
	[SP_CLOCK_ACKNOWLEDGE] = { "bevestigen", 2, true },
	[SP_CLOCK_ROUTE] = { "routeren", 3, true },
	[SP_CLOCK_ACCEPT] = { "aannemen", 5, true },
	[SP_CLOCK_CARRY_OUT] = { "uitvoeren", 14, false },
	[SP_CLOCK_HANDLE] = { "afhandelen", 10, true },
	[SP_CLOCK_PROGRESS] = { "bericht", 15, true },
	[SP_CLOCK_REACTION] = { "reactie", 5, false },
	[SP_CLOCK_TELL] = { "terugkoppelen", 7, false },
	[SP_CLOCK_JUDGE] = { "oordeel", 14, false },
	[SP_CLOCK_CHECK] = { "nakijken", 28, false },
};

int
sp_clock_find(const char *code)
{
	for (int i = 0; i < SP_CLOCKS; i++)
		if (strcmp(sp_clock_defaults[i].code, code) == 0)
			return i;
	return -1;
}

/* The newest term of just this domain that was valid on the day. */
static const struct sp_term *
newest(enum sp_clock clock, const struct sp_term *terms, size_t n,
    const char *domain, size_t length, const char *reported)
{
	const struct sp_term *found = NULL;

	for (size_t i = 0; i < n; i++) {
		const struct sp_term *t = &terms[i];
		const char *from = t->from == NULL ? "" : t->from;
		const char *best =
		    found == NULL || found->from == NULL ? "" : found->from;
		bool same = t->domain == NULL
				? domain == NULL
				: domain != NULL &&
				      strlen(t->domain) == length &&
				      memcmp(t->domain, domain, length) == 0;
		if (t->clock == clock && same && strcmp(from, reported) <= 0 &&
		    (found == NULL || strcmp(from, best) >= 0))
			found = t;
	}
	return found;
}

struct ending {
	enum sp_clock clock;
	const struct sp_term *terms;
	size_t n;
	const char *reported;
	int times;
	bool lustrum, any;
	long start, first;
	int days; /* of the term that ends first */
	bool working;
};

/* With the term of one domain, or of none. */
static void
take_domain(void *context, const char *word, size_t length)
{
	struct ending *ending = context;
	const struct sp_clock_default *other =
	    &sp_clock_defaults[ending->clock];
	const struct sp_term *term = newest(ending->clock, ending->terms,
	    ending->n, word, length, ending->reported);
	int days;
	bool working;
	long end;

	if (term == NULL)
		term = newest(ending->clock, ending->terms, ending->n, NULL, 0,
		    ending->reported);
	days = term == NULL ? other->days : term->days;
	working = term == NULL ? other->working : term->working;
	end = sp_deadline(ending->start, (long)ending->times * days, working,
	    ending->lustrum);
	if (ending->any && end >= ending->first)
		return;
	ending->any = true;
	ending->first = end;
	ending->days = days;
	ending->working = working;
}

static void
choose(struct ending *ending, const char *domains, const char *start)
{
	sp_date_parse(start, &ending->start);
	if (sp_list_words(domains, false, take_domain, ending) == 0)
		take_domain(ending, NULL, 0);
}

void
sp_clock_end(enum sp_clock clock, const struct sp_term *terms, size_t n,
    const char *domains, const char *reported, const char *start, int times,
    bool lustrum, char end[SP_DATE_SIZE])
{
	struct ending ending = { .clock = clock,
		.terms = terms,
		.n = n,
		.reported = reported,
		.times = times,
		.lustrum = lustrum };

	choose(&ending, domains, start);
	sp_date_format(ending.first, end);
}

void
sp_clock_late(enum sp_clock clock, const struct sp_term *terms, size_t n,
    const char *domains, const char *reported, const char *end,
    const char *today, bool lustrum, struct sp_lateness *late)
{
	struct ending ending = { .clock = clock,
		.terms = terms,
		.n = n,
		.reported = reported,
		.times = 1,
		.lustrum = lustrum };
	long last = 0, now = 0;

	choose(&ending, domains, reported);
	sp_date_parse(end, &last);
	sp_date_parse(today, &now);
	late->days =
	    ending.working ? sp_working_days(last, now, lustrum) : now - last;
	late->thrice =
	    now > sp_deadline(last, 2L * ending.days, ending.working, lustrum);
}

void
sp_day_late(const char *start, const char *end, const char *today,
    struct sp_lateness *late)
{
	long first = 0, last = 0, now = 0;

	sp_date_parse(start, &first);
	sp_date_parse(end, &last);
	sp_date_parse(today, &now);
	late->days = now - last;
	late->thrice = now > first + 3 * (last - first);
}
