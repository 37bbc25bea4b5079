/* formats - the formats there are */
#include <string.h>

#include "rows/format.h"

const struct sp_format sp_formats[] = {
	{ "csv", N_("comma between, lossless, the default when piped"), true,
	    true, false, true, &sp_csv_reader, &sp_csv_writer },
	{ "excel", N_("a Dutch spreadsheet: semicolons, decimal comma"), true,
	    true, true, true, &sp_csv_reader, &sp_excel_writer },
	{ "tsv", N_("tab between"), true, true, false, true, &sp_csv_reader,
	    &sp_tsv_writer },
	{ "json", N_("one array"), true, true, false, true, &sp_json_reader,
	    &sp_json_writer },
	{ "jsonl", N_("an object a line"), true, true, false, true,
	    &sp_json_reader, &sp_jsonl_writer },
	{ "table", N_("aligned, the default on a terminal"), false, true, true,
	    false, NULL, &sp_table_writer },
	{ "md", N_("a Markdown table"), false, true, true, false, NULL,
	    &sp_md_writer },
	{ "html", N_("a page to open or print"), false, true, true, false, NULL,
	    &sp_html_writer },
	{ 0 },
};

const struct sp_format *
sp_format_find(const char *name)
{
	for (const struct sp_format *f = sp_formats; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}
