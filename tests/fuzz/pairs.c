/* pairs - any lines as operands, and as filters of a list */
#include "sp/pairs.h"
#include "fuzz.h"
#include "sp/add.h"
#include "sp/list.h"

enum { MOST = 8 };

static void
put(void *context, const char *value)
{
	size_t *length = context;

	*length += strlen(value) + 1;
}

/* A store with what every store begins with. */
static struct sp_store *
store(struct sp_session *session)
{
	static struct sp_store *opened;
	struct sp_error err;

	if (opened != NULL)
		return opened;
	opened = sp_store_open(":memory:", SP_CREATE, &err);
	fuzz_expect(opened != NULL && sp_store_begin(opened, &err) == 0 &&
			sp_defaults_add(opened, session, "hier", &err) == 0 &&
			sp_store_commit(opened, &err) == 0,
	    "there is a store");
	return opened;
}

static void
list(const struct sp_pair *pairs, size_t n, bool names)
{
	static const char *const kinds[] = { "signaal", "persoon", "code",
		"gebied" };
	struct sp_session session = { .today = "2026-11-10",
		.now = "2026-11-10T12:00:00Z",
		.user = "test",
		.lang = "nl",
		.tool = "fuzz",
		.verb = "list" };
	struct sp_value row[SP_KIND_COLUMNS];
	struct sp_error err;
	struct sp_list *found;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		found = sp_list_open(store(&session), sp_kind_find(kinds[i]),
		    pairs, n, names ? "nl" : NULL, true, &session, &err);
		while (found != NULL && sp_list_next(found, row, &err) > 0)
			continue;
		sp_list_close(found);
	}
}

static bool
take(const char *operand, struct sp_pair *pair)
{
	struct sp_error err;
	size_t length = 0;
	char *from, *to;
	bool is_pair = sp_is_pair(operand);

	fuzz_expect(is_pair == (sp_pair_parse(operand, pair, &err) == 0),
	    "a pair is what can be parsed");
	if (!is_pair)
		return false;
	sp_pair_source(operand);
	sp_pair_values(pair->value, put, &length);
	fuzz_expect(length <= strlen(pair->value) + 1, "values are a part");
	if (sp_pair_range(pair->value, &from, &to)) {
		free(from);
		free(to);
	}
	return true;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *copy = sp_strndup((const char *)data, size), *at = copy;
	struct sp_pair pairs[MOST];
	size_t n = 0;

	while (*at != '\0' && n < MOST) {
		size_t length = strcspn(at, "\n");
		char *operand = sp_strndup(at, length);
		n += take(operand, &pairs[n]);
		free(operand);
		at += length + (at[length] == '\n');
	}
	list(pairs, n, size & 1);
	while (n > 0)
		sp_pair_free(&pairs[--n]);
	free(copy);
	return 0;
}
