/* cli_add - from operands, files or standard input into one kind */
#include <sys/stat.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "sp/mem.h"

struct adding {
	struct cli *cli;
	const struct sp_kind *kind;
	struct sp_store *store;
	struct sp_add *add;
	struct sp_text rooms[SP_KIND_COLUMNS];
	FILE *rejects;
	struct sp_writer *writer;
	struct sp_column *columns; /* of the rejects */
	size_t columns_n;
	int64_t rejected;
	struct cli_progress progress;
};

static void
open_store(struct adding *adding, unsigned how)
{
	struct sp_error err;

	adding->store = cli_store(adding->cli, SP_CREATE);
	adding->add = sp_add_open(adding->store, adding->kind,
	    &adding->cli->session, how, &err);
	if (adding->add == NULL) {
		sp_store_close(adding->store);
		cli_die(adding->cli, &err);
	}
}

/* Nothing of the run is kept. */
static _Noreturn void
give_up(struct adding *adding, const struct sp_error *err)
{
	cli_progress_end(&adding->progress);
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
	    adding->kind->naam,
	    (long long)t->read + (long long)adding->rejected -
		(long long)t->rejected,
	    (long long)t->added, (long long)t->changed, (long long)t->unchanged,
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

static int
add_one(struct adding *adding, const char *key, unsigned how)
{
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	struct sp_error err;
	int64_t id;
	int bad;

	cli_row(adding->cli, adding->kind, adding->rooms, row);
	open_store(adding, how);
	bad = key == NULL ? sp_add_row(adding->add, row, &id, &err)
			  : sp_add_change(adding->add, key, row, &id, &err);
	if (bad)
		give_up(adding, &err);
	finish(adding);
	if (!adding->cli->session.dry_run)
		put_id(adding->cli, adding->kind, id);
	return SP_DONE;
}

static bool
same_file(const char *one, const char *other)
{
	struct stat a, b;

	return stat(one, &a) == 0 && stat(other, &b) == 0 &&
	       a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* The rejects bear the names of the input, and what was wrong. */
static void
open_rejects(struct adding *adding, struct sp_reader *reader)
{
	const char *const *names;
	size_t n = sp_reader_header(reader, &names);
	struct sp_output output = { .format = sp_format_find("csv"),
		.lang = "nl" };

	adding->columns_n = n + 2;
	adding->columns = sp_alloc(n + 2, sizeof(*adding->columns));
	for (size_t i = 0; i < n + 2; i++) {
		struct sp_column *c = &adding->columns[i];
		const char *name = i < n    ? names[i]
				   : i == n ? "regel"
					    : "reden";
		c->naam = c->name = sp_strdup(name);
	}
	output.columns = adding->columns;
	output.n = n + 2;
	adding->writer = sp_writer_open(adding->rejects, &output);
}

static void
write_reject(struct adding *adding, struct sp_reader *reader,
    const struct sp_error *why)
{
	struct sp_value *row;
	const char *const *cells;
	struct sp_error err;
	size_t n;

	if (adding->rejects == NULL) {
		cli_complain(adding->cli, why);
		return;
	}
	if (adding->writer == NULL)
		open_rejects(adding, reader);
	row = sp_alloc(adding->columns_n, sizeof(*row));
	n = sp_reader_cells(reader, &cells);
	for (size_t i = 0; i < n && i + 2 < adding->columns_n; i++)
		row[i] = sp_text_value(cells[i]);
	row[adding->columns_n - 2] =
	    sp_int_value((int64_t)sp_reader_line(reader));
	row[adding->columns_n - 1] = sp_text_value(why->text);
	if (sp_write(adding->writer, row, &err) != 0)
		give_up(adding, &err);
	free(row);
}

/* A row that can't be stored ends the run, or is set aside. */
static void
reject(struct adding *adding, struct sp_reader *reader,
    const struct sp_error *err)
{
	if (!adding->cli->keep_going || sp_reader_lost(reader) ||
	    err->status == SP_TROUBLE)
		give_up(adding, err);
	adding->rejected++;
	write_reject(adding, reader, err);
}

static void
add_rows(struct adding *adding, struct sp_reader *reader, const char *source,
    size_t total)
{
	struct sp_value row[SP_KIND_COLUMNS];
	struct sp_error err;
	long long done = 0;
	int64_t id;
	int got;

	while ((got = sp_read(reader, row, &err)) != 0) {
		if (got > 0 && adding->cli->pairs_n > 0)
			cli_row(adding->cli, adding->kind, adding->rooms, row);
		if (got < 0) {
			reject(adding, reader, &err);
		} else if (sp_add_row(adding->add, row, &id, &err) != 0) {
			sp_fail_at(&err, "%s:%zu: ", source,
			    sp_reader_line(reader));
			reject(adding, reader, &err);
		}
		cli_progress_tick(&adding->progress, ++done,
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
	struct sp_reader *reader = sp_reader_open(stream, &input, &err);
	struct stat status;
	size_t total = 0;

	if (reader == NULL)
		give_up(adding, &err);
	if (fstat(fileno(stream), &status) == 0 && S_ISREG(status.st_mode))
		total = (size_t)status.st_size;
	add_rows(adding, reader, source, total);
	if (sp_reader_note(reader) != NULL)
		cli_say(cli, "%s: %s", source, sp_reader_note(reader));
	sp_reader_close(reader);
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

static void
close_rejects(struct adding *adding)
{
	struct sp_error err;

	if (adding->writer != NULL &&
	    sp_writer_close(adding->writer, &err) != 0)
		give_up(adding, &err);
	if (adding->rejects != NULL && fclose(adding->rejects) != 0) {
		sp_fail(&err, SP_TROUBLE, "%s: %s", adding->cli->rejects,
		    strerror(errno));
		give_up(adding, &err);
	}
	for (size_t i = 0; i < adding->columns_n; i++)
		free((char *)(uintptr_t)adding->columns[i].naam);
	free(adding->columns);
}

/* Opening it empties it, so it must be nothing that is still needed. */
static void
open_rejects_file(struct adding *adding, size_t first)
{
	struct cli *cli = adding->cli;
	struct sp_error err;

	if (same_file(cli->rejects, cli->store_path))
		cli_usage(cli, _("--rejects would overwrite the store"));
	for (size_t i = first; i < cli->operands_n; i++)
		if (same_file(cli->rejects, cli->operands[i]))
			cli_usage(cli, _("--rejects would overwrite %s"),
			    cli->operands[i]);
	adding->rejects = fopen(cli->rejects, "w");
	if (adding->rejects != NULL)
		return;
	sp_fail(&err, SP_TROUBLE, "%s: %s", cli->rejects, strerror(errno));
	cli_die(cli, &err);
}

static int
add_files(struct adding *adding, size_t first, unsigned how)
{
	struct cli *cli = adding->cli;
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };

	/* what every row gets is wrong before the first, or never */
	cli_row(cli, adding->kind, adding->rooms, row);
	if (first >= cli->operands_n && isatty(STDIN_FILENO))
		cli_usage(cli, _("give field=value, or a file"));
	if (cli->rejects != NULL)
		open_rejects_file(adding, first);
	open_store(adding, how | SP_ADD_ROWS);
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
	struct adding adding = { .cli = cli, .kind = kind };
	unsigned how = take_fresh(cli, kind);
	size_t n = cli->operands_n - first;
	const char *key = n > 0 ? cli->operands[first] : NULL;

	if (!kind->written)
		cli_usage(cli, _("%s is written by the programs only"),
		    kind->naam);
	if (cli->pairs_n == 0 || (n == 1 && strcmp(key, "-") == 0))
		return add_files(&adding, first, how);
	if (n > 1)
		cli_usage(cli, _("fields go with one record or with -"));
	if (cli->in != NULL || cli->map != NULL || cli->ignore_unknown ||
	    cli->keep_going)
		cli_usage(cli,
		    _("--in, --map, --ignore-unknown and --keep-going go with "
		      "a file"));
	return add_one(&adding, key, how);
}
