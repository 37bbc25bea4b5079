/* cli_feed - rows from files or standard input, one by one to who takes them,
 * with the bad ones told or set aside */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "sp/mem.h"

/* What was found out about the input, once. */
static void
tell_note(struct cli_feed *feed)
{
	const char *note =
	    feed->reader == NULL ? NULL : sp_reader_note(feed->reader);

	if (note != NULL)
		cli_say(feed->cli, "%s: %s", feed->source, note);
}

/* Nothing of the run is kept. */
static _Noreturn void
give_up(struct cli_feed *feed, const struct sp_error *err)
{
	cli_progress_end(&feed->progress);
	tell_note(feed);
	feed->give_up(feed->context);
	cli_die(feed->cli, err);
}

/* A row that can't be taken ends the run, or is set aside. */
static void
reject(struct cli_feed *feed, const struct sp_error *why)
{
	struct sp_error err;

	if (!feed->cli->keep_going || sp_reader_lost(feed->reader) ||
	    why->status == SP_TROUBLE)
		give_up(feed, why);
	feed->rejected++;
	if (feed->rejects == NULL)
		cli_complain(feed->cli, why);
	else if (sp_rejects_add(feed->rejects, feed->reader, why->text, &err) !=
		 0)
		give_up(feed, &err);
}

static void
feed_rows(struct cli_feed *feed, size_t total)
{
	struct sp_value row[2 * SP_KIND_COLUMNS];
	struct sp_error err;
	int got;

	while ((got = sp_read(feed->reader, row, &err)) != 0) {
		if (got < 0) {
			reject(feed, &err);
		} else if (feed->take(feed->context, row, &err) != 0) {
			sp_fail_at(&err, "%s:%zu: ", feed->source,
			    sp_reader_line(feed->reader));
			reject(feed, &err);
		}
		cli_progress_tick(&feed->progress, ++feed->rows,
		    sp_reader_bytes(feed->reader), total);
	}
}

static void
feed_stream(struct cli_feed *feed, FILE *stream, const char *source)
{
	struct cli *cli = feed->cli;
	struct sp_input input = { .format = cli->in,
		.source = source,
		.columns = feed->columns,
		.n = feed->n,
		.map = cli->map,
		.ignore_unknown = cli->ignore_unknown,
		.lang = cli->session.lang };
	struct sp_error err;
	struct stat status;
	size_t total = 0;

	feed->source = source;
	feed->reader = sp_reader_open(stream, &input, &err);
	if (feed->reader == NULL)
		give_up(feed, &err);
	if (feed->begin != NULL)
		feed->begin(feed->context);
	if (fstat(fileno(stream), &status) == 0 && S_ISREG(status.st_mode))
		total = (size_t)status.st_size;
	feed_rows(feed, total);
	tell_note(feed);
	sp_reader_close(feed->reader);
	feed->reader = NULL;
}

static void
feed_file(struct cli_feed *feed, const char *name)
{
	struct sp_error err;
	FILE *stream;

	if (strcmp(name, "-") == 0) {
		feed_stream(feed, stdin, "-");
		return;
	}
	stream = fopen(name, "r");
	if (stream == NULL) {
		sp_fail(&err, SP_INPUT, "%s: %s", name, strerror(errno));
		give_up(feed, &err);
	}
	feed_stream(feed, stream, name);
	fclose(stream);
}

static bool
same_file(const char *one, const char *other)
{
	struct stat a, b;

	return stat(one, &a) == 0 && stat(other, &b) == 0 &&
	       a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* Rejected rows are as personal as the others: for their owner's eyes. */
static void
open_rejects(struct cli_feed *feed)
{
	struct cli *cli = feed->cli;
	struct sp_error err;
	int fd;

	if (cli->rejects == NULL)
		return;
	if (same_file(cli->rejects, cli->store_path))
		cli_usage(cli, _("--rejects would overwrite the store"));
	for (size_t i = feed->first; i < cli->operands_n; i++)
		if (same_file(cli->rejects, cli->operands[i]))
			cli_usage(cli, _("--rejects would overwrite %s"),
			    cli->operands[i]);
	fd = open(cli->rejects, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	feed->stream = fd < 0 ? NULL : fdopen(fd, "w");
	if (feed->stream == NULL) {
		sp_fail(&err, SP_TROUBLE, "%s: %s", cli->rejects,
		    strerror(errno));
		cli_die(cli, &err);
	}
	feed->rejects = sp_rejects_open(feed->stream);
}

static void
close_rejects(struct cli_feed *feed)
{
	struct sp_error err;

	if (sp_rejects_close(feed->rejects, &err) != 0)
		give_up(feed, &err);
	if (feed->stream != NULL && fclose(feed->stream) != 0) {
		sp_fail(&err, SP_TROUBLE, "%s: %s", feed->cli->rejects,
		    strerror(errno));
		give_up(feed, &err);
	}
}

/* What is wrong on the command line is wrong before anything is opened. */
static void
check_operands(struct cli_feed *feed)
{
	struct cli *cli = feed->cli;
	int taken = cli->stdin_taken + (feed->first >= cli->operands_n);

	if (feed->first >= cli->operands_n && isatty(STDIN_FILENO))
		cli_usage(cli, _("give field=value, or a file"));
	for (size_t i = feed->first; i < cli->operands_n; i++)
		taken += strcmp(cli->operands[i], "-") == 0;
	if (taken > 1)
		cli_usage(cli, _("standard input can be read once"));
}

void
cli_feed_notes(const struct cli_feed *feed, const char *lines)
{
	char *place;

	if (*lines == '\0')
		return;
	place =
	    sp_format("%s:%zu: ", feed->source, sp_reader_line(feed->reader));
	cli_notes(feed->cli, place, lines);
	free(place);
}

void
cli_feed(struct cli_feed *feed)
{
	struct cli *cli = feed->cli;

	check_operands(feed);
	open_rejects(feed);
	cli_progress_start(&feed->progress, cli);
	if (feed->first >= cli->operands_n)
		feed_file(feed, "-");
	for (size_t i = feed->first; i < cli->operands_n; i++)
		feed_file(feed, cli->operands[i]);
	close_rejects(feed);
	cli_progress_end(&feed->progress);
}
