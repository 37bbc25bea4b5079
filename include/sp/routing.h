/* routing - to whom a signal goes: ordered rules, the first that fits */
#ifndef SP_ROUTING_H
#define SP_ROUTING_H

#include <stddef.h>
#include <stdint.h>

/* One rule; what is NULL or 0 fits everything. Texts are borrowed. */
struct sp_route_rule {
	int64_t id, order;
	const char *type, *domain, *channel;
	int64_t area;		  /* with all that lies in it */
	const char *from, *until; /* days ISO, both included */
	int64_t org;
	int64_t desk, service; /* of the organisation; 0: none */
	const char *manner;    /* how; NULL: not said */
};

/* What rules look at. areas: the signal's own, and those it lies in. */
struct sp_route_signal {
	const char *type, *domains, *channel, *reported;
	const int64_t *areas;
	size_t areas_n;
};

/* The first rule that fits, rules in the order of their order; NULL: none. A
 * signal of several domains fits a rule of any of them. */
const struct sp_route_rule *sp_route(const struct sp_route_rule *rules,
    size_t n, const struct sp_route_signal *signal);

#endif
