/* overview_print - the counts as rows and as JSON */
#include <string.h>

#include "sp/json.h"
#include "sp/overview.h"

const struct sp_column sp_overview_rows[5] = {
	{ .naam = "periode", .name = "period" },
	{ .naam = "blok", .name = "block" },
	{ .naam = "sleutel", .name = "key" },
	{ .naam = "deel", .name = "part" },
	{ .naam = "aantal", .name = "number", .type = SP_COL_INTEGER },
};

const struct sp_column sp_overview_lines[7] = {
	{ .naam = "periode", .name = "period", .flags = SP_LONG },
	{ .naam = "blok", .name = "block" },
	{ .naam = "naam", .name = "name" },
	{ .naam = "signalen", .name = "signals", .type = SP_COL_INTEGER },
	{ .naam = "vorige", .name = "before", .type = SP_COL_INTEGER },
	{ .naam = "bewoners", .name = "residents", .type = SP_COL_INTEGER },
	{ .naam = "bewoners_vorige",
	    .name = "residents_before",
	    .type = SP_COL_INTEGER },
};

void
sp_overview_row(const struct sp_overview *overview, size_t i,
    struct sp_value row[5])
{
	const struct sp_count *count = &overview->counts[i / 4];
	size_t before = i % 4 / 2, residents = i % 2;

	row[0] = sp_text_value(overview->periode[before]);
	row[1] = sp_text_value(count->blok);
	row[2] = sp_text_value(*count->sleutel == '\0' ? NULL : count->sleutel);
	row[3] = sp_text_value(residents ? "bewoners" : "signalen");
	row[4] = sp_int_value(
	    residents ? count->bewoners[before] : count->signalen[before]);
}

const char *
sp_overview_block(const char *blok, const char *lang)
{
	static const struct {
		const char *nl, *en;
	} names[] = { { "totaal", "total" }, { "soort", "type" },
		{ "domein", "domain" }, { "gebied", "area" },
		{ "kanaal", "channel" } };

	for (size_t i = 0; i < 5 && strcmp(lang, "en") == 0; i++)
		if (strcmp(names[i].nl, blok) == 0)
			return names[i].en;
	return blok;
}

void
sp_overview_line(const struct sp_overview *overview, size_t i, const char *lang,
    struct sp_value row[7])
{
	const struct sp_count *count = &overview->counts[i];

	row[0] = sp_text_value(overview->periode[0]);
	row[1] = sp_text_value(sp_overview_block(count->blok, lang));
	row[2] = sp_text_value(count->naam);
	for (int when = 0; when < 2; when++) {
		row[3 + when] = sp_int_value(count->signalen[when]);
		row[5 + when] = sp_int_value(count->bewoners[when]);
	}
}

void
sp_overview_json(struct sp_text *out, const struct sp_overview *overview)
{
	sp_text_add(out, "{\"schema\":\"sp-overzicht/1\",\"periode\":");
	sp_json_string(out, overview->periode[0]);
	sp_text_add(out, ",\"vorige\":");
	sp_json_string(out, overview->periode[1]);
	sp_text_add(out, ",\"aantallen\":[");
	for (size_t i = 0; i < overview->n; i++) {
		const struct sp_count *count = &overview->counts[i];
		sp_text_add(out, i > 0 ? ",\n" : "\n");
		sp_text_add(out, "{\"blok\":");
		sp_json_string(out, count->blok);
		sp_text_add(out, ",\"sleutel\":");
		if (*count->sleutel == '\0') {
			sp_text_add(out, "null,\"naam\":null");
		} else {
			sp_json_string(out, count->sleutel);
			sp_text_add(out, ",\"naam\":");
			sp_json_string(out, count->naam);
		}
		sp_text_addf(out,
		    ",\"signalen\":%lld,\"signalen_vorige\":%lld,"
		    "\"bewoners\":%lld,\"bewoners_vorige\":%lld}",
		    (long long)count->signalen[0],
		    (long long)count->signalen[1],
		    (long long)count->bewoners[0],
		    (long long)count->bewoners[1]);
	}
	sp_text_add(out, "\n]}\n");
}
