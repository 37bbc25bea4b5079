/* map - values remembered under a text */
#ifndef SP_MAP_H
#define SP_MAP_H

#include <stddef.h>

#include "sp/value.h"

struct sp_map;

struct sp_map *sp_map_open(void);
/* What was added under this key, or NULL. Valid until clear or close. */
const struct sp_value *sp_map_find(const struct sp_map *map, const char *key,
    size_t length);
/* Adds under a key that is not there yet; key and a text are copied. Returns
 * what sp_map_find will. */
const struct sp_value *sp_map_add(struct sp_map *map, const char *key,
    size_t length, const struct sp_value *value);
/* The number of a key: 0 and on, in the order in which they are first asked
 * for. For maps that hold such numbers only. */
size_t sp_map_number(struct sp_map *map, const char *key, size_t length);
/* Calls each with what was added, in no order. */
void sp_map_each(const struct sp_map *map,
    void (*each)(void *context, const char *key, const struct sp_value *value),
    void *context);
size_t sp_map_count(const struct sp_map *map);
void sp_map_clear(struct sp_map *map);
void sp_map_close(struct sp_map *map); /* NULL is allowed */

#endif
