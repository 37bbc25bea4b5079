/* distance - the haversine formula on points that are kept ready */
#include "sp/distance.h"

#include <math.h>

static const double radius = 6371008.8; /* metres */
static const double pi = 3.14159265358979323846;

struct sp_point
sp_point_at(double lat, double lon)
{
	double north = lat * pi / 180, east = lon * pi / 180;

	return (struct sp_point){ cos(north) * cos(east),
		cos(north) * sin(east), sin(north) };
}

int64_t
sp_distance(const struct sp_point *a, const struct sp_point *b)
{
	double x = a->x - b->x, y = a->y - b->y, z = a->z - b->z;
	double half = sqrt(x * x + y * y + z * z) / 2;

	return llround(2 * radius * asin(half < 1 ? half : 1));
}
