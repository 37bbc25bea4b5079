/* text - rows for people: an aligned table, and Markdown */
#include <stdlib.h>
#include <string.h>

#include "rows/format.h"
#include "sp/md.h"
#include "sp/utf8.h"

/* So many rows decide how wide the columns are; the rest streams. */
enum { MEASURED = 1000, NARROWEST = 8 };

struct texts {
	const struct sp_output *output;
	char **cells; /* of the rows kept, output->n each */
	size_t *widths;
	size_t rows;
	bool streaming;
};

static const char *
name_of(const struct sp_output *output, size_t i)
{
	return output->lang != NULL && strcmp(output->lang, "en") == 0
		   ? output->columns[i].name
		   : output->columns[i].naam;
}

/* A cell as it may be shown: nothing in it steers a terminal. */
static char *
shown(const struct sp_output *output, size_t i, const struct sp_value *value)
{
	struct sp_text text = { 0 }, visible = { 0 };

	sp_text_clear(&text);
	sp_text_clear(&visible);
	sp_cell_show(&text, &output->columns[i], value, output->lang);
	sp_utf8_visible(&visible, text.s);
	sp_text_free(&text);
	return visible.s;
}

static void *
open_table(struct sp_text *text, const struct sp_output *output)
{
	struct texts *texts = sp_alloc(1, sizeof(*texts));

	(void)text;
	texts->output = output;
	texts->cells = sp_alloc(MEASURED * output->n, sizeof(char *));
	texts->widths = sp_alloc(output->n, sizeof(size_t));
	for (size_t i = 0; i < output->n; i++)
		texts->widths[i] = sp_utf8_width(name_of(output, i));
	return texts;
}

static size_t
total(const struct texts *texts)
{
	size_t sum = 0;

	for (size_t i = 0; i < texts->output->n; i++)
		sum += texts->widths[i] + (i > 0 ? 2 : 0);
	return sum;
}

/* The widest column gives way, until all fit the terminal. */
static void
fit(struct texts *texts)
{
	size_t limit = texts->output->width;

	while (limit > 0 && total(texts) > limit) {
		size_t widest = 0, next = NARROWEST, over;
		for (size_t i = 1; i < texts->output->n; i++)
			if (texts->widths[i] > texts->widths[widest])
				widest = i;
		for (size_t i = 0; i < texts->output->n; i++)
			if (i != widest && texts->widths[i] > next)
				next = texts->widths[i];
		if (texts->widths[widest] <= NARROWEST)
			return;
		over = total(texts) - limit;
		if (next >= texts->widths[widest])
			over = 1;
		else if (over > texts->widths[widest] - next)
			over = texts->widths[widest] - next;
		texts->widths[widest] -= over;
	}
}

/* As much of a cell as fits in width columns, with … where it was cut. */
static size_t
add_cut(struct sp_text *out, const char *cell, size_t width)
{
	const char *at = cell, *fits = cell;
	struct sp_text part = { 0 };
	size_t used = 0;

	if (sp_utf8_width(cell) <= width) {
		sp_text_add(out, cell);
		return sp_utf8_width(cell);
	}
	while (sp_utf8_next(&at) != 0) {
		size_t now;
		sp_text_clear(&part);
		sp_text_addn(&part, cell, (size_t)(at - cell));
		now = sp_utf8_width(part.s);
		if (now + 1 > width)
			break;
		used = now;
		fits = at;
	}
	sp_text_free(&part);
	sp_text_addn(out, cell, (size_t)(fits - cell));
	sp_text_add(out, "…");
	return used + 1;
}

static void
add_line(const struct texts *texts, struct sp_text *out, char *const *cells,
    bool bold)
{
	const struct sp_output *output = texts->output;

	if (bold)
		sp_text_add(out, "\033[1m");
	for (size_t i = 0; i < output->n; i++) {
		struct sp_text cell = { 0 };
		size_t used = add_cut(&cell, cells[i], texts->widths[i]);
		size_t blanks = texts->widths[i] - used;
		bool right = sp_column_is_number(&output->columns[i]);
		bool last = i + 1 == output->n;
		if (i > 0)
			sp_text_add(out, "  ");
		for (size_t b = 0; right && b < blanks; b++)
			sp_text_addc(out, ' ');
		sp_text_add(out, cell.s == NULL ? "" : cell.s);
		for (size_t b = 0; !right && !last && b < blanks; b++)
			sp_text_addc(out, ' ');
		sp_text_free(&cell);
	}
	sp_text_add(out, bold ? "\033[0m\n" : "\n");
}

/* Header and the rows kept. */
static void
begin(struct texts *texts, struct sp_text *out)
{
	size_t n = texts->output->n;
	char **names = sp_alloc(n, sizeof(char *));

	fit(texts);
	for (size_t i = 0; i < n; i++)
		names[i] = sp_strdup(name_of(texts->output, i));
	add_line(texts, out, names, texts->output->colour);
	for (size_t i = 0; i < n; i++)
		free(names[i]);
	free(names);
	for (size_t r = 0; r < texts->rows; r++)
		add_line(texts, out, texts->cells + r * n, false);
	texts->streaming = true;
}

static void
table_row(void *state, struct sp_text *out, const struct sp_value *row)
{
	struct texts *texts = state;
	size_t n = texts->output->n;
	char **cells;

	if (texts->rows == MEASURED && !texts->streaming)
		begin(texts, out);
	cells = texts->streaming ? sp_alloc(n, sizeof(char *))
				 : texts->cells + texts->rows * n;
	for (size_t i = 0; i < n; i++)
		cells[i] = shown(texts->output, i, &row[i]);
	if (texts->streaming) {
		add_line(texts, out, cells, false);
		for (size_t i = 0; i < n; i++)
			free(cells[i]);
		free(cells);
		return;
	}
	texts->rows++;
	for (size_t i = 0; i < n; i++) {
		size_t width = sp_utf8_width(cells[i]);
		if (width > texts->widths[i])
			texts->widths[i] = width;
	}
}

static void
end_table(void *state, struct sp_text *out)
{
	struct texts *texts = state;

	if (!texts->streaming)
		begin(texts, out);
}

static void
close_table(void *state)
{
	struct texts *texts = state;

	for (size_t i = 0; i < texts->rows * texts->output->n; i++)
		free(texts->cells[i]);
	free(texts->cells);
	free(texts->widths);
	free(texts);
}

const struct sp_format_writer sp_table_writer = { open_table, table_row,
	end_table, close_table };

static void *
open_md(struct sp_text *out, const struct sp_output *output)
{
	struct texts *texts = sp_alloc(1, sizeof(*texts));

	texts->output = output;
	if (output->title != NULL)
		sp_text_addf(out, "# %s\n\n", output->title);
	for (size_t i = 0; i < output->n; i++) {
		sp_text_add(out, "| ");
		sp_md_escape(out, name_of(output, i));
		sp_text_addc(out, ' ');
	}
	sp_text_add(out, "|\n");
	for (size_t i = 0; i < output->n; i++)
		sp_text_add(out, sp_column_is_number(&output->columns[i])
				     ? "|---:"
				     : "|---");
	sp_text_add(out, "|\n");
	return texts;
}

/* Line ends stay visible breaks. */
static void
md_row(void *state, struct sp_text *out, const struct sp_value *row)
{
	const struct sp_output *output = ((struct texts *)state)->output;

	for (size_t i = 0; i < output->n; i++) {
		struct sp_text text = { 0 };
		const char *rest;
		char *line;
		sp_text_clear(&text);
		sp_cell_show(&text, &output->columns[i], &row[i], output->lang);
		sp_text_add(out, "| ");
		rest = text.s;
		while ((line = sp_utf8_visible_line(&rest)) != NULL) {
			sp_md_escape(out, line);
			sp_text_add(out, rest == NULL ? "" : "<br>");
			free(line);
		}
		sp_text_addc(out, ' ');
		sp_text_free(&text);
	}
	sp_text_add(out, "|\n");
}

static void
end_md(void *state, struct sp_text *out)
{
	(void)state;
	(void)out;
}

const struct sp_format_writer sp_md_writer = { open_md, md_row, end_md, free };
