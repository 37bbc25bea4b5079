/* cli_step - sp-signal VERB and sp-match VERB: one step on one signal or ask,
 * or on rows of them */
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "sp/life.h"
#include "sp/mem.h"

struct stepping {
	struct cli *cli;
	const struct sp_step *step;
	const char *ids, *word, *forced, *then;
	unsigned how; /* enum sp_life_how */
	struct sp_store *store;
	struct sp_life *life;
	struct sp_column *columns; /* of rows: the step's, then a signal's */
	size_t n;
	struct sp_text rooms[SP_KIND_COLUMNS];
	int64_t rows, rejected, made;
};

static void
open_life(void *context)
{
	struct stepping *stepping = context;
	struct sp_error err;

	if (stepping->life != NULL)
		return;
	stepping->store = cli_store(stepping->cli, SP_WRITE);
	stepping->life = sp_life_open(stepping->store, &stepping->cli->session,
	    stepping->forced, stepping->how, &err);
	if (stepping->life == NULL) {
		sp_store_close(stepping->store);
		cli_die(stepping->cli, &err);
	}
	sp_life_then(stepping->life, stepping->then);
}

static void
close_life(void *context)
{
	struct stepping *stepping = context;

	sp_life_close(stepping->life);
	sp_store_close(stepping->store);
	free(stepping->columns);
	for (size_t i = 0; i < SP_KIND_COLUMNS; i++)
		sp_text_free(&stepping->rooms[i]);
}

static _Noreturn void
give_up(struct stepping *stepping, const struct sp_error *err)
{
	close_life(stepping);
	cli_die(stepping->cli, err);
}

static bool
is_ids(const char *operand)
{
	return *operand != '\0' &&
	       operand[strspn(operand, "0123456789,")] == '\0';
}

/* The words of the command line: ids, a state, files. */
static size_t
take_words(struct stepping *stepping)
{
	struct cli *cli = stepping->cli;
	struct sp_text words = { 0 };
	size_t first = 0;

	if (first < cli->operands_n && is_ids(cli->operands[first]))
		stepping->ids = cli->operands[first++];
	if (first < cli->operands_n)
		stepping->word =
		    sp_step_word(stepping->step, cli->operands[first]);
	first += stepping->word != NULL;
	if (stepping->ids == NULL || first >= cli->operands_n)
		return first;
	if (stepping->step->words == NULL)
		cli_usage(cli, _("%s: write field=value"),
		    cli->operands[first]);
	sp_step_words(stepping->step, cli->session.lang, &words);
	cli_usage(cli, _("there is no state \"%s\" for %s; there are: %s"),
	    cli->operands[first], cli->verb->name, words.s);
}

static void
take_one(struct stepping *stepping, int64_t id)
{
	struct cli *cli = stepping->cli;
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	struct sp_error err;

	cli_row(cli, &stepping->step->fields, stepping->rooms, row);
	if (id != 0)
		row[0] = sp_int_value(id);
	if (sp_life_take(stepping->life, stepping->step, stepping->word, row,
		&stepping->made, &err) != 0)
		give_up(stepping, &err);
	if (stepping->made == 0)
		stepping->made = id;
	cli_notes(cli, "", sp_life_notes(stepping->life));
}

static void
summary(const struct stepping *stepping)
{
	const struct sp_life_tally *t = sp_life_tally(stepping->life);

	cli_say(stepping->cli,
	    stepping->cli->session.dry_run
		? _("%s, dry run: %lld read, %lld to change, %lld unchanged, "
		    "%lld rejected")
		: _("%s: %lld read, %lld changed, %lld unchanged, %lld "
		    "rejected"),
	    stepping->step->fields.naam, (long long)stepping->rows,
	    (long long)t->changed, (long long)t->unchanged,
	    (long long)stepping->rejected);
}

static void
keep(struct stepping *stepping)
{
	struct sp_error err;

	if (sp_life_keep(stepping->life, &err) != 0)
		give_up(stepping, &err);
	summary(stepping);
	close_life(stepping);
}

/* 1,4,7; or what is about no signal. */
static int
step_ids(struct stepping *stepping)
{
	const char *rest = stepping->ids == NULL ? "" : stepping->ids;
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };
	char id[24];

	/* wrong fields make no transaction */
	cli_row(stepping->cli, &stepping->step->fields, stepping->rooms, row);
	open_life(stepping);
	do {
		size_t length = strcspn(rest, ",");
		if (length > 18)
			cli_usage(stepping->cli, _("%s is no id"), rest);
		memcpy(id, rest, length);
		id[length] = '\0';
		take_one(stepping, strtoll(id, NULL, 10));
		stepping->rows++;
		rest += length + (rest[length] == ',');
	} while (*rest != '\0');
	snprintf(id, sizeof(id), "%lld\n", (long long)stepping->made);
	if (stepping->rows > 1 || stepping->cli->session.dry_run)
		*id = '\0';
	keep(stepping);
	if (*id != '\0')
		cli_print(stepping->cli, id);
	return SP_DONE;
}

static int
take_row(void *context, struct sp_value *row, struct sp_error *err)
{
	struct stepping *stepping = context;
	int64_t made;

	if (stepping->cli->pairs_n > 0)
		cli_row(stepping->cli, &stepping->step->fields, stepping->rooms,
		    row);
	if (!sp_value_given(&row[0]) && stepping->step->fields.columns[0].flags)
		return sp_fail(err, SP_INPUT, _("id: is missing"));
	return sp_life_take(stepping->life, stepping->step, stepping->word, row,
	    &made, err);
}

/* Adds what is passed over, unless the step has a field of that name. */
static void
pass(struct stepping *stepping, const struct sp_column *columns, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (sp_column_find(stepping->columns, stepping->n,
			columns[i].naam) < 0)
			stepping->columns[stepping->n++] = columns[i];
}

/* Whether the kind has a field of that name that is not the verb's own. */
static bool
is_lists(const struct sp_kind *list, const struct sp_column *own,
    const char *name)
{
	int at =
	    name == NULL ? -1 : sp_column_find(list->columns, list->n, name);

	return at >= 0 && strcmp(list->columns[at].naam, own->naam) != 0;
}

/* A list of records may be fed to their verbs: their fields are passed over,
 * and another name of the verb's that is a record's field means that. Rows
 * that make records of another kind are that kind's first. */
static void
make_columns(struct stepping *stepping)
{
	const struct sp_step *step = stepping->step;
	const struct sp_kind *fields = &step->fields;
	const struct sp_kind *list =
	    sp_kind_find(step->lists == NULL ? "signaal" : step->lists);
	bool makes = step->of != NULL && strcmp(step->of, list->naam) != 0;

	stepping->columns = sp_alloc(fields->n + list->n + step->passed_n,
	    sizeof(*stepping->columns));
	for (size_t i = 0; i < fields->n; i++) {
		struct sp_column *column = &stepping->columns[i];
		*column = fields->columns[i];
		if (!makes && is_lists(list, column, column->alias))
			column->alias = NULL;
		if (!makes && is_lists(list, column, column->name))
			column->name = column->naam;
	}
	stepping->n = fields->n;
	pass(stepping, step->passed, step->passed_n);
	pass(stepping, list->columns + 1, list->n - 1);
}

static int
step_rows(struct stepping *stepping, size_t first)
{
	struct cli_feed feed = { .cli = stepping->cli,
		.first = first,
		.begin = open_life,
		.take = take_row,
		.give_up = close_life,
		.context = stepping };
	struct sp_value row[SP_KIND_COLUMNS] = { 0 };

	make_columns(stepping);
	feed.columns = stepping->columns;
	feed.n = stepping->n;
	stepping->how |= SP_LIFE_BULK |
			 (stepping->cli->keep_going ? SP_LIFE_UNDO
						    : stepping->step->in_bulk);
	cli_row(stepping->cli, &stepping->step->fields, stepping->rooms, row);
	cli_feed(&feed);
	stepping->rows = feed.rows;
	stepping->rejected = feed.rejected;
	keep(stepping);
	return stepping->rejected > 0 ? SP_INPUT : SP_DONE;
}

int
cli_step(struct cli *cli, const char *forced, const char *then)
{
	struct stepping stepping = { .cli = cli,
		.step = sp_step_find(cli->verb->name),
		.forced = forced,
		.then = then };
	size_t first = take_words(&stepping);
	bool forces = cli->verb->options != NULL &&
		      sp_list_has(cli->verb->options, "force", NULL);
	bool about_none =
	    cli->pairs_n > 0 && first >= cli->operands_n &&
	    (stepping.step->fields.columns[0].flags & SP_REQUIRED) == 0;

	if (forced != NULL && forced[strspn(forced, " \t")] == '\0')
		cli_usage(cli, _("--force says why: --force \"reason\""));
	stepping.how = forces ? SP_LIFE_FORCES : 0;
	if (stepping.ids == NULL && !about_none)
		return step_rows(&stepping, first);
	if (cli->in != NULL || cli->map != NULL || cli->ignore_unknown ||
	    cli->keep_going)
		cli_usage(cli,
		    _("--in, --map, --ignore-unknown and --keep-going go with "
		      "a file"));
	return step_ids(&stepping);
}
