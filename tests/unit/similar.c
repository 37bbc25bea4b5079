/* similar - texts and signals that are alike; `pairs` answers similar.t */
#include "sp/similar.h"

#include <limits.h>
#include <string.h>

#include "sp/likeness.h"
#include "sp/mem.h"
#include "tap.h"

static int
alike(const char *a, const char *b)
{
	struct sp_similar *similar = sp_similar_open(a);
	int likeness = sp_similar_to(similar, b);

	sp_similar_close(similar);
	return likeness;
}

/* What was said once, and how it may be said again. */
static const struct {
	const char *a, *b;
	int least, most;
} pairs[] = {
	{ "", "", 0, 0 },
	{ "", "De lamp is stuk", 0, 0 },
	{ "?! ... --- 'n", "?! '", 0, 0 },
	{ "''", "''", 0, 0 },
	{ "dat is niet zo", "Dat is niet zo!", 1000, 1000 },
	{ "De lift is weer kapot.", "de LIFT, is  weer\nkapot", 1000, 1000 },
	{ "De lift is weer kapot.", "Kapot is de lift weer!", 1000, 1000 },
	{ "Energiecoach", "energie-coach", 600, 900 },
	{ "Eén café en zo'n pinautomaat", "Een cafe en zon pinautomaat", 1000,
	    1000 },
	{ "auto\xe2\x80\x99s", "auto's", 1000, 1000 },
	{ "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7",
	    "\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7\xd8\x9f", 1000, 1000 },
	{ "ab", "cd", 0, 0 },
	{ "aaaa", "aaaaaaaa", 500, 800 }, /* counts, not sets */
	{ "De lantaarnpaal bij de speeltuin is al weken stuk, het is er "
	  "donker.",
	    "Lantarenpaal bij speeltuin al weken stuk. Het is er zo donker",
	    800, 990 },
	{ "Schimmel in de slaapkamer, de woningbouw doet niets.",
	    "Schimel in slaapkamer; woningbouw doet nix", 600, 900 },
	{ "Mevrouw begrijpt de brief van de gemeente niet.",
	    "Brief van de gemeente is niet te begrijpen voor mevrouw.", 600,
	    900 },
	{ "Er lopen ratten achter de winkels.",
	    "Is er taalles overdag met kinderopvang?", 0, 150 },
	{ "Dat is niet zo en dat kan ook niet.",
	    "Dat kan niet en is ook nog eens niet zo duur geweest.", 0, 600 },
};

static void
texts(void)
{
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		int there = alike(pairs[i].a, pairs[i].b);
		int back = alike(pairs[i].b, pairs[i].a);
		ok(there >= pairs[i].least && there <= pairs[i].most,
		    "pair %zu: %d lies in %d..%d", i, there, pairs[i].least,
		    pairs[i].most);
		ok(there == back, "pair %zu, the other way round", i);
	}
}

/* One text against many, some of them far longer; and again the first. */
static void
many(void)
{
	struct sp_similar *similar = sp_similar_open(pairs[13].a);
	struct sp_text grown = { 0 };
	int wrong = 0, first = sp_similar_to(similar, pairs[13].b);

	for (int i = 0; i < 200; i++) {
		int now;
		sp_text_addf(&grown, "%s %d ", pairs[13].b, i);
		now = sp_similar_to(similar, grown.s);
		wrong +=
		    now < 0 || now > 1000 || now != alike(pairs[13].a, grown.s);
	}
	ok(wrong == 0, "one text against 200 that grow");
	ok(sp_similar_to(similar, pairs[13].b) == first, "and the first again");
	ok(alike(grown.s, grown.s) == 1000, "a text of %zu bytes is itself",
	    grown.length);
	sp_similar_close(similar);
	sp_similar_close(NULL);
	sp_text_free(&grown);
}

/* Whether it says so for each least there is. */
static bool
reaches(const char *a, const char *b)
{
	struct sp_similar *similar = sp_similar_open(a);
	int likeness = sp_similar_to(similar, b), wrong = 0;

	for (int least = 0; least <= 1000; least++)
		wrong += sp_similar_reach(similar, b, least) !=
			 (likeness >= least ? likeness : -1);
	sp_similar_close(similar);
	return wrong == 0;
}

static void
reach(void)
{
	size_t n = sizeof(pairs) / sizeof(pairs[0]);

	for (size_t i = 0; i < n; i++) {
		struct sp_text grown = { 0 };
		int wrong = 0;
		for (size_t j = 0; j < n; j++) {
			wrong += !reaches(pairs[i].a, pairs[j].b);
			sp_text_addf(&grown, "%s, ", pairs[(i + j) % n].a);
			wrong += !reaches(grown.s, pairs[j].b);
			wrong += !reaches(pairs[j].b, grown.s);
		}
		ok(wrong == 0, "text %zu: whether others reach any likeness",
		    i);
		sp_text_free(&grown);
	}
}

static const struct {
	const char *what;
	struct sp_two_signals two;
	int score;
	enum sp_likeness_verdict verdict;
} cases[] = {
	{ "the same twice", { 1000, 1000, 1, 0 }, 1000, SP_LIKE_SAME },
	{ "nothing shared", { 0, 0, 0, 365 }, 0, SP_LIKE_NOT },
	{ "the same wording, another domain", { 600, 500, 0, 30 }, 491,
	    SP_LIKE_SAME },
	{ "the same wording, a day too late", { 600, 500, 0, 31 }, 491,
	    SP_LIKE_RECURRING },
	{ "the same wording, before or after", { 600, 500, 0, -31 }, 491,
	    SP_LIKE_RECURRING },
	{ "the same wording, too far apart", { 1000, 1000, 1, 366 }, 900,
	    SP_LIKE_NOT },
	{ "the same wording elsewhere", { 1000, 499, 1, 0 }, 899, SP_LIKE_NOT },
	{ "the same wording, area not known", { 700, -1, 1, 3 }, 811,
	    SP_LIKE_SAME },
	{ "only wording known", { 600, -1, -1, 365 }, 500, SP_LIKE_RECURRING },
	{ "the same subject", { 599, 500, 1, 0 }, 699, SP_LIKE_RECURRING },
	{ "the same subject, just", { 300, 500, 1, 365 }, 450,
	    SP_LIKE_RECURRING },
	{ "another subject", { 299, 1000, 1, 0 }, 649, SP_LIKE_NOT },
	{ "the same subject, other domain", { 599, 1000, 0, 0 }, 599,
	    SP_LIKE_NOT },
	{ "the same subject, domain not known", { 599, 1000, -1, 0 }, 749,
	    SP_LIKE_NOT },
	{ "the same subject, area not known", { 599, -1, 1, 0 }, 749,
	    SP_LIKE_NOT },
	{ "ages apart", { 1000, 1000, 1, LONG_MIN }, 900, SP_LIKE_NOT },
};

static void
signals(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct sp_likeness got =
		    sp_likeness(&cases[i].two, &sp_likeness_defaults);
		ok(got.score == cases[i].score, "%s: score %d is %d",
		    cases[i].what, got.score, cases[i].score);
		ok(got.verdict == cases[i].verdict, "%s: verdict %d is %d",
		    cases[i].what, (int)got.verdict, (int)cases[i].verdict);
	}
}

static void
grounds(void)
{
	struct sp_two_signals none = { 299, 499, -1, 31 };
	struct sp_two_signals all = { 300, 500, 1, -30 };
	struct sp_likeness_limits limits = sp_likeness_defaults;
	struct sp_likeness got = sp_likeness(&none, &limits);
	int reasons = 0;

	for (int g = 0; g < SP_LIKE_GROUNDS; g++)
		reasons += got.reasons[g];
	ok(reasons == 0, "just below each limit there is no reason");
	ok(got.met[SP_LIKE_DOMAIN] == -1, "an unknown domain stays unknown");
	got = sp_likeness(&all, &limits);
	for (int g = 0; g < SP_LIKE_GROUNDS; g++)
		reasons += got.reasons[g];
	ok(reasons == SP_LIKE_GROUNDS, "at each limit all are reasons");
	ok(got.met[SP_LIKE_TIME] == 917, "30 of 365 days apart is 917");
	memset(limits.weights, 0, sizeof(limits.weights));
	ok(sp_likeness(&all, &limits).score == 0, "no weights, no score");
	limits.weights[SP_LIKE_AREA] = 7;
	ok(sp_likeness(&all, &limits).score == 500, "weights can be set");
	limits.recurring_text = 301;
	ok(sp_likeness(&all, &limits).verdict == SP_LIKE_NOT,
	    "limits can be set");
}

/* The least text that will do, by trying each. */
static int
tried(struct sp_two_signals two, const struct sp_likeness_limits *limits,
    int least)
{
	for (two.text = 0; two.text <= 1000; two.text++) {
		struct sp_likeness got = sp_likeness(&two, limits);
		if (got.verdict != SP_LIKE_NOT && got.score >= least)
			return two.text;
	}
	return SP_LIKENESS_NEVER;
}

/* How often the answer is not that. */
static int
wrong_needs(const struct sp_likeness_limits *limits)
{
	static const int areas[] = { -1, 0, 499, 500, 600, 1000 };
	static const long days[] = { 0, -29, 31, 200, -365, 366, LONG_MIN };
	int wrong = 0;

	for (size_t a = 0; a < sizeof(areas) / sizeof(areas[0]); a++)
		for (size_t d = 0; d < sizeof(days) / sizeof(days[0]); d++)
			for (int domain = -1; domain <= 1; domain++)
				for (int least = 0; least <= 1000;
				     least += 1 + least % 7 * 5) {
					struct sp_two_signals two = { 0,
						areas[a], domain, days[d] };
					wrong += sp_likeness_needs(&two, limits,
						     least) !=
						 tried(two, limits, least);
				}
	return wrong;
}

static void
needs(void)
{
	struct sp_likeness_limits limits = sp_likeness_defaults;

	ok(wrong_needs(&limits) == 0, "the least text that will do");
	limits.recurring_text = 700;
	limits.weights[SP_LIKE_TEXT] = 3;
	ok(wrong_needs(&limits) == 0, "with other limits and weights");
	limits.same_text = 0;
	limits.weights[SP_LIKE_TEXT] = 0;
	ok(wrong_needs(&limits) == 0, "when the text has no weight");
	memset(limits.weights, 0, sizeof(limits.weights));
	ok(wrong_needs(&limits) == 0, "when nothing has");
}

/* Lines "one text<tab>another" to their likeness. */
static int
answer(void)
{
	char line[4096];

	while (fgets(line, sizeof(line), stdin) != NULL) {
		char *tab = strchr(line, '\t');
		line[strcspn(line, "\n")] = '\0';
		if (tab == NULL)
			return 1;
		*tab = '\0';
		printf("%d\n", alike(line, tab + 1));
	}
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "pairs") == 0)
		return answer();
	texts();
	many();
	reach();
	signals();
	grounds();
	needs();
	return done();
}
