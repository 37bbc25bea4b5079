/* both - a thread for the other of two */
#include "sp/both.h"

#include <pthread.h>
#include <stddef.h>

struct other {
	int (*work)(void *what);
	void *what;
	int result;
};

static void *
begin(void *context)
{
	struct other *other = context;

	other->result = other->work(other->what);
	return NULL;
}

int
sp_both(int (*work)(void *what), void *one, void *other)
{
	struct other second = { work, other, 0 };
	pthread_t thread;
	int first, alone;

	if (other == NULL)
		return work(one);
	alone = pthread_create(&thread, NULL, begin, &second);
	first = work(one);
	if (alone)
		begin(&second);
	else
		pthread_join(thread, NULL);
	return first != 0 ? first : second.result;
}
