/* defaults - open lists, settings and texts a new store begins with */
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

struct sp_default_text {
	const char *titel, *taal, *status;
	int volgorde;
	const char *tekst;
};
extern const struct sp_default_text sp_default_texts[];
extern const size_t sp_default_texts_n;

#endif
