/* sp-match - whom to ask, and why */
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "sp/find.h"
#include "sp/label.h"

static bool explain, why_not;
static const char *limit;

static const struct sp_column ranked_columns[] = {
	{ .naam = "rang", .name = "rank", .type = SP_COL_INTEGER },
	{ .naam = "persoon",
	    .name = "person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon" },
	{ .naam = "score", .name = "score", .type = SP_COL_INTEGER },
	{ .naam = "redenen", .name = "reasons" },
};

static const struct sp_column left_out_columns[] = {
	{ .naam = "persoon",
	    .name = "person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon" },
	{ .naam = "reden", .name = "reason" },
};

static struct sp_value
person(struct sp_labels *labels, bool names, int64_t id)
{
	return names ? sp_text_value(
			   sp_label(labels, sp_kind_find("persoon"), id))
		     : sp_int_value(id);
}

static size_t
how_many(const struct cli *cli, size_t all)
{
	char *end;
	long n;

	if (limit == NULL)
		return all < 10 ? all : 10;
	n = strtol(limit, &end, 10);
	if (*limit == '\0' || *end != '\0' || n < 0)
		cli_usage(cli, _("--limit is a number, 0 for all"));
	return n == 0 || (size_t)n > all ? all : (size_t)n;
}

static void
put_ranked(struct cli *cli, const struct sp_found *found,
    struct sp_labels *labels)
{
	size_t columns = explain ? 4 : 3, n = how_many(cli, found->ranked_n);
	struct cli_writer *writer = cli_writer_open(cli, ranked_columns,
	    columns, "sp-match find", false);

	for (size_t i = 0; i < n; i++) {
		struct sp_value row[4] = { sp_int_value((int64_t)i + 1),
			person(labels, cli_names(cli), found->ranked[i].id),
			sp_int_value(found->ranked[i].score),
			sp_text_value(found->reasons[i]) };
		cli_write(writer, row);
	}
	cli_writer_close(writer);
}

static void
put_left_out(struct cli *cli, const struct sp_found *found,
    struct sp_labels *labels)
{
	struct cli_writer *writer = cli_writer_open(cli, left_out_columns, 2,
	    "sp-match find --why-not", false);

	for (size_t i = 0; i < found->left_out_n; i++) {
		struct sp_value row[2] = { person(labels, cli_names(cli),
					       found->left_out[i].id),
			sp_text_value(found->left_out[i].why) };
		cli_write(writer, row);
	}
	cli_writer_close(writer);
}

static int
find(struct cli *cli)
{
	struct sp_store *store;
	struct sp_labels *labels;
	struct sp_found found;
	struct sp_error err;
	size_t n;

	if (cli->operands_n > 0 || cli->pairs_n == 0)
		cli_usage(cli, _("give signaal=ID, or what is needed, such as "
				 "domein=energie taal=ar"));
	store = cli_store(cli, SP_READ);
	if (sp_find(store, cli->pairs, cli->pairs_n, how_many(cli, SIZE_MAX),
		&cli->session, &found, &err) != 0)
		cli_die(cli, &err);
	labels = sp_labels_open(store, cli->session.lang);
	if (why_not)
		put_left_out(cli, &found, labels);
	else
		put_ranked(cli, &found, labels);
	n = why_not ? found.left_out_n : found.ranked_n;
	if (found.ranked_n == 0)
		cli_say(cli, _("nobody; ask the coordinator, and see "
			       "--why-not"));
	sp_found_free(&found);
	sp_labels_close(labels);
	sp_store_close(store);
	return n > 0 ? SP_DONE : SP_NOTHING;
}

static const struct cli_option options[] = {
	{ 0, "explain", NULL, N_("say how each score came about"), 0, NULL,
	    &explain },
	{ 0, "why-not", NULL, N_("say why others are not on the list"), 0, NULL,
	    &why_not },
	{ 'l', "limit", N_("N"), N_("so many at most, 0 for all; else 10"), 0,
	    &limit, NULL },
	{ 0 },
};

static const struct cli_verb verbs[] = {
	{ "find", "vind", "[signaal=ID] [field=value ...]",
	    N_("rank key persons for a need"), CLI_LISTS,
	    "explain|why-not|limit", NULL, find,
	    { "sp-match find domein=energie taal=ar gebied=Kanaleneiland",
		"sp-match find signaal=12 --explain", NULL } },
	{ 0 },
};

int
main(int argc, char **argv)
{
	static const struct cli_tool tool = { "sp-match",
		N_("whom to ask, without wearing people out"), options, verbs };

	return cli_main(&tool, argc, argv);
}
