/* cli - the main of every tool, and how it ends */
#include "cli.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sp/mem.h"

void
cli_say(const struct cli *cli, const char *format, ...)
{
	va_list arguments;

	if (cli->quiet)
		return;
	fprintf(stderr, "%s: ", cli->tool->name);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
}

void
cli_die(const struct cli *cli, const struct sp_error *err)
{
	fprintf(stderr, "%s: %s\n", cli->tool->name, err->text);
	exit((int)err->status);
}

void
cli_usage(const struct cli *cli, const char *format, ...)
{
	va_list arguments;

	fprintf(stderr, "%s: ", cli->tool->name);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fprintf(stderr, _("; see %s --help\n"), cli->tool->name);
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
