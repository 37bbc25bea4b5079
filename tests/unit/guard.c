/* guard - limits one by one; with arguments, the loads and limits of a store */
#include "sp/guard.h"

#include <stdlib.h>
#include <string.h>

#include "acts/loads.h"
#include "acts/pool.h"
#include "records/asks.h"
#include "sp/date.h"
#include "tap.h"

static const struct sp_guard_rules rules = { 4, 2, false };
static const struct sp_guarded fit = { "actief", NULL, NULL,
	SP_APPROACH_UNKNOWN, SP_NO_DAY, -1 };

static struct sp_asking
asking(const char *day, int hours)
{
	return (struct sp_asking){ { sp_date_day(day), sp_date_day(day) }, true,
		hours, false, false, false };
}

/* "": nothing in the way. */
static bool
says(const struct sp_guard_rules *r, const struct sp_guarded *p,
    const struct sp_asking *a, const struct sp_load *l, const char *expected)
{
	struct sp_text text = { 0 };
	struct sp_hit hit;
	bool good;

	sp_text_add(&text, "");
	if (sp_guard(r, p, a, l, &hit))
		sp_hit_say(&hit, &text);
	good = strcmp(text.s == NULL ? "" : text.s, expected) == 0;
	if (!good)
		printf("# %s\n", text.s);
	sp_text_free(&text);
	return good;
}

/* What she says of herself, a limit a line. */
static void
persons(void)
{
	static const struct {
		struct sp_guarded person;
		const char *sentence;
	} cases[] = {
		{ { "actief", NULL, NULL, 0, SP_NO_DAY, -1 }, "" },
		{ { "gestopt", "te_veel", NULL, SP_APPROACH_ENDED, SP_NO_DAY,
		      -1 },
		    "has stopped" },
		{ { "pauze", NULL, NULL, SP_APPROACH_ENDED, SP_NO_DAY, -1 },
		    "consent ended or withdrawn" },
		{ { "pauze", "te_veel", NULL, 0, SP_NO_DAY, -1 },
		    "status pauze" },
		{ { "kandidaat", NULL, NULL, 0, SP_NO_DAY, -1 },
		    "status kandidaat" },
		{ { NULL, NULL, NULL, 0, SP_NO_DAY, -1 }, "status " },
		{ { "actief", "te_veel", NULL, 0, 20600, -1 },
		    "says it is too much now" },
		{ { "actief", "alleen_bestaand", NULL, 0, 20600, -1 },
		    "takes nothing new now" },
		{ { "actief", "ruimte", "", 0, SP_NO_DAY, -1 }, "" },
		{ { "actief", NULL, NULL, 0, 20517, -1 }, "" },
		{ { "actief", NULL, "ma", 0, 20518, -1 },
		    "not before 2026-03-06" },
		{ { "actief", NULL, "ma|wo", 0, SP_NO_DAY, 0 },
		    "can on ma, wo, not on do" },
		{ { "actief", NULL, "ma|do", 0, SP_NO_DAY, 200 }, "" },
		{ { "actief", NULL, NULL, 0, SP_NO_DAY, 199 },
		    "0 of 1.99 hours are taken that week, and this is 2 more" },
		{ { "actief", NULL, "ma|di|wo|vr|za|zo", 0, SP_NO_DAY, 0 },
		    "can on ma, di, wo, vr, za, zo, not on do" },
	};
	struct sp_asking a = asking("2026-03-05", 200);

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ok(says(&rules, &cases[i].person, &a, &sp_no_load,
		       cases[i].sentence),
		    "a person: %s", cases[i].sentence);
}

/* What she carries. */
static void
loads(void)
{
	static const struct {
		int asks;
		int hours, contract;
		const char *before, *after, *sentence;
	} cases[] = {
		{ 3, 0, -1, NULL, NULL, "" },
		{ 4, 0, -1, NULL, NULL, "4 asks in 30 days (max 4)" },
		{ 6, 0, -1, "2026-03-04", NULL, "6 asks in 30 days (max 4)" },
		{ 0, 0, -1, "2026-03-02", "2026-03-08", "" },
		{ 0, 0, -1, "2026-03-03", NULL,
		    "works on 2026-03-03; days of rest around it: 2" },
		{ 0, 0, -1, NULL, "2026-03-07",
		    "works on 2026-03-07; days of rest around it: 2" },
		{ 0, 600, -1, NULL, NULL, "" },
		{ 0, 625, -1, NULL, NULL,
		    "6.25 of 8 hours are taken that week, and this is 2 more" },
		{ 0, 250, 450, NULL, NULL, "" },
		{ 0, 251, 450, NULL, NULL,
		    "2.51 of 4.5 hours of the contract are taken that week, "
		    "and this is 2 more" },
	};
	struct sp_guarded p = fit;
	struct sp_asking a = asking("2026-03-05", 200);

	p.capacity = 800;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct sp_load load = sp_no_load;
		load.asks = cases[i].asks;
		load.hours_week = cases[i].hours;
		load.contract = cases[i].contract;
		if (cases[i].before != NULL)
			load.before = sp_date_day(cases[i].before);
		if (cases[i].after != NULL)
			load.after = sp_date_day(cases[i].after);
		ok(says(&rules, &p, &a, &load, cases[i].sentence), "a load: %s",
		    cases[i].sentence);
	}
}

static void
edges(void)
{
	struct sp_guard_rules strict = { 1, 0, true };
	struct sp_guarded p = fit;
	struct sp_asking a = asking("2026-03-05", 0);
	struct sp_load load = sp_no_load;

	ok(says(&strict, &p, &a, &load, "no consent on record"),
	    "a ground is needed");
	p.approach = SP_APPROACH_GOOD;
	load.before = a.days.work - 1;
	load.after = a.days.work + 1;
	ok(says(&strict, &p, &a, &load, ""), "no rest is needed");
	a.heavy = true;
	ok(says(&strict, &p, &a, &load,
	       "0 asks in 30 days, and this one counts double (max 1)"),
	    "a heavy one is two");
	load.asks = 1;
	ok(says(&strict, &p, &a, &load, "1 ask in 30 days (max 1)"),
	    "one in the singular");
	a.heavy = false;
	load.asks = 0;
	p.capacity = 800;
	load.hours_week = 799;
	ok(says(&strict, &p, &a, &load, ""), "hours not known, and room");
	load.hours_week = 800;
	ok(says(&strict, &p, &a, &load, "8 of 8 hours are taken that week"),
	    "hours not known, and none left");
	p.capacity = -1;
	p.stand = "alleen_bestaand";
	a.existing = true;
	ok(says(&strict, &p, &a, &load, ""), "what she works for already");
	p.dagen = "ma";
	a.work_known = false;
	ok(says(&strict, &p, &a, &load, ""), "a day that was not named");
}

/* Who is left alone, whatever it is about. */
static void
rests(void)
{
	static const struct {
		struct sp_guarded person;
		bool needed, rests;
	} cases[] = {
		{ { "gestopt", "alleen_bestaand", "ma", 0, SP_NO_DAY, 0 },
		    false, false },
		{ { NULL, "te_veel", NULL, 0, SP_NO_DAY, -1 }, false, true },
		{ { NULL, NULL, NULL, 0, 20517, -1 }, false, false },
		{ { NULL, NULL, NULL, 0, 20518, -1 }, false, true },
		{ { NULL, NULL, NULL, SP_APPROACH_ENDED, SP_NO_DAY, -1 }, false,
		    true },
		{ { NULL, NULL, NULL, SP_APPROACH_UNKNOWN, SP_NO_DAY, -1 },
		    false, false },
		{ { NULL, NULL, NULL, SP_APPROACH_UNKNOWN, SP_NO_DAY, -1 },
		    true, true },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct sp_guard_rules none = { 0, 0, cases[i].needed };
		ok(sp_guard_rests(&none, &cases[i].person, 20517) ==
			cases[i].rests,
		    "rests: %zu", i);
	}
}

/* Work that is offered asks nothing of her. */
static void
offers(void)
{
	struct sp_load load = { 9, 900, 800, SP_NO_DAY, SP_NO_DAY };
	struct sp_asking a = asking("2026-03-05", 0);
	struct sp_guarded p = fit;

	a.offer = true;
	load.before = a.days.work - 1;
	p.status = "kandidaat";
	p.capacity = 800;
	ok(says(&rules, &p, &a, &load, ""), "an offer, whatever was asked");
	a.hours = 800;
	ok(says(&rules, &p, &a, &load, ""), "and its hours fit a week");
	a.hours = 801;
	ok(says(&rules, &p, &a, &load,
	       "0 of 8 hours are taken that week, and this is 8.01 more"),
	    "or are too many for any");
	p.status = "pauze";
	ok(says(&rules, &p, &a, &load, "status pauze"), "not in a pause");
}

static struct sp_taken
ask(const char *asked, const char *work, int hours, int weight)
{
	return (struct sp_taken){ SP_TAKEN_ASK, sp_date_day(asked),
		sp_date_day(work), hours, weight };
}

static void
days(void)
{
	struct sp_taken taken[] = {
		ask("2026-02-04", "2026-03-08", 100, 1), /* 29 days ago */
		ask("2026-02-03", "2026-03-09", 200, 2), /* 30 days ago */
		ask("2026-03-05", "2026-03-02", 300, 2), /* today */
		ask("2026-03-06", "2026-03-01", 400, 2), /* tomorrow */
		ask("2026-04-04", "2026-04-04", 400, 1), /* 30 days on */
	};
	struct sp_load_days d = { sp_date_day("2026-03-05"),
		sp_date_day("2026-03-05") };
	struct sp_load load;

	sp_load_of(&load, &d, taken, 3);
	ok(load.asks == 3, "asks of 30 days: %d", load.asks);
	ok(load.hours_week == 400, "hours from Monday to Sunday");
	ok(load.before == sp_date_day("2026-03-02") &&
		load.after == sp_date_day("2026-03-08"),
	    "the nearest days of work");
	sp_load_of(&load, &d, taken, 5);
	ok(load.asks == 4, "the 30 days to tomorrow are fuller: %d", load.asks);
	d.asked = sp_date_day("2026-02-03");
	sp_load_of(&load, &d, taken, 5);
	ok(load.asks == 3, "30 days later is another window: %d", load.asks);
}

static void
possible(void)
{
	struct sp_taken taken[4];
	struct sp_guarded p = fit;
	struct sp_asking a = asking("2026-03-05", 200);

	for (int i = 0; i < 4; i++)
		taken[i] = ask("2026-02-10", "2026-02-10", 800, 1);
	ok(sp_guard_possible(&rules, &p, &a, taken, 4, SP_LIMIT_ASKS) ==
		sp_date_day("2026-03-12"),
	    "thirty days after four asks");
	taken[0] = ask("2026-03-01", "2026-03-06", 700, 1);
	p.capacity = 800;
	ok(sp_guard_possible(&rules, &p, &a, taken, 1, SP_LIMIT_CAPACITY) ==
		sp_date_day("2026-03-09"),
	    "the week after");
	ok(sp_guard_possible(&rules, &p, &a, taken, 1, SP_LIMIT_REST) ==
		sp_date_day("2026-03-09"),
	    "after the days of rest");
	p.dagen = "do";
	ok(sp_guard_possible(&rules, &p, &a, taken, 1, SP_LIMIT_REST) ==
		sp_date_day("2026-03-12"),
	    "on a day of hers");
	a.hours = 801;
	ok(sp_guard_possible(&rules, &p, &a, taken, 1, SP_LIMIT_CAPACITY) ==
		SP_NO_DAY,
	    "more than a week holds: never");
	ok(sp_guard_possible(&rules, &p, &a, taken, 1, SP_LIMIT_STATUS) ==
		SP_NO_DAY,
	    "waiting does not help a status");
}

static void
table(void)
{
	bool ended = false, in_order = true, first = true;

	for (size_t i = 0; i < SP_LIMITS; i++) {
		in_order = in_order && sp_limits[i].limit == i;
		ended = ended || sp_limits[i].may_force;
		first = first && !(ended && !sp_limits[i].may_force);
	}
	ok(in_order, "a row a limit, in order");
	ok(first, "what can not be set aside comes first");
}

static void
put_day(int day)
{
	char text[SP_DATE_SIZE] = "-";

	if (day != SP_NO_DAY)
		sp_date_format(day, text);
	printf(" %s", text);
}

static int
trouble(const struct sp_error *err)
{
	printf("%s\n", err->text);
	return 1;
}

/* A line a person: id, load in the pool, of her alone, and the limit. */
static int
tell_person(const struct sp_pool *pool, size_t i, struct sp_query *carries,
    const struct sp_asking *a, const struct sp_guard_rules *r,
    struct sp_error *err)
{
	const struct sp_pool_person *p = &pool->persons[i];
	struct sp_load l = sp_pool_load(pool, i, &a->days);
	struct sp_carried carried = { 0 };
	struct sp_load alone;
	struct sp_hit hit;

	if (sp_carried_read(carries, p->id, a->days.asked, &carried, err) != 0)
		return -1;
	sp_load_of(&alone, &a->days, carried.taken, carried.n);
	free(carried.taken);
	printf("%lld %d %d %d", (long long)p->id, l.asks, l.hours_week,
	    l.contract);
	put_day(l.before);
	put_day(l.after);
	printf(" %s", memcmp(&alone, &l, sizeof(alone)) == 0 ? "=" : "differs");
	printf(" %d\n", sp_guard(r, &p->guarded, a, &l, &hit) ? (int)hit.limit
							      : (int)SP_LIMITS);
	return 0;
}

/* guard STORE ASKED WORK HOURS HEAVY */
static int
tell(char **argv)
{
	struct sp_error err;
	struct sp_store *store = sp_store_open(argv[1], SP_READ, &err);
	struct sp_guard_rules r;
	struct sp_asking a = { { sp_date_day(argv[2]), sp_date_day(argv[3]) },
		true, atoi(argv[4]), atoi(argv[5]), false, false };
	struct sp_session session = { 0 };
	struct sp_pool *pool = NULL;
	struct sp_query *carries = NULL;
	int bad = 0;

	snprintf(session.today, sizeof(session.today), "%s", argv[2]);
	if (store == NULL || sp_guard_rules_read(store, &r, &err) != 0 ||
	    (pool = sp_pool_open(store, &session, &err)) == NULL ||
	    (carries = sp_asks_ask(store, SP_ASKS_CARRIED_BY, &err)) == NULL)
		bad = -1;
	for (size_t i = 0; !bad && i < pool->n; i++)
		bad = tell_person(pool, i, carries, &a, &r, &err);
	sp_query_close(carries);
	sp_pool_close(pool);
	sp_store_close(store);
	return bad ? trouble(&err) : 0;
}

int
main(int argc, char **argv)
{
	if (argc == 6)
		return tell(argv);
	table();
	persons();
	loads();
	edges();
	rests();
	offers();
	days();
	possible();
	return done();
}
