/* behind - a ring of batches: one is filled while those before it are put in */
#include "store/behind.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "sp/mem.h"

/* Large enough that handing over costs little, and small enough to stay near
 * the processor. */
enum { BATCH = 1024, BATCHES = 4, LANES = 8 };

/* The rows of one what. */
struct lane {
	void *what;
	size_t n, rows;
	struct sp_value *values; /* of texts the place in text, until put in */
	size_t values_n, room;
};

struct batch {
	struct lane lanes[LANES];
	size_t lanes_n, rows;
	struct sp_text text;
};

struct sp_behind {
	int (*put)(void *what, const struct sp_value *values, size_t n,
	    size_t rows);
	struct batch batches[BATCHES];
	size_t filling;
	bool waits; /* some rows may not be in: the thread may be at work */

	pthread_t thread;
	bool started, alone; /* alone: there is no thread to be had */
	pthread_mutex_t lock;
	pthread_cond_t changed;
	/* under the lock */
	size_t full; /* so many before the one being filled; 0: at rest */
	bool stop;
	int code;
};

/* What was grown is kept for the next rows. */
static void
empty(struct batch *batch)
{
	for (size_t i = 0; i < batch->lanes_n; i++)
		batch->lanes[i].rows = batch->lanes[i].values_n = 0;
	batch->lanes_n = 0;
	batch->rows = 0;
	sp_text_clear(&batch->text);
}

/* Texts were kept by their place, since the text moves while it grows. */
static void
find_texts(const struct batch *batch, struct lane *lane)
{
	for (size_t i = 0; i < lane->values_n; i++) {
		struct sp_value *value = &lane->values[i];
		if (value->type == SP_TEXT)
			value->s = batch->text.s + value->i;
	}
}

/* Returns the first code that is not 0; the rows after it stay out. */
static int
put_all(const struct sp_behind *behind, struct batch *batch, int code)
{
	for (size_t i = 0; i < batch->lanes_n && code == 0; i++) {
		struct lane *lane = &batch->lanes[i];
		find_texts(batch, lane);
		code =
		    behind->put(lane->what, lane->values, lane->n, lane->rows);
	}
	empty(batch);
	return code;
}

static void *
work(void *context)
{
	struct sp_behind *behind = context;
	size_t first = 0;

	pthread_mutex_lock(&behind->lock);
	for (;;) {
		int code;
		while (behind->full == 0 && !behind->stop)
			pthread_cond_wait(&behind->changed, &behind->lock);
		if (behind->full == 0)
			break;
		code = behind->code;
		pthread_mutex_unlock(&behind->lock);
		code = put_all(behind, &behind->batches[first], code);
		first = (first + 1) % BATCHES;
		pthread_mutex_lock(&behind->lock);
		behind->code = code;
		behind->full--;
		pthread_cond_signal(&behind->changed);
	}
	pthread_mutex_unlock(&behind->lock);
	return NULL;
}

/* Waits until no more than `most` batches are to be put in; the lock is held.
 */
static void
wait_for_it(struct sp_behind *behind, size_t most)
{
	while (behind->full > most)
		pthread_cond_wait(&behind->changed, &behind->lock);
}

/* Gives the full batch to the thread, and takes the next to fill. */
static int
hand_over(struct sp_behind *behind)
{
	int code;

	if (!behind->started && !behind->alone) {
		behind->alone =
		    pthread_create(&behind->thread, NULL, work, behind) != 0;
		behind->started = !behind->alone;
	}
	if (behind->alone)
		return sp_behind_settle(behind);
	pthread_mutex_lock(&behind->lock);
	wait_for_it(behind, BATCHES - 2);
	code = behind->code;
	behind->full++;
	behind->filling = (behind->filling + 1) % BATCHES;
	pthread_cond_signal(&behind->changed);
	pthread_mutex_unlock(&behind->lock);
	return code;
}

struct sp_behind *
sp_behind_open(int (
    *put)(void *what, const struct sp_value *values, size_t n, size_t rows))
{
	struct sp_behind *behind = sp_alloc(1, sizeof(*behind));

	behind->put = put;
	pthread_mutex_init(&behind->lock, NULL);
	pthread_cond_init(&behind->changed, NULL);
	for (size_t i = 0; i < BATCHES; i++)
		empty(&behind->batches[i]);
	return behind;
}

void
sp_behind_close(struct sp_behind *behind)
{
	if (behind == NULL)
		return;
	sp_behind_drop(behind);
	if (behind->started) {
		pthread_mutex_lock(&behind->lock);
		behind->stop = true;
		pthread_cond_signal(&behind->changed);
		pthread_mutex_unlock(&behind->lock);
		pthread_join(behind->thread, NULL);
	}
	pthread_cond_destroy(&behind->changed);
	pthread_mutex_destroy(&behind->lock);
	for (size_t i = 0; i < BATCHES; i++) {
		for (size_t j = 0; j < LANES; j++)
			free(behind->batches[i].lanes[j].values);
		sp_text_free(&behind->batches[i].text);
	}
	free(behind);
}

static void
copy(struct batch *batch, struct lane *lane, const struct sp_value *value)
{
	struct sp_value *kept = &lane->values[lane->values_n++];

	*kept = *value;
	if (value->type != SP_TEXT)
		return;
	kept->i = (int64_t)batch->text.length;
	sp_text_addn(&batch->text, value->s, strlen(value->s) + 1);
}

/* NULL: the batch has no lane left for it. */
static struct lane *
lane_of(struct batch *batch, void *what, size_t n)
{
	size_t i = 0;

	while (i < batch->lanes_n && batch->lanes[i].what != what)
		i++;
	if (i == LANES)
		return NULL;
	if (i == batch->lanes_n) {
		batch->lanes[i].what = what;
		batch->lanes[i].n = n;
		batch->lanes_n++;
	}
	return &batch->lanes[i];
}

int
sp_behind_add(struct sp_behind *behind, void *what,
    const struct sp_value *values, size_t n)
{
	struct batch *batch = &behind->batches[behind->filling];
	struct lane *lane = lane_of(batch, what, n);
	int code;

	if (lane == NULL) {
		code = hand_over(behind);
		if (code != 0)
			return code;
		batch = &behind->batches[behind->filling];
		lane = lane_of(batch, what, n);
	}
	if (lane->values_n + n > lane->room) {
		lane->room = 2 * (lane->values_n + n);
		lane->values =
		    sp_grow(lane->values, lane->room, sizeof(*lane->values));
	}
	lane->rows++;
	for (size_t i = 0; i < n; i++)
		copy(batch, lane, &values[i]);
	behind->waits = true;
	return ++batch->rows < BATCH ? 0 : hand_over(behind);
}

int
sp_behind_settle(struct sp_behind *behind)
{
	if (!behind->waits)
		return behind->code;
	pthread_mutex_lock(&behind->lock);
	wait_for_it(behind, 0);
	behind->code =
	    put_all(behind, &behind->batches[behind->filling], behind->code);
	behind->waits = false;
	pthread_mutex_unlock(&behind->lock);
	return behind->code;
}

void
sp_behind_drop(struct sp_behind *behind)
{
	pthread_mutex_lock(&behind->lock);
	wait_for_it(behind, 0);
	empty(&behind->batches[behind->filling]);
	behind->waits = false;
	behind->code = 0;
	pthread_mutex_unlock(&behind->lock);
}
