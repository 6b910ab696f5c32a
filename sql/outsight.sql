/*
 * outsight: how far contacts are from a person's own team, unit, company and level.
 */

CREATE FUNCTION mentorgraph.outsight(network mentorgraph.network, team mentorgraph.affiliation DEFAULT NULL, unit mentorgraph.affiliation DEFAULT NULL, company mentorgraph.affiliation DEFAULT NULL, level mentorgraph.affiliation DEFAULT NULL, former_units mentorgraph.affiliation[] DEFAULT NULL, target_unit mentorgraph.affiliation DEFAULT NULL, neighbours text DEFAULT 'supporters', levels_above integer DEFAULT 2)
	RETURNS TABLE (person bigint, alters bigint, known_team bigint, outside_team double precision, known_unit bigint, outside_unit double precision, known_company bigint, outside_company double precision, known_level bigint, above bigint, known_above bigint, above_elsewhere bigint, former_share double precision, target_share double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_outsight'
	/* not strict: each affiliation may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.outsight(network mentorgraph.network, team mentorgraph.affiliation, unit mentorgraph.affiliation, company mentorgraph.affiliation, level mentorgraph.affiliation, former_units mentorgraph.affiliation[], target_unit mentorgraph.affiliation, neighbours text, levels_above integer) IS
	'how far everyone''s contacts reach, by person (Ibarra 2015 calls it outsight); neighbours: supporters (the default), supported, both, mutual; alters: contacts.
known_team, known_unit, known_company, known_level: contacts whose group or level is known, over whom the rest is; who is in no group is no outsider but unknown, so give people outside the company a company (and unit) of their own, or they do not count.
outside_team, outside_unit, outside_company: share in another group than the person''s own; the share outside any other affiliation, a sector or a profession, comes from giving that one.
above: contacts whose level is at least levels_above above the person''s (levels are numbers, the higher the more senior); known_above: of these, those whose unit is known; above_elsewhere: of those, in another unit. 0 is a gap, if the known are many.
former_share: share of contacts who now work in any unit where the person worked before; former_units holds one affiliation for each job back, as array_agg gives them of affiliation_agg(person, unit) grouped by the rank of the job; above 0.7 is the home-unit bias of Cross and Thomas (2011), a network that still belongs to earlier jobs. target_share: share of contacts in the unit where the person wants to go; less former_share, it tells whether the network looks ahead or back.
Shares in [0, 1]; former_share and target_share are over known_unit and take unit as well. NULL if the affiliation is not given, the person''s own group is unknown, or nobody''s is known. Contacts are counted, not weighed by strength, and large units have more insiders by chance: see alter_diversity for that';
