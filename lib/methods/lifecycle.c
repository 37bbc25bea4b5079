/* lifecycle - the tables of allowed steps, and the loops over them */
#include "sp/lifecycle.h"

#include <string.h>

/* A status that is worked on may go to any of these. */
enum { PLAN = SP_NEEDS_DAY, HANDLE = SP_NEEDS_ANSWER | SP_NEEDS_NONE_LIVE };
enum { CANCEL = SP_NEEDS_REASON | SP_NEEDS_NONE_LIVE };

const struct sp_transition sp_transitions[] = {
	{ SP_TRACK_STATUS, "", "gemeld", 0 },
	{ SP_TRACK_STATUS, "gemeld", "in_behandeling", 0 },
	{ SP_TRACK_STATUS, "gemeld", "ingepland", PLAN },
	{ SP_TRACK_STATUS, "gemeld", "reactie_gevraagd", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "gemeld", "afgehandeld", HANDLE },
	{ SP_TRACK_STATUS, "gemeld", "geannuleerd", CANCEL },
	/* nobody's: as long as somebody works on it, it is not */
	{ SP_TRACK_STATUS, "in_behandeling", "gemeld", SP_NEEDS_NONE_LIVE },
	{ SP_TRACK_STATUS, "in_behandeling", "ingepland", PLAN },
	{ SP_TRACK_STATUS, "in_behandeling", "reactie_gevraagd",
	    SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "in_behandeling", "afgehandeld", HANDLE },
	{ SP_TRACK_STATUS, "in_behandeling", "geannuleerd", CANCEL },
	{ SP_TRACK_STATUS, "ingepland", "in_behandeling", 0 },
	{ SP_TRACK_STATUS, "ingepland", "reactie_gevraagd", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "ingepland", "afgehandeld", HANDLE },
	{ SP_TRACK_STATUS, "ingepland", "geannuleerd", CANCEL },
	{ SP_TRACK_STATUS, "reactie_gevraagd", "reactie_ontvangen",
	    SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "reactie_gevraagd", "in_behandeling", 0 },
	{ SP_TRACK_STATUS, "reactie_gevraagd", "afgehandeld", HANDLE },
	{ SP_TRACK_STATUS, "reactie_gevraagd", "geannuleerd", CANCEL },
	{ SP_TRACK_STATUS, "reactie_ontvangen", "in_behandeling", 0 },
	{ SP_TRACK_STATUS, "reactie_ontvangen", "ingepland", PLAN },
	{ SP_TRACK_STATUS, "reactie_ontvangen", "reactie_gevraagd",
	    SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "reactie_ontvangen", "afgehandeld", HANDLE },
	{ SP_TRACK_STATUS, "reactie_ontvangen", "geannuleerd", CANCEL },
	{ SP_TRACK_STATUS, "afgehandeld", "verzoek_heropenen", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "afgehandeld", "heropend", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "verzoek_heropenen", "heropend", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "verzoek_heropenen", "afgehandeld", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "heropend", "in_behandeling", 0 },
	{ SP_TRACK_STATUS, "heropend", "ingepland", PLAN },
	{ SP_TRACK_STATUS, "heropend", "reactie_gevraagd", SP_NEEDS_TEXT },
	{ SP_TRACK_STATUS, "heropend", "afgehandeld", HANDLE },
	{ SP_TRACK_STATUS, "heropend", "geannuleerd", CANCEL },
	{ SP_TRACK_STATUS, "geannuleerd", "heropend", SP_NEEDS_TEXT },

	{ SP_TRACK_REFERRAL, "", "verzonden", 0 },
	/* the next hop of a chain waits for the one before */
	{ SP_TRACK_REFERRAL, "", "klaargezet", 0 },
	{ SP_TRACK_REFERRAL, "klaargezet", "verzonden", 0 },
	{ SP_TRACK_REFERRAL, "klaargezet", "ingetrokken", 0 },
	{ SP_TRACK_REFERRAL, "klaargezet", "foutief", 0 },
	{ SP_TRACK_REFERRAL, "verzonden", "geaccepteerd", 0 },
	{ SP_TRACK_REFERRAL, "verzonden", "geweigerd",
	    SP_NEEDS_REASON | SP_NEEDS_ADVICE },
	{ SP_TRACK_REFERRAL, "verzonden", "ingetrokken", 0 },
	{ SP_TRACK_REFERRAL, "verzonden", "foutief", 0 },
	{ SP_TRACK_REFERRAL, "geaccepteerd", "in_uitvoering", 0 },
	{ SP_TRACK_REFERRAL, "geaccepteerd", "foutief", 0 },
	{ SP_TRACK_REFERRAL, "in_uitvoering", "afgerond", 0 },
	{ SP_TRACK_REFERRAL, "in_uitvoering", "mislukt", SP_NEEDS_RESULT },
	{ SP_TRACK_REFERRAL, "in_uitvoering", "aangehouden", 0 },
	{ SP_TRACK_REFERRAL, "in_uitvoering", "foutief", 0 },
	{ SP_TRACK_REFERRAL, "aangehouden", "in_uitvoering", 0 },
	{ SP_TRACK_REFERRAL, "aangehouden", "foutief", 0 },
	{ SP_TRACK_REFERRAL, "afgerond", "foutief", 0 },
	{ SP_TRACK_REFERRAL, "mislukt", "foutief", 0 },
	{ SP_TRACK_REFERRAL, "geweigerd", "foutief", 0 },
	{ SP_TRACK_REFERRAL, "ingetrokken", "foutief", 0 },

	{ SP_TRACK_LOOP, "", "open", 0 },
	{ SP_TRACK_LOOP, "open", "teruggelegd", SP_NEEDS_ANSWERED },
	/* of a duplicate the answer is there before its loop has begun: it may
	 * be told, or tried, at once */
	{ SP_TRACK_LOOP, "open", "teruggekoppeld",
	    SP_NEEDS_ANSWERED | SP_NEEDS_WAY },
	{ SP_TRACK_LOOP, "open", "niet_gewenst", 0 },
	{ SP_TRACK_LOOP, "open", "niet_nodig", SP_NEEDS_NO_LOOP },
	{ SP_TRACK_LOOP, "open", "niet_bereikt",
	    SP_NEEDS_ANSWERED | SP_NEEDS_ATTEMPTS },
	{ SP_TRACK_LOOP, "teruggelegd", "teruggekoppeld",
	    SP_NEEDS_ANSWERED | SP_NEEDS_WAY },
	{ SP_TRACK_LOOP, "teruggelegd", "niet_bereikt", SP_NEEDS_ATTEMPTS },
	{ SP_TRACK_LOOP, "teruggelegd", "niet_gewenst", 0 },
	{ SP_TRACK_LOOP, "teruggelegd", "niet_nodig", SP_NEEDS_NO_LOOP },
	{ SP_TRACK_LOOP, "teruggekoppeld", "bevestigd",
	    SP_NEEDS_JUDGEMENT | SP_NEEDS_WHY },

	{ SP_TRACK_ACTION, "", "open", 0 },
	{ SP_TRACK_ACTION, "open", "klaar", SP_NEEDS_RESULT },
	{ SP_TRACK_ACTION, "open", "vervallen", SP_NEEDS_TEXT },

	{ SP_TRACK_PROMISE, "", "open", 0 },
	{ SP_TRACK_PROMISE, "open", "nagekomen", 0 },
	{ SP_TRACK_PROMISE, "open", "gebroken", SP_NEEDS_TEXT },
	{ SP_TRACK_PROMISE, "open", "ingetrokken", SP_NEEDS_TEXT },
	{ SP_TRACK_PROMISE, "open", "overgedragen", SP_NEEDS_SUCCESSOR },

	{ SP_TRACK_ASK, "", "concept", 0 },
	{ SP_TRACK_ASK, "", "gevraagd", 0 },
	{ SP_TRACK_ASK, "concept", "gevraagd", 0 },
	{ SP_TRACK_ASK, "concept", "geannuleerd", 0 },
	{ SP_TRACK_ASK, "gevraagd", "toegezegd", 0 },
	{ SP_TRACK_ASK, "gevraagd", "geweigerd", 0 },
	{ SP_TRACK_ASK, "gevraagd", "geannuleerd", 0 },
	{ SP_TRACK_ASK, "toegezegd", "gedaan", 0 },
	{ SP_TRACK_ASK, "toegezegd", "niet_doorgegaan", 0 },
	{ SP_TRACK_ASK, "toegezegd", "geweigerd", 0 },
	{ SP_TRACK_ASK, "toegezegd", "geannuleerd", 0 },

	{ SP_TRACK_LEAD, "", "open", 0 },
	{ SP_TRACK_LEAD, "open", "benaderd", 0 },
	{ SP_TRACK_LEAD, "open", "afgevallen", 0 },
	{ SP_TRACK_LEAD, "benaderd", "geworden", SP_NEEDS_PERSON },
	{ SP_TRACK_LEAD, "benaderd", "afgevallen", 0 },
	{ SP_TRACK_LEAD, "afgevallen", "open", 0 },
};
const size_t sp_transitions_n =
    sizeof(sp_transitions) / sizeof(sp_transitions[0]);

const struct sp_refusal sp_refusals[SP_NEEDS] = {
	{ SP_NEEDS_ANSWER,
	    N_("an answer and an outcome are missing: tekst= and uitkomst= "
	       "(R1)"),
	    false },
	{ SP_NEEDS_ANSWERED, N_("there is no answer yet to bring back (R3)"),
	    false },
	{ SP_NEEDS_NONE_LIVE,
	    N_("a referral or an action is not done yet (R2)"), true },
	{ SP_NEEDS_ATTEMPTS,
	    N_("two attempts must be on record first; sp-signal loop ID "
	       "poging records one"),
	    false },
	{ SP_NEEDS_NO_LOOP,
	    N_("something is to be brought back: only an observation, a "
	       "cancelled signal, or the outcome geen_actie_nodig needs none"),
	    false },
	{ SP_NEEDS_REASON, N_("give the reason: reden="), false },
	{ SP_NEEDS_ADVICE, N_("niet_onze_taak also says who can: advies_org="),
	    false },
	{ SP_NEEDS_DAY, N_("give the day: gepland_op="), false },
	{ SP_NEEDS_WAY, N_("say how residents were told: wijze="), false },
	{ SP_NEEDS_JUDGEMENT, N_("say what residents thought of it: oordeel="),
	    false },
	{ SP_NEEDS_WHY, N_("ontevreden needs an explanation: toelichting="),
	    false },
	{ SP_NEEDS_TEXT, N_("needs an explanation: tekst="), false },
	{ SP_NEEDS_RESULT, N_("say what came of it: resultaat="), false },
	{ SP_NEEDS_SUCCESSOR,
	    N_("say who takes the promise over: overgedragen_aan="), false },
	{ SP_NEEDS_PERSON, N_("say who it became: persoon="), false },
};

/* States in which work goes on, "|" at both ends of each. */
static const char *const live[SP_TRACKS] = {
	[SP_TRACK_STATUS] = "|gemeld|in_behandeling|ingepland|"
			    "reactie_gevraagd|reactie_ontvangen|heropend|"
			    "verzoek_heropenen|",
	[SP_TRACK_REFERRAL] = "|klaargezet|verzonden|geaccepteerd|"
			      "in_uitvoering|aangehouden|",
	[SP_TRACK_LOOP] = "|open|teruggelegd|teruggekoppeld|",
	[SP_TRACK_ACTION] = "|open|",
	[SP_TRACK_PROMISE] = "|open|",
	[SP_TRACK_ASK] = "|concept|gevraagd|toegezegd|",
	[SP_TRACK_LEAD] = "|open|benaderd|",
};

unsigned
sp_missing(unsigned needs, unsigned met)
{
	return needs & ~met;
}

const struct sp_transition *
sp_transition_find(enum sp_track track, const char *from, const char *to)
{
	for (size_t i = 0; i < sp_transitions_n; i++) {
		const struct sp_transition *t = &sp_transitions[i];
		if (t->track == track && strcmp(t->from, from) == 0 &&
		    strcmp(t->to, to) == 0)
			return t;
	}
	return NULL;
}

const struct sp_refusal *
sp_refusal_find(unsigned missing, bool forced)
{
	for (size_t i = 0; i < SP_NEEDS; i++)
		if ((missing & sp_refusals[i].need) &&
		    !(forced && sp_refusals[i].may_force))
			return &sp_refusals[i];
	return NULL;
}

size_t
sp_allowed(enum sp_track track, const char *from, struct sp_text *out)
{
	size_t n = 0;

	for (size_t i = 0; i < sp_transitions_n; i++) {
		const struct sp_transition *t = &sp_transitions[i];
		if (t->track != track || strcmp(t->from, from) != 0)
			continue;
		sp_text_add(out, n++ > 0 ? ", " : "");
		sp_text_add(out, t->to);
	}
	return n;
}

bool
sp_state_known(enum sp_track track, const char *state)
{
	for (size_t i = 0; i < sp_transitions_n; i++)
		if (sp_transitions[i].track == track &&
		    strcmp(sp_transitions[i].to, state) == 0)
			return true;
	return false;
}

bool
sp_state_live(enum sp_track track, const char *state)
{
	const char *found = live[track];
	size_t length = strlen(state);

	if (length == 0)
		return false;
	while ((found = strstr(found, state)) != NULL) {
		if (found[-1] == '|' && found[length] == '|')
			return true;
		found += length;
	}
	return false;
}

bool
sp_signal_closed(const char *status, const char *loop, const char *loop_by,
    const char *today)
{
	if (sp_state_live(SP_TRACK_STATUS, status))
		return false;
	if (strcmp(loop, "teruggekoppeld") == 0)
		return loop_by != NULL && strcmp(loop_by, today) < 0;
	return !sp_state_live(SP_TRACK_LOOP, loop);
}
