/* cli_history - sp-signal add --history: rows of a logbook, with what was done
 */
#include <stdlib.h>

#include "cli.h"
#include "sp/history.h"

struct replaying {
	struct cli *cli;
	struct sp_column columns[SP_KIND_COLUMNS];
	struct sp_kind fields;
	struct sp_text rooms[SP_KIND_COLUMNS];
	struct sp_store *store;
	struct sp_history *history;
};

static void
open_history(void *context)
{
	struct replaying *replaying = context;
	struct cli *cli = replaying->cli;
	struct sp_error err;

	if (replaying->history != NULL)
		return;
	replaying->store = cli_store(cli, SP_CREATE);
	replaying->history =
	    sp_history_open(replaying->store, &cli->session, &err);
	if (replaying->history != NULL)
		return;
	sp_store_close(replaying->store);
	cli_die(cli, &err);
}

static void
close_history(void *context)
{
	struct replaying *replaying = context;

	sp_history_close(replaying->history);
	sp_store_close(replaying->store);
	for (size_t i = 0; i < SP_KIND_COLUMNS; i++)
		sp_text_free(&replaying->rooms[i]);
}

static int
take_row(void *context, struct sp_value *row, struct sp_error *err)
{
	struct replaying *replaying = context;

	cli_row(replaying->cli, &replaying->fields, replaying->rooms, row);
	return sp_history_row(replaying->history, row, err);
}

static void
summary(const struct replaying *replaying, const struct cli_feed *feed)
{
	const struct sp_tally *t = sp_history_tally(replaying->history);

	cli_say(replaying->cli,
	    replaying->cli->session.dry_run
		? _("%s, dry run: %lld read, %lld to add, %lld to change, "
		    "%lld unchanged, %lld rejected")
		: _("%s: %lld read, %lld added, %lld changed, %lld unchanged, "
		    "%lld rejected"),
	    "signaal", (long long)feed->rows, (long long)t->added,
	    (long long)t->changed, (long long)t->unchanged,
	    (long long)feed->rejected);
}

int
cli_history(struct cli *cli)
{
	struct replaying replaying = { .cli = cli };
	struct cli_feed feed = { .cli = cli,
		.columns = replaying.columns,
		.begin = open_history,
		.take = take_row,
		.give_up = close_history,
		.context = &replaying };
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	struct sp_error err;

	sp_history_fields(replaying.columns, &replaying.fields);
	feed.n = replaying.fields.n;
	/* what every row gets is wrong before the first, or never */
	cli_row(cli, &replaying.fields, replaying.rooms, row);
	cli_feed(&feed);
	if (sp_history_keep(replaying.history, &err) != 0) {
		close_history(&replaying);
		cli_die(cli, &err);
	}
	summary(&replaying, &feed);
	close_history(&replaying);
	return feed.rejected > 0 ? SP_INPUT : SP_DONE;
}
