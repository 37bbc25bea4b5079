/* session - who acts, when, in which language: read once, in cmd/ */
#ifndef SP_SESSION_H
#define SP_SESSION_H

#include <stdbool.h>

#include "sp/date.h"
#include "sp/uuid.h"

/* Borrowed by every act; cmd/cli.c makes the one there is. */
struct sp_session {
	char today[SP_DATE_SIZE]; /* $SP_TODAY, else the local day */
	char now[SP_TIME_SIZE];	  /* UTC; noon of $SP_TODAY when that is set */
	const char *user;	  /* $SP_USER, else the login name */
	const char *lang;	  /* "nl" or "en": names, codes and labels */
	const char *tool, *verb;  /* sp-signal, add: for the log */
	bool dry_run;		  /* check everything, keep nothing */
	struct sp_uuid_source uuid;
};

#endif
