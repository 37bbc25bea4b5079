/* route - to an organisation by hand or by the rules, and what it does there */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/life.h"
#include "records/kinds/kinds.h"
#include "sp/table.h"

/* Where a signal is sent. */
struct way {
	int64_t org, rule; /* rule 0: by hand */
	struct sp_value desk, service, manner;
	const char *state; /* verzonden, or klaargezet */
	int64_t follows;   /* 0: none */
};

static int
insert(struct sp_life *life, const struct way *way, int64_t *id,
    struct sp_error *err)
{
	bool sent = strcmp(way->state, "verzonden") == 0;
	struct sp_value none = sp_text_value(NULL);
	const struct life_cell cells[] = {
		{ "org", sp_int_value(way->org) },
		{ "contactpunt", way->desk },
		{ "dienst", way->service },
		{ "wijze", way->manner },
		{ "status", sp_text_value(way->state) },
		{ "regel", way->rule == 0 ? none : sp_int_value(way->rule) },
		{ "door", sp_text_value(life->session->user) },
		{ "volgt_op",
		    way->follows == 0 ? none : sp_int_value(way->follows) },
		{ "verzonden_op", sp_text_value(sent ? life->day : NULL) },
		{ "uiterlijk",
		    sp_text_value(
			sent ? life_end(life, SP_CLOCK_ACCEPT, life->day)
			     : NULL) },
	};

	life->referrals_made++;
	if (!life->joined && life->id > life->referred_to)
		sp_bits_add(&life->referred, life->id);
	return life_insert(life, LIFE_REFERRAL, cells,
	    sizeof(cells) / sizeof(cells[0]), id, err);
}

/* The same, on the log of the signal's own step. */
static int
refer(struct sp_life *life, const struct way *way, int64_t *id,
    struct sp_error *err)
{
	if (insert(life, way, id, err) != 0)
		return -1;
	life_tell_record(life, LIFE_REFERRAL, *id, "", way->state);
	return 0;
}

/* A rule sends now, whatever day the report is of. */
static int
must_work(struct sp_life *life, int64_t org, bool by_rule, struct sp_error *err)
{
	int ended = sp_signals_ended(life->asked, org,
	    by_rule ? life->session->today : life->day, err);

	return ended <= 0 ? ended
			  : sp_fail(err, SP_REFUSED,
				_("organisatie %lld has ended; name another"),
				(long long)org);
}

static void
note_tip(void *context, const char *type, const char *text)
{
	struct sp_life *life = context;
	const struct sp_value code = sp_text_value(type);
	int c = sp_column_named(sp_tip.columns, sp_tip.n, "soort");

	sp_text_add(&life->notes, "tip, ");
	sp_cell_format(&life->notes, &sp_tip.columns[c], &code,
	    life->session->lang);
	sp_text_add(&life->notes, ": ");
	sp_text_add(&life->notes, text);
	sp_text_addc(&life->notes, '\n');
}

/* What colleagues know of the organisation that the signal goes to (DOMAIN,
 * K-11). */
static int
note_tips(struct sp_life *life, int64_t org, struct sp_error *err)
{
	return life->how & SP_LIFE_BULK
		   ? 0
		   : sp_signals_tips(life->asked, org, note_tip, life, err);
}

int
life_withdraw(struct sp_life *life, const struct sp_hung *but,
    struct sp_error *err)
{
	for (size_t i = 0; i < life->hung_n; i++) {
		struct sp_hung *one = &life->hung[i];
		if (one == but || one->of != SP_REFERRALS ||
		    (strcmp(one->status, "verzonden") != 0 &&
			strcmp(one->status, "klaargezet") != 0))
			continue;
		if (life_referral(life, one, "ingetrokken", 0, NULL, 0, err) !=
		    0)
			return -1;
	}
	return 0;
}

/* The newest referral that is under way: to an organisation, or 0 for any. */
static struct sp_hung *
under_way(const struct sp_life *life, int64_t org)
{
	for (size_t i = life->hung_n; i-- > 0;) {
		struct sp_hung *one = &life->hung[i];
		if (one->of == SP_REFERRALS && (org == 0 || one->org == org) &&
		    strcmp(one->status, "klaargezet") != 0 &&
		    sp_state_live(SP_TRACK_REFERRAL, one->status))
			return one;
	}
	return NULL;
}

/* The hops after the first, each waiting for the one before. */
static int
add_hops(struct sp_life *life, int64_t first, struct sp_error *err)
{
	const char *rest = life->then;
	struct way way = { .state = "klaargezet", .follows = first };

	while (rest != NULL && *rest != '\0') {
		size_t length = strcspn(rest, ",");
		char *name = sp_strndup(rest, length);
		int bad = sp_reference_find(life->references, &sp_organisatie,
		    name, &way.org, err);
		free(name);
		if (bad && err->status == SP_NOTHING)
			err->status = SP_INPUT;
		if (bad || must_work(life, way.org, false, err) != 0 ||
		    refer(life, &way, &way.follows, err) != 0)
			return -1;
		rest += length + (rest[length] == ',');
	}
	return 0;
}

/* Hops after a referral that is under way, in place of those it had. */
static int
chain(struct sp_life *life, struct sp_hung *there, struct sp_error *err)
{
	if (life_withdraw(life, there, err) != 0 ||
	    add_hops(life, there->id, err) != 0)
		return -1;
	life_hold(life);
	return 0;
}

/* The signal is with the organisation now. */
static int
hand_over(struct sp_life *life, int64_t org, struct sp_error *err)
{
	const char *status = life_text(life, F_STATUS);

	if ((strcmp(status, "gemeld") == 0 ||
		strcmp(status, "heropend") == 0) &&
	    life_status(life, "in_behandeling", 0, err) != 0)
		return -1;
	life_set_number(life, F_ORG, org);
	life_put(life, F_ROUTEREN_VOOR, NULL);
	return 0;
}

static int
send(struct sp_life *life, const struct way *way, int64_t *id,
    struct sp_error *err)
{
	const char *status = life_text(life, F_STATUS);
	struct sp_hung *there;

	if (!sp_state_live(SP_TRACK_STATUS, status))
		return sp_fail(err, SP_REFUSED,
		    _("a signal that is %s goes to nobody; reopen it first"),
		    status);
	if (must_work(life, way->org, way->rule != 0, err) != 0)
		return -1;
	there = under_way(life, way->org);
	if (there != NULL)
		return life->then == NULL ? 0 : chain(life, there, err);
	if (life_withdraw(life, NULL, err) != 0 ||
	    refer(life, way, id, err) != 0 || add_hops(life, *id, err) != 0 ||
	    hand_over(life, way->org, err) != 0)
		return -1;
	return note_tips(life, way->org, err);
}

/* The rule that fits the signal at hand, or NULL. */
static int
rule_for(struct sp_life *life, const struct sp_route_rule **rule,
    struct sp_error *err)
{
	int64_t areas[LIFE_AREAS], area = life_number(life, F_GEBIED);
	struct sp_route_signal signal = { .type = life_text(life, F_SOORT),
		.domains = life_text(life, F_DOMEIN),
		.channel = life_text(life, F_KANAAL),
		.reported = life_text(life, F_GEMELD_OP),
		.areas = areas };
	const struct sp_value *above;

	*rule = NULL;
	if (life->book.rules_n == 0)
		return 0;
	if (sp_rulebook_areas(life->store, &life->book, err) != 0)
		return -1;
	while (area != 0 && signal.areas_n < LIFE_AREAS) {
		areas[signal.areas_n++] = area;
		above = sp_map_find(life->book.parents, (const char *)&area,
		    sizeof(area));
		area = above == NULL ? 0 : above->i;
	}
	*rule = sp_route(life->book.rules, life->book.rules_n, &signal);
	return 0;
}

static struct sp_value
known(int64_t id)
{
	return id == 0 ? sp_text_value(NULL) : sp_int_value(id);
}

static struct way
way_of(const struct sp_route_rule *rule)
{
	return (struct way){ .state = "verzonden",
		.org = rule->org,
		.rule = rule->id,
		.desk = known(rule->desk),
		.service = known(rule->service),
		.manner = sp_text_value(rule->manner) };
}

int
life_begin_route(struct sp_life *life, const struct sp_route_rule **rule,
    struct sp_error *err)
{
	if (rule_for(life, rule, err) != 0)
		return -1;
	if (*rule == NULL || must_work(life, (*rule)->org, true, err) == 0)
		return 0;
	return sp_fail_at(err, _("rule %lld: "), (long long)(*rule)->order);
}

int
life_hand_over(struct sp_life *life, const struct sp_route_rule *rule,
    struct sp_error *err)
{
	return hand_over(life, rule->org, err);
}

int
life_refer(struct sp_life *life, const struct sp_route_rule *rule,
    struct sp_error *err)
{
	const struct way way = way_of(rule);
	int64_t id;

	return (life->how & SP_LIFE_BULK ? insert(life, &way, &id, err)
					 : refer(life, &way, &id, err)) == 0
		   ? note_tips(life, rule->org, err)
		   : sp_fail_at(err, _("rule %lld: "), (long long)rule->order);
}

int
life_route_by_rule(struct sp_life *life, bool *routed, struct sp_error *err)
{
	const struct sp_route_rule *rule;
	struct way way;
	int64_t id;

	if (rule_for(life, &rule, err) != 0)
		return -1;
	*routed = rule != NULL;
	if (rule == NULL)
		return 0;
	way = way_of(rule);
	if (send(life, &way, &id, err) != 0)
		return sp_fail_at(err, _("rule %lld: "),
		    (long long)rule->order);
	return 0;
}

void
life_hold(struct sp_life *life)
{
	const struct sp_hung *with = under_way(life, 0);
	int64_t org = life_number(life, F_ORG);

	for (size_t i = 0; i < life->hung_n && with == NULL; i++)
		if (life->hung[i].of == SP_REFERRALS &&
		    life->hung[i].org == org &&
		    strcmp(life->hung[i].status, "afgerond") == 0)
			return;
	life->now[life->at[F_ORG]] =
	    with == NULL ? sp_text_value(NULL) : sp_int_value(with->org);
}

int
life_unrouted(struct sp_life *life, struct sp_error *err)
{
	const char *status = life_text(life, F_STATUS);
	bool several;

	if (under_way(life, 0) != NULL ||
	    !sp_state_live(SP_TRACK_STATUS, status)) {
		life_hold(life);
		return 0;
	}
	life->now[life->at[F_ORG]] = sp_text_value(NULL);
	if (life_read(life, SP_ACTIONS, err) != 0)
		return -1;
	if (life_live(life, SP_ACTIONS, 0, &several) != NULL || several)
		return 0;
	life_put(life, F_ROUTEREN_VOOR,
	    life_end(life, SP_CLOCK_ROUTE, life_text(life, F_GEMELD_OP)));
	return strcmp(status, "in_behandeling") != 0
		   ? 0
		   : life_status(life, "gemeld", 0, err);
}

/* The next hop is sent once the one before is done, while the signal asks for
 * work. */
static int
send_hop(struct sp_life *life, struct sp_hung *hop, struct sp_error *err)
{
	return must_work(life, hop->org, false, err) != 0 ||
		       life_referral(life, hop, "verzonden", 0, NULL, 0, err) !=
			   0
		   ? -1
		   : note_tips(life, hop->org, err);
}

int
life_go_on(struct sp_life *life, int64_t done, bool sends, struct sp_error *err)
{
	sends =
	    sends && sp_state_live(SP_TRACK_STATUS, life_text(life, F_STATUS));
	for (size_t i = 0; i < life->hung_n; i++) {
		struct sp_hung *one = &life->hung[i];
		if (one->of != SP_REFERRALS || one->follows != done ||
		    strcmp(one->status, "klaargezet") != 0)
			continue;
		if (sends ? send_hop(life, one, err) != 0
			  : life_referral(life, one, "ingetrokken", 0, NULL, 0,
				err) != 0)
			return -1;
		if (!sends && life_go_on(life, one->id, false, err) != 0)
			return -1;
	}
	return 0;
}

int
sp_life_explain(struct sp_life *life, int64_t id, struct sp_text *out,
    struct sp_error *err)
{
	const struct sp_route_rule *rule;
	int64_t order, org;
	char *who = NULL;
	int got;

	if (life_load(life, id, err) != 0)
		return -1;
	got = sp_signals_sent(life->asked, id, &order, &who, &org, err);
	if (got < 0 || rule_for(life, &rule, err) != 0) {
		free(who);
		return -1;
	}
	if (got > 0 && order > 0)
		sp_text_addf(out, _("rule: %lld, to %lld"), (long long)order,
		    (long long)org);
	else if (got > 0)
		sp_text_addf(out, _("rule: none; by hand by %s to %lld"), who,
		    (long long)org);
	else if (rule != NULL)
		sp_text_addf(out, _("rule: %lld fits, to %lld; not sent yet"),
		    (long long)rule->order, (long long)rule->org);
	else
		sp_text_add(out, _("rule: none"));
	sp_text_addc(out, '\n');
	free(who);
	return 0;
}

static int
move(struct sp_life *life, const char *to, const struct sp_value *row,
    struct sp_error *err)
{
	const struct sp_value *result = life_given(life, row, "resultaat");
	const struct life_cell cells[] = { { "resultaat", *result } };
	bool ended =
	    strcmp(to, "in_uitvoering") != 0 && strcmp(to, "aangehouden") != 0;
	bool done = strcmp(to, "afgerond") == 0;
	struct sp_hung *referral;

	if (life->then != NULL)
		return sp_fail(err, SP_INPUT,
		    _("--then goes with org=, not with a state"));
	referral = life_pick(life, SP_REFERRALS,
	    life_given_number(life, row, "nr"), err);
	if (referral == NULL ||
	    life_referral(life, referral, to,
		sp_value_given(result) ? SP_NEEDS_RESULT : 0, cells,
		sp_value_given(result), err) != 0)
		return -1;
	if (!ended)
		return 0;
	if (life_go_on(life, referral->id, done, err) != 0)
		return -1;
	if (!done)
		return life_unrouted(life, err);
	life_hold(life);
	return 0;
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	struct way way = { .state = "verzonden",
		.org = life_given_number(life, row, "org"),
		.desk = *life_given(life, row, "contactpunt"),
		.service = *life_given(life, row, "dienst"),
		.manner = *life_given(life, row, "wijze") };
	bool routed;

	if (word != NULL)
		return move(life, word, row, err);
	if (way.org != 0)
		return send(life, &way, made, err);
	if (life_route_by_rule(life, &routed, err) != 0)
		return -1;
	if (!routed)
		life_note(life, _("signal %lld: no rule fits; give org="),
		    (long long)life->id);
	return 0;
}

static const struct sp_column route_columns[] = {
	STEP_SIGNAL,
	{ .naam = "org",
	    .name = "organisation",
	    .alias = "organisatie",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie",
	    .hulp = "naar wie",
	    .help = "to whom" },
	{ .naam = "contactpunt",
	    .name = "desk",
	    .type = SP_COL_REFERENCE,
	    .kind = "contactpunt",
	    .hulp = "bij welk loket",
	    .help = "at which desk" },
	{ .naam = "dienst",
	    .name = "service",
	    .type = SP_COL_REFERENCE,
	    .kind = "dienst",
	    .hulp = "voor welke dienst",
	    .help = "for which service" },
	{ .naam = "wijze",
	    .name = "manner",
	    .type = SP_COL_CODE,
	    .codes = &sp_referral_manners,
	    .hulp = "warm: zij gaat mee",
	    .help = "warm: she goes along" },
	{ STEP_NUMBER, .kind = "doorverwijzing" },
	{ .naam = "resultaat",
	    .name = "result",
	    .type = SP_COL_TEXT,
	    .care = SP_PERSONAL,
	    .hulp = "wat eruit kwam",
	    .help = "what came of it" },
	STEP_DAY,
};
const struct sp_step sp_step_route = {
	.fields = { .naam = "route",
	    .name = "route",
	    .hulp = "brengt een signaal bij een organisatie",
	    .help = "bring a signal to an organisation",
	    .columns = route_columns,
	    .n = sizeof(route_columns) / sizeof(route_columns[0]) },
	.words =
	    "in_uitvoering|afgerond|mislukt|aangehouden|ingetrokken|foutief",
	.states = &sp_referral_states,
	.in_bulk = SP_LIFE_ROUTES,
	.take = take,
};
