/* share - a part of a whole, as reports say it */
#ifndef SP_SHARE_H
#define SP_SHARE_H

/* In comparisons a share of fewer says too little (DOMAIN 5, row 15). */
enum { SP_SHARE_FEW = 5 };

/* The part in percents of the whole, which is above 0; a tenth of a percent is
 * as far as it goes. */
double sp_percent(double part, double whole);

#endif
