-- 1-kern: areas, people, organisations, networks, signals, codes and the log

CREATE TABLE gebied (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL,
	jaar INTEGER,
	naam TEXT NOT NULL,
	soort TEXT,
	ouder INTEGER REFERENCES gebied,
	lat REAL,
	lon REAL,
	inwoners INTEGER,
	profiel TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX gebied_uuid ON gebied (uuid);
CREATE UNIQUE INDEX gebied_sleutel ON gebied (code, coalesce(jaar, 0));
CREATE INDEX gebied_ouder ON gebied (ouder);

CREATE TABLE buren (
	id INTEGER PRIMARY KEY,
	gebied INTEGER NOT NULL REFERENCES gebied,
	buur INTEGER NOT NULL REFERENCES gebied,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX buren_uuid ON buren (uuid);
CREATE UNIQUE INDEX buren_sleutel ON buren (gebied, buur);
CREATE INDEX buren_buur ON buren (buur);

CREATE TABLE persoon (
	id INTEGER PRIMARY KEY,
	alias TEXT,
	naam TEXT NOT NULL,
	positie TEXT,
	titel TEXT,
	beroep TEXT,
	rol TEXT,
	talen TEXT,
	gebied TEXT,
	max_km INTEGER,
	domein TEXT,
	geleerd TEXT,
	doelgroep TEXT,
	talent TEXT,
	leeftijdsgroep TEXT,
	capaciteit_uren_week INTEGER,
	stand TEXT,
	niet_voor TEXT,
	dagen TEXT,
	formele_zetel INTEGER,
	organisatie INTEGER REFERENCES organisatie,
	ambassadeur_van INTEGER REFERENCES project,
	ambassadeur_sinds TEXT,
	ambassadeur_na TEXT,
	grenzen TEXT,
	motivatie TEXT,
	gevonden_via TEXT,
	gevonden_op TEXT,
	status TEXT NOT NULL,
	bijgewerkt_op TEXT,
	nagekeken_op TEXT,
	opmerking TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX persoon_uuid ON persoon (uuid);
CREATE UNIQUE INDEX persoon_sleutel ON persoon (alias) WHERE alias IS NOT NULL;
CREATE INDEX persoon_naam ON persoon (naam);
CREATE INDEX persoon_status ON persoon (status);

CREATE TABLE contactweg (
	id INTEGER PRIMARY KEY,
	persoon INTEGER NOT NULL REFERENCES persoon,
	soort TEXT NOT NULL,
	waarde TEXT NOT NULL,
	voorkeur INTEGER,
	mag_berichten INTEGER,
	tijden TEXT,
	mislukt_op TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX contactweg_uuid ON contactweg (uuid);
CREATE UNIQUE INDEX contactweg_sleutel ON contactweg (persoon, soort, waarde);

CREATE TABLE toestemming (
	id INTEGER PRIMARY KEY,
	persoon INTEGER NOT NULL REFERENCES persoon,
	doel TEXT NOT NULL,
	grondslag TEXT,
	versie TEXT,
	gegeven_op TEXT NOT NULL,
	wijze TEXT,
	geldig_tot TEXT,
	ingetrokken_op TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX toestemming_uuid ON toestemming (uuid);
CREATE UNIQUE INDEX toestemming_sleutel ON toestemming (persoon, doel, gegeven_op);

CREATE TABLE organisatie (
	id INTEGER PRIMARY KEY,
	naam TEXT NOT NULL,
	andere_naam TEXT,
	soort TEXT,
	ouder INTEGER REFERENCES organisatie,
	intern INTEGER,
	gebied TEXT,
	domein TEXT,
	website TEXT,
	opmerking TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX organisatie_uuid ON organisatie (uuid);
CREATE UNIQUE INDEX organisatie_sleutel ON organisatie (naam);
CREATE INDEX organisatie_ouder ON organisatie (ouder);

CREATE TABLE dienst (
	id INTEGER PRIMARY KEY,
	naam TEXT NOT NULL,
	organisatie INTEGER NOT NULL REFERENCES organisatie,
	omschrijving TEXT,
	status TEXT,
	domein TEXT,
	gebied TEXT,
	aanmelden TEXT,
	voor_wie TEXT,
	leeftijd_min INTEGER,
	leeftijd_max INTEGER,
	kosten TEXT,
	talen TEXT,
	tijden TEXT,
	documenten TEXT,
	melding TEXT,
	nagekeken_op TEXT,
	nagekeken_door TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX dienst_uuid ON dienst (uuid);
CREATE UNIQUE INDEX dienst_sleutel ON dienst (naam, organisatie);
CREATE INDEX dienst_organisatie ON dienst (organisatie);

CREATE TABLE contactpunt (
	id INTEGER PRIMARY KEY,
	organisatie INTEGER NOT NULL REFERENCES organisatie,
	functie TEXT NOT NULL,
	afdeling TEXT,
	domein TEXT,
	gebied TEXT,
	mail TEXT,
	telefoon TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX contactpunt_uuid ON contactpunt (uuid);
CREATE UNIQUE INDEX contactpunt_sleutel ON contactpunt (organisatie, functie);

CREATE TABLE netwerk (
	id INTEGER PRIMARY KEY,
	naam TEXT NOT NULL,
	soort TEXT,
	leden INTEGER,
	gebied TEXT,
	talen TEXT,
	organisatie INTEGER REFERENCES organisatie,
	opmerking TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX netwerk_uuid ON netwerk (uuid);
CREATE UNIQUE INDEX netwerk_sleutel ON netwerk (naam);

CREATE TABLE project (
	id INTEGER PRIMARY KEY,
	naam TEXT NOT NULL,
	organisatie INTEGER REFERENCES organisatie,
	domein TEXT,
	gebied TEXT,
	fase TEXT,
	van TEXT,
	tot TEXT,
	doel TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX project_uuid ON project (uuid);
CREATE UNIQUE INDEX project_sleutel ON project (naam);

CREATE TABLE initiatief (
	id INTEGER PRIMARY KEY,
	naam TEXT NOT NULL,
	omschrijving TEXT,
	soort TEXT,
	domein TEXT,
	gebied TEXT,
	plek INTEGER REFERENCES organisatie,
	trekker INTEGER REFERENCES persoon,
	fase TEXT,
	sinds TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX initiatief_uuid ON initiatief (uuid);
CREATE UNIQUE INDEX initiatief_sleutel ON initiatief (naam);

CREATE TABLE activiteit (
	id INTEGER PRIMARY KEY,
	naam TEXT NOT NULL,
	datum TEXT NOT NULL,
	soort TEXT,
	gebied INTEGER REFERENCES gebied,
	plek INTEGER REFERENCES organisatie,
	organisator INTEGER REFERENCES persoon,
	organisatie INTEGER REFERENCES organisatie,
	project INTEGER REFERENCES project,
	domein TEXT,
	kant TEXT,
	deelnemers INTEGER,
	doel TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX activiteit_uuid ON activiteit (uuid);
CREATE UNIQUE INDEX activiteit_sleutel ON activiteit (naam, datum);
CREATE INDEX activiteit_datum ON activiteit (datum);

CREATE TABLE band (
	id INTEGER PRIMARY KEY,
	van TEXT NOT NULL,
	naar TEXT NOT NULL,
	soort TEXT,
	sterkte INTEGER,
	vertrouwen INTEGER,
	sinds TEXT,
	tot TEXT,
	bron TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX band_uuid ON band (uuid);
CREATE UNIQUE INDEX band_sleutel ON band (van, naar, coalesce(soort, ''));
CREATE INDEX band_naar ON band (naar);

CREATE TABLE signaal (
	id INTEGER PRIMARY KEY,
	bron_id TEXT,
	gemeld_op TEXT NOT NULL,
	gebeurd_op TEXT,
	soort TEXT NOT NULL,
	domein TEXT,
	gebied INTEGER REFERENCES gebied,
	kanaal TEXT,
	via_persoon INTEGER REFERENCES persoon,
	via_netwerk INTEGER REFERENCES netwerk,
	aantal INTEGER NOT NULL,
	leeftijdsgroep TEXT,
	taal TEXT,
	bewoner_ref TEXT,
	aanleiding TEXT,
	kenmerk TEXT,
	project INTEGER REFERENCES project,
	tekst TEXT,
	gevoelig TEXT,
	urgentie TEXT,
	vroeg TEXT,
	mag_delen INTEGER,
	behandelaar TEXT,
	status TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX signaal_uuid ON signaal (uuid);
CREATE UNIQUE INDEX signaal_sleutel ON signaal (bron_id) WHERE bron_id IS NOT NULL;
CREATE INDEX signaal_gemeld_op ON signaal (gemeld_op, soort, domein, gebied, kanaal, aantal);
CREATE INDEX signaal_gebied ON signaal (gebied, status);
CREATE INDEX signaal_via_persoon ON signaal (via_persoon);

CREATE TABLE code (
	id INTEGER PRIMARY KEY,
	lijst TEXT NOT NULL,
	code TEXT NOT NULL,
	nl TEXT,
	en TEXT,
	ouder TEXT,
	actief INTEGER,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX code_uuid ON code (uuid);
CREATE UNIQUE INDEX code_sleutel ON code (lijst, code);

CREATE TABLE instelling (
	id INTEGER PRIMARY KEY,
	naam TEXT NOT NULL,
	waarde TEXT NOT NULL,
	uitleg TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX instelling_uuid ON instelling (uuid);
CREATE UNIQUE INDEX instelling_sleutel ON instelling (naam);

CREATE TABLE log (
	id INTEGER PRIMARY KEY,
	wanneer TEXT NOT NULL,
	wie TEXT,
	werktuig TEXT,
	handeling TEXT NOT NULL,
	soort TEXT,
	record INTEGER,
	veld TEXT,
	oud TEXT,
	nieuw TEXT,
	aantal INTEGER,
	reden TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX log_uuid ON log (uuid);
CREATE INDEX log_soort ON log (soort, record);

-- What was done stays told.
CREATE TRIGGER log_vast BEFORE UPDATE ON log BEGIN
	SELECT RAISE(ABORT, 'the log is only added to');
END;
CREATE TRIGGER log_blijft BEFORE DELETE ON log BEGIN
	SELECT RAISE(ABORT, 'the log is only added to');
END;
