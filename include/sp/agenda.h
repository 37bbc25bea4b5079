/* agenda - what a period asks of policy: themes, letters, how early */
#ifndef SP_AGENDA_H
#define SP_AGENDA_H

#include "sp/pairs.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

enum { SP_AGENDA_COLUMNS = 9 };

/* Rows of blok, sleutel, naam (for people), signalen, vorige (as many in the
 * period before), bewoners, agenda (how many of the signals were put on the
 * agenda: their outcome), org (who has most of them, the first of equals) and
 * vragen.
 *
 * The blocks, in this order, each with the most first: thema, a domain;
 * aanleiding, a letter, website or decision with its reference; vroeg, how
 * early it was, as it was stated; vraag, a domain that key persons were asked
 * for, of which only vragen and vorige are told. A domain with fewer signals
 * than the setting agenda_vanaf is no theme. Such letters are counted together
 * under no key: the reference of a letter that few asked about may lead to
 * them. */
extern const struct sp_column sp_agenda_columns[SP_AGENDA_COLUMNS];

/* Calls each row about the signals reported in a period (as sp_period_parse
 * reads it) that pass the pairs, and about the asks of that period unless a
 * pair is about more than area, domain and project; a duplicate does not count,
 * and what has several domains counts in each. lang is that of names; names:
 * org by its name too. -1: SP_INPUT. */
int sp_agenda(struct sp_store *store, const char *period,
    const struct sp_pair *pairs, size_t pairs_n,
    const struct sp_session *session, const char *lang, bool names,
    void (*each)(void *context, const struct sp_value *row), void *context,
    struct sp_error *err);

#endif
