/* lifecycle - every pair of every track against the table as DOMAIN has it */
#include "sp/lifecycle.h"

#include <string.h>

#include "tap.h"

/* DOMAIN 3b, as it is written there: who follows whom. Additions that the
 * decisions made are marked +. */
static const struct {
	enum sp_track track;
	const char *name, *states, *lines;
} tracks[] = {
	{ SP_TRACK_STATUS, "status",
	    " gemeld in_behandeling ingepland reactie_gevraagd "
	    "reactie_ontvangen afgehandeld verzoek_heropenen heropend "
	    "geannuleerd ",
	    "| -> gemeld "
	    "| gemeld -> in_behandeling ingepland reactie_gevraagd "
	    "afgehandeld geannuleerd "
	    "| in_behandeling -> gemeld ingepland reactie_gevraagd "
	    "afgehandeld geannuleerd "
	    "| ingepland -> in_behandeling reactie_gevraagd afgehandeld "
	    "geannuleerd "
	    "| reactie_gevraagd -> reactie_ontvangen in_behandeling "
	    "afgehandeld geannuleerd "
	    "| reactie_ontvangen -> in_behandeling ingepland "
	    "reactie_gevraagd afgehandeld geannuleerd "
	    "| afgehandeld -> verzoek_heropenen heropend "
	    "| verzoek_heropenen -> heropend afgehandeld "
	    "| heropend -> in_behandeling ingepland reactie_gevraagd "
	    "afgehandeld geannuleerd "
	    "| geannuleerd -> heropend |" },
	/* + klaargezet: the next hop of a chain */
	{ SP_TRACK_REFERRAL, "doorverwijzing",
	    " klaargezet verzonden geaccepteerd geweigerd ingetrokken "
	    "in_uitvoering afgerond mislukt aangehouden foutief ",
	    "| -> verzonden klaargezet "
	    "| klaargezet -> verzonden ingetrokken foutief "
	    "| verzonden -> geaccepteerd geweigerd ingetrokken foutief "
	    "| geaccepteerd -> in_uitvoering foutief "
	    "| in_uitvoering -> afgerond mislukt aangehouden foutief "
	    "| aangehouden -> in_uitvoering foutief "
	    "| geweigerd -> foutief | ingetrokken -> foutief "
	    "| afgerond -> foutief | mislukt -> foutief |" },
	/* + told at once, when the answer is there */
	{ SP_TRACK_LOOP, "lus",
	    " open teruggelegd teruggekoppeld bevestigd niet_bereikt "
	    "niet_gewenst niet_nodig ",
	    "| -> open "
	    "| open -> teruggelegd teruggekoppeld niet_bereikt niet_gewenst "
	    "niet_nodig "
	    "| teruggelegd -> teruggekoppeld niet_bereikt niet_gewenst "
	    "niet_nodig "
	    "| teruggekoppeld -> bevestigd |" },
	{ SP_TRACK_ACTION, "actie", " open klaar vervallen ",
	    "| -> open | open -> klaar vervallen |" },
	{ SP_TRACK_PROMISE, "belofte",
	    " open nagekomen gebroken ingetrokken overgedragen ",
	    "| -> open "
	    "| open -> nagekomen gebroken ingetrokken overgedragen |" },
	{ SP_TRACK_ASK, "vraag",
	    " concept gevraagd toegezegd geweigerd gedaan niet_doorgegaan "
	    "geannuleerd ",
	    "| -> concept gevraagd "
	    "| concept -> gevraagd geannuleerd "
	    "| gevraagd -> toegezegd geweigerd geannuleerd "
	    "| toegezegd -> gedaan niet_doorgegaan geweigerd geannuleerd |" },
	/* K-27: the follow-up of a lead */
	{ SP_TRACK_LEAD, "aanwijzing", " open benaderd geworden afgevallen ",
	    "| -> open "
	    "| open -> benaderd afgevallen "
	    "| benaderd -> geworden afgevallen "
	    "| afgevallen -> open |" },
};

/* The next word of a list with blanks; "" at its end. */
static const char *
next(const char *words, char word[32])
{
	size_t length;

	words += strspn(words, " ");
	length = strcspn(words, " ");
	snprintf(word, 32, "%.*s", (int)length, words);
	return words + length;
}

/* Whether the lines let one follow the other. */
static bool
written(const char *lines, const char *from, const char *to)
{
	char start[48], word[32];
	const char *line;

	snprintf(start, sizeof(start), *from == '\0' ? "| -> " : "| %s -> ",
	    from);
	line = strstr(lines, start);
	if (line == NULL)
		return false;
	line += strlen(start) - 1;
	for (;;) {
		line = next(line, word);
		if (strcmp(word, "|") == 0)
			return false;
		if (strcmp(word, to) == 0)
			return true;
	}
}

static void
pairs(size_t t)
{
	const char *states = tracks[t].states, *a = states, *b;
	char from[32] = "", to[32];
	int wrong = 0, n = 0;

	do {
		for (b = next(states, to); *to != '\0'; b = next(b, to), n++)
			if ((sp_transition_find(tracks[t].track, from, to) !=
				NULL) != written(tracks[t].lines, from, to)) {
				printf("# %s -> %s\n", from, to);
				wrong++;
			}
		a = next(a, from);
	} while (*from != '\0');
	ok(n > 8 && wrong == 0, "%s: %d pairs as written", tracks[t].name, n);
}

/* No row of the table beyond the states that are written. */
static void
known(size_t t)
{
	char state[34], word[32];
	size_t rows = 0;

	for (size_t i = 0; i < sp_transitions_n; i++) {
		const struct sp_transition *row = &sp_transitions[i];
		if (row->track != tracks[t].track)
			continue;
		rows++;
		snprintf(state, sizeof(state), " %s ", row->to);
		if (strstr(tracks[t].states, state) == NULL)
			ok(false, "%s is a state of %s", row->to,
			    tracks[t].name);
	}
	for (const char *s = next(tracks[t].states, word); *word != '\0';
	     s = next(s, word))
		if (!sp_state_known(tracks[t].track, word))
			ok(false, "%s is known to %s", word, tracks[t].name);
	ok(rows > 0 && !sp_state_known(tracks[t].track, "weg") &&
		!sp_state_known(tracks[t].track, ""),
	    "%s: its states and no others", tracks[t].name);
}

/* What a step asks for; DOMAIN 3b, rules R1 to R3 and the codes' notes. */
static const struct {
	enum sp_track track;
	const char *from, *to;
	unsigned needs;
} needs[] = {
	{ SP_TRACK_STATUS, "*", "ingepland", SP_NEEDS_DAY },
	{ SP_TRACK_STATUS, "*", "geannuleerd",
	    SP_NEEDS_REASON | SP_NEEDS_NONE_LIVE },
	{ SP_TRACK_STATUS, "*", "heropend", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "*", "verzoek_heropenen", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "*", "reactie_gevraagd", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "*", "reactie_ontvangen", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "*", "in_behandeling", 0 },
	{ SP_TRACK_STATUS, "in_behandeling", "gemeld", SP_NEEDS_NONE_LIVE },
	{ SP_TRACK_STATUS, "verzoek_heropenen", "afgehandeld", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "*", "afgehandeld",
	    SP_NEEDS_ANSWER | SP_NEEDS_NONE_LIVE },
	{ SP_TRACK_REFERRAL, "verzonden", "geweigerd",
	    SP_NEEDS_REASON | SP_NEEDS_ADVICE },
	{ SP_TRACK_REFERRAL, "*", "mislukt", SP_NEEDS_RESULT },
	{ SP_TRACK_REFERRAL, "*", "foutief", 0 },
	{ SP_TRACK_LOOP, "open", "teruggelegd", SP_NEEDS_ANSWERED },
	{ SP_TRACK_LOOP, "*", "teruggekoppeld",
	    SP_NEEDS_ANSWERED | SP_NEEDS_WAY },
	{ SP_TRACK_LOOP, "teruggekoppeld", "bevestigd",
	    SP_NEEDS_JUDGEMENT | SP_NEEDS_WHY },
	{ SP_TRACK_LOOP, "open", "niet_bereikt",
	    SP_NEEDS_ATTEMPTS | SP_NEEDS_ANSWERED },
	{ SP_TRACK_LOOP, "teruggelegd", "niet_bereikt", SP_NEEDS_ATTEMPTS },
	{ SP_TRACK_LOOP, "*", "niet_gewenst", 0 },
	{ SP_TRACK_LOOP, "*", "niet_nodig", SP_NEEDS_NO_LOOP },
	{ SP_TRACK_ACTION, "open", "klaar", SP_NEEDS_RESULT },
	{ SP_TRACK_ACTION, "open", "vervallen", SP_NEEDS_TEXT },
	{ SP_TRACK_PROMISE, "open", "nagekomen", 0 },
	{ SP_TRACK_PROMISE, "open", "gebroken", SP_NEEDS_TEXT },
	{ SP_TRACK_PROMISE, "open", "ingetrokken", SP_NEEDS_TEXT },
	{ SP_TRACK_PROMISE, "open", "overgedragen", SP_NEEDS_SUCCESSOR },
	{ SP_TRACK_LEAD, "benaderd", "geworden", SP_NEEDS_PERSON },
};

/* The first line that fits says what the step needs; the others need nothing:
 * what begins, and what a referral does. */
static unsigned
needed(const struct sp_transition *step)
{
	for (size_t i = 0; i < sizeof(needs) / sizeof(needs[0]); i++)
		if (needs[i].track == step->track && *step->from != '\0' &&
		    (strcmp(needs[i].from, "*") == 0 ||
			strcmp(needs[i].from, step->from) == 0) &&
		    strcmp(needs[i].to, step->to) == 0)
			return needs[i].needs;
	return 0;
}

static void
asked(void)
{
	for (size_t i = 0; i < sp_transitions_n; i++)
		ok(sp_transitions[i].needs == needed(&sp_transitions[i]),
		    "%s -> %s asks for what is written", sp_transitions[i].from,
		    sp_transitions[i].to);
}

/* Each need has a sentence of its own; only R2 can be forced; the rules R1 to
 * R3 come first. */
static void
refusals(void)
{
	unsigned all = 0, used = 0, forced = 0;

	for (size_t i = 0; i < sp_transitions_n; i++)
		used |= sp_transitions[i].needs;
	for (size_t i = 0; i < SP_NEEDS; i++) {
		unsigned need = sp_refusals[i].need;
		ok((all & need) == 0 && (used & need) != 0 &&
			sp_refusal_find(need, false) == &sp_refusals[i],
		    "said when missing: %s", sp_refusals[i].sentence);
		all |= need;
		forced |= sp_refusals[i].may_force ? need : 0;
	}
	ok(all == (1u << SP_NEEDS) - 1, "every need has its sentence");
	ok(forced == SP_NEEDS_NONE_LIVE, "only R2 can be forced");
	ok(sp_refusal_find(SP_NEEDS_NONE_LIVE, true) == NULL &&
		sp_refusal_find(SP_NEEDS_NONE_LIVE | SP_NEEDS_TEXT, true)
			->need == SP_NEEDS_TEXT,
	    "force passes it over, and nothing beside it");
	ok(sp_refusal_find(all, false)->need == SP_NEEDS_ANSWER &&
		sp_refusal_find(all & ~(unsigned)SP_NEEDS_ANSWER, false)
			->need == SP_NEEDS_ANSWERED,
	    "R1 and R3 come before all else");
	ok(sp_missing(6, 3) == 4 && sp_refusal_find(0, false) == NULL,
	    "nothing missing, nothing refused");
}

static void
allowed(void)
{
	struct sp_text text = { 0 };

	ok(sp_allowed(SP_TRACK_STATUS, "heropend", &text) == 5 &&
		strcmp(text.s, "in_behandeling, ingepland, reactie_gevraagd, "
			       "afgehandeld, geannuleerd") == 0,
	    "what may follow is named in the order of the table");
	sp_text_clear(&text);
	ok(sp_allowed(SP_TRACK_LOOP, "bevestigd", &text) == 0 &&
		text.length == 0,
	    "an end has nothing after it");
	sp_text_free(&text);
}

static void
live(void)
{
	static const char *const ends[] = { "afgehandeld", "geannuleerd", "",
		"in", "gemel" };
	int wrong = 0;

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		wrong += sp_state_live(SP_TRACK_STATUS, ends[i]);
	ok(wrong == 0 && sp_state_live(SP_TRACK_STATUS, "gemeld") &&
		sp_state_live(SP_TRACK_STATUS, "verzoek_heropenen"),
	    "a signal is worked on until it is handled or cancelled");
	ok(sp_state_live(SP_TRACK_REFERRAL, "aangehouden") &&
		!sp_state_live(SP_TRACK_REFERRAL, "afgerond"),
	    "a referral on hold is under way");
}

static void
closed(void)
{
	static const struct {
		const char *status, *loop, *by;
		bool closed;
	} cases[] = {
		{ "afgehandeld", "open", NULL, false },
		{ "afgehandeld", "teruggelegd", NULL, false },
		{ "afgehandeld", "teruggekoppeld", "2026-03-17", false },
		{ "afgehandeld", "teruggekoppeld", "2026-03-16", true },
		{ "afgehandeld", "teruggekoppeld", NULL, false },
		{ "afgehandeld", "bevestigd", NULL, true },
		{ "afgehandeld", "niet_bereikt", NULL, true },
		{ "afgehandeld", "niet_gewenst", NULL, true },
		{ "geannuleerd", "niet_nodig", NULL, true },
		{ "geannuleerd", "open", NULL, false },
		{ "verzoek_heropenen", "bevestigd", NULL, false },
		{ "in_behandeling", "niet_nodig", NULL, false },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		ok(sp_signal_closed(cases[i].status, cases[i].loop, cases[i].by,
		       "2026-03-17") == cases[i].closed,
		    "%s and %s: %s", cases[i].status, cases[i].loop,
		    cases[i].closed ? "closed" : "not closed");
}

int
main(void)
{
	for (size_t t = 0; t < sizeof(tracks) / sizeof(tracks[0]); t++) {
		pairs(t);
		known(t);
	}
	asked();
	refusals();
	allowed();
	live();
	closed();
	return done();
}
