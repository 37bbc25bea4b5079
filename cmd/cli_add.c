/* cli_add - from operands, files or standard input into one kind */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "sp/advice.h"
#include "sp/alike.h"
#include "sp/mem.h"

struct adding {
	struct cli *cli;
	const struct sp_kind *kind;
	unsigned how; /* enum sp_add_how */
	struct sp_store *store;
	struct sp_add *add;
	struct sp_text rooms[SP_KIND_COLUMNS];
	const struct cli_feed *feed; /* of rows */
	int64_t rows, rejected;
};

/* Input that can't be read makes no store. */
static void
open_store(void *context)
{
	struct adding *adding = context;
	struct sp_error err;

	if (adding->add == NULL) {
		adding->store = cli_store(adding->cli, SP_CREATE);
		adding->add = sp_add_open(adding->store, adding->kind,
		    &adding->cli->session, adding->how, &err);
	}
	if (adding->add == NULL) {
		sp_store_close(adding->store);
		cli_die(adding->cli, &err);
	}
	sp_add_next_input(adding->add);
}

/* Nothing of the run is kept. */
static void
close_store(void *context)
{
	struct adding *adding = context;

	sp_add_close(adding->add);
	sp_store_close(adding->store);
}

static _Noreturn void
give_up(struct adding *adding, const struct sp_error *err)
{
	close_store(adding);
	cli_die(adding->cli, err);
}

static void
summary(const struct adding *adding)
{
	const struct sp_tally *t = sp_add_tally(adding->add);

	cli_say(adding->cli,
	    adding->cli->session.dry_run
		? _("%s, dry run: %lld read, %lld to add, %lld to change, "
		    "%lld unchanged, %lld rejected")
		: _("%s: %lld read, %lld added, %lld changed, %lld unchanged, "
		    "%lld rejected"),
	    adding->kind->naam, (long long)adding->rows, (long long)t->added,
	    (long long)t->changed, (long long)t->unchanged,
	    (long long)adding->rejected);
}

static void
finish(struct adding *adding)
{
	struct sp_error err;

	if (sp_add_keep(adding->add, &err) != 0)
		give_up(adding, &err);
	cli_notes(adding->cli, "", sp_add_notes(adding->add));
	summary(adding);
	close_store(adding);
	for (size_t i = 0; i < SP_KIND_COLUMNS; i++)
		sp_text_free(&adding->rooms[i]);
}

/* nieuw=ja is no field, but says that somebody of a known name is new. */
static unsigned
take_fresh(struct cli *cli, const struct sp_kind *kind)
{
	for (size_t i = 0; i < cli->pairs_n && kind->namesakes; i++) {
		struct sp_pair *pair = &cli->pairs[i];
		bool yes = strcmp(pair->value, "ja") == 0 ||
			   strcmp(pair->value, "yes") == 0;
		if (strcmp(pair->field, "nieuw") != 0 &&
		    strcmp(pair->field, "new") != 0)
			continue;
		if (!yes || pair->relation != SP_IS)
			cli_usage(cli, _("write nieuw=ja, or leave it out"));
		sp_pair_free(pair);
		cli->pairs_n--;
		memmove(pair, pair + 1, (cli->pairs_n - i) * sizeof(*pair));
		return SP_ADD_FRESH;
	}
	return 0;
}

/* After the commit: an id that is printed is an id that is kept. */
static void
put_id(struct cli *cli, const struct sp_kind *kind, int64_t id)
{
	struct sp_error err;

	if (printf("%lld\n", (long long)id) >= 0 && fflush(stdout) == 0)
		return;
	sp_fail(&err, SP_TROUBLE,
	    _("%s %lld is stored, but writing its id failed: %s"), kind->naam,
	    (long long)id, strerror(errno));
	cli_die(cli, &err);
}

/* Who adds a signal hears which ones say the same already, before the commit:
 * it is looked for where the row lies open. */
static void
find_same(struct adding *adding, int64_t id, struct sp_text *same)
{
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	struct sp_alike *found;
	struct sp_error unheard;
	size_t n;

	if (adding->cli->quiet || strcmp(adding->kind->naam, "signaal") != 0 ||
	    sp_add_tally(adding->add)->added == 0)
		return;
	row[0] = sp_int_value(id);
	if (sp_alike_find(adding->store, &adding->cli->session, row, 3, &found,
		&n, &unheard) != 0)
		return;
	for (size_t i = 0; i < n; i++)
		if (found[i].likeness.verdict == SP_LIKE_SAME)
			sp_text_addf(same, "%s%lld",
			    same->length > 0 ? ", " : "",
			    (long long)found[i].id);
	sp_alike_free(found, n);
}

/* The same of what else there is to say of a new record. */
static void
find_advice(struct adding *adding, int64_t id, struct sp_text *advice)
{
	struct sp_error unheard;

	sp_text_clear(advice);
	if (!adding->cli->quiet && sp_add_tally(adding->add)->added > 0 &&
	    sp_advise(adding->store, adding->kind, id, &adding->cli->session,
		advice, &unheard) != 0)
		sp_text_clear(advice);
}

static int
add_one(struct adding *adding, const char *key)
{
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	struct sp_text same = { 0 }, advice = { 0 };
	struct sp_error err;
	int64_t id;
	int bad;

	cli_row(adding->cli, adding->kind, adding->rooms, row);
	open_store(adding);
	adding->rows = 1;
	bad = key == NULL ? sp_add_row(adding->add, row, &id, &err)
			  : sp_add_change(adding->add, key, row, &id, &err);
	if (bad)
		give_up(adding, &err);
	cli_notes(adding->cli, "", sp_add_notes(adding->add));
	find_same(adding, id, &same);
	find_advice(adding, id, &advice);
	finish(adding);
	cli_notes(adding->cli, "", advice.s);
	if (same.length > 0)
		cli_say(adding->cli,
		    _("it says what these say already: %s; sp-signal link "
		      "%lld dubbel_van=ID if it is the same"),
		    same.s, (long long)id);
	sp_text_free(&same);
	sp_text_free(&advice);
	if (!adding->cli->session.dry_run)
		put_id(adding->cli, adding->kind, id);
	return SP_DONE;
}

static int
take_row(void *context, struct sp_value *row, struct sp_error *err)
{
	struct adding *adding = context;
	int64_t id;

	if (adding->cli->pairs_n > 0)
		cli_row(adding->cli, adding->kind, adding->rooms, row);
	if (sp_add_row(adding->add, row, &id, err) != 0)
		return -1;
	cli_feed_notes(adding->feed, sp_add_notes(adding->add));
	return 0;
}

static int
add_files(struct adding *adding, size_t first)
{
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	struct cli_feed feed = { .cli = adding->cli,
		.columns = adding->kind->columns,
		.n = adding->kind->n,
		.first = first,
		.begin = open_store,
		.take = take_row,
		.give_up = close_store,
		.context = adding };

	adding->feed = &feed;
	adding->how |= SP_ADD_ROWS;
	/* what every row gets is wrong before the first, or never */
	cli_row(adding->cli, adding->kind, adding->rooms, row);
	cli_feed(&feed);
	adding->feed = NULL;
	adding->rows = feed.rows;
	adding->rejected = feed.rejected;
	finish(adding);
	return adding->rejected > 0 ? SP_INPUT : SP_DONE;
}

int
cli_add(struct cli *cli, const struct sp_kind *kind, size_t first)
{
	struct adding adding = { .cli = cli,
		.kind = kind,
		.how = take_fresh(cli, kind) };
	size_t n = cli->operands_n - first;
	const char *key = n > 0 ? cli->operands[first] : NULL;

	if (!kind->written)
		cli_usage(cli, _("%s is written by the programs only"),
		    kind->naam);
	if (cli->pairs_n == 0 || (n == 1 && strcmp(key, "-") == 0))
		return add_files(&adding, first);
	if (n > 1)
		cli_usage(cli, _("fields go with one record or with -"));
	if (cli->in != NULL || cli->map != NULL || cli->ignore_unknown ||
	    cli->keep_going)
		cli_usage(cli,
		    _("--in, --map, --ignore-unknown and --keep-going go with "
		      "a file"));
	return add_one(&adding, key);
}
