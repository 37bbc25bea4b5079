/* sp-signal - what residents say, from a key person to the right desk */
#include <stdlib.h>

#include "cli.h"
#include "sp/alike.h"
#include "sp/due.h"
#include "sp/life.h"

static const char *forced, *then, *limit;
static bool explain, history;

static int
add(struct cli *cli)
{
	return history ? cli_history(cli)
		       : cli_add(cli, sp_kind_find("signaal"), 0);
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

/* Of a signal, or of one that is not stored yet. */
static int
similar(struct cli *cli)
{
	const struct sp_kind *kind = sp_kind_find("signaal");
	struct sp_text rooms[SP_KIND_COLUMNS] = { 0 };
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	struct sp_value cells[SP_ALIKE_COLUMNS];
	size_t n, most = (size_t)cli_number(cli, "--limit", limit, 10);
	struct sp_store *store;
	struct sp_alike_rows *rows;
	struct cli_writer *writer;
	struct sp_alike *found;
	struct sp_error err;

	if ((cli->operands_n == 1) == (cli->pairs_n > 0) || cli->operands_n > 1)
		cli_usage(cli, _("give an id, or fields such as tekst="));
	cli_row(cli, kind, rooms, row);
	if (cli->operands_n == 1)
		row[0] =
		    sp_int_value(cli_number(cli, "ID", cli->operands[0], 0));
	store = cli_store(cli, SP_READ);
	if (sp_alike_find(store, &cli->session, row, most, &found, &n, &err) !=
	    0)
		cli_die(cli, &err);
	rows = sp_alike_rows_open(store, cli_names(cli));
	writer = cli_writer_open(cli, sp_alike_columns, SP_ALIKE_COLUMNS,
	    "similar", false);
	for (size_t i = 0; i < n; i++) {
		sp_alike_row(rows, &found[i], cells);
		cli_write(writer, cells);
	}
	cli_writer_close(writer);
	sp_alike_rows_close(rows);
	sp_alike_free(found, n);
	for (size_t i = 0; i < kind->n; i++)
		sp_text_free(&rooms[i]);
	sp_store_close(store);
	return n > 0 ? SP_DONE : SP_NOTHING;
}

static int
route(struct cli *cli)
{
	return explain ? explain_route(cli) : step(cli);
}

static int
due(struct cli *cli)
{
	struct sp_store *store;
	struct cli_writer *writer;
	struct sp_error err;
	int status;

	if (cli->operands_n > 1)
		cli_usage(cli, _("give one clock, or several as klok=a,b"));
	store = cli_store(cli, SP_READ);
	writer =
	    cli_writer_open(cli, sp_due_columns, SP_DUE_COLUMNS, "due", false);
	if (sp_due(store, cli->operands_n > 0 ? cli->operands[0] : NULL,
		cli->pairs, cli->pairs_n, &cli->session, cli_names(cli),
		cli_write_row, writer, &err) != 0)
		cli_die(cli, &err);
	status = cli_writer_close(writer);
	sp_store_close(store);
	return status;
}

static const struct cli_option options[] = {
	{ 'l', "limit", N_("N"), N_("so many at most, 0 for all; else 10"), 0,
	    &limit, NULL },
	{ 0, "force", N_("WHY"), N_("pass over a rule that allows it; say why"),
	    0, &forced, NULL },
	{ 0, "then", N_("ORG,ORG..."), N_("and after that to these, in turn"),
	    0, &then, NULL },
	{ 0, "history", NULL, N_("rows also say what was done, and when"), 0,
	    NULL, &history },
	{ 0, "explain", NULL, N_("say which rule fits, change nothing"), 0,
	    NULL, &explain },
	{ 0 },
};

enum { STEPS = CLI_READS | CLI_STORES | CLI_BULK };

static const struct cli_verb verbs[] = {
	{ "add", NULL, "[field=value ...] [file ...]",
	    N_("register a signal, or a file of them"),
	    CLI_READS | CLI_STORES | CLI_BULK, "history", "signaal", add,
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
	    "then|explain", NULL, route,
	    { "sp-signal route 12 org=Energieloket wijze=warm",
		"sp-signal list gerouteerd=nee -o jsonl | sp-signal route" } },
	{ "accept", "aanvaard", "ID [nr=N] | [file ...]",
	    N_("the organisation takes it on"), STEPS, NULL, NULL, step,
	    { "sp-signal accept 12", "sp-signal accept 12 nr=3" } },
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
	    { "sp-signal loop 12 teruggekoppeld wijze=huisbezoek op=2026-11-03",
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
	{ "similar", "lijkt_op", "ID | field=value ...",
	    N_("signals that say the same, or the same once more"), CLI_LISTS,
	    "limit", "signaal", similar,
	    { "sp-signal similar 12",
		"sp-signal similar domein=energie gebied=Overvecht "
		"tekst=@brief.txt" } },
	{ "due", "telaat", "[CLOCK | klok=a,b] [field=value ...]",
	    N_("what is late, a row a clock"), CLI_LISTS, NULL, "signaal", due,
	    { "sp-signal due", "sp-signal due belofte gebied=Overvecht" } },
	{ "link", "koppel", "ID dubbel_van=ID | ID ouder=ID | [file ...]",
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
