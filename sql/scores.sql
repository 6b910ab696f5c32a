/*
 * scores: combining figures of one person, of which some may be unknown.
 */

CREATE FUNCTION mentorgraph.weighted_score(parts double precision[], weights double precision[],
		method text DEFAULT 'arithmetic', min_known double precision DEFAULT 1)
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_weighted_score'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.weighted_score(double precision[], double precision[], text, double precision) IS
	'weighted mean, or minimum, of the parts that are not NULL; NULL if less than min_known of the weight is known';

CREATE FUNCTION mentorgraph.known_weight(parts double precision[], weights double precision[])
	RETURNS double precision
	AS 'MODULE_PATHNAME', 'mg_sql_known_weight'
	LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mentorgraph.known_weight(parts double precision[], weights double precision[]) IS
	'share of the weight that belongs to parts that are not NULL';

/* ---- types of developmental networks ---- */

CREATE FUNCTION mentorgraph.network_type(diversity double precision, strength double precision,
		diversity_cut double precision, strength_cut double precision, known bigint DEFAULT NULL)
	RETURNS text
	AS 'MODULE_PATHNAME', 'mg_sql_network_type'
	/* not strict: known may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.network_type(double precision, double precision, double precision, double precision,
		bigint) IS
	'type of a developmental network (Higgins and Kram 2001): entrepreneurial, opportunistic, traditional or receptive';

CREATE FUNCTION mentorgraph.network_type_margins(diversity double precision, strength double precision,
		diversity_cut double precision, strength_cut double precision, known bigint DEFAULT NULL, OUT network_type text,
		OUT diversity_margin double precision, OUT strength_margin double precision)
	RETURNS record
	AS 'MODULE_PATHNAME', 'mg_sql_network_type_margins'
	/* not strict: known may be NULL */
	LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION mentorgraph.network_type_margins(double precision, double precision, double precision,
		double precision, bigint) IS
	'type of a developmental network, and how far diversity and strength are above or below their cut points';
