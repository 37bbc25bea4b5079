/* routing - the first rule that fits, against every rule tried one by one */
#include "sp/routing.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "tap.h"

enum { RULES = 12, AREAS = 3, ROUNDS = 200000 };

static uint64_t state = 20260305;

/* Source: Vigna's splitmix64, public domain. */
static unsigned
below(unsigned n)
{
	uint64_t z = (state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (unsigned)((z ^ (z >> 31)) % n);
}

static const char *const types[] = { "zorg", "klacht", "vraag" };
static const char *const channels[] = { "gesprek", "mail" };
static const char *const domains[] = { "energie", "zorg", "energiebox" };
static const char *const days[] = { "2025-12-31", "2026-01-01", "2026-03-05",
	"2026-03-06" };

/* One of several, or none. */
static const char *
any(const char *const *texts, unsigned n)
{
	unsigned i = below(n + 2);

	return i < n ? texts[i] : NULL;
}

/* A signal as numbers, so that trying needs no text. */
struct made {
	struct sp_route_signal signal;
	int64_t areas[AREAS];
	char list[64];
	bool has[3]; /* which domains */
};

static void
make_signal(struct made *made)
{
	memset(made, 0, sizeof(*made));
	for (int i = 0; i < 3; i++) {
		made->has[i] = below(3) == 0;
		if (!made->has[i])
			continue;
		if (made->list[0] != '\0')
			strncat(made->list, "|", 2);
		strncat(made->list, domains[i], 12);
	}
	made->signal = (struct sp_route_signal){ .type = types[below(3)],
		.domains = made->list[0] == '\0' ? NULL : made->list,
		.channel = any(channels, 2),
		.reported = days[below(4)],
		.areas = made->areas,
		.areas_n = below(AREAS + 1) };
	for (int i = 0; i < AREAS; i++)
		made->areas[i] = 1 + below(5);
}

static void
make_rule(struct sp_route_rule *rule, int order)
{
	*rule = (struct sp_route_rule){ .id = 100 + order,
		.order = order,
		.type = any(types, 3),
		.domain = any(domains, 3),
		.channel = any(channels, 2),
		.area = below(2) ? 0 : 1 + below(5),
		.from = below(2) ? NULL : days[below(4)],
		.until = below(2) ? NULL : days[below(4)],
		.org = 1 };
}

/* Pointers stand for what they point to: one constant each. */
static bool
holds(const struct sp_route_rule *rule, const struct made *made)
{
	bool there = rule->area == 0, known = rule->domain == NULL;
	const struct sp_route_signal *signal = &made->signal;
	int day = 0, from = 0, until = 3;

	for (size_t i = 0; i < signal->areas_n; i++)
		there |= made->areas[i] == rule->area;
	for (int i = 0; i < 3; i++)
		known |= made->has[i] && rule->domain == domains[i];
	for (int i = 0; i < 4; i++) {
		day = signal->reported == days[i] ? i : day;
		from = rule->from == days[i] ? i : from;
		until = rule->until == days[i] ? i : until;
	}
	return there && known && day >= from && day <= until &&
	       (rule->type == NULL || rule->type == signal->type) &&
	       (rule->channel == NULL || rule->channel == signal->channel);
}

static void
every(void)
{
	struct sp_route_rule rules[RULES];
	struct made made;
	int wrong = 0, routed = 0, later = 0;

	for (int round = 0; round < ROUNDS; round++) {
		const struct sp_route_rule *first = NULL, *got;
		size_t n = below(RULES + 1);
		for (size_t i = 0; i < n; i++)
			make_rule(&rules[i], (int)i);
		make_signal(&made);
		for (size_t i = n; i > 0; i--)
			if (holds(&rules[i - 1], &made))
				first = &rules[i - 1];
		got = sp_route(rules, n, &made.signal);
		wrong += got != first;
		routed += got != NULL;
		later += got != NULL && got->order > 2;
	}
	ok(wrong == 0, "%d signals go where the first rule that fits says",
	    ROUNDS);
	ok(routed > ROUNDS / 10 && routed < ROUNDS && later > 1000,
	    "some by a late rule, some by none");
}

int
main(void)
{
	static const int64_t places[] = { 7, 3 };
	const struct sp_route_signal signal = { "zorg", "energie|sport", "mail",
		"2026-03-05", places, 2 };
	struct sp_route_rule rules[3] = {
		{ .id = 1, .order = 10, .domain = "energie", .area = 4 },
		{ .id = 2, .order = 20, .domain = "sport", .area = 3 },
		{ .id = 3, .order = 30 },
	};

	ok(sp_route(rules, 3, &signal) == &rules[1],
	    "any of its domains, and an area it lies in");
	rules[1].until = "2026-03-04";
	ok(sp_route(rules, 3, &signal) == &rules[2], "not after its last day");
	ok(sp_route(rules, 2, &signal) == NULL, "none fits");
	ok(sp_route(NULL, 0, &signal) == NULL, "no rules");
	every();
	return done();
}
