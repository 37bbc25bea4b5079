/* sp-match - whom to ask, and why */
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "sp/find.h"
#include "sp/label.h"
#include "sp/mem.h"

static bool explain, why_not;
static const char *forced, *limit, *max_km, *kind_name;
static struct cli_sharing sharing;
static struct cli_lead lead;

enum {
	LINE,
	SIGNAL,
	VACANCY,
	RANK,
	PERSON,
	SCORE,
	DISTANCE,
	REASONS,
	GROUND,
	WEIGHT,
	MET,
	ADDS,
	VALUE,
	REASON,
	COLUMNS
};
static const struct sp_column found_columns[COLUMNS] = {
	[LINE] = { .naam = "regel", .name = "line", .type = SP_COL_INTEGER },
	[SIGNAL] = { .naam = "signaal",
	    .name = "signal",
	    .type = SP_COL_REFERENCE,
	    .kind = "signaal" },
	[VACANCY] = { .naam = "vacature",
	    .name = "vacancy",
	    .type = SP_COL_REFERENCE,
	    .kind = "vacature" },
	[RANK] = { .naam = "rang", .name = "rank", .type = SP_COL_INTEGER },
	[PERSON] = { .naam = "persoon",
	    .name = "person",
	    .type = SP_COL_REFERENCE,
	    .kind = "persoon" },
	[SCORE] = { .naam = "score", .name = "score", .type = SP_COL_INTEGER },
	[DISTANCE] = { .naam = "afstand_km",
	    .name = "distance_km",
	    .type = SP_COL_DECIMAL },
	[REASONS] = { .naam = "redenen", .name = "reasons" },
	[GROUND] = { .naam = "grond", .name = "ground" },
	[WEIGHT] = { .naam = "gewicht",
	    .name = "weight",
	    .type = SP_COL_INTEGER },
	[MET] = { .naam = "maat", .name = "met", .type = SP_COL_INTEGER },
	[ADDS] = { .naam = "bijdrage", .name = "adds", .type = SP_COL_INTEGER },
	[VALUE] = { .naam = "waarde", .name = "value" },
	[REASON] = { .naam = "reden", .name = "reason" },
};

/* One run of find: a need of fields, or rows of needs. */
struct finding {
	struct cli *cli;
	struct sp_store *store;
	struct sp_finding *finding;
	struct sp_labels *labels;
	struct cli_feed feed; /* of rows */
	struct sp_find_how how;
	const struct sp_kind *kind; /* of who is shown */
	struct sp_pair *pairs;	    /* the fields, and what options say */
	size_t pairs_n;
	bool rows;	/* of needs: each line says where its need came from */
	bool vacancies; /* are among what the rows say */
	int64_t line;	/* of the need */
	bool told;	/* somebody is on a list */

	struct cli_writer *writer;
	int at[COLUMNS]; /* the columns that are written */
	size_t n;
};

static size_t
how_many(const struct cli *cli)
{
	char *end;
	long n;

	if (limit == NULL)
		return why_not ? SIZE_MAX : 0;
	n = strtol(limit, &end, 10);
	if (*limit == '\0' || *end != '\0' || n < 0)
		cli_usage(cli, _("--limit is a number, 0 for all"));
	return n == 0 ? SIZE_MAX : (size_t)n;
}

/* Of one need the columns that say something; of many always the same. */
static bool
wanted(const struct finding *finding, int column, bool placed)
{
	switch (column) {
	case LINE:
	case SIGNAL: return finding->rows;
	case VACANCY: return finding->rows && finding->vacancies;
	case PERSON: return true;
	case REASON: return why_not;
	case DISTANCE: return !why_not && (finding->rows || placed);
	case REASONS: return !why_not && !explain;
	case RANK:
	case SCORE: return !why_not;
	default: return explain;
	}
}

static void
open_writer(struct finding *finding, bool placed)
{
	struct sp_column columns[COLUMNS];

	if (finding->writer != NULL)
		return;
	for (int c = 0; c < COLUMNS; c++)
		if (wanted(finding, c, placed)) {
			columns[finding->n] = found_columns[c];
			if (c == PERSON) {
				columns[finding->n].naam = finding->kind->naam;
				columns[finding->n].name = finding->kind->name;
				columns[finding->n].kind = finding->kind->naam;
			}
			finding->at[finding->n++] = c;
		}
	finding->writer = cli_writer_open(finding->cli, columns, finding->n,
	    why_not ? "sp-match find --why-not" : "sp-match find", false);
}

static void
put(struct finding *finding, const struct sp_found *found, int64_t id,
    struct sp_value row[COLUMNS])
{
	struct sp_value chosen[COLUMNS];

	row[LINE] = sp_int_value(finding->line);
	if (found->signal != 0)
		row[SIGNAL] = sp_int_value(found->signal);
	if (found->vacancy != 0)
		row[VACANCY] = sp_int_value(found->vacancy);
	row[PERSON] =
	    cli_names(finding->cli) == NULL
		? sp_int_value(id)
		: sp_text_value(sp_label(finding->labels, finding->kind, id));
	for (size_t i = 0; i < finding->n; i++)
		chosen[i] = row[finding->at[i]];
	cli_write(finding->writer, chosen);
	finding->told = true;
}

/* A line a ground. */
static void
put_told(struct finding *finding, const struct sp_found *found,
    const struct sp_shown *shown, struct sp_value row[COLUMNS])
{
	bool english = strcmp(cli_data_lang(finding->cli), "en") == 0;

	for (size_t i = 0; i < shown->told_n; i++) {
		const struct sp_told *told = &shown->told[i];
		const struct sp_ground_row *ground = &sp_grounds[told->ground];
		row[VALUE] = sp_text_value(told->value);
		row[GROUND] = row[WEIGHT] = row[MET] = row[ADDS] =
		    sp_text_value(NULL);
		if (told->ground < SP_GROUNDS) {
			row[GROUND] = sp_text_value(
			    english ? ground->name : ground->naam);
			row[WEIGHT] = sp_int_value(told->weight);
			row[MET] = sp_int_value(told->met);
			row[ADDS] = sp_int_value(told->adds);
		}
		put(finding, found, shown->id, row);
	}
}

static void
put_shown(struct finding *finding, const struct sp_found *found, size_t i)
{
	const struct sp_shown *shown = &found->shown[i];
	struct sp_value row[COLUMNS] = {
		[RANK] = sp_int_value((int64_t)i + 1),
		[SCORE] = sp_int_value(shown->score),
		[REASONS] = sp_text_value(shown->reasons),
	};

	if (shown->metres >= 0) {
		row[DISTANCE].type = SP_REAL;
		row[DISTANCE].r = (double)((shown->metres + 50) / 100) / 10;
	}
	if (explain)
		put_told(finding, found, shown, row);
	else
		put(finding, found, shown->id, row);
}

static void
put_found(struct finding *finding, const struct sp_found *found)
{
	open_writer(finding, found->placed);
	for (size_t i = 0; i < found->shown_n; i++)
		put_shown(finding, found, i);
	for (size_t i = 0; i < found->left_out_n && i < finding->how.best;
	     i++) {
		struct sp_value row[COLUMNS] = {
			[REASON] = sp_text_value(found->left_out[i].why),
		};
		put(finding, found, found->left_out[i].id, row);
	}
}

static void
close_finding(void *context)
{
	struct finding *finding = context;

	sp_find_close(finding->finding);
	sp_labels_close(finding->labels);
	sp_store_close(finding->store);
	if (max_km != NULL)
		sp_pair_free(&finding->pairs[0]);
	free(finding->pairs);
}

/* Initiatives and partners that are there already, by name. */
static void
say_first(const struct finding *finding, const struct sp_first *first)
{
	struct sp_text names = { 0 };

	for (size_t i = 0; i < first->n && i < SP_FIRST_NAMED; i++)
		sp_text_addf(&names, "%s%s", i > 0 ? ", " : "",
		    sp_label(finding->labels, sp_kind_find(first->kind),
			first->best[i]));
	if (first->n > SP_FIRST_NAMED)
		sp_text_add(&names, ", ...");
	cli_say(finding->cli,
	    strcmp(first->kind, "initiatief") == 0
		? _("look first at initiatives that fit: %zu (%s); see --kind "
		    "initiatief")
		: _("look first at organisations that fit: %zu (%s); see "
		    "--kind organisatie"),
	    first->n, names.s);
	sp_text_free(&names);
}

static void
say_nobody(const struct finding *finding)
{
	const char *nobody =
	    strcmp(finding->kind->naam, "persoon") == 0
		? _("nobody; ask the coordinator, and see --why-not")
		: _("none fits; ask the coordinator");

	if (finding->rows)
		cli_say(finding->cli, _("line %lld: %s"),
		    (long long)finding->line, nobody);
	else
		cli_say(finding->cli, "%s", nobody);
}

/* Whom to turn to, beside or instead of who was found. */
static void
say_others(const struct finding *finding, const struct sp_found *found)
{
	if (found->fit == 0)
		say_nobody(finding);
	if (why_not || (finding->rows && found->fit > 0))
		return;
	for (int i = 0; i < 2; i++)
		if (found->first[i].n > 0)
			say_first(finding, &found->first[i]);
}

static int
find_one(struct finding *finding, const struct sp_value *row,
    struct sp_found *found, struct sp_error *err)
{
	if (sp_find(finding->finding, row, finding->pairs, finding->pairs_n,
		&finding->how, found, err) != 0)
		return -1;
	put_found(finding, found);
	return 0;
}

/* Whether vacancies are spoken of: in the first row, or in the fields. */
static bool
are_vacancies(const struct finding *finding, const struct sp_value *row)
{
	int at =
	    sp_column_find(finding->feed.columns, finding->feed.n, "vacature");
	bool any = row[at].type != SP_ABSENT;

	for (size_t i = 0; i < finding->pairs_n; i++)
		any |= sp_column_find(&finding->feed.columns[at], 1,
			   finding->pairs[i].field) == 0;
	return any;
}

static int
take_need(void *context, struct sp_value *row, struct sp_error *err)
{
	struct finding *finding = context;
	struct sp_found found;

	finding->line = (int64_t)sp_reader_line(finding->feed.reader);
	if (finding->writer == NULL)
		finding->vacancies = are_vacancies(finding, row);
	if (find_one(finding, row, &found, err) != 0)
		return -1;
	say_others(finding, &found);
	sp_found_free(&found);
	return 0;
}

static void
find_rows(struct finding *finding)
{
	struct sp_column columns[2 * SP_KIND_COLUMNS];

	finding->feed = (struct cli_feed){ .cli = finding->cli,
		.columns = columns,
		.n = sp_need_row_columns(columns),
		.take = take_need,
		.give_up = close_finding,
		.context = finding };
	cli_feed(&finding->feed);
	finding->feed.columns = NULL;
	if (finding->writer == NULL)
		open_writer(finding, true);
}

/* What options say goes before what fields say. */
static void
take_pairs(struct finding *finding)
{
	struct cli *cli = finding->cli;
	struct sp_error err;

	finding->pairs = sp_alloc(cli->pairs_n + 1, sizeof(*finding->pairs));
	if (max_km != NULL) {
		char *operand = sp_format("max_km=%s", max_km);
		if (sp_pair_parse(operand, &finding->pairs[0], &err) != 0)
			cli_die(cli, &err);
		free(operand);
		finding->pairs_n = 1;
	}
	memcpy(finding->pairs + finding->pairs_n, cli->pairs,
	    cli->pairs_n * sizeof(*cli->pairs));
	finding->pairs_n += cli->pairs_n;
}

/* Persons, or what can be looked at before them. */
static const struct sp_kind *
which_kind(const struct cli *cli)
{
	const struct sp_kind *kind = kind_name == NULL
					 ? sp_kind_find("persoon")
					 : sp_kind_find(kind_name);

	if (kind == NULL || (strcmp(kind->naam, "persoon") != 0 &&
				strcmp(kind->naam, "organisatie") != 0 &&
				strcmp(kind->naam, "initiatief") != 0))
		cli_usage(cli,
		    _("--kind is persoon, organisatie or initiatief"));
	if (why_not && strcmp(kind->naam, "persoon") != 0)
		cli_usage(cli, _("--why-not is about persons"));
	return kind;
}

static int
find(struct cli *cli)
{
	const struct sp_kind *kind = which_kind(cli);
	struct finding finding = { .cli = cli,
		.kind = kind,
		.how = { how_many(cli), explain, why_not, kind->naam },
		.rows = cli->operands_n > 0 || cli->pairs_n == 0 };
	struct sp_found found = { 0 };
	struct sp_error err;

	if (explain && why_not)
		cli_usage(cli, _("give --explain or --why-not, not both"));
	take_pairs(&finding);
	finding.store = cli_store(cli, SP_READ);
	finding.labels = sp_labels_open(finding.store, cli->session.lang);
	finding.finding = sp_find_open(finding.store, &cli->session);
	if (finding.rows)
		find_rows(&finding);
	else if (find_one(&finding, NULL, &found, &err) != 0)
		cli_die(cli, &err);
	cli_writer_close(finding.writer);
	if (!finding.rows)
		say_others(&finding, &found);
	sp_found_free(&found);
	close_finding(&finding);
	return finding.told ? SP_DONE : SP_NOTHING;
}

static int
assign(struct cli *cli)
{
	return cli_assign(cli, &sharing);
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
	{ 0, "max-km", N_("N"), N_("nobody further away than this"), 0, &max_km,
	    NULL },
	{ 0, "kind", N_("KIND"), N_("organisatie or initiatief, not persons"),
	    0, &kind_name, NULL },
	{ 0, "pairs", N_("FILE"),
	    N_("rows of need, person, cost; - is standard input"), 0,
	    &sharing.pairs, NULL },
	{ 0, "capacity", N_("N"), N_("no person takes more needs than this"), 0,
	    &sharing.capacity, NULL },
	{ 0, "load-weight", N_("W"), N_("add W x load x load for each person"),
	    0, &sharing.load_weight, NULL },
	{ 0, "policy", N_("NAME"),
	    N_("kwaliteit, evenwicht (usual) or spreiding"), 0, &sharing.policy,
	    NULL },
	{ 0, "candidates", N_("N"),
	    N_("the best N persons of each need; else 50"), 0,
	    &sharing.candidates, NULL },
	{ 0, "trade-off", NULL, N_("say what a fairer load costs in score"), 0,
	    NULL, &sharing.trade_off },
	{ 0, "chain", NULL, N_("say who brought whom"), 0, NULL, &lead.chain },
	{ 0, "channels", NULL, N_("count leads by where they came from"), 0,
	    NULL, &lead.channels },
	{ 0 },
};

enum { STEPS = CLI_READS | CLI_STORES | CLI_BULK };

static const struct cli_verb verbs[] = {
	{ "find", "vind",
	    "[signaal=ID | vacature=ID] [field=value ...] | [file ...]",
	    N_("rank key persons for a need"), CLI_READS | CLI_LISTS,
	    "explain|why-not|limit|max-km|kind", NULL, find,
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
	{ "assign", "verdeel", "[field=value ...] [file ...] | --pairs FILE",
	    N_("share out many needs over many persons, with a fair load"),
	    CLI_READS | CLI_LISTS,
	    "pairs|capacity|load-weight|policy|candidates|trade-off", NULL,
	    assign,
	    { "sp-signal list status=gemeld -o jsonl | sp-match assign",
		"sp-match assign --pairs pairs.csv --capacity 3 "
		"--load-weight 100",
		NULL } },
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
