/* kinds - every kind that a family's file defines, and codes they share */
#ifndef SP_RECORDS_KINDS_KINDS_H
#define SP_RECORDS_KINDS_KINDS_H

#include "sp/kinds.h"

extern const struct sp_kind sp_gebied, sp_buren, sp_persoon, sp_contactweg,
    sp_toestemming, sp_organisatie, sp_dienst, sp_contactpunt, sp_netwerk,
    sp_project, sp_initiatief, sp_activiteit, sp_band, sp_signaal,
    sp_doorverwijzing, sp_actie, sp_lus, sp_belofte, sp_boodschap, sp_inzicht,
    sp_traject, sp_termijn, sp_regel, sp_standaardtekst, sp_tip, sp_code,
    sp_instelling, sp_log;

/* Bands of people's and residents' ages. */
extern const struct sp_codes sp_age_bands;
/* Of signals and what happens to them; the verbs' fields use them too. */
extern const struct sp_codes sp_signal_types, sp_signal_states, sp_outcomes,
    sp_cancel_reasons, sp_referral_manners, sp_refusal_reasons, sp_loop_states,
    sp_loop_ways, sp_judgements, sp_certainties, sp_message_types,
    sp_clock_codes, sp_late_codes;

#endif
