/* story - one signal as a person would read it, or whole for programs */
#ifndef SP_STORY_H
#define SP_STORY_H

#include "sp/mem.h"
#include "sp/session.h"
#include "sp/store.h"

/* Appends the signal that key means (an id or bron_id): what it is, who has
 * it, what runs and by when, what is known of who has it, and its history day
 * by day, a sentence a line. A line of the history begins with a word that
 * says what it is about: `bericht` (in English `message`) is said to a key
 * person or residents, and nothing else begins so. Texts that people wrote
 * stand in it, also those of a sensitive signal: one record was asked for.
 * What steers a terminal is made visible, and their further lines are moved
 * in. -1: none (SP_NOTHING) or several (SP_INPUT). */
int sp_story_text(struct sp_store *store, const char *key,
    const struct sp_session *session, struct sp_text *out,
    struct sp_error *err);

/* The same as one JSON object and a newline: every column of the signal, then
 * arrays of what hangs on it (doorverwijzingen acties beloften lussen
 * boodschappen inzichten: every column of each) and geschiedenis, its rows of
 * the log: wanneer wie handeling op reden and veranderingen of veld, oud and
 * nieuw. lang: of the names and codes, "nl" or "en". */
int sp_story_json(struct sp_store *store, const char *key,
    const struct sp_session *session, const char *lang, struct sp_text *out,
    struct sp_error *err);

#endif
