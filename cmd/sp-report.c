/* sp-report - reads only: overviews, lists and records to print */
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "sp/agenda.h"
#include "sp/carry.h"
#include "sp/cv.h"
#include "sp/initiative.h"
#include "sp/label.h"
#include "sp/loops.h"
#include "sp/mem.h"
#include "sp/offer.h"
#include "sp/overview.h"
#include "sp/reciprocity.h"
#include "sp/terms.h"
#include "sp/today.h"
#include "sp/workload.h"

static void
put_rows(struct cli *cli, const struct sp_overview *overview)
{
	struct cli_writer *writer =
	    cli_writer_open(cli, sp_overview_rows, 5, NULL, false);
	struct sp_value row[5];

	for (size_t i = 0; i < 4 * overview->n; i++) {
		sp_overview_row(overview, i, row);
		cli_write(writer, row);
	}
	cli_writer_close(writer);
}

static void
put_lines(struct cli *cli, const struct sp_overview *overview)
{
	struct cli_writer *writer = cli_writer_open(cli, sp_overview_lines, 7,
	    overview->periode[0], false);
	struct sp_value row[7];

	for (size_t i = 0; i < overview->n; i++) {
		sp_overview_line(overview, i, cli->session.lang, row);
		cli_write(writer, row);
	}
	cli_writer_close(writer);
}

static void
put_document(struct cli *cli, const struct sp_overview *overview, bool html)
{
	struct sp_text text = { 0 };

	if (cli->fields != NULL)
		cli_usage(cli,
		    _("--fields goes with rows, not with a document"));
	if (html)
		sp_overview_html(&text, overview, cli->pairs, cli->pairs_n,
		    &cli->session);
	else
		sp_overview_json(&text, overview);
	cli_print(cli, text.s);
	sp_text_free(&text);
}

static int
maand(struct cli *cli)
{
	const char *format = cli_format(cli)->name;
	struct sp_overview overview;
	struct sp_store *store;
	struct sp_error err;
	const char *period = cli_period(cli);

	store = cli_store(cli, SP_READ);
	if (sp_overview(store, period, cli->pairs, cli->pairs_n, &cli->session,
		cli_data_lang(cli), &overview, &err) != 0)
		cli_die(cli, &err);
	if (strcmp(format, "html") == 0 || strcmp(format, "json") == 0)
		put_document(cli, &overview, strcmp(format, "html") == 0);
	else if (cli_names(cli))
		put_lines(cli, &overview);
	else
		put_rows(cli, &overview);
	sp_overview_free(&overview);
	sp_store_close(store);
	return SP_DONE;
}

static int
lijst(struct cli *cli)
{
	if (cli->operands_n != 1)
		cli_usage(cli, _("give one kind of record"));
	return cli_list(cli, cli_kind(cli, cli->operands[0]));
}

static int
toon(struct cli *cli)
{
	if (cli->operands_n != 2 || cli->pairs_n > 0)
		cli_usage(cli, _("give a kind, and an id, key or name"));
	return cli_show(cli, cli_kind(cli, cli->operands[0]), cli->operands[1]);
}

static const char *
who(struct cli *cli)
{
	const struct sp_pair *pair = cli->pairs;

	if (cli->operands_n == 0 && cli->pairs_n == 0)
		return cli->session.user;
	if (cli->operands_n > 0 || cli->pairs_n > 1 ||
	    pair->relation != SP_IS || *pair->value == '\0' ||
	    (strcmp(pair->field, "wie") != 0 &&
		strcmp(pair->field, "who") != 0))
		cli_usage(cli, _("vandaag takes wie=NAME at most"));
	return pair->value;
}

static int
vandaag(struct cli *cli)
{
	const char *whose = who(cli);
	struct sp_store *store = cli_store(cli, SP_READ);
	struct sp_labels *labels = sp_labels_open(store, cli->session.lang);
	struct cli_writer *writer;
	struct sp_error err;
	struct sp_due *due;
	size_t n;

	if (sp_today(store, &cli->session, whose, &due, &n, &err) != 0)
		cli_die(cli, &err);
	writer = cli_writer_open(cli, sp_today_columns, 5, "sp-report", false);
	for (size_t i = 0; i < n; i++) {
		struct sp_value row[5] = { sp_text_value(due[i].day),
			sp_text_value(due[i].what), sp_text_value(due[i].kind),
			sp_int_value(due[i].id), sp_int_value(due[i].person) };
		if (due[i].person == 0)
			row[4] = sp_text_value(NULL);
		else if (cli_names(cli))
			row[4] = sp_text_value(sp_label(labels,
			    sp_kind_find("persoon"), due[i].person));
		cli_write(writer, row);
	}
	cli_writer_close(writer);
	free(due);
	sp_labels_close(labels);
	sp_store_close(store);
	return n > 0 ? SP_DONE : SP_NOTHING;
}

static int
overzicht(struct cli *cli)
{
	struct cli_writer *writer;
	struct sp_store *store;
	struct sp_error err;
	int status;

	if (cli->operands_n > 0)
		cli_usage(cli, _("%s: write field=value"), cli->operands[0]);
	store = cli_store(cli, SP_READ);
	writer = cli_writer_open(cli, sp_offer_columns, 6, "overzicht", false);
	if (sp_offer(store, cli->pairs, cli->pairs_n, &cli->session,
		cli_names(cli), cli_write_row, writer, &err) != 0)
		cli_die(cli, &err);
	status = cli_writer_close(writer);
	sp_store_close(store);
	return status;
}

static int
termijnen(struct cli *cli)
{
	const char *period = cli_period(cli);
	struct sp_store *store = cli_store(cli, SP_READ);
	struct cli_writer *writer = cli_writer_open(cli, sp_terms_columns,
	    SP_TERMS_COLUMNS, "termijnen", false);
	struct sp_error err;
	int status;

	if (sp_terms(store, period, cli->pairs, cli->pairs_n, &cli->session,
		cli_names(cli), cli_write_row, writer, &err) != 0)
		cli_die(cli, &err);
	status = cli_writer_close(writer);
	sp_store_close(store);
	return status;
}

static int
agenda(struct cli *cli)
{
	const char *period = cli_period(cli);
	struct sp_store *store = cli_store(cli, SP_READ);
	struct cli_writer *writer = cli_writer_open(cli, sp_agenda_columns,
	    SP_AGENDA_COLUMNS, "agenda", false);
	struct sp_error err;
	int status;

	if (sp_agenda(store, period, cli->pairs, cli->pairs_n, &cli->session,
		cli_data_lang(cli), cli_names(cli) != NULL, cli_write_row,
		writer, &err) != 0)
		cli_die(cli, &err);
	status = cli_writer_close(writer);
	sp_store_close(store);
	return status;
}

static void
put_cards(struct cli *cli, const struct sp_cards *cards)
{
	struct cli_writer *writer = cli_writer_open(cli, sp_carry_columns,
	    SP_CARRY_COLUMNS, "terugbrengen", false);
	struct sp_value row[SP_CARRY_COLUMNS];

	for (size_t i = 0; i < cards->n; i++) {
		sp_carry_row(&cards->list[i], cli_names(cli), row);
		cli_write(writer, row);
	}
	cli_writer_close(writer);
}

/* The formats in which cards are a document; text when none is asked for. */
static const struct {
	const char *format;
	void (*print)(struct sp_text *out, const struct sp_cards *cards,
	    const struct sp_session *session);
} card_documents[] = {
	{ "text", sp_carry_text },
	{ "md", sp_carry_md },
	{ "html", sp_carry_html },
};

/* Of what is cards for people and rows for programs. */
static const char *
card_format(const struct cli *cli)
{
	return cli->out != NULL	     ? cli->out->name
	       : cli->fields != NULL ? cli_format(cli)->name
				     : "text";
}

static void
print_cards(struct cli *cli, const struct sp_cards *cards)
{
	const char *format = card_format(cli);
	struct sp_text text = { 0 };

	for (size_t i = 0; i < 3 && cli->fields == NULL; i++)
		if (strcmp(card_documents[i].format, format) == 0)
			card_documents[i].print(&text, cards, &cli->session);
	if (text.s == NULL)
		put_cards(cli, cards);
	else
		cli_print(cli, text.s);
	sp_text_free(&text);
}

static int
terugbrengen(struct cli *cli)
{
	struct sp_cards cards;
	struct sp_store *store;
	struct sp_error err;
	bool any;

	if (cli->operands_n > 0)
		cli_usage(cli, _("%s: write field=value"), cli->operands[0]);
	store = cli_store(cli, SP_READ);
	if (sp_carry(store, cli->pairs, cli->pairs_n, &cli->session, &cards,
		&err) != 0)
		cli_die(cli, &err);
	any = cards.n > 0;
	if (any)
		print_cards(cli, &cards);
	sp_carry_free(&cards);
	sp_store_close(store);
	return any ? SP_DONE : SP_NOTHING;
}

enum { CHUNK = 1 << 16 };

/* What is long goes out in parts. */
static void
print_part(const struct cli *cli, struct sp_text *text, size_t least)
{
	if (text->length < least)
		return;
	cli_print(cli, text->s);
	sp_text_clear(text);
}

static int
put_initiative_cards(struct cli *cli, struct sp_initiatives *initiatives,
    const struct sp_initiative_document *document)
{
	struct sp_value row[SP_INITIATIVE_COLUMNS];
	struct sp_text text = { 0 };
	struct sp_error err;
	int got, any = 0;

	while ((got = sp_initiatives_next(initiatives, row, &err)) > 0) {
		if (!any)
			document->begin(&text, &cli->session);
		any = 1;
		document->card(&text, row, &cli->session);
		print_part(cli, &text, CHUNK);
	}
	if (got < 0)
		cli_die(cli, &err);
	if (any)
		document->end(&text);
	print_part(cli, &text, 1);
	sp_text_free(&text);
	return any ? SP_DONE : SP_NOTHING;
}

static int
put_initiative_rows(struct cli *cli, struct sp_initiatives *initiatives)
{
	struct sp_column columns[SP_INITIATIVE_COLUMNS];
	struct sp_value row[SP_INITIATIVE_COLUMNS];
	struct cli_writer *writer;
	struct sp_error err;
	int got;

	for (size_t i = 0; i < SP_INITIATIVE_COLUMNS; i++)
		columns[i] =
		    *sp_initiative_column((enum sp_initiative_column)i);
	writer = cli_writer_open(cli, columns, SP_INITIATIVE_COLUMNS,
	    "kaartjes", false);
	while ((got = sp_initiatives_next(initiatives, row, &err)) > 0)
		cli_write(writer, row);
	if (got < 0)
		cli_die(cli, &err);
	return cli_writer_close(writer);
}

/* With the store to read them from, for the caller to close. */
static struct sp_initiatives *
open_initiatives(struct cli *cli, const char *names, struct sp_store **store)
{
	struct sp_initiatives *initiatives;
	struct sp_error err;

	if (cli->operands_n > 0)
		cli_usage(cli, _("%s: write field=value"), cli->operands[0]);
	*store = cli_store(cli, SP_READ);
	initiatives = sp_initiatives_open(*store, cli->pairs, cli->pairs_n,
	    names, &cli->session, &err);
	if (initiatives == NULL)
		cli_die(cli, &err);
	return initiatives;
}

static int
kaartjes(struct cli *cli)
{
	const struct sp_initiative_document *document =
	    cli->fields != NULL ? NULL
				: sp_initiative_document(card_format(cli));
	struct sp_store *store;
	struct sp_initiatives *initiatives = open_initiatives(cli,
	    document != NULL ? cli->session.lang : cli_names(cli), &store);
	int status = document != NULL
			 ? put_initiative_cards(cli, initiatives, document)
			 : put_initiative_rows(cli, initiatives);

	sp_initiatives_close(initiatives);
	sp_store_close(store);
	return status;
}

/* A collection is whole even when there is nothing to show. */
static size_t
put_features(struct cli *cli, struct sp_initiatives *initiatives)
{
	const char *lang = cli->lang_chosen ? cli->session.lang : "nl";
	struct sp_text text = { 0 };
	struct sp_error err;
	size_t n = 0;
	int got;

	sp_text_add(&text, "{\"type\":\"FeatureCollection\",\"features\":[\n");
	while ((got = sp_initiatives_feature(initiatives, lang, n > 0, &text,
		    &err)) > 0) {
		n++;
		print_part(cli, &text, CHUNK);
	}
	if (got < 0)
		cli_die(cli, &err);
	sp_text_add(&text, n > 0 ? "\n]}\n" : "]}\n");
	print_part(cli, &text, 1);
	sp_text_free(&text);
	return n;
}

static int
kaart(struct cli *cli)
{
	struct sp_initiatives *initiatives;
	struct sp_store *store;
	size_t n, unplaced;

	if (cli->out != NULL && strcmp(cli->out->name, "json") != 0)
		cli_usage(cli, _("kaart writes GeoJSON: -o is json or not "
				 "there"));
	initiatives = open_initiatives(cli, NULL, &store);
	n = put_features(cli, initiatives);
	unplaced = sp_initiatives_unplaced(initiatives);
	sp_initiatives_close(initiatives);
	sp_store_close(store);
	if (unplaced > 0)
		cli_say(cli,
		    _("without a point, so not on the map: %zu; give lat= and "
		      "lon=, or an area that has them"),
		    unplaced);
	return n > 0 ? SP_DONE : SP_NOTHING;
}

static int
lus(struct cli *cli)
{
	struct sp_value row[SP_LOOPS_COLUMNS];
	struct cli_writer *writer;
	struct sp_store *store;
	struct sp_loops loops;
	struct sp_error err;
	const char *period = cli_period_at_most(cli);

	store = cli_store(cli, SP_READ);
	if (sp_loops(store, period, cli->pairs, cli->pairs_n, &cli->session,
		&loops, &err) != 0)
		cli_die(cli, &err);
	writer = cli_writer_open(cli, sp_loops_columns, SP_LOOPS_COLUMNS, "lus",
	    false);
	for (size_t i = 0; i < loops.n; i++) {
		sp_loops_cells(&loops.rows[i], cli_for_people(cli), row);
		cli_write(writer, row);
	}
	cli_writer_close(writer);
	sp_loops_free(&loops);
	sp_store_close(store);
	return SP_DONE;
}

static bool outward;

/* Where rows go, and whether a person reads them. */
struct outlet {
	struct cli_writer *writer;
	bool people;
};

static const struct cli_option options[] = {
	{ 0, "extern", NULL, N_("only what may leave the house: no persons"), 0,
	    NULL, &outward },
	{ 0 },
};

static void
put_load(void *context, const struct sp_workload_row *row)
{
	struct outlet *to = context;
	struct sp_value cells[SP_WORKLOAD_COLUMNS];

	sp_workload_cells(row, cells);
	cli_write(to->writer, cells);
}

static void
put_load_outside(void *context, const struct sp_workload_row *row)
{
	struct outlet *to = context;
	struct sp_value cells[2];
	char room[24];

	if (strcmp(row->blok, "totaal") != 0)
		return;
	for (size_t i = 0; i < SP_WORKLOAD_OUTSIDE; i++) {
		sp_workload_outside(row, i, to->people, room, cells);
		cli_write(to->writer, cells);
	}
}

static int
belasting(struct cli *cli)
{
	const char *period = cli_period_at_most(cli);
	struct sp_store *store = cli_store(cli, SP_READ);
	struct outlet to = { NULL, cli_for_people(cli) };
	struct sp_error err;

	to.writer = outward ? cli_writer_open(cli, sp_workload_outside_columns,
				  2, "belasting", false)
			    : cli_writer_open(cli, sp_workload_columns,
				  SP_WORKLOAD_COLUMNS, "belasting", false);
	if (sp_workload(store, period, cli->pairs, cli->pairs_n, &cli->session,
		!outward && cli_names(cli) != NULL,
		outward ? put_load_outside : put_load, &to, &err) != 0)
		cli_die(cli, &err);
	cli_writer_close(to.writer);
	sp_store_close(store);
	return SP_DONE;
}

static void
put_balance(void *context, const struct sp_reciprocity_row *row)
{
	struct sp_value cells[SP_RECIPROCITY_COLUMNS];

	sp_reciprocity_cells(row, cells);
	cli_write(context, cells);
}

static int
wederkerigheid(struct cli *cli)
{
	const char *period = cli_period_at_most(cli);
	struct sp_store *store = cli_store(cli, SP_READ);
	struct cli_writer *writer = cli_writer_open(cli, sp_reciprocity_columns,
	    SP_RECIPROCITY_COLUMNS, "wederkerigheid", false);
	struct sp_error err;

	if (sp_reciprocity(store, period, cli->pairs, cli->pairs_n,
		&cli->session, cli_names(cli) != NULL, put_balance, writer,
		&err) != 0)
		cli_die(cli, &err);
	cli_writer_close(writer);
	sp_store_close(store);
	return SP_DONE;
}

static const struct {
	const char *format;
	void (*print)(struct sp_text *out, const struct sp_cv *cv,
	    const struct sp_session *session);
} cv_documents[] = {
	{ "text", sp_cv_text },
	{ "md", sp_cv_md },
	{ "html", sp_cv_html },
	{ "json", sp_cv_json },
};

static void
print_cv(struct cli *cli, const struct sp_cv *found)
{
	const char *format = cli->out != NULL ? cli->out->name : "text";
	struct sp_text text = { 0 };
	struct cli_writer *writer;

	for (size_t i = 0; i < 4 && text.s == NULL; i++)
		if (strcmp(cv_documents[i].format, format) == 0)
			cv_documents[i].print(&text, found, &cli->session);
	if (text.s != NULL) {
		cli_print(cli, text.s);
		sp_text_free(&text);
		return;
	}
	writer = cli_writer_open(cli, sp_cv_columns, 2, found->name, false);
	for (size_t i = 0; i < found->n; i++) {
		const struct sp_value row[2] = { sp_text_value(
						     found->lines[i].part),
			sp_text_value(found->lines[i].text) };
		cli_write(writer, row);
	}
	cli_writer_close(writer);
}

static int
cv(struct cli *cli)
{
	struct sp_store *store;
	struct sp_cv found;
	struct sp_error err;

	if (cli->operands_n != 1 || cli->pairs_n > 0)
		cli_usage(cli, _("give one person: an id, key or name"));
	store = cli_store(cli, SP_READ);
	if (sp_cv(store, cli->operands[0], &cli->session, &found, &err) != 0)
		cli_die(cli, &err);
	print_cv(cli, &found);
	sp_cv_free(&found);
	sp_store_close(store);
	return SP_DONE;
}

static const struct cli_verb verbs[] = {
	{ "vandaag", "today", "[wie=NAME]", N_("what falls due, by date"),
	    CLI_LISTS, NULL, NULL, vandaag,
	    { "sp-report vandaag", "sp-report vandaag wie=anna -o csv" } },
	{ "maand", "month", "PERIOD [field=value ...]",
	    N_("signals of a period beside the one before"), CLI_LISTS, NULL,
	    "signaal", maand,
	    { "sp-report maand 2026-10",
		"sp-report maand vorige gebied=Overvecht -o html "
		">maand.html" } },
	{ "termijnen", "terms", "PERIOD [field=value ...]",
	    N_("signals of a period: by when, and was it in time"), CLI_LISTS,
	    NULL, "signaal", termijnen,
	    { "sp-report termijnen 2026-10",
		"sp-report termijnen vorige org=Energieloket -o excel "
		">termijnen.csv" } },
	{ "agenda", NULL, "PERIOD [field=value ...]",
	    N_("themes and letters that raise questions, and how early"),
	    CLI_LISTS, NULL, "signaal", agenda,
	    { "sp-report agenda 2026-10",
		"sp-report agenda 2026 gebied=Overvecht -o md" } },
	{ "lijst", "list", "KIND [field=value ...]",
	    N_("the records of a kind that pass all filters"), CLI_LISTS, NULL,
	    "*", lijst,
	    { "sp-report lijst persoon taal=ar",
		"sp-report lijst organisatie -o excel >organisaties.csv" } },
	{ "overzicht", "offer", "[gebied=AREA] [domein=DOMAIN]",
	    N_("organisations, services, initiatives and activities by area"),
	    CLI_LISTS, NULL, NULL, overzicht,
	    { "sp-report overzicht gebied=Overvecht",
		"sp-report overzicht domein=energie -o md" } },
	{ "toon", "show", "KIND KEY", N_("one record, and what hangs on it"),
	    CLI_PRINTS, NULL, "*", toon,
	    { "sp-report toon persoon fatima",
		"sp-report toon gebied Overvecht -o json" } },
	{ "terugbrengen", "carry", "[persoon=PERSON]",
	    N_("the answers that key persons bring back, a card each"),
	    CLI_LISTS, NULL, NULL, terugbrengen,
	    { "sp-report terugbrengen persoon=fatima",
		"sp-report terugbrengen persoon=fatima -o html "
		">kaarten.html" } },
	{ "kaartjes", "cards", "[field=value ...]",
	    N_("initiatives as cards, to talk about with residents"), CLI_LISTS,
	    NULL, "initiatief", kaartjes,
	    { "sp-report kaartjes gebied=Overvecht",
		"sp-report kaartjes domein=energie -o html >kaartjes.html" } },
	{ "kaart", "map", "[field=value ...]",
	    N_("initiatives on a map, as GeoJSON"), CLI_PRINTS, NULL,
	    "initiatief", kaart,
	    { "sp-report kaart >initiatieven.geojson",
		"sp-report kaart gebied=Overvecht domein=energie" } },
	{ "lus", "loop", "[PERIOD] [per=org] [field=value ...]",
	    N_("how answers come back: shares, days, what is silent"),
	    CLI_LISTS, NULL, "signaal", lus,
	    { "sp-report lus 2026", "sp-report lus per=org -o csv" } },
	{ "belasting", "load", "[PERIOD] [field=value ...]",
	    N_("what persons are asked, and how unevenly it is spread"),
	    CLI_LISTS, "extern", "persoon", belasting,
	    { "sp-report belasting",
		"sp-report belasting 2026-10 gebied=Overvecht -o csv" } },
	{ "wederkerigheid", "reciprocity", "[PERIOD] [org=ORG]",
	    N_("what each organisation asked, and what it gave"), CLI_LISTS,
	    NULL, "organisatie", wederkerigheid,
	    { "sp-report wederkerigheid 2026",
		"sp-report wederkerigheid 2026-10 org=Energieloket -o csv" } },
	{ "cv", NULL, "PERSON", N_("what a key person did, for her own use"),
	    CLI_PRINTS, NULL, "persoon", cv,
	    { "sp-report cv fatima", "sp-report cv fatima -o md >cv.md" } },
	{ 0 },
};

int
main(int argc, char **argv)
{
	static const struct cli_tool tool = { "sp-report",
		N_("overviews and lists to read and print"), options, verbs };

	return cli_main(&tool, argc, argv);
}
