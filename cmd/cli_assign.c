/* cli_assign - sp-match assign: needs of the store, or pairs with a cost */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "sp/assign.h"
#include "sp/assign_pairs.h"
#include "sp/label.h"
#include "sp/mem.h"
#include "sp/utf8.h"

enum { MOST_CANDIDATES = 10000 };

static int64_t
whole(const struct cli *cli, const char *option, const char *text, int64_t min,
    int64_t max)
{
	size_t n = strspn(text, "0123456789");
	int64_t number =
	    n > 0 && n <= 10 && text[n] == '\0' ? strtoll(text, NULL, 10) : -1;

	if (number < min || number > max)
		cli_usage(cli, _("--%s is a whole number from %lld to %lld"),
		    option, (long long)min, (long long)max);
	return number;
}

static void
read_pairs(struct cli *cli, const struct cli_sharing *sharing, FILE *stream,
    struct sp_assign_pairs *pairs)
{
	struct sp_input input = { .format = cli->in,
		.source = sharing->pairs,
		.columns = sp_assign_columns,
		.n = 3,
		.map = cli->map,
		.ignore_unknown = cli->ignore_unknown,
		.lang = cli->session.lang };
	struct cli_progress progress;
	struct sp_value row[3];
	struct sp_error err;
	struct sp_reader *reader = sp_reader_open(stream, &input, &err);
	int got;

	if (reader == NULL)
		cli_die(cli, &err);
	cli_progress_start(&progress, cli);
	for (long long done = 0; (got = sp_read(reader, row, &err)) > 0;) {
		if (sp_assign_pairs_add(pairs, row, &err) != 0) {
			sp_fail_at(&err, "%s:%zu: ", sharing->pairs,
			    sp_reader_line(reader));
			got = -1;
			break;
		}
		cli_progress_tick(&progress, ++done, 0, 0);
	}
	cli_progress_end(&progress);
	if (got < 0)
		cli_die(cli, &err);
	if (sp_reader_note(reader) != NULL)
		cli_say(cli, "%s: %s", sharing->pairs, sp_reader_note(reader));
	sp_reader_close(reader);
}

static void
say_unplaced(const struct cli *cli, const char *capacity,
    const struct sp_unplaced *unplaced)
{
	struct sp_text need = { 0 };

	sp_utf8_visible(&need, unplaced->need);
	cli_say(cli,
	    _("%.*s: not placed; persons: %lld, all at capacity %s; one place "
	      "more with any of them makes room"),
	    (int)sp_utf8_fit(need.s, 80), need.s, (long long)unplaced->persons,
	    capacity);
	sp_text_free(&need);
}

static void
put_pairs(struct cli *cli, const char *capacity,
    const struct sp_assigned *assigned)
{
	struct cli_writer *writer = cli_writer_open(cli, sp_assign_columns, 3,
	    "sp-match assign", false);

	for (size_t i = 0; i < assigned->rows_n; i++)
		cli_write(writer, assigned->rows[i]);
	cli_writer_close(writer);
	for (size_t i = 0; i < assigned->unplaced_n; i++)
		say_unplaced(cli, capacity, &assigned->unplaced[i]);
	cli_say(cli, _("%zu of %zu placed, total %lld"), assigned->rows_n,
	    assigned->rows_n + assigned->unplaced_n,
	    (long long)assigned->total);
}

static FILE *
open_pairs(const struct cli *cli, const char *file)
{
	FILE *stream = strcmp(file, "-") == 0 ? stdin : fopen(file, "r");
	struct sp_error err;

	if (stream != NULL)
		return stream;
	sp_fail(&err, SP_INPUT, "%s: %s", file, strerror(errno));
	cli_die(cli, &err);
}

static int
assign_pairs(struct cli *cli, const struct cli_sharing *sharing)
{
	struct sp_assigned assigned;
	struct sp_assign_pairs *pairs;
	struct sp_error err;
	FILE *stream;

	if (sharing->capacity == NULL || sharing->load_weight == NULL ||
	    sharing->policy != NULL || sharing->candidates != NULL ||
	    sharing->trade_off || cli->operands_n > 0 || cli->pairs_n > 0)
		cli_usage(cli, _("give --pairs FILE, --capacity N and "
				 "--load-weight W, and nothing else"));
	pairs = sp_assign_pairs_open(whole(cli, "capacity", sharing->capacity,
					 1, SP_MOST_CAPACITY),
	    whole(cli, "load-weight", sharing->load_weight, 0,
		SP_MOST_LOAD_WEIGHT));
	stream = open_pairs(cli, sharing->pairs);
	read_pairs(cli, sharing, stream, pairs);
	if (stream != stdin)
		fclose(stream);
	if (sp_assign_pairs_solve(pairs, &assigned, &err) != 0) {
		sp_fail_at(&err, "%s: ", sharing->pairs);
		cli_die(cli, &err);
	}
	put_pairs(cli, sharing->capacity, &assigned);
	sp_assign_pairs_close(pairs);
	return assigned.rows_n > 0 ? SP_DONE : SP_NOTHING;
}

struct assigning {
	struct cli *cli;
	const struct cli_sharing *sharing;
	struct sp_store *store;
	struct sp_assign *assign;
	struct sp_labels *labels;
	struct cli_writer *writer;
};

static struct sp_assign_how
how_of(const struct cli *cli, const struct cli_sharing *sharing)
{
	struct sp_assign_how how = { SP_BALANCE, SP_ASSIGN_WEIGHT,
		SP_ASSIGN_CANDIDATES };
	int p = 0;

	while (sharing->policy != NULL && p < SP_POLICIES &&
	       strcmp(sharing->policy, sp_policies[p].naam) != 0 &&
	       strcmp(sharing->policy, sp_policies[p].name) != 0)
		p++;
	if (p == SP_POLICIES)
		cli_usage(cli, _("--policy is kwaliteit, evenwicht or "
				 "spreiding"));
	if (sharing->policy != NULL)
		how.policy = sp_policies[p].policy;
	if (sharing->load_weight != NULL) {
		how.load_weight = whole(cli, "load-weight",
		    sharing->load_weight, 0, SP_MOST_LOAD_WEIGHT);
		if (!sp_policies[how.policy].weighed || sharing->trade_off)
			cli_usage(cli, _("--load-weight goes with --policy "
					 "evenwicht"));
	}
	if (sharing->candidates != NULL)
		how.candidates = (size_t)whole(cli, "candidates",
		    sharing->candidates, 1, MOST_CANDIDATES);
	return how;
}

static void
close_all(void *context)
{
	struct assigning *assigning = context;

	sp_labels_close(assigning->labels);
	sp_assign_close(assigning->assign);
	sp_store_close(assigning->store);
}

static _Noreturn void
give_up(struct assigning *assigning, const struct sp_error *err)
{
	close_all(assigning);
	cli_die(assigning->cli, err);
}

static int
take(void *context, struct sp_value *row, struct sp_error *err)
{
	return sp_assign_add(((struct assigning *)context)->assign, row, err);
}

/* Fields alone are one need; with files they fill in what the rows lack. */
static void
take_needs(struct assigning *assigning)
{
	struct cli *cli = assigning->cli;
	struct cli_feed feed = { .cli = cli,
		.take = take,
		.give_up = close_all,
		.context = assigning };
	struct sp_value *row;
	struct sp_error err;
	int bad;

	for (size_t i = 0; i < cli->pairs_n; i++)
		if (sp_assign_fill(assigning->assign, &cli->pairs[i], &err) !=
		    0)
			give_up(assigning, &err);
	feed.columns = sp_assign_takes(assigning->assign, &feed.n);
	if (cli->pairs_n == 0 || cli->operands_n > 0) {
		cli_feed(&feed);
		return;
	}
	row = sp_alloc(feed.n, sizeof(*row));
	bad = sp_assign_add(assigning->assign, row, &err);
	free(row);
	if (bad)
		give_up(assigning, &err);
}

static void
put_rows(struct assigning *assigning, const struct sp_assign_result *result)
{
	enum { PERSON = 1 };
	struct cli *cli = assigning->cli;
	struct cli_writer *writer = cli_writer_open(cli, sp_assign_rows,
	    SP_ASSIGN_COLUMNS, "sp-match assign", false);

	for (size_t i = 0; i < result->rows_n; i++) {
		struct sp_value *row = result->rows[i];
		if (cli_names(cli) != NULL)
			row[PERSON] = sp_text_value(sp_label(assigning->labels,
			    sp_kind_find("persoon"), row[PERSON].i));
		cli_write(writer, row);
	}
	cli_writer_close(writer);
}

static void
say_figures(const struct cli *cli, const struct sp_assign_how *how,
    const struct sp_assign_figures *f)
{
	cli_say(cli,
	    _("%s: %lld of %lld placed, score %lld, highest load %lld; first "
	      "choices passed over because of load: %lld"),
	    strcmp(cli->session.lang, "en") == 0
		? sp_policies[how->policy].name
		: sp_policies[how->policy].naam,
	    (long long)f->placed, (long long)f->asks, (long long)f->score,
	    (long long)f->highest, (long long)f->passed_over);
	if (f->waiting > 0)
		cli_say(cli,
		    _("asked already for these signals, and waited for: %lld"),
		    (long long)f->waiting);
	if (f->set_aside > 0)
		cli_say(cli,
		    _("pairs set aside, for days of rest or hours beside "
		      "another ask: %lld"),
		    (long long)f->set_aside);
}

static int
share_out(struct assigning *assigning, const struct sp_assign_how *how)
{
	struct sp_assign_result result;
	struct sp_error err;

	if (sp_assign_solve(assigning->assign, &result, &err) != 0)
		give_up(assigning, &err);
	put_rows(assigning, &result);
	for (size_t i = 0; i < result.unplaced_n; i++)
		cli_say(assigning->cli, "%s", result.unplaced[i]);
	say_figures(assigning->cli, how, &result.figures);
	return result.rows_n > 0 ? SP_DONE : SP_NOTHING;
}

static void
put_trade_off(void *context, const struct sp_value *row)
{
	cli_write(((struct assigning *)context)->writer, row);
}

static int
print_trade_off(struct assigning *assigning)
{
	struct sp_error err;

	assigning->writer = cli_writer_open(assigning->cli, sp_trade_off_rows,
	    SP_TRADE_OFF_COLUMNS, "sp-match assign --trade-off", false);
	if (sp_assign_trade_off(assigning->assign, put_trade_off, assigning,
		&err) != 0)
		give_up(assigning, &err);
	cli_writer_close(assigning->writer);
	return SP_DONE;
}

int
cli_assign(struct cli *cli, const struct cli_sharing *sharing)
{
	struct assigning assigning = { .cli = cli, .sharing = sharing };
	struct sp_assign_how how;
	int status;

	if (sharing->pairs != NULL)
		return assign_pairs(cli, sharing);
	if (sharing->capacity != NULL)
		cli_usage(cli, _("--capacity goes with --pairs; in the store "
				 "each person has her own"));
	how = how_of(cli, sharing);
	assigning.store = cli_store(cli, SP_READ);
	assigning.labels = sp_labels_open(assigning.store, cli->session.lang);
	assigning.assign = sp_assign_open(assigning.store, &cli->session, &how);
	take_needs(&assigning);
	status = sharing->trade_off ? print_trade_off(&assigning)
				    : share_out(&assigning, &how);
	close_all(&assigning);
	return status;
}
