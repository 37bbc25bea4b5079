-- 8-gebiedsprofielen: what kinds of people live in an area, in numbers

CREATE TABLE gebiedsprofiel (
	id INTEGER PRIMARY KEY,
	gebied INTEGER NOT NULL REFERENCES gebied,
	jaar INTEGER NOT NULL,
	kenmerk TEXT NOT NULL,
	waarde TEXT NOT NULL,
	aantal INTEGER,
	aandeel REAL,
	bron TEXT,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX gebiedsprofiel_uuid ON gebiedsprofiel (uuid);
CREATE UNIQUE INDEX gebiedsprofiel_sleutel ON gebiedsprofiel (gebied, jaar,
	kenmerk, waarde);
