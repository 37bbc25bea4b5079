/* life - steps in the life of signals, asks and leads, in one transaction */
#ifndef SP_LIFE_H
#define SP_LIFE_H

#include "sp/kinds.h"
#include "sp/mem.h"
#include "sp/session.h"
#include "sp/store.h"

struct sp_life;

/* A step: what sp-signal VERB does to one signal, sp-match VERB to one ask. */
struct sp_step {
	/* its fields; the first is id, of the record; fields.naam is the
	 * verb. No table of that name exists. */
	struct sp_kind fields;
	/* The kind of record it is a step of; NULL: a signal. */
	const char *of;
	/* The kind whose lists may be fed to it, NULL: signals. Their other
	 * fields are passed over, and so are these. */
	const char *lists;
	const struct sp_column *passed;
	size_t passed_n;
	/* States and events that may stand after the id, in Dutch, "|"
	 * between; NULL: it takes none. */
	const char *words;
	/* What these are called in both languages. */
	const struct sp_codes *states, *events; /* NULL: none */
	/* How many at a time go, beside SP_LIFE_BULK. */
	unsigned in_bulk;
	/* Does it to the signal at hand, or to the ask that row means; word is
	 * NULL or one of words, row as resolved. Sets *made to the id of a
	 * record it made. */
	int (*take)(struct sp_life *life, const char *word,
	    const struct sp_value *row, int64_t *made, struct sp_error *err);
};

/* All of them: route, accept, refuse, action, status, answer, loop, promise,
 * message, link; ask, reply; next. */
extern const struct sp_step *const sp_steps[];
extern const size_t sp_steps_n;
const struct sp_step *sp_step_find(const char *name); /* NULL if none */
/* The word of a step that text means in either language; NULL if none. */
const char *sp_step_word(const struct sp_step *step, const char *text);
/* Appends all its words in a language, "|" between. */
void sp_step_words(const struct sp_step *step, const char *lang,
    struct sp_text *out);

/* What a run did. */
struct sp_life_tally {
	int64_t read, changed, unchanged;
};

enum sp_life_how {
	SP_LIFE_UNDO = 1,    /* a step that fails is undone alone */
	SP_LIFE_JOIN = 2,    /* inside the caller's transaction */
	SP_LIFE_BULK = 4,    /* many: no notes */
	SP_LIFE_FORCES = 8,  /* the user may give forced: refusals say so */
	SP_LIFE_ROUTES = 16, /* many by route alone, which refers to what it
				looked up: references are looked at once more in
				the end, and but for what it needs nothing is
				read */
};

/* Borrows all; begins the transaction. how: enum sp_life_how, or'ed.
 * forced: why rules are passed over, or NULL. NULL and *err. */
struct sp_life *sp_life_open(struct sp_store *store, struct sp_session *session,
    const char *forced, unsigned how, struct sp_error *err);

/* Takes the step on the record of row[0]; row[step->fields.n] as the door left
 * it, changed on the way; texts must stay until the next call. *made is 0, or
 * the id of what was made. What the user should hear of it is in
 * sp_life_notes. -1 *err: SP_INPUT, or SP_REFUSED and the rule; nothing of the
 * step is kept when SP_LIFE_UNDO. */
int sp_life_take(struct sp_life *life, const struct sp_step *step,
    const char *word, struct sp_value *row, int64_t *made,
    struct sp_error *err);

/* Sentences of the last step, a line each; "" when there are none. */
const char *sp_life_notes(const struct sp_life *life);

/* Organisations for --then: the hops after the next `route`. Borrowed. */
void sp_life_then(struct sp_life *life, const char *organisations);

/* Appends a line that says which rule the signal went by, or who sent it by
 * hand, or, of one that is with nobody, which rule fits. Changes nothing. */
int sp_life_explain(struct sp_life *life, int64_t id, struct sp_text *out,
    struct sp_error *err);

const struct sp_life_tally *sp_life_tally(const struct sp_life *life);
int sp_life_keep(struct sp_life *life, struct sp_error *err); /* commits */
void sp_life_close(struct sp_life *life); /* rolls back what was not kept */

#endif
