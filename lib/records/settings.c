/* settings - values the program follows */
#include "records/settings.h"

#include <stdlib.h>
#include <string.h>

#include "records/defaults.h"
#include "sp/mem.h"

int
sp_setting(struct sp_store *store, const char *naam, char **value,
    struct sp_error *err)
{
	struct sp_query *query = sp_query_open(store,
	    "SELECT waarde FROM instelling WHERE naam = $1", err);
	int got = -1;

	*value = NULL;
	if (query != NULL) {
		sp_query_bind_text(query, 1, naam);
		got = sp_query_step(query, err);
	}
	if (got > 0)
		*value = sp_strdup(sp_query_text(query, 0));
	sp_query_close(query);
	return got;
}

static bool
number(const char *text, int64_t *value)
{
	size_t digits = text == NULL ? 0 : strspn(text, "0123456789");

	if (digits == 0 || digits > 18 || text[digits] != '\0')
		return false;
	*value = strtoll(text, NULL, 10);
	return true;
}

int
sp_setting_number(struct sp_store *store, const char *naam, int64_t most,
    int64_t *value, struct sp_error *err)
{
	char *text;
	int got = sp_setting(store, naam, &text, err);

	*value = 0;
	if (!number(text, value))
		for (size_t i = 0; i < sp_default_settings_n; i++)
			if (strcmp(sp_default_settings[i].naam, naam) == 0)
				number(sp_default_settings[i].waarde, value);
	if (*value > most)
		*value = most;
	free(text);
	return got < 0 ? -1 : 0;
}

int
sp_setting_yes(struct sp_store *store, const char *naam, bool *yes,
    struct sp_error *err)
{
	char *text;
	int got = sp_setting(store, naam, &text, err);

	*yes = text != NULL && strcmp(text, "ja") == 0;
	free(text);
	return got < 0 ? -1 : 0;
}

int
sp_settings_any(struct sp_store *store, struct sp_error *err)
{
	struct sp_query *query =
	    sp_query_open(store, "SELECT 1 FROM instelling LIMIT 1", err);
	int got = query == NULL ? -1 : sp_query_step(query, err);

	sp_query_close(query);
	return got;
}
