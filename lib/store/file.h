/* file - where a store may lie, and files that appear whole or not at all */
#ifndef SP_STORE_FILE_H
#define SP_STORE_FILE_H

#include <stdbool.h>

#include "sp/error.h"

/* Refuses what lies on a network drive, where locks can not be trusted; path
 * itself need not exist yet. */
int sp_file_local(const char *path, struct sp_error *err);

/* Makes the directories above path, mode 0700, where they are missing. */
int sp_file_parents(const char *path, struct sp_error *err);

/* An empty file of mode 0600 beside path; returns its name, which the caller
 * frees, or NULL. */
char *sp_file_temp(const char *path, struct sp_error *err);

/* The file behind a symbolic link, path itself when it is none or there is
 * nothing yet; the caller frees. NULL: a link to nothing. */
char *sp_file_behind(const char *path, struct sp_error *err);

bool sp_file_same(const char *a, const char *b);

/* Waits until the file, or the directory it lies in, is on the disk. */
int sp_file_sync(const char *path, struct sp_error *err);
int sp_file_sync_directory(const char *path, struct sp_error *err);

/* Gives temp the name path: 1 done, 0 when path was made meanwhile (and is
 * left alone), -1. temp is gone afterwards. */
int sp_file_publish(const char *temp, const char *path, struct sp_error *err);

/* Syncs temp and puts it in place of path. */
int sp_file_replace(const char *temp, const char *path, struct sp_error *err);

/* Gives the file path a second name, in place of what had that. */
int sp_file_keep(const char *path, const char *name, struct sp_error *err);

/* Moves a file that may not be there. */
int sp_file_move(const char *from, const char *to, struct sp_error *err);

#endif
