/* chain - a forest walked from its beginnings down */
#include "sp/chain.h"

#include <stdlib.h>
#include <string.h>

#include "sp/map.h"
#include "sp/mem.h"

struct node {
	size_t parent, first, next; /* numbers + 1; 0: none */
	size_t seen;		    /* looking for circles: by which search */
	size_t place;		    /* in the walk */
};

static void
find_parents(const struct sp_chain_link *links, size_t n, struct node *nodes)
{
	struct sp_map *map = sp_map_open();

	for (size_t i = 0; i < n; i++) {
		struct sp_value number = sp_int_value((int64_t)i);
		sp_map_add(map, (const char *)&links[i].person,
		    sizeof(links[i].person), &number);
	}
	for (size_t i = 0; i < n; i++) {
		const struct sp_value *by = sp_map_find(map,
		    (const char *)&links[i].by, sizeof(links[i].by));
		if (by != NULL)
			nodes[i].parent = (size_t)by->i + 1;
	}
	sp_map_close(map);
}

/* Upwards from each; who is met twice in one search stands in a circle, which
 * is opened at its first link. */
static void
open_circles(struct node *nodes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		size_t at = i, first;
		while (nodes[at].seen == 0 && nodes[at].parent != 0) {
			nodes[at].seen = i + 1;
			at = nodes[at].parent - 1;
		}
		if (nodes[at].seen != i + 1 || nodes[at].parent == 0)
			continue;
		first = at;
		for (size_t on = nodes[at].parent - 1; on != at;
		     on = nodes[on].parent - 1)
			first = on < first ? on : first;
		nodes[first].parent = 0;
	}
}

/* A beginning and all below it, without recursion: a chain may be long. */
static size_t
walk(const struct sp_chain_link *links, struct node *nodes, size_t root,
    struct sp_chain_link *out, size_t n)
{
	size_t at = root;
	int step = 0;

	for (;;) {
		nodes[at].place = n;
		out[n] = links[at];
		out[n].brought = out[n].in_all = 0;
		out[n++].step = step;
		if (nodes[at].first != 0) {
			at = nodes[at].first - 1;
			step++;
			continue;
		}
		while (at != root && nodes[at].next == 0) {
			at = nodes[at].parent - 1;
			step--;
		}
		if (at == root)
			return n;
		at = nodes[at].next - 1;
	}
}

/* From the last up: who comes later in the walk lies below. */
static void
count(const struct node *nodes, const size_t *numbers,
    struct sp_chain_link *out, size_t n)
{
	for (size_t at = n; at-- > 0;) {
		size_t parent = nodes[numbers[at]].parent;
		struct sp_chain_link *above;
		if (parent == 0)
			continue;
		above = &out[nodes[parent - 1].place];
		above->brought++;
		above->in_all += 1 + out[at].in_all;
	}
}

void
sp_chain(struct sp_chain_link *links, size_t n)
{
	struct node *nodes = sp_alloc(n, sizeof(*nodes));
	struct sp_chain_link *out = sp_alloc(n, sizeof(*out));
	size_t *numbers = sp_alloc(n, sizeof(*numbers));
	size_t walked = 0;

	find_parents(links, n, nodes);
	open_circles(nodes, n);
	/* the first comes first in a list that is made from its end */
	for (size_t i = n; i-- > 0;) {
		struct node *parent;
		if (nodes[i].parent == 0)
			continue;
		parent = &nodes[nodes[i].parent - 1];
		nodes[i].next = parent->first;
		parent->first = i + 1;
	}
	for (size_t i = 0; i < n; i++)
		if (nodes[i].parent == 0)
			walked = walk(links, nodes, i, out, walked);
	for (size_t i = 0; i < n; i++)
		numbers[nodes[i].place] = i;
	count(nodes, numbers, out, n);
	memcpy(links, out, n * sizeof(*links));
	free(nodes);
	free(out);
	free(numbers);
}
