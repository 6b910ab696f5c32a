/*
 * outsight: contacts outside a person's own team, unit, company and level.
 */

CREATE FUNCTION mentorgraph.outsight(network mentorgraph.network, team mentorgraph.affiliation DEFAULT NULL,
		unit mentorgraph.affiliation DEFAULT NULL, company mentorgraph.affiliation DEFAULT NULL,
		level mentorgraph.affiliation DEFAULT NULL, former_units mentorgraph.affiliation[] DEFAULT NULL,
		target_unit mentorgraph.affiliation DEFAULT NULL, neighbours text DEFAULT 'supporters',
		levels_above integer DEFAULT 2)
	RETURNS TABLE (person bigint, alters bigint, known_team bigint, outside_team double precision, known_unit bigint,
			outside_unit double precision, known_company bigint, outside_company double precision, known_level bigint,
			above bigint, known_above bigint, above_elsewhere bigint, former_share double precision,
			target_share double precision)
	AS 'MODULE_PATHNAME', 'mg_sql_outsight'
	/* not strict: each affiliation may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2 ROWS 1000
	SUPPORT mentorgraph.people_support;
COMMENT ON FUNCTION mentorgraph.outsight(mentorgraph.network, mentorgraph.affiliation, mentorgraph.affiliation,
		mentorgraph.affiliation, mentorgraph.affiliation, mentorgraph.affiliation[], mentorgraph.affiliation, text,
		integer) IS
	'how many of each person''s contacts are in other teams, units and companies, on higher levels, in former '
	'units and in a target unit';
