/* routing - plain columns, no expression language */
#include "sp/routing.h"

#include <string.h>

#include "sp/words.h"

static bool
fits_text(const char *wanted, const char *is)
{
	return wanted == NULL || (is != NULL && strcmp(wanted, is) == 0);
}

static bool
fits_area(int64_t wanted, const struct sp_route_signal *signal)
{
	if (wanted == 0)
		return true;
	for (size_t i = 0; i < signal->areas_n; i++)
		if (signal->areas[i] == wanted)
			return true;
	return false;
}

static bool
fits(const struct sp_route_rule *rule, const struct sp_route_signal *signal)
{
	return fits_text(rule->type, signal->type) &&
	       fits_text(rule->channel, signal->channel) &&
	       (rule->domain == NULL ||
		   sp_list_has(signal->domains, rule->domain, NULL)) &&
	       fits_area(rule->area, signal) &&
	       (rule->from == NULL ||
		   strcmp(signal->reported, rule->from) >= 0) &&
	       (rule->until == NULL ||
		   strcmp(signal->reported, rule->until) <= 0);
}

const struct sp_route_rule *
sp_route(const struct sp_route_rule *rules, size_t n,
    const struct sp_route_signal *signal)
{
	for (size_t i = 0; i < n; i++)
		if (fits(&rules[i], signal))
			return &rules[i];
	return NULL;
}
