/* cli - the main of every tool, and how it ends */
#include "cli.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sp/mem.h"
#include "sp/utf8.h"

/* A sentence may quote input, and input may not steer a terminal. */
void
cli_tell(const struct cli *cli, const char *text)
{
	struct sp_text visible = { 0 };

	sp_utf8_visible(&visible, text);
	fprintf(stderr, "%s: %s\n", cli->tool->name,
	    visible.s == NULL ? "" : visible.s);
	sp_text_free(&visible);
}

void
cli_say(const struct cli *cli, const char *format, ...)
{
	char text[2048];
	va_list arguments;

	if (cli->quiet)
		return;
	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	cli_tell(cli, text);
}

void
cli_die(const struct cli *cli, const struct sp_error *err)
{
	cli_tell(cli, err->text);
	exit((int)err->status);
}

void
cli_usage(const struct cli *cli, const char *format, ...)
{
	char text[2048];
	va_list arguments;
	size_t length;

	va_start(arguments, format);
	vsnprintf(text, sizeof(text) / 2, format, arguments);
	va_end(arguments);
	length = strlen(text);
	snprintf(text + length, sizeof(text) - length, _("; see %s --help"),
	    cli->tool->name);
	cli_tell(cli, text);
	exit(SP_INPUT);
}

struct sp_store *
cli_store(struct cli *cli, enum sp_access wanted)
{
	bool try_only = wanted == SP_CREATE && cli->session.dry_run &&
			access(cli->store_path, F_OK) != 0;
	struct sp_error err;
	struct sp_store *store =
	    sp_store_open(try_only ? ":memory:" : cli->store_path, wanted,
		&err);

	if (store == NULL)
		cli_die(cli, &err);
	return store;
}

const struct sp_kind *
cli_kind(const struct cli *cli, const char *name)
{
	const struct sp_kind *kind = sp_kind_find(name);
	const char *names[64], *near;
	size_t n = 0;

	if (kind != NULL)
		return kind;
	for (size_t i = 0; i < sp_kinds_n && n + 2 <= 64; i++) {
		names[n++] = sp_kinds[i]->naam;
		names[n++] = sp_kinds[i]->name;
	}
	near = cli_nearest(name, names, n);
	if (near != NULL)
		cli_usage(cli, _("there is no kind \"%s\"; do you mean %s?"),
		    name, near);
	cli_usage(cli, _("there is no kind \"%s\""), name);
}

int
cli_main(const struct cli_tool *tool, int argc, char **argv)
{
	struct cli cli = { .tool = tool };
	int status;

	cli_parse(&cli, argc, argv);
	status = cli.verb->run(&cli);
	for (size_t i = 0; i < cli.pairs_n; i++)
		sp_pair_free(&cli.pairs[i]);
	free(cli.pairs);
	free(cli.operands);
	return status;
}
