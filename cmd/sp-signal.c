/* sp-signal - what residents say, from a key person to the right desk */
#include <stdlib.h>

#include "cli.h"
#include "sp/life.h"

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

static const char *forced, *then;
static bool explain;

static int
step(struct cli *cli)
{
	return cli_step(cli, forced, then);
}

static int
explain_route(struct cli *cli)
{
	struct sp_store *store = cli_store(cli, SP_READ);
	struct sp_text text = { 0 };
	struct sp_life *life;
	struct sp_error err;
	char *end;
	long long id;

	if (cli->operands_n != 1 || cli->pairs_n > 0)
		cli_usage(cli, _("--explain takes the id of one signal"));
	id = strtoll(cli->operands[0], &end, 10);
	if (*end != '\0')
		cli_usage(cli, _("--explain takes the id of one signal"));
	life = sp_life_open(store, &cli->session, NULL, SP_LIFE_JOIN, &err);
	if (life == NULL || sp_life_explain(life, id, &text, &err) != 0)
		cli_die(cli, &err);
	cli_print(cli, text.s);
	sp_text_free(&text);
	sp_life_close(life);
	sp_store_close(store);
	return SP_DONE;
}

static int
route(struct cli *cli)
{
	return explain ? explain_route(cli) : step(cli);
}

static const struct cli_option options[] = {
	{ 0, "force", N_("WHY"), N_("pass over a rule that allows it; say why"),
	    0, &forced, NULL },
	{ 0, "then", N_("ORG,ORG..."), N_("and after that to these, in turn"),
	    0, &then, NULL },
	{ 0, "explain", NULL, N_("say which rule fits, change nothing"), 0,
	    NULL, &explain },
	{ 0 },
};

enum { STEPS = CLI_READS | CLI_STORES | CLI_BULK };

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
	{ "show", "toon", "ID",
	    N_("one signal: what it is, what runs, its story"), CLI_PRINTS,
	    NULL, NULL, show,
	    { "sp-signal show 12", "sp-signal show 12 -o json" } },
	{ "route", "naar", "ID[,ID...] [org=ORG | STATE nr=N] | [file ...]",
	    N_("send to an organisation, by hand or by the rules"), STEPS,
	    "force|then|explain", NULL, route,
	    { "sp-signal route 12 org=Energieloket wijze=warm",
		"sp-signal list gerouteerd=nee -o jsonl | sp-signal route" } },
	{ "accept", "aanvaard", "ID [nr=N] | [file ...]",
	    N_("the organisation takes it on"), STEPS, NULL, NULL, step,
	    { "sp-signal accept 12",
		"sp-signal accept 12 nr=3 op=2026-10-02" } },
	{ "refuse", "weiger", "ID reden=REASON [advies_org=ORG] | [file ...]",
	    N_("the organisation does not take it on"), STEPS, NULL, NULL, step,
	    { "sp-signal refuse 12 reden=niet_onze_taak "
	      "advies_org=Energieloket",
		"sp-signal refuse 12 reden=geen_plek" } },
	{ "action", "actie",
	    "ID wat=WHAT [org=ORG] | ID STATE [nr=N] | [file ...]",
	    N_("work inside, that residents do not hear of"), STEPS, NULL, NULL,
	    step,
	    { "sp-signal action 12 org=Energieloket wat=\"huisbezoek "
	      "energiecoach\"",
		"sp-signal action 12 klaar resultaat=@verslag.txt" } },
	{ "status", NULL,
	    "ID[,ID...] STATE [field=value ...] | STATE [file ...]",
	    N_("bring to another state"), STEPS, "force", NULL, step,
	    { "sp-signal status 12 ingepland gepland_op=2026-11-20",
		"sp-signal status 12 geannuleerd reden=ingetrokken" } },
	{ "answer", "antwoord",
	    "ID[,ID...] uitkomst=OUTCOME tekst=TEXT | [file ...]",
	    N_("answer residents; the loop begins"), STEPS, "force", NULL, step,
	    { "sp-signal answer 12 uitkomst=beantwoord tekst=@antwoord.txt",
		"sp-signal answer 1,4,7 activiteit=Informatieavond "
		"uitkomst=beantwoord tekst=\"U krijgt een voucher.\"" } },
	{ "loop", "lus",
	    "ID[,ID...] STATE [field=value ...] | STATE [file ...]",
	    N_("the answer reaches residents"), STEPS, NULL, NULL, step,
	    { "sp-signal loop 12 teruggekoppeld wijze=huisbezoek op=2026-10-03",
		"sp-signal loop 12 bevestigd oordeel=tevreden" } },
	{ "promise", "belofte",
	    "ID door=PERSON wat=WHAT voor=DAY zekerheid=HOW | ID STATE",
	    N_("promises, and whether they are kept"), STEPS, "force", NULL,
	    step,
	    { "sp-signal promise 12 door=fatima wat=\"uitleg vragen\" "
	      "voor=2026-11-27 zekerheid=zeker",
		"sp-signal promise 12 nagekomen" } },
	{ "message", "boodschap",
	    "[ID] tekst=TEXT [field=value ...] | nr=N vragen=TEXT",
	    N_("tell a key person or an area something"), STEPS, NULL, NULL,
	    step,
	    { "sp-signal message 12 tekst=\"Wij zoeken het uit.\"",
		"sp-signal message gebied=Overvecht tekst=@uitleg.txt" } },
	{ "link", "koppel", "ID dubbel_van=ID | ID ouder=ID",
	    N_("the same as another, or part of it"), STEPS, NULL, NULL, step,
	    { "sp-signal link 14 dubbel_van=12",
		"sp-signal link 15 ouder=12" } },
	{ 0 },
};

int
main(int argc, char **argv)
{
	static const struct cli_tool tool = { "sp-signal",
		N_("bring residents' signals to the right desk"), options,
		verbs };

	return cli_main(&tool, argc, argv);
}
