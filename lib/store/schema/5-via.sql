-- 5-via: most signals came through nobody, and nobody asks which

DROP INDEX signaal_via_persoon;
CREATE INDEX signaal_via_persoon ON signaal (via_persoon)
	WHERE via_persoon IS NOT NULL;
