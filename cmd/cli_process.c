/* cli_process - how a tool stands in its process, before anything else */
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "cli.h"

/* A file that is opened must never get the number of standard output. What
 * was closed is opened the wrong way round, so that its use fails. */
static void
fill_descriptors(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) == -1 &&
		    open("/dev/null",
			fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			_exit(SP_TROUBLE);
}

/* What is kept here is read by nobody else, and by no core file. */
static void
keep_private(void)
{
	const struct rlimit none = { 0, 0 };

	umask(077);
	setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__
	/* the leak checker must look into its own process */
	prctl(PR_SET_DUMPABLE, 0);
#endif
}

void
cli_process(void)
{
	fill_descriptors();
	keep_private();
	/* a closed pipe ends a tool quietly, whatever the shell left; a file
	 * that may not grow is an error like a full disk */
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_IGN);
}
