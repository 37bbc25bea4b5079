/* table - columns: what may stand in a row, the same for every format */
#ifndef SP_TABLE_H
#define SP_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sp/error.h"
#include "sp/mem.h"
#include "sp/value.h"
#include "sp/words.h"

enum sp_column_type {
	SP_COL_TEXT,
	SP_COL_INTEGER,
	SP_COL_DECIMAL,	  /* a real: coordinates, never money or counts */
	SP_COL_MONEY,	  /* cents inside, 12.50 outside */
	SP_COL_HOURS,	  /* hundredths inside, 2 or 2.5 or 0.25 outside */
	SP_COL_DATE,	  /* 2026-03-05 */
	SP_COL_TIME,	  /* 2026-03-05T12:00:00Z */
	SP_COL_BOOLEAN,	  /* ja / nee, in English yes / no */
	SP_COL_CODE,	  /* one of codes (fixed) or of open list `list` */
	SP_COL_LIST,	  /* several, `|` or `,` between; as CODE, of kind, or
			     free words */
	SP_COL_REFERENCE, /* a record of kind `kind` */
	SP_COL_LINK,	  /* a record of any kind: persoon:2 */
};

enum sp_care { SP_OPEN, SP_PERSONAL, SP_SENSITIVE };

enum sp_column_flag {
	SP_REQUIRED = 1, /* a new record must have it */
	SP_PROGRAM = 2,	 /* set by the program; input may only repeat it */
	SP_DERIVED = 4,	 /* computed when read, not stored, never input */
	SP_DATED = 8,	 /* a LIST whose words may carry dates:
			    verbinder@2024-01-01..2025-06-30 */
	SP_LONG = 16,	 /* left out of a terminal's table unless asked for */
	SP_STATE = 32,	 /* a new record may have any; then only the kind's own
			    verb changes it */
	SP_SOUGHT = 64,	 /* a record is found by it: where it is empty, that is
			    shown, and never demanded */
};

/* One code: canonical Dutch, English, and both labels for people. */
struct sp_code {
	const char *code, *en;
	const char *label, *label_en;
};
/* A fixed list; ends with { 0 }. */
struct sp_codes {
	const char *lijst; /* its name in sp-formats(5) */
	const struct sp_code *codes;
};

/* All text is constant and lives as long as the program, unless a caller
 * made the column for one output. */
struct sp_column {
	const char *naam, *name, *alias; /* Dutch, English, short (or NULL) */
	enum sp_column_type type;
	unsigned flags;		      /* enum sp_column_flag */
	const struct sp_codes *codes; /* fixed codes of CODE and LIST */
	const char *list;	      /* open list of CODE and LIST */
	const char *kind;	      /* kind of REFERENCE and LIST */
	enum sp_care care;
	int64_t min, max;	 /* INTEGER, MONEY and HOURS; 0 and 0: none */
	const char *hulp, *help; /* a phrase each: Dutch, English */
};

/* Index of the column called name: Dutch, English or alias, letters compared
 * without case; -1 if none. */
int sp_column_find(const struct sp_column *columns, size_t n, const char *name);

/* Its name in the language: lang is "nl", "en" or NULL (Dutch). */
const char *sp_column_name(const struct sp_column *column, const char *lang);

/* Index of the column whose Dutch name is just this; -1 if none. For names
 * that stand in the program, many times over. */
int sp_column_named(const struct sp_column *columns, size_t n,
    const char *naam);

/* Whether its values are quantities: they have an order, are set to the right
 * and mean little without their name. */
bool sp_column_is_number(const struct sp_column *column);

/* Code as it is stored (Dutch) for text in either language, NULL if none. */
const char *sp_code_find(const struct sp_codes *codes, const char *text);
/* The same code in the language: lang is "nl" or "en". Unknown: the text. */
const char *sp_code_name(const struct sp_codes *codes, const char *code,
    const char *lang);

/* The door: turns the text of one cell into the value of its column, so that
 * every format refuses the same things. text is valid UTF-8; "" gives
 * SP_NULL. decimal is '.' or ',' and dutch_dates allows dd-mm-yyyy, both for
 * the excel format only. Lists come out with `|` between, in the order
 * given, each word once (`\,` is a comma in a word); fixed codes come out
 * Dutch; open codes, references and links come out as typed, for records to
 * resolve. A new text is made in *room and valid until that is used again. -1
 * and "name: what is wrong" (never the value of a column whose care is not
 * open) in *err. */
struct sp_door {
	char decimal;
	bool dutch_dates;
	const char *lang; /* of the column names in messages */
};
int sp_cell_parse(const struct sp_column *column, const char *text,
    const struct sp_door *door, struct sp_text *room, struct sp_value *value,
    struct sp_error *err);

/* Appends a value as the formats write it: 12.50, ja, 2026-03-05. lang says
 * the language of codes and booleans. NULL and absent append nothing. */
void sp_cell_format(struct sp_text *out, const struct sp_column *column,
    const struct sp_value *value, const char *lang);

/* The same for people to read and nobody to read back: a list has ", "
 * between its words, as they are. */
void sp_cell_show(struct sp_text *out, const struct sp_column *column,
    const struct sp_value *value, const char *lang);

#endif
