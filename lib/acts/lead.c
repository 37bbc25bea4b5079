/* lead - a lead and the person it became, moved by the table of transitions */
#include "acts/lead.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/life.h"
#include "records/kinds/kinds.h"
#include "records/people.h"
#include "sp/meet.h"

enum field { ID, PERSOON, REDEN, OP, FIELDS };
static const struct sp_column columns[] = {
	/* rows of the list call it lead */
	[ID] = { .naam = "id",
	    .name = "lead",
	    .alias = "aanwijzing",
	    .type = SP_COL_INTEGER,
	    .flags = SP_REQUIRED,
	    .hulp = "aanwijzing",
	    .help = "lead" },
	[PERSOON] = { .naam = "persoon",
	    .name = "person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon",
	    .hulp = "wie het werd, of kandidaat is",
	    .help = "who became it, or is a candidate" },
	[REDEN] = { .naam = "reden",
	    .name = "reason",
	    .type = SP_COL_TEXT,
	    .care = SP_SENSITIVE,
	    .hulp = "waarom afgevallen",
	    .help = "why it fell off" },
	/* op of a lead is the day it came, so that rows of leads mean that */
	[OP] = { .naam = "gedaan_op",
	    .name = "done_on",
	    .alias = "op",
	    .type = SP_COL_DATE,
	    .hulp = "dag waarop het gebeurde",
	    .help = "day it was done" },
};
struct life_leads {
	struct sp_records *records, *people;
};

void
life_leads_close(struct life_leads *leads)
{
	if (leads == NULL)
		return;
	sp_records_close(leads->records);
	sp_records_close(leads->people);
	free(leads);
}

static const struct sp_value *
cell(const struct sp_kind *kind, const struct sp_value *row, const char *name)
{
	return &row[sp_column_named(kind->columns, kind->n, name)];
}

static void
set(const struct sp_kind *kind, struct sp_value *row, const char *name,
    struct sp_value value)
{
	row[sp_column_named(kind->columns, kind->n, name)] = value;
}

/* A lead's columns and where they come from; both texts of one row. */
static const struct {
	const char *to, *from;
} taken[SP_LEAD_TAKEN] = {
	{ "gebied", "gebied" },
	{ "domein", "domein" },
	{ "kanaal", "kanaal" },
	{ "door", "via_persoon" },
};

int
sp_lead_from_signal(struct sp_store *store, const struct sp_kind *kind,
    struct sp_value *row, struct sp_text rooms[SP_LEAD_TAKEN],
    struct sp_error *err)
{
	struct sp_value signal[SP_KIND_COLUMNS];
	struct sp_records *signals;
	int got;

	if (strcmp(kind->naam, "aanwijzing") != 0 ||
	    !sp_value_given(cell(kind, row, "signaal")))
		return 0;
	signals = sp_records_open(store, &sp_signaal);
	got =
	    sp_records_get(signals, cell(kind, row, "signaal")->i, signal, err);
	for (size_t i = 0; i < SP_LEAD_TAKEN && got > 0; i++) {
		const struct sp_value *said =
		    cell(&sp_signaal, signal, taken[i].from);
		if (cell(kind, row, taken[i].to)->type != SP_ABSENT ||
		    !sp_value_given(said))
			continue;
		set(kind, row, taken[i].to, *said);
		if (said->type != SP_TEXT)
			continue;
		sp_text_clear(&rooms[i]);
		sp_text_add(&rooms[i], said->s);
		set(kind, row, taken[i].to, sp_text_value(rooms[i].s));
	}
	sp_records_close(signals);
	return got < 0 ? -1 : 0;
}

/* A candidate whom somebody met is active; she was found by the lead. 1, 0 she
 * was no candidate, -1. */
static int
make_active(struct sp_life *life, int64_t id, const char *found,
    struct sp_error *err)
{
	struct sp_value known[SP_KIND_COLUMNS];
	struct sp_value now[SP_KIND_COLUMNS] = { 0 };
	int got = sp_records_get(life->leads->people, id, known, err);

	if (got <= 0)
		return got;
	if (strcmp(cell(&sp_persoon, known, "status")->s, "kandidaat") != 0)
		return 0;
	set(&sp_persoon, now, "status", sp_text_value("actief"));
	if (!sp_value_given(cell(&sp_persoon, known, "gevonden_op")))
		set(&sp_persoon, now, "gevonden_op", sp_text_value(found));
	if (sp_trail_change(life->trail, &sp_persoon, id, known, now, true,
		err) != 0)
		return -1;
	set(&sp_persoon, now, "bijgewerkt_op",
	    sp_text_value(life->session->today));
	return sp_records_update(life->leads->people, id, now, err) != 0 ? -1
									 : 1;
}

enum { OTHERS = 10 };

/* Other leads to her that nobody ended. */
static int
note_others(struct sp_life *life, int64_t id, int64_t person,
    struct sp_error *err)
{
	struct sp_value who = sp_int_value(person);
	struct sp_value row[SP_KIND_COLUMNS];
	struct sp_text ids = { 0 };
	int64_t found[OTHERS];
	int n = sp_records_where(life->store, &sp_aanwijzing, "persoon", false,
	    &who, found, OTHERS, err);

	for (int i = 0; i < n; i++) {
		int got =
		    sp_records_get(life->leads->records, found[i], row, err);
		if (got < 0)
			n = -1;
		else if (found[i] != id &&
			 sp_state_live(SP_TRACK_LEAD,
			     cell(&sp_aanwijzing, row, "status")->s))
			sp_text_addf(&ids, "%s%lld", ids.length > 0 ? ", " : "",
			    (long long)found[i]);
	}
	if (n > 0 && ids.length > 0)
		life_note(life, _("other leads to her are open: %s"), ids.s);
	sp_text_free(&ids);
	return n < 0 ? -1 : 0;
}

static int
welcome(struct sp_life *life, int64_t id, int64_t person, const char *found,
    struct sp_error *err)
{
	int fresh = make_active(life, person, found, err);
	int consents = 1;

	if (fresh < 0 || (life->how & SP_LIFE_BULK))
		return fresh < 0 ? -1 : 0;
	if (fresh > 0)
		consents = sp_people_consent(life->store, person,
		    life->session->today, err);
	if (consents == 0)
		life_note(life,
		    _("she gave no consent to be registered yet: sp-add "
		      "toestemming persoon=%lld doel=registreren "
		      "gegeven_op=DAY"),
		    (long long)person);
	return consents < 0 ? -1 : note_others(life, id, person, err);
}

/* What the lead becomes; a reason is of the state that it ends in. */
static int
update(struct sp_life *life, const struct sp_value *row, const char *from,
    const char *to, struct sp_error *err)
{
	bool ends = strcmp(to, "afgevallen") == 0;
	struct sp_value now[SP_KIND_COLUMNS] = { 0 };
	struct sp_trail_told told = { .verb = "next",
		.day = life->day,
		.fields = "status",
		.before = from,
		.after = to };

	set(&sp_aanwijzing, now, "status", sp_text_value(to));
	set(&sp_aanwijzing, now, "status_op", sp_text_value(life->day));
	if (sp_value_given(&row[PERSOON]))
		set(&sp_aanwijzing, now, "persoon", row[PERSOON]);
	set(&sp_aanwijzing, now, "reden",
	    ends && sp_value_given(&row[REDEN]) ? row[REDEN]
						: sp_text_value(NULL));
	if (sp_records_update(life->leads->records, row[ID].i, now, err) != 0)
		return -1;
	return sp_trail_step(life->trail, &sp_aanwijzing, row[ID].i, &told,
	    err);
}

static int
move(struct sp_life *life, const char *to, const struct sp_value *row,
    const struct sp_value *known, struct sp_error *err)
{
	const struct sp_value *person =
	    sp_value_given(&row[PERSOON])
		? &row[PERSOON]
		: cell(&sp_aanwijzing, known, "persoon");
	const struct sp_value *since = cell(&sp_aanwijzing, known, "status_op");
	int64_t who = sp_value_given(person) ? person->i : 0;
	char from[24], found[SP_DATE_SIZE];

	snprintf(from, sizeof(from), "%s",
	    cell(&sp_aanwijzing, known, "status")->s);
	snprintf(found, sizeof(found), "%.10s",
	    cell(&sp_aanwijzing, known, "op")->s);
	if (life_allow(life, SP_TRACK_LEAD, from, to,
		who != 0 ? SP_NEEDS_PERSON : 0, err) != 0 ||
	    life_day(life, &row[OP], err) != 0 ||
	    life_after(life, sp_value_given(since) ? since->s : found, err) !=
		0 ||
	    update(life, row, from, to, err) != 0)
		return -1;
	life->tally.changed++;
	return strcmp(to, "geworden") == 0
		   ? welcome(life, row[ID].i, who, found, err)
		   : 0;
}

static int
take(struct sp_life *life, const char *word, const struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	struct sp_value known[SP_KIND_COLUMNS];
	int got;

	(void)made;
	if (word == NULL)
		return sp_fail(err, SP_INPUT, _("say what became of it: %s"),
		    life->step->words);
	if (life->leads == NULL) {
		life->leads = sp_alloc(1, sizeof(*life->leads));
		life->leads->records =
		    sp_records_open(life->store, &sp_aanwijzing);
		life->leads->people = sp_records_open(life->store, &sp_persoon);
	}
	got = sp_records_get(life->leads->records, row[ID].i, known, err);
	if (got == 0)
		return sp_fail(err, SP_INPUT, _("id: there is no %s %lld"),
		    sp_aanwijzing.naam, (long long)row[ID].i);
	return got < 0 ? -1 : move(life, word, row, known, err);
}

const struct sp_step sp_step_next = {
	.fields = { .naam = "next",
	    .name = "next",
	    .hulp = "brengt een aanwijzing verder",
	    .help = "move a lead",
	    .columns = columns,
	    .n = FIELDS },
	.of = "aanwijzing",
	.lists = "aanwijzing",
	.passed = sp_meet_columns,
	.passed_n = SP_MEET_COLUMNS,
	.words = "benaderd|geworden|afgevallen|open",
	.states = &sp_lead_states,
	.take = take,
};
