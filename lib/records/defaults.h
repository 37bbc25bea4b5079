/* defaults - the open lists and settings a new store begins with */
#ifndef SP_RECORDS_DEFAULTS_H
#define SP_RECORDS_DEFAULTS_H

#include <stddef.h>

struct sp_default_code {
	const char *lijst, *code, *nl, *en;
};
extern const struct sp_default_code sp_default_codes[];
extern const size_t sp_default_codes_n;

struct sp_default_setting {
	const char *naam, *waarde, *uitleg;
};
extern const struct sp_default_setting sp_default_settings[];
extern const size_t sp_default_settings_n;

#endif
