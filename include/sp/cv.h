/* cv - what a key person did here, for her to use elsewhere */
#ifndef SP_CV_H
#define SP_CV_H

#include "sp/mem.h"
#include "sp/session.h"
#include "sp/store.h"
#include "sp/table.h"

struct sp_cv_line {
	const char *part; /* heading it stands under, in the language */
	char *text;	  /* safe to show */
};
struct sp_cv {
	char *name;
	struct sp_cv_line *lines; /* those of one part after each other */
	size_t n, room;
};

/* What is known of the person that key means: since when and on what contract,
 * roles, languages, tasks with times and hours, for whom, training,
 * recognition and results. Only what was done and kept of herself; no words of
 * residents, no notes of talks, no limits, no asks she refused. -1 *err: none
 * (SP_NOTHING) or several. sp_cv_free. */
int sp_cv(struct sp_store *store, const char *key,
    const struct sp_session *session, struct sp_cv *cv, struct sp_error *err);
void sp_cv_free(struct sp_cv *cv);

/* Documents: text, Markdown, a page, and JSON of schema sp-cv/1. */
void sp_cv_text(struct sp_text *out, const struct sp_cv *cv,
    const struct sp_session *session);
void sp_cv_md(struct sp_text *out, const struct sp_cv *cv,
    const struct sp_session *session);
void sp_cv_html(struct sp_text *out, const struct sp_cv *cv,
    const struct sp_session *session);
void sp_cv_json(struct sp_text *out, const struct sp_cv *cv,
    const struct sp_session *session);
/* Rows: deel, regel. */
extern const struct sp_column sp_cv_columns[2];

#endif
