/* kinds - every kind that a family's file defines */
#ifndef SP_RECORDS_KINDS_KINDS_H
#define SP_RECORDS_KINDS_KINDS_H

#include "sp/kinds.h"

extern const struct sp_kind sp_gebied, sp_buren, sp_persoon, sp_contactweg,
    sp_toestemming, sp_organisatie, sp_dienst, sp_contactpunt, sp_netwerk,
    sp_project, sp_initiatief, sp_activiteit, sp_band, sp_signaal, sp_code,
    sp_instelling, sp_log;

/* Bands of people's and residents' ages. */
extern const struct sp_codes sp_age_bands;

#endif
