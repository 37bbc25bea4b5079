/* carry - the answers that key persons bring back, a card each */
#ifndef SP_CARRY_H
#define SP_CARRY_H

#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

struct sp_card {
	int64_t signal, person, area, org;	  /* 0: none */
	int64_t said;				  /* how many residents wait */
	char *person_name, *area_name, *org_name; /* NULL: none */
	char *type, *domain, *domain_name, *outcome;
	char *words;  /* what was asked; NULL: none, or a sensitive signal */
	char *answer; /* NULL: none */
	char reported[SP_DATE_SIZE], by[SP_DATE_SIZE]; /* by "": no term */
	bool sensitive, late;
};
struct sp_cards {
	struct sp_card *list;
	size_t n;
};

/* The cards of all, or of persoon=WHO: by the person's name, then by the day.
 * The words of a sensitive signal are left out: a card leaves the house. -1
 * *err: another field, or an unknown person (SP_INPUT). sp_carry_free. */
int sp_carry(struct sp_store *store, const struct sp_pair *pairs, size_t n,
    const struct sp_session *session, struct sp_cards *cards,
    struct sp_error *err);
void sp_carry_free(struct sp_cards *cards);

enum { SP_CARRY_COLUMNS = 12 };
extern const struct sp_column sp_carry_columns[SP_CARRY_COLUMNS];
/* A card as a row; names: labels instead of ids. Valid as long as the card. */
void sp_carry_row(const struct sp_card *card, bool names,
    struct sp_value row[SP_CARRY_COLUMNS]);

/* Documents: to read, and to print or send: Markdown, and a page that stands
 * alone. */
void sp_carry_text(struct sp_text *out, const struct sp_cards *cards,
    const struct sp_session *session);
void sp_carry_md(struct sp_text *out, const struct sp_cards *cards,
    const struct sp_session *session);
void sp_carry_html(struct sp_text *out, const struct sp_cards *cards,
    const struct sp_session *session);

#endif
