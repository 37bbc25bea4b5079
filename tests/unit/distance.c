/* distance - known distances on the ball */
#include "sp/distance.h"

#include <stdlib.h>

#include "tap.h"

/* Whether it is so many metres, or one more or less. */
static bool
is(double lat, double lon, double lat2, double lon2, int64_t metres)
{
	struct sp_point a = sp_point_at(lat, lon), b = sp_point_at(lat2, lon2);

	return llabs(sp_distance(&a, &b) - metres) <= 1 &&
	       sp_distance(&a, &b) == sp_distance(&b, &a);
}

int
main(void)
{
	/* the earth's mean circumference is 40 030 228.9 metres */
	ok(is(52.09, 5.12, 52.09, 5.12, 0), "no distance");
	ok(is(0, 0, 0, 90, 10007557), "a quarter of the equator");
	ok(is(90, 0, -90, 0, 20015114), "from pole to pole");
	ok(is(0, 0, 0, 180, 20015114), "to the other side");
	ok(is(52, 5, 53, 5, 111195), "a degree of latitude");
	ok(is(0, 179.5, 0, -179.5, 111195), "over the date line");
	/* Rosetta Code, Haversine formula: 2887.25995 km on a ball of 6372.8 */
	ok(is(36.12, -86.67, 33.94, -118.40, 2886448),
	    "from Nashville to Los Angeles");
	/* the formula in double precision, by hand: GM0344 to GM0363 */
	ok(is(52.0907, 5.1214, 52.3676, 4.9041, 34162),
	    "from Utrecht to Amsterdam");
	ok(is(52.09070, 5.12140, 52.09071, 5.12140, 1), "one metre");
	return done();
}
