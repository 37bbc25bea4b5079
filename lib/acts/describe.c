/* describe - the column tables, told as rows, JSON Schema and manual */
#include "sp/describe.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "sp/json.h"

const struct sp_column sp_describe_columns[] = {
	{ .naam = "naam", .name = "name", .hulp = "veld", .help = "field" },
	{ .naam = "andere_namen",
	    .name = "other_names",
	    .hulp = "ook goed",
	    .help = "accepted too" },
	{ .naam = "type",
	    .name = "type",
	    .hulp = "soort waarde",
	    .help = "sort of value" },
	{ .naam = "verplicht",
	    .name = "required",
	    .type = SP_COL_BOOLEAN,
	    .hulp = "moet er zijn",
	    .help = "must be there" },
	{ .naam = "waarden",
	    .name = "values",
	    .hulp = "wat er mag staan",
	    .help = "what may stand there" },
	{ .naam = "zorg",
	    .name = "care",
	    .hulp = "hoe gevoelig",
	    .help = "how sensitive" },
	{ .naam = "uitleg",
	    .name = "help",
	    .hulp = "uitleg",
	    .help = "explanation" },
};
const size_t sp_describe_columns_n =
    sizeof(sp_describe_columns) / sizeof(sp_describe_columns[0]);

/* A type in both languages, and in JSON Schema with what more it says. */
static const struct {
	const char *nl, *en, *schema, *more;
} types[] = {
	[SP_COL_TEXT] = { "tekst", "text", "string", "" },
	[SP_COL_INTEGER] = { "heel getal", "integer", "integer", "" },
	[SP_COL_DECIMAL] = { "getal", "decimal", "number", "" },
	[SP_COL_MONEY] = { "bedrag", "amount", "string",
	    ",\"pattern\":\"^-?[0-9]+\\\\.[0-9]{2}$\"" },
	[SP_COL_HOURS] = { "uren", "hours", "string",
	    ",\"pattern\":\"^-?[0-9]+(\\\\.[0-9]{1,2})?$\"" },
	[SP_COL_DATE] = { "datum", "date", "string", ",\"format\":\"date\"" },
	[SP_COL_TIME] = { "moment", "time", "string",
	    ",\"format\":\"date-time\"" },
	[SP_COL_BOOLEAN] = { "ja/nee", "yes/no", "boolean", "" },
	[SP_COL_CODE] = { "code", "code", "string", "" },
	[SP_COL_LIST] = { "lijst", "list", "array", "" },
	[SP_COL_REFERENCE] = { "verwijzing", "reference", "integer", "" },
	[SP_COL_LINK] = { "koppeling", "link", "string", "" },
};

static const struct {
	const char *nl, *en;
} cares[] = {
	[SP_OPEN] = { "open", "open" },
	[SP_PERSONAL] = { "persoonlijk", "personal" },
	[SP_SENSITIVE] = { "gevoelig", "sensitive" },
};

static bool
is_english(const char *lang)
{
	return strcmp(lang, "en") == 0;
}

/* In which language; the manual is English and has the Dutch of what is
 * typed first. */
enum language { DUTCH, ENGLISH, MANUAL };

static void
add_codes(struct sp_text *out, const struct sp_codes *codes,
    enum language language)
{
	for (const struct sp_code *c = codes->codes; c->code != NULL; c++) {
		sp_text_addf(out, "%s%s", c == codes->codes ? "" : ", ",
		    language == ENGLISH ? c->en : c->code);
		if (language == MANUAL && strcmp(c->code, c->en) != 0)
			sp_text_addf(out, " (%s)", c->en);
	}
}

/* From the least to the most, as they are written. */
static void
add_bounds(struct sp_text *out, const struct sp_column *column)
{
	struct sp_value min = sp_int_value(column->min);
	struct sp_value max = sp_int_value(column->max);

	sp_cell_format(out, column, &min, NULL);
	sp_text_add(out, "..");
	sp_cell_format(out, column, &max, NULL);
}

/* Fixed codes, the open list, the kind or the bounds. */
static void
add_values(struct sp_text *out, const struct sp_column *column,
    enum language language)
{
	const struct sp_kind *kind =
	    column->kind == NULL ? NULL : sp_kind_find(column->kind);

	if (column->flags & SP_DERIVED)
		sp_text_add(out, language == DUTCH ? "berekend" : "computed");
	if (column->codes != NULL)
		add_codes(out, column->codes, language);
	if (column->list != NULL)
		sp_text_addf(out, "%s %s", language == DUTCH ? "lijst" : "list",
		    column->list);
	if (kind != NULL)
		sp_text_add(out, language == ENGLISH ? kind->name : kind->naam);
	if (column->max != 0)
		add_bounds(out, column);
}

void
sp_describe_row(const struct sp_kind *kind, size_t i, const char *lang,
    struct sp_text *room, struct sp_value *row)
{
	const struct sp_column *c = &kind->columns[i];
	bool english = is_english(lang);
	size_t values;

	sp_text_clear(room);
	sp_text_add(room, english ? c->naam : c->name);
	if (c->alias != NULL)
		sp_text_addf(room, ", %s", c->alias);
	sp_text_addc(room, '\0');
	values = room->length;
	add_values(room, c, english ? ENGLISH : DUTCH);
	row[0] = sp_text_value(english ? c->name : c->naam);
	row[1] = sp_text_value(room->s);
	row[2] = sp_text_value(english ? types[c->type].en : types[c->type].nl);
	row[3] = sp_int_value((c->flags & SP_REQUIRED) != 0);
	row[4] = sp_text_value(room->length > values ? room->s + values : NULL);
	row[5] = sp_text_value(english ? cares[c->care].en : cares[c->care].nl);
	row[6] = sp_text_value(english ? c->help : c->hulp);
}

void
sp_describe_header(struct sp_text *out, const struct sp_kind *kind,
    const char *lang)
{
	size_t n = 0;

	for (size_t i = 1; i < kind->n; i++) {
		const struct sp_column *c = &kind->columns[i];
		if (c->flags & (SP_PROGRAM | SP_DERIVED))
			continue;
		sp_text_addf(out, "%s%s", n++ > 0 ? "," : "",
		    is_english(lang) ? c->name : c->naam);
	}
	sp_text_addc(out, '\n');
}

static void
add_enum(struct sp_text *out, const struct sp_column *column, bool english)
{
	const struct sp_code *c = column->codes->codes;
	const char *mark = "";

	sp_text_add(out, ",\"enum\":[");
	for (; c->code != NULL; c++) {
		sp_text_add(out, mark);
		sp_json_string(out, english ? c->en : c->code);
		mark = ",";
	}
	sp_text_add(out, column->flags & SP_REQUIRED ? "]" : ",null]");
}

static void
add_property(struct sp_text *out, const struct sp_column *c, bool english)
{
	sp_json_string(out, english ? c->name : c->naam);
	sp_text_addf(out,
	    c->flags & SP_REQUIRED ? ":{\"type\":\"%s\"%s"
				   : ":{\"type\":[\"%s\",\"null\"]%s",
	    types[c->type].schema, types[c->type].more);
	if (c->type == SP_COL_LIST)
		sp_text_addf(out, ",\"items\":{\"type\":\"%s\"}",
		    c->kind != NULL ? "integer" : "string");
	if (c->type == SP_COL_CODE && c->codes != NULL)
		add_enum(out, c, english);
	/* hours and money are strings there, which have no bounds */
	if (c->max != 0 && c->type == SP_COL_INTEGER)
		sp_text_addf(out, ",\"minimum\":%lld,\"maximum\":%lld",
		    (long long)c->min, (long long)c->max);
	sp_text_add(out, ",\"description\":");
	sp_json_string(out, english ? c->help : c->hulp);
	sp_text_add(out, "}");
}

void
sp_describe_schema(struct sp_text *out, const struct sp_kind *kind,
    const char *lang)
{
	bool english = is_english(lang);
	const char *mark = "";

	sp_text_add(out, "{\"$schema\":"
			 "\"https://json-schema.org/draft/2020-12/schema\","
			 "\n\"title\":");
	sp_json_string(out, english ? kind->name : kind->naam);
	sp_text_add(out, ",\n\"description\":");
	sp_json_string(out, english ? kind->help : kind->hulp);
	sp_text_add(out, ",\n\"type\":\"object\",\n\"properties\":{");
	for (size_t i = 0; i < kind->n; i++) {
		sp_text_add(out, i > 0 ? ",\n" : "\n");
		add_property(out, &kind->columns[i], english);
	}
	sp_text_add(out, "},\n\"required\":[");
	for (size_t i = 0; i < kind->n; i++) {
		if (!(kind->columns[i].flags & SP_REQUIRED))
			continue;
		sp_text_add(out, mark);
		sp_json_string(out,
		    english ? kind->columns[i].name : kind->columns[i].naam);
		mark = ",";
	}
	sp_text_add(out, "],\n\"additionalProperties\":false}\n");
}

static void
add_manual_column(struct sp_text *out, const struct sp_column *c)
{
	struct sp_text values = { 0 };

	sp_text_addf(out, ".It Sy %s Pq %s%s%s\n", c->naam, c->name,
	    c->alias == NULL ? "" : ", ", c->alias == NULL ? "" : c->alias);
	sp_text_addf(out, "%s", types[c->type].en);
	if (c->flags & SP_REQUIRED)
		sp_text_add(out, ", required");
	if (c->flags & SP_PROGRAM)
		sp_text_add(out, ", set by the program");
	if (c->flags & SP_STATE)
		sp_text_add(out, ", later changed by its own verb only");
	if (c->care != SP_OPEN)
		sp_text_addf(out, ", %s", cares[c->care].en);
	sp_text_addf(out, ": %s.\n", c->help);
	sp_text_clear(&values);
	add_values(&values, c, MANUAL);
	if (values.length > 0)
		sp_text_addf(out, "Values: %s.\n", values.s);
	for (const struct sp_code *code = c->codes == NULL ? NULL
							   : c->codes->codes;
	     code != NULL && code->code != NULL; code++)
		if (code->label_en != NULL)
			sp_text_addf(out, "A %s %s.\n", code->en,
			    code->label_en);
	sp_text_free(&values);
}

void
sp_describe_manual(struct sp_text *out, const struct sp_kind *kind)
{
	sp_text_addf(out, ".Ss %s (%s)\n", kind->naam, kind->name);
	sp_text_addf(out, "%c%s.\n", toupper((unsigned char)kind->help[0]),
	    kind->help + 1);
	if (kind->key[0] != NULL) {
		sp_text_add(out, "Natural key:");
		for (size_t i = 0; i < 4 && kind->key[i] != NULL; i++)
			sp_text_addf(out, "%s %s", i > 0 ? "," : "",
			    kind->key[i]);
		sp_text_add(out, ".\n");
	}
	sp_text_add(out, ".Bl -tag -width Ds -compact\n");
	for (size_t i = 0; i < kind->n; i++)
		add_manual_column(out, &kind->columns[i]);
	sp_text_add(out, ".El\n");
}
