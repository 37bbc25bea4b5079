/* registry - all kinds, in the order of sp-formats(5) */
#include <strings.h>

#include "records/kinds/kinds.h"

const struct sp_kind *const sp_kinds[] = {
	&sp_gebied,
	&sp_buren,
	&sp_gebiedsprofiel,
	&sp_persoon,
	&sp_contactweg,
	&sp_toestemming,
	&sp_organisatie,
	&sp_dienst,
	&sp_contactpunt,
	&sp_netwerk,
	&sp_project,
	&sp_initiatief,
	&sp_activiteit,
	&sp_band,
	&sp_signaal,
	&sp_doorverwijzing,
	&sp_actie,
	&sp_lus,
	&sp_belofte,
	&sp_boodschap,
	&sp_inzicht,
	&sp_traject,
	&sp_trede,
	&sp_vraag,
	&sp_wederdienst,
	&sp_functieprofiel,
	&sp_contract,
	&sp_uren,
	&sp_gesprek,
	&sp_vacature,
	&sp_aanwijzing,
	&sp_termijn,
	&sp_regel,
	&sp_standaardtekst,
	&sp_tip,
	&sp_code,
	&sp_instelling,
	&sp_log,
};
const size_t sp_kinds_n = sizeof(sp_kinds) / sizeof(sp_kinds[0]);

/* The first letter tells most names apart. */
static bool
is_called(const char *own, const char *name)
{
	return own != NULL && ((own[0] ^ name[0]) & ~0x20) == 0 &&
	       strcasecmp(own, name) == 0;
}

const struct sp_kind *
sp_kind_find(const char *name)
{
	for (size_t i = 0; i < sp_kinds_n; i++)
		if (is_called(sp_kinds[i]->naam, name) ||
		    is_called(sp_kinds[i]->name, name) ||
		    is_called(sp_kinds[i]->alias, name))
			return sp_kinds[i];
	return NULL;
}
