/* plain - hard words and long sentences; with an argument answers plain.t */
#include "sp/plain.h"

#include <string.h>

#include "sp/mem.h"
#include "sp/sentences.h"
#include "tap.h"

struct hits {
	const char *text;
	struct sp_text out;
};

static void
hard(void *context, size_t at, size_t length, const struct sp_hard_word *word)
{
	struct hits *hits = context;

	sp_text_addf(&hits->out, "[%.*s=%s]", (int)length, hits->text + at,
	    word->plain);
}

static void
longer(void *context, size_t at, size_t length, size_t words)
{
	struct hits *hits = context;

	sp_text_addf(&hits->out, "[%zu %.*s]", words, (int)length,
	    hits->text + at);
}

static const struct sp_hard_word list[] = {
	{ "derhalve", "daarom" },
	{ "dienen te|dient te", "moeten" },
	{ "ten", "1" },
	{ "ten aanzien van", "over" },
	{ "ten aanzien", "2" },
	{ "verstrek*", "geven" },
	{ "Cre\xc3\xabren", "maken" },
	{ "verstrekken", "nooit" },
	{ "e-mail", "mail" },
	{ "|zo'n||zulk een|", "een" },
	{ "", "niets" },
	{ "-|*", "ook niets" },
};

static const struct {
	const char *text, *hits;
} words[] = {
	{ "", "" },
	{ "Wij komen daarom langs.", "" },
	{ "Derhalve komen wij.", "[Derhalve=daarom]" },
	{ "DERHALVE, (derhalve) 'derhalve'; derhalve",
	    "[DERHALVE=daarom][derhalve=daarom][derhalve=daarom]"
	    "[derhalve=daarom]" },
	{ "onderhalve derhalven derhalve2 der halve", "" },
	{ "U dient te bellen; wij dienen\n  te komen",
	    "[dient te=moeten][dienen\n  te=moeten]" },
	{ "U dient u te melden. Wie dient. Te laat", "" },
	{ "ten aanzien van ten aanzien ten",
	    "[ten aanzien van=over][ten aanzien=2][ten=1]" },
	{ "Ten, aanzien van", "[Ten=1]" },
	{ "ten-aanzien-van", "[ten-aanzien-van=over]" },
	{ "wij verstrekken; verstrekte, VERSTREKKING",
	    "[verstrekken=geven][verstrekte=geven][VERSTREKKING=geven]" },
	{ "cre\xc3\xabren, CRE\xc3\x8bREN, creeren",
	    "[cre\xc3\xabren=maken][CRE\xc3\x8bREN=maken][creeren=maken]" },
	{ "per e-mail of e mail, niet email", "[e-mail=mail][e mail=mail]" },
	{ "zo\xe2\x80\x99n zon zulk een",
	    "[zo\xe2\x80\x99n=een][zon=een][zulk een=een]" },
	{ "*vet* | schuin -", "" },
};

static void
lists(void)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct hits hits = { words[i].text, { 0 } };
		size_t n = 0;
		sp_text_add(&hits.out, "");
		n = sp_hard_words(words[i].text, list,
		    sizeof(list) / sizeof(list[0]), hard, &hits);
		if (!ok(strcmp(hits.out.s, words[i].hits) == 0, "words %zu", i))
			printf("# %s\n", hits.out.s);
		for (const char *c = hits.out.s; *c != '\0'; c++)
			n -= *c == '[';
		ok(n == 0, "words %zu are counted", i);
		sp_text_free(&hits.out);
	}
}

/* The list that comes along says nothing hard in plain words. */
static void
dutch(void)
{
	const struct sp_hard_word *all = sp_hard_words_dutch;
	struct hits hits = { NULL, { 0 } };
	size_t n = sp_hard_words_dutch_n, wrong = 0;

	ok(n >= 40, "%zu hard words", n);
	for (size_t i = 0; i < n; i++) {
		wrong += *all[i].hard == '\0' || *all[i].plain == '\0';
		hits.text = all[i].plain;
		wrong += sp_hard_words(all[i].plain, all, n, hard, &hits);
		hits.text = all[i].hard;
		wrong += sp_hard_words(all[i].hard, all, n, hard, &hits) == 0;
		wrong += i > 0 && strcmp(all[i - 1].hard, all[i].hard) >= 0;
	}
	ok(wrong == 0, "all found, none in a plain word, in order");
	sp_text_clear(&hits.out);
	hits.text =
	    "Betreffende uw brief dient te worden vermeld dat derhalve "
	    "conform de regels, middels dit formulier, teneinde u te "
	    "helpen, alsmede inzake uw vraag, onverwijld zal geschieden.";
	sp_hard_words(hits.text, all, n, hard, &hits);
	ok(strcmp(hits.out.s,
	       "[Betreffende=over][dient te=moeten][derhalve=daarom, dus]"
	       "[conform=volgens][middels=met, door][teneinde=om]"
	       "[alsmede=en, en ook][inzake=over][onverwijld=meteen]"
	       "[geschieden=gebeuren]") == 0,
	    "a letter full of them: %s", hits.out.s);
	ok(sp_hard_words("De geschiedenis van de wijk, hedendaags verteld; "
			 "een conformist, wie dient, te laat.",
	       all, n, hard, &hits) == 0,
	    "a text that only looks like it");
	sp_text_free(&hits.out);
}

static const struct {
	const char *text;
	size_t limit;
	const char *hits;
} sentences[] = {
	{ "", 0, "" },
	{ " \n ", 0, "" },
	{ "Een twee drie.", 3, "" },
	{ "Een twee drie.", 2, "[3 Een twee drie.]" },
	{ "Een twee drie", 2, "[3 Een twee drie]" },
	{ "  Een twee? Drie vier vijf!  Zes.\n", 0,
	    "[2 Een twee?][3 Drie vier vijf!][1 Zes.]" },
	{ "Een (twee drie.) Vier \"vijf.\" Zes", 0,
	    "[3 Een (twee drie.)][2 Vier \"vijf.\"][1 Zes]" },
	{ "Dhr. J. Jansen komt o.a. op 3 mei. Mevr. De Vries, art. 3", 0,
	    "[8 Dhr. J. Jansen komt o.a. op 3 mei.]"
	    "[5 Mevr. De Vries, art. 3]" },
	{ "Bel (tel. 030-1234567) of mail m.b.t. Uw vraag.", 0,
	    "[8 Bel (tel. 030-1234567) of mail m.b.t. Uw vraag.]" },
	{ "Een enz. twee. 's Avonds drie. drie vier", 0,
	    "[3 Een enz. twee.][5 's Avonds drie. drie vier]" },
	{ "Het kost \xe2\x82\xac 1.000,50 - meer niet. \xe2\x80\x9eJa.\xe2\x80"
	  "\x9d Zo\xe2\x80\xa6 Nee\xe2\x80\xa6 toch... wel... Ja",
	    0,
	    "[5 Het kost \xe2\x82\xac 1.000,50 - meer niet.]"
	    "[1 \xe2\x80\x9eJa.\xe2\x80\x9d][1 Zo\xe2\x80\xa6]"
	    "[3 Nee\xe2\x80\xa6 toch... wel...][1 Ja]" },
	{ "Een enz. \xc3\xa9\xc3\xa9n. \xc3\x89\xc3\xa9n", 0,
	    "[3 Een enz. \xc3\xa9\xc3\xa9n.][1 \xc3\x89\xc3\xa9n]" },
	{ "Kop zonder punt\n\nDan de tekst\r\n\r\nen meer", 0,
	    "[3 Kop zonder punt][3 Dan de tekst][2 en meer]" },
	{ "Neem mee:\n- uw pas\n* een foto\n\xe2\x80\xa2 geld\nen -x", 0,
	    "[2 Neem mee:][2 - uw pas][2 * een foto][3 \xe2\x80\xa2 geld\nen "
	    "-x]" },
	{ "... . ! ? ( \" ' \xe2\x80\x9c", 0, "" },
	{ "Wat?? Nee!? Zeg (\"ja\"!) Klaar", 0,
	    "[1 Wat??][1 Nee!?][2 Zeg (\"ja\"!)][1 Klaar]" },
};

static void
lengths(void)
{
	for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++) {
		struct hits hits = { sentences[i].text, { 0 } };
		size_t n = 0;
		sp_text_add(&hits.out, "");
		n = sp_long_sentences(sentences[i].text, sentences[i].limit,
		    longer, &hits);
		if (!ok(strcmp(hits.out.s, sentences[i].hits) == 0,
			"sentences %zu", i))
			printf("# %s\n", hits.out.s);
		for (const char *c = hits.out.s; *c != '\0'; c++)
			n -= *c == '[';
		ok(n == 0, "sentences %zu are counted", i);
		sp_text_free(&hits.out);
	}
}

static void
print_hard(void *context, size_t at, size_t length,
    const struct sp_hard_word *word)
{
	printf("%zu %.*s=%s\n", at, (int)length, (const char *)context + at,
	    word->plain);
}

static void
print_longer(void *context, size_t at, size_t length, size_t count)
{
	(void)context;
	printf("%zu %zu %zu\n", at, length, count);
}

/* words: each line of standard input against the Dutch list; sentences: all
 * of it, those of more than 0 words. */
static int
answer(const char *what)
{
	struct sp_text all = { 0 };
	char line[4096];

	sp_text_add(&all, "");
	while (fgets(line, sizeof(line), stdin) != NULL) {
		if (strcmp(what, "words") == 0)
			sp_hard_words(line, sp_hard_words_dutch,
			    sp_hard_words_dutch_n, print_hard, line);
		sp_text_add(&all, line);
	}
	if (strcmp(what, "sentences") == 0)
		sp_long_sentences(all.s, 0, print_longer, NULL);
	sp_text_free(&all);
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc > 1)
		return answer(argv[1]);
	lists();
	dutch();
	lengths();
	return done();
}
