/* sniff - format and delimiter from the first lines */
#include "rows/sniff.h"

#include <string.h>

#include "rows/format.h"
#include "sp/date.h"

enum { ROWS_LOOKED_AT = 100, BYTES_LOOKED_AT = 1 << 20 };

/* A cell of the header without its quotes is a name we know. */
static bool
known(const struct sp_names *names, const char *cell, size_t length)
{
	while (length > 0 && (*cell == ' ' || *cell == '"')) {
		cell++;
		length--;
	}
	while (
	    length > 0 && (cell[length - 1] == ' ' || cell[length - 1] == '"'))
		length--;
	return sp_names_find(names, cell, length) != SP_NAME_UNKNOWN;
}

/* Known names a thousandfold, and cells, when split at a delimiter. */
static size_t
score(const struct sp_names *names, const char *line, size_t length,
    char delimiter)
{
	size_t met = 0, cells = 0;

	for (const char *end = line + length; line <= end; cells++) {
		const char *stop =
		    memchr(line, delimiter, (size_t)(end - line));
		if (stop == NULL)
			stop = end;
		met += known(names, line, (size_t)(stop - line));
		line = stop + 1;
	}
	return 1000 * met + (cells < 999 ? cells : 999);
}

static char
best_delimiter(const struct sp_names *names, const char *line, size_t length)
{
	static const char delimiters[] = { ',', ';', '\t' };
	size_t best = 0;
	char chosen = ',';

	for (size_t i = 0; i < sizeof(delimiters); i++) {
		size_t points = score(names, line, length, delimiters[i]);
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

	while (text < end && rows <= ROWS_LOOKED_AT) {
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

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The first line that is not blank, from its first character, without its
 * end; valid until bytes are read. */
static const char *
first_line(struct sp_bytes *bytes, size_t *length)
{
	size_t at = 0, left;
	const char *s;

	do {
		*length = sp_bytes_line(bytes, at, BYTES_LOOKED_AT);
		s = sp_bytes_left(bytes, &left) + at;
		at += left = *length;
		while (*length > 0 && is_blank(s[*length - 1]))
			--*length;
	} while (left > 0 && *length == 0);
	while (*length > 0 && is_blank(*s)) {
		s++;
		--*length;
	}
	return s;
}

/* A spreadsheet's first line sep=; or "sep=;" names the delimiter. */
static bool
take_separator(struct sp_bytes *bytes, char *delimiter)
{
	size_t left, length, line = sp_bytes_line(bytes, 0, 16);
	const char *s = sp_bytes_left(bytes, &left);
	bool quoted = line > 0 && *s == '"';

	for (length = line;
	     length > 0 && is_blank(s[length - 1]) && length > 5;)
		length--;
	if (length != (quoted ? 7 : 5) || memcmp(s + quoted, "sep=", 4) != 0 ||
	    (quoted && s[6] != '"') ||
	    memchr(",;\t|", s[quoted + 4], 4) == NULL)
		return false;
	*delimiter = s[quoted + 4];
	sp_bytes_take(bytes, line);
	return true;
}

/* The rows that are looked at. */
static const char *
look_ahead(struct sp_bytes *bytes, size_t *length)
{
	size_t at = 0, line = 1;

	for (int rows = 0;
	     rows <= ROWS_LOOKED_AT && line > 0 && at < BYTES_LOOKED_AT;
	     rows++) {
		line = sp_bytes_line(bytes, at, BYTES_LOOKED_AT);
		at += line;
	}
	return sp_bytes_left(bytes, length);
}

static bool
is_json(struct sp_bytes *bytes)
{
	size_t length;
	const char *line = first_line(bytes, &length);

	return length > 0 && (*line == '{' || *line == '[');
}

/* A spreadsheet, for it has a sign of one: says so. */
static void
find_dialect(struct sp_bytes *bytes, bool sign, struct sp_sniffed *found)
{
	size_t length;
	const char *s;

	found->format = sp_format_find("csv");
	if (found->delimiter != ';')
		return;
	s = look_ahead(bytes, &length);
	if (!sign && !looks_dutch(s, length))
		return;
	found->format = sp_format_find("excel");
	found->note = N_("read as a Dutch spreadsheet (-i excel)");
}

void
sp_sniff(struct sp_bytes *bytes, bool bom, const struct sp_input *input,
    const struct sp_names *names, struct sp_sniffed *found)
{
	const char *line;
	size_t length;
	bool named;

	*found = (struct sp_sniffed){ input->format, ',', 1, NULL };
	if (input->format == NULL && is_json(bytes))
		found->format = sp_format_find("json");
	if (found->format != NULL && found->format->reader->named)
		return;
	named = take_separator(bytes, &found->delimiter);
	found->line += named;
	line = first_line(bytes, &length);
	if (!named)
		found->delimiter = best_delimiter(names, line, length);
	if (input->format == NULL)
		find_dialect(bytes, bom || named, found);
	else if (strcmp(input->format->name, "tsv") == 0)
		found->delimiter = '\t';
}
