/* overview - where no second reader is to be had, one counts the same */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sp/overview.h"
#include "tap.h"

static const char file[] = "overview.db";
static const struct sp_session session = { .today = "2026-11-10",
	.now = "2026-11-10T12:00:00Z",
	.user = "x",
	.lang = "nl",
	.tool = "unit",
	.verb = "unit" };

/* Signals from July to November, of one domain, two or none, some of them the
 * same as another. */
static bool
fill(struct sp_store *store)
{
	struct sp_error err;
	struct sp_query *query = sp_query_open(store,
	    "WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i "
	    "WHERE n < 3000) INSERT INTO signaal (id, gemeld_op, soort, "
	    "domein, kanaal, aantal, dubbel_van, status, uuid, kantoor) "
	    "SELECT n, date('2026-07-01', (n * 7919 % 140) || ' days'), "
	    "iif(n % 3, 'zorg', 'vraag'), iif(n % 4, iif(n % 5, 'energie', "
	    "'energie|wonen'), NULL), iif(n % 7, 'bellen', NULL), n % 9, "
	    "iif(n % 11 OR n < 20, NULL, n - 10), 'gemeld', 'u' || n, 'k' "
	    "FROM i",
	    &err);
	bool good = query != NULL && sp_query_run(query, &err) == 0;

	sp_query_close(query);
	return good;
}

/* All of it in one text; "" when it can not be had. */
static char *
counted(struct sp_store *store, const char *period)
{
	struct sp_overview overview;
	struct sp_text text = { 0 };
	struct sp_error err;

	if (sp_overview(store, period, NULL, 0, &session, "nl", &overview,
		&err) != 0)
		return sp_strdup("");
	sp_overview_json(&text, &overview);
	sp_overview_free(&overview);
	return text.s;
}

static void
alike(struct sp_store *reads, struct sp_store *writes, const char *period,
    const char *has)
{
	char *two = counted(reads, period), *one = counted(writes, period);

	ok(*two != '\0' && strcmp(one, two) == 0, "%s: the same", period);
	ok(strstr(two, has) != NULL, "which has %s", has);
	free(one);
	free(two);
}

int
main(void)
{
	char place[] = P_tmpdir "/overview.XXXXXX";
	struct sp_store *reads, *writes;
	struct sp_error err;

	if (mkdtemp(place) == NULL || chdir(place) != 0)
		return 1;
	writes = sp_store_open(file, SP_CREATE, &err);
	ok(writes != NULL && sp_store_begin(writes, &err) == 0 &&
		fill(writes) && sp_store_commit(writes, &err) == 0,
	    "a store");
	reads = sp_store_open(file, SP_READ, &err);
	alike(reads, writes, "2026-10", "\"energie\"");
	alike(reads, writes, "2026-11", "\"2026-10\"");
	alike(reads, writes, "2026-Q3", "\"wonen\"");
	alike(reads, writes, "2027-01", "\"totaal\"");
	sp_store_close(reads);
	sp_store_close(writes);
	unlink(file);
	unlink("overview.db-journal");
	rmdir(place);
	return done();
}
