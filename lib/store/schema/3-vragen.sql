-- 3-vragen: asks, what was given in return, leads, profiles, contracts, hours

CREATE TABLE vraag (
	id INTEGER PRIMARY KEY,
	persoon INTEGER NOT NULL REFERENCES persoon,
	org INTEGER REFERENCES organisatie,
	datum TEXT NOT NULL,
	status TEXT NOT NULL,
	taak TEXT,
	namens TEXT,
	fase TEXT,
	domein TEXT,
	gebied INTEGER REFERENCES gebied,
	signaal INTEGER REFERENCES signaal,
	project INTEGER REFERENCES project,
	doel TEXT,
	toegang INTEGER,
	belang_beide TEXT,
	uren_begroot INTEGER,
	tarief INTEGER,
	zwaar INTEGER,
	wanneer TEXT,
	status_op TEXT,
	reden TEXT,
	gelukt INTEGER,
	terug_gemeld_op TEXT,
	doorbroken TEXT,
	bron_id TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX vraag_uuid ON vraag (uuid);
CREATE UNIQUE INDEX vraag_sleutel ON vraag (bron_id) WHERE bron_id IS NOT NULL;
CREATE INDEX vraag_persoon ON vraag (persoon, datum, status, zwaar,
	uren_begroot, wanneer, gelukt);
CREATE INDEX vraag_datum ON vraag (datum, persoon, status, zwaar,
	uren_begroot, wanneer, gelukt);
CREATE INDEX vraag_wanneer ON vraag (wanneer, datum, persoon, status, zwaar,
	uren_begroot, gelukt) WHERE wanneer IS NOT NULL;
CREATE INDEX vraag_gevraagd ON vraag (status_op) WHERE status = 'gevraagd';
CREATE INDEX vraag_toegezegd ON vraag (wanneer) WHERE status = 'toegezegd';
CREATE INDEX vraag_gedaan ON vraag (status_op)
	WHERE status IN ('gedaan', 'niet_doorgegaan') AND terug_gemeld_op IS NULL;
CREATE INDEX vraag_org ON vraag (org, datum);
CREATE INDEX vraag_signaal ON vraag (signaal) WHERE signaal IS NOT NULL;
CREATE INDEX vraag_project ON vraag (project) WHERE project IS NOT NULL;

CREATE TABLE wederdienst (
	id INTEGER PRIMARY KEY,
	aan INTEGER NOT NULL REFERENCES persoon,
	van_org INTEGER REFERENCES organisatie,
	soort TEXT NOT NULL,
	bedrag INTEGER,
	waarde TEXT,
	datum TEXT NOT NULL,
	vraag INTEGER REFERENCES vraag,
	initiatief INTEGER REFERENCES initiatief,
	besluit TEXT,
	motivering TEXT,
	teruggemeld_op TEXT,
	bron_id TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX wederdienst_uuid ON wederdienst (uuid);
CREATE UNIQUE INDEX wederdienst_sleutel ON wederdienst (bron_id)
	WHERE bron_id IS NOT NULL;
CREATE INDEX wederdienst_aan ON wederdienst (aan, datum);
CREATE INDEX wederdienst_van_org ON wederdienst (van_org, datum);
CREATE INDEX wederdienst_vraag ON wederdienst (vraag) WHERE vraag IS NOT NULL;

CREATE TABLE aanwijzing (
	id INTEGER PRIMARY KEY,
	wie TEXT NOT NULL,
	door INTEGER REFERENCES persoon,
	bron TEXT,
	gebied INTEGER REFERENCES gebied,
	domein TEXT,
	talen TEXT,
	kanaal TEXT,
	signaal INTEGER REFERENCES signaal,
	op TEXT NOT NULL,
	status TEXT NOT NULL,
	status_op TEXT,
	persoon INTEGER REFERENCES persoon,
	reden TEXT,
	bron_id TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX aanwijzing_uuid ON aanwijzing (uuid);
CREATE UNIQUE INDEX aanwijzing_sleutel ON aanwijzing (bron_id)
	WHERE bron_id IS NOT NULL;
CREATE INDEX aanwijzing_door ON aanwijzing (door) WHERE door IS NOT NULL;
CREATE INDEX aanwijzing_persoon ON aanwijzing (persoon)
	WHERE persoon IS NOT NULL;
CREATE INDEX aanwijzing_signaal ON aanwijzing (signaal)
	WHERE signaal IS NOT NULL;
CREATE INDEX aanwijzing_status ON aanwijzing (status, status_op);

CREATE TABLE functieprofiel (
	id INTEGER PRIMARY KEY,
	naam TEXT NOT NULL,
	taken TEXT NOT NULL,
	omschrijving TEXT,
	bron TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX functieprofiel_uuid ON functieprofiel (uuid);
CREATE UNIQUE INDEX functieprofiel_sleutel ON functieprofiel (naam);

CREATE TABLE contract (
	id INTEGER PRIMARY KEY,
	persoon INTEGER NOT NULL REFERENCES persoon,
	vorm TEXT NOT NULL,
	werkgever INTEGER REFERENCES organisatie,
	functieprofiel INTEGER REFERENCES functieprofiel,
	uren_week INTEGER,
	van TEXT NOT NULL,
	tot TEXT,
	collega TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX contract_uuid ON contract (uuid);
CREATE UNIQUE INDEX contract_sleutel ON contract (persoon, vorm, van);
CREATE INDEX contract_werkgever ON contract (werkgever);

CREATE TABLE uren (
	id INTEGER PRIMARY KEY,
	persoon INTEGER NOT NULL REFERENCES persoon,
	datum TEXT NOT NULL,
	uren INTEGER NOT NULL,
	soort TEXT NOT NULL,
	taak TEXT,
	vraag INTEGER REFERENCES vraag,
	org INTEGER REFERENCES organisatie,
	project INTEGER REFERENCES project,
	betaald INTEGER,
	bron_id TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX uren_uuid ON uren (uuid);
CREATE UNIQUE INDEX uren_sleutel ON uren (bron_id) WHERE bron_id IS NOT NULL;
CREATE INDEX uren_persoon ON uren (persoon, datum, uren, soort, vraag,
	betaald);
CREATE INDEX uren_datum ON uren (datum, persoon, uren, soort, vraag);
CREATE INDEX uren_org ON uren (org, datum) WHERE org IS NOT NULL;
CREATE INDEX uren_project ON uren (project, datum) WHERE project IS NOT NULL;
CREATE INDEX uren_vraag ON uren (vraag) WHERE vraag IS NOT NULL;

CREATE TABLE gesprek (
	id INTEGER PRIMARY KEY,
	persoon INTEGER NOT NULL REFERENCES persoon,
	datum TEXT NOT NULL,
	soort TEXT NOT NULL,
	werkplezier INTEGER,
	notitie TEXT,
	volgende_op TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX gesprek_uuid ON gesprek (uuid);
CREATE UNIQUE INDEX gesprek_sleutel ON gesprek (persoon, datum, soort);
CREATE INDEX gesprek_volgende_op ON gesprek (volgende_op)
	WHERE volgende_op IS NOT NULL;

ALTER TABLE persoon ADD COLUMN sinds_jaar INTEGER;
ALTER TABLE netwerk ADD COLUMN doelgroep TEXT;
ALTER TABLE organisatie ADD COLUMN doelgroep TEXT;
ALTER TABLE organisatie ADD COLUMN open INTEGER;
ALTER TABLE initiatief ADD COLUMN doelgroep TEXT;
ALTER TABLE initiatief ADD COLUMN open INTEGER;
ALTER TABLE initiatief ADD COLUMN lat REAL;
ALTER TABLE initiatief ADD COLUMN lon REAL;
ALTER TABLE dienst ADD COLUMN doelgroep TEXT;
ALTER TABLE activiteit ADD COLUMN doelgroep TEXT;
CREATE INDEX activiteit_gebied ON activiteit (gebied, datum);
CREATE INDEX activiteit_project ON activiteit (project)
	WHERE project IS NOT NULL;
