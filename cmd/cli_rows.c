/* cli_rows - a row of a kind from field=value */
#include <string.h>

#include "cli.h"

static _Noreturn void
no_such_field(const struct cli *cli, const struct sp_kind *kind,
    const char *field)
{
	const char *names[2 * SP_KIND_COLUMNS], *near;
	const struct sp_kind *kept = sp_kind_find(kind->naam);
	struct sp_error err;

	for (size_t i = 0; i < kind->n; i++) {
		names[2 * i] = kind->columns[i].naam;
		names[2 * i + 1] = kind->columns[i].name;
	}
	near = cli_nearest(field, names, 2 * kind->n);
	if (near != NULL)
		sp_fail(&err, SP_INPUT,
		    _("%s: %s has no such field (do you mean %s?)"), field,
		    kind->naam, near);
	else if (kept == NULL || kept->columns != kind->columns)
		sp_fail(&err, SP_INPUT,
		    _("%s: %s has no such field; %s %s --help lists them"),
		    field, kind->naam, cli->tool->name, kind->naam);
	else
		sp_fail(&err, SP_INPUT,
		    _("%s: %s has no such field; sp-add --describe %s lists "
		      "them"),
		    field, kind->naam, kind->naam);
	cli_die(cli, &err);
}

void
cli_row(struct cli *cli, const struct sp_kind *kind, struct sp_text *rooms,
    struct sp_value *row)
{
	struct sp_door door = { '.', false, cli->session.lang };
	bool seen[SP_KIND_COLUMNS] = { 0 };
	struct sp_error err;

	for (size_t i = 0; i < cli->pairs_n; i++) {
		const struct sp_pair *pair = &cli->pairs[i];
		int c = sp_column_find(kind->columns, kind->n, pair->field);
		if (pair->relation != SP_IS)
			cli_usage(cli, _("%s: write field=value to store"),
			    pair->field);
		if (c < 0)
			no_such_field(cli, kind, pair->field);
		if (seen[c])
			cli_usage(cli, _("%s: is given twice"), pair->field);
		seen[c] = true;
		/* of a row from a file only what is empty is filled in */
		if (sp_value_given(&row[c]))
			continue;
		if (sp_cell_parse(&kind->columns[c], pair->value, &door,
			&rooms[c], &row[c], &err) != 0)
			cli_die(cli, &err);
	}
}
