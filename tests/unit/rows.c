/* rows - cells at the door and pairs; with two formats as arguments, rows from
 * standard input to standard output for formats.t */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "sp/pairs.h"
#include "sp/rows.h"
#include "tap.h"

static const struct sp_code colour_codes[] = {
	{ "rood", "red", "Rood", NULL },
	{ "blauw", "blue", NULL, NULL },
	{ 0 },
};
static const struct sp_codes colours = { "kleur", colour_codes };

static const struct sp_column columns[] = {
	{ .naam = "tekst", .name = "text", .alias = "t" },
	{ .naam = "tweede", .name = "second" },
	{ .naam = "geheim", .name = "secret", .care = SP_PERSONAL },
	{ .naam = "aantal",
	    .name = "count",
	    .type = SP_COL_INTEGER,
	    .min = 0,
	    .max = 1000 },
	{ .naam = "nummer", .name = "number", .type = SP_COL_INTEGER },
	{ .naam = "maat", .name = "size", .type = SP_COL_DECIMAL },
	{ .naam = "bedrag", .name = "amount", .type = SP_COL_MONEY },
	{ .naam = "dag", .name = "day", .type = SP_COL_DATE },
	{ .naam = "tijd", .name = "time", .type = SP_COL_TIME },
	{ .naam = "waar", .name = "truth", .type = SP_COL_BOOLEAN },
	{ .naam = "kleur",
	    .name = "colour",
	    .type = SP_COL_CODE,
	    .codes = &colours },
	{ .naam = "kleuren",
	    .name = "colours",
	    .type = SP_COL_LIST,
	    .flags = SP_DATED,
	    .codes = &colours },
	{ .naam = "woorden", .name = "words", .type = SP_COL_LIST },
	{ .naam = "geheime_kleur",
	    .name = "secret_colour",
	    .type = SP_COL_CODE,
	    .codes = &colours,
	    .care = SP_SENSITIVE },
	{ .naam = "uren", .name = "hours", .type = SP_COL_HOURS },
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

/* What comes out of a column for a text: as it is written, or the error. */
struct at_door {
	const char *column, *text, *out;
	bool excel;
};
static const struct at_door door_cases[] = {
	{ "tekst", "", "", false },
	{ "tekst", " a ", " a ", false },
	{ "tekst", "'=x", "'=x", false },
	{ "aantal", "0", "0", false },
	{ "aantal", "1000", "1000", false },
	{ "aantal", "0042", "42", false },
	{ "aantal", "1001", "aantal: \"1001\" is not from 0 to 1000", false },
	{ "aantal", "-1", "aantal: \"-1\" is not from 0 to 1000", false },
	{ "aantal", "1.0", "aantal: \"1.0\" is no whole number", false },
	{ "aantal", "1e3", "aantal: \"1e3\" is no whole number", false },
	{ "aantal", "+1", "aantal: \"+1\" is no whole number", false },
	{ "aantal", " 1", "aantal: \" 1\" is no whole number", false },
	{ "aantal", "-", "aantal: \"-\" is no whole number", false },
	{ "aantal", "0x10", "aantal: \"0x10\" is no whole number", false },
	{ "aantal", "\033[31m", "aantal: \"\\x1B[31m\" is no whole number",
	    false },
	{ "nummer", "-999999999999999999", "-999999999999999999", false },
	{ "nummer", "1000000000000000000",
	    "nummer: \"1000000000000000000\" is no whole number", false },
	{ "nummer", "9223372036854775808",
	    "nummer: \"9223372036854775808\" is no whole number", false },
	{ "maat", "0", "0", false },
	{ "maat", "-0", "0", false },
	{ "maat", "-0.0", "0", false },
	{ "maat", "5.00", "5", false },
	{ "maat", "0.1", "0.1", false },
	{ "maat", "52.090737000000004", "52.090737000000004", false },
	{ "maat", "0.00000000000000000001", "0.00000000000000000001", false },
	{ "maat", "123456789012345", "123456789012345", false },
	{ "maat", "100000", "100000", false },
	{ "maat", "-12.5", "-12.5", false },
	{ "maat", "1234567890123456",
	    "maat: \"1234567890123456\" is no number like 12.5", false },
	{ "maat", "999999999999999.99",
	    "maat: \"999999999999999.99\" is no number like 12.5", false },
	{ "maat", "12,5", "maat: \"12,5\" is no number like 12.5", false },
	{ "maat", "12,5", "12.5", true },
	{ "maat", "12.5", "12.5", true },
	{ "maat", "1.234,5", "maat: \"1.234,5\" is no number like 12.5", true },
	{ "maat", "inf", "maat: \"inf\" is no number like 12.5", false },
	{ "maat", "nan", "maat: \"nan\" is no number like 12.5", false },
	{ "maat", "1e5", "maat: \"1e5\" is no number like 12.5", false },
	{ "maat", ".5", "maat: \".5\" is no number like 12.5", false },
	{ "maat", "5.", "maat: \"5.\" is no number like 12.5", false },
	{ "maat", "--5", "maat: \"--5\" is no number like 12.5", false },
	{ "bedrag", "12.50", "12.50", false },
	{ "bedrag", "12.5", "12.50", false },
	{ "bedrag", "12", "12.00", false },
	{ "bedrag", "-0.05", "-0.05", false },
	{ "bedrag", "12,50", "12.50", true },
	{ "uren", "2", "2", false },
	{ "uren", "2.50", "2.5", false },
	{ "uren", "0.25", "0.25", false },
	{ "uren", "100", "100", false },
	{ "uren", "2,5", "2.5", true },
	{ "uren", "2u30", "uren: \"2u30\" is no number of hours like 2.5",
	    false },
	{ "bedrag", "1.234", "bedrag: \"1.234\" is no amount like 12.50",
	    true },
	{ "bedrag", "12.505", "bedrag: \"12.505\" is no amount like 12.50",
	    false },
	{ "dag", "2024-02-29", "2024-02-29", false },
	{ "dag", "2026-02-30", "dag: \"2026-02-30\" is no day like 2026-12-31",
	    false },
	{ "dag", "31-12-2026", "dag: \"31-12-2026\" is no day like 2026-12-31",
	    false },
	{ "dag", "31-12-2026", "2026-12-31", true },
	{ "dag", "2026-12-31", "2026-12-31", true },
	{ "dag", "30-2-2026", "dag: \"30-2-2026\" is no day like 31-12-2026",
	    true },
	{ "tijd", "2026-12-31T23:59:59Z", "2026-12-31T23:59:59Z", false },
	{ "tijd", "2026-12-31T24:00:00Z",
	    "tijd: \"2026-12-31T24:00:00Z\" is no moment like "
	    "2026-12-31T12:00:00Z",
	    false },
	{ "tijd", "2026-12-31 12:00:00",
	    "tijd: \"2026-12-31 12:00:00\" is no moment like "
	    "2026-12-31T12:00:00Z",
	    false },
	{ "tijd", "2026-02-30T12:00:00Z",
	    "tijd: \"2026-02-30T12:00:00Z\" is no moment like "
	    "2026-12-31T12:00:00Z",
	    false },
	{ "waar", "ja", "ja", false },
	{ "waar", "NEE", "nee", false },
	{ "waar", "WAAR", "ja", true },
	{ "waar", "false", "nee", false },
	{ "waar", "2", "waar: \"2\" is neither ja nor nee", false },
	{ "kleur", "Rood", "rood", false },
	{ "kleur", "BLUE", "blauw", false },
	{ "kleur", "geel", "kleur: \"geel\" is none of rood, blauw", false },
	{ "kleuren", "rood|blue", "rood|blauw", false },
	{ "kleuren", " red , blauw ,rood", "rood|blauw", false },
	{ "kleuren", "|,|", "", false },
	{ "kleuren", "rood@2024-01-01..2025-01-01|rood@2026-01-01..",
	    "rood@2024-01-01..2025-01-01|rood@2026-01-01..", false },
	{ "kleuren", "rood@2025-01-01..2024-01-01",
	    "kleuren: \"2025-01-01..2024-01-01\" are no days like "
	    "2024-01-01..2025-06-30",
	    false },
	{ "kleuren", "rood@..",
	    "kleuren: \"..\" are no days like "
	    "2024-01-01..2025-06-30",
	    false },
	{ "kleuren", "rood@",
	    "kleuren: \"\" are no days like "
	    "2024-01-01..2025-06-30",
	    false },
	{ "kleuren", "rood|geel", "kleuren: \"geel\" is none of rood, blauw",
	    false },
	{ "woorden", "a\\, b|c", "a\\, b|c", false },
	{ "woorden", "a\\\\|b\\c ,d\\", "a\\\\|b\\\\c|d\\\\", false },
	{ "woorden", "een,twee|een", "een|twee", false },
	{ "woorden", "a\\|b", "woorden: \"a|b\" can't hold a |", false },
	{ "geheim", "x", "x", false },
	{ "geheime_kleur", "geel", "geheime_kleur: is none of rood, blauw",
	    false },
};

static void
at_the_door(const struct at_door *at)
{
	const struct sp_column *column =
	    &columns[sp_column_find(columns, COLUMNS, at->column)];
	struct sp_door door = { at->excel ? ',' : '.', at->excel, "nl" };
	struct sp_text room = { 0 }, out = { 0 };
	struct sp_value value;
	struct sp_error err;

	sp_text_clear(&out);
	if (sp_cell_parse(column, at->text, &door, &room, &value, &err) == 0)
		sp_cell_format(&out, column, &value, "nl");
	else
		sp_text_add(&out, err.text);
	if (!ok(strcmp(out.s, at->out) == 0, "%s", at->column))
		printf("# \"%s\" gives \"%s\"\n", at->text, out.s);
	sp_text_free(&room);
	sp_text_free(&out);
}

/* Digits but zeros at either end. */
static size_t
significant(const char *number)
{
	size_t n = 0, zeros = 0;

	for (; *number != '\0'; number++) {
		if (*number == '-' || *number == '.')
			continue;
		zeros = *number == '0' ? zeros + 1 : 0;
		n += n > 0 || *number != '0';
	}
	return n - (n > 0 ? zeros : 0);
}

/* The C library reads back what is written, and nothing shorter. */
static void
reals(void)
{
	struct sp_text out = { 0 };
	uint64_t seed = 42;
	int bad = 0;

	for (int i = 0; i < 20000; i++) {
		struct sp_value value = { .type = SP_REAL };
		char shortest[64];
		size_t digits = 0;
		seed = seed * UINT64_C(6364136223846793005) + 1;
		value.r = ldexp((double)(int64_t)seed, -(i % 80) - 14);
		sp_text_clear(&out);
		sp_cell_format(&out, &columns[5], &value, "nl");
		do
			snprintf(shortest, sizeof(shortest), "%.*g",
			    (int)++digits, value.r);
		while (strtod(shortest, NULL) != value.r);
		bad += strtod(out.s, NULL) != value.r ||
		       strspn(out.s, "-.0123456789") != out.length ||
		       significant(out.s) > digits;
	}
	ok(bad == 0, "20000 reals are written so that they are read the same");
	sp_text_free(&out);
}

static void
put(void *context, const char *value)
{
	sp_text_addf(context, "<%s>", value);
}

static void
pairs(void)
{
	static const struct {
		const char *operand, *field, *value;
		enum sp_relation relation;
		const char *source;
	} good[] = {
		{ "naam=Fatima", "naam", "Fatima", SP_IS, NULL },
		{ "naam=", "naam", "", SP_IS, NULL },
		{ "naam==x", "naam", "=x", SP_IS, NULL },
		{ "naam!=x", "naam", "x", SP_IS_NOT, NULL },
		{ "op>=2026-01-01", "op", "2026-01-01", SP_AT_LEAST, NULL },
		{ "op<=2026-01-01", "op", "2026-01-01", SP_AT_MOST, NULL },
		{ "tekst~huur", "tekst", "huur", SP_HOLDS, NULL },
		{ "~huur", "", "huur", SP_HOLDS, NULL },
		{ "één=x", "één", "x", SP_IS, NULL },
		{ "a=@b", "a", "@b", SP_IS, "b" },
		{ "a=@@b", "a", "@b", SP_IS, NULL },
		{ "a=-", "a", "-", SP_IS, "-" },
		{ "a=--", "a", "--", SP_IS, NULL },
	};
	static const char *const none[] = { "", "a", "a.csv", "a-b=c", "=x",
		"!=x", ">=x", "a>x", "./a=b", "a b=c", "-" };
	struct sp_error err;
	struct sp_pair pair;

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		const char *source = sp_pair_source(good[i].operand);
		ok(sp_is_pair(good[i].operand) &&
			sp_pair_parse(good[i].operand, &pair, &err) == 0 &&
			strcmp(pair.field, good[i].field) == 0 &&
			strcmp(pair.value, good[i].value) == 0 &&
			pair.relation == good[i].relation &&
			(source == NULL
				? good[i].source == NULL
				: good[i].source != NULL &&
				      strcmp(source, good[i].source) == 0),
		    "%s is a pair", good[i].operand);
		sp_pair_free(&pair);
	}
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		ok(!sp_is_pair(none[i]), "\"%s\" is none", none[i]);
}

static void
several(void)
{
	static const struct {
		const char *value, *values;
	} cases[] = {
		{ "a", "<a>" },
		{ "a,b", "<a><b>" },
		{ "a\\,b,c", "<a,b><c>" },
		{ "", "<>" },
		{ ",", "<><>" },
		{ "a\\", "<a\\>" },
		{ "a\\\\,b", "<a\\,b>" },
	};
	struct sp_text text = { 0 };
	char *from = NULL, *to = NULL;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		sp_text_clear(&text);
		sp_pair_values(cases[i].value, put, &text);
		ok(strcmp(text.s, cases[i].values) == 0, "%s is %s",
		    cases[i].value, cases[i].values);
	}
	sp_text_free(&text);
	ok(sp_pair_range("1..5", &from, &to) && strcmp(from, "1") == 0 &&
		strcmp(to, "5") == 0,
	    "1..5 is a range");
	free(from);
	free(to);
	ok(sp_pair_range("..5", &from, &to) && *from == '\0' &&
		strcmp(to, "5") == 0,
	    "so is ..5");
	free(from);
	free(to);
	ok(!sp_pair_range("..", &from, &to) &&
		!sp_pair_range("1.5", &from, &to),
	    ".. and 1.5 are none");
}

/* Rows from one format to another; what is wrong goes to standard error. */
static int
copy(const char *in, const char *out, const char *map)
{
	struct sp_input input = { sp_format_find(in), "-", columns, COLUMNS,
		map, false, "nl" };
	struct sp_output output = { .format = sp_format_find(out),
		.columns = columns,
		.n = COLUMNS,
		.lang = "nl" };
	struct sp_value row[COLUMNS];
	struct sp_error err;
	struct sp_reader *reader = sp_reader_open(stdin, &input, &err);
	struct sp_writer *writer;
	int got;

	if (reader == NULL) {
		fprintf(stderr, "%s\n", err.text);
		return (int)err.status;
	}
	writer = sp_writer_open(stdout, &output);
	while ((got = sp_read(reader, row, &err)) != 0) {
		if (got < 0)
			fprintf(stderr, "%s\n", err.text);
		else if (sp_write(writer, row, &err) != 0)
			break;
	}
	if (sp_reader_note(reader) != NULL)
		fprintf(stderr, "%s\n", sp_reader_note(reader));
	sp_reader_close(reader);
	return sp_writer_close(writer, &err) == 0 ? 0 : (int)err.status;
}

int
main(int argc, char **argv)
{
	if (argc > 2)
		return copy(argv[1], argv[2], argv[3]);
	for (size_t i = 0; i < sizeof(door_cases) / sizeof(door_cases[0]); i++)
		at_the_door(&door_cases[i]);
	reals();
	pairs();
	several();
	return done();
}
