/* coverage - how many people are there for something, in an area */
#ifndef SP_COVERAGE_H
#define SP_COVERAGE_H

#include <stddef.h>
#include <stdint.h>

/* What people are there for; words of one sort are not those of another. */
enum sp_cover { SP_COVER_DOMAIN, SP_COVER_LANGUAGE, SP_COVER_ROLE, SP_COVERS };

struct sp_coverage;
struct sp_coverage *sp_coverage_open(void);
void sp_coverage_close(struct sp_coverage *coverage); /* NULL is allowed */

/* First: the areas there are, in any order; parent 0: none. */
void sp_coverage_area(struct sp_coverage *coverage, int64_t id, int64_t parent);
/* Then: the words that will be asked about, `|` between. Words that are not
 * named here are passed over. */
void sp_coverage_ask(struct sp_coverage *coverage, enum sp_cover sort,
    const char *words);

/* Then: somebody with lists of ids of areas and of words (NULL: none), whose
 * dates hold on the day. She is there in her areas, in all that lies in them
 * and in all that they lie in. */
void sp_coverage_person(struct sp_coverage *coverage, const char *areas,
    const char *const words[SP_COVERS], const char *day);
/* A signal on domains from an area (0: not known) counts there and in all that
 * lies around it. */
void sp_coverage_signal(struct sp_coverage *coverage, int64_t area,
    const char *domains);

/* How many are there for a word in one of the areas (list of ids; NULL or "":
 * everywhere): 0, 1, or 2 for two or more, the least of all words and areas;
 * -1 when no words are given. *word (length in *n) is the word this is of. */
int sp_coverage_least(const struct sp_coverage *coverage, enum sp_cover sort,
    const char *areas, const char *words, const char **word, size_t *n);
/* The most signals on one of the domains, in one of the areas, for which
 * nobody is there; -1 when no domains are given. */
int64_t sp_coverage_alone(const struct sp_coverage *coverage, const char *areas,
    const char *domains, const char **word, size_t *n);

#endif
