/* kinds - every kind that a family's file defines, and codes they share */
#ifndef SP_RECORDS_KINDS_KINDS_H
#define SP_RECORDS_KINDS_KINDS_H

#include "sp/kinds.h"

/* Columns that every kind has: the first, and the last two. */
#define KIND_ID                                                     \
	{                                                           \
		.naam = "id", .name = "id", .type = SP_COL_INTEGER, \
		.hulp = "nummer in deze opslag",                    \
		.help = "number in this store"                      \
	}
#define KIND_UUID                                                    \
	{                                                            \
		.naam = "uuid", .name = "uuid", .type = SP_COL_TEXT, \
		.flags = SP_PROGRAM | SP_LONG,                       \
		.hulp = "nummer dat nergens anders voorkomt",        \
		.help = "number that occurs nowhere else"            \
	}
#define KIND_OFFICE                                                       \
	{                                                                 \
		.naam = "kantoor", .name = "office", .type = SP_COL_TEXT, \
		.flags = SP_PROGRAM | SP_LONG,                            \
		.hulp = "waar het record gemaakt is",                     \
		.help = "where the record was made"                       \
	}
/* Columns that mean the same wherever they stand. */
#define KIND_NAME                                                    \
	{                                                            \
		.naam = "naam", .name = "name", .type = SP_COL_TEXT, \
		.flags = SP_REQUIRED, .hulp = "naam", .help = "name" \
	}
#define KIND_DESCRIPTION                                                       \
	{                                                                      \
		.naam = "omschrijving", .name = "description",                 \
		.type = SP_COL_TEXT, .flags = SP_LONG, .hulp = "omschrijving", \
		.help = "description"                                          \
	}
#define KIND_DOMAINS                                                       \
	{                                                                  \
		.naam = "domein", .name = "domain", .alias = "domeinen",   \
		.type = SP_COL_LIST, .list = "domein", .hulp = "domeinen", \
		.help = "domains"                                          \
	}
#define KIND_AREAS                                                     \
	{                                                              \
		.naam = "gebied", .name = "area", .alias = "gemeente", \
		.type = SP_COL_LIST, .kind = "gebied", .hulp = "waar", \
		.help = "where"                                        \
	}
#define KIND_AREA                                                           \
	{                                                                   \
		.naam = "gebied", .name = "area", .type = SP_COL_REFERENCE, \
		.kind = "gebied", .hulp = "waar", .help = "where"           \
	}
#define KIND_FOR_WHOM                                        \
	{                                                    \
		.naam = "doelgroep", .name = "target_group", \
		.type = SP_COL_LIST, .list = "doelgroep",    \
		.hulp = "voor wie; leeg is voor iedereen",   \
		.help = "for whom; empty is for everybody"   \
	}
#define KIND_PERSON                                                            \
	{                                                                      \
		.naam = "persoon", .name = "person", .type = SP_COL_REFERENCE, \
		.flags = SP_REQUIRED, .kind = "persoon", .hulp = "wie",        \
		.help = "who"                                                  \
	}
#define KIND_SIGNAL                                                            \
	{                                                                      \
		.naam = "signaal", .name = "signal", .type = SP_COL_REFERENCE, \
		.flags = SP_REQUIRED, .kind = "signaal", .hulp = "signaal",    \
		.help = "signal"                                               \
	}
#define KIND_DATE                                                     \
	{                                                             \
		.naam = "datum", .name = "date", .type = SP_COL_DATE, \
		.flags = SP_REQUIRED, .hulp = "dag", .help = "day"    \
	}
#define KIND_ON                                                    \
	{                                                          \
		.naam = "op", .name = "on", .type = SP_COL_DATE,   \
		.flags = SP_REQUIRED, .hulp = "dag", .help = "day" \
	}
#define KIND_SOURCE_ID                                                       \
	{                                                                    \
		.naam = "bron_id", .name = "source_id", .type = SP_COL_TEXT, \
		.flags = SP_LONG, .hulp = "nummer waar het vandaan komt",    \
		.help = "number where it comes from"                         \
	}

extern const struct sp_kind sp_gebied, sp_buren, sp_gebiedsprofiel, sp_persoon,
    sp_contactweg, sp_toestemming, sp_organisatie, sp_dienst, sp_contactpunt,
    sp_netwerk, sp_project, sp_initiatief, sp_activiteit, sp_band, sp_signaal,
    sp_doorverwijzing, sp_actie, sp_lus, sp_belofte, sp_boodschap, sp_inzicht,
    sp_traject, sp_trede, sp_vraag, sp_wederdienst, sp_functieprofiel,
    sp_contract, sp_uren, sp_gesprek, sp_vacature, sp_aanwijzing, sp_termijn,
    sp_regel, sp_standaardtekst, sp_tip, sp_code, sp_instelling, sp_log;

/* What people do, and bands of their and residents' ages. */
extern const struct sp_codes sp_roles, sp_age_bands;
/* What key persons are asked to do, and what becomes of it. */
enum { SP_ASK_COLUMNS = 28 };
extern const struct sp_column sp_ask_columns[SP_ASK_COLUMNS];
extern const struct sp_codes sp_tasks, sp_phases, sp_ask_states,
    sp_lead_sources, sp_lead_states, sp_vacancy_states;
/* The states of an ask that took her time, for SQL. */
#define SP_ASK_COUNTS "('gevraagd', 'toegezegd', 'gedaan', 'niet_doorgegaan')"
#define SP_ASK_CASES                                                    \
	"WHEN 'gedaan' THEN 1 WHEN 'toegezegd' THEN 1 WHEN 'gevraagd' " \
	"THEN 1 WHEN 'niet_doorgegaan' THEN 1"
/* The same, as they are typed. */
#define SP_ASK_COUNTED "gevraagd,toegezegd,gedaan,niet_doorgegaan"
/* What a colleague has, and a key person with a contract may have too. */
extern const struct sp_codes sp_colleague;
/* Of signals and what happens to them; the verbs' fields use them too. */
extern const struct sp_codes sp_signal_types, sp_signal_states, sp_outcomes,
    sp_cancel_reasons, sp_referral_states, sp_referral_manners,
    sp_refusal_reasons, sp_action_states, sp_promise_states, sp_loop_states,
    sp_loop_ways, sp_judgements, sp_certainties, sp_message_types,
    sp_clock_codes, sp_late_codes;

#endif
