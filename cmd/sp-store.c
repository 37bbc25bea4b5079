/* sp-store - looks after the file: makes, checks, copies, brings up to date */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "sp/check.h"

static bool full;

/* Rows of a name and a value. */
static const struct sp_column info_columns[] = {
	{ .naam = "naam", .name = "name" },
	{ .naam = "waarde", .name = "value" },
};
static const struct sp_column finding_columns[] = {
	{ .naam = "bevinding", .name = "finding" },
};

static void
no_operands(const struct cli *cli)
{
	if (cli->operands_n > 0 || cli->pairs_n > 0)
		cli_usage(cli, _("%s takes no operands"), cli->verb->name);
}

static const char *
one_file(const struct cli *cli)
{
	if (cli->operands_n != 1 || cli->pairs_n > 0)
		cli_usage(cli, _("%s needs one file"), cli->verb->name);
	return cli->operands[0];
}

static const char *
office(const struct cli *cli)
{
	const struct sp_pair *pair = cli->pairs;

	if (cli->operands_n == 0 && cli->pairs_n == 0)
		return NULL;
	if (cli->operands_n > 0 || cli->pairs_n > 1 ||
	    pair->relation != SP_IS || *pair->value == '\0' ||
	    (strcmp(pair->field, "kantoor") != 0 &&
		strcmp(pair->field, "office") != 0))
		cli_usage(cli, _("init takes kantoor=NAME at most"));
	return pair->value;
}

static int
init(struct cli *cli)
{
	const char *kantoor = office(cli);
	struct sp_error err;
	struct sp_store *store;
	int bad;

	if (access(cli->store_path, F_OK) == 0) {
		sp_fail(&err, SP_REFUSED, _("%s: is there already"),
		    cli->store_path);
		cli_die(cli, &err);
	}
	store = cli_store(cli, SP_CREATE);
	bad = sp_store_begin(store, &err) != 0 ||
	      sp_defaults_add(store, &cli->session, kantoor, &err) != 0 ||
	      sp_store_commit(store, &err) != 0;
	sp_store_close(store);
	if (bad)
		cli_die(cli, &err);
	cli_say(cli, _("%s: made"), cli->store_path);
	return SP_DONE;
}

static void
put_fact(struct cli_writer *writer, const char *name, const char *value)
{
	struct sp_value row[2] = { sp_text_value(name), sp_text_value(value) };

	cli_write(writer, row);
}

static void
put_number(struct cli_writer *writer, const char *name, int64_t number)
{
	char text[24];

	snprintf(text, sizeof(text), "%lld", (long long)number);
	put_fact(writer, name, text);
}

static void
put_counts(struct cli *cli, struct cli_writer *writer)
{
	struct sp_store *store = cli_store(cli, SP_READ);
	struct sp_error err;
	int64_t count;

	for (size_t i = 0; i < sp_kinds_n; i++) {
		if (sp_count(store, sp_kinds[i], &count, &err) != 0)
			cli_die(cli, &err);
		put_number(writer, sp_kinds[i]->naam, count);
	}
	sp_store_close(store);
}

static int
info(struct cli *cli)
{
	struct sp_store_info facts;
	struct cli_writer *writer;
	struct sp_error err;

	no_operands(cli);
	if (sp_store_info(cli->store_path, &facts, &err) != 0)
		cli_die(cli, &err);
	writer = cli_writer_open(cli, info_columns, 2, "sp-store", false);
	put_fact(writer, "bestand", cli->store_path);
	put_number(writer, "versie", facts.version);
	put_number(writer, "versie_programma", facts.program);
	put_number(writer, "bytes", facts.bytes);
	put_number(writer, "bytes_vrij", facts.free_bytes);
	put_fact(writer, "sqlite", facts.sqlite);
	if (facts.version == facts.program)
		put_counts(cli, writer);
	cli_writer_close(writer);
	return SP_DONE;
}

static void
put_finding(void *context, const char *finding)
{
	struct sp_value row = sp_text_value(finding);

	cli_write(context, &row);
}

static int
check(struct cli *cli)
{
	struct cli_writer *writer;
	struct sp_store *store;
	struct sp_error err;
	int n;

	no_operands(cli);
	store = cli_store(cli, SP_READ);
	writer =
	    cli_writer_open(cli, finding_columns, 1, "sp-store check", false);
	n = sp_check(store, full, put_finding, writer, &err);
	cli_writer_close(writer);
	if (n < 0)
		cli_die(cli, &err);
	sp_store_close(store);
	cli_say(cli, n == 0 ? _("%s: nothing wrong") : _("%s: is damaged"),
	    cli->store_path);
	return n == 0 ? SP_DONE : SP_TROUBLE;
}

/* A store that an older program made lacks what a new one begins with now. */
static void
renew(struct cli *cli)
{
	struct sp_store *store = cli_store(cli, SP_WRITE);
	struct sp_error err;
	int64_t added;
	int bad = sp_store_begin(store, &err) != 0 ||
		  sp_defaults_renew(store, &cli->session, &added, &err) != 0 ||
		  sp_store_commit(store, &err) != 0;

	sp_store_close(store);
	if (bad)
		cli_die(cli, &err);
	if (added > 0)
		cli_say(cli,
		    _("%s: %lld records were added that a new store begins "
		      "with"),
		    cli->store_path, (long long)added);
}

static int
migrate(struct cli *cli)
{
	struct sp_store_info facts;
	struct sp_error err;
	char *kept;
	int from;

	no_operands(cli);
	if (sp_store_migrate(cli->store_path, &from, &kept, &err) != 0 ||
	    sp_store_info(cli->store_path, &facts, &err) != 0)
		cli_die(cli, &err);
	if (kept == NULL)
		cli_say(cli, _("%s: is of version %d already"), cli->store_path,
		    from);
	else
		cli_say(cli, _("%s: from version %d to %d; the old one is %s"),
		    cli->store_path, from, facts.version, kept);
	free(kept);
	renew(cli);
	return SP_DONE;
}

static int
backup(struct cli *cli)
{
	const char *to = one_file(cli);
	struct sp_store *store = cli_store(cli, SP_READ);
	struct sp_error err;

	if (sp_store_backup(store, to, &err) != 0)
		cli_die(cli, &err);
	sp_store_close(store);
	cli_say(cli, _("%s: copied and checked"), to);
	return SP_DONE;
}

static int
restore(struct cli *cli)
{
	const char *from = one_file(cli);
	struct sp_error err;
	char *kept;

	if (sp_store_restore(cli->store_path, from, &kept, &err) != 0)
		cli_die(cli, &err);
	if (kept == NULL)
		cli_say(cli, _("%s: is %s now"), cli->store_path, from);
	else
		cli_say(cli, _("%s: is %s now; the old one is %s"),
		    cli->store_path, from, kept);
	free(kept);
	return SP_DONE;
}

static const struct cli_option options[] = {
	{ 0, "full", NULL, N_("look at every index and cell"), 0, NULL, &full },
	{ 0 },
};

static const struct cli_verb verbs[] = {
	{ "init", NULL, "[kantoor=NAME]", N_("make a new store"), 0, NULL, NULL,
	    init,
	    { "sp-store init kantoor=utrecht-west",
		"sp-store init -s proef.db" } },
	{ "info", NULL, "", N_("version, size, and how many of each kind"),
	    CLI_LISTS, NULL, NULL, info,
	    { "sp-store info", "sp-store info -o json" } },
	{ "check", NULL, "[--full]", N_("look for damage"), CLI_LISTS, "full",
	    NULL, check, { "sp-store check", "sp-store check --full" } },
	{ "migrate", NULL, "", N_("bring an older store up to date"), 0, NULL,
	    NULL, migrate,
	    { "sp-store migrate", "sp-store migrate -s oud.db" } },
	{ "backup", NULL, "FILE", N_("a checked copy, also while in use"), 0,
	    NULL, NULL, backup,
	    { "sp-store backup kopie.db",
		"sp-store backup -q kopie-2026-10.db" } },
	{ "restore", NULL, "FILE", N_("put a backup in the store's place"), 0,
	    NULL, NULL, restore,
	    { "sp-store restore kopie.db",
		"sp-store restore -s sp.db kopie.db" } },
	{ 0 },
};

int
main(int argc, char **argv)
{
	static const struct cli_tool tool = { "sp-store",
		N_("look after the store: make, check, copy, restore"), options,
		verbs };

	return cli_main(&tool, argc, argv);
}
