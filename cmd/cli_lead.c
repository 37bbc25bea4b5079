/* cli_lead - sp-match next: whom to meet, and what becomes of leads */
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "sp/brought.h"
#include "sp/label.h"
#include "sp/life.h"
#include "sp/meet.h"

static void
put(struct cli *cli, struct sp_store *store, const struct sp_met *met,
    size_t most)
{
	struct cli_writer *writer = cli_writer_open(cli, sp_meet_columns,
	    SP_MEET_COLUMNS, "sp-match next", false);
	struct sp_labels *labels = sp_labels_open(store, cli->session.lang);
	struct sp_value row[SP_MEET_COLUMNS];

	for (size_t i = 0; i < met->n && i < most; i++) {
		sp_meet_row(met, i, row);
		if (cli_names(cli) && met->ranked[i].person != 0)
			row[2] = sp_text_value(sp_label(labels,
			    sp_kind_find("persoon"), met->ranked[i].person));
		cli_write(writer, row);
	}
	cli_writer_close(writer);
	sp_labels_close(labels);
}

static int
list(struct cli *cli, const char *limit)
{
	size_t most = (size_t)cli_number(cli, "--limit", limit, 10);
	struct sp_store *store;
	struct sp_error err;
	struct sp_met met;
	bool any;

	most = most == 0 ? SIZE_MAX : most;
	store = cli_store(cli, SP_READ);
	if (sp_meet(store, cli->pairs, cli->pairs_n, most, &cli->session, &met,
		&err) != 0)
		cli_die(cli, &err);
	put(cli, store, &met, most);
	any = met.n > 0;
	if (!any)
		cli_say(cli,
		    _("nobody; ask colleagues and key persons whom they know, "
		      "go to the market, the library and people's kitchen "
		      "tables, and write down who is named: sp-add "
		      "aanwijzing"));
	sp_met_free(&met);
	sp_store_close(store);
	return any ? SP_DONE : SP_NOTHING;
}

/* Who brought whom. */
static int
chain(struct cli *cli)
{
	struct sp_store *store;
	struct cli_writer *writer;
	struct sp_error err;
	int status;

	if (cli->operands_n > 0 || cli->pairs_n > 0)
		cli_usage(cli, _("--chain stands alone"));
	store = cli_store(cli, SP_READ);
	writer = cli_writer_open(cli, sp_brought_columns, SP_BROUGHT_COLUMNS,
	    "sp-match next --chain", false);
	if (sp_brought(store, cli_names(cli), cli_write_row, writer, &err) != 0)
		cli_die(cli, &err);
	status = cli_writer_close(writer);
	sp_store_close(store);
	return status;
}

/* Where leads came from. */
static int
channels(struct cli *cli)
{
	const char *period = cli_period_at_most(cli);
	struct sp_store *store = cli_store(cli, SP_READ);
	struct cli_writer *writer = cli_writer_open(cli, sp_channels_columns,
	    SP_CHANNELS_COLUMNS, "sp-match next --channels", false);
	struct sp_error err;
	int status;

	if (sp_channels(store, period, cli->pairs, cli->pairs_n, &cli->session,
		cli_names(cli), cli_write_row, writer, &err) != 0)
		cli_die(cli, &err);
	status = cli_writer_close(writer);
	sp_store_close(store);
	return status;
}

static bool
is_ids(const char *operand)
{
	return operand[strspn(operand, "0123456789,")] == '\0';
}

static _Noreturn void
no_such_state(struct cli *cli, const char *word)
{
	struct sp_text words = { 0 };

	sp_step_words(sp_step_find(cli->verb->name), cli->session.lang, &words);
	if (is_ids(word))
		cli_usage(cli, _("say what became of it: %s"), words.s);
	cli_usage(cli, _("there is no state \"%s\" for %s; there are: %s"),
	    word, cli->verb->name, words.s);
}

/* A state, with ids before it or rows, moves leads; filters alone list whom to
 * meet. */
int
cli_lead(struct cli *cli, const struct cli_lead *asked)
{
	const char *word = cli->operands_n == 0 ? NULL : cli->operands[0];

	if (asked->chain && asked->channels)
		cli_usage(cli, _("give --chain or --channels, not both"));
	if (asked->chain)
		return chain(cli);
	if (asked->channels)
		return channels(cli);
	if (word == NULL)
		return list(cli, asked->limit);
	if (is_ids(word)
		? cli->operands_n == 1
		: sp_step_word(sp_step_find(cli->verb->name), word) == NULL)
		no_such_state(cli, word);
	if (asked->limit != NULL || cli->out != NULL || cli->fields != NULL)
		cli_usage(cli,
		    _("--limit, --out and --fields go with the list"));
	return cli_step(cli, NULL, NULL);
}
