/* story - a signal and all that hangs on it, in memory */
#ifndef SP_ACTS_STORY_H
#define SP_ACTS_STORY_H

#include "sp/kinds.h"
#include "sp/label.h"
#include "sp/mem.h"
#include "sp/session.h"
#include "sp/store.h"

/* Records of a kind; texts are its own. */
struct story_rows {
	const struct sp_kind *kind;
	struct sp_value *cells; /* n rows of kind->n */
	size_t n;
};

enum story_part {
	STORY_REFERRALS,
	STORY_ACTIONS,
	STORY_PROMISES,
	STORY_LOOPS,
	STORY_MESSAGES,
	STORY_INSIGHTS,
	STORY_HISTORY,
	STORY_PARTS
};

struct story {
	const struct sp_session *session;
	struct story_rows signal; /* one row */
	struct story_rows raw;	  /* the same, without names */
	struct story_rows parts[STORY_PARTS];
};

/* names: labels instead of ids, for people. -1: none or several; close it all
 * the same. */
int story_load(struct story *story, struct sp_store *store, const char *key,
    bool names, const struct sp_session *session, struct sp_error *err);
void story_close(struct story *story);

/* Records of a kind that refer to an id in a column. -1 *err. */
int story_read_of(struct story_rows *rows, struct sp_store *store,
    const char *kind, const char *column, int64_t id, bool names,
    const struct sp_session *session, struct sp_error *err);
/* Records of a kind whose fields are the values. -1 *err. */
struct story_where {
	const char *field, *value;
};
int story_read(struct story_rows *rows, struct sp_store *store,
    const char *kind, const struct story_where *where, size_t n, bool names,
    const struct sp_session *session, struct sp_error *err);
void story_rows_free(struct story_rows *rows);

const struct sp_value *story_cell(const struct story_rows *rows, size_t i,
    const char *column);
/* Its text as it is stored or called, NULL when it has none; valid until the
 * rows are freed. Its number or id, 0 when it has none. */
const char *story_word(const struct story_rows *rows, size_t i,
    const char *column);
int64_t story_number(const struct story_rows *rows, size_t i,
    const char *column);
/* The row of an id; rows->n when there is none. */
size_t story_find(const struct story_rows *rows, int64_t id);

/* One change of a row of the log. */
struct story_change {
	char *field;	      /* "status", "doorverwijzing" */
	int64_t nr;	      /* of doorverwijzing:3; 0: none */
	char *before, *after; /* NULL: not on the log */
};
enum { STORY_CHANGES = 64 };
size_t story_changes(const struct story *story, size_t row,
    struct story_change changes[STORY_CHANGES]);
void story_changes_free(struct story_change *changes, size_t n);
/* The codes of a change's values, or NULL. */
const struct sp_codes *story_codes(const struct story *story,
    const struct story_change *change);
/* The kind a change is about, or NULL: the signal itself. */
const struct sp_kind *story_about(const struct story_change *change);

/* story_told.c: the history, day by day. rules: those by which it was sent. */
void story_tell(const struct story *story, const struct story_rows *rules,
    struct sp_labels *labels, struct sp_text *out);

/* Appends the cell in the language, safe to show; its further lines moved in
 * by indent. Nothing when it is empty. */
void story_put(struct sp_text *out, const struct story_rows *rows, size_t i,
    const char *column, const char *lang, size_t indent);

#endif
