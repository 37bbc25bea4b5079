/* cli_session - the clock, the environment and chance, read once */
#include <sys/random.h>

#include <locale.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli.h"
#include "sp/mem.h"
#include "sp/utf8.h"

/* Where the catalogue lies: beside the programs that were built, or where
 * they were installed. */
static void
find_catalogue(void)
{
	static const char *const places[] = { "../locale", "../share/locale" };
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 64);
	char *slash;

	path[n > 0 ? n : 0] = '\0';
	slash = strrchr(path, '/');
	for (size_t i = 0; slash != NULL && i < 2; i++) {
		strncpy(slash + 1, places[i], 32);
		if (access(path, F_OK) == 0) {
			bindtextdomain("sp", path);
			break;
		}
	}
	bind_textdomain_codeset("sp", "UTF-8");
	textdomain("sp");
}

/* Only messages follow the language; numbers never do. LANGUAGE works in any
 * locale but "C", so that Dutch needs no Dutch locale on the machine. */
static void
speak(const char *lang)
{
	static const char *const locales[] = { "nl_NL.UTF-8", "C.UTF-8",
		"en_US.UTF-8" };

	if (strcmp(lang, "nl") != 0) {
		setlocale(LC_MESSAGES, "C");
		return;
	}
	setenv("LANGUAGE", "nl", 1);
	for (size_t i = 0; i < sizeof(locales) / sizeof(locales[0]); i++)
		if (setlocale(LC_MESSAGES, locales[i]) != NULL)
			return;
}

static bool
given(const char *text)
{
	return text != NULL && *text != '\0';
}

/* --lang, $SP_LANG, then what the locale variables say. */
static const char *
choose(struct cli *cli, const char *lang)
{
	static const char *const variables[] = { "LC_ALL", "LC_MESSAGES",
		"LANG" };
	const char *chosen = given(lang) ? lang : getenv("SP_LANG");

	cli->lang_chosen = given(chosen);
	if (cli->lang_chosen && strcmp(chosen, "nl") != 0 &&
	    strcmp(chosen, "en") != 0)
		cli_usage(cli, _("the language is nl or en, not \"%s\""),
		    chosen);
	for (size_t i = 0; !given(chosen) && i < 3; i++)
		chosen = getenv(variables[i]);
	return given(chosen) && strncmp(chosen, "nl", 2) == 0 ? "nl" : "en";
}

static void
set_today(struct cli *cli)
{
	const char *fixed = getenv("SP_TODAY");
	time_t now = time(NULL);
	struct tm local, utc;
	long day;

	if (given(fixed)) {
		if (!sp_date_parse(fixed, &day))
			cli_usage(cli, _("SP_TODAY is no day like 2026-12-31"));
		snprintf(cli->session.today, SP_DATE_SIZE, "%.10s", fixed);
		snprintf(cli->session.now, SP_TIME_SIZE, "%.10sT12:00:00Z",
		    fixed);
		return;
	}
	if (localtime_r(&now, &local) != NULL)
		strftime(cli->session.today, SP_DATE_SIZE, "%Y-%m-%d", &local);
	if (gmtime_r(&now, &utc) != NULL)
		strftime(cli->session.now, SP_TIME_SIZE, "%Y-%m-%dT%H:%M:%SZ",
		    &utc);
}

static void
set_user(struct cli *cli)
{
	const struct passwd *entry;

	cli->session.user = getenv("SP_USER");
	if (!given(cli->session.user)) {
		entry = getpwuid(getuid());
		cli->session.user = entry == NULL ? "?" : entry->pw_name;
	}
	if (!sp_utf8_valid(cli->session.user, strlen(cli->session.user)))
		cli_usage(cli, _("SP_USER is no UTF-8 text"));
}

static void
seed(struct cli *cli)
{
	unsigned char bytes[SP_UUID_SEED];
	struct timespec now;
	struct sp_error err;

	if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes)) {
		sp_fail(&err, SP_TROUBLE, _("the machine gives no chance"));
		cli_die(cli, &err);
	}
	clock_gettime(CLOCK_REALTIME, &now);
	sp_uuid_seed(&cli->session.uuid, bytes,
	    (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000);
}

void
cli_session(struct cli *cli, const char *lang)
{
	find_catalogue();
	cli->session.lang = choose(cli, lang);
	speak(cli->session.lang);
	set_today(cli);
	set_user(cli);
	seed(cli);
}
