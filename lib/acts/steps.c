/* steps - all that can be done to a signal */
#include <string.h>

#include "acts/life.h"

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
