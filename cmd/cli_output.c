/* cli_output - rows and documents on standard output */
#include <sys/ioctl.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "sp/list.h"
#include "sp/mem.h"
#include "sp/show.h"
#include "sp/story.h"

struct cli_writer {
	struct cli *cli;
	struct sp_writer *writer;
	struct cli_progress progress;
	long long rows;
	struct sp_column *columns; /* the chosen ones */
	size_t *from;		   /* where they stand in a whole row */
	size_t n;
	bool one; /* one record: what is derived of it stands there too */
};

const struct sp_format *
cli_format(const struct cli *cli)
{
	if (cli->out != NULL)
		return cli->out;
	return sp_format_find(isatty(STDOUT_FILENO) ? "table" : "csv");
}

bool
cli_for_people(const struct cli *cli)
{
	const struct sp_format *format = cli_format(cli);

	return format->for_people && !format->reads;
}

const char *
cli_names(const struct cli *cli)
{
	return cli_format(cli)->for_people ? cli_data_lang(cli) : NULL;
}

/* What programs read keeps its names unless somebody asks. */
const char *
cli_data_lang(const struct cli *cli)
{
	return cli->lang_chosen || cli_for_people(cli) ? cli->session.lang
						       : "nl";
}

static size_t
terminal_width(void)
{
	struct winsize size;

	return isatty(STDOUT_FILENO) &&
		       ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0
		   ? size.ws_col
		   : 0;
}

/* https://no-color.org: any value but none; nor a terminal that can not. */
static bool
colours(void)
{
	const char *no = getenv("NO_COLOR"), *terminal = getenv("TERM");

	return isatty(STDOUT_FILENO) && (no == NULL || *no == '\0') &&
	       (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

static void
choose(struct cli_writer *writer, const struct sp_column *columns, size_t i)
{
	writer->from[writer->n] = i;
	writer->columns[writer->n++] = columns[i];
}

static void
choose_named(struct cli_writer *writer, const struct sp_column *columns,
    size_t n)
{
	const char *rest = writer->cli->fields;

	while (*rest != '\0') {
		size_t length = strcspn(rest, ",");
		char *name = sp_strndup(rest, length);
		int c = sp_column_find(columns, n, name);
		if (c < 0)
			cli_usage(writer->cli,
			    _("--fields: there is no field \"%s\""), name);
		if (writer->n == 2 * SP_KIND_COLUMNS)
			cli_usage(writer->cli, _("--fields: too many"));
		free(name);
		choose(writer, columns, (size_t)c);
		rest += length + (rest[length] == ',');
	}
}

/* A list for people leaves out what is long, and what is sensitive. */
static void
choose_default(struct cli_writer *writer, const struct sp_column *columns,
    size_t n)
{
	bool people = cli_for_people(writer->cli);

	for (size_t i = 0; i < n; i++)
		if ((columns[i].flags & SP_DERIVED) && !writer->one)
			continue;
		else if (!people || (columns[i].care != SP_SENSITIVE &&
					!(columns[i].flags & SP_LONG)))
			choose(writer, columns, i);
}

struct cli_writer *
cli_writer_open(struct cli *cli, const struct sp_column *columns, size_t n,
    const char *title, bool one)
{
	struct cli_writer *writer = sp_alloc(1, sizeof(*writer));
	struct sp_output output = { .format = cli_format(cli),
		.lang = cli_data_lang(cli),
		.title = title,
		.width = terminal_width(),
		.colour = colours(),
		.one = one };

	writer->cli = cli;
	writer->one = one;
	writer->columns =
	    sp_alloc(2 * SP_KIND_COLUMNS, sizeof(*writer->columns));
	writer->from = sp_alloc(2 * SP_KIND_COLUMNS, sizeof(*writer->from));
	if (cli->fields != NULL)
		choose_named(writer, columns, n);
	else
		choose_default(writer, columns, n);
	output.columns = writer->columns;
	output.n = writer->n;
	writer->writer = sp_writer_open(stdout, &output);
	cli_progress_start(&writer->progress, cli);
	/* where the rows themselves are seen, they are progress enough */
	if (isatty(STDOUT_FILENO))
		writer->progress.wanted = false;
	return writer;
}

void
cli_write(struct cli_writer *writer, const struct sp_value *row)
{
	struct sp_value chosen[2 * SP_KIND_COLUMNS];
	struct sp_error err;

	for (size_t i = 0; i < writer->n; i++)
		chosen[i] = row[writer->from[i]];
	if (sp_write(writer->writer, chosen, &err) != 0) {
		cli_progress_end(&writer->progress);
		cli_die(writer->cli, &err);
	}
	cli_progress_tick(&writer->progress, ++writer->rows, 0, 0);
}

void
cli_write_row(void *context, const struct sp_value *row)
{
	cli_write(context, row);
}

int
cli_writer_close(struct cli_writer *writer)
{
	int status = writer->rows > 0 ? SP_DONE : SP_NOTHING;
	struct sp_error err;
	int bad = sp_writer_close(writer->writer, &err);

	cli_progress_end(&writer->progress);
	if (bad)
		cli_die(writer->cli, &err);
	free(writer->columns);
	free(writer->from);
	free(writer);
	return status;
}

void
cli_print(const struct cli *cli, const char *text)
{
	struct sp_error err;

	if (fputs(text, stdout) != EOF && fflush(stdout) == 0)
		return;
	sp_fail(&err, SP_TROUBLE, _("writing failed: %s"), strerror(errno));
	cli_die(cli, &err);
}

static int
put_list(struct cli *cli, const struct sp_kind *kind, struct sp_list *list,
    bool one)
{
	struct sp_value row[SP_KIND_COLUMNS];
	struct cli_writer *writer;
	struct sp_error err;
	int status, got = sp_list_next(list, row, &err);

	writer = cli_writer_open(cli, kind->columns, kind->n, kind->naam, one);
	for (; got > 0; got = sp_list_next(list, row, &err))
		cli_write(writer, row);
	if (got < 0)
		cli_die(cli, &err);
	status = cli_writer_close(writer);
	sp_list_close(list);
	return status;
}

/* Whether --fields asks for what is computed. */
static bool
wants_derived(const struct cli *cli, const struct sp_kind *kind)
{
	for (size_t i = 0; i < kind->n && cli->fields != NULL; i++)
		if ((kind->columns[i].flags & SP_DERIVED) &&
		    (strstr(cli->fields, kind->columns[i].naam) != NULL ||
			strstr(cli->fields, kind->columns[i].name) != NULL))
			return true;
	return false;
}

int
cli_list(struct cli *cli, const struct sp_kind *kind)
{
	struct sp_store *store = cli_store(cli, SP_READ);
	struct sp_error err;
	struct sp_list *list =
	    sp_list_open(store, kind, cli->pairs, cli->pairs_n, cli_names(cli),
		wants_derived(cli, kind), &cli->session, &err);
	int status;

	if (list == NULL)
		cli_die(cli, &err);
	status = put_list(cli, kind, list, false);
	sp_store_close(store);
	return status;
}

/* A record as a document: a text, or one object; false: as a row it is. */
static bool
put_document(struct cli *cli, struct sp_store *store,
    const struct sp_kind *kind, const char *key)
{
	bool signal = strcmp(kind->naam, "signaal") == 0;
	bool json = cli->out != NULL && strcmp(cli->out->name, "json") == 0;
	struct sp_text text = { 0 };
	struct sp_error err;
	int bad;

	if (cli->out != NULL && !(signal && json))
		return false;
	if (!signal)
		bad = sp_show(store, kind, key, &cli->session, &text, &err);
	else if (json)
		bad = sp_story_json(store, key, &cli->session,
		    cli_data_lang(cli), &text, &err);
	else
		bad = sp_story_text(store, key, &cli->session, &text, &err);
	if (bad)
		cli_die(cli, &err);
	cli_print(cli, text.s);
	sp_text_free(&text);
	return true;
}

int
cli_show(struct cli *cli, const struct sp_kind *kind, const char *key)
{
	struct sp_store *store = cli_store(cli, SP_READ);
	struct sp_list *list;
	struct sp_error err;
	int status = SP_DONE;

	if (!put_document(cli, store, kind, key)) {
		list = sp_list_one(store, kind, key, cli_names(cli),
		    &cli->session, &err);
		if (list == NULL)
			cli_die(cli, &err);
		status = put_list(cli, kind, list, true);
	}
	sp_store_close(store);
	return status;
}
