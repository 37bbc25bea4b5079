/* consent - a tie that tells somebody's religion needs their consent */
#include "acts/consent.h"

#include <stdlib.h>
#include <string.h>

#include "records/people.h"

/* A record, as a link names it: persoon:3. */
struct end {
	const char *kind; /* NULL: not given */
	int64_t id;
};

static const struct sp_value *
cell(const struct sp_kind *kind, const struct sp_value *row, const char *name)
{
	return &row[sp_column_named(kind->columns, kind->n, name)];
}

static struct end
end_of(const struct sp_value *link)
{
	static const char *const kinds[] = { "persoon", "organisatie",
		"netwerk" };
	struct end end = { NULL, 0 };

	for (size_t i = 0; i < 3 && link->type == SP_TEXT; i++) {
		size_t length = strlen(kinds[i]);
		if (strncmp(link->s, kinds[i], length) == 0 &&
		    link->s[length] == ':')
			end = (struct end){ kinds[i],
				strtoll(link->s + length + 1, NULL, 10) };
	}
	return end;
}

static int
may_tie(struct sp_store *store, struct end person, struct end other,
    const char *field, const char *day, struct sp_error *err)
{
	int got;

	if (person.kind == NULL || other.kind == NULL ||
	    strcmp(person.kind, "persoon") != 0)
		return 0;
	got = sp_people_worship(store, other.kind, other.id, err);
	if (got > 0)
		got = sp_people_consent(store, person.id, day, err) == 0;
	if (got <= 0)
		return got;
	return sp_fail(err, SP_REFUSED,
	    _("%s: tells a religion, so it needs the person's consent: first "
	      "sp-add toestemming persoon=ID doel=registreren "
	      "grondslag=toestemming gegeven_op=DAY"),
	    field);
}

static int
check_person(struct sp_store *store, const struct sp_kind *kind, int64_t id,
    const struct sp_value *given, const struct sp_session *session,
    struct sp_error *err)
{
	const struct sp_value *organisation = cell(kind, given, "organisatie");
	struct end person = { "persoon", id };
	struct end other = { "organisatie", organisation->i };

	if (organisation->type != SP_INT)
		return 0;
	return may_tie(store, person, other,
	    strcmp(session->lang, "en") == 0 ? "organisation" : "organisatie",
	    session->today, err);
}

int
sp_consent_check(struct sp_store *store, const struct sp_kind *kind, int64_t id,
    const struct sp_value *given, const struct sp_value *whole,
    const struct sp_session *session, struct sp_error *err)
{
	bool english = strcmp(session->lang, "en") == 0;
	struct end from, to;

	if (strcmp(kind->naam, "persoon") == 0)
		return check_person(store, kind, id, given, session, err);
	if (strcmp(kind->naam, "band") != 0 ||
	    (!sp_value_given(cell(kind, given, "van")) &&
		!sp_value_given(cell(kind, given, "naar"))))
		return 0;
	from = end_of(cell(kind, whole, "van"));
	to = end_of(cell(kind, whole, "naar"));
	if (may_tie(store, from, to, english ? "to" : "naar", session->today,
		err) != 0)
		return -1;
	return may_tie(store, to, from, english ? "from" : "van",
	    session->today, err);
}
