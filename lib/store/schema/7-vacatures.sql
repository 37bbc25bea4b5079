-- 7-vacatures: work that is offered

CREATE TABLE vacature (
	id INTEGER PRIMARY KEY,
	naam TEXT NOT NULL,
	org INTEGER NOT NULL REFERENCES organisatie,
	status TEXT NOT NULL,
	sluit_op TEXT,
	vorm TEXT,
	uren_week INTEGER,
	gebied TEXT,
	domein TEXT,
	geleerd INTEGER,
	talen TEXT,
	wens_taal TEXT,
	rol TEXT,
	doelgroep TEXT,
	functieprofiel INTEGER REFERENCES functieprofiel,
	project INTEGER REFERENCES project,
	plaatsen INTEGER,
	vergoeding TEXT,
	omschrijving TEXT,
	van TEXT,
	begint_op TEXT,
	contactpunt INTEGER REFERENCES contactpunt,
	bron TEXT,
	link TEXT,
	vervuld_door TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX vacature_uuid ON vacature (uuid);
CREATE UNIQUE INDEX vacature_sleutel ON vacature (naam, org, coalesce(van, ''));
CREATE INDEX vacature_org ON vacature (org);
CREATE INDEX vacature_status ON vacature (status, sluit_op);
