/* dates - any text as a day or a period */
#include "fuzz.h"
#include "sp/date.h"

static void
day(const char *text)
{
	char iso[SP_DATE_SIZE];
	long days;

	if (sp_date_parse(text, &days)) {
		sp_date_format(days, iso);
		fuzz_expect(strcmp(text, iso) == 0, "a day is itself");
	}
	if (sp_date_from_dutch(text, iso))
		fuzz_expect(sp_date_parse(iso, &days), "a Dutch day is a day");
}

static void
period(const char *text)
{
	char from[SP_DATE_SIZE], to[SP_DATE_SIZE], name[32];
	char before[2][SP_DATE_SIZE], again[2][SP_DATE_SIZE];
	long first, last, ended;

	if (!sp_period_parse(text, "2026-11-10", from, to))
		return;
	fuzz_expect(sp_date_parse(from, &first) && sp_date_parse(to, &last) &&
			first <= last,
	    "a period has a first and a last day");
	sp_period_name(from, to, name, sizeof(name));
	fuzz_expect(sp_period_parse(name, "2026-11-10", again[0], again[1]) &&
			strcmp(again[0], from) == 0 &&
			strcmp(again[1], to) == 0,
	    "its name is a period, the same");
	sp_period_before(from, to, before[0], before[1]);
	if (sp_date_parse(before[1], &ended))
		fuzz_expect(ended == first - 1, "the one before ends before");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = sp_strndup((const char *)data, size);

	day(text);
	period(text);
	free(text);
	return 0;
}
