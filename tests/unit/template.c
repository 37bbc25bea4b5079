/* template - standard texts; `fill` answers template.t */
#include "sp/template.h"

#include <string.h>

#include "tap.h"

static const struct {
	const char *name, *value;
} values[] = {
	{ "naam", "Fatima" },
	{ "datum", "19 maart" },
	{ "lang", "De gemeente legt het uit in het buurthuis." },
	{ "leeg", "" },
	{ "valkuil", "{{naam}} }} {{" },
	{ "Veld_2", "2" },
};

static const char *
value(void *context, const char *name, size_t length)
{
	int *asked = context;

	if (asked != NULL)
		++*asked;
	for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
		if (strlen(values[i].name) == length &&
		    memcmp(values[i].name, name, length) == 0)
			return values[i].value;
	return NULL;
}

static const char sixty_four[] = "{{abcdefghijklmnopqrstuvwxyz_ABCDEFGHIJKLMNOP"
				 "QRSTUVWXYZ_0123456789}}";

static const struct {
	const char *text, *filled;
} good[] = {
	{ "", "" },
	{ "Geen veld", "Geen veld" },
	{ "{{naam}}", "Fatima" },
	{ "Beste {{naam}},\nop {{datum}}.", "Beste Fatima,\nop 19 maart." },
	{ "{{naam}}{{naam}}", "FatimaFatima" },
	{ "{{ naam }} {{\tdatum\t}}", "Fatima 19 maart" },
	{ "{{lang}}", "De gemeente legt het uit in het buurthuis." },
	{ "{{valkuil}}!", "{{naam}} }} {{!" },
	{ "{ naam } }} {naam}", "{ naam } }} {naam}" },
	{ "{{naam}}}", "Fatima}" },
	{ "{{Veld_2}}\xc3\xab", "2\xc3\xab" },
};

static const struct {
	const char *text;
	enum sp_status status;
	const char *message;
} bad[] = {
	{ "{{", SP_INPUT, "line 1: {{ is not closed" },
	{ "Beste {{naam}},\n\nop {{datum", SP_INPUT,
	    "line 3: {{ is not closed" },
	{ "{{naam} en {{datum}}", SP_INPUT, "line 1: {{ is not closed" },
	{ "{{}}", SP_INPUT,
	    "line 1: between {{ and }} stands no name of a field (letters, "
	    "digits and _)" },
	{ "a\n{{geheim verhaal}}", SP_INPUT,
	    "line 2: between {{ and }} stands no name of a field (letters, "
	    "digits and _)" },
	{ "{{na\nam}}", SP_INPUT,
	    "line 1: between {{ and }} stands no name of a field (letters, "
	    "digits and _)" },
	{ "{{{naam}}}", SP_INPUT,
	    "line 1: between {{ and }} stands no name of a field (letters, "
	    "digits and _)" },
	{ "{{na\xc3\xa4m}}", SP_INPUT,
	    "line 1: between {{ and }} stands no name of a field (letters, "
	    "digits and _)" },
	{ "{{abcdefghijklmnopqrstuvwxyz_ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789"
	  "_}}",
	    SP_INPUT,
	    "line 1: between {{ and }} stands no name of a field (letters, "
	    "digits and _)" },
	{ "{{naam}} {{weg}} {{leeg}} {{weg}} {{we}}", SP_REFUSED,
	    "not filled: {{weg}}, {{leeg}}, {{we}}" },
	{ "{{weg}} {{", SP_INPUT, "line 1: {{ is not closed" },
};

static void
fills(void)
{
	struct sp_error err;

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		struct sp_text out = { 0 };
		sp_text_add(&out, "> ");
		ok(sp_template_fill(&out, good[i].text, value, NULL, &err) ==
			    0 &&
			strcmp(out.s + 2, good[i].filled) == 0,
		    "text %zu is filled", i);
		sp_text_free(&out);
	}
}

static void
refuses(void)
{
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct sp_error err = { 0 };
		struct sp_text out = { 0 };
		sp_text_add(&out, "> ");
		ok(sp_template_fill(&out, bad[i].text, value, NULL, &err) ==
			    -1 &&
			err.status == bad[i].status &&
			strcmp(err.text, bad[i].message) == 0,
		    "text %zu: %s", i, err.text);
		ok(strcmp(out.s, "> ") == 0, "text %zu adds nothing", i);
		sp_text_free(&out);
	}
}

/* More names than a sentence holds: cut, not overrun. */
static void
many(void)
{
	struct sp_text text = { 0 }, out = { 0 };
	struct sp_error err;
	int asked = 0;

	for (int i = 0; i < 1000; i++)
		sp_text_addf(&text, "{{veld_%d}} ", i);
	ok(sp_template_fill(&out, text.s, value, &asked, &err) == -1 &&
		err.status == SP_REFUSED && asked == 1000,
	    "a thousand fields that are not filled");
	ok(strlen(err.text) > sizeof(err.text) - 8 && out.s == NULL,
	    "as many of them as a sentence holds");
	sp_text_free(&text);
}

static void
list(void *context, const char *name, size_t length)
{
	sp_text_addf(context, "%.*s;", (int)length, name);
}

static void
fields(void)
{
	struct sp_text names = { 0 };
	struct sp_error err;

	ok(sp_template_fields("{{naam}} {{ weg }}{{naam}}", list, &names,
	       &err) == 3 &&
		strcmp(names.s, "naam;weg;naam;") == 0,
	    "fields in order, each time");
	ok(sp_template_fields("geen", list, &names, &err) == 0,
	    "a text without fields");
	sp_text_clear(&names);
	ok(sp_template_fields(sixty_four, list, &names, &err) == 1 &&
		names.length == 65,
	    "a name of 64");
	sp_text_clear(&names);
	ok(sp_template_fields("{{naam}}\n{{", list, &names, &err) == -1 &&
		err.status == SP_INPUT &&
		strcmp(err.text, "line 2: {{ is not closed") == 0 &&
		strcmp(names.s, "naam;") == 0,
	    "fields up to a mistake");
	sp_text_free(&names);
}

/* Each line of standard input, filled, or what is wrong with it. */
static int
answer(void)
{
	struct sp_text out = { 0 };
	struct sp_error err;
	char line[4096];

	while (fgets(line, sizeof(line), stdin) != NULL) {
		sp_text_clear(&out);
		line[strcspn(line, "\n")] = '\0';
		puts(sp_template_fill(&out, line, value, NULL, &err) == 0
			 ? out.s
			 : err.text);
	}
	sp_text_free(&out);
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "fill") == 0)
		return answer();
	fills();
	refuses();
	many();
	fields();
	return done();
}
