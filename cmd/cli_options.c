/* cli_options - one table of common options, and argv taken apart by it */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli.h"
#include "sp/mem.h"
#include "sp/utf8.h"
#include "sp/words.h"

enum { OPTIONS = 40, VERBS = 64, LONG_ONLY = 256 };

/* What was given on this command line, for the table to point at. */
static const char *store, *in, *out, *map, *fields, *rejects, *lang, *shell;
static bool ignore_unknown, keep_going, quiet, dry_run, help, version;

const struct cli_option cli_common[] = {
	{ 's', "store", N_("FILE"), N_("use this store; else $SP_STORE"), 0,
	    &store, NULL },
	{ 'i', "in", N_("FORMAT"),
	    N_("csv, excel, tsv, json or jsonl; else guessed"), CLI_READS, &in,
	    NULL },
	{ 0, "map", N_("THEIRS=OURS,..."),
	    N_("read column THEIRS of the file as OURS"), CLI_READS, &map,
	    NULL },
	{ 0, "ignore-unknown", NULL, N_("pass over columns of other names"),
	    CLI_READS, NULL, &ignore_unknown },
	{ 0, "keep-going", NULL, N_("store the good rows, report the others"),
	    CLI_BULK, NULL, &keep_going },
	{ 0, "rejects", N_("FILE"), N_("write those others to FILE, as CSV"),
	    CLI_BULK, &rejects, NULL },
	{ 'o', "out", N_("FORMAT"),
	    N_("csv, excel, tsv, json, jsonl, table, md, html"),
	    CLI_LISTS | CLI_PRINTS, &out, NULL },
	{ 0, "fields", N_("A,B,..."), N_("write these columns, in this order"),
	    CLI_LISTS, &fields, NULL },
	{ 'n', "dry-run", NULL, N_("check everything, store nothing"),
	    CLI_STORES, NULL, &dry_run },
	{ 'q', "quiet", NULL, N_("say nothing but errors"), 0, NULL, &quiet },
	{ 0, "lang", "nl|en", N_("names and messages in this language"), 0,
	    &lang, NULL },
	{ 0, "completion", "bash|zsh", N_("print completion for a shell"), 0,
	    &shell, NULL },
	{ 'h', "help", NULL, N_("print this text; after a verb, about it"), 0,
	    NULL, &help },
	{ 'V', "version", NULL, N_("print the version"), 0, NULL, &version },
	{ 0 },
};

/* The common options and the tool's own, as one array. */
static size_t
all_options(const struct cli_tool *tool, const struct cli_option *all[OPTIONS])
{
	const struct cli_option *o;
	size_t n = 0;

	for (o = cli_common; o->name != NULL; o++)
		all[n++] = o;
	for (o = tool->options; o != NULL && o->name != NULL; o++)
		all[n++] = o;
	return n;
}

static void
make_getopt(const struct cli_option *const *all, size_t n,
    struct option longs[OPTIONS + 1], char letters[3 * OPTIONS])
{
	size_t at = 0;

	letters[at++] = ':';
	for (size_t i = 0; i < n; i++) {
		longs[i] = (struct option){ .name = all[i]->name,
			.has_arg = all[i]->argument != NULL,
			.val = LONG_ONLY + (int)i };
		if (all[i]->letter == 0)
			continue;
		letters[at++] = all[i]->letter;
		if (all[i]->argument != NULL)
			letters[at++] = ':';
	}
	letters[at] = '\0';
	longs[n] = (struct option){ 0 };
}

/* Which option getopt means; NULL when it is none. */
static const struct cli_option *
meant(const struct cli_option *const *all, size_t n, int c)
{
	if (c >= LONG_ONLY)
		return all[c - LONG_ONLY];
	for (size_t i = 0; i < n; i++)
		if (all[i]->letter == c)
			return all[i];
	return NULL;
}

/* What getopt could not take: c is ':' for a value that is missing. */
static _Noreturn void
refuse_option(const struct cli *cli, const struct cli_option *const *all,
    size_t n, int c, const char *typed)
{
	const char *names[OPTIONS], *near;
	char *name = sp_strndup(typed, strcspn(typed, "="));

	if (optopt >= LONG_ONLY)
		cli_usage(cli,
		    c == ':' ? _("--%s needs a value")
			     : _("--%s takes no value"),
		    all[optopt - LONG_ONLY]->name);
	if (optopt > 0)
		cli_usage(cli,
		    c == ':' ? _("-%c needs a value")
			     : _("there is no option -%c"),
		    optopt);
	for (size_t i = 0; i < n; i++)
		names[i] = all[i]->name;
	near = cli_nearest(name + 2, names, n);
	if (near != NULL)
		cli_usage(cli, _("there is no option %s (do you mean --%s?)"),
		    name, near);
	cli_usage(cli, _("there is no option %s"), name);
}

/* Options into their places; those given are remembered in given. */
static void
take_options(struct cli *cli, int argc, char **argv,
    const struct cli_option *given[OPTIONS], size_t *given_n)
{
	const struct cli_option *all[OPTIONS], *o;
	struct option longs[OPTIONS + 1];
	char letters[3 * OPTIONS];
	size_t n = all_options(cli->tool, all);
	int c;

	make_getopt(all, n, longs, letters);
	opterr = 0;
	while ((c = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
		o = meant(all, n, c);
		if (o == NULL)
			refuse_option(cli, all, n, c, argv[optind - 1]);
		if (o->argument != NULL)
			*o->text = optarg;
		else
			*o->flag = true;
		if (*given_n < OPTIONS)
			given[(*given_n)++] = o;
	}
}

/* Whether the verb looks at an option: of the tool's own, those it names. */
static bool
useful(const struct cli *cli, const struct cli_option *option)
{
	const struct cli_option *o = cli->tool->options;

	for (; o != NULL && o->name != NULL; o++)
		if (o == option)
			return cli->verb->options != NULL &&
			       sp_list_has(cli->verb->options, o->name, NULL);
	return option->uses == 0 || (option->uses & cli->verb->uses) != 0;
}

static void
check_uses(const struct cli *cli, const struct cli_option *const *given,
    size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!useful(cli, given[i]))
			cli_usage(cli, _("%s takes no --%s"),
			    cli->verb->name == NULL ? cli->tool->name
						    : cli->verb->name,
			    given[i]->name);
}

static const struct sp_format *
format_of(const struct cli *cli, const char *name, bool reads)
{
	const struct sp_format *format =
	    name == NULL ? NULL : sp_format_find(name);

	if (name == NULL)
		return NULL;
	if (format == NULL)
		cli_usage(cli,
		    _("there is no format \"%s\"; there are csv, excel, tsv, "
		      "json, jsonl, table, md and html"),
		    name);
	if (reads && !format->reads)
		cli_usage(cli, _("%s can be written, not read"), name);
	return format;
}

/* What editors put around a text is no part of it: a byte order mark, and one
 * end of line. */
static void
trim_text(struct sp_text *text)
{
	if (text->length > 0 && text->s[text->length - 1] == '\n') {
		text->length--;
		if (text->length > 0 && text->s[text->length - 1] == '\r')
			text->length--;
		text->s[text->length] = '\0';
	}
	if (strncmp(text->s, "\xef\xbb\xbf", 3) == 0) {
		text->length -= 3;
		memmove(text->s, text->s + 3, text->length + 1);
	}
}

/* All of a stream, called name, as the text of a field. */
static char *
read_text(const struct cli *cli, FILE *stream, const char *field,
    const char *name)
{
	struct sp_text text = { 0 };
	char block[4096];
	size_t n;

	sp_text_clear(&text);
	while ((n = fread(block, 1, sizeof(block), stream)) > 0) {
		if (text.length > 1 << 20)
			cli_usage(cli, _("%s: %s is longer than a megabyte"),
			    field, name);
		sp_text_addn(&text, block, n);
	}
	if (ferror(stream))
		cli_usage(cli, _("%s: %s: %s"), field, name, strerror(errno));
	trim_text(&text);
	if (!sp_utf8_valid(text.s, text.length))
		cli_usage(cli, _("%s: %s is no UTF-8 text"), field, name);
	return text.s;
}

static void
take_pair(struct cli *cli, char *operand)
{
	struct sp_pair *pair = &cli->pairs[cli->pairs_n++];
	struct sp_error err;

	if (!sp_utf8_valid(operand, strlen(operand)))
		cli_usage(cli, _("field=value is no UTF-8 text"));
	if (sp_pair_parse(operand, pair, &err) != 0)
		cli_die(cli, &err);
}

/* The value of a pair from a file, or from standard input. */
static void
read_pair(struct cli *cli, struct sp_pair *pair, const char *source)
{
	FILE *stream;

	free(pair->value);
	pair->value = NULL;
	if (strcmp(source, "-") == 0) {
		if (cli->stdin_taken)
			cli_usage(cli, _("only one field=- in a command"));
		cli->stdin_taken = true;
		pair->value = read_text(cli, stdin, pair->field, "-");
		return;
	}
	stream = fopen(source, "r");
	if (stream == NULL)
		cli_usage(cli, _("%s: %s: %s"), pair->field, source,
		    strerror(errno));
	pair->value = read_text(cli, stream, pair->field, source);
	fclose(stream);
}

/* Pairs and other operands; what may be personal is wiped from argv, where
 * everybody on the machine can read it, before any file is waited for. */
static void
take_operands(struct cli *cli, int argc, char **argv)
{
	size_t n = (size_t)(argc - optind);
	char **sources = sp_alloc(n, sizeof(*sources));

	cli->pairs = sp_alloc(n, sizeof(*cli->pairs));
	cli->operands = sp_alloc(n, sizeof(*cli->operands));
	for (int i = optind; i < argc; i++) {
		const char *source;
		if (!sp_is_pair(argv[i])) {
			cli->operands[cli->operands_n++] = argv[i];
			continue;
		}
		source = sp_pair_source(argv[i]);
		if (source != NULL)
			sources[cli->pairs_n] = sp_strdup(source);
		take_pair(cli, argv[i]);
		memset(argv[i], '*', strlen(argv[i]));
	}
	for (size_t i = 0; i < cli->pairs_n; i++) {
		if (sources[i] != NULL && !help)
			read_pair(cli, &cli->pairs[i], sources[i]);
		free(sources[i]);
	}
	free(sources);
}

static char *
default_store(void)
{
	const char *file = getenv("SP_STORE"), *data = getenv("XDG_DATA_HOME");
	const char *home = getenv("HOME");

	if (file != NULL && *file != '\0')
		return sp_strdup(file);
	if (data != NULL && *data != '\0')
		return sp_format("%s/sp/sp.db", data);
	return sp_format("%s/.local/share/sp/sp.db", home == NULL ? "." : home);
}

/* The name that means "no file" to the library is a file's name here. */
static char *
store_path(const struct cli *cli)
{
	char *path = store == NULL ? default_store() : sp_strdup(store), *file;

	if (*path == '\0')
		cli_usage(cli, _("--store needs the name of a file"));
	if (strcmp(path, ":memory:") != 0)
		return path;
	file = sp_format("./%s", path);
	free(path);
	return file;
}

static const struct cli_verb *
find_verb(struct cli *cli)
{
	const struct cli_verb *verbs = cli->tool->verbs, *v;
	const char *names[VERBS], *near, *typed;
	size_t n = 0;

	if (verbs[0].name == NULL)
		return verbs;
	if (cli->operands_n == 0)
		return NULL;
	typed = cli->operands[0];
	for (v = verbs; v->run != NULL; v++) {
		if (strcmp(v->name, typed) == 0 ||
		    (v->english != NULL && strcmp(v->english, typed) == 0))
			return v;
		if (n < VERBS)
			names[n++] = v->name;
	}
	near = cli_nearest(typed, names, n);
	if (near != NULL)
		cli_usage(cli, _("there is no verb \"%s\" (do you mean %s?)"),
		    typed, near);
	cli_usage(cli, _("there is no verb \"%s\""), typed);
}

/* The verb is the first operand; the others move up. */
static void
take_verb(struct cli *cli)
{
	cli->verb = find_verb(cli);
	if (cli->verb == NULL || cli->verb->name == NULL)
		return;
	cli->operands_n--;
	memmove(cli->operands, cli->operands + 1,
	    cli->operands_n * sizeof(*cli->operands));
}

static void
answer_at_once(struct cli *cli)
{
	if (help)
		cli_help(cli);
	else if (version)
		cli_version(cli);
	else if (shell != NULL)
		cli_completion(cli, shell);
	else
		return;
	if (fflush(stdout) != 0 || ferror(stdout)) {
		struct sp_error err;
		sp_fail(&err, SP_TROUBLE, _("writing failed"));
		cli_die(cli, &err);
	}
	exit(SP_DONE);
}

void
cli_parse(struct cli *cli, int argc, char **argv)
{
	const struct cli_option *given[OPTIONS];
	size_t given_n = 0;

	cli_session(cli, NULL); /* for messages about the options */
	take_options(cli, argc, argv, given, &given_n);
	cli->quiet = quiet;
	if (lang != NULL)
		cli_session(cli, lang);
	if (version || shell != NULL)
		answer_at_once(cli);
	take_operands(cli, argc, argv);
	take_verb(cli);
	answer_at_once(cli);
	if (cli->verb == NULL)
		cli_usage(cli, _("give a verb"));
	check_uses(cli, given, given_n);
	cli->session.tool = cli->tool->name;
	cli->session.verb = cli->verb->name == NULL ? "add" : cli->verb->name;
	cli->session.dry_run = dry_run;
	cli->store_path = store_path(cli);
	cli->in = format_of(cli, in, true);
	cli->out = format_of(cli, out, false);
	cli->map = map;
	cli->fields = fields;
	cli->rejects = rejects;
	cli->keep_going = keep_going;
	cli->ignore_unknown = ignore_unknown;
	/* the names in a spreadsheet keep to the language of its header */
	if (cli->out != NULL && cli->out->reads && cli->out->for_people)
		cli->session.lang = cli_data_lang(cli);
	if (rejects != NULL && !keep_going)
		cli_usage(cli, _("--rejects needs --keep-going"));
}
