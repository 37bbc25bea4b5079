/* cli_add - from operands, files or standard input into one kind */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "sp/mem.h"

struct adding {
	struct cli *cli;
	const struct sp_kind *kind;
	unsigned how; /* enum sp_add_how */
	struct sp_store *store;
	struct sp_add *add;
	struct sp_text rooms[SP_KIND_COLUMNS];
	FILE *stream; /* of the rejects, NULL: none wanted */
	struct sp_rejects *rejects;
	int64_t rows, rejected;
	const char *source; /* being read */
	struct sp_reader *reader;
	struct cli_progress progress;
};

/* Input that can't be read makes no store. */
static void
open_store(struct adding *adding, unsigned how)
{
	struct sp_error err;

	if (adding->add != NULL)
		return;
	adding->store = cli_store(adding->cli, SP_CREATE);
	adding->add = sp_add_open(adding->store, adding->kind,
	    &adding->cli->session, how, &err);
	if (adding->add == NULL)
		cli_die(adding->cli, &err);
}

/* What was found out about the input, once. */
static void
tell_note(struct adding *adding)
{
	const char *note =
	    adding->reader == NULL ? NULL : sp_reader_note(adding->reader);

	if (note != NULL)
		cli_say(adding->cli, "%s: %s", adding->source, note);
}

/* Nothing of the run is kept. */
static _Noreturn void
give_up(struct adding *adding, const struct sp_error *err)
{
	cli_progress_end(&adding->progress);
	tell_note(adding);
	sp_add_close(adding->add);
	sp_store_close(adding->store);
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

	cli_progress_end(&adding->progress);
	if (sp_add_keep(adding->add, &err) != 0)
		give_up(adding, &err);
	summary(adding);
	sp_add_close(adding->add);
	sp_store_close(adding->store);
	for (size_t i = 0; i < SP_KIND_COLUMNS; i++)
		sp_text_free(&adding->rooms[i]);
}

/* nieuw=ja is no field, but says that a person is a new one. */
static unsigned
take_fresh(struct cli *cli)
{
	for (size_t i = 0; i < cli->pairs_n; i++) {
		struct sp_pair *pair = &cli->pairs[i];
		bool yes = strcmp(pair->value, "ja") == 0 ||
			   strcmp(pair->value, "yes") == 0;
		if (strcmp(pair->field, "nieuw") != 0 &&
		    strcmp(pair->field, "new") != 0)
			continue;
		if (!yes)
			cli_usage(cli, _("write nieuw=ja, or leave it out"));
		sp_pair_free(pair);
		cli->pairs_n--;
		memmove(pair, pair + 1, (cli->pairs_n - i) * sizeof(*pair));
		return SP_ADD_FRESH;
	}
	return 0;
}

static int
add_one(struct adding *adding, const char *key)
{
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	struct sp_error err;
	int64_t id;
	int bad;
	char text[32];

	cli_row(adding->cli, adding->kind, adding->rooms, row);
	open_store(adding, adding->how);
	adding->rows = 1;
	bad = key == NULL ? sp_add_row(adding->add, row, &id, &err)
			  : sp_add_change(adding->add, key, row, &id, &err);
	if (bad)
		give_up(adding, &err);
	finish(adding);
	snprintf(text, sizeof(text), "%lld\n", (long long)id);
	cli_print(adding->cli, text);
	return SP_DONE;
}

/* A row that can't be stored ends the run, or is set aside. */
static void
reject(struct adding *adding, const struct sp_error *why)
{
	struct sp_error err;

	if (!adding->cli->keep_going || sp_reader_lost(adding->reader) ||
	    why->status == SP_TROUBLE)
		give_up(adding, why);
	adding->rejected++;
	if (adding->rejects == NULL)
		cli_tell(adding->cli, why->text);
	else if (sp_rejects_add(adding->rejects, adding->reader, why->text,
		     &err) != 0)
		give_up(adding, &err);
}

static void
add_rows(struct adding *adding, size_t total)
{
	struct sp_value row[SP_KIND_COLUMNS];
	struct sp_reader *reader = adding->reader;
	struct sp_error err;
	int64_t id;
	int got;

	while ((got = sp_read(reader, row, &err)) != 0) {
		if (got > 0 && adding->cli->pairs_n > 0)
			cli_row(adding->cli, adding->kind, adding->rooms, row);
		if (got < 0) {
			reject(adding, &err);
		} else if (sp_add_row(adding->add, row, &id, &err) != 0) {
			sp_fail_at(&err, "%s:%zu: ", adding->source,
			    sp_reader_line(reader));
			reject(adding, &err);
		}
		cli_progress_tick(&adding->progress, ++adding->rows,
		    sp_reader_bytes(reader), total);
	}
}

static void
add_stream(struct adding *adding, FILE *stream, const char *source)
{
	struct cli *cli = adding->cli;
	struct sp_input input = { .format = cli->in,
		.source = source,
		.columns = adding->kind->columns,
		.n = adding->kind->n,
		.map = cli->map,
		.ignore_unknown = cli->ignore_unknown,
		.lang = cli->session.lang };
	struct sp_error err;
	struct stat status;
	size_t total = 0;

	adding->source = source;
	adding->reader = sp_reader_open(stream, &input, &err);
	if (adding->reader == NULL)
		give_up(adding, &err);
	open_store(adding, adding->how | SP_ADD_ROWS);
	sp_add_next_input(adding->add);
	if (fstat(fileno(stream), &status) == 0 && S_ISREG(status.st_mode))
		total = (size_t)status.st_size;
	add_rows(adding, total);
	tell_note(adding);
	sp_reader_close(adding->reader);
	adding->reader = NULL;
}

static void
add_file(struct adding *adding, const char *name)
{
	struct sp_error err;
	FILE *stream;

	if (strcmp(name, "-") == 0) {
		add_stream(adding, stdin, "-");
		return;
	}
	stream = fopen(name, "r");
	if (stream == NULL) {
		sp_fail(&err, SP_INPUT, "%s: %s", name, strerror(errno));
		give_up(adding, &err);
	}
	add_stream(adding, stream, name);
	fclose(stream);
}

/* Rejected rows are as personal as the others: for their owner's eyes. */
static void
open_rejects(struct adding *adding, size_t first)
{
	struct cli *cli = adding->cli;
	struct stat file, input;
	struct sp_error err;
	int fd;

	if (cli->rejects == NULL)
		return;
	for (size_t i = first; i < cli->operands_n; i++)
		if (stat(cli->rejects, &file) == 0 &&
		    stat(cli->operands[i], &input) == 0 &&
		    file.st_dev == input.st_dev && file.st_ino == input.st_ino)
			cli_usage(cli, _("--rejects: %s is read itself"),
			    cli->rejects);
	fd = open(cli->rejects, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	adding->stream = fd < 0 ? NULL : fdopen(fd, "w");
	if (adding->stream == NULL) {
		sp_fail(&err, SP_TROUBLE, "%s: %s", cli->rejects,
		    strerror(errno));
		cli_die(cli, &err);
	}
	adding->rejects = sp_rejects_open(adding->stream);
}

static void
close_rejects(struct adding *adding)
{
	struct sp_error err;

	if (sp_rejects_close(adding->rejects, &err) != 0)
		give_up(adding, &err);
	if (adding->stream != NULL && fclose(adding->stream) != 0) {
		sp_fail(&err, SP_TROUBLE, "%s: %s", adding->cli->rejects,
		    strerror(errno));
		give_up(adding, &err);
	}
}

/* What is wrong on the command line is wrong before anything is opened. */
static void
check_operands(struct adding *adding, size_t first)
{
	struct cli *cli = adding->cli;
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	int taken = cli->stdin_taken + (first >= cli->operands_n);

	if (first >= cli->operands_n && isatty(STDIN_FILENO))
		cli_usage(cli, _("give field=value, or a file"));
	for (size_t i = first; i < cli->operands_n; i++)
		taken += strcmp(cli->operands[i], "-") == 0;
	if (taken > 1)
		cli_usage(cli, _("standard input can be read once"));
	cli_row(adding->cli, adding->kind, adding->rooms, row);
}

static int
add_files(struct adding *adding, size_t first)
{
	struct cli *cli = adding->cli;

	check_operands(adding, first);
	open_rejects(adding, first);
	cli_progress_start(&adding->progress, cli);
	if (first >= cli->operands_n)
		add_file(adding, "-");
	for (size_t i = first; i < cli->operands_n; i++)
		add_file(adding, cli->operands[i]);
	close_rejects(adding);
	finish(adding);
	return adding->rejected > 0 ? SP_INPUT : SP_DONE;
}

int
cli_add(struct cli *cli, const struct sp_kind *kind, size_t first)
{
	struct adding adding = { .cli = cli,
		.kind = kind,
		.how = take_fresh(cli) };
	size_t n = cli->operands_n - first;
	const char *key = n > 0 ? cli->operands[first] : NULL;

	if (!kind->written)
		cli_usage(cli, _("%s is written by the programs only"),
		    kind->naam);
	if (cli->pairs_n == 0 || (n == 1 && strcmp(key, "-") == 0))
		return add_files(&adding, first);
	if (n > 1)
		cli_usage(cli, _("fields go with one record or with -"));
	return add_one(&adding, key);
}
