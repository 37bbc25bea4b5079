/* distance - how far apart two places on the earth are */
#ifndef SP_DISTANCE_H
#define SP_DISTANCE_H

#include <stdint.h>

/* A place as a point on a ball of radius 1, which makes many distances
 * cheap. */
struct sp_point {
	double x, y, z;
};

/* lat and lon in degrees, north and east positive. */
struct sp_point sp_point_at(double lat, double lon);

/* Whole metres along the surface of a ball with the earth's mean radius of
 * 6371.0088 km (IUGG): the haversine formula (Sinnott, Sky and Telescope 68,
 * 1984), whose half chord is read from the points. Off by 0.5 % at most from
 * the true, flattened earth. */
int64_t sp_distance(const struct sp_point *a, const struct sp_point *b);

#endif
