/* carry - reads the answers that wait, and puts them in order */
#include "sp/carry.h"

#include <stdlib.h>
#include <string.h>

#include "records/kinds/kinds.h"
#include "records/loops.h"
#include "records/references.h"
#include "sp/mem.h"

const struct sp_column sp_carry_columns[SP_CARRY_COLUMNS] = {
	{ .naam = "persoon",
	    .name = "person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon",
	    .care = SP_PERSONAL },
	{ .naam = "signaal",
	    .name = "signal",
	    .type = SP_COL_REFERENCE,
	    .kind = "signaal" },
	{ .naam = "soort",
	    .name = "type",
	    .type = SP_COL_CODE,
	    .codes = &sp_signal_types },
	{ .naam = "domein",
	    .name = "domain",
	    .type = SP_COL_LIST,
	    .list = "domein" },
	{ .naam = "gebied",
	    .name = "area",
	    .type = SP_COL_REFERENCE,
	    .kind = "gebied" },
	{ .naam = "gemeld_op", .name = "reported_on", .type = SP_COL_DATE },
	{ .naam = "aantal", .name = "number", .type = SP_COL_INTEGER },
	{ .naam = "tekst",
	    .name = "text",
	    .flags = SP_LONG,
	    .care = SP_SENSITIVE },
	{ .naam = "antwoord", .name = "answer", .care = SP_PERSONAL },
	{ .naam = "uitkomst",
	    .name = "outcome",
	    .type = SP_COL_CODE,
	    .codes = &sp_outcomes },
	{ .naam = "org",
	    .name = "organisation",
	    .type = SP_COL_REFERENCE,
	    .kind = "organisatie" },
	{ .naam = "uiterlijk", .name = "due", .type = SP_COL_DATE },
};

static char *
copy(const struct sp_query *query, int column)
{
	const char *text = sp_query_text(query, column);

	return text == NULL ? NULL : sp_strdup(text);
}

static void
copy_day(char day[SP_DATE_SIZE], const char *text)
{
	size_t length = text == NULL ? 0 : strnlen(text, SP_DATE_SIZE - 1);

	memcpy(day, text == NULL ? "" : text, length);
	day[length] = '\0';
}

static char *
label(struct sp_references *references, const struct sp_kind *kind, int64_t id)
{
	const char *name =
	    id == 0 ? NULL : sp_reference_label(references, kind, id);

	return name == NULL ? NULL : sp_strdup(name);
}

static void
name(struct sp_card *card, struct sp_references *references)
{
	struct sp_text room = { 0 };
	struct sp_value domain = sp_text_value(card->domain);

	card->person_name = label(references, &sp_persoon, card->person);
	card->area_name = label(references, &sp_gebied, card->area);
	card->org_name = label(references, &sp_organisatie, card->org);
	if (card->domain == NULL)
		return;
	sp_reference_name(references, &sp_carry_columns[3], &room, &domain);
	card->domain_name = sp_strdup(domain.s);
	sp_text_free(&room);
}

static void
read_card(struct sp_card *card, const struct sp_query *query, const char *today)
{
	const char *sensitive = sp_query_text(query, 8);

	*card = (struct sp_card){ .signal = sp_query_int(query, 0),
		.person = sp_query_int(query, 1),
		.type = copy(query, 2),
		.domain = copy(query, 3),
		.area = sp_query_int(query, 4),
		.said = sp_query_int(query, 6),
		.sensitive = sensitive != NULL && strcmp(sensitive, "ja") == 0,
		.answer = copy(query, 9),
		.outcome = copy(query, 10),
		.org = sp_query_int(query, 11) };
	copy_day(card->reported, sp_query_text(query, 5));
	copy_day(card->by, sp_query_text(query, 12));
	card->late = *card->by != '\0' && strcmp(card->by, today) < 0;
	card->words = card->sensitive ? NULL : copy(query, 7);
}

static int
compare(const void *left, const void *right)
{
	const struct sp_card *a = left, *b = right;
	bool none = a->person_name == NULL, other = b->person_name == NULL;
	int who = none || other ? none - other
				: strcmp(a->person_name, b->person_name);
	int day = (*a->by == '\0') - (*b->by == '\0');

	day = day != 0 ? day : strcmp(a->by, b->by);
	return who != 0	  ? who
	       : day != 0 ? day
			  : (a->signal > b->signal) - (a->signal < b->signal);
}

static int
read_all(struct sp_cards *cards, struct sp_query *query,
    struct sp_references *references, const char *today, struct sp_error *err)
{
	size_t room = 0;
	int got;

	while ((got = sp_query_step(query, err)) > 0) {
		if (cards->n == room) {
			room = 2 * room + 16;
			cards->list =
			    sp_grow(cards->list, room, sizeof(*cards->list));
		}
		read_card(&cards->list[cards->n++], query, today);
	}
	for (size_t i = 0; i < cards->n; i++)
		name(&cards->list[i], references);
	if (cards->n > 0)
		qsort(cards->list, cards->n, sizeof(*cards->list), compare);
	return got;
}

/* Of whom: *person 0 when nobody is named. */
static int
whose(struct sp_references *references, const struct sp_pair *pairs, size_t n,
    int64_t *person, struct sp_error *err)
{
	*person = 0;
	if (n == 0)
		return 0;
	if (n > 1 || pairs->relation != SP_IS ||
	    sp_kind_find(pairs->field) != &sp_persoon)
		return sp_fail(err, SP_INPUT,
		    _("terugbrengen takes persoon=WHO at most"));
	if (sp_reference_find(references, &sp_persoon, pairs->value, person,
		err) == 0)
		return 0;
	err->status = SP_INPUT;
	return sp_fail_at(err, "%s: ", pairs->field);
}

int
sp_carry(struct sp_store *store, const struct sp_pair *pairs, size_t n,
    const struct sp_session *session, struct sp_cards *cards,
    struct sp_error *err)
{
	struct sp_references *references =
	    sp_references_open(store, session->lang);
	struct sp_query *query = NULL;
	struct sp_value who = sp_text_value(NULL);
	int64_t person;
	int bad = whose(references, pairs, n, &person, err);

	*cards = (struct sp_cards){ 0 };
	if (!bad)
		query = sp_loops_ask(store, SP_LOOPS_WAITING, err);
	bad = query == NULL;
	if (!bad) {
		who = person == 0 ? who : sp_int_value(person);
		sp_query_bind(query, 1, &who);
		bad = read_all(cards, query, references, session->today, err);
	}
	sp_query_close(query);
	sp_references_close(references);
	if (bad)
		sp_carry_free(cards);
	return bad ? -1 : 0;
}

void
sp_carry_free(struct sp_cards *cards)
{
	for (size_t i = 0; i < cards->n; i++) {
		struct sp_card *card = &cards->list[i];
		char *const texts[] = { card->person_name, card->area_name,
			card->org_name, card->type, card->domain,
			card->domain_name, card->outcome, card->words,
			card->answer };
		for (size_t t = 0; t < sizeof(texts) / sizeof(texts[0]); t++)
			free(texts[t]);
	}
	free(cards->list);
	*cards = (struct sp_cards){ 0 };
}

/* A record by its name or its id. */
static struct sp_value
reference(int64_t id, const char *called, bool names)
{
	if (id == 0)
		return sp_text_value(NULL);
	return names && called != NULL ? sp_text_value(called)
				       : sp_int_value(id);
}

void
sp_carry_row(const struct sp_card *card, bool names,
    struct sp_value row[SP_CARRY_COLUMNS])
{
	row[0] = reference(card->person, card->person_name, names);
	row[1] = sp_int_value(card->signal);
	row[2] = sp_text_value(card->type);
	row[3] = sp_text_value(names ? card->domain_name : card->domain);
	row[4] = reference(card->area, card->area_name, names);
	row[5] = sp_text_value(card->reported);
	row[6] = sp_int_value(card->said);
	row[7] = sp_text_value(card->words);
	row[8] = sp_text_value(card->answer);
	row[9] = sp_text_value(card->outcome);
	row[10] = reference(card->org, card->org_name, names);
	row[11] = sp_text_value(*card->by == '\0' ? NULL : card->by);
}
