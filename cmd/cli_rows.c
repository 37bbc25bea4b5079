/* cli_rows - a row of a kind from field=value */
#include <string.h>

#include "cli.h"

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
			cli_usage(cli,
			    _("%s: %s has no such field; sp-add --describe %s "
			      "lists them"),
			    pair->field, kind->naam, kind->naam);
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
