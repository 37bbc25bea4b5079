/* life - loads a signal, lets a step change it, saves it with its trail */
#include "acts/life.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "acts/asking.h"
#include "acts/lead.h"
#include "sp/table.h"

enum { ENDS = 1 << 17 }; /* of terms that are remembered */

static const char *const columns[F_FIELDS] = {
	[F_GEMELD_OP] = "gemeld_op",
	[F_SOORT] = "soort",
	[F_DOMEIN] = "domein",
	[F_GEBIED] = "gebied",
	[F_KANAAL] = "kanaal",
	[F_VIA_PERSOON] = "via_persoon",
	[F_STATUS] = "status",
	[F_STATUS_OP] = "status_op",
	[F_ORG] = "org",
	[F_UITKOMST] = "uitkomst",
	[F_ANTWOORD] = "antwoord",
	[F_ANTWOORD_OP] = "antwoord_op",
	[F_GEPLAND_OP] = "gepland_op",
	[F_ANNULERING] = "annulering",
	[F_HEROPEND_N] = "heropend_n",
	[F_DUBBEL_VAN] = "dubbel_van",
	[F_OUDER] = "ouder",
	[F_LUS] = "lus",
	[F_LUS_RONDE] = "lus_ronde",
	[F_LUS_OP] = "lus_op",
	[F_UITERLIJK] = "uiterlijk",
	[F_BEVESTIGEN_VOOR] = "bevestigen_voor",
	[F_ROUTEREN_VOOR] = "routeren_voor",
	[F_BERICHT_VOOR] = "bericht_voor",
	[F_REACTIE_VOOR] = "reactie_voor",
	[F_LUS_VOOR] = "lus_voor",
	[F_NAKIJKEN_OP] = "nakijken_op",
	[F_EERSTVOLGEND] = "eerstvolgend",
};

/* What the trail tells of a signal; its clocks follow from these. */
static const enum sp_life_field told[] = { F_STATUS, F_ORG, F_UITKOMST,
	F_GEPLAND_OP, F_ANNULERING, F_HEROPEND_N, F_DUBBEL_VAN, F_OUDER, F_LUS,
	F_LUS_RONDE };

const char *const life_kinds[LIFE_KINDS] = {
	[LIFE_REFERRAL] = "doorverwijzing",
	[LIFE_ACTION] = "actie",
	[LIFE_LOOP] = "lus",
	[LIFE_PROMISE] = "belofte",
	[LIFE_MESSAGE] = "boodschap",
};

static const struct sp_value *
value_of(const struct sp_life *life, enum sp_life_field field)
{
	int c = life->at[field];

	return life->now[c].type == SP_ABSENT ? &life->row[c] : &life->now[c];
}

const char *
life_text(const struct sp_life *life, enum sp_life_field field)
{
	const struct sp_value *value = value_of(life, field);

	return value->type == SP_TEXT ? value->s : "";
}

int64_t
life_number(const struct sp_life *life, enum sp_life_field field)
{
	const struct sp_value *value = value_of(life, field);

	return value->type == SP_INT ? value->i : 0;
}

const char *
life_keep(struct sp_life *life, const char *text)
{
	if (life->kept_n == life->kept_room) {
		life->kept_room = 2 * life->kept_room + 32;
		life->kept =
		    sp_grow(life->kept, life->kept_room, sizeof(*life->kept));
	}
	return life->kept[life->kept_n++] = sp_strdup(text);
}

void
life_set(struct sp_life *life, enum sp_life_field field, const char *text)
{
	life->now[life->at[field]] =
	    sp_text_value(text == NULL ? NULL : life_keep(life, text));
}

void
life_put(struct sp_life *life, enum sp_life_field field, const char *text)
{
	life->now[life->at[field]] = sp_text_value(text);
}

void
life_set_number(struct sp_life *life, enum sp_life_field field, int64_t number)
{
	life->now[life->at[field]] = sp_int_value(number);
}

const char *
life_end(struct sp_life *life, enum sp_clock clock, const char *start)
{
	char end[SP_DATE_SIZE];
	struct sp_value value;
	const struct sp_value *known;

	sp_text_clear(&life->question);
	sp_text_addc(&life->question, (char)('a' + clock));
	sp_text_add(&life->question, start);
	/* most terms ask for neither, and then a file of signals has as many
	 * ends as days */
	sp_text_add(&life->question,
	    life->by_report ? life_text(life, F_GEMELD_OP) : "");
	sp_text_add(&life->question,
	    life->by_domain ? life_text(life, F_DOMEIN) : "");
	known =
	    sp_map_find(life->ends, life->question.s, life->question.length);
	if (known != NULL)
		return known->s;
	sp_clock_end(clock, life->book.terms, life->book.terms_n,
	    life_text(life, F_DOMEIN), life_text(life, F_GEMELD_OP), start, 1,
	    life->book.lustrum, end);
	value = sp_text_value(end);
	return sp_map_add(life->ends, life->question.s, life->question.length,
	    &value)
	    ->s;
}

/* A list's own bar would end the word. */
static void
add_told(struct sp_text *out, const char *text, bool first)
{
	if (!first)
		sp_text_addc(out, '|');
	if (strchr(text, '|') == NULL) {
		sp_text_add(out, text);
		return;
	}
	for (; *text != '\0'; text++)
		sp_text_addc(out, *text == '|' ? ',' : *text);
}

void
life_tell(struct sp_life *life, const char *field, const char *before,
    const char *after)
{
	bool first = life->told++ == 0;

	add_told(&life->fields, field, first);
	add_told(&life->before, before, first);
	add_told(&life->after, after, first);
}

void
life_tell_record(struct sp_life *life, enum life_kind kind, int64_t id,
    const char *before, const char *after)
{
	sp_text_clear(&life->field);
	sp_text_add(&life->field, life_kinds[kind]);
	sp_text_addc(&life->field, ':');
	sp_text_addi(&life->field, id);
	life_tell(life, life->field.s, before, after);
}

void
life_note(struct sp_life *life, const char *format, ...)
{
	char line[1024];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(line, sizeof(line), format, arguments);
	va_end(arguments);
	sp_text_add(&life->notes, line);
	sp_text_addc(&life->notes, '\n');
}

const struct sp_value *
life_given(const struct sp_life *life, const struct sp_value *row,
    const char *column)
{
	const struct sp_kind *fields = &life->step->fields;
	int c = sp_column_named(fields->columns, fields->n, column);

	return &row[c];
}

const char *
life_given_text(const struct sp_life *life, const struct sp_value *row,
    const char *column)
{
	const struct sp_value *value = life_given(life, row, column);

	return value->type == SP_TEXT ? value->s : NULL;
}

int64_t
life_given_number(const struct sp_life *life, const struct sp_value *row,
    const char *column)
{
	const struct sp_value *value = life_given(life, row, column);

	return value->type == SP_INT ? value->i : 0;
}

void
life_forget(struct sp_life *life)
{
	while (life->kept_n > 0)
		free(life->kept[--life->kept_n]);
	for (size_t i = 0; i < F_FIELDS; i++)
		life->now[life->at[i]].type = SP_ABSENT;
	sp_text_clear(&life->fields);
	sp_text_clear(&life->before);
	sp_text_clear(&life->after);
	if (sp_map_count(life->ends) > ENDS)
		sp_map_clear(life->ends);
	life->told = 0;
	life->hung_n = 0;
	memset(life->hung_read, 0, sizeof(life->hung_read));
	life->why = life->forced;
	snprintf(life->day, sizeof(life->day), "%s", life->session->today);
}

/* No signal after the last that was referred before the run, which knows what
 * it referred itself. */
static bool
never_referred(const struct sp_life *life)
{
	return !life->joined && life->id > life->referred_to &&
	       !sp_bits_has(&life->referred, life->id);
}

int
life_read(struct sp_life *life, enum sp_hanging of, struct sp_error *err)
{
	if (life->hung_read[of])
		return 0;
	life->hung_read[of] = true;
	if (of == SP_REFERRALS && never_referred(life))
		return 0;
	return sp_signals_hanging(life->asked, life->id, of, &life->hung,
	    &life->hung_n, err);
}

int
life_load(struct sp_life *life, int64_t id, struct sp_error *err)
{
	int got;

	life_forget(life);
	life->id = id;
	got = life->ahead != NULL
		  ? sp_ahead_get(life->ahead, id, life->row, err)
		  : sp_records_get_some(life->signals, id, life->at, F_FIELDS,
			life->row, err);
	if (got < 0)
		return -1;
	if (got == 0)
		return sp_fail(err, SP_INPUT, _("id: there is no %s %lld"),
		    life->signaal->naam, (long long)id);
	return life_read(life, SP_REFERRALS, err);
}

/* Whether an end comes before the first of others. */
static bool
comes_first(const char *end, const char *first)
{
	return *end != '\0' && (*first == '\0' || strcmp(end, first) < 0);
}

/* The first day of all clocks that run and bind somebody. What residents may
 * still say, and looking whether it holds, bind nobody: were they in it, every
 * signal that was ever told would be late one day, closed or not. */
static void
set_next(struct sp_life *life)
{
	static const enum sp_life_field working[] = { F_UITERLIJK,
		F_BEVESTIGEN_VOOR, F_ROUTEREN_VOOR, F_BERICHT_VOOR,
		F_REACTIE_VOOR };
	bool live = sp_state_live(SP_TRACK_STATUS, life_text(life, F_STATUS));
	const char *first = "", *back = life_text(life, F_LUS_VOOR);

	for (size_t i = 0; live && i < sizeof(working) / sizeof(working[0]);
	     i++)
		if (comes_first(life_text(life, working[i]), first))
			first = life_text(life, working[i]);
	if (strcmp(life_text(life, F_LUS), "teruggelegd") == 0 &&
	    comes_first(back, first))
		first = back;
	if (strcmp(life_text(life, F_EERSTVOLGEND), first) != 0)
		life_put(life, F_EERSTVOLGEND, *first == '\0' ? NULL : first);
}

void
life_start(struct sp_life *life)
{
	const char *day = life_text(life, F_GEMELD_OP);
	bool looks = strcmp(life_text(life, F_SOORT), "waarneming") == 0;

	life_put(life, F_STATUS_OP, day);
	life_put(life, F_LUS_OP, day);
	life_put(life, F_LUS, looks ? "niet_nodig" : "open");
	life_put(life, F_UITERLIJK, life_end(life, SP_CLOCK_HANDLE, day));
	life_put(life, F_BEVESTIGEN_VOOR,
	    life_end(life, SP_CLOCK_ACKNOWLEDGE, day));
	life_put(life, F_ROUTEREN_VOOR, life_end(life, SP_CLOCK_ROUTE, day));
	life_put(life, F_BERICHT_VOOR, life_end(life, SP_CLOCK_PROGRESS, day));
}

void
life_take_row(struct sp_life *life, const struct sp_value *row)
{
	for (size_t i = 0; i < F_FIELDS; i++) {
		life->row[life->at[i]] = row[life->at[i]];
		life->now[life->at[i]].type = SP_ABSENT;
	}
}

void
life_give_row(struct sp_life *life, struct sp_value *row)
{
	set_next(life);
	for (size_t i = 0; i < F_FIELDS; i++)
		if (life->now[life->at[i]].type != SP_ABSENT)
			row[life->at[i]] = life->now[life->at[i]];
}

static void
tell_signal(struct sp_life *life)
{
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
		int c = life->at[told[i]];
		if (life->now[c].type == SP_ABSENT ||
		    sp_value_equal(&life->now[c], &life->row[c]))
			continue;
		sp_text_clear(&life->was);
		sp_text_clear(&life->is);
		sp_cell_format(&life->was, &life->signaal->columns[c],
		    &life->row[c], "nl");
		sp_cell_format(&life->is, &life->signaal->columns[c],
		    &life->now[c], "nl");
		life_tell(life, columns[told[i]], life->was.s, life->is.s);
	}
}

static int
log_step(struct sp_life *life, struct sp_error *err)
{
	return sp_trail_step(life->trail, life->signaal, life->id,
	    &(struct sp_trail_told){
		.verb = life->step == NULL ? "route" : life->step->fields.naam,
		.day = life->day,
		.fields = life->fields.s,
		.before = life->before.s,
		.after = life->after.s,
		.why = life->why },
	    err);
}

int
life_log(struct sp_life *life, struct sp_error *err)
{
	tell_signal(life);
	return log_step(life, err);
}

int
life_save(struct sp_life *life, struct sp_error *err)
{
	bool changed = false;

	set_next(life);
	tell_signal(life);
	for (size_t i = 0; i < F_FIELDS; i++) {
		int c = life->at[i];
		if (life->now[c].type == SP_ABSENT)
			continue;
		if (sp_value_equal(&life->now[c], &life->row[c]))
			life->now[c].type = SP_ABSENT;
		changed = changed || life->now[c].type != SP_ABSENT;
	}
	if (!changed && life->told == 0) {
		life->tally.unchanged++;
		return 0;
	}
	life->tally.changed++;
	if (sp_records_update(life->signals, life->id, life->now, err) != 0)
		return -1;
	/* a term that follows another domain is no step */
	return life->step == NULL && life->told == 0 ? 0 : log_step(life, err);
}

int
life_after(struct sp_life *life, const char *day, struct sp_error *err)
{
	if (strcmp(life->day, day) >= 0)
		return 0;
	return sp_fail(err, SP_REFUSED,
	    _("op: %s is before the step it follows (%s)"), life->day, day);
}

int
life_day(struct sp_life *life, const struct sp_value *op, struct sp_error *err)
{
	if (op->type != SP_TEXT)
		return 0;
	if (strcmp(op->s, life->session->today) > 0)
		return sp_fail(err, SP_INPUT, _("op: %s is after today (%s)"),
		    op->s, life->session->today);
	snprintf(life->day, sizeof(life->day), "%s", op->s);
	return 0;
}

static int
take_day(struct sp_life *life, const struct sp_value *row, struct sp_error *err)
{
	const struct sp_value *op = life_given(life, row, "op");

	if (life_day(life, op, err) != 0)
		return -1;
	return op->type == SP_TEXT && life->id != 0
		   ? life_after(life, life_text(life, F_GEMELD_OP), err)
		   : 0;
}

static int
take(struct sp_life *life, const char *word, struct sp_value *row,
    int64_t *made, struct sp_error *err)
{
	const struct sp_kind *fields = &life->step->fields;
	int about = sp_column_named(fields->columns, fields->n, "signaal");
	bool signal;

	if (sp_references_resolve(life->references, fields, row, err) != 0)
		return -1;
	if (life->step->of != NULL) {
		life_forget(life);
		return life->step->take(life, word, row, made, err);
	}
	if (about > 0 && sp_value_given(&row[about]))
		row[0] = row[about];
	signal = sp_value_given(&row[0]);
	if (signal && life_load(life, row[0].i, err) != 0)
		return -1;
	if (!signal)
		life_forget(life);
	life->id = signal ? row[0].i : 0;
	if (take_day(life, row, err) != 0)
		return -1;
	if (life->step->take(life, word, row, made, err) != 0)
		return -1;
	if (signal)
		return life_save(life, err);
	life->tally.changed++;
	return 0;
}

int
sp_life_take(struct sp_life *life, const struct sp_step *step, const char *word,
    struct sp_value *row, int64_t *made, struct sp_error *err)
{
	bool undo = life->how & SP_LIFE_UNDO;
	int bad;

	life->tally.read++;
	life->step = step;
	*made = 0;
	sp_text_clear(&life->notes);
	if (undo && sp_store_save(life->store, err) != 0)
		return -1;
	bad = take(life, word, row, made, err);
	if (undo && bad)
		sp_store_undo(life->store);
	else if (undo)
		bad = sp_store_keep(life->store, err);
	return bad || (life->how & (SP_LIFE_BULK | SP_LIFE_JOIN)) !=
			   SP_LIFE_BULK
		   ? bad
		   : life_late(life, err);
}

const char *
sp_life_notes(const struct sp_life *life)
{
	return life->notes.s == NULL ? "" : life->notes.s;
}

void
sp_life_then(struct sp_life *life, const char *organisations)
{
	life->then = organisations;
}

const struct sp_life_tally *
sp_life_tally(const struct sp_life *life)
{
	return &life->tally;
}

static void
open_records(struct sp_life *life)
{
	life->signals = sp_records_open(life->store, life->signaal);
	for (size_t i = 0; i < LIFE_KINDS; i++) {
		life->kinds[i] = sp_kind_find(life_kinds[i]);
		life->records[i] = sp_records_open(life->store, life->kinds[i]);
	}
	life->references = sp_references_open(life->store, life->session->lang);
	life->asked = sp_signals_open(life->store);
	life->ends = sp_map_open();
	for (int i = 0; i < F_FIELDS; i++)
		life->at[i] = sp_column_named(life->signaal->columns,
		    life->signaal->n, columns[i]);
}

/* What the end of a clock can depend on besides its start. */
static void
learn_terms(struct sp_life *life)
{
	for (size_t i = 0; i < life->book.terms_n; i++) {
		life->by_report |= life->book.terms[i].from != NULL;
		life->by_domain |= life->book.terms[i].domain != NULL;
	}
}

/* Many signals are sent one after the other: they are read ahead, and what is
 * made of them is written behind. */
static int
hurry(struct sp_life *life, struct sp_error *err)
{
	life->ahead =
	    sp_ahead_open(life->store, life->signaal, life->at, F_ROUTING);
	sp_records_update_behind(life->signals);
	return sp_records_insert_behind(life->records[LIFE_REFERRAL], err) != 0
		   ? -1
		   : sp_trail_behind(life->trail, err);
}

struct sp_life *
sp_life_open(struct sp_store *store, struct sp_session *session,
    const char *forced, unsigned how, struct sp_error *err)
{
	struct sp_life *life = sp_alloc(1, sizeof(*life));

	*life = (struct sp_life){ .store = store,
		.session = session,
		.forced = forced,
		.how = how,
		.joined = how & SP_LIFE_JOIN,
		.signaal = sp_kind_find("signaal") };
	if (!life->joined &&
	    (how & SP_LIFE_ROUTES ? sp_store_begin_loose(store, err)
				  : sp_store_begin(store, err)) != 0) {
		free(life);
		return NULL;
	}
	life->open = !life->joined;
	open_records(life);
	life->kantoor = sp_office(store, err);
	if (life->kantoor == NULL ||
	    sp_rulebook_read(store, &life->book, err) != 0) {
		sp_life_close(life);
		return NULL;
	}
	learn_terms(life);
	life->trail = sp_trail_open(store, session, life->kantoor);
	if (life_late_begin(life, err) != 0 ||
	    (how & SP_LIFE_ROUTES && hurry(life, err) != 0)) {
		sp_life_close(life);
		return NULL;
	}
	return life;
}

int
sp_life_keep(struct sp_life *life, struct sp_error *err)
{
	if (sp_store_make_indexes(life->store, NULL, NULL, err) != 0 ||
	    (life->how & SP_LIFE_ROUTES &&
		sp_records_linked(life->records[LIFE_REFERRAL],
		    life->there[LATE_REFERRALS], err) != 0))
		return -1;
	life->open = false;
	if (life->session->dry_run) {
		sp_store_rollback(life->store);
		return 0;
	}
	return sp_store_commit(life->store, err);
}

void
sp_life_close(struct sp_life *life)
{
	if (life == NULL)
		return;
	sp_trail_close(life->trail);
	life_asks_close(life->asks);
	life_leads_close(life->leads);
	sp_signals_close(life->asked);
	sp_ahead_close(life->ahead);
	sp_references_close(life->references);
	sp_records_close(life->signals);
	for (size_t i = 0; i < LIFE_KINDS; i++)
		sp_records_close(life->records[i]);
	sp_rulebook_free(&life->book);
	if (life->open)
		sp_store_rollback(life->store);
	while (life->kept_n > 0)
		free(life->kept[--life->kept_n]);
	sp_text_free(&life->fields);
	sp_text_free(&life->before);
	sp_text_free(&life->after);
	sp_text_free(&life->field);
	sp_text_free(&life->was);
	sp_text_free(&life->is);
	sp_text_free(&life->notes);
	sp_bits_free(&life->referred);
	sp_map_close(life->ends);
	sp_text_free(&life->question);
	free(life->kept);
	free(life->hung);
	free(life->kantoor);
	free(life);
}
