-- 4-treden: where long contacts stood before

CREATE TABLE trede (
	id INTEGER PRIMARY KEY,
	traject INTEGER NOT NULL REFERENCES traject,
	trede TEXT NOT NULL,
	trede_op TEXT NOT NULL,
	uuid TEXT NOT NULL,
	kantoor TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX trede_uuid ON trede (uuid);
CREATE INDEX trede_traject ON trede (traject, trede_op);

CREATE INDEX traject_niet_voor ON traject (niet_voor)
	WHERE niet_voor IS NOT NULL;
