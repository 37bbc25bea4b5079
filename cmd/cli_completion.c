/* cli_completion - what a shell can complete, from the tables */
#include <string.h>

#include "cli.h"

/* A tool's name as a shell function's. */
static void
function_name(const struct cli *cli)
{
	putchar('_');
	for (const char *s = cli->tool->name; *s != '\0'; s++)
		putchar(*s == '-' ? '_' : *s);
}

static void
put_options(const struct cli *cli, const struct cli_verb *verb)
{
	for (const struct cli_option *o = cli->tool->options;
	     o != NULL && o->name != NULL; o++)
		if (verb->options != NULL &&
		    strstr(verb->options, o->name) != NULL)
			printf(" --%s", o->name);
	for (const struct cli_option *o = cli_common; o->name != NULL; o++)
		if (o->uses == 0 || (o->uses & verb->uses) != 0)
			printf(" --%s", o->name);
}

static void
put_fields(const struct sp_kind *kind)
{
	for (size_t i = 0; i < kind->n; i++)
		if (!(kind->columns[i].flags & SP_PROGRAM))
			printf(" %s=", kind->columns[i].naam);
}

static void
put_kinds(void)
{
	for (size_t i = 0; i < sp_kinds_n; i++)
		printf(" %s", sp_kinds[i]->naam);
}

/* The words after a verb, or after a kind. */
static void
put_cases(const struct cli *cli)
{
	const struct cli_verb *verbs = cli->tool->verbs;

	for (const struct cli_verb *v = verbs; v->run != NULL; v++) {
		if (v->name == NULL)
			continue;
		printf("\t%s) words=\"", v->name);
		put_options(cli, v);
		if (v->kind != NULL && strcmp(v->kind, "*") == 0)
			put_kinds();
		else if (v->kind != NULL)
			put_fields(sp_kind_find(v->kind));
		printf("\" ;;\n");
	}
	for (size_t i = 0; verbs[0].name == NULL && i < sp_kinds_n; i++) {
		if (!sp_kinds[i]->written)
			continue;
		printf("\t%s) words=\"", sp_kinds[i]->naam);
		put_options(cli, verbs);
		put_fields(sp_kinds[i]);
		printf("\" ;;\n");
	}
	printf("\t*) words=\"");
	for (const struct cli_verb *v = verbs; v->run != NULL; v++)
		if (v->name != NULL)
			printf(" %s", v->name);
	if (verbs[0].name == NULL)
		put_kinds();
	put_options(cli, verbs);
	printf("\" ;;\n");
}

static void
put_formats(void)
{
	for (const struct sp_format *f = sp_formats; f->name != NULL; f++)
		printf(" %s", f->name);
}

static void
put_body(const struct cli *cli, const char *words, const char *first)
{
	printf("\tcase %s in\n\t-i|--in|-o|--out) words=\"", words);
	put_formats();
	printf("\" ;;\n\t--lang) words=\"nl en\" ;;\n"
	       "\t--completion) words=\"bash zsh\" ;;\n"
	       "\t*) case %s in\n",
	    first);
	put_cases(cli);
	printf("\tesac ;;\n\tesac\n");
}

static void
bash(const struct cli *cli)
{
	function_name(cli);
	printf("() {\n\tlocal cur=${COMP_WORDS[COMP_CWORD]} words=\n");
	put_body(cli, "\"${COMP_WORDS[COMP_CWORD-1]}\"",
	    "\"${COMP_WORDS[1]}\"");
	printf("\tmapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
	       "\t[[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace\n"
	       "\treturn 0\n}\ncomplete -o default -F ");
	function_name(cli);
	printf(" %s\n", cli->tool->name);
}

static void
zsh(const struct cli *cli)
{
	printf("#compdef %s\n", cli->tool->name);
	function_name(cli);
	printf("() {\n\tlocal words_=\"\"\n\tlocal before=${words[CURRENT-1]} "
	       "one=${words[2]}\n\tlocal -a list\n\t() {\n\tlocal words=\n");
	put_body(cli, "\"$before\"", "\"$one\"");
	printf("\twords_=$words\n\t}\n\tlist=(${=words_})\n"
	       "\tcompadd -S '' -- ${(M)list:#*=}\n"
	       "\tcompadd -- ${list:#*=}\n\t_files\n}\n");
	function_name(cli);
	printf(" \"$@\"\n");
}

void
cli_completion(const struct cli *cli, const char *shell)
{
	if (strcmp(shell, "bash") == 0)
		bash(cli);
	else if (strcmp(shell, "zsh") == 0)
		zsh(cli);
	else
		cli_usage(cli, _("completion is for bash or zsh"));
}
