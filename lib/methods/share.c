/* share - a part of a whole, as reports say it */
#include "sp/share.h"

#include <math.h>

double
sp_percent(double part, double whole)
{
	return round(1000 * part / whole) / 10;
}
