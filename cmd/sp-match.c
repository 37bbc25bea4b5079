/* sp-match - whom to ask, and why */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "sp/assign_pairs.h"
#include "sp/find.h"
#include "sp/label.h"
#include "sp/utf8.h"

static bool explain, why_not;
static const char *forced, *limit, *pairs_file, *capacity, *load_weight;
static struct cli_lead lead;

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
		return why_not || all < 10 ? all : 10;
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

	for (size_t i = 0; i < how_many(cli, found->left_out_n); i++) {
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

	if (explain && why_not)
		cli_usage(cli, _("give --explain or --why-not, not both"));
	how_many(cli, 0);
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
read_pairs(struct cli *cli, FILE *stream, struct sp_assign_pairs *pairs)
{
	struct sp_input input = { .format = cli->in,
		.source = pairs_file,
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
			sp_fail_at(&err, "%s:%zu: ", pairs_file,
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
		cli_say(cli, "%s: %s", pairs_file, sp_reader_note(reader));
	sp_reader_close(reader);
}

static void
say_unplaced(const struct cli *cli, const struct sp_unplaced *unplaced)
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
put_assigned(struct cli *cli, const struct sp_assigned *assigned)
{
	struct cli_writer *writer = cli_writer_open(cli, sp_assign_columns, 3,
	    "sp-match assign", false);

	for (size_t i = 0; i < assigned->rows_n; i++)
		cli_write(writer, assigned->rows[i]);
	cli_writer_close(writer);
	for (size_t i = 0; i < assigned->unplaced_n; i++)
		say_unplaced(cli, &assigned->unplaced[i]);
	cli_say(cli, _("%zu of %zu placed, total %lld"), assigned->rows_n,
	    assigned->rows_n + assigned->unplaced_n,
	    (long long)assigned->total);
}

static FILE *
open_pairs(const struct cli *cli)
{
	FILE *stream =
	    strcmp(pairs_file, "-") == 0 ? stdin : fopen(pairs_file, "r");
	struct sp_error err;

	if (stream != NULL)
		return stream;
	sp_fail(&err, SP_INPUT, "%s: %s", pairs_file, strerror(errno));
	cli_die(cli, &err);
}

static int
assign(struct cli *cli)
{
	struct sp_assigned assigned;
	struct sp_assign_pairs *pairs;
	struct sp_error err;
	FILE *stream;

	if (pairs_file == NULL || capacity == NULL || load_weight == NULL ||
	    cli->operands_n > 0 || cli->pairs_n > 0)
		cli_usage(cli, _("give --pairs FILE, --capacity N and "
				 "--load-weight W, and nothing else"));
	pairs = sp_assign_pairs_open(whole(cli, "capacity", capacity, 1,
					 SP_MOST_CAPACITY),
	    whole(cli, "load-weight", load_weight, 0, SP_MOST_LOAD_WEIGHT));
	stream = open_pairs(cli);
	read_pairs(cli, stream, pairs);
	fclose(stream);
	if (sp_assign_pairs_solve(pairs, &assigned, &err) != 0) {
		sp_fail_at(&err, "%s: ", pairs_file);
		cli_die(cli, &err);
	}
	put_assigned(cli, &assigned);
	sp_assign_pairs_close(pairs);
	return assigned.rows_n > 0 ? SP_DONE : SP_NOTHING;
}

static int
step(struct cli *cli)
{
	return cli_step(cli, forced, NULL);
}

static int
next(struct cli *cli)
{
	lead.limit = limit;
	return cli_lead(cli, &lead);
}

static const struct cli_option options[] = {
	{ 0, "force", N_("WHY"), N_("pass over a rule that allows it; say why"),
	    0, &forced, NULL },
	{ 0, "explain", NULL, N_("say how each score came about"), 0, NULL,
	    &explain },
	{ 0, "why-not", NULL, N_("say why others are not on the list"), 0, NULL,
	    &why_not },
	{ 'l', "limit", N_("N"),
	    N_("so many at most, 0 for all; else the best 10"), 0, &limit,
	    NULL },
	{ 0, "pairs", N_("FILE"),
	    N_("rows of need, person, cost; - is standard input"), 0,
	    &pairs_file, NULL },
	{ 0, "capacity", N_("N"), N_("no person takes more needs than this"), 0,
	    &capacity, NULL },
	{ 0, "load-weight", N_("W"), N_("add W x load x load for each person"),
	    0, &load_weight, NULL },
	{ 0, "chain", NULL, N_("say who brought whom"), 0, NULL, &lead.chain },
	{ 0, "channels", NULL, N_("count leads by where they came from"), 0,
	    NULL, &lead.channels },
	{ 0 },
};

enum { STEPS = CLI_READS | CLI_STORES | CLI_BULK };

static const struct cli_verb verbs[] = {
	{ "find", "vind", "[signaal=ID] [field=value ...]",
	    N_("rank key persons for a need"), CLI_LISTS,
	    "explain|why-not|limit", NULL, find,
	    { "sp-match find domein=energie taal=ar gebied=Kanaleneiland",
		"sp-match find signaal=12 --explain", NULL } },
	{ "ask", "vraag",
	    "[concept] persoon=PERSON [field=value ...] | ID | [file ...]",
	    N_("ask something of a key person, unless it is too much"), STEPS,
	    "force", "vraag", step,
	    { "sp-match ask persoon=fatima org=Energieloket taak=adviseren "
	      "fase=ontwerp uren=2 doel=\"informatieavond voorbereiden\"",
		"sp-match ask org=Energieloket taak=voorlichten uren=2 - "
		"<persons.csv" } },
	{ "reply", "reageer",
	    "ID[,ID...] STATE [field=value ...] | [STATE] [file ...]",
	    N_("say what became of an ask"), STEPS, NULL, NULL, step,
	    { "sp-match reply 7 toegezegd",
		"sp-match reply 7 gedaan gelukt=ja terug_gemeld=2026-11-03" } },
	{ "assign", "verdeel", "--pairs FILE --capacity N --load-weight W",
	    N_("share out many needs over many persons, with a fair load"),
	    CLI_READS | CLI_LISTS, "pairs|capacity|load-weight", NULL, assign,
	    { "sp-match assign --pairs pairs.csv --capacity 3 "
	      "--load-weight 100",
		"sp-match assign --pairs - --capacity 1 --load-weight 0 "
		"<pairs.csv" } },
	{ "next", "hierna",
	    "[field=value ...] | ID STATE [field=value ...] | STATE [file]",
	    N_("whom to meet for the first time, and what became of leads"),
	    CLI_LISTS | CLI_READS | CLI_STORES | CLI_BULK,
	    "limit|chain|channels", "aanwijzing", next,
	    { "sp-match next gebied=Overvecht domein=energie",
		"sp-match next 1 geworden persoon=fatima" } },
	{ 0 },
};

int
main(int argc, char **argv)
{
	static const struct cli_tool tool = { "sp-match",
		N_("whom to ask, without wearing people out"), options, verbs };

	return cli_main(&tool, argc, argv);
}
