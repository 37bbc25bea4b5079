/* cli - the main of every tool, and how it ends */
#include "cli.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sp/mem.h"
#include "sp/utf8.h"

/* Names and texts in a message may hold anything, a terminal's commands too;
 * a file's name need not even be UTF-8. */
static void
add_safely(struct sp_text *out, const char *text)
{
	if (sp_utf8_valid(text, strlen(text))) {
		sp_utf8_visible(out, text);
		return;
	}
	for (const unsigned char *s = (const unsigned char *)text; *s != '\0';
	     s++)
		if (*s >= ' ' && *s < 0x7f)
			sp_text_addc(out, (char)*s);
		else
			sp_text_addf(out, "\\x%02X", *s);
}

/* One line on standard error: the tool, and what it says. */
static void
put_line(const struct cli *cli, const char *text)
{
	struct sp_text line = { 0 };

	sp_text_addf(&line, "%s: ", cli->tool->name);
	add_safely(&line, text);
	sp_text_addc(&line, '\n');
	fputs(line.s, stderr);
	sp_text_free(&line);
}

static void
put_formatted(const struct cli *cli, const char *format, va_list arguments)
{
	char text[2048];

	vsnprintf(text, sizeof(text), format, arguments);
	text[sp_utf8_fit(text, sizeof(text) - 1)] = '\0';
	put_line(cli, text);
}

void
cli_say(const struct cli *cli, const char *format, ...)
{
	va_list arguments;

	if (cli->quiet)
		return;
	va_start(arguments, format);
	put_formatted(cli, format, arguments);
	va_end(arguments);
}

void
cli_notes(const struct cli *cli, const char *place, const char *lines)
{
	while (*lines != '\0') {
		size_t length = strcspn(lines, "\n");
		cli_say(cli, "%s%.*s", place, (int)length, lines);
		lines += length + (lines[length] == '\n');
	}
}

void
cli_complain(const struct cli *cli, const struct sp_error *err)
{
	put_line(cli, err->text);
}

void
cli_die(const struct cli *cli, const struct sp_error *err)
{
	cli_complain(cli, err);
	exit((int)err->status);
}

void
cli_usage(const struct cli *cli, const char *format, ...)
{
	const char *verb = cli->verb == NULL ? NULL : cli->verb->name;
	struct sp_error err;
	va_list arguments;
	char text[900];

	va_start(arguments, format);
	vsnprintf(text, sizeof(text), format, arguments);
	va_end(arguments);
	text[sp_utf8_fit(text, sizeof(text) - 1)] = '\0';
	sp_fail(&err, SP_INPUT, _("%s; see %s%s%s --help"), text,
	    cli->tool->name, verb == NULL ? "" : " ", verb == NULL ? "" : verb);
	cli_die(cli, &err);
}

long long
cli_number(const struct cli *cli, const char *name, const char *text,
    long long other)
{
	size_t digits = text == NULL ? 0 : strspn(text, "0123456789");

	if (text == NULL)
		return other;
	if (digits == 0 || digits > 18 || text[digits] != '\0')
		cli_usage(cli, _("%s is a whole number, 0 or more"), name);
	return strtoll(text, NULL, 10);
}

const char *
cli_period(const struct cli *cli)
{
	if (cli->operands_n != 1)
		cli_usage(cli, _("give one period, such as 2026-10 or vorige"));
	return cli->operands[0];
}

const char *
cli_period_at_most(const struct cli *cli)
{
	if (cli->operands_n > 1)
		cli_usage(cli, _("give one period at most"));
	return cli->operands_n > 0 ? cli->operands[0] : NULL;
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
		cli_usage(cli, _("there is no kind \"%s\" (do you mean %s?)"),
		    name, near);
	cli_usage(cli, _("there is no kind \"%s\""), name);
}

int
cli_main(const struct cli_tool *tool, int argc, char **argv)
{
	struct cli cli = { .tool = tool };
	int status;

	cli_process();
	cli_parse(&cli, argc, argv);
	status = cli.verb->run(&cli);
	for (size_t i = 0; i < cli.pairs_n; i++)
		sp_pair_free(&cli.pairs[i]);
	free(cli.pairs);
	free(cli.operands);
	free(cli.store_path);
	return status;
}
