/* cli - what the five tools share: options, verbs, rows in and out, endings */
#ifndef CLI_H
#define CLI_H

#include <stdio.h>

#include "sp/add.h"
#include "sp/kinds.h"
#include "sp/pairs.h"
#include "sp/rows.h"
#include "sp/session.h"
#include "sp/store.h"

/* Which of the common options mean something to a verb. */
enum cli_uses {
	CLI_READS = 1,	/* rows: --in --map --ignore-unknown */
	CLI_STORES = 2, /* --dry-run */
	CLI_LISTS = 4,	/* --out --fields */
	CLI_PRINTS = 8, /* --out */
	CLI_BULK = 16,	/* --keep-going --rejects */
};

/* An option of one tool, beside the common ones; a table ends with { 0 }. */
struct cli_option {
	char letter;	      /* 0: long name only */
	const char *name;     /* "dry-run" */
	const char *argument; /* N_("FILE"), or NULL for a flag */
	const char *help;     /* N_() */
	unsigned uses;	      /* 0: every verb; else any of these */
	const char **text;    /* where the argument lands, */
	bool *flag;	      /* or that it was given */
};

struct cli;

/* What a tool does; a tool without verbs has one of name NULL. */
struct cli_verb {
	const char *name, *english; /* english: another name, or NULL */
	const char *operands;	    /* "[field=value ...] [file ...]" */
	const char *help;	    /* N_() */
	unsigned uses;		    /* enum cli_uses */
	const char *options;	    /* the tool's own it takes, `|` between */
	const char *kind;	    /* whose fields it takes; "*" any; NULL */
	int (*run)(struct cli *cli);
	const char *examples[3]; /* two command lines that work */
};

struct cli_tool {
	const char *name;		  /* sp-signal */
	const char *summary;		  /* N_() */
	const struct cli_option *options; /* its own */
	const struct cli_verb *verbs;	  /* ends with { 0 } */
};

/* One run. */
struct cli {
	const struct cli_tool *tool;
	const struct cli_verb *verb;
	struct sp_session session;
	bool lang_chosen; /* by --lang or $SP_LANG, not by the locale */
	char *store_path;
	const struct sp_format *in, *out; /* NULL: not given */
	const char *map, *fields, *rejects;
	bool quiet, keep_going, ignore_unknown;
	const char **operands; /* those that are no field=value */
	size_t operands_n;
	struct sp_pair *pairs; /* values of @file and - are read */
	size_t pairs_n;
	bool stdin_taken; /* by field=- */
};

/* main of every tool. */
int cli_main(const struct cli_tool *tool, int argc, char **argv);

/* cli_process.c: descriptors, modes, signals and core files, first of all. */
void cli_process(void);

/* "sp-add: sentence" on standard error, with nothing in it that steers a
 * terminal. */
void cli_complain(const struct cli *cli, const struct sp_error *err);
/* The same, and ends the program with the status. */
_Noreturn void cli_die(const struct cli *cli, const struct sp_error *err);
/* The same for wrong usage, with a pointer to --help. */
_Noreturn void cli_usage(const struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A sentence on standard error, unless --quiet; and sentences, a line each, of
 * what is at a place ("file:3: ", or ""). */
void cli_say(const struct cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

void cli_notes(const struct cli *cli, const char *place, const char *lines);

/* cli_options.c: the common options, argv taken apart. */
extern const struct cli_option cli_common[];
void cli_parse(struct cli *cli, int argc, char **argv);

/* cli_help.c, cli_completion.c: written from the same tables. */
void cli_help(const struct cli *cli);
void cli_version(const struct cli *cli);
void cli_completion(const struct cli *cli, const char *shell);
/* The nearest of names to what was typed, or NULL. */
const char *cli_nearest(const char *typed, const char *const *names, size_t n);

/* cli_session.c: who, when, in which language. */
void cli_session(struct cli *cli, const char *lang);

/* The store, or the end of the program. */
struct sp_store *cli_store(struct cli *cli, enum sp_access wanted);
/* A kind by its name, or the end of the program. */
const struct sp_kind *cli_kind(const struct cli *cli, const char *name);

/* cli_rows.c. Fills row[kind->n] from the pairs; what stands there already
 * stays when it is given. rooms[kind->n] keeps texts. */
void cli_row(struct cli *cli, const struct sp_kind *kind, struct sp_text *rooms,
    struct sp_value *row);

/* cli_progress.c: on a terminal, after a second. */
struct cli_progress {
	bool shown, wanted;
	long long started, last; /* milliseconds */
};
void cli_progress_start(struct cli_progress *progress, const struct cli *cli);
/* done rows, and bytes of the total (0: unknown) read. */
void cli_progress_tick(struct cli_progress *progress, long long done,
    size_t bytes, size_t total);
void cli_progress_end(struct cli_progress *progress);

/* A whole number of 0 or more that was typed, other for NULL; or the end of
 * the program. */
long long cli_number(const struct cli *cli, const char *name, const char *text,
    long long other);
/* The period that stands alone as operand; or the end of the program. The
 * second allows for none: NULL. */
const char *cli_period(const struct cli *cli);
const char *cli_period_at_most(const struct cli *cli);

/* cli_feed.c: rows from the operands from `first` on, each a file, or from
 * standard input. begin (or NULL) is called before the first row of each, take
 * for each row (columns that are not there are SP_ABSENT), give_up before the
 * program ends without keeping anything. With --keep-going a row that is not
 * taken is told, or written to --rejects. */
struct cli_feed {
	struct cli *cli;
	const struct sp_column *columns;
	size_t n, first;
	void (*begin)(void *context);
	int (*take)(void *context, struct sp_value *row, struct sp_error *err);
	void (*give_up)(void *context);
	void *context;
	int64_t rows, rejected; /* when it is done */

	/* cli_feed.c's own */
	FILE *stream; /* of the rejects */
	struct sp_rejects *rejects;
	const char *source;
	struct sp_reader *reader;
	struct cli_progress progress;
};
void cli_feed(struct cli_feed *feed);
/* Sentences about the row that was taken, with where it stands. */
void cli_feed_notes(const struct cli_feed *feed, const char *lines);

/* cli_step.c: the verb as a step on signals: `ID[,ID...] [word] field=value`,
 * or rows with an id. Returns the exit status. */
int cli_step(struct cli *cli, const char *forced, const char *then);

/* cli_lead.c: sp-match next, with its options. Returns the exit status. */
struct cli_lead {
	bool chain, channels;
	const char *limit; /* as typed; NULL: none */
};
int cli_lead(struct cli *cli, const struct cli_lead *asked);

/* cli_add.c: all of sp-add KIND and of sp-signal add, operands from `first`.
 * Returns the exit status. */
int cli_add(struct cli *cli, const struct sp_kind *kind, size_t first);

/* cli_history.c: sp-signal add --history, rows of a logbook. Returns the exit
 * status. */
int cli_history(struct cli *cli);

/* cli_assign.c: sp-match assign. What was typed after its options, or NULL.
 * Returns the exit status. */
struct cli_sharing {
	const char *pairs, *capacity, *load_weight, *policy, *candidates;
	bool trade_off;
};
int cli_assign(struct cli *cli, const struct cli_sharing *sharing);

/* cli_output.c. A writer on standard output in --out, else a table on a
 * terminal and CSV off it. --fields picks columns; without it a table leaves
 * out long and sensitive ones. Rows are always whole. */
struct cli_writer;
struct cli_writer *cli_writer_open(struct cli *cli,
    const struct sp_column *columns, size_t n, const char *title, bool one);
/* Whether nobody reads it back: a table, a page. */
bool cli_for_people(const struct cli *cli);
/* The language of names instead of ids and codes, for people to read; NULL:
 * as they are stored. */
const char *cli_names(const struct cli *cli);
const struct sp_format *cli_format(const struct cli *cli);
/* The language of names in that format. */
const char *cli_data_lang(const struct cli *cli);
void cli_write(struct cli_writer *writer, const struct sp_value *row);
/* The same, for what calls back with each row: context is the writer. */
void cli_write_row(void *context, const struct sp_value *row);
/* SP_DONE, or SP_NOTHING when no row was written. */
int cli_writer_close(struct cli_writer *writer);
/* Text on standard output, all of it or the end of the program. */
void cli_print(const struct cli *cli, const char *text);
/* All records of a kind that pass the pairs, or SP_NOTHING. */
int cli_list(struct cli *cli, const struct sp_kind *kind);
/* One record, as a document or in --out. */
int cli_show(struct cli *cli, const struct sp_kind *kind, const char *key);

#endif
