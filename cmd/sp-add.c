/* sp-add - records of any kind into the store; and what a kind holds */
#include <string.h>

#include "cli.h"
#include "sp/describe.h"

static bool describe;

/* The kind as rows, as a spreadsheet's first line, or as JSON Schema. */
static int
describe_kind(struct cli *cli, const struct sp_kind *kind)
{
	const char *format, *lang;
	struct sp_value row[8];
	struct sp_text text = { 0 };
	struct cli_writer *writer;

	if (cli->out == NULL)
		cli->out = sp_format_find("table");
	format = cli->out->name;
	lang = cli_data_lang(cli);
	if (strcmp(format, "csv") == 0 || strcmp(format, "json") == 0) {
		if (strcmp(format, "csv") == 0)
			sp_describe_header(&text, kind, lang);
		else
			sp_describe_schema(&text, kind, lang);
		cli_print(cli, text.s);
		sp_text_free(&text);
		return SP_DONE;
	}
	writer = cli_writer_open(cli, sp_describe_columns,
	    sp_describe_columns_n, kind->naam, false);
	for (size_t i = 0; i < kind->n; i++) {
		sp_describe_row(kind, i, lang, &text, row);
		cli_write(writer, row);
	}
	cli_writer_close(writer);
	sp_text_free(&text);
	return SP_DONE;
}

static int
run(struct cli *cli)
{
	const struct sp_kind *kind;

	if (cli->operands_n == 0)
		cli_usage(cli, _("give a kind of record"));
	kind = cli_kind(cli, cli->operands[0]);
	if (describe && (cli->operands_n > 1 || cli->pairs_n > 0))
		cli_usage(cli,
		    _("--describe takes one kind, and nothing else"));
	if (describe)
		return describe_kind(cli, kind);
	if (cli->out != NULL || cli->fields != NULL)
		cli_usage(cli, _("--out and --fields go with --describe"));
	return cli_add(cli, kind, 1);
}

static const struct cli_option options[] = {
	{ 0, "describe", NULL, N_("print the fields of the kind"), 0, NULL,
	    &describe },
	{ 0 },
};

static const struct cli_verb verbs[] = {
	{ NULL, NULL, "KIND [KEY] [field=value ...] [file ...]",
	    N_("add or change records"),
	    CLI_READS | CLI_STORES | CLI_PRINTS | CLI_LISTS | CLI_BULK,
	    "describe", "*", run,
	    { "sp-add persoon alias=fatima naam=@naam.txt taal=nl,ar "
	      "domein=energie",
		"sp-add signaal --keep-going --rejects fout.csv "
		"signalen.csv" } },
	{ 0 },
};

int
main(int argc, char **argv)
{
	static const struct cli_tool tool = { "sp-add",
		N_("put records of any kind into the store, or change them"),
		options, verbs };

	return cli_main(&tool, argc, argv);
}
