/* steps - all that can be done to a signal, to an ask and to a lead */
#include <string.h>

#include "acts/life.h"
#include "sp/words.h"

const struct sp_step *const sp_steps[] = {
	&sp_step_route,
	&sp_step_accept,
	&sp_step_refuse,
	&sp_step_action,
	&sp_step_status,
	&sp_step_answer,
	&sp_step_loop,
	&sp_step_promise,
	&sp_step_message,
	&sp_step_link,
	&sp_step_ask,
	&sp_step_reply,
	&sp_step_next,
};
const size_t sp_steps_n = sizeof(sp_steps) / sizeof(sp_steps[0]);

const struct sp_step *
sp_step_find(const char *name)
{
	for (size_t i = 0; i < sp_steps_n; i++)
		if (strcmp(sp_steps[i]->fields.naam, name) == 0)
			return sp_steps[i];
	return NULL;
}

const char *
sp_step_word(const struct sp_step *step, const char *text)
{
	const struct sp_codes *tables[] = { step->states, step->events };

	for (size_t i = 0; i < 2 && step->words != NULL; i++) {
		const char *code =
		    tables[i] == NULL ? NULL : sp_code_find(tables[i], text);
		if (code != NULL && sp_list_has(step->words, code, NULL))
			return code;
	}
	return NULL;
}

void
sp_step_words(const struct sp_step *step, const char *lang, struct sp_text *out)
{
	const struct sp_codes *tables[] = { step->states, step->events };
	size_t n = 0;

	for (size_t i = 0; i < 2; i++)
		for (const struct sp_code *c =
			 tables[i] == NULL ? NULL : tables[i]->codes;
		     c != NULL && c->code != NULL; c++)
			if (sp_list_has(step->words, c->code, NULL))
				sp_text_addf(out, "%s%s", n++ > 0 ? "|" : "",
				    sp_code_name(tables[i], c->code, lang));
}
