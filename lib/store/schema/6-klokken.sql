-- 6-klokken: signals by the days on which their clocks end

-- stores made meanwhile have some of these
DROP INDEX signaal_org;
CREATE INDEX signaal_org ON signaal (org) WHERE org IS NOT NULL;
DROP INDEX IF EXISTS signaal_lus_voor;
CREATE INDEX signaal_lus_voor ON signaal (lus_voor)
	WHERE lus = 'teruggekoppeld';
DROP INDEX IF EXISTS signaal_nakijken_op;
CREATE INDEX signaal_nakijken_op ON signaal (nakijken_op)
	WHERE nakijken_op IS NOT NULL;
