-- 2-lus: routing, the three tracks of a signal, clocks, promises, messages

CREATE TABLE termijn (
	id INTEGER PRIMARY KEY,
	soort TEXT NOT NULL,
	domein TEXT,
	dagen INTEGER NOT NULL,
	werkdagen INTEGER NOT NULL,
	geldig_vanaf TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX termijn_uuid ON termijn (uuid);
CREATE UNIQUE INDEX termijn_sleutel ON termijn (soort, coalesce(domein, ''),
	coalesce(geldig_vanaf, ''));

CREATE TABLE regel (
	id INTEGER PRIMARY KEY,
	volgorde INTEGER NOT NULL,
	soort TEXT,
	domein TEXT,
	gebied INTEGER REFERENCES gebied,
	kanaal TEXT,
	van TEXT,
	tot TEXT,
	org INTEGER NOT NULL REFERENCES organisatie,
	contactpunt INTEGER REFERENCES contactpunt,
	dienst INTEGER REFERENCES dienst,
	wijze TEXT,
	actief INTEGER,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX regel_uuid ON regel (uuid);
CREATE UNIQUE INDEX regel_sleutel ON regel (volgorde);

CREATE TABLE standaardtekst (
	id INTEGER PRIMARY KEY,
	titel TEXT NOT NULL,
	taal TEXT NOT NULL,
	status TEXT,
	domein TEXT,
	tekst TEXT NOT NULL,
	volgorde INTEGER,
	actief INTEGER,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX standaardtekst_uuid ON standaardtekst (uuid);
CREATE UNIQUE INDEX standaardtekst_sleutel ON standaardtekst (titel, taal);

CREATE TABLE tip (
	id INTEGER PRIMARY KEY,
	org INTEGER NOT NULL REFERENCES organisatie,
	dienst INTEGER REFERENCES dienst,
	soort TEXT NOT NULL,
	tekst TEXT NOT NULL,
	bron TEXT,
	op TEXT NOT NULL,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX tip_uuid ON tip (uuid);
CREATE INDEX tip_org ON tip (org);

CREATE TABLE doorverwijzing (
	id INTEGER PRIMARY KEY,
	signaal INTEGER NOT NULL REFERENCES signaal,
	org INTEGER NOT NULL REFERENCES organisatie,
	contactpunt INTEGER REFERENCES contactpunt,
	dienst INTEGER REFERENCES dienst,
	wijze TEXT,
	status TEXT NOT NULL,
	regel INTEGER REFERENCES regel,
	door TEXT,
	volgt_op INTEGER REFERENCES doorverwijzing,
	verzonden_op TEXT,
	gehoord_op TEXT,
	opgepikt_op TEXT,
	klaar_op TEXT,
	uiterlijk TEXT,
	reden TEXT,
	advies_org INTEGER REFERENCES organisatie,
	resultaat TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX doorverwijzing_uuid ON doorverwijzing (uuid);
CREATE INDEX doorverwijzing_signaal ON doorverwijzing (signaal);
CREATE INDEX doorverwijzing_org ON doorverwijzing (org, status);
CREATE INDEX doorverwijzing_uiterlijk ON doorverwijzing (uiterlijk)
	WHERE uiterlijk IS NOT NULL;

CREATE TABLE actie (
	id INTEGER PRIMARY KEY,
	signaal INTEGER NOT NULL REFERENCES signaal,
	org INTEGER REFERENCES organisatie,
	wat TEXT NOT NULL,
	status TEXT NOT NULL,
	begonnen_op TEXT NOT NULL,
	uiterlijk TEXT,
	klaar_op TEXT,
	resultaat TEXT,
	door TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX actie_uuid ON actie (uuid);
CREATE INDEX actie_signaal ON actie (signaal);
CREATE INDEX actie_uiterlijk ON actie (uiterlijk) WHERE status = 'open';

CREATE TABLE lus (
	id INTEGER PRIMARY KEY,
	signaal INTEGER NOT NULL REFERENCES signaal,
	ronde INTEGER NOT NULL,
	status TEXT NOT NULL,
	teruggelegd_op TEXT,
	teruggekoppeld_op TEXT,
	wijze TEXT,
	door INTEGER REFERENCES persoon,
	bevestigd_op TEXT,
	oordeel TEXT,
	gezien_gehoord INTEGER,
	toelichting TEXT,
	pogingen INTEGER NOT NULL,
	laatste_poging_op TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX lus_uuid ON lus (uuid);
CREATE UNIQUE INDEX lus_sleutel ON lus (signaal, ronde);
CREATE INDEX lus_teruggekoppeld_op ON lus (teruggekoppeld_op);

CREATE TABLE belofte (
	id INTEGER PRIMARY KEY,
	signaal INTEGER NOT NULL REFERENCES signaal,
	door INTEGER REFERENCES persoon,
	door_org INTEGER REFERENCES organisatie,
	aan TEXT,
	wat TEXT NOT NULL,
	gedaan_op TEXT NOT NULL,
	voor TEXT NOT NULL,
	zekerheid TEXT NOT NULL,
	status TEXT NOT NULL,
	klaar_op TEXT,
	overgedragen_aan INTEGER REFERENCES persoon,
	reden TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX belofte_uuid ON belofte (uuid);
CREATE INDEX belofte_signaal ON belofte (signaal);
CREATE INDEX belofte_voor ON belofte (voor) WHERE status = 'open';

CREATE TABLE boodschap (
	id INTEGER PRIMARY KEY,
	signaal INTEGER REFERENCES signaal,
	soort TEXT NOT NULL,
	op TEXT NOT NULL,
	afzender INTEGER REFERENCES organisatie,
	aan_persoon INTEGER REFERENCES persoon,
	aan_netwerk INTEGER REFERENCES netwerk,
	gebied INTEGER REFERENCES gebied,
	domein TEXT,
	activiteit INTEGER REFERENCES activiteit,
	taal TEXT,
	tekst TEXT,
	bereik INTEGER,
	vragen TEXT,
	vragen_n INTEGER,
	wie TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX boodschap_uuid ON boodschap (uuid);
CREATE INDEX boodschap_signaal ON boodschap (signaal);
CREATE INDEX boodschap_op ON boodschap (op);

CREATE TABLE inzicht (
	id INTEGER PRIMARY KEY,
	signaal INTEGER REFERENCES signaal,
	project INTEGER REFERENCES project,
	op TEXT NOT NULL,
	auteur TEXT,
	tekst TEXT NOT NULL,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX inzicht_uuid ON inzicht (uuid);
CREATE INDEX inzicht_signaal ON inzicht (signaal);
CREATE INDEX inzicht_project ON inzicht (project);

CREATE TABLE traject (
	id INTEGER PRIMARY KEY,
	alias TEXT NOT NULL,
	persoon INTEGER NOT NULL REFERENCES persoon,
	gebied INTEGER REFERENCES gebied,
	begonnen_op TEXT NOT NULL,
	trede TEXT NOT NULL,
	trede_op TEXT NOT NULL,
	niet_voor TEXT,
	gestopt_op TEXT,
	notitie TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX traject_uuid ON traject (uuid);
CREATE UNIQUE INDEX traject_sleutel ON traject (alias, persoon);
CREATE INDEX traject_persoon ON traject (persoon);

ALTER TABLE organisatie ADD COLUMN gestopt_op TEXT;
ALTER TABLE log ADD COLUMN op TEXT;

ALTER TABLE signaal ADD COLUMN boodschap INTEGER REFERENCES boodschap;
ALTER TABLE signaal ADD COLUMN bespaard TEXT;
ALTER TABLE signaal ADD COLUMN org INTEGER REFERENCES organisatie;
ALTER TABLE signaal ADD COLUMN uitkomst TEXT;
ALTER TABLE signaal ADD COLUMN antwoord TEXT;
ALTER TABLE signaal ADD COLUMN antwoord_op TEXT;
ALTER TABLE signaal ADD COLUMN gepland_op TEXT;
ALTER TABLE signaal ADD COLUMN annulering TEXT;
ALTER TABLE signaal ADD COLUMN heropend_n INTEGER;
ALTER TABLE signaal ADD COLUMN dubbel_van INTEGER REFERENCES signaal;
ALTER TABLE signaal ADD COLUMN ouder INTEGER REFERENCES signaal;
ALTER TABLE signaal ADD COLUMN lus TEXT;
ALTER TABLE signaal ADD COLUMN lus_ronde INTEGER;
ALTER TABLE signaal ADD COLUMN uiterlijk TEXT;
ALTER TABLE signaal ADD COLUMN status_op TEXT;
ALTER TABLE signaal ADD COLUMN lus_op TEXT;
ALTER TABLE signaal ADD COLUMN bevestigen_voor TEXT;
ALTER TABLE signaal ADD COLUMN routeren_voor TEXT;
ALTER TABLE signaal ADD COLUMN bericht_voor TEXT;
ALTER TABLE signaal ADD COLUMN reactie_voor TEXT;
ALTER TABLE signaal ADD COLUMN lus_voor TEXT;
ALTER TABLE signaal ADD COLUMN nakijken_op TEXT;
ALTER TABLE signaal ADD COLUMN eerstvolgend TEXT;

-- Signals from before this step are where they were, with the way back open.
UPDATE signaal SET heropend_n = 0, lus_ronde = 1, status_op = gemeld_op,
	lus = CASE soort WHEN 'waarneming' THEN 'niet_nodig' ELSE 'open' END,
	lus_op = gemeld_op;

DROP INDEX signaal_gemeld_op;
CREATE INDEX signaal_gemeld_op ON signaal (gemeld_op, soort, domein, gebied,
	kanaal, aantal, dubbel_van);
CREATE INDEX signaal_org ON signaal (org, status);
CREATE INDEX signaal_eerstvolgend ON signaal (eerstvolgend)
	WHERE eerstvolgend IS NOT NULL;
CREATE INDEX signaal_lus ON signaal (via_persoon) WHERE lus = 'teruggelegd';
CREATE INDEX signaal_ouder ON signaal (ouder) WHERE ouder IS NOT NULL;
CREATE INDEX signaal_dubbel_van ON signaal (dubbel_van)
	WHERE dubbel_van IS NOT NULL;
