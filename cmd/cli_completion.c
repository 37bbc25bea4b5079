/* cli_completion - what a shell can complete, from the tables */
#include <string.h>

#include "cli.h"

/* A tool's name as a shell function's. */
static void
put_name(const struct cli *cli, const char *more)
{
	putchar('_');
	for (const char *s = cli->tool->name; *s != '\0'; s++)
		putchar(*s == '-' ? '_' : *s);
	fputs(more, stdout);
}

static void
put_options(const struct cli *cli, const struct cli_verb *verb)
{
	for (const struct cli_option *o = cli->tool->options;
	     o != NULL && o->name != NULL; o++)
		if (verb->options != NULL &&
		    sp_list_has(verb->options, o->name, NULL))
			printf(" --%s", o->name);
	for (const struct cli_option *o = cli_common; o->name != NULL; o++)
		if (o->uses == 0 || (o->uses & verb->uses) != 0)
			printf(" --%s", o->name);
}

static void
put_kinds(void)
{
	for (size_t i = 0; i < sp_kinds_n; i++)
		printf(" %s", sp_kinds[i]->naam);
}

/* A function that writes the fields of a kind. */
static void
put_fields(const struct cli *cli)
{
	put_name(cli, "_fields() {\n\tcase $1 in\n");
	for (size_t i = 0; i < sp_kinds_n; i++) {
		const struct sp_kind *kind = sp_kinds[i];
		printf("\t%s|%s) echo \"", kind->naam, kind->name);
		for (size_t c = 0; c < kind->n; c++)
			printf("%s%s=", c > 0 ? " " : "",
			    kind->columns[c].naam);
		printf("\" ;;\n");
	}
	printf("\tesac\n}\n");
}

/* Words for a verb's kind: the word in `given` says which, if any. */
static void
put_words(const struct cli *cli, const struct cli_verb *verb, const char *given)
{
	if (verb->kind == NULL)
		return;
	if (strcmp(verb->kind, "*") != 0) {
		printf(" $(");
		put_name(cli, "_fields ");
		printf("%s)", verb->kind);
		return;
	}
	printf("$([[ -z $%s ]] && echo", given);
	put_kinds();
	if (strstr(verb->operands, "field=") != NULL) {
		printf(" || ");
		put_name(cli, "_fields ");
		printf("\"$%s\"", given);
	}
	printf(")");
}

static void
put_cases(const struct cli *cli)
{
	const struct cli_verb *verbs = cli->tool->verbs;

	if (verbs[0].name == NULL) {
		printf("\t*) all=\"");
		put_words(cli, verbs, "first");
		put_options(cli, verbs);
		printf("\" ;;\n");
		return;
	}
	for (const struct cli_verb *v = verbs; v->run != NULL; v++) {
		printf("\t%s%s%s) all=\"", v->name,
		    v->english == NULL ? "" : "|",
		    v->english == NULL ? "" : v->english);
		put_words(cli, v, "second");
		put_options(cli, v);
		printf("\" ;;\n");
	}
	printf("\t*) all=\"");
	for (const struct cli_verb *v = verbs; v->run != NULL; v++)
		printf("%s ", v->name);
	printf("--help --version\" ;;\n");
}

static void
put_formats(bool reads)
{
	for (const struct sp_format *f = sp_formats; f->name != NULL; f++)
		if (reads ? f->reads : f->writes)
			printf(" %s", f->name);
}

/* Options whose next word is theirs. */
static void
put_takers(const struct cli_option *options)
{
	for (const struct cli_option *o = options; o != NULL && o->name != NULL;
	     o++) {
		if (o->argument == NULL)
			continue;
		if (o->letter != 0)
			printf("-%c|", o->letter);
		printf("--%s|", o->name);
	}
}

/* From the words typed so far to `all`, what the next one may be; the same
 * in both shells. */
static void
put_body(const struct cli *cli)
{
	printf("\tlocal w prev= first= second= skip= all=\n"
	       "\tfor w in \"${typed[@]}\"; do\n\t\tprev=$w\n"
	       "\t\tif [[ -n $skip ]]; then skip=; continue; fi\n"
	       "\t\tcase $w in\n\t\t");
	put_takers(cli->tool->options);
	put_takers(cli_common);
	printf("--none) skip=1 ;;\n\t\t-*) ;;\n"
	       "\t\t*) if [[ -z $first ]]; then first=$w\n"
	       "\t\t\telif [[ -z $second ]]; then second=$w; fi ;;\n"
	       "\t\tesac\n\tdone\n"
	       "\tcase $prev in\n\t-i|--in) all=\"");
	put_formats(true);
	printf("\" ;;\n\t-o|--out) all=\"");
	put_formats(false);
	printf("\" ;;\n\t--lang) all=\"nl en\" ;;\n"
	       "\t--completion) all=\"bash zsh\" ;;\n\t=) ;;\n"
	       "\t*) case $first in\n");
	put_cases(cli);
	printf("\tesac ;;\n\tesac\n");
}

static void
bash(const struct cli *cli)
{
	put_fields(cli);
	put_name(cli,
	    "() {\n"
	    "\tlocal -a typed=(\"${COMP_WORDS[@]:1:COMP_CWORD-1}\")\n");
	put_body(cli);
	printf("\tmapfile -t COMPREPLY < <(compgen -W \"$all\" -- "
	       "\"${COMP_WORDS[COMP_CWORD]}\")\n"
	       "\t[[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace "
	       "2>/dev/null\n"
	       "\treturn 0\n}\ncomplete -o default -F ");
	put_name(cli, "");
	printf(" %s\n", cli->tool->name);
}

static void
zsh(const struct cli *cli)
{
	printf("#compdef %s\n", cli->tool->name);
	put_fields(cli);
	put_name(cli, "() {\n\tlocal -a typed list\n"
		      "\ttyped=(\"${(@)words[2,CURRENT-1]}\")\n");
	put_body(cli);
	printf("\tlist=(${=all})\n"
	       "\tcompadd -S '' -- ${(M)list:#*=}\n"
	       "\tcompadd -- ${list:#*=}\n\t_files\n}\n");
	put_name(cli, " \"$@\"\n");
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
