/* pairs - field=value as people type it */
#include "sp/pairs.h"

#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"

/* Longest first, so that >= is not taken for a name that ends in >. */
static const struct {
	const char *mark;
	enum sp_relation relation;
} relations[] = {
	{ "!=", SP_IS_NOT },
	{ ">=", SP_AT_LEAST },
	{ "<=", SP_AT_MOST },
	{ "=", SP_IS },
	{ "~", SP_HOLDS },
};

static size_t
name_length(const char *operand)
{
	size_t n = 0;

	for (; operand[n] != '\0'; n++) {
		unsigned char c = (unsigned char)operand[n];
		if (!(c >= 0x80 || c == '_' || (c >= '0' && c <= '9') ||
			(c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
			break;
	}
	return n;
}

/* The relation that stands at s; its mark's length, or 0. */
static size_t
relation_at(const char *s, enum sp_relation *relation)
{
	for (size_t i = 0; i < sizeof(relations) / sizeof(relations[0]); i++) {
		size_t length = strlen(relations[i].mark);
		if (strncmp(s, relations[i].mark, length) == 0) {
			*relation = relations[i].relation;
			return length;
		}
	}
	return 0;
}

bool
sp_is_pair(const char *operand)
{
	size_t name = name_length(operand);
	enum sp_relation relation;

	return relation_at(operand + name, &relation) > 0 &&
	       (name > 0 || relation == SP_HOLDS);
}

int
sp_pair_parse(const char *operand, struct sp_pair *pair, struct sp_error *err)
{
	size_t name = name_length(operand), mark;
	const char *value;

	mark = relation_at(operand + name, &pair->relation);
	if (mark == 0 || (name == 0 && pair->relation != SP_HOLDS))
		return sp_fail(err, SP_INPUT, _("write field=value"));
	value = operand + name + mark;
	if (strncmp(value, "@@", 2) == 0)
		value++;
	pair->field = sp_strndup(operand, name);
	pair->value = sp_strdup(value);
	return 0;
}

const char *
sp_pair_source(const char *operand)
{
	size_t name = name_length(operand);
	enum sp_relation relation;
	const char *value = operand + name;

	value += relation_at(value, &relation);
	if (strcmp(value, "-") == 0)
		return value;
	return value[0] == '@' && value[1] != '@' ? value + 1 : NULL;
}

void
sp_pair_free(struct sp_pair *pair)
{
	free(pair->field);
	free(pair->value);
	*pair = (struct sp_pair){ 0 };
}

size_t
sp_pair_values(const char *value,
    void (*each)(void *context, const char *value), void *context)
{
	struct sp_text one = { 0 };
	size_t n = 0;

	sp_text_clear(&one);
	for (;; value++) {
		if (value[0] == '\\' && value[1] == ',') {
			sp_text_addc(&one, *++value);
		} else if (*value == ',' || *value == '\0') {
			each(context, one.s);
			n++;
			sp_text_clear(&one);
			if (*value == '\0')
				break;
		} else {
			sp_text_addc(&one, *value);
		}
	}
	sp_text_free(&one);
	return n;
}

bool
sp_pair_range(const char *value, char **from, char **to)
{
	const char *dots = strstr(value, "..");

	if (dots == NULL || strlen(value) == 2)
		return false;
	*from = sp_strndup(value, (size_t)(dots - value));
	*to = sp_strdup(dots + 2);
	return true;
}
