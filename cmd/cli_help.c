/* cli_help - --help and --version, from the tables */
#include <string.h>

#include "cli.h"

static void
usage_line(const struct cli_tool *tool, const struct cli_verb *verb)
{
	printf("  %s%s%s %s\n", tool->name, verb->name == NULL ? "" : " ",
	    verb->name == NULL ? "" : verb->name, verb->operands);
}

static void
option_line(const struct cli_option *o)
{
	char left[64], letter[8] = "    ";

	if (o->letter != 0)
		snprintf(letter, sizeof(letter), "-%c, ", o->letter);
	snprintf(left, sizeof(left), "%s--%s%s%s", letter, o->name,
	    o->argument == NULL ? "" : " ",
	    o->argument == NULL ? "" : _(o->argument));
	printf("  %-30s %s\n", left, _(o->help));
}

/* Of a verb: its options; of a tool: all of its verbs'. */
static void
options(const struct cli *cli)
{
	unsigned uses = 0;

	for (const struct cli_verb *v = cli->tool->verbs; v->run != NULL; v++)
		if (cli->verb == NULL || cli->verb == v)
			uses |= v->uses;
	printf("\n%s\n", _("Options:"));
	for (const struct cli_option *o = cli->tool->options;
	     o != NULL && o->name != NULL; o++)
		if (cli->verb == NULL ||
		    (cli->verb->options != NULL &&
			sp_list_has(cli->verb->options, o->name, NULL)))
			option_line(o);
	for (const struct cli_option *o = cli_common; o->name != NULL; o++)
		if (o->uses == 0 || (o->uses & uses) != 0)
			option_line(o);
}

/* What a verb that takes any kind may be given. */
static void
kinds(const struct cli *cli)
{
	bool english = strcmp(cli->session.lang, "en") == 0;

	printf("\n%s\n", _("Kinds:"));
	for (size_t i = 0; i < sp_kinds_n; i++)
		printf("  %-12s %-14s %s\n", sp_kinds[i]->naam,
		    sp_kinds[i]->name,
		    english ? sp_kinds[i]->help : sp_kinds[i]->hulp);
}

/* Those of the verb; of a tool the first ones of its first verbs. */
static void
examples(const struct cli *cli)
{
	const struct cli_verb *verbs = cli->tool->verbs;
	bool one = cli->verb != NULL || verbs[1].run == NULL;
	const struct cli_verb *v = cli->verb == NULL ? verbs : cli->verb;

	printf("\n%s\n", _("Examples:"));
	for (int i = 0; i < 2; i++) {
		const char *example =
		    one ? v->examples[i] : verbs[i].examples[0];
		if (example != NULL)
			printf("  %s\n", example);
	}
}

static void
verbs(const struct cli_tool *tool)
{
	printf("  %s %s\n\n%s\n", tool->name, _("VERB ..."), _("Verbs:"));
	for (const struct cli_verb *v = tool->verbs; v->run != NULL; v++)
		printf("  %-12s %s\n", v->name, _(v->help));
}

void
cli_help(const struct cli *cli)
{
	const struct cli_tool *tool = cli->tool;
	const struct cli_verb *v = cli->verb;
	bool whole = v == NULL || v->name == NULL;

	printf("%s%s%s: %s\n\n%s\n", tool->name, whole ? "" : " ",
	    whole ? "" : v->name, _(whole ? tool->summary : v->help),
	    _("Usage:"));
	if (v == NULL)
		verbs(tool);
	else
		usage_line(tool, v);
	if (v != NULL && v->kind != NULL && strcmp(v->kind, "*") == 0)
		kinds(cli);
	options(cli);
	examples(cli);
	printf("\n%s\n%s\n",
	    _("Exit status: 0 done, 1 nothing found, 2 wrong input, 3 refused "
	      "by a rule,\n4 trouble with the store or the machine."),
	    _("The manual: man 7 sp, and man of each program."));
}

void
cli_version(const struct cli *cli)
{
	printf("%s %s\n", cli->tool->name, SP_VERSION);
}

/* Levenshtein 1966, with one row; names are short. */
static size_t
distance(const char *a, const char *b)
{
	size_t row[64], n = strlen(b);

	if (n >= 64 || strlen(a) >= 64)
		return 64;
	for (size_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t i = 1; a[i - 1] != '\0'; i++) {
		size_t corner = row[0];
		row[0] = i;
		for (size_t j = 1; j <= n; j++) {
			size_t change = corner + (a[i - 1] != b[j - 1]);
			corner = row[j];
			if (row[j - 1] + 1 < change)
				change = row[j - 1] + 1;
			row[j] = row[j] + 1 < change ? row[j] + 1 : change;
		}
	}
	return row[n];
}

const char *
cli_nearest(const char *typed, const char *const *names, size_t n)
{
	size_t best = 3;
	const char *near = NULL;

	for (size_t i = 0; i < n; i++) {
		size_t d = distance(typed, names[i]);
		if (d < best && d < strlen(names[i])) {
			best = d;
			near = names[i];
		}
	}
	return near;
}
