/* settings - values the program follows */
#ifndef SP_RECORDS_SETTINGS_H
#define SP_RECORDS_SETTINGS_H

#include <stdbool.h>

#include "sp/store.h"

/* The value of a setting, which the caller frees: 1, 0 and NULL when there is
 * no such setting, -1. */
int sp_setting(struct sp_store *store, const char *naam, char **value,
    struct sp_error *err);

/* The same as a number from 0 to most. A setting that is missing, or is no
 * number, is what a new store begins with. */
int sp_setting_number(struct sp_store *store, const char *naam, int64_t most,
    int64_t *value, struct sp_error *err);

/* Whether it is "ja"; a setting that is missing is not. 0 or -1. */
int sp_setting_yes(struct sp_store *store, const char *naam, bool *yes,
    struct sp_error *err);

/* Whether there is any: 1, 0, -1. A store without is a new one. */
int sp_settings_any(struct sp_store *store, struct sp_error *err);

#endif
