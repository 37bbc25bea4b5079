/* asking - what the steps of an ask share: the ask, its person, her limits */
#ifndef SP_ACTS_ASKING_H
#define SP_ACTS_ASKING_H

#include "acts/life.h"
#include "acts/loads.h"
#include "records/asks.h"

/* Columns of an ask that steps look at or set. */
enum ask_field {
	A_PERSOON,
	A_ORG,
	A_DATUM,
	A_STATUS,
	A_TAAK,
	A_SIGNAAL,
	A_PROJECT,
	A_TOEGANG,
	A_BELANG_BEIDE,
	A_UREN_BEGROOT,
	A_ZWAAR,
	A_WANNEER,
	A_STATUS_OP,
	A_REDEN,
	A_GELUKT,
	A_TERUG_GEMELD_OP,
	A_DOORBROKEN,
	A_FIELDS
};

/* Of the person who is asked. */
enum ask_person { P_STATUS, P_STAND, P_DAGEN, P_NIET_VOOR, P_UREN, P_TITEL };
enum { P_FIELDS = P_TITEL + 1 };

struct life_asks {
	const struct sp_kind *kind;
	int at[A_FIELDS];
	struct sp_records *records;
	struct sp_query *queries[SP_ASKS_QUESTIONS]; /* opened when asked */
	struct sp_guard_rules rules;
	struct sp_carried carried;

	/* the person at hand */
	struct sp_records *people;
	int person_at[P_FIELDS];
	struct sp_value person[SP_KIND_COLUMNS];
};

/* Made when the first ask is at hand; NULL and *err. */
struct life_asks *life_asks(struct sp_life *life, struct sp_error *err);
void life_asks_close(struct life_asks *asks); /* NULL is allowed */

/* A cell of an ask: by its place, as text (NULL: none), as a number (0: none).
 */
struct sp_value *ask_cell(const struct life_asks *asks, struct sp_value *row,
    enum ask_field field);
const char *ask_text(const struct life_asks *asks, const struct sp_value *row,
    enum ask_field field);
int64_t ask_number(const struct life_asks *asks, const struct sp_value *row,
    enum ask_field field);
/* The same of the person at hand. */
const char *ask_person_text(const struct life_asks *asks,
    enum ask_person field);

/* A question, reset and ready to bind; NULL and *err. */
struct sp_query *ask_query(struct sp_life *life, enum sp_asks_question question,
    struct sp_error *err);

/* limits: whether the person of an ask may be asked it, row as it will be
 * stored; a draft only has to pass what nothing can set aside. When --force
 * passes a limit over, doorbroken says why. -1: SP_REFUSED, with what limit,
 * its figures and what helps. */
int ask_limits(struct sp_life *life, struct sp_value *row,
    struct sp_error *err);
/* Notes what else there is to know of an ask that is no draft: it is no reason
 * to refuse. */
int ask_hints(struct sp_life *life, const struct sp_value *row,
    struct sp_error *err);

/* Saves what the steps changed of an ask, with its trail: now are the cells
 * that are not absent. */
int ask_save(struct sp_life *life, int64_t id, const struct sp_value *known,
    struct sp_value *now, struct sp_error *err);

/* Whether the cells of an ask go together: -1 *err. */
int sp_ask_check(const struct sp_kind *kind, const struct sp_value *row,
    const struct sp_session *session, struct sp_error *err);

#endif
