/* map - a hash table with open addressing, never more than half full */
#include "sp/map.h"

#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"

enum { FIRST_ROOM = 64 }; /* a power of two */

struct entry {
	struct sp_value value;
	size_t length;
	char key[]; /* and a NUL */
};

/* The hash stands here too, so that a look-up touches no other entry. */
struct place {
	uint64_t hash;
	struct entry *entry; /* NULL: free */
};

struct sp_map {
	struct place *places;
	size_t count, room;
};

/* FNV-1a, 64 bits. Source: Fowler, Noll, Vo; RFC 9923. */
static uint64_t
hash_of(const char *key, size_t length)
{
	uint64_t hash = UINT64_C(14695981039346656037);

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)key[i]) * UINT64_C(1099511628211);
	return hash;
}

struct sp_map *
sp_map_open(void)
{
	struct sp_map *map = sp_alloc(1, sizeof(*map));

	map->room = FIRST_ROOM;
	map->places = sp_alloc(map->room, sizeof(*map->places));
	return map;
}

/* The place of the key, or the free one where it would stand. */
static size_t
place_of(const struct sp_map *map, const char *key, size_t length,
    uint64_t hash)
{
	size_t place = hash & (map->room - 1);

	for (;; place = (place + 1) & (map->room - 1)) {
		const struct entry *entry = map->places[place].entry;
		if (entry == NULL)
			return place;
		if (map->places[place].hash == hash &&
		    entry->length == length &&
		    memcmp(entry->key, key, length) == 0)
			return place;
	}
}

const struct sp_value *
sp_map_find(const struct sp_map *map, const char *key, size_t length)
{
	const struct entry *entry =
	    map->places[place_of(map, key, length, hash_of(key, length))].entry;

	return entry == NULL ? NULL : &entry->value;
}

static void
widen(struct sp_map *map)
{
	struct place *old = map->places;
	size_t room = map->room;

	map->room *= 2;
	map->places = sp_alloc(map->room, sizeof(*map->places));
	for (size_t i = 0; i < room; i++)
		if (old[i].entry != NULL)
			map->places[place_of(map, old[i].entry->key,
			    old[i].entry->length, old[i].hash)] = old[i];
	free(old);
}

const struct sp_value *
sp_map_add(struct sp_map *map, const char *key, size_t length,
    const struct sp_value *value)
{
	struct entry *entry = sp_alloc(1, sizeof(*entry) + length + 1);
	uint64_t hash = hash_of(key, length);

	if (2 * (map->count + 1) > map->room)
		widen(map);
	entry->value = *value;
	if (value->type == SP_TEXT)
		entry->value.s = sp_strdup(value->s);
	entry->length = length;
	memcpy(entry->key, key, length);
	map->places[place_of(map, key, length, hash)] =
	    (struct place){ hash, entry };
	map->count++;
	return &entry->value;
}

size_t
sp_map_number(struct sp_map *map, const char *key, size_t length)
{
	const struct sp_value *known = sp_map_find(map, key, length);
	struct sp_value next = sp_int_value((int64_t)map->count);

	if (known == NULL)
		known = sp_map_add(map, key, length, &next);
	return (size_t)known->i;
}

size_t
sp_map_count(const struct sp_map *map)
{
	return map->count;
}

void
sp_map_each(const struct sp_map *map,
    void (*each)(void *context, const char *key, const struct sp_value *value),
    void *context)
{
	for (size_t i = 0; i < map->room; i++) {
		const struct entry *entry = map->places[i].entry;
		if (entry != NULL)
			each(context, entry->key, &entry->value);
	}
}

void
sp_map_clear(struct sp_map *map)
{
	for (size_t i = 0; i < map->room; i++) {
		struct entry *entry = map->places[i].entry;
		if (entry == NULL)
			continue;
		if (entry->value.type == SP_TEXT)
			free((char *)(uintptr_t)entry->value.s);
		free(entry);
		map->places[i].entry = NULL;
	}
	map->count = 0;
}

void
sp_map_close(struct sp_map *map)
{
	if (map == NULL)
		return;
	sp_map_clear(map);
	free(map->places);
	free(map);
}
