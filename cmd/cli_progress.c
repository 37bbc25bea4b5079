/* cli_progress - how far long work is, on a terminal only */
#include <time.h>
#include <unistd.h>

#include "cli.h"

enum { PATIENCE = 1000, PAUSE = 200 };

static long long
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void
cli_progress_start(struct cli_progress *progress, const struct cli *cli)
{
	*progress = (struct cli_progress){ 0 };
	progress->wanted = !cli->quiet && isatty(STDERR_FILENO);
	if (progress->wanted)
		progress->started = progress->last = milliseconds();
}

void
cli_progress_tick(struct cli_progress *progress, long long done, size_t bytes,
    size_t total)
{
	long long now;

	if (!progress->wanted || done % 1024 != 0)
		return;
	now = milliseconds();
	if (now - progress->started < PATIENCE || now - progress->last < PAUSE)
		return;
	progress->last = now;
	progress->shown = true;
	fputc('\r', stderr);
	if (total > 0)
		fprintf(stderr, _("%lld rows, %d%%"), done,
		    (int)(100 * bytes / total));
	else
		fprintf(stderr, _("%lld rows"), done);
}

void
cli_progress_end(struct cli_progress *progress)
{
	if (progress->shown)
		fputs("\r\033[K", stderr);
}
