/*
 * traps: network traps: common weaknesses of personal networks.
 */

CREATE FUNCTION mentorgraph.network_traps(formal_share double precision DEFAULT NULL,
		demand double precision DEFAULT NULL, new_skills boolean DEFAULT NULL,
		excess_same double precision[] DEFAULT NULL, alters bigint DEFAULT NULL,
		mean_strength double precision DEFAULT NULL, core bigint DEFAULT NULL, formal_cut double precision DEFAULT 0.5,
		demand_cut double precision DEFAULT 0.95, excess_cut double precision DEFAULT 0.25,
		same_attributes integer DEFAULT 2, alters_cut bigint DEFAULT 36, strength_cut double precision DEFAULT 0.3,
		core_cut bigint DEFAULT 12)
	RETURNS text[]
	AS 'MODULE_PATHNAME', 'mg_sql_network_traps'
	/* not strict: what is NULL is not judged */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.network_traps(double precision, double precision, boolean, double precision[], bigint,
		double precision, bigint, double precision, double precision, double precision, integer, bigint,
		double precision, bigint) IS
	'which of the network traps of Cross and Thomas (2011) apply to a person, judged by figures and cut points';
