/* both - two things done at the same time */
#ifndef SP_BOTH_H
#define SP_BOTH_H

/* Does work(one) here and work(other) in a second thread, or after it where
 * there is none to be had; returns when both are done. other NULL: there is
 * only one. The first that is not 0, else 0. */
int sp_both(int (*work)(void *what), void *one, void *other);

#endif
