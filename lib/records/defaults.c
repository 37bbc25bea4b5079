/* defaults - const tables; a town adds its own with sp-add code */
#include "records/defaults.h"

const struct sp_default_code sp_default_codes[] = {
	{ "domein", "wonen", "wonen", "housing" },
	{ "domein", "energie", "energie", "energy" },
	{ "domein", "armoede", "armoede en schulden", "poverty and debt" },
	{ "domein", "gezondheid", "gezondheid", "health" },
	{ "domein", "zorg", "zorg", "care" },
	{ "domein", "jeugd", "jeugd", "youth" },
	{ "domein", "onderwijs", "onderwijs", "education" },
	{ "domein", "werk", "werk en inkomen", "work and income" },
	{ "domein", "inburgering", "inburgering", "integration" },
	{ "domein", "veiligheid", "veiligheid", "safety" },
	{ "domein", "isolement", "isolement en eenzaamheid", "isolation" },
	{ "domein", "mobiliteit", "mobiliteit", "mobility" },
	{ "domein", "sport", "sport", "sport" },
	{ "domein", "cultuur", "cultuur en erfgoed", "culture and heritage" },
	{ "domein", "discriminatie", "discriminatie", "discrimination" },
	{ "domein", "vaccinatie", "vaccinatie", "vaccination" },
	{ "domein", "leefomgeving", "straat en groen", "streets and green" },
	{ "domein", "participatie", "meedoen en meepraten", "taking part" },
	{ "domein", "anders", "anders", "other" },
	{ "doelgroep", "ouderen", "ouderen", "older people" },
	{ "doelgroep", "jongeren", "jongeren", "young people" },
	{ "doelgroep", "ouders", "ouders", "parents" },
	{ "doelgroep", "mantelzorgers", "mantelzorgers", "informal carers" },
	{ "doelgroep", "nieuwkomers", "nieuwkomers", "newcomers" },
	{ "doelgroep", "huurders", "huurders", "tenants" },
	{ "doelgroep", "eigenaren", "woningeigenaren", "home owners" },
	{ "doelgroep", "ondernemers", "ondernemers", "entrepreneurs" },
	{ "doelgroep", "minima", "lage inkomens", "low incomes" },
	{ "kanaal", "gesprek", "gesprek", "talk" },
	{ "kanaal", "huisbezoek", "huisbezoek", "home visit" },
	{ "kanaal", "telefoon", "telefoon", "telephone" },
	{ "kanaal", "whatsapp", "WhatsApp", "WhatsApp" },
	{ "kanaal", "mail", "mail", "mail" },
	{ "kanaal", "bijeenkomst", "bijeenkomst", "meeting" },
	{ "kanaal", "inloop", "inloop", "drop-in" },
	{ "kanaal", "straat", "op straat", "in the street" },
	{ "kanaal", "markt", "op de markt", "at the market" },
	{ "kanaal", "keukentafel", "aan de keukentafel", "kitchen table" },
	{ "kanaal", "brief", "brief", "letter" },
	{ "kanaal", "online", "online", "online" },
	{ "activiteitsoort", "voorlichting", "voorlichting", "information" },
	{ "activiteitsoort", "ontmoeting", "ontmoeting", "get-together" },
	{ "activiteitsoort", "training", "training", "training" },
	{ "activiteitsoort", "overleg", "overleg", "consultation" },
	{ "activiteitsoort", "bezoek", "bezoek", "visit" },
	{ "activiteitsoort", "maaltijd", "samen eten", "meal together" },
	{ "activiteitsoort", "sport", "sport en spel", "sport and play" },
	{ "activiteitsoort", "koppeling_bewoners", "bewoners bijeengebracht",
	    "residents brought together" },
	{ "activiteitsoort", "koppeling_instantie",
	    "bewoners en instantie bijeengebracht",
	    "residents and institution brought together" },
	{ "activiteitsoort", "ruilen", "ruilen en repareren", "swap, repair" },
	{ "kenmerk", "woningtype", "type woning", "type of dwelling" },
	{ "kenmerk", "eigendom", "koop of huur", "owned or rented" },
	{ "kenmerk", "leeftijd", "leeftijd", "age" },
	{ "kenmerk", "levensfase", "levensfase", "stage of life" },
	{ "kenmerk", "huishouden", "huishouden", "household" },
	{ "kenmerk", "opleiding", "opleiding", "education" },
	{ "kenmerk", "inkomen", "inkomen", "income" },
	{ "kenmerk", "werk", "werk", "work" },
	{ "taal", "nl", "Nederlands", "Dutch" },
	{ "taal", "en", "Engels", "English" },
	{ "taal", "ar", "Arabisch", "Arabic" },
	{ "taal", "ber", "Berbers", "Berber" },
	{ "taal", "tr", "Turks", "Turkish" },
	{ "taal", "ti", "Tigrinya", "Tigrinya" },
	{ "taal", "am", "Amhaars", "Amharic" },
	{ "taal", "so", "Somalisch", "Somali" },
	{ "taal", "fa", "Farsi", "Persian" },
	{ "taal", "prs", "Dari", "Dari" },
	{ "taal", "ps", "Pasjtoe", "Pashto" },
	{ "taal", "ku", "Koerdisch", "Kurdish" },
	{ "taal", "pl", "Pools", "Polish" },
	{ "taal", "uk", "Oekraïens", "Ukrainian" },
	{ "taal", "ru", "Russisch", "Russian" },
	{ "taal", "bg", "Bulgaars", "Bulgarian" },
	{ "taal", "ro", "Roemeens", "Romanian" },
	{ "taal", "es", "Spaans", "Spanish" },
	{ "taal", "pt", "Portugees", "Portuguese" },
	{ "taal", "fr", "Frans", "French" },
	{ "taal", "de", "Duits", "German" },
	{ "taal", "pap", "Papiaments", "Papiamento" },
	{ "taal", "srn", "Sranan", "Sranan" },
	{ "taal", "zh", "Chinees", "Chinese" },
	{ "taal", "hi", "Hindi", "Hindi" },
	{ "taal", "ur", "Urdu", "Urdu" },
	{ "taal", "id", "Indonesisch", "Indonesian" },
	{ "taal", "vi", "Vietnamees", "Vietnamese" },
	{ "taal", "ngt", "Nederlandse Gebarentaal", "Dutch Sign Language" },
};
const size_t sp_default_codes_n =
    sizeof(sp_default_codes) / sizeof(sp_default_codes[0]);

const struct sp_default_setting sp_default_settings[] = {
	{ "agenda_vanaf", "3",
	    "vanaf zoveel signalen is een onderwerp een thema"
	    " en wordt een brief genoemd" },
	{ "grondslag_verplicht", "nee",
	    "ja: wie geen grondslag heeft, wordt niet gevonden" },
	{ "gewicht_gebied", "2200",
	    "wat telt bij het zoeken: het gebied; gewichten gelden naar "
	    "verhouding" },
	{ "gewicht_domein", "2000", "gewicht van het domein" },
	{ "gewicht_taal", "1200", "gewicht van de taal" },
	{ "gewicht_rol", "1000", "gewicht van de rol" },
	{ "gewicht_doelgroep", "1000", "gewicht van de doelgroep" },
	{ "gewicht_geworteld", "600",
	    "gewicht van geworteld zijn: jaren en netwerken" },
	{ "gewicht_belasting", "1200", "gewicht van weinig gevraagd zijn" },
	{ "gewicht_rust", "400", "gewicht van lang niet gevraagd zijn" },
	{ "gewicht_gelukt", "400", "gewicht van eerdere vragen die lukten" },
	{ "gewicht_openheid", "800",
	    "bij organisaties en initiatieven: gewicht van openstaan" },
	{ "max_vragen_30d", "4",
	    "zoveel vragen in 30 dagen aan een persoon; een zware telt "
	    "dubbel" },
	{ "rustdagen", "2",
	    "zoveel dagen rust voor en na een dag waarop een persoon werkt" },
	{ "antwoord_na_dagen", "7",
	    "na zoveel dagen navragen wat een persoon van een vraag vindt" },
	{ "terugmelden_na_dagen", "14",
	    "na zoveel dagen een persoon laten horen wat van haar werk kwam" },
	{ "kennismaken_bronnen", "2500",
	    "sp-match next: gewicht van wie haar noemen, samen 10000" },
	{ "kennismaken_domein", "2000",
	    "gewicht van een domein waar niemand voor is" },
	{ "kennismaken_taal", "1000",
	    "gewicht van een taal die niemand spreekt" },
	{ "kennismaken_rol", "500", "gewicht van een rol die niemand heeft" },
	{ "kennismaken_signalen", "1500",
	    "gewicht van signalen waar niemand voor is" },
	{ "kennismaken_weg", "1000", "gewicht van via wie zij gevonden is" },
	{ "kennismaken_wachten", "1500", "gewicht van hoe lang zij wacht" },
	{ "aanwijzing_na_dagen", "14",
	    "na zoveel dagen vraagt een aanwijzing om een vervolg" },
	{ "caseload_per_uur", "1",
	    "zoveel lopende zaken per contractuur in de week is genoeg" },
	{ "nakijken_na_dagen", "180",
	    "na zoveel dagen de gegevens van een persoon samen nakijken" },
	{ "stil_na_dagen", "60",
	    "na zoveel dagen zonder signaal is een gebied stil" },
	{ "verloopt_binnen_dagen", "30",
	    "zoveel dagen vooruit kijkt sp-report vandaag" },
	{ "vrij_op_bevrijdingsdag", "nee",
	    "ja: 5 mei is in lustrumjaren geen werkdag" },
};
const size_t sp_default_settings_n =
    sizeof(sp_default_settings) / sizeof(sp_default_settings[0]);

/* In words that most people know (language level B1), the same in both
 * languages and in the same order: what was done with what they said, who has
 * it, by when, and that they may say it is not right. */
const struct sp_default_text sp_default_texts[] = {
	{ "ontvangen", "nl", "gemeld", 10,
	    "Dank u wel dat u ons dit vertelde. Wij hebben het op "
	    "{{gemeld_op}} opgeschreven. Het nummer is {{id}}. Wij "
	    "zoeken uit wie u kan helpen. U hoort van ons hoe het "
	    "verdergaat." },
	{ "doorgezet", "nl", "gemeld", 20,
	    "U vertelde ons iets over {{domein}}. Wij hebben dat "
	    "doorgegeven aan {{org}}. Zij kijken wat zij kunnen doen. "
	    "Het nummer is {{id}}. Hoort u niets? Zeg het ons, dan "
	    "vragen wij het na." },
	{ "niet voor ons", "nl", "gemeld", 30,
	    "U vertelde ons iets over {{domein}}. Daar gaan wij zelf "
	    "niet over. {{tekst}} Wij helpen u om bij de juiste mensen "
	    "te komen." },
	{ "in behandeling", "nl", "in_behandeling", 40,
	    "{{org}} is aan het werk met wat u vertelde. Het nummer is "
	    "{{id}}. Wij willen u uiterlijk op {{uiterlijk}} antwoord "
	    "geven. Lukt dat niet, dan hoort u dat van ons." },
	{ "stand van zaken", "nl", "in_behandeling", 50,
	    "U wacht nog op ons antwoord. Zo staat het nu. {{tekst}} U "
	    "hoort van ons als er nieuws is." },
	{ "duurt langer", "nl", "in_behandeling", 60,
	    "Ons antwoord duurt langer dan wij dachten. Dat spijt ons. "
	    "{{tekst}} Zodra wij meer weten, hoort u het." },
	{ "gepland", "nl", "ingepland", 70,
	    "Er is een dag gekozen. Op {{gepland_op}} gaat {{org}} aan "
	    "het werk. Verandert de dag? Dan hoort u dat van ons." },
	{ "vraag terug", "nl", "reactie_gevraagd", 80,
	    "Wij willen u goed helpen. Daarom willen wij nog iets van u "
	    "weten. {{tekst}} Wilt u ons dat vertellen?" },
	{ "reactie ontvangen", "nl", "reactie_ontvangen", 90,
	    "Dank u wel voor uw reactie. Wij gaan nu verder. U hoort "
	    "van ons wat eruit komt." },
	{ "antwoord", "nl", "afgehandeld", 100,
	    "U vertelde ons iets op {{gemeld_op}}. Dit is ons antwoord. "
	    "{{tekst}} Klopt het niet, of hebt u nog een vraag? Zeg het "
	    "ons." },
	{ "kan niet", "nl", "afgehandeld", 110,
	    "U vertelde ons iets op {{gemeld_op}}. Wij hebben ernaar "
	    "gekeken. Het kan niet, en wij leggen uit waarom. {{tekst}} "
	    "Bent u het er niet mee eens? Zeg het ons." },
	{ "nog niet goed", "nl", "verzoek_heropenen", 120,
	    "U zei dat het nog niet goed is. Dank u wel dat u dat liet "
	    "weten. Wij kijken er nog een keer naar. U hoort van ons "
	    "wat wij gaan doen." },
	{ "weer open", "nl", "heropend", 130,
	    "Het was nog niet goed. Daarom gaan wij er weer mee aan het "
	    "werk. Het nummer blijft {{id}}. U krijgt een nieuw "
	    "antwoord." },
	{ "al bekend", "nl", "geannuleerd", 140,
	    "Meer mensen vertelden ons hetzelfde. Wij pakken het in een "
	    "keer op. U krijgt hetzelfde antwoord als zij." },
	{ "gestopt", "nl", "geannuleerd", 150,
	    "Wij gaan hier niet mee verder. {{tekst}} Vindt u dat niet "
	    "goed? Zeg het ons." },
	{ "received", "en", "gemeld", 10,
	    "Thank you for telling us this. We wrote it down on "
	    "{{reported_on}}. The number is {{id}}. We are finding out "
	    "who can help you. You will hear from us what happens next." },
	{ "passed on", "en", "gemeld", 20,
	    "You told us something about {{domain}}. We passed it on to "
	    "{{organisation}}. They will see what they can do. The "
	    "number is {{id}}. If you hear nothing, tell us, and we "
	    "will ask them." },
	{ "not for us", "en", "gemeld", 30,
	    "You told us something about {{domain}}. That is not ours "
	    "to decide. {{text}} We will help you reach the right "
	    "people." },
	{ "being worked on", "en", "in_behandeling", 40,
	    "{{organisation}} is working on what you told us. The "
	    "number is {{id}}. We want to give you an answer by "
	    "{{due}}. If we can not, you will hear that from us." },
	{ "how it stands", "en", "in_behandeling", 50,
	    "You are still waiting for our answer. This is how it "
	    "stands now. {{text}} You will hear from us when there is "
	    "news." },
	{ "takes longer", "en", "in_behandeling", 60,
	    "Our answer takes longer than we thought. We are sorry. "
	    "{{text}} As soon as we know more, you will hear it." },
	{ "planned", "en", "ingepland", 70,
	    "A day has been chosen. On {{planned_on}} {{organisation}} "
	    "will do the work. If the day changes, you will hear that "
	    "from us." },
	{ "question back", "en", "reactie_gevraagd", 80,
	    "We want to help you well. That is why we want to ask you "
	    "something. {{text}} Will you tell us?" },
	{ "reaction received", "en", "reactie_ontvangen", 90,
	    "Thank you for your reaction. We will now go on. You will "
	    "hear from us what comes of it." },
	{ "answer", "en", "afgehandeld", 100,
	    "You told us something on {{reported_on}}. This is our "
	    "answer. {{text}} If it is not right, or you have another "
	    "question, tell us." },
	{ "not possible", "en", "afgehandeld", 110,
	    "You told us something on {{reported_on}}. We have looked "
	    "at it. It is not possible, and we explain why. {{text}} If "
	    "you do not agree, tell us." },
	{ "not right yet", "en", "verzoek_heropenen", 120,
	    "You said that it is not right yet. Thank you for letting "
	    "us know. We will look at it again. You will hear from us "
	    "what we will do." },
	{ "open again", "en", "heropend", 130,
	    "It was not right yet. That is why we are working on it "
	    "again. The number is still {{id}}. You will get a new "
	    "answer." },
	{ "known already", "en", "geannuleerd", 140,
	    "More people told us the same. We will deal with it in one "
	    "go. You will get the same answer as they do." },
	{ "stopped", "en", "geannuleerd", 150,
	    "We will not go on with this. {{text}} If you do not agree, "
	    "tell us." },
};
const size_t sp_default_texts_n =
    sizeof(sp_default_texts) / sizeof(sp_default_texts[0]);
