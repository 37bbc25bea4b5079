/* sniff - format and delimiter from the first block */
#include "rows/sniff.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "sp/date.h"

enum { ROWS_LOOKED_AT = 100 };

char *
sp_map_name(const char *map, const char *theirs)
{
	size_t name = strlen(theirs);

	while (map != NULL && *map != '\0') {
		size_t length = strcspn(map, ",");
		const char *equals = memchr(map, '=', length);
		if (equals != NULL && (size_t)(equals - map) == name &&
		    strncasecmp(map, theirs, name) == 0)
			return sp_strndup(equals + 1,
			    length - (size_t)(equals + 1 - map));
		map += length + (map[length] == ',');
	}
	return NULL;
}

static bool
known(const struct sp_input *input, const char *cell, size_t length)
{
	char *name, *mapped;
	bool is_known;

	while (length > 0 && (*cell == ' ' || *cell == '"')) {
		cell++;
		length--;
	}
	while (
	    length > 0 && (cell[length - 1] == ' ' || cell[length - 1] == '"'))
		length--;
	name = sp_strndup(cell, length);
	mapped = sp_map_name(input->map, name);
	is_known = mapped != NULL ||
		   sp_column_find(input->columns, input->n, name) >= 0;
	free(mapped);
	free(name);
	return is_known;
}

/* Known names a thousandfold, and cells, when split at a delimiter. */
static size_t
score(const struct sp_input *input, const char *line, size_t length,
    char delimiter)
{
	size_t names = 0, cells = 0;

	for (const char *end = line + length; line <= end; cells++) {
		const char *stop =
		    memchr(line, delimiter, (size_t)(end - line));
		if (stop == NULL)
			stop = end;
		names += known(input, line, (size_t)(stop - line));
		line = stop + 1;
	}
	return 1000 * names + (cells < 999 ? cells : 999);
}

static char
best_delimiter(const struct sp_input *input, const char *line, size_t length)
{
	static const char delimiters[] = { ',', ';', '\t' };
	size_t best = 0;
	char chosen = ',';

	for (size_t i = 0; i < sizeof(delimiters); i++) {
		size_t points = score(input, line, length, delimiters[i]);
		if (points > best) {
			best = points;
			chosen = delimiters[i];
		}
	}
	return chosen;
}

/* "12,5" or "5-3-2026" */
static bool
is_dutch(const char *cell, size_t length)
{
	char text[32], iso[SP_DATE_SIZE];
	size_t minus, before;

	if (length < 3 || length >= sizeof(text))
		return false;
	memcpy(text, cell, length);
	text[length] = '\0';
	if (sp_date_from_dutch(text, iso))
		return true;
	minus = text[0] == '-';
	before = strspn(text + minus, "0123456789");
	return before > 0 && text[minus + before] == ',' &&
	       text[minus + before + 1] != '\0' &&
	       strspn(text + minus + before + 1, "0123456789") ==
		   length - minus - before - 1;
}

static bool
looks_dutch(const char *text, size_t length)
{
	const char *end = text + length;
	int rows = 0;

	while (text < end && rows < ROWS_LOOKED_AT) {
		size_t n = 0;
		while (text + n < end && strchr(";\r\n\"", text[n]) == NULL)
			n++;
		if (is_dutch(text, n))
			return true;
		text += n;
		rows += text < end && *text == '\n';
		text++;
	}
	return false;
}

void
sp_sniff(const char *first, size_t length, bool bom,
    const struct sp_input *input, struct sp_sniffed *found)
{
	size_t blank = 0, line = 0;

	*found = (struct sp_sniffed){ input->format, ',', NULL };
	while (blank < length && strchr(" \t\r\n", first[blank]) != NULL &&
	       first[blank] != '\0')
		blank++;
	if (input->format == NULL && blank < length &&
	    (first[blank] == '{' || first[blank] == '[')) {
		found->format = sp_format_find("json");
		return;
	}
	while (line < length && first[line] != '\n' && first[line] != '\r')
		line++;
	found->delimiter = best_delimiter(input, first, line);
	if (input->format != NULL) {
		if (strcmp(input->format->name, "tsv") == 0)
			found->delimiter = '\t';
		return;
	}
	found->format = sp_format_find("csv");
	if (found->delimiter == ';' && (bom || looks_dutch(first, length))) {
		found->format = sp_format_find("excel");
		found->note = N_("read as a Dutch spreadsheet (-i excel)");
	}
}
