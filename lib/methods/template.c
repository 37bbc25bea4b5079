/* template - from brace to brace, once through */
#include "sp/template.h"

#include <stdlib.h>
#include <string.h>

enum { NAME_LIMIT = 64 };

/* The text before a field, and its name; no name at the end of the text. */
struct piece {
	const char *text, *name;
	size_t length, name_length;
};

static size_t
line_of(const char *text, const char *place)
{
	size_t line = 1;

	for (; text < place; text++)
		line += *text == '\n';
	return line;
}

static size_t
name_at(const char *name)
{
	return strspn(name, "abcdefghijklmnopqrstuvwxyz"
			    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
}

/* Reads on from *at in text: 1 a field, 0 the end, -1 see err. */
static int
next_piece(const char *text, const char **at, struct piece *piece,
    struct sp_error *err)
{
	const char *open = strstr(*at, "{{"), *close, *after;

	*piece = (struct piece){ .text = *at };
	if (open == NULL) {
		piece->length = strlen(*at);
		return 0;
	}
	piece->length = (size_t)(open - *at);
	close = strstr(open + 2, "}}");
	after = strstr(open + 2, "{{");
	if (close == NULL || (after != NULL && after < close))
		return sp_fail(err, SP_INPUT, _("line %zu: {{ is not closed"),
		    line_of(text, open));
	piece->name = open + 2 + strspn(open + 2, " \t");
	piece->name_length = name_at(piece->name);
	after = piece->name + piece->name_length;
	if (piece->name_length == 0 || piece->name_length > NAME_LIMIT ||
	    after + strspn(after, " \t") != close)
		return sp_fail(err, SP_INPUT,
		    _("line %zu: between {{ and }} stands no name of a field "
		      "(letters, digits and _)"),
		    line_of(text, open));
	*at = close + 2;
	return 1;
}

int
sp_template_fields(const char *text,
    void (*field)(void *context, const char *name, size_t length),
    void *context, struct sp_error *err)
{
	const char *at = text;
	struct piece piece;
	int got, n = 0;

	while ((got = next_piece(text, &at, &piece, err)) > 0) {
		field(context, piece.name, piece.name_length);
		n++;
	}
	return got < 0 ? -1 : n;
}

/* Adds {{name}} to a list if it is not in there. */
static void
remember(struct sp_text *missing, const struct piece *piece)
{
	char *field =
	    sp_format("{{%.*s}}", (int)piece->name_length, piece->name);

	if (missing->length == 0 || strstr(missing->s, field) == NULL)
		sp_text_addf(missing, "%s%s", missing->length > 0 ? ", " : "",
		    field);
	free(field);
}

int
sp_template_fill(struct sp_text *out, const char *text,
    const char *(*value)(void *context, const char *name, size_t length),
    void *context, struct sp_error *err)
{
	struct sp_text filled = { 0 }, missing = { 0 };
	const char *at = text, *put;
	struct piece piece;
	int got;

	while ((got = next_piece(text, &at, &piece, err)) >= 0) {
		sp_text_addn(&filled, piece.text, piece.length);
		if (got == 0)
			break;
		put = value(context, piece.name, piece.name_length);
		if (put == NULL || *put == '\0')
			remember(&missing, &piece);
		else
			sp_text_add(&filled, put);
	}
	if (got == 0 && missing.length > 0)
		got = sp_fail(err, SP_REFUSED, _("not filled: %s"), missing.s);
	if (got == 0)
		sp_text_addn(out, filled.s, filled.length);
	sp_text_free(&filled);
	sp_text_free(&missing);
	return got;
}
