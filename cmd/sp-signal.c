/* sp-signal - what residents say, from a key person to the right desk */
#include "cli.h"

static int
add(struct cli *cli)
{
	return cli_add(cli, sp_kind_find("signaal"), 0);
}

static int
list(struct cli *cli)
{
	if (cli->operands_n > 0)
		cli_usage(cli, _("%s: write field=value"), cli->operands[0]);
	return cli_list(cli, sp_kind_find("signaal"));
}

static int
show(struct cli *cli)
{
	if (cli->operands_n != 1 || cli->pairs_n > 0)
		cli_usage(cli, _("give the id of one signal"));
	return cli_show(cli, sp_kind_find("signaal"), cli->operands[0]);
}

static const struct cli_verb verbs[] = {
	{ "add", NULL, "[field=value ...] [file ...]",
	    N_("register a signal, or a file of them"),
	    CLI_READS | CLI_STORES | CLI_BULK, NULL, "signaal", add,
	    { "sp-signal add soort=zorg domein=energie gebied=Kanaleneiland "
	      "aantal=6 tekst=@brief.txt",
		"sp-signal add --map datum=gemeld_op logboek.csv" } },
	{ "list", "lijst", "[field=value ...]",
	    N_("signals that pass all filters"), CLI_LISTS, NULL, "signaal",
	    list,
	    { "sp-signal list status=gemeld gebied=Overvecht",
		"sp-signal list gemeld_op=2026-10 -o excel >oktober.csv" } },
	{ "show", "toon", "ID", N_("one signal, with all its fields"),
	    CLI_PRINTS, NULL, NULL, show,
	    { "sp-signal show 12", "sp-signal show 12 -o json" } },
	{ 0 },
};

int
main(int argc, char **argv)
{
	static const struct cli_tool tool = { "sp-signal",
		N_("bring residents' signals to the right desk"), NULL, verbs };

	return cli_main(&tool, argc, argv);
}
